// SPDX-License-Identifier: GPL-3.0-or-later
// Shows what merging jurors' returns would change; writes only when a person says so, in one step.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"

G_BEGIN_DECLS

#define CECI_TYPE_MERGE_DIALOG (ceci_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciMergeDialog, ceci_merge_dialog, CECI, MERGE_DIALOG, AdwDialog)

AdwDialog *ceci_merge_dialog_new (CeciDesk *desk, GListModel *files);

G_END_DECLS
