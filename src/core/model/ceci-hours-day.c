// SPDX-License-Identifier: GPL-3.0-or-later
// Which day the words of a line mean. A day without its year is meant inside the placement, and never to come.

#include "config.h"

#include "ceci-hours-day.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/store/ceci-database.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-fold.h"

typedef struct {
  const char *word; // folded
  int value;
  gboolean common; // another word too, as «mon» and «lu»: a day only where it stands first, or with a point
} Word;

static const Word relative_days[] = {
    {"aujourd'hui", 0, FALSE}, {"today", 0, FALSE},      {"hier", 1, FALSE},
    {"yesterday", 1, FALSE},   {"avant-hier", 2, FALSE}, {"avanthier", 2, FALSE},
};

// 1 is Monday.
static const Word weekdays[] = {
    {"lundi", 1, FALSE},    {"mardi", 2, FALSE},     {"mercredi", 3, FALSE}, {"jeudi", 4, FALSE},
    {"vendredi", 5, FALSE}, {"samedi", 6, FALSE},    {"dimanche", 7, FALSE}, {"monday", 1, FALSE},
    {"tuesday", 2, FALSE},  {"wednesday", 3, FALSE}, {"thursday", 4, FALSE}, {"friday", 5, FALSE},
    {"saturday", 6, FALSE}, {"sunday", 7, FALSE},    {"lu", 1, TRUE},        {"ma", 2, TRUE},
    {"me", 3, TRUE},        {"je", 4, TRUE},         {"ve", 5, FALSE},       {"sa", 6, TRUE},
    {"di", 7, FALSE},       {"lun", 1, FALSE},       {"mar", 2, FALSE},      {"mer", 3, TRUE},
    {"jeu", 4, TRUE},       {"ven", 5, FALSE},       {"sam", 6, FALSE},      {"dim", 7, FALSE},
    {"mon", 1, TRUE},       {"tue", 2, FALSE},       {"wed", 3, FALSE},      {"thu", 4, FALSE},
    {"fri", 5, FALSE},      {"sat", 6, TRUE},        {"sun", 7, TRUE},
};

static const Word months[] = {
    {"janvier", 1, FALSE},   {"fevrier", 2, FALSE},  {"mars", 3, FALSE},      {"avril", 4, FALSE},
    {"mai", 5, FALSE},       {"juin", 6, FALSE},     {"juillet", 7, FALSE},   {"aout", 8, FALSE},
    {"septembre", 9, FALSE}, {"octobre", 10, FALSE}, {"novembre", 11, FALSE}, {"decembre", 12, FALSE},
    {"january", 1, FALSE},   {"february", 2, FALSE}, {"march", 3, FALSE},     {"april", 4, FALSE},
    {"may", 5, FALSE},       {"june", 6, FALSE},     {"july", 7, FALSE},      {"august", 8, FALSE},
    {"september", 9, FALSE}, {"october", 10, FALSE}, {"november", 11, FALSE}, {"december", 12, FALSE},
    {"jan", 1, FALSE},       {"janv", 1, FALSE},     {"fev", 2, FALSE},       {"fevr", 2, FALSE},
    {"feb", 2, FALSE},       {"mar", 3, FALSE},      {"avr", 4, FALSE},       {"apr", 4, FALSE},
    {"jun", 6, FALSE},       {"juil", 7, FALSE},     {"jul", 7, FALSE},       {"aug", 8, FALSE},
    {"sept", 9, FALSE},      {"sep", 9, FALSE},      {"oct", 10, FALSE},      {"nov", 11, FALSE},
    {"dec", 12, FALSE},
};

// A word folded, without the point or comma that ends it; *pointed tells of a point.
static char *
fold_word (const char *word, gboolean *pointed)
{
  char *folded = ceci_fold (word);
  gsize length = strlen (folded);

  *pointed = length > 0 && folded[length - 1] == '.';
  if (length > 0 && strchr (".,", folded[length - 1]) != NULL)
    folded[length - 1] = '\0';
  return folded;
}

static const Word *
find_word (const Word *list, guint n, const char *text)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (list[i].word, text) == 0)
      return &list[i];
  return NULL;
}

#define FIND(list, text) find_word (list, G_N_ELEMENTS (list), text)

static gboolean
is_inside (const CeciDayReader *self, const char *date)
{
  for (guint i = 0; i < self->n_periods; i++)
    if ((self->periods[i].starts_on == NULL || strcmp (self->periods[i].starts_on, date) <= 0) &&
        (self->periods[i].ends_on == NULL || strcmp (date, self->periods[i].ends_on) <= 0))
      return TRUE;
  return FALSE;
}

// The year of a day written without it: one inside a placement rather than another, else the last time it came.
static char *
guess_year (const CeciDayReader *self, int day, int month, gboolean *guessed, GError **error)
{
  int this_year = (int) g_ascii_strtoll (self->today, NULL, 10);
  g_autofree char *this_one = g_strdup_printf ("%04d-%02d-%02d", this_year, month, day);
  g_autofree char *last = NULL;
  gboolean to_come = strcmp (this_one, self->today) > 0;

  // 29 February may be four years away, or eight
  for (int year = this_year - 1; last == NULL && year >= this_year - 8 && year > 0; year--) {
    last = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
    if (!ceci_date_is_valid (last))
      g_clear_pointer (&last, g_free);
  }
  if (!ceci_date_is_valid (this_one))
    g_clear_pointer (&this_one, g_free);
  *guessed = FALSE;
  if (this_one != NULL && !to_come && (is_inside (self, this_one) || last == NULL || !is_inside (self, last)))
    return g_steal_pointer (&this_one);
  if (this_one != NULL && to_come && is_inside (self, this_one) && (last == NULL || !is_inside (self, last))) {
    g_autofree char *written = ceci_date_format_day (this_one);

    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID,
                 _ ("%s is still to come. Write the year if another one is meant."), written);
    return NULL;
  }
  *guessed = last != NULL;
  return g_steal_pointer (&last);
}

// «12/03», «12.3.», «2026-03-12», «12/03/26».
static guint
take_figures (const CeciDayReader *self, char **words, CeciDayPlace place, char **day, gboolean *guessed,
              GError **error)
{
  static GRegex *short_date;
  g_autoptr (GMatchInfo) match = NULL;
  gsize length = strlen (words[0]);
  g_autofree char *word = g_strndup (words[0], length > 0 && words[0][length - 1] == ',' ? length - 1 : length);

  if (g_once_init_enter_pointer (&short_date))
    g_once_init_leave_pointer (&short_date,
                               g_regex_new ("^(\\d{1,2})([-./])(\\d{1,2})[./]?$", G_REGEX_OPTIMIZE, 0, NULL));
  if (!g_regex_match (short_date, word, 0, &match)) {
    *day = ceci_date_parse_human (word, self->today);
    return *day != NULL ? 1 : 0;
  }
  {
    g_autofree char *first = g_match_info_fetch (match, 1);
    g_autofree char *second = g_match_info_fetch (match, 3);
    g_autofree char *separator = g_match_info_fetch (match, 2);
    int of_month = (int) g_ascii_strtoll (first, NULL, 10), month = (int) g_ascii_strtoll (second, NULL, 10);

    // «version 2.1» is no day
    if (of_month < 1 || of_month > 31 || month < 1 || month > 12 || (place == CECI_DAY_AMID_WORDS && *separator != '/'))
      return 0;
    *day = guess_year (self, of_month, month, guessed, error);
  }
  return *day != NULL ? 1 : 0;
}

static gboolean
is_whole_number (const char *text, gsize most)
{
  gsize length = strlen (text);

  return length > 0 && length <= most && strspn (text, "0123456789") == length;
}

// «12 mars», «1er avril 2026», «12 March».
static guint
take_month (const CeciDayReader *self, char **words, guint n_words, char **day, gboolean *guessed, GError **error)
{
  g_autofree char *first = NULL, *second = NULL, *third = NULL;
  gboolean pointed;
  const Word *month;
  int of_month;

  if (n_words < 2)
    return 0;
  first = fold_word (words[0], &pointed);
  if (g_str_has_suffix (first, "er") || g_str_has_suffix (first, "st") || g_str_has_suffix (first, "nd") ||
      g_str_has_suffix (first, "rd") || g_str_has_suffix (first, "th"))
    first[strlen (first) - 2] = '\0';
  second = fold_word (words[1], &pointed);
  month = FIND (months, second);
  if (month == NULL || !is_whole_number (first, 2))
    return 0;
  of_month = (int) g_ascii_strtoll (first, NULL, 10);
  if (of_month < 1 || of_month > 31)
    return 0;
  third = n_words > 2 ? fold_word (words[2], &pointed) : NULL;
  if (third != NULL && is_whole_number (third, 4) && strlen (third) == 4) {
    *day = g_strdup_printf ("%s-%02d-%02d", third, month->value, of_month);
    if (ceci_date_is_valid (*day))
      return 3;
    g_clear_pointer (day, g_free);
    return 0;
  }
  *day = guess_year (self, of_month, month->value, guessed, error);
  return *day != NULL ? 2 : 0;
}

// The last such weekday, today if it is one; «lundi dernier» is the same, or a week before when today is one.
static char *
last_weekday (const char *today, int weekday, gboolean before_today)
{
  GDate date;
  int back;

  g_date_clear (&date, 1);
  g_date_set_parse (&date, today);
  if (!g_date_valid (&date))
    return NULL;
  back = ((int) g_date_get_weekday (&date) - weekday + 7) % 7;
  return ceci_date_add_days (today, -(back == 0 && before_today ? 7 : back));
}

static guint
take_weekday (const CeciDayReader *self, char **words, guint n_words, CeciDayPlace place, char **day)
{
  gboolean pointed = FALSE, next_pointed;
  g_autofree char *word = fold_word (words[0], &pointed);
  g_autofree char *next = n_words > 1 ? fold_word (words[1], &next_pointed) : NULL;
  gboolean last = strcmp (word, "last") == 0 && next != NULL;
  const Word *weekday = last ? FIND (weekdays, next) : FIND (weekdays, word);
  gboolean followed = !last && next != NULL && (strcmp (next, "dernier") == 0 || strcmp (next, "passe") == 0);

  if (weekday == NULL || (weekday->common && place != CECI_DAY_FIRST && !pointed))
    return 0;
  *day = last_weekday (self->today, weekday->value, last || followed);
  return *day == NULL ? 0 : last || followed ? 2 : 1;
}

gboolean
ceci_day_is_month (const char *word)
{
  gboolean pointed;
  g_autofree char *folded = fold_word (word, &pointed);

  return FIND (months, folded) != NULL;
}

/**
 * ceci_day_reader_take:
 * @self: the day it is, and the placements
 * @words: the words that are left
 * @n_words: how many, at least one
 * @place: where they stand
 * @day: (out) (transfer full): the day, where words are taken
 * @year_guessed: (out): whether another year than this one was understood
 * @error: return location for an error, for a day that can't be meant
 *
 * Returns: how many words were taken
 */
guint
ceci_day_reader_take (const CeciDayReader *self, char **words, guint n_words, CeciDayPlace place, char **day,
                      gboolean *year_guessed, GError **error)
{
  g_autoptr (GError) failure = NULL;
  guint taken = take_figures (self, words, place, day, year_guessed, &failure);

  if (taken == 0 && failure == NULL)
    taken = take_month (self, words, n_words, day, year_guessed, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return 0;
  }
  if (taken == 0 && place != CECI_DAY_AMID_WORDS) {
    gboolean pointed;
    g_autofree char *word = fold_word (words[0], &pointed);
    const Word *relative = FIND (relative_days, word);

    if (relative != NULL) {
      *day = ceci_date_add_days (self->today, -relative->value);
      return 1;
    }
    // «lundi 12/03»: the date says it all
    taken = take_weekday (self, words, n_words, place, day);
    if (taken > 0 && taken < n_words) {
      g_autofree char *weekday = g_steal_pointer (day);
      guint more = take_figures (self, words + taken, place, day, year_guessed, NULL);

      if (more == 0)
        more = take_month (self, words + taken, n_words - taken, day, year_guessed, NULL);
      if (more == 0)
        *day = g_steal_pointer (&weekday);
      taken += more;
    }
  }
  return taken;
}
