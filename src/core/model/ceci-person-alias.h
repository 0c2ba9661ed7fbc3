// SPDX-License-Identifier: GPL-3.0-or-later
// A name that a person bore until a day.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_PERSON_ALIAS (ceci_person_alias_get_type ())
G_DECLARE_FINAL_TYPE (CeciPersonAlias, ceci_person_alias, CECI, PERSON_ALIAS, CeciRecord)

const char  *ceci_person_alias_get_person_id        (CeciPersonAlias *self);
const char  *ceci_person_alias_get_family_name      (CeciPersonAlias *self);
const char  *ceci_person_alias_get_first_name       (CeciPersonAlias *self);
const char  *ceci_person_alias_get_usual_first_name (CeciPersonAlias *self);
const char  *ceci_person_alias_get_until            (CeciPersonAlias *self);

G_END_DECLS
