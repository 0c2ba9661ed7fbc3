// SPDX-License-Identifier: GPL-3.0-or-later
// A jury session: its dossiers and their decisions, its jurors, their packages and their returns.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ceci-decision-dialog.h"
#include "ceci-dossier-columns.h"
#include "ceci-session-page-private.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-empty-page.h"
#include "widgets/ceci-state-words.h"
#include "widgets/ceci-table.h"
#include "widgets/ceci-table-menu.h"

G_DEFINE_FINAL_TYPE (CeciSessionPage, ceci_session_page, CECI_TYPE_VIEW)

static void
on_dossier_activated (CeciSessionPage *self, guint position)
{
  g_autoptr (CeciDossierLine) line =
      g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->table)), position);
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));

  if (line != NULL && desk != NULL && self->session != NULL)
    adw_dialog_present (ceci_decision_dialog_new (desk, self->session, line), GTK_WIDGET (self));
}

// --- jurors -------------------------------------------------------------------------------

static char *
describe_juror (CeciSessionJuror *member)
{
  const char *quality = ceci_enum_get_label (CECI_TYPE_JUROR_QUALITY, (int) ceci_session_juror_get_quality (member));
  gint64 assigned = ceci_session_juror_get_assigned (member);
  // Translators: the quality of a juror, how many dossiers to read, how many are read
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s · %d dossier, %d read", "%s · %d dossiers, %d read", (gulong) assigned),
      quality, (int) assigned, (int) ceci_session_juror_get_reviewed (member));

  if (ceci_session_juror_get_recused_on (member) != NULL)
    return g_strdup_printf ("%s · %s", text, _ ("Recused"));
  return g_steal_pointer (&text);
}

static GtkWidget *
package_pill (CeciJurorLine *line)
{
  GtkWidget *pill = ceci_state_pill_new ();
  g_autofree char *revision = NULL;

  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  // Translators: the number of a package made again for a juror
  revision =
      g_strdup_printf (_ ("Package %d"), (int) ceci_session_juror_get_revision (ceci_juror_line_get_member (line)));
  switch (ceci_juror_line_get_package (line)) {
  case CECI_PACKAGE_CURRENT:
    ceci_state_pill_set_state (CECI_STATE_PILL (pill), CECI_TONE_SUCCESS, "package-x-generic-symbolic", revision);
    break;
  case CECI_PACKAGE_STALE:
    ceci_state_pill_set_state (CECI_STATE_PILL (pill), CECI_TONE_WARNING, "dialog-warning-symbolic", _ ("Out of date"));
    gtk_widget_set_tooltip_text (pill, _ ("What is assigned changed after the package was made: make it again."));
    break;
  case CECI_PACKAGE_NONE:
  default:
    ceci_state_pill_set_state (CECI_STATE_PILL (pill), CECI_TONE_NEUTRAL, NULL, _ ("No package"));
  }
  return pill;
}

static GtkWidget *
create_juror (gpointer item, gpointer user_data)
{
  CeciJurorLine *line = item;
  CeciSessionJuror *member = ceci_juror_line_get_member (line);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Make a _package…"));
  GtkWidget *end = adw_wrap_box_new ();
  g_autofree char *subtitle = describe_juror (member);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ceci_session_juror_get_display_name (member));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (end), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (end), 6);
  adw_wrap_box_set_align (ADW_WRAP_BOX (end), 1);
  gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (end, 6);
  gtk_widget_set_margin_bottom (end, 6);
  adw_wrap_box_append (ADW_WRAP_BOX (end), package_pill (line));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "session.pack");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", ceci_session_juror_get_juror_id (member));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  ceci_session_juror_get_display_name (member), -1);
  gtk_widget_set_visible (button, ceci_juror_line_is_open (line) && ceci_session_juror_get_assigned (member) > 0);
  adw_wrap_box_append (ADW_WRAP_BOX (end), button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), end);
  return row;
}

// --- showing ------------------------------------------------------------------------------

static gpointer
ceci_session_page_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_session_sheet_read (database, subject, today, error);
}

static void
show_heading (CeciSessionPage *self)
{
  g_autofree char *held = ceci_date_format_long (ceci_jury_session_get_held_on (self->session));
  g_autofree char *cut_off = ceci_date_format_short (ceci_jury_session_get_cut_off_on (self->session));
  gint64 n_dossiers = ceci_jury_session_get_dossiers (self->session);
  gint64 n_jurors = ceci_jury_session_get_jurors (self->session);
  g_autofree char *dossiers = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d dossier", "%d dossiers", (gulong) n_dossiers), (int) n_dossiers);
  g_autofree char *jurors =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d juror", "%d jurors", (gulong) n_jurors), (int) n_jurors);
  // Translators: the day of the session, the last day for documents, «12 dossiers», «5 jurors»
  g_autofree char *text = g_strdup_printf (_ ("%s · documents until %s · %s, %s"), held, cut_off, dossiers, jurors);

  ceci_view_set_title (CECI_VIEW (self), ceci_jury_session_get_name (self->session));
  adw_window_title_set_subtitle (self->heading, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->heading), text);
  ceci_words_show_state (self->state, CECI_TYPE_SESSION_STATE, (int) ceci_jury_session_get_state (self->session));
}

static void
show_agreement (CeciSessionPage *self, CeciResults *results)
{
  double alpha = ceci_results_get_alpha (results);
  g_autofree char *text = ceci_results_is_sufficient (results) && !isnan (alpha)
                              ? g_strdup_printf (_ ("Krippendorff’s alpha: %.3f"), alpha)
                              : g_strdup (_ ("Agreement: insufficient (fewer than ten portfolios with two complete "
                                             "readers)."));

  gtk_label_set_label (self->agreement, text);
}

static void
ceci_session_page_show (CeciView *view, gpointer result)
{
  CeciSessionPage *self = CECI_SESSION_PAGE (view);
  CeciSessionSheet *sheet = result;

  g_set_object (&self->session, sheet->session);
  show_heading (self);
  show_agreement (self, sheet->results);
  ceci_list_update (self->dossiers, G_LIST_MODEL (sheet->dossiers));
  ceci_list_update (self->jurors, G_LIST_MODEL (sheet->jurors));
  gtk_stack_set_visible_child_name (self->dossiers_stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->dossiers)) > 0 ? "table" : "empty");
  gtk_stack_set_visible_child_name (self->jurors_stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->jurors)) > 0 ? "list" : "empty");
  ceci_session_page_update_actions (self);
}

// --- setting up ---------------------------------------------------------------------------

static void
hide_columns (CeciSessionPage *self)
{
  static const char *const when_medium[] = {"cohort", "range", NULL};
  static const char *const when_narrow[] = {"cohort", "range", "findings", "readings", "mean", "discussion", NULL};
  const struct {
    AdwBreakpoint *breakpoint;
    const char *const *columns;
  } rules[] = {{self->medium, when_medium}, {self->narrow, when_narrow}};

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    for (guint j = 0; rules[i].columns[j] != NULL; j++) {
      g_auto (GValue) hidden = G_VALUE_INIT;

      g_value_init (&hidden, G_TYPE_BOOLEAN);
      adw_breakpoint_add_setter (
          rules[i].breakpoint, G_OBJECT (ceci_table_get_column (self->table, rules[i].columns[j])), "visible", &hidden);
    }
}

static void
set_up_table (CeciSessionPage *self)
{
  GtkSortListModel *sorted;
  g_autoptr (GtkSelectionModel) selection = NULL;

  ceci_dossier_columns_add (self->table);
  self->dossiers = g_list_store_new (CECI_TYPE_DOSSIER_LINE);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->dossiers)),
                                    g_object_ref (gtk_column_view_get_sorter (self->table)));
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (sorted)));
  gtk_single_selection_set_autoselect (GTK_SINGLE_SELECTION (selection), FALSE);
  gtk_single_selection_set_can_unselect (GTK_SINGLE_SELECTION (selection), TRUE);
  gtk_column_view_set_model (self->table, selection);
  hide_columns (self);
}

static void
next_view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciSessionPage *self = CECI_SESSION_PAGE (widget);
  const char *shown = adw_view_stack_get_visible_child_name (self->stack);

  adw_view_stack_set_visible_child_name (self->stack, g_strcmp0 (shown, "dossiers") == 0 ? "jurors" : "dossiers");
}

static void
ceci_session_page_dispose (GObject *object)
{
  CeciSessionPage *self = CECI_SESSION_PAGE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->dossiers);
  g_clear_object (&self->jurors);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_SESSION_PAGE);
  G_OBJECT_CLASS (ceci_session_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CeciSessionPage, heading);
  gtk_widget_class_bind_template_child (widget_class, CeciSessionPage, state);
  gtk_widget_class_bind_template_child (widget_class, CeciSessionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciSessionPage, dossiers_stack);
  gtk_widget_class_bind_template_child (widget_class, CeciSessionPage, table);
  gtk_widget_class_bind_template_child (widget_class, CeciSessionPage, narrow);
  gtk_widget_class_bind_template_child (widget_class, CeciSessionPage, medium);
  gtk_widget_class_bind_template_child (widget_class, CeciSessionPage, jurors_stack);
  gtk_widget_class_bind_template_child (widget_class, CeciSessionPage, juror_list);
  gtk_widget_class_bind_template_child (widget_class, CeciSessionPage, agreement);
  gtk_widget_class_bind_template_callback (widget_class, on_dossier_activated);
}

static void
ceci_session_page_class_init (CeciSessionPageClass *klass)
{
  static const char *const tables[] = {"jury_session",
                                       "session_juror",
                                       "juror",
                                       "dossier",
                                       "assignment",
                                       "jury_package",
                                       "jury_return",
                                       "review",
                                       "score",
                                       "decision",
                                       "certificate",
                                       "student",
                                       "hours",
                                       "document",
                                       "document_version",
                                       "module_completion",
                                       "placement",
                                       "agreement",
                                       "signature",
                                       "extension",
                                       NULL};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_session_page_dispose;
  view_class->tables = tables;
  view_class->read = ceci_session_page_read;
  view_class->free_result = (GDestroyNotify) ceci_session_sheet_free;
  view_class->show = ceci_session_page_show;

  g_type_ensure (CECI_TYPE_STATE_PILL);
  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  g_type_ensure (CECI_TYPE_TABLE_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/sessions/ceci-session-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "page.next-view", "i", next_view_action);
  ceci_session_page_install_actions (widget_class);
}

static void
ceci_session_page_init (CeciSessionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_table (self);
  self->jurors = g_list_store_new (CECI_TYPE_JUROR_LINE);
  gtk_list_box_bind_model (self->juror_list, G_LIST_MODEL (self->jurors), create_juror, NULL, NULL);
  ceci_session_page_take_drops (self);
  ceci_session_page_update_actions (self);
}
