// SPDX-License-Identifier: GPL-3.0-or-later
// The confidential follow-up notes of a student.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_NOTES_VIEW (ceci_notes_view_get_type ())
G_DECLARE_FINAL_TYPE (CeciNotesView, ceci_notes_view, CECI, NOTES_VIEW, CeciView)

void ceci_notes_view_write (CeciNotesView *self); // puts the cursor where a note is written

G_END_DECLS
