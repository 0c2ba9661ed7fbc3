// SPDX-License-Identifier: GPL-3.0-or-later
// Quick entry of hours: the words of one line are tried as a duration and as a day; what remains describes the work.
// Which day a word means stands in ceci-hours-day.c.

#include "config.h"

#include "ceci-hours-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-hours-day.h"
#include "core/store/ceci-database.h"
#include "core/store/ceci-date.h"

#define LONGEST_LINE 2000
#define DAY_MINUTES (24 * 60)

#define INVALID(error, ...) (g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID, __VA_ARGS__), FALSE)

// The words from start on, n of them, joined by a space.
static char *
join (char **words, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

// «14h-17h30», «9:00–12:15»: from one hour to another, which may be after midnight; -1 if it is none.
static gint64
read_span (const char *text)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  gint64 minutes[2];

  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (
        &regex, g_regex_new ("^(\\d{1,2})[hH:](\\d{2})?[-–—](\\d{1,2})[hH:](\\d{2})?$", G_REGEX_OPTIMIZE, 0, NULL));
  if (!g_regex_match (regex, text, 0, &match))
    return -1;
  for (int i = 0; i < 2; i++) {
    g_autofree char *hour = g_match_info_fetch (match, 1 + 2 * i);
    g_autofree char *minute = g_match_info_fetch (match, 2 + 2 * i);
    guint64 hours = g_ascii_strtoull (hour, NULL, 10);
    guint64 rest = minute != NULL ? g_ascii_strtoull (minute, NULL, 10) : 0;

    if (hours > 24 || rest > 59)
      return -1;
    minutes[i] = (gint64) (hours * 60 + rest);
  }
  return minutes[1] > minutes[0] ? minutes[1] - minutes[0] : minutes[1] + DAY_MINUTES - minutes[0];
}

// «3 h 30» is three words, «3h 30» and «90 min» two. A lone number is hours only when it stands first.
static guint
take_duration (char **words, guint n_words, gboolean first, gint64 *minutes)
{
  for (guint n = MIN (n_words, 3); n > 0; n--) {
    g_autofree char *text = join (words, n);
    gint64 value = ceci_duration_parse (text);
    gboolean bare = strspn (text, "0123456789.,") == strlen (text);

    // «2h 12 mars» is two hours on the twelfth
    if (n > 1 && n < n_words && ceci_day_is_month (words[n]))
      continue;
    if (value <= 0 && n == 1)
      value = read_span (text);
    if (value <= 0 || (bare && (!first || n > 1)))
      continue;
    *minutes = value;
    return n;
  }
  return 0;
}

static char **
split (const char *text)
{
  g_autofree char *plain = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *at = plain;; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (character != 0 && !g_unichar_isspace (character) && !g_unichar_iscntrl (character)) {
      g_string_append_unichar (word, character);
      continue;
    }
    if (word->len > 0)
      g_strv_builder_add (words, word->str);
    g_string_truncate (word, 0);
    if (character == 0)
      return g_strv_builder_end (words);
  }
}

// A range of days says neither how long each was nor how long all were.
static gboolean
is_range_of_days (const char *word)
{
  return g_regex_match_simple ("^\\d{1,2}[./]\\d{1,2}([./]\\d{2,4})?[-–—]\\d{1,2}[./]\\d{1,2}([./]\\d{2,4})?$", word, 0,
                               0);
}

static gboolean
read_words (CeciHoursReading *self, char **words, const CeciDayReader *days, GError **error)
{
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();
  g_auto (GStrv) remaining = NULL;
  guint n = g_strv_length (words);
  gboolean described = FALSE;

  for (guint i = 0; i < n;) {
    guint taken = self->minutes == 0 ? take_duration (words + i, n - i, i == 0, &self->minutes) : 0;

    if (taken == 0 && is_range_of_days (words[i]))
      return INVALID (error, _ ("“%s” is several days. Write each day’s hours in a line of its own."), words[i]);
    if (taken == 0 && self->worked_on == NULL) {
      CeciDayPlace place = described           ? CECI_DAY_AMID_WORDS
                           : self->minutes > 0 ? CECI_DAY_AFTER_DURATION
                                               : CECI_DAY_FIRST;
      g_autoptr (GError) failure = NULL;

      taken = ceci_day_reader_take (days, words + i, n - i, place, &self->worked_on, &self->year_guessed, &failure);
      if (failure != NULL) {
        g_propagate_error (error, g_steal_pointer (&failure));
        return FALSE;
      }
    }
    if (taken == 0) {
      g_strv_builder_add (rest, words[i]);
      described = TRUE;
      taken = 1;
    }
    i += taken;
  }
  remaining = g_strv_builder_end (rest);
  self->description = remaining[0] != NULL ? g_strjoinv (" ", remaining) : NULL;
  return TRUE;
}

static gboolean
complete (CeciHoursReading *self, const char *today, GError **error)
{
  g_autofree char *day = NULL;

  if (self->minutes == 0)
    return INVALID (error, _ ("Write a duration, perhaps a day, then what was done: “3h30 12/03 welcome desk”."));
  if (self->minutes > DAY_MINUTES)
    return INVALID (error, _ ("A day has 24 hours. Record each day in an entry of its own."));
  self->day_given = self->worked_on != NULL;
  if (!self->day_given)
    self->worked_on = g_strdup (today);
  if (strcmp (self->worked_on, today) <= 0)
    return TRUE;
  day = ceci_date_format_day (self->worked_on);
  return INVALID (error, _ ("%s is still to come. Record hours once they are worked."), day);
}

CeciHoursReading *
ceci_hours_reading_new (const char *text, const char *today, const CeciPeriod *periods, guint n_periods, GError **error)
{
  g_autoptr (CeciHoursReading) self = g_new0 (CeciHoursReading, 1);
  const CeciDayReader days = {today, periods, n_periods};
  g_auto (GStrv) words = NULL;

  if (text != NULL && strlen (text) > LONGEST_LINE) {
    (void) INVALID (error, _ ("The line is too long. Describe the work in a few words."));
    return NULL;
  }
  words = split (text);
  if (!read_words (self, words, &days, error) || !complete (self, today, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ceci_hours_reading_free (CeciHoursReading *self)
{
  if (self == NULL)
    return;
  g_free (self->worked_on);
  g_free (self->description);
  g_free (self);
}

char *
ceci_hours_reading_describe (const CeciHoursReading *self)
{
  g_autofree char *duration = ceci_duration_format (self->minutes);
  g_autofree char *day = ceci_date_format_day (self->worked_on);

  if (self->description == NULL)
    // Translators: what was understood of a line of hours: 3 h 30, Thursday 12 March 2026
    return g_strdup_printf (_ ("%s, %s"), duration, day);
  // Translators: what was understood of a line of hours: 3 h 30, Thursday 12 March 2026, “welcome desk”
  return g_strdup_printf (_ ("%s, %s, “%s”"), duration, day, self->description);
}

/**
 * ceci_hours_entry_write:
 * @minutes: a duration
 * @worked_on: a day
 * @description: (nullable): what was done
 *
 * Returns: (transfer full): the line of quick entry that means this, for changing an entry
 */
char *
ceci_hours_entry_write (gint64 minutes, const char *worked_on, const char *description)
{
  g_auto (GStrv) parts = g_strsplit (worked_on, "-", 3);

  return g_strdup_printf ("%" G_GINT64_FORMAT "h%02" G_GINT64_FORMAT " %s/%s/%s%s%s", minutes / 60, minutes % 60,
                          parts[2], parts[1], parts[0], description != NULL ? " " : "",
                          description != NULL ? description : "");
}
