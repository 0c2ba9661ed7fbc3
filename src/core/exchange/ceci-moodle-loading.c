// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the proposal of an export of the virtual campus: reads the register once, whole, and finds who and which
// meeting each line and heading speaks of.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-moodle-proposal-private.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-participant-repository.h"
#include "core/model/ceci-progress-repository.h"

static gboolean
load_completions (CeciMoodleProposal *self, CeciDatabase *database, GError **error)
{
  g_autoptr (GListModel) list = ceci_module_repository_of_cohort (database, self->cohort_id, error);

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++) {
    CeciModuleCompletion *completion = g_list_model_get_item (list, i);

    g_hash_table_replace (self->completions,
                          ceci_moodle_pair (ceci_module_completion_get_student_id (completion),
                                            ceci_module_completion_get_module_id (completion)),
                          completion);
  }
  return list != NULL;
}

static gboolean
load_attendance (CeciMoodleProposal *self, CeciDatabase *database, GError **error)
{
  g_autoptr (GListModel) list = ceci_meeting_repository_attendance (database, self->cohort_id, error);

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++) {
    CeciAttendance *mark = g_list_model_get_item (list, i);

    g_hash_table_replace (
        self->attendance,
        ceci_moodle_pair (ceci_attendance_get_meeting_id (mark), ceci_attendance_get_student_id (mark)), mark);
  }
  return list != NULL;
}

static gboolean
load_participants (CeciMoodleProposal *self, CeciDatabase *database, GError **error)
{
  g_autoptr (GListModel) list = ceci_participant_repository_list (database, self->course, error);

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++) {
    g_autoptr (CeciParticipant) participant = g_list_model_get_item (list, i);

    g_hash_table_replace (self->participants, g_strdup (ceci_participant_get_number (participant)),
                          g_strdup (ceci_participant_get_person_id (participant)));
  }
  return list != NULL;
}

static gboolean
load (CeciMoodleProposal *self, CeciDatabase *database, GError **error)
{
  self->modules = ceci_module_repository_list (database, error);
  if (self->modules == NULL)
    return FALSE;
  self->meetings = ceci_meeting_repository_list (database, self->cohort_id, error);
  if (self->meetings == NULL)
    return FALSE;
  self->students = ceci_student_matching_new (database, self->cohort_id, self->course, error);
  return self->students != NULL && load_completions (self, database, error) &&
         load_attendance (self, database, error) && load_participants (self, database, error);
}

// The day decides, then the hour; a meeting that was cancelled was not held.
static void
match_session (CeciMoodleProposal *self, CeciProposedLine *line)
{
  CeciMoodleSubject *subject = ceci_moodle_subject (line);
  g_autoptr (GPtrArray) that_day = g_ptr_array_new_with_free_func (g_object_unref);
  CeciMeeting *that_hour = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (self->meetings); i++) {
    g_autoptr (CeciMeeting) meeting = g_list_model_get_item (self->meetings, i);

    if (ceci_meeting_get_cancelled_on (meeting) != NULL ||
        !g_str_equal (ceci_meeting_get_held_on (meeting), subject->session.date))
      continue;
    if (g_strcmp0 (ceci_meeting_get_starts_at (meeting), subject->session.starts_at) == 0)
      that_hour = meeting;
    g_ptr_array_add (that_day, g_steal_pointer (&meeting));
  }
  if (that_day->len == 0)
    return;
  if (that_hour != NULL || that_day->len == 1) {
    subject->meeting_id = g_strdup (ceci_record_get_id (that_hour != NULL ? (gpointer) that_hour : that_day->pdata[0]));
    return;
  }
  ceci_proposed_line_set_doubt (line, _ ("The register has several meetings that day: say which this is."));
  for (guint i = 0; i < that_day->len; i++)
    ceci_proposed_line_add_answer (line, ceci_record_get_id (that_day->pdata[i]),
                                   ceci_meeting_get_title (that_day->pdata[i]),
                                   ceci_meeting_get_starts_at (that_day->pdata[i]));
  ceci_proposed_line_add_answer (line, CECI_MOODLE_MEETING_NEW, _ ("Another meeting"), NULL);
}

static void
add_sessions (CeciMoodleProposal *self, CeciColumnMap *map)
{
  CeciTable *table = ceci_column_map_get_table (map);
  guint first = ceci_table_get_n_rows (table) > 0 ? ceci_table_get_line (table, 0) : 2;

  for (guint column = 0; column < ceci_table_get_n_columns (table); column++) {
    const CeciImportField *field = ceci_column_map_get_field (map, column);
    const char *heading = ceci_table_get_heading (table, column);
    CeciMoodleSession session;
    CeciProposedLine *line;
    CeciMoodleSubject *subject;

    if (field == NULL || !g_str_equal (field->name, "session"))
      continue;
    if (!ceci_moodle_session_parse (heading, &session)) {
      ceci_column_map_place (map, column, "other"); // mapped by hand, and no meeting
      continue;
    }
    subject = g_new0 (CeciMoodleSubject, 1);
    subject->is_session = TRUE;
    subject->session = session;
    line = ceci_proposed_line_new (first - 1, heading, subject, ceci_moodle_subject_free);
    match_session (self, line);
    g_hash_table_insert (self->sessions, GUINT_TO_POINTER (column + 1), line);
    ceci_import_proposal_take_line (CECI_IMPORT_PROPOSAL (self), line);
  }
}

static void
match_row (CeciMoodleProposal *self, CeciProposedLine *line)
{
  CeciMoodleSubject *subject = ceci_moodle_subject (line);
  const CeciMoodleReading *reading = &subject->reading;
  const CeciStudentMarks marks = {reading->participant, reading->matricule, reading->email, reading->name};
  g_auto (CeciStudentMatch) match = {NULL};

  if (reading->refusal != NULL)
    return;
  ceci_student_matching_find (self->students, &marks, &match);
  g_set_object (&subject->student, match.same);
  if (match.maybe == NULL)
    return;
  subject->maybe = g_ptr_array_ref (match.maybe);
  ceci_proposed_line_set_doubt (line, match.reason);
  for (guint i = 0; i < match.maybe->len; i++) {
    CeciStudent *student = match.maybe->pdata[i];
    g_autofree char *told = ceci_student_dup_marks (student);

    ceci_proposed_line_add_answer (line, ceci_record_get_id (CECI_RECORD (student)),
                                   ceci_student_get_display_name (student), told);
  }
  ceci_proposed_line_add_answer (line, CECI_MOODLE_NOBODY, _ ("Nobody of this intake"), NULL);
}

static void
add_rows (CeciMoodleProposal *self, const CeciMoodleReader *reader)
{
  CeciTable *table = ceci_column_map_get_table (reader->map);

  for (guint row = 0; row < ceci_table_get_n_rows (table); row++) {
    CeciMoodleSubject *subject = g_new0 (CeciMoodleSubject, 1);
    CeciProposedLine *line;
    const char *name;

    ceci_moodle_reading_init (&subject->reading, reader, row);
    name = subject->reading.name != NULL    ? subject->reading.name
           : subject->reading.email != NULL ? subject->reading.email
                                            : subject->reading.participant;
    line = ceci_proposed_line_new (ceci_table_get_line (table, row), name != NULL ? name : "", subject,
                                   ceci_moodle_subject_free);
    match_row (self, line);
    ceci_import_proposal_take_line (CECI_IMPORT_PROPOSAL (self), line);
  }
}

static gboolean
has_field (CeciColumnMap *map, const char *prefix)
{
  for (guint column = 0; column < ceci_table_get_n_columns (ceci_column_map_get_table (map)); column++) {
    const CeciImportField *field = ceci_column_map_get_field (map, column);

    if (field != NULL && g_str_has_prefix (field->name, prefix))
      return TRUE;
  }
  return FALSE;
}

static gboolean
check_columns (CeciColumnMap *map, CeciMoodleKind kind, GError **error)
{
  if (!has_field (map, "name") && !has_field (map, "family-name") && !has_field (map, "email") &&
      !has_field (map, "id-number") && !has_field (map, "participant"))
    g_set_error_literal (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NO_HEADER,
                         _ ("No column says who each line is about: say which one does."));
  else if (kind != CECI_MOODLE_ATTENDANCE && kind != CECI_MOODLE_WORKSHEET && !has_field (map, "module:"))
    g_set_error_literal (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NO_HEADER,
                         _ ("No column is mapped to a module: say once which activities are which modules, and this "
                            "course’s next exports will need nothing more."));
  else if (kind == CECI_MOODLE_ATTENDANCE && !has_field (map, "session"))
    g_set_error_literal (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NO_HEADER,
                         _ ("No column of this file is a meeting."));
  else
    return TRUE;
  return FALSE;
}

static GHashTable *
pass_marks_by_column (CeciColumnMap *map)
{
  CeciTable *table = ceci_column_map_get_table (map);
  GHashTable *marks = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint column = 0; column < ceci_table_get_n_columns (table); column++) {
    const char *mark = ceci_moodle_map_get_pass_mark (map, ceci_table_get_heading (table, column));
    double value;

    if (mark != NULL && ceci_moodle_grade_parse (mark, &value))
      g_hash_table_insert (marks, GUINT_TO_POINTER (column + 1), g_memdup2 (&value, sizeof value));
  }
  return marks;
}

// What should be known of the file as a whole.
static void
add_notes (CeciMoodleProposal *self, CeciColumnMap *map, CeciCohort *cohort)
{
  const char *said = g_object_get_data (G_OBJECT (map), "course"), *course = ceci_cohort_get_course (cohort);

  if (said == NULL || *said == '\0')
    return;
  if (course == NULL || *course == '\0') {
    self->new_course = g_strdup (said);
  } else if (g_ascii_strcasecmp (course, said) != 0) {
    g_autofree char *note = g_strdup_printf (
        _ ("This file is of the course “%s”, and the intake’s course is “%s”: check that it is the right file."), said,
        course);
    ceci_import_proposal_add_note (CECI_IMPORT_PROPOSAL (self), note);
  }
}

/**
 * ceci_moodle_proposal_new:
 * @database: the register
 * @map: of ceci_moodle_proposal_read_map()
 * @cohort_id: whose students
 * @source: the file's name
 * @today: today's date
 * @error: the register's; %CECI_TABLE_ERROR_NO_HEADER while the columns must be mapped by hand
 *
 * Returns: (transfer full): what importing would do
 */
CeciImportProposal *
ceci_moodle_proposal_new (CeciDatabase *database, CeciColumnMap *map, const char *cohort_id, const char *source,
                          const char *today, GError **error)
{
  g_autoptr (CeciMoodleProposal) self = g_object_new (CECI_TYPE_MOODLE_PROPOSAL, NULL);
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_find (database, cohort_id, error);
  g_autoptr (GHashTable) marks = NULL;
  CeciMoodleReader reader;

  self->kind = ceci_moodle_map_get_kind (map);
  if (cohort == NULL || !check_columns (map, self->kind, error))
    return NULL;
  self->cohort_id = g_strdup (cohort_id);
  self->today = g_strdup (today);
  self->course = ceci_moodle_course_of (ceci_cohort_get_course (cohort), g_object_get_data (G_OBJECT (map), "course"));
  if (!ceci_import_proposal_begin (CECI_IMPORT_PROPOSAL (self), database, map, ceci_moodle_kind_get_name (self->kind),
                                   source, error) ||
      !load (self, database, error))
    return NULL;
  add_notes (self, map, cohort);
  marks = pass_marks_by_column (map);
  reader = (CeciMoodleReader) {.kind = self->kind,
                               .map = map,
                               .source = source,
                               .today = today,
                               .n_modules = g_list_model_get_n_items (self->modules),
                               .pass_marks = marks};
  if (self->kind == CECI_MOODLE_ATTENDANCE)
    add_sessions (self, map);
  add_rows (self, &reader);
  ceci_import_proposal_settle (CECI_IMPORT_PROPOSAL (self));
  return CECI_IMPORT_PROPOSAL (g_steal_pointer (&self));
}
