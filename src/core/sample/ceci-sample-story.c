// SPDX-License-Identifier: GPL-3.0-or-later
// One student's placement as the sample's documents tell it: filling patterns, the look of a paper, dates and sums.

#include "config.h"

#include <string.h>

#include "ceci-sample-story.h"
#include "core/store/ceci-date.h"

/**
 * ceci_sample_first_name:
 * @name: a whole name
 * @buffer: where the first word goes
 * @size: its size
 */
const char *
ceci_sample_first_name (const char *name, char *buffer, gsize size)
{
  gsize length = strcspn (name, " ");

  g_strlcpy (buffer, name, MIN (size, length + 1));
  return buffer;
}

/**
 * ceci_sample_story_fill:
 * @self: a story
 * @language: of the text
 * @pattern: text with {student} {first} {org} {sup} {a} {b} {event} {aim} {lesson} {limit} {hours} {slogan} in it
 *
 * Returns: (transfer full): the text
 */
char *
ceci_sample_story_fill (const CeciSampleStory *self, const char *language, const char *pattern)
{
  g_autoptr (GString) text = g_string_new (pattern);
  gboolean english = g_str_equal (language, "en");
  g_autofree char *hours = g_strdup_printf ("%" G_GINT64_FORMAT, self->minutes / 60);
  char a[64], b[64];

  g_string_replace (text, "{student}", self->student, 0);
  g_string_replace (text, "{first}", self->first_name, 0);
  g_string_replace (text, "{org}", self->organisation, 0);
  g_string_replace (text, "{sup}", self->supervisor, 0);
  g_string_replace (text, "{a}", ceci_sample_first_name (self->colleagues[0], a, sizeof a), 0);
  g_string_replace (text, "{b}", ceci_sample_first_name (self->colleagues[1], b, sizeof b), 0);
  g_string_replace (text, "{hours}", hours, 0);
  g_string_replace (text, "{slogan}", self->theme->slogan, 0);
  g_string_replace (text, "{event}", english ? self->theme->event_en : self->theme->event, 0);
  g_string_replace (text, "{aim}", english ? self->theme->aim_en : self->theme->aim, 0);
  g_string_replace (text, "{lesson}", english ? self->theme->lesson_en : self->theme->lesson, 0);
  g_string_replace (text, "{limit}", english ? self->theme->limit_en : self->theme->limit, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * ceci_sample_story_paper:
 * @self: a story
 * @title: of the document
 * @language: of the document
 * @date: of the document
 *
 * Returns: (transfer full): a portrait sheet with the student's look
 */
CeciPaper *
ceci_sample_story_paper (const CeciSampleStory *self, const char *title, const char *language, const char *date)
{
  CeciPaper *paper = ceci_paper_new (CECI_PAPER_PORTRAIT, language, date);
  g_autofree char *foot = g_strconcat (self->student, "  ·  CECi", NULL);

  ceci_paper_set_look (paper, self->family, self->accent);
  ceci_paper_set_description (paper, title, self->student, self->theme->title);
  ceci_paper_set_running (paper, self->organisation, title, foot);
  return paper;
}

void
ceci_sample_story_add (const CeciSampleStory *self, CeciPaper *paper, CeciPaperStyle style, const char *pattern)
{
  g_autofree char *text = ceci_sample_story_fill (self, ceci_paper_get_language (paper), pattern);

  ceci_paper_add_text (paper, style, text);
}

GBytes *
ceci_sample_story_finish (const CeciSampleStory *self, CeciPaper *paper, GError **error)
{
  GBytes *bytes = ceci_paper_finish (paper, error);

  if (self->n_pages != NULL)
    *self->n_pages = ceci_paper_get_n_pages (paper);
  return bytes;
}

/**
 * ceci_sample_date_between:
 * @from: a date
 * @to: a later one
 * @share: how far between them, from 0 to 1
 */
char *
ceci_sample_date_between (const char *from, const char *to, double share)
{
  return ceci_date_add_days (from, (int) (ceci_date_days_between (from, to) * share));
}

/**
 * ceci_sample_euros:
 * @euros: an amount
 *
 * Returns: (transfer full): «1 240,00 €», as French is set
 */
char *
ceci_sample_euros (int euros)
{
  const char *sign = euros < 0 ? "−" : "";
  int amount = ABS (euros);

  if (amount >= 1000)
    return g_strdup_printf ("%s%d\u202f%03d,00\u00a0€", sign, amount / 1000, amount % 1000);
  return g_strdup_printf ("%s%d,00\u00a0€", sign, amount);
}
