// SPDX-License-Identifier: GPL-3.0-or-later
// Files deposited for one student: what each becomes, what is written, what a failure leaves.
#include <fcntl.h>
#include <string.h>

#include "../model/model-fixture.h"
#include "core/exchange/ceci-deposit-proposal.h"
#include "core/model/ceci-document-repository.h"

typedef struct {
  char *folder;
  CeciRegister *reg;
  char *student_id;
  char *cohort_id;
} Fixture;

static gpointer
prepare (CeciDatabase *database, gpointer data, GError **error)
{
  Fixture *fixture = data;

  g_assert_true (ceci_register_seed_defaults (database, error));
  fixture->cohort_id = make_cohort (database, "February 2026", 30);
  fixture->student_id = make_student (database, fixture->cohort_id, "Élodie", "Martin", "512345");
  return fixture;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciEntropy) entropy = ceci_entropy_new_seeded (7, "2026-11-23T09:00:00.000Z");
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("ceci-test-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("XDG_CACHE_HOME", fixture->folder, TRUE);
  path = g_build_filename (fixture->folder, "register.ceci", NULL);
  file = g_file_new_for_path (path);
  fixture->reg = ceci_register_open (file, CECI_REGISTER_CREATE, "Marie", entropy, &error);
  g_assert_no_error (error);
  g_assert_nonnull (ceci_register_write (fixture->reg, "Test", prepare, fixture, &error));
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  for (const char *name = folder != NULL ? g_dir_read_name (folder) : NULL; name != NULL;
       name = g_dir_read_name (folder)) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_tree (child);
  }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ceci_register_close (fixture->reg);
  g_clear_object (&fixture->reg);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->student_id);
  g_free (fixture->cohort_id);
}

static gboolean
call_it_fine (GBytes *document, const char **health, guint *n_pages, char **detail, char **made_on,
              GCancellable *cancellable, GError **error)
{
  *health = "fine";
  *n_pages = 1;
  *made_on = g_strdup ("2026-05-06");
  return TRUE;
}

static gpointer
propose (CeciDatabase *database, gpointer data, GError **error)
{
  gpointer *both = data;
  Fixture *fixture = both[0];

  return ceci_deposit_proposal_of_student (database, both[1], fixture->student_id, "2026-11-23", error);
}

// name, content, …, NULL
static CeciDepositProposal *
deposit (Fixture *fixture, ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciArrivals) arrivals = ceci_arrivals_new (&error);
  gpointer both[] = {fixture, arrivals};
  CeciDepositProposal *proposal;
  va_list files;

  va_start (files, fixture);
  for (const char *name = va_arg (files, const char *); name != NULL; name = va_arg (files, const char *)) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
    g_autoptr (GFile) file = g_file_new_for_path (path);

    g_assert_true (g_file_set_contents (path, va_arg (files, const char *), -1, &error));
    g_assert_true (ceci_arrivals_take_file (arrivals, file, NULL, &error));
  }
  va_end (files);
  proposal = ceci_register_read (fixture->reg, propose, both, &error);
  g_assert_no_error (error);
  g_assert_true (ceci_deposit_proposal_inspect (proposal, call_it_fine, NULL, NULL, NULL, &error));
  return proposal;
}

static void
assert_row (CeciDepositProposal *proposal, guint position, CeciProposalAction action, const char *title,
            const char *dated_on)
{
  g_autoptr (CeciProposedDocument) row = g_list_model_get_item (G_LIST_MODEL (proposal), position);

  g_assert_cmpint (ceci_proposed_document_get_action (row), ==, action);
  g_assert_cmpstr (ceci_proposed_document_get_title (row), ==, title);
  g_assert_cmpstr (ceci_proposed_document_get_dated_on (row), ==, dated_on);
}

static gpointer
count_blobs (CeciDatabase *database, gpointer data, GError **error)
{
  return GINT_TO_POINTER (1 + (int) ceci_database_integer (database, error, "SELECT count (*) FROM blob", ""));
}

static int
n_blobs (Fixture *fixture)
{
  return GPOINTER_TO_INT (ceci_register_read (fixture->reg, count_blobs, NULL, NULL)) - 1;
}

static void
test_versions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciDepositProposal) first =
      deposit (fixture, "Plan.pdf", "%PDF one", "PV 2026-03-12.pdf", "%PDF two", "copy.pdf", "%PDF two", NULL);
  g_autoptr (CeciDepositProposal) second = NULL;
  g_autoptr (CeciDepositProposal) third = NULL;

  assert_row (first, 0, CECI_PROPOSAL_ADD, "Plan", "2026-05-06");
  assert_row (first, 1, CECI_PROPOSAL_ADD, "PV 2026-03-12", "2026-03-12");
  assert_row (first, 2, CECI_PROPOSAL_REFUSED, "copy", NULL); // not looked at: it is the same
  g_assert_cmpuint (ceci_deposit_proposal_n_writes (first), ==, 2);
  g_assert_true (ceci_deposit_proposal_apply (first, fixture->reg, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n_blobs (fixture), ==, 2);

  second = deposit (fixture, "Plan.pdf", "%PDF three", "PV 2026-03-12.pdf", "%PDF two", NULL);
  assert_row (second, 0, CECI_PROPOSAL_CHANGE, "Plan", "2026-05-06");
  assert_row (second, 1, CECI_PROPOSAL_UNCHANGED, "PV 2026-03-12", "2026-03-12");
  g_assert_true (ceci_deposit_proposal_apply (second, fixture->reg, NULL, NULL, NULL, &error));
  g_assert_false (ceci_deposit_proposal_apply (second, fixture->reg, NULL, NULL, NULL, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT); // the portfolio is another since
  third = deposit (fixture, "Plan.pdf", "%PDF one", NULL);
  assert_row (third, 0, CECI_PROPOSAL_UNCHANGED, "Plan", NULL); // an earlier version: not put back in silence
}

static void
test_a_person_says (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciDepositProposal) first = deposit (fixture, "a.pdf", "%PDF one", NULL);
  g_autoptr (CeciDepositProposal) second = NULL;
  g_autoptr (CeciProposedDocument) row = NULL, other = NULL;
  g_autoptr (CeciDocument) target = NULL;
  CeciStudent *student;

  g_assert_true (ceci_deposit_proposal_apply (first, fixture->reg, NULL, NULL, NULL, &error));
  second = deposit (fixture, "b.pdf", "%PDF two", "c.pdf", "%PDF three", NULL);
  row = g_list_model_get_item (G_LIST_MODEL (second), 0);
  other = g_list_model_get_item (G_LIST_MODEL (second), 1);
  student = ceci_proposed_document_get_student (row);
  target = g_list_model_get_item (ceci_deposit_proposal_get_documents (second, student), 0);
  ceci_proposed_document_set_target (row, target);
  ceci_proposed_document_set_included (other, FALSE);
  assert_row (second, 0, CECI_PROPOSAL_CHANGE, "a", "2026-05-06");
  ceci_proposed_document_set_target (row, NULL);
  ceci_proposed_document_describe (row, CECI_DOCUMENT_KIND_ANNEX, CECI_PRODUCTION_TYPE_OTHER, "Photos", NULL);
  assert_row (second, 0, CECI_PROPOSAL_ADD, "Photos", NULL);
  g_assert_cmpint (ceci_proposed_document_get_production_type (row), ==, CECI_PRODUCTION_TYPE_NONE);
  g_assert_true (ceci_deposit_proposal_apply (second, fixture->reg, NULL, NULL, NULL, &error));
  g_assert_cmpint (n_blobs (fixture), ==, 2); // what was left out is not kept
}

static void
cancel_soon (guint64 done, guint64 total, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static gpointer
keep_one (CeciDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (6 << 20), 6 << 20); // more than one statement binds
  gboolean fresh = FALSE;

  g_assert_true (ceci_database_keep_blob (database, data, bytes, &fresh, error));
  g_assert_true (fresh);
  g_assert_true (ceci_database_keep_blob (database, data, bytes, &fresh, error));
  g_assert_false (fresh);
  return data;
}

static void
test_nothing_half_written (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CeciDepositProposal) cancelled = deposit (fixture, "a.pdf", "%PDF one", NULL);
  g_autoptr (CeciDepositProposal) later = NULL;
  // the SHA-256 of six megabytes of zeros
  char sha256[] = "0b8bf9fc37ad802cefa6733ec62b09d5f43a1b75eb9c9a8f8c9f8e2c1a7e2c3d";

  ceci_deposit_proposal_apply (cancelled, fixture->reg, cancel_soon, cancellable, cancellable, &error);
  g_clear_error (&error);
  g_assert_nonnull (ceci_register_write (fixture->reg, "Killed", keep_one, sha256, &error));
  later = deposit (fixture, "b.pdf", "%PDF two", NULL);
  g_assert_true (ceci_deposit_proposal_apply (later, fixture->reg, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n_blobs (fixture), <=, 2); // what the killed one left is gone
  g_assert_true (ceci_register_integrity (fixture->reg, &problems, &error));
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_undo_keeps_what_redo_needs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciDepositProposal) first = deposit (fixture, "a.pdf", "%PDF one", NULL);
  g_autofree char *undone = NULL, *redone = NULL;

  g_assert_true (ceci_deposit_proposal_apply (first, fixture->reg, NULL, NULL, NULL, &error));
  undone = ceci_register_undo (fixture->reg, NULL, &error);
  g_assert_nonnull (undone);
  g_assert_nonnull (ceci_register_write (fixture->reg, "Look", count_blobs, NULL, &error));
  {
    g_autoptr (CeciDepositProposal) empty = deposit (fixture, "leer.pdf", "", NULL);

    assert_row (empty, 0, CECI_PROPOSAL_REFUSED, "leer", NULL);
    g_assert_true (ceci_deposit_proposal_apply (empty, fixture->reg, NULL, NULL, NULL, &error)); // collects
  }
  g_assert_cmpint (n_blobs (fixture), ==, 1);
  redone = ceci_register_redo (fixture->reg, &error);
  g_assert_no_error (error);
  g_assert_nonnull (redone);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/deposit/R33/wrong-pdf/versions", test_versions);
  ADD ("/deposit/R33/a-person-says", test_a_person_says);
  ADD ("/deposit/R36/nothing-half-written", test_nothing_half_written);
  ADD ("/deposit/R33/undo-keeps-what-redo-needs", test_undo_keeps_what_redo_needs);
  return g_test_run ();
}
