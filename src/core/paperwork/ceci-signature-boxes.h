// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes side by side for those who sign a paper: who, the name, and the day or the place for it.
#pragma once

#include "ceci-paper.h"

G_BEGIN_DECLS

typedef struct {
  const char *who, *name, *line;
} CeciSignatureBox;

void ceci_paper_add_signature_boxes (CeciPaper *paper, const CeciSignatureBox *boxes, guint n_boxes);

G_END_DECLS
