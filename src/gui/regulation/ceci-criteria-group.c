// SPDX-License-Identifier: GPL-3.0-or-later
// The criteria of a jury's grid, each in an expander.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-criteria-group.h"
#include "core/model/ceci-language.h"
#include "core/model/ceci-regulation-repository.h"
#include "widgets/ceci-number-row.h"

typedef struct {
  CeciCriterion *criterion; // as it was; NULL: a new one
  GtkWidget *expander;
  AdwEntryRow *title_fr;
  AdwEntryRow *title_en;
  CeciNumberRow *weight;
  AdwSwitchRow *reflection;
} Rows;

struct _CeciCriteriaGroup {
  AdwBin parent_instance;
  AdwPreferencesGroup *group;
  GtkWidget *add;
  GPtrArray *rows; // of Rows, in order
  guint n_shown;   // how many there were at first
  gboolean editable;
};

G_DEFINE_FINAL_TYPE (CeciCriteriaGroup, ceci_criteria_group, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  g_clear_object (&rows->criterion);
  g_free (rows);
}

static const char *
text_of (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static CeciCriterion *
dup_criterion (Rows *rows)
{
  g_autoptr (CeciCriterion) blank =
      rows->criterion != NULL
          ? g_object_ref (rows->criterion)
          : ceci_record_new (CECI_TYPE_CRITERION, "code", text_of (rows->title_en), "required", TRUE, NULL);

  return ceci_record_with (blank, "title_fr", text_of (rows->title_fr), "title_en", text_of (rows->title_en), "weight",
                           (gint64) ceci_number_row_get_value (rows->weight), "reflection",
                           adw_switch_row_get_active (rows->reflection), NULL);
}

static gboolean
is_as_it_was (Rows *rows)
{
  return rows->criterion != NULL &&
         g_str_equal (text_of (rows->title_fr), ceci_criterion_get_title_fr (rows->criterion)) &&
         g_str_equal (text_of (rows->title_en), ceci_criterion_get_title_en (rows->criterion)) &&
         (gint64) ceci_number_row_get_value (rows->weight) == ceci_criterion_get_weight (rows->criterion) &&
         adw_switch_row_get_active (rows->reflection) == ceci_criterion_get_reflection (rows->criterion);
}

// What is said under the group's title: that the weights are right, or what is wrong with them.
static void
show_sum (CeciCriteriaGroup *self)
{
  g_autoptr (GPtrArray) criteria = ceci_criteria_group_dup_criteria (self);
  g_autoptr (GError) error = NULL;

  if (ceci_regulation_check_criteria (criteria, &error))
    adw_preferences_group_set_description (self->group,
                                           _ ("The weights add up to 100. Sessions created from now on are "
                                              "scored with this grid; those that exist keep theirs."));
  else
    adw_preferences_group_set_description (self->group, error->message);
}

static void
show_title (Rows *rows)
{
  const char *title = text_of (g_str_equal (ceci_language_current (), "fr") ? rows->title_fr : rows->title_en);
  g_autofree char *weight = g_strdup_printf ("%d", (int) ceci_number_row_get_value (rows->weight));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rows->expander), *title != '\0' ? title : _ ("New criterion"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (rows->expander), weight);
}

static void
on_row_changed (CeciCriteriaGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    show_title (self->rows->pdata[i]);
  show_sum (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_remove (GtkButton *button, CeciCriteriaGroup *self)
{
  GtkWidget *expander = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_EXPANDER_ROW);

  for (guint i = 0; i < self->rows->len; i++)
    if (((Rows *) self->rows->pdata[i])->expander == expander) {
      adw_preferences_group_remove (self->group, expander);
      g_ptr_array_remove_index (self->rows, i);
      break;
    }
  gtk_widget_grab_focus (self->add);
  on_row_changed (self);
}

static AdwEntryRow *
add_entry (CeciCriteriaGroup *self, GtkWidget *expander, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  gtk_editable_set_editable (GTK_EDITABLE (row), self->editable);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_row_changed), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
  return ADW_ENTRY_ROW (row);
}

static CeciNumberRow *
add_weight (CeciCriteriaGroup *self, GtkWidget *expander, gint64 weight)
{
  GtkWidget *row = ceci_number_row_new (1, 100, 0);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Weight"));
  ceci_number_row_set_value (CECI_NUMBER_ROW (row), (double) weight);
  gtk_widget_set_sensitive (row, self->editable);
  g_signal_connect_object (row, "notify::value", G_CALLBACK (on_row_changed), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
  return CECI_NUMBER_ROW (row);
}

static AdwSwitchRow *
add_reflection (CeciCriteriaGroup *self, GtkWidget *expander, gboolean reflection)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Depth of reflection"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("An award is suggested only from a least level here"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), reflection);
  gtk_widget_set_sensitive (row, self->editable);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (on_row_changed), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
  return ADW_SWITCH_ROW (row);
}

static void
add_remove_button (CeciCriteriaGroup *self, GtkWidget *expander)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Remove this criterion"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), self, 0);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (expander), button);
}

static void
add_rows (CeciCriteriaGroup *self, CeciCriterion *criterion)
{
  Rows *rows = g_new0 (Rows, 1);

  rows->expander = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (rows->expander), FALSE);
  rows->criterion = criterion != NULL ? g_object_ref (criterion) : NULL;
  rows->title_fr = add_entry (self, rows->expander, _ ("Title in French"),
                              criterion != NULL ? ceci_criterion_get_title_fr (criterion) : NULL);
  rows->title_en = add_entry (self, rows->expander, _ ("Title in English"),
                              criterion != NULL ? ceci_criterion_get_title_en (criterion) : NULL);
  rows->weight = add_weight (self, rows->expander, criterion != NULL ? ceci_criterion_get_weight (criterion) : 5);
  rows->reflection =
      add_reflection (self, rows->expander, criterion != NULL && ceci_criterion_get_reflection (criterion));
  if (self->editable)
    add_remove_button (self, rows->expander);
  adw_preferences_group_add (self->group, rows->expander);
  g_ptr_array_add (self->rows, rows);
  show_title (rows);
}

static void
on_add (CeciCriteriaGroup *self)
{
  Rows *rows;

  add_rows (self, NULL);
  rows = self->rows->pdata[self->rows->len - 1];
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (rows->expander), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (rows->title_fr));
  on_row_changed (self);
}

static void
ceci_criteria_group_finalize (GObject *object)
{
  g_clear_pointer (&CECI_CRITERIA_GROUP (object)->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (ceci_criteria_group_parent_class)->finalize (object);
}

static void
ceci_criteria_group_class_init (CeciCriteriaGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_criteria_group_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ceci_criteria_group_init (CeciCriteriaGroup *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->rows = g_ptr_array_new_with_free_func (rows_free);
  self->group = ADW_PREFERENCES_GROUP (group);
  adw_preferences_group_set_title (self->group, _ ("The jury’s grid"));
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_tooltip_text (self->add, _ ("Add a criterion"));
  gtk_widget_add_css_class (self->add, "flat");
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->group, self->add);
  adw_bin_set_child (ADW_BIN (self), group);
}

/**
 * ceci_criteria_group_show:
 * @self: the group
 * @criteria: of #CeciCriterion, in order
 * @editable: whether they may be changed
 */
void
ceci_criteria_group_show (CeciCriteriaGroup *self, GListModel *criteria, gboolean editable)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, ((Rows *) self->rows->pdata[i])->expander);
  g_ptr_array_set_size (self->rows, 0);
  self->editable = editable;
  self->n_shown = g_list_model_get_n_items (criteria);
  gtk_widget_set_visible (self->add, editable);
  for (guint i = 0; i < self->n_shown; i++) {
    g_autoptr (CeciCriterion) criterion = g_list_model_get_item (criteria, i);

    add_rows (self, criterion);
  }
  show_sum (self);
}

GPtrArray *
ceci_criteria_group_dup_criteria (CeciCriteriaGroup *self)
{
  GPtrArray *criteria = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (criteria, dup_criterion (self->rows->pdata[i]));
  return criteria;
}

gboolean
ceci_criteria_group_is_changed (CeciCriteriaGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (!is_as_it_was (self->rows->pdata[i]))
      return TRUE;
  return self->rows->len != self->n_shown;
}
