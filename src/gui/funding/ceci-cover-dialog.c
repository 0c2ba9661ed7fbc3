// SPDX-License-Identifier: GPL-3.0-or-later
// How many of an intake's places each subsidy pays for: a figure a subsidy, what would be funded counted while one
// writes, one step when it is saved.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-cover-dialog.h"
#include "core/model/ceci-money.h"

#define MOST_PLACES 10000

struct _CeciCoverDialog {
  AdwDialog parent_instance;

  CeciDesk *desk;
  CeciCohortFunding *cohort;
  AdwPreferencesGroup *group;
  GtkLabel *sum;
  GtkWidget *save;
  GPtrArray *rows; // AdwSpinRow, each with its "subsidy"
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (CeciCoverDialog, ceci_cover_dialog, ADW_TYPE_DIALOG)

// --- what would be funded ---------------------------------------------------------------------------------------

static void
show_sum (CeciCoverDialog *self)
{
  gint64 places = ceci_cohort_funding_get_places (self->cohort), funded = 0, missing;
  g_autofree char *text = NULL, *amount = NULL;

  for (guint i = 0; i < self->rows->len; i++) {
    CeciSubsidy *subsidy = g_object_get_data (self->rows->pdata[i], "subsidy");

    if (ceci_subsidy_get_state (subsidy) == CECI_SUBSIDY_STATE_GRANTED)
      funded += (gint64) adw_spin_row_get_value (self->rows->pdata[i]);
  }
  missing = MAX (places - funded, 0);
  amount = ceci_money_format (missing * ceci_cohort_funding_get_place_value_cents (self->cohort));
  if (funded > places)
    // Translators: two numbers of places
    text = g_strdup_printf (_ ("%d places are funded for %d: too many."), (int) funded, (int) places);
  else
    // Translators: two numbers of places, an amount
    text = g_strdup_printf (_ ("%d of %d places are funded; %s still to find."), (int) funded, (int) places, amount);
  gtk_label_set_label (self->sum, text);
  if (funded > places)
    gtk_widget_add_css_class (GTK_WIDGET (self->sum), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->sum), "warning");
}

// --- reading ----------------------------------------------------------------------------------------------------

typedef struct {
  GListModel *subsidies, *covers;
} Funding;

static void
funding_free (gpointer data)
{
  Funding *funding = data;

  g_clear_object (&funding->subsidies);
  g_clear_object (&funding->covers);
  g_free (funding);
}

static gpointer
read_funding (CeciDatabase *database, gpointer cohort_id, GError **error)
{
  Funding *funding = g_new0 (Funding, 1);

  funding->subsidies = ceci_funding_repository_list (database, error);
  funding->covers = funding->subsidies != NULL ? ceci_funding_repository_covers (database, cohort_id, error) : NULL;
  if (funding->covers != NULL)
    return funding;
  funding_free (funding);
  return NULL;
}

static gint64
places_of (GListModel *covers, const char *subsidy_id)
{
  gint64 places = 0;

  for (guint i = 0; i < g_list_model_get_n_items (covers); i++) {
    g_autoptr (CeciSubsidyCover) cover = g_list_model_get_item (covers, i);

    if (g_strcmp0 (ceci_subsidy_cover_get_subsidy_id (cover), subsidy_id) == 0)
      places += ceci_subsidy_cover_get_places (cover);
  }
  return places;
}

static void
add_subsidy (CeciCoverDialog *self, CeciSubsidy *subsidy, gint64 places)
{
  GtkWidget *row = adw_spin_row_new_with_range (0, MOST_PLACES, 1);
  gint64 elsewhere = ceci_subsidy_get_covered (subsidy) - places;
  // Translators: a state such as «granted», then numbers of places
  g_autofree char *subtitle =
      g_strdup_printf (_ ("%s · pays for %d, of which %d in other intakes"),
                       ceci_enum_get_label (CECI_TYPE_SUBSIDY_STATE, (int) ceci_subsidy_get_state (subsidy)),
                       (int) ceci_subsidy_get_places (subsidy), (int) elsewhere);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ceci_subsidy_get_funder (subsidy));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_spin_row_set_value (ADW_SPIN_ROW (row), (double) places);
  g_object_set_data_full (G_OBJECT (row), "subsidy", g_object_ref (subsidy), g_object_unref);
  g_object_set_data (G_OBJECT (row), "places", GINT_TO_POINTER ((int) places));
  g_signal_connect_object (row, "notify::value", G_CALLBACK (show_sum), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciCoverDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Funding *funding = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable)) {
    g_clear_pointer (&funding, funding_free);
    return;
  }
  if (funding == NULL) {
    ceci_desk_report (self->desk, _ ("The subsidies can’t be read"), error);
    adw_dialog_force_close (ADW_DIALOG (self));
    return;
  }
  for (guint i = 0; i < g_list_model_get_n_items (funding->subsidies); i++) {
    g_autoptr (CeciSubsidy) subsidy = g_list_model_get_item (funding->subsidies, i);

    add_subsidy (self, subsidy, places_of (funding->covers, ceci_record_get_id (CECI_RECORD (subsidy))));
  }
  if (self->rows->len == 0)
    adw_preferences_group_set_description (self->group, _ ("No subsidy is recorded yet: add one among the subsidies."));
  else
    gtk_widget_grab_focus (self->rows->pdata[0]);
  gtk_widget_set_sensitive (self->save, self->rows->len > 0 && !ceci_desk_is_read_only (self->desk));
  show_sum (self);
  funding_free (funding);
}

// --- writing ----------------------------------------------------------------------------------------------------

typedef struct {
  char *cohort_id;
  GPtrArray *subsidies; // ids
  GArray *places;       // gint64, one each
} Covers;

static void
covers_free (gpointer data)
{
  Covers *covers = data;

  g_free (covers->cohort_id);
  g_ptr_array_unref (covers->subsidies);
  g_array_unref (covers->places);
  g_free (covers);
}

static gpointer
write_covers (CeciDatabase *database, gpointer data, GError **error)
{
  Covers *covers = data;

  for (guint i = 0; i < covers->subsidies->len; i++)
    if (!ceci_funding_repository_cover (database, covers->subsidies->pdata[i], covers->cohort_id,
                                        g_array_index (covers->places, gint64, i), error))
      return NULL;
  return NULL;
}

static void
on_save (CeciCoverDialog *self)
{
  g_autofree char *label = g_strdup_printf (_ ("Change what funds %s"), ceci_cohort_funding_get_name (self->cohort));
  Covers *covers = g_new0 (Covers, 1);

  covers->cohort_id = g_strdup (ceci_record_get_id (CECI_RECORD (self->cohort)));
  covers->subsidies = g_ptr_array_new_with_free_func (g_free);
  covers->places = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->rows->len; i++) {
    gint64 places = (gint64) adw_spin_row_get_value (self->rows->pdata[i]);

    if (places == GPOINTER_TO_INT (g_object_get_data (self->rows->pdata[i], "places")))
      continue;
    g_ptr_array_add (covers->subsidies,
                     g_strdup (ceci_record_get_id (g_object_get_data (self->rows->pdata[i], "subsidy"))));
    g_array_append_val (covers->places, places);
  }
  ceci_desk_write (self->desk, label, write_covers, covers, covers_free);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_cancel (CeciCoverDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

// --- the dialog -------------------------------------------------------------------------------------------------

static void
ceci_cover_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (CECI_COVER_DIALOG (dialog)->cancellable);
}

static void
ceci_cover_dialog_dispose (GObject *object)
{
  CeciCoverDialog *self = CECI_COVER_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->cohort);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_COVER_DIALOG);
  G_OBJECT_CLASS (ceci_cover_dialog_parent_class)->dispose (object);
}

static void
ceci_cover_dialog_class_init (CeciCoverDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_cover_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = ceci_cover_dialog_closed;
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/funding/ceci-cover-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciCoverDialog, group);
  gtk_widget_class_bind_template_child (widget_class, CeciCoverDialog, sum);
  gtk_widget_class_bind_template_child (widget_class, CeciCoverDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
ceci_cover_dialog_init (CeciCoverDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ceci_cover_dialog_new:
 * @desk: the register
 * @cohort: the intake
 *
 * Returns: (transfer floating): a dialog that is reading
 */
AdwDialog *
ceci_cover_dialog_new (CeciDesk *desk, CeciCohortFunding *cohort)
{
  CeciCoverDialog *self = g_object_new (CECI_TYPE_COVER_DIALOG, "title", ceci_cohort_funding_get_name (cohort), NULL);

  self->desk = g_object_ref (desk);
  self->cohort = g_object_ref (cohort);
  ceci_register_read_async (ceci_desk_get_register (desk), read_funding,
                            g_strdup (ceci_record_get_id (CECI_RECORD (cohort))), g_free, funding_free,
                            self->cancellable, on_read, g_object_ref (self));
  return ADW_DIALOG (self);
}
