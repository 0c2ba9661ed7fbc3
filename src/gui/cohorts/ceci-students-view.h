// SPDX-License-Identifier: GPL-3.0-or-later
// The students of a cohort as a table that sorts and filters.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_STUDENTS_VIEW (ceci_students_view_get_type ())
G_DECLARE_FINAL_TYPE (CeciStudentsView, ceci_students_view, CECI, STUDENTS_VIEW, CeciView)

void ceci_students_view_find (CeciStudentsView *self);

G_END_DECLS
