// SPDX-License-Identifier: GPL-3.0-or-later
// Everyone in the register, to find who a row of a file speaks of, and who stands there twice, without a query a row.
#pragma once

#include "ceci-person.h"

G_BEGIN_DECLS

typedef struct _CeciPersonIndex CeciPersonIndex;

typedef struct {
  CeciPerson *same; // (transfer none): certainly this person
  GPtrArray *maybe; // (element-type CeciPerson): someone must say; NULL or not empty
  char *reason;     // why it is unsure
} CeciPersonMatch;

typedef struct {
  CeciPerson *person;
  char *reason;  // why they may be one, a sentence
  gboolean sure; // by a student number or an address, not by a name alone
} CeciPersonLikeness;

CeciPersonIndex *ceci_person_index_new (GListModel *persons);
void ceci_person_index_free (CeciPersonIndex *self);
void ceci_person_index_match (CeciPersonIndex *self, CeciPerson *draft, CeciPersonMatch *match);
// (element-type CeciPersonLikeness): the others of the register who may be this one
GPtrArray *ceci_person_index_alike (CeciPersonIndex *self, CeciPerson *person) G_GNUC_WARN_UNUSED_RESULT;
void ceci_person_likeness_free (CeciPersonLikeness *self);
void ceci_person_match_clear (CeciPersonMatch *match);
char *ceci_person_name_key (CeciPerson *person)
    G_GNUC_WARN_UNUSED_RESULT; // both names without their spaces, in whichever order they were given

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciPersonIndex, ceci_person_index_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CeciPersonMatch, ceci_person_match_clear)

G_END_DECLS
