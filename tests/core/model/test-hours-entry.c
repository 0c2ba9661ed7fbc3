// SPDX-License-Identifier: GPL-3.0-or-later
// One line of quick entry, as people type it.

#include <string.h>

#include "core/model/ceci-hours-entry.h"
#include "core/store/ceci-database.h"
#include "core/store/ceci-date.h"

#define TODAY "2026-11-23" // a Monday

typedef struct {
  const char *text;
  gint64 minutes;
  const char *day, *description;
} Understood;

static void
assert_understood (const Understood *cases, guint n, const CeciPeriod *periods, guint n_periods)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (CeciHoursReading) reading = NULL;

    g_test_message ("%s", cases[i].text);
    reading = ceci_hours_reading_new (cases[i].text, TODAY, periods, n_periods, &error);
    g_assert_no_error (error);
    g_assert_cmpint (reading->minutes, ==, cases[i].minutes);
    g_assert_cmpstr (reading->worked_on, ==, cases[i].day);
    g_assert_cmpstr (reading->description, ==, cases[i].description);
  }
}

static void
test_understood (void)
{
  static const Understood cases[] = {
      {"3h30 12/03 stand d’accueil", 210, "2026-03-12", "stand d’accueil"},
      {"12/03 3h30 stand", 210, "2026-03-12", "stand"},
      {"3 h 30 12/03/2026", 210, "2026-03-12", NULL},
      {"3 h stand de 12 heures", 180, TODAY, "stand de 12 heures"},
      {"2:15", 135, TODAY, NULL},
      {"1,5 h réunion", 90, TODAY, "réunion"},
      {"2 réunion", 120, TODAY, "réunion"},
      {"90 min réunion du comité", 90, TODAY, "réunion du comité"},
      {"  4h   2026-02-28  ", 240, "2026-02-28", NULL},
      {"3\u202fh\u202f30 accueil", 210, TODAY, "accueil"},
      {"24/12 2h marché de Noël", 120, "2025-12-24", "marché de Noël"},
      {"14h-17h30 12/03 accueil", 210, "2026-03-12", "accueil"},
      {"9:00–12:15", 195, TODAY, NULL},
      {"22h-2h bar", 240, TODAY, "bar"},
      {"2h version 2.1 du site", 120, TODAY, "version 2.1 du site"},
  };

  assert_understood (cases, G_N_ELEMENTS (cases), NULL, 0);
}

static void
test_days_in_words (void)
{
  static const Understood cases[] = {
      {"2h hier accueil", 120, "2026-11-22", "accueil"},
      {"avant-hier 2h", 120, "2026-11-21", NULL},
      {"2h aujourd’hui", 120, TODAY, NULL},
      {"2h yesterday desk", 120, "2026-11-22", "desk"},
      {"2h lundi tri", 120, TODAY, "tri"},
      {"2h lundi dernier tri", 120, "2026-11-16", "tri"},
      {"last Tuesday 2h", 120, "2026-11-17", NULL},
      {"2h mardi tri", 120, "2026-11-17", "tri"},
      {"lu 2h tri", 120, TODAY, "tri"},
      {"mon 2h desk", 120, TODAY, "desk"},
      {"2h ven. tri", 120, "2026-11-20", "tri"},
      {"2h jeudi 12/03 tri", 120, "2026-03-12", "tri"},
      {"2h 12 mars accueil", 120, "2026-03-12", "accueil"},
      {"1er avril 2h", 120, "2026-04-01", NULL},
      {"2h 3rd March 2026 desk", 120, "2026-03-03", "desk"},
      {"2h 5 sept. tri", 120, "2026-09-05", "tri"},
      // words like others
      {"2h ma réunion", 120, TODAY, "ma réunion"},
      {"2h mon atelier", 120, TODAY, "mon atelier"},
      {"2h réunion du lundi", 120, TODAY, "réunion du lundi"},
      {"2h préparation pour hier", 120, TODAY, "préparation pour hier"},
  };

  assert_understood (cases, G_N_ELEMENTS (cases), NULL, 0);
}

// A day without its year is meant inside the placement rather than elsewhere, and which year was understood is told.
static void
test_year (void)
{
  const CeciPeriod last_winter = {"2025-10-01", "2026-01-31"};
  const CeciPeriod this_year = {"2026-02-10", "2026-09-30"};
  const CeciPeriod next_winter = {"2026-10-01", "2027-03-31"};
  const CeciPeriod long_ago = {"2025-01-10", "2025-06-30"};
  static const struct {
    const char *text, *day;
    gboolean guessed;
    int period; // -1: none
  } cases[] = {
      {"2h 12/03", "2026-03-12", FALSE, 1},      {"2h 31/12", "2025-12-31", TRUE, 0},
      {"2h 12/03", "2025-03-12", TRUE, 3},       {"2h 12/03", "2026-03-12", FALSE, -1},
      {"2h 31/12", "2025-12-31", TRUE, -1},      {"2h 31/12/2025", "2025-12-31", FALSE, 1},
      {"2h 31/12/2024", "2024-12-31", FALSE, 1}, {"2h 29/02", "2024-02-29", TRUE, -1},
  };
  const CeciPeriod *const periods[] = {&last_winter, &this_year, &next_winter, &long_ago};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (CeciHoursReading) reading =
        ceci_hours_reading_new (cases[i].text, TODAY, cases[i].period >= 0 ? periods[cases[i].period] : NULL,
                                cases[i].period >= 0 ? 1 : 0, &error);

    g_test_message ("%s", cases[i].text);
    g_assert_no_error (error);
    g_assert_cmpstr (reading->worked_on, ==, cases[i].day);
    g_assert_cmpint (reading->year_guessed, ==, cases[i].guessed);
  }

  // inside a placement that goes on into next year, a day to come is not taken for last year's
  g_autoptr (GError) error = NULL;
  g_assert_null (ceci_hours_reading_new ("2h 24/12", TODAY, &next_winter, 1, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID);
}

static void
test_refused (void)
{
  static const char *const texts[] = {"",          "   ",           "stand d’accueil",   "12/03",  "3h 2026-11-24",
                                      "réunion 2", "25h 12/03 tri", "8h 12/3-14/3 camp", "0h tri", "3h 24/11/2026"};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", texts[i]);
    g_assert_null (ceci_hours_reading_new (texts[i], TODAY, NULL, 0, &error));
    g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID);
    g_assert_true (g_str_has_suffix (error->message, ".") || g_str_has_suffix (error->message, "”."));
  }
}

static void
test_told (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciHoursReading) reading = ceci_hours_reading_new ("3h30 12/03 stand d’accueil", TODAY, NULL, 0, &error);
  g_autofree char *said = ceci_hours_reading_describe (reading);

  g_assert_no_error (error);
  g_assert_cmpstr (said, ==, "3 h 30, Thursday 12 March 2026, “stand d’accueil”");
}

// Property: what is written for changing an entry is read as that entry, whatever its duration and day.
static void
test_written (void)
{
  static const char *const descriptions[] = {NULL,         "stand",       "réunion du lundi",
                                             "ma réunion", "version 2.1", "à 14 heures"};
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 2000; i++) {
    gint64 minutes = g_rand_int_range (random, 1, 24 * 60 + 1);
    g_autofree char *day = ceci_date_add_days (TODAY, -g_rand_int_range (random, 0, 3000));
    const char *description = descriptions[g_rand_int_range (random, 0, G_N_ELEMENTS (descriptions))];
    g_autofree char *line = ceci_hours_entry_write (minutes, day, description);
    g_autoptr (GError) error = NULL;
    g_autoptr (CeciHoursReading) reading = ceci_hours_reading_new (line, TODAY, NULL, 0, &error);

    g_test_message ("%s", line);
    g_assert_no_error (error);
    g_assert_cmpint (reading->minutes, ==, minutes);
    g_assert_cmpstr (reading->worked_on, ==, day);
    g_assert_cmpstr (reading->description, ==, description);
    g_assert_false (reading->year_guessed);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hours-entry/R7/understood", test_understood);
  g_test_add_func ("/hours-entry/R7/days-in-words", test_days_in_words);
  g_test_add_func ("/hours-entry/R7/year", test_year);
  g_test_add_func ("/hours-entry/R7/refused", test_refused);
  g_test_add_func ("/hours-entry/R7/told", test_told);
  g_test_add_func ("/hours-entry/R7/written", test_written);
  return g_test_run ();
}
