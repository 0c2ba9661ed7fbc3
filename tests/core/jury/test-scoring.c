// SPDX-License-Identifier: GPL-3.0-or-later
// Scores: a blank is not a zero, the award rule, a panel's figures and when it must talk.

#include <math.h>

#include "core/jury/ceci-scoring.h"

static const struct {
  const char *code;
  gint64 weight;
  gboolean reflection;
} criteria[] = {{"relevance", 15, FALSE}, {"quality", 15, FALSE},  {"action", 15, FALSE},  {"modules", 10, FALSE},
                {"reflection", 20, TRUE}, {"learning", 10, FALSE}, {"context", 10, FALSE}, {"communication", 5, FALSE}};

static CeciScoringGrid *
make_grid (void)
{
  g_autoptr (GListStore) list = g_list_store_new (CECI_TYPE_CRITERION);

  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++) {
    g_autoptr (CeciCriterion) criterion = ceci_record_new (
        CECI_TYPE_CRITERION, "id", criteria[i].code, "code", criteria[i].code, "title_fr", "Titre", "title_en", "Title",
        "weight", criteria[i].weight, "required", TRUE, "reflection", criteria[i].reflection, NULL);

    g_list_store_append (list, criterion);
  }
  return ceci_scoring_grid_new ("grid", "Grille", 1, G_LIST_MODEL (list), CECI_SCORING_RULES_DEFAULT);
}

static void
test_tally (void)
{
  g_autoptr (CeciScoringGrid) grid = make_grid ();
  gint8 blank[8] = {-1, -1, -1, -1, -1, -1, -1, -1}, zeros[8] = {0}, fours[8] = {4, 4, 4, 4, 4, 4, 4, 4};
  gint8 partly[8] = {3, -1, 2, -1, -1, -1, -1, 0};
  CeciTally tally;

  g_assert_cmpint (ceci_scoring_grid_get_highest (grid), ==, 400);
  tally = ceci_scoring_tally (grid, blank);
  g_assert_cmpint (tally.total, ==, -1);
  g_assert_false (tally.complete);
  tally = ceci_scoring_tally (grid, zeros);
  g_assert_cmpint (tally.total, ==, 0);
  g_assert_true (tally.complete);
  tally = ceci_scoring_tally (grid, fours);
  g_assert_cmpint (tally.total, ==, 400);
  tally = ceci_scoring_tally (grid, partly);
  g_assert_cmpint (tally.total, ==, 75);
  g_assert_cmpuint (tally.answered, ==, 3);
  g_assert_cmpuint (tally.required_missing, ==, 5);
  g_assert_false (tally.complete);
}

static void
test_suggestion (void)
{
  g_autoptr (CeciScoringGrid) grid = make_grid ();
  gint8 twos[8] = {2, 2, 2, 2, 2, 2, 2, 2};    // 200 exactly
  gint8 shallow[8] = {4, 4, 4, 4, 1, 4, 4, 4}; // 340, reflection 1
  gint8 below[8] = {2, 2, 2, 2, 2, 2, 2, 1};   // 195
  gint8 incomplete[8] = {4, 4, 4, 4, 4, 4, 4, -1};

  g_assert_cmpint (ceci_scoring_suggest (grid, twos), ==, CECI_OUTCOME_AWARDED);
  g_assert_cmpint (ceci_scoring_suggest (grid, shallow), ==, CECI_OUTCOME_NONE);
  g_assert_cmpint (ceci_scoring_suggest (grid, below), ==, CECI_OUTCOME_NONE);
  g_assert_cmpint (ceci_scoring_suggest (grid, incomplete), ==, CECI_OUTCOME_NONE);
}

static void
test_scales (void)
{
  g_autoptr (CeciScoringGrid) grid = make_grid ();
  g_autofree char *text = ceci_scoring_format (grid, 282);
  g_autofree char *whole = ceci_scoring_format (grid, 200);

  g_assert_cmpfloat_with_epsilon (ceci_scoring_on (grid, 282, 100), 70.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (ceci_scoring_on (grid, 282, 20), 14.1, 1e-9);
  g_assert_cmpstr (text, ==, "282 / 400 · 70.5 / 100 · 14.1 / 20");
  g_assert_cmpstr (whole, ==, "200 / 400 · 50 / 100 · 10 / 20");
}

static void
test_panel (void)
{
  g_autoptr (CeciScoringGrid) grid = make_grid ();
  const int totals[] = {200, 279, 250}, apart[] = {200, 280};
  const CeciOutcome agreed[] = {CECI_OUTCOME_AWARDED, CECI_OUTCOME_AWARDED, CECI_OUTCOME_NONE};
  const CeciOutcome split[] = {CECI_OUTCOME_AWARDED, CECI_OUTCOME_DEFERRED, CECI_OUTCOME_NONE};
  CeciPanel panel = ceci_scoring_panel (grid, totals, agreed, 3);

  g_assert_cmpfloat_with_epsilon (panel.mean, 243, 1e-9);
  g_assert_cmpfloat (panel.median, ==, 250);
  g_assert_cmpfloat (panel.range, ==, 79);
  g_assert_cmpfloat_with_epsilon (panel.deviation, 39.962482, 1e-5);
  g_assert_false (panel.to_discuss);
  g_assert_true (ceci_scoring_panel (grid, totals, split, 3).opinions_differ);
  g_assert_true (ceci_scoring_panel (grid, totals, split, 3).to_discuss);
  g_assert_true (ceci_scoring_panel (grid, apart, agreed, 2).gap);
  panel = ceci_scoring_panel (grid, totals, agreed, 1);
  g_assert_true (isnan (panel.deviation));
  g_assert_false (panel.to_discuss);
  panel = ceci_scoring_panel (grid, NULL, NULL, 0);
  g_assert_true (isnan (panel.mean));
}

static void
test_json (void)
{
  g_autoptr (CeciScoringGrid) grid = make_grid ();
  g_autoptr (JsonObject) object = ceci_scoring_grid_to_json (grid);
  g_autoptr (JsonObject) empty = json_object_new ();
  g_autoptr (CeciScoringGrid) again = ceci_scoring_grid_new_from_json (object, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (ceci_scoring_grid_get_n (again), ==, 8);
  g_assert_cmpint (ceci_scoring_grid_find (again, "reflection"), ==, 4);
  g_assert_true (ceci_criterion_get_reflection (ceci_scoring_grid_get (again, 4)));
  g_assert_cmpint (ceci_scoring_grid_get_rules (again).discussion_gap, ==, 80);
  // the same criterion twice
  json_array_add_object_element (
      json_object_get_array_member (object, "criteria"),
      json_object_ref (json_array_get_object_element (json_object_get_array_member (object, "criteria"), 0)));
  g_assert_null (ceci_scoring_grid_new_from_json (object, &error));
  g_clear_error (&error);
  g_assert_null (ceci_scoring_grid_new_from_json (empty, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/tally", test_tally);
  g_test_add_func ("/scoring/suggestion", test_suggestion);
  g_test_add_func ("/scoring/scales", test_scales);
  g_test_add_func ("/scoring/panel", test_panel);
  g_test_add_func ("/scoring/json", test_json);
  return g_test_run ();
}
