// SPDX-License-Identifier: GPL-3.0-or-later
// A juror's work: nothing before the declaration, nothing lost however the program ends, and a return that says just
// what was done.

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/jury/ceci-jury-error.h"
#include "core/jury/ceci-package-private.h"
#include "core/jury/ceci-reading.h"
#include "core/jury/ceci-return.h"
#include "sample-package.h"

typedef struct {
  char *folder;
  GFile *file;
  CeciPackage *package;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("ceci-reading-XXXXXX", NULL);
  fixture->file = g_file_new_build_filename (fixture->folder, "juror.ceci-jury", NULL);
  sample_write (fixture->file, 1, 1, 2);
  fixture->package = sample_open (fixture->file);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  const char *name;
  g_autoptr (GDir) folder = NULL;

  g_object_unref (fixture->package);
  g_chmod (fixture->folder, 0700);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

    g_remove (path);
  }
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->folder);
  g_object_unref (fixture->file);
}

static CeciReading *
open_reading (Fixture *fixture)
{
  GError *error = NULL;
  CeciReading *reading = ceci_reading_open (fixture->package, &error);

  g_assert_no_error (error);
  return reading;
}

static void
score (CeciDossierReading *dossier, int outputs, int reflection)
{
  ceci_dossier_reading_declare_clear (dossier);
  g_assert_true (ceci_dossier_reading_set_level (dossier, 0, outputs, NULL));
  g_assert_true (ceci_dossier_reading_set_level (dossier, 1, reflection, NULL));
}

static void
test_declaration_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciReading) reading = open_reading (fixture);
  CeciDossierReading *dossier = ceci_reading_find (reading, "dossier-1");
  g_autoptr (GError) error = NULL;

  g_assert_false (ceci_dossier_reading_set_level (dossier, 0, 3, &error));
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_UNDECLARED);
  g_clear_error (&error);
  g_assert_false (ceci_dossier_reading_recuse (dossier, " \n", &error));
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (ceci_dossier_reading_recuse (dossier, "Ma sœur", NULL));
  g_assert_false (ceci_dossier_reading_set_comment (dossier, "x", &error));
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_RECUSED);
  g_assert_true (ceci_dossier_reading_is_complete (dossier));
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciReading) reading = open_reading (fixture);
  CeciDossierReading *dossier = ceci_reading_find (reading, "dossier-1");
  g_auto (GStrv) missing = NULL;

  ceci_dossier_reading_declare_clear (dossier);
  g_assert_true (ceci_dossier_reading_set_level (dossier, 0, 1, NULL));
  missing = ceci_dossier_reading_dup_missing (dossier);
  g_assert_cmpuint (g_strv_length (missing), ==, 2);
  g_assert_cmpstr (missing[0], ==, "“Outputs” is at level 1: say why in a comment.");
  g_assert_cmpstr (missing[1], ==, "“Reflection” has no level yet.");
  g_assert_false (ceci_dossier_reading_is_complete (dossier));
  g_assert_true (ceci_dossier_reading_set_criterion_comment (dossier, 0, "Deux pièces vides", NULL));
  g_assert_true (ceci_dossier_reading_set_level (dossier, 1, 4, NULL));
  g_assert_true (ceci_dossier_reading_is_complete (dossier));
  g_assert_cmpint (ceci_dossier_reading_get_tally (dossier).total, ==, 220);
  g_assert_false (ceci_dossier_reading_set_level (dossier, 0, 5, NULL));
  g_assert_false (ceci_dossier_reading_set_level (dossier, 2, 1, NULL));
}

static void
test_notes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciReading) reading = open_reading (fixture);
  CeciDossierReading *dossier = ceci_reading_find (reading, "dossier-1");
  g_autofree char *schedule = sample_sha256 (0);
  g_autofree char *analysis = sample_sha256 (1);
  g_autofree char *minutes = sample_sha256 (2);
  g_autofree char *id = NULL;
  CeciPageNote *note;
  GListModel *notes = ceci_dossier_reading_get_notes (dossier);

  ceci_dossier_reading_declare_clear (dossier);
  note = ceci_dossier_reading_add_note (dossier, analysis, 1, .1, .2, .3, .05, 1, "Bien vu", NULL);
  id = g_strdup (ceci_record_get_id (CECI_RECORD (note)));
  g_assert_nonnull (ceci_dossier_reading_add_note (dossier, schedule, 0, 0, 0, 1, 1, -1, "Clair", NULL));
  // in the order of documents
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 2);
  g_assert_cmpstr (ceci_page_note_get_text (g_list_model_get_item (notes, 0)), ==, "Clair");
  // outside the page, or in another's document
  g_assert_null (ceci_dossier_reading_add_note (dossier, schedule, 0, 0, 0, 1.2, 1, -1, "x", NULL));
  g_assert_null (ceci_dossier_reading_add_note (dossier, minutes, 0, 0, 0, 1, 1, -1, "x", NULL));
  g_assert_true (ceci_dossier_reading_change_note (dossier, id, "Très bien vu", -1, NULL));
  g_assert_true (ceci_dossier_reading_remove_note (dossier, id, NULL));
  g_assert_false (ceci_dossier_reading_remove_note (dossier, id, NULL));
}

static void
test_goes_on (Fixture *fixture, gconstpointer data)
{
  g_autofree char *schedule = sample_sha256 (0);
  CeciReading *reading = open_reading (fixture);
  CeciDossierReading *dossier = ceci_reading_find (reading, "dossier-1");

  g_assert_false (ceci_reading_was_recovered (reading));
  score (dossier, 3, 2);
  g_assert_true (ceci_dossier_reading_set_suggestion (dossier, CECI_OUTCOME_AWARDED, NULL));
  g_assert_true (ceci_dossier_reading_set_private_note (dossier, "à relire", NULL));
  g_assert_nonnull (ceci_dossier_reading_add_note (dossier, schedule, 2, .5, .5, 0, 0, 0, "Ici", NULL));
  g_assert_true (ceci_reading_flush (reading, NULL));
  g_assert_true (ceci_reading_is_saved (reading));
  g_object_unref (reading);

  reading = open_reading (fixture);
  dossier = ceci_reading_find (reading, "dossier-1");
  g_assert_true (ceci_reading_was_recovered (reading));
  g_assert_cmpint (ceci_dossier_reading_get_level (dossier, 0), ==, 3);
  g_assert_cmpint (ceci_dossier_reading_get_suggestion (dossier), ==, CECI_OUTCOME_AWARDED);
  g_assert_cmpstr (ceci_dossier_reading_get_private_note (dossier), ==, "à relire");
  g_assert_cmpuint (g_list_model_get_n_items (ceci_dossier_reading_get_notes (dossier)), ==, 1);
  g_assert_cmpuint (ceci_reading_get_n_complete (reading), ==, 1);
  g_object_unref (reading);
}

static void
test_saves_by_itself (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciReading) reading = open_reading (fixture);
  g_autoptr (GFile) working = ceci_reading_dup_file (reading);

  score (ceci_reading_find (reading, "dossier-1"), 3, 2);
  g_assert_false (ceci_reading_is_saved (reading));
  while (!ceci_reading_is_saved (reading))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_query_exists (working, NULL));
  g_assert_true (g_str_has_suffix (g_file_peek_path (working), "/juror.ceci-review"));
}

static void
test_one_at_a_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciPackage) again = sample_open (fixture->file);
  g_autoptr (CeciReading) reading = open_reading (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_null (ceci_reading_open (again, &error));
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_BUSY);
}

// The child says each level once it is on the disk; it is killed in the middle of its work, many times.
static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->package);
  for (guint round = 0; round < 20; round++) {
    int channel[2], status;
    pid_t child;
    guint8 acknowledged = 0, step;
    guint n_read = 0;

    g_assert_no_errno (pipe (channel));
    child = fork ();
    if (child == 0) {
      CeciReading *reading;
      CeciDossierReading *dossier;

      fixture->package = sample_open (fixture->file);
      reading = open_reading (fixture);
      dossier = ceci_reading_find (reading, "dossier-2");
      ceci_dossier_reading_declare_clear (dossier);
      for (step = 1;; step = (guint8) (step % 200 + 1)) {
        g_autofree char *text = g_strdup_printf ("%u", step);

        ceci_dossier_reading_set_comment (dossier, text, NULL);
        if (!ceci_reading_flush (reading, NULL) || write (channel[1], &step, 1) != 1)
          _exit (1);
      }
    }
    close (channel[1]);
    while (n_read < 3 + round && read (channel[0], &step, 1) == 1) {
      acknowledged = step;
      n_read++;
    }
    kill (child, SIGKILL);
    while (read (channel[0], &step, 1) == 1)
      acknowledged = step;
    close (channel[0]);
    g_assert_cmpint (waitpid (child, &status, 0), ==, child);
    g_assert_true (WIFSIGNALED (status));

    fixture->package = sample_open (fixture->file);
    {
      g_autoptr (CeciReading) reading = open_reading (fixture);
      int found = atoi (ceci_dossier_reading_get_comment (ceci_reading_find (reading, "dossier-2")));

      // what was acknowledged is there; the next may be
      g_assert_cmpint (found, >=, acknowledged);
      g_assert_cmpint (found, <=, acknowledged + 1);
    }
    g_clear_object (&fixture->package);
  }
  fixture->package = sample_open (fixture->file);
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciReading) reading = open_reading (fixture);
  g_autoptr (GFile) beside = ceci_reading_dup_file (reading);

  // a folder where the working file should stand makes writing there fail, for root too
  g_assert_no_errno (g_mkdir (g_file_peek_path (beside), 0700));
  score (ceci_reading_find (reading, "dossier-1"), 2, 2);
  g_assert_true (ceci_reading_flush (reading, NULL));
  g_assert_no_errno (g_rmdir (g_file_peek_path (beside)));
  g_clear_object (&reading);

  reading = open_reading (fixture);
  g_assert_cmpint (ceci_dossier_reading_get_level (ceci_reading_find (reading, "dossier-1"), 0), ==, 2);
}

static CeciReturn *
read_return (GFile *file, guint8 return_byte, GError **error)
{
  guint8 bytes[32];
  g_autoptr (CeciSealingKey) key = NULL;

  memset (bytes, return_byte, sizeof bytes);
  key = ceci_sealing_key_new_direct (bytes);
  return ceci_return_read (file, key, error);
}

static void
public_key_of (guint8 seed_byte, guint8 *public_key)
{
  guint8 seed[32], secret[crypto_sign_SECRETKEYBYTES];

  memset (seed, seed_byte, sizeof seed);
  crypto_sign_seed_keypair (public_key, secret, seed);
}

static void
test_seal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciReading) reading = open_reading (fixture);
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, "juror.ceci-return", NULL);
  CeciDossierReading *one = ceci_reading_find (reading, "dossier-1"), *two = ceci_reading_find (reading, "dossier-2");
  g_autoptr (CeciReturn) sealed = NULL;
  g_autoptr (CeciReturn) again = NULL;
  g_autoptr (CeciReturn) other = NULL;
  g_autoptr (GError) error = NULL;
  guint8 public_key[32];
  CeciReturnDossier *dossier;

  g_assert_false (ceci_reading_seal (reading, file, CECI_SEAL_COMPLETE, &error));
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_INCOMPLETE);
  g_clear_error (&error);

  score (one, 3, 2);
  g_assert_true (ceci_dossier_reading_set_private_note (one, "SECRET", NULL));
  score (two, 4, 4);
  g_assert_true (ceci_dossier_reading_recuse (two, "Mon cercle", NULL));
  g_assert_true (ceci_reading_seal (reading, file, CECI_SEAL_COMPLETE, &error));
  g_assert_no_error (error);
  sealed = read_return (file, 2, &error);
  g_assert_no_error (error);
  public_key_of (1, public_key);
  g_assert_true (ceci_return_verify (sealed, public_key, NULL));
  public_key_of (9, public_key);
  g_assert_false (ceci_return_verify (sealed, public_key, &error));
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpint (ceci_return_get_revision (sealed), ==, 1);
  g_assert_null (strstr (ceci_return_get_content (sealed), "SECRET"));
  dossier = ceci_return_get_dossiers (sealed)->pdata[0];
  g_assert_cmpuint (dossier->scores->len, ==, 2);
  dossier = ceci_return_get_dossiers (sealed)->pdata[1];
  g_assert_cmpint (dossier->declaration, ==, CECI_DECLARATION_CONFLICT);
  g_assert_cmpuint (dossier->scores->len, ==, 0);

  // the same again is the same; a change is the next revision
  g_assert_true (ceci_reading_seal (reading, file, CECI_SEAL_COMPLETE, NULL));
  again = read_return (file, 2, NULL);
  g_assert_cmpstr (ceci_return_get_digest (again), ==, ceci_return_get_digest (sealed));
  g_assert_true (ceci_dossier_reading_set_level (one, 0, 4, NULL));
  g_assert_true (ceci_reading_seal (reading, file, CECI_SEAL_COMPLETE, NULL));
  other = read_return (file, 2, NULL);
  g_assert_cmpint (ceci_return_get_revision (other), ==, 2);

  // somebody else's key opens nothing
  g_assert_null (read_return (file, 3, &error));
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_WRONG_KEY);
}

static void
test_reissued_package (Fixture *fixture, gconstpointer data)
{
  CeciReading *reading = open_reading (fixture);

  score (ceci_reading_find (reading, "dossier-1"), 3, 3);
  g_assert_true (ceci_reading_flush (reading, NULL));
  g_object_unref (reading);
  g_object_unref (fixture->package);
  // revision 2 has another signing key and the same return key
  sample_write (fixture->file, 2, 7, 2);
  fixture->package = sample_open (fixture->file);
  reading = open_reading (fixture);
  g_assert_cmpint (ceci_dossier_reading_get_level (ceci_reading_find (reading, "dossier-1"), 1), ==, 3);
  g_object_unref (reading);
}

// As a browser saves it: beside the first, under another name.
static void
test_reissued_under_another_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, "juror (1).ceci-jury", NULL);
  g_autoptr (GFile) sealed = g_file_new_build_filename (fixture->folder, "juror.ceci-return", NULL);
  CeciReading *reading = open_reading (fixture);

  score (ceci_reading_find (reading, "dossier-1"), 3, 3);
  g_assert_true (ceci_reading_seal (reading, sealed, CECI_SEAL_INCOMPLETE, NULL));
  g_object_unref (reading);
  g_object_unref (fixture->package);
  sample_write (file, 2, 7, 2);
  fixture->package = sample_open (file);
  reading = open_reading (fixture);
  g_assert_true (ceci_reading_was_recovered (reading));
  g_assert_cmpint (ceci_reading_get_sealed_revision (reading), ==, 1);
  g_assert_cmpint (ceci_dossier_reading_get_level (ceci_reading_find (reading, "dossier-1"), 1), ==, 3);
  g_object_unref (reading);
}

static void
test_damaged_working_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciReading) reading = open_reading (fixture);
  g_autoptr (GFile) working = ceci_reading_dup_file (reading);
  g_autoptr (GError) error = NULL;

  g_clear_object (&reading);
  g_assert_true (g_file_set_contents (g_file_peek_path (working), "CECISEAL nothing of use", -1, NULL));
  g_assert_null (ceci_reading_open (fixture->package, &error));
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_DAMAGED);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/reading/declaration-first", test_declaration_first);
  ADD ("/reading/missing", test_missing);
  ADD ("/reading/notes", test_notes);
  ADD ("/reading/goes-on", test_goes_on);
  ADD ("/reading/saves-by-itself", test_saves_by_itself);
  ADD ("/reading/one-at-a-time", test_one_at_a_time);
  ADD ("/reading/killed", test_killed);
  ADD ("/reading/read-only-folder", test_read_only_folder);
  ADD ("/reading/seal", test_seal);
  ADD ("/reading/reissued-package", test_reissued_package);
  ADD ("/reading/reissued-under-another-name", test_reissued_under_another_name);
  ADD ("/reading/damaged-working-file", test_damaged_working_file);
  return g_test_run ();
}
