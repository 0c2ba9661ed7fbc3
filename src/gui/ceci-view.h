// SPDX-License-Identifier: GPL-3.0-or-later
// The base of every part of the window that shows what the register says: it reads off the GTK thread, only while it is
// on screen, and again when a step touches what it shows.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"

G_BEGIN_DECLS

#define CECI_TYPE_VIEW (ceci_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (CeciView, ceci_view, CECI, VIEW, AdwBin)

/**
 * CeciViewClass:
 * @tables: names of the tables this view shows, ended by %NULL: a step that touches one makes it read again
 * @read: reads what is shown, on a thread of the register; @subject is the id of what the view is about, or %NULL
 * @free_result: frees what @read returned
 * @show: shows it
 */
struct _CeciViewClass {
  AdwBinClass parent_class;

  const char *const *tables;
  gpointer (*read) (CeciDatabase *database, const char *subject, const char *today, GError **error);
  GDestroyNotify free_result;
  void (*show) (CeciView *self, gpointer result);
};

void ceci_view_set_desk (CeciView *self, CeciDesk *desk);
CeciDesk *ceci_view_get_desk (CeciView *self); // (nullable)
void ceci_view_set_subject (CeciView *self, const char *subject);
const char *ceci_view_get_subject (CeciView *self);
void ceci_view_set_title (CeciView *self, const char *title);
const char *ceci_view_get_title (CeciView *self);
void ceci_view_reload (CeciView *self);
void ceci_view_write (CeciView *self, const char *label, CeciRegisterFunc work, gpointer data,
                      GDestroyNotify data_destroy);
void ceci_view_dispose_template (CeciView *self, GType type); // for the dispose of a class with a template

G_END_DECLS
