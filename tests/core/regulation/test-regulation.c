// SPDX-License-Identifier: GPL-3.0-or-later
// The regulation's numbers and texts, and their way through JSON.

#include "core/regulation/ceci-regulation.h"
#include "core/store/ceci-database.h"

static void
test_defaults (void)
{
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();

  g_assert_cmpint (ceci_regulation_get_integer (regulation, "placement-minutes"), ==, 150 * 60);
  g_assert_cmpint (ceci_regulation_get_integer (regulation, "productions"), ==, 5);
  g_assert_cmpint (ceci_regulation_get_integer (regulation, "months"), ==, 24);
  g_assert_cmpint (ceci_regulation_get_integer (regulation, "credits"), ==, 10);
  g_assert_cmpint (ceci_regulation_get_integer (regulation, "places"), ==, 30);
  g_assert_cmpint (ceci_regulation_get_integer (regulation, "place-value-cents"), ==, 60000);
  g_assert_nonnull (strstr (ceci_regulation_get_text (regulation, "compensation-notice", "fr"), "10 crédits"));
  g_assert_nonnull (strstr (ceci_regulation_get_text (regulation, "compensation-notice", "en"), "10 extracurricular"));
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();
  g_autoptr (CeciRegulation) longer = ceci_regulation_with_integer (regulation, "months", 36, &error);
  g_autoptr (CeciRegulation) worded =
      ceci_regulation_with_text (longer, "certificate-title", "en", "A title of “ours”", &error);
  g_autofree char *json = ceci_regulation_to_json (worded);
  g_autoptr (CeciRegulation) again = ceci_regulation_new_from_json (json, &error);

  g_assert_no_error (error);
  g_assert_cmpint (ceci_regulation_get_integer (regulation, "months"), ==, 24);
  g_assert_cmpint (ceci_regulation_get_integer (again, "months"), ==, 36);
  g_assert_cmpstr (ceci_regulation_get_text (again, "certificate-title", "en"), ==, "A title of “ours”");
  g_assert_cmpstr (ceci_regulation_get_text (again, "certificate-title", "fr"), ==,
                   ceci_regulation_get_text (regulation, "certificate-title", "fr"));
}

static void
test_refused (void)
{
  static const char *const texts[] = {
      "", "[]", "{", "null", "{\"months\": \"24\"}", "{\"months\": 0}", "{\"months\": 1.5}", "{\"productions\": -1}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", texts[i]);
    g_assert_null (ceci_regulation_new_from_json (texts[i], &error));
    g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID);
  }
}

static void
test_what_is_left_out (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegulation) regulation =
      ceci_regulation_new_from_json ("{\"productions\": 3, \"of a later version\": true, \"texts\": 7}", &error);

  g_assert_no_error (error);
  g_assert_cmpint (ceci_regulation_get_integer (regulation, "productions"), ==, 3);
  g_assert_cmpint (ceci_regulation_get_integer (regulation, "months"), ==, 24);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/regulation/defaults", test_defaults);
  g_test_add_func ("/regulation/round-trip", test_round_trip);
  g_test_add_func ("/regulation/refused", test_refused);
  g_test_add_func ("/regulation/what-is-left-out", test_what_is_left_out);
  return g_test_run ();
}
