// SPDX-License-Identifier: GPL-3.0-or-later
// What importing an export of the virtual campus would do. The register is read once, whole: no query a line. What an
// export does not say never undoes what the register knows.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-moodle-proposal-private.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-column-mapping-repository.h"
#include "core/model/ceci-language.h"
#include "core/model/ceci-participant-repository.h"
#include "core/model/ceci-progress-repository.h"
#include "core/store/ceci-date.h"

G_DEFINE_FINAL_TYPE (CeciMoodleProposal, ceci_moodle_proposal, CECI_TYPE_IMPORT_PROPOSAL)

void
ceci_moodle_subject_free (gpointer data)
{
  CeciMoodleSubject *subject = data;

  if (subject->is_session)
    ceci_moodle_session_clear (&subject->session);
  else
    ceci_moodle_reading_clear (&subject->reading);
  g_free (subject->meeting_id);
  g_clear_object (&subject->student);
  g_clear_pointer (&subject->maybe, g_ptr_array_unref);
  g_free (subject);
}

CeciMoodleSubject *
ceci_moodle_subject (CeciProposedLine *line)
{
  return ceci_proposed_line_get_subject (line);
}

char *
ceci_moodle_pair (const char *one, const char *other)
{
  return g_strconcat (one, "/", other, NULL);
}

static CeciModule *
get_module (CeciMoodleProposal *self, guint number)
{
  g_autoptr (CeciModule) module = g_list_model_get_item (self->modules, number);

  return module; // the list keeps it
}

static const char *
module_title (CeciModule *module)
{
  return strcmp (ceci_language_current (), "fr") == 0 ? ceci_module_get_title_fr (module)
                                                      : ceci_module_get_title_en (module);
}

// --- what a line would do --------------------------------------------------------------------------

typedef struct {
  CeciProposedLine *line;
  GString *remarks;
  gboolean changes_known; // of what is told, something was there and is otherwise
} Telling;

static void
tell_remark (Telling *telling, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (telling->remarks->len > 0)
    g_string_append_c (telling->remarks, ' ');
  g_string_append (telling->remarks, text);
}

static void
tell_completions (CeciMoodleProposal *self, CeciMoodleSubject *subject, Telling *telling)
{
  const char *student_id = ceci_record_get_id (CECI_RECORD (subject->student));

  for (guint i = 0; i < subject->reading.completions->len; i++) {
    const CeciMoodleCompletion *found = &g_array_index (subject->reading.completions, CeciMoodleCompletion, i);
    CeciModule *module = get_module (self, found->module);
    g_autofree char *key = ceci_moodle_pair (student_id, ceci_record_get_id (CECI_RECORD (module)));
    CeciModuleCompletion *known = g_hash_table_lookup (self->completions, key);
    const char *known_on = known != NULL ? ceci_module_completion_get_completed_on (known) : NULL;
    g_autofree char *before = known_on != NULL ? ceci_date_format_short (known_on) : NULL;
    g_autofree char *after = ceci_date_format_short (found->completed_on);

    if (g_strcmp0 (known_on, found->completed_on) == 0)
      continue;
    if (known_on != NULL && self->kind == CECI_MOODLE_GRADEBOOK)
      continue; // a grade has no day of its own
    ceci_proposed_line_add_change (telling->line, "module", module_title (module), before, after);
    telling->changes_known |= known_on != NULL;
  }
}

// NULL: it is not there already.
static CeciAttendance *
known_mark (CeciMoodleProposal *self, CeciMoodleSubject *session, CeciMoodleSubject *subject)
{
  g_autofree char *key = NULL;

  if (session->meeting_id == NULL)
    return NULL;
  key = ceci_moodle_pair (session->meeting_id, ceci_record_get_id (CECI_RECORD (subject->student)));
  return g_hash_table_lookup (self->attendance, key);
}

static char *
words_of_mark (CeciAttendanceState state, const char *note)
{
  const char *word = ceci_enum_get_label (CECI_TYPE_ATTENDANCE_STATE, (int) state);

  return note != NULL ? g_strdup_printf ("%s (%s)", word, note) : g_strdup (word);
}

// The note of a mark: late is present with a note, and a note that someone wrote is kept.
static const char *
note_of (const CeciMoodleMark *mark, CeciAttendance *known)
{
  const char *note = known != NULL ? ceci_attendance_get_note (known) : NULL;

  return note == NULL && mark->late ? _ ("late") : note;
}

static void
tell_marks (CeciMoodleProposal *self, CeciMoodleSubject *subject, Telling *telling)
{
  for (guint i = 0; i < subject->reading.marks->len; i++) {
    const CeciMoodleMark *mark = &g_array_index (subject->reading.marks, CeciMoodleMark, i);
    CeciProposedLine *line = g_hash_table_lookup (self->sessions, GUINT_TO_POINTER (mark->column + 1));
    CeciProposalAction action = ceci_proposed_line_get_action (line);
    CeciAttendance *known;
    g_autofree char *before = NULL, *after = NULL;

    if (action == CECI_PROPOSAL_UNSURE || action == CECI_PROPOSAL_REFUSED) {
      g_autofree char *left =
          g_strdup_printf (_ ("“%s” is left out until its meeting is known."), ceci_proposed_line_get_name (line));
      tell_remark (telling, left);
      continue;
    }
    known = known_mark (self, ceci_moodle_subject (line), subject);
    if (known != NULL && ceci_attendance_get_state (known) == mark->state)
      continue;
    before = known != NULL ? words_of_mark (ceci_attendance_get_state (known), ceci_attendance_get_note (known)) : NULL;
    after = words_of_mark (mark->state, note_of (mark, known));
    ceci_proposed_line_add_change (telling->line, "attendance", ceci_proposed_line_get_name (line), before, after);
    telling->changes_known |= known != NULL;
  }
}

static void
tell_participant (CeciMoodleProposal *self, CeciMoodleSubject *subject, Telling *telling)
{
  const char *number = subject->reading.participant;
  const char *known = number != NULL ? g_hash_table_lookup (self->participants, number) : NULL;

  if (number == NULL || g_strcmp0 (known, ceci_student_get_person_id (subject->student)) == 0)
    return;
  ceci_proposed_line_add_change (telling->line, "participant", _ ("Participant’s number"), NULL, number);
  telling->changes_known |= known != NULL;
}

static void
choose_student (CeciMoodleProposal *self, CeciMoodleSubject *subject, const char *student_id)
{
  CeciStudent *student = student_id != NULL ? ceci_student_matching_get (self->students, student_id) : NULL;

  g_set_object (&subject->student, student);
}

static void
settle_row (CeciMoodleProposal *self, CeciProposedLine *line, GHashTable *seen)
{
  CeciMoodleSubject *subject = ceci_moodle_subject (line);
  g_autoptr (GString) remarks = g_string_new (NULL);
  Telling telling = {.line = line, .remarks = remarks};
  const char *said = ceci_proposed_line_get_said_id (line);
  gpointer other;

  ceci_proposed_line_clear_changes (line);
  if (subject->reading.refusal != NULL) {
    ceci_proposed_line_set_action (line, CECI_PROPOSAL_REFUSED, subject->reading.refusal);
    return;
  }
  if (subject->maybe != NULL)
    choose_student (self, subject, said);
  if (subject->maybe != NULL && said == NULL) {
    ceci_proposed_line_set_action (line, CECI_PROPOSAL_UNSURE, ceci_proposed_line_get_doubt (line));
    return;
  }
  if (subject->student == NULL) {
    ceci_proposed_line_set_action (line, CECI_PROPOSAL_REFUSED, _ ("Nobody of this intake: left out."));
    return;
  }
  other = g_hash_table_lookup (seen, subject->student);
  if (other != NULL) {
    g_autofree char *reason = g_strdup_printf (_ ("Line %u speaks of the same student: this one is left out."),
                                               ceci_proposed_line_get_line (other));
    ceci_proposed_line_set_action (line, CECI_PROPOSAL_REFUSED, reason);
    return;
  }
  g_hash_table_insert (seen, subject->student, line);
  tell_remark (&telling, subject->reading.remarks->str);
  tell_completions (self, subject, &telling);
  tell_marks (self, subject, &telling);
  tell_participant (self, subject, &telling);
  ceci_proposed_line_set_action (line,
                                 ceci_proposed_line_get_changes (line)->len == 0 ? CECI_PROPOSAL_UNCHANGED
                                 : telling.changes_known                         ? CECI_PROPOSAL_CHANGE
                                                                                 : CECI_PROPOSAL_ADD,
                                 remarks->len > 0 ? remarks->str : NULL);
}

static void
settle_session (CeciMoodleProposal *self, CeciProposedLine *line)
{
  CeciMoodleSubject *subject = ceci_moodle_subject (line);
  const char *said = ceci_proposed_line_get_said_id (line);

  if (ceci_proposed_line_get_doubt (line) != NULL) {
    g_set_str (&subject->meeting_id, g_strcmp0 (said, CECI_MOODLE_MEETING_NEW) == 0 ? NULL : said);
    if (said == NULL) {
      ceci_proposed_line_set_action (line, CECI_PROPOSAL_UNSURE, ceci_proposed_line_get_doubt (line));
      return;
    }
  }
  if (subject->meeting_id != NULL)
    ceci_proposed_line_set_action (line, CECI_PROPOSAL_UNCHANGED, _ ("This meeting is in the register."));
  else
    ceci_proposed_line_set_action (line, CECI_PROPOSAL_ADD, _ ("A meeting that the register does not have."));
}

static void
ceci_moodle_proposal_settle (CeciImportProposal *proposal)
{
  CeciMoodleProposal *self = CECI_MOODLE_PROPOSAL (proposal);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (proposal)); i++) {
    CeciProposedLine *line = ceci_import_proposal_get_line (proposal, i);

    if (ceci_moodle_subject (line)->is_session)
      settle_session (self, line);
    else
      settle_row (self, line, seen);
  }
}

// --- writing ---------------------------------------------------------------------------------------

static gboolean
write_session (CeciMoodleProposal *self, CeciMoodleSubject *subject, CeciDatabase *database, GError **error)
{
  g_autoptr (CeciMeeting) draft =
      ceci_record_new (CECI_TYPE_MEETING, "cohort_id", self->cohort_id, "held_on", subject->session.date, "starts_at",
                       subject->session.starts_at, "title", _ ("Monthly meeting"), NULL);

  subject->meeting_id = ceci_meeting_repository_add (database, draft, error);
  return subject->meeting_id != NULL;
}

static gboolean
write_completions (CeciMoodleProposal *self, CeciMoodleSubject *subject, CeciDatabase *database, GError **error)
{
  const char *student_id = ceci_record_get_id (CECI_RECORD (subject->student));

  for (guint i = 0; i < subject->reading.completions->len; i++) {
    const CeciMoodleCompletion *found = &g_array_index (subject->reading.completions, CeciMoodleCompletion, i);
    const char *module_id = ceci_record_get_id (CECI_RECORD (get_module (self, found->module)));
    g_autofree char *key = ceci_moodle_pair (student_id, module_id);
    CeciModuleCompletion *known = g_hash_table_lookup (self->completions, key);

    if (known != NULL && (self->kind == CECI_MOODLE_GRADEBOOK ||
                          g_strcmp0 (ceci_module_completion_get_completed_on (known), found->completed_on) == 0))
      continue;
    if (!ceci_module_repository_complete (database, student_id, module_id, found->completed_on, found->evidence, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_marks (CeciMoodleProposal *self, CeciMoodleSubject *subject, CeciDatabase *database, GError **error)
{
  for (guint i = 0; i < subject->reading.marks->len; i++) {
    const CeciMoodleMark *mark = &g_array_index (subject->reading.marks, CeciMoodleMark, i);
    CeciMoodleSubject *session =
        ceci_moodle_subject (g_hash_table_lookup (self->sessions, GUINT_TO_POINTER (mark->column + 1)));
    CeciAttendance *known = known_mark (self, session, subject);
    g_autoptr (CeciAttendance) draft = NULL;

    if (session->meeting_id == NULL || (known != NULL && ceci_attendance_get_state (known) == mark->state))
      continue;
    draft = ceci_record_new (CECI_TYPE_ATTENDANCE, "meeting_id", session->meeting_id, "student_id",
                             ceci_record_get_id (CECI_RECORD (subject->student)), "state",
                             ceci_enum_get_nick (CECI_TYPE_ATTENDANCE_STATE, (int) mark->state), "note",
                             note_of (mark, known), "source",
                             ceci_import_proposal_get_source (CECI_IMPORT_PROPOSAL (self)), NULL);
    if (!ceci_meeting_repository_put (database, draft, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
ceci_moodle_proposal_write_line (CeciImportProposal *proposal, CeciProposedLine *line, CeciDatabase *database,
                                 GError **error)
{
  CeciMoodleProposal *self = CECI_MOODLE_PROPOSAL (proposal);
  CeciMoodleSubject *subject = ceci_moodle_subject (line);

  if (subject->is_session)
    return write_session (self, subject, database, error);
  if (!write_completions (self, subject, database, error) || !write_marks (self, subject, database, error))
    return FALSE;
  return subject->reading.participant == NULL ||
         ceci_participant_repository_remember (database, self->course, subject->reading.participant,
                                               ceci_student_get_person_id (subject->student), error);
}

static gboolean
ceci_moodle_proposal_write_rest (CeciImportProposal *proposal, CeciDatabase *database, GError **error)
{
  CeciMoodleProposal *self = CECI_MOODLE_PROPOSAL (proposal);
  GHashTable *marks = ceci_moodle_map_pass_marks (ceci_import_proposal_get_map (proposal));
  GHashTableIter iter;
  gpointer heading, mark;

  g_hash_table_iter_init (&iter, marks);
  while (g_hash_table_iter_next (&iter, &heading, &mark))
    if (!ceci_column_mapping_repository_remember (database, CECI_MOODLE_PASS_MARK_FORMAT, self->course, heading, mark,
                                                  error))
      return FALSE;
  if (self->new_course != NULL) {
    g_autoptr (CeciCohort) cohort = ceci_cohort_repository_find (database, self->cohort_id, error);
    g_autoptr (CeciCohort) changed =
        cohort != NULL ? ceci_record_with (cohort, "course", self->new_course, NULL) : NULL;

    return changed != NULL && ceci_cohort_repository_change (database, changed, error);
  }
  return TRUE;
}

static char *
ceci_moodle_proposal_dup_label (CeciImportProposal *proposal)
{
  const char *source = ceci_import_proposal_get_source (proposal);

  switch (CECI_MOODLE_PROPOSAL (proposal)->kind) {
  case CECI_MOODLE_ATTENDANCE:
    return g_strdup_printf (_ ("Import the attendance from %s"), source);
  case CECI_MOODLE_WORKSHEET:
    return g_strdup_printf (_ ("Import the participants’ numbers from %s"), source);
  case CECI_MOODLE_COMPLETION:
  case CECI_MOODLE_PROGRESS:
  case CECI_MOODLE_GRADEBOOK:
  case CECI_MOODLE_NONE:
  default:
    return g_strdup_printf (_ ("Import the completion of modules from %s"), source);
  }
}

static void
ceci_moodle_proposal_describe (CeciImportProposal *proposal, CeciProposedLine *line, JsonBuilder *builder)
{
  CeciMoodleSubject *subject = ceci_moodle_subject (line);

  if (subject->is_session) {
    json_builder_set_member_name (builder, "held-on");
    json_builder_add_string_value (builder, subject->session.date);
    json_builder_set_member_name (builder, "starts-at");
    json_builder_add_string_value (builder, subject->session.starts_at);
    return;
  }
  json_builder_set_member_name (builder, "student");
  json_builder_add_string_value (builder, ceci_record_get_id (CECI_RECORD (subject->student)));
}

// --- making it -------------------------------------------------------------------------------------

static void
ceci_moodle_proposal_finalize (GObject *object)
{
  CeciMoodleProposal *self = CECI_MOODLE_PROPOSAL (object);

  g_free (self->cohort_id);
  g_free (self->course);
  g_free (self->new_course);
  g_free (self->today);
  g_clear_object (&self->modules);
  g_clear_object (&self->meetings);
  ceci_student_matching_free (self->students);
  g_clear_pointer (&self->completions, g_hash_table_unref);
  g_clear_pointer (&self->attendance, g_hash_table_unref);
  g_clear_pointer (&self->participants, g_hash_table_unref);
  g_clear_pointer (&self->sessions, g_hash_table_unref);
  G_OBJECT_CLASS (ceci_moodle_proposal_parent_class)->finalize (object);
}

static void
ceci_moodle_proposal_class_init (CeciMoodleProposalClass *klass)
{
  static const char *const tables[] = {"student", "person",     "person_alias", "module",      "module_completion",
                                       "meeting", "attendance", "cohort",       "participant", NULL};
  CeciImportProposalClass *proposal_class = CECI_IMPORT_PROPOSAL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ceci_moodle_proposal_finalize;
  proposal_class->tables = tables;
  proposal_class->settle = ceci_moodle_proposal_settle;
  proposal_class->write_line = ceci_moodle_proposal_write_line;
  proposal_class->write_rest = ceci_moodle_proposal_write_rest;
  proposal_class->dup_label = ceci_moodle_proposal_dup_label;
  proposal_class->describe = ceci_moodle_proposal_describe;
}

static void
ceci_moodle_proposal_init (CeciMoodleProposal *self)
{
  self->completions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->attendance = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->participants = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->sessions = g_hash_table_new (NULL, NULL);
}
