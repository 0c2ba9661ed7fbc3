// SPDX-License-Identifier: GPL-3.0-or-later
// A package shows its juror what was sealed, and nothing to whoever lacks the passphrase.

#include <glib/gstdio.h>

#include "core/jury/ceci-jury-error.h"
#include "sample-package.h"

typedef struct {
  char *folder;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("ceci-package-XXXXXX", NULL);
  fixture->file = g_file_new_build_filename (fixture->folder, "juror.ceci-jury", NULL);
  sample_write (fixture->file, 1, 1, 2);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (g_file_peek_path (fixture->file));
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->folder);
  g_object_unref (fixture->file);
}

static void
test_contents (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciPackage) package = sample_open (fixture->file);
  CeciPackageDossier *dossier = ceci_package_find_dossier (package, "dossier-1");
  g_autoptr (CeciPackageDocument) document = NULL;
  g_autoptr (CeciPackageLine) line = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  g_assert_cmpstr (ceci_package_get_session_name (package), ==, "Jury de décembre");
  g_assert_cmpstr (ceci_package_get_juror_name (package), ==, "Inès Van den Broeck");
  g_assert_cmpint (ceci_package_get_revision (package), ==, 1);
  g_assert_cmpuint (ceci_scoring_grid_get_n (ceci_package_get_grid (package)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (ceci_package_get_dossiers (package)), ==, 2);
  g_assert_cmpstr (ceci_package_dossier_get_name (dossier), ==, "Élodie Martin");
  g_assert_cmpint (ceci_package_dossier_get_n_pages (dossier), ==, 6);
  document = g_list_model_get_item (ceci_package_dossier_get_documents (dossier), 0);
  g_assert_cmpstr (ceci_package_document_get_kind_label (document), ==, "Backward schedule");
  line = g_list_model_get_item (ceci_package_dossier_get_follow_up (dossier), 0);
  g_assert_cmpstr (ceci_package_line_get_text (line), ==, "Very good");
  bytes = ceci_package_read_document (package, ceci_package_document_get_sha256 (document), &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), sample_documents[0],
                   strlen (sample_documents[0]));
  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = ceci_package_read_document (package, "nothing", &error);
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_NOT_FOUND);
  g_clear_error (&error);
}

static void
test_wrong_passphrase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciPackage) package = ceci_package_open (fixture->file, "QXTV-8MDR-2H6Q", &error);

  g_assert_null (package);
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_WRONG_KEY);
}

static void
test_nothing_in_clear (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (g_file_peek_path (fixture->file), &bytes, &length, NULL));
  g_assert_null (memmem (bytes, length, "Martin", 6));
  g_assert_null (memmem (bytes, length, "dossier", 7));
  g_assert_null (memmem (bytes, length, "%PDF", 4));
}

static void
test_short_passphrase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) content = sample_content (1);
  const guint8 bytes[32] = {0};
  g_autoptr (CeciPackageWriter) writer = ceci_package_writer_new (content, bytes, bytes);
  g_autoptr (GError) error = NULL;

  g_assert_false (ceci_package_writer_write (writer, fixture->file, "short", CECI_SEALING_COST_TEST, sample_document,
                                             NULL, NULL, &error));
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_INVALID);
}

static void
check_refused (Fixture *fixture, JsonObject *content)
{
  const guint8 bytes[32] = {0};
  g_autoptr (CeciPackageWriter) writer = ceci_package_writer_new (content, bytes, bytes);
  g_autoptr (CeciPackage) package = NULL;
  GError *error = NULL;

  ceci_package_writer_write (writer, fixture->file, SAMPLE_PASSPHRASE, CECI_SEALING_COST_TEST, sample_document, NULL,
                             NULL, &error);
  g_assert_no_error (error);
  package = ceci_package_open (fixture->file, SAMPLE_PASSPHRASE, &error);
  g_assert_null (package);
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, CECI_JURY_ERROR);
  g_clear_error (&error);
}

// Whoever knows the passphrase can seal anything: what is sealed is read with as little trust.
static void
test_hostile_contents (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) no_grid = sample_content (1);
  g_autoptr (JsonObject) twice = sample_content (1);
  g_autoptr (JsonObject) odd = sample_content (1);
  g_autoptr (JsonObject) newer = sample_content (1);
  g_autoptr (JsonObject) unnamed = sample_content (1);
  JsonArray *dossiers = json_object_get_array_member (twice, "dossiers");

  json_object_remove_member (no_grid, "grid");
  check_refused (fixture, no_grid);
  json_array_add_object_element (dossiers, json_object_ref (json_array_get_object_element (dossiers, 0)));
  check_refused (fixture, twice);
  json_object_set_int_member (odd, "dossiers", 3);
  check_refused (fixture, odd);
  json_object_set_int_member (newer, "version", 2);
  check_refused (fixture, newer);
  json_object_set_array_member (json_object_get_object_member (unnamed, "juror"), "name", json_array_new ());
  check_refused (fixture, unnamed);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/package/contents", test_contents);
  ADD ("/package/wrong-passphrase", test_wrong_passphrase);
  ADD ("/package/nothing-in-clear", test_nothing_in_clear);
  ADD ("/package/short-passphrase", test_short_passphrase);
  ADD ("/package/hostile-contents", test_hostile_contents);
  return g_test_run ();
}
