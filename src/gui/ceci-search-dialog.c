// SPDX-License-Identifier: GPL-3.0-or-later
// Finds anything in the register, kind by kind. The register's thread searches; an earlier search is dropped.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-search-dialog.h"
#include "core/model/ceci-search.h"
#include "widgets/ceci-empty-page.h"
#include "widgets/ceci-state-words.h"
#include "widgets/ceci-table.h"

#define MOST_RESULTS 40 // of each kind

struct _CeciSearchDialog {
  AdwDialog parent_instance;
  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListView *list;
  GListStore *found;
  CeciDesk *desk;
  GCancellable *searching;
};

G_DEFINE_FINAL_TYPE (CeciSearchDialog, ceci_search_dialog, ADW_TYPE_DIALOG)

static gpointer
search (CeciDatabase *database, gpointer words, GError **error)
{
  return ceci_search_everything (database, words, MOST_RESULTS, error);
}

static void
on_searched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciSearchDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) found = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->searching);
  if (error != NULL) {
    ceci_desk_report (self->desk, _ ("The register could not be searched"), error);
    return;
  }
  ceci_list_update (self->found, found);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (found) > 0 ? "list" : "none");
}

static void
stop (CeciSearchDialog *self)
{
  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
}

static void
on_search_changed (CeciSearchDialog *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  stop (self);
  if (*words == '\0') {
    gtk_stack_set_visible_child_name (self->stack, "hint");
    return;
  }
  self->searching = g_cancellable_new ();
  ceci_register_read_async (ceci_desk_get_register (self->desk), search, g_steal_pointer (&words), g_free,
                            g_object_unref, self->searching, on_searched, g_object_ref (self));
}

static void
open_at (CeciSearchDialog *self, guint position)
{
  g_autoptr (CeciFound) found = g_list_model_get_item (G_LIST_MODEL (self->found), position);
  const char *id = found != NULL ? ceci_record_get_id (CECI_RECORD (found)) : NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  if (found == NULL)
    return;
  switch (ceci_found_get_kind (found)) {
  case CECI_FOUND_STUDENT:
    gtk_widget_activate_action (widget, "win.show-student", "s", id);
    break;
  case CECI_FOUND_DOCUMENT:
    gtk_widget_activate_action (widget, "win.show-student-at", "(ss)", id, "portfolio");
    break;
  case CECI_FOUND_APPLICATION:
    gtk_widget_activate_action (widget, "win.show-application", "s", id);
    break;
  case CECI_FOUND_SESSION:
    gtk_widget_activate_action (widget, "win.show-session", "s", id);
    break;
  case CECI_FOUND_ORGANISATION:
  case CECI_FOUND_OFFER:
  case CECI_FOUND_SUPERVISOR:
  default:
    if (!gtk_widget_activate_action (widget, "win.show-organisation", "s", id))
      gtk_widget_activate_action (widget, "win.go-to", "s", "organisations");
  }
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_activated (CeciSearchDialog *self, guint position)
{
  open_at (self, position);
}

static void
on_entry_activated (CeciSearchDialog *self)
{
  open_at (self, 0);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = ceci_cell_text ();
  GtkWidget *details = ceci_cell_text ();

  gtk_widget_add_css_class (details, "caption");
  gtk_widget_add_css_class (details, "dimmed");
  gtk_widget_set_hexpand (names, TRUE);
  gtk_box_append (GTK_BOX (names), name);
  gtk_box_append (GTK_BOX (names), details);
  gtk_box_append (GTK_BOX (box), names);
  gtk_box_append (GTK_BOX (box), ceci_state_pill_new ());
  gtk_list_item_set_child (item, box);
}

static void
show_state (CeciStatePill *pill, CeciFound *found)
{
  GType type =
      ceci_found_get_kind (found) == CECI_FOUND_STUDENT ? CECI_TYPE_STUDENT_STATE : CECI_TYPE_APPLICATION_STATE;
  const char *state = ceci_found_get_state (found);

  if (state != NULL)
    ceci_words_show_state (pill, type, ceci_enum_from_nick (type, state));
  else
    ceci_state_pill_set_state (pill, CECI_TONE_NEUTRAL, NULL, NULL);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  CeciFound *found = gtk_list_item_get_item (item);
  GtkWidget *names = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  const char *kind = ceci_found_kind_label (ceci_found_get_kind (found));
  const char *details = ceci_found_get_details (found);
  // Translators: what kind of thing was found, then where it belongs
  g_autofree char *spoken = details != NULL ? g_strdup_printf (_ ("%s, %s"), kind, details) : g_strdup (kind);

  ceci_cell_show_text (gtk_widget_get_first_child (names), ceci_found_get_title (found));
  ceci_cell_show_text (gtk_widget_get_last_child (names), details != NULL ? details : kind);
  show_state (CECI_STATE_PILL (gtk_widget_get_last_child (gtk_list_item_get_child (item))), found);
  gtk_list_item_set_accessible_label (item, ceci_found_get_title (found));
  gtk_list_item_set_accessible_description (item, spoken);
}

static void
on_setup_header (GtkSignalListItemFactory *factory, GtkListHeader *header, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
on_bind_header (GtkSignalListItemFactory *factory, GtkListHeader *header, gpointer user_data)
{
  CeciFound *found = gtk_list_header_get_item (header);

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)),
                       ceci_found_kind_label (ceci_found_get_kind (found)));
}

static int
compare_kinds (gconstpointer one, gconstpointer other, gpointer data)
{
  return (int) ceci_found_get_kind ((gpointer) one) - (int) ceci_found_get_kind ((gpointer) other);
}

static void
ceci_search_dialog_dispose (GObject *object)
{
  CeciSearchDialog *self = CECI_SEARCH_DIALOG (object);

  stop (self);
  g_clear_object (&self->desk);
  g_clear_object (&self->found);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_SEARCH_DIALOG);
  G_OBJECT_CLASS (ceci_search_dialog_parent_class)->dispose (object);
}

static void
ceci_search_dialog_class_init (CeciSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_search_dialog_dispose;
  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/ceci-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, CeciSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciSearchDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
ceci_search_dialog_init (CeciSearchDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *headers = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) kinds = GTK_SORTER (gtk_custom_sorter_new (compare_kinds, NULL, NULL));
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->found = g_list_store_new (CECI_TYPE_FOUND);
  // groups are sections of a sorted list; what was found comes in their order already
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->found)), NULL);
  gtk_sort_list_model_set_section_sorter (sorted, kinds);
  selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect (headers, "setup", G_CALLBACK (on_setup_header), NULL);
  g_signal_connect (headers, "bind", G_CALLBACK (on_bind_header), NULL);
  gtk_list_view_set_header_factory (self->list, headers);
  g_object_unref (headers);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
}

AdwDialog *
ceci_search_dialog_new (CeciDesk *desk)
{
  CeciSearchDialog *self = g_object_new (CECI_TYPE_SEARCH_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  return ADW_DIALOG (self);
}
