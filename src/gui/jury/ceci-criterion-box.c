// SPDX-License-Identifier: GPL-3.0-or-later
// One criterion of the grid: its weight, the five levels, what the level means, and a comment.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-criterion-box.h"

struct _CeciCriterionBox {
  GtkBox parent_instance;
  CeciDossierReading *reading;
  guint criterion;
  gboolean refreshing;
  GtkLabel *title;
  GtkLabel *weight;
  AdwToggleGroup *levels;
  GtkLabel *level_name;
  GtkTextView *comment;
};

/**
 * CeciCriterionBox::refused:
 * @self: the box
 * @message: a sentence
 *
 * What was entered is not taken, and why.
 */
enum { REFUSED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CeciCriterionBox, ceci_criterion_box, GTK_TYPE_BOX)

static void
report (CeciCriterionBox *self, const GError *error)
{
  g_signal_emit (self, signals[REFUSED], 0, error->message);
  ceci_criterion_box_refresh (self);
}

static void
on_level_chosen (CeciCriterionBox *self)
{
  g_autoptr (GError) error = NULL;
  guint active = adw_toggle_group_get_active (self->levels);
  int level = active == GTK_INVALID_LIST_POSITION ? CECI_LEVEL_BLANK : (int) active;

  if (self->refreshing || level == ceci_dossier_reading_get_level (self->reading, self->criterion))
    return;
  if (!ceci_dossier_reading_set_level (self->reading, self->criterion, level, &error))
    report (self, error);
}

static void
on_comment_changed (CeciCriterionBox *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->comment);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (self->refreshing)
    return;
  g_object_get (buffer, "text", &text, NULL);
  if (!ceci_dossier_reading_set_criterion_comment (self->reading, self->criterion, text, &error))
    report (self, error);
}

static void
add_levels (CeciCriterionBox *self)
{
  for (int level = 0; level <= CECI_LEVEL_HIGHEST; level++) {
    AdwToggle *toggle = adw_toggle_new ();
    g_autofree char *figure = g_strdup_printf ("%d", level);

    adw_toggle_set_name (toggle, figure);
    adw_toggle_set_label (toggle, figure);
    adw_toggle_set_tooltip (toggle, ceci_scoring_level_name (level));
    adw_toggle_group_add (self->levels, toggle);
  }
}

static void
ceci_criterion_box_dispose (GObject *object)
{
  CeciCriterionBox *self = CECI_CRITERION_BOX (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CECI_TYPE_CRITERION_BOX);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (ceci_criterion_box_parent_class)->dispose (object);
}

static void
ceci_criterion_box_class_init (CeciCriterionBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_criterion_box_dispose;
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/jury/ceci-criterion-box.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciCriterionBox, title);
  gtk_widget_class_bind_template_child (widget_class, CeciCriterionBox, weight);
  gtk_widget_class_bind_template_child (widget_class, CeciCriterionBox, levels);
  gtk_widget_class_bind_template_child (widget_class, CeciCriterionBox, level_name);
  gtk_widget_class_bind_template_child (widget_class, CeciCriterionBox, comment);
  gtk_widget_class_bind_template_callback (widget_class, on_level_chosen);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ceci_criterion_box_init (CeciCriterionBox *self)
{
  self->refreshing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_levels (self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->comment), "changed", G_CALLBACK (on_comment_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
set_title (CeciCriterionBox *self)
{
  CeciCriterion *criterion = ceci_scoring_grid_get (ceci_dossier_reading_get_grid (self->reading), self->criterion);
  const char *title = ceci_scoring_criterion_title (criterion);
  // Translators: the weight of a criterion in the score, as in «15 %»
  g_autofree char *weight = g_strdup_printf (_ ("%d %%"), (int) ceci_criterion_get_weight (criterion));
  g_autofree char *levels = g_strdup_printf (_ ("Level: %s"), title);
  g_autofree char *comment = g_strdup_printf (_ ("Comment: %s"), title);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->weight, weight);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->levels), GTK_ACCESSIBLE_PROPERTY_LABEL, levels, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->comment), GTK_ACCESSIBLE_PROPERTY_LABEL, comment, -1);
}

/**
 * ceci_criterion_box_new:
 * @reading: the juror's work on one dossier
 * @criterion: the criterion's index in the grid
 *
 * Returns: (transfer floating): the box, showing what was entered before
 */
GtkWidget *
ceci_criterion_box_new (CeciDossierReading *reading, guint criterion)
{
  CeciCriterionBox *self = g_object_new (CECI_TYPE_CRITERION_BOX, NULL);

  self->reading = g_object_ref (reading);
  self->criterion = criterion;
  set_title (self);
  ceci_criterion_box_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * ceci_criterion_box_refresh:
 * @self: a box
 *
 * Shows what the reading says now.
 */
void
ceci_criterion_box_refresh (CeciCriterionBox *self)
{
  int level = ceci_dossier_reading_get_level (self->reading, self->criterion);
  const char *comment = ceci_dossier_reading_get_criterion_comment (self->reading, self->criterion);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->comment);
  g_autofree char *shown = NULL;
  const char *hint;

  self->refreshing = TRUE;
  adw_toggle_group_set_active (self->levels, level == CECI_LEVEL_BLANK ? GTK_INVALID_LIST_POSITION : (guint) level);
  g_object_get (buffer, "text", &shown, NULL);
  if (g_strcmp0 (shown, comment) != 0)
    gtk_text_buffer_set_text (buffer, comment, -1);
  if (level == CECI_LEVEL_BLANK)
    hint = _ ("Not answered");
  else
    hint = ceci_scoring_level_name (level);
  if ((level == 0 || level == 1) && *comment == '\0') {
    g_autofree char *text = g_strdup_printf (_ ("%s – say why in the comment"), hint);

    gtk_label_set_label (self->level_name, text);
    gtk_widget_add_css_class (GTK_WIDGET (self->level_name), "warning");
  } else {
    gtk_label_set_label (self->level_name, hint);
    gtk_widget_remove_css_class (GTK_WIDGET (self->level_name), "warning");
  }
  self->refreshing = FALSE;
}

/**
 * ceci_criterion_box_set_level:
 * @self: a box
 * @level: 0 to 4, or %CECI_LEVEL_BLANK
 */
void
ceci_criterion_box_set_level (CeciCriterionBox *self, int level)
{
  adw_toggle_group_set_active (self->levels, level == CECI_LEVEL_BLANK ? GTK_INVALID_LIST_POSITION : (guint) level);
}

void
ceci_criterion_box_take_focus (CeciCriterionBox *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->levels), GTK_DIR_TAB_FORWARD);
}
