// SPDX-License-Identifier: GPL-3.0-or-later
// Agreements and attestations are drawn for anyone who may have one, in both languages, the same each time.

#include "core/model/ceci-placement-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/paperwork/ceci-agreement-paper.h"
#include "core/paperwork/ceci-credential.h"
#include "core/sample/ceci-sample.h"
#include "core/store/ceci-register.h"

#include <glib/gstdio.h>
#include <string.h>

#define TODAY "2026-11-23"

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

  options.students = 40;
  options.documents = FALSE;
  fixture->directory = g_dir_make_tmp ("ceci-papers-XXXXXX", NULL);
  file = g_file_new_build_filename (fixture->directory, "sample", NULL);
  ceci_sample_create (file, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->store = ceci_register_open (file, CECI_REGISTER_READ_ONLY, "test", NULL, &error);
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

static void
assert_pdf (GBytes *bytes)
{
  g_assert_nonnull (bytes);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 4096);
  g_assert_true (memcmp (g_bytes_get_data (bytes, NULL), "%PDF-", 5) == 0);
}

static gpointer
draw_agreements (CeciDatabase *database, gpointer user_data, GError **error)
{
  g_autoptr (GListModel) placements = ceci_placement_repository_of_cohort (database, NULL, error);

  g_assert_cmpuint (g_list_model_get_n_items (placements), >, 20);
  for (guint i = 0; i < g_list_model_get_n_items (placements); i++) {
    g_autoptr (CeciRecord) placement = g_list_model_get_item (placements, i);
    const char *id = ceci_record_get_id (placement);
    g_autoptr (GBytes) french = ceci_agreement_paper_draw (database, id, "fr", TODAY, error);
    g_autoptr (GBytes) again = ceci_agreement_paper_draw (database, id, "fr", TODAY, error);
    g_autoptr (GBytes) english = ceci_agreement_paper_draw (database, id, "en", TODAY, error);

    assert_pdf (french);
    assert_pdf (english);
    g_assert_true (g_bytes_equal (french, again));
  }
  return NULL;
}

static void
test_agreements (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ceci_register_read (fixture->store, draw_agreements, NULL, &error);
  g_assert_no_error (error);
}

// Only who is enrolled today is attested to be.
static gpointer
draw_attestations (CeciDatabase *database, gpointer user_data, GError **error)
{
  g_autoptr (GListModel) students = ceci_student_repository_list (database, NULL, error);

  for (guint i = 0; i < g_list_model_get_n_items (students); i++) {
    g_autoptr (CeciStudent) student = g_list_model_get_item (students, i);
    g_autoptr (GError) failure = NULL;
    g_autoptr (GBytes) bytes = ceci_attestation_paper_draw (database, ceci_record_get_id (CECI_RECORD (student)),
                                                            i % 2 == 0 ? "fr" : "en", TODAY, &failure);

    if (ceci_student_get_state (student) == CECI_STUDENT_STATE_ENROLLED) {
      g_assert_no_error (failure);
      assert_pdf (bytes);
    } else {
      g_assert_error (failure, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED);
    }
  }
  return NULL;
}

static void
test_attestations (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ceci_register_read (fixture->store, draw_attestations, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/office-papers/agreements", Fixture, NULL, set_up, test_agreements, tear_down);
  g_test_add ("/office-papers/attestations", Fixture, NULL, set_up, test_attestations, tear_down);
  return g_test_run ();
}
