// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the table of students; its items are CeciStudentSummary.
#pragma once

#include "widgets/ceci-table.h"

G_BEGIN_DECLS

void ceci_student_columns_add (GtkColumnView *view);

G_END_DECLS
