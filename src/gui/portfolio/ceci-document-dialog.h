// SPDX-License-Identifier: GPL-3.0-or-later
// A file on its way into a portfolio: inspected by the isolated renderer, described by a person, then added.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"
#include "core/model/ceci-document.h"
#include "core/model/ceci-student.h"

G_BEGIN_DECLS

#define CECI_TYPE_DOCUMENT_DIALOG (ceci_document_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciDocumentDialog, ceci_document_dialog, CECI, DOCUMENT_DIALOG, AdwDialog)

AdwDialog *ceci_document_dialog_new (CeciDesk *desk, CeciStudent *student, GFile *file,
                                     CeciDocument *replaced); // replaced: a version of this one; NULL: a new document

void ceci_document_dialog_fill_combo (AdwComboRow *row, GType type); // with the words of an enumeration

G_END_DECLS
