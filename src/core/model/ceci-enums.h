// SPDX-License-Identifier: GPL-3.0-or-later
// Every enumeration that the schema checks, registered with nicks, and the word a person reads for each value.
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

// A nick has - where the column has _. The functions take either.
int         ceci_enum_from_nick (GType type, const char *nick); // -1 if there is no such value
const char *ceci_enum_get_nick  (GType type, int value);        // NULL if there is none
char       *ceci_enum_to_column (GType type, int value) G_GNUC_WARN_UNUSED_RESULT; // NULL for SQL NULL
const char *ceci_enum_get_label (GType type, int value);        // translated, sentence case; "" if there is none

#define CECI_TYPE_COHORT_PHASE (ceci_cohort_phase_get_type ())
typedef enum { CECI_COHORT_PHASE_APPLICATIONS, CECI_COHORT_PHASE_SELECTION, CECI_COHORT_PHASE_RUNNING, CECI_COHORT_PHASE_CLOSED } CeciCohortPhase;
GType ceci_cohort_phase_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_GENDER (ceci_gender_get_type ())
typedef enum { CECI_GENDER_NONE = -1, CECI_GENDER_FEMALE, CECI_GENDER_MALE, CECI_GENDER_OTHER } CeciGender;
GType ceci_gender_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_ORGANISATION_KIND (ceci_organisation_kind_get_type ())
typedef enum { CECI_ORGANISATION_KIND_NONE = -1, CECI_ORGANISATION_KIND_SOCIETY, CECI_ORGANISATION_KIND_STUDENT_OFFICE, CECI_ORGANISATION_KIND_BEA, CECI_ORGANISATION_KIND_ASSOCIATION, CECI_ORGANISATION_KIND_PUBLIC_BODY, CECI_ORGANISATION_KIND_SCHOOL, CECI_ORGANISATION_KIND_FOUNDATION, CECI_ORGANISATION_KIND_OTHER } CeciOrganisationKind;
GType ceci_organisation_kind_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_LEGAL_FORM (ceci_legal_form_get_type ())
typedef enum { CECI_LEGAL_FORM_NONE = -1, CECI_LEGAL_FORM_ASBL, CECI_LEGAL_FORM_AISBL, CECI_LEGAL_FORM_UNINCORPORATED, CECI_LEGAL_FORM_FOUNDATION, CECI_LEGAL_FORM_PUBLIC, CECI_LEGAL_FORM_COOPERATIVE, CECI_LEGAL_FORM_COMMERCIAL, CECI_LEGAL_FORM_UNKNOWN } CeciLegalForm;
GType ceci_legal_form_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_APPLICATION_STATE (ceci_application_state_get_type ())
typedef enum { CECI_APPLICATION_STATE_RECEIVED, CECI_APPLICATION_STATE_ADMISSIBLE, CECI_APPLICATION_STATE_INADMISSIBLE, CECI_APPLICATION_STATE_WAITING, CECI_APPLICATION_STATE_SELECTED, CECI_APPLICATION_STATE_DECLINED, CECI_APPLICATION_STATE_WITHDRAWN } CeciApplicationState;
GType ceci_application_state_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_STUDENT_STATE (ceci_student_state_get_type ())
typedef enum { CECI_STUDENT_STATE_ENROLLED, CECI_STUDENT_STATE_WITHDRAWN, CECI_STUDENT_STATE_AWARDED, CECI_STUDENT_STATE_REFUSED, CECI_STUDENT_STATE_EXPIRED } CeciStudentState;
GType ceci_student_state_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_EXTENSION_CATEGORY (ceci_extension_category_get_type ())
typedef enum { CECI_EXTENSION_CATEGORY_ILLNESS, CECI_EXTENSION_CATEGORY_FAMILY, CECI_EXTENSION_CATEGORY_STUDIES, CECI_EXTENSION_CATEGORY_PLACEMENT, CECI_EXTENSION_CATEGORY_OTHER } CeciExtensionCategory;
GType ceci_extension_category_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_SUPERVISOR_KIND (ceci_supervisor_kind_get_type ())
typedef enum { CECI_SUPERVISOR_KIND_INDIVIDUAL, CECI_SUPERVISOR_KIND_COLLECTIVE } CeciSupervisorKind;
GType ceci_supervisor_kind_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_PARTY (ceci_party_get_type ())
typedef enum { CECI_PARTY_STUDENT, CECI_PARTY_ORGANISATION, CECI_PARTY_UNIVERSITY } CeciParty;
GType ceci_party_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_HOURS_STATE (ceci_hours_state_get_type ())
typedef enum { CECI_HOURS_STATE_CLAIMED, CECI_HOURS_STATE_CONFIRMED, CECI_HOURS_STATE_ACCEPTED, CECI_HOURS_STATE_REFUSED } CeciHoursState;
GType ceci_hours_state_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_ATTENDANCE_STATE (ceci_attendance_state_get_type ())
typedef enum { CECI_ATTENDANCE_STATE_PRESENT, CECI_ATTENDANCE_STATE_EXCUSED, CECI_ATTENDANCE_STATE_ABSENT } CeciAttendanceState;
GType ceci_attendance_state_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_DOCUMENT_KIND (ceci_document_kind_get_type ())
typedef enum { CECI_DOCUMENT_KIND_PRODUCTION, CECI_DOCUMENT_KIND_REFLECTIVE_ANALYSIS, CECI_DOCUMENT_KIND_FOLLOW_UP_GRID, CECI_DOCUMENT_KIND_AGREEMENT, CECI_DOCUMENT_KIND_ANNEX } CeciDocumentKind;
GType ceci_document_kind_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_PRODUCTION_TYPE (ceci_production_type_get_type ())
typedef enum { CECI_PRODUCTION_TYPE_NONE = -1, CECI_PRODUCTION_TYPE_BACKWARD_SCHEDULE, CECI_PRODUCTION_TYPE_MINUTES, CECI_PRODUCTION_TYPE_COMMUNICATION_PLAN, CECI_PRODUCTION_TYPE_BALANCE_SHEET, CECI_PRODUCTION_TYPE_INTERVIEW, CECI_PRODUCTION_TYPE_PROJECT_TOOLS, CECI_PRODUCTION_TYPE_OTHER } CeciProductionType;
GType ceci_production_type_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_HEALTH (ceci_health_get_type ())
typedef enum { CECI_HEALTH_UNKNOWN, CECI_HEALTH_FINE, CECI_HEALTH_ENCRYPTED, CECI_HEALTH_DAMAGED, CECI_HEALTH_EMPTY, CECI_HEALTH_NOT_PDF } CeciHealth;
GType ceci_health_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_OVERALL (ceci_overall_get_type ())
typedef enum { CECI_OVERALL_NONE = -1, CECI_OVERALL_FAVOURABLE, CECI_OVERALL_RESERVED, CECI_OVERALL_UNFAVOURABLE } CeciOverall;
GType ceci_overall_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_NOTE_STATE (ceci_note_state_get_type ())
typedef enum { CECI_NOTE_STATE_OPEN, CECI_NOTE_STATE_DONE } CeciNoteState;
GType ceci_note_state_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_JUROR_QUALITY (ceci_juror_quality_get_type ())
typedef enum { CECI_JUROR_QUALITY_STUDENT, CECI_JUROR_QUALITY_ASSOCIATION, CECI_JUROR_QUALITY_EXPERT, CECI_JUROR_QUALITY_STAFF } CeciJurorQuality;
GType ceci_juror_quality_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_SESSION_STATE (ceci_session_state_get_type ())
typedef enum { CECI_SESSION_STATE_PREPARATION, CECI_SESSION_STATE_READING, CECI_SESSION_STATE_DELIBERATION, CECI_SESSION_STATE_CLOSED } CeciSessionState;
GType ceci_session_state_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_ASSIGNMENT_ROLE (ceci_assignment_role_get_type ())
typedef enum { CECI_ASSIGNMENT_ROLE_READER, CECI_ASSIGNMENT_ROLE_RESERVE, CECI_ASSIGNMENT_ROLE_THIRD } CeciAssignmentRole;
GType ceci_assignment_role_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_RETURN_STATE (ceci_return_state_get_type ())
typedef enum { CECI_RETURN_STATE_MERGED, CECI_RETURN_STATE_SUPERSEDED, CECI_RETURN_STATE_ANNEX } CeciReturnState;
GType ceci_return_state_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_OUTCOME (ceci_outcome_get_type ())
typedef enum { CECI_OUTCOME_NONE = -1, CECI_OUTCOME_AWARDED, CECI_OUTCOME_TO_COMPLETE, CECI_OUTCOME_DEFERRED, CECI_OUTCOME_REFUSED } CeciOutcome;
GType ceci_outcome_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_CONTACT_CHANNEL (ceci_contact_channel_get_type ())
typedef enum { CECI_CONTACT_CHANNEL_EMAIL, CECI_CONTACT_CHANNEL_PHONE, CECI_CONTACT_CHANNEL_MEETING, CECI_CONTACT_CHANNEL_OTHER } CeciContactChannel;
GType ceci_contact_channel_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_HOLD (ceci_hold_get_type ())
typedef enum { CECI_HOLD_NONE = -1, CECI_HOLD_IN, CECI_HOLD_OUT } CeciHold;
GType ceci_hold_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_LETTER_CHANNEL (ceci_letter_channel_get_type ())
typedef enum { CECI_LETTER_CHANNEL_NONE = -1, CECI_LETTER_CHANNEL_EMAIL, CECI_LETTER_CHANNEL_PRINT, CECI_LETTER_CHANNEL_OTHER } CeciLetterChannel;
GType ceci_letter_channel_get_type (void) G_GNUC_CONST;

#define CECI_TYPE_SUBSIDY_STATE (ceci_subsidy_state_get_type ())
typedef enum { CECI_SUBSIDY_STATE_REQUESTED, CECI_SUBSIDY_STATE_GRANTED, CECI_SUBSIDY_STATE_REFUSED } CeciSubsidyState;
GType ceci_subsidy_state_get_type (void) G_GNUC_CONST;

G_END_DECLS
