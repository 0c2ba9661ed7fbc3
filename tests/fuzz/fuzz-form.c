// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a form's export: the columns are matched and every row is read as an application.
#include "fuzz.h"
#include "core/exchange/ceci-application-reading.h"
#include "core/exchange/ceci-table-reader.h"
#include "core/store/ceci-date.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const CeciTableLimits limits = {.max_size = 1 << 20, .max_columns = 60, .max_rows = 200, .max_length = 4096};
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (CeciTable) table = NULL;
  g_autoptr (CeciColumnMap) map = NULL;
  g_autoptr (CeciFacultyNames) faculties = ceci_faculty_names_new (NULL, NULL);
  CeciApplicationReader reader = {.faculties = faculties,
                                  .cohort_id = "cohort",
                                  .source = "form.csv",
                                  .today = "2026-11-23",
                                  .now = "2026-11-23T12:00:00.000Z"};

  if (size >= 2 && data[0] == 'P' && data[1] == 'K')
    return 0; // spreadsheets have a fuzzer of their own
  table = ceci_table_read_bytes (bytes, &limits, NULL, NULL);
  if (table == NULL)
    return 0;
  map = ceci_application_column_map (table);
  reader.map = map;
  reader.kind = ceci_application_form_kind (table);
  for (guint row = 0; row < ceci_table_get_n_rows (table); row++) {
    CeciApplicationReading reading;

    ceci_application_reading_init (&reading, &reader, row);
    g_assert_true ((reading.person == NULL) == (reading.refusal != NULL));
    if (reading.application != NULL) {
      const char *starts_on = ceci_application_get_starts_on (reading.application);

      g_assert_true (starts_on == NULL || ceci_date_is_valid (starts_on));
      g_assert_true (g_utf8_validate (reading.remarks->str, -1, NULL));
    }
    ceci_application_reading_clear (&reading);
  }
  return 0;
}
