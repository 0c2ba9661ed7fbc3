// SPDX-License-Identifier: GPL-3.0-or-later
// Who seems to stand in the register twice: by student number or address exactly, by name and date of birth nearly.
#pragma once

#include "ceci-person.h"

G_BEGIN_DECLS

typedef struct {
  CeciPerson *one, *other; // one came first
  char       *reason;      // a sentence
  gboolean    sure;        // by a student number or an address
} CeciPersonPair;

void       ceci_person_pair_free         (CeciPersonPair *self);
GPtrArray *ceci_person_duplicates        (CeciDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT; // (element-type CeciPersonPair), the sure ones first
GPtrArray *ceci_person_duplicates_of     (CeciDatabase *database, const char *person_id, GError **error) G_GNUC_WARN_UNUSED_RESULT; // the same; one is the person asked for
// The ids of those in the cohort’s applications who may stand in the register twice: a set, id to a reason.
GHashTable *ceci_person_duplicates_among (CeciDatabase *database, const char *cohort_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
