// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's placements with their supervisors and agreements, and the hours done in them.

#include "config.h"

#include <string.h>

#include "ceci-sample-names.h"
#include "ceci-sample-plan.h"
#include "ceci-sample-supervision.h"
#include "ceci-sample-theme.h"
#include "core/model/ceci-agreement.h"
#include "core/model/ceci-hours.h"
#include "core/model/ceci-placement.h"
#include "core/model/ceci-signature.h"
#include "core/model/ceci-supervisor-member.h"
#include "core/store/ceci-date.h"

static const char *const tasks[] = {
    "Réunion d’équipe",
    "Préparation de la salle",
    "Rédaction du procès-verbal",
    "Accueil du public",
    "Appels aux partenaires",
    "Affiches et réseaux sociaux",
    "Achats et tri du matériel",
    "Formation des bénévoles",
    "Suivi du budget",
    "Animation",
    "Installation et rangement",
    "Rencontre avec un partenaire",
    "Préparation du rétroplanning",
    "Réponse aux courriels",
    "Bilan de l’activité",
    "Permanence",
};

static gboolean
add_members (CeciDatabase *database, const CeciSampleOrganisation *organisation, CeciSampleStudent *student,
             GError **error)
{
  static const char *const roles[] = {"Présidence", "Vice-présidence", "Trésorerie", "Secrétariat", "Communication"};

  for (guint i = 0; i < organisation->committee->len && i < 4; i++)
    CHECKED (ceci_sample_insert (database,
                                 ceci_record_new (CECI_TYPE_SUPERVISOR_MEMBER, "placement_id", student->placement_id,
                                                  "name", g_ptr_array_index (organisation->committee, i), "role",
                                                  roles[i], "since", student->starts_on, NULL),
                                 NULL, error));
  return TRUE;
}

static gboolean
add_placement (CeciDatabase *database, CeciSample *self, CeciSampleStudent *student, const char *former_id,
               GRand *random, GError **error)
{
  const CeciSampleOrganisation *organisation = ceci_sample_get_organisation (self, student->organisation);
  const CeciSampleTheme *theme = ceci_sample_get_theme (student->theme);
  g_auto (CeciSampleSupervision) supervision = {NULL};
  const char *email;
  gboolean collective;

  CHECKED (ceci_sample_choose_supervision (self, database, student, &supervision, error));
  collective = student->supervisor == NULL;
  email = collective ? "comite@organisme.example" : NULL;
  CHECKED (ceci_sample_insert (
      database,
      ceci_record_new (CECI_TYPE_PLACEMENT, "student_id", student->student_id, "organisation_id", organisation->id,
                       "function", theme->function, "mission", theme->mission, "feasibility",
                       g_rand_int_range (random, 0, 3) == 0 ? "Cinq productions réalisables dans cette fonction."
                                                            : NULL,
                       "starts_on", student->starts_on, "ends_on", student->ends_on, "planned_minutes",
                       (gint64) 60 * (150 + 10 * g_rand_int_range (random, 0, 5)), "committee_member",
                       student->committee, "supervisor_kind", collective ? "collective" : "individual",
                       "supervisor_name", student->supervisor, "supervisor_email", email, "mandate_id",
                       supervision.mandate_id, "offer_id", supervision.offer_id, "replaces_id", former_id, NULL),
      &student->placement_id, error));
  return !collective || self->lean || add_members (database, organisation, student, error);
}

// The student signs first, the university last. Most agreements are whole; some wait for a signature, a few are not
// even drawn.
static gboolean
add_agreement (CeciDatabase *database, CeciSample *self, CeciSampleStudent *student, GRand *random, GError **error)
{
  static const char *const parties[] = {"student", "organisation", "university"};
  const CeciSampleOrganisation *organisation = ceci_sample_get_organisation (self, student->organisation);
  const char *signatories[] = {student->display_name,
                               student->supervisor != NULL ? student->supervisor
                                                           : g_ptr_array_index (organisation->committee, 0),
                               "Pour l’ULB, ULB Engagée"};
  int drawn = g_rand_int_range (random, 0, 100);
  guint n_signatures = student->fate <= CECI_FATE_CANDIDATE || drawn < 86 ? 3 : drawn < 91 ? 2 : drawn < 95 ? 1 : 0;
  g_autofree char *day = ceci_date_add_days (student->starts_on, g_rand_int_range (random, -12, 4));
  g_autofree char *agreement_id = NULL;

  if ((student->fate > CECI_FATE_CANDIDATE && drawn >= 97) || !ceci_sample_is_past (self, day))
    return TRUE;
  CHECKED (ceci_sample_insert (database,
                               ceci_record_new (CECI_TYPE_AGREEMENT, "placement_id", student->placement_id, "number",
                                                (gint64) 0, "drawn_on", day, NULL),
                               &agreement_id, error));
  for (guint i = 0; i < n_signatures; i++) {
    g_autofree char *signed_on = ceci_date_add_days (day, 1 + (int) i * 4 + g_rand_int_range (random, 0, 5));

    if (!ceci_sample_is_past (self, signed_on))
      break;
    CHECKED (
        ceci_sample_insert (database,
                            ceci_record_new (CECI_TYPE_SIGNATURE, "agreement_id", agreement_id, "party", parties[i],
                                             "signatory", signatories[i], "signed_on", signed_on, NULL),
                            NULL, error));
    if (i == 2)
      g_set_str (&student->signed_on, signed_on);
  }
  return TRUE;
}

// Where it began: a placement that ended early, whose hours still count beside those of the next one.
static gboolean
add_former_placement (CeciDatabase *database, CeciSample *self, CeciSampleStudent *student, GRand *random,
                      char **former_id, GError **error)
{
  static const char *const parties[] = {"student", "organisation", "university"};
  const CeciSampleOrganisation *organisation = ceci_sample_get_organisation (self, 11 + student->index % 9);
  const CeciSampleTheme *theme = ceci_sample_get_theme (student->theme + 3);
  g_autofree char *supervisor = ceci_sample_name_draw_whole (random);
  g_autofree char *closed_on = ceci_date_add_days (student->starts_on, -1);
  g_autofree char *agreement_id = NULL;

  if (ceci_date_days_between (student->enrolled_on, closed_on) < 10)
    return TRUE;
  CHECKED (ceci_sample_insert (database,
                               ceci_record_new (CECI_TYPE_PLACEMENT, "student_id", student->student_id,
                                                "organisation_id", organisation->id, "function", theme->function,
                                                "mission", theme->mission, "starts_on", student->enrolled_on, "ends_on",
                                                student->ends_on, "planned_minutes", (gint64) 9000, "supervisor_kind",
                                                "individual", "supervisor_name", supervisor, "closed_on", closed_on,
                                                "closed_reason", "Projet annulé par l’organisme.", NULL),
                               former_id, error));
  CHECKED (ceci_sample_insert (database,
                               ceci_record_new (CECI_TYPE_AGREEMENT, "placement_id", *former_id, "number", (gint64) 0,
                                                "drawn_on", student->enrolled_on, NULL),
                               &agreement_id, error));
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    CHECKED (ceci_sample_insert (database,
                                 ceci_record_new (CECI_TYPE_SIGNATURE, "agreement_id", agreement_id, "party",
                                                  parties[i], "signatory",
                                                  i == 0   ? student->display_name
                                                  : i == 1 ? supervisor
                                                           : "Pour l’ULB, ULB Engagée",
                                                  "signed_on", student->enrolled_on, NULL),
                                 NULL, error));
  for (int i = 1; i <= 3; i++) {
    g_autofree char *day = ceci_date_add_days (student->enrolled_on, i * 3);

    CHECKED (
        ceci_sample_insert (database,
                            ceci_record_new (CECI_TYPE_HOURS, "placement_id", *former_id, "worked_on", day, "minutes",
                                             (gint64) 60 * (i + 2), "description", tasks[i], "state", "accepted", NULL),
                            NULL, error));
  }
  return TRUE;
}

gboolean
ceci_sample_write_placements (CeciSample *self, CeciDatabase *database, guint index, GError **error)
{
  CeciSampleCohort *cohort = ceci_sample_get_cohort (self, index);

  for (guint i = 0; i < cohort->n_students; i++) {
    CeciSampleStudent *student = ceci_sample_get_person (self, cohort, i);
    g_autoptr (GRand) random = ceci_sample_random (self, CECI_STREAM_PLACEMENT, index, i);
    g_autofree char *former_id = NULL;

    // the office is still looking for a placement with these
    if (student->fate == CECI_FATE_RUNNING && student->progress < 0.14)
      continue;
    if (!self->lean && student->fate == CECI_FATE_RUNNING && i % 5 == 4)
      CHECKED (add_former_placement (database, self, student, random, &former_id, error));
    CHECKED (add_placement (database, self, student, former_id, random, error));
    if (!self->lean || i % 4 == 0)
      CHECKED (add_agreement (database, self, student, random, error));
    CHECKED (ceci_sample_write_amendment (self, database, student, error));
  }
  return TRUE;
}

static gboolean
add_entry (CeciDatabase *database, CeciSample *self, CeciSampleStudent *student, const char *day, gint64 minutes,
           GRand *random, GError **error)
{
  const char *state = "accepted", *reason = NULL;
  g_autofree char *confirmed_on = ceci_date_add_days (day, 7);
  gboolean confirmed = student->supervisor != NULL && ceci_sample_is_past (self, confirmed_on);

  if (!ceci_sample_is_past (self, day))
    return TRUE;
  if (student->fate == CECI_FATE_RUNNING) {
    int age = ceci_date_days_between (day, self->options->today);

    state = age < 25 ? "claimed" : age < 70 ? "confirmed" : "accepted";
    if (age >= 70 && g_rand_int_range (random, 0, 45) == 0) {
      state = "refused";
      reason = "Activité sans lien avec la mission.";
    }
  }
  if (!g_str_equal (state, "refused"))
    student->minutes += minutes;
  confirmed = confirmed && (g_str_equal (state, "confirmed") || g_str_equal (state, "accepted"));
  return ceci_sample_insert (
      database,
      ceci_record_new (CECI_TYPE_HOURS, "placement_id", student->placement_id, "worked_on", day, "minutes", minutes,
                       "description", tasks[g_rand_int_range (random, 0, G_N_ELEMENTS (tasks))], "state", state,
                       "state_reason", reason, "confirmed_by", confirmed ? student->supervisor : NULL, "confirmed_on",
                       confirmed ? confirmed_on : NULL, NULL),
      NULL, error);
}

// Days at random over the placement, until the hours are there.
static gboolean
add_log (CeciDatabase *database, CeciSample *self, CeciSampleStudent *student, GRand *random, GError **error)
{
  gint64 wanted = (gint64) (60 * g_rand_int_range (random, 152, 184) * student->progress);
  const char *last = ceci_sample_is_past (self, student->ends_on) ? student->ends_on : self->options->today;
  // who goes to a jury has enough hours after the last signature
  const char *first =
      student->fate <= CECI_FATE_CANDIDATE && student->signed_on != NULL ? student->signed_on : student->starts_on;
  int span = ceci_date_days_between (first, last);
  gint64 step = self->lean ? wanted : 60 * 4;
  int n = (int) (wanted / MAX (step, 1));

  if (span < 2 || wanted < 60)
    return TRUE;
  for (int i = 0; i < n; i++) {
    g_autofree char *day =
        ceci_date_add_days (first, 1 + (int) ((gint64) (span - 1) * i / MAX (n, 1)) + g_rand_int_range (random, 0, 3));
    gint64 minutes = self->lean ? wanted : 15 * g_rand_int_range (random, 10, 24);

    if (strcmp (day, last) > 0)
      g_set_str (&day, last);
    CHECKED (add_entry (database, self, student, day, minutes, random, error));
  }
  // the rest of what a candidate needs
  while (!self->lean && student->fate <= CECI_FATE_CANDIDATE && student->minutes < 60 * 150)
    CHECKED (add_entry (database, self, student, last, 15 * g_rand_int_range (random, 16, 28), random, error));
  return TRUE;
}

gboolean
ceci_sample_write_hours (CeciSample *self, CeciDatabase *database, guint index, GError **error)
{
  CeciSampleCohort *cohort = ceci_sample_get_cohort (self, index);

  for (guint i = 0; i < cohort->n_students; i++) {
    CeciSampleStudent *student = ceci_sample_get_person (self, cohort, i);
    g_autoptr (GRand) random = ceci_sample_random (self, CECI_STREAM_HOURS, index, i);

    if (student->placement_id == NULL)
      continue;
    CHECKED (add_log (database, self, student, random, error));
    // a few hours done before the enrolment: kept, never counted
    if (!self->lean && i % 13 == 4) {
      g_autofree char *early = ceci_date_add_days (student->enrolled_on, -g_rand_int_range (random, 3, 40));
      gint64 before = student->minutes;

      CHECKED (add_entry (database, self, student, early, 60 * 5, random, error));
      student->minutes = before;
    }
  }
  return TRUE;
}
