// SPDX-License-Identifier: GPL-3.0-or-later
// Names of tables and columns in words, and values as people read them.

#include "config.h"

#include "ceci-field-labels.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-records.h"
#include "ceci-sql.h"
#include "core/store/ceci-date.h"

static const struct {
  const char *table, *label;
  GType (*type) (void);
} tables[] = {
    {"agreement", N_ ("Agreement"), ceci_agreement_get_type},
    {"application", N_ ("Application"), ceci_application_get_type},
    {"application_contact", N_ ("Contact with an applicant"), ceci_application_contact_get_type},
    {"assignment", N_ ("Assignment to a juror"), ceci_assignment_get_type},
    {"attendance", N_ ("Attendance"), ceci_attendance_get_type},
    {"capacity", N_ ("Number of places"), ceci_capacity_get_type},
    {"certificate", N_ ("Certificate"), ceci_certificate_get_type},
    {"cohort", N_ ("Cohort"), ceci_cohort_get_type},
    {"column_mapping", N_ ("Column of an import"), ceci_column_mapping_get_type},
    {"contact", N_ ("Contact"), ceci_contact_get_type},
    {"criterion", N_ ("Criterion"), ceci_criterion_get_type},
    {"decision", N_ ("Decision"), ceci_decision_get_type},
    {"document", N_ ("Document"), ceci_document_get_type},
    {"document_version", N_ ("Version of a document"), ceci_document_version_get_type},
    {"dossier", N_ ("Dossier before a jury"), ceci_dossier_get_type},
    {"erasure", N_ ("Erasure"), ceci_erasure_get_type},
    {"extension", N_ ("Extension"), ceci_extension_get_type},
    {"faculty", N_ ("Faculty"), ceci_faculty_get_type},
    {"follow_up_grid", N_ ("Follow-up grid"), ceci_follow_up_grid_get_type},
    {"follow_up_note", N_ ("Follow-up note"), ceci_follow_up_note_get_type},
    {"follow_up_rating", N_ ("Rating"), ceci_follow_up_rating_get_type},
    {"grid", N_ ("Scoring grid"), ceci_grid_get_type},
    {"hours", N_ ("Hours"), ceci_hours_get_type},
    {"interruption", N_ ("Interruption"), ceci_interruption_get_type},
    {"juror", N_ ("Juror"), ceci_juror_get_type},
    {"jury_package", N_ ("Jury package"), ceci_jury_package_get_type},
    {"jury_return", N_ ("Juror’s return"), ceci_jury_return_get_type},
    {"jury_session", N_ ("Jury session"), ceci_jury_session_get_type},
    {"letter", N_ ("Letter"), ceci_letter_get_type},
    {"mandate", N_ ("Term of office"), ceci_mandate_get_type},
    {"meeting", N_ ("Meeting"), ceci_meeting_get_type},
    {"module", N_ ("Module"), ceci_module_get_type},
    {"module_completion", N_ ("Completed module"), ceci_module_completion_get_type},
    {"offer", N_ ("Offer"), ceci_offer_get_type},
    {"organisation", N_ ("Organisation"), ceci_organisation_get_type},
    {"page_note", N_ ("Note on a page"), ceci_page_note_get_type},
    {"participant", N_ ("Participant of a course"), ceci_participant_get_type},
    {"person", N_ ("Person"), ceci_person_get_type},
    {"person_alias", N_ ("Former name"), ceci_person_alias_get_type},
    {"placement", N_ ("Placement"), ceci_placement_get_type},
    {"regulation", N_ ("Regulation"), ceci_regulation_row_get_type},
    {"review", N_ ("Review"), ceci_review_get_type},
    {"score", N_ ("Score"), ceci_score_get_type},
    {"selection", N_ ("Selection"), ceci_selection_get_type},
    {"selection_choice", N_ ("Choice of the selection"), ceci_selection_choice_get_type},
    {"session_juror", N_ ("Juror of a session"), ceci_session_juror_get_type},
    {"setting", N_ ("Setting"), NULL},
    {"signature", N_ ("Signature"), ceci_signature_get_type},
    {"snooze", N_ ("Finding put aside"), ceci_snooze_get_type},
    {"student", N_ ("Enrolment"), ceci_student_get_type},
    {"subsidy", N_ ("Subsidy"), ceci_subsidy_get_type},
    {"subsidy_cover", N_ ("Places covered by a subsidy"), ceci_subsidy_cover_get_type},
    {"supervisor_member", N_ ("Member of the supervisor"), ceci_supervisor_member_get_type},
};

// One name a column, whatever its table. Those that are not here are for the program alone: identifiers, keys, digests.
static const struct {
  const char *column, *label;
} columns[] = {
    {"abstentions", N_ ("Abstentions")},
    {"added_at", N_ ("Added")},
    {"address", N_ ("Address")},
    {"admitted_on", N_ ("Admitted on")},
    {"adopted_on", N_ ("Adopted on")},
    {"advice", N_ ("Advice")},
    {"amount_cents", N_ ("Amount")},
    {"arrived_at", N_ ("Arrived")},
    {"attested_minutes", N_ ("Hours attested")},
    {"author", N_ ("Author")},
    {"birth_date", N_ ("Birth date")},
    {"body", N_ ("Text")},
    {"cancelled_on", N_ ("Cancelled on")},
    {"category", N_ ("Kind of reason")},
    {"changes", N_ ("What it changes")},
    {"channel", N_ ("Means")},
    {"checked_on", N_ ("Checked on")},
    {"checked_reason", N_ ("Reason of the check")},
    {"chosen", N_ ("Chosen")},
    {"city", N_ ("City")},
    {"closed_at", N_ ("Closed")},
    {"closed_on", N_ ("Closed on")},
    {"closed_reason", N_ ("Reason for closing")},
    {"closes_on", N_ ("Applications until")},
    {"code", N_ ("Code")},
    {"cohort_id", N_ ("Cohort")},
    {"comment", N_ ("Comment")},
    {"committee_member", N_ ("Committee member")},
    {"complete_by", N_ ("To complete by")},
    {"completed_on", N_ ("Completed on")},
    {"conditions", N_ ("Conditions")},
    {"confirmed_by", N_ ("Confirmed by")},
    {"confirmed_on", N_ ("Confirmed on")},
    {"consent", N_ ("Consent")},
    {"contacted_on", N_ ("Contacted on")},
    {"country", N_ ("Country")},
    {"course", N_ ("Course")},
    {"criterion_id", N_ ("Criterion")},
    {"cut_off_on", N_ ("Documents until")},
    {"dated_on", N_ ("Dated")},
    {"deadline", N_ ("Deadline")},
    {"decided_on", N_ ("Decided on")},
    {"deposited_at", N_ ("Deposited")},
    {"description", N_ ("Description")},
    {"done_on", N_ ("Done on")},
    {"drawn_on", N_ ("Drawn up on")},
    {"due_on", N_ ("Due on")},
    {"eligibility_reason", N_ ("Reason of the check")},
    {"email", N_ ("E-mail")},
    {"ends_at", N_ ("Ends at")},
    {"ends_on", N_ ("Ends on")},
    {"enrolled_on", N_ ("Enrolled on")},
    {"enterprise_number", N_ ("Enterprise number")},
    {"entry_profile", N_ ("Entry profile")},
    {"evidence", N_ ("Evidence")},
    {"faculty_id", N_ ("Faculty")},
    {"family_name", N_ ("Family name")},
    {"feasibility", N_ ("Feasibility")},
    {"file_name", N_ ("File")},
    {"filled_on", N_ ("Filled in on")},
    {"first_name", N_ ("First name")},
    {"function", N_ ("Role")},
    {"functions", N_ ("Roles")},
    {"funder", N_ ("Funder")},
    {"gender", N_ ("Gender")},
    {"gender_erased_on", N_ ("Gender erased on")},
    {"granted_by", N_ ("Granted by")},
    {"granted_on", N_ ("Granted on")},
    {"guidance_since", N_ ("Accompanied since")},
    {"health", N_ ("State of the file")},
    {"held", N_ ("Held")},
    {"held_on", N_ ("Date")},
    {"holder_name", N_ ("Holder")},
    {"iban", N_ ("Account")},
    {"issued_on", N_ ("Issued on")},
    {"item", N_ ("Item")},
    {"juror_id", N_ ("Juror")},
    {"kept", N_ ("Kept")},
    {"kind", N_ ("Kind")},
    {"labelled", N_ ("Labelled")},
    {"language", N_ ("Language")},
    {"languages", N_ ("Languages")},
    {"left_at", N_ ("Left")},
    {"left_on", N_ ("Left on")},
    {"legal_form", N_ ("Legal form")},
    {"level", N_ ("Level")},
    {"made_at", N_ ("Made")},
    {"made_on", N_ ("Made on")},
    {"matricule", N_ ("Student number")},
    {"media_type", N_ ("Type of file")},
    {"meeting_id", N_ ("Meeting")},
    {"merged_at", N_ ("Merged")},
    {"minutes", N_ ("Duration")},
    {"mission", N_ ("Assignment")},
    {"module_id", N_ ("Module")},
    {"motivation", N_ ("Motivation")},
    {"name", N_ ("Name")},
    {"name_en", N_ ("Name in English")},
    {"name_fr", N_ ("Name in French")},
    {"note", N_ ("Note")},
    {"number", N_ ("Number")},
    {"offer_labelled", N_ ("Labelled offer")},
    {"offer_reference", N_ ("TIME offer")},
    {"opens_on", N_ ("Applications from")},
    {"organisation", N_ ("Organisation")},
    {"organisation_id", N_ ("Organisation")},
    {"organisation_kind", N_ ("Kind of organisation")},
    {"organisation_name", N_ ("Organisation")},
    {"origin", N_ ("Origin")},
    {"outcome", N_ ("Outcome")},
    {"overall", N_ ("Overall opinion")},
    {"override_reason", N_ ("Reason for one place more")},
    {"page", N_ ("Page")},
    {"pages", N_ ("Pages")},
    {"party", N_ ("Party")},
    {"person_id", N_ ("Person")},
    {"phase", N_ ("Phase")},
    {"phone", N_ ("Telephone")},
    {"place", N_ ("Place")},
    {"place_value_cents", N_ ("Value of a place")},
    {"placement_id", N_ ("Placement")},
    {"places", N_ ("Places")},
    {"planned_minutes", N_ ("Planned hours")},
    {"postcode", N_ ("Postcode")},
    {"prepared_at", N_ ("Prepared")},
    {"production_type", N_ ("Type of output")},
    {"proposed", N_ ("Proposed")},
    {"purpose", N_ ("Purpose")},
    {"quality", N_ ("Quality")},
    {"readers", N_ ("Readers of each dossier")},
    {"reason", N_ ("Reason")},
    {"received_at", N_ ("Received")},
    {"recusal_reason", N_ ("Reason of the recusal")},
    {"recused_on", N_ ("Recused on")},
    {"reference", N_ ("Reference")},
    {"regulation_id", N_ ("Regulation")},
    {"removed_on", N_ ("Removed on")},
    {"removed_reason", N_ ("Reason for removing")},
    {"reopened_reason", N_ ("Reason for reopening")},
    {"requested_on", N_ ("Asked on")},
    {"revision", N_ ("Revision")},
    {"revoked_on", N_ ("Revoked on")},
    {"revoked_reason", N_ ("Reason for revoking")},
    {"role", N_ ("Role")},
    {"rule", N_ ("Rule")},
    {"sent_on", N_ ("Sent on")},
    {"session_id", N_ ("Jury session")},
    {"signatories", N_ ("Signatories")},
    {"signatory", N_ ("Signatory")},
    {"signed_on", N_ ("Signed on")},
    {"since", N_ ("Since")},
    {"size", N_ ("Size")},
    {"source", N_ ("Source")},
    {"starts_at", N_ ("Begins at")},
    {"starts_on", N_ ("Begins on")},
    {"state", N_ ("State")},
    {"state_reason", N_ ("Reason of the state")},
    {"strengths", N_ ("Strengths")},
    {"study_path", N_ ("Studies")},
    {"subject", N_ ("Subject")},
    {"suggestion", N_ ("Suggestion")},
    {"supervisor_email", N_ ("Supervisor’s e-mail")},
    {"supervisor_kind", N_ ("Kind of supervisor")},
    {"supervisor_name", N_ ("Supervisor")},
    {"text", N_ ("Text")},
    {"title", N_ ("Title")},
    {"title_en", N_ ("Title in English")},
    {"title_fr", N_ ("Title in French")},
    {"until", N_ ("Until")},
    {"usual_first_name", N_ ("Preferred first name")},
    {"valid_until", N_ ("Valid until")},
    {"value", N_ ("Value")},
    {"version", N_ ("Version")},
    {"votes_against", N_ ("Votes against")},
    {"votes_for", N_ ("Votes for")},
    {"waiting_rank", N_ ("Rank on the waiting list")},
    {"waiver_reason", N_ ("Reason of the waiver")},
    {"weight", N_ ("Weight")},
    {"worked_on", N_ ("Worked on")},
    {"written_at", N_ ("Written")},
};

// What an identifier refers to, by the name of what it refers to.
static const struct {
  const char *column, *sql;
} names[] = {
    {"cohort_id", "SELECT name FROM cohort WHERE id = $1"},
    {"criterion_id", "SELECT title_fr FROM criterion WHERE id = $1"},
    {"faculty_id", "SELECT name_fr FROM faculty WHERE id = $1"},
    {"juror_id", "SELECT first_name || ' ' || family_name FROM juror WHERE id = $1"},
    {"meeting_id", "SELECT title FROM meeting WHERE id = $1"},
    {"module_id", "SELECT title_fr FROM module WHERE id = $1"},
    {"organisation_id", "SELECT name FROM organisation WHERE id = $1"},
    {"person_id", "SELECT " SQL_DISPLAY_NAME " FROM person p WHERE p.id = $1"},
    {"placement_id", "SELECT o.name FROM placement l JOIN organisation o ON o.id = l.organisation_id WHERE l.id = $1"},
    {"regulation_id", "SELECT title FROM regulation WHERE id = $1"},
    {"session_id", "SELECT name FROM jury_session WHERE id = $1"},
};

const char *
ceci_table_label (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tables[i].table, table))
      return _ (tables[i].label);
  return table;
}

GType
ceci_table_record (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tables[i].table, table) && tables[i].type != NULL)
      return tables[i].type ();
  return G_TYPE_INVALID;
}

const char *
ceci_column_label (const char *table, const char *column)
{
  // a regulation's and a return's content are documents of their own
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].column, column))
      return _ (columns[i].label);
  return NULL;
}

static const CeciField *
field_of (const char *table, const char *column)
{
  GType type = ceci_table_record (table);
  g_autoptr (CeciRecordClass) klass = type != G_TYPE_INVALID ? g_type_class_ref (type) : NULL;

  for (guint i = 0; klass != NULL && i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].name, column) && (klass->fields[i].flags & CECI_FIELD_JOINED) == 0)
      return &klass->fields[i];
  return NULL;
}

static char *
enum_words (const CeciField *field, const char *value)
{
  g_autofree char *nick = g_strdelimit (g_strdup (value), "_", '-');

  return g_strdup (ceci_enum_get_label (field->enum_type (), ceci_enum_from_nick (field->enum_type (), nick)));
}

static char *
instant_words (const char *value)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (value, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, ceci_date_brussels ()) : NULL;
  g_autofree char *day = ceci_date_from_instant (value);
  g_autofree char *date = day != NULL ? ceci_date_format_long (day) : NULL;
  g_autofree char *hour = local != NULL ? g_date_time_format (local, "%H:%M") : NULL;

  // Translators: a date, an hour
  return date != NULL && hour != NULL ? g_strdup_printf (_ ("%s, %s"), date, hour) : g_strdup (value);
}

char *
ceci_column_words (CeciDatabase *database, const char *table, const char *column, const char *value)
{
  const CeciField *field = field_of (table, column);

  if (value == NULL || *value == '\0')
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].column, column)) {
      char *name = ceci_database_text (database, NULL, names[i].sql, "t", value);

      return name != NULL ? name : g_strdup (_ ("(no longer in the register)"));
    }
  if (field != NULL && field->type == CECI_FIELD_ENUM)
    return enum_words (field, value);
  if (field != NULL && field->type == CECI_FIELD_BOOLEAN)
    return g_strdup (g_str_equal (value, "0") ? _ ("No") : _ ("Yes"));
  if (ceci_date_is_valid (value))
    return ceci_date_format_long (value);
  if (strlen (value) > 19 && value[10] == 'T' && g_str_has_suffix (value, "Z"))
    return instant_words (value);
  if (g_str_has_suffix (column, "minutes"))
    return ceci_duration_format (g_ascii_strtoll (value, NULL, 10));
  if (g_str_has_suffix (column, "_cents"))
    return g_strdup_printf ("%.2f €", (double) g_ascii_strtoll (value, NULL, 10) / 100.0);
  if (g_str_equal (column, "size"))
    return g_format_size (g_ascii_strtoull (value, NULL, 10));
  return g_strdup (value);
}
