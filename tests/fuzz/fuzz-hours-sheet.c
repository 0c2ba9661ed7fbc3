// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a filled sheet of hours: the columns are matched, and every row is hours of a day that has come, a blank
// line, or refused with the reason.
#include "fuzz.h"
#include "core/exchange/ceci-hours-reading.h"
#include "core/exchange/ceci-table-reader.h"
#include "core/store/ceci-date.h"

#define TODAY "2026-11-23"

static void
check_line (const CeciHoursLine *line)
{
  g_assert_true (line->description == NULL || g_utf8_validate (line->description, -1, NULL));
  g_assert_true (line->refusal == NULL || g_utf8_validate (line->refusal, -1, NULL));
  if (line->is_blank || line->refusal != NULL)
    return;
  g_assert_cmpint (line->minutes, >, 0);
  g_assert_cmpint (line->minutes, <=, 24 * 60);
  g_assert_true (ceci_date_is_valid (line->worked_on));
  g_assert_cmpstr (line->worked_on, <=, TODAY);
  g_assert_true (line->confirmed_on == NULL || ceci_date_is_valid (line->confirmed_on));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const CeciPeriod periods[] = {{"2025-09-15", "2026-02-28"}, {"2026-04-01", NULL}};
  const CeciTableLimits limits = {.max_size = 1 << 20, .max_columns = 100, .max_rows = 200, .max_length = 4096};
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (CeciTable) table = NULL;
  g_autoptr (CeciColumnMap) map = NULL;

  if (size >= 2 && data[0] == 'P' && data[1] == 'K')
    return 0; // spreadsheets have a fuzzer of their own
  table = ceci_table_read_bytes (bytes, &limits, NULL, NULL);
  if (table == NULL)
    return 0;
  map = ceci_hours_column_map (table);
  for (guint row = 0; row < ceci_table_get_n_rows (table); row++) {
    CeciHoursLine line = {0};

    ceci_hours_line_read (&line, map, row, TODAY, periods, G_N_ELEMENTS (periods));
    check_line (&line);
    ceci_hours_line_clear (&line);
  }
  return 0;
}
