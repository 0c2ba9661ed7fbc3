// SPDX-License-Identifier: GPL-3.0-or-later
// Notes and hits as they are drawn over pages: an owned copy of what the caller gave, and its drawing.
#pragma once

#include "ceci-document-view.h"
#include "ceci-page-layout.h"

G_BEGIN_DECLS

GPtrArray *ceci_page_marks_new (const CeciPageMark *marks, guint n_marks); // of CeciPageMark
void ceci_page_marks_snapshot (GPtrArray *marks, guint page, const CeciPageBox *box, GtkSnapshot *snapshot);
const CeciPageMark *ceci_page_marks_at (GPtrArray *marks, guint page, double x,
                                        double y); // fractions; the last drawn first
void ceci_page_marks_draw_region (GtkSnapshot *snapshot, const CeciPageBox *box, const CeciPageRegion *region,
                                  CeciMarkKind kind);

G_END_DECLS
