// SPDX-License-Identifier: GPL-3.0-or-later
// Documents, their versions and their bytes.

#include "core/model/ceci-document-repository.h"
#include "model-fixture.h"

static char *
add (CeciDatabase *database, const char *student_id, const char *kind, const char *title, const char *text,
     gboolean *new_version, GError **error)
{
  g_autoptr (CeciDocument) draft =
      ceci_record_new (CECI_TYPE_DOCUMENT, "student_id", student_id, "kind", kind, "title", title, NULL);
  g_autoptr (CeciDocumentVersion) version = ceci_record_new (CECI_TYPE_DOCUMENT_VERSION, "file_name", "plan.pdf",
                                                             "health", "fine", "pages", (gint64) 2, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return ceci_document_repository_add (database, draft, version, bytes, new_version, error);
}

static void
test_versions (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *id = make_student (database, cohort_id, "Élodie", "Martin", NULL);
  gboolean new_version;
  g_autofree char *first = add (database, id, "production", "Plan", "one", &new_version, &error);

  g_assert_no_error (error);
  g_assert_true (new_version);
  g_autofree char *same = add (database, id, "production", "Plan", "one", &new_version, &error);
  g_assert_cmpstr (same, ==, first);
  g_assert_false (new_version);
  g_autofree char *second = add (database, id, "production", "Plan", "two", &new_version, &error);
  g_assert_cmpstr (second, ==, first);
  g_assert_true (new_version);
  g_autofree char *other = add (database, id, "annex", "Plan", "one", &new_version, &error);
  g_assert_cmpstr (other, !=, first);

  g_autoptr (CeciDocument) document = ceci_document_repository_find (database, first, &error);
  g_autoptr (GListModel) versions = ceci_document_repository_versions (database, first, &error);
  g_autoptr (GBytes) bytes = ceci_document_repository_bytes (database, first, &error);
  g_autoptr (CeciDocumentVersion) oldest = g_list_model_get_item (versions, 1);
  g_assert_no_error (error);
  g_assert_cmpint (ceci_document_get_versions (document), ==, 2);
  g_assert_cmpstr (ceci_document_get_media_type (document), ==, "application/pdf");
  g_assert_cmpint (ceci_document_get_size (document), ==, 3);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "two", 3);
  g_assert_cmpint (ceci_document_version_get_number (oldest), ==, 1);
}

static void
test_removal (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *id = make_student (database, cohort_id, "Élodie", "Martin", NULL);
  g_autofree char *first = add (database, id, "production", "Plan", "one", NULL, &error);

  g_assert_false (ceci_document_repository_remove (database, first, "2026-05-01", " ", &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_true (ceci_document_repository_remove (database, first, "2026-05-01", "Wrong file", &error));
  g_autofree char *again = add (database, id, "production", "Plan", "one", NULL, &error);
  g_assert_cmpstr (again, !=, first);

  g_autoptr (GListModel) all = ceci_document_repository_list (database, id, &error);
  g_autoptr (CeciDocument) last = g_list_model_get_item (all, 1);
  g_autoptr (CeciStudent) student = ceci_student_repository_find (database, id, &error);
  g_assert_cmpstr (ceci_record_get_id (CECI_RECORD (last)), ==, first);
  g_assert_cmpint (ceci_student_get_productions (student), ==, 1);
  g_assert_true (ceci_document_repository_restore (database, first, &error));
}

static void
test_refused (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *id = make_student (database, cohort_id, "Élodie", "Martin", NULL);

  g_assert_null (add (database, id, "production", " ", "one", NULL, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_null (add (database, "nobody", "production", "Plan", "one", NULL, &error));
  assert_refused (error, CECI_STORE_ERROR_CONSTRAINT);
}

// wrong-pdf: what stood in its place by mistake is version 2; version 1 is kept, and can be the newest again.
static void
test_renewed (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *id = make_student (database, cohort_id, "Élodie", "Martin", NULL);
  g_autofree char *right = add (database, id, "production", "Plan", "right", NULL, &error);
  g_autofree char *wrong = add (database, id, "production", "Plan", "wrong", NULL, &error);
  g_autoptr (GListModel) before = ceci_document_repository_versions (database, right, &error);
  g_autoptr (CeciDocumentVersion) newest = g_list_model_get_item (before, 0);
  g_autoptr (CeciDocumentVersion) first = g_list_model_get_item (before, 1);

  g_assert_cmpstr (wrong, ==, right);
  g_assert_false (ceci_document_repository_renew (database, ceci_record_get_id (CECI_RECORD (newest)), &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (ceci_document_repository_renew (database, ceci_record_get_id (CECI_RECORD (first)), &error));
  g_assert_no_error (error);

  g_autoptr (GListModel) after = ceci_document_repository_versions (database, right, &error);
  g_autoptr (CeciDocumentVersion) third = g_list_model_get_item (after, 0);
  g_autoptr (CeciDocumentVersion) second = g_list_model_get_item (after, 1);
  g_autoptr (CeciDocument) document = ceci_document_repository_find (database, right, &error);
  g_autoptr (GBytes) bytes = ceci_document_repository_bytes (database, right, &error);
  g_assert_cmpuint (g_list_model_get_n_items (after), ==, 3);
  g_assert_cmpint (ceci_document_version_get_number (third), ==, 3);
  g_assert_cmpstr (ceci_document_version_get_sha256 (third), ==, ceci_document_version_get_sha256 (first));
  g_assert_cmpstr (ceci_document_version_get_sha256 (second), ==, ceci_document_version_get_sha256 (newest));
  g_assert_cmpint ((int) ceci_document_version_get_health (third), ==, CECI_HEALTH_FINE);
  g_assert_cmpstr (ceci_document_get_deposited_at (document), ==, ceci_document_version_get_added_at (first));
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "right", 5);
}

// R23: the six types and another are of outputs only; each has words of its own.
static void
test_types (CeciDatabase *database)
{
  static const char *const types[] = {
      "backward_schedule", "minutes", "communication_plan", "balance_sheet", "interview", "project_tools", "other",
  };
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *id = make_student (database, cohort_id, "Élodie", "Martin", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    g_autoptr (GError) error = NULL, refused = NULL;
    g_autofree char *stored = NULL, *added = NULL;
    g_autoptr (CeciDocument) output = ceci_record_new (CECI_TYPE_DOCUMENT, "student_id", id, "kind", "production",
                                                       "production_type", types[i], "title", types[i], NULL);
    g_autoptr (CeciDocument) annex = ceci_record_with (output, "kind", "annex", NULL);
    g_autoptr (CeciDocumentVersion) version =
        ceci_record_new (CECI_TYPE_DOCUMENT_VERSION, "file_name", "a.pdf", "health", "fine", NULL);
    g_autoptr (GBytes) bytes = g_bytes_new (types[i], strlen (types[i]));
    g_autoptr (CeciDocument) kept = NULL;

    added = ceci_document_repository_add (database, output, version, bytes, NULL, &error);
    g_assert_no_error (error);
    kept = ceci_document_repository_find (database, added, &error);
    stored = ceci_enum_to_column (CECI_TYPE_PRODUCTION_TYPE, (int) ceci_document_get_production_type (kept));
    g_assert_cmpstr (stored, ==, types[i]);
    g_assert_true (
        g_hash_table_add (words, (gpointer) ceci_enum_get_label (CECI_TYPE_PRODUCTION_TYPE,
                                                                 (int) ceci_document_get_production_type (kept))));
    g_assert_null (ceci_document_repository_add (database, annex, version, bytes, NULL, &refused));
    assert_refused (refused, CECI_STORE_ERROR_INVALID);
  }
  g_assert_cmpuint (g_hash_table_size (words), ==, CECI_PRODUCTION_TYPE_OTHER + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_model_test ("/document-repository/versions", test_versions);
  add_model_test ("/document-repository/R33/wrong-pdf/an-earlier-version-again", test_renewed);
  add_model_test ("/document-repository/R23/types", test_types);
  add_model_test ("/document-repository/removal", test_removal);
  add_model_test ("/document-repository/refused", test_refused);
  return g_test_run ();
}
