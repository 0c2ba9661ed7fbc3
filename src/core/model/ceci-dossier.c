// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciDossier; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-dossier.h"

struct _CeciDossier {
  CeciRecord parent_instance;

  char *session_id;
  char *student_id;
  char *admitted_on;
  char *waiver_reason;
  char *person_id;
  char *display_name;
  char *family_name;
  char *first_name;
  char *matricule;
  char *language;
  char *faculty_code;
  char *faculty_name;
  char *cohort_id;
  char *cohort_name;
  char *search_key;
  gint64 readers;
  gint64 reviews;
  CeciOutcome outcome;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciDossier, session_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciDossier, student_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciDossier, admitted_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciDossier, waiver_reason, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciDossier, person_id, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciDossier, display_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciDossier, family_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciDossier, first_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciDossier, matricule, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciDossier, language, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciDossier, faculty_code, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciDossier, faculty_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciDossier, cohort_id, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciDossier, cohort_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciDossier, search_key, CECI_FIELD_JOINED | CECI_FIELD_SECRET),
    CECI_FIELD_OF_INTEGER (CeciDossier, readers, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciDossier, reviews, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_ENUM (CeciDossier, outcome, CECI_FIELD_JOINED, ceci_outcome_get_type),
};

CECI_DEFINE_RECORD (CeciDossier, ceci_dossier, "dossier");

CECI_DEFINE_GETTER (CeciDossier, ceci_dossier, const char *, session_id);
CECI_DEFINE_GETTER (CeciDossier, ceci_dossier, const char *, student_id);
CECI_DEFINE_GETTER (CeciDossier, ceci_dossier, const char *, admitted_on);
CECI_DEFINE_GETTER (CeciDossier, ceci_dossier, const char *, waiver_reason);
CECI_DEFINE_GETTER (CeciDossier, ceci_dossier, const char *, person_id);
CECI_DEFINE_GETTER (CeciDossier, ceci_dossier, const char *, display_name);
CECI_DEFINE_GETTER (CeciDossier, ceci_dossier, const char *, family_name);
CECI_DEFINE_GETTER (CeciDossier, ceci_dossier, const char *, first_name);
CECI_DEFINE_GETTER (CeciDossier, ceci_dossier, const char *, matricule);
CECI_DEFINE_GETTER (CeciDossier, ceci_dossier, const char *, language);
CECI_DEFINE_GETTER (CeciDossier, ceci_dossier, const char *, faculty_code);
CECI_DEFINE_GETTER (CeciDossier, ceci_dossier, const char *, faculty_name);
CECI_DEFINE_GETTER (CeciDossier, ceci_dossier, const char *, cohort_id);
CECI_DEFINE_GETTER (CeciDossier, ceci_dossier, const char *, cohort_name);
CECI_DEFINE_GETTER (CeciDossier, ceci_dossier, const char *, search_key);
CECI_DEFINE_GETTER (CeciDossier, ceci_dossier, gint64, readers);
CECI_DEFINE_GETTER (CeciDossier, ceci_dossier, gint64, reviews);
CECI_DEFINE_GETTER (CeciDossier, ceci_dossier, CeciOutcome, outcome);
