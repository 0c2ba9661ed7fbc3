// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's cohorts, applicants and enrolments.

#include "config.h"

#include <string.h>

#include "ceci-sample-names.h"
#include "ceci-sample-plan.h"
#include "ceci-sample-theme.h"
#include "core/model/ceci-application.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-person-alias.h"
#include "core/model/ceci-person-repository.h"
#include "core/model/ceci-student.h"
#include "core/store/ceci-date.h"

static const char *const paths[] = {"Bachelier, bloc 1", "Bachelier, bloc 2", "Bachelier, bloc 3",         "Master 1",
                                    "Master 2",          "Doctorat",          "Bachelier, année d’échange"};
static const char *const profiles[] = {"Déjà engagé·e dans une association", "Prêt·e à m’engager", "Délégué·e de cours",
                                       "Membre d’un cercle"};
static const char *const motivations[] = {
    "Je voudrais comprendre comment une association décide et y prendre ma part de responsabilité.",
    "J’ai déjà donné quelques heures çà et là ; j’aimerais apprendre à mener un projet jusqu’au bout.",
    "Mes études me parlent de politiques sociales. Je voudrais voir ce qu’elles deviennent sur le terrain.",
    "Je cherche un cadre pour un engagement que je porte depuis deux ans, et des gens avec qui en parler.",
    "Je viens d’arriver à Bruxelles et je voudrais m’engager dans mon quartier plutôt que seulement y habiter.",
    "Notre comité veut rendre ses activités plus accessibles, et je me suis proposé·e pour le faire sérieusement.",
};

gboolean
ceci_sample_write_cohort (CeciSample *self, CeciDatabase *database, guint index, GError **error)
{
  CeciSampleCohort *cohort = ceci_sample_get_cohort (self, index);
  g_autoptr (CeciCohort) draft =
      ceci_record_new (CECI_TYPE_COHORT, "name", cohort->name, "opens_on", cohort->opens_on, "closes_on",
                       cohort->closes_on, "starts_on", cohort->starts_on, "phase", "applications", "places",
                       (gint64) cohort->places, "place_value_cents", (gint64) 60000, NULL);

  cohort->id = ceci_cohort_repository_create (database, draft, error);
  return cohort->id != NULL;
}

gboolean
ceci_sample_write_closing (CeciSample *self, CeciDatabase *database, guint index, GError **error)
{
  return ceci_cohort_repository_set_phase (database, ceci_sample_get_cohort (self, index)->id, CECI_COHORT_PHASE_CLOSED,
                                           error);
}

// An address nobody else has.
static char *
take_address (CeciSample *self, const CeciSampleName *name)
{
  g_autofree char *stem = ceci_sample_name_to_address (name->first_name, name->family_name);
  char *address = g_strconcat (stem, "@etu.example", NULL);

  for (guint n = 2; !g_hash_table_add (self->addresses, g_strdup (address)); n++) {
    g_free (address);
    address = g_strdup_printf ("%s%u@etu.example", stem, n);
  }
  return address;
}

static gboolean
is_selected (const CeciSampleStudent *student)
{
  return student->fate != CECI_FATE_APPLICANT;
}

static gboolean
add_person (CeciSample *self, CeciDatabase *database, const CeciSampleCohort *cohort, CeciSampleStudent *student,
            GError **error)
{
  // one applicant came a second time, by another address and without a student number
  gboolean twice = g_str_equal (cohort->phase, "selection") && student->index == 41;
  g_autoptr (GRand) random = ceci_sample_random (self, CECI_STREAM_PERSON, student->cohort, twice ? 3 : student->index);
  CeciSampleName name;
  g_autofree char *email = NULL;
  // 7919 and 599993 are prime: no number comes twice before 599,993 people
  g_autofree char *matricule =
      g_strdup_printf ("%06u", 400000 + (guint) ((guint64) self->next_matricule++ * 7919 % 599993));
  g_autofree char *phone =
      g_strdup_printf ("+32 4%02d %02d %02d %02d", g_rand_int_range (random, 65, 99), g_rand_int_range (random, 10, 99),
                       g_rand_int_range (random, 10, 99), g_rand_int_range (random, 10, 99));
  g_autofree char *birth = ceci_date_add_days (cohort->starts_on, -g_rand_int_range (random, 18 * 365 + 40, 27 * 365));
  const char *faculty = g_ptr_array_index (self->faculties, g_rand_int_range (random, 0, (int) self->faculties->len));
  gboolean has_matricule = g_rand_int_range (random, 0, 24) != 0, has_gender = g_rand_int_range (random, 0, 9) != 0;
  const char *usual = g_rand_int_range (random, 0, 28) == 0 ? "Sam" : NULL;
  g_autoptr (CeciPerson) draft = NULL;

  ceci_sample_name_draw (&name, random);
  email = take_address (self, &name);
  if (twice) {
    g_autofree char *stem = ceci_sample_name_to_address (name.first_name, name.family_name);

    has_matricule = FALSE;
    g_free (email);
    email = g_strconcat (stem, "@courriel.example", NULL);
  }
  // gender serves the selection and is erased after it
  if (!g_str_equal (cohort->phase, "selection") && !g_str_equal (cohort->phase, "applications"))
    has_gender = FALSE;
  student->first_name = g_strdup (usual != NULL ? usual : name.first_name);
  student->family_name = name.family_name;
  student->display_name = g_strconcat (student->first_name, " ", student->family_name, NULL);
  draft = ceci_record_new (CECI_TYPE_PERSON, "family_name", name.family_name, "first_name", name.first_name,
                           "usual_first_name", usual, "matricule", has_matricule ? matricule : NULL, "email", email,
                           "phone", phone, "birth_date", birth, "gender", has_gender ? name.gender : NULL, "faculty_id",
                           faculty, "language", student->english ? "en" : "fr", NULL);
  student->person_id = ceci_person_repository_add (database, draft, error);
  return student->person_id != NULL;
}

// What the application's state is, and why.
static const char *
application_state (const CeciSampleCohort *cohort, const CeciSampleStudent *student, const char **reason, GRand *random)
{
  int drawn = g_rand_int_range (random, 0, 100);

  *reason = NULL;
  if (is_selected (student))
    return "selected";
  if (drawn < 8) {
    *reason = drawn < 4 ? "Aucun organisme d’accueil n’est indiqué." : "Le stage prévu compte moins de 150 heures.";
    return "inadmissible";
  }
  if (drawn < 11) {
    *reason = "Candidature retirée par la personne.";
    return "withdrawn";
  }
  if (g_str_equal (cohort->phase, "applications"))
    return drawn < 40 ? "admissible" : "received";
  if (g_str_equal (cohort->phase, "selection"))
    return "admissible";
  return drawn < 60 ? "waiting" : "declined";
}

static gboolean
add_application (CeciSample *self, CeciDatabase *database, const CeciSampleCohort *cohort, CeciSampleStudent *student,
                 GError **error)
{
  g_autoptr (GRand) random = ceci_sample_random (self, CECI_STREAM_APPLICATION, student->cohort, student->index);
  const CeciSampleOrganisation *organisation;
  const CeciSampleTheme *theme;
  const char *reason, *state,
      *last = strcmp (cohort->closes_on, self->options->today) < 0 ? cohort->closes_on : self->options->today;
  g_autofree char *received_on = ceci_date_add_days (
      cohort->opens_on, g_rand_int_range (random, 0, MAX (1, ceci_date_days_between (cohort->opens_on, last))));
  g_autofree char *received =
      ceci_sample_instant (received_on, g_rand_int_range (random, 6, 22), g_rand_int_range (random, 0, 60));
  g_autofree char *supervisor_email = NULL;
  g_autofree char *reference = NULL;
  gboolean student_body, has_offer, no_organisation;
  gint64 minutes;

  student->organisation = (guint) g_rand_int_range (random, 0, (int) self->organisations->len);
  student->theme = (guint) g_rand_int_range (random, 0, (int) ceci_sample_n_themes ());
  organisation = ceci_sample_get_organisation (self, student->organisation);
  theme = ceci_sample_get_theme (student->theme);
  student_body = organisation->committee != NULL;
  student->committee = student_body && g_rand_int_range (random, 0, 10) < 4;
  if (student->committee)
    student->supervisor = g_strdup (organisation->outgoing);
  else if (!student_body)
    student->supervisor = ceci_sample_name_draw_whole (random);
  if (student->supervisor != NULL) {
    g_auto (GStrv) names = g_strsplit (student->supervisor, " ", 2);
    g_autofree char *address = ceci_sample_name_to_address (names[0], names[1] != NULL ? names[1] : "");

    supervisor_email = g_strconcat (address, "@organisme.example", NULL);
  }
  has_offer = g_rand_int_range (random, 0, 3) == 0;
  if (has_offer)
    reference = g_strdup_printf ("TIME-%.4s-%03u", cohort->opens_on, 100 + student->organisation * 7);
  state = application_state (cohort, student, &reason, random);
  no_organisation = reason != NULL && g_str_has_prefix (reason, "Aucun");
  minutes = reason != NULL && g_str_has_prefix (reason, "Le stage") ? 60 * 90
                                                                    : 60 * (150 + 10 * g_rand_int_range (random, 0, 7));
  return ceci_sample_insert (
      database,
      ceci_record_new (CECI_TYPE_APPLICATION, "cohort_id", cohort->id, "person_id", student->person_id, "received_at",
                       received, "state", state, "state_reason", reason, "entry_profile",
                       profiles[g_rand_int_range (random, 0, G_N_ELEMENTS (profiles))], "study_path",
                       paths[g_rand_int_range (random, 0, G_N_ELEMENTS (paths))], "organisation_name",
                       no_organisation ? NULL : organisation->name, "organisation_kind",
                       no_organisation ? NULL : organisation->kind, "legal_form",
                       no_organisation ? NULL : organisation->legal_form, "enterprise_number",
                       no_organisation ? NULL : organisation->number, "mission", theme->mission, "function",
                       theme->function, "planned_minutes", minutes, "starts_on", student->starts_on, "ends_on",
                       student->ends_on, "committee_member", student->committee, "supervisor_name", student->supervisor,
                       "supervisor_email", supervisor_email, "offer_reference", reference, "offer_labelled", has_offer,
                       "motivation", motivations[g_rand_int_range (random, 0, G_N_ELEMENTS (motivations))], "consent",
                       TRUE, "source", "results-survey482193.csv", "source_line", (gint64) student->index + 2, NULL),
      &student->application_id, error);
}

gboolean
ceci_sample_write_applications (CeciSample *self, CeciDatabase *database, guint index, GError **error)
{
  CeciSampleCohort *cohort = ceci_sample_get_cohort (self, index);

  for (guint i = 0; i < cohort->n_people; i++) {
    CeciSampleStudent *student = ceci_sample_get_person (self, cohort, i);

    CHECKED (add_person (self, database, cohort, student, error));
    CHECKED (add_application (self, database, cohort, student, error));
  }
  return g_str_equal (cohort->phase, "applications") ||
         ceci_cohort_repository_set_phase (database, cohort->id, CECI_COHORT_PHASE_SELECTION, error);
}

static const char *
student_state (const CeciSampleStudent *student, const char **reason)
{
  *reason = NULL;
  switch (student->fate) {
  case CECI_FATE_WITHDRAWN:
    *reason = "Abandon à la demande de l’étudiant·e.";
    return "withdrawn";
  case CECI_FATE_EXPIRED:
    *reason = "Délai de deux ans dépassé.";
    return "expired";
  case CECI_FATE_AWARDED:
  case CECI_FATE_TO_COMPLETE:
  case CECI_FATE_REFUSED:
  case CECI_FATE_CANDIDATE:
  case CECI_FATE_RUNNING:
  case CECI_FATE_APPLICANT:
  default:
    return "enrolled";
  }
}

// The deadline of who let two years pass, or the day of withdrawing.
static char *
leaving_day (CeciSample *self, const CeciSampleStudent *student)
{
  char *day = NULL;

  if (student->fate == CECI_FATE_WITHDRAWN)
    day = ceci_date_add_days (student->enrolled_on, 20 + (int) (student->progress * 220));
  else if (student->fate == CECI_FATE_EXPIRED)
    day = ceci_date_add_months (student->enrolled_on, 24);
  if (day != NULL && !ceci_sample_is_past (self, day))
    g_set_str (&day, self->options->today);
  return day;
}

gboolean
ceci_sample_write_enrolment (CeciSample *self, CeciDatabase *database, guint index, GError **error)
{
  CeciSampleCohort *cohort = ceci_sample_get_cohort (self, index);

  for (guint i = 0; i < cohort->n_students; i++) {
    CeciSampleStudent *student = ceci_sample_get_person (self, cohort, i);
    const char *reason, *state = student_state (student, &reason);
    g_autofree char *left_on = leaving_day (self, student);

    CHECKED (ceci_sample_insert (database,
                                 ceci_record_new (CECI_TYPE_STUDENT, "person_id", student->person_id, "cohort_id",
                                                  cohort->id, "application_id", student->application_id, "enrolled_on",
                                                  student->enrolled_on, "left_on", left_on, "state", state,
                                                  "state_reason", reason, NULL),
                                 &student->student_id, error));
    // a name that changed since
    if (!self->lean && i % 31 == 7) {
      g_autofree char *until = ceci_date_add_days (student->enrolled_on, 60);

      CHECKED (
          ceci_sample_insert (database,
                              ceci_record_new (CECI_TYPE_PERSON_ALIAS, "person_id", student->person_id, "family_name",
                                               "Dumont", "first_name", student->first_name, "until", until, NULL),
                              NULL, error));
    }
  }
  return ceci_cohort_repository_set_phase (database, cohort->id, CECI_COHORT_PHASE_RUNNING, error);
}
