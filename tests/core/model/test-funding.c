// SPDX-License-Identifier: GPL-3.0-or-later
// R29: what is funded and what is still to find, amounts, the report.

#include "core/model/ceci-funding-repository.h"
#include "core/model/ceci-money.h"
#include "core/paperwork/ceci-funding-paper.h"
#include "model-fixture.h"

static char *
add_subsidy (CeciDatabase *database, const char *funder, const char *state, gint64 places, const char *iban)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciSubsidy) draft =
      ceci_record_new (CECI_TYPE_SUBSIDY, "funder", funder, "amount_cents", (gint64) 60000 * places, "places", places,
                       "starts_on", "2026-01-01", "ends_on", "2026-12-31", "state", state, "iban", iban, NULL);
  char *id = ceci_funding_repository_put (database, draft, &error);

  g_assert_no_error (error);
  return id;
}

static void
assert_funding (CeciDatabase *database, gint64 funded, gint64 requested, gint64 missing, gint64 excess)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) cohorts = ceci_funding_repository_cohorts (database, &error);
  g_autoptr (CeciCohortFunding) funding = NULL;
  g_autofree char *warning = NULL;

  g_assert_no_error (error);
  funding = g_list_model_get_item (cohorts, 0);
  g_assert_cmpint (ceci_cohort_funding_get_cost_cents (funding), ==, 30 * 60000);
  g_assert_cmpint (ceci_cohort_funding_get_funded_places (funding), ==, funded);
  g_assert_cmpint (ceci_cohort_funding_get_requested_places (funding), ==, requested);
  g_assert_cmpint (ceci_cohort_funding_get_missing_places (funding), ==, missing);
  g_assert_cmpint (ceci_cohort_funding_get_missing_cents (funding), ==, missing * 60000);
  g_assert_cmpint (ceci_cohort_funding_get_excess_places (funding), ==, excess);
  warning = ceci_cohort_funding_dup_warning (funding);
  g_assert_true ((warning != NULL) == (excess > 0));
}

static void
cover (CeciDatabase *database, const char *subsidy_id, const char *cohort_id, gint64 places)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ceci_funding_repository_cover (database, subsidy_id, cohort_id, places, &error));
  g_assert_no_error (error);
}

static void
test_sums (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *granted = add_subsidy (database, "Fédération", "granted", 20, NULL);
  g_autofree char *requested = add_subsidy (database, "Région", "requested", 5, NULL);
  g_autofree char *refused = add_subsidy (database, "Loterie", "refused", 10, NULL);
  g_autoptr (CeciSubsidy) subsidy = NULL;
  g_autoptr (CeciSubsidy) now_granted = NULL;
  g_autofree char *warning = NULL;
  g_autofree char *changed = NULL;

  assert_funding (database, 0, 0, 30, 0);
  cover (database, granted, cohort_id, 20);
  cover (database, requested, cohort_id, 5);
  cover (database, refused, cohort_id, 10);
  assert_funding (database, 20, 5, 10, 0); // what is asked for or refused funds nothing

  subsidy = ceci_funding_repository_find (database, requested, &error);
  now_granted = ceci_record_with (subsidy, "state", "granted", NULL);
  changed = ceci_funding_repository_put (database, now_granted, &error);
  g_assert_cmpstr (changed, ==, requested);
  assert_funding (database, 25, 0, 5, 0);

  cover (database, granted, cohort_id, 28); // replaces the 20
  assert_funding (database, 33, 0, 0, 3);
  g_autoptr (CeciSubsidy) over = ceci_funding_repository_find (database, granted, &error);
  warning = ceci_subsidy_dup_warning (over);
  g_assert_nonnull (warning);
  cover (database, granted, cohort_id, 0);
  assert_funding (database, 5, 0, 25, 0);
  g_assert_true (ceci_funding_repository_remove (database, requested, &error));
  assert_funding (database, 0, 0, 30, 0);
}

static void
assert_refused_with (CeciDatabase *database, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciSubsidy) sound =
      ceci_record_new (CECI_TYPE_SUBSIDY, "funder", "Région", "amount_cents", (gint64) 1, "places", (gint64) 1,
                       "starts_on", "2026-01-01", "ends_on", "2026-12-31", "state", "granted", NULL);
  g_autoptr (CeciSubsidy) draft = ceci_record_with (sound, field, value, NULL);
  g_autofree char *id = ceci_funding_repository_put (database, draft, &error);

  g_assert_null (id);
  assert_refused (error, CECI_STORE_ERROR_INVALID);
}

static void
test_refusals (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add_subsidy (database, "Région", "granted", 1, "BE68 5390 0754 7034");
  g_autoptr (CeciSubsidy) kept = ceci_funding_repository_find (database, id, &error);

  g_assert_cmpstr (ceci_subsidy_get_iban (kept), ==, "BE68539007547034");
  assert_refused_with (database, "funder", " ");
  assert_refused_with (database, "starts_on", NULL);
  assert_refused_with (database, "ends_on", "2025-12-31");
  assert_refused_with (database, "iban", "BE41 0918 1173 5141");
  g_assert_false (ceci_funding_repository_cover (database, id, "c", -1, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
}

static void
test_money (void)
{
  static const struct {
    const char *text;
    gint64 cents;
  } amounts[] = {
      {"18000", 1800000},
      {"18 000 €", 1800000},
      {"18.000", 1800000},
      {"€18,000.50", 1800050},
      {"18.000,5", 1800050},
      {"0,05", 5},
      {"1.234.567", 123456700},
      {"12,34", 1234},
      {"", -1},
      {"beaucoup", -1},
      {"-5", -1},
      {"€", -1},
      {",", -1},
      {"99999999999999999999", -1},
  };
  g_autofree char *french = ceci_money_format_in (1800050, "fr");
  g_autofree char *english = ceci_money_format_in (1800000, "en");

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    g_assert_cmpint (ceci_money_parse (amounts[i].text), ==, amounts[i].cents);
  g_assert_cmpint (ceci_money_parse (NULL), ==, -1);
  g_assert_cmpstr (french, ==,
                   "18\xE2\x80\xAF"
                   "000,50\xC2\xA0€");
  g_assert_cmpstr (english, ==, "€18,000");
}

static void
test_report (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *granted = add_subsidy (database, "Fédération", "granted", 20, "BE68539007547034");
  const char *const languages[] = {"fr", "en"};

  cover (database, granted, cohort_id, 31);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_autoptr (GBytes) first = ceci_funding_paper_draw (database, languages[i], "2026-11-23", &error);
    g_autoptr (GBytes) again = ceci_funding_paper_draw (database, languages[i], "2026-11-23", &error);

    g_assert_no_error (error);
    g_assert_true (g_str_has_prefix (g_bytes_get_data (first, NULL), "%PDF-"));
    g_assert_true (g_bytes_equal (first, again));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_model_test ("/funding/R29/sums", test_sums);
  add_model_test ("/funding/R29/refusals", test_refusals);
  g_test_add_func ("/funding/R29/money", test_money);
  add_model_test ("/funding/R29/report", test_report);
  return g_test_run ();
}
