// SPDX-License-Identifier: GPL-3.0-or-later
// Two people of the register side by side: what each says, what is kept, what will speak of the one.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"

G_BEGIN_DECLS

#define CECI_TYPE_PERSON_MERGE_DIALOG (ceci_person_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciPersonMergeDialog, ceci_person_merge_dialog, CECI, PERSON_MERGE_DIALOG, AdwDialog)

AdwDialog *ceci_person_merge_dialog_new (CeciDesk *desk, const char *kept_id, const char *other_id);

G_END_DECLS
