// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's follow-up grid, as a supervisor fills it in at the end of a placement.

#include "config.h"

#include "ceci-sample-documents.h"
#include "core/store/ceci-date.h"

// In the order of ceci_follow_up_items.
static const char *const titles[CECI_SAMPLE_RATINGS] = {
    "Assiduité et ponctualité",
    "Respect des délais",
    "Intégration",
    "Initiative et autonomie",
    "Qualité et rigueur",
    "Communication",
    "Écoute et coopération",
    "Adaptation",
    "Compréhension de la mission sociale",
    "Progression et prise en compte des retours",
};

static void
draw_ratings (CeciPaper *paper, cairo_t *cairo, double width, double height, gpointer user_data)
{
  static const char *const levels[] = {"non observé", "à améliorer", "suffisant", "bien", "très bien"};
  const CeciSampleGrid *grid = user_data;
  const CeciPaperInk head = {.size = 7, .colour = 0x667080, .alignment = PANGO_ALIGN_CENTER};
  const CeciPaperInk item = {.size = 8.8, .colour = 0x1d2530};
  double left = width * 0.46, cell = (width - left) / 5, row = (height - 18) / CECI_SAMPLE_RATINGS;

  for (guint i = 0; i < 5; i++)
    ceci_paper_draw_text (paper, cairo, &head, left + i * cell, 2, cell, levels[i]);
  for (guint i = 0; i < CECI_SAMPLE_RATINGS; i++) {
    double y = 18 + i * row;

    ceci_paper_set_colour (cairo, 0xcfd5dd, 1);
    cairo_set_line_width (cairo, 0.4);
    cairo_move_to (cairo, 0, y);
    cairo_rel_line_to (cairo, width, 0);
    cairo_stroke (cairo);
    ceci_paper_draw_text (paper, cairo, &item, 0, y + row / 2 - 6, left, titles[i]);
    for (int level = 0; level < 5; level++) {
      double x = left + (level + 0.5) * cell, middle = y + row / 2;

      ceci_paper_set_colour (cairo, 0x1d2530, 0.75);
      cairo_set_line_width (cairo, 0.7);
      cairo_rectangle (cairo, x - 5, middle - 5, 10, 10);
      cairo_stroke (cairo);
      if (grid->levels[i] != level)
        continue;
      // crossed by hand, never twice the same
      ceci_paper_set_colour (cairo, 0x173a8c, 1);
      cairo_set_line_width (cairo, 1.3);
      cairo_move_to (cairo, x - 5.5, middle - 4.5 - (double) (i % 3));
      cairo_line_to (cairo, x + 5.5 + (double) (i % 2), middle + 5);
      cairo_move_to (cairo, x + 5, middle - 5.5);
      cairo_line_to (cairo, x - 6 + (double) (i % 2), middle + 5.5);
      cairo_stroke (cairo);
    }
  }
}

static void
draw_signature (CeciPaper *paper, cairo_t *cairo, double width, double height, gpointer user_data)
{
  const CeciPaperInk ink = {.size = 8, .colour = 0x667080};
  const char *name = user_data;
  double x = 14, y = 34;

  ceci_paper_draw_text (paper, cairo, &ink, 0, 0, width, "Signature");
  ceci_paper_set_colour (cairo, 0x173a8c, 1);
  cairo_set_line_width (cairo, 1.1);
  cairo_set_line_cap (cairo, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cairo, x, y);
  for (const char *p = name; *p != '\0' && x < 104; p += 2) {
    double rise = 7 + ((guchar) *p * 7) % 15;

    cairo_curve_to (cairo, x + 2, y - rise, x + 13, y - rise * 0.9, x + 6, y + 2);
    cairo_curve_to (cairo, x + 4, y + 5, x + 9, y + 3, x + 12, y - 1);
    x += 12;
    if (p[1] == '\0')
      break;
  }
  cairo_curve_to (cairo, x + 20, y - 8, x + 30, y + 6, 20, y + 9);
  cairo_stroke (cairo);
}

/**
 * ceci_sample_draw_grid:
 * @story: whose placement
 * @dated_on: the day it was filled in, on or after the placement's end
 * @grid: the ratings
 * @error: why there is none
 */
GBytes *
ceci_sample_draw_grid (const CeciSampleStory *story, const char *dated_on, const CeciSampleGrid *grid, GError **error)
{
  static const CeciPaperColumn columns[] = {{NULL, 1.2, PANGO_ALIGN_LEFT}, {NULL, 4, PANGO_ALIGN_LEFT}};
  CeciPaperTable *table = ceci_paper_table_new (CECI_PAPER_TABLE_PLAIN, columns, G_N_ELEMENTS (columns));
  g_autoptr (CeciPaper) paper = ceci_paper_new (CECI_PAPER_PORTRAIT, "fr", dated_on);
  g_autofree char *from = ceci_date_format_long_in (story->starts_on, "fr");
  g_autofree char *to = ceci_date_format_long_in (story->ends_on, "fr");
  g_autofree char *period = g_strdup_printf ("du %s au %s", from, to);
  g_autofree char *hours = g_strdup_printf ("%" G_GINT64_FORMAT "\u00a0heures prestées", story->minutes / 60);
  g_autofree char *date = ceci_date_format_long_in (dated_on, "fr");
  const char *overall = g_str_equal (grid->overall, "favourable") ? "favorable"
                        : g_str_equal (grid->overall, "reserved") ? "avec réserves"
                                                                  : "défavorable";

  ceci_paper_set_description (paper, "Grille de suivi", grid->signatories, story->theme->title);
  ceci_paper_set_running (paper, "Certificat d’engagement citoyen (CECi)", "ULB Engagée",
                          "Grille de suivi à remettre à la fin du stage  ·  engagement.citoyen@ulb.be");
  ceci_paper_add_text (paper, CECI_PAPER_TITLE, "Grille de suivi du stage");
  ceci_paper_add_text (paper, CECI_PAPER_SUBTITLE, "À remplir par le ou la maître de stage à la fin du stage");
  ceci_paper_table_add (table, "Stagiaire", story->student, NULL);
  ceci_paper_table_add (table, "Organisme", story->organisation, NULL);
  ceci_paper_table_add (table, "Fonction", story->theme->function, NULL);
  ceci_paper_table_add (table, "Période", period, NULL);
  ceci_paper_table_add (table, "Heures attestées", hours, NULL);
  ceci_paper_add_table (paper, table);
  ceci_paper_add_drawing (paper, 18 + 22 * CECI_SAMPLE_RATINGS, draw_ratings, (gpointer) grid, NULL);
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, "Points forts");
  ceci_sample_story_add (story, paper, CECI_PAPER_BODY, grid->strengths);
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, "Conseils pour la suite");
  ceci_sample_story_add (story, paper, CECI_PAPER_BODY, grid->advice);
  ceci_paper_add_format (paper, CECI_PAPER_SUBHEADING, "Avis global : %s", overall);
  ceci_paper_add_format (paper, CECI_PAPER_BODY, "Bruxelles, le %s. %s", date, grid->signatories);
  ceci_paper_add_drawing (paper, 52, draw_signature, (gpointer) grid->signatories, NULL);
  return ceci_sample_story_finish (story, paper, error);
}
