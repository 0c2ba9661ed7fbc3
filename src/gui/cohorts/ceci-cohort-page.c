// SPDX-License-Identifier: GPL-3.0-or-later
// A cohort: what phase it is in, and its applications, selection, students, meetings and overview.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-applications-view.h"
#include "ceci-cohort-dialog.h"
#include "ceci-cohort-page.h"
#include "ceci-meetings-view.h"
#include "ceci-modules-view.h"
#include "ceci-overview-view.h"
#include "ceci-proposal-dialog.h"
#include "ceci-selection-view.h"
#include "ceci-students-view.h"
#include "ceci-worksheet-saving.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/store/ceci-date.h"
#include "regulation/ceci-regulation-dialog.h"
#include "portfolio/ceci-deposit-dialog.h"
#include "widgets/ceci-figure-bar.h"
#include "widgets/ceci-state-words.h"

struct _CeciCohortPage {
  CeciView parent_instance;
  AdwWindowTitle *heading;
  AdwViewSwitcher *switcher;
  AdwViewSwitcherBar *switcher_bar;
  AdwViewStack *stack;
  CeciStatePill *phase;
  CeciFigureBar *places;
  CeciApplicationsView *applications;
  CeciCohort *cohort;
  gboolean chosen; // a view was chosen, by a person or from the phase
};

G_DEFINE_FINAL_TYPE (CeciCohortPage, ceci_cohort_page, CECI_TYPE_VIEW)

static gpointer
ceci_cohort_page_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_cohort_repository_find (database, subject, error);
}

// What is looked at first in each phase.
static const char *
view_of_phase (CeciCohortPhase phase)
{
  switch (phase) {
  case CECI_COHORT_PHASE_APPLICATIONS:
    return "applications";
  case CECI_COHORT_PHASE_SELECTION:
    return "selection";
  case CECI_COHORT_PHASE_RUNNING:
  case CECI_COHORT_PHASE_CLOSED:
  default:
    return "students";
  }
}

static void
show_dates (CeciCohortPage *self, CeciCohort *cohort)
{
  g_autofree char *opens = ceci_date_format_short (ceci_cohort_get_opens_on (cohort));
  g_autofree char *closes = ceci_date_format_short (ceci_cohort_get_closes_on (cohort));
  g_autofree char *starts = ceci_date_format_short (ceci_cohort_get_starts_on (cohort));
  // Translators: three dates
  g_autofree char *text = g_strdup_printf (_ ("Applications %s – %s, start %s"), opens, closes, starts);

  adw_window_title_set_subtitle (self->heading, text);
}

static void
ceci_cohort_page_show (CeciView *view, gpointer result)
{
  CeciCohortPage *self = CECI_COHORT_PAGE (view);
  CeciCohort *cohort = result;
  gint64 students = ceci_cohort_get_students (cohort);
  gint64 places = ceci_cohort_get_places (cohort);
  g_autofree char *figures = g_strdup_printf ("%d / %d", (int) students, (int) places);

  g_set_object (&self->cohort, cohort);
  ceci_view_set_title (view, ceci_cohort_get_name (cohort));
  ceci_words_show_state (self->phase, CECI_TYPE_COHORT_PHASE, (int) ceci_cohort_get_phase (cohort));
  show_dates (self, cohort);
  ceci_figure_bar_set_figures (self->places, (double) students, (double) places, figures);
  if (!self->chosen)
    ceci_cohort_page_show_view (self, view_of_phase (ceci_cohort_get_phase (cohort)));
}

// --- actions --------------------------------------------------------------------------

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciCohortPage *self = CECI_COHORT_PAGE (widget);

  ceci_cohort_page_show_view (self, "applications");
  ceci_applications_view_choose_file (self->applications);
}

static void
import_submissions (CeciCohortPage *self, GFile *file)
{
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  const char *cohort_id = ceci_view_get_subject (CECI_VIEW (self));

  if (desk != NULL && cohort_id != NULL)
    adw_dialog_present (ceci_deposit_dialog_new_for_archive (desk, cohort_id, file), GTK_WIDGET (self));
}

static void
on_archive_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciCohortPage) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    import_submissions (self, file);
}

static void
submissions_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) archives = gtk_file_filter_new ();

  gtk_file_filter_set_name (archives, _ ("Archives of submissions"));
  gtk_file_filter_add_suffix (archives, "zip");
  g_list_store_append (filters, archives);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _ ("Import submissions"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_archive_chosen,
                        g_object_ref (widget));
}

static void
on_export_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciView) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  CeciDesk *desk = ceci_view_get_desk (self);

  if (file != NULL && desk != NULL)
    adw_dialog_present (ceci_proposal_dialog_new (desk, &ceci_import_kind_moodle, ceci_view_get_subject (self), file),
                        GTK_WIDGET (self));
}

static void
moodle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Import from the virtual campus"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_export_chosen,
                        g_object_ref (widget));
}

static void
worksheet_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciView *self = CECI_VIEW (widget);

  if (ceci_view_get_desk (self) != NULL && ceci_view_get_subject (self) != NULL)
    ceci_worksheet_save (ceci_view_get_desk (self), GTK_WINDOW (gtk_widget_get_root (widget)),
                         ceci_view_get_subject (self));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciCohortPage *self = CECI_COHORT_PAGE (widget);
  GtkWidget *shown = adw_view_stack_get_visible_child (self->stack);

  if (CECI_IS_STUDENTS_VIEW (shown))
    ceci_students_view_find (CECI_STUDENTS_VIEW (shown));
  else if (CECI_IS_APPLICATIONS_VIEW (shown))
    ceci_applications_view_find (CECI_APPLICATIONS_VIEW (shown));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciCohortPage *self = CECI_COHORT_PAGE (widget);

  if (self->cohort != NULL)
    adw_dialog_present (ceci_cohort_dialog_new_for (ceci_view_get_desk (CECI_VIEW (self)), self->cohort), widget);
}

static void
regulation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciView *self = CECI_VIEW (widget);

  adw_dialog_present (ceci_regulation_dialog_new (ceci_view_get_desk (self), ceci_view_get_subject (self)), widget);
}

static void
next_view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciCohortPage *self = CECI_COHORT_PAGE (widget);
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->stack);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));

  for (guint i = 0; i < n; i++)
    if (gtk_selection_model_is_selected (pages, i)) {
      gtk_selection_model_select_item (pages, (i + n + (guint) g_variant_get_int32 (parameter)) % n, TRUE);
      return;
    }
}

static void
ceci_cohort_page_dispose (GObject *object)
{
  g_clear_object (&CECI_COHORT_PAGE (object)->cohort);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_COHORT_PAGE);
  G_OBJECT_CLASS (ceci_cohort_page_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (CECI_TYPE_STATE_PILL);
  g_type_ensure (CECI_TYPE_FIGURE_BAR);
  g_type_ensure (CECI_TYPE_APPLICATIONS_VIEW);
  g_type_ensure (CECI_TYPE_SELECTION_VIEW);
  g_type_ensure (CECI_TYPE_STUDENTS_VIEW);
  g_type_ensure (CECI_TYPE_MODULES_VIEW);
  g_type_ensure (CECI_TYPE_MEETINGS_VIEW);
  g_type_ensure (CECI_TYPE_OVERVIEW_VIEW);
}

static void
ceci_cohort_page_class_init (CeciCohortPageClass *klass)
{
  static const char *const tables[] = {"cohort", "student", NULL};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_cohort_page_dispose;
  view_class->tables = tables;
  view_class->read = ceci_cohort_page_read;
  view_class->free_result = g_object_unref;
  view_class->show = ceci_cohort_page_show;

  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-cohort-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciCohortPage, heading);
  gtk_widget_class_bind_template_child (widget_class, CeciCohortPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, CeciCohortPage, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, CeciCohortPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciCohortPage, phase);
  gtk_widget_class_bind_template_child (widget_class, CeciCohortPage, places);
  gtk_widget_class_bind_template_child (widget_class, CeciCohortPage, applications);
  gtk_widget_class_install_action (widget_class, "page.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "page.submissions", NULL, submissions_action);
  gtk_widget_class_install_action (widget_class, "page.import-moodle", NULL, moodle_action);
  gtk_widget_class_install_action (widget_class, "page.worksheet", NULL, worksheet_action);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "page.regulation", NULL, regulation_action);
  gtk_widget_class_install_action (widget_class, "page.next-view", "i", next_view_action);
}

static void
ceci_cohort_page_init (CeciCohortPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ceci_cohort_page_show_view:
 * @self: a cohort's page
 * @name: `applications`, `selection`, `students`, `modules`, `meetings` or `overview`
 */
void
ceci_cohort_page_show_view (CeciCohortPage *self, const char *name)
{
  self->chosen = TRUE;
  adw_view_stack_set_visible_child_name (self->stack, name);
}
