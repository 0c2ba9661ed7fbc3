// SPDX-License-Identifier: GPL-3.0-or-later
// A cohort in charts: how many came how far, hours, productions, deadlines, diversity; each with its figures as a
// table.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-overview-view.h"
#include "core/model/ceci-figures-repository.h"
#include "widgets/ceci-chart.h"
#include "widgets/ceci-table-export.h"

typedef struct {
  AdwPreferencesGroup *group;
  CeciChart *chart;
  AdwExpanderRow *table;
  GPtrArray *rows; // of the table
} Panel;

struct _CeciOverviewView {
  CeciView parent_instance;
  GtkStack *stack;
  AdwPreferencesPage *page;
  Panel panels[CECI_FIGURE_N_CHARTS];
  GListModel *figures; // as shown
};

G_DEFINE_FINAL_TYPE (CeciOverviewView, ceci_overview_view, CECI_TYPE_VIEW)

static gpointer
ceci_overview_view_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_figures_repository_list (database, subject, today, error);
}

// --- showing ------------------------------------------------------------------------------

static CeciChartShape
shape_of (CeciFigureChart chart)
{
  return chart == CECI_FIGURE_CHART_HOURS || chart == CECI_FIGURE_CHART_PORTFOLIO ||
                 chart == CECI_FIGURE_CHART_DEADLINES
             ? CECI_CHART_COLUMNS
             : CECI_CHART_ROWS;
}

static const char *
description_of (CeciFigureChart chart)
{
  switch (chart) {
  case CECI_FIGURE_CHART_HOURS:
  case CECI_FIGURE_CHART_PORTFOLIO:
  case CECI_FIGURE_CHART_DEADLINES:
    return _ ("Of the students enrolled.");
  case CECI_FIGURE_CHART_FACULTY:
  case CECI_FIGURE_CHART_PATH:
  case CECI_FIGURE_CHART_GENDER:
    return _ ("The students’ shares above, those of all applicants beneath.");
  case CECI_FIGURE_CHART_FUNNEL:
  case CECI_FIGURE_N_CHARTS:
  default:
    return NULL;
  }
}

static char *
counted (guint count, int share)
{
  // Translators: a count and its share
  return share < 0 ? g_strdup_printf ("%u", count) : g_strdup_printf (_ ("%u · %d %%"), count, share);
}

static void
add_bar (Panel *panel, CeciFigure *figure)
{
  gboolean is_compared = ceci_figure_get_compared (figure) >= 0;
  g_autofree char *text = shape_of (ceci_figure_get_chart (figure)) == CECI_CHART_COLUMNS
                              ? g_strdup_printf ("%u", ceci_figure_get_count (figure))
                              : counted (ceci_figure_get_count (figure), ceci_figure_get_share (figure));

  if (is_compared) {
    g_autofree char *students = g_strdup_printf (_ ("%s of students"), text);
    g_autofree char *share =
        counted ((guint) ceci_figure_get_compared (figure), ceci_figure_get_compared_share (figure));
    g_autofree char *applicants = g_strdup_printf (_ ("%s of applicants"), share);

    ceci_chart_add (panel->chart, ceci_figure_get_group (figure), MAX (ceci_figure_get_share (figure), 0), students,
                    MAX (ceci_figure_get_compared_share (figure), 0), applicants);
  } else
    ceci_chart_add (panel->chart, ceci_figure_get_group (figure), ceci_figure_get_count (figure), text, -1, NULL);
}

static char *
figures_in_words (CeciFigure *figure)
{
  g_autofree char *text = counted (ceci_figure_get_count (figure), ceci_figure_get_share (figure));
  g_autofree char *compared = NULL;

  if (ceci_figure_get_compared (figure) < 0)
    return g_steal_pointer (&text);
  compared = counted ((guint) ceci_figure_get_compared (figure), ceci_figure_get_compared_share (figure));
  return g_strdup_printf (_ ("%s of students, %s of applicants"), text, compared);
}

static void
add_row (Panel *panel, CeciFigure *figure)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = figures_in_words (figure);
  GtkWidget *label = gtk_label_new (words);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ceci_figure_get_group (figure));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_expander_row_add_row (panel->table, row);
  g_ptr_array_add (panel->rows, row);
}

static void
empty_panel (Panel *panel)
{
  ceci_chart_clear (panel->chart);
  for (guint i = 0; i < panel->rows->len; i++)
    adw_expander_row_remove (panel->table, panel->rows->pdata[i]);
  g_ptr_array_set_size (panel->rows, 0);
}

static void
describe_panel (Panel *panel, CeciFigureChart chart)
{
  g_autoptr (GString) summary = g_string_new (NULL);

  for (guint i = 0; i < panel->rows->len; i++) {
    const char *group = adw_preferences_row_get_title (panel->rows->pdata[i]);

    g_string_append_printf (summary, "%s%s", i > 0 ? ", " : "", group);
  }
  ceci_chart_describe (panel->chart, ceci_figure_chart_get_title (chart), summary->str);
}

static void
ceci_overview_view_show (CeciView *view, gpointer result)
{
  CeciOverviewView *self = CECI_OVERVIEW_VIEW (view);
  guint n = g_list_model_get_n_items (result);

  g_set_object (&self->figures, G_LIST_MODEL (result));
  for (guint i = 0; i < CECI_FIGURE_N_CHARTS; i++)
    empty_panel (&self->panels[i]);
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciFigure) figure = g_list_model_get_item (self->figures, i);
    Panel *panel = &self->panels[ceci_figure_get_chart (figure)];

    add_bar (panel, figure);
    add_row (panel, figure);
  }
  for (guint i = 0; i < CECI_FIGURE_N_CHARTS; i++) {
    gtk_widget_set_visible (GTK_WIDGET (self->panels[i].group), self->panels[i].rows->len > 0);
    describe_panel (&self->panels[i], (CeciFigureChart) i);
  }
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "charts" : "empty");
}

// --- export -------------------------------------------------------------------------------

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciOverviewView *self = CECI_OVERVIEW_VIEW (widget);
  const CeciTableColumn columns[] = {
      {.title = _ ("Chart"), .property = "chart-title"},
      {.title = _ ("Group"), .property = "group"},
      {.title = _ ("Number"), .property = "count", .kind = CECI_CELL_NUMBER},
      {.title = _ ("Share (%)"), .property = "share", .kind = CECI_CELL_NUMBER},
      {.title = _ ("Applicants"), .property = "compared", .kind = CECI_CELL_NUMBER},
      {.title = _ ("Share of applicants (%)"), .property = "compared-share", .kind = CECI_CELL_NUMBER},
  };

  if (self->figures != NULL)
    ceci_list_export_ask (widget, self->figures, columns, G_N_ELEMENTS (columns), ceci_view_get_desk (CECI_VIEW (self)),
                          _ ("Overview"));
}

// --- the view -----------------------------------------------------------------------------

static void
make_panel (CeciOverviewView *self, CeciFigureChart chart)
{
  Panel *panel = &self->panels[chart];
  GtkWidget *row = adw_preferences_row_new ();

  panel->rows = g_ptr_array_new ();
  panel->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  panel->chart = CECI_CHART (ceci_chart_new (shape_of (chart)));
  panel->table = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_group_set_title (panel->group, ceci_figure_chart_get_title (chart));
  adw_preferences_group_set_description (panel->group, description_of (chart));
  gtk_widget_set_margin_top (GTK_WIDGET (panel->chart), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (panel->chart), 18);
  gtk_widget_set_margin_start (GTK_WIDGET (panel->chart), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (panel->chart), 12);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), GTK_WIDGET (panel->chart));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (panel->table), _ ("The same figures as a table"));
  adw_preferences_group_add (panel->group, row);
  adw_preferences_group_add (panel->group, GTK_WIDGET (panel->table));
  adw_preferences_page_add (self->page, panel->group);
}

static void
add_export_button (CeciOverviewView *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("E_xport…"));

  gtk_widget_set_name (button, "export-figures");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "overview.export");
  adw_preferences_group_set_header_suffix (self->panels[CECI_FIGURE_CHART_FUNNEL].group, button);
}

static void
ceci_overview_view_dispose (GObject *object)
{
  CeciOverviewView *self = CECI_OVERVIEW_VIEW (object);

  for (guint i = 0; i < CECI_FIGURE_N_CHARTS; i++)
    g_clear_pointer (&self->panels[i].rows, g_ptr_array_unref);
  g_clear_object (&self->figures);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_OVERVIEW_VIEW);
  G_OBJECT_CLASS (ceci_overview_view_parent_class)->dispose (object);
}

static void
ceci_overview_view_class_init (CeciOverviewViewClass *klass)
{
  static const char *const tables[] = {"application", "student",          "hours",  "signature",
                                       "placement",   "extension",        "person", "cohort",
                                       "document",    "document_version", NULL};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_overview_view_dispose;
  view_class->tables = tables;
  view_class->read = ceci_overview_view_read;
  view_class->free_result = g_object_unref;
  view_class->show = ceci_overview_view_show;

  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-overview-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciOverviewView, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciOverviewView, page);
  gtk_widget_class_install_action (widget_class, "overview.export", NULL, export_action);
}

static void
ceci_overview_view_init (CeciOverviewView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < CECI_FIGURE_N_CHARTS; i++)
    make_panel (self, (CeciFigureChart) i);
  add_export_button (self);
}
