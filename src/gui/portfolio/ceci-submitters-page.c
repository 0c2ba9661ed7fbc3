// SPDX-License-Identifier: GPL-3.0-or-later
// A group of rows for each folder in doubt. An answer changes the proposal at once; it is remembered with the
// participant's number when the import is applied.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-submitters-page.h"
#include "core/exchange/ceci-student-matching.h"
#include "widgets/ceci-empty-page.h"

struct _CeciSubmittersPage {
  AdwBin parent_instance;
  CeciDepositProposal *proposal;
};

G_DEFINE_FINAL_TYPE (CeciSubmittersPage, ceci_submitters_page, ADW_TYPE_BIN)

static guint said_signal;

// One folder in doubt: its group, and a check button for each student named so far.
typedef struct {
  CeciSubmittersPage *page; // outlives it
  CeciSubmitter *submitter;
  AdwPreferencesGroup *group;
  GPtrArray *students; // of CeciStudent, and at the same places
  GPtrArray *buttons;
  GtkCheckButton *nobody;
  AdwComboRow *other;
  gboolean answering;
} Folder;

static void
folder_free (gpointer data)
{
  Folder *folder = data;

  g_object_unref (folder->submitter);
  g_ptr_array_unref (folder->students);
  g_ptr_array_unref (folder->buttons);
  g_free (folder);
}

static void
answer (Folder *folder)
{
  g_autoptr (GPtrArray) students = g_ptr_array_new ();
  gboolean nobody = gtk_check_button_get_active (folder->nobody);

  for (guint i = 0; i < folder->buttons->len && !nobody; i++)
    if (gtk_check_button_get_active (folder->buttons->pdata[i]))
      g_ptr_array_add (students, folder->students->pdata[i]);
  ceci_deposit_proposal_say (folder->page->proposal, folder->submitter, students->len > 0 || nobody ? students : NULL);
  g_signal_emit (folder->page, said_signal, 0);
}

static void
on_student (GtkCheckButton *button, Folder *folder)
{
  if (folder->answering)
    return;
  folder->answering = TRUE;
  if (gtk_check_button_get_active (button))
    gtk_check_button_set_active (folder->nobody, FALSE);
  folder->answering = FALSE;
  answer (folder);
}

static void
on_nobody (Folder *folder)
{
  if (folder->answering)
    return;
  folder->answering = TRUE;
  for (guint i = 0; i < folder->buttons->len && gtk_check_button_get_active (folder->nobody); i++)
    gtk_check_button_set_active (folder->buttons->pdata[i], FALSE);
  folder->answering = FALSE;
  answer (folder);
}

static GtkCheckButton *
add_check (Folder *folder, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (folder->group, row);
  return GTK_CHECK_BUTTON (button);
}

static void
add_student (Folder *folder, CeciStudent *student, gboolean active)
{
  g_autofree char *marks = ceci_student_dup_marks (student);
  g_autofree char *subtitle =
      g_strdup_printf ("%s%s%s", ceci_student_get_cohort_name (student), *marks != '\0' ? " · " : "", marks);
  GtkCheckButton *button = add_check (folder, ceci_student_get_display_name (student), subtitle);

  gtk_check_button_set_active (button, active);
  g_ptr_array_add (folder->students, g_object_ref (student));
  g_ptr_array_add (folder->buttons, button);
  g_signal_connect (button, "toggled", G_CALLBACK (on_student), folder);
}

// Anyone of the intake can be said; who is chosen becomes a row of their own, so that a team can be several.
static void
on_other (Folder *folder)
{
  GPtrArray *all = ceci_deposit_proposal_get_students (folder->page->proposal);
  guint selected = adw_combo_row_get_selected (folder->other);

  if (selected == 0 || selected > all->len || folder->answering)
    return;
  folder->answering = TRUE;
  adw_combo_row_set_selected (folder->other, 0);
  gtk_check_button_set_active (folder->nobody, FALSE);
  for (guint i = 0; i < folder->students->len; i++)
    if (g_strcmp0 (ceci_record_get_id (folder->students->pdata[i]), ceci_record_get_id (all->pdata[selected - 1])) ==
        0) {
      gtk_check_button_set_active (folder->buttons->pdata[i], TRUE);
      selected = 0;
      break;
    }
  if (selected > 0)
    add_student (folder, all->pdata[selected - 1], TRUE);
  folder->answering = FALSE;
  answer (folder);
}

static void
add_other (Folder *folder)
{
  GPtrArray *all = ceci_deposit_proposal_get_students (folder->page->proposal);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *row = adw_combo_row_new ();

  gtk_string_list_append (names, _ ("Choose…"));
  for (guint i = 0; i < all->len; i++)
    gtk_string_list_append (names, ceci_student_get_display_name (all->pdata[i]));
  folder->other = ADW_COMBO_ROW (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Another student of the intake"));
  adw_combo_row_set_expression (folder->other, expression);
  adw_combo_row_set_enable_search (folder->other, TRUE);
  adw_combo_row_set_search_match_mode (folder->other, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_model (folder->other, G_LIST_MODEL (names));
  adw_preferences_group_add (folder->group, row);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (on_other), folder);
}

static gboolean
is_said (CeciSubmitter *submitter, CeciStudent *student)
{
  return g_ptr_array_find (ceci_submitter_get_students (submitter), student, NULL);
}

static GtkWidget *
make_folder (CeciSubmittersPage *self, CeciSubmitter *submitter)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GPtrArray *candidates = ceci_submitter_get_candidates (submitter);
  guint n_files = ceci_submitter_get_n_files (submitter);
  const char *name = ceci_submitter_get_name (submitter);
  const char *number = ceci_submitter_get_number (submitter);
  g_autofree char *title = g_markup_printf_escaped ("%s%s%s", name != NULL ? name : _ ("A file without a name"),
                                                    number != NULL ? " · " : "", number != NULL ? number : "");
  g_autofree char *files = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file", "%u files", n_files), n_files);
  g_autofree char *description = g_markup_printf_escaped ("%s %s.", ceci_submitter_get_doubt (submitter), files);
  Folder *folder = g_new0 (Folder, 1);

  folder->page = self;
  folder->submitter = g_object_ref (submitter);
  folder->group = group;
  folder->students = g_ptr_array_new_with_free_func (g_object_unref);
  folder->buttons = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (group), "folder", folder, folder_free);
  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  for (guint i = 0; i < candidates->len; i++)
    add_student (folder, candidates->pdata[i], is_said (submitter, candidates->pdata[i]));
  folder->nobody = add_check (folder, _ ("Nobody: leave it out"), _ ("The files stay in the archive."));
  gtk_check_button_set_active (folder->nobody, ceci_submitter_get_state (submitter) == CECI_SUBMITTER_LEFT_OUT);
  g_signal_connect_swapped (folder->nobody, "toggled", G_CALLBACK (on_nobody), folder);
  add_other (folder);
  for (guint i = 0; i < ceci_submitter_get_students (submitter)->len; i++) {
    CeciStudent *student = ceci_submitter_get_students (submitter)->pdata[i];

    if (!g_ptr_array_find (folder->students, student, NULL))
      add_student (folder, student, TRUE);
  }
  return GTK_WIDGET (group);
}

void
ceci_submitters_page_set_proposal (CeciSubmittersPage *self, CeciDepositProposal *proposal)
{
  GListModel *submitters = ceci_deposit_proposal_get_submitters (proposal);
  GtkWidget *page = adw_preferences_page_new ();
  guint n = 0;

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_set_object (&self->proposal, proposal);
  for (guint i = 0; i < g_list_model_get_n_items (submitters); i++) {
    g_autoptr (CeciSubmitter) submitter = g_list_model_get_item (submitters, i);

    if (ceci_submitter_get_doubt (submitter) == NULL)
      continue;
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_folder (self, submitter)));
    n++;
  }
  if (n == 0) {
    g_object_ref_sink (page);
    g_object_unref (page);
    page = g_object_new (CECI_TYPE_EMPTY_PAGE, "icon-name", "object-select-symbolic", "title", _ ("Nothing to settle"),
                         "description", _ ("Every folder is known to be one student’s."), NULL);
  }
  adw_bin_set_child (ADW_BIN (self), page);
}

static void
ceci_submitters_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&CECI_SUBMITTERS_PAGE (object)->proposal);
  G_OBJECT_CLASS (ceci_submitters_page_parent_class)->dispose (object);
}

static void
ceci_submitters_page_class_init (CeciSubmittersPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ceci_submitters_page_dispose;
  /**
   * CeciSubmittersPage::said:
   * @self: the page
   *
   * Somebody said whose a folder is.
   */
  said_signal =
      g_signal_new ("said", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ceci_submitters_page_init (CeciSubmittersPage *self)
{
}
