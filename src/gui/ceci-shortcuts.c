// SPDX-License-Identifier: GPL-3.0-or-later
// Every keyboard shortcut of the staff's window, in one table: the application takes its accelerators from it, the
// shortcuts dialog its rows.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-shortcuts.h"

typedef struct {
  const char *title;           // NULL: the words of a group follow in `action`
  const char *action;          // NULL: the keys are taken where they are meant, and only shown here
  const char *accelerators[3]; // the first is the one shown
} Shortcut;

static const Shortcut shortcuts[] = {
    {NULL, N_ ("General"), {NULL}},
    {N_ ("Search everything"), "win.search", {"<Control>k", NULL}},
    {N_ ("Undo"), "win.undo", {"<Control>z", NULL}},
    {N_ ("Redo"), "win.redo", {"<Control><Shift>z", "<Control>y", NULL}},
    {N_ ("Preferences"), "win.preferences", {"<Control>comma", NULL}},
    {N_ ("Keyboard shortcuts"), "win.show-shortcuts", {"<Control>question", NULL}},
    {N_ ("Help"), "app.help", {"F1", NULL}},
    {N_ ("Main menu"), "win.menu", {"F10", NULL}},
    {N_ ("Close the window"), "window.close", {"<Control>w", NULL}},
    {N_ ("Quit"), "app.quit", {"<Control>q", NULL}},
    {NULL, N_ ("Register"), {NULL}},
    {N_ ("Open a register"), "win.open-register", {"<Control>o", NULL}},
    {N_ ("Back up"), "win.backup", {"<Control><Shift>s", NULL}},
    {NULL, N_ ("Go to"), {NULL}},
    {N_ ("To do"), "win.go-to('attention')", {"<Alt>1", NULL}},
    {N_ ("Newest intake"), "win.go-to('cohort')", {"<Alt>2", NULL}},
    {N_ ("Juries"), "win.go-to('sessions')", {"<Alt>3", NULL}},
    {N_ ("Organisations"), "win.go-to('organisations')", {"<Alt>4", NULL}},
    {N_ ("Funding"), "win.go-to('funding')", {"<Alt>5", NULL}},
    {N_ ("History"), "win.go-to('history')", {"<Alt>h", NULL}},
    {N_ ("Back"), "win.back", {"<Alt>Left", NULL}},
    {N_ ("Next view"), "win.next-view(1)", {"<Control>Page_Down", NULL}},
    {N_ ("Previous view"), "win.next-view(-1)", {"<Control>Page_Up", NULL}},
    {NULL, N_ ("Intake"), {NULL}},
    {N_ ("New intake"), "win.new-intake", {"<Control>n", NULL}},
    {N_ ("Import applications"), "win.import", {"<Control>i", NULL}},
    {N_ ("Filter the list"), "win.find", {"<Control>f", NULL}},
    {N_ ("Export the table"), "win.export-table", {"<Control>e", NULL}},
    {N_ ("Previous in the list"), "win.previous", {"<Alt>Up", NULL}},
    {N_ ("Next in the list"), "win.next", {"<Alt>Down", NULL}},
    {NULL, N_ ("Student"), {NULL}},
    {N_ ("Enter hours"), "win.enter-hours", {"<Control>h", NULL}},
    {N_ ("Add a document"), "win.add-document", {"<Control>d", NULL}},
    {N_ ("Add a note"), "win.add-note", {"<Control><Shift>n", NULL}},
    {NULL, N_ ("Hours"), {NULL}},
    {N_ ("Mark the entry"), NULL, {"space", NULL}},
    {N_ ("Mark all entries"), NULL, {"<Control>a", NULL}},
    {N_ ("Accept what is marked"), NULL, {"a", NULL}},
    {N_ ("Confirmed by the supervisor"), NULL, {"c", NULL}},
    {N_ ("Refuse, with the reason"), NULL, {"r", NULL}},
    {N_ ("Edit the entry"), NULL, {"e", NULL}},
    {N_ ("Remove what is marked"), NULL, {"Delete", NULL}},
    {NULL, N_ ("Follow-up grid"), {NULL}},
    {N_ ("Level of the line, from 1 to 4"), NULL, {"1", NULL}},
    {N_ ("Not observed"), NULL, {"0", NULL}},
    {NULL, N_ ("Jury package"), {NULL}},
    {N_ ("Seal and return"), "win.seal", {"<Control>Return", NULL}},
    {N_ ("Documents of the dossier"), NULL, {"<Alt>d", NULL}},
    {N_ ("Page"), NULL, {"<Alt>p", NULL}},
    {N_ ("Scoring grid"), NULL, {"<Alt>g", NULL}},
    {N_ ("Next criterion"), NULL, {"Down", NULL}},
    {N_ ("Previous criterion"), NULL, {"Up", NULL}},
    {N_ ("Level of the criterion, from 0 to 4"), NULL, {"0", NULL}},
    {N_ ("Take the level back"), NULL, {"Delete", NULL}},
};

/**
 * ceci_shortcuts_install:
 * @application: gets the accelerators
 */
void
ceci_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].title != NULL && shortcuts[i].action != NULL)
      gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].accelerators);
}

static GtkWidget *
row_for (const Shortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keys;
  g_autofree char *text = NULL;
  guint key = 0;
  GdkModifierType modifiers = 0;

  gtk_accelerator_parse (shortcut->accelerators[0], &key, &modifiers);
  text = gtk_accelerator_get_label (key, modifiers);
  keys = gtk_label_new (text);
  gtk_widget_add_css_class (keys, "keycap");
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  return row;
}

/**
 * ceci_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): a dialog that lists every shortcut and can be searched
 */
AdwDialog *
ceci_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_preferences_dialog_new ();
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].title == NULL) {
      group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (group, _ (shortcuts[i].action));
      adw_preferences_page_add (page, group);
    } else {
      adw_preferences_group_add (group, row_for (&shortcuts[i]));
    }
  adw_dialog_set_title (dialog, _ ("Keyboard shortcuts"));
  adw_preferences_dialog_set_search_enabled (ADW_PREFERENCES_DIALOG (dialog), TRUE);
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), page);
  return dialog;
}
