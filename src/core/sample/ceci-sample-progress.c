// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's modules, meetings and attendance, follow-up notes, extensions and funding.

#include "config.h"

#include "ceci-sample-plan.h"
#include "core/model/ceci-attendance.h"
#include "core/model/ceci-extension.h"
#include "core/model/ceci-follow-up-note.h"
#include "core/model/ceci-meeting.h"
#include "core/model/ceci-module-completion.h"
#include "core/model/ceci-snooze.h"
#include "core/model/ceci-subsidy-cover.h"
#include "core/model/ceci-subsidy.h"
#include "core/store/ceci-date.h"

#define CANCELLED 6 // of the meetings: its speaker was ill

static const char *const meetings[] = {
    "Accueil et présentation des projets",
    "Trouver sa place dans une équipe",
    "Atelier rétroplanning",
    "Échange de pratiques",
    "Rencontre d’une personne engagée",
    "Atelier communication",
    "Conflits et décisions",
    "Écrire une analyse réflexive",
    "Préparer son portfolio",
    "Clôture et perspectives",
};

static gboolean
add_modules (CeciSample *self, CeciDatabase *database, const CeciSampleStudent *student, GRand *random, GError **error)
{
  guint n = student->fate <= CECI_FATE_CANDIDATE ? self->modules->len
                                                 : (guint) (student->progress * (self->modules->len + 0.9));

  for (guint i = 0; i < MIN (n, self->modules->len) && (!self->lean || i < 1); i++) {
    g_autofree char *day =
        ceci_date_add_days (student->enrolled_on, 15 + (int) i * 32 + g_rand_int_range (random, 0, 25));
    g_autofree char *evidence = g_strdup_printf ("UV, achèvement du %.2s/%.2s/%.4s", day + 8, day + 5, day);

    if (!ceci_sample_is_past (self, day))
      break;
    CHECKED (ceci_sample_insert (database,
                                 ceci_record_new (CECI_TYPE_MODULE_COMPLETION, "student_id", student->student_id,
                                                  "module_id", g_ptr_array_index (self->modules, i), "completed_on",
                                                  day, "evidence", evidence, NULL),
                                 NULL, error));
  }
  return TRUE;
}

static gboolean
add_attendance (CeciSample *self, CeciDatabase *database, CeciSampleCohort *cohort, const char *meeting_id,
                guint number, GError **error)
{
  for (guint i = 0; i < cohort->n_students; i++) {
    CeciSampleStudent *student = ceci_sample_get_person (self, cohort, i);
    g_autoptr (GRand) random = ceci_sample_random (self, CECI_STREAM_PROGRESS, student->cohort, i * 16 + number + 1);
    int drawn = g_rand_int_range (random, 0, 100),
        often = student->fate <= CECI_FATE_CANDIDATE ? 88 : 55 + (int) (student->progress * 35);
    const char *state = drawn < often ? "present" : drawn < often + 7 ? "excused" : "absent";

    if (student->fate == CECI_FATE_WITHDRAWN && number > student->progress * 8)
      continue;
    CHECKED (ceci_sample_insert (database,
                                 ceci_record_new (CECI_TYPE_ATTENDANCE, "meeting_id", meeting_id, "student_id",
                                                  student->student_id, "state", state, "note",
                                                  g_str_equal (state, "excused") ? "Prévenu par courriel" : NULL, NULL),
                                 NULL, error));
  }
  return TRUE;
}

static gboolean
add_meetings (CeciSample *self, CeciDatabase *database, CeciSampleCohort *cohort, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (meetings); i++) {
    g_autofree char *day = ceci_date_add_days (cohort->starts_on, 10 + (int) i * 30);
    g_autofree char *before = ceci_date_add_days (day, -4);
    g_autofree char *id = NULL;
    gboolean cancelled = i == CANCELLED && !self->lean && ceci_sample_is_past (self, before);

    CHECKED (ceci_sample_insert (
        database,
        ceci_record_new (
            CECI_TYPE_MEETING, "cohort_id", cohort->id, "held_on", day, "starts_at", "18:00", "ends_at", "20:00",
            "place", i % 3 == 0 ? "Foyer culturel, campus du Solbosch" : "Salle S.AY2.108, campus du Solbosch", "title",
            meetings[i], "sequence", (gint64) cancelled, "cancelled_on", cancelled ? before : NULL, NULL),
        &id, error));
    if (!self->lean && !cancelled && ceci_sample_is_past (self, day))
      CHECKED (add_attendance (self, database, cohort, id, i, error));
  }
  return TRUE;
}

gboolean
ceci_sample_write_progress (CeciSample *self, CeciDatabase *database, guint index, GError **error)
{
  CeciSampleCohort *cohort = ceci_sample_get_cohort (self, index);

  for (guint i = 0; i < cohort->n_students; i++) {
    g_autoptr (GRand) random = ceci_sample_random (self, CECI_STREAM_PROGRESS, index, i * 16);

    CHECKED (add_modules (self, database, ceci_sample_get_person (self, cohort, i), random, error));
  }
  return add_meetings (self, database, cohort, error) && ceci_sample_write_campus (self, database, index, error);
}

static gboolean
add_note (CeciSample *self, CeciDatabase *database, const CeciSampleStudent *student, GRand *random, GError **error)
{
  static const struct {
    const char *text;
    gboolean open;
  } notes[] = {
      {"Appel : le maître de stage répond peu. Nous proposons une rencontre à trois.", TRUE},
      {"A demandé un délai pour le portfolio à cause des examens. Convenu de faire le point fin du mois.", TRUE},
      {"Rencontre au bureau : hésite entre deux organismes, repart avec trois offres TIME.", FALSE},
      {"Tension dans le comité, expliqué les règles du maître de stage collectif. Situation apaisée.", FALSE},
      {"Rappel envoyé pour la convention. L’organisme dit l’avoir signée, exemplaire attendu.", TRUE},
      {"Très bon contact, projet solide. Pourrait témoigner à la prochaine rencontre d’accueil.", FALSE},
  };
  guint chosen = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (notes));
  g_autofree char *day = ceci_date_add_days (student->enrolled_on, g_rand_int_range (random, 30, 160));
  g_autofree char *at = NULL;
  g_autofree char *due = NULL;
  gboolean open = notes[chosen].open && student->fate == CECI_FATE_RUNNING;

  if (!ceci_sample_is_past (self, day))
    g_set_str (&day, self->options->today);
  at = ceci_sample_instant (day, g_rand_int_range (random, 8, 16), g_rand_int_range (random, 0, 60));
  if (open)
    due = ceci_date_add_days (self->options->today, g_rand_int_range (random, -6, 20));
  return ceci_sample_insert (database,
                             ceci_record_new (CECI_TYPE_FOLLOW_UP_NOTE, "student_id", student->student_id, "written_at",
                                              at, "author", g_rand_boolean (random) ? "Claire Lemaire" : "Hakim Ziani",
                                              "text", notes[chosen].text, "state", open ? "open" : "done", "due_on",
                                              due, NULL),
                             NULL, error);
}

static gboolean
add_extension (CeciSample *self, CeciDatabase *database, const CeciSampleStudent *student, GRand *random,
               GError **error)
{
  static const char *const categories[] = {"illness", "family", "studies", "placement"};
  g_autofree char *deadline = ceci_date_add_months (student->enrolled_on, 24 + 3 * g_rand_int_range (random, 1, 4));
  g_autofree char *granted = ceci_date_add_days (student->enrolled_on, 200);

  if (!ceci_sample_is_past (self, granted))
    return TRUE;
  return ceci_sample_insert (database,
                             ceci_record_new (CECI_TYPE_EXTENSION, "student_id", student->student_id, "category",
                                              categories[g_rand_int_range (random, 0, G_N_ELEMENTS (categories))],
                                              "deadline", deadline, "granted_by", "Claire Lemaire", "granted_on",
                                              granted, "note", "Accordée sur demande écrite.", NULL),
                             NULL, error);
}

// Two years are over: only an extension lets this student go on.
static gboolean
has_lapsed (CeciSample *self, const CeciSampleStudent *student)
{
  g_autofree char *deadline = ceci_date_add_months (student->enrolled_on, 24);

  return ceci_sample_is_past (self, deadline);
}

gboolean
ceci_sample_write_follow_up (CeciSample *self, CeciDatabase *database, guint index, GError **error)
{
  CeciSampleCohort *cohort = ceci_sample_get_cohort (self, index);

  for (guint i = 0; i < cohort->n_students && !self->lean; i++) {
    CeciSampleStudent *student = ceci_sample_get_person (self, cohort, i);
    g_autoptr (GRand) random = ceci_sample_random (self, CECI_STREAM_NOTES, index, i);

    if (g_rand_int_range (random, 0, 6) == 0)
      CHECKED (add_note (self, database, student, random, error));
    if (student->fate == CECI_FATE_RUNNING && (g_rand_int_range (random, 0, 18) == 0 || has_lapsed (self, student)))
      CHECKED (add_extension (self, database, student, random, error));
    if (student->fate == CECI_FATE_RUNNING && i == 11) {
      g_autofree char *until = ceci_date_add_days (self->options->today, 14);

      CHECKED (ceci_sample_insert (database,
                                   ceci_record_new (CECI_TYPE_SNOOZE, "student_id", student->student_id, "rule", "R21",
                                                    "until", until, "reason",
                                                    "Signature promise par l’organisme pour la fin du mois.", NULL),
                                   NULL, error));
    }
  }
  return TRUE;
}

gboolean
ceci_sample_write_funding (CeciSample *self, CeciDatabase *database, GError **error)
{
  static const struct {
    const char *funder, *reference, *state, *iban;
    gint64 cents;
    int places;
  } funders[] = {
      {"Fédération Wallonie-Bruxelles", "FWB-ENS-2024-118", "granted", "BE68539007547034", 1800000, 30},
      {"Fondation Horizon partagé", "FHP/25/031", "granted", NULL, 1500000, 25},
      {"ULB, Fonds d’encouragement à l’engagement", "FEE-2026-07", "granted", NULL, 2400000, 40},
      {"Région de Bruxelles-Capitale", "RBC-COH-2026-55", "requested", NULL, 900000, 15},
      {"Loterie nationale", "LN-2025-310", "refused", NULL, 600000, 10},
  };
  guint n = self->cohorts->len;

  for (guint i = 0; i < G_N_ELEMENTS (funders); i++) {
    CeciSampleCohort *first = ceci_sample_get_cohort (self, MIN (i * 2, n - 1)),
                     *second = ceci_sample_get_cohort (self, MIN (i * 2 + 1, n - 1));
    g_autofree char *ends_on = ceci_date_add_months (first->starts_on, 24);
    g_autofree char *id = NULL;

    CHECKED (ceci_sample_insert (database,
                                 ceci_record_new (CECI_TYPE_SUBSIDY, "funder", funders[i].funder, "reference",
                                                  funders[i].reference, "amount_cents", funders[i].cents, "places",
                                                  (gint64) funders[i].places, "starts_on", first->opens_on, "ends_on",
                                                  ends_on, "state", funders[i].state, "iban", funders[i].iban, NULL),
                                 &id, error));
    CHECKED (ceci_sample_insert (database,
                                 ceci_record_new (CECI_TYPE_SUBSIDY_COVER, "subsidy_id", id, "cohort_id", first->id,
                                                  "places", (gint64) funders[i].places / 2, NULL),
                                 NULL, error));
    if (second != first)
      CHECKED (ceci_sample_insert (database,
                                   ceci_record_new (CECI_TYPE_SUBSIDY_COVER, "subsidy_id", id, "cohort_id", second->id,
                                                    "places", (gint64) funders[i].places - funders[i].places / 2, NULL),
                                   NULL, error));
  }
  return TRUE;
}
