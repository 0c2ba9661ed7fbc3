// SPDX-License-Identifier: GPL-3.0-or-later
// The journal in words, by day: one student's, or the register's where there is no subject. Undoing a step, or back to
// one, says first what that reverts and whom else it touches.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-history-row.h"
#include "ceci-history-view.h"
#include "core/model/ceci-history.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-fold.h"
#include "widgets/ceci-empty-page.h"

#define MOST_STEPS 2000
#define MOST_ROWS 200
#define MOST_NAMED 12 // of what is undone, in the question

struct _CeciHistoryView {
  CeciView parent_instance;
  GtkStack *stack;
  AdwPreferencesPage *page;
  GtkEditable *search;
  GPtrArray *groups;
  GListModel *steps;
};

G_DEFINE_FINAL_TYPE (CeciHistoryView, ceci_history_view, CECI_TYPE_VIEW)

static gpointer
ceci_history_view_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_history_of_student (database, subject, MOST_STEPS, error);
}

// --- undoing ----------------------------------------------------------------------------

typedef struct {
  CeciHistoryView *self;
  char *step_id;
  char *student_id;
  gboolean only; // this step alone
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->self);
  g_free (question->step_id);
  g_free (question->student_id);
  g_free (question);
}

static gpointer
read_reverts (CeciDatabase *database, gpointer data, GError **error)
{
  Question *question = data;

  return ceci_history_reverts (database, question->step_id, question->student_id, error);
}

static void
on_response (CeciHistoryView *self, const char *response, AdwAlertDialog *dialog)
{
  if (g_str_equal (response, "undo"))
    ceci_desk_undo_steps (ceci_view_get_desk (CECI_VIEW (self)), g_object_get_data (G_OBJECT (dialog), "ceci-steps"));
}

static GtkWidget *
list_of (GPtrArray *reverts)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  for (guint i = 0; i < reverts->len && i < MOST_NAMED; i++) {
    CeciRevert *revert = reverts->pdata[i];
    GtkWidget *row = adw_action_row_new ();
    g_autofree char *others = revert->others > 0
                                  ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "also touches %u other person",
                                                                  "also touches %u other people", revert->others),
                                                     revert->others)
                                  : NULL;

    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), revert->label);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                 revert->lasting ? _ ("erased, or sent out: stands in the way") : others);
    gtk_list_box_append (GTK_LIST_BOX (list), row);
  }
  if (reverts->len > MOST_NAMED) {
    guint more = reverts->len - MOST_NAMED;
    g_autofree char *text =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "… and %u more step", "… and %u more steps", more), more);
    GtkWidget *row = adw_action_row_new ();

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
    gtk_list_box_append (GTK_LIST_BOX (list), row);
  }
  return list;
}

static void
ask (CeciHistoryView *self, GPtrArray *reverts, gboolean only)
{
  AdwDialog *dialog = only ? adw_alert_dialog_new (_ ("Undo a step that touches others?"), NULL)
                           : adw_alert_dialog_new (_ ("Undo back to here?"),
                                                   _ ("These steps are undone, newest first. Each stays in the "
                                                      "history."));
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < reverts->len; i++)
    g_strv_builder_add (ids, ((CeciRevert *) reverts->pdata[i])->id);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list_of (reverts));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "undo",
                                  only ? _ ("_Undo") : _ ("_Undo all"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "undo", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "ceci-steps", g_strv_builder_end (ids), (GDestroyNotify) g_strfreev);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

// Of what undoing back to a step would revert, the step itself comes last.
static void
keep_the_last (GPtrArray *reverts)
{
  if (reverts->len > 1)
    g_ptr_array_remove_range (reverts, 0, reverts->len - 1);
}

static void
on_reverts (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reverts = ceci_register_read_finish (CECI_REGISTER (source), result, &error);
  Question *question = user_data;
  CeciHistoryView *self = question->self;
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));

  if (desk != NULL && reverts == NULL)
    ceci_desk_report (desk, _ ("The history could not be read"), error);
  if (desk != NULL && reverts != NULL && reverts->len > 0) {
    if (question->only)
      keep_the_last (reverts);
    if (question->only && ((CeciRevert *) reverts->pdata[0])->others == 0)
      ceci_desk_undo (desk, question->step_id);
    else
      ask (self, reverts, question->only);
  }
  question_free (question);
}

static void
begin_undo (CeciHistoryView *self, CeciHistoryRow *row, gboolean only)
{
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  Question *asked = g_new0 (Question, 1);

  asked->self = g_object_ref (self);
  asked->step_id = g_strdup (ceci_step_get_id (ceci_history_row_get_step (row)));
  asked->student_id = g_strdup (ceci_view_get_subject (CECI_VIEW (self)));
  asked->only = only;
  ceci_register_read_async (ceci_desk_get_register (desk), read_reverts, asked, NULL,
                            (GDestroyNotify) g_ptr_array_unref, NULL, on_reverts, asked);
}

static void
on_undo (CeciHistoryView *self, CeciHistoryRow *row)
{
  begin_undo (self, row, TRUE);
}

static void
on_undo_to (CeciHistoryView *self, CeciHistoryRow *row)
{
  begin_undo (self, row, FALSE);
}

// --- showing ----------------------------------------------------------------------------

static gboolean
matches (CeciStep *step, const char *day, char **words)
{
  g_autofree char *date = ceci_date_format_long (day);
  g_autofree char *short_date = ceci_date_format_short (day);
  g_autofree char *text =
      g_strjoin (" ", ceci_step_get_label (step), ceci_step_get_who (step), date, short_date, day, NULL);
  g_autofree char *folded = ceci_fold (text);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strstr_len (folded, -1, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static AdwPreferencesGroup *
add_day (CeciHistoryView *self, const char *day)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = ceci_date_format_day (day);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
fill (CeciHistoryView *self)
{
  g_autofree char *typed = ceci_fold (gtk_editable_get_text (self->search));
  g_auto (GStrv) words = g_strsplit (typed, " ", -1);
  g_autofree char *last_day = NULL;
  AdwPreferencesGroup *group = NULL;
  guint n = self->steps != NULL ? g_list_model_get_n_items (self->steps) : 0, shown = 0;

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
  for (guint i = 0; i < n && shown < MOST_ROWS; i++) {
    g_autoptr (CeciStep) step = g_list_model_get_item (self->steps, i);
    g_autofree char *day = ceci_date_from_instant (ceci_step_get_at (step));
    GtkWidget *row;

    if (day == NULL || !matches (step, day, words))
      continue;
    if (g_strcmp0 (day, last_day) != 0)
      group = add_day (self, day);
    g_set_str (&last_day, day);
    row = ceci_history_row_new (ceci_view_get_desk (CECI_VIEW (self)), step);
    g_signal_connect_object (row, "undo", G_CALLBACK (on_undo), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (row, "undo-to", G_CALLBACK (on_undo_to), self, G_CONNECT_SWAPPED);
    adw_preferences_group_add (group, row);
    shown++;
  }
  gtk_stack_set_visible_child_name (self->stack, n == 0 ? "empty" : shown == 0 ? "none" : "list");
}

static void
on_search (CeciHistoryView *self)
{
  fill (self);
}

static void
ceci_history_view_show (CeciView *view, gpointer result)
{
  CeciHistoryView *self = CECI_HISTORY_VIEW (view);

  g_set_object (&self->steps, result);
  fill (self);
}

static void
ceci_history_view_dispose (GObject *object)
{
  CeciHistoryView *self = CECI_HISTORY_VIEW (object);

  g_clear_object (&self->steps);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_HISTORY_VIEW);
  G_OBJECT_CLASS (ceci_history_view_parent_class)->dispose (object);
}

static void
ceci_history_view_class_init (CeciHistoryViewClass *klass)
{
  static const char *const tables[] = {
      "student",     "person",       "application",    "placement", "hours",      "document",          "agreement",
      "signature",   "attendance",   "follow_up_note", "dossier",   "decision",   "module_completion", "extension",
      "certificate", "interruption", "person_alias",   "letter",    "cohort",     "regulation",        "setting",
      "meeting",     "organisation", "offer",          "mandate",   "subsidy",    "selection",         "snooze",
      "erasure",     "jury_session", "juror",          "review",    "assignment", "follow_up_grid",    "session_juror",
      NULL};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_history_view_dispose;
  view_class->tables = tables;
  view_class->read = ceci_history_view_read;
  view_class->free_result = g_object_unref;
  view_class->show = ceci_history_view_show;

  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/students/ceci-history-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciHistoryView, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciHistoryView, page);
  gtk_widget_class_bind_template_child (widget_class, CeciHistoryView, search);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
}

static void
ceci_history_view_init (CeciHistoryView *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
