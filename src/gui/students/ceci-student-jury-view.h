// SPDX-License-Identifier: GPL-3.0-or-later
// The juries a student's dossier went before: scores, decision, certificate.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_STUDENT_JURY_VIEW (ceci_student_jury_view_get_type ())
G_DECLARE_FINAL_TYPE (CeciStudentJuryView, ceci_student_jury_view, CECI, STUDENT_JURY_VIEW, CeciView)

G_END_DECLS
