// SPDX-License-Identifier: GPL-3.0-or-later
// Modules and meetings: who completed, who came.
#pragma once

#include "ceci-attendance.h"
#include "ceci-meeting.h"
#include "ceci-module.h"
#include "ceci-module-completion.h"

G_BEGIN_DECLS

GListModel *ceci_module_repository_list        (CeciDatabase *database, GError **error); // by position
gboolean    ceci_module_repository_change      (CeciDatabase *database, CeciModule *module, GError **error); // its titles and contents
GListModel *ceci_module_repository_completions (CeciDatabase *database, const char *student_id, GError **error);
GListModel *ceci_module_repository_of_cohort   (CeciDatabase *database, const char *cohort_id, GError **error); // CeciModuleCompletion of all its students
gboolean    ceci_module_repository_complete    (CeciDatabase *database, const char *student_id, const char *module_id, const char *completed_on, const char *evidence, GError **error); // or corrects
gboolean    ceci_module_repository_reopen      (CeciDatabase *database, const char *student_id, const char *module_id, GError **error);

GListModel *ceci_meeting_repository_list       (CeciDatabase *database, const char *cohort_id, GError **error); // by day, with counts
CeciMeeting *ceci_meeting_repository_look_up   (CeciDatabase *database, const char *text, const char *cohort_id, GError **error); // by id, or by its day in a cohort
char       *ceci_meeting_repository_add        (CeciDatabase *database, CeciMeeting *draft, GError **error) G_GNUC_WARN_UNUSED_RESULT;
// What calendars know was changed: its sequence goes up, unless nothing is different.
gboolean    ceci_meeting_repository_change     (CeciDatabase *database, CeciMeeting *meeting, GError **error);
gboolean    ceci_meeting_repository_cancel     (CeciDatabase *database, const char *meeting_id, const char *cancelled_on, GError **error); // NULL: it is held after all
GListModel *ceci_meeting_repository_attendance (CeciDatabase *database, const char *cohort_id, GError **error); // of every meeting of the cohort
GListModel *ceci_meeting_repository_of_student (CeciDatabase *database, const char *student_id, GError **error); // CeciAttendance, by day
gboolean    ceci_meeting_repository_record     (CeciDatabase *database, const char *meeting_id, const char *student_id, CeciAttendanceState state, const char *note, GError **error); // or corrects
gboolean    ceci_meeting_repository_put        (CeciDatabase *database, CeciAttendance *draft, GError **error); // as record; with a source
gboolean    ceci_meeting_repository_forget     (CeciDatabase *database, const char *meeting_id, const char *student_id, GError **error); // not marked any more
// Who is enrolled and not marked yet was there. Returns how many, -1 with error.
int         ceci_meeting_repository_all_present (CeciDatabase *database, const char *meeting_id, GError **error);

G_END_DECLS
