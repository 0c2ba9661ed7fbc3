// SPDX-License-Identifier: GPL-3.0-or-later
// The schema's enumerations and their translated labels; the nicks are the columns' words.

#include "config.h"

#include "ceci-enums.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (CeciCohortPhase, ceci_cohort_phase,
                    G_DEFINE_ENUM_VALUE (CECI_COHORT_PHASE_APPLICATIONS, "applications"),
                    G_DEFINE_ENUM_VALUE (CECI_COHORT_PHASE_SELECTION, "selection"),
                    G_DEFINE_ENUM_VALUE (CECI_COHORT_PHASE_RUNNING, "running"),
                    G_DEFINE_ENUM_VALUE (CECI_COHORT_PHASE_CLOSED, "closed"))

static const char *const cohort_phase_labels[] = {
    NC_ ("cohort phase", "Applications"),
    NC_ ("cohort phase", "Selection"),
    NC_ ("cohort phase", "Under way"),
    NC_ ("cohort phase", "Closed"),
};

G_DEFINE_ENUM_TYPE (CeciGender, ceci_gender, G_DEFINE_ENUM_VALUE (CECI_GENDER_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (CECI_GENDER_FEMALE, "female"), G_DEFINE_ENUM_VALUE (CECI_GENDER_MALE, "male"),
                    G_DEFINE_ENUM_VALUE (CECI_GENDER_OTHER, "other"))

static const char *const gender_labels[] = {
    NC_ ("gender", "Woman"),
    NC_ ("gender", "Man"),
    NC_ ("gender", "Other"),
};

G_DEFINE_ENUM_TYPE (CeciOrganisationKind, ceci_organisation_kind,
                    G_DEFINE_ENUM_VALUE (CECI_ORGANISATION_KIND_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (CECI_ORGANISATION_KIND_SOCIETY, "society"),
                    G_DEFINE_ENUM_VALUE (CECI_ORGANISATION_KIND_STUDENT_OFFICE, "student-office"),
                    G_DEFINE_ENUM_VALUE (CECI_ORGANISATION_KIND_BEA, "bea"),
                    G_DEFINE_ENUM_VALUE (CECI_ORGANISATION_KIND_ASSOCIATION, "association"),
                    G_DEFINE_ENUM_VALUE (CECI_ORGANISATION_KIND_PUBLIC_BODY, "public-body"),
                    G_DEFINE_ENUM_VALUE (CECI_ORGANISATION_KIND_SCHOOL, "school"),
                    G_DEFINE_ENUM_VALUE (CECI_ORGANISATION_KIND_FOUNDATION, "foundation"),
                    G_DEFINE_ENUM_VALUE (CECI_ORGANISATION_KIND_OTHER, "other"))

static const char *const organisation_kind_labels[] = {
    NC_ ("organisation kind", "Student society"),
    NC_ ("organisation kind", "Faculty student office"),
    NC_ ("organisation kind", "Student representatives (BEA)"),
    NC_ ("organisation kind", "Association"),
    NC_ ("organisation kind", "Public body"),
    NC_ ("organisation kind", "School"),
    NC_ ("organisation kind", "Foundation"),
    NC_ ("organisation kind", "Other"),
};

G_DEFINE_ENUM_TYPE (CeciLegalForm, ceci_legal_form, G_DEFINE_ENUM_VALUE (CECI_LEGAL_FORM_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (CECI_LEGAL_FORM_ASBL, "asbl"),
                    G_DEFINE_ENUM_VALUE (CECI_LEGAL_FORM_AISBL, "aisbl"),
                    G_DEFINE_ENUM_VALUE (CECI_LEGAL_FORM_UNINCORPORATED, "unincorporated"),
                    G_DEFINE_ENUM_VALUE (CECI_LEGAL_FORM_FOUNDATION, "foundation"),
                    G_DEFINE_ENUM_VALUE (CECI_LEGAL_FORM_PUBLIC, "public"),
                    G_DEFINE_ENUM_VALUE (CECI_LEGAL_FORM_COOPERATIVE, "cooperative"),
                    G_DEFINE_ENUM_VALUE (CECI_LEGAL_FORM_COMMERCIAL, "commercial"),
                    G_DEFINE_ENUM_VALUE (CECI_LEGAL_FORM_UNKNOWN, "unknown"))

static const char *const legal_form_labels[] = {
    NC_ ("legal form", "Non-profit association (ASBL)"),
    NC_ ("legal form", "International non-profit association (AISBL)"),
    NC_ ("legal form", "Unincorporated association"),
    NC_ ("legal form", "Foundation"),
    NC_ ("legal form", "Public body"),
    NC_ ("legal form", "Cooperative"),
    NC_ ("legal form", "Commercial company"),
    NC_ ("legal form", "Unknown"),
};

G_DEFINE_ENUM_TYPE (CeciApplicationState, ceci_application_state,
                    G_DEFINE_ENUM_VALUE (CECI_APPLICATION_STATE_RECEIVED, "received"),
                    G_DEFINE_ENUM_VALUE (CECI_APPLICATION_STATE_ADMISSIBLE, "admissible"),
                    G_DEFINE_ENUM_VALUE (CECI_APPLICATION_STATE_INADMISSIBLE, "inadmissible"),
                    G_DEFINE_ENUM_VALUE (CECI_APPLICATION_STATE_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (CECI_APPLICATION_STATE_SELECTED, "selected"),
                    G_DEFINE_ENUM_VALUE (CECI_APPLICATION_STATE_DECLINED, "declined"),
                    G_DEFINE_ENUM_VALUE (CECI_APPLICATION_STATE_WITHDRAWN, "withdrawn"))

static const char *const application_state_labels[] = {
    NC_ ("application state", "Received"),     NC_ ("application state", "Admissible"),
    NC_ ("application state", "Inadmissible"), NC_ ("application state", "Waiting list"),
    NC_ ("application state", "Selected"),     NC_ ("application state", "Declined"),
    NC_ ("application state", "Withdrawn"),
};

G_DEFINE_ENUM_TYPE (CeciStudentState, ceci_student_state, G_DEFINE_ENUM_VALUE (CECI_STUDENT_STATE_ENROLLED, "enrolled"),
                    G_DEFINE_ENUM_VALUE (CECI_STUDENT_STATE_WITHDRAWN, "withdrawn"),
                    G_DEFINE_ENUM_VALUE (CECI_STUDENT_STATE_AWARDED, "awarded"),
                    G_DEFINE_ENUM_VALUE (CECI_STUDENT_STATE_REFUSED, "refused"),
                    G_DEFINE_ENUM_VALUE (CECI_STUDENT_STATE_EXPIRED, "expired"))

static const char *const student_state_labels[] = {
    NC_ ("student state", "Enrolled"), NC_ ("student state", "Withdrawn"), NC_ ("student state", "Awarded"),
    NC_ ("student state", "Refused"),  NC_ ("student state", "Expired"),
};

G_DEFINE_ENUM_TYPE (CeciExtensionCategory, ceci_extension_category,
                    G_DEFINE_ENUM_VALUE (CECI_EXTENSION_CATEGORY_ILLNESS, "illness"),
                    G_DEFINE_ENUM_VALUE (CECI_EXTENSION_CATEGORY_FAMILY, "family"),
                    G_DEFINE_ENUM_VALUE (CECI_EXTENSION_CATEGORY_STUDIES, "studies"),
                    G_DEFINE_ENUM_VALUE (CECI_EXTENSION_CATEGORY_PLACEMENT, "placement"),
                    G_DEFINE_ENUM_VALUE (CECI_EXTENSION_CATEGORY_OTHER, "other"))

static const char *const extension_category_labels[] = {
    NC_ ("extension category", "Illness"), NC_ ("extension category", "Family"),
    NC_ ("extension category", "Studies"), NC_ ("extension category", "Placement"),
    NC_ ("extension category", "Other"),
};

G_DEFINE_ENUM_TYPE (CeciSupervisorKind, ceci_supervisor_kind,
                    G_DEFINE_ENUM_VALUE (CECI_SUPERVISOR_KIND_INDIVIDUAL, "individual"),
                    G_DEFINE_ENUM_VALUE (CECI_SUPERVISOR_KIND_COLLECTIVE, "collective"))

static const char *const supervisor_kind_labels[] = {
    NC_ ("supervisor kind", "One person"),
    NC_ ("supervisor kind", "Collective supervisor"),
};

G_DEFINE_ENUM_TYPE (CeciParty, ceci_party, G_DEFINE_ENUM_VALUE (CECI_PARTY_STUDENT, "student"),
                    G_DEFINE_ENUM_VALUE (CECI_PARTY_ORGANISATION, "organisation"),
                    G_DEFINE_ENUM_VALUE (CECI_PARTY_UNIVERSITY, "university"))

static const char *const party_labels[] = {
    NC_ ("party", "Student"),
    NC_ ("party", "Organisation"),
    NC_ ("party", "University"),
};

G_DEFINE_ENUM_TYPE (CeciHoursState, ceci_hours_state, G_DEFINE_ENUM_VALUE (CECI_HOURS_STATE_CLAIMED, "claimed"),
                    G_DEFINE_ENUM_VALUE (CECI_HOURS_STATE_CONFIRMED, "confirmed"),
                    G_DEFINE_ENUM_VALUE (CECI_HOURS_STATE_ACCEPTED, "accepted"),
                    G_DEFINE_ENUM_VALUE (CECI_HOURS_STATE_REFUSED, "refused"))

static const char *const hours_state_labels[] = {
    NC_ ("hours state", "Claimed"),
    NC_ ("hours state", "Confirmed"),
    NC_ ("hours state", "Accepted"),
    NC_ ("hours state", "Refused"),
};

G_DEFINE_ENUM_TYPE (CeciAttendanceState, ceci_attendance_state,
                    G_DEFINE_ENUM_VALUE (CECI_ATTENDANCE_STATE_PRESENT, "present"),
                    G_DEFINE_ENUM_VALUE (CECI_ATTENDANCE_STATE_EXCUSED, "excused"),
                    G_DEFINE_ENUM_VALUE (CECI_ATTENDANCE_STATE_ABSENT, "absent"))

static const char *const attendance_state_labels[] = {
    NC_ ("attendance state", "Present"),
    NC_ ("attendance state", "Excused"),
    NC_ ("attendance state", "Absent"),
};

G_DEFINE_ENUM_TYPE (CeciDocumentKind, ceci_document_kind,
                    G_DEFINE_ENUM_VALUE (CECI_DOCUMENT_KIND_PRODUCTION, "production"),
                    G_DEFINE_ENUM_VALUE (CECI_DOCUMENT_KIND_REFLECTIVE_ANALYSIS, "reflective-analysis"),
                    G_DEFINE_ENUM_VALUE (CECI_DOCUMENT_KIND_FOLLOW_UP_GRID, "follow-up-grid"),
                    G_DEFINE_ENUM_VALUE (CECI_DOCUMENT_KIND_AGREEMENT, "agreement"),
                    G_DEFINE_ENUM_VALUE (CECI_DOCUMENT_KIND_ANNEX, "annex"))

static const char *const document_kind_labels[] = {
    NC_ ("document kind", "Output"),         NC_ ("document kind", "Reflective analysis"),
    NC_ ("document kind", "Follow-up grid"), NC_ ("document kind", "Placement agreement"),
    NC_ ("document kind", "Annex"),
};

G_DEFINE_ENUM_TYPE (CeciProductionType, ceci_production_type, G_DEFINE_ENUM_VALUE (CECI_PRODUCTION_TYPE_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (CECI_PRODUCTION_TYPE_BACKWARD_SCHEDULE, "backward-schedule"),
                    G_DEFINE_ENUM_VALUE (CECI_PRODUCTION_TYPE_MINUTES, "minutes"),
                    G_DEFINE_ENUM_VALUE (CECI_PRODUCTION_TYPE_COMMUNICATION_PLAN, "communication-plan"),
                    G_DEFINE_ENUM_VALUE (CECI_PRODUCTION_TYPE_BALANCE_SHEET, "balance-sheet"),
                    G_DEFINE_ENUM_VALUE (CECI_PRODUCTION_TYPE_INTERVIEW, "interview"),
                    G_DEFINE_ENUM_VALUE (CECI_PRODUCTION_TYPE_PROJECT_TOOLS, "project-tools"),
                    G_DEFINE_ENUM_VALUE (CECI_PRODUCTION_TYPE_OTHER, "other"))

static const char *const production_type_labels[] = {
    NC_ ("production type", "Backward schedule"),
    NC_ ("production type", "Minutes"),
    NC_ ("production type", "Communication plan"),
    NC_ ("production type", "Balance sheet"),
    NC_ ("production type", "Interview"),
    NC_ ("production type", "Project management tools"),
    NC_ ("production type", "Other"),
};

G_DEFINE_ENUM_TYPE (CeciHealth, ceci_health, G_DEFINE_ENUM_VALUE (CECI_HEALTH_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (CECI_HEALTH_FINE, "fine"),
                    G_DEFINE_ENUM_VALUE (CECI_HEALTH_ENCRYPTED, "encrypted"),
                    G_DEFINE_ENUM_VALUE (CECI_HEALTH_DAMAGED, "damaged"),
                    G_DEFINE_ENUM_VALUE (CECI_HEALTH_EMPTY, "empty"),
                    G_DEFINE_ENUM_VALUE (CECI_HEALTH_NOT_PDF, "not-pdf"))

static const char *const health_labels[] = {
    NC_ ("document health", "Not inspected"), NC_ ("document health", "Readable"), NC_ ("document health", "Encrypted"),
    NC_ ("document health", "Damaged"),       NC_ ("document health", "Empty"),    NC_ ("document health", "Not a PDF"),
};

G_DEFINE_ENUM_TYPE (CeciOverall, ceci_overall, G_DEFINE_ENUM_VALUE (CECI_OVERALL_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (CECI_OVERALL_FAVOURABLE, "favourable"),
                    G_DEFINE_ENUM_VALUE (CECI_OVERALL_RESERVED, "reserved"),
                    G_DEFINE_ENUM_VALUE (CECI_OVERALL_UNFAVOURABLE, "unfavourable"))

static const char *const overall_labels[] = {
    NC_ ("overall opinion", "Favourable"),
    NC_ ("overall opinion", "With reservations"),
    NC_ ("overall opinion", "Unfavourable"),
};

G_DEFINE_ENUM_TYPE (CeciNoteState, ceci_note_state, G_DEFINE_ENUM_VALUE (CECI_NOTE_STATE_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (CECI_NOTE_STATE_DONE, "done"))

static const char *const note_state_labels[] = {
    NC_ ("note state", "Open"),
    NC_ ("note state", "Done"),
};

G_DEFINE_ENUM_TYPE (CeciJurorQuality, ceci_juror_quality, G_DEFINE_ENUM_VALUE (CECI_JUROR_QUALITY_STUDENT, "student"),
                    G_DEFINE_ENUM_VALUE (CECI_JUROR_QUALITY_ASSOCIATION, "association"),
                    G_DEFINE_ENUM_VALUE (CECI_JUROR_QUALITY_EXPERT, "expert"),
                    G_DEFINE_ENUM_VALUE (CECI_JUROR_QUALITY_STAFF, "staff"))

static const char *const juror_quality_labels[] = {
    NC_ ("juror quality", "Student"),
    NC_ ("juror quality", "Association"),
    NC_ ("juror quality", "Expert"),
    NC_ ("juror quality", "Staff"),
};

G_DEFINE_ENUM_TYPE (CeciSessionState, ceci_session_state,
                    G_DEFINE_ENUM_VALUE (CECI_SESSION_STATE_PREPARATION, "preparation"),
                    G_DEFINE_ENUM_VALUE (CECI_SESSION_STATE_READING, "reading"),
                    G_DEFINE_ENUM_VALUE (CECI_SESSION_STATE_DELIBERATION, "deliberation"),
                    G_DEFINE_ENUM_VALUE (CECI_SESSION_STATE_CLOSED, "closed"))

static const char *const session_state_labels[] = {
    NC_ ("session state", "Preparation"),
    NC_ ("session state", "Reading"),
    NC_ ("session state", "Deliberation"),
    NC_ ("session state", "Closed"),
};

G_DEFINE_ENUM_TYPE (CeciAssignmentRole, ceci_assignment_role,
                    G_DEFINE_ENUM_VALUE (CECI_ASSIGNMENT_ROLE_READER, "reader"),
                    G_DEFINE_ENUM_VALUE (CECI_ASSIGNMENT_ROLE_RESERVE, "reserve"),
                    G_DEFINE_ENUM_VALUE (CECI_ASSIGNMENT_ROLE_THIRD, "third"))

static const char *const assignment_role_labels[] = {
    NC_ ("assignment role", "Reader"),
    NC_ ("assignment role", "Reserve"),
    NC_ ("assignment role", "Third reader"),
};

G_DEFINE_ENUM_TYPE (CeciReturnState, ceci_return_state, G_DEFINE_ENUM_VALUE (CECI_RETURN_STATE_MERGED, "merged"),
                    G_DEFINE_ENUM_VALUE (CECI_RETURN_STATE_SUPERSEDED, "superseded"),
                    G_DEFINE_ENUM_VALUE (CECI_RETURN_STATE_ANNEX, "annex"))

static const char *const return_state_labels[] = {
    NC_ ("return state", "Merged"),
    NC_ ("return state", "Superseded"),
    NC_ ("return state", "Annex"),
};

G_DEFINE_ENUM_TYPE (CeciOutcome, ceci_outcome, G_DEFINE_ENUM_VALUE (CECI_OUTCOME_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (CECI_OUTCOME_AWARDED, "awarded"),
                    G_DEFINE_ENUM_VALUE (CECI_OUTCOME_TO_COMPLETE, "to-complete"),
                    G_DEFINE_ENUM_VALUE (CECI_OUTCOME_DEFERRED, "deferred"),
                    G_DEFINE_ENUM_VALUE (CECI_OUTCOME_REFUSED, "refused"))

static const char *const outcome_labels[] = {
    NC_ ("outcome", "Awarded"),
    NC_ ("outcome", "To complete"),
    NC_ ("outcome", "Deferred"),
    NC_ ("outcome", "Refused"),
};

G_DEFINE_ENUM_TYPE (CeciContactChannel, ceci_contact_channel, G_DEFINE_ENUM_VALUE (CECI_CONTACT_CHANNEL_EMAIL, "email"),
                    G_DEFINE_ENUM_VALUE (CECI_CONTACT_CHANNEL_PHONE, "phone"),
                    G_DEFINE_ENUM_VALUE (CECI_CONTACT_CHANNEL_MEETING, "meeting"),
                    G_DEFINE_ENUM_VALUE (CECI_CONTACT_CHANNEL_OTHER, "other"))

static const char *const contact_channel_labels[] = {
    NC_ ("contact channel", "E-mail"),
    NC_ ("contact channel", "Telephone"),
    NC_ ("contact channel", "Meeting"),
    NC_ ("contact channel", "Other"),
};

G_DEFINE_ENUM_TYPE (CeciHold, ceci_hold, G_DEFINE_ENUM_VALUE (CECI_HOLD_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (CECI_HOLD_IN, "in"), G_DEFINE_ENUM_VALUE (CECI_HOLD_OUT, "out"))

static const char *const hold_labels[] = {
    NC_ ("hold", "Held in"),
    NC_ ("hold", "Held out"),
};

G_DEFINE_ENUM_TYPE (CeciLetterChannel, ceci_letter_channel, G_DEFINE_ENUM_VALUE (CECI_LETTER_CHANNEL_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (CECI_LETTER_CHANNEL_EMAIL, "email"),
                    G_DEFINE_ENUM_VALUE (CECI_LETTER_CHANNEL_PRINT, "print"),
                    G_DEFINE_ENUM_VALUE (CECI_LETTER_CHANNEL_OTHER, "other"))

static const char *const letter_channel_labels[] = {
    NC_ ("letter channel", "E-mail"),
    NC_ ("letter channel", "Paper"),
    NC_ ("letter channel", "Other"),
};

G_DEFINE_ENUM_TYPE (CeciSubsidyState, ceci_subsidy_state,
                    G_DEFINE_ENUM_VALUE (CECI_SUBSIDY_STATE_REQUESTED, "requested"),
                    G_DEFINE_ENUM_VALUE (CECI_SUBSIDY_STATE_GRANTED, "granted"),
                    G_DEFINE_ENUM_VALUE (CECI_SUBSIDY_STATE_REFUSED, "refused"))

static const char *const subsidy_state_labels[] = {
    NC_ ("subsidy state", "Requested"),
    NC_ ("subsidy state", "Granted"),
    NC_ ("subsidy state", "Refused"),
};

static const struct {
  GType (*get_type) (void);
  const char *context;
  const char *const *labels;
  guint n_labels;
} labels[] = {
    {ceci_cohort_phase_get_type, "cohort phase", cohort_phase_labels, G_N_ELEMENTS (cohort_phase_labels)},
    {ceci_gender_get_type, "gender", gender_labels, G_N_ELEMENTS (gender_labels)},
    {ceci_organisation_kind_get_type, "organisation kind", organisation_kind_labels,
     G_N_ELEMENTS (organisation_kind_labels)},
    {ceci_legal_form_get_type, "legal form", legal_form_labels, G_N_ELEMENTS (legal_form_labels)},
    {ceci_application_state_get_type, "application state", application_state_labels,
     G_N_ELEMENTS (application_state_labels)},
    {ceci_student_state_get_type, "student state", student_state_labels, G_N_ELEMENTS (student_state_labels)},
    {ceci_extension_category_get_type, "extension category", extension_category_labels,
     G_N_ELEMENTS (extension_category_labels)},
    {ceci_supervisor_kind_get_type, "supervisor kind", supervisor_kind_labels, G_N_ELEMENTS (supervisor_kind_labels)},
    {ceci_party_get_type, "party", party_labels, G_N_ELEMENTS (party_labels)},
    {ceci_hours_state_get_type, "hours state", hours_state_labels, G_N_ELEMENTS (hours_state_labels)},
    {ceci_attendance_state_get_type, "attendance state", attendance_state_labels,
     G_N_ELEMENTS (attendance_state_labels)},
    {ceci_document_kind_get_type, "document kind", document_kind_labels, G_N_ELEMENTS (document_kind_labels)},
    {ceci_production_type_get_type, "production type", production_type_labels, G_N_ELEMENTS (production_type_labels)},
    {ceci_health_get_type, "document health", health_labels, G_N_ELEMENTS (health_labels)},
    {ceci_overall_get_type, "overall opinion", overall_labels, G_N_ELEMENTS (overall_labels)},
    {ceci_note_state_get_type, "note state", note_state_labels, G_N_ELEMENTS (note_state_labels)},
    {ceci_juror_quality_get_type, "juror quality", juror_quality_labels, G_N_ELEMENTS (juror_quality_labels)},
    {ceci_session_state_get_type, "session state", session_state_labels, G_N_ELEMENTS (session_state_labels)},
    {ceci_assignment_role_get_type, "assignment role", assignment_role_labels, G_N_ELEMENTS (assignment_role_labels)},
    {ceci_return_state_get_type, "return state", return_state_labels, G_N_ELEMENTS (return_state_labels)},
    {ceci_outcome_get_type, "outcome", outcome_labels, G_N_ELEMENTS (outcome_labels)},
    {ceci_contact_channel_get_type, "contact channel", contact_channel_labels, G_N_ELEMENTS (contact_channel_labels)},
    {ceci_hold_get_type, "hold", hold_labels, G_N_ELEMENTS (hold_labels)},
    {ceci_letter_channel_get_type, "letter channel", letter_channel_labels, G_N_ELEMENTS (letter_channel_labels)},
    {ceci_subsidy_state_get_type, "subsidy state", subsidy_state_labels, G_N_ELEMENTS (subsidy_state_labels)},
};

static gboolean
same_nick (const char *a, const char *b)
{
  for (; *a != '\0' && *b != '\0'; a++, b++)
    if ((*a == '_' ? '-' : *a) != (*b == '_' ? '-' : *b))
      return FALSE;
  return *a == *b;
}

/**
 * ceci_enum_from_nick:
 * @type: an enumeration's type
 * @nick: (nullable): a value's nick, or the word of its column
 *
 * Returns: the value, -1 if @nick names none
 */
int
ceci_enum_from_nick (GType type, const char *nick)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  for (guint i = 0; nick != NULL && i < klass->n_values; i++)
    if (same_nick (klass->values[i].value_nick, nick))
      return klass->values[i].value;
  return -1;
}

/**
 * ceci_enum_get_nick:
 * @type: an enumeration's type
 * @value: a value
 *
 * Returns: (nullable): its nick, such as `student-office`
 */
const char *
ceci_enum_get_nick (GType type, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *entry = g_enum_get_value (klass, value);

  return entry != NULL && value >= 0 ? entry->value_nick : NULL;
}

/**
 * ceci_enum_to_column:
 * @type: an enumeration's type
 * @value: a value
 *
 * Returns: (transfer full) (nullable): the word the schema has for it, such as `student_office`
 */
char *
ceci_enum_to_column (GType type, int value)
{
  const char *nick = ceci_enum_get_nick (type, value);

  return nick != NULL ? g_strdelimit (g_strdup (nick), "-", '_') : NULL;
}

/**
 * ceci_enum_get_label:
 * @type: one of this file's enumerations
 * @value: a value
 *
 * Returns: the word for it in the person's language; "" for an unset one
 */
const char *
ceci_enum_get_label (GType type, int value)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].get_type () == type && value >= 0 && (guint) value < labels[i].n_labels)
      return g_dpgettext2 (GETTEXT_PACKAGE, labels[i].context, labels[i].labels[value]);
  return "";
}
