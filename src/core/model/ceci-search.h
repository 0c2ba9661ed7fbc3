// SPDX-License-Identifier: GPL-3.0-or-later
// Everything in the register that words are found in: people, organisations, offers, sessions, documents.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

// In the order in which they are shown.
typedef enum {
  CECI_FOUND_STUDENT,
  CECI_FOUND_APPLICATION,
  CECI_FOUND_ORGANISATION,
  CECI_FOUND_OFFER,
  CECI_FOUND_SUPERVISOR, // of a placement, or who holds a mandate
  CECI_FOUND_SESSION,
  CECI_FOUND_DOCUMENT,
} CeciFoundKind;
#define CECI_TYPE_FOUND_KIND (ceci_found_kind_get_type ())
GType       ceci_found_kind_get_type (void) G_GNUC_CONST;
const char *ceci_found_kind_label    (CeciFoundKind kind); // translated, of several

// One thing that was found. Its id is that of what opens: a student, an application, an organisation, a session.
#define CECI_TYPE_FOUND (ceci_found_get_type ())
G_DECLARE_FINAL_TYPE (CeciFound, ceci_found, CECI, FOUND, CeciRecord)

CeciFoundKind ceci_found_get_kind    (CeciFound *self);
const char   *ceci_found_get_title   (CeciFound *self);
const char   *ceci_found_get_details (CeciFound *self); // where it belongs; may be NULL
const char   *ceci_found_get_state   (CeciFound *self); // of a student or an application, as the schema writes it; else NULL

GListModel *ceci_search_everything (CeciDatabase *database, const char *words, guint limit, GError **error); // of CeciFound, limit of each kind, by kind

G_END_DECLS
