// SPDX-License-Identifier: GPL-3.0-or-later
// One line of quick entry, as people type it.

#include "core/model/ceci-hours-entry.h"
#include "core/store/ceci-database.h"

static void
test_understood (void)
{
  static const struct {
    const char *text;
    gint64 minutes;
    const char *day, *description;
  } cases[] = {
      {"3h30 12/03 stand d’accueil", 210, "2026-03-12", "stand d’accueil"},
      {"12/03 3h30 stand", 210, "2026-03-12", "stand"},
      {"3 h 30 12/03/2026", 210, "2026-03-12", NULL},
      {"3 h stand de 12 heures", 180, "2026-11-23", "stand de 12 heures"},
      {"2:15", 135, "2026-11-23", NULL},
      {"1,5 h réunion", 90, "2026-11-23", "réunion"},
      {"2 réunion", 120, "2026-11-23", "réunion"},
      {"90 min réunion du comité", 90, "2026-11-23", "réunion du comité"},
      {"  4h   2026-02-28  ", 240, "2026-02-28", NULL},
      {"3\u202fh\u202f30 accueil", 210, "2026-11-23", "accueil"},
      {"24/12 2h marché de Noël", 120, "2025-12-24", "marché de Noël"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *day = NULL, *description = NULL;
    gint64 minutes;

    g_test_message ("%s", cases[i].text);
    g_assert_true (ceci_hours_parse_entry (cases[i].text, "2026-11-23", &minutes, &day, &description, &error));
    g_assert_no_error (error);
    g_assert_cmpint (minutes, ==, cases[i].minutes);
    g_assert_cmpstr (day, ==, cases[i].day);
    g_assert_cmpstr (description, ==, cases[i].description);
  }
}

static void
test_refused (void)
{
  static const char *const texts[] = {"", "   ", "stand d’accueil", "12/03", "3h 2026-11-24", "réunion 2"};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *day = NULL, *description = NULL;
    gint64 minutes;

    g_test_message ("%s", texts[i]);
    g_assert_false (ceci_hours_parse_entry (texts[i], "2026-11-23", &minutes, &day, &description, &error));
    g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hours-entry/understood", test_understood);
  g_test_add_func ("/hours-entry/refused", test_refused);
  return g_test_run ();
}
