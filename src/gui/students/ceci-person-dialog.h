// SPDX-License-Identifier: GPL-3.0-or-later
// A person's data but for the name: address, numbers, faculty, language, birth date; checked before it is stored.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"

G_BEGIN_DECLS

#define CECI_TYPE_PERSON_DIALOG (ceci_person_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciPersonDialog, ceci_person_dialog, CECI, PERSON_DIALOG, AdwDialog)

AdwDialog *ceci_person_dialog_new (CeciDesk *desk, const char *person_id);

G_END_DECLS
