// SPDX-License-Identifier: GPL-3.0-or-later
// A student with what the regulation makes of the facts: one row of the table of students.
#pragma once

#include "ceci-student.h"
#include "core/regulation/ceci-finding.h"

G_BEGIN_DECLS

#define CECI_TYPE_STUDENT_SUMMARY (ceci_student_summary_get_type ())
G_DECLARE_FINAL_TYPE (CeciStudentSummary, ceci_student_summary, CECI, STUDENT_SUMMARY, GObject)

// Properties of the same names, with -.
CeciStudent      *ceci_student_summary_get_student              (CeciStudentSummary *self);
gint64            ceci_student_summary_get_counted_minutes      (CeciStudentSummary *self);
gint64            ceci_student_summary_get_waiting_minutes      (CeciStudentSummary *self); // before the last signature
gint64            ceci_student_summary_get_required_minutes     (CeciStudentSummary *self);
guint             ceci_student_summary_get_modules              (CeciStudentSummary *self);
guint             ceci_student_summary_get_required_modules     (CeciStudentSummary *self);
guint             ceci_student_summary_get_productions          (CeciStudentSummary *self);
guint             ceci_student_summary_get_required_productions (CeciStudentSummary *self);
const char       *ceci_student_summary_get_deadline             (CeciStudentSummary *self);
CeciFindingState  ceci_student_summary_get_agreement            (CeciStudentSummary *self); // the finding of R21
CeciFindingState  ceci_student_summary_get_worst                (CeciStudentSummary *self);
gboolean          ceci_student_summary_get_admissible           (CeciStudentSummary *self); // to a jury
GPtrArray        *ceci_student_summary_get_findings             (CeciStudentSummary *self); // (transfer none) (element-type CeciFinding)

JsonNode           *ceci_student_summary_to_json (CeciStudentSummary *self, gboolean findings); // the student's fields and these figures; the findings too if asked
GListModel         *ceci_student_summary_list (CeciDatabase *database, const char *cohort_id, const char *today, GError **error); // by name; NULL: all
CeciStudentSummary *ceci_student_summary_find (CeciDatabase *database, const char *student_id, const char *today, GError **error);

G_END_DECLS
