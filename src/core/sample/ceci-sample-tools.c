// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's project tools: aims, who does what (RACI), a register of risks, a board of tasks.

#include "config.h"

#include "ceci-sample-documents.h"
#include "core/store/ceci-date.h"

static const struct {
  const char *risk, *answer;
} risks[] = {
    {"Trop peu de bénévoles le jour même", "Liste de réserve, rappel trois jours avant, tâches réduites au nécessaire"},
    {"Salle ou lieu refusé", "Deuxième lieu réservé sans frais jusqu’à quinze jours avant"},
    {"Subside en retard", "Dépenses par étapes, achats couverts par la réserve"},
    {"Mauvaise météo", "Solution à l’abri décidée la veille à midi"},
    {"Message mal compris", "Relecture par une personne du public visé"},
    {"Personne clé absente", "Chaque dossier est connu de deux personnes"},
    {"Données personnelles égarées", "Listes papier numérotées, détruites après l’activité"},
};

static void
draw_board (CeciPaper *paper, cairo_t *cairo, double width, double height, gpointer user_data)
{
  static const char *const titles[] = {"À faire", "En cours", "Fait"};
  const CeciSampleStory *story = user_data;
  const CeciPaperInk head = {.size = 8.4, .weight = PANGO_WEIGHT_SEMIBOLD, .colour = 0x1d2530};
  const CeciPaperInk card = {.size = 7.4, .leading = 10, .colour = 0x1d2530};
  double column = (width - 24) / 3;

  for (guint i = 0; i < 3; i++) {
    double x = i * (column + 12);

    ceci_paper_set_colour (cairo, 0xeef1f5, 1);
    cairo_rectangle (cairo, x, 0, column, height);
    cairo_fill (cairo);
    ceci_paper_draw_text (paper, cairo, &head, x + 9, 7, 0, titles[i]);
    for (guint j = 0; j < 3; j++) {
      double y = 26 + j * 42;

      ceci_paper_set_colour (cairo, 0xffffff, 1);
      cairo_rectangle (cairo, x + 8, y, column - 16, 36);
      cairo_fill (cairo);
      ceci_paper_set_colour (cairo, ceci_paper_get_accent (paper), 1);
      cairo_rectangle (cairo, x + 8, y, 2.5, 36);
      cairo_fill (cairo);
      ceci_paper_draw_text (paper, cairo, &card, x + 16, y + 6, column - 30, story->theme->tasks[(2 - i) * 3 + j]);
    }
  }
}

static void
add_roles (const CeciSampleStory *story, CeciPaper *paper, GRand *random)
{
  CeciPaperColumn columns[6] = {{"Tâche", 3.4, PANGO_ALIGN_LEFT}};
  CeciPaperTable *table;
  char names[5][40];

  for (guint i = 0; i < 5; i++) {
    ceci_sample_first_name (i == 0 ? story->student : story->colleagues[i - 1], names[i], sizeof names[i]);
    columns[i + 1] = (CeciPaperColumn) {names[i], 1.15, PANGO_ALIGN_CENTER};
  }
  table = ceci_paper_table_new (CECI_PAPER_TABLE_BANDED, columns, 6);
  for (guint i = 0; i < CECI_SAMPLE_TASKS - 1; i++) {
    const char *letters[5] = {"I", "I", "C", "I", ""};
    int accountable = g_rand_int_range (random, 1, 5), responsible = g_rand_int_range (random, 0, 5);

    letters[accountable] = "A";
    letters[responsible] = responsible == accountable ? "R / A" : "R";
    ceci_paper_table_add (table, story->theme->tasks[i], letters[0], letters[1], letters[2], letters[3], letters[4],
                          NULL);
  }
  ceci_paper_add_table (paper, table);
}

static void
add_risks (CeciPaper *paper, GRand *random)
{
  static const char *const levels[] = {"faible", "moyenne", "forte"};
  static const CeciPaperColumn columns[] = {{"Risque", 2.6, PANGO_ALIGN_LEFT},
                                            {"Probabilité", 1.2, PANGO_ALIGN_LEFT},
                                            {"Gravité", 1.1, PANGO_ALIGN_LEFT},
                                            {"Réponse prévue", 4, PANGO_ALIGN_LEFT}};
  CeciPaperTable *table = ceci_paper_table_new (CECI_PAPER_TABLE_RULED, columns, G_N_ELEMENTS (columns));
  int first = g_rand_int_range (random, 0, G_N_ELEMENTS (risks));

  for (int i = 0; i < 5; i++)
    ceci_paper_table_add (table, risks[(first + i) % G_N_ELEMENTS (risks)].risk,
                          levels[g_rand_int_range (random, 0, 3)], levels[g_rand_int_range (random, 0, 3)],
                          risks[(first + i) % G_N_ELEMENTS (risks)].answer, NULL);
  ceci_paper_add_table (paper, table);
}

/**
 * ceci_sample_draw_tools:
 * @story: whose
 * @dated_on: the day they were put together
 * @random: what varies
 * @error: why there is none
 */
GBytes *
ceci_sample_draw_tools (const CeciSampleStory *story, const char *dated_on, GRand *random, GError **error)
{
  g_autoptr (CeciPaper) paper = ceci_sample_story_paper (story, "Outils de gestion de projet", "fr", dated_on);
  int people = 10 * g_rand_int_range (random, 4, 30);

  ceci_paper_add_text (paper, CECI_PAPER_TITLE, "Outils de gestion de projet");
  ceci_paper_add_format (paper, CECI_PAPER_SUBTITLE, "%s  ·  %s", story->theme->title, story->organisation);
  ceci_sample_story_add (story, paper, CECI_PAPER_LEAD,
                         "Ces quatre outils ont servi du début à la fin du projet. Ils tiennent sur deux pages pour "
                         "que l’équipe suivante puisse les reprendre tels quels.");
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, "1. Objectifs");
  ceci_sample_story_add (story, paper, CECI_PAPER_ITEM, "But : {aim}.");
  ceci_paper_add_format (
      paper, CECI_PAPER_ITEM,
      "Résultat attendu : %d personnes touchées directement, dont %d qui reviennent une seconde fois.", people,
      people / 5);
  ceci_paper_add_format (paper, CECI_PAPER_ITEM,
                         "Mesure : comptage à l’entrée et enquête de trois questions, au moins %d réponses.",
                         people / 3);
  ceci_sample_story_add (story, paper, CECI_PAPER_ITEM, "Échéance : {event} ; bilan dans le mois qui suit.");
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, "2. Qui fait quoi");
  add_roles (story, paper, random);
  ceci_paper_add_text (paper, CECI_PAPER_SMALL,
                       "R : réalise · A : décide et répond du résultat · C : est consulté·e · I : est informé·e.");
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, "3. Registre des risques");
  add_risks (paper, random);
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, "4. Tableau des tâches");
  ceci_paper_add_text (paper, CECI_PAPER_BODY,
                       "Le tableau est mis à jour à chaque réunion ; une carte ne reste jamais plus de trois semaines "
                       "dans la même colonne sans que l’on en parle.");
  ceci_paper_add_drawing (paper, 158, draw_board, (gpointer) story, NULL);
  return ceci_sample_story_finish (story, paper, error);
}
