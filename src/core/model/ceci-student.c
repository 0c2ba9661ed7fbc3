// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciStudent; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-student.h"

struct _CeciStudent {
  CeciRecord parent_instance;

  char *person_id;
  char *cohort_id;
  char *application_id;
  char *enrolled_on;
  char *left_on;
  CeciStudentState state;
  char *state_reason;
  char *override_reason;
  char *display_name;
  char *family_name;
  char *first_name;
  char *usual_first_name;
  char *matricule;
  char *email;
  char *phone;
  char *birth_date;
  char *language;
  char *faculty_code;
  char *faculty_name;
  char *search_key;
  char *cohort_name;
  char *regulation_id;
  char *organisation_name;
  gint64 minutes;
  gint64 modules;
  gint64 meetings_present;
  gint64 meetings_excused;
  gint64 meetings_absent;
  gint64 productions;
  gint64 documents;
  char *extended_to;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciStudent, person_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciStudent, cohort_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciStudent, application_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciStudent, enrolled_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciStudent, left_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_ENUM (CeciStudent, state, CECI_FIELD_STORED, ceci_student_state_get_type),
    CECI_FIELD_OF_TEXT (CeciStudent, state_reason, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciStudent, override_reason, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciStudent, display_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciStudent, family_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciStudent, first_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciStudent, usual_first_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciStudent, matricule, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciStudent, email, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciStudent, phone, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciStudent, birth_date, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciStudent, language, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciStudent, faculty_code, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciStudent, faculty_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciStudent, search_key, CECI_FIELD_JOINED | CECI_FIELD_SECRET),
    CECI_FIELD_OF_TEXT (CeciStudent, cohort_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciStudent, regulation_id, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciStudent, organisation_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_INTEGER (CeciStudent, minutes, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciStudent, modules, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciStudent, meetings_present, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciStudent, meetings_excused, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciStudent, meetings_absent, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciStudent, productions, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciStudent, documents, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_TEXT (CeciStudent, extended_to, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciStudent, ceci_student, "student");

CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, person_id);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, cohort_id);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, application_id);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, enrolled_on);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, left_on);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, CeciStudentState, state);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, state_reason);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, display_name);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, family_name);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, first_name);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, usual_first_name);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, matricule);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, email);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, phone);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, birth_date);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, language);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, faculty_code);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, faculty_name);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, search_key);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, cohort_name);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, regulation_id);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, organisation_name);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, gint64, minutes);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, gint64, modules);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, gint64, meetings_present);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, gint64, meetings_excused);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, gint64, meetings_absent);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, gint64, productions);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, gint64, documents);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, extended_to);
CECI_DEFINE_GETTER (CeciStudent, ceci_student, const char *, override_reason);
