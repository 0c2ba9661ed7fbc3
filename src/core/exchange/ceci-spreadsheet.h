// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the first sheet of an XLSX, XLS or ODS file that has content. Private to exchange/.
#pragma once

#include "ceci-table-builder.h"

G_BEGIN_DECLS

CeciTable *ceci_spreadsheet_read (GInputStream *stream, CeciTableBuilder *builder, gboolean old_format,
                                  GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
