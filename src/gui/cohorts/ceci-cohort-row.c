// SPDX-License-Identifier: GPL-3.0-or-later
// A cohort at the side of the window: its name, its phase, its places.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-cohort-row.h"
#include "widgets/ceci-figure-bar.h"

struct _CeciCohortRow {
  GtkListBoxRow parent_instance;
  GtkLabel *name;
  GtkLabel *phase;
  CeciFigureBar *places;
};

G_DEFINE_FINAL_TYPE (CeciCohortRow, ceci_cohort_row, GTK_TYPE_LIST_BOX_ROW)

static void
ceci_cohort_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_COHORT_ROW);
  G_OBJECT_CLASS (ceci_cohort_row_parent_class)->dispose (object);
}

static void
ceci_cohort_row_class_init (CeciCohortRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_cohort_row_dispose;
  g_type_ensure (CECI_TYPE_FIGURE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-cohort-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciCohortRow, name);
  gtk_widget_class_bind_template_child (widget_class, CeciCohortRow, phase);
  gtk_widget_class_bind_template_child (widget_class, CeciCohortRow, places);
}

static void
ceci_cohort_row_init (CeciCohortRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ceci_cohort_row_new (void)
{
  return g_object_new (CECI_TYPE_COHORT_ROW, NULL);
}

/**
 * ceci_cohort_row_show:
 * @self: a row
 * @cohort: what it shows: always how many places are taken; who applies is in the tooltip
 */
void
ceci_cohort_row_show (CeciCohortRow *self, CeciCohort *cohort)
{
  gint64 students = ceci_cohort_get_students (cohort);
  gint64 places = ceci_cohort_get_places (cohort);
  gint64 n = ceci_cohort_get_applications (cohort);
  const char *word = ceci_enum_get_label (CECI_TYPE_COHORT_PHASE, (int) ceci_cohort_get_phase (cohort));
  g_autofree char *figures = g_strdup_printf ("%" G_GINT64_FORMAT " / %" G_GINT64_FORMAT, students, places);
  g_autofree char *taken = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d student for %d places", "%d students for %d places", (gulong) students),
      (int) students, (int) places);
  g_autofree char *applied =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d application", "%d applications", (gulong) n), (int) n);
  g_autofree char *tooltip = g_strdup_printf ("%s\n%s", taken, applied);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s, %s", ceci_cohort_get_name (cohort), word, taken, applied);

  gtk_label_set_label (self->name, ceci_cohort_get_name (cohort));
  gtk_label_set_label (self->phase, word);
  ceci_figure_bar_set_figures (self->places, (double) students, (double) places, figures);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
