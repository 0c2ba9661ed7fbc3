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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_model_test ("/document-repository/versions", test_versions);
  add_model_test ("/document-repository/removal", test_removal);
  add_model_test ("/document-repository/refused", test_refused);
  return g_test_run ();
}
