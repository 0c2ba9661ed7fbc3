// SPDX-License-Identifier: GPL-3.0-or-later
// A cohort in figures: how many came how far, their hours, their deadlines, their faculties.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-overview-view.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-student-summary.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-figure-bar.h"
#include "widgets/ceci-shares.h"

enum { HOURS, DEADLINES, FACULTY, N_CHARTS };

struct _CeciOverviewView {
  CeciView parent_instance;
  AdwPreferencesGroup *funnel;
  AdwPreferencesGroup *hours;
  AdwPreferencesGroup *deadlines;
  AdwPreferencesGroup *faculty;
  GPtrArray *funnel_rows;
  GPtrArray *rows[N_CHARTS];
};

G_DEFINE_FINAL_TYPE (CeciOverviewView, ceci_overview_view, CECI_TYPE_VIEW)

typedef struct {
  CeciCohort *cohort;
  CeciShares *charts[N_CHARTS];
} Figures;

static void
figures_free (gpointer data)
{
  Figures *figures = data;

  g_clear_object (&figures->cohort);
  for (guint i = 0; i < N_CHARTS; i++)
    g_clear_pointer (&figures->charts[i], ceci_shares_free);
  g_free (figures);
}

// --- counting, on the register's thread -------------------------------------------------

static const char *
hours_group (CeciStudentSummary *summary)
{
  gint64 counted = ceci_student_summary_get_counted_minutes (summary);
  gint64 required = ceci_student_summary_get_required_minutes (summary);

  if (counted == 0)
    return _ ("None yet");
  if (counted >= required)
    return _ ("All");
  return 2 * counted < required ? _ ("Less than half") : _ ("More than half");
}

static const char *
deadline_group (CeciStudentSummary *summary, const char *today)
{
  const char *deadline = ceci_student_summary_get_deadline (summary);
  int days = deadline != NULL ? ceci_date_days_between (today, deadline) : G_MAXINT;

  if (days < 0)
    return _ ("Passed");
  if (days <= 30)
    return _ ("Within 30 days");
  if (days <= 90)
    return _ ("Within 90 days");
  return days <= 180 ? _ ("Within 180 days") : _ ("Later");
}

static void
count (Figures *figures, CeciStudentSummary *summary, const char *today)
{
  CeciStudent *student = ceci_student_summary_get_student (summary);
  const char *faculty = ceci_student_get_faculty_name (student);

  ceci_shares_add (figures->charts[FACULTY], faculty != NULL ? faculty : _ ("Not said"), FALSE);
  if (ceci_student_get_state (student) != CECI_STUDENT_STATE_ENROLLED)
    return;
  ceci_shares_add (figures->charts[HOURS], hours_group (summary), FALSE);
  ceci_shares_add (figures->charts[DEADLINES], deadline_group (summary, today), FALSE);
}

static gpointer
ceci_overview_view_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  Figures *figures = g_new0 (Figures, 1);
  g_autoptr (GListModel) students = NULL;

  for (guint i = 0; i < N_CHARTS; i++)
    figures->charts[i] = ceci_shares_new ();
  figures->cohort = ceci_cohort_repository_find (database, subject, error);
  students = figures->cohort != NULL ? ceci_student_summary_list (database, subject, today, error) : NULL;
  if (students == NULL) {
    figures_free (figures);
    return NULL;
  }
  for (guint i = 0; i < g_list_model_get_n_items (students); i++) {
    g_autoptr (CeciStudentSummary) summary = g_list_model_get_item (students, i);
    count (figures, summary, today);
  }
  return figures;
}

// --- showing ------------------------------------------------------------------------------

static void
add_step (CeciOverviewView *self, const char *title, gint64 n, gint64 of)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *bar = ceci_figure_bar_new (6);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  ceci_figure_bar_set_figures (CECI_FIGURE_BAR (bar), (double) n, (double) of, text);
  gtk_widget_set_size_request (bar, 170, -1);
  gtk_widget_set_hexpand (bar, FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
  adw_preferences_group_add (self->funnel, row);
  g_ptr_array_add (self->funnel_rows, row);
}

static void
show_funnel (CeciOverviewView *self, CeciCohort *cohort)
{
  gint64 most = MAX (ceci_cohort_get_applications (cohort), ceci_cohort_get_students (cohort));

  for (guint i = 0; self->funnel_rows != NULL && i < self->funnel_rows->len; i++)
    adw_preferences_group_remove (self->funnel, self->funnel_rows->pdata[i]);
  g_clear_pointer (&self->funnel_rows, g_ptr_array_unref);
  self->funnel_rows = g_ptr_array_new ();
  add_step (self, _ ("Applications"), ceci_cohort_get_applications (cohort), most);
  add_step (self, _ ("On the waiting list"), ceci_cohort_get_waiting (cohort), most);
  add_step (self, _ ("Students"), ceci_cohort_get_students (cohort), most);
  add_step (self, _ ("Still enrolled"), ceci_cohort_get_enrolled (cohort), most);
  add_step (self, _ ("Certified"), ceci_cohort_get_awarded (cohort), most);
}

static void
ceci_overview_view_show (CeciView *view, gpointer result)
{
  CeciOverviewView *self = CECI_OVERVIEW_VIEW (view);
  Figures *figures = result;
  AdwPreferencesGroup *groups[N_CHARTS] = {self->hours, self->deadlines, self->faculty};

  show_funnel (self, figures->cohort);
  for (guint i = 0; i < N_CHARTS; i++) {
    ceci_shares_show (figures->charts[i], groups[i], &self->rows[i]);
    gtk_widget_set_visible (GTK_WIDGET (groups[i]), ceci_shares_get_size (figures->charts[i]) > 0);
  }
}

static void
ceci_overview_view_dispose (GObject *object)
{
  CeciOverviewView *self = CECI_OVERVIEW_VIEW (object);

  g_clear_pointer (&self->funnel_rows, g_ptr_array_unref);
  for (guint i = 0; i < N_CHARTS; i++)
    g_clear_pointer (&self->rows[i], g_ptr_array_unref);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_OVERVIEW_VIEW);
  G_OBJECT_CLASS (ceci_overview_view_parent_class)->dispose (object);
}

static void
ceci_overview_view_class_init (CeciOverviewViewClass *klass)
{
  static const char *const tables[] = {"application", "student", "hours",  "signature", "placement",
                                       "extension",   "person",  "cohort", NULL};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_overview_view_dispose;
  view_class->tables = tables;
  view_class->read = ceci_overview_view_read;
  view_class->free_result = figures_free;
  view_class->show = ceci_overview_view_show;

  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-overview-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciOverviewView, funnel);
  gtk_widget_class_bind_template_child (widget_class, CeciOverviewView, hours);
  gtk_widget_class_bind_template_child (widget_class, CeciOverviewView, deadlines);
  gtk_widget_class_bind_template_child (widget_class, CeciOverviewView, faculty);
}

static void
ceci_overview_view_init (CeciOverviewView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
