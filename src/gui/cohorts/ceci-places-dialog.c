// SPDX-License-Identifier: GPL-3.0-or-later
// How many places a cohort has: another number with its reason, what that would change, and what there was before.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-places-dialog.h"
#include "ceci-selection-writes.h"
#include "core/model/ceci-application.h"
#include "core/model/ceci-capacity-repository.h"
#include "core/model/ceci-selection-repository.h"
#include "core/store/ceci-date.h"

#define NAMES_SHOWN 5
#define MOST_PLACES 10000

struct _CeciPlacesDialog {
  AdwDialog parent_instance;
  CeciView *view;
  CeciCohort *cohort;
  GtkWidget *accept;
  AdwSpinRow *places;
  AdwEntryRow *reason;
  GtkLabel *effect;
  AdwPreferencesGroup *history;
  GListModel *waiting; // NULL until read
  gint64 taken;
};

G_DEFINE_FINAL_TYPE (CeciPlacesDialog, ceci_places_dialog, ADW_TYPE_DIALOG)

// --- what it would change ----------------------------------------------------------------------

static char *
name_those_next (CeciPlacesDialog *self, guint n)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint shown = MIN (n, NAMES_SHOWN);

  for (guint i = 0; i < shown; i++) {
    g_autoptr (CeciApplication) application = g_list_model_get_item (self->waiting, i);

    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ceci_application_get_display_name (application));
  }
  if (n > shown)
    g_string_append (names, "…");
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
describe_effect (CeciPlacesDialog *self)
{
  gint64 free_places = (gint64) adw_spin_row_get_value (self->places) - self->taken;
  guint n_waiting = self->waiting != NULL ? g_list_model_get_n_items (self->waiting) : 0;
  guint n = (guint) CLAMP (free_places, 0, n_waiting);
  g_autofree char *names = NULL;

  if (free_places < 0)
    return g_strdup_printf (_ ("%d places are taken: there can’t be fewer."), (int) self->taken);
  if (ceci_cohort_get_phase (self->cohort) < CECI_COHORT_PHASE_RUNNING)
    return g_strdup (_ ("Another number calls for another proposal."));
  if (n == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d place is free; nobody waits for it.",
                                         "%d places are free; nobody waits for them.", (gulong) free_places),
                            (int) free_places);
  names = name_those_next (self, n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u could come off the waiting list: %s",
                                       "%u could come off the waiting list: %s", n),
                          n, names);
}

static void
on_changed (CeciPlacesDialog *self)
{
  gint64 places = (gint64) adw_spin_row_get_value (self->places);
  g_autofree char *effect = self->waiting != NULL ? describe_effect (self) : NULL;
  gboolean can = self->waiting != NULL && places != ceci_cohort_get_places (self->cohort) && places >= self->taken &&
                 *gtk_editable_get_text (GTK_EDITABLE (self->reason)) != '\0';

  gtk_label_set_label (self->effect, effect != NULL ? effect : "");
  gtk_widget_set_sensitive (self->accept, can);
}

static void
on_accept (CeciPlacesDialog *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));

  ceci_selection_write_places (self->view, self->cohort, (gint64) adw_spin_row_get_value (self->places), reason);
  adw_dialog_close (ADW_DIALOG (self));
}

// --- reading -------------------------------------------------------------------------------------

typedef struct {
  GListModel *waiting, *history;
  gint64 taken;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->waiting);
  g_clear_object (&reading->history);
  g_free (reading);
}

static gpointer
read_places (CeciDatabase *database, gpointer cohort_id, GError **error)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->waiting = ceci_selection_repository_waiting (database, cohort_id, error);
  reading->history = reading->waiting != NULL ? ceci_capacity_repository_list (database, cohort_id, error) : NULL;
  reading->taken = reading->history != NULL ? ceci_selection_repository_taken (database, cohort_id, error) : -1;
  if (reading->taken >= 0)
    return reading;
  reading_free (reading);
  return NULL;
}

static void
add_past (CeciPlacesDialog *self, CeciCapacity *capacity)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *date = ceci_date_format_long (ceci_capacity_get_since (capacity));
  int places = (int) ceci_capacity_get_places (capacity);
  // Translators: a number of places, and since when
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d place since %s", "%d places since %s", (gulong) places), places, date);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), ceci_capacity_get_reason (capacity));
  adw_preferences_group_add (self->history, row);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciPlacesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Reading *reading = ceci_register_read_finish (CECI_REGISTER (source), result, &error);
  guint n;

  if (reading == NULL)
    return;
  g_set_object (&self->waiting, reading->waiting);
  self->taken = reading->taken;
  n = g_list_model_get_n_items (reading->history);
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciCapacity) capacity = g_list_model_get_item (reading->history, i);

    add_past (self, capacity);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->history), n > 0);
  reading_free (reading);
  if (self->cohort != NULL)
    on_changed (self);
}

// --- the dialog -------------------------------------------------------------------------------------

static void
ceci_places_dialog_dispose (GObject *object)
{
  CeciPlacesDialog *self = CECI_PLACES_DIALOG (object);

  g_clear_object (&self->view);
  g_clear_object (&self->cohort);
  g_clear_object (&self->waiting);
  G_OBJECT_CLASS (ceci_places_dialog_parent_class)->dispose (object);
}

static void
ceci_places_dialog_class_init (CeciPlacesDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ceci_places_dialog_dispose;
}

static AdwPreferencesGroup *
make_form (CeciPlacesDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *effect = gtk_label_new (NULL);

  self->places = ADW_SPIN_ROW (adw_spin_row_new_with_range (1, MOST_PLACES, 1));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->places), _ ("Places"));
  self->reason = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason), _ ("Reason"));
  adw_entry_row_set_activates_default (self->reason, TRUE);
  self->effect = GTK_LABEL (effect);
  gtk_label_set_wrap (self->effect, TRUE);
  gtk_label_set_xalign (self->effect, 0);
  gtk_widget_set_margin_top (effect, 12);
  gtk_widget_add_css_class (effect, "dim-label");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->places));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->reason));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), effect);
  g_signal_connect_swapped (self->places, "notify::value", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->reason, "changed", G_CALLBACK (on_changed), self);
  return ADW_PREFERENCES_GROUP (group);
}

static void
ceci_places_dialog_init (CeciPlacesDialog *self)
{
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->accept = gtk_button_new_with_mnemonic (_ ("C_hange"));
  gtk_widget_add_css_class (self->accept, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  g_signal_connect_swapped (self->accept, "clicked", G_CALLBACK (on_accept), self);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (adw_dialog_close), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), make_form (self));
  self->history = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->history, _ ("History"));
  gtk_widget_set_visible (GTK_WIDGET (self->history), FALSE);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->history);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), page);
  adw_dialog_set_child (ADW_DIALOG (self), toolbar);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Places"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 460);
  adw_dialog_set_content_height (ADW_DIALOG (self), 420);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->accept);
}

/**
 * ceci_places_dialog_new:
 * @view: what writes
 * @cohort: whose places
 */
AdwDialog *
ceci_places_dialog_new (CeciView *view, CeciCohort *cohort)
{
  CeciPlacesDialog *self = g_object_new (CECI_TYPE_PLACES_DIALOG, NULL);
  CeciDesk *desk = ceci_view_get_desk (view);

  self->view = g_object_ref (view);
  self->cohort = g_object_ref (cohort);
  adw_spin_row_set_value (self->places, (double) ceci_cohort_get_places (cohort));
  on_changed (self);
  if (desk != NULL)
    ceci_register_read_async (ceci_desk_get_register (desk), read_places,
                              g_strdup (ceci_record_get_id (CECI_RECORD (cohort))), g_free, reading_free, NULL, on_read,
                              g_object_ref (self));
  return ADW_DIALOG (self);
}
