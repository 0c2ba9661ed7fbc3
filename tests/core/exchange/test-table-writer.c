// SPDX-License-Identifier: GPL-3.0-or-later
// What is written for others is typed, guarded, and comes back as it was; a file is replaced whole or not at all.
#include <locale.h>
#include <string.h>

#include "core/exchange/ceci-table-writer.h"
#include "core/model/ceci-application.h"
#include "exchange-fixture.h"

static const CeciTableColumn columns[] = {
    {"Nom", "family-name", CECI_CELL_TEXT},           {"Reçue", "received-at", CECI_CELL_INSTANT},
    {"Début", "starts-on", CECI_CELL_DATE},           {"Heures", "planned-minutes", CECI_CELL_HOURS},
    {"Comité", "committee-member", CECI_CELL_YES_NO}, {"Forme", "legal-form", CECI_CELL_WORD},
    {"Mission", "mission", CECI_CELL_TEXT},           {"Ligne", "source-line", CECI_CELL_NUMBER},
};

static GListModel *
make_items (void)
{
  GListStore *items = g_list_store_new (CECI_TYPE_APPLICATION);
  g_autoptr (CeciApplication) first = ceci_record_new (
      CECI_TYPE_APPLICATION, "family_name", "L’Hôte; d'\"Or\"", "received_at", "2026-07-01T10:00:00.000Z", "starts_on",
      "2026-10-01", "planned_minutes", (gint64) 9030, "committee_member", TRUE, "legal_form", "asbl", "mission",
      "=cmd|'/C calc'!A0\nligne", "source_line", (gint64) 12, NULL);
  g_autoptr (CeciApplication) second =
      ceci_record_new (CECI_TYPE_APPLICATION, "family_name", "+32 470", "planned_minutes", CECI_UNSET, "source_line",
                       CECI_UNSET, "legal_form", NULL, NULL);

  g_list_store_append (items, first);
  g_list_store_append (items, second);
  return G_LIST_MODEL (items);
}

static void
assert_comes_back (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciTable) table = ceci_table_read_file (file, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ceci_table_get_n_columns (table), ==, G_N_ELEMENTS (columns));
  g_assert_cmpuint (ceci_table_get_n_rows (table), ==, 2);
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 0), ==, "L’Hôte; d'\"Or\"");
  g_assert_true (g_str_has_prefix (ceci_table_get_cell (table, 0, 1), "2026-07-01 12:00"));
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 2), ==, "2026-10-01");
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 6), ==, "=cmd|'/C calc'!A0\nligne");
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 7), ==, "12");
  g_assert_cmpstr (ceci_table_get_cell (table, 1, 0), ==, "+32 470");
  g_assert_null (ceci_table_get_cell (table, 1, 3));
  g_assert_null (ceci_table_get_cell (table, 1, 7));
}

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) items = make_items ();
  g_autofree char *path = g_build_filename (fixture->folder, "out.csv", NULL), *contents = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (ceci_table_write_csv (items, columns, G_N_ELEMENTS (columns), file, &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==,
                   "\xEF\xBB\xBFNom;Reçue;Début;Heures;Comité;Forme;Mission;Ligne\r\n"
                   "\"L’Hôte; d'\"\"Or\"\"\";2026-07-01 12:00;2026-10-01;150,5;yes;Non-profit association "
                   "(ASBL);\"'=cmd|'/C calc'!A0\nligne\";12\r\n"
                   "\"'+32 470\";;;;no;;;\r\n");
  assert_comes_back (file);
}

static void
test_xlsx (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) items = make_items ();
  g_autofree char *path = g_build_filename (fixture->folder, "out.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CeciTable) table = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ceci_table_write_xlsx (items, columns, G_N_ELEMENTS (columns), "Candidatures", file, &error));
  g_assert_no_error (error);
  assert_comes_back (file);
  table = ceci_table_read_file (file, NULL, NULL, &error);
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 3), ==, "150.5"); // a number, whatever the locale
}

static void
test_not_half (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) items = make_items ();
  g_autofree char *folder = g_build_filename (fixture->folder, "absent", "out.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;

  g_assert_false (ceci_table_write_csv (items, columns, G_N_ELEMENTS (columns), file, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (ceci_table_write_xlsx (items, columns, G_N_ELEMENTS (columns), "A", file, &error));
  g_assert_nonnull (error);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("/table-writer/csv", test_csv);
  ADD ("/table-writer/xlsx", test_xlsx);
  ADD ("/table-writer/not-half", test_not_half);
  return g_test_run ();
}
