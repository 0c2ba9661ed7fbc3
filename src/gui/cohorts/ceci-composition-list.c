// SPDX-License-Identifier: GPL-3.0-or-later
// Of whom the applicants consist and of whom those chosen: two bars a group, which move in place.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-composition-list.h"
#include "widgets/ceci-figure-bar.h"

typedef struct {
  CeciDimension dimension;
  char *key;
  CeciFigureBar *all, *chosen;
  GtkLabel *target;
} Row;

struct _CeciCompositionList {
  AdwBin parent_instance;
  GtkBox *box;
  GArray *rows; // Row, in the order of the groups shown
};

G_DEFINE_FINAL_TYPE (CeciCompositionList, ceci_composition_list, ADW_TYPE_BIN)

static void
row_clear (gpointer data)
{
  g_free (((Row *) data)->key);
}

static void
ceci_composition_list_finalize (GObject *object)
{
  g_array_unref (CECI_COMPOSITION_LIST (object)->rows);
  G_OBJECT_CLASS (ceci_composition_list_parent_class)->finalize (object);
}

static void
ceci_composition_list_class_init (CeciCompositionListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_composition_list_finalize;
}

static void
ceci_composition_list_init (CeciCompositionList *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

static GtkWidget *
add_line (GtkWidget *box, const char *title)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *bar = ceci_figure_bar_new (11);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), bar);
  gtk_box_append (GTK_BOX (box), line);
  return bar;
}

static void
add_row (CeciCompositionList *self, GtkListBox *list, const CeciCompositionGroup *group)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (group->label);
  GtkWidget *row = gtk_list_box_row_new ();
  Row kept = {.dimension = group->dimension, .key = g_strdup (group->key)};

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (title, group->label);
  gtk_widget_set_hexpand (title, TRUE);
  kept.target = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (kept.target), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (kept.target), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (kept.target), "numeric");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (kept.target));
  gtk_box_append (GTK_BOX (content), head);
  kept.all = CECI_FIGURE_BAR (add_line (content, _ ("Applicants")));
  kept.chosen = CECI_FIGURE_BAR (add_line (content, _ ("Selected")));
  gtk_widget_set_margin_start (content, 12);
  gtk_widget_set_margin_end (content, 12);
  gtk_widget_set_margin_top (content, 8);
  gtk_widget_set_margin_bottom (content, 8);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (list, row);
  g_array_append_val (self->rows, kept);
}

static void
add_dimension (CeciCompositionList *self, const CeciSelectionComposition *composition, CeciDimension dimension)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());

  for (guint i = 0; i < composition->groups->len; i++) {
    const CeciCompositionGroup *each = &g_array_index (composition->groups, CeciCompositionGroup, i);

    if (each->dimension == dimension)
      add_row (self, list, each);
  }
  adw_preferences_group_set_title (group, ceci_dimension_get_label (dimension));
  if (dimension == CECI_DIMENSION_GENDER)
    adw_preferences_group_set_description (
        group, _ ("Declared by the applicants themselves, and erased after the selection."));
  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ceci_dimension_get_label (dimension), -1);
  adw_preferences_group_add (group, GTK_WIDGET (list));
  gtk_box_append (self->box, GTK_WIDGET (group));
}

// Rows stand in the order of dimensions, then of groups.
static gboolean
fits (CeciCompositionList *self, const GArray *groups)
{
  if (self->rows->len != groups->len)
    return FALSE;
  for (guint i = 0; i < groups->len; i++) {
    const CeciCompositionGroup *group = &g_array_index (groups, CeciCompositionGroup, i);
    const Row *row = &g_array_index (self->rows, Row, i);

    if (row->dimension != group->dimension || !g_str_equal (row->key, group->key))
      return FALSE;
  }
  return TRUE;
}

static int
compare_groups (gconstpointer one, gconstpointer other)
{
  const CeciCompositionGroup *a = one, *b = other;

  if (a->dimension != b->dimension)
    return (int) a->dimension - (int) b->dimension;
  return a->applicants != b->applicants ? (int) b->applicants - (int) a->applicants : g_strcmp0 (a->key, b->key);
}

static void
show_bar (CeciFigureBar *bar, guint n, guint of)
{
  guint percent = of > 0 ? (100 * n + of / 2) / of : 0;
  // Translators: a count and its share
  g_autofree char *text = g_strdup_printf (_ ("%u · %u %%"), n, percent);

  ceci_figure_bar_set_figures (bar, n, of, text);
}

/**
 * ceci_composition_list_show:
 * @self: the bars
 * @composition: what they show; where the groups are those shown before, the bars move and nothing else
 */
void
ceci_composition_list_show (CeciCompositionList *self, const CeciSelectionComposition *composition)
{
  GtkWidget *child;

  g_array_sort (composition->groups, compare_groups);
  if (!fits (self, composition->groups)) {
    while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
      gtk_box_remove (self->box, child);
    g_array_set_size (self->rows, 0);
    for (guint i = 0; i < CECI_N_DIMENSIONS; i++)
      add_dimension (self, composition, (CeciDimension) i);
  }
  for (guint i = 0; i < self->rows->len; i++) {
    const CeciCompositionGroup *group = &g_array_index (composition->groups, CeciCompositionGroup, i);
    const Row *row = &g_array_index (self->rows, Row, i);
    g_autofree char *figure = ceci_selection_format_distance ((gint64) (group->target * CECI_SELECTION_PERSON + 0.5));
    // Translators: how many of a group there should be
    g_autofree char *target = g_strdup_printf (_ ("target %s"), figure);

    show_bar (row->all, group->applicants, composition->applicants);
    show_bar (row->chosen, group->chosen, composition->chosen);
    gtk_label_set_label (row->target, target);
  }
}
