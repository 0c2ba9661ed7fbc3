// SPDX-License-Identifier: GPL-3.0-or-later
// An application to a cohort, as the form gave it, with the applicant's names.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_APPLICATION (ceci_application_get_type ())
G_DECLARE_FINAL_TYPE (CeciApplication, ceci_application, CECI, APPLICATION, CeciRecord)

const char          *ceci_application_get_cohort_id         (CeciApplication *self);
const char          *ceci_application_get_person_id         (CeciApplication *self);
const char          *ceci_application_get_received_at       (CeciApplication *self);
CeciApplicationState ceci_application_get_state             (CeciApplication *self);
const char          *ceci_application_get_state_reason      (CeciApplication *self);
const char          *ceci_application_get_entry_profile     (CeciApplication *self);
const char          *ceci_application_get_study_path        (CeciApplication *self);
const char          *ceci_application_get_organisation_name (CeciApplication *self);
CeciOrganisationKind ceci_application_get_organisation_kind (CeciApplication *self);
CeciLegalForm        ceci_application_get_legal_form        (CeciApplication *self);
const char          *ceci_application_get_enterprise_number (CeciApplication *self);
const char          *ceci_application_get_mission           (CeciApplication *self);
const char          *ceci_application_get_function          (CeciApplication *self);
gint64               ceci_application_get_planned_minutes   (CeciApplication *self);
const char          *ceci_application_get_starts_on         (CeciApplication *self);
const char          *ceci_application_get_ends_on           (CeciApplication *self);
gboolean             ceci_application_get_committee_member  (CeciApplication *self);
const char          *ceci_application_get_supervisor_name   (CeciApplication *self);
const char          *ceci_application_get_supervisor_email  (CeciApplication *self);
const char          *ceci_application_get_offer_reference   (CeciApplication *self);
gboolean             ceci_application_get_offer_labelled    (CeciApplication *self);
const char          *ceci_application_get_motivation        (CeciApplication *self);
gboolean             ceci_application_get_consent           (CeciApplication *self);
const char          *ceci_application_get_source            (CeciApplication *self);
gint64               ceci_application_get_source_line       (CeciApplication *self);
const char          *ceci_application_get_guidance_since    (CeciApplication *self);
gint64               ceci_application_get_waiting_rank      (CeciApplication *self);
const char          *ceci_application_get_eligibility_reason (CeciApplication *self);

// joined by the repository
const char          *ceci_application_get_display_name      (CeciApplication *self);
const char          *ceci_application_get_family_name       (CeciApplication *self);
const char          *ceci_application_get_first_name        (CeciApplication *self);
const char          *ceci_application_get_usual_first_name  (CeciApplication *self);
const char          *ceci_application_get_matricule         (CeciApplication *self);
const char          *ceci_application_get_email             (CeciApplication *self);
CeciGender           ceci_application_get_gender            (CeciApplication *self);
const char          *ceci_application_get_faculty_id        (CeciApplication *self);
const char          *ceci_application_get_faculty_code      (CeciApplication *self);
const char          *ceci_application_get_faculty_name      (CeciApplication *self);
const char          *ceci_application_get_search_key        (CeciApplication *self);
const char          *ceci_application_get_student_id        (CeciApplication *self);
const char          *ceci_application_get_cohort_name       (CeciApplication *self);

G_END_DECLS
