// SPDX-License-Identifier: GPL-3.0-or-later
// Separated text, a piece at a time, as records.
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  guint line; // where it begins, from 1
  guint n_cells;
  const char *const *cells; // NULL: nothing stood there, not even quotes
  gboolean unclosed;        // the text ended inside its quotes
  gboolean unfinished;      // the text ended without a line break
} CeciCsvRecord;

// Fails by setting error, which stops the reading.
typedef void (*CeciCsvFunc) (const CeciCsvRecord *record, gpointer user_data, GError **error);

typedef struct {
  char separator;
  char quote;       // '\0': quotes are text
  guint max_cells;  // in a record
  gsize max_length; // of a cell, bytes
} CeciCsvDialect;

typedef struct _CeciCsvParser CeciCsvParser;

CeciCsvParser *ceci_csv_parser_new (const CeciCsvDialect *dialect, CeciCsvFunc func, gpointer user_data);
void ceci_csv_parser_free (CeciCsvParser *self);
gboolean ceci_csv_parser_feed (CeciCsvParser *self, const char *text, gsize length, GError **error);
gboolean ceci_csv_parser_finish (CeciCsvParser *self, GError **error);

// The dialect that the start of a text is in. skip: the bytes of a «sep=;» line before it.
CeciCsvDialect ceci_csv_dialect_guess (const char *text, gsize length, gboolean whole, gsize *skip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciCsvParser, ceci_csv_parser_free)

G_END_DECLS
