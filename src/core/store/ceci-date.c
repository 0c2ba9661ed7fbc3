// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as ISO text and durations in minutes: arithmetic, and how a person reads and writes them.
#include "config.h"
#include "ceci-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "ceci-fold.h"

#define LONGEST_DURATION (G_GINT64_CONSTANT (100000) * 60)

static const char *const short_months_en[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
static const char *const months_en[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};
static const char *const months_fr[] = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                        "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};

static const char *const weekdays_en[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
static const char *const weekdays_fr[] = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"};

// Reads exactly n digits, or fails.
static gboolean
digits (const char *text, guint n, guint *number)
{
  *number = 0;
  for (guint i = 0; i < n; i++) {
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
    *number = *number * 10 + (guint) (text[i] - '0');
  }
  return TRUE;
}

static gboolean
parts (const char *date, guint *year, guint *month, guint *day)
{
  return date != NULL && strlen (date) == 10 && date[4] == '-' && date[7] == '-' && digits (date, 4, year) &&
         digits (date + 5, 2, month) && digits (date + 8, 2, day) && *month <= 12 && *day <= 31 &&
         g_date_valid_dmy ((GDateDay) *day, (GDateMonth) *month, (GDateYear) *year);
}

static gboolean
read_date (const char *date, GDate *result)
{
  guint year, month, day;

  if (!parts (date, &year, &month, &day))
    return FALSE;
  g_date_clear (result, 1);
  g_date_set_dmy (result, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

static char *
iso (guint year, guint month, guint day)
{
  char text[32];

  g_snprintf (text, sizeof text, "%04u-%02u-%02u", year, month, day);
  return ceci_date_is_valid (text) ? g_strdup (text) : NULL;
}

static char *
write_date (const GDate *date)
{
  return iso (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

gboolean
ceci_date_is_valid (const char *date)
{
  guint year, month, day;

  return parts (date, &year, &month, &day);
}

/**
 * ceci_date_add_months:
 * @date: a date
 * @months: how many, before it when negative
 *
 * Returns: (transfer full) (nullable): the same day of another month, or that month's last day; %NULL if @date is none
 */
char *
ceci_date_add_months (const char *date, int months)
{
  GDate result;

  if (!read_date (date, &result))
    return NULL;
  if (months >= 0)
    g_date_add_months (&result, (guint) months);
  else
    g_date_subtract_months (&result, (guint) -months);
  return write_date (&result);
}

char *
ceci_date_add_days (const char *date, int days)
{
  GDate result;

  if (!read_date (date, &result))
    return NULL;
  if (days >= 0)
    g_date_add_days (&result, (guint) days);
  else
    g_date_subtract_days (&result, (guint) -days);
  return write_date (&result);
}

int
ceci_date_days_between (const char *from, const char *to)
{
  GDate first, last;

  if (!read_date (from, &first) || !read_date (to, &last))
    return 0;
  return g_date_days_between (&first, &last);
}

/**
 * ceci_date_brussels:
 *
 * Returns: (transfer none): Belgium's time zone, from the system's tables or else by the rule the European Union has
 * had since 1996; read once, since tables of dates ask for it at every row
 */
GTimeZone *
ceci_date_brussels (void)
{
  static GTimeZone *zone;

  if (g_once_init_enter_pointer (&zone)) {
    GTimeZone *found = g_time_zone_new_identifier ("Europe/Brussels");

    if (found == NULL)
      found = g_time_zone_new_identifier ("CET-1CEST,M3.5.0,M10.5.0/3");
    g_once_init_leave_pointer (&zone, found);
  }
  return zone;
}

static char *
date_in_brussels (GDateTime *time)
{
  g_autoptr (GDateTime) local = g_date_time_to_timezone (time, ceci_date_brussels ());

  return g_date_time_format (local, "%Y-%m-%d");
}

// Belgium is one or two hours ahead of UTC: until ten in the evening its day is the instant's own.
static gboolean
is_before_ten (const char *instant)
{
  guint hour;

  return strlen (instant) > 19 && instant[10] == 'T' && g_str_has_suffix (instant, "Z") &&
         digits (instant + 11, 2, &hour) && hour < 22;
}

char *
ceci_date_from_instant (const char *instant)
{
  g_autoptr (GTimeZone) utc = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (instant != NULL && is_before_ten (instant)) {
    g_autofree char *day = g_strndup (instant, 10);

    return ceci_date_is_valid (day) ? g_steal_pointer (&day) : NULL;
  }
  utc = g_time_zone_new_utc ();
  time = instant != NULL ? g_date_time_new_from_iso8601 (instant, utc) : NULL;

  return time != NULL ? date_in_brussels (time) : NULL;
}

char *
ceci_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return date_in_brussels (now);
}

// The language the program speaks, which is that of its messages.
static const char *
spoken_language (void)
{
  // Translators: the code of the language you translate to, "fr" in French. Dates follow it.
  return C_ ("language code", "en");
}

/**
 * ceci_date_format_short:
 * @date: (nullable): a date
 *
 * Returns: (transfer full): the date for a table, in the program's language; what is no date comes back as it is
 */
char *
ceci_date_format_short (const char *date)
{
  guint year, month, day;

  if (!parts (date, &year, &month, &day))
    return g_strdup (date != NULL ? date : "");
  if (g_str_equal (spoken_language (), "fr"))
    return g_strdup_printf ("%02u/%02u/%04u", day, month, year);
  return g_strdup_printf ("%u %s %u", day, short_months_en[month - 1], year);
}

char *
ceci_date_format_long (const char *date)
{
  return ceci_date_format_long_in (date, spoken_language ());
}

/**
 * ceci_date_format_day:
 * @date: (nullable): a date
 *
 * Returns: (transfer full): the date with the day of the week, in the program's language; what is no date comes back as
 * it is
 */
char *
ceci_date_format_day (const char *date)
{
  g_autofree char *written = ceci_date_format_long (date);
  GDate day;

  if (!read_date (date, &day))
    return g_steal_pointer (&written);
  return g_strdup_printf (
      "%s %s", (g_str_equal (spoken_language (), "fr") ? weekdays_fr : weekdays_en)[g_date_get_weekday (&day) - 1],
      written);
}

/**
 * ceci_date_format_long_in:
 * @date: (nullable): a date
 * @language: "fr" or "en"
 *
 * Returns: (transfer full): the date for a sentence, in @language; what is no date comes back as it is
 */
char *
ceci_date_format_long_in (const char *date, const char *language)
{
  guint year, month, day;

  if (!parts (date, &year, &month, &day))
    return g_strdup (date != NULL ? date : "");
  if (g_str_equal (language, "fr"))
    return g_strdup_printf ("%u%s %s %u", day, day == 1 ? "er" : "", months_fr[month - 1], year);
  return g_strdup_printf ("%u %s %u", day, months_en[month - 1], year);
}

/**
 * ceci_date_format_month:
 * @date: (nullable): a date
 *
 * Returns: (transfer full): its month and year, in the program's language; what is no date comes back as it is
 */
char *
ceci_date_format_month (const char *date)
{
  guint year, month, day;

  if (!parts (date, &year, &month, &day))
    return g_strdup (date != NULL ? date : "");
  return g_strdup_printf ("%s %u", (g_str_equal (spoken_language (), "fr") ? months_fr : months_en)[month - 1], year);
}

// The year meant by two digits: no more than twenty years from now, since some dates are of birth.
static guint
whole_year (guint short_year, const char *today)
{
  guint this_year = 2026, month, day;

  if (today != NULL)
    parts (today, &this_year, &month, &day);
  guint year = this_year - this_year % 100 + short_year;
  return year > this_year + 20 ? year - 100 : year;
}

// The last time this day came, this year or the one before.
static char *
last_time (guint day, guint month, const char *today)
{
  guint this_year, this_month, this_day;

  if (!parts (today, &this_year, &this_month, &this_day))
    return NULL;
  for (guint year = this_year; year + 1 >= this_year; year--) {
    g_autofree char *date = iso (year, month, day);

    if (date != NULL && strcmp (date, today) <= 0)
      return g_steal_pointer (&date);
  }
  return NULL;
}

/**
 * ceci_date_parse_human:
 * @text: (nullable): what a person typed or a spreadsheet holds; an hour behind the date is passed over
 * @today: (nullable): today's date, which decides for a date without its year
 *
 * Returns: (transfer full) (nullable): the date, or %NULL if it is none
 */
char *
ceci_date_parse_human (const char *text, const char *today)
{
  static const char *const pattern = "^\\s*(\\d{1,4})([-./ ])(\\d{1,2})(?:\\2(\\d{4}|\\d{2}))?\\2?"
                                     "(?:[ T,]+\\d{1,2}[:h]\\d{2}.*)?\\s*$";
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (&regex, g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL));
  g_autofree char *plain = ceci_fold (text);
  g_autofree char *upper = g_ascii_strup (plain, -1);
  g_strdelimit (upper, "H", 'h');
  if (!g_regex_match (regex, upper, 0, &match))
    return NULL;

  g_autofree char *first = g_match_info_fetch (match, 1);
  g_autofree char *second = g_match_info_fetch (match, 3);
  g_autofree char *third = g_match_info_fetch (match, 4);
  guint a = (guint) atoi (first), b = (guint) atoi (second), c = third != NULL ? (guint) atoi (third) : 0;

  if (strlen (first) == 4)
    return third != NULL && strlen (third) == 2 ? iso (a, b, c) : NULL;
  if (strlen (first) > 2)
    return NULL;
  if (third == NULL || *third == '\0')
    return last_time (a, b, today);
  return iso (strlen (third) == 2 ? whole_year (c, today) : c, b, a);
}

/**
 * ceci_duration_format:
 * @minutes: a duration
 *
 * Returns: (transfer full): "4 h 30", "150 h", "45 min"; with U+2212 before it when negative
 */
char *
ceci_duration_format (gint64 minutes)
{
  const char *sign = minutes < 0 ? "−" : "";
  guint64 whole = (guint64) ABS (minutes), hours = whole / 60, rest = whole % 60;

  if (rest == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT " h", sign, hours);
  if (hours == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT " min", sign, rest);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT " h %02" G_GUINT64_FORMAT, sign, hours, rest);
}

// "3h30" and "2:15"; the rest after the hours' sign may be missing.
static gint64
hours_and_minutes (GMatchInfo *match)
{
  g_autofree char *hours = g_match_info_fetch (match, 1);
  g_autofree char *minutes = g_match_info_fetch (match, 2);
  int rest = atoi (minutes);

  return rest < 60 ? g_ascii_strtoll (hours, NULL, 10) * 60 + rest : -1;
}

static gint64
decimal_hours (GMatchInfo *match)
{
  g_autofree char *number = g_match_info_fetch (match, 1);

  g_strdelimit (number, ",", '.');
  return (gint64) (g_ascii_strtod (number, NULL) * 60 + 0.5);
}

static gint64
minutes_alone (GMatchInfo *match)
{
  g_autofree char *number = g_match_info_fetch (match, 1);

  return g_ascii_strtoll (number, NULL, 10);
}

/**
 * ceci_duration_parse:
 * @text: (nullable): "3h30", "3 h 30", "2:15", "1,5 h", "1.5", "90 min"; a number alone is hours
 *
 * Returns: minutes, or -1 if @text is no duration
 */
gint64
ceci_duration_parse (const char *text)
{
  static const struct {
    const char *pattern;
    gint64 (*read) (GMatchInfo *match);
  } forms[] = {
      {"^(\\d{1,6})(?:h|:|heures?|hours?)(\\d{1,2})(?:m|mn|min|minutes?)?$", hours_and_minutes},
      {"^(\\d{1,6}(?:[.,]\\d{1,6})?)(?:h|hrs?|heures?|hours?)?$", decimal_hours},
      {"^(\\d{1,8})(?:m|mn|min|minutes?)$", minutes_alone},
  };
  static GRegex *compiled[G_N_ELEMENTS (forms)];
  g_autofree char *folded = ceci_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autofree char *plain = g_strjoinv ("", words);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (GMatchInfo) match = NULL;

    if (g_once_init_enter_pointer (&compiled[i]))
      g_once_init_leave_pointer (&compiled[i], g_regex_new (forms[i].pattern, G_REGEX_OPTIMIZE, 0, NULL));
    if (g_regex_match (compiled[i], plain, 0, &match)) {
      gint64 minutes = forms[i].read (match);

      return minutes <= LONGEST_DURATION ? minutes : -1;
    }
  }
  return -1;
}
