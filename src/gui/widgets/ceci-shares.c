// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of groups as bars in a boxed list: how many of each, out of how many. A chart whose figures are its text.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-figure-bar.h"
#include "ceci-shares.h"

typedef struct {
  char *name;
  guint all;
  guint part;
} Group;

struct _CeciShares {
  GPtrArray *groups; // in the order they were met
  guint all;
  guint part;
};

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->name);
  g_free (group);
}

CeciShares *
ceci_shares_new (void)
{
  CeciShares *self = g_new0 (CeciShares, 1);

  self->groups = g_ptr_array_new_with_free_func (group_free);
  return self;
}

void
ceci_shares_free (CeciShares *self)
{
  g_ptr_array_unref (self->groups);
  g_free (self);
}

/**
 * ceci_shares_add:
 * @self: the counts
 * @group: what it is of
 * @counted: whether it belongs to the part that is compared with all
 */
void
ceci_shares_add (CeciShares *self, const char *name, gboolean counted)
{
  Group *group = NULL;

  for (guint i = 0; group == NULL && i < self->groups->len; i++)
    if (g_str_equal (((Group *) self->groups->pdata[i])->name, name))
      group = self->groups->pdata[i];
  if (group == NULL) {
    group = g_new0 (Group, 1);
    group->name = g_strdup (name);
    g_ptr_array_add (self->groups, group);
  }
  group->all++;
  self->all++;
  if (counted) {
    group->part++;
    self->part++;
  }
}

guint
ceci_shares_get_size (CeciShares *self)
{
  return self->all;
}

static int
compare_groups (gconstpointer one, gconstpointer other)
{
  const Group *a = *(const Group *const *) one;
  const Group *b = *(const Group *const *) other;

  return a->all != b->all ? (int) b->all - (int) a->all : g_utf8_collate (a->name, b->name);
}

static void
clear (AdwPreferencesGroup *group, GPtrArray **rows)
{
  for (guint i = 0; *rows != NULL && i < (*rows)->len; i++)
    adw_preferences_group_remove (group, (*rows)->pdata[i]);
  g_clear_pointer (rows, g_ptr_array_unref);
  *rows = g_ptr_array_new ();
}

static GtkWidget *
bar_of (guint n, guint of)
{
  GtkWidget *bar = ceci_figure_bar_new (10);
  guint percent = of > 0 ? (100 * n + of / 2) / of : 0;
  // Translators: a count and its share
  g_autofree char *text = g_strdup_printf (_ ("%u · %u %%"), n, percent);

  ceci_figure_bar_set_figures (CECI_FIGURE_BAR (bar), n, of, text);
  return bar;
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, GPtrArray *rows, const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
  return row;
}

/**
 * ceci_shares_show:
 * @self: the counts
 * @group: where the rows go
 * @rows: (inout): the rows of the last time, which are taken away; then those shown
 */
void
ceci_shares_show (CeciShares *self, AdwPreferencesGroup *group, GPtrArray **rows)
{
  clear (group, rows);
  g_ptr_array_sort (self->groups, compare_groups);
  for (guint i = 0; i < self->groups->len; i++) {
    Group *each = self->groups->pdata[i];
    GtkWidget *bar = bar_of (each->all, self->all);

    gtk_widget_set_size_request (bar, 190, -1);
    gtk_widget_set_hexpand (bar, FALSE); // the bar within would take the title's room
    adw_action_row_add_suffix (ADW_ACTION_ROW (add_row (group, *rows, each->name)), bar);
  }
}

/**
 * ceci_shares_show_compared:
 * @self: the counts
 * @group: where the rows go
 * @rows: (inout): see [method@Shares.show]
 * @all_title: what all are
 * @part_title: what the part is
 *
 * Shows each group's share of all beside its share of the part.
 */
void
ceci_shares_show_compared (CeciShares *self, AdwPreferencesGroup *group, GPtrArray **rows, const char *all_title,
                           const char *part_title)
{
  clear (group, rows);
  g_ptr_array_sort (self->groups, compare_groups);
  for (guint i = 0; i < self->groups->len; i++) {
    Group *each = self->groups->pdata[i];
    const char *titles[] = {all_title, part_title};
    guint counts[] = {each->all, each->part};
    guint sums[] = {self->all, self->part};
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

    for (guint j = 0; j < 2; j++) {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *label = gtk_label_new (titles[j]);

      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_label_set_width_chars (GTK_LABEL (label), 12);
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (line), label);
      gtk_box_append (GTK_BOX (line), bar_of (counts[j], sums[j]));
      gtk_widget_set_hexpand (gtk_widget_get_last_child (line), TRUE);
      gtk_box_append (GTK_BOX (box), line);
    }
    gtk_widget_set_size_request (box, 260, -1);
    gtk_widget_set_hexpand (box, FALSE);
    gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
    adw_action_row_add_suffix (ADW_ACTION_ROW (add_row (group, *rows, each->name)), box);
  }
}
