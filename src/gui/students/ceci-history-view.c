// SPDX-License-Identifier: GPL-3.0-or-later
// The journal of one student in words, with undoing of a step.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-history-view.h"
#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-follow-up-repository.h"
#include "core/model/ceci-jury-repository.h"
#include "core/model/ceci-placement-repository.h"
#include "core/model/ceci-progress-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-journal.h"
#include "widgets/ceci-empty-page.h"

#define MOST_STEPS 200

struct _CeciHistoryView {
  CeciView parent_instance;
  GtkStack *stack;
  AdwPreferencesGroup *steps;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (CeciHistoryView, ceci_history_view, CECI_TYPE_VIEW)

// --- the rows that are about a student -------------------------------------------------

typedef GListModel *(*ListFunc) (CeciDatabase *database, const char *student_id, GError **error);

static gboolean
add_ids (GStrvBuilder *ids, ListFunc list, CeciDatabase *database, const char *student_id, GError **error)
{
  g_autoptr (GListModel) records = list (database, student_id, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (records); i++) {
    g_autoptr (CeciRecord) record = g_list_model_get_item (records, i);
    const char *id = ceci_record_get_id (record);

    if (id != NULL)
      g_strv_builder_add (ids, id);
  }
  return TRUE;
}

static gpointer
ceci_history_view_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  static const ListFunc lists[] = {
      ceci_placement_repository_list,     ceci_hours_repository_list,
      ceci_document_repository_list,      ceci_module_repository_completions,
      ceci_meeting_repository_of_student, ceci_student_repository_extensions,
      ceci_follow_up_repository_notes,    ceci_jury_repository_sessions_of_student,
      ceci_jury_repository_certificates,
  };
  g_autoptr (CeciStudent) student = ceci_student_repository_find (database, subject, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  if (student == NULL)
    return NULL;
  g_strv_builder_add_many (builder, subject, ceci_student_get_person_id (student), NULL);
  if (ceci_student_get_application_id (student) != NULL)
    g_strv_builder_add (builder, ceci_student_get_application_id (student));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!add_ids (builder, lists[i], database, subject, error))
      return NULL;
  ids = g_strv_builder_end (builder);
  return ceci_journal_list (database, (const char *const *) ids, MOST_STEPS, error);
}

// --- showing ------------------------------------------------------------------------------

static void
on_undo (CeciHistoryView *self, GtkWidget *button)
{
  ceci_desk_undo (ceci_view_get_desk (CECI_VIEW (self)), g_object_get_data (G_OBJECT (button), "step-id"));
}

static char *
words_of (CeciStep *step)
{
  switch (ceci_step_get_kind (step)) {
  case CECI_STEP_UNDO:
    return g_strdup_printf (_ ("Undone: %s"), ceci_step_get_label (step));
  case CECI_STEP_REDO:
    return g_strdup_printf (_ ("Done again: %s"), ceci_step_get_label (step));
  case CECI_STEP_DO:
  case CECI_STEP_ERASE:
  default:
    return g_strdup (ceci_step_get_label (step));
  }
}

static char *
when_of (CeciStep *step)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (ceci_step_get_at (step), NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *day = ceci_date_from_instant (ceci_step_get_at (step));
  g_autofree char *date = day != NULL ? ceci_date_format_long (day) : NULL;
  g_autofree char *hour = local != NULL ? g_date_time_format (local, "%H:%M") : g_strdup ("");

  // Translators: who, a date, an hour
  return g_strdup_printf (_ ("%s, %s at %s"), ceci_step_get_who (step), date != NULL ? date : "", hour);
}

static GtkWidget *
row_for (CeciHistoryView *self, CeciStep *step)
{
  g_autofree char *words = words_of (step);
  g_autofree char *when = when_of (step);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
  if (ceci_step_is_reverted (step)) {
    gtk_widget_add_css_class (row, "dimmed");
  } else if (ceci_step_get_kind (step) == CECI_STEP_DO &&
             !ceci_desk_is_read_only (ceci_view_get_desk (CECI_VIEW (self)))) {
    GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");

    gtk_widget_add_css_class (button, "flat");
    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    gtk_widget_set_tooltip_text (button, _ ("Undo this step"));
    g_object_set_data_full (G_OBJECT (button), "step-id", g_strdup (ceci_step_get_id (step)), g_free);
    g_signal_connect_object (button, "clicked", G_CALLBACK (on_undo), self, G_CONNECT_SWAPPED);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  }
  return row;
}

static void
ceci_history_view_show (CeciView *view, gpointer result)
{
  CeciHistoryView *self = CECI_HISTORY_VIEW (view);
  guint n = g_list_model_get_n_items (result);

  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    adw_preferences_group_remove (self->steps, self->rows->pdata[i]);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_ptr_array_new ();
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciStep) step = g_list_model_get_item (result, i);
    GtkWidget *row = row_for (self, step);

    adw_preferences_group_add (self->steps, row);
    g_ptr_array_add (self->rows, row);
  }
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
ceci_history_view_dispose (GObject *object)
{
  CeciHistoryView *self = CECI_HISTORY_VIEW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_HISTORY_VIEW);
  G_OBJECT_CLASS (ceci_history_view_parent_class)->dispose (object);
}

static void
ceci_history_view_class_init (CeciHistoryViewClass *klass)
{
  static const char *const tables[] = {"student",  "person",    "application",       "placement",  "hours",
                                       "document", "agreement", "signature",         "attendance", "follow_up_note",
                                       "dossier",  "decision",  "module_completion", "extension",  "certificate",
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
  gtk_widget_class_bind_template_child (widget_class, CeciHistoryView, steps);
}

static void
ceci_history_view_init (CeciHistoryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
