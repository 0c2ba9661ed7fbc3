// SPDX-License-Identifier: GPL-3.0-or-later
// A table's menu: what is written is what is seen, and what a person settled comes back.
#include "gui-fixture.h"

#include "ceci-desk.h"
#include "ceci-view.h"
#include "cohorts/ceci-application-columns.h"
#include "core/exchange/ceci-table-reader.h"
#include "core/store/store-fixture.h"
#include "widgets/ceci-table-export.h"
#include "widgets/ceci-table-menu.h"

typedef struct {
  GtkColumnView *table;
  GtkWidget *menu;
  GtkWidget *drop_down;
  GtkWindow *window;
} Shown;

static gboolean
is_not_declined (gpointer item, gpointer data)
{
  return ceci_application_get_state (item) != CECI_APPLICATION_STATE_DECLINED;
}

static void
append (GListStore *store, const char *family_name, gint64 minutes, const char *state, const char *reason)
{
  g_autoptr (CeciApplication) application =
      ceci_record_new (CECI_TYPE_APPLICATION, "family_name", family_name, "first_name", "A", "display_name",
                       family_name, "search_key", family_name, "planned_minutes", minutes, "state", state,
                       "state_reason", reason, "received_at", "2026-10-01T10:00:00.000Z", "faculty_code", "SCI", NULL);

  g_list_store_append (store, application);
}

static Shown
show_table (void)
{
  static const char *const words[] = {"All", "Some", "None", NULL};
  GListStore *store = g_list_store_new (CECI_TYPE_APPLICATION);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_not_declined, NULL, NULL));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Shown shown = {.table = GTK_COLUMN_VIEW (gtk_column_view_new (NULL))};
  GtkSortListModel *sorted;
  g_autoptr (GtkSelectionModel) selection = NULL;

  append (store, "Peeters", 9030, "inadmissible", "=no");
  append (store, "Hidden", 60, "declined", NULL);
  append (store, "Adam", CECI_UNSET, "received", NULL);
  ceci_application_columns_add (shown.table);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (store), filter)),
                                    g_object_ref (gtk_column_view_get_sorter (shown.table)));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (shown.table, selection);
  shown.drop_down = gtk_drop_down_new_from_strings (words);
  shown.menu =
      g_object_new (CECI_TYPE_TABLE_MENU, "table", shown.table, "key", "test", "title", "A test: of [tables]", NULL);
  ceci_table_menu_remember (CECI_TABLE_MENU (shown.menu), "some", shown.drop_down, "selected");
  gtk_box_append (GTK_BOX (box), shown.menu);
  gtk_box_append (GTK_BOX (box), shown.drop_down);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (shown.table));
  shown.window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (shown.window, box);
  gtk_window_present (shown.window);
  return shown;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
on_notice (CeciDesk *desk, const char *text, gpointer data)
{
  g_set_str (data, text);
}

static gboolean
is_told (gpointer text)
{
  return *(char **) text != NULL;
}

static void
export_to (Shown *shown, CeciDesk *desk, GFile *file)
{
  g_autofree char *told = NULL;
  gulong handler = g_signal_connect (desk, "notice", G_CALLBACK (on_notice), &told);

  ceci_table_export_to (shown->table, desk, "A test: of [tables]", file);
  wait_for (is_told, &told, "the word that the table is written");
  g_assert_nonnull (strstr (told, "2 rows"));
  g_signal_handler_disconnect (desk, handler);
}

static void
test_written_as_seen (Fixture *fixture, gconstpointer data)
{
  Shown shown = show_table ();
  g_autoptr (CeciDesk) desk = ceci_desk_new (fixture->reg, "2026-11-23");
  static const char *const names[] = {"table.xlsx", "table.csv"};

  wait_for (is_mapped, shown.menu, "the table’s menu");
  gtk_column_view_sort_by_column (shown.table, ceci_table_get_column (shown.table, "name"), GTK_SORT_ASCENDING);
  ceci_table_column_set_hidden (ceci_table_get_column (shown.table, "faculty"), TRUE);
  // A column that a narrow window leaves out is in the file all the same.
  gtk_column_view_column_set_visible (ceci_table_get_column (shown.table, "received"), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, names[i], NULL);
    g_autoptr (CeciTable) table = NULL;
    g_autoptr (GError) error = NULL;

    export_to (&shown, desk, file);
    table = ceci_table_read_file (file, NULL, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (ceci_table_get_n_columns (table), ==, 6);
    g_assert_cmpuint (ceci_table_get_n_rows (table), ==, 2);
    g_assert_cmpstr (ceci_table_get_cell (table, 0, 0), ==, "Adam");
    g_assert_cmpstr (ceci_table_get_cell (table, 1, 0), ==, "Peeters");
    g_assert_true (g_str_has_prefix (ceci_table_get_cell (table, 1, 1), "2026-10-01 12:00"));
    g_assert_null (ceci_table_get_cell (table, 0, 3));
    g_assert_cmpstr (ceci_table_get_cell (table, 1, 3), ==, i == 0 ? "150.5" : "150,5");
    g_assert_cmpstr (ceci_table_get_cell (table, 1, 5), ==, "=no");
  }
  gtk_window_destroy (shown.window);
}

static void
test_settled_comes_back (Fixture *fixture, gconstpointer data)
{
  Shown first = show_table ();
  Shown second;
  GtkColumnViewSorter *sorter;

  wait_for (is_mapped, first.menu, "the table’s menu");
  g_assert_true (gtk_widget_activate_action (first.menu, "table.column-hours", NULL));
  g_assert_true (ceci_table_column_is_hidden (ceci_table_get_column (first.table, "hours")));
  gtk_column_view_sort_by_column (first.table, ceci_table_get_column (first.table, "state"), GTK_SORT_DESCENDING);
  gtk_column_view_column_set_fixed_width (ceci_table_get_column (first.table, "name"), 222);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (first.drop_down), 2);
  gtk_window_destroy (first.window);

  second = show_table ();
  wait_for (is_mapped, second.menu, "the table’s menu");
  sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (second.table));
  g_assert_true (ceci_table_column_is_hidden (ceci_table_get_column (second.table, "hours")));
  g_assert_false (gtk_column_view_column_get_visible (ceci_table_get_column (second.table, "hours")));
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (ceci_table_get_column (second.table, "name")), ==, 222);
  g_assert_true (gtk_column_view_sorter_get_primary_sort_column (sorter) ==
                 ceci_table_get_column (second.table, "state"));
  g_assert_cmpint (gtk_column_view_sorter_get_primary_sort_order (sorter), ==, GTK_SORT_DESCENDING);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (second.drop_down)), ==, 2);

  g_assert_true (gtk_widget_activate_action (second.menu, "table.reset", NULL));
  g_assert_true (gtk_column_view_column_get_visible (ceci_table_get_column (second.table, "hours")));
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (ceci_table_get_column (second.table, "name")), ==, -1);
  gtk_window_destroy (second.window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/table/written-as-seen", Fixture, NULL, fixture_set_up, test_written_as_seen, fixture_tear_down);
  g_test_add ("/table/settled-comes-back", Fixture, NULL, fixture_set_up, test_settled_comes_back, fixture_tear_down);
  return g_test_run ();
}
