// SPDX-License-Identifier: GPL-3.0-or-later
// The versions of a document, newest first: when each came, from where, which bytes.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-versions-dialog.h"
#include "core/model/ceci-document-repository.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-state-words.h"

static gpointer
read_versions (CeciDatabase *database, gpointer id, GError **error)
{
  return ceci_document_repository_versions (database, id, error);
}

static GtkWidget *
row_for (CeciDocumentVersion *version)
{
  g_autofree char *added_on = ceci_date_from_instant (ceci_document_version_get_added_at (version));
  g_autofree char *date = added_on != NULL ? ceci_date_format_long (added_on) : g_strdup ("");
  g_autofree char *size = g_format_size ((guint64) MAX (ceci_document_version_get_size (version), 0));
  // Translators: a number and the name of a file
  g_autofree char *title = g_strdup_printf (_ ("Version %d · %s"), (int) ceci_document_version_get_number (version),
                                            ceci_document_version_get_file_name (version));
  g_autofree char *subtitle =
      g_strdup_printf ("%s · %s\nSHA-256 %.16s…", date, size, ceci_document_version_get_sha256 (version));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *pill = ceci_state_pill_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_tooltip_text (row, ceci_document_version_get_sha256 (version));
  ceci_words_show_state (CECI_STATE_PILL (pill), CECI_TYPE_HEALTH, (int) ceci_document_version_get_health (version));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  return row;
}

static void
on_versions_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwPreferencesGroup) group = user_data;
  g_autoptr (GListModel) versions = ceci_register_read_finish (CECI_REGISTER (source), result, NULL);

  for (guint i = 0; versions != NULL && i < g_list_model_get_n_items (versions); i++) {
    g_autoptr (CeciDocumentVersion) version = g_list_model_get_item (versions, i);
    adw_preferences_group_add (group, row_for (version));
  }
}

/**
 * ceci_versions_dialog_new:
 * @desk: the register
 * @document: whose versions
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
ceci_versions_dialog_new (CeciDesk *desk, CeciDocument *document)
{
  AdwDialog *dialog = adw_preferences_dialog_new ();
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_dialog_set_title (dialog, ceci_document_get_title (document));
  adw_preferences_page_add (page, group);
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), page);
  ceci_register_read_async (ceci_desk_get_register (desk), read_versions,
                            g_strdup (ceci_record_get_id (CECI_RECORD (document))), g_free, g_object_unref, NULL,
                            on_versions_read, g_object_ref (group));
  return dialog;
}
