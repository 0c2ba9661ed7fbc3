// SPDX-License-Identifier: GPL-3.0-or-later
// People and their aliases: reading, adding, renaming, matching.
#pragma once

#include "ceci-person.h"
#include "ceci-person-alias.h"

G_BEGIN_DECLS

GListModel *ceci_person_repository_list   (CeciDatabase *database, GError **error); // every person, by name
CeciPerson *ceci_person_repository_find   (CeciDatabase *database, const char *id, GError **error);
CeciPerson *ceci_person_repository_look_up (CeciDatabase *database, const char *text, GError **error); // by id, student number, e-mail, or words that fit one person only
GListModel *ceci_person_repository_aliases (CeciDatabase *database, const char *person_id, GError **error);
// The draft needs a family name and a first name. Its search key is made here. Returns the new person’s id.
char       *ceci_person_repository_add    (CeciDatabase *database, CeciPerson *draft, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    ceci_person_repository_change (CeciDatabase *database, CeciPerson *person, const char *today, GError **error); // a change of name leaves an alias
gboolean    ceci_person_repository_correct (CeciDatabase *database, CeciPerson *person, const char *today, GError **error); // the same, once address, number and dates are checked
// «000512345» and «512345» are the same student number: six digits; NULL if it is none.
char       *ceci_matricule_normalise      (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
