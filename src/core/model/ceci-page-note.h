// SPDX-License-Identifier: GPL-3.0-or-later
// A juror's note on a region of a page, in fractions of the page from its top left.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_PAGE_NOTE (ceci_page_note_get_type ())
G_DECLARE_FINAL_TYPE (CeciPageNote, ceci_page_note, CECI, PAGE_NOTE, CeciRecord)

const char  *ceci_page_note_get_review_id       (CeciPageNote *self);
const char  *ceci_page_note_get_document_sha256 (CeciPageNote *self);
gint64       ceci_page_note_get_page            (CeciPageNote *self);
double       ceci_page_note_get_x               (CeciPageNote *self);
double       ceci_page_note_get_y               (CeciPageNote *self);
double       ceci_page_note_get_width           (CeciPageNote *self);
double       ceci_page_note_get_height          (CeciPageNote *self);
const char  *ceci_page_note_get_criterion_id    (CeciPageNote *self);
const char  *ceci_page_note_get_text            (CeciPageNote *self);

G_END_DECLS
