// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a table out of a file of others: CSV of any common dialect, XLSX, XLS, ODS.
#pragma once

#include "ceci-table.h"

G_BEGIN_DECLS

typedef struct {
  goffset max_size;  // bytes; 0: 64 MB
  guint max_columns; // 0: 1,000
  guint max_rows;    // 0: 200,000
  gsize max_length;  // of a cell, bytes; 0: 256 KB
  char separator;    // '\0': guessed
  gboolean unquoted; // quotes are text
  gboolean blank_headings; // the last headings may be blank and still be columns (Moodle's activity completion)
  const char *const
      *headings; // NULL: the first line that is not blank holds the headings; otherwise the first of the first
                 // lines that holds at least two of these (Moodle's attendance has three lines above)
  const char *const *columns; // NULL, or the names of the columns of a table that has no headings, ended by NULL
} CeciTableLimits;

// Blocking: call it off the main thread. limits NULL: the ordinary ones.
CeciTable *ceci_table_read_file (GFile *file, const CeciTableLimits *limits, GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
CeciTable *ceci_table_read_bytes (GBytes *bytes, const CeciTableLimits *limits, GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
