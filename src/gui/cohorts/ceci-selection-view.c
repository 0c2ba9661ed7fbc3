// SPDX-License-Identifier: GPL-3.0-or-later
// The selection of a cohort: who applied, who is proposed and chosen, and of whom both consist, side by side and live.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-selection-columns.h"
#include "ceci-selection-private.h"
#include "core/model/ceci-selection-repository.h"
#include "widgets/ceci-empty-page.h"

G_DEFINE_FINAL_TYPE (CeciSelectionView, ceci_selection_view, CECI_TYPE_VIEW)

// --- reading ------------------------------------------------------------------------------

typedef struct {
  CeciSelectionPool *pool;
  GListModel *waiting;
  gint64 taken;
  CeciGenderTerm *gender;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->pool, ceci_selection_pool_free);
  g_clear_object (&reading->waiting);
  g_clear_pointer (&reading->gender, ceci_gender_term_free);
  g_free (reading);
}

static gpointer
ceci_selection_view_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->pool = ceci_selection_pool_read (database, subject, error);
  if (reading->pool != NULL)
    reading->waiting = ceci_selection_repository_waiting (database, subject, error);
  reading->taken = reading->waiting != NULL ? ceci_selection_repository_taken (database, subject, error) : -1;
  if (reading->taken >= 0)
    reading->gender = ceci_gender_term_read (database, subject, error);
  if (reading->gender != NULL)
    return reading;
  reading_free (reading);
  return NULL;
}

// --- showing -------------------------------------------------------------------------------

static void
show_distance (CeciSelectionView *self)
{
  CeciSelectionPool *pool = self->pool;
  gint64 best = ceci_selection_pool_get_best (pool), bound = ceci_selection_pool_get_bound (pool);
  g_autofree char *now = ceci_selection_format_distance (ceci_selection_problem_distance (pool->problem, pool->chosen));
  g_autofree char *least = ceci_selection_format_distance (MAX (0, best));
  g_autofree char *text = NULL;
  int seed = (int) ceci_selection_problem_get_seed (pool->problem);

  if (best < 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u admissible application · no proposal yet · seed %d",
                                         "%u admissible applications · no proposal yet · seed %d",
                                         pool->applications->len),
                            pool->applications->len, seed);
  else if (best == bound)
    // Translators: distances from the targets, in people
    text = g_strdup_printf (_ ("%s from the targets; the best is %s, proved · seed %d"), now, least, seed);
  else
    text = g_strdup_printf (_ ("%s from the targets; the best found is %s, not proved · seed %d"), now, least, seed);
  gtk_label_set_label (self->distance, text);
}

static void
show_places (CeciSelectionView *self)
{
  guint places = ceci_selection_problem_get_places (self->pool->problem);
  guint n = ceci_selection_problem_n_chosen (self->pool->problem, self->pool->chosen);
  // Translators: so many chosen, of so many places
  g_autofree char *text = g_strdup_printf (_ ("%u / %u places"), n, places);

  ceci_figure_bar_set_figures (self->places, n, places, text);
}

static void
show_primary (CeciSelectionView *self)
{
  gboolean proposed = ceci_selection_pool_has_proposal (self->pool);

  if (proposed) {
    gtk_widget_remove_css_class (self->propose, "suggested-action");
    gtk_widget_add_css_class (self->confirm, "suggested-action");
  } else {
    gtk_widget_add_css_class (self->propose, "suggested-action");
    gtk_widget_remove_css_class (self->confirm, "suggested-action");
  }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "selection.confirm", proposed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "selection.minutes", proposed);
}

static gboolean
has_same_items (CeciSelectionView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if (n != self->pool->applications->len)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciSelectionItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

    if (!g_str_equal (ceci_selection_item_get_id (item), ceci_record_get_id (self->pool->applications->pdata[i])))
      return FALSE;
  }
  return TRUE;
}

static void
show_items (CeciSelectionView *self)
{
  if (!has_same_items (self)) {
    g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);

    for (guint i = 0; i < self->pool->applications->len; i++)
      g_ptr_array_add (fresh, ceci_selection_item_new (self->pool->applications->pdata[i]));
    g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), fresh->pdata,
                         fresh->len);
  }
  for (guint i = 0; i < self->pool->applications->len; i++) {
    g_autoptr (CeciSelectionItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

    ceci_selection_item_update (item, self->pool, i);
  }
}

/**
 * ceci_selection_view_show_pool:
 * @self: the view
 *
 * Shows the selection as it stands in memory: bars, places and distance move at once when someone is ticked.
 */
void
ceci_selection_view_show_pool (CeciSelectionView *self)
{
  g_autofree char *json = ceci_selection_problem_dup_composition (self->pool->problem, self->pool->chosen);
  g_autoptr (CeciSelectionComposition) composition = ceci_selection_composition_read (json, NULL);

  show_items (self);
  show_places (self);
  show_distance (self);
  show_primary (self);
  ceci_composition_list_show (self->composition, composition);
}

static void
ceci_selection_view_show (CeciView *view, gpointer result)
{
  CeciSelectionView *self = CECI_SELECTION_VIEW (view);
  Reading *reading = result;

  g_clear_pointer (&self->pool, ceci_selection_pool_free);
  self->pool = ceci_selection_pool_ref (reading->pool);
  if (ceci_selection_pool_is_confirmed (self->pool)) {
    ceci_selection_result_show (self->result, ceci_view_get_desk (view), self->pool, reading->waiting, reading->taken,
                                reading->gender);
    gtk_stack_set_visible_child_name (self->stack, "confirmed");
  } else if (self->pool->applications->len == 0) {
    gtk_stack_set_visible_child_name (self->stack, "empty");
  } else {
    ceci_selection_view_show_pool (self);
    gtk_stack_set_visible_child_name (self->stack, "choosing");
  }
}

// --- while a proposal is made -----------------------------------------------------------------

static gboolean
on_slow (gpointer user_data)
{
  CeciSelectionView *self = user_data;

  self->slow = 0;
  gtk_widget_set_visible (self->working, TRUE);
  return G_SOURCE_REMOVE;
}

// What takes less than a blink shows nothing.
void
ceci_selection_view_show_working (CeciSelectionView *self)
{
  self->slow = g_timeout_add (300, on_slow, self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "selection.propose", FALSE);
}

void
ceci_selection_view_hide_working (CeciSelectionView *self)
{
  g_clear_handle_id (&self->slow, g_source_remove);
  g_clear_object (&self->proposing);
  gtk_widget_set_visible (self->working, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "selection.propose", TRUE);
}

// --- the view -----------------------------------------------------------------------------------

static void
set_up_table (CeciSelectionView *self)
{
  GtkSortListModel *sorted;

  ceci_selection_columns_add (self->table);
  self->items = g_list_store_new (CECI_TYPE_SELECTION_ITEM);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                    g_object_ref (gtk_column_view_get_sorter (self->table)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
}

static void
add_key (GtkEventController *controller, guint key, const char *action, const char *target)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, 0), gtk_named_action_new (action));

  if (target != NULL)
    gtk_shortcut_set_arguments (shortcut, g_variant_new_string (target));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

// Space would select the row, which is selected already.
static void
set_up_keys (CeciSelectionView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, GDK_KEY_space, "selection.tick-focused", NULL);
  add_key (keys, GDK_KEY_i, "selection.hold", "in");
  add_key (keys, GDK_KEY_o, "selection.hold", "out");
  add_key (keys, GDK_KEY_r, "selection.hold", "");
  add_key (keys, GDK_KEY_w, "selection.explain", NULL);
  gtk_widget_add_controller (GTK_WIDGET (self->table), keys);
}

static void
ceci_selection_view_dispose (GObject *object)
{
  CeciSelectionView *self = CECI_SELECTION_VIEW (object);

  if (self->proposing != NULL)
    g_cancellable_cancel (self->proposing);
  g_clear_object (&self->proposing);
  g_clear_handle_id (&self->slow, g_source_remove);
  g_clear_object (&self->items);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->pool, ceci_selection_pool_free);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_SELECTION_VIEW);
  G_OBJECT_CLASS (ceci_selection_view_parent_class)->dispose (object);
}

static void
ceci_selection_view_class_init (CeciSelectionViewClass *klass)
{
  static const char *const tables[] = {"application",      "person",   "faculty", "cohort",  "selection",
                                       "selection_choice", "capacity", "student", "setting", NULL};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_selection_view_dispose;
  view_class->tables = tables;
  view_class->read = ceci_selection_view_read;
  view_class->free_result = reading_free;
  view_class->show = ceci_selection_view_show;

  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  g_type_ensure (CECI_TYPE_FIGURE_BAR);
  g_type_ensure (CECI_TYPE_COMPOSITION_LIST);
  g_type_ensure (CECI_TYPE_SELECTION_RESULT);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-selection-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionView, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionView, places);
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionView, distance);
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionView, working);
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionView, table);
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionView, composition);
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionView, propose);
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionView, confirm);
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionView, result);
  ceci_selection_view_install_actions (widget_class);
}

static void
ceci_selection_view_init (CeciSelectionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_table (self);
  set_up_keys (self);
}
