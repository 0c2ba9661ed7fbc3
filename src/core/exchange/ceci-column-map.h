// SPDX-License-Identifier: GPL-3.0-or-later
// Which column of a table holds which field: found by name in French or English, mapped by hand, remembered.
#pragma once

#include "ceci-table.h"
#include "core/store/ceci-database.h"

G_BEGIN_DECLS

// One thing an import can take from a column. patterns, ended by NULL, are words as ceci_form_words() gives them:
// «=nom» the whole heading («==nom» before any other field), «maitre de stage+mail» both somewhere in it, «motivation»
// somewhere in it; the longest that fits wins the column.
typedef struct {
  const char *name;  // "family-name"
  const char *title; // marked for translation
  const char *const *patterns;
  gboolean many; // several columns may hold it; by name only the best does
} CeciImportField;

typedef enum {
  CECI_COLUMN_UNKNOWN,
  CECI_COLUMN_IGNORED, // by hand
  CECI_COLUMN_BY_HAND,
  CECI_COLUMN_REMEMBERED, // as someone mapped it before
  CECI_COLUMN_BY_NAME,    // its heading is the field's name
  CECI_COLUMN_BY_WORDS,   // its heading speaks of the field
} CeciColumnOrigin;

#define CECI_TYPE_COLUMN_MAP (ceci_column_map_get_type ())
G_DECLARE_FINAL_TYPE (CeciColumnMap, ceci_column_map, CECI, COLUMN_MAP, GObject)

CeciColumnMap *ceci_column_map_new (CeciTable *table, const CeciImportField *fields,
                                    guint n_fields); // fields are static
void ceci_column_map_set_course (CeciColumnMap *self, const char *course); // what is remembered holds for it alone
void ceci_column_map_place (CeciColumnMap *self, guint column,
                            const char *field); // found by where it stands; nothing to remember
gboolean ceci_column_map_recall (CeciColumnMap *self, CeciDatabase *database, const char *format, GError **error);
gboolean ceci_column_map_remember (CeciColumnMap *self, CeciDatabase *database, const char *format,
                                   GError **error); // in a write
gboolean ceci_column_map_set (CeciColumnMap *self, guint column, const char *field,
                              GError **error); // field NULL: ignore the column
gboolean ceci_column_map_set_text (CeciColumnMap *self, const char *column_and_field,
                                   GError **error); // «Ma colonne=mission», «3=mission», «3=»

CeciTable *ceci_column_map_get_table (CeciColumnMap *self);
guint ceci_column_map_get_n_fields (CeciColumnMap *self);
const CeciImportField *ceci_column_map_get_field_at (CeciColumnMap *self, guint position);
const CeciImportField *ceci_column_map_get_field (CeciColumnMap *self, guint column); // NULL: none
CeciColumnOrigin ceci_column_map_get_origin (CeciColumnMap *self, guint column);
int ceci_column_map_get_column (CeciColumnMap *self, const char *field); // -1: none
const char *ceci_column_map_get_cell (CeciColumnMap *self, guint row,
                                      const char *field);                          // NULL too when no column holds it
GStrv ceci_column_map_dup_unknown (CeciColumnMap *self) G_GNUC_WARN_UNUSED_RESULT; // headings no field was found for

G_END_DECLS
