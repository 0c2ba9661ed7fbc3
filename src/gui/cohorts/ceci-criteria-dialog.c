// SPDX-License-Identifier: GPL-3.0-or-later
// What a selection aims at: weights, targets, one from every faculty, and the seed that draws ties.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-criteria-dialog.h"
#include "ceci-selection-writes.h"

#define GREATEST_WEIGHT 10
#define GREATEST_SEED 999999

struct _CeciCriteriaDialog {
  AdwDialog parent_instance;
  CeciView *view;
  CeciSelectionPool *pool;
  AdwPreferencesPage *page;
  AdwSpinRow *seed;
  AdwSwitchRow *every_faculty;
  AdwSpinRow *weights[CECI_N_DIMENSIONS];
  GPtrArray *targets; // (element-type AdwSpinRow): one a group of the problem
};

G_DEFINE_FINAL_TYPE (CeciCriteriaDialog, ceci_criteria_dialog, ADW_TYPE_DIALOG)

static gboolean
target_changed (CeciCriteriaDialog *self, guint group)
{
  double shown = adw_spin_row_get_value (self->targets->pdata[group]);
  gint64 now = (gint64) (shown * CECI_SELECTION_PERSON + 0.5);

  return now != ceci_selection_problem_get_group (self->pool->problem, group)->target;
}

// The targets as JSON; those that nobody touched stay the shares of the applicants.
static char *
dup_targets (CeciCriteriaDialog *self, gboolean defaults)
{
  CeciSelectionProblem *problem = self->pool->problem;
  g_autofree char *before = ceci_selection_problem_dup_targets (problem);
  g_autoptr (JsonNode) node = json_from_string (before, NULL);
  JsonObject *object = json_node_get_object (node);

  for (guint d = 0; d < CECI_N_DIMENSIONS; d++) {
    JsonObject *dimension = json_object_get_object_member (object, ceci_dimension_get_nick ((CeciDimension) d));

    json_object_set_int_member (dimension, "weight", (gint64) adw_spin_row_get_value (self->weights[d]));
  }
  for (guint i = 0; i < self->targets->len; i++) {
    const CeciSelectionGroup *group = ceci_selection_problem_get_group (problem, i);
    JsonObject *dimension = json_object_get_object_member (object, ceci_dimension_get_nick (group->dimension));

    if (!target_changed (self, i))
      continue;
    json_object_set_double_member (json_object_get_object_member (dimension, "targets"), group->key,
                                   adw_spin_row_get_value (self->targets->pdata[i]));
    json_object_set_boolean_member (object, "custom", TRUE);
  }
  json_object_set_boolean_member (object, "every-faculty", adw_switch_row_get_active (self->every_faculty));
  if (defaults)
    json_object_set_boolean_member (object, "custom", FALSE);
  return json_to_string (node, FALSE);
}

static void
write_criteria (CeciCriteriaDialog *self, gboolean defaults)
{
  g_autofree char *targets = dup_targets (self, defaults);

  ceci_selection_write_targets (self->view, self->pool->cohort, targets, (gint64) adw_spin_row_get_value (self->seed));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_accept (CeciCriteriaDialog *self)
{
  write_criteria (self, FALSE);
}

static void
on_defaults (CeciCriteriaDialog *self)
{
  write_criteria (self, TRUE);
}

static AdwSpinRow *
add_spin (AdwPreferencesGroup *group, const char *title, double value, double upper, double step, guint digits)
{
  GtkWidget *row = adw_spin_row_new_with_range (0, upper, step);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_spin_row_set_digits (ADW_SPIN_ROW (row), digits);
  adw_spin_row_set_value (ADW_SPIN_ROW (row), value);
  adw_preferences_group_add (group, row);
  return ADW_SPIN_ROW (row);
}

static AdwPreferencesGroup *
add_group (CeciCriteriaDialog *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static void
fill_general (CeciCriteriaDialog *self)
{
  AdwPreferencesGroup *group = add_group (
      self, _ ("Rules"),
      _ ("The proposal comes as near to the targets as can be. Among equals, lots decide: the same seed draws "
         "the same lots."));
  GtkWidget *defaults = gtk_button_new_with_mnemonic (_ ("_Default targets"));

  self->every_faculty = ADW_SWITCH_ROW (adw_switch_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->every_faculty), _ ("At least one from every faculty"));
  adw_switch_row_set_active (self->every_faculty, ceci_selection_problem_get_every_faculty (self->pool->problem));
  adw_preferences_group_add (group, GTK_WIDGET (self->every_faculty));
  self->seed =
      add_spin (group, _ ("Seed"), (double) ceci_selection_problem_get_seed (self->pool->problem), GREATEST_SEED, 1, 0);
  gtk_widget_set_tooltip_text (defaults, _ ("Each group’s share of the applicants again"));
  gtk_widget_set_valign (defaults, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (defaults, "clicked", G_CALLBACK (on_defaults), self);
  adw_preferences_group_set_header_suffix (group, defaults);
}

static void
fill (CeciCriteriaDialog *self)
{
  CeciSelectionProblem *problem = self->pool->problem;

  fill_general (self);
  g_ptr_array_set_size (self->targets, (int) ceci_selection_problem_n_groups (problem));
  for (guint d = 0; d < CECI_N_DIMENSIONS; d++) {
    AdwPreferencesGroup *group = add_group (self, ceci_dimension_get_label ((CeciDimension) d), NULL);

    self->weights[d] = add_spin (group, _ ("Weight"), ceci_selection_problem_get_weight (problem, (CeciDimension) d),
                                 GREATEST_WEIGHT, 1, 0);
    for (guint i = 0; i < ceci_selection_problem_n_groups (problem); i++) {
      const CeciSelectionGroup *each = ceci_selection_problem_get_group (problem, i);

      if (each->dimension == (CeciDimension) d)
        self->targets->pdata[i] = add_spin (group, each->label, (double) each->target / CECI_SELECTION_PERSON,
                                            ceci_selection_problem_get_places (problem), 1, 2);
    }
  }
}

static void
ceci_criteria_dialog_dispose (GObject *object)
{
  CeciCriteriaDialog *self = CECI_CRITERIA_DIALOG (object);

  g_clear_object (&self->view);
  g_clear_pointer (&self->pool, ceci_selection_pool_free);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  G_OBJECT_CLASS (ceci_criteria_dialog_parent_class)->dispose (object);
}

static void
ceci_criteria_dialog_class_init (CeciCriteriaDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ceci_criteria_dialog_dispose;
}

static void
ceci_criteria_dialog_init (CeciCriteriaDialog *self)
{
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *accept = gtk_button_new_with_mnemonic (_ ("_Keep"));
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->targets = g_ptr_array_new ();
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_add_css_class (accept, "suggested-action");
  g_signal_connect_swapped (accept, "clicked", G_CALLBACK (on_accept), self);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (adw_dialog_close), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), accept);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), GTK_WIDGET (self->page));
  adw_dialog_set_child (ADW_DIALOG (self), toolbar);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Criteria of the selection"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 560);
  adw_dialog_set_content_height (ADW_DIALOG (self), 640);
  adw_dialog_set_default_widget (ADW_DIALOG (self), accept);
}

/**
 * ceci_criteria_dialog_new:
 * @view: what writes
 * @pool: the selection
 *
 * Keeping criteria takes the proposal away that was made with others.
 */
AdwDialog *
ceci_criteria_dialog_new (CeciView *view, CeciSelectionPool *pool)
{
  CeciCriteriaDialog *self = g_object_new (CECI_TYPE_CRITERIA_DIALOG, NULL);

  self->view = g_object_ref (view);
  self->pool = ceci_selection_pool_ref (pool);
  fill (self);
  return ADW_DIALOG (self);
}
