// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciPerson; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-person.h"

struct _CeciPerson {
  CeciRecord parent_instance;

  char *family_name;
  char *first_name;
  char *usual_first_name;
  char *matricule;
  char *email;
  char *phone;
  char *birth_date;
  CeciGender gender;
  char *faculty_id;
  char *language;
  char *search_key;
  char *display_name;
  char *faculty_code;
  char *faculty_name;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciPerson, family_name, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPerson, first_name, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPerson, usual_first_name, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPerson, matricule, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPerson, email, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPerson, phone, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPerson, birth_date, CECI_FIELD_DATE),
    CECI_FIELD_OF_ENUM (CeciPerson, gender, CECI_FIELD_STORED, ceci_gender_get_type),
    CECI_FIELD_OF_TEXT (CeciPerson, faculty_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPerson, language, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPerson, search_key, CECI_FIELD_SECRET),
    CECI_FIELD_OF_TEXT (CeciPerson, display_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciPerson, faculty_code, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciPerson, faculty_name, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciPerson, ceci_person, "person");

CECI_DEFINE_GETTER (CeciPerson, ceci_person, const char *, family_name);
CECI_DEFINE_GETTER (CeciPerson, ceci_person, const char *, first_name);
CECI_DEFINE_GETTER (CeciPerson, ceci_person, const char *, usual_first_name);
CECI_DEFINE_GETTER (CeciPerson, ceci_person, const char *, matricule);
CECI_DEFINE_GETTER (CeciPerson, ceci_person, const char *, email);
CECI_DEFINE_GETTER (CeciPerson, ceci_person, const char *, phone);
CECI_DEFINE_GETTER (CeciPerson, ceci_person, const char *, birth_date);
CECI_DEFINE_GETTER (CeciPerson, ceci_person, CeciGender, gender);
CECI_DEFINE_GETTER (CeciPerson, ceci_person, const char *, faculty_id);
CECI_DEFINE_GETTER (CeciPerson, ceci_person, const char *, language);
CECI_DEFINE_GETTER (CeciPerson, ceci_person, const char *, search_key);
CECI_DEFINE_GETTER (CeciPerson, ceci_person, const char *, display_name);
CECI_DEFINE_GETTER (CeciPerson, ceci_person, const char *, faculty_code);
CECI_DEFINE_GETTER (CeciPerson, ceci_person, const char *, faculty_name);
