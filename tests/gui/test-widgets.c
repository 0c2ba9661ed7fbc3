// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that every page is made of: what they show, and what a screen reader is told.
#include <adwaita.h>

#include "core/model/ceci-cohort.h"
#include "core/model/ceci-enums.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-empty-page.h"
#include "widgets/ceci-figure-bar.h"
#include "widgets/ceci-finding-row.h"
#include "widgets/ceci-hour-words.h"
#include "widgets/ceci-state-words.h"
#include "widgets/ceci-table.h"

static void
test_pill_says_its_word (void)
{
  g_autoptr (GtkWidget) pill = g_object_ref_sink (ceci_state_pill_new ());

  ceci_words_show_state (CECI_STATE_PILL (pill), CECI_TYPE_STUDENT_STATE, CECI_STUDENT_STATE_AWARDED);
  gtk_test_accessible_assert_property (pill, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       ceci_enum_get_label (CECI_TYPE_STUDENT_STATE, CECI_STUDENT_STATE_AWARDED));
  g_assert_true (gtk_widget_has_css_class (pill, "success"));

  ceci_words_show_finding_state (CECI_STATE_PILL (pill), CECI_FINDING_BLOCKED, "R21");
  g_assert_true (gtk_widget_has_css_class (pill, "error"));
  gtk_test_accessible_assert_property (pill, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       ceci_finding_state_get_word (CECI_FINDING_BLOCKED, "R21"));
  g_assert_false (gtk_widget_has_css_class (pill, "success"));
}

static void
test_bar_says_its_figures (void)
{
  g_autoptr (GtkWidget) bar = g_object_ref_sink (ceci_figure_bar_new (-1));
  g_autofree char *text = ceci_words_hours_of (132 * 60, 150 * 60);
  g_autofree char *all = ceci_duration_format (150 * 60);
  g_autofree char *expected = g_strconcat ("132\u00a0/\u00a0", all, NULL);
  g_autofree char *shown = NULL;

  ceci_figure_bar_set_figures (CECI_FIGURE_BAR (bar), 132, 150, text);
  g_object_get (bar, "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, expected);
}

static void
test_finding_row_says_when (void)
{
  g_autoptr (CeciFinding) finding =
      ceci_finding_new ("R21", "s", CECI_FINDING_BLOCKED, "Two signatures are missing.", "2026-03-12", NULL);
  g_autoptr (GtkWidget) row = g_object_ref_sink (ceci_finding_row_new (finding, "Élodie <Martin>"));

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Élodie <Martin>");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Two signatures are missing.");
}

// A description may hold words of a file: they are shown, not read as markup.
static void
test_empty_page_shows_any_words (void)
{
  g_autoptr (GtkWidget) page = g_object_ref_sink (
      g_object_new (CECI_TYPE_EMPTY_PAGE, "title", "Nothing", "description", "Column “A&B <x>” is unknown.", NULL));
  GtkWidget *status = adw_bin_get_child (ADW_BIN (page));

  g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (status)), ==,
                   "Column “A&amp;B &lt;x&gt;” is unknown.");
}

static void
test_empty_page_has_a_next_step (void)
{
  g_autoptr (GtkWidget) page = g_object_ref_sink (
      g_object_new (CECI_TYPE_EMPTY_PAGE, "title", "Nothing", "button-label", "_Do it", "action-name", "win.do", NULL));
  g_autofree char *action = NULL;

  g_object_get (page, "action-name", &action, NULL);
  g_assert_cmpstr (action, ==, "win.do");
}

static CeciCohort *
cohort (const char *id, const char *name)
{
  return ceci_record_new (CECI_TYPE_COHORT, "id", id, "name", name, NULL);
}

typedef struct {
  guint position, removed, added, n;
} Change;

static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, Change *change)
{
  *change = (Change) {position, removed, added, change->n + 1};
}

// What did not change stays the same object, so that the table keeps its place.
static void
test_list_is_updated_in_place (void)
{
  static const char *const ids[] = {"a", "b", "c", "d"};
  g_autoptr (GListStore) list = g_list_store_new (CECI_TYPE_COHORT);
  g_autoptr (GListStore) fresh = g_list_store_new (CECI_TYPE_COHORT);
  g_autoptr (CeciCohort) kept = NULL;
  g_autoptr (CeciCohort) still = NULL;
  Change change = {0};

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (CeciCohort) old = cohort (ids[i], "October");
    g_autoptr (CeciCohort) new = cohort (ids[i], i == 2 ? "February" : "October");

    g_list_store_append (list, old);
    g_list_store_append (fresh, new);
  }
  kept = g_list_model_get_item (G_LIST_MODEL (list), 3);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), &change);
  ceci_list_update (list, G_LIST_MODEL (fresh));
  g_assert_cmpuint (change.n, ==, 1);
  g_assert_cmpuint (change.position, ==, 2);
  g_assert_cmpuint (change.removed, ==, 1);
  g_assert_cmpuint (change.added, ==, 1);
  still = g_list_model_get_item (G_LIST_MODEL (list), 3);
  g_assert_true (still == kept);

  g_list_store_remove (fresh, 0);
  ceci_list_update (list, G_LIST_MODEL (fresh));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  g_assert_cmpuint (change.removed, ==, 1);
  g_assert_cmpuint (change.added, ==, 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/pill-says-its-word", test_pill_says_its_word);
  g_test_add_func ("/widgets/bar-says-its-figures", test_bar_says_its_figures);
  g_test_add_func ("/widgets/finding-row-says-when", test_finding_row_says_when);
  g_test_add_func ("/widgets/empty-page-has-a-next-step", test_empty_page_has_a_next_step);
  g_test_add_func ("/widgets/empty-page-shows-any-words", test_empty_page_shows_any_words);
  g_test_add_func ("/widgets/list-is-updated-in-place", test_list_is_updated_in_place);
  return g_test_run ();
}
