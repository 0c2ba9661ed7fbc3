// SPDX-License-Identifier: GPL-3.0-or-later
// The doubts of an import: a group a line, an answer a row. Answering moves nothing and keeps the focus.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-proposal-doubts.h"

struct _CeciProposalDoubts {
  AdwBin parent_instance;
  CeciImportProposal *proposal;
};

G_DEFINE_FINAL_TYPE (CeciProposalDoubts, ceci_proposal_doubts, ADW_TYPE_BIN)

typedef struct {
  CeciProposalDoubts *page;
  CeciProposedLine *line;
  int answer;
} Answer;

static void
answer_free (gpointer data, GClosure *closure)
{
  g_object_unref (((Answer *) data)->line);
  g_free (data);
}

static void
on_answered (GtkCheckButton *button, Answer *answer)
{
  if (gtk_check_button_get_active (button) && ceci_proposed_line_get_said (answer->line) != answer->answer)
    ceci_import_proposal_say (answer->page->proposal, answer->line, answer->answer);
}

static void
add_answer (CeciProposalDoubts *self, AdwPreferencesGroup *group, GtkCheckButton **first, CeciProposedLine *line,
            int number, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_check_button_new ();
  Answer *answer = g_new0 (Answer, 1);

  *answer = (Answer) {self, g_object_ref (line), number};
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), *first);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), ceci_proposed_line_get_said (line) == number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (*first == NULL)
    *first = GTK_CHECK_BUTTON (button);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
  g_signal_connect_data (button, "toggled", G_CALLBACK (on_answered), answer, answer_free, G_CONNECT_DEFAULT);
}

static GtkWidget *
make_doubt (CeciProposalDoubts *self, CeciProposedLine *line)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GPtrArray *answers = ceci_proposed_line_get_answers (line);
  GtkCheckButton *first = NULL;
  g_autofree char *title =
      g_strdup_printf (_ ("%s, line %u"), ceci_proposed_line_get_name (line), ceci_proposed_line_get_line (line));
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *doubt = g_markup_escape_text (ceci_proposed_line_get_doubt (line), -1);

  adw_preferences_group_set_title (group, escaped);
  adw_preferences_group_set_description (group, doubt);
  for (guint i = 0; i < answers->len; i++) {
    const CeciProposedAnswer *answer = answers->pdata[i];

    add_answer (self, group, &first, line, (int) i, answer->title, answer->subtitle);
  }
  add_answer (self, group, &first, line, CECI_PROPOSED_NOT_SAID, _ ("Not known yet"),
              _ ("This line is left out of the import."));
  return GTK_WIDGET (group);
}

/**
 * ceci_proposal_doubts_set_proposal:
 * @self: the page
 * @proposal: (nullable): an import
 *
 * Shows the doubts of an import, settled or not.
 */
void
ceci_proposal_doubts_set_proposal (CeciProposalDoubts *self, CeciImportProposal *proposal)
{
  GtkWidget *page = adw_preferences_page_new ();
  guint n = proposal != NULL ? g_list_model_get_n_items (G_LIST_MODEL (proposal)) : 0, n_doubts = 0;

  g_set_object (&self->proposal, proposal);
  for (guint i = 0; i < n; i++) {
    CeciProposedLine *line = ceci_import_proposal_get_line (proposal, i);

    if (ceci_proposed_line_get_doubt (line) == NULL)
      continue;
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_doubt (self, line)));
    n_doubts++;
  }
  if (n_doubts == 0) {
    g_object_ref_sink (page);
    g_object_unref (page);
    page = adw_status_page_new ();
    adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "object-select-symbolic");
    adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing is in doubt"));
  }
  adw_bin_set_child (ADW_BIN (self), page);
}

static void
ceci_proposal_doubts_dispose (GObject *object)
{
  g_clear_object (&CECI_PROPOSAL_DOUBTS (object)->proposal);
  G_OBJECT_CLASS (ceci_proposal_doubts_parent_class)->dispose (object);
}

static void
ceci_proposal_doubts_class_init (CeciProposalDoubtsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ceci_proposal_doubts_dispose;
}

static void
ceci_proposal_doubts_init (CeciProposalDoubts *self)
{
}
