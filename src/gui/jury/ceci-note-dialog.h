// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for the text of a note on a passage of a page, and the criterion that it speaks of.
#pragma once

#include <adwaita.h>
#include "core/jury/ceci-scoring.h"
#include "viewer/ceci-document-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_NOTE_DIALOG (ceci_note_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciNoteDialog, ceci_note_dialog, CECI, NOTE_DIALOG, AdwAlertDialog)

AdwDialog *ceci_note_dialog_new (CeciScoringGrid *grid, const char *document_sha256, guint page,
                                 const CeciPageRegion *region);
const char *ceci_note_dialog_get_document (CeciNoteDialog *self);
CeciPageRegion ceci_note_dialog_get_region (CeciNoteDialog *self, guint *page);

G_END_DECLS
