// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a juror's sealed package: the file, the passphrase, which is shown once.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"
#include "core/model/ceci-jury-repository.h"

G_BEGIN_DECLS

#define CECI_TYPE_PACKAGE_DIALOG (ceci_package_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciPackageDialog, ceci_package_dialog, CECI, PACKAGE_DIALOG, AdwDialog)

AdwDialog *ceci_package_dialog_new (CeciDesk *desk, CeciJurySession *session, CeciSessionJuror *member);

G_END_DECLS
