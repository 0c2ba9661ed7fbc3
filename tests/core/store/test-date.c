// SPDX-License-Identifier: GPL-3.0-or-later
// Dates and durations: arithmetic, what people type, what they read.
#include "core/store/ceci-date.h"

#define assert_gives(call, expected)                                                                                   \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *given = (call);                                                                                   \
    g_assert_cmpstr (given, ==, expected);                                                                             \
  }                                                                                                                    \
  G_STMT_END

static void
test_valid (void)
{
  static const char *const bad[] = {"",           "2026-02-29",  "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01",
                                    "2026/01/01", "2026-01-01 ", "0000-01-01", "2026-01-32", "20260101", "2026-04-31"};

  g_assert_true (ceci_date_is_valid ("2024-02-29"));
  g_assert_true (ceci_date_is_valid ("1999-12-31"));
  g_assert_false (ceci_date_is_valid (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (ceci_date_is_valid (bad[i]));
}

static void
test_arithmetic (void)
{
  assert_gives (ceci_date_add_months ("2024-02-29", 24), "2026-02-28");
  assert_gives (ceci_date_add_months ("2026-01-31", 1), "2026-02-28");
  assert_gives (ceci_date_add_months ("2026-11-23", 24), "2028-11-23");
  assert_gives (ceci_date_add_months ("2026-03-31", -1), "2026-02-28");
  assert_gives (ceci_date_add_months ("no", 1), NULL);
  assert_gives (ceci_date_add_days ("2026-12-31", 1), "2027-01-01");
  assert_gives (ceci_date_add_days ("2026-03-01", -1), "2026-02-28");
  g_assert_cmpint (ceci_date_days_between ("2026-01-01", "2026-03-01"), ==, 59);
  g_assert_cmpint (ceci_date_days_between ("2026-03-01", "2026-01-01"), ==, -59);
}

static void
test_the_day_in_brussels (void)
{
  assert_gives (ceci_date_from_instant ("2026-01-31T22:59:59.999Z"), "2026-01-31");
  assert_gives (ceci_date_from_instant ("2026-01-31T23:00:00.000Z"), "2026-02-01");
  assert_gives (ceci_date_from_instant ("2026-07-31T22:00:00.000Z"), "2026-08-01");
  assert_gives (ceci_date_from_instant ("yesterday"), NULL);
}

static void
test_reads (void)
{
  assert_gives (ceci_date_format_short ("2026-03-12"), "12 Mar 2026");
  assert_gives (ceci_date_format_long ("2026-03-12"), "12 March 2026");
  assert_gives (ceci_date_format_long_in ("2026-03-12", "fr"), "12 mars 2026");
  assert_gives (ceci_date_format_long_in ("2026-08-01", "fr"), "1er août 2026");
  assert_gives (ceci_date_format_long_in ("2026-08-01", "en"), "1 August 2026");
  assert_gives (ceci_date_format_short ("soon"), "soon");
  assert_gives (ceci_date_format_long (NULL), "");
}

static void
test_typed (void)
{
  static const char *const pairs[][2] = {
      {"2026-03-12", "2026-03-12"},
      {"12/03/2026", "2026-03-12"},
      {"12.3.26", "2026-03-12"},
      {" 1-2-2026 ", "2026-02-01"},
      {"12/03", "2026-03-12"},
      {"24/11", "2025-11-24"},
      {"23/11", "2026-11-23"},
      {"12.03.", "2026-03-12"},
      {"12\xc2\xa0"
       "03\xc2\xa0"
       "2026",
       "2026-03-12"},
      {"4/5/98", "1998-05-04"},
      {"2026-03-12 14:05:00", "2026-03-12"},
      {"2026-03-12T14:05:00Z", "2026-03-12"},
      {"12/03/2026 9h30", "2026-03-12"},
      {"12/3", "2026-03-12"},
      {"31/02/2026", NULL},
      {"29/02", NULL},
      {"03/13/2026", NULL},
      {"demain", NULL},
      {"", NULL},
      {"12", NULL},
      {"2026-03", NULL},
      {"12/03-2026", NULL},
      {"123/03/2026", NULL},
      {"45000", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    assert_gives (ceci_date_parse_human (pairs[i][0], "2026-11-23"), pairs[i][1]);
  assert_gives (ceci_date_parse_human (NULL, "2026-11-23"), NULL);
  assert_gives (ceci_date_parse_human ("12/03", NULL), NULL);
}

static void
test_durations_typed (void)
{
  static const struct {
    const char *text;
    gint64 minutes;
  } cases[] = {
      {"3h30", 210},
      {"3 h 30", 210},
      {"3 H 05 min", 185},
      {"2:15", 135},
      {"1,5 h", 90},
      {"1.5", 90},
      {"90 min", 90},
      {"45m", 45},
      {"4", 240},
      {"150h", 9000},
      {"0", 0},
      {"2 heures", 120},
      {"0,1", 6},
      {"3\xc2\xa0h\xc2\xa0"
       "30",
       210},
      {"", -1},
      {"h30", -1},
      {"3h60", -1},
      {"-2", -1},
      {"deux", -1},
      {"3h30h", -1},
      {"999999 h", -1},
      {"1.2.3", -1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ceci_duration_parse (cases[i].text), ==, cases[i].minutes);
  g_assert_cmpint (ceci_duration_parse (NULL), ==, -1);
}

static void
test_durations_read (void)
{
  assert_gives (ceci_duration_format (270), "4 h 30");
  assert_gives (ceci_duration_format (9000), "150 h");
  assert_gives (ceci_duration_format (245), "4 h 05");
  assert_gives (ceci_duration_format (45), "45 min");
  assert_gives (ceci_duration_format (0), "0 h");
  assert_gives (ceci_duration_format (-90), "−1 h 30");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/valid", test_valid);
  g_test_add_func ("/date/arithmetic", test_arithmetic);
  g_test_add_func ("/date/the-day-in-brussels", test_the_day_in_brussels);
  g_test_add_func ("/date/reads", test_reads);
  g_test_add_func ("/date/typed", test_typed);
  g_test_add_func ("/date/durations-typed", test_durations_typed);
  g_test_add_func ("/date/durations-read", test_durations_read);
  return g_test_run ();
}
