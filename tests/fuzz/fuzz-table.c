// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a table: every kind of file that ceci_table_read_bytes() tells apart.
#include "fuzz.h"
#include "core/exchange/ceci-table-reader.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const CeciTableLimits limits = {.max_size = 1 << 20, .max_columns = 200, .max_rows = 2000, .max_length = 8192};
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciTable) table = ceci_table_read_bytes (bytes, &limits, NULL, &error);

  // a table or a reason, never both nor neither
  g_assert_true ((table == NULL) == (error != NULL));
  if (table == NULL)
    return 0;
  for (guint row = 0; row < ceci_table_get_n_rows (table); row++) {
    g_assert_cmpuint (ceci_table_get_line (table, row), >, 1);
    for (guint column = 0; column < ceci_table_get_n_columns (table); column++) {
      const char *cell = ceci_table_get_cell (table, row, column);

      g_assert_true (cell == NULL || g_utf8_validate (cell, -1, NULL));
    }
  }
  return 0;
}
