// SPDX-License-Identifier: GPL-3.0-or-later
// Rows made from the table of a regulation's numbers and texts: a new one needs no change here.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-criteria-group.h"
#include "ceci-regulation-form.h"
#include "core/model/ceci-regulation-row.h"
#include "core/regulation/ceci-regulation-defaults.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-number-row.h"

#define LARGEST_FIGURE 1e9

static const char *const languages[] = {"fr", "en"};

struct _CeciRegulationForm {
  AdwBin parent_instance;
  AdwPreferencesPage *page;
  AdwPreferencesGroup *parts[CECI_REGULATION_N_PARTS];
  CeciNumberRow *numbers[CECI_REGULATION_NUMBERS];
  GtkTextBuffer *texts[CECI_REGULATION_TEXTS][G_N_ELEMENTS (languages)];
  CeciCriteriaGroup *criteria;
  AdwPreferencesGroup *versions;
  GPtrArray *version_rows;
  CeciRegulation *regulation;
};

G_DEFINE_FINAL_TYPE (CeciRegulationForm, ceci_regulation_form, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
on_changed (CeciRegulationForm *self)
{
  if (self->regulation != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

// --- numbers ----------------------------------------------------------------------------

// How many of the regulation's units the figure on the screen stands for.
static double
scale_of (const CeciRegulationNumber *number)
{
  return number->unit == CECI_REGULATION_MINUTES ? 60 : number->unit == CECI_REGULATION_CENTS ? 100 : 1;
}

static char *
title_of (const CeciRegulationNumber *number)
{
  const char *title = g_dgettext (GETTEXT_PACKAGE, number->title);

  switch (number->unit) {
  case CECI_REGULATION_MINUTES:
    // Translators: what a figure is, and its unit
    return g_strdup_printf (_ ("%s (hours)"), title);
  case CECI_REGULATION_CENTS:
    return g_strdup_printf (_ ("%s (€)"), title);
  case CECI_REGULATION_MONTHS:
    return g_strdup_printf (_ ("%s (months)"), title);
  case CECI_REGULATION_DAYS:
    return g_strdup_printf (_ ("%s (days)"), title);
  case CECI_REGULATION_POINTS:
    return g_strdup_printf (_ ("%s (points)"), title);
  case CECI_REGULATION_COUNT:
  default:
    return g_strdup (title);
  }
}

static void
add_number (CeciRegulationForm *self, guint index)
{
  const CeciRegulationNumber *number = &ceci_regulation_numbers[index];
  double scale = scale_of (number);
  double maximum = MIN ((double) number->maximum / scale, LARGEST_FIGURE);
  GtkWidget *row = ceci_number_row_new ((double) number->minimum / scale, maximum, 0);
  g_autofree char *title = title_of (number);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (number->note != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), g_dgettext (GETTEXT_PACKAGE, number->note));
  gtk_widget_set_name (row, number->name);
  g_signal_connect_object (row, "notify::value", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->parts[number->part], row);
  self->numbers[index] = CECI_NUMBER_ROW (row);
}

static gint64
value_of (CeciRegulationForm *self, guint index)
{
  double value = ceci_number_row_get_value (self->numbers[index]) * scale_of (&ceci_regulation_numbers[index]);

  return (gint64) (value + 0.5);
}

static void
show_number (CeciRegulationForm *self, CeciRegulation *regulation, guint index, gboolean editable)
{
  const CeciRegulationNumber *number = &ceci_regulation_numbers[index];
  gint64 value = ceci_regulation_get_integer (regulation, number->name);
  gboolean whole = value % (gint64) scale_of (number) == 0;

  ceci_number_row_set_digits (self->numbers[index], number->unit == CECI_REGULATION_CENTS || !whole ? 2 : 0);
  ceci_number_row_set_value (self->numbers[index], (double) value / scale_of (number));
  gtk_widget_set_sensitive (GTK_WIDGET (self->numbers[index]), editable);
}

// --- texts ------------------------------------------------------------------------------

static GtkTextBuffer *
add_language (CeciRegulationForm *self, GtkWidget *expander, const char *title, const char *language)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (language);
  GtkWidget *view = gtk_text_view_new ();
  g_autofree char *name = g_strdup_printf ("%s, %s", title, language);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "regulation-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), view);
  gtk_widget_set_margin_top (box, 10);
  gtk_widget_set_margin_bottom (box, 10);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

static void
add_text (CeciRegulationForm *self, guint index)
{
  const CeciRegulationText *text = &ceci_regulation_texts[index];
  GtkWidget *row = adw_expander_row_new ();
  const char *title = g_dgettext (GETTEXT_PACKAGE, text->title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  self->texts[index][0] = add_language (self, row, title, _ ("French"));
  self->texts[index][1] = add_language (self, row, title, _ ("English"));
  adw_preferences_group_add (self->parts[text->part], row);
}

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

// --- versions ---------------------------------------------------------------------------

static void
show_versions (CeciRegulationForm *self, GListModel *history)
{
  for (guint i = 0; i < self->version_rows->len; i++)
    adw_preferences_group_remove (self->versions, self->version_rows->pdata[i]);
  g_ptr_array_set_size (self->version_rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (history); i++) {
    g_autoptr (CeciRegulationRow) version = g_list_model_get_item (history, i);
    g_autofree char *title = g_strdup_printf (_ ("Version %d"), (int) ceci_regulation_row_get_version (version));
    g_autofree char *date = ceci_date_format_long (ceci_regulation_row_get_adopted_on (version));
    const char *reason = ceci_regulation_row_get_reason (version);
    // Translators: a date and a reason
    g_autofree char *subtitle = reason != NULL ? g_strdup_printf (_ ("%s: %s"), date, reason) : g_strdup (date);
    GtkWidget *row = adw_action_row_new ();

    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
    adw_preferences_group_add (self->versions, row);
    g_ptr_array_add (self->version_rows, row);
  }
}

// --- the form ---------------------------------------------------------------------------

static void
ceci_regulation_form_dispose (GObject *object)
{
  CeciRegulationForm *self = CECI_REGULATION_FORM (object);

  g_clear_object (&self->regulation);
  g_clear_pointer (&self->version_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (ceci_regulation_form_parent_class)->dispose (object);
}

static void
ceci_regulation_form_class_init (CeciRegulationFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ceci_regulation_form_dispose;

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_criteria (CeciRegulationForm *self)
{
  AdwPreferencesGroup *holder = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->criteria = g_object_new (CECI_TYPE_CRITERIA_GROUP, NULL);
  g_signal_connect_object (self->criteria, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (holder, GTK_WIDGET (self->criteria));
  adw_preferences_page_add (self->page, holder);
}

static void
ceci_regulation_form_init (CeciRegulationForm *self)
{
  self->version_rows = g_ptr_array_new ();
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  for (guint i = 0; i < CECI_REGULATION_N_PARTS; i++) {
    self->parts[i] = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
    adw_preferences_group_set_title (self->parts[i], ceci_regulation_part_get_title ((CeciRegulationPart) i));
    adw_preferences_page_add (self->page, self->parts[i]);
    if (i == CECI_REGULATION_JURY)
      add_criteria (self);
  }
  for (guint i = 0; i < CECI_REGULATION_NUMBERS; i++)
    add_number (self, i);
  for (guint i = 0; i < CECI_REGULATION_TEXTS; i++)
    add_text (self, i);
  self->versions = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->versions, _ ("Versions"));
  adw_preferences_page_add (self->page, self->versions);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
}

/**
 * ceci_regulation_form_show:
 * @self: the form
 * @regulation: what is followed
 * @criteria: of #CeciCriterion: the jury's grid
 * @history: of #CeciRegulationRow, newest first
 * @editable: whether it may be changed
 */
void
ceci_regulation_form_show (CeciRegulationForm *self, CeciRegulation *regulation, GListModel *criteria,
                           GListModel *history, gboolean editable)
{
  g_clear_object (&self->regulation); // nothing is said of what is shown
  for (guint i = 0; i < CECI_REGULATION_NUMBERS; i++)
    show_number (self, regulation, i, editable);
  for (guint i = 0; i < CECI_REGULATION_TEXTS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      gtk_text_buffer_set_text (self->texts[i][j],
                                ceci_regulation_get_text (regulation, ceci_regulation_texts[i].name, languages[j]), -1);
  ceci_criteria_group_show (self->criteria, criteria, editable);
  show_versions (self, history);
  self->regulation = g_object_ref (regulation);
}

gboolean
ceci_regulation_form_is_changed (CeciRegulationForm *self)
{
  if (self->regulation == NULL)
    return FALSE;
  for (guint i = 0; i < CECI_REGULATION_NUMBERS; i++)
    if (value_of (self, i) != ceci_regulation_get_integer (self->regulation, ceci_regulation_numbers[i].name))
      return TRUE;
  for (guint i = 0; i < CECI_REGULATION_TEXTS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++) {
      g_autofree char *text = dup_text (self->texts[i][j]);

      if (!g_str_equal (text, ceci_regulation_get_text (self->regulation, ceci_regulation_texts[i].name, languages[j])))
        return TRUE;
    }
  return ceci_criteria_group_is_changed (self->criteria);
}

static gboolean
replace (CeciRegulation **place, CeciRegulation *next)
{
  if (next == NULL)
    return FALSE;
  g_object_unref (*place);
  *place = next;
  return TRUE;
}

/**
 * ceci_regulation_form_dup_regulation:
 * @self: a form that shows a regulation
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the regulation with what was changed
 */
CeciRegulation *
ceci_regulation_form_dup_regulation (CeciRegulationForm *self, GError **error)
{
  g_autoptr (CeciRegulation) regulation = g_object_ref (self->regulation);

  for (guint i = 0; i < CECI_REGULATION_NUMBERS; i++)
    if (!replace (&regulation, ceci_regulation_with_integer (regulation, ceci_regulation_numbers[i].name,
                                                             value_of (self, i), error)))
      return NULL;
  for (guint i = 0; i < CECI_REGULATION_TEXTS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++) {
      g_autofree char *text = dup_text (self->texts[i][j]);

      if (!replace (&regulation,
                    ceci_regulation_with_text (regulation, ceci_regulation_texts[i].name, languages[j], text, error)))
        return NULL;
    }
  return g_steal_pointer (&regulation);
}

GPtrArray *
ceci_regulation_form_dup_criteria (CeciRegulationForm *self)
{
  return ceci_criteria_group_is_changed (self->criteria) ? ceci_criteria_group_dup_criteria (self->criteria) : NULL;
}
