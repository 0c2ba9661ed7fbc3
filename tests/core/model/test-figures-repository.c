// SPDX-License-Identifier: GPL-3.0-or-later
// A cohort in figures: what each chart counts, and what it leaves out.

#include "core/model/ceci-figures-repository.h"
#include "model-fixture.h"

#define TODAY "2026-11-23"

// The figure of a group; total and compared are checked beside it.
static CeciFigure *
find (GListModel *figures, CeciFigureChart chart, const char *group)
{
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++) {
    g_autoptr (CeciFigure) figure = g_list_model_get_item (figures, i);

    if (ceci_figure_get_chart (figure) == chart && g_str_equal (ceci_figure_get_group (figure), group))
      return figure; // the list keeps it
  }
  g_error ("no figure of “%s”", group);
}

static guint
count_of (GListModel *figures, CeciFigureChart chart, const char *group)
{
  return ceci_figure_get_count (find (figures, chart, group));
}

static void
test_counts (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort = make_cohort (database, "Février 2026", 30);
  g_autofree char *applicant = make_application (database, cohort, "Awa", "Diallo", "000124");
  g_autofree char *one = make_student (database, cohort, "Élodie", "Martin", "000123");
  g_autofree char *two = make_student (database, cohort, "Nora", "Peeters", "000125");
  g_autoptr (GListModel) figures = NULL;
  CeciFigure *unsaid;

  g_assert_true (ceci_database_run (
      database, &error, "UPDATE student SET state = 'withdrawn', left_on = '2026-05-01' WHERE id = $1", "t", two));
  g_assert_no_error (error);
  figures = ceci_figures_repository_list (database, cohort, TODAY, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (count_of (figures, CECI_FIGURE_CHART_FUNNEL, "Applications"), ==, 3);
  g_assert_cmpuint (count_of (figures, CECI_FIGURE_CHART_FUNNEL, "Admissible"), ==, 3);
  g_assert_cmpuint (count_of (figures, CECI_FIGURE_CHART_FUNNEL, "Students"), ==, 2);
  g_assert_cmpuint (count_of (figures, CECI_FIGURE_CHART_FUNNEL, "Agreement signed"), ==, 0);
  g_assert_cmpuint (count_of (figures, CECI_FIGURE_CHART_FUNNEL, "Certified"), ==, 0);
  // she who left is in no chart of those enrolled
  g_assert_cmpuint (count_of (figures, CECI_FIGURE_CHART_HOURS, "0 to 37.5 h"), ==, 1);
  g_assert_cmpuint (count_of (figures, CECI_FIGURE_CHART_HOURS, "150 h and more"), ==, 0);
  g_assert_cmpuint (count_of (figures, CECI_FIGURE_CHART_PORTFOLIO, "0 / 5"), ==, 1);
  g_assert_cmpuint (count_of (figures, CECI_FIGURE_CHART_DEADLINES, "February 2028"), ==, 1);
  unsaid = find (figures, CECI_FIGURE_CHART_FACULTY, "Not said");
  g_assert_cmpuint (ceci_figure_get_count (unsaid), ==, 2);
  g_assert_cmpint (ceci_figure_get_compared (unsaid), ==, 3);
  g_assert_cmpint (ceci_figure_get_compared_share (unsaid), ==, 100);
}

// R28: once gender is erased there is no chart of it, rather than one that says nothing.
static void
test_no_gender (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort = make_cohort (database, "Février 2026", 30);
  g_autofree char *applicant = make_application (database, cohort, "Awa", "Diallo", "000124");
  g_autoptr (GListModel) figures = NULL, with_gender = NULL;

  figures = ceci_figures_repository_list (database, cohort, TODAY, &error);
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++) {
    g_autoptr (CeciFigure) figure = g_list_model_get_item (figures, i);

    g_assert_cmpint (ceci_figure_get_chart (figure), !=, CECI_FIGURE_CHART_GENDER);
  }
  g_assert_true (ceci_database_run (database, &error, "UPDATE person SET gender = 'female'", ""));
  with_gender = ceci_figures_repository_list (database, cohort, TODAY, &error);
  g_assert_cmpint (ceci_figure_get_compared (find (with_gender, CECI_FIGURE_CHART_GENDER, "Woman")), ==, 1);
}

static void
test_empty (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort = make_cohort (database, "Février 2026", 30);
  g_autoptr (GListModel) figures = ceci_figures_repository_list (database, cohort, TODAY, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (figures), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_model_test ("/figures/each-chart-counts", test_counts);
  add_model_test ("/figures/R28/no-chart-of-an-erased-gender", test_no_gender);
  add_model_test ("/figures/nothing-of-an-empty-cohort", test_empty);
  return g_test_run ();
}
