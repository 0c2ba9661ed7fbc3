// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate is issued once, for an award of a closed session only, numbered in order, and drawn the same each time.

#include "core/paperwork/ceci-certificate-issue.h"
#include "core/model/ceci-jury-repository.h"
#include "core/model/ceci-setting-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/sample/ceci-sample.h"
#include "core/store/ceci-register.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *directory;
  CeciRegister *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  CeciSampleOptions options = CECI_SAMPLE_OPTIONS_INIT;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  options.documents = FALSE;
  fixture->directory = g_dir_make_tmp ("ceci-issue-XXXXXX", NULL);
  file = g_file_new_build_filename (fixture->directory, "sample", NULL);
  ceci_sample_create (file, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->store = ceci_register_open (file, 0, "test", NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) directory = NULL;
  const char *name;

  ceci_register_close (fixture->store);
  g_object_unref (fixture->store);
  directory = g_dir_open (fixture->directory, 0, NULL);
  while ((name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

    g_unlink (path);
  }
  g_rmdir (fixture->directory);
  g_free (fixture->directory);
}

// --- numbers ---

static gpointer
check_numbers (CeciDatabase *database, gpointer user_data, GError **error)
{
  g_autoptr (GListModel) certificates = ceci_jury_repository_certificates (database, NULL, error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = g_list_model_get_n_items (certificates);

  g_assert_cmpuint (n, >, 20);
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciCertificate) certificate = g_list_model_get_item (certificates, i);

    g_assert_true (g_str_has_prefix (ceci_certificate_get_number (certificate), "CECI-2026-"));
    g_assert_true (g_hash_table_add (seen, g_strdup (ceci_certificate_get_number (certificate))));
  }
  for (guint i = 1; i <= n; i++) {
    g_autofree char *number = g_strdup_printf ("CECI-2026-%04u", i);

    g_assert_true (g_hash_table_contains (seen, number));
  }
  return NULL;
}

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ceci_register_read (fixture->store, check_numbers, NULL, &error);
  g_assert_no_error (error);
}

// --- refusals ---

static CeciStudent *
find_student (CeciDatabase *database, CeciStudentState state)
{
  g_autoptr (GListModel) students = ceci_student_repository_list (database, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (students); i++) {
    g_autoptr (CeciStudent) student = g_list_model_get_item (students, i);

    if (ceci_student_get_state (student) == state)
      return g_steal_pointer (&student);
  }
  g_assert_not_reached ();
}

static gpointer
issue_for (CeciDatabase *database, gpointer user_data, GError **error)
{
  g_autoptr (CeciStudent) student = find_student (database, GPOINTER_TO_INT (user_data));

  return ceci_certificate_issue (database, ceci_record_get_id (CECI_RECORD (student)), "2026-11-23", error);
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  static const CeciStudentState states[] = {CECI_STUDENT_STATE_AWARDED, CECI_STUDENT_STATE_REFUSED,
                                            CECI_STUDENT_STATE_WITHDRAWN};

  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (ceci_register_write (fixture->store, "Issue", issue_for, GINT_TO_POINTER (states[i]), &error));
    g_assert_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED);
  }
}

// --- revoking ---

static gpointer
revoke_first (CeciDatabase *database, gpointer user_data, GError **error)
{
  const char *reason = user_data;

  return GINT_TO_POINTER (ceci_certificate_revoke (database, "CECI-2026-0001", "2026-11-23", reason, error));
}

static gpointer
draw_first (CeciDatabase *database, gpointer user_data, GError **error)
{
  return ceci_certificate_draw (database, "CECI-2026-0001", user_data, error);
}

static void
test_revoked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  char reason[] = "Fraude constatée.", none[] = "";

  g_assert_null (ceci_register_write (fixture->store, "Revoke", revoke_first, none, &error));
  g_assert_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_nonnull (ceci_register_write (fixture->store, "Revoke", revoke_first, reason, &error));
  g_assert_no_error (error);
  g_assert_null (ceci_register_read (fixture->store, draw_first, (char *) "fr", &error));
  g_assert_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED);
}

// --- a lost key is never replaced ---

static gpointer
lose_key (CeciDatabase *database, gpointer user_data, GError **error)
{
  return GINT_TO_POINTER (ceci_setting_repository_set (database, "signing-key-seed", NULL, error));
}

// The student's certificate is revoked, then another asked for.
static gpointer
issue_again (CeciDatabase *database, gpointer user_data, GError **error)
{
  g_autoptr (CeciCertificate) certificate = ceci_certificate_look_up (database, "CECI-2026-0002", error);

  if (!ceci_certificate_revoke (database, "CECI-2026-0002", "2026-11-23", "Nom erroné.", error))
    return NULL;
  return ceci_certificate_issue (database, ceci_certificate_get_student_id (certificate), "2026-11-23", error);
}

// The row is taken away, so that only the key stands in the way.
static gpointer
issue_after_deleting (CeciDatabase *database, gpointer user_data, GError **error)
{
  g_autoptr (CeciCertificate) certificate = ceci_certificate_look_up (database, "CECI-2026-0002", error);

  if (!ceci_record_delete (certificate, database, error))
    return NULL;
  return ceci_certificate_issue (database, ceci_certificate_get_student_id (certificate), "2026-11-23", error);
}

static void
test_not_twice_from_one_decision (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ceci_register_write (fixture->store, "Issue again", issue_again, NULL, &error));
  g_assert_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED);
}

static void
test_lost_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (ceci_register_write (fixture->store, "Lose the key", lose_key, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (ceci_register_write (fixture->store, "Issue anew", issue_after_deleting, NULL, &error));
  g_assert_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "key"));
}

// --- drawing ---

static gpointer
load_key (CeciDatabase *database, gpointer user_data, GError **error)
{
  return GINT_TO_POINTER (ceci_office_key_load (database, user_data, error));
}

static void
test_drawn_the_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = ceci_register_read (fixture->store, draw_first, (char *) "fr", &error);
  g_autoptr (GBytes) second = ceci_register_read (fixture->store, draw_first, (char *) "fr", &error);
  g_autoptr (GBytes) english = ceci_register_read (fixture->store, draw_first, (char *) "en", &error);
  g_autoptr (CeciCredential) credential = NULL;
  g_autofree char *line = NULL;
  CeciOfficeKey key;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_bytes_equal (first, english));
  g_assert_nonnull (ceci_register_read (fixture->store, load_key, &key, &error));
  g_assert_true (ceci_credential_file_is_whole (first, &key));
  g_assert_true (ceci_credential_file_is_whole (english, &key));
  line = ceci_credential_read_file (first, &error);
  credential = ceci_credential_verify (line, &key, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (credential->number, ==, "CECI-2026-0001");
  g_assert_cmpuint (credential->credits, ==, 10);
}

// Everything that stands on the sheet and may change in the register since.
static gpointer
change_everything (CeciDatabase *database, gpointer user_data, GError **error)
{
  static const char *const changes[] = {
      "UPDATE person SET matricule = NULL, first_name = 'Autre'",
      "UPDATE faculty SET name_fr = name_fr || ' (ancienne)', name_en = name_en || ' (former)'",
      "UPDATE cohort SET name = name || ' bis'",
      "UPDATE organisation SET name = name || ' bis'",
      "UPDATE hours SET minutes = minutes + 60",
      "UPDATE decision SET decided_on = '2026-01-01'",
      "UPDATE regulation SET content = replace(content, 'certificat', 'papier')",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    gboolean changed = ceci_database_run (database, error, changes[i], "");

    g_assert_no_error (*error);
    g_assert_true (changed);
  }
  return GINT_TO_POINTER (
      ceci_setting_repository_set (database, CECI_SETTING_OFFICE_EMAIL, "other@example.org", error));
}

static void
test_frozen (Fixture *fixture, gconstpointer data)
{
  static const char *const languages[] = {"fr", "en"};
  g_autoptr (GError) error = NULL;
  GBytes *before[2];

  for (guint i = 0; i < 2; i++)
    before[i] = ceci_register_read (fixture->store, draw_first, (char *) languages[i], &error);
  g_assert_no_error (error);
  g_assert_nonnull (ceci_register_write (fixture->store, "Change", change_everything, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (GBytes) after = ceci_register_read (fixture->store, draw_first, (char *) languages[i], &error);

    g_assert_no_error (error);
    g_assert_true (g_bytes_equal (before[i], after));
    g_bytes_unref (before[i]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/certificate-issue/numbers", Fixture, NULL, set_up, test_numbers, tear_down);
  g_test_add ("/certificate-issue/refusals", Fixture, NULL, set_up, test_refusals, tear_down);
  g_test_add ("/certificate-issue/revoked", Fixture, NULL, set_up, test_revoked, tear_down);
  g_test_add ("/certificate-issue/not-twice", Fixture, NULL, set_up, test_not_twice_from_one_decision, tear_down);
  g_test_add ("/certificate-issue/lost-key", Fixture, NULL, set_up, test_lost_key, tear_down);
  g_test_add ("/certificate-issue/drawn-the-same", Fixture, NULL, set_up, test_drawn_the_same, tear_down);
  g_test_add ("/certificate-issue/frozen", Fixture, NULL, set_up, test_frozen, tear_down);
  return g_test_run ();
}
