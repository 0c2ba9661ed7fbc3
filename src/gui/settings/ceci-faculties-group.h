// SPDX-License-Identifier: GPL-3.0-or-later
// The list of faculties in the preferences: rename, order, what else they are called, retire.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"

G_BEGIN_DECLS

#define CECI_TYPE_FACULTIES_GROUP (ceci_faculties_group_get_type ())
G_DECLARE_FINAL_TYPE (CeciFacultiesGroup, ceci_faculties_group, CECI, FACULTIES_GROUP, AdwPreferencesGroup)

void ceci_faculties_group_set_desk (CeciFacultiesGroup *self, CeciDesk *desk);

G_END_DECLS
