// SPDX-License-Identifier: GPL-3.0-or-later
// The confidential follow-up notes of a student.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-notes-view.h"
#include "core/model/ceci-follow-up-repository.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-student-repository.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-question.h"
#include "widgets/ceci-state-words.h"

#define SOON 7 // days

struct _CeciNotesView {
  CeciView parent_instance;
  AdwEntryRow *text;
  AdwEntryRow *due;
  AdwPreferencesGroup *notes;
  AdwComboRow *filter;
  GPtrArray *rows;
  GListModel *all;
  CeciStudent *student;
};

G_DEFINE_FINAL_TYPE (CeciNotesView, ceci_notes_view, CECI_TYPE_VIEW)

typedef struct {
  CeciStudent *student;
  GListModel *notes;
} Notes;

static void
notes_free (gpointer data)
{
  Notes *notes = data;

  g_clear_object (&notes->student);
  g_clear_object (&notes->notes);
  g_free (notes);
}

static gpointer
ceci_notes_view_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  Notes *found = g_new0 (Notes, 1);

  found->student = ceci_student_repository_find (database, subject, error);
  found->notes = found->student != NULL ? ceci_follow_up_repository_notes (database, subject, error) : NULL;
  if (found->notes == NULL) {
    notes_free (found);
    return NULL;
  }
  return found;
}

// --- writing ----------------------------------------------------------------------------

typedef struct {
  char *student_id;
  char *author;
  char *text;
  char *due_on;
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_free (draft->student_id);
  g_free (draft->author);
  g_free (draft->text);
  g_free (draft->due_on);
  g_free (draft);
}

static gpointer
write_note (CeciDatabase *database, gpointer data, GError **error)
{
  Draft *draft = data;
  g_autofree char *id = ceci_follow_up_repository_add_note (database, draft->student_id, draft->author, draft->text,
                                                            draft->due_on, error);

  return NULL;
}

static void
on_apply (CeciNotesView *self)
{
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  const char *due = gtk_editable_get_text (GTK_EDITABLE (self->due));
  g_autofree char *due_on = ceci_date_parse_human (due, ceci_desk_get_today (desk));
  g_autofree char *label = NULL;
  Draft *draft;

  if (self->student == NULL || *text == '\0')
    return;
  if (*due != '\0' && due_on == NULL) {
    ceci_desk_notice (desk, _ ("This is not a date: write it as 12/03/2026."));
    gtk_widget_grab_focus (GTK_WIDGET (self->due));
    return;
  }
  label = ceci_label_note_add (ceci_student_get_display_name (self->student));
  draft = g_new0 (Draft, 1);
  draft->student_id = g_strdup (ceci_view_get_subject (CECI_VIEW (self)));
  draft->author = g_strdup (g_get_real_name ());
  draft->text = g_strdup (text);
  draft->due_on = g_steal_pointer (&due_on);
  ceci_view_write (CECI_VIEW (self), label, write_note, draft, draft_free);
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  gtk_editable_set_text (GTK_EDITABLE (self->due), "");
}

// What changes a note that stands: settling it, writing it again, removing it.
typedef struct {
  char *id;
  char *text; // NULL: not written again
  char *due_on;
  char *done_on;
  gboolean remove;
} NoteChange;

static void
note_change_free (gpointer data)
{
  NoteChange *change = data;

  g_free (change->id);
  g_free (change->text);
  g_free (change->due_on);
  g_free (change->done_on);
  g_free (change);
}

static gpointer
write_change (CeciDatabase *database, gpointer data, GError **error)
{
  NoteChange *change = data;

  if (change->remove)
    ceci_follow_up_repository_remove_note (database, change->id, error);
  else if (change->text != NULL)
    ceci_follow_up_repository_change_note (database, change->id, change->text, change->due_on, error);
  else
    ceci_follow_up_repository_settle_note (database, change->id, change->done_on, error);
  return NULL;
}

static NoteChange *
change_of (GtkWidget *widget)
{
  NoteChange *change = g_new0 (NoteChange, 1);

  change->id = g_strdup (ceci_record_get_id (g_object_get_data (G_OBJECT (widget), "note")));
  return change;
}

static void
write_with_label (CeciNotesView *self, const char *format, NoteChange *change)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *label = g_strdup_printf (format, ceci_student_get_display_name (self->student));
#pragma GCC diagnostic pop

  ceci_view_write (CECI_VIEW (self), label, write_change, change, note_change_free);
}

static void
on_settled (CeciNotesView *self, GtkCheckButton *button)
{
  NoteChange *change = change_of (GTK_WIDGET (button));

  if (gtk_check_button_get_active (button))
    change->done_on = g_strdup (ceci_desk_get_today (ceci_view_get_desk (CECI_VIEW (self))));
  // Translators: %s is a student’s name, here and in the two that follow
  write_with_label (self, _ ("Settle a note on %s"), change);
}

static void
on_removed (CeciNotesView *self, GtkWidget *button)
{
  NoteChange *change = change_of (button);

  change->remove = TRUE;
  write_with_label (self, _ ("Remove a note on %s"), change);
}

typedef struct {
  CeciNotesView *self;
  char *id;
} Editing;

static void
editing_free (gpointer data)
{
  Editing *editing = data;

  g_object_unref (editing->self);
  g_free (editing->id);
  g_free (editing);
}

static void
on_edited (const char *const *answers, gpointer user_data)
{
  Editing *editing = user_data;
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (editing->self));
  g_autofree char *due_on = ceci_date_parse_human (answers[1], ceci_desk_get_today (desk));
  NoteChange *change;

  if (*answers[1] != '\0' && due_on == NULL) {
    ceci_desk_notice (desk, _ ("This is not a date: write it as 12/03/2026."));
    return;
  }
  change = g_new0 (NoteChange, 1);
  change->id = g_strdup (editing->id);
  change->text = g_strdup (answers[0]);
  change->due_on = g_steal_pointer (&due_on);
  write_with_label (editing->self, _ ("Change a note on %s"), change);
}

static void
on_edit (CeciNotesView *self, GtkWidget *button)
{
  CeciFollowUpNote *note = g_object_get_data (G_OBJECT (button), "note");
  const char *due_on = ceci_follow_up_note_get_due_on (note);
  g_autofree char *due = due_on != NULL ? ceci_date_format_short (due_on) : NULL;
  const CeciQuestionLine lines[] = {{_ ("Note"), ceci_follow_up_note_get_text (note), FALSE},
                                    {_ ("To do by (optional date)"), due_on != NULL ? due_on : due, TRUE}};
  Editing *editing = g_new0 (Editing, 1);

  editing->self = g_object_ref (self);
  editing->id = g_strdup (ceci_record_get_id (CECI_RECORD (note)));
  ceci_question_ask (GTK_WIDGET (self), _ ("Change the note"), NULL, _ ("_Save"), lines, G_N_ELEMENTS (lines),
                     on_edited, editing, editing_free);
}

// --- showing ------------------------------------------------------------------------------

static GtkWidget *
add_button (CeciNotesView *self, GtkWidget *row, CeciFollowUpNote *note, const char *icon_name, const char *tooltip,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_object_set_data_full (G_OBJECT (button), "note", g_object_ref (note), g_object_unref);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static char *
words_of (CeciFollowUpNote *note)
{
  g_autofree char *written_on = ceci_date_from_instant (ceci_follow_up_note_get_written_at (note));
  g_autofree char *date = ceci_date_format_long (written_on);
  const char *due_on = ceci_follow_up_note_get_due_on (note), *done_on = ceci_follow_up_note_get_done_on (note);
  g_autofree char *due = due_on != NULL ? ceci_date_format_short (due_on) : NULL;
  g_autofree char *done = done_on != NULL ? ceci_date_format_short (done_on) : NULL;
  // Translators: an author, a date
  g_autofree char *when = g_strdup_printf (_ ("%s, %s"), ceci_follow_up_note_get_author (note), date);

  if (done != NULL)
    // Translators: an author and a date, then a date
    return g_strdup_printf (_ ("%s · done on %s"), when, done);
  // Translators: an author and a date, then a date
  return due != NULL ? g_strdup_printf (_ ("%s · to do by %s"), when, due) : g_steal_pointer (&when);
}

// Days until a note is due; large where none is, or where it is settled.
static int
days_left (CeciNotesView *self, CeciFollowUpNote *note)
{
  const char *due_on = ceci_follow_up_note_get_due_on (note);

  if (due_on == NULL || ceci_follow_up_note_get_state (note) == CECI_NOTE_STATE_DONE)
    return G_MAXINT;
  return ceci_date_days_between (ceci_desk_get_today (ceci_view_get_desk (CECI_VIEW (self))), due_on);
}

static void
add_pill (CeciNotesView *self, GtkWidget *row, CeciFollowUpNote *note)
{
  int days = days_left (self, note);
  GtkWidget *pill;

  if (days > SOON)
    return;
  pill = ceci_state_pill_new ();
  if (days < 0)
    ceci_state_pill_set_state (CECI_STATE_PILL (pill), CECI_TONE_ERROR, "dialog-warning-symbolic",
                               C_ ("note", "Overdue"));
  else
    ceci_state_pill_set_state (CECI_STATE_PILL (pill), CECI_TONE_WARNING, "content-loading-symbolic",
                               C_ ("note", "Due soon"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
}

static GtkWidget *
row_for (CeciNotesView *self, CeciFollowUpNote *note)
{
  g_autofree char *subtitle = words_of (note);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ceci_follow_up_note_get_text (note));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_tooltip_text (check, _ ("Settled"));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), ceci_follow_up_note_get_state (note) == CECI_NOTE_STATE_DONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Settled"), -1);
  g_object_set_data_full (G_OBJECT (check), "note", g_object_ref (note), g_object_unref);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_settled), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  add_pill (self, row, note);
  if (!ceci_desk_is_read_only (ceci_view_get_desk (CECI_VIEW (self)))) {
    add_button (self, row, note, "document-edit-symbolic", _ ("Change the note"), G_CALLBACK (on_edit));
    add_button (self, row, note, "user-trash-symbolic", _ ("Remove the note"), G_CALLBACK (on_removed));
  }
  return row;
}

static gboolean
is_wanted (CeciNotesView *self, CeciFollowUpNote *note)
{
  switch (adw_combo_row_get_selected (self->filter)) {
  case 1:
    return ceci_follow_up_note_get_state (note) == CECI_NOTE_STATE_OPEN;
  case 2:
    return days_left (self, note) < 0;
  default:
    return TRUE;
  }
}

static void
fill (CeciNotesView *self)
{
  guint n = self->all != NULL ? g_list_model_get_n_items (self->all) : 0;

  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    adw_preferences_group_remove (self->notes, self->rows->pdata[i]);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_ptr_array_new ();
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciFollowUpNote) note = g_list_model_get_item (self->all, i);
    GtkWidget *row = is_wanted (self, note) ? row_for (self, note) : NULL;

    if (row == NULL)
      continue;
    adw_preferences_group_add (self->notes, row);
    g_ptr_array_add (self->rows, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->notes), n > 0);
}

static void
on_filter (CeciNotesView *self)
{
  fill (self);
}

static void
ceci_notes_view_show (CeciView *view, gpointer result)
{
  CeciNotesView *self = CECI_NOTES_VIEW (view);
  Notes *found = result;

  g_set_object (&self->student, found->student);
  g_set_object (&self->all, found->notes);
  fill (self);
}

static void
ceci_notes_view_dispose (GObject *object)
{
  CeciNotesView *self = CECI_NOTES_VIEW (object);

  g_clear_object (&self->student);
  g_clear_object (&self->all);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_NOTES_VIEW);
  G_OBJECT_CLASS (ceci_notes_view_parent_class)->dispose (object);
}

static void
ceci_notes_view_class_init (CeciNotesViewClass *klass)
{
  static const char *const tables[] = {"follow_up_note", "student", "person", NULL};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_notes_view_dispose;
  view_class->tables = tables;
  view_class->read = ceci_notes_view_read;
  view_class->free_result = notes_free;
  view_class->show = ceci_notes_view_show;

  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/students/ceci-notes-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciNotesView, text);
  gtk_widget_class_bind_template_child (widget_class, CeciNotesView, due);
  gtk_widget_class_bind_template_child (widget_class, CeciNotesView, notes);
  gtk_widget_class_bind_template_child (widget_class, CeciNotesView, filter);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_filter);
}

static void
ceci_notes_view_init (CeciNotesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ceci_notes_view_write (CeciNotesView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
