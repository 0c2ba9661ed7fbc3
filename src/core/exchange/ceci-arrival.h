// SPDX-License-Identifier: GPL-3.0-or-later
// One file on its way into the register: where it came from, which bytes, and what the renderer found in them.
#pragma once

#include <gio/gio.h>
#include "ceci-submission-name.h"
#include "core/model/ceci-enums.h"

G_BEGIN_DECLS

#define CECI_TYPE_ARRIVAL (ceci_arrival_get_type ())
G_DECLARE_FINAL_TYPE (CeciArrival, ceci_arrival, CECI, ARRIVAL, GObject)

const char *ceci_arrival_get_path        (CeciArrival *self); // in the archive or the folder; else the file’s name
const char *ceci_arrival_get_inside      (CeciArrival *self); // the same, without whose it is
const char *ceci_arrival_get_file_name   (CeciArrival *self);
const char *ceci_arrival_get_source      (CeciArrival *self); // R36: the archive and the path in it, or the file’s path
const char *ceci_arrival_get_owner       (CeciArrival *self); // as the path has it; NULL
const char *ceci_arrival_get_number      (CeciArrival *self); // the participant’s; NULL
gboolean    ceci_arrival_is_blind        (CeciArrival *self);
gboolean    ceci_arrival_is_online_text  (CeciArrival *self);
const char *ceci_arrival_get_modified_at (CeciArrival *self); // an instant; NULL
guint64     ceci_arrival_get_size        (CeciArrival *self);
const char *ceci_arrival_get_sha256      (CeciArrival *self); // NULL if it is refused
const char *ceci_arrival_get_refusal     (CeciArrival *self); // a sentence; NULL
const char *ceci_arrival_get_media_type  (CeciArrival *self); // by its first bytes where they say it, else by its name

gboolean    ceci_arrival_is_inspected    (CeciArrival *self);
CeciHealth  ceci_arrival_get_health      (CeciArrival *self);
guint       ceci_arrival_get_n_pages     (CeciArrival *self); // 0 if unknown
const char *ceci_arrival_get_detail      (CeciArrival *self); // a sentence, NULL when it is fine
const char *ceci_arrival_get_made_on     (CeciArrival *self); // the date that the document itself says; NULL

G_END_DECLS
