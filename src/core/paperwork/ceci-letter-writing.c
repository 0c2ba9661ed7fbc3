// SPDX-License-Identifier: GPL-3.0-or-later
// Fills a letter in. Its words are in the reader's language: the sentences here stand in both, outside gettext, which
// follows the program's.

#include "config.h"

#include "ceci-letter-writing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-credential.h"
#include "ceci-letter-template.h"
#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-facts-repository.h"
#include "core/model/ceci-letter-repository.h"
#include "core/model/ceci-person-repository.h"
#include "core/model/ceci-placement-repository.h"
#include "core/model/ceci-progress-repository.h"
#include "core/model/ceci-regulation-repository.h"
#include "core/model/ceci-setting-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/store/ceci-date.h"

typedef struct {
  CeciDatabase *database;
  const CeciLetterRequest *request;
  const CeciLetterTemplate *template;
  const char *kind;
  const char *language;
  CeciPerson *person;
  CeciStudent *student;
  CeciApplication *application;
  CeciCohort *cohort;
  CeciRegulation *regulation;
  CeciFacts *facts; // a student's
  CeciPlacement *placement;
} Writing;

static void
writing_clear (Writing *self)
{
  g_clear_object (&self->person);
  g_clear_object (&self->student);
  g_clear_object (&self->application);
  g_clear_object (&self->cohort);
  g_clear_object (&self->regulation);
  g_clear_object (&self->placement);
  g_clear_pointer (&self->facts, ceci_facts_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

static gboolean
is_english (const Writing *self)
{
  return g_str_equal (self->language, "en");
}

static const char *
either (const Writing *self, const char *fr, const char *en)
{
  return is_english (self) ? en : fr;
}

static char *
date (const Writing *self, const char *day)
{
  return day != NULL ? ceci_date_format_long_in (day, self->language) : NULL;
}

static void
add_line (GString *lines, char *line)
{
  g_string_append_printf (lines, "%s– %s", lines->len > 0 ? "\n" : "", line);
  g_free (line);
}

// --- what stands for a placeholder: NULL where this person has none ----------------

static char *
say_usual_name (Writing *self, GError **error)
{
  const char *usual = ceci_person_get_usual_first_name (self->person);

  return g_strdup (usual != NULL && *usual != '\0' ? usual : ceci_person_get_first_name (self->person));
}

static char *
say_full_name (Writing *self, GError **error)
{
  g_autofree char *first = say_usual_name (self, NULL);

  return g_strdup_printf ("%s %s", first, ceci_person_get_family_name (self->person));
}

static char *
say_cohort (Writing *self, GError **error)
{
  return g_strdup (ceci_cohort_get_name (self->cohort));
}

static char *
say_starts_on (Writing *self, GError **error)
{
  return date (self, ceci_cohort_get_starts_on (self->cohort));
}

static char *
say_rank (Writing *self, GError **error)
{
  gint64 rank = self->application != NULL ? ceci_application_get_waiting_rank (self->application) : CECI_UNSET;

  return rank > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, rank) : NULL;
}

static char *
say_reasons (Writing *self, GError **error)
{
  const char *reason = self->application != NULL ? ceci_application_get_state_reason (self->application) : NULL;

  return g_strdup (reason != NULL ? reason : self->request->text);
}

static char *
say_required_hours (Writing *self, GError **error)
{
  return ceci_duration_format (ceci_regulation_get_integer (self->regulation, "placement-minutes"));
}

static char *
say_counted_hours (Writing *self, GError **error)
{
  return self->facts != NULL
             ? ceci_duration_format (ceci_regulation_sum_minutes (self->regulation, self->facts, CECI_COUNT_YES))
             : NULL;
}

static char *
say_deadline (Writing *self, GError **error)
{
  g_autofree char *deadline = self->facts != NULL ? ceci_regulation_deadline (self->regulation, self->facts) : NULL;

  return date (self, deadline);
}

static char *
say_days (Writing *self, GError **error)
{
  g_autofree char *deadline = self->facts != NULL ? ceci_regulation_deadline (self->regulation, self->facts) : NULL;

  return deadline != NULL ? g_strdup_printf ("%d", MAX (0, ceci_date_days_between (self->request->today, deadline)))
                          : NULL;
}

static gboolean
is_unreadable (const CeciDocumentFacts *document)
{
  static const char *const healths[] = {"encrypted", "damaged", "empty", NULL};

  return document->health != NULL && g_strv_contains (healths, document->health);
}

static gboolean
lacks (const CeciFacts *facts, const char *kind)
{
  gboolean found = FALSE;

  for (guint i = 0; i < facts->documents->len; i++) {
    const CeciDocumentFacts *document = &g_array_index (facts->documents, CeciDocumentFacts, i);

    found |= !document->removed && strcmp (document->kind, kind) == 0 && !is_unreadable (document);
  }
  return !found;
}

static guint
count_unreadable (const CeciFacts *facts)
{
  guint n = 0;

  for (guint i = 0; i < facts->documents->len; i++) {
    const CeciDocumentFacts *document = &g_array_index (facts->documents, CeciDocumentFacts, i);

    n += !document->removed && is_unreadable (document);
  }
  return n;
}

// What counts and what does not is the regulation's business: this only puts it into the reader's words.
static char *
say_missing (Writing *self, GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  const char *colon = either (self, " :", ":");
  gint64 required, counted;
  guint productions, done;

  if (self->facts == NULL)
    return NULL;
  required = ceci_regulation_get_integer (self->regulation, "placement-minutes");
  counted = ceci_regulation_sum_minutes (self->regulation, self->facts, CECI_COUNT_YES);
  productions = ceci_regulation_sum_productions (self->regulation, self->facts);
  done = (guint) __builtin_popcountll (self->facts->modules);
  if (counted < required) {
    g_autofree char *have = ceci_duration_format (counted), *need = ceci_duration_format (required);

    add_line (lines,
              g_strdup_printf ("%s%s %s / %s", either (self, "heures de stage", "placement hours"), colon, have, need));
  }
  if (done < self->facts->n_modules)
    add_line (lines, g_strdup_printf ("%s%s %u/%u", either (self, "modules en ligne", "online modules"), colon, done,
                                      self->facts->n_modules));
  if (productions < ceci_regulation_get_integer (self->regulation, "productions"))
    add_line (lines, g_strdup_printf ("%s%s %u/%" G_GINT64_FORMAT, either (self, "productions", "outputs"), colon,
                                      productions, ceci_regulation_get_integer (self->regulation, "productions")));
  if (lacks (self->facts, "reflective_analysis"))
    add_line (lines, g_strdup (either (self, "l’analyse réflexive", "the reflective analysis")));
  if (lacks (self->facts, "follow_up_grid"))
    add_line (lines, g_strdup (either (self, "la grille de suivi de ton ou ta maître de stage",
                                       "your supervisor’s follow-up grid")));
  if (count_unreadable (self->facts) > 0)
    add_line (lines, g_strdup_printf ("%s%s %u",
                                      either (self, "fichiers illisibles (mot de passe ou dégâts), à déposer à nouveau",
                                              "files that can’t be read (a password or damage), to be sent again"),
                                      colon, count_unreadable (self->facts)));
  if (lines->len == 0)
    return g_strdup (either (self, "– rien", "– nothing"));
  return g_string_free_and_steal (g_steal_pointer (&lines));
}

// The placement that lacks a signature, else the newest.
static CeciPlacement *
find_placement (Writing *self, GError **error)
{
  g_autoptr (GListModel) placements = NULL;

  if (self->placement != NULL || self->student == NULL)
    return self->placement;
  placements = ceci_placement_repository_list (self->database, ceci_record_get_id (CECI_RECORD (self->student)), error);
  for (guint i = 0; placements != NULL && i < g_list_model_get_n_items (placements); i++) {
    g_autoptr (CeciPlacement) placement = g_list_model_get_item (placements, i);
    gboolean open =
        ceci_placement_get_signed_on (placement) == NULL && ceci_placement_get_closed_on (placement) == NULL;

    if (open || self->placement == NULL || ceci_placement_get_signed_on (self->placement) != NULL)
      g_set_object (&self->placement, placement);
  }
  return self->placement;
}

static char *
say_missing_signatures (Writing *self, GError **error)
{
  static const struct {
    CeciParty party;
    const char *fr, *en;
  } parties[] = {{CECI_PARTY_STUDENT, "la tienne", "yours"},
                 {CECI_PARTY_ORGANISATION, "celle de l’organisme", "the organisation’s"},
                 {CECI_PARTY_UNIVERSITY, "celle de l’ULB", "the ULB’s"}};
  CeciPlacement *placement = find_placement (self, error);
  const char *agreement = placement != NULL ? ceci_placement_get_agreement_id (placement) : NULL;
  g_autoptr (GListModel) signatures =
      agreement != NULL ? ceci_agreement_repository_signatures (self->database, agreement, error) : NULL;
  g_autoptr (GString) missing = g_string_new (NULL);
  guint signed_by = 0;

  if (placement == NULL || (agreement != NULL && signatures == NULL))
    return NULL;
  for (guint i = 0; signatures != NULL && i < g_list_model_get_n_items (signatures); i++) {
    g_autoptr (CeciSignature) signature = g_list_model_get_item (signatures, i);

    signed_by |= 1u << ceci_signature_get_party (signature);
  }
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    if ((signed_by & (1u << parties[i].party)) == 0)
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "",
                              either (self, parties[i].fr, parties[i].en));
  if (missing->len == 0)
    g_string_append (missing, either (self, "aucune signature", "no signature"));
  return g_string_free_and_steal (g_steal_pointer (&missing));
}

static char *
say_organisation (Writing *self, GError **error)
{
  CeciPlacement *placement = find_placement (self, error);

  if (placement != NULL)
    return g_strdup (ceci_placement_get_organisation_name (placement));
  return self->application != NULL ? g_strdup (ceci_application_get_organisation_name (self->application)) : NULL;
}

static char *
say_supervisor (Writing *self, GError **error)
{
  CeciPlacement *placement = find_placement (self, error);
  const char *name = placement != NULL ? ceci_placement_get_supervisor_name (placement) : NULL;

  if (placement == NULL)
    return NULL;
  return g_strdup (name != NULL ? name : ceci_placement_get_organisation_name (placement));
}

static char *
say_hours_to_confirm (Writing *self, GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GListModel) hours =
      self->student != NULL
          ? ceci_hours_repository_list (self->database, ceci_record_get_id (CECI_RECORD (self->student)), error)
          : NULL;

  for (guint i = 0; hours != NULL && i < g_list_model_get_n_items (hours); i++) {
    g_autoptr (CeciHours) entry = g_list_model_get_item (hours, i);
    g_autofree char *day = date (self, ceci_hours_get_worked_on (entry));
    g_autofree char *duration = ceci_duration_format (ceci_hours_get_minutes (entry));
    const char *what = ceci_hours_get_description (entry);

    if (ceci_hours_get_state (entry) == CECI_HOURS_STATE_CLAIMED)
      add_line (lines,
                g_strdup_printf ("%s, %s%s%s", day, duration, what != NULL ? ", " : "", what != NULL ? what : ""));
  }
  return lines->len > 0 ? g_string_free_and_steal (g_steal_pointer (&lines)) : NULL;
}

static char *
say_left_on (Writing *self, GError **error)
{
  return self->student != NULL ? date (self, ceci_student_get_left_on (self->student)) : NULL;
}

static char *
say_absences (Writing *self, GError **error)
{
  return self->facts != NULL ? g_strdup_printf ("%u", self->facts->absences->len) : NULL;
}

static char *
say_meetings (Writing *self, GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GListModel) meetings =
      ceci_meeting_repository_list (self->database, ceci_record_get_id (CECI_RECORD (self->cohort)), error);

  if (meetings == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++) {
    g_autoptr (CeciMeeting) meeting = g_list_model_get_item (meetings, i);
    g_autofree char *day = date (self, ceci_meeting_get_held_on (meeting));
    const char *at = ceci_meeting_get_starts_at (meeting), *place = ceci_meeting_get_place (meeting);

    if (strcmp (ceci_meeting_get_held_on (meeting), self->request->today) >= 0 &&
        ceci_meeting_get_cancelled_on (meeting) == NULL)
      add_line (lines, g_strdup_printf ("%s%s%s, %s%s%s", day, at != NULL ? ", " : "", at != NULL ? at : "",
                                        ceci_meeting_get_title (meeting), place != NULL ? ", " : "",
                                        place != NULL ? place : ""));
  }
  if (lines->len == 0)
    return g_strdup (either (self, "– aucune n’est encore planifiée", "– none is planned yet"));
  return g_string_free_and_steal (g_steal_pointer (&lines));
}

static char *
say_text (Writing *self, GError **error)
{
  return g_strdup (self->request->text != NULL ? self->request->text : "");
}

static char *
say_today (Writing *self, GError **error)
{
  return date (self, self->request->today);
}

// R16: as the settings say, or as the FAQ does.
static char *
say_office (Writing *self, const char *setting, const char *preset, GError **error)
{
  char *value = ceci_setting_repository_get (self->database, setting, error);

  return value != NULL ? value : g_strdup (preset);
}

static char *
say_office_name (Writing *self, GError **error)
{
  return say_office (self, CECI_SETTING_OFFICE_NAME, "ULB Engagée", error);
}

static char *
say_office_email (Writing *self, GError **error)
{
  return say_office (self, CECI_SETTING_OFFICE_EMAIL, "engagement.citoyen@ulb.be", error);
}

static char *
say_office_phone (Writing *self, GError **error)
{
  return say_office (self, CECI_SETTING_OFFICE_PHONE, "02 650 28 79", error);
}

static char *
fill (const char *placeholder, gpointer user_data, GError **error)
{
  static const struct {
    const char *name;
    char *(*say) (Writing *self, GError **error);
  } sayings[] = {
      {"usual-name", say_usual_name},
      {"full-name", say_full_name},
      {"cohort", say_cohort},
      {"starts-on", say_starts_on},
      {"rank", say_rank},
      {"reasons", say_reasons},
      {"required-hours", say_required_hours},
      {"counted-hours", say_counted_hours},
      {"deadline", say_deadline},
      {"days", say_days},
      {"missing", say_missing},
      {"missing-signatures", say_missing_signatures},
      {"organisation", say_organisation},
      {"supervisor", say_supervisor},
      {"hours-to-confirm", say_hours_to_confirm},
      {"left-on", say_left_on},
      {"absences", say_absences},
      {"meetings", say_meetings},
      {"text", say_text},
      {"today", say_today},
      {"office-name", say_office_name},
      {"office-email", say_office_email},
      {"office-phone", say_office_phone},
  };
  Writing *self = user_data;
  g_autoptr (GError) failure = NULL;
  char *value = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    if (g_str_equal (sayings[i].name, placeholder))
      value = sayings[i].say (self, &failure);
  if (failure != NULL) {
    g_free (value);
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (value == NULL) {
    g_autofree char *who = say_full_name (self, NULL);

    g_set_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED,
                 _ ("The letter “%s” can’t be written to %s: nothing is known for “{%s}”."),
                 ceci_letter_template_get_title (self->kind), who, placeholder);
  }
  return value;
}

// --- whom it speaks of -------------------------------------------------------------

static gboolean
find_person (Writing *self, GError **error)
{
  const CeciLetterRequest *request = self->request;
  const char *person_id, *cohort_id;

  if (request->student_id != NULL) {
    self->student = ceci_student_repository_find (self->database, request->student_id, error);
    self->facts = self->student != NULL
                      ? ceci_facts_repository_find (self->database, request->student_id, &self->regulation, error)
                      : NULL;
    if (self->facts == NULL)
      return FALSE;
  } else {
    self->application = ceci_application_repository_find (self->database, request->application_id, error);
    if (self->application == NULL)
      return FALSE;
  }
  person_id = self->student != NULL ? ceci_student_get_person_id (self->student)
                                    : ceci_application_get_person_id (self->application);
  cohort_id = self->student != NULL ? ceci_student_get_cohort_id (self->student)
                                    : ceci_application_get_cohort_id (self->application);
  self->person = ceci_person_repository_find (self->database, person_id, error);
  self->cohort = self->person != NULL ? ceci_cohort_repository_find (self->database, cohort_id, error) : NULL;
  if (self->cohort != NULL && self->regulation == NULL)
    self->regulation = ceci_regulation_repository_find (self->database, cohort_id, error);
  return self->regulation != NULL;
}

// A supervisor is written to in the student's language too: the register knows no other.
static const char *
choose_language (const Writing *self)
{
  const char *language =
      self->request->language != NULL ? self->request->language : ceci_person_get_language (self->person);

  return g_strcmp0 (language, "en") == 0 ? "en" : "fr";
}

static gboolean
find_reader (Writing *self, char **name, char **email, GError **error)
{
  CeciPlacement *placement;

  if (self->template->reader == CECI_LETTER_TO_STUDENT) {
    *name = say_full_name (self, error);
    *email = g_strdup (ceci_person_get_email (self->person));
    return TRUE;
  }
  placement = find_placement (self, error);
  if (placement == NULL) {
    g_autofree char *who = say_full_name (self, NULL);

    if (error == NULL || *error == NULL)
      g_set_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED,
                   _ ("%s has no placement, and so no supervisor to write to."), who);
    return FALSE;
  }
  *name = say_supervisor (self, error);
  *email = g_strdup (ceci_placement_get_supervisor_email (placement) != NULL
                         ? ceci_placement_get_supervisor_email (placement)
                         : ceci_placement_get_organisation_email (placement));
  return TRUE;
}

// What tells an applicant where the application stands; NULL: nothing was decided.
static const char *
decision_letter (CeciApplicationState state)
{
  switch (state) {
  case CECI_APPLICATION_STATE_INADMISSIBLE:
    return "inadmissible";
  case CECI_APPLICATION_STATE_WAITING:
    return "waiting";
  case CECI_APPLICATION_STATE_SELECTED:
    return "selected";
  case CECI_APPLICATION_STATE_DECLINED:
    return "not-selected";
  case CECI_APPLICATION_STATE_RECEIVED:
  case CECI_APPLICATION_STATE_ADMISSIBLE:
  case CECI_APPLICATION_STATE_WITHDRAWN:
  default:
    return NULL;
  }
}

static gboolean
find_template (Writing *self, GError **error)
{
  self->kind = self->request->kind;
  if (self->kind == NULL && self->application != NULL)
    self->kind = decision_letter (ceci_application_get_state (self->application));
  if (self->kind == NULL) {
    g_autofree char *who = say_full_name (self, NULL);

    g_set_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED,
                 _ ("No decision about %s can be told by letter. Choose which letter to write."), who);
    return FALSE;
  }
  self->template = ceci_letter_template_find (self->kind, error);
  return self->template != NULL;
}

/**
 * ceci_letter_compose:
 * @database: a connection
 * @request: which letter, about whom
 * @error: return location for an error; %CECI_PAPERWORK_ERROR_REFUSED says what the letter needs
 *
 * Returns: (transfer full) (nullable): the letter, not in the register yet
 */
CeciLetter *
ceci_letter_compose (CeciDatabase *database, const CeciLetterRequest *request, GError **error)
{
  g_auto (Writing) self = {.database = database, .request = request};
  g_autofree char *subject_text = NULL, *body_text = NULL, *subject = NULL, *body = NULL, *name = NULL, *email = NULL;

  if (!find_person (&self, error) || !find_template (&self, error))
    return NULL;
  self.language = choose_language (&self);
  if (!find_reader (&self, &name, &email, error) ||
      !ceci_letter_template_read (database, self.kind, self.language, &subject_text, &body_text, error))
    return NULL;
  subject = ceci_letter_template_fill (subject_text, fill, &self, error);
  body = subject != NULL ? ceci_letter_template_fill (body_text, fill, &self, error) : NULL;
  if (body == NULL)
    return NULL;
  return ceci_record_new (CECI_TYPE_LETTER, "person_id", ceci_record_get_id (CECI_RECORD (self.person)), "student_id",
                          request->student_id, "application_id", request->application_id, "kind", self.kind, "subject",
                          subject, "body", body, "language", self.language, "reader_name", name, "reader_email", email,
                          NULL);
}

/**
 * ceci_letter_prepare:
 * @database: a connection inside a write
 * @request: which letter, about whom
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the letter's id
 */
char *
ceci_letter_prepare (CeciDatabase *database, const CeciLetterRequest *request, GError **error)
{
  g_autoptr (CeciLetter) letter = ceci_letter_compose (database, request, error);

  return letter != NULL ? ceci_letter_repository_keep (database, letter, error) : NULL;
}
