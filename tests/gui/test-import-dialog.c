// SPDX-License-Identifier: GPL-3.0-or-later
// Importing a form's export by the window: what is shown, what is asked, and that nothing is written before it is
// accepted.
#include "gui-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/exchange/ceci-application-fields.h"
#include "core/model/ceci-application-repository.h"
#include "core/model/model-fixture.h"
#include "cohorts/ceci-import-dialog.h"

#define TODAY "2026-02-10"
#define FORM                                                                                                           \
  "Date de soumission;Nom;Prénom;E-mail;Truc;Couleur\n"                                                                \
  "2026-01-05;Lambert;Hugo;h.lambert@ulb.be;Aider;Bleu\n"                                                              \
  "2026-01-06;Martin;Luc;luc@ulb.be;Courir;\n"                                                                         \
  "2026-01-07;Martin;Luc;lm@ulb.be;Nager;\n"

typedef struct {
  char *folder, *cohort_id;
  CeciRegister *reg;
  CeciDesk *desk;
  GtkWidget *window;
  GtkWidget *dialog;
  gboolean closed;
} Fixture;

static gpointer
fill (CeciDatabase *database, gpointer data, GError **error)
{
  Fixture *fixture = data;

  g_assert_true (ceci_register_seed_defaults (database, error));
  fixture->cohort_id = make_cohort (database, "February 2026", 30);
  g_assert_true (ceci_database_run (database, error,
                                    "INSERT INTO person (id, family_name, first_name, email, search_key) VALUES "
                                    "('p1', 'Lambert', 'Hugo', 'hugo@ulb.be', 'x')",
                                    ""));
  return NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciEntropy) entropy = ceci_entropy_new_seeded (7, "2026-02-10T09:00:00.000Z");
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  fixture->folder = g_dir_make_tmp ("ceci-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "register.ceci", NULL);
  file = g_file_new_for_path (path);
  fixture->reg = ceci_register_open (file, CECI_REGISTER_CREATE, "Marie", entropy, &error);
  g_assert_no_error (error);
  ceci_register_write (fixture->reg, "Test", fill, fixture, &error);
  g_assert_no_error (error);
  fixture->desk = ceci_desk_new (fixture->reg, TODAY);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GDir *folder = g_dir_open (fixture->folder, 0, NULL);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->desk);
  ceci_register_close (fixture->reg);
  g_clear_object (&fixture->reg);
  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder)) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

    g_unlink (path);
  }
  g_dir_close (folder);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->cohort_id);
}

static void
on_closed (Fixture *fixture)
{
  fixture->closed = TRUE;
}

static void
open_file (Fixture *fixture, const char *name, const char *bytes, gssize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (bytes != NULL)
    g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
  fixture->closed = FALSE;
  fixture->dialog = GTK_WIDGET (ceci_import_dialog_new (fixture->desk, fixture->cohort_id, file));
  g_signal_connect_swapped (fixture->dialog, "closed", G_CALLBACK (on_closed), fixture);
  adw_dialog_present (ADW_DIALOG (fixture->dialog), fixture->window);
}

// --- what is seen and done -------------------------------------------------------------------

static GtkWidget *
named (Fixture *fixture, const char *name)
{
  GtkWidget *widget = find_named (fixture->dialog, name);

  g_assert_nonnull (widget);
  return widget;
}

static const char *
page_shown (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (named (fixture, "import-stack")));
}

static const char *
view_shown (Fixture *fixture)
{
  return adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (named (fixture, "import-views")));
}

static gboolean
is_read (gpointer fixture)
{
  return g_strcmp0 (page_shown (fixture), "wait") != 0;
}

static gboolean
is_closed (gpointer fixture)
{
  return ((Fixture *) fixture)->closed;
}

static gboolean
may_import (gpointer fixture)
{
  return gtk_widget_is_sensitive (named (fixture, "accept-import"));
}

static gboolean
is_idle (gpointer fixture)
{
  return gtk_widget_is_sensitive (named (fixture, "import-views"));
}

static gboolean
is_told (gpointer fixture)
{
  return adw_banner_get_revealed (ADW_BANNER (named (fixture, "import-banner")));
}

// The row of a list that says this, the nth of them.
static GtkWidget *
find_row (GtkWidget *widget, const char *title, guint *nth)
{
  if (ADW_IS_PREFERENCES_ROW (widget) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0 && (*nth)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_row (child, title, nth);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
answer (Fixture *fixture, const char *title, guint nth)
{
  GtkWidget *row = find_row (named (fixture, "import-doubts"), title, &nth);

  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
}

static void
map_column (Fixture *fixture, const char *heading, const char *field)
{
  guint nth = 0;
  GtkWidget *row = find_row (named (fixture, "import-file"), heading, &nth);
  GListModel *titles;

  g_assert_nonnull (row);
  titles = adw_combo_row_get_model (ADW_COMBO_ROW (row));
  for (guint i = 0; i < g_list_model_get_n_items (titles); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (titles), i), field))
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  wait_for (is_idle, fixture, "the preview made again");
}

static gpointer
read_missions (CeciDatabase *database, gpointer data, GError **error)
{
  return ceci_database_text (database, error,
                             "SELECT group_concat(family_name || ' ' || coalesce (mission, '-')) FROM (SELECT * FROM "
                             "application JOIN person ON person.id = person_id ORDER BY family_name, mission)",
                             "");
}

static void
assert_applications (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *missions = ceci_register_read (fixture->reg, read_missions, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (missions, ==, expected);
}

static gpointer
change_telephone (CeciDatabase *database, gpointer data, GError **error)
{
  ceci_database_run (database, error, "UPDATE person SET phone = '+32 2 650 00 00' WHERE id = 'p1'", "");
  return NULL;
}

static void
import (Fixture *fixture)
{
  wait_for (may_import, fixture, "the button");
  g_signal_emit_by_name (named (fixture, "accept-import"), "clicked");
}

// --- tests ----------------------------------------------------------------------------------------

static void
test_settled_mapped_written (Fixture *fixture, gconstpointer data)
{
  guint nth = 0;

  open_file (fixture, "form.csv", FORM, -1);
  wait_for (is_read, fixture, "the preview");
  g_assert_cmpstr (page_shown (fixture), ==, "preview");
  g_assert_cmpstr (view_shown (fixture), ==, "doubts"); // someone is needed there
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (named (fixture, "import-summary"))), "Unsure: 2"));
  answer (fixture, "Hugo Lambert, whom the register knows", 0);
  answer (fixture, "The same person as on line 3", 0);
  g_assert_null (strstr (gtk_label_get_label (GTK_LABEL (named (fixture, "import-summary"))), "Unsure"));
  g_assert_nonnull (find_row (named (fixture, "import-file"), "Couleur", &nth));
  map_column (fixture, "Truc", "Assignment");
  g_assert_null (strstr (gtk_label_get_label (GTK_LABEL (named (fixture, "import-summary"))), "Unsure")); // kept
  assert_applications (fixture, NULL); // nothing is written yet
  import (fixture);
  wait_for (is_closed, fixture, "the end");
  assert_applications (fixture, "Lambert Aider,Martin Nager");

  open_file (fixture, "form.csv", FORM, -1); // the column is remembered
  wait_for (is_read, fixture, "the second preview");
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (named (fixture, "import-summary"))), "Unchanged"));
  g_assert_false (may_import (fixture));
}

static void
test_not_settled_is_left_out (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, "form.csv", FORM, -1);
  wait_for (is_read, fixture, "the preview");
  answer (fixture, "Someone else", 1);
  answer (fixture, "Not known yet", 1); // a mind changed
  import (fixture);
  wait_for (is_closed, fixture, "the end");
  assert_applications (fixture, "Martin -");
}

static void
test_changed_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  open_file (fixture, "form.csv", FORM, -1);
  wait_for (is_read, fixture, "the preview");
  answer (fixture, "Hugo Lambert, whom the register knows", 0);
  ceci_register_write (fixture->reg, "A telephone", change_telephone, NULL, &error);
  g_assert_no_error (error);
  import (fixture);
  wait_for (is_told, fixture, "the refusal");
  g_assert_false (fixture->closed);
  assert_applications (fixture, NULL);
  g_signal_emit_by_name (named (fixture, "import-banner"), "button-clicked");
  wait_for (is_idle, fixture, "the preview made again");
  g_assert_false (is_told (fixture));
  import (fixture);
  wait_for (is_closed, fixture, "the end");
  assert_applications (fixture, "Lambert -,Martin -");
}

static void
test_names_mapped_by_hand (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, "form.csv", "Patronyme;Prénom;E-mail\nSimon;Zoé;zoe@ulb.be\n", -1);
  wait_for (is_read, fixture, "the columns");
  g_assert_cmpstr (view_shown (fixture), ==, "file");
  g_assert_true (is_told (fixture));
  g_assert_false (may_import (fixture));
  map_column (fixture, "Patronyme", "Family name");
  g_assert_false (is_told (fixture));
  import (fixture);
  wait_for (is_closed, fixture, "the end");
  assert_applications (fixture, "Simon -");
}

static void
assert_cannot_be_imported (Fixture *fixture, const char *says)
{
  g_autofree char *description = NULL;

  wait_for (is_read, fixture, "the answer");
  g_assert_cmpstr (page_shown (fixture), ==, "failed");
  g_object_get (named (fixture, "import-failed"), "description", &description, NULL);
  g_test_message ("%s", description);
  g_assert_nonnull (strstr (description, says));
  g_assert_false (gtk_widget_get_visible (named (fixture, "accept-import")));
  adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
}

static void
test_bad_files (Fixture *fixture, gconstpointer data)
{
  static const char zip[] = "PK\3\4\24\0\0\0\0\0\0\0\0\0";
  g_autofree char *large = g_build_filename (fixture->folder, "large.csv", NULL);
  g_autoptr (GError) error = NULL;
  char binary[2048];

  for (guint i = 0; i < sizeof binary; i++)
    binary[i] = (char) i;
  open_file (fixture, "empty.csv", "", 0);
  assert_cannot_be_imported (fixture, "empty");
  open_file (fixture, "binary.csv", binary, sizeof binary);
  assert_cannot_be_imported (fixture, "not a table");
  open_file (fixture, "form.csv", "%PDF-1.7\n", -1);
  assert_cannot_be_imported (fixture, "PDF");
  open_file (fixture, "form.xlsx", zip, sizeof zip);
  assert_cannot_be_imported (fixture, "damaged");
  open_file (fixture, "noheader.csv", "Simon;Zoé;zoe@ulb.be\n", -1);
  assert_cannot_be_imported (fixture, "headings");
  open_file (fixture, "absent.csv", NULL, 0);
  assert_cannot_be_imported (fixture, "absent.csv");
  g_file_set_contents (large, "Nom;Prénom\n", -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (truncate (large, 200 * 1000 * 1000), ==, 0);
  open_file (fixture, "large.csv", NULL, 0);
  assert_cannot_be_imported (fixture, "larger than");
  assert_applications (fixture, NULL);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/import-dialog/settled-mapped-written", test_settled_mapped_written);
  ADD ("/import-dialog/not-settled-is-left-out", test_not_settled_is_left_out);
  ADD ("/import-dialog/changed-meanwhile", test_changed_meanwhile);
  ADD ("/import-dialog/names-mapped-by-hand", test_names_mapped_by_hand);
  ADD ("/import-dialog/bad-files", test_bad_files);
  return g_test_run ();
}
