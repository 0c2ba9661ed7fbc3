// SPDX-License-Identifier: GPL-3.0-or-later
// The grid beside the page: criteria with their levels, the opinion, comments, notes, and what is missing.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-criterion-box.h"
#include "ceci-scoring-panel.h"

struct _CeciScoringPanel {
  AdwBin parent_instance;
  CeciDossierReading *reading;
  GPtrArray *boxes; // CeciCriterionBox, in the grid's order
  GPtrArray *note_rows;
  GPtrArray *missing_rows;
  gboolean refreshing;
  GtkLabel *score;
  GtkLabel *progress;
  GtkScrolledWindow *scroller;
  GtkBox *criteria;
  AdwComboRow *suggestion;
  GtkTextView *comment;
  GtkTextView *private_note;
  AdwPreferencesGroup *notes;
  AdwPreferencesGroup *missing;
};

/**
 * CeciScoringPanel::refused:
 * @self: the panel
 * @message: a sentence
 *
 * What was entered is not taken, and why.
 */
/**
 * CeciScoringPanel::note-activated:
 * @self: the panel
 * @note: a #CeciPageNote whose page the juror wants to see
 */
enum { REFUSED, NOTE_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CeciScoringPanel, ceci_scoring_panel, ADW_TYPE_BIN)

static void
refuse (CeciScoringPanel *self, const char *message)
{
  g_signal_emit (self, signals[REFUSED], 0, message);
}

static char *
text_of (GtkTextView *view)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (view), "text", &text, NULL);
  return text;
}

static void
show_text (GtkTextView *view, const char *text)
{
  g_autofree char *shown = text_of (view);

  if (g_strcmp0 (shown, text) != 0)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

// Replaces the rows of a group; rows keeps them, since a group does not list its own.
static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

static void
on_note_activated (AdwActionRow *row, CeciScoringPanel *self)
{
  g_signal_emit (self, signals[NOTE_ACTIVATED], 0, g_object_get_data (G_OBJECT (row), "note"));
}

static void
on_note_removed (GtkButton *button, CeciScoringPanel *self)
{
  CeciPageNote *note = g_object_get_data (G_OBJECT (button), "note");
  g_autoptr (GError) error = NULL;

  if (!ceci_dossier_reading_remove_note (self->reading, ceci_record_get_id (CECI_RECORD (note)), &error))
    refuse (self, error->message);
}

static GtkWidget *
note_row (CeciScoringPanel *self, CeciPageNote *note)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *subtitle = g_strdup_printf (_ ("Page %d"), (int) ceci_page_note_get_page (note) + 1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ceci_page_note_get_text (note));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _ ("Remove this note"));
  g_object_set_data_full (G_OBJECT (remove), "note", g_object_ref (note), g_object_unref);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_note_removed), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  g_object_set_data_full (G_OBJECT (row), "note", g_object_ref (note), g_object_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (on_note_activated), self);
  return row;
}

static void
refresh_notes (CeciScoringPanel *self)
{
  GListModel *notes = ceci_dossier_reading_get_notes (self->reading);

  clear_rows (self->notes, self->note_rows);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++) {
    g_autoptr (CeciPageNote) note = g_list_model_get_item (notes, i);
    GtkWidget *row = note_row (self, note);

    g_ptr_array_add (self->note_rows, row);
    adw_preferences_group_add (self->notes, row);
  }
}

static void
refresh_missing (CeciScoringPanel *self)
{
  g_auto (GStrv) sentences = ceci_dossier_reading_dup_missing (self->reading);

  clear_rows (self->missing, self->missing_rows);
  for (guint i = 0; sentences[i] != NULL; i++) {
    GtkWidget *row = adw_action_row_new ();

    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentences[i]);
    g_ptr_array_add (self->missing_rows, row);
    adw_preferences_group_add (self->missing, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->missing), sentences[0] != NULL);
}

static void
refresh_score (CeciScoringPanel *self)
{
  CeciScoringGrid *grid = ceci_dossier_reading_get_grid (self->reading);
  CeciTally tally = ceci_dossier_reading_get_tally (self->reading);
  guint n = ceci_scoring_grid_get_n (grid);
  g_autofree char *total = tally.total < 0 ? NULL : ceci_scoring_format (grid, tally.total);
  // Translators: a score while criteria are still without an answer, which count for nothing yet
  g_autofree char *score = total == NULL    ? g_strdup (_ ("No level yet"))
                           : tally.complete ? g_strdup (total)
                                            : g_strdup_printf (_ ("So far: %s"), total);
  g_autofree char *progress =
      g_strdup_printf (ngettext ("%u of %u criterion answered", "%u of %u criteria answered", n), tally.answered, n);

  gtk_label_set_label (self->score, score);
  gtk_label_set_label (self->progress, progress);
}

static void
refresh (CeciScoringPanel *self)
{
  self->refreshing = TRUE;
  for (guint i = 0; i < self->boxes->len; i++)
    ceci_criterion_box_refresh (self->boxes->pdata[i]);
  adw_combo_row_set_selected (self->suggestion,
                              (guint) (ceci_dossier_reading_get_suggestion (self->reading) - CECI_OUTCOME_NONE));
  show_text (self->comment, ceci_dossier_reading_get_comment (self->reading));
  show_text (self->private_note, ceci_dossier_reading_get_private_note (self->reading));
  refresh_score (self);
  refresh_notes (self);
  refresh_missing (self);
  self->refreshing = FALSE;
}

static void
on_changed (CeciScoringPanel *self, int criterion)
{
  if (criterion >= 0 && (guint) criterion < self->boxes->len)
    ceci_criterion_box_refresh (self->boxes->pdata[criterion]);
  refresh_score (self);
  refresh_missing (self);
}

static void
on_suggestion_chosen (CeciScoringPanel *self)
{
  g_autoptr (GError) error = NULL;
  CeciOutcome chosen = (CeciOutcome) adw_combo_row_get_selected (self->suggestion) + CECI_OUTCOME_NONE;

  if (self->refreshing || self->reading == NULL || chosen == ceci_dossier_reading_get_suggestion (self->reading))
    return;
  if (!ceci_dossier_reading_set_suggestion (self->reading, chosen, &error))
    refuse (self, error->message);
}

static void
on_comment_changed (CeciScoringPanel *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = text_of (self->comment);

  if (!self->refreshing && self->reading != NULL && !ceci_dossier_reading_set_comment (self->reading, text, &error))
    refuse (self, error->message);
}

static void
on_private_note_changed (CeciScoringPanel *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = text_of (self->private_note);

  if (!self->refreshing && self->reading != NULL &&
      !ceci_dossier_reading_set_private_note (self->reading, text, &error))
    refuse (self, error->message);
}

// The criterion that has the focus, or G_MAXUINT.
static guint
focused_criterion (CeciScoringPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->boxes->len; i++)
    if (gtk_widget_is_ancestor (focus, self->boxes->pdata[i]))
      return i;
  return G_MAXUINT;
}

static void
move_focus (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CeciScoringPanel *self = CECI_SCORING_PANEL (widget);
  guint now = focused_criterion (self);
  guint next;

  if (self->boxes->len == 0)
    return;
  if (g_str_equal (action, "grid.next-criterion"))
    next = now == G_MAXUINT ? 0 : MIN (now + 1, self->boxes->len - 1);
  else
    next = now == G_MAXUINT || now == 0 ? 0 : now - 1;
  ceci_criterion_box_take_focus (self->boxes->pdata[next]);
}

// 0 to 4 answer the criterion that has the focus, Delete takes the answer back; a comment being written keeps its keys.
static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, gpointer user_data)
{
  CeciScoringPanel *self = user_data;
  guint criterion = focused_criterion (self);
  int level;

  if (criterion == G_MAXUINT || modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (key >= GDK_KEY_0 && key <= GDK_KEY_4)
    level = (int) (key - GDK_KEY_0);
  else if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_4)
    level = (int) (key - GDK_KEY_KP_0);
  else if (key == GDK_KEY_Delete || key == GDK_KEY_BackSpace)
    level = CECI_LEVEL_BLANK;
  else
    return GDK_EVENT_PROPAGATE;
  ceci_criterion_box_set_level (self->boxes->pdata[criterion], level);
  return GDK_EVENT_STOP;
}

static void
ceci_scoring_panel_dispose (GObject *object)
{
  CeciScoringPanel *self = CECI_SCORING_PANEL (object);

  ceci_scoring_panel_set_reading (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CECI_TYPE_SCORING_PANEL);
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  g_clear_pointer (&self->note_rows, g_ptr_array_unref);
  g_clear_pointer (&self->missing_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (ceci_scoring_panel_parent_class)->dispose (object);
}

static void
ceci_scoring_panel_class_init (CeciScoringPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_scoring_panel_dispose;
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NOTE_ACTIVATED] = g_signal_new ("note-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, CECI_TYPE_PAGE_NOTE);

  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/jury/ceci-scoring-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciScoringPanel, score);
  gtk_widget_class_bind_template_child (widget_class, CeciScoringPanel, progress);
  gtk_widget_class_bind_template_child (widget_class, CeciScoringPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, CeciScoringPanel, criteria);
  gtk_widget_class_bind_template_child (widget_class, CeciScoringPanel, suggestion);
  gtk_widget_class_bind_template_child (widget_class, CeciScoringPanel, comment);
  gtk_widget_class_bind_template_child (widget_class, CeciScoringPanel, private_note);
  gtk_widget_class_bind_template_child (widget_class, CeciScoringPanel, notes);
  gtk_widget_class_bind_template_child (widget_class, CeciScoringPanel, missing);
  gtk_widget_class_bind_template_callback (widget_class, on_suggestion_chosen);
  gtk_widget_class_install_action (widget_class, "grid.next-criterion", NULL, move_focus);
  gtk_widget_class_install_action (widget_class, "grid.previous-criterion", NULL, move_focus);
}

static void
ceci_scoring_panel_init (CeciScoringPanel *self)
{
  g_autoptr (GtkStringList) outcomes = gtk_string_list_new (NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->boxes = g_ptr_array_new ();
  self->note_rows = g_ptr_array_new ();
  self->missing_rows = g_ptr_array_new ();
  self->refreshing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int outcome = CECI_OUTCOME_NONE; outcome <= CECI_OUTCOME_REFUSED; outcome++)
    gtk_string_list_append (outcomes, outcome == CECI_OUTCOME_NONE ? _ ("None yet")
                                                                   : ceci_enum_get_label (CECI_TYPE_OUTCOME, outcome));
  adw_combo_row_set_model (self->suggestion, G_LIST_MODEL (outcomes));
  g_signal_connect_object (gtk_text_view_get_buffer (self->comment), "changed", G_CALLBACK (on_comment_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->private_note), "changed",
                           G_CALLBACK (on_private_note_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * ceci_scoring_panel_set_reading:
 * @self: a panel
 * @reading: (nullable): the juror's work on one dossier, declared free of conflict
 */
void
ceci_scoring_panel_set_reading (CeciScoringPanel *self, CeciDossierReading *reading)
{
  if (self->reading == reading)
    return;
  self->refreshing = TRUE;
  if (self->reading != NULL) {
    g_signal_handlers_disconnect_by_data (self->reading, self);
    g_signal_handlers_disconnect_by_data (ceci_dossier_reading_get_notes (self->reading), self);
  }
  for (guint i = 0; i < self->boxes->len; i++)
    gtk_box_remove (self->criteria, self->boxes->pdata[i]);
  g_ptr_array_set_size (self->boxes, 0);
  g_set_object (&self->reading, reading);
  if (reading == NULL)
    return;
  for (guint i = 0; i < ceci_scoring_grid_get_n (ceci_dossier_reading_get_grid (reading)); i++) {
    GtkWidget *box = ceci_criterion_box_new (reading, i);

    g_signal_connect_swapped (box, "refused", G_CALLBACK (refuse), self);
    g_ptr_array_add (self->boxes, box);
    gtk_box_append (self->criteria, box);
  }
  g_signal_connect_swapped (reading, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (ceci_dossier_reading_get_notes (reading), "items-changed", G_CALLBACK (refresh_notes),
                            self);
  refresh (self);
}

/**
 * ceci_scoring_panel_take_focus:
 * @self: a panel
 *
 * Puts the focus on the first criterion that has no answer yet, or on the first.
 */
void
ceci_scoring_panel_take_focus (CeciScoringPanel *self)
{
  guint chosen = 0;

  if (self->boxes->len == 0)
    return;
  for (guint i = 0; i < self->boxes->len; i++) {
    if (ceci_dossier_reading_get_level (self->reading, i) == CECI_LEVEL_BLANK) {
      chosen = i;
      break;
    }
  }
  ceci_criterion_box_take_focus (self->boxes->pdata[chosen]);
}
