// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's balance sheet of an activity: income and expenses, planned and real, and the cash that is left.

#include "config.h"

#include <math.h>

#include "ceci-sample-documents.h"
#include "core/store/ceci-date.h"

typedef struct {
  int planned[CECI_SAMPLE_EXPENSES], real[CECI_SAMPLE_EXPENSES];
  guint n;
  int planned_total, real_total;
} Side;

static void
make_side (Side *side, const CeciSampleAmount *amounts, guint n, double spread, GRand *random)
{
  side->n = n;
  side->planned_total = side->real_total = 0;
  for (guint i = 0; i < n; i++) {
    side->planned[i] = (int) (amounts[i].euros * g_rand_double_range (random, 0.85, 1.2)) / 5 * 5;
    side->real[i] = (int) (side->planned[i] * g_rand_double_range (random, 1 - spread, 1 + spread));
    side->planned_total += side->planned[i];
    side->real_total += side->real[i];
  }
}

static void
add_side (CeciPaper *paper, const char *total, const CeciSampleAmount *amounts, const Side *side)
{
  static const CeciPaperColumn columns[] = {{"Poste", 4, PANGO_ALIGN_LEFT},
                                            {"Prévu", 1.4, PANGO_ALIGN_RIGHT},
                                            {"Réel", 1.4, PANGO_ALIGN_RIGHT},
                                            {"Écart", 1.4, PANGO_ALIGN_RIGHT}};
  CeciPaperTable *table = ceci_paper_table_new (CECI_PAPER_TABLE_RULED, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < side->n; i++) {
    g_autofree char *planned = ceci_sample_euros (side->planned[i]);
    g_autofree char *real = ceci_sample_euros (side->real[i]);
    g_autofree char *gap = ceci_sample_euros (side->real[i] - side->planned[i]);

    ceci_paper_table_add (table, amounts[i].label, planned, real, gap, NULL);
  }
  {
    g_autofree char *planned = ceci_sample_euros (side->planned_total);
    g_autofree char *real = ceci_sample_euros (side->real_total);
    g_autofree char *gap = ceci_sample_euros (side->real_total - side->planned_total);

    ceci_paper_table_add_strong (table, total, planned, real, gap, NULL);
  }
  ceci_paper_add_table (paper, table);
}

typedef struct {
  const CeciSampleStory *story;
  Side side;
} Chart;

static void
draw_chart (CeciPaper *paper, cairo_t *cairo, double width, double height, gpointer user_data)
{
  const Chart *chart = user_data;
  const CeciPaperInk ink = {.size = 7.6, .colour = 0x1d2530};
  double left = 150, row = height / chart->side.n, most = 1;

  for (guint i = 0; i < chart->side.n; i++)
    most = MAX (most, MAX (chart->side.planned[i], chart->side.real[i]));
  for (guint i = 0; i < chart->side.n; i++) {
    double y = i * row, scale = (width - left - 60) / most;
    g_autofree char *amount = ceci_sample_euros (chart->side.real[i]);

    ceci_paper_draw_text (paper, cairo, &ink, 0, y + 1.5, left - 8, chart->story->theme->expenses[i].label);
    ceci_paper_set_colour (cairo, ceci_paper_get_accent (paper), 0.3);
    cairo_rectangle (cairo, left, y + 1, chart->side.planned[i] * scale, 5);
    cairo_fill (cairo);
    ceci_paper_set_colour (cairo, ceci_paper_get_accent (paper), 1);
    cairo_rectangle (cairo, left, y + 7, chart->side.real[i] * scale, 5);
    cairo_fill (cairo);
    ceci_paper_draw_text (paper, cairo, &ink, left + MAX (chart->side.real[i], chart->side.planned[i]) * scale + 6,
                          y + 1.5, 0, amount);
  }
}

/**
 * ceci_sample_draw_accounts:
 * @story: whose
 * @dated_on: the day of the accounts
 * @random: what varies
 * @error: why there is none
 */
GBytes *
ceci_sample_draw_accounts (const CeciSampleStory *story, const char *dated_on, GRand *random, GError **error)
{
  g_autoptr (CeciPaper) paper = ceci_sample_story_paper (story, "Bilan comptable", "fr", dated_on);
  g_autofree char *date = ceci_date_format_long_in (dated_on, "fr");
  Side income;
  Chart chart = {.story = story};
  int opening = g_rand_int_range (random, 40, 400), closing;
  g_autofree char *before = ceci_sample_euros (opening);
  g_autofree char *after = NULL;
  g_autofree char *result = NULL;

  make_side (&income, story->theme->income, CECI_SAMPLE_INCOME, 0.12, random);
  make_side (&chart.side, story->theme->expenses, CECI_SAMPLE_EXPENSES, 0.18, random);
  closing = opening + income.real_total - chart.side.real_total;
  after = ceci_sample_euros (closing);
  result = ceci_sample_euros (income.real_total - chart.side.real_total);

  ceci_paper_add_text (paper, CECI_PAPER_TITLE, "Bilan comptable de l’activité");
  ceci_paper_add_format (paper, CECI_PAPER_SUBTITLE, "%s  ·  comptes arrêtés au %s, montants toutes taxes comprises",
                         story->theme->title, date);
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, "Recettes");
  add_side (paper, "Total des recettes", story->theme->income, &income);
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, "Dépenses");
  add_side (paper, "Total des dépenses", story->theme->expenses, &chart.side);
  ceci_paper_add_drawing (paper, 17 * CECI_SAMPLE_EXPENSES, draw_chart, &chart, NULL);
  ceci_paper_add_text (paper, CECI_PAPER_CAPTION, "Dépenses prévues (clair) et réelles (foncé).");
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, "Résultat et trésorerie");
  ceci_paper_add_format (paper, CECI_PAPER_BODY,
                         "Le résultat de l’activité est de %s. La caisse passe de %s à %s. Chaque dépense est "
                         "justifiée par un ticket ou une facture numérotée, "
                         "classée au local ; %s et %s ont vérifié les comptes.",
                         result, before, after, story->colleagues[2], story->colleagues[3]);
  ceci_sample_story_add (story, paper, CECI_PAPER_BODY,
                         income.real_total >= chart.side.real_total
                             ? "L’excédent est réservé à la prochaine édition. Nous proposons d’en garder la moitié "
                               "comme fonds de départ, pour que l’équipe suivante n’ait plus à avancer l’argent."
                             : "Le déficit est couvert par la réserve de l’association. L’an prochain, aucune commande "
                               "ne sera passée avant la confirmation écrite du subside.");
  return ceci_sample_story_finish (story, paper, error);
}
