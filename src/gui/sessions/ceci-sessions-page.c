// SPDX-License-Identifier: GPL-3.0-or-later
// The jury sessions of the register, the latest first.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-session-dialog.h"
#include "ceci-sessions-page.h"
#include "core/model/ceci-jury-repository.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-figure-bar.h"
#include "widgets/ceci-state-words.h"

struct _CeciSessionsPage {
  CeciTablePage parent_instance;
};

G_DEFINE_FINAL_TYPE (CeciSessionsPage, ceci_sessions_page, CECI_TYPE_TABLE_PAGE)

static void
show_name (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_jury_session_get_name (item));
}

static int
compare_name (gconstpointer one, gconstpointer other, gpointer data)
{
  return ceci_compare_text (ceci_jury_session_get_name ((gpointer) one), ceci_jury_session_get_name ((gpointer) other));
}

static void
show_held_on (GtkWidget *cell, gpointer item)
{
  g_autofree char *text = ceci_date_format_short (ceci_jury_session_get_held_on (item));

  ceci_cell_show_text (cell, text);
}

static int
compare_held_on (gconstpointer one, gconstpointer other, gpointer data)
{
  return ceci_compare_text (ceci_jury_session_get_held_on ((gpointer) one),
                            ceci_jury_session_get_held_on ((gpointer) other));
}

static void
show_cut_off (GtkWidget *cell, gpointer item)
{
  g_autofree char *text = ceci_date_format_short (ceci_jury_session_get_cut_off_on (item));

  ceci_cell_show_text (cell, text);
}

static void
show_place (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_jury_session_get_place (item));
}

static void
show_jurors (GtkWidget *cell, gpointer item)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, ceci_jury_session_get_jurors (item));

  ceci_cell_show_text (cell, text);
}

static void
show_decisions (GtkWidget *cell, gpointer item)
{
  gint64 part = ceci_jury_session_get_decisions (item);
  gint64 whole = ceci_jury_session_get_dossiers (item);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT " / %" G_GINT64_FORMAT, part, whole);

  ceci_figure_bar_set_figures (CECI_FIGURE_BAR (cell), (double) part, (double) whole, text);
}

static void
show_state (GtkWidget *cell, gpointer item)
{
  ceci_words_show_state (CECI_STATE_PILL (cell), CECI_TYPE_SESSION_STATE, (int) ceci_jury_session_get_state (item));
}

static const CeciColumn columns[] = {
    {"name", N_ ("Name"), ceci_cell_name, show_name, compare_name, TRUE},
    {"held-on", N_ ("Date"), ceci_cell_number, show_held_on, compare_held_on, FALSE},
    {"cut-off", N_ ("Documents until"), ceci_cell_number, show_cut_off, NULL, FALSE},
    {"place", N_ ("Place"), ceci_cell_text, show_place, NULL, FALSE},
    {"jurors", N_ ("Jurors"), ceci_cell_number, show_jurors, NULL, FALSE},
    {"decisions", N_ ("Decided"), ceci_cell_bar, show_decisions, NULL, FALSE},
    {"state", N_ ("State"), ceci_cell_pill, show_state, NULL, FALSE},
};

static gpointer
ceci_sessions_page_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_jury_repository_sessions (database, error);
}

static void
ceci_sessions_page_activated (CeciTablePage *page, gpointer item)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.show-session", "s", ceci_record_get_id (item));
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (widget));

  if (desk != NULL && !ceci_desk_is_read_only (desk))
    adw_dialog_present (ceci_session_dialog_new (desk), widget);
}

static void
ceci_sessions_page_class_init (CeciSessionsPageClass *klass)
{
  static const char *const tables[] = {"jury_session", "session_juror", "dossier", "decision", "review", NULL};
  CeciTablePageClass *page_class = CECI_TABLE_PAGE_CLASS (klass);

  CECI_VIEW_CLASS (klass)->tables = tables;
  CECI_VIEW_CLASS (klass)->read = ceci_sessions_page_read;
  page_class->columns = columns;
  page_class->n_columns = G_N_ELEMENTS (columns);
  page_class->activated = ceci_sessions_page_activated;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "sessions.new", NULL, new_action);
}

static void
ceci_sessions_page_init (CeciSessionsPage *self)
{
  ceci_table_page_describe (CECI_TABLE_PAGE (self), _ ("Juries"), "system-users-symbolic", _ ("No jury session yet"),
                            _ ("A session gathers dossiers, jurors and their decisions."));
  ceci_table_page_add_button (CECI_TABLE_PAGE (self), _ ("_New session…"), "sessions.new");
}
