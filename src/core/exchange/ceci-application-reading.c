// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a form as the person and the application it speaks of. An answer that can't be understood is left out with
// a remark; a row is refused only if one can't tell who applies.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-application-reading.h"
#include "ceci-form-values.h"
#include "core/model/ceci-organisation-repository.h"
#include "core/model/ceci-person-repository.h"

typedef struct {
  const CeciApplicationReader *reader;
  CeciApplicationReading *reading;
  guint row;
} Row;

static char *
text_of (const Row *row, const char *field)
{
  return ceci_form_text (ceci_column_map_get_cell (row->reader->map, row->row, field),
                         row->reader->kind == CECI_FORM_LIMESURVEY);
}

G_GNUC_PRINTF (2, 3)
static void
remark (const Row *row, const char *format, ...)
{
  va_list arguments;

  if (row->reading->remarks->len > 0)
    g_string_append_c (row->reading->remarks, ' ');
  va_start (arguments, format);
  g_string_append_vprintf (row->reading->remarks, format, arguments);
  va_end (arguments);
}

static char *
date_of (const Row *row, const char *field, const char *title)
{
  g_autofree char *text = text_of (row, field);
  char *date = ceci_form_date (text, row->reader->today);

  if (text != NULL && date == NULL)
    remark (row, _ ("%s: “%s” is not a date; it was left out."), title, text);
  return date;
}

static char *
email_of (const Row *row, const char *field)
{
  g_autofree char *text = text_of (row, field);
  char *email = ceci_form_email (text);

  if (text != NULL && email == NULL && g_ascii_strcasecmp (text, "anonymous") != 0)
    remark (row, _ ("“%s” is not an e-mail address; it was left out."), text);
  return email;
}

static CeciAnswer
answer_of (const Row *row, const char *field, const char *title)
{
  g_autofree char *text = text_of (row, field);
  CeciAnswer answer = ceci_form_answer (text);

  if (text != NULL && answer == CECI_ANSWER_UNCLEAR)
    remark (row, _ ("%s: “%s” is neither yes nor no; it was left out."), title, text);
  return answer;
}

static gboolean
is_upper_case (const char *word)
{
  g_autofree char *upper = g_utf8_strup (word, -1);

  return g_utf8_strlen (word, -1) > 1 && g_str_equal (upper, word);
}

// «Martin, Élodie», «MARTIN Élodie» and «Élodie MARTIN» say which is which; «Élodie Martin» does not.
static gboolean
split_name (const char *whole, char **family, char **first)
{
  const char *comma = strchr (whole, ',');
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) family_words = g_string_new (NULL);
  g_autoptr (GString) first_words = g_string_new (NULL);

  if (comma != NULL) {
    g_autofree char *before = g_strndup (whole, (gsize) (comma - whole));

    *family = ceci_form_text (before, FALSE);
    *first = ceci_form_text (comma + 1, FALSE);
    return *family != NULL && *first != NULL;
  }
  words = g_strsplit_set (whole, " \t", -1);
  for (guint i = 0; words[i] != NULL; i++) {
    GString *part = is_upper_case (words[i]) ? family_words : first_words;

    if (*words[i] != '\0')
      g_string_append_printf (part, "%s%s", part->len > 0 ? " " : "", words[i]);
  }
  *family = g_strdup (family_words->str);
  *first = g_strdup (first_words->str);
  return **family != '\0' && **first != '\0';
}

// Fails with the row's refusal.
static gboolean
names_of (const Row *row, char **family, char **first)
{
  g_autofree char *whole = NULL;

  *family = text_of (row, "family-name");
  *first = text_of (row, "first-name");
  if (*family != NULL && *first != NULL)
    return TRUE;
  whole = text_of (row, "full-name");
  if (whole == NULL)
    whole = text_of (row, "account-name");
  if (whole != NULL && g_ascii_strcasecmp (whole, "anonymous") != 0) {
    g_clear_pointer (family, g_free);
    g_clear_pointer (first, g_free);
    if (split_name (whole, family, first))
      return TRUE;
    row->reading->refusal = g_strdup_printf (
        _ ("“%s” does not show which part is the family name: give family name and first name in two columns."), whole);
  } else if (*family == NULL && *first == NULL) {
    row->reading->refusal = g_strdup (_ ("No name stands on this line."));
  } else {
    row->reading->refusal =
        g_strdup (*family == NULL ? _ ("The family name is missing.") : _ ("The first name is missing."));
  }
  return FALSE;
}

static char *
matricule_of (const Row *row)
{
  g_autofree char *text = text_of (row, "matricule");
  char *matricule = text != NULL ? ceci_matricule_normalise (text) : NULL;

  if (text != NULL && matricule == NULL)
    remark (row, _ ("“%s” is not a student number of six digits; it was left out."), text);
  return matricule;
}

static const char *
faculty_of (const Row *row)
{
  g_autofree char *text = text_of (row, "faculty");
  const char *id = text != NULL ? ceci_faculty_names_match (row->reader->faculties, text) : NULL;

  if (text != NULL && id == NULL)
    remark (row, _ ("The faculty “%s” is not in the list; it was left out."), text);
  return id;
}

static const char *
language_of (const Row *row)
{
  g_autofree char *text = text_of (row, "language");

  return text != NULL && (g_ascii_strncasecmp (text, "en", 2) == 0 || g_ascii_strncasecmp (text, "ang", 3) == 0) ? "en"
                                                                                                                 : "fr";
}

static void
read_person (const Row *row, const char *family, const char *first)
{
  g_autofree char *usual = text_of (row, "usual-first-name"), *matricule = matricule_of (row),
                  *phone = text_of (row, "phone");
  g_autofree char *birth_date = date_of (row, "birth-date", _ ("Date of birth")),
                  *gender_text = text_of (row, "gender");
  g_autofree char *email = email_of (row, "email");
  gboolean unclear;
  int gender = ceci_form_gender (gender_text, &unclear);

  if (email == NULL)
    email = email_of (row, "account-email");
  if (unclear)
    remark (row, _ ("Gender: “%s” is not one of the register’s words; it was left out."), gender_text);
  if (email == NULL && matricule == NULL)
    remark (row, _ ("There is neither an e-mail address nor a student number: this person can’t be contacted or "
                    "recognised later."));
  row->reading->person = ceci_record_new (
      CECI_TYPE_PERSON, "family_name", family, "first_name", first, "usual_first_name", usual, "matricule", matricule,
      "email", email, "phone", phone, "birth_date", birth_date, "gender", ceci_enum_get_nick (CECI_TYPE_GENDER, gender),
      "faculty_id", faculty_of (row), "language", language_of (row), NULL);
}

static char *
enterprise_number_of (const Row *row)
{
  g_autofree char *text = text_of (row, "enterprise-number");
  GString *digits;

  if (text == NULL)
    return NULL;
  digits = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  if (digits->len == 9)
    g_string_prepend_c (digits, '0'); // as it was written before 2005, and as a spreadsheet shows it
  if (ceci_enterprise_number_is_valid (digits->str))
    return g_string_free_and_steal (digits);
  remark (row, _ ("“%s” is not an enterprise number; it was left out."), text);
  g_string_free (digits, TRUE);
  return NULL;
}

static gint64
minutes_of (const Row *row)
{
  g_autofree char *text = text_of (row, "planned-hours");
  gint64 minutes = ceci_form_minutes (text);

  if (text != NULL && minutes < 0)
    remark (row, _ ("Planned hours: “%s” is not a number of hours; it was left out."), text);
  return minutes >= 0 ? minutes : CECI_UNSET;
}

static void
read_application (const Row *row)
{
  CeciApplicationReading *reading = row->reading;
  g_autofree char *kind_text = text_of (row, "organisation-kind"), *form_text = text_of (row, "legal-form");
  g_autofree char *organisation = text_of (row, "organisation-name"), *profile = text_of (row, "entry-profile"),
                  *path = text_of (row, "study-path");
  g_autofree char *number = enterprise_number_of (row), *mission = text_of (row, "mission"),
                  *function = text_of (row, "function");
  g_autofree char *starts_on = date_of (row, "starts-on", _ ("Placement begins")),
                  *ends_on = date_of (row, "ends-on", _ ("Placement ends"));
  g_autofree char *supervisor = text_of (row, "supervisor-name"),
                  *supervisor_email = email_of (row, "supervisor-email");
  g_autofree char *offer = text_of (row, "offer-reference"), *motivation = text_of (row, "motivation"),
                  *submitted = text_of (row, "submitted-at");
  g_autofree char *received_at = ceci_form_instant (submitted, row->reader->today);
  CeciAnswer committee = answer_of (row, "committee-member", _ ("Committee member")),
             labelled = answer_of (row, "offer-labelled", _ ("Labelled offer")),
             consent = answer_of (row, "consent", _ ("Consent"));
  int kind = ceci_form_organisation_kind (kind_text),
      form = ceci_form_legal_form (form_text != NULL ? form_text : kind_text);

  if (kind_text != NULL && kind < 0)
    remark (row, _ ("Kind of organisation: “%s” is not one of the register’s words; it was left out."), kind_text);
  if (form_text != NULL && form < 0)
    remark (row, _ ("Legal form: “%s” is not one of the register’s words; it was left out."), form_text);
  // LimeSurvey writes 1980 for a survey that does not date its answers
  if (received_at == NULL || strcmp (received_at, "1990") < 0) {
    g_free (received_at);
    received_at = g_strdup (row->reader->now);
  }
  reading->has_committee_member = committee != CECI_ANSWER_UNCLEAR;
  reading->has_offer_labelled = labelled != CECI_ANSWER_UNCLEAR;
  reading->has_consent = consent != CECI_ANSWER_UNCLEAR;
  reading->application = ceci_record_new (
      CECI_TYPE_APPLICATION, "cohort_id", row->reader->cohort_id, "received_at", received_at, "state", "received",
      "entry_profile", profile, "study_path", path, "organisation_name", organisation, "organisation_kind",
      ceci_enum_get_nick (CECI_TYPE_ORGANISATION_KIND, kind), "legal_form",
      ceci_enum_get_nick (CECI_TYPE_LEGAL_FORM, form), "enterprise_number", number, "mission", mission, "function",
      function, "planned_minutes", minutes_of (row), "starts_on", starts_on, "ends_on", ends_on, "committee_member",
      (int) (committee == CECI_ANSWER_YES), "supervisor_name", supervisor, "supervisor_email", supervisor_email,
      "offer_reference", offer, "offer_labelled", (int) (labelled == CECI_ANSWER_YES), "motivation", motivation,
      "consent", (int) (consent == CECI_ANSWER_YES), "source", row->reader->source, "source_line",
      (gint64) ceci_table_get_line (ceci_column_map_get_table (row->reader->map), row->row), NULL);
}

static gboolean
is_unsubmitted (const Row *row)
{
  g_autofree char *submitted = text_of (row, "submitted-at");

  return submitted == NULL && ceci_column_map_get_column (row->reader->map, "submitted-at") >= 0;
}

/**
 * ceci_application_reading_init:
 * @self: (out caller-allocates): what the row says
 * @reader: the file's
 * @row: which row
 */
void
ceci_application_reading_init (CeciApplicationReading *self, const CeciApplicationReader *reader, guint row)
{
  const Row place = {.reader = reader, .reading = self, .row = row};
  const char *problem = ceci_table_get_problem (ceci_column_map_get_table (reader->map), row);
  g_autofree char *family = NULL, *first = NULL, *usual = NULL;

  *self = (CeciApplicationReading) {.remarks = g_string_new (NULL), .refusal = g_strdup (problem)};
  self->unsubmitted = is_unsubmitted (&place);
  if (problem != NULL || !names_of (&place, &family, &first)) {
    self->name = g_strjoin (" ", family != NULL ? family : "", first != NULL ? first : "", NULL);
    g_strstrip (self->name);
    return;
  }
  usual = text_of (&place, "usual-first-name");
  self->faculty = text_of (&place, "faculty");
  self->name = g_strdup_printf ("%s %s", usual != NULL ? usual : first, family);
  read_person (&place, family, first);
  read_application (&place);
}

void
ceci_application_reading_clear (CeciApplicationReading *self)
{
  g_clear_object (&self->person);
  g_clear_object (&self->application);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->faculty, g_free);
  g_clear_pointer (&self->refusal, g_free);
  if (self->remarks != NULL)
    g_string_free (g_steal_pointer (&self->remarks), TRUE);
}
