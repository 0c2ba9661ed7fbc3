// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the table of applications; its items are CeciApplication.
#pragma once

#include "core/model/ceci-application.h"
#include "widgets/ceci-table.h"

G_BEGIN_DECLS

void ceci_application_columns_add (GtkColumnView *view);
void ceci_applications_mark_duplicates (GListModel *applications, GHashTable *persons); // before they are shown
void ceci_applications_copy_marks (GListStore *shown, GListModel *fresh);               // after they are
gboolean ceci_application_is_marked_duplicate (CeciApplication *application);

G_END_DECLS
