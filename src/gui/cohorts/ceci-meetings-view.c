// SPDX-License-Identifier: GPL-3.0-or-later
// The monthly meetings of a cohort: a column a meeting, a row a student, filled in by keyboard. A mark stands at once
// and is written behind; what is on its way to the register is not taken back by what was read before.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-meeting-plan-dialog.h"
#include "ceci-meetings-view.h"
#include "core/exchange/ceci-calendar.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-progress-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-empty-page.h"
#include "widgets/ceci-figure-bar.h"
#include "widgets/ceci-file-saving.h"
#include "widgets/ceci-mark-grid.h"
#include "widgets/ceci-question.h"

struct _CeciMeetingsView {
  CeciView parent_instance;
  GtkStack *stack;
  GtkLabel *heading;
  GtkLabel *counts;
  CeciFigureBar *bar;
  CeciMarkGrid *grid;
  CeciCohort *cohort;
  GListModel *students;
  GListModel *meetings;
  GHashTable *marks;   // «meeting id/student id» to CeciAttendance
  GHashTable *pending; // the same to the Mark on its way to the register
  gboolean placed;     // the keyboard was put on the meeting that is due
};

G_DEFINE_FINAL_TYPE (CeciMeetingsView, ceci_meetings_view, CECI_TYPE_VIEW)

#define NOT_MARKED (-1)

// --- what is read -----------------------------------------------------------------------

typedef struct {
  CeciCohort *cohort;
  GListModel *students;
  GListModel *meetings;
  GHashTable *marks;
} Attendances;

static void
attendances_free (gpointer data)
{
  Attendances *attendances = data;

  g_clear_object (&attendances->cohort);
  g_clear_object (&attendances->students);
  g_clear_object (&attendances->meetings);
  g_clear_pointer (&attendances->marks, g_hash_table_unref);
  g_free (attendances);
}

static char *
key_of (const char *meeting_id, const char *student_id)
{
  return g_strconcat (meeting_id, "/", student_id, NULL);
}

static char *
key_of_records (gpointer meeting, gpointer student)
{
  return key_of (ceci_record_get_id (meeting), ceci_record_get_id (student));
}

static gpointer
ceci_meetings_view_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  Attendances *found = g_new0 (Attendances, 1);
  g_autoptr (GListModel) list = NULL;

  found->cohort = ceci_cohort_repository_find (database, subject, error);
  found->students = found->cohort != NULL ? ceci_student_repository_list (database, subject, error) : NULL;
  found->meetings = found->students != NULL ? ceci_meeting_repository_list (database, subject, error) : NULL;
  list = found->meetings != NULL ? ceci_meeting_repository_attendance (database, subject, error) : NULL;
  if (list == NULL) {
    attendances_free (found);
    return NULL;
  }
  found->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    CeciAttendance *mark = g_list_model_get_item (list, i);
    g_hash_table_replace (found->marks,
                          key_of (ceci_attendance_get_meeting_id (mark), ceci_attendance_get_student_id (mark)), mark);
  }
  return found;
}

// --- a mark on its way --------------------------------------------------------------------

typedef struct {
  CeciMeetingsView *view;
  char *meeting_id, *student_id, *key;
  char *note;
  int state; // NOT_MARKED: taken back
} Mark;

static void
mark_free (gpointer data)
{
  Mark *mark = data;

  g_object_unref (mark->view);
  g_free (mark->meeting_id);
  g_free (mark->student_id);
  g_free (mark->key);
  g_free (mark->note);
  g_free (mark);
}

static int
state_of (CeciMeetingsView *self, gpointer meeting, gpointer student)
{
  g_autofree char *key = key_of_records (meeting, student);
  Mark *pending = g_hash_table_lookup (self->pending, key);
  CeciAttendance *mark = self->marks != NULL ? g_hash_table_lookup (self->marks, key) : NULL;

  if (pending != NULL)
    return pending->state;
  return mark != NULL ? (int) ceci_attendance_get_state (mark) : NOT_MARKED;
}

static const char *
note_of (CeciMeetingsView *self, gpointer meeting, gpointer student)
{
  g_autofree char *key = key_of_records (meeting, student);
  CeciAttendance *mark = self->marks != NULL ? g_hash_table_lookup (self->marks, key) : NULL;

  return mark != NULL ? ceci_attendance_get_note (mark) : NULL;
}

static gpointer
write_mark (CeciDatabase *database, gpointer data, GError **error)
{
  Mark *mark = data;

  if (mark->state == NOT_MARKED)
    ceci_meeting_repository_forget (database, mark->meeting_id, mark->student_id, error);
  else
    ceci_meeting_repository_record (database, mark->meeting_id, mark->student_id, (CeciAttendanceState) mark->state,
                                    mark->note, error);
  return NULL;
}

static void show_counts (CeciMeetingsView *self);

static void
on_marked (GObject *source, GAsyncResult *result, gpointer data)
{
  Mark *mark = data;
  CeciMeetingsView *self = mark->view;
  g_autoptr (GError) error = NULL;

  ceci_register_write_finish (CECI_REGISTER (source), result, &error);
  if (g_hash_table_lookup (self->pending, mark->key) == mark)
    g_hash_table_remove (self->pending, mark->key);
  if (error != NULL && ceci_view_get_desk (CECI_VIEW (self)) != NULL) {
    ceci_desk_report (ceci_view_get_desk (CECI_VIEW (self)), _ ("The change was not saved"), error);
    ceci_view_reload (CECI_VIEW (self)); // what was written is read because it changed; this is to be taken back
  }
  mark_free (mark);
}

static void
mark_student (CeciMeetingsView *self, CeciMeeting *meeting, CeciStudent *student, int state, const char *note)
{
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  g_autofree char *label = ceci_label_attendance (ceci_student_get_display_name (student));
  Mark *mark;

  if (desk == NULL || ceci_meeting_get_cancelled_on (meeting) != NULL)
    return;
  mark = g_new0 (Mark, 1);
  mark->view = g_object_ref (self);
  mark->meeting_id = g_strdup (ceci_record_get_id (CECI_RECORD (meeting)));
  mark->student_id = g_strdup (ceci_record_get_id (CECI_RECORD (student)));
  mark->key = key_of (mark->meeting_id, mark->student_id);
  mark->note = g_strdup (note);
  mark->state = state;
  g_hash_table_replace (self->pending, mark->key, mark);
  ceci_register_write_async (ceci_desk_get_register (desk), label, write_mark, mark, NULL, NULL, NULL, on_marked, mark);
  ceci_mark_grid_refresh (self->grid);
  show_counts (self);
}

// --- what the grid shows --------------------------------------------------------------------

static const char *
name_of (gpointer student)
{
  return ceci_student_get_display_name (student);
}

static char *
title_of (gpointer meeting)
{
  g_autofree char *date = ceci_date_format_short (ceci_meeting_get_held_on (meeting));

  if (ceci_meeting_get_cancelled_on (meeting) == NULL)
    return g_steal_pointer (&date);
  // Translators: %s is the day of a meeting that is not held
  return g_strdup_printf (_ ("%s, cancelled"), date);
}

// One letter, as on an attendance sheet: the tone and the tooltip say the rest.
static void
look_at (gpointer owner, gpointer student, gpointer meeting, CeciMarkLook *look)
{
  static const CeciTone tones[] = {CECI_TONE_SUCCESS, CECI_TONE_WARNING, CECI_TONE_ERROR};
  // Translators: the letters of an attendance sheet: present, excused, absent
  const char *letters[] = {C_ ("attendance", "P"), C_ ("attendance", "E"), C_ ("attendance", "A")};
  int state = state_of (owner, meeting, student);

  *look = (CeciMarkLook) {CECI_TONE_NEUTRAL, "–", _ ("Not marked")};
  if (ceci_meeting_get_cancelled_on (meeting) != NULL)
    *look = (CeciMarkLook) {CECI_TONE_NEUTRAL, "×", _ ("Cancelled")};
  else if (state != NOT_MARKED)
    *look = (CeciMarkLook) {tones[state], letters[state], ceci_enum_get_label (CECI_TYPE_ATTENDANCE_STATE, state)};
}

static char *
count_absences (gpointer owner, gpointer student)
{
  CeciMeetingsView *self = owner;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (self->meetings); i++) {
    g_autoptr (CeciMeeting) meeting = g_list_model_get_item (self->meetings, i);

    n += ceci_meeting_get_cancelled_on (meeting) == NULL &&
         state_of (self, meeting, student) == CECI_ATTENDANCE_STATE_ABSENT;
  }
  return g_strdup_printf ("%u", n);
}

static const CeciMarkGridModel model = {name_of, title_of, look_at, count_absences, N_ ("Absences")};

static void
show_counts (CeciMeetingsView *self)
{
  CeciMeeting *meeting = ceci_mark_grid_get_column (self->grid);
  guint n = self->students != NULL ? g_list_model_get_n_items (self->students) : 0;
  guint counted[4] = {0};
  g_autofree char *date = NULL, *heading = NULL, *counts = NULL, *figures = NULL;
  gboolean cancelled;

  if (meeting == NULL)
    return;
  cancelled = ceci_meeting_get_cancelled_on (meeting) != NULL;
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciStudent) student = g_list_model_get_item (self->students, i);

    counted[state_of (self, meeting, student) + 1]++;
  }
  date = ceci_date_format_long (ceci_meeting_get_held_on (meeting));
  heading = g_strdup_printf ("%s · %s", date, ceci_meeting_get_title (meeting));
  counts = cancelled ? g_strdup (_ ("This meeting is cancelled."))
                     : g_strdup_printf (_ ("%u present, %u excused, %u absent, %u not marked"), counted[1], counted[2],
                                        counted[3], counted[0]);
  figures = g_strdup_printf ("%u / %u", counted[1], n);
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->counts, counts);
  ceci_figure_bar_set_figures (self->bar, counted[1], n, figures);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meetings.all-present", !cancelled && counted[0] > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meetings.note", !cancelled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meetings.cancel", !cancelled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meetings.restore", cancelled);
}

// The last meeting that was held, or the first to come.
static void
place_keyboard (CeciMeetingsView *self)
{
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  int column = 0;

  for (guint i = 0; i < g_list_model_get_n_items (self->meetings); i++) {
    g_autoptr (CeciMeeting) meeting = g_list_model_get_item (self->meetings, i);

    if (ceci_meeting_get_cancelled_on (meeting) == NULL &&
        strcmp (ceci_meeting_get_held_on (meeting), ceci_desk_get_today (desk)) <= 0)
      column = (int) i;
  }
  ceci_mark_grid_go (self->grid, 0, column, FALSE);
  self->placed = TRUE;
}

static void
ceci_meetings_view_show (CeciView *view, gpointer result)
{
  CeciMeetingsView *self = CECI_MEETINGS_VIEW (view);
  Attendances *found = result;
  gboolean any = g_list_model_get_n_items (found->meetings) > 0;

  g_clear_pointer (&self->marks, g_hash_table_unref);
  self->marks = g_steal_pointer (&found->marks);
  g_set_object (&self->cohort, found->cohort);
  g_set_object (&self->students, found->students);
  g_set_object (&self->meetings, found->meetings);
  ceci_mark_grid_set_lists (self->grid, self->students, self->meetings);
  if (!self->placed && any)
    place_keyboard (self);
  show_counts (self);
  gtk_stack_set_visible_child_name (self->stack, any ? "table" : "empty");
}

// --- keys --------------------------------------------------------------------------------------

static gboolean
on_key (CeciMeetingsView *self, CeciStudent *student, CeciMeeting *meeting, guint keyval)
{
  static const struct {
    guint keyvals[4];
    int state;
  } keys[] = {
      {{GDK_KEY_p, GDK_KEY_1, GDK_KEY_KP_1, GDK_KEY_ampersand}, CECI_ATTENDANCE_STATE_PRESENT},
      {{GDK_KEY_e, GDK_KEY_2, GDK_KEY_KP_2, GDK_KEY_eacute}, CECI_ATTENDANCE_STATE_EXCUSED},
      {{GDK_KEY_a, GDK_KEY_3, GDK_KEY_KP_3, GDK_KEY_quotedbl}, CECI_ATTENDANCE_STATE_ABSENT},
      {{GDK_KEY_Delete, GDK_KEY_BackSpace, GDK_KEY_KP_Delete, GDK_KEY_0}, NOT_MARKED},
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint k = 0; k < G_N_ELEMENTS (keys[i].keyvals); k++)
      if (keyval == keys[i].keyvals[k]) {
        mark_student (self, meeting, student, keys[i].state,
                      keys[i].state == NOT_MARKED ? NULL : note_of (self, meeting, student));
        if (keys[i].state != NOT_MARKED)
          ceci_mark_grid_go_on (self->grid);
        return TRUE;
      }
  if (keyval != GDK_KEY_n)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "meetings.note", NULL);
  return TRUE;
}

static void
on_pressed (CeciMeetingsView *self, CeciStudent *student, CeciMeeting *meeting)
{
  int now = state_of (self, meeting, student);

  mark_student (self, meeting, student, now == CECI_ATTENDANCE_STATE_ABSENT ? CECI_ATTENDANCE_STATE_PRESENT : now + 1,
                note_of (self, meeting, student));
}

// --- actions on the meeting where the keyboard is ---------------------------------------------------

static char *
label_for (CeciMeeting *meeting, char *(*label) (const char *title, const char *date))
{
  g_autofree char *date = ceci_date_format_short (ceci_meeting_get_held_on (meeting));

  return label (ceci_meeting_get_title (meeting), date);
}

static gpointer
write_all_present (CeciDatabase *database, gpointer id, GError **error)
{
  ceci_meeting_repository_all_present (database, id, error);
  return NULL;
}

static void
all_present_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciMeetingsView *self = CECI_MEETINGS_VIEW (widget);
  CeciMeeting *meeting = ceci_mark_grid_get_column (self->grid);
  g_autofree char *date = NULL, *label = NULL;

  if (meeting == NULL)
    return;
  date = ceci_date_format_short (ceci_meeting_get_held_on (meeting));
  label = ceci_label_all_present (date);
  ceci_view_write (CECI_VIEW (self), label, write_all_present, g_strdup (ceci_record_get_id (CECI_RECORD (meeting))),
                   g_free);
}

static void
on_note_given (const char *const *answers, gpointer user_data)
{
  CeciMeetingsView *self = user_data;
  CeciMeeting *meeting = ceci_mark_grid_get_column (self->grid);
  CeciStudent *student = ceci_mark_grid_get_row (self->grid);
  int state;

  if (meeting == NULL || student == NULL)
    return;
  state = state_of (self, meeting, student);
  mark_student (self, meeting, student, state != NOT_MARKED ? state : CECI_ATTENDANCE_STATE_EXCUSED,
                *answers[0] != '\0' ? answers[0] : NULL);
}

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciMeetingsView *self = CECI_MEETINGS_VIEW (widget);
  CeciMeeting *meeting = ceci_mark_grid_get_column (self->grid);
  CeciStudent *student = ceci_mark_grid_get_row (self->grid);
  CeciQuestionLine line = {_ ("Note"), NULL, TRUE};

  if (meeting == NULL || student == NULL)
    return;
  line.text = note_of (self, meeting, student);
  ceci_question_ask (widget, ceci_student_get_display_name (student),
                     _ ("Whoever is not marked yet is excused with it."), _ ("_Keep"), &line, 1, on_note_given,
                     g_object_ref (self), g_object_unref);
}

static gpointer
write_change (CeciDatabase *database, gpointer meeting, GError **error)
{
  ceci_meeting_repository_change (database, meeting, error);
  return NULL;
}

// «18:00–20:00», «18:00 - 20:00», «18:00», nothing.
static void
read_hours (const char *text, char **starts_at, char **ends_at)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\\s*[-–—]\\s*", text, 0, 0);

  *starts_at = parts[0] != NULL && *parts[0] != '\0' ? g_strdup (parts[0]) : NULL;
  *ends_at = parts[0] != NULL && parts[1] != NULL && *parts[1] != '\0' ? g_strdup (parts[1]) : NULL;
}

static void
on_edited (const char *const *answers, gpointer user_data)
{
  CeciMeetingsView *self = user_data;
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  CeciMeeting *meeting = ceci_mark_grid_get_column (self->grid);
  g_autofree char *date = NULL, *starts_at = NULL, *ends_at = NULL, *label = NULL;

  if (desk == NULL || meeting == NULL)
    return;
  date = ceci_date_parse_human (answers[0], NULL);
  if (date == NULL) {
    ceci_desk_notice (desk, _ ("This is not a date: write it as 12/03/2026."));
    return;
  }
  read_hours (answers[1], &starts_at, &ends_at);
  label = label_for (meeting, ceci_label_meeting_change);
  ceci_view_write (CECI_VIEW (self), label, write_change,
                   ceci_record_with (meeting, "held_on", date, "starts_at", starts_at, "ends_at", ends_at, "title",
                                     answers[2], "place", *answers[3] != '\0' ? answers[3] : NULL, NULL),
                   g_object_unref);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciMeetingsView *self = CECI_MEETINGS_VIEW (widget);
  CeciMeeting *meeting = ceci_mark_grid_get_column (self->grid);
  g_autofree char *hours = NULL;

  if (meeting == NULL)
    return;
  hours = g_strjoin (ceci_meeting_get_ends_at (meeting) != NULL ? "–" : NULL,
                     ceci_meeting_get_starts_at (meeting) != NULL ? ceci_meeting_get_starts_at (meeting) : "",
                     ceci_meeting_get_ends_at (meeting), NULL);
  {
    const CeciQuestionLine lines[] = {
        {_ ("Date"), ceci_meeting_get_held_on (meeting), FALSE},
        {_ ("Hours, such as 18:00–20:00"), hours, TRUE},
        {_ ("Subject"), ceci_meeting_get_title (meeting), FALSE},
        {_ ("Place"), ceci_meeting_get_place (meeting), TRUE},
    };

    ceci_question_ask (widget, _ ("Change the meeting"), NULL, _ ("_Change"), lines, G_N_ELEMENTS (lines), on_edited,
                       g_object_ref (self), g_object_unref);
  }
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciMeetingsView *self = CECI_MEETINGS_VIEW (widget);
  CeciMeeting *meeting = ceci_mark_grid_get_column (self->grid);
  gboolean cancels = strcmp (name, "meetings.cancel") == 0;
  g_autofree char *label = NULL;

  if (meeting == NULL)
    return;
  label = label_for (meeting, cancels ? ceci_label_meeting_cancel : ceci_label_meeting_restore);
  ceci_view_write (CECI_VIEW (self), label, write_change,
                   ceci_record_with (meeting, "cancelled_on",
                                     cancels ? ceci_desk_get_today (ceci_view_get_desk (CECI_VIEW (self))) : NULL,
                                     NULL),
                   g_object_unref);
}

static void
plan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciMeetingsView *self = CECI_MEETINGS_VIEW (widget);

  if (self->cohort != NULL)
    adw_dialog_present (ceci_meeting_plan_dialog_new (ceci_view_get_desk (CECI_VIEW (self)), self->cohort), widget);
}

// --- the calendar ---------------------------------------------------------------------------------

// Drawn from the meetings that are shown, before the question.
static GBytes *
take_drawn (CeciDatabase *database, const CeciFileRequest *request, GError **error)
{
  return g_bytes_ref (request->data);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const CeciFileSaving saving = {N_ ("Export the calendar"),
                                        N_ ("The calendar is saved: open it with your calendar, or send it."),
                                        N_ ("The calendar was not saved"), .draw = take_drawn};
  CeciMeetingsView *self = CECI_MEETINGS_VIEW (widget);
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  g_autofree char *now = NULL, *proposed = NULL;
  g_autoptr (CeciCalendar) calendar = NULL;
  const char *cohort;
  char *text;

  if (self->cohort == NULL || desk == NULL)
    return;
  cohort = ceci_cohort_get_name (self->cohort);
  proposed = g_strconcat (cohort, ".ics", NULL);
  now = ceci_entropy_dup_now (ceci_register_get_entropy (ceci_desk_get_register (desk)));
  calendar = ceci_calendar_new (cohort, now);
  ceci_calendar_add_meetings (calendar, self->meetings, cohort);
  text = ceci_calendar_to_text (calendar);
  ceci_file_saving_ask (&saving, widget, desk, NULL, proposed, g_bytes_new_take (text, strlen (text)),
                        (GDestroyNotify) g_bytes_unref);
}

// --- the view -------------------------------------------------------------------------------

static void
ceci_meetings_view_dispose (GObject *object)
{
  CeciMeetingsView *self = CECI_MEETINGS_VIEW (object);

  g_clear_object (&self->cohort);
  g_clear_object (&self->students);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_MEETINGS_VIEW);
  G_OBJECT_CLASS (ceci_meetings_view_parent_class)->dispose (object);
}

static void
ceci_meetings_view_finalize (GObject *object)
{
  CeciMeetingsView *self = CECI_MEETINGS_VIEW (object);

  g_clear_object (&self->meetings);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_clear_pointer (&self->pending, g_hash_table_unref);
  G_OBJECT_CLASS (ceci_meetings_view_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "meetings.plan", NULL, plan_action);
  gtk_widget_class_install_action (widget_class, "meetings.all-present", NULL, all_present_action);
  gtk_widget_class_install_action (widget_class, "meetings.note", NULL, note_action);
  gtk_widget_class_install_action (widget_class, "meetings.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "meetings.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "meetings.restore", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "meetings.export", NULL, export_action);
}

static void
ceci_meetings_view_class_init (CeciMeetingsViewClass *klass)
{
  static const char *const tables[] = {"meeting", "attendance", "student", "person", "cohort", NULL};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_meetings_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ceci_meetings_view_finalize;
  view_class->tables = tables;
  view_class->read = ceci_meetings_view_read;
  view_class->free_result = attendances_free;
  view_class->show = ceci_meetings_view_show;

  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  g_type_ensure (CECI_TYPE_FIGURE_BAR);
  g_type_ensure (CECI_TYPE_MARK_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-meetings-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingsView, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingsView, heading);
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingsView, counts);
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingsView, bar);
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingsView, grid);
  install_actions (widget_class);
}

static void
ceci_meetings_view_init (CeciMeetingsView *self)
{
  self->pending = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
  ceci_mark_grid_set_model (self->grid, &model, self);
  g_signal_connect_object (self->grid, "key", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "moved", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
}
