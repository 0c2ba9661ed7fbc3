// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciApplication; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-application.h"

struct _CeciApplication {
  CeciRecord parent_instance;

  char *cohort_id;
  char *person_id;
  char *received_at;
  CeciApplicationState state;
  char *state_reason;
  char *entry_profile;
  char *study_path;
  char *organisation_name;
  CeciOrganisationKind organisation_kind;
  CeciLegalForm legal_form;
  char *enterprise_number;
  char *mission;
  char *function;
  gint64 planned_minutes;
  char *starts_on;
  char *ends_on;
  gboolean committee_member;
  char *supervisor_name;
  char *supervisor_email;
  char *offer_reference;
  gboolean offer_labelled;
  char *motivation;
  gboolean consent;
  char *source;
  gint64 source_line;
  char *guidance_since;
  gint64 waiting_rank;
  char *eligibility_reason;
  char *display_name;
  char *family_name;
  char *first_name;
  char *usual_first_name;
  char *matricule;
  char *email;
  CeciGender gender;
  char *faculty_id;
  char *faculty_code;
  char *faculty_name;
  char *search_key;
  char *student_id;
  char *cohort_name;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciApplication, cohort_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciApplication, person_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciApplication, received_at, CECI_FIELD_STORED),
    CECI_FIELD_OF_ENUM (CeciApplication, state, CECI_FIELD_STORED, ceci_application_state_get_type),
    CECI_FIELD_OF_TEXT (CeciApplication, state_reason, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciApplication, entry_profile, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciApplication, study_path, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciApplication, organisation_name, CECI_FIELD_STORED),
    CECI_FIELD_OF_ENUM (CeciApplication, organisation_kind, CECI_FIELD_STORED, ceci_organisation_kind_get_type),
    CECI_FIELD_OF_ENUM (CeciApplication, legal_form, CECI_FIELD_STORED, ceci_legal_form_get_type),
    CECI_FIELD_OF_TEXT (CeciApplication, enterprise_number, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciApplication, mission, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciApplication, function, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciApplication, planned_minutes, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciApplication, starts_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciApplication, ends_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_BOOLEAN (CeciApplication, committee_member, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciApplication, supervisor_name, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciApplication, supervisor_email, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciApplication, offer_reference, CECI_FIELD_STORED),
    CECI_FIELD_OF_BOOLEAN (CeciApplication, offer_labelled, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciApplication, motivation, CECI_FIELD_STORED),
    CECI_FIELD_OF_BOOLEAN (CeciApplication, consent, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciApplication, source, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciApplication, source_line, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciApplication, guidance_since, CECI_FIELD_DATE),
    CECI_FIELD_OF_INTEGER (CeciApplication, waiting_rank, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciApplication, eligibility_reason, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciApplication, display_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciApplication, family_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciApplication, first_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciApplication, usual_first_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciApplication, matricule, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciApplication, email, CECI_FIELD_JOINED),
    CECI_FIELD_OF_ENUM (CeciApplication, gender, CECI_FIELD_JOINED, ceci_gender_get_type),
    CECI_FIELD_OF_TEXT (CeciApplication, faculty_id, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciApplication, faculty_code, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciApplication, faculty_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciApplication, search_key, CECI_FIELD_JOINED | CECI_FIELD_SECRET),
    CECI_FIELD_OF_TEXT (CeciApplication, student_id, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciApplication, cohort_name, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciApplication, ceci_application, "application");

CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, cohort_id);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, person_id);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, received_at);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, CeciApplicationState, state);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, state_reason);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, entry_profile);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, study_path);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, organisation_name);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, CeciOrganisationKind, organisation_kind);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, CeciLegalForm, legal_form);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, enterprise_number);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, mission);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, function);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, gint64, planned_minutes);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, starts_on);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, ends_on);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, gboolean, committee_member);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, supervisor_name);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, supervisor_email);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, offer_reference);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, gboolean, offer_labelled);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, motivation);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, gboolean, consent);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, source);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, gint64, source_line);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, display_name);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, family_name);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, first_name);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, usual_first_name);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, matricule);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, email);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, CeciGender, gender);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, faculty_id);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, faculty_code);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, faculty_name);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, search_key);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, student_id);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, cohort_name);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, guidance_since);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, gint64, waiting_rank);
CECI_DEFINE_GETTER (CeciApplication, ceci_application, const char *, eligibility_reason);
