// SPDX-License-Identifier: GPL-3.0-or-later
// A document of a portfolio as a row: title, kind, version, size, whether it can be read and whether it counts.
#pragma once

#include <adwaita.h>
#include "ceci-portfolio-sheet.h"

G_BEGIN_DECLS

GtkWidget *ceci_document_row_new (CeciCountedDocument *counted, gboolean editable);

G_END_DECLS
