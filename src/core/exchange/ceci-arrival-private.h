// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of an arrival, for what fills it. Private to exchange/.
#pragma once

#include "ceci-arrival.h"

G_BEGIN_DECLS

#define CECI_ARRIVAL_HEAD 8

struct _CeciArrival {
  GObject parent_instance;
  char *path;
  CeciSubmissionName name;
  char *file_name;
  char *source;
  char *modified_at;
  guint64 size;
  gint64 offset; // in the spool
  char *sha256;
  char *refusal;
  guint8 head[CECI_ARRIVAL_HEAD];
  gboolean inspected;
  CeciHealth health;
  guint n_pages;
  char *detail;
  char *made_on;
};

CeciArrival *ceci_arrival_new (const char *path, const char *origin, gboolean named); // named: its path says whose it is
void ceci_arrival_refuse (CeciArrival *self, const char *reason);
gboolean ceci_arrival_is_for_renderer (CeciArrival *self); // a PDF or a picture, or what may be one

G_END_DECLS
