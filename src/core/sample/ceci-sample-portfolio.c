// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's portfolios: who deposits what and when, with the files that are missing, late, twice there or
// unreadable.

#include "config.h"

#include <string.h>

#include "ceci-sample-documents.h"
#include "ceci-sample-names.h"
#include "ceci-sample-plan.h"
#include "ceci-sample-resources.h"
#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-follow-up-grid.h"
#include "core/model/ceci-follow-up-rating.h"
#include "core/store/ceci-date.h"

typedef enum { CONDITION_FINE, CONDITION_ENCRYPTED, CONDITION_DAMAGED, CONDITION_EMPTY, CONDITION_NOT_PDF } Condition;

static const struct {
  const char *type, *title, *file;
  CeciSampleDraw draw;
  gboolean dated;
} productions[] = {
    {"minutes", "Procès-verbal de réunion", "PV", ceci_sample_draw_minutes, TRUE},
    {"backward-schedule", "Rétroplanning", "Retroplanning", ceci_sample_draw_schedule, FALSE},
    {"communication-plan", "Plan de communication", "Plan_com", ceci_sample_draw_communication, FALSE},
    {"balance-sheet", "Bilan comptable", "Bilan", ceci_sample_draw_accounts, FALSE},
    {"interview", "Compte-rendu d’entretien", "Entretien", ceci_sample_draw_interview, FALSE},
    {"project-tools", "Outils de gestion de projet", "Outils", ceci_sample_draw_tools, FALSE},
    {"minutes", "Procès-verbal de réunion", "PV2", ceci_sample_draw_minutes, TRUE},
};

// One student's portfolio while it is made.
typedef struct {
  CeciSample *sample;
  CeciDatabase *database;
  CeciSampleStudent *student;
  CeciSampleStory story;
  GRand *random;
  GPtrArray *names; // owned: colleagues
  guint n_pages;
  char *until;      // the last day a document can bear
  char *deposit_on; // of the whole portfolio; NULL: each as it is made
} Portfolio;

static void
portfolio_clear (Portfolio *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->random, g_rand_free);
  g_free (self->until);
  g_free (self->deposit_on);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Portfolio, portfolio_clear)

static void
portfolio_init (Portfolio *self, CeciSample *sample, CeciDatabase *database, CeciSampleStudent *student)
{
  static const guint32 accents[] = {0x0b4a8f, 0x8a2f4e, 0x1d6b52, 0x6a3d9a, 0xa14a12, 0x2f3a4a};
  static const char *const families[] = {NULL, NULL, "Liberation Sans", "Liberation Serif", "Inter Display"};
  const CeciSampleOrganisation *organisation = ceci_sample_get_organisation (sample, student->organisation);
  CeciSampleStory *story = &self->story;

  *self = (Portfolio) {.sample = sample, .database = database, .student = student};
  self->random = ceci_sample_random (sample, CECI_STREAM_DOCUMENTS, student->cohort, student->index);
  self->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < CECI_SAMPLE_COLLEAGUES; i++) {
    g_ptr_array_add (self->names, organisation->committee != NULL
                                      ? g_strdup (g_ptr_array_index (organisation->committee, i))
                                      : ceci_sample_name_draw_whole (self->random));
    story->colleagues[i] = g_ptr_array_index (self->names, i);
  }
  story->theme = ceci_sample_get_theme (student->theme);
  story->language = student->english ? "en" : "fr";
  story->student = student->display_name;
  story->first_name = student->first_name;
  story->organisation = organisation->name;
  story->supervisor = student->supervisor != NULL ? student->supervisor : story->colleagues[0];
  story->starts_on = student->starts_on;
  story->ends_on = student->ends_on;
  story->minutes = MAX (student->minutes, 60);
  story->accent = accents[g_rand_int_range (self->random, 0, G_N_ELEMENTS (accents))];
  story->family = families[g_rand_int_range (self->random, 0, G_N_ELEMENTS (families))];
  story->n_pages = &self->n_pages;
  self->until = g_strdup (ceci_sample_is_past (sample, student->ends_on) ? student->ends_on : sample->options->today);
  if (student->fate <= CECI_FATE_CANDIDATE)
    self->deposit_on = ceci_date_add_days (student->ends_on, g_rand_int_range (self->random, 4, 18));
  if (ceci_sample_is_late (student))
    g_set_str (&self->deposit_on,
               ceci_sample_is_past (sample, sample->late_on) ? sample->late_on : sample->options->today);
}

static GBytes *
spoil (Condition condition, GBytes *drawn, const char **health, const char **detail)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (drawn, &size);

  *detail = NULL;
  switch (condition) {
  case CONDITION_ENCRYPTED:
    *health = "encrypted";
    *detail = "Le fichier demande un mot de passe.";
    return g_resource_lookup_data (ceci_sample_get_resource (), "/be/ulb/Ceci/sample/encrypted.pdf", 0, NULL);
  case CONDITION_DAMAGED:
    *health = "damaged";
    *detail = "Le fichier est incomplet.";
    return g_bytes_new (data, size * 2 / 5);
  case CONDITION_EMPTY:
    *health = "empty";
    *detail = "Le fichier est vide.";
    return g_bytes_new_static ("", 0);
  case CONDITION_NOT_PDF: {
    static const char text[] = "Bonjour,\n\nvoici mon document. Je l'enverrai aussi en PDF.\n";

    *health = "not-pdf";
    *detail = "Le fichier n’est pas un PDF.";
    return g_bytes_new_static (text, sizeof text - 1);
  }
  case CONDITION_FINE:
  default:
    *health = "fine";
    return g_bytes_ref (drawn);
  }
}

// Keeps the bytes and adds the version; added_on: the day it was deposited.
static gboolean
add_version (Portfolio *self, const char *document_id, gint64 number, const char *stem, GBytes *drawn,
             Condition condition, const char *added_on, GError **error)
{
  const char *health, *detail;
  g_autoptr (GBytes) bytes = spoil (condition, drawn, &health, &detail);
  g_autofree char *sha256 = ceci_database_put_blob (self->database, bytes, error);
  g_autofree char *family = g_str_to_ascii (self->student->family_name, "C");
  g_autofree char *name = g_strdup_printf ("%s_%s%s.%s", g_strdelimit (family, " ’'?", '_'), stem,
                                           number > 1 ? "_v2" : "", condition == CONDITION_NOT_PDF ? "docx" : "pdf");
  g_autofree char *at =
      ceci_sample_instant (added_on, 7 + (int) (self->student->index % 14), (int) (self->student->index * 7 % 60));

  if (sha256 == NULL)
    return FALSE;
  return ceci_sample_insert (
      self->database,
      ceci_record_new (CECI_TYPE_DOCUMENT_VERSION, "document_id", document_id, "number", number, "sha256", sha256,
                       "file_name", name, "media_type", ceci_media_type_of_file_name (name), "size",
                       (gint64) g_bytes_get_size (bytes), "pages",
                       condition == CONDITION_FINE ? (gint64) self->n_pages : G_MININT64, "health", health,
                       "health_detail", detail, "source", "UV, remise du portfolio", "added_at", at, NULL),
      NULL, error);
}

static gboolean
add_document (Portfolio *self, const char *kind, const char *type, const char *title, const char *stem,
              const char *dated_on, GBytes *drawn, Condition condition, char **id, GError **error)
{
  g_autofree char *own_day = ceci_date_add_days (dated_on, 3);
  const char *day = self->deposit_on != NULL                      ? self->deposit_on
                    : ceci_sample_is_past (self->sample, own_day) ? own_day
                                                                  : self->sample->options->today;
  g_autofree char *at =
      ceci_sample_instant (day, 7 + (int) (self->student->index % 14), (int) (self->student->index * 7 % 60));
  g_autofree char *document_id = NULL;

  if (drawn == NULL)
    return FALSE;
  CHECKED (
      ceci_sample_insert (self->database,
                          ceci_record_new (CECI_TYPE_DOCUMENT, "student_id", self->student->student_id, "placement_id",
                                           self->student->placement_id, "kind", kind, "production_type", type, "title",
                                           title, "dated_on", dated_on, "deposited_at", at, NULL),
                          &document_id, error));
  CHECKED (add_version (self, document_id, 1, stem, drawn, condition, day, error));
  if (id != NULL)
    *id = g_steal_pointer (&document_id);
  return TRUE;
}

// What goes wrong in a running student's portfolio; nothing does in one that goes to a jury.
static Condition
draw_condition (const Portfolio *self, guint number)
{
  if (self->student->fate != CECI_FATE_RUNNING || number != 0)
    return CONDITION_FINE;
  switch (self->student->index % 27) {
  case 1:
    return CONDITION_ENCRYPTED;
  case 6:
    return CONDITION_DAMAGED;
  case 11:
    return CONDITION_EMPTY;
  case 16:
    return CONDITION_NOT_PDF;
  default:
    return CONDITION_FINE;
  }
}

static gboolean
add_production (Portfolio *self, guint number, guint which, GError **error)
{
  double share = 0.15 + 0.16 * number + g_rand_double_range (self->random, 0, 0.08);
  g_autofree char *day = ceci_sample_date_between (self->student->starts_on, self->until, MIN (share, 0.99));
  g_autoptr (GBytes) drawn = productions[which].draw (&self->story, day, self->random, error);
  g_autofree char *title = NULL;
  g_autofree char *id = NULL;
  Condition condition = draw_condition (self, number);

  if (productions[which].dated)
    title = g_strdup_printf ("%s du %.2s/%.2s/%.4s", productions[which].title, day + 8, day + 5, day);
  else
    title = g_strdup (productions[which].title);
  CHECKED (add_document (self, "production", productions[which].type, title, productions[which].file, day, drawn,
                         condition, &id, error));

  // a first file replaced by a better one
  if (condition == CONDITION_FINE && number == 1 && self->student->index % 6 == 2) {
    g_autoptr (GBytes) second = productions[which].draw (&self->story, day, self->random, error);
    g_autofree char *later = ceci_date_add_days (self->deposit_on != NULL ? self->deposit_on : self->until, 1);

    if (second == NULL)
      return FALSE;
    CHECKED (add_version (self, id, 2, productions[which].file, second, CONDITION_FINE,
                          ceci_sample_is_past (self->sample, later) ? later : self->sample->options->today, error));
  }
  // the same file deposited twice under two titles
  if (self->student->fate == CECI_FATE_RUNNING && number == 0 && self->student->index % 27 == 21) {
    g_autofree char *copy = g_strconcat (title, " (copie)", NULL);

    CHECKED (add_document (self, "production", "other", copy, "Production", day, drawn, CONDITION_FINE, NULL, error));
  }
  return TRUE;
}

static gboolean
add_reflection (Portfolio *self, GError **error)
{
  const char *day = self->until;
  g_autoptr (GBytes) drawn = ceci_sample_draw_reflection (&self->story, day, self->random, error);

  return add_document (self, "reflective-analysis", NULL,
                       self->student->english ? "Reflective analysis" : "Analyse réflexive", "Analyse_reflexive", day,
                       drawn, CONDITION_FINE, NULL, error);
}

static void
fill_grid (Portfolio *self, CeciSampleGrid *grid)
{
  static const char *const strengths[] = {
      "{first} tient ses engagements et a gagné la confiance de toute l’équipe.",
      "Beaucoup d’écoute, un vrai sens de l’organisation, et de l’humour les jours difficiles.",
      "{first} a apporté de la méthode sans jamais l’imposer. Les procès-verbaux sont un modèle.",
      "Une présence régulière et discrète, qui a compté pour les personnes accueillies.",
  };
  static const char *const advice[] = {
      "Déléguer plus tôt et demander de l’aide avant que la charge ne devienne trop lourde.",
      "Oser défendre ses idées en réunion : elles étaient souvent les bonnes.",
      "Écrire des messages plus courts, avec la décision attendue en premier.",
      "Prendre le temps d’évaluer chaque activité avant d’en commencer une autre.",
  };
  int skill = self->student->fate == CECI_FATE_REFUSED ? 2 : 3;

  for (guint i = 0; i < CECI_SAMPLE_RATINGS; i++) {
    int level = skill + g_rand_int_range (self->random, -1, 2);

    grid->levels[i] = g_rand_int_range (self->random, 0, 14) == 0 ? 0 : level;
  }
  grid->overall = self->student->fate == CECI_FATE_REFUSED       ? "unfavourable"
                  : self->student->fate == CECI_FATE_TO_COMPLETE ? "reserved"
                                                                 : "favourable";
  grid->strengths = strengths[g_rand_int_range (self->random, 0, G_N_ELEMENTS (strengths))];
  grid->advice = advice[g_rand_int_range (self->random, 0, G_N_ELEMENTS (advice))];
  grid->signatories = self->story.supervisor;
}

static gboolean
add_grid (Portfolio *self, GError **error)
{
  CeciSampleGrid grid;
  g_autofree char *day = ceci_date_add_days (self->student->ends_on, 2);
  g_autofree char *document_id = NULL;
  g_autofree char *grid_id = NULL;
  g_autofree char *strengths = NULL;
  g_autoptr (GBytes) drawn = NULL;

  if (!ceci_sample_is_past (self->sample, day))
    return TRUE;
  fill_grid (self, &grid);
  drawn = ceci_sample_draw_grid (&self->story, day, &grid, error);
  CHECKED (add_document (self, "follow-up-grid", NULL, "Grille de suivi", "Grille_de_suivi", day, drawn, CONDITION_FINE,
                         &document_id, error));
  strengths = ceci_sample_story_fill (&self->story, "fr", grid.strengths);
  CHECKED (ceci_sample_insert (
      self->database,
      ceci_record_new (CECI_TYPE_FOLLOW_UP_GRID, "placement_id", self->student->placement_id, "document_id",
                       document_id, "filled_on", day, "attested_minutes", self->student->minutes, "starts_on",
                       self->student->starts_on, "ends_on", self->student->ends_on, "functions",
                       self->story.theme->function, "strengths", strengths, "advice", grid.advice, "overall",
                       grid.overall, "signatories", grid.signatories, NULL),
      &grid_id, error));
  for (guint i = 0; i < CECI_SAMPLE_RATINGS; i++)
    CHECKED (ceci_sample_insert (self->database,
                                 ceci_record_new (CECI_TYPE_FOLLOW_UP_RATING, "grid_id", grid_id, "item",
                                                  ceci_follow_up_items[i], "level",
                                                  grid.levels[i] == 0 ? G_MININT64 : (gint64) grid.levels[i], NULL),
                                 NULL, error));
  return TRUE;
}

static gboolean
add_portfolio (Portfolio *self, GError **error)
{
  const CeciSampleStudent *student = self->student;
  gboolean whole = student->fate <= CECI_FATE_CANDIDATE;
  guint n = whole ? 5 : (guint) (student->progress * (student->fate == CECI_FATE_RUNNING ? 5.6 : 2.5));
  guint first = (guint) g_rand_int_range (self->random, 0, G_N_ELEMENTS (productions));

  for (guint i = 0; i < MIN (n, 5); i++)
    CHECKED (add_production (self, i, (first + i) % G_N_ELEMENTS (productions), error));
  if (whole || (student->fate == CECI_FATE_RUNNING && student->progress > 0.82))
    CHECKED (add_reflection (self, error));
  if (whole || (student->fate == CECI_FATE_RUNNING && student->progress > 0.9))
    CHECKED (add_grid (self, error));
  if (whole && student->index % 5 == 3) {
    g_autoptr (GBytes) drawn = ceci_sample_draw_tools (&self->story, self->until, self->random, error);

    CHECKED (add_document (self, "annex", NULL, "Annexe : outils de l’équipe", "Annexe", self->until, drawn,
                           CONDITION_FINE, NULL, error));
  }
  return TRUE;
}

gboolean
ceci_sample_write_documents (CeciSample *self, CeciDatabase *database, guint index, GError **error)
{
  CeciSampleCohort *cohort = ceci_sample_get_cohort (self, index);

  for (guint i = 0; i < cohort->n_students; i++) {
    CeciSampleStudent *student = ceci_sample_get_person (self, cohort, i);
    g_auto (Portfolio) portfolio;

    if (student->placement_id == NULL || !ceci_sample_is_past (self, student->starts_on)) {
      portfolio = (Portfolio) {0};
      continue;
    }
    portfolio_init (&portfolio, self, database, student);
    CHECKED (add_portfolio (&portfolio, error));
  }
  return TRUE;
}
