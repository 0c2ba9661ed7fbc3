// SPDX-License-Identifier: GPL-3.0-or-later
// A document of a portfolio as a row: title, kind, version, size, whether it can be read and whether it counts. What
// its menu does stands in the portfolio view.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-document-row.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-state-words.h"

static char *
describe (CeciDocument *document)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *dated_on = ceci_document_get_dated_on (document);
  gint64 pages = ceci_document_get_pages (document);

  if (ceci_document_get_kind (document) == CECI_DOCUMENT_KIND_PRODUCTION &&
      ceci_document_get_production_type (document) != CECI_PRODUCTION_TYPE_NONE)
    g_ptr_array_add (parts, g_strdup (ceci_enum_get_label (CECI_TYPE_PRODUCTION_TYPE,
                                                           (int) ceci_document_get_production_type (document))));
  else
    g_ptr_array_add (parts,
                     g_strdup (ceci_enum_get_label (CECI_TYPE_DOCUMENT_KIND, (int) ceci_document_get_kind (document))));
  if (dated_on != NULL)
    g_ptr_array_add (parts, ceci_date_format_short (dated_on));
  if (pages > 0)
    g_ptr_array_add (
        parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d page", "%d pages", (gulong) pages), (int) pages));
  if (ceci_document_get_versions (document) > 1)
    g_ptr_array_add (parts, g_strdup_printf (_ ("version %d"), (int) ceci_document_get_versions (document)));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
add_menu (GtkWidget *row, CeciDocument *document)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  const char *id = ceci_record_get_id (CECI_RECORD (document));
  gboolean removed = ceci_document_get_removed_on (document) != NULL;
  GtkWidget *button = gtk_menu_button_new ();
  const struct {
    const char *label;
    const char *action;
    gboolean when_removed;
  } items[] = {
      {_ ("_Add a version…"), "portfolio.replace", FALSE},
      {_ ("_Save a copy…"), "portfolio.save", FALSE},
      {_ ("_Versions"), "portfolio.versions", FALSE},
      {_ ("_Describe…"), "portfolio.describe", FALSE},
      {_ ("Move to another s_tudent…"), "portfolio.move", FALSE},
      {_ ("Re_move…"), "portfolio.remove", FALSE},
      {_ ("_Put back"), "portfolio.restore", TRUE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (items[i].label, NULL);

    if (items[i].when_removed != removed)
      continue;
    g_menu_item_set_action_and_target (item, items[i].action, "s", id);
    g_menu_append_item (menu, item);
  }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("What to do with this document"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_pill (GtkWidget *row, const char *text, const char *why)
{
  GtkWidget *pill = ceci_state_pill_new ();

  ceci_state_pill_set_state (CECI_STATE_PILL (pill), CECI_TONE_WARNING, "dialog-warning-symbolic", text);
  gtk_widget_set_tooltip_text (pill, why);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
}

/**
 * ceci_document_row_new:
 * @counted: a document, whether it counts and whether it is late
 * @editable: whether it can be changed
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
ceci_document_row_new (CeciCountedDocument *counted, gboolean editable)
{
  CeciDocument *document = counted->document;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *description = describe (document);
  g_autofree char *subtitle =
      g_strconcat (description, counted->reason != NULL ? "\n" : "", counted->reason != NULL ? counted->reason : "",
                   counted->late != NULL ? "\n" : "", counted->late, NULL);
  CeciHealth health = ceci_document_get_health (document);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ceci_document_get_title (document));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (health != CECI_HEALTH_FINE) {
    GtkWidget *pill = ceci_state_pill_new ();

    ceci_words_show_state (CECI_STATE_PILL (pill), CECI_TYPE_HEALTH, (int) health);
    gtk_widget_set_tooltip_text (pill, ceci_document_get_health_detail (document));
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  } else if (counted->late != NULL) {
    add_pill (row, C_ ("document", "Late"), counted->late);
  } else if (counted->count == CECI_COUNT_NO && counted->reason != NULL) {
    add_pill (row, _ ("Not counted"), counted->reason);
  }
  if (editable)
    add_menu (row, document);
  return row;
}
