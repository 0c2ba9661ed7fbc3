// SPDX-License-Identifier: GPL-3.0-or-later
// The versions of a document, newest first: when each came, from where, which bytes. What is done with one stands with
// what is done to documents, in the portfolio view.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-portfolio-private.h"
#include "ceci-versions-dialog.h"
#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-labels.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-state-words.h"

struct _CeciVersionsDialog {
  AdwDialog parent_instance;
  AdwPreferencesGroup *group;

  CeciPortfolioView *view;
  CeciDocument *document;
  GListModel *versions; // newest first
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (CeciVersionsDialog, ceci_versions_dialog, ADW_TYPE_DIALOG)

// --- what is done with one --------------------------------------------------------------------

static CeciDocumentVersion *
named (CeciVersionsDialog *self, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; self->versions != NULL && i < g_list_model_get_n_items (self->versions); i++) {
    g_autoptr (CeciDocumentVersion) version = g_list_model_get_item (self->versions, i);

    if (g_str_equal (ceci_record_get_id (CECI_RECORD (version)), id))
      return g_steal_pointer (&version);
  }
  return NULL;
}

static void
show_version (CeciVersionsDialog *self, CeciDocumentVersion *version)
{
  ceci_portfolio_show_version (self->view, self->document, version);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_row_activated (CeciVersionsDialog *self, GtkWidget *row)
{
  show_version (self, g_object_get_data (G_OBJECT (row), "version"));
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (CeciDocumentVersion) version = named (CECI_VERSIONS_DIALOG (widget), parameter);

  if (version != NULL)
    show_version (CECI_VERSIONS_DIALOG (widget), version);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciVersionsDialog *self = CECI_VERSIONS_DIALOG (widget);
  g_autoptr (CeciDocumentVersion) version = named (self, parameter);

  if (version != NULL)
    ceci_portfolio_save_version (self->view, version);
}

static void
split_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciVersionsDialog *self = CECI_VERSIONS_DIALOG (widget);
  g_autoptr (CeciDocumentVersion) version = named (self, parameter);

  if (version == NULL)
    return;
  ceci_portfolio_split_version (self->view, self->document, version);
  adw_dialog_close (ADW_DIALOG (self));
}

static gpointer
renew_version (CeciDatabase *database, gpointer id, GError **error)
{
  ceci_document_repository_renew (database, id, error);
  return NULL;
}

static void
renew_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciVersionsDialog *self = CECI_VERSIONS_DIALOG (widget);
  g_autoptr (CeciDocumentVersion) version = named (self, parameter);
  g_autofree char *label = NULL;

  if (version == NULL)
    return;
  label =
      ceci_label_document_renew (ceci_document_version_get_number (version), ceci_document_get_title (self->document),
                                 ceci_document_get_display_name (self->document));
  ceci_view_write (CECI_VIEW (self->view), label, renew_version, g_variant_dup_string (parameter, NULL), g_free);
  adw_dialog_close (ADW_DIALOG (self));
}

// --- the list ---------------------------------------------------------------------------------

static void
add_menu (CeciVersionsDialog *self, GtkWidget *row, CeciDocumentVersion *version, gboolean newest)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self->view));
  gboolean editable =
      desk != NULL && !ceci_desk_is_read_only (desk) && ceci_document_get_removed_on (self->document) == NULL;
  GtkWidget *button = gtk_menu_button_new ();
  const struct {
    const char *label;
    const char *action;
    gboolean offered;
  } items[] = {
      {_ ("Show the _pages"), "versions.show", TRUE},
      {_ ("_Save a copy…"), "versions.save", TRUE},
      {_ ("Make it the _newest again"), "versions.renew", editable && !newest},
      {_ ("Make it a _document of its own…"), "versions.split",
       editable && g_list_model_get_n_items (self->versions) > 1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (items[i].label, NULL);

    if (!items[i].offered)
      continue;
    g_menu_item_set_action_and_target (item, items[i].action, "s", ceci_record_get_id (CECI_RECORD (version)));
    g_menu_append_item (menu, item);
  }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("What to do with this version"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static char *
describe (CeciDocumentVersion *version)
{
  g_autofree char *added_on = ceci_date_from_instant (ceci_document_version_get_added_at (version));
  g_autofree char *date = added_on != NULL ? ceci_date_format_long (added_on) : g_strdup ("");
  g_autofree char *size = g_format_size ((guint64) MAX (ceci_document_version_get_size (version), 0));

  return g_strdup_printf ("%s\n%s · %s · SHA-256 %.12s…", ceci_document_version_get_file_name (version), date, size,
                          ceci_document_version_get_sha256 (version));
}

static GtkWidget *
row_for (CeciVersionsDialog *self, CeciDocumentVersion *version, gboolean newest)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = describe (version);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *pill = ceci_state_pill_new ();

  // Translators: the number of a version of a document
  title = g_strdup_printf (newest ? _ ("Version %d, the newest") : _ ("Version %d"),
                           (int) ceci_document_version_get_number (version));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, ceci_document_version_get_sha256 (version));
  ceci_words_show_state (CECI_STATE_PILL (pill), CECI_TYPE_HEALTH, (int) ceci_document_version_get_health (version));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  add_menu (self, row, version, newest);
  g_object_set_data_full (G_OBJECT (row), "version", g_object_ref (version), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  return row;
}

static gpointer
read_versions (CeciDatabase *database, gpointer id, GError **error)
{
  return ceci_document_repository_versions (database, id, error);
}

static void
on_versions_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciVersionsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) versions = ceci_register_read_finish (CECI_REGISTER (source), result, &error);
  CeciDesk *desk = self->view != NULL ? ceci_view_get_desk (CECI_VIEW (self->view)) : NULL;

  if (desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (versions == NULL) {
    ceci_desk_report (desk, _ ("The versions could not be read"), error);
    return;
  }
  self->versions = g_steal_pointer (&versions);
  for (guint i = 0; i < g_list_model_get_n_items (self->versions); i++) {
    g_autoptr (CeciDocumentVersion) version = g_list_model_get_item (self->versions, i);
    GtkWidget *row = row_for (self, version, i == 0);

    adw_preferences_group_add (self->group, row);
    if (i == 0)
      gtk_widget_grab_focus (row);
  }
}

// --- the dialog -------------------------------------------------------------------------------

static void
ceci_versions_dialog_dispose (GObject *object)
{
  CeciVersionsDialog *self = CECI_VERSIONS_DIALOG (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->view);
  g_clear_object (&self->document);
  g_clear_object (&self->versions);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_VERSIONS_DIALOG);
  G_OBJECT_CLASS (ceci_versions_dialog_parent_class)->dispose (object);
}

static void
ceci_versions_dialog_class_init (CeciVersionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_versions_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/portfolio/ceci-versions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciVersionsDialog, group);
  gtk_widget_class_install_action (widget_class, "versions.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "versions.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "versions.renew", "s", renew_action);
  gtk_widget_class_install_action (widget_class, "versions.split", "s", split_action);
}

static void
ceci_versions_dialog_init (CeciVersionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->reading = g_cancellable_new ();
}

/**
 * ceci_versions_dialog_new:
 * @view: the portfolio
 * @document: whose versions
 *
 * Returns: (transfer floating): a dialog, reading them
 */
AdwDialog *
ceci_versions_dialog_new (CeciPortfolioView *view, CeciDocument *document)
{
  CeciVersionsDialog *self = g_object_new (CECI_TYPE_VERSIONS_DIALOG, NULL);

  self->view = g_object_ref (view);
  self->document = g_object_ref (document);
  // Translators: the title of a document
  g_autofree char *title = g_strdup_printf (_ ("Versions of “%s”"), ceci_document_get_title (document));
  adw_dialog_set_title (ADW_DIALOG (self), title);
  ceci_register_read_async (ceci_desk_get_register (ceci_view_get_desk (CECI_VIEW (view))), read_versions,
                            g_strdup (ceci_record_get_id (CECI_RECORD (document))), g_free, g_object_unref,
                            self->reading, on_versions_read, g_object_ref (self));
  return ADW_DIALOG (self);
}
