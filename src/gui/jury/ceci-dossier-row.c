// SPDX-License-Identifier: GPL-3.0-or-later
// One dossier in the juror's list: whose it is, how much there is to read, how far the grid is.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-dossier-row.h"
#include "gui/widgets/ceci-figure-bar.h"
#include "gui/widgets/ceci-state-pill.h"

struct _CeciDossierRow {
  AdwActionRow parent_instance;
  CeciDossierReading *reading;
  GtkWidget *bar;
  GtkWidget *pill;
};

G_DEFINE_FINAL_TYPE (CeciDossierRow, ceci_dossier_row, ADW_TYPE_ACTION_ROW)

static void
refresh (CeciDossierRow *self)
{
  CeciDeclaration declaration = ceci_dossier_reading_get_declaration (self->reading);
  CeciTally tally = ceci_dossier_reading_get_tally (self->reading);
  guint n = ceci_scoring_grid_get_n (ceci_dossier_reading_get_grid (self->reading));
  g_autofree char *figures = g_strdup_printf ("%u / %u", tally.answered, n);
  CeciStatePill *pill = CECI_STATE_PILL (self->pill);

  ceci_figure_bar_set_figures (CECI_FIGURE_BAR (self->bar), tally.answered, n, figures);
  gtk_widget_set_visible (self->bar, declaration == CECI_DECLARATION_CLEAR);
  if (declaration == CECI_DECLARATION_CONFLICT)
    ceci_state_pill_set_state (pill, CECI_TONE_NEUTRAL, "action-unavailable-symbolic", _ ("Recused"));
  else if (declaration == CECI_DECLARATION_NONE)
    ceci_state_pill_set_state (pill, CECI_TONE_NEUTRAL, "document-open-symbolic", _ ("To open"));
  else if (ceci_dossier_reading_is_complete (self->reading))
    ceci_state_pill_set_state (pill, CECI_TONE_SUCCESS, "object-select-symbolic", _ ("Complete"));
  else
    ceci_state_pill_set_state (pill, CECI_TONE_ACCENT, "document-edit-symbolic", _ ("Being read"));
}

static char *
describe (CeciPackageDossier *dossier)
{
  guint n_documents = g_list_model_get_n_items (ceci_package_dossier_get_documents (dossier));
  guint n_pages = (guint) ceci_package_dossier_get_n_pages (dossier);
  g_autofree char *documents = g_strdup_printf (ngettext ("%u document", "%u documents", n_documents), n_documents);
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
  const char *organisation = ceci_package_dossier_get_organisation (dossier);

  if (organisation != NULL)
    return g_strdup_printf ("%s · %s · %s", organisation, documents, pages);
  return g_strdup_printf ("%s · %s", documents, pages);
}

static void
ceci_dossier_row_dispose (GObject *object)
{
  g_clear_object (&CECI_DOSSIER_ROW (object)->reading);
  G_OBJECT_CLASS (ceci_dossier_row_parent_class)->dispose (object);
}

static void
ceci_dossier_row_class_init (CeciDossierRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ceci_dossier_row_dispose;
}

static void
ceci_dossier_row_init (CeciDossierRow *self)
{
  self->bar = ceci_figure_bar_new (6);
  self->pill = ceci_state_pill_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_widget_set_valign (self->pill, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->bar);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->pill);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

/**
 * ceci_dossier_row_new:
 * @reading: the juror's work on one dossier
 *
 * Returns: (transfer floating): its row, which follows it
 */
GtkWidget *
ceci_dossier_row_new (CeciDossierReading *reading)
{
  CeciDossierRow *self = g_object_new (CECI_TYPE_DOSSIER_ROW, NULL);
  CeciPackageDossier *dossier = ceci_dossier_reading_get_dossier (reading);
  g_autofree char *description = describe (dossier);

  self->reading = g_object_ref (reading);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), ceci_package_dossier_get_name (dossier));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), description);
  g_signal_connect_object (reading, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

CeciDossierReading *
ceci_dossier_row_get_reading (CeciDossierRow *self)
{
  return self->reading;
}
