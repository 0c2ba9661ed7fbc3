// SPDX-License-Identifier: GPL-3.0-or-later
// What reading the XML inside XLSX and ODS files shares. Private to exchange/.
#pragma once

#include "ceci-table-builder.h"

G_BEGIN_DECLS

// parts: the names in the archive to their GBytes.
gboolean ceci_sheet_read_xlsx (GHashTable *parts, CeciTableBuilder *builder, GCancellable *cancellable, GError **error);
gboolean ceci_sheet_read_ods (GHashTable *parts, CeciTableBuilder *builder, GCancellable *cancellable, GError **error);

gboolean ceci_sheet_parse (GBytes *xml, const GMarkupParser *parser, gpointer user_data, GCancellable *cancellable,
                           GError **error);
const char *ceci_sheet_local (const char *name); // without its namespace's prefix
const char *ceci_sheet_attribute (const char **names, const char **values,
                                  const char *name); // by local name; NULL if it is not there
gboolean ceci_sheet_set_damaged (GError **error);    // FALSE

// What a number means to the person who looks at the sheet.
typedef enum { CECI_NUMBER_PLAIN, CECI_NUMBER_DATE, CECI_NUMBER_TIME } CeciNumberKind;
CeciNumberKind ceci_number_kind_of_format (guint id, const char *format); // format NULL: one of the built-in ones
char *ceci_number_to_text (double number, CeciNumberKind kind, gboolean from_1904) G_GNUC_WARN_UNUSED_RESULT;

// The cells of one row, filled from left to right.
typedef struct {
  GPtrArray *cells; // char *, NULL for none
} CeciSheetRow;
gboolean ceci_sheet_row_set (CeciSheetRow *row, guint column, char *text, const CeciTableLimits *limits, guint line,
                             GError **error); // takes text

G_END_DECLS
