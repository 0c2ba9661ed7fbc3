// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the table of applications; its items are CeciApplication.
#pragma once

#include "core/model/ceci-application.h"
#include "widgets/ceci-table.h"

G_BEGIN_DECLS

void ceci_application_columns_add (GtkColumnView *view);
void ceci_applications_mark_duplicates (GListModel *applications); // those of one person; before they are shown

G_END_DECLS
