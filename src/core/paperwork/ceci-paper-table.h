// SPDX-License-Identifier: GPL-3.0-or-later
// A table of a paper: columns with their share of the width, rows of text. It holds what stands in it; CeciPaper lays
// it out.
#pragma once

#include <glib-object.h>
#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct {
  const char *title; // NULL in every column: no header row
  double share;      // of the width, in proportion
  PangoAlignment alignment;
} CeciPaperColumn;

typedef enum {
  CECI_PAPER_TABLE_RULED = 0,       // a line under each row
  CECI_PAPER_TABLE_PLAIN = 1 << 0,  // no lines: a list of facts, the first column grey
  CECI_PAPER_TABLE_BANDED = 1 << 1, // every second row tinted
} CeciPaperTableFlags;

typedef struct _CeciPaperTable CeciPaperTable;

CeciPaperTable *ceci_paper_table_new (CeciPaperTableFlags flags, const CeciPaperColumn *columns, guint n_columns);
void ceci_paper_table_free (CeciPaperTable *self);
void ceci_paper_table_add (CeciPaperTable *self, ...) G_GNUC_NULL_TERMINATED;
void ceci_paper_table_add_strong (CeciPaperTable *self, ...) G_GNUC_NULL_TERMINATED;
CeciPaperTableFlags ceci_paper_table_get_flags (CeciPaperTable *self);
guint ceci_paper_table_n_columns (CeciPaperTable *self);
guint ceci_paper_table_n_rows (CeciPaperTable *self);
gboolean ceci_paper_table_has_header (CeciPaperTable *self);
const char *ceci_paper_table_get_title (CeciPaperTable *self, guint column);
PangoAlignment ceci_paper_table_get_alignment (CeciPaperTable *self, guint column);
double ceci_paper_table_get_share (CeciPaperTable *self, guint column);
const char *ceci_paper_table_get_cell (CeciPaperTable *self, guint row, guint column);
gboolean ceci_paper_table_is_strong (CeciPaperTable *self, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciPaperTable, ceci_paper_table_free)

G_END_DECLS
