// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's two jury sessions: one closed with its scores, decisions and certificates, one whose jurors are reading.

#include "config.h"

#include <sodium.h>
#include <string.h>

#include "ceci-sample-names.h"
#include "ceci-sample-plan.h"
#include "core/model/ceci-jury-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/paperwork/ceci-certificate-issue.h"
#include "core/store/ceci-date.h"

#define MOST_CRITERIA 16

typedef struct {
  char *juror_id, *session_juror_id, *organisation;
  guint load;
} Juror;

typedef struct {
  CeciSample *sample;
  CeciDatabase *database;
  char *session_id;
  GArray *jurors;      // Juror
  GPtrArray *criteria; // char *: ids by position
  guint weights[MOST_CRITERIA];
  gboolean reflection[MOST_CRITERIA];
  GRand *random;
} Session;

static void
juror_clear (gpointer data)
{
  Juror *juror = data;

  g_free (juror->juror_id);
  g_free (juror->session_juror_id);
  g_free (juror->organisation);
}

static void
session_clear (Session *self)
{
  g_clear_pointer (&self->session_id, g_free);
  g_clear_pointer (&self->jurors, g_array_unref);
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
  g_clear_pointer (&self->random, g_rand_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Session, session_clear)

static gboolean
read_grid (Session *self, GError **error)
{
  g_autoptr (GListModel) grids = ceci_jury_repository_grids (self->database, error);
  g_autoptr (GListModel) criteria = NULL;
  g_autoptr (CeciRecord) grid = NULL;

  if (grids == NULL)
    return FALSE;
  grid = g_list_model_get_item (grids, 0);
  g_set_str (&self->sample->grid_id, ceci_record_get_id (grid));
  criteria = ceci_jury_repository_criteria (self->database, self->sample->grid_id, error);
  if (criteria == NULL)
    return FALSE;
  self->criteria = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < MIN (g_list_model_get_n_items (criteria), MOST_CRITERIA); i++) {
    g_autoptr (CeciCriterion) criterion = g_list_model_get_item (criteria, i);

    self->weights[i] = (guint) ceci_criterion_get_weight (criterion);
    self->reflection[i] = ceci_criterion_get_reflection (criterion);
    g_ptr_array_add (self->criteria, g_strdup (ceci_record_get_id (CECI_RECORD (criterion))));
  }
  return TRUE;
}

// Half of the jurors of the second session were in the first.
static gboolean
add_jurors (Session *self, guint first, guint n, gboolean present, const char *held_on, GError **error)
{
  static const char *const qualities[] = {"expert", "association", "student", "staff"};
  static const char *const houses[] = {"ULB, Faculté de Philosophie et Sciences sociales",
                                       "Le Grain de Sel ASBL",
                                       NULL,
                                       "ULB Engagée",
                                       "Haute École libre de Bruxelles",
                                       "Plateforme francophone du volontariat"};
  g_autoptr (GListModel) known = ceci_jury_repository_jurors (self->database, error);

  if (known == NULL)
    return FALSE;
  self->jurors = g_array_new (FALSE, TRUE, sizeof (Juror));
  g_array_set_clear_func (self->jurors, juror_clear);
  for (guint i = first; i < first + n; i++) {
    g_autoptr (GRand) random = ceci_sample_random (self->sample, CECI_STREAM_JURY, 1000 + i, 0);
    CeciSampleName name;
    Juror juror = {0};
    g_autofree char *stem = NULL;
    g_autofree char *email = NULL;
    g_autofree char *arrived = present ? ceci_sample_instant (held_on, 7, 30 + (int) i) : NULL;

    ceci_sample_name_draw (&name, random);
    stem = ceci_sample_name_to_address (name.first_name, name.family_name);
    email = g_strconcat (stem, "@jury.example", NULL);
    for (guint k = 0; k < g_list_model_get_n_items (known) && juror.juror_id == NULL; k++) {
      g_autoptr (CeciJuror) other = g_list_model_get_item (known, k);

      if (g_strcmp0 (ceci_juror_get_email (other), email) == 0)
        juror.juror_id = g_strdup (ceci_record_get_id (CECI_RECORD (other)));
    }
    if (juror.juror_id == NULL)
      CHECKED (ceci_sample_insert (
          self->database,
          ceci_record_new (CECI_TYPE_JUROR, "family_name", name.family_name, "first_name", name.first_name, "email",
                           email, "quality", qualities[i % G_N_ELEMENTS (qualities)], "languages",
                           i % 3 == 0 ? "fr en" : "fr", "organisation", houses[i % G_N_ELEMENTS (houses)], NULL),
          &juror.juror_id, error));
    g_free (name.family_name);
    juror.organisation = g_strdup (houses[i % G_N_ELEMENTS (houses)]);
    CHECKED (ceci_sample_insert (self->database,
                                 ceci_record_new (CECI_TYPE_SESSION_JUROR, "session_id", self->session_id, "juror_id",
                                                  juror.juror_id, "revision", (gint64) 0, "arrived_at", arrived, NULL),
                                 &juror.session_juror_id, error));
    g_array_append_val (self->jurors, juror);
  }
  return TRUE;
}

static gboolean
open_session (Session *self, const char *name, const char *held_on, const char *cut_off_on, const char *state,
              GError **error)
{
  CHECKED (read_grid (self, error));
  return ceci_sample_insert (self->database,
                             ceci_record_new (CECI_TYPE_JURY_SESSION, "name", name, "held_on", held_on, "cut_off_on",
                                              cut_off_on, "state", state, "grid_id", self->sample->grid_id, "readers",
                                              (gint64) 2, "place", "Salle Baugniet, campus du Solbosch", NULL),
                             &self->session_id, error);
}

static gboolean
add_dossier (Session *self, const CeciSampleStudent *student, const char *admitted_on, char **id, GError **error)
{
  return ceci_sample_insert (
      self->database,
      ceci_record_new (
          CECI_TYPE_DOSSIER, "session_id", self->session_id, "student_id", student->student_id, "admitted_on",
          admitted_on, "waiver_reason",
          ceci_sample_is_late (student) ? "Dépôt tardif accepté : l’UV était en panne le dernier jour." : NULL, NULL),
      id, error);
}

// The two jurors with the fewest dossiers, none from the house where the placement was.
static void
choose_readers (Session *self, const CeciSampleStudent *student, guint readers[2])
{
  const char *house = ceci_sample_get_organisation (self->sample, student->organisation)->name;

  for (guint r = 0; r < 2; r++) {
    guint best = G_MAXUINT;

    for (guint i = 0; i < self->jurors->len; i++) {
      const Juror *juror = &g_array_index (self->jurors, Juror, i);

      if ((r == 1 && i == readers[0]) || g_strcmp0 (juror->organisation, house) == 0)
        continue;
      if (best == G_MAXUINT || juror->load < g_array_index (self->jurors, Juror, best).load)
        best = i;
    }
    readers[r] = best;
    g_array_index (self->jurors, Juror, best).load++;
  }
}

static const char *
comment_of (int level, GRand *random)
{
  static const char *const low[] = {"Le dossier affirme sans montrer : aucune production ne l’atteste.",
                                    "À peine esquissé ; un exemple précis manque."};
  static const char *const high[] = {"Très abouti, chaque choix est expliqué.",
                                     "Exemples précis, recul réel sur sa propre pratique.",
                                     "Productions directement réutilisables par l’équipe suivante."};

  if (level <= 1)
    return low[g_rand_int_range (random, 0, G_N_ELEMENTS (low))];
  if (level == 4 && g_rand_int_range (random, 0, 2) == 0)
    return high[g_rand_int_range (random, 0, G_N_ELEMENTS (high))];
  return NULL;
}

// A juror's levels around what the dossier is worth, a little harder or softer; the sum, 0 to 400.
static gboolean
add_scores (Session *self, const char *review_id, double worth, double severity, guint *sum, int *reflection,
            GError **error)
{
  *sum = 0;
  *reflection = 4;
  for (guint i = 0; i < self->criteria->len; i++) {
    double felt = worth - severity + g_rand_double_range (self->random, -0.7, 0.7);
    int level = felt < 0 ? 0 : MIN ((int) (felt + 0.5), 4);

    *sum += (guint) level * self->weights[i];
    if (self->reflection[i])
      *reflection = MIN (*reflection, level);
    CHECKED (ceci_sample_insert (self->database,
                                 ceci_record_new (CECI_TYPE_SCORE, "review_id", review_id, "criterion_id",
                                                  g_ptr_array_index (self->criteria, i), "level", (gint64) level,
                                                  "comment", comment_of (level, self->random), NULL),
                                 NULL, error));
  }
  return TRUE;
}

static const char *
suggest (guint sum, int reflection)
{
  if (sum >= 200 && reflection >= 2)
    return "awarded";
  return sum >= 150 ? "to-complete" : "refused";
}

static gboolean
add_review (Session *self, const char *assignment_id, double worth, double severity, GError **error)
{
  static const char *const general[] = {
      "Un engagement réel, raconté avec simplicité. Les productions se complètent bien.",
      "Portfolio soigné. L’analyse gagnerait à croiser davantage d’autres points de vue.",
      "Beaucoup d’action, un peu moins de recul ; l’ensemble reste convaincant.",
      "La qualité des outils transmis à l’équipe est remarquable.",
      "Dossier honnête, qui ne cache pas ses limites.",
  };
  g_autofree char *review_id = NULL;
  g_autoptr (CeciReview) review = NULL;
  g_autoptr (CeciReview) judged = NULL;
  guint sum;
  int reflection;

  review = ceci_record_new (CECI_TYPE_REVIEW, "assignment_id", assignment_id, "comment",
                            general[g_rand_int_range (self->random, 0, G_N_ELEMENTS (general))], NULL);
  CHECKED (ceci_record_insert (review, self->database, error));
  review_id = g_strdup (ceci_record_get_id (CECI_RECORD (review)));
  CHECKED (add_scores (self, review_id, worth, severity, &sum, &reflection, error));
  judged = ceci_record_with (review, "suggestion", suggest (sum, reflection), NULL);
  return ceci_record_update (judged, self->database, error);
}

static gboolean
assign (Session *self, const CeciSampleStudent *student, const char *dossier_id, gboolean reviewed, GError **error)
{
  double worth = student->fate == CECI_FATE_REFUSED       ? 1.0
                 : student->fate == CECI_FATE_TO_COMPLETE ? 1.9
                                                          : g_rand_double_range (self->random, 2.5, 3.7);
  guint readers[2];

  choose_readers (self, student, readers);
  for (guint i = 0; i < 2; i++) {
    double severity = (readers[i] % 3) * 0.25 - 0.25;
    g_autofree char *assignment_id = NULL;

    CHECKED (ceci_sample_insert (self->database,
                                 ceci_record_new (CECI_TYPE_ASSIGNMENT, "dossier_id", dossier_id, "juror_id",
                                                  g_array_index (self->jurors, Juror, readers[i]).juror_id, "role",
                                                  "reader", NULL),
                                 &assignment_id, error));
    if (reviewed)
      CHECKED (add_review (self, assignment_id, worth, severity, error));
  }
  return TRUE;
}

static gboolean
decide (Session *self, const CeciSampleStudent *student, const char *dossier_id, const char *held_on, GError **error)
{
  g_autofree char *complete_by = ceci_date_add_months (held_on, 5);
  gboolean to_complete = student->fate == CECI_FATE_TO_COMPLETE, refused = student->fate == CECI_FATE_REFUSED;
  gint64 present = self->jurors->len, against = g_rand_int_range (self->random, 0, 7) == 0 ? 1 : 0;

  return ceci_sample_insert (
      self->database,
      ceci_record_new (CECI_TYPE_DECISION, "dossier_id", dossier_id, "outcome",
                       to_complete ? "to-complete"
                       : refused   ? "refused"
                                   : "awarded",
                       "reason",
                       to_complete ? "L’analyse réflexive reste descriptive."
                       : refused   ? "Les productions ne montrent pas d’action propre."
                                   : NULL,
                       "votes_for", (gint64) (present - against), "votes_against", against, "abstentions", (gint64) 0,
                       "decided_on", held_on, "conditions",
                       to_complete ? "Reprendre l’analyse réflexive à partir d’une situation précise." : NULL,
                       "complete_by", to_complete ? complete_by : NULL, NULL),
      NULL, error);
}

static gboolean
has_dossier_in (const CeciSampleStudent *student, gboolean closed_session)
{
  return closed_session ? student->fate <= CECI_FATE_REFUSED : student->fate == CECI_FATE_CANDIDATE;
}

// Students are those of the whole plan whose story leads to this session.
static gboolean
write_dossiers (Session *self, gboolean closed_session, const char *admitted_on, const char *held_on, GError **error)
{
  for (guint i = 0; i < self->sample->people->len; i++) {
    CeciSampleStudent *student = &g_array_index (self->sample->people, CeciSampleStudent, i);
    g_autofree char *dossier_id = NULL;

    if (!has_dossier_in (student, closed_session) || student->student_id == NULL)
      continue;
    CHECKED (add_dossier (self, student, admitted_on, &dossier_id, error));
    CHECKED (assign (self, student, dossier_id, closed_session, error));
    if (closed_session) {
      CHECKED (decide (self, student, dossier_id, held_on, error));
      if (student->fate != CECI_FATE_TO_COMPLETE)
        CHECKED (ceci_student_repository_set_state (self->database, student->student_id,
                                                    student->fate == CECI_FATE_AWARDED ? CECI_STUDENT_STATE_AWARDED
                                                                                       : CECI_STUDENT_STATE_REFUSED,
                                                    held_on, NULL, error));
    }
  }
  return TRUE;
}

gboolean
ceci_sample_write_closed_session (CeciSample *self, CeciDatabase *database, GError **error)
{
  g_auto (Session)
      session = {.sample = self, .database = database, .random = ceci_sample_random (self, CECI_STREAM_JURY, 0, 0)};
  g_autofree char *name = g_strdup_printf ("Jury du %.2s/%.2s/%.4s", self->closed_session_on + 8,
                                           self->closed_session_on + 5, self->closed_session_on);
  g_autofree char *admitted = ceci_date_add_days (self->closed_cut_off, 1);
  g_autofree char *closed_at = ceci_sample_instant (self->closed_session_on, 15, 40);
  g_autoptr (CeciJurySession) record = NULL;
  g_autoptr (CeciJurySession) closed = NULL;

  CHECKED (open_session (&session, name, self->closed_session_on, self->closed_cut_off, "deliberation", error));
  CHECKED (add_jurors (&session, 0, 9, TRUE, self->closed_session_on, error));
  CHECKED (write_dossiers (&session, TRUE, admitted, self->closed_session_on, error));
  record = ceci_record_find (CECI_TYPE_JURY_SESSION, database, session.session_id, error);
  if (record == NULL)
    return FALSE;
  closed = ceci_record_with (record, "state", "closed", "closed_at", closed_at, NULL);
  return ceci_record_update (closed, database, error);
}

gboolean
ceci_sample_write_certificates (CeciSample *self, CeciDatabase *database, GError **error)
{
  g_autofree char *issued_on = ceci_date_add_days (self->closed_session_on, 7);

  for (guint i = 0; i < self->people->len; i++) {
    CeciSampleStudent *student = &g_array_index (self->people, CeciSampleStudent, i);
    g_autofree char *id = NULL;

    if (student->fate != CECI_FATE_AWARDED || student->student_id == NULL)
      continue;
    id = ceci_certificate_issue (database, student->student_id, issued_on, error);
    if (id == NULL)
      return FALSE;
  }
  return TRUE;
}

gboolean
ceci_sample_write_reading_session (CeciSample *self, CeciDatabase *database, GError **error)
{
  g_auto (Session)
      session = {.sample = self, .database = database, .random = ceci_sample_random (self, CECI_STREAM_JURY, 1, 0)};
  g_autofree char *name = g_strdup_printf ("Jury du %.2s/%.2s/%.4s", self->reading_session_on + 8,
                                           self->reading_session_on + 5, self->reading_session_on);
  g_autofree char *admitted = ceci_date_add_days (self->reading_cut_off, 1);

  CHECKED (open_session (&session, name, self->reading_session_on, self->reading_cut_off, "reading", error));
  CHECKED (add_jurors (&session, 5, 7, FALSE, NULL, error));
  return write_dossiers (&session, FALSE, admitted, NULL, error);
}
