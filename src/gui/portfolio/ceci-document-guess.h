// SPDX-License-Identifier: GPL-3.0-or-later
// What a file's name says of the document in it: proposed to the person, never decided.
#pragma once

#include "core/model/ceci-enums.h"

G_BEGIN_DECLS

void ceci_document_guess (const char *file_name, CeciDocumentKind *kind, CeciProductionType *type);
char *ceci_document_guess_title (const char *file_name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
