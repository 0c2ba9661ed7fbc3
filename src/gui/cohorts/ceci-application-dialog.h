// SPDX-License-Identifier: GPL-3.0-or-later
// Corrects what a form gave: the application and the applicant.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"
#include "core/model/ceci-application.h"
#include "core/model/ceci-person.h"

G_BEGIN_DECLS

#define CECI_TYPE_APPLICATION_DIALOG (ceci_application_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciApplicationDialog, ceci_application_dialog, CECI, APPLICATION_DIALOG, AdwDialog)

AdwDialog *ceci_application_dialog_new (CeciDesk *desk, CeciApplication *application, CeciPerson *person);

G_END_DECLS
