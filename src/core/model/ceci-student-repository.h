// SPDX-License-Identifier: GPL-3.0-or-later
// Students: reading, searching, enrolling, leaving, extending.
#pragma once

#include "ceci-student.h"
#include "ceci-extension.h"

G_BEGIN_DECLS

GListModel  *ceci_student_repository_list      (CeciDatabase *database, const char *cohort_id, GError **error); // by name; cohort_id NULL: all
GListModel  *ceci_student_repository_of_person (CeciDatabase *database, const char *person_id, GError **error);
CeciStudent *ceci_student_repository_find      (CeciDatabase *database, const char *id, GError **error);
GListModel  *ceci_student_repository_search    (CeciDatabase *database, const char *words, guint limit, GError **error); // every cohort; each word somewhere in the names, the student number or the e-mail
CeciStudent *ceci_student_repository_look_up   (CeciDatabase *database, const char *text, GError **error); // by id, student number, e-mail, or words that fit one student only
// The application becomes selected, a student row and a placement (when the application names an organisation) are made.
// enrolled_on NULL: the day the cohort starts. A full cohort refuses, and so does an application turned down or withdrawn, unless override_reason says why not. Returns the student’s id.
char        *ceci_student_repository_enrol     (CeciDatabase *database, const char *application_id, const char *enrolled_on, const char *override_reason, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     ceci_student_repository_set_state (CeciDatabase *database, const char *id, CeciStudentState state, const char *left_on, const char *reason, GError **error);
GListModel  *ceci_student_repository_extensions (CeciDatabase *database, const char *student_id, GError **error);
char        *ceci_student_repository_extend    (CeciDatabase *database, CeciExtension *draft, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
