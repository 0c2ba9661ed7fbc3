// SPDX-License-Identifier: GPL-3.0-or-later
// The days of monthly meetings. Easter is computed (Gregorian, after Meeus, Astronomical Algorithms, chapter 8);
// Belgium's public holidays are those of the royal decree of 18 April 1974.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "ceci-meeting-plan.h"
#include "ceci-sql.h"
#include "core/store/ceci-database.h"
#include "core/store/ceci-date.h"

#define MOST_YEARS 5

static const struct {
  int month, day;
  CeciHolidays kind;
  const char *name;
} fixed[] = {
    {1, 1, CECI_HOLIDAYS_PUBLIC, N_ ("New Year’s Day")},
    {5, 1, CECI_HOLIDAYS_PUBLIC, N_ ("Labour Day")},
    {7, 21, CECI_HOLIDAYS_PUBLIC, N_ ("National Day")},
    {8, 15, CECI_HOLIDAYS_PUBLIC, N_ ("Assumption")},
    {11, 1, CECI_HOLIDAYS_PUBLIC, N_ ("All Saints’ Day")},
    {11, 11, CECI_HOLIDAYS_PUBLIC, N_ ("Armistice Day")},
    {12, 25, CECI_HOLIDAYS_PUBLIC, N_ ("Christmas")},
    {9, 27, CECI_HOLIDAYS_UNIVERSITY, N_ ("Day of the French Community")},
    {11, 20, CECI_HOLIDAYS_UNIVERSITY, N_ ("Saint-Verhaegen")},
};

static const struct {
  int days; // after Easter
  const char *name;
} movable[] = {
    {1, N_ ("Easter Monday")},
    {39, N_ ("Ascension")},
    {50, N_ ("Whit Monday")},
};

static void
easter (int year, GDate *date)
{
  int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3,
      h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7,
      m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;

  g_date_set_dmy (date, (GDateDay) (n % 31 + 1), (GDateMonth) (n / 31), (GDateYear) year);
}

static gboolean
read_date (const char *text, GDate *date)
{
  if (!ceci_date_is_valid (text))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) atoi (text + 8), (GDateMonth) atoi (text + 5), (GDateYear) atoi (text));
  return TRUE;
}

// The Monday of the week of Christmas, of the year in which the winter that holds the date began.
static gboolean
is_year_end (const GDate *date)
{
  int year = g_date_get_year (date) - (g_date_get_month (date) == G_DATE_JANUARY ? 1 : 0);
  GDate monday;
  int days;

  g_date_clear (&monday, 1);
  g_date_set_dmy (&monday, 25, G_DATE_DECEMBER, (GDateYear) year);
  g_date_subtract_days (&monday, (guint) g_date_get_weekday (&monday) - 1);
  days = g_date_days_between (&monday, date);
  return days >= 0 && days < 14;
}

const char *
ceci_holiday_name (const char *date, CeciHolidays holidays)
{
  GDate day, sunday;

  if (!read_date (date, &day))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if ((holidays & fixed[i].kind) != 0 && (int) g_date_get_month (&day) == fixed[i].month &&
        g_date_get_day (&day) == fixed[i].day)
      return _ (fixed[i].name);
  g_date_clear (&sunday, 1);
  easter (g_date_get_year (&day), &sunday);
  for (guint i = 0; i < G_N_ELEMENTS (movable); i++)
    if ((holidays & CECI_HOLIDAYS_PUBLIC) != 0 && g_date_days_between (&sunday, &day) == movable[i].days)
      return _ (movable[i].name);
  if ((holidays & CECI_HOLIDAYS_YEAR_END) != 0 && is_year_end (&day))
    return _ ("Winter holidays");
  if ((holidays & CECI_HOLIDAYS_SUMMER) != 0 &&
      (g_date_get_month (&day) == G_DATE_JULY || g_date_get_month (&day) == G_DATE_AUGUST))
    return _ ("Summer holidays");
  return NULL;
}

static void
day_of_month (const CeciMeetingRule *rule, GDateYear year, GDateMonth month, GDate *day)
{
  g_date_clear (day, 1);
  if (rule->week < 0) {
    g_date_set_dmy (day, g_date_get_days_in_month (month, year), month, year);
    g_date_subtract_days (day, (guint) (((int) g_date_get_weekday (day) - rule->weekday + 7) % 7));
    return;
  }
  g_date_set_dmy (day, 1, month, year);
  g_date_add_days (day, (guint) ((rule->weekday - (int) g_date_get_weekday (day) + 7) % 7 + 7 * (rule->week - 1)));
}

static void
clear_day (gpointer data)
{
  g_free (((CeciPlannedDay *) data)->date);
}

/**
 * ceci_meeting_plan:
 * @rule: when
 * @error: %CECI_STORE_ERROR_INVALID for dates that are none, in the wrong order, or more than five years apart
 *
 * Returns: (transfer full) (element-type CeciPlannedDay): a day a month, those on days off marked
 */
GArray *
ceci_meeting_plan (const CeciMeetingRule *rule, GError **error)
{
  GArray *days;
  GDate from, until, month;

  g_return_val_if_fail (
      rule->weekday >= 1 && rule->weekday <= 7 && rule->week >= -1 && rule->week <= 4 && rule->week != 0, NULL);
  if (rule->from == NULL || rule->until == NULL || !read_date (rule->from, &from) || !read_date (rule->until, &until) ||
      g_date_compare (&from, &until) > 0 || g_date_get_year (&until) - g_date_get_year (&from) > MOST_YEARS) {
    (void) REFUSE (error, _ ("Say from when until when, in that order and at most five years apart."));
    return NULL;
  }
  days = g_array_new (FALSE, FALSE, sizeof (CeciPlannedDay));
  g_array_set_clear_func (days, clear_day);
  month = from;
  for (g_date_set_day (&month, 1); g_date_compare (&month, &until) <= 0; g_date_add_months (&month, 1)) {
    CeciPlannedDay planned = {NULL};
    GDate day;

    day_of_month (rule, g_date_get_year (&month), g_date_get_month (&month), &day);
    if (g_date_compare (&day, &from) < 0 || g_date_compare (&day, &until) > 0)
      continue;
    planned.date = g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&day), (guint) g_date_get_month (&day),
                                    g_date_get_day (&day));
    planned.holiday = ceci_holiday_name (planned.date, rule->skipped);
    g_array_append_val (days, planned);
  }
  return days;
}
