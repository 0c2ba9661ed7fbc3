// SPDX-License-Identifier: GPL-3.0-or-later
// The table of what an import would do, row by row; or as a list where there is no room for columns.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-import-columns.h"
#include "core/exchange/ceci-proposed-application.h"
#include "widgets/ceci-state-pill.h"
#include "widgets/ceci-table.h"

static void
show_line (GtkWidget *cell, gpointer item)
{
  g_autofree char *text = g_strdup_printf ("%u", ceci_proposed_application_get_line (item));

  ceci_cell_show_text (cell, text);
}

static int
compare_line (gconstpointer one, gconstpointer other, gpointer data)
{
  guint a = ceci_proposed_application_get_line ((gpointer) one);
  guint b = ceci_proposed_application_get_line ((gpointer) other);

  return (a > b) - (a < b);
}

static void
show_pill (GtkWidget *cell, CeciProposalAction action)
{
  static const struct {
    CeciTone tone;
    const char *icon_name;
  } looks[] = {
      [CECI_PROPOSAL_ADD] = {CECI_TONE_SUCCESS, "list-add-symbolic"},
      [CECI_PROPOSAL_CHANGE] = {CECI_TONE_ACCENT, "document-edit-symbolic"},
      [CECI_PROPOSAL_UNCHANGED] = {CECI_TONE_NEUTRAL, "object-select-symbolic"},
      [CECI_PROPOSAL_REFUSED] = {CECI_TONE_ERROR, "process-stop-symbolic"},
      [CECI_PROPOSAL_UNSURE] = {CECI_TONE_WARNING, "dialog-question-symbolic"},
      [CECI_PROPOSAL_DRAFT] = {CECI_TONE_NEUTRAL, "content-loading-symbolic"},
  };

  ceci_state_pill_set_state (CECI_STATE_PILL (cell), looks[action].tone, looks[action].icon_name,
                             ceci_proposal_action_get_label (action));
}

static void
show_action (GtkWidget *cell, gpointer item)
{
  show_pill (cell, ceci_proposed_application_get_action (item));
}

static int
compare_action (gconstpointer one, gconstpointer other, gpointer data)
{
  return (int) ceci_proposed_application_get_action ((gpointer) one) -
         (int) ceci_proposed_application_get_action ((gpointer) other);
}

static void
show_name (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_proposed_application_get_name (item));
}

static int
compare_name (gconstpointer one, gconstpointer other, gpointer data)
{
  return ceci_compare_text (ceci_proposed_application_get_name ((gpointer) one),
                            ceci_proposed_application_get_name ((gpointer) other));
}

// The reason if there is one, else the state it would have, else what would change.
static char *
dup_details (gpointer item)
{
  const char *reason = ceci_proposed_application_get_reason (item);
  CeciApplication *application = ceci_proposed_application_get_application (item);
  g_autofree char *changes = NULL;

  g_object_get (item, "changes", &changes, NULL);
  if (reason == NULL && changes != NULL && *changes != '\0')
    return g_steal_pointer (&changes);
  if (reason == NULL && application != NULL)
    reason = ceci_application_get_state_reason (application);
  return g_strdup (reason != NULL ? reason : "");
}

static void
show_details (GtkWidget *cell, gpointer item)
{
  g_autofree char *details = dup_details (item);

  ceci_cell_show_text (cell, details);
}

// All of a row in one cell: name and state, then its line, then why.
static GtkWidget *
make_whole (void)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = ceci_cell_text (), *why = gtk_label_new (NULL);

  gtk_widget_set_margin_top (cell, 4);
  gtk_widget_set_margin_bottom (cell, 4);
  gtk_widget_set_margin_start (cell, 6);
  gtk_widget_set_margin_end (cell, 6);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (top), name);
  gtk_box_append (GTK_BOX (top), ceci_cell_pill ());
  gtk_label_set_wrap (GTK_LABEL (why), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (why), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (why), 0);
  gtk_widget_add_css_class (why, "caption");
  gtk_widget_add_css_class (why, "dimmed");
  gtk_box_append (GTK_BOX (cell), top);
  gtk_box_append (GTK_BOX (cell), why);
  return cell;
}

static void
show_whole (GtkWidget *cell, gpointer item)
{
  GtkWidget *top = gtk_widget_get_first_child (cell);
  g_autofree char *details = dup_details (item);
  // Translators: where a row stands in a file
  g_autofree char *line = g_strdup_printf (_ ("Line %u"), ceci_proposed_application_get_line (item));
  g_autofree char *why = *details != '\0' ? g_strconcat (line, " · ", details, NULL) : g_strdup (line);

  show_name (gtk_widget_get_first_child (top), item);
  show_action (gtk_widget_get_last_child (top), item);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (cell)), why);
}

static const CeciColumn columns[] = {
    {"line", N_ ("Line"), ceci_cell_number, show_line, compare_line, FALSE},
    {"action", N_ ("Would be"), ceci_cell_pill, show_action, compare_action, FALSE},
    {"name", N_ ("Name"), ceci_cell_name, show_name, compare_name, FALSE},
    {"details", N_ ("Why"), ceci_cell_text, show_details, NULL, TRUE},
};

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, make_whole ());
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  show_whole (gtk_list_item_get_child (item), gtk_list_item_get_item (item));
}

void
ceci_import_columns_add (GtkColumnView *view)
{
  ceci_table_add_columns (view, columns, G_N_ELEMENTS (columns));
}

GtkListItemFactory *
ceci_import_columns_narrow (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  return factory;
}

static void
on_line_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item), *top = gtk_widget_get_first_child (cell);
  CeciProposedLine *line = gtk_list_item_get_item (item);
  const char *reason = ceci_proposed_line_get_reason (line);
  g_autofree char *changes = ceci_proposed_line_dup_changes (line);
  // Translators: where a row stands in a file
  g_autofree char *where = g_strdup_printf (_ ("Line %u"), ceci_proposed_line_get_line (line));
  g_autofree char *why = g_strconcat (where, reason != NULL ? " · " : "", reason != NULL ? reason : "",
                                      *changes != '\0' ? "\n" : "", changes, NULL);

  ceci_cell_show_text (gtk_widget_get_first_child (top), ceci_proposed_line_get_name (line));
  show_pill (gtk_widget_get_last_child (top), ceci_proposed_line_get_action (line));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (cell)), why);
}

GtkListItemFactory *
ceci_import_columns_lines (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_line_bind), NULL);
  return factory;
}
