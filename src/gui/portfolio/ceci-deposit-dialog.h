// SPDX-License-Identifier: GPL-3.0-or-later
// Many files on their way into portfolios: read and inspected with progress, reviewed row by row, then written in one
// step. From an archive of submissions for a whole intake, or from files and folders for one student.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"
#include "core/model/ceci-student.h"

G_BEGIN_DECLS

#define CECI_TYPE_DEPOSIT_DIALOG (ceci_deposit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciDepositDialog, ceci_deposit_dialog, CECI, DEPOSIT_DIALOG, AdwDialog)

AdwDialog *ceci_deposit_dialog_new_for_archive (CeciDesk *desk, const char *cohort_id, GFile *archive);
AdwDialog *ceci_deposit_dialog_new_for_files (CeciDesk *desk, CeciStudent *student, GListModel *files); // of GFile

G_END_DECLS
