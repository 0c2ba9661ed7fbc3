// SPDX-License-Identifier: GPL-3.0-or-later
// The students of a cohort as a table that sorts and filters. What a column says stands in ceci-student-columns.c.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-student-columns.h"
#include "ceci-students-view.h"
#include "core/model/ceci-student-summary.h"
#include "core/store/ceci-fold.h"
#include "widgets/ceci-empty-page.h"
#include "widgets/ceci-table-menu.h"

struct _CeciStudentsView {
  CeciView parent_instance;
  GtkStack *stack;
  GtkSearchEntry *search;
  GtkDropDown *state;
  GtkLabel *shown;
  GtkColumnView *table;
  CeciTableMenu *table_menu;
  AdwBreakpoint *narrow;
  AdwBreakpoint *medium;
  GListStore *students;
  GtkCustomFilter *filter;
  GtkFilterListModel *filtered;
  char *query; // folded
};

G_DEFINE_FINAL_TYPE (CeciStudentsView, ceci_students_view, CECI_TYPE_VIEW)

// --- filtering ------------------------------------------------------------------------

// The entries of the drop down after «All» and «To settle» are the states of a student.
enum { SHOW_ALL, SHOW_TO_SETTLE, N_KINDS };

static gboolean
is_wanted (gpointer item, gpointer user_data)
{
  CeciStudentsView *self = user_data;
  CeciStudent *student = ceci_student_summary_get_student (item);
  guint kind = gtk_drop_down_get_selected (self->state);

  if (kind == SHOW_TO_SETTLE && (ceci_student_get_state (student) != CECI_STUDENT_STATE_ENROLLED ||
                                 ceci_student_summary_get_worst (item) < CECI_FINDING_WARNING))
    return FALSE;
  if (kind >= N_KINDS && kind != GTK_INVALID_LIST_POSITION &&
      (guint) ceci_student_get_state (student) != kind - N_KINDS)
    return FALSE;
  return self->query == NULL || *self->query == '\0' ||
         ceci_fold_contains (ceci_student_get_search_key (student), self->query);
}

static void
show_count (CeciStudentsView *self)
{
  g_autofree char *text = g_strdup_printf ("%u", g_list_model_get_n_items (G_LIST_MODEL (self->filtered)));

  gtk_label_set_label (self->shown, text);
}

static void
on_filter_changed (CeciStudentsView *self)
{
  g_free (self->query);
  self->query = ceci_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_activated (CeciStudentsView *self, guint position)
{
  g_autoptr (CeciStudentSummary) summary =
      g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->table)), position);
  CeciStudent *student = ceci_student_summary_get_student (summary);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-student", "s", ceci_record_get_id (CECI_RECORD (student)));
}

// --- setting up -------------------------------------------------------------------------

static void
set_up_states (CeciStudentsView *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GEnumClass) states = g_type_class_ref (CECI_TYPE_STUDENT_STATE);

  gtk_string_list_append (kinds, _ ("All"));
  gtk_string_list_append (kinds, _ ("To settle"));
  for (guint i = 0; i < states->n_values; i++)
    gtk_string_list_append (kinds, ceci_enum_get_label (CECI_TYPE_STUDENT_STATE, states->values[i].value));
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (kinds));
}

static void
hide_columns (CeciStudentsView *self)
{
  static const char *const when_medium[] = {"faculty", "modules", "meetings", "deadline", NULL};
  static const char *const when_narrow[] = {"faculty",   "modules",   "meetings", "deadline",
                                            "portfolio", "agreement", NULL};

  ceci_table_hide_columns (self->table, self->medium, when_medium);
  ceci_table_hide_columns (self->table, self->narrow, when_narrow);
}

static void
set_up_table (CeciStudentsView *self)
{
  GtkSortListModel *sorted;
  GtkSelectionModel *selection;

  ceci_student_columns_add (self->table);
  self->students = g_list_store_new (CECI_TYPE_STUDENT_SUMMARY);
  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->students)),
                                              g_object_ref (GTK_FILTER (self->filter)));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                    g_object_ref (gtk_column_view_get_sorter (self->table)));
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (sorted)));
  gtk_single_selection_set_autoselect (GTK_SINGLE_SELECTION (selection), FALSE);
  gtk_single_selection_set_can_unselect (GTK_SINGLE_SELECTION (selection), TRUE);
  gtk_column_view_set_model (self->table, selection);
  g_object_unref (selection);
  gtk_column_view_sort_by_column (self->table, ceci_table_get_column (self->table, "name"), GTK_SORT_ASCENDING);
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  hide_columns (self);
}

// --- the view -----------------------------------------------------------------------------

static gpointer
ceci_students_view_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_student_summary_list (database, subject, today, error);
}

static void
ceci_students_view_show (CeciView *view, gpointer result)
{
  CeciStudentsView *self = CECI_STUDENTS_VIEW (view);

  ceci_list_update (self->students, result);
  show_count (self);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (result) > 0 ? "table" : "empty");
}

static void
ceci_students_view_dispose (GObject *object)
{
  CeciStudentsView *self = CECI_STUDENTS_VIEW (object);

  g_clear_object (&self->students);
  g_clear_object (&self->filter);
  g_clear_object (&self->filtered);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_STUDENTS_VIEW);
  G_OBJECT_CLASS (ceci_students_view_parent_class)->dispose (object);
}

static void
ceci_students_view_finalize (GObject *object)
{
  g_free (CECI_STUDENTS_VIEW (object)->query);
  G_OBJECT_CLASS (ceci_students_view_parent_class)->finalize (object);
}

static void
ceci_students_view_class_init (CeciStudentsViewClass *klass)
{
  static const char *const tables[] = {"student",   "person",     "hours",     "module_completion",
                                       "placement", "attendance", "document",  "document_version",
                                       "signature", "agreement",  "extension", "cohort",
                                       "dossier",   "decision",   NULL};
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  object_class->dispose = ceci_students_view_dispose;
  object_class->finalize = ceci_students_view_finalize;
  view_class->tables = tables;
  view_class->read = ceci_students_view_read;
  view_class->free_result = g_object_unref;
  view_class->show = ceci_students_view_show;

  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  g_type_ensure (CECI_TYPE_TABLE_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-students-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciStudentsView, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciStudentsView, search);
  gtk_widget_class_bind_template_child (widget_class, CeciStudentsView, state);
  gtk_widget_class_bind_template_child (widget_class, CeciStudentsView, shown);
  gtk_widget_class_bind_template_child (widget_class, CeciStudentsView, table);
  gtk_widget_class_bind_template_child (widget_class, CeciStudentsView, table_menu);
  gtk_widget_class_bind_template_child (widget_class, CeciStudentsView, narrow);
  gtk_widget_class_bind_template_child (widget_class, CeciStudentsView, medium);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
ceci_students_view_init (CeciStudentsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_table (self);
  set_up_states (self);
  ceci_table_menu_remember (self->table_menu, "state", self->state, "selected");
}

void
ceci_students_view_find (CeciStudentsView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
