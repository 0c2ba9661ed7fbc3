// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's backward schedule: a table of stages, and the same as bars over the weeks.

#include "config.h"

#include "ceci-sample-documents.h"
#include "core/store/ceci-date.h"

typedef struct {
  const CeciSampleStory *story;
  double starts[CECI_SAMPLE_TASKS], ends[CECI_SAMPLE_TASKS]; // shares of the placement
  guint owners[CECI_SAMPLE_TASKS];
  gboolean risky[CECI_SAMPLE_TASKS];
} Schedule;

static void
make_schedule (Schedule *schedule, const CeciSampleStory *story, GRand *random)
{
  schedule->story = story;
  for (guint i = 0; i < CECI_SAMPLE_TASKS; i++) {
    double start = i / (double) CECI_SAMPLE_TASKS + g_rand_double_range (random, -0.06, 0.02);
    double length = g_rand_double_range (random, 0.08, 0.24);

    schedule->starts[i] = CLAMP (start, 0, 0.9);
    schedule->ends[i] = MIN (schedule->starts[i] + length, 1);
    schedule->owners[i] = (guint) g_rand_int_range (random, 0, CECI_SAMPLE_COLLEAGUES + 2);
    schedule->risky[i] = g_rand_int_range (random, 0, 4) == 0;
  }
}

static const char *
owner (const Schedule *schedule, guint task)
{
  guint index = schedule->owners[task];

  return index < CECI_SAMPLE_COLLEAGUES ? schedule->story->colleagues[index] : schedule->story->student;
}

static void
draw_months (CeciPaper *paper, cairo_t *cairo, const CeciSampleStory *story, double left, double width, double height)
{
  static const char *const names[] = {"janv.", "févr.", "mars",  "avril", "mai",  "juin",
                                      "juil.", "août",  "sept.", "oct.",  "nov.", "déc."};
  const CeciPaperInk ink = {.size = 7, .colour = 0x667080};
  int days = MAX (1, ceci_date_days_between (story->starts_on, story->ends_on));

  for (int day = 0; day <= days; day++) {
    g_autofree char *date = ceci_date_add_days (story->starts_on, day);
    double x = left + width * day / days;
    int month = (date[5] - '0') * 10 + (date[6] - '0');

    if (date[8] != '0' || date[9] != '1')
      continue;
    ceci_paper_set_colour (cairo, 0xd9dee5, 1);
    cairo_set_line_width (cairo, 0.5);
    cairo_move_to (cairo, x, 12);
    cairo_line_to (cairo, x, height);
    cairo_stroke (cairo);
    if (x < left + width - 20)
      ceci_paper_draw_text (paper, cairo, &ink, x + 2, 0, 0, names[month - 1]);
  }
}

static void
draw_bars (CeciPaper *paper, cairo_t *cairo, double width, double height, gpointer user_data)
{
  const Schedule *schedule = user_data;
  const CeciPaperInk ink = {.size = 7.6, .colour = 0x1d2530};
  double left = 172, row = (height - 16) / CECI_SAMPLE_TASKS;

  draw_months (paper, cairo, schedule->story, left, width - left, height);
  for (guint i = 0; i < CECI_SAMPLE_TASKS; i++) {
    double y = 16 + i * row, x = left + (width - left) * schedule->starts[i];
    double length = MAX (6, (width - left) * (schedule->ends[i] - schedule->starts[i]));

    ceci_paper_draw_text (paper, cairo, &ink, 0, y + row / 2 - 5.5, left - 8, schedule->story->theme->tasks[i]);
    ceci_paper_set_colour (cairo, schedule->risky[i] ? 0xd9822b : ceci_paper_get_accent (paper), 0.85);
    cairo_rectangle (cairo, x, y + row / 2 - 4.5, length, 9);
    cairo_fill (cairo);
    if (i >= CECI_SAMPLE_TASKS - 2) {
      ceci_paper_set_colour (cairo, 0x1d2530, 1);
      cairo_move_to (cairo, x + length, y + row / 2 - 6);
      cairo_rel_line_to (cairo, 6, 6);
      cairo_rel_line_to (cairo, -6, 6);
      cairo_rel_line_to (cairo, -6, -6);
      cairo_close_path (cairo);
      cairo_fill (cairo);
    }
  }
}

static void
add_stages (CeciPaper *paper, const Schedule *schedule)
{
  static const CeciPaperColumn columns[] = {{"Échéance", 1.25, PANGO_ALIGN_LEFT},
                                            {"Étape", 3.4, PANGO_ALIGN_LEFT},
                                            {"Début", 1.15, PANGO_ALIGN_LEFT},
                                            {"Responsable", 2.3, PANGO_ALIGN_LEFT},
                                            {"État", 1.2, PANGO_ALIGN_LEFT}};
  CeciPaperTable *table = ceci_paper_table_new (CECI_PAPER_TABLE_BANDED, columns, G_N_ELEMENTS (columns));
  const CeciSampleStory *story = schedule->story;

  // from the end to the beginning: that is what makes it a backward schedule
  for (guint i = CECI_SAMPLE_TASKS; i-- > 0;) {
    g_autofree char *start = ceci_sample_date_between (story->starts_on, story->ends_on, schedule->starts[i]);
    g_autofree char *end = ceci_sample_date_between (story->starts_on, story->ends_on, schedule->ends[i]);
    g_autofree char *from = g_strdup_printf ("%.2s/%.2s", start + 8, start + 5);
    g_autofree char *to = g_strdup_printf ("%.2s/%.2s/%.4s", end + 8, end + 5, end);

    ceci_paper_table_add (table, to, story->theme->tasks[i], from, owner (schedule, i),
                          schedule->risky[i]          ? "à surveiller"
                          : i < CECI_SAMPLE_TASKS / 2 ? "fait"
                                                      : "prévu",
                          NULL);
  }
  ceci_paper_add_table (paper, table);
}

/**
 * ceci_sample_draw_schedule:
 * @story: whose
 * @dated_on: the day it was drawn up
 * @random: what varies
 * @error: why there is none
 */
GBytes *
ceci_sample_draw_schedule (const CeciSampleStory *story, const char *dated_on, GRand *random, GError **error)
{
  g_autoptr (CeciPaper) paper = ceci_sample_story_paper (story, "Rétroplanning", "fr", dated_on);
  g_autofree char *from = ceci_date_format_long_in (story->starts_on, "fr");
  g_autofree char *to = ceci_date_format_long_in (story->ends_on, "fr");
  Schedule schedule;
  gboolean first_risk = TRUE;

  make_schedule (&schedule, story, random);
  ceci_paper_add_text (paper, CECI_PAPER_TITLE, "Rétroplanning");
  ceci_paper_add_format (paper, CECI_PAPER_SUBTITLE, "%s  ·  du %s au %s", story->theme->title, from, to);
  ceci_sample_story_add (
      story, paper, CECI_PAPER_LEAD,
      "Nous partons de la date qui ne bouge pas, {event}, et remontons vers aujourd’hui. Chaque étape a une "
      "personne responsable et une date au-delà de laquelle l’étape suivante est menacée.");
  ceci_paper_add_space (paper, 4);
  ceci_paper_add_drawing (paper, 232, draw_bars, &schedule, NULL);
  ceci_paper_add_text (paper, CECI_PAPER_CAPTION,
                       "En orange, les étapes à surveiller ; les losanges marquent les dates fixes.");
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, "De la fin vers le début");
  add_stages (paper, &schedule);
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, "Marges et points d’attention");
  for (guint i = 0; i < CECI_SAMPLE_TASKS; i++) {
    g_autofree char *day = NULL;

    if (!schedule.risky[i])
      continue;
    day = ceci_sample_date_between (story->starts_on, story->ends_on, schedule.ends[i]);
    ceci_paper_add_format (
        paper, CECI_PAPER_ITEM,
        "%s : %d jours de marge avant le %.2s/%.2s. Si le retard dépasse ce délai, la décision revient à %s.",
        story->theme->tasks[i], g_rand_int_range (random, 2, 8), day + 8, day + 5, owner (&schedule, i));
    first_risk = FALSE;
  }
  if (first_risk)
    ceci_paper_add_text (paper, CECI_PAPER_BODY,
                         "Aucune étape n’est en danger à ce jour. Le planning est revu à chaque réunion.");
  return ceci_sample_story_finish (story, paper, error);
}
