// SPDX-License-Identifier: GPL-3.0-or-later
// The sample register is sound, holds what it promises, and is the same twice.

#include "core/sample/ceci-sample.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-findings-repository.h"
#include "core/model/ceci-jury-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/store/ceci-register.h"

#include <glib/gstdio.h>

typedef struct {
  char *directory;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->directory = g_dir_make_tmp ("ceci-sample-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) directory = g_dir_open (fixture->directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

    g_unlink (path);
  }
  g_rmdir (fixture->directory);
  g_free (fixture->directory);
}

static GFile *
make (Fixture *fixture, const char *name, const CeciSampleOptions *options)
{
  GFile *file = g_file_new_build_filename (fixture->directory, name, NULL);
  g_autoptr (GError) error = NULL;

  ceci_sample_create (file, options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return file;
}

// One line a row of every table that a reader sees, in an order that depends on the rows alone.
static gpointer
digest_journal (CeciDatabase *database, gpointer user_data, GError **error)
{
  return ceci_database_text (database, error, "SELECT digest FROM step ORDER BY seq DESC LIMIT 1", "");
}

static char *
read_digest (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) store = ceci_register_open (file, CECI_REGISTER_READ_ONLY, NULL, NULL, &error);
  char *digest = ceci_register_read (store, digest_journal, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (digest);
  ceci_register_close (store);
  return digest;
}

// The journal's last digest covers every value of every row and every document's hash.
static void
test_same_twice (Fixture *fixture, gconstpointer data)
{
  CeciSampleOptions options = CECI_SAMPLE_OPTIONS_INIT;
  g_autoptr (GFile) first = NULL;
  g_autoptr (GFile) second = NULL;
  g_autoptr (GFile) other = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *three = NULL;

  options.students = 12;
  first = make (fixture, "first", &options);
  second = make (fixture, "second", &options);
  options.seed = 2;
  other = make (fixture, "other", &options);
  one = read_digest (first);
  two = read_digest (second);
  three = read_digest (other);
  g_assert_cmpstr (one, ==, two);
  g_assert_cmpstr (one, !=, three);
}

static gpointer
list_cohorts (CeciDatabase *database, gpointer user_data, GError **error)
{
  return ceci_cohort_repository_list (database, error);
}

static gpointer
list_students (CeciDatabase *database, gpointer user_data, GError **error)
{
  return ceci_student_repository_list (database, NULL, error);
}

static gpointer
list_documents (CeciDatabase *database, gpointer user_data, GError **error)
{
  return ceci_document_repository_of_cohort (database, NULL, error);
}

static void
test_sound (Fixture *fixture, gconstpointer data)
{
  CeciSampleOptions options = CECI_SAMPLE_OPTIONS_INIT;
  g_autoptr (GFile) file = NULL;
  g_autoptr (CeciRegister) store = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GListModel) cohorts = NULL;
  g_autoptr (GListModel) students = NULL;
  g_autoptr (GListModel) documents = NULL;
  g_autoptr (GError) error = NULL;
  guint phases[4] = {0};

  options.documents = FALSE;
  file = make (fixture, "sample", &options);
  store = ceci_register_open (file, CECI_REGISTER_READ_ONLY, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ceci_register_integrity (store, &problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  cohorts = ceci_register_read (store, list_cohorts, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (cohorts), ==, 6);
  for (guint i = 0; i < 6; i++) {
    g_autoptr (CeciCohort) cohort = g_list_model_get_item (cohorts, i);

    phases[ceci_cohort_get_phase (cohort)]++;
    if (ceci_cohort_get_phase (cohort) == CECI_COHORT_PHASE_SELECTION)
      g_assert_cmpint (ceci_cohort_get_admissible (cohort), >, ceci_cohort_get_places (cohort));
  }
  g_assert_cmpuint (phases[CECI_COHORT_PHASE_APPLICATIONS], ==, 1);
  g_assert_cmpuint (phases[CECI_COHORT_PHASE_SELECTION], ==, 1);
  g_assert_cmpuint (phases[CECI_COHORT_PHASE_RUNNING], ==, 2);
  g_assert_cmpuint (phases[CECI_COHORT_PHASE_CLOSED], ==, 2);
  students = ceci_register_read (store, list_students, NULL, &error);
  g_assert_cmpuint (g_list_model_get_n_items (students), ==, 150);
  documents = ceci_register_read (store, list_documents, NULL, &error);
  g_assert_cmpuint (g_list_model_get_n_items (documents), ==, 0);
  ceci_register_close (store);
}

// --- juries: the dossiers being read pass the gate, the closed session's are decided and certified ---

static gpointer
check_juries (CeciDatabase *database, gpointer user_data, GError **error)
{
  const char *today = user_data;
  g_autoptr (GListModel) sessions = ceci_jury_repository_sessions (database, error);
  guint n_awarded = 0;

  g_assert_cmpuint (g_list_model_get_n_items (sessions), ==, 2);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (CeciJurySession) session = g_list_model_get_item (sessions, i);
    g_autoptr (GListModel) dossiers =
        ceci_jury_repository_dossiers (database, ceci_record_get_id (CECI_RECORD (session)), error);
    gboolean closed = ceci_jury_session_get_state (session) == CECI_SESSION_STATE_CLOSED;

    g_assert_cmpuint (g_list_model_get_n_items (dossiers), >, 1);
    for (guint d = 0; d < g_list_model_get_n_items (dossiers); d++) {
      g_autoptr (CeciDossier) dossier = g_list_model_get_item (dossiers, d);
      g_autoptr (GPtrArray) findings =
          ceci_findings_repository_list (database, NULL, ceci_dossier_get_student_id (dossier), today, FALSE, error);

      g_assert_cmpint (ceci_dossier_get_readers (dossier), ==, 2);
      g_assert_cmpint (ceci_dossier_get_reviews (dossier), ==, closed ? 2 : 0);
      g_assert_true ((ceci_dossier_get_outcome (dossier) != CECI_OUTCOME_NONE) == closed);
      n_awarded += ceci_dossier_get_outcome (dossier) == CECI_OUTCOME_AWARDED;
      if (!closed)
        g_assert_true (ceci_regulation_admits (findings));
    }
  }
  {
    g_autoptr (GListModel) certificates = ceci_jury_repository_certificates (database, NULL, error);

    g_assert_cmpuint (g_list_model_get_n_items (certificates), ==, n_awarded);
  }
  return NULL;
}

static void
test_juries (Fixture *fixture, gconstpointer data)
{
  CeciSampleOptions options = CECI_SAMPLE_OPTIONS_INIT;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) store = NULL;

  options.students = 60;
  file = make (fixture, "juries", &options);
  store = ceci_register_open (file, CECI_REGISTER_READ_ONLY, NULL, NULL, &error);
  ceci_register_read (store, check_juries, (gpointer) options.today, &error);
  g_assert_no_error (error);
  ceci_register_close (store);
}

static void
test_never_over_a_file (Fixture *fixture, gconstpointer data)
{
  CeciSampleOptions options = CECI_SAMPLE_OPTIONS_INIT;
  g_autofree char *path = g_build_filename (fixture->directory, "kept", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_false (ceci_sample_create (file, &options, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  CeciSampleOptions options = CECI_SAMPLE_OPTIONS_INIT;
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->directory, "cancelled", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (ceci_sample_create (file, &options, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_query_exists (file, NULL));
}

// Any day and any number of cohorts gives a register.
static void
test_other_sizes (Fixture *fixture, gconstpointer data)
{
  static const struct {
    guint cohorts, students;
    const char *today;
  } cases[] = {
      {1, 5, "2027-02-28"},
      {2, 0, "2025-01-01"},
      {3, 7, "2028-02-29"},
      {9, 40, "2026-12-31"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    CeciSampleOptions options = CECI_SAMPLE_OPTIONS_INIT;
    g_autofree char *name = g_strdup_printf ("size-%u", i);
    g_autoptr (GFile) file = NULL;

    options.cohorts = cases[i].cohorts;
    options.students = cases[i].students;
    options.today = cases[i].today;
    options.documents = FALSE;
    file = make (fixture, name, &options);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sample/same-twice", Fixture, NULL, set_up, test_same_twice, tear_down);
  g_test_add ("/sample/sound", Fixture, NULL, set_up, test_sound, tear_down);
  g_test_add ("/sample/juries", Fixture, NULL, set_up, test_juries, tear_down);
  g_test_add ("/sample/never-over-a-file", Fixture, NULL, set_up, test_never_over_a_file, tear_down);
  g_test_add ("/sample/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/sample/other-sizes", Fixture, NULL, set_up, test_other_sizes, tear_down);
  return g_test_run ();
}
