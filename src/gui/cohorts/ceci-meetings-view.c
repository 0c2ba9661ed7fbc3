// SPDX-License-Identifier: GPL-3.0-or-later
// The monthly meetings of a cohort: a column a meeting, a row a student, a press to mark.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-meetings-view.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-progress-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-empty-page.h"
#include "widgets/ceci-question.h"
#include "widgets/ceci-state-words.h"
#include "widgets/ceci-table.h"

struct _CeciMeetingsView {
  CeciView parent_instance;
  GtkStack *stack;
  GtkColumnView *table;
  GListStore *students;
  GListModel *meetings;
  GHashTable *marks; // «meeting id/student id» to CeciAttendance
};

G_DEFINE_FINAL_TYPE (CeciMeetingsView, ceci_meetings_view, CECI_TYPE_VIEW)

#define NOT_MARKED (-1)

// --- what is read -----------------------------------------------------------------------

typedef struct {
  GListModel *students;
  GListModel *meetings;
  GHashTable *marks;
} Attendances;

static void
attendances_free (gpointer data)
{
  Attendances *attendances = data;

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

static gpointer
ceci_meetings_view_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  Attendances *found = g_new0 (Attendances, 1);
  g_autoptr (GListModel) list = NULL;

  found->students = ceci_student_repository_list (database, subject, error);
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

static int
state_of (CeciMeetingsView *self, CeciMeeting *meeting, CeciStudent *student)
{
  g_autofree char *key =
      key_of (ceci_record_get_id (CECI_RECORD (meeting)), ceci_record_get_id (CECI_RECORD (student)));
  CeciAttendance *mark = self->marks != NULL ? g_hash_table_lookup (self->marks, key) : NULL;

  return mark != NULL ? (int) ceci_attendance_get_state (mark) : NOT_MARKED;
}

// --- marking ----------------------------------------------------------------------------

typedef struct {
  char *meeting_id;
  char *student_id;
  int state;
} Mark;

static void
mark_free (gpointer data)
{
  Mark *mark = data;

  g_free (mark->meeting_id);
  g_free (mark->student_id);
  g_free (mark);
}

static gpointer
write_mark (CeciDatabase *database, gpointer data, GError **error)
{
  Mark *mark = data;

  ceci_meeting_repository_record (database, mark->meeting_id, mark->student_id, (CeciAttendanceState) mark->state, NULL,
                                  error);
  return NULL;
}

static void
on_cell_clicked (GtkButton *button, GtkListItem *item)
{
  CeciMeeting *meeting = g_object_get_data (G_OBJECT (button), "meeting");
  CeciMeetingsView *self = CECI_MEETINGS_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (button), CECI_TYPE_MEETINGS_VIEW));
  CeciStudent *student = gtk_list_item_get_item (item);
  int now = state_of (self, meeting, student);
  g_autofree char *label = ceci_label_attendance (ceci_student_get_display_name (student));
  Mark *mark = g_new0 (Mark, 1);

  mark->meeting_id = g_strdup (ceci_record_get_id (CECI_RECORD (meeting)));
  mark->student_id = g_strdup (ceci_record_get_id (CECI_RECORD (student)));
  mark->state = now == CECI_ATTENDANCE_STATE_ABSENT ? CECI_ATTENDANCE_STATE_PRESENT : now + 1;
  ceci_view_write (CECI_VIEW (self), label, write_mark, mark, mark_free);
}

// --- cells --------------------------------------------------------------------------------

// One letter, as on an attendance sheet: the tone and the tooltip say the rest.
static void
show_mark (CeciStatePill *pill, int state, const char *word)
{
  static const CeciTone tones[] = {CECI_TONE_SUCCESS, CECI_TONE_WARNING, CECI_TONE_ERROR};
  g_autofree char *letter = state != NOT_MARKED ? g_utf8_substring (word, 0, 1) : g_strdup ("–");

  ceci_state_pill_set_state (pill, state != NOT_MARKED ? tones[state] : CECI_TONE_NEUTRAL, NULL, letter);
}

static void
show_cell (CeciMeetingsView *self, GtkListItem *item)
{
  GtkWidget *button = gtk_list_item_get_child (item);
  CeciMeeting *meeting = g_object_get_data (G_OBJECT (button), "meeting");
  CeciStudent *student = gtk_list_item_get_item (item);
  CeciStatePill *pill = CECI_STATE_PILL (gtk_button_get_child (GTK_BUTTON (button)));
  int state = state_of (self, meeting, student);
  const char *word = state == NOT_MARKED ? _ ("Not marked") : ceci_enum_get_label (CECI_TYPE_ATTENDANCE_STATE, state);
  // Translators: a student’s name, and present, excused or absent
  g_autofree char *spoken = g_strdup_printf (_ ("%s: %s"), ceci_student_get_display_name (student), word);

  show_mark (pill, state, word);
  gtk_widget_set_tooltip_text (button, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
on_setup_cell (GtkSignalListItemFactory *factory, GtkListItem *item, CeciMeeting *meeting)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), ceci_state_pill_new ());
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "mark");
  g_object_set_data_full (G_OBJECT (button), "meeting", g_object_ref (meeting), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (on_cell_clicked), item);
  gtk_list_item_set_child (item, button);
}

static void
on_bind_cell (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer view)
{
  show_cell (CECI_MEETINGS_VIEW (view), item);
}

static void
show_name (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_student_get_display_name (item));
}

static const CeciColumn name_column[] = {{"name", N_ ("Name"), ceci_cell_name, show_name, NULL, FALSE}};

static void
add_meeting (CeciMeetingsView *self, CeciMeeting *meeting)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *date = ceci_date_format_short (ceci_meeting_get_held_on (meeting));
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cell), meeting, G_CONNECT_DEFAULT);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cell), self);
  column = gtk_column_view_column_new (date, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->table, column);
}

static void
show_columns (CeciMeetingsView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  while (g_list_model_get_n_items (columns) > 1) {
    g_autoptr (GtkColumnViewColumn) last = g_list_model_get_item (columns, g_list_model_get_n_items (columns) - 1);
    gtk_column_view_remove_column (self->table, last);
  }
  for (guint i = 0; i < g_list_model_get_n_items (self->meetings); i++) {
    g_autoptr (CeciMeeting) meeting = g_list_model_get_item (self->meetings, i);
    add_meeting (self, meeting);
  }
}

static gboolean
same_meetings (GListModel *one, GListModel *other)
{
  guint n = g_list_model_get_n_items (one);

  if (n != g_list_model_get_n_items (other))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciMeeting) a = g_list_model_get_item (one, i);
    g_autoptr (CeciMeeting) b = g_list_model_get_item (other, i);

    if (!g_str_equal (ceci_record_get_id (CECI_RECORD (a)), ceci_record_get_id (CECI_RECORD (b))) ||
        !g_str_equal (ceci_meeting_get_held_on (a), ceci_meeting_get_held_on (b)))
      return FALSE;
  }
  return TRUE;
}

static void
ceci_meetings_view_show (CeciView *view, gpointer result)
{
  CeciMeetingsView *self = CECI_MEETINGS_VIEW (view);
  Attendances *found = result;
  gboolean same = self->meetings != NULL && same_meetings (self->meetings, found->meetings);

  g_clear_pointer (&self->marks, g_hash_table_unref);
  self->marks = g_steal_pointer (&found->marks);
  g_set_object (&self->meetings, found->meetings);
  if (!same)
    show_columns (self);
  // A student read again has other sums of meetings where a mark changed: just those rows are shown anew.
  ceci_list_update (self->students, found->students);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (self->meetings) > 0 ? "table" : "empty");
}

// --- a new meeting ------------------------------------------------------------------------

static gpointer
write_meeting (CeciDatabase *database, gpointer draft, GError **error)
{
  g_autofree char *id = ceci_meeting_repository_add (database, draft, error);

  return NULL;
}

static void
on_meeting_given (const char *const *answers, gpointer user_data)
{
  CeciView *self = user_data;
  CeciDesk *desk = ceci_view_get_desk (self);
  g_autofree char *date = NULL;
  g_autofree char *label = NULL;

  if (desk == NULL)
    return;
  date = ceci_date_parse_human (answers[0], ceci_desk_get_today (desk));
  if (date == NULL) {
    ceci_desk_notice (desk, _ ("This is not a date: write it as 12/03/2026."));
    return;
  }
  // Translators: %s is what the meeting is about
  label = g_strdup_printf (_ ("Plan the meeting “%s”"), answers[1]);
  ceci_view_write (self, label, write_meeting,
                   ceci_record_new (CECI_TYPE_MEETING, "cohort_id", ceci_view_get_subject (self), "held_on", date,
                                    "title", answers[1], "place", *answers[2] != '\0' ? answers[2] : NULL, NULL),
                   g_object_unref);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const CeciQuestionLine lines[] = {
      {_ ("Date"), NULL, FALSE},
      {_ ("Subject"), _ ("Monthly meeting"), FALSE},
      {_ ("Place"), NULL, TRUE},
  };

  ceci_question_ask (widget, _ ("New meeting"), NULL, _ ("_Plan"), lines, G_N_ELEMENTS (lines), on_meeting_given,
                     g_object_ref (widget), g_object_unref);
}

// --- the view -------------------------------------------------------------------------------

static void
ceci_meetings_view_dispose (GObject *object)
{
  CeciMeetingsView *self = CECI_MEETINGS_VIEW (object);

  g_clear_object (&self->students);
  g_clear_object (&self->meetings);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_MEETINGS_VIEW);
  G_OBJECT_CLASS (ceci_meetings_view_parent_class)->dispose (object);
}

static void
ceci_meetings_view_class_init (CeciMeetingsViewClass *klass)
{
  static const char *const tables[] = {"meeting", "attendance", "student", "person", NULL};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_meetings_view_dispose;
  view_class->tables = tables;
  view_class->read = ceci_meetings_view_read;
  view_class->free_result = attendances_free;
  view_class->show = ceci_meetings_view_show;

  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-meetings-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingsView, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingsView, table);
  gtk_widget_class_install_action (widget_class, "meetings.new", NULL, new_action);
}

static void
ceci_meetings_view_init (CeciMeetingsView *self)
{
  GtkSelectionModel *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->students = g_list_store_new (CECI_TYPE_STUDENT);
  ceci_table_add_columns (self->table, name_column, G_N_ELEMENTS (name_column));
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->students))));
  gtk_single_selection_set_autoselect (GTK_SINGLE_SELECTION (selection), FALSE);
  gtk_single_selection_set_can_unselect (GTK_SINGLE_SELECTION (selection), TRUE);
  gtk_column_view_set_model (self->table, selection);
  g_object_unref (selection);
}
