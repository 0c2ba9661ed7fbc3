// SPDX-License-Identifier: GPL-3.0-or-later
// The supervisor's follow-up grid, transcribed beside its original: ten items by keys, what the supervisor says in
// words, and what is odd in it told before it is saved.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-grid-dialog.h"
#include "ceci-placement-writes.h"
#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-follow-up-repository.h"
#include "core/store/ceci-date.h"
#include "viewer/ceci-document-pane.h"
#include "widgets/ceci-empty-page.h"

#define LEVELS 4

struct _CeciGridDialog {
  AdwDialog parent_instance;
  AdwMultiLayoutView *layouts;
  GtkWidget *save, *original, *pane;
  AdwPreferencesGroup *items;
  GtkLabel *mean, *remarks;
  AdwEntryRow *filled_on, *attested, *starts_on, *ends_on, *functions, *strengths, *advice, *signatories;
  AdwComboRow *overall;

  AdwToggleGroup *levels[CECI_FOLLOW_UP_ITEMS];
  GtkWidget *rows[CECI_FOLLOW_UP_ITEMS];
  CeciDesk *desk;
  CeciPlacementSheet *sheet;
  CeciFollowUpGrid *grid; // what is edited, or a draft
  gboolean filling;
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (CeciGridDialog, ceci_grid_dialog, ADW_TYPE_DIALOG)

// --- the items --------------------------------------------------------------------------------

static gint64
level_of (CeciGridDialog *self, guint item)
{
  guint active = adw_toggle_group_get_active (self->levels[item]);

  return active == GTK_INVALID_LIST_POSITION || active == 0 ? CECI_UNSET : (gint64) active;
}

static GListModel *
dup_ratings (CeciGridDialog *self)
{
  GListStore *ratings = g_list_store_new (CECI_TYPE_FOLLOW_UP_RATING);

  for (guint i = 0; i < CECI_FOLLOW_UP_ITEMS; i++) {
    g_autoptr (CeciFollowUpRating) rating = ceci_record_new (
        CECI_TYPE_FOLLOW_UP_RATING, "item", ceci_follow_up_items[i], "level", level_of (self, i), NULL);

    g_list_store_append (ratings, rating);
  }
  return G_LIST_MODEL (ratings);
}

static void
show_mean (CeciGridDialog *self)
{
  g_autoptr (GListModel) ratings = dup_ratings (self);
  guint n = 0;
  double value = ceci_follow_up_mean (ratings, &n);
  // Translators: the mean of a follow-up grid, how many of its ten items were observed
  g_autofree char *text = n > 0 ? g_strdup_printf (_ ("%.1f / 4 (%u observed)"), value, n) : g_strdup ("");

  gtk_label_set_label (self->mean, text);
}

static gboolean
on_item_key (CeciGridDialog *self, guint key, guint code, GdkModifierType state, GtkEventController *controller)
{
  GtkWidget *row = gtk_event_controller_get_widget (controller);
  guint item = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "item"));
  guint level = key >= GDK_KEY_0 && key <= GDK_KEY_0 + LEVELS         ? key - GDK_KEY_0
                : key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_0 + LEVELS ? key - GDK_KEY_KP_0
                                                                      : G_MAXUINT;

  // where figures stand above other signs, Shift is held for them
  if (level == G_MAXUINT || state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  adw_toggle_group_set_active (self->levels[item], level);
  if (item + 1 < CECI_FOLLOW_UP_ITEMS)
    gtk_widget_grab_focus (self->rows[item + 1]);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->filled_on));
  return GDK_EVENT_STOP;
}

static void
add_item (CeciGridDialog *self, guint item)
{
  static const char *const names[] = {N_ ("Not observed"), N_ ("To improve"), N_ ("Sufficient"), N_ ("Good"),
                                      N_ ("Very good")};
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *levels = adw_toggle_group_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  const char *label = ceci_follow_up_item_label (ceci_follow_up_items[item]);

  for (guint level = 0; level <= LEVELS; level++) {
    AdwToggle *toggle = adw_toggle_new ();
    g_autofree char *figure = level > 0 ? g_strdup_printf ("%u", level) : g_strdup ("–");

    adw_toggle_set_label (toggle, figure);
    adw_toggle_set_tooltip (toggle, _ (names[level]));
    adw_toggle_group_add (ADW_TOGGLE_GROUP (levels), toggle);
  }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (levels), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (levels, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), levels);
  gtk_widget_set_focusable (row, TRUE);
  g_object_set_data (G_OBJECT (row), "item", GUINT_TO_POINTER (item));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_item_key), self);
  gtk_widget_add_controller (row, keys);
  g_signal_connect_swapped (levels, "notify::active", G_CALLBACK (show_mean), self);
  adw_preferences_group_add (self->items, row);
  self->rows[item] = row;
  self->levels[item] = ADW_TOGGLE_GROUP (levels);
}

// --- what is filled in --------------------------------------------------------------------------

static char *
dup_text (AdwEntryRow *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

// A day, or NULL; *readable turns FALSE on a line that holds something else, which turns red.
static char *
dup_day (CeciGridDialog *self, AdwEntryRow *row, gboolean *readable)
{
  g_autofree char *text = dup_text (row);
  char *day = text != NULL ? ceci_date_parse_human (text, ceci_desk_get_today (self->desk)) : NULL;

  if (text == NULL || day != NULL) {
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
    return day;
  }
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  *readable = FALSE;
  return NULL;
}

static gint64
attested_minutes (CeciGridDialog *self, gboolean *readable)
{
  g_autofree char *text = dup_text (self->attested);
  gint64 minutes = text != NULL ? ceci_duration_parse (text) : CECI_UNSET;

  if (text == NULL || minutes >= 0) {
    gtk_widget_remove_css_class (GTK_WIDGET (self->attested), "error");
    return minutes;
  }
  gtk_widget_add_css_class (GTK_WIDGET (self->attested), "error");
  *readable = FALSE;
  return CECI_UNSET;
}

static CeciFollowUpGrid *
dup_grid (CeciGridDialog *self, gboolean *complete)
{
  gboolean readable = TRUE;
  g_autofree char *filled_on = dup_day (self, self->filled_on, &readable);
  g_autofree char *starts_on = dup_day (self, self->starts_on, &readable);
  g_autofree char *ends_on = dup_day (self, self->ends_on, &readable);
  gint64 minutes = attested_minutes (self, &readable);
  g_autofree char *functions = dup_text (self->functions);
  g_autofree char *strengths = dup_text (self->strengths);
  g_autofree char *advice = dup_text (self->advice);
  g_autofree char *signatories = dup_text (self->signatories);
  guint overall = adw_combo_row_get_selected (self->overall);

  *complete = readable && filled_on != NULL;
  return ceci_record_with (self->grid, "filled_on", filled_on, "attested_minutes", minutes, "starts_on", starts_on,
                           "ends_on", ends_on, "functions", functions, "strengths", strengths, "advice", advice,
                           "signatories", signatories, "overall",
                           overall > 0 ? ceci_enum_get_nick (CECI_TYPE_OVERALL, (int) overall - 1) : NULL, NULL);
}

static const CeciPlacementFacts *
placement_facts (CeciGridDialog *self)
{
  for (guint i = 0; i < self->sheet->facts->placements->len; i++) {
    const CeciPlacementFacts *each = &g_array_index (self->sheet->facts->placements, CeciPlacementFacts, i);

    if (g_strcmp0 (each->id, ceci_follow_up_grid_get_placement_id (self->grid)) == 0)
      return each;
  }
  return NULL;
}

static gint64
counted_minutes (CeciGridDialog *self)
{
  gint64 minutes = 0;

  for (guint i = 0; i < self->sheet->hours->len; i++) {
    const CeciCountedHours *counted = self->sheet->hours->pdata[i];

    if (counted->count == CECI_COUNT_YES && g_strcmp0 (ceci_hours_get_placement_id (counted->hours),
                                                       ceci_follow_up_grid_get_placement_id (self->grid)) == 0)
      minutes += ceci_hours_get_minutes (counted->hours);
  }
  return minutes;
}

static void
on_changed (CeciGridDialog *self)
{
  gboolean complete = FALSE;
  g_autoptr (CeciFollowUpGrid) grid = NULL;
  g_auto (GStrv) remarks = NULL;
  g_autofree char *text = NULL;
  const CeciPlacementFacts *placement;
  const char *last_day;

  if (self->filling || self->grid == NULL)
    return;
  grid = dup_grid (self, &complete);
  placement = placement_facts (self);
  last_day = placement == NULL ? NULL : placement->closed_on != NULL ? placement->closed_on : placement->ends_on;
  remarks = ceci_follow_up_remarks (grid, last_day, counted_minutes (self));
  text = g_strjoinv ("\n", remarks);
  gtk_label_set_label (self->remarks, text);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), *text != '\0');
  gtk_widget_set_sensitive (self->save, complete && !ceci_desk_is_read_only (self->desk));
}

static void
on_cancel (CeciGridDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_save (CeciGridDialog *self)
{
  gboolean complete = FALSE;
  g_autoptr (CeciFollowUpGrid) grid = dup_grid (self, &complete);
  g_autoptr (GListModel) ratings = dup_ratings (self);

  if (!complete)
    return;
  ceci_placement_write_grid (self->desk, ceci_placement_sheet_get_student (self->sheet), grid, ratings);
  adw_dialog_close (ADW_DIALOG (self));
}

// --- filling ------------------------------------------------------------------------------------

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
fill (CeciGridDialog *self, GListModel *ratings)
{
  gint64 minutes = ceci_follow_up_grid_get_attested_minutes (self->grid);
  g_autofree char *attested = minutes != CECI_UNSET ? ceci_duration_format (minutes) : NULL;

  self->filling = TRUE;
  for (guint i = 0; i < CECI_FOLLOW_UP_ITEMS; i++)
    adw_toggle_group_set_active (self->levels[i], 0);
  for (guint k = 0; ratings != NULL && k < g_list_model_get_n_items (ratings); k++) {
    g_autoptr (CeciFollowUpRating) rating = g_list_model_get_item (ratings, k);
    gint64 level = ceci_follow_up_rating_get_level (rating);

    for (guint i = 0; i < CECI_FOLLOW_UP_ITEMS; i++)
      if (g_strcmp0 (ceci_follow_up_rating_get_item (rating), ceci_follow_up_items[i]) == 0 && level != CECI_UNSET)
        adw_toggle_group_set_active (self->levels[i], (guint) level);
  }
  set_text (self->filled_on, ceci_follow_up_grid_get_filled_on (self->grid));
  set_text (self->attested, attested);
  set_text (self->starts_on, ceci_follow_up_grid_get_starts_on (self->grid));
  set_text (self->ends_on, ceci_follow_up_grid_get_ends_on (self->grid));
  set_text (self->functions, ceci_follow_up_grid_get_functions (self->grid));
  set_text (self->strengths, ceci_follow_up_grid_get_strengths (self->grid));
  set_text (self->advice, ceci_follow_up_grid_get_advice (self->grid));
  set_text (self->signatories, ceci_follow_up_grid_get_signatories (self->grid));
  adw_combo_row_set_selected (self->overall, (guint) ((int) ceci_follow_up_grid_get_overall (self->grid) + 1));
  self->filling = FALSE;
  show_mean (self);
  on_changed (self);
}

static gpointer
read_bytes (CeciDatabase *database, gpointer document_id, GError **error)
{
  return ceci_document_repository_bytes (database, document_id, error);
}

static void
on_bytes_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciGridDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (bytes == NULL || self->desk == NULL)
    return;
  ceci_document_pane_set_document (CECI_DOCUMENT_PANE (self->pane), bytes);
  gtk_stack_set_visible_child_name (GTK_STACK (self->original), "pane");
}

static void
show_original (CeciGridDialog *self)
{
  const char *id = ceci_follow_up_grid_get_document_id (self->grid);

  if (id == NULL)
    return;
  self->reading = g_cancellable_new ();
  ceci_register_read_async (ceci_desk_get_register (self->desk), read_bytes, g_strdup (id), g_free,
                            (GDestroyNotify) g_bytes_unref, self->reading, on_bytes_read, g_object_ref (self));
}

// --- the dialog ---------------------------------------------------------------------------------

static void
ceci_grid_dialog_dispose (GObject *object)
{
  CeciGridDialog *self = CECI_GRID_DIALOG (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->desk);
  g_clear_object (&self->grid);
  g_clear_pointer (&self->sheet, ceci_placement_sheet_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_GRID_DIALOG);
  G_OBJECT_CLASS (ceci_grid_dialog_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, CeciGridDialog, name)

static void
ceci_grid_dialog_class_init (CeciGridDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_grid_dialog_dispose;
  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  g_type_ensure (CECI_TYPE_DOCUMENT_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/placements/ceci-grid-dialog.ui");
  BIND (layouts);
  BIND (save);
  BIND (original);
  BIND (pane);
  BIND (items);
  BIND (mean);
  BIND (remarks);
  BIND (filled_on);
  BIND (attested);
  BIND (starts_on);
  BIND (ends_on);
  BIND (functions);
  BIND (strengths);
  BIND (advice);
  BIND (signatories);
  BIND (overall);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
ceci_grid_dialog_init (CeciGridDialog *self)
{
  g_autoptr (GtkStringList) opinions = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < CECI_FOLLOW_UP_ITEMS; i++)
    add_item (self, i);
  // Translators: no overall opinion
  gtk_string_list_append (opinions, C_ ("overall opinion", "Not given"));
  for (int i = CECI_OVERALL_FAVOURABLE; i <= CECI_OVERALL_UNFAVOURABLE; i++)
    gtk_string_list_append (opinions, ceci_enum_get_label (CECI_TYPE_OVERALL, i));
  adw_combo_row_set_model (self->overall, G_LIST_MODEL (opinions));
}

static CeciTranscribedGrid *
find_grid (CeciPlacementSheet *sheet, const char *grid_id)
{
  for (guint i = 0; i < sheet->grids->len; i++) {
    CeciTranscribedGrid *it = sheet->grids->pdata[i];

    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (it->grid)), grid_id) == 0)
      return it;
  }
  return NULL;
}

// A grid of the placement that its original names, else of the current one.
static CeciFollowUpGrid *
draft_new (CeciPlacementSheet *sheet, const char *document_id, const char *today)
{
  g_autoptr (CeciPlacement) current = ceci_placement_sheet_current (sheet);
  const char *placement_id = ceci_record_get_id (CECI_RECORD (current));
  const char *dated_on = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (sheet->documents); i++) {
    g_autoptr (CeciDocument) document = g_list_model_get_item (sheet->documents, i);

    // the sheet keeps the document, and its texts with it
    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (document)), document_id) != 0)
      continue;
    dated_on = ceci_document_get_dated_on (document);
    if (ceci_document_get_placement_id (document) != NULL)
      placement_id = ceci_document_get_placement_id (document);
  }
  return ceci_record_new (CECI_TYPE_FOLLOW_UP_GRID, "placement_id", placement_id, "document_id",
                          *document_id != '\0' ? document_id : NULL, "filled_on", dated_on != NULL ? dated_on : today,
                          "attested_minutes", CECI_UNSET, "starts_on", ceci_placement_get_starts_on (current),
                          "signatories", ceci_placement_get_supervisor_name (current), NULL);
}

void
ceci_grid_dialog_open (GtkWidget *parent, CeciDesk *desk, CeciPlacementSheet *sheet, const char *grid_id,
                       const char *document_id)
{
  CeciGridDialog *self = g_object_new (CECI_TYPE_GRID_DIALOG, NULL);
  CeciTranscribedGrid *standing = *grid_id != '\0' ? find_grid (sheet, grid_id) : NULL;

  self->desk = g_object_ref (desk);
  self->sheet = ceci_placement_sheet_ref (sheet);
  self->grid =
      standing != NULL ? g_object_ref (standing->grid) : draft_new (sheet, document_id, ceci_desk_get_today (desk));
  fill (self, standing != NULL ? standing->ratings : NULL);
  show_original (self);
  adw_dialog_set_focus (ADW_DIALOG (self), self->rows[0]);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
