// SPDX-License-Identifier: GPL-3.0-or-later
// Who the applicants are that an import can't tell by itself: each is said by a person, and may be said again.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-import-doubts-page.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-empty-page.h"

struct _CeciImportDoubtsPage {
  AdwBin parent_instance;
  GtkStack *stack;
  AdwBin *holder;
  CeciApplicationProposal *proposal;
  char *words; // of the doubts as they are shown
  guint refreshing;
};

G_DEFINE_FINAL_TYPE (CeciImportDoubtsPage, ceci_import_doubts_page, ADW_TYPE_BIN)

typedef struct {
  CeciImportDoubtsPage *page;
  CeciProposedApplication *row;
  CeciPerson *person; // NULL: someone else, or
  gboolean joined;    // who stands on the line of the same name, or
  gboolean later;     // nobody yet
} Answer;

static void
answer_free (gpointer data, GClosure *closure)
{
  Answer *answer = data;

  g_object_unref (answer->row);
  g_clear_object (&answer->person);
  g_free (answer);
}

static void
on_answered (GtkCheckButton *button, Answer *answer)
{
  if (!gtk_check_button_get_active (button))
    return;
  if (answer->later)
    ceci_application_proposal_ask_again (answer->page->proposal, answer->row);
  else if (answer->joined)
    ceci_application_proposal_join (answer->page->proposal, answer->row);
  else
    ceci_application_proposal_choose (answer->page->proposal, answer->row, answer->person);
}

// What tells two people of one name apart.
static char *
dup_marks (CeciPerson *person)
{
  g_autoptr (GStrvBuilder) marks = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  const char *birth_date = ceci_person_get_birth_date (person);

  if (ceci_person_get_matricule (person) != NULL)
    g_strv_builder_add (marks, ceci_person_get_matricule (person));
  if (ceci_person_get_email (person) != NULL)
    g_strv_builder_add (marks, ceci_person_get_email (person));
  if (birth_date != NULL)
    g_strv_builder_take (marks, ceci_date_format_short (birth_date));
  list = g_strv_builder_end (marks);
  return g_strjoinv (" · ", list);
}

static void
add_answer (CeciImportDoubtsPage *self, AdwPreferencesGroup *group, GtkCheckButton **first, Answer said,
            const char *title, const char *subtitle, gboolean is_active)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();
  Answer *answer = g_memdup2 (&said, sizeof said);

  answer->page = self;
  g_object_ref (answer->row);
  if (answer->person != NULL)
    g_object_ref (answer->person);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), *first);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), is_active);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (*first == NULL)
    *first = GTK_CHECK_BUTTON (button);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
  g_signal_connect_data (button, "toggled", G_CALLBACK (on_answered), answer, answer_free, G_CONNECT_DEFAULT);
}

static void
add_people (CeciImportDoubtsPage *self, AdwPreferencesGroup *group, GtkCheckButton **first,
            CeciProposedApplication *row, CeciPerson *chosen)
{
  GPtrArray *candidates = ceci_proposed_application_get_candidates (row);

  for (guint i = 0; i < candidates->len; i++) {
    CeciPerson *person = candidates->pdata[i];
    // Translators: a name
    g_autofree char *title = g_strdup_printf (_ ("%s, whom the register knows"), ceci_person_get_display_name (person));
    g_autofree char *marks = dup_marks (person);

    add_answer (self, group, first, (Answer) {.row = row, .person = person}, title, marks, chosen == person);
  }
}

static GtkWidget *
make_doubt (CeciImportDoubtsPage *self, CeciProposedApplication *row)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkCheckButton *first = NULL;
  CeciPerson *chosen;
  gboolean joined;
  gboolean is_said = ceci_proposed_application_is_said (row, &chosen, &joined);
  guint namesake = ceci_proposed_application_get_namesake_line (row);
  g_autofree char *title = g_strdup_printf (_ ("%s, line %u"), ceci_proposed_application_get_name (row),
                                            ceci_proposed_application_get_line (row));
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *marks = dup_marks (ceci_proposed_application_get_person (row));
  g_autofree char *description = *marks != '\0'
                                     ? g_strconcat (ceci_proposed_application_get_doubt (row), "\n", marks, NULL)
                                     : g_strdup (ceci_proposed_application_get_doubt (row));
  g_autofree char *escaped_description = g_markup_escape_text (description, -1);

  adw_preferences_group_set_title (group, escaped);
  adw_preferences_group_set_description (group, escaped_description);
  add_people (self, group, &first, row, chosen);
  if (namesake > 0) {
    g_autofree char *same = g_strdup_printf (_ ("The same person as on line %u"), namesake);

    add_answer (self, group, &first, (Answer) {.row = row, .joined = TRUE}, same,
                _ ("The later of the two applications is taken."), joined);
  }
  add_answer (self, group, &first, (Answer) {.row = row}, _ ("Someone else"),
              _ ("A new person is added to the register."), is_said && chosen == NULL && !joined);
  add_answer (self, group, &first, (Answer) {.row = row, .later = TRUE}, _ ("Not known yet"),
              _ ("This application is left out of the import."), !is_said);
  return GTK_WIDGET (group);
}

static char *
dup_doubt_words (GPtrArray *rows)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (words, "%u %s\n", ceci_proposed_application_get_line (rows->pdata[i]),
                            ceci_proposed_application_get_doubt (rows->pdata[i]));
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static gboolean
is_in_doubt (CeciProposedApplication *row)
{
  CeciProposalAction action = ceci_proposed_application_get_action (row);

  return ceci_proposed_application_get_doubt (row) != NULL &&
         (action == CECI_PROPOSAL_UNSURE || ceci_proposed_application_is_said (row, NULL, NULL));
}

// Made again only if other rows are in doubt, or for another reason: an answer alone moves nothing and keeps the focus.
static gboolean
refresh (gpointer user_data)
{
  CeciImportDoubtsPage *self = user_data;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *words = NULL;
  AdwPreferencesPage *page;

  self->refreshing = 0;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->proposal)); i++) {
    g_autoptr (CeciProposedApplication) row = g_list_model_get_item (G_LIST_MODEL (self->proposal), i);

    if (is_in_doubt (row))
      g_ptr_array_add (rows, g_steal_pointer (&row));
  }
  words = dup_doubt_words (rows);
  gtk_stack_set_visible_child_name (self->stack, rows->len > 0 ? "doubts" : "none");
  if (g_strcmp0 (words, self->words) == 0)
    return G_SOURCE_REMOVE;
  g_set_str (&self->words, words);
  page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (make_doubt (self, rows->pdata[i])));
  adw_bin_set_child (self->holder, GTK_WIDGET (page));
  return G_SOURCE_REMOVE;
}

// Soon: what is being answered must not go from under the answer.
static void
refresh_soon (CeciImportDoubtsPage *self)
{
  if (self->refreshing == 0)
    self->refreshing = g_idle_add (refresh, self);
}

static void
forget_proposal (CeciImportDoubtsPage *self)
{
  g_clear_handle_id (&self->refreshing, g_source_remove);
  if (self->proposal != NULL)
    g_signal_handlers_disconnect_by_func (self->proposal, refresh_soon, self);
  g_clear_object (&self->proposal);
  g_clear_pointer (&self->words, g_free);
}

void
ceci_import_doubts_page_set_proposal (CeciImportDoubtsPage *self, CeciApplicationProposal *proposal)
{
  g_return_if_fail (CECI_IS_IMPORT_DOUBTS_PAGE (self));
  g_return_if_fail (CECI_IS_APPLICATION_PROPOSAL (proposal));

  forget_proposal (self);
  self->proposal = g_object_ref (proposal);
  g_signal_connect_swapped (proposal, "items-changed", G_CALLBACK (refresh_soon), self);
  refresh (self);
}

static void
ceci_import_doubts_page_dispose (GObject *object)
{
  forget_proposal (CECI_IMPORT_DOUBTS_PAGE (object));
  adw_bin_set_child (ADW_BIN (object), NULL); // before the template unparents it behind the bin’s back
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_IMPORT_DOUBTS_PAGE);
  G_OBJECT_CLASS (ceci_import_doubts_page_parent_class)->dispose (object);
}

static void
ceci_import_doubts_page_class_init (CeciImportDoubtsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_import_doubts_page_dispose;
  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-import-doubts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciImportDoubtsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciImportDoubtsPage, holder);
}

static void
ceci_import_doubts_page_init (CeciImportDoubtsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
