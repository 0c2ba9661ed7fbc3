// SPDX-License-Identifier: GPL-3.0-or-later
// The staff's window on a register: it opens, filters, takes hours by keyboard, undoes, and lets go of its pages.
#include "gui-fixture.h"

#include "ceci-program.h"
#include "ceci-window.h"
#include "core/jury/ceci-session.h"
#include "core/model/ceci-placement-repository.h"
#include "cohorts/ceci-cohort-page.h"
#include "core/model/model-fixture.h"
#include "students/ceci-student-page.h"

#define TODAY "2026-11-23"

static CeciProgram *program;
static char *cohort_id;
static char *student_id;

// --- a register to look at ------------------------------------------------------------------

static gpointer
fill (CeciDatabase *database, gpointer data, GError **error)
{
  g_autoptr (CeciPlacement) placement = NULL;
  g_autofree char *other = NULL;
  g_autofree char *third = NULL;
  g_autofree char *turned_down = NULL;

  g_assert_true (ceci_register_seed_defaults (database, error));
  cohort_id = make_cohort (database, "February 2026", 30);
  student_id = make_student (database, cohort_id, "Élodie", "Martin", "512345");
  other = make_student (database, cohort_id, "Chloé", "D’Hôte", "512346");
  third = make_student (database, cohort_id, "Bram", "De Ridder", "512347");
  turned_down = make_application (database, cohort_id, "Noé", "Dubois", "512348");
  g_assert_true (ceci_application_repository_set_state (database, turned_down, CECI_APPLICATION_STATE_INADMISSIBLE,
                                                        "A company", error));
  placement = ceci_placement_repository_at (database, student_id, "2026-03-12", error);
  g_assert_nonnull (placement);
  for (int party = CECI_PARTY_STUDENT; party <= CECI_PARTY_UNIVERSITY; party++)
    g_assert_true (ceci_agreement_repository_sign (database, ceci_record_get_id (CECI_RECORD (placement)),
                                                   (CeciParty) party, "Someone", "2026-02-09", error));
  return NULL;
}

static GFile *
make_register (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ceci-test-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "register.ceci", NULL);
  GFile *file = g_file_new_for_path (path);
  g_autoptr (CeciEntropy) entropy = ceci_entropy_new_seeded (7, "2026-11-23T09:00:00.000Z");
  g_autoptr (CeciRegister) reg = ceci_register_open (file, CECI_REGISTER_CREATE, "Marie", entropy, &error);

  g_assert_no_error (error);
  ceci_register_write (reg, "Test", fill, NULL, &error);
  g_assert_no_error (error);
  ceci_register_close (reg);
  return file;
}

static gboolean
is_open (gpointer window)
{
  return ceci_window_get_desk (window) != NULL;
}

static CeciWindow *
open_window (void)
{
  g_autoptr (GFile) file = make_register ();
  CeciWindow *window = ceci_window_new (program);

  ceci_window_open (window, file, 0);
  gtk_window_present (GTK_WINDOW (window));
  wait_for (is_open, window, "the register");
  return window;
}

static void
show_cohort (CeciWindow *window)
{
  g_autofree char *place = g_strconcat ("cohort:", cohort_id, NULL);

  ceci_window_go_to (window, place);
}

// --- tests --------------------------------------------------------------------------------------

static GListModel *
students_shown (gpointer window)
{
  GtkWidget *table = find_named (window, "students-table");

  return table != NULL ? G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table))) : NULL;
}

static gboolean
has_three_students (gpointer window)
{
  return students_shown (window) != NULL && g_list_model_get_n_items (students_shown (window)) == 3;
}

static gboolean
has_one_student (gpointer window)
{
  return g_list_model_get_n_items (students_shown (window)) == 1;
}

static gboolean
is_clickable (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

// Case, accents and apostrophes do not count, and what does not fit is not shown.
static void
test_students_are_filtered (void)
{
  CeciWindow *window = open_window ();
  GtkWidget *search;

  show_cohort (window);
  ceci_cohort_page_show_view (CECI_COHORT_PAGE (find_of_type (GTK_WIDGET (window), CECI_TYPE_COHORT_PAGE)), "students");
  wait_for (has_three_students, window, "the students");
  search = find_named (GTK_WIDGET (window), "students-search");
  wait_for (is_clickable, search, "the search entry");
  gtk_editable_set_text (GTK_EDITABLE (search), "CHLOE d'hote");
  wait_for (has_one_student, window, "the filter");
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  wait_for (has_three_students, window, "all students again");
  gtk_window_destroy (GTK_WINDOW (window));
}

static gpointer
sum_hours (CeciDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GListModel) hours = ceci_hours_repository_list (database, student_id, error);
  gint64 sum = 0;

  for (guint i = 0; i < g_list_model_get_n_items (hours); i++) {
    g_autoptr (CeciHours) each = g_list_model_get_item (hours, i);
    sum += ceci_hours_get_minutes (each);
  }
  return GSIZE_TO_POINTER ((gsize) sum);
}

static gint64
minutes_of (gpointer window)
{
  CeciRegister *reg = ceci_desk_get_register (ceci_window_get_desk (window));

  return (gint64) GPOINTER_TO_SIZE (ceci_register_read (reg, sum_hours, NULL, NULL));
}

static gboolean
has_hours (gpointer window)
{
  return minutes_of (window) == 210;
}

static gboolean
has_no_hours (gpointer window)
{
  return minutes_of (window) == 0;
}

// The step is known in the window too, not only in the file.
static gboolean
can_redo (gpointer window)
{
  return ceci_register_get_redo_label (ceci_desk_get_register (ceci_window_get_desk (window))) != NULL &&
         !g_main_context_pending (NULL);
}

static gboolean
shows_placement (gpointer window)
{
  GtkWidget *entry = find_named (window, "hours-entry");

  return entry != NULL && gtk_widget_get_mapped (entry) && gtk_widget_is_sensitive (entry);
}

static gboolean
has_text (gpointer entry)
{
  return *gtk_editable_get_text (entry) != '\0';
}

// «3h30 12/03 stand d’accueil» becomes one step; undo takes it back, redo brings it again.
static void
test_hours_are_entered_and_undone (void)
{
  CeciWindow *window = open_window ();
  GtkWidget *entry;

  show_cohort (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-student-at", "(ss)", student_id, "placement");
  wait_for (shows_placement, window, "the placement");
  entry = find_named (GTK_WIDGET (window), "hours-entry");
  gtk_editable_set_text (GTK_EDITABLE (entry), "3h30 12/03 stand d’accueil");
  g_signal_emit_by_name (entry, "apply");
  wait_for (has_hours, window, "the hours");
  g_assert_false (has_text (entry));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait_for (has_no_hours, window, "the undoing");
  wait_for (can_redo, window, "the step to redo");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  wait_for (has_hours, window, "the redoing");

  // What is not understood stays in the entry, and nothing is written.
  gtk_editable_set_text (GTK_EDITABLE (entry), "welcome desk");
  g_signal_emit_by_name (entry, "apply");
  g_assert_true (has_text (entry));
  g_assert_cmpint (minutes_of (window), ==, 210);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
shows_an_alert (gpointer window)
{
  return ADW_IS_ALERT_DIALOG (adw_application_window_get_visible_dialog (window));
}

// What is open stays what the window has, while another register is opened and after that failed.
static void
test_a_failed_opening_leaves_what_is_open (void)
{
  CeciWindow *window = open_window ();
  CeciDesk *desk = ceci_window_get_desk (window);
  GFile *file = ceci_register_get_file (ceci_desk_get_register (desk));
  g_autofree char *path = g_strconcat (g_file_peek_path (file), ".txt", NULL);
  g_autoptr (GFile) wrong = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "no register", -1, NULL));
  ceci_window_open (window, wrong, 0);
  g_assert_true (ceci_window_takes (window, file));
  g_assert_true (ceci_window_takes (window, wrong));
  wait_for (shows_an_alert, window, "the reason");
  g_assert_true (ceci_window_get_desk (window) == desk);
  g_assert_true (ceci_window_takes (window, file));
  g_assert_false (ceci_window_takes (window, wrong));
  ceci_window_open (window, file, 0); // is open already
  g_assert_true (ceci_window_get_desk (window) == desk);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkSelectionModel *
applications_shown (gpointer window)
{
  GtkWidget *table = find_named (window, "applications-table");

  return table != NULL ? gtk_column_view_get_model (GTK_COLUMN_VIEW (table)) : NULL;
}

static gboolean
has_four_applications (gpointer window)
{
  return applications_shown (window) != NULL &&
         g_list_model_get_n_items (G_LIST_MODEL (applications_shown (window))) == 4;
}

// Where Noé Dubois stands.
static guint
find_turned_down (gpointer window)
{
  GListModel *shown = G_LIST_MODEL (applications_shown (window));

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++) {
    g_autoptr (CeciApplication) application = g_list_model_get_item (shown, i);

    if (g_str_equal (ceci_application_get_display_name (application), "Noé Dubois"))
      return i;
  }
  g_assert_not_reached ();
}

static CeciApplication *
dup_turned_down (gpointer window)
{
  return g_list_model_get_item (G_LIST_MODEL (applications_shown (window)), find_turned_down (window));
}

static gboolean
is_selected_for_a_reason (gpointer window)
{
  g_autoptr (CeciApplication) application = dup_turned_down (window);

  return ceci_application_get_student_id (application) != NULL &&
         g_strcmp0 (ceci_application_get_state_reason (application), "It is a charity now") == 0;
}

// Who was turned down is enrolled once a reason is given, not before.
static void
test_enrolling_all_the_same_asks_why (void)
{
  CeciWindow *window = open_window ();
  g_autoptr (CeciApplication) application = NULL;
  AdwDialog *dialog;

  show_cohort (window);
  ceci_cohort_page_show_view (CECI_COHORT_PAGE (find_of_type (GTK_WIDGET (window), CECI_TYPE_COHORT_PAGE)),
                              "applications");
  wait_for (has_four_applications, window, "the applications");
  gtk_selection_model_select_item (applications_shown (window), find_turned_down (window), TRUE);
  gtk_widget_activate_action (find_named (GTK_WIDGET (window), "applications-table"), "applications.enrol", NULL);
  wait_for (shows_an_alert, window, "the question");
  application = dup_turned_down (window);
  g_assert_null (ceci_application_get_student_id (application));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  gtk_editable_set_text (GTK_EDITABLE (find_of_type (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW)), "It is a charity now");
  g_signal_emit_by_name (dialog, "response::accept", "accept");
  adw_dialog_force_close (dialog);
  wait_for (is_selected_for_a_reason, window, "the enrolment");
  gtk_window_destroy (GTK_WINDOW (window));
}

// A juror scored a dossier, and was recused afterwards.
static gpointer
add_recused_review (CeciDatabase *database, gpointer data, GError **error)
{
  const CeciSessionDraft draft = {.name = "Jury <B> & C", .held_on = "2026-12-10"};
  g_autofree char *session_id = ceci_session_create (database, &draft, error);
  g_autofree char *dossier_id = ceci_session_admit (database, session_id, student_id, TODAY, "A test", NULL, error);
  g_autoptr (CeciScoringGrid) grid = ceci_session_grid (database, session_id, error);
  g_autoptr (CeciJuror) juror = ceci_record_new (CECI_TYPE_JUROR, "family_name", "Dubois", "first_name", "Inès",
                                                 "quality", "expert", "languages", "fr", NULL);
  g_autofree char *juror_id = ceci_session_add_juror (database, session_id, juror, error);
  g_autoptr (CeciAssignment) assignment =
      ceci_record_new (CECI_TYPE_ASSIGNMENT, "dossier_id", dossier_id, "juror_id", juror_id, "role", "reader",
                       "recused_on", TODAY, "recusal_reason", "Knows them", NULL);
  g_autoptr (CeciReview) review = NULL;
  g_autoptr (CeciScore) score = NULL;

  g_assert_true (ceci_record_insert (assignment, database, error));
  review = ceci_record_new (CECI_TYPE_REVIEW, "assignment_id", ceci_record_get_id (CECI_RECORD (assignment)), NULL);
  g_assert_true (ceci_record_insert (review, database, error));
  score =
      ceci_record_new (CECI_TYPE_SCORE, "review_id", ceci_record_get_id (CECI_RECORD (review)), "criterion_id",
                       ceci_record_get_id (CECI_RECORD (ceci_scoring_grid_get (grid, 0))), "level", (gint64) 4, NULL);
  g_assert_true (ceci_record_insert (score, database, error));
  return NULL;
}

static gboolean
shows_a_score (gpointer window)
{
  return find_named (window, "score") != NULL;
}

// A recused juror has no total, as in the results. The session's name is no markup: a warning of Pango's would end
// this.
static void
test_recused_juror_has_no_total (void)
{
  CeciWindow *window = open_window ();
  CeciRegister *reg = ceci_desk_get_register (ceci_window_get_desk (window));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  ceci_register_write (reg, "Test", add_recused_review, NULL, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-student-at", "(ss)", student_id, "jury");
  wait_for (shows_a_score, window, "the juror");
  g_object_get (find_named (GTK_WIDGET (window), "score"), "text", &text, NULL);
  g_assert_cmpstr (text, ==, "–");
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_nothing_pending (gpointer data)
{
  return !g_main_context_pending (NULL);
}

// Pages are made and let go of; a criticism of GTK's would end the test.
static void
test_pages_come_and_go (void)
{
  static const char *const places[] = {"cohort", "sessions", "organisations", "funding", "attention", "cohort"};
  static const char *const tabs[] = {"course", "placement", "portfolio", "jury", "follow-up", "history"};
  CeciWindow *window = open_window ();

  show_cohort (window);
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++) {
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-student-at", "(ss)", student_id, tabs[i]);
    wait_for (is_nothing_pending, NULL, "rest");
  }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    ceci_window_go_to (window, places[i]);
    wait_for (is_nothing_pending, NULL, "rest");
  }
  for (int i = 0; i < 5; i++) {
    gtk_widget_activate_action (GTK_WIDGET (window), "win.next-view", "i", 1);
    wait_for (is_nothing_pending, NULL, "rest");
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  settings = g_settings_new ("be.ulb.Ceci");
  g_settings_set_boolean (settings, "notify-deadlines", FALSE); // nothing here takes notifications
  program = ceci_program_new ();
  g_assert_true (g_application_register (G_APPLICATION (program), NULL, &error));
  g_assert_no_error (error);
  g_test_add_func ("/staff-window/students-are-filtered", test_students_are_filtered);
  g_test_add_func ("/staff-window/hours-are-entered-and-undone", test_hours_are_entered_and_undone);
  g_test_add_func ("/staff-window/a-failed-opening-leaves-what-is-open", test_a_failed_opening_leaves_what_is_open);
  g_test_add_func ("/staff-window/enrolling-all-the-same-asks-why", test_enrolling_all_the_same_asks_why);
  g_test_add_func ("/staff-window/recused-juror-has-no-total", test_recused_juror_has_no_total);
  g_test_add_func ("/staff-window/pages-come-and-go", test_pages_come_and_go);
  status = g_test_run ();
  g_clear_object (&program);
  g_free (cohort_id);
  g_free (student_id);
  return status;
}
