// SPDX-License-Identifier: GPL-3.0-or-later
// A student: who, in what state, until when; and six tabs about the rest.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_STUDENT_PAGE (ceci_student_page_get_type ())
G_DECLARE_FINAL_TYPE (CeciStudentPage, ceci_student_page, CECI, STUDENT_PAGE, CeciView)

void ceci_student_page_show_tab (CeciStudentPage *self,
                                 const char *name); // course, placement, portfolio, jury, follow-up, history
const char *ceci_student_page_get_tab_of_rule (const char *rule); // where «R21» is settled

G_END_DECLS
