// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an export of the virtual campus: its kind is told, its columns are matched, every row is read; and the
// grading worksheet is written back.
#include "fuzz.h"
#include "core/exchange/ceci-moodle-reading.h"
#include "core/exchange/ceci-moodle-worksheet.h"
#include "core/model/ceci-module.h"
#include "core/store/ceci-date.h"

static GListModel *
four_modules (void)
{
  GListStore *modules = g_list_store_new (CECI_TYPE_MODULE);

  for (gint64 i = 1; i <= 4; i++) {
    g_autoptr (CeciModule) module =
        ceci_record_new (CECI_TYPE_MODULE, "id", "m", "position", i, "title_fr", "Engagement citoyen", "title_en",
                         "Civic engagement", "content_fr", "", "content_en", "", NULL);
    g_list_store_append (modules, module);
  }
  return G_LIST_MODEL (modules);
}

static void
read_rows (CeciMoodleExport *export, CeciColumnMap *map)
{
  g_autoptr (GHashTable) marks = g_hash_table_new (NULL, NULL);
  double mark = 10;
  CeciMoodleReader reader = {export->kind, map, "export.csv", "2026-11-23", 4, marks};

  for (guint column = 0; column < ceci_table_get_n_columns (export->table); column++)
    g_hash_table_insert (marks, GUINT_TO_POINTER (column + 1), &mark);
  for (guint row = 0; row < ceci_table_get_n_rows (export->table); row++) {
    CeciMoodleReading reading;

    ceci_moodle_reading_init (&reading, &reader, row);
    g_assert_true (g_utf8_validate (reading.remarks->str, -1, NULL));
    for (guint i = 0; i < reading.completions->len; i++) {
      const CeciMoodleCompletion *found = &g_array_index (reading.completions, CeciMoodleCompletion, i);

      g_assert_true (found->module < 4 && ceci_date_is_valid (found->completed_on));
      g_assert_true (g_utf8_validate (found->evidence, -1, NULL));
    }
    ceci_moodle_reading_clear (&reading);
  }
}

static const char *
answer (const char *participant, gboolean feedback, gpointer user_data)
{
  return feedback ? "Il manque \"une\" production ; à déposer.\n=1+1" : "80,00";
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (CeciMoodleExport) export = NULL;
  g_autoptr (GListModel) modules = NULL;
  g_autoptr (CeciColumnMap) map = NULL;
  g_autoptr (GBytes) written = NULL;

  if (size >= 2 && data[0] == 'P' && data[1] == 'K')
    return 0; // spreadsheets have a fuzzer of their own
  written = ceci_moodle_worksheet_fill (bytes, answer, NULL, NULL, NULL);
  export = ceci_moodle_export_read_bytes (bytes, "progress.CECI.csv", NULL, NULL);
  if (export == NULL)
    return 0;
  modules = four_modules ();
  map = ceci_moodle_column_map (export, modules);
  for (guint column = 0; column < ceci_table_get_n_columns (export->table); column++)
    if (ceci_column_map_get_field (map, column) == NULL)
      ceci_column_map_set (map, column, "module:1", NULL);
  read_rows (export, map);
  return 0;
}
