// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the rows of a file, in order, into a CeciTable: finds the headings, keeps the limits. Private to exchange/.
#pragma once

#include "ceci-table-reader.h"

G_BEGIN_DECLS

typedef struct {
  CeciTable *table;
  CeciTableLimits limits; // all set
  gboolean has_headings;
  guint n_before; // rows seen before the headings
} CeciTableBuilder;

void ceci_table_builder_init (CeciTableBuilder *self, const CeciTableLimits *limits);
void ceci_table_builder_clear (CeciTableBuilder *self);
gboolean ceci_table_builder_add (CeciTableBuilder *self, guint line, const char *const *cells, guint n_cells,
                                 GError **error);
CeciTable *ceci_table_builder_finish (CeciTableBuilder *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CeciTableBuilder, ceci_table_builder_clear)

G_END_DECLS
