// SPDX-License-Identifier: GPL-3.0-or-later
// The applications to a cohort: their state and why, duplicates, import, enrolment of those selected.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-application-columns.h"
#include "ceci-application-letters.h"
#include "ceci-applications-view.h"
#include "ceci-import-dialog.h"
#include "core/model/ceci-admission.h"
#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-enrolment.h"
#include "core/model/ceci-guidance.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-person-duplicates.h"
#include "core/model/ceci-student-repository.h"
#include "core/store/ceci-fold.h"
#include "widgets/ceci-empty-page.h"
#include "widgets/ceci-question.h"
#include "widgets/ceci-table-menu.h"

struct _CeciApplicationsView {
  CeciView parent_instance;
  GtkStack *stack;
  GtkSearchEntry *search;
  GtkDropDown *state;
  GtkDropDown *faculty;
  GtkStringList *faculties; // codes, after «All faculties»
  GtkLabel *shown;
  AdwBreakpoint *narrow;
  AdwBreakpoint *medium;
  GtkColumnView *table;
  CeciTableMenu *table_menu;
  GtkActionBar *bar;
  GtkLabel *selected;
  GListStore *applications;
  GtkCustomFilter *filter;
  GtkSelectionModel *selection;
  char *query; // folded
};

G_DEFINE_FINAL_TYPE (CeciApplicationsView, ceci_applications_view, CECI_TYPE_VIEW)

// --- filtering and selection ------------------------------------------------------------

// The entries of the first drop down before the states.
enum { SHOW_ALL, SHOW_DUPLICATES, SHOW_GUIDED, N_KINDS };

static gboolean
is_of_kind (CeciApplicationsView *self, gpointer item)
{
  guint kind = gtk_drop_down_get_selected (self->state);

  switch (kind) {
  case SHOW_ALL:
  case GTK_INVALID_LIST_POSITION:
    return TRUE;
  case SHOW_DUPLICATES:
    return ceci_application_is_marked_duplicate (item);
  case SHOW_GUIDED:
    return ceci_application_get_guidance_since (item) != NULL;
  default:
    return (guint) ceci_application_get_state (item) == kind - N_KINDS;
  }
}

static gboolean
is_of_faculty (CeciApplicationsView *self, gpointer item)
{
  guint place = gtk_drop_down_get_selected (self->faculty);
  const char *code =
      place != 0 && place != GTK_INVALID_LIST_POSITION ? gtk_string_list_get_string (self->faculties, place) : NULL;

  return code == NULL || g_strcmp0 (ceci_application_get_faculty_code (item), code) == 0;
}

static gboolean
is_wanted (gpointer item, gpointer user_data)
{
  CeciApplicationsView *self = user_data;

  return is_of_kind (self, item) && is_of_faculty (self, item) &&
         (self->query == NULL || *self->query == '\0' ||
          ceci_fold_contains (ceci_application_get_search_key (item), self->query));
}

static void
show_count (CeciApplicationsView *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->applications));
  g_autofree char *text = shown == all ? g_strdup_printf ("%u", all) : g_strdup_printf ("%u / %u", shown, all);

  gtk_label_set_label (self->shown, text);
}

static void
on_filter_changed (CeciApplicationsView *self)
{
  g_free (self->query);
  self->query = ceci_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static int
compare_codes (gconstpointer one, gconstpointer other)
{
  return g_strcmp0 (one, other);
}

// The faculties of those who applied; the one that is chosen stays chosen.
static void
update_faculties (CeciApplicationsView *self, GListModel *applications)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  guint place = gtk_drop_down_get_selected (self->faculty);
  g_autofree char *chosen = g_strdup (gtk_string_list_get_string (self->faculties, place));

  for (guint i = 0; i < g_list_model_get_n_items (applications); i++) {
    g_autoptr (CeciApplication) application = g_list_model_get_item (applications, i);
    const char *code = ceci_application_get_faculty_code (application);

    if (code != NULL && g_hash_table_add (seen, (gpointer) code))
      g_ptr_array_add (codes, (gpointer) code);
  }
  g_ptr_array_sort_values (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  gtk_string_list_splice (self->faculties, 1, g_list_model_get_n_items (G_LIST_MODEL (self->faculties)) - 1,
                          (const char *const *) codes->pdata);
  for (guint i = 0; chosen != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->faculties)); i++)
    if (g_str_equal (gtk_string_list_get_string (self->faculties, i), chosen))
      gtk_drop_down_set_selected (self->faculty, i);
}

static void
on_selection_changed (CeciApplicationsView *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);
  guint n = (guint) gtk_bitset_get_size (chosen);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u selected", "%u selected", n), n);

  gtk_label_set_label (self->selected, text);
  gtk_action_bar_set_revealed (self->bar, n > 0);
}

static GPtrArray *
dup_selected (CeciApplicationsView *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) positions = gtk_selection_model_get_selection (self->selection);
  GtkBitsetIter iter;
  guint position = 0;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, positions, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (chosen, g_list_model_get_item (G_LIST_MODEL (self->selection), position));
  return chosen;
}

// The page goes through the list as it is filtered and sorted now.
static void
on_activated (CeciApplicationsView *self, guint position)
{
  GListModel *shown = G_LIST_MODEL (self->selection);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++) {
    g_autoptr (CeciRecord) application = g_list_model_get_item (shown, i);
    g_strv_builder_add (ids, ceci_record_get_id (application));
  }
  all = g_strv_builder_end (ids);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-application-among", "(s^as)", all[position], all);
}

// --- what is done to those selected -----------------------------------------------------

typedef struct {
  CeciApplicationsView *view;
  GPtrArray *applications;
  char *reason; // for those that were turned down or withdrawn
} Enrolment;

static void
enrolment_free (Enrolment *enrolment)
{
  g_clear_object (&enrolment->view);
  g_ptr_array_unref (enrolment->applications);
  g_free (enrolment->reason);
  g_free (enrolment);
}

// The reason goes to those it was asked for and to no other.
static gpointer
enrol (CeciDatabase *database, gpointer data, GError **error)
{
  Enrolment *enrolment = data;

  for (guint i = 0; i < enrolment->applications->len; i++) {
    CeciApplication *application = enrolment->applications->pdata[i];
    g_autofree char *id = NULL;

    if (ceci_application_get_student_id (application) != NULL)
      continue;
    id = ceci_student_repository_enrol (database, ceci_record_get_id (CECI_RECORD (application)), NULL,
                                        ceci_enrolment_needs_reason (application) ? enrolment->reason : NULL, error);
    if (id == NULL)
      return NULL;
  }
  return NULL;
}

static void
write_enrolment (CeciApplicationsView *view, GPtrArray *applications, const char *reason)
{
  Enrolment *enrolment = g_new0 (Enrolment, 1);
  g_autofree char *label = applications->len == 1
                               ? ceci_label_enrol (ceci_application_get_display_name (applications->pdata[0]))
                               : ceci_label_enrol_many (applications->len);

  enrolment->applications = g_ptr_array_ref (applications);
  enrolment->reason = g_strdup (reason);
  ceci_view_write (CECI_VIEW (view), label, enrol, enrolment, (GDestroyNotify) enrolment_free);
}

static void
on_override_given (const char *const *answers, gpointer user_data)
{
  Enrolment *asked = user_data;

  write_enrolment (asked->view, asked->applications, answers[0]);
}

static void
enrol_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciApplicationsView *self = CECI_APPLICATIONS_VIEW (widget);
  g_autoptr (GPtrArray) chosen = dup_selected (self);
  const CeciQuestionLine line = {_ ("Reason"), NULL, FALSE};
  g_autofree char *body = NULL;
  Enrolment *asked;
  guint n = 0;

  for (guint i = 0; i < chosen->len; i++)
    n += ceci_enrolment_needs_reason (chosen->pdata[i]) ? 1 : 0;
  if (n == 0) {
    write_enrolment (self, chosen, NULL);
    return;
  }
  asked = g_new0 (Enrolment, 1);
  asked->view = g_object_ref (self);
  asked->applications = g_steal_pointer (&chosen);
  body = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u of these applications is not admissible. The reason stands beside the application.",
                   "%u of these applications are not admissible. The reason stands beside each application.", n),
      n);
  ceci_question_ask (widget, _ ("Why enrol all the same?"), body, _ ("_Enrol all the same"), &line, 1,
                     on_override_given, asked, (GDestroyNotify) enrolment_free);
}

typedef struct {
  CeciApplicationsView *view;
  GPtrArray *applications;
  int state;
  char *reason;
} StateChange;

static void
state_change_free (StateChange *change)
{
  g_clear_object (&change->view);
  g_ptr_array_unref (change->applications);
  g_free (change->reason);
  g_free (change);
}

static gpointer
set_states (CeciDatabase *database, gpointer data, GError **error)
{
  StateChange *change = data;

  for (guint i = 0; i < change->applications->len; i++)
    if (!ceci_application_repository_set_state (database, ceci_record_get_id (change->applications->pdata[i]),
                                                (CeciApplicationState) change->state, change->reason, error))
      return NULL;
  return NULL;
}

static void
write_states (StateChange *change)
{
  const char *word = ceci_enum_get_label (CECI_TYPE_APPLICATION_STATE, change->state);
  guint n = change->applications->len;
  g_autoptr (CeciApplicationsView) view = g_steal_pointer (&change->view);
  // Translators: a state, then a name
  g_autofree char *label = n == 1 ? g_strdup_printf (_ ("Mark “%s”: %s"), word,
                                                     ceci_application_get_display_name (change->applications->pdata[0]))
                                  : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Mark “%s”: %u application",
                                                                  "Mark “%s”: %u applications", n),
                                                     word, n);

  ceci_view_write (CECI_VIEW (view), label, set_states, change, (GDestroyNotify) state_change_free);
}

static void
on_reason_given (const char *const *answers, gpointer user_data)
{
  StateChange *asked = user_data;
  StateChange *change = g_new0 (StateChange, 1);

  change->view = g_object_ref (asked->view);
  change->applications = g_ptr_array_ref (asked->applications);
  change->state = asked->state;
  change->reason = g_strdup (answers[0]);
  write_states (change);
}

static void
set_state_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciApplicationsView *self = CECI_APPLICATIONS_VIEW (widget);
  const CeciQuestionLine line = {_ ("Reason"), NULL, FALSE};
  StateChange *change = g_new0 (StateChange, 1);

  change->view = g_object_ref (self);
  change->applications = dup_selected (self);
  change->state = ceci_enum_from_nick (CECI_TYPE_APPLICATION_STATE, g_variant_get_string (parameter, NULL));
  if (change->state == CECI_APPLICATION_STATE_INADMISSIBLE)
    ceci_question_ask (widget, _ ("Why is it inadmissible?"),
                       _ ("The reason stands beside the application and is told to the student."),
                       _ ("_Mark inadmissible"), &line, 1, on_reason_given, change, (GDestroyNotify) state_change_free);
  else
    write_states (change);
}

// --- guidance, letters, the check ---------------------------------------------------------

static gpointer
set_guidance (CeciDatabase *database, gpointer data, GError **error)
{
  StateChange *change = data; // reason: since when; NULL: no more

  for (guint i = 0; i < change->applications->len; i++) {
    const char *id = ceci_record_get_id (change->applications->pdata[i]);

    if (change->reason != NULL ? !ceci_guidance_start (database, id, change->reason, error)
                               : !ceci_guidance_stop (database, id, error))
      return NULL;
  }
  return NULL;
}

static void
guide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciApplicationsView *self = CECI_APPLICATIONS_VIEW (widget);
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  gboolean start = g_str_equal (g_variant_get_string (parameter, NULL), "start");
  StateChange *change = g_new0 (StateChange, 1);
  guint n;
  g_autofree char *label = NULL;

  change->applications = dup_selected (self);
  change->reason = start ? g_strdup (ceci_desk_get_today (desk)) : NULL;
  n = change->applications->len;
  label = g_strdup_printf (
      start
          ? g_dngettext (GETTEXT_PACKAGE, "Guide %u applicant to a placement", "Guide %u applicants to a placement", n)
          : g_dngettext (GETTEXT_PACKAGE, "End the guidance of %u applicant", "End the guidance of %u applicants", n),
      n);
  ceci_view_write (CECI_VIEW (self), label, set_guidance, change, (GDestroyNotify) state_change_free);
}

static void
write_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen = dup_selected (CECI_APPLICATIONS_VIEW (widget));

  ceci_application_letters_write (CECI_VIEW (widget), g_variant_get_string (parameter, NULL), chosen);
}

static gpointer
check_again (CeciDatabase *database, gpointer cohort_id, GError **error)
{
  g_autoptr (GPtrArray) changes = ceci_admission_review (database, cohort_id, error);

  if (changes != NULL)
    ceci_admission_apply (database, changes, error);
  return NULL;
}

static void
check_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ceci_view_write (CECI_VIEW (widget), _ ("Check the applications again"), check_again,
                   g_strdup (ceci_view_get_subject (CECI_VIEW (widget))), g_free);
}

// --- import -------------------------------------------------------------------------------

static void
import_file (CeciApplicationsView *self, GFile *file)
{
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  const char *cohort_id = ceci_view_get_subject (CECI_VIEW (self));

  if (desk != NULL && cohort_id != NULL)
    adw_dialog_present (ceci_import_dialog_new (desk, cohort_id, file), GTK_WIDGET (self));
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciApplicationsView) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    import_file (self, file);
}

/**
 * ceci_applications_view_choose_file:
 * @self: the view
 *
 * Asks for a form's export, then shows what it would change.
 */
void
ceci_applications_view_choose_file (CeciApplicationsView *self)
{
  static const char *const patterns[] = {"*.csv", "*.xlsx", "*.xls", "*.ods", "*.txt", "*.tsv"};
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _ ("Tables"));
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    gtk_file_filter_add_pattern (tables, patterns[i]);
  g_list_store_append (filters, tables);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _ ("Import applications"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, on_file_chosen,
                        g_object_ref (self));
}

static gboolean
on_drop (CeciApplicationsView *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL)
    return FALSE;
  import_file (self, files->data);
  return TRUE;
}

// --- the view -----------------------------------------------------------------------------

static gpointer
ceci_applications_view_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  g_autoptr (GListModel) list = ceci_application_repository_list (database, subject, error);
  g_autoptr (GHashTable) duplicates = list != NULL ? ceci_person_duplicates_among (database, subject, error) : NULL;

  if (duplicates == NULL)
    return NULL;
  ceci_applications_mark_duplicates (list, duplicates);
  return g_steal_pointer (&list);
}

static void
ceci_applications_view_show (CeciView *view, gpointer result)
{
  CeciApplicationsView *self = CECI_APPLICATIONS_VIEW (view);

  ceci_list_update (self->applications, result);
  ceci_applications_copy_marks (self->applications, result);
  update_faculties (self, result);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (result) > 0 ? "table" : "empty");
  on_selection_changed (self);
}

static void
set_up_table (CeciApplicationsView *self)
{
  static const char *const when_medium[] = {"faculty", "received", "hours", NULL};
  static const char *const when_narrow[] = {"faculty", "received", "hours", "organisation", "reason", NULL};
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);
  g_autoptr (GEnumClass) values = g_type_class_ref (CECI_TYPE_APPLICATION_STATE);

  ceci_application_columns_add (self->table);
  ceci_table_hide_columns (self->table, self->medium, when_medium);
  ceci_table_hide_columns (self->table, self->narrow, when_narrow);
  self->applications = g_list_store_new (CECI_TYPE_APPLICATION);
  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->applications)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (gtk_column_view_get_sorter (self->table)));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (self->table, self->selection);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  self->faculties = gtk_string_list_new (NULL);
  gtk_string_list_append (self->faculties, _ ("All faculties"));
  gtk_drop_down_set_model (self->faculty, G_LIST_MODEL (self->faculties));
  gtk_string_list_append (states, _ ("All"));
  gtk_string_list_append (states, _ ("Possible duplicates"));
  gtk_string_list_append (states, _ ("Guided to a placement"));
  for (guint i = 0; i < values->n_values; i++)
    gtk_string_list_append (states, ceci_enum_get_label (CECI_TYPE_APPLICATION_STATE, values->values[i].value));
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (states));
  ceci_table_menu_remember (self->table_menu, "state", self->state, "selected");
}

static void
ceci_applications_view_dispose (GObject *object)
{
  CeciApplicationsView *self = CECI_APPLICATIONS_VIEW (object);

  g_clear_object (&self->applications);
  g_clear_object (&self->faculties);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_APPLICATIONS_VIEW);
  G_OBJECT_CLASS (ceci_applications_view_parent_class)->dispose (object);
}

static void
ceci_applications_view_finalize (GObject *object)
{
  g_free (CECI_APPLICATIONS_VIEW (object)->query);
  G_OBJECT_CLASS (ceci_applications_view_parent_class)->finalize (object);
}

static void
ceci_applications_view_class_init (CeciApplicationsViewClass *klass)
{
  static const char *const tables[] = {"application", "person", "student", "faculty", NULL};
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  object_class->dispose = ceci_applications_view_dispose;
  object_class->finalize = ceci_applications_view_finalize;
  view_class->tables = tables;
  view_class->read = ceci_applications_view_read;
  view_class->free_result = g_object_unref;
  view_class->show = ceci_applications_view_show;

  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  g_type_ensure (CECI_TYPE_TABLE_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-applications-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationsView, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationsView, search);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationsView, state);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationsView, faculty);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationsView, shown);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationsView, narrow);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationsView, medium);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationsView, table);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationsView, table_menu);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationsView, bar);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationsView, selected);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_install_action (widget_class, "applications.enrol", NULL, enrol_action);
  gtk_widget_class_install_action (widget_class, "applications.set-state", "s", set_state_action);
  gtk_widget_class_install_action (widget_class, "applications.guide", "s", guide_action);
  gtk_widget_class_install_action (widget_class, "applications.write", "s", write_action);
  gtk_widget_class_install_action (widget_class, "applications.check-again", NULL, check_again_action);
}

static void
ceci_applications_view_init (CeciApplicationsView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_table (self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
ceci_applications_view_find (CeciApplicationsView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
