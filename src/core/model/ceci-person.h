// SPDX-License-Identifier: GPL-3.0-or-later
// A person: names, contact, faculty. One person may apply and enrol several times.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_PERSON (ceci_person_get_type ())
G_DECLARE_FINAL_TYPE (CeciPerson, ceci_person, CECI, PERSON, CeciRecord)

const char  *ceci_person_get_family_name      (CeciPerson *self);
const char  *ceci_person_get_first_name       (CeciPerson *self);
const char  *ceci_person_get_usual_first_name (CeciPerson *self);
const char  *ceci_person_get_matricule        (CeciPerson *self);
const char  *ceci_person_get_email            (CeciPerson *self);
const char  *ceci_person_get_phone            (CeciPerson *self);
const char  *ceci_person_get_birth_date       (CeciPerson *self);
CeciGender   ceci_person_get_gender           (CeciPerson *self);
const char  *ceci_person_get_faculty_id       (CeciPerson *self);
const char  *ceci_person_get_language         (CeciPerson *self);
const char  *ceci_person_get_search_key       (CeciPerson *self);

// joined by the repository
const char  *ceci_person_get_display_name     (CeciPerson *self);
const char  *ceci_person_get_faculty_code     (CeciPerson *self);
const char  *ceci_person_get_faculty_name     (CeciPerson *self);

G_END_DECLS
