// SPDX-License-Identifier: GPL-3.0-or-later
// One finding as a row: what is asked, why it stands so, since when and by when.
#pragma once

#include <adwaita.h>
#include "core/regulation/ceci-finding.h"

G_BEGIN_DECLS

#define CECI_TYPE_FINDING_ROW (ceci_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (CeciFindingRow, ceci_finding_row, CECI, FINDING_ROW, AdwActionRow)

GtkWidget *ceci_finding_row_new (CeciFinding *finding, const char *who);

G_END_DECLS
