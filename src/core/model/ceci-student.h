// SPDX-License-Identifier: GPL-3.0-or-later
// A person enrolled in a cohort, with names and the sums that a table of students shows.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_STUDENT (ceci_student_get_type ())
G_DECLARE_FINAL_TYPE (CeciStudent, ceci_student, CECI, STUDENT, CeciRecord)

const char      *ceci_student_get_person_id         (CeciStudent *self);
const char      *ceci_student_get_cohort_id         (CeciStudent *self);
const char      *ceci_student_get_application_id    (CeciStudent *self);
const char      *ceci_student_get_enrolled_on       (CeciStudent *self);
const char      *ceci_student_get_left_on           (CeciStudent *self);
CeciStudentState ceci_student_get_state             (CeciStudent *self);
const char      *ceci_student_get_state_reason      (CeciStudent *self);
const char      *ceci_student_get_override_reason   (CeciStudent *self);

// joined by the repository
const char      *ceci_student_get_display_name      (CeciStudent *self);
const char      *ceci_student_get_family_name       (CeciStudent *self);
const char      *ceci_student_get_first_name        (CeciStudent *self);
const char      *ceci_student_get_usual_first_name  (CeciStudent *self);
const char      *ceci_student_get_matricule         (CeciStudent *self);
const char      *ceci_student_get_email             (CeciStudent *self);
const char      *ceci_student_get_phone             (CeciStudent *self);
const char      *ceci_student_get_birth_date        (CeciStudent *self);
const char      *ceci_student_get_language          (CeciStudent *self);
const char      *ceci_student_get_faculty_code      (CeciStudent *self);
const char      *ceci_student_get_faculty_name      (CeciStudent *self);
const char      *ceci_student_get_search_key        (CeciStudent *self);
const char      *ceci_student_get_cohort_name       (CeciStudent *self);
const char      *ceci_student_get_regulation_id     (CeciStudent *self);
const char      *ceci_student_get_organisation_name (CeciStudent *self);
gint64           ceci_student_get_minutes           (CeciStudent *self);
gint64           ceci_student_get_modules           (CeciStudent *self);
gint64           ceci_student_get_meetings_present  (CeciStudent *self);
gint64           ceci_student_get_meetings_excused  (CeciStudent *self);
gint64           ceci_student_get_meetings_absent   (CeciStudent *self);
gint64           ceci_student_get_productions       (CeciStudent *self);
gint64           ceci_student_get_documents         (CeciStudent *self);
const char      *ceci_student_get_extended_to       (CeciStudent *self);

G_END_DECLS
