// SPDX-License-Identifier: GPL-3.0-or-later
// A session from its creation to its closing: admission, readers, packages without anything private, returns that are
// refused or merged, results, decisions.

#include <glib/gstdio.h>
#include <math.h>
#include <sodium.h>

#include "core/jury/ceci-assigning.h"
#include "core/jury/ceci-jury-error.h"
#include "core/jury/ceci-packing.h"
#include "core/jury/ceci-reading.h"
#include "core/jury/ceci-results.h"
#include "core/jury/ceci-return-proposal.h"
#include "core/jury/ceci-sealed-file.h"
#include "core/jury/ceci-session.h"
#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-follow-up-repository.h"
#include "core/model/model-fixture.h"

#define TODAY "2026-11-23"
#define PASSPHRASE "QXTV-8MDR-2H6P"

typedef struct {
  char *folder;
  CeciRegister *store;
  char *session_id;
  char *students[3], *dossiers[3], *jurors[3];
} Fixture;

static const char *const first_names[] = {"Élodie", "Noé", "Aïcha"};
static const char *const family_names[] = {"Martin", "D’Hondt", "Ben Saïd"};
static const char *const juror_names[] = {"Dubois", "Peeters", "Nguyen"};

static void
add_documents (CeciDatabase *database, const char *student_id, const char *title)
{
  g_autoptr (CeciDocument) document = ceci_record_new (CECI_TYPE_DOCUMENT, "student_id", student_id, "kind",
                                                       "reflective_analysis", "title", title, NULL);
  g_autoptr (CeciDocumentVersion) version =
      ceci_record_new (CECI_TYPE_DOCUMENT_VERSION, "file_name", "analyse.pdf", "media_type", "application/pdf", "pages",
                       (gint64) 4, "health", "fine", NULL);
  g_autofree char *text = g_strdup_printf ("%%PDF-1.7 %s %s", student_id, title);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ceci_document_repository_add (database, document, version, bytes, NULL, &error);

  g_assert_no_error (error);
}

static void
add_private_things (CeciDatabase *database, const char *student_id)
{
  g_autoptr (CeciStudent) student = ceci_student_repository_find (database, student_id, NULL);
  g_autoptr (CeciPerson) person = ceci_person_repository_find (database, ceci_student_get_person_id (student), NULL);
  g_autoptr (CeciPerson) changed = ceci_record_with (person, "gender", "female", "email", "elodie@example.org", "phone",
                                                     "+3225551234", "birth_date", "2003-04-05", NULL);
  g_autofree char *note =
      ceci_follow_up_repository_add_note (database, student_id, "Marie", "CONFIDENTIAL", NULL, NULL);

  g_assert_true (ceci_record_update (changed, database, NULL));
}

static gpointer
prepare (CeciDatabase *database, gpointer user_data, GError **error)
{
  Fixture *fixture = user_data;
  const CeciSessionDraft draft = {.name = "Jury de décembre", .held_on = "2026-12-10"};
  g_autofree char *cohort = NULL;

  g_assert_true (ceci_register_seed_defaults (database, error));
  cohort = make_cohort (database, "Février 2026", 30);
  fixture->session_id = ceci_session_create (database, &draft, error);
  for (guint i = 0; i < 3; i++) {
    g_autofree char *matricule = g_strdup_printf ("51234%u", i);
    g_autoptr (CeciJuror) juror =
        ceci_record_new (CECI_TYPE_JUROR, "family_name", juror_names[i], "first_name", "Inès", "quality", "expert",
                         "languages", "fr", "organisation", i == 2 ? "Cercle de droit" : "ASBL Tilt", NULL);

    fixture->students[i] = make_student (database, cohort, first_names[i], family_names[i], matricule);
    add_documents (database, fixture->students[i], "Analyse réflexive");
    fixture->dossiers[i] = ceci_session_admit (database, fixture->session_id, fixture->students[i], TODAY,
                                               "Convention en cours de signature", NULL, error);
    fixture->jurors[i] = ceci_session_add_juror (database, fixture->session_id, juror, error);
  }
  add_private_things (database, fixture->students[0]);
  return fixture;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  fixture->folder = g_dir_make_tmp ("ceci-session-XXXXXX", NULL);
  file = g_file_new_build_filename (fixture->folder, "register.ceci", NULL);
  fixture->store = ceci_register_open (file, CECI_REGISTER_CREATE, "Marie", NULL, &error);
  g_assert_no_error (error);
  ceci_register_write (fixture->store, "Prepare", prepare, fixture, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  ceci_register_close (fixture->store);
  g_object_unref (fixture->store);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

    g_remove (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->session_id);
  for (guint i = 0; i < 3; i++) {
    g_free (fixture->students[i]);
    g_free (fixture->dossiers[i]);
    g_free (fixture->jurors[i]);
  }
}

typedef gpointer (*Work) (CeciDatabase *database, Fixture *fixture, GError **error);

static gpointer
in_write (Fixture *fixture, Work work, GError **error)
{
  return ceci_register_write (fixture->store, "Test", (CeciRegisterFunc) (GCallback) work, fixture, error);
}

static gpointer
in_read (Fixture *fixture, Work work, GError **error)
{
  return ceci_register_read (fixture->store, (CeciRegisterFunc) (GCallback) work, fixture, error);
}

static gpointer
assign_work (CeciDatabase *database, Fixture *fixture, GError **error)
{
  CeciAssigningResult result;

  g_assert_true (ceci_assigning_run (database, fixture->session_id, &result, error));
  // the third juror belongs to the host society of all three
  g_assert_cmpuint (result.added, ==, 6);
  g_assert_cmpuint (result.missing, ==, 0);
  g_assert_cmpuint (g_strv_length (result.conflicts), ==, 3);
  ceci_assigning_result_clear (&result);
  // again: nothing more to do
  g_assert_true (ceci_assigning_run (database, fixture->session_id, &result, error));
  g_assert_cmpuint (result.added, ==, 0);
  ceci_assigning_result_clear (&result);
  return fixture;
}

static void
assign (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  in_write (fixture, assign_work, &error);
  g_assert_no_error (error);
}

static GFile *
in_folder (Fixture *fixture, const char *name)
{
  return g_file_new_build_filename (fixture->folder, name, NULL);
}

static gint64
pack (Fixture *fixture, guint juror, const char *name)
{
  g_autoptr (GFile) file = in_folder (fixture, name);
  g_autoptr (GError) error = NULL;
  gint64 revision = ceci_packing_run (fixture->store, fixture->session_id, fixture->jurors[juror], file, PASSPHRASE,
                                      CECI_SEALING_COST_TEST, TODAY, NULL, &error);

  g_assert_no_error (error);
  return revision;
}

static CeciReading *
read_package (Fixture *fixture, const char *name)
{
  g_autoptr (GFile) file = in_folder (fixture, name);
  GError *error = NULL;
  g_autoptr (CeciPackage) package = ceci_package_open (file, PASSPHRASE, &error);
  CeciReading *reading;

  g_assert_no_error (error);
  reading = ceci_reading_open (package, &error);
  g_assert_no_error (error);
  return reading;
}

static void
score (CeciReading *reading, const char *dossier_id, int level, CeciOutcome suggestion)
{
  CeciDossierReading *dossier = ceci_reading_find (reading, dossier_id);

  ceci_dossier_reading_declare_clear (dossier);
  for (guint i = 0; i < ceci_scoring_grid_get_n (ceci_dossier_reading_get_grid (dossier)); i++)
    g_assert_true (ceci_dossier_reading_set_level (dossier, i, level, NULL));
  g_assert_true (ceci_dossier_reading_set_suggestion (dossier, suggestion, NULL));
}

static void
seal (Fixture *fixture, CeciReading *reading, const char *name)
{
  g_autoptr (GFile) file = in_folder (fixture, name);
  g_autoptr (GError) error = NULL;

  ceci_reading_seal (reading, file, CECI_SEAL_INCOMPLETE, &error);
  g_assert_no_error (error);
}

static const char *merge_name;
static CeciMergeFlags merge_flags;
static CeciReturnVerdict merge_verdict;
static guint merge_outdated;
static char *merge_changes; // in lines

static gpointer
merge_work (CeciDatabase *database, Fixture *fixture, GError **error)
{
  g_autoptr (GFile) file = in_folder (fixture, merge_name);
  g_autoptr (CeciReturnProposal) proposal = ceci_return_proposal_new (database, file, error);

  if (proposal == NULL)
    return NULL;
  merge_verdict = ceci_return_proposal_get_verdict (proposal);
  merge_outdated = g_strv_length (ceci_return_proposal_get_outdated (proposal));
  g_free (merge_changes);
  merge_changes = g_strjoinv ("\n", ceci_return_proposal_get_changes (proposal));
  return ceci_return_proposal_apply (proposal, database, merge_flags, error) ? fixture : NULL;
}

static gboolean
merge (Fixture *fixture, const char *name, CeciMergeFlags flags, GError **error)
{
  merge_name = name;
  merge_flags = flags;
  return in_write (fixture, merge_work, error) != NULL;
}

static gpointer
load_results (CeciDatabase *database, Fixture *fixture, GError **error)
{
  return ceci_results_load (database, fixture->session_id, error);
}

static CeciPanel
panel_of (Fixture *fixture, guint dossier)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciResults) results = in_read (fixture, load_results, &error);
  GListModel *list = ceci_results_get_dossiers (results);

  g_assert_no_error (error);
  g_assert_false (ceci_results_is_sufficient (results));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (CeciDossierResult) result = g_list_model_get_item (list, i);

    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (ceci_dossier_result_get_dossier (result))),
                   fixture->dossiers[dossier]) == 0)
      return ceci_dossier_result_get_panel (result);
  }
  g_assert_not_reached ();
}

static gpointer
admit_blocked (CeciDatabase *database, Fixture *fixture, GError **error)
{
  g_autofree char *cohort = make_cohort (database, "Automne 2026", 3);
  g_autofree char *student = make_student (database, cohort, "Léa", "Simon", "512399");
  g_autoptr (GPtrArray) blocking = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *dossier =
      ceci_session_admit (database, fixture->session_id, student, TODAY, NULL, &blocking, &local);

  g_assert_null (dossier);
  g_assert_error (local, CECI_JURY_ERROR, CECI_JURY_ERROR_REFUSED);
  g_assert_cmpuint (blocking->len, >, 0);
  g_clear_error (&local);
  // nobody comes twice
  dossier = ceci_session_admit (database, fixture->session_id, fixture->students[0], TODAY, "x", NULL, &local);
  g_assert_error (local, CECI_JURY_ERROR, CECI_JURY_ERROR_REFUSED);
  return fixture;
}

static void
test_admission (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (in_write (fixture, admit_blocked, NULL));
}

// Opens what a juror gets, whole, and looks for what must never be in it.
static void
test_nothing_private (Fixture *fixture, gconstpointer data)
{
  static const char *const forbidden[] = {"CONFIDENTIAL", "female",      "gender", "elodie@example.org", "+3225551234",
                                          "2003-04-05",   "supervisor_", "512340", "return_key"};
  g_autoptr (GFile) file = in_folder (fixture, "a.ceci-jury");
  g_autoptr (CeciSealedFile) sealed = NULL;
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  assign (fixture);
  g_assert_cmpint (pack (fixture, 0, "a.ceci-jury"), ==, 1);
  sealed = ceci_sealed_file_open (file, CECI_SEALED_PACKAGE, NULL);
  g_assert_true (ceci_sealed_file_unlock_passphrase (sealed, PASSPHRASE, NULL));
  json_node_set_object (node, ceci_sealed_file_get_content (sealed));
  text = json_to_string (node, FALSE);
  g_assert_nonnull (strstr (text, "Élodie Martin"));
  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    if (strstr (text, forbidden[i]) != NULL)
      g_error ("“%s” is in the package: %.80s", forbidden[i], strstr (text, forbidden[i]) - 40);
  for (guint s = 0; s < ceci_sealed_file_get_n_sections (sealed); s++) {
    const char *name = ceci_sealed_file_get_name (sealed, s);

    g_assert_true (g_str_equal (name, "keys") || g_str_has_prefix (name, "document/"));
  }
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  CeciReading *reading;
  g_autoptr (GError) error = NULL;

  assign (fixture);
  pack (fixture, 0, "a.ceci-jury");
  pack (fixture, 1, "b.ceci-jury");
  reading = read_package (fixture, "a.ceci-jury");
  score (reading, fixture->dossiers[0], 3, CECI_OUTCOME_AWARDED);
  seal (fixture, reading, "a1.ceci-return");
  score (reading, fixture->dossiers[0], 2, CECI_OUTCOME_AWARDED);
  seal (fixture, reading, "a2.ceci-return");
  g_object_unref (reading);
  reading = read_package (fixture, "b.ceci-jury");
  score (reading, fixture->dossiers[0], 4, CECI_OUTCOME_DEFERRED);
  seal (fixture, reading, "b1.ceci-return");
  g_object_unref (reading);

  g_assert_true (merge (fixture, "a1.ceci-return", CECI_MERGE_DEFAULT, &error));
  g_assert_no_error (error);
  g_assert_cmpint (merge_verdict, ==, CECI_RETURN_NEW);
  g_assert_cmpfloat (panel_of (fixture, 0).mean, ==, 300);
  g_assert_true (merge (fixture, "a1.ceci-return", CECI_MERGE_DEFAULT, NULL));
  g_assert_cmpint (merge_verdict, ==, CECI_RETURN_SAME);
  g_assert_true (merge (fixture, "a2.ceci-return", CECI_MERGE_DEFAULT, NULL));
  g_assert_cmpfloat (panel_of (fixture, 0).mean, ==, 200);
  // the first is merged already: neither again nor instead
  g_assert_true (merge (fixture, "a1.ceci-return", CECI_MERGE_DEFAULT, NULL));
  g_assert_cmpfloat (panel_of (fixture, 0).mean, ==, 200);
  g_assert_true (merge (fixture, "b1.ceci-return", CECI_MERGE_DEFAULT, NULL));
  g_assert_cmpfloat (panel_of (fixture, 0).mean, ==, 300);
  g_assert_cmpfloat (panel_of (fixture, 0).range, ==, 200);
  g_assert_true (panel_of (fixture, 0).to_discuss);
  g_assert_cmpuint (panel_of (fixture, 1).n, ==, 0);
  // undo takes the whole return back
  g_free (ceci_register_undo (fixture->store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (panel_of (fixture, 0).mean, ==, 200);
}

static void
test_refused_returns (Fixture *fixture, gconstpointer data)
{
  CeciReading *reading;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = in_folder (fixture, "a2.ceci-return");
  g_autofree char *bytes = NULL;
  gsize length = 0;

  assign (fixture);
  pack (fixture, 0, "a.ceci-jury");
  reading = read_package (fixture, "a.ceci-jury");
  score (reading, fixture->dossiers[0], 3, CECI_OUTCOME_AWARDED);
  seal (fixture, reading, "a1.ceci-return");
  score (reading, fixture->dossiers[0], 2, CECI_OUTCOME_AWARDED);
  seal (fixture, reading, "a2.ceci-return");
  g_object_unref (reading);

  // the newer first: the older is refused
  g_assert_true (merge (fixture, "a2.ceci-return", CECI_MERGE_DEFAULT, NULL));
  g_assert_false (merge (fixture, "a1.ceci-return", CECI_MERGE_DEFAULT, &error));
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_REFUSED);
  g_clear_error (&error);
  // altered on its way
  g_assert_true (g_file_load_contents (file, NULL, &bytes, &length, NULL, NULL));
  bytes[length - 20] ^= 1;
  g_assert_true (g_file_set_contents (g_file_peek_path (file), bytes, (gssize) length, NULL));
  g_assert_false (merge (fixture, "a2.ceci-return", CECI_MERGE_DEFAULT, &error));
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_DAMAGED);
  g_clear_error (&error);
  // a package is no return
  g_assert_false (merge (fixture, "a.ceci-jury", CECI_MERGE_DEFAULT, &error));
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_NOT_SEALED);
}

static void
copy_package (Fixture *fixture, const char *from, const char *to)
{
  g_autofree char *here = g_build_filename (fixture->folder, from, NULL);
  g_autofree char *there = g_build_filename (fixture->folder, to, NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (here, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (there, bytes, (gssize) length, NULL));
}

// From here on it is another computer: what the user's own folder kept is not there.
static void
forget_computer (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "ceci", "reviews", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);

    g_assert_no_errno (g_remove (file));
  }
}

static void
test_two_returns_of_one_revision (Fixture *fixture, gconstpointer data)
{
  CeciReading *reading;
  g_autoptr (GError) error = NULL;

  // the same package on two computers
  assign (fixture);
  pack (fixture, 0, "a.ceci-jury");
  copy_package (fixture, "a.ceci-jury", "elsewhere.ceci-jury");
  reading = read_package (fixture, "a.ceci-jury");
  score (reading, fixture->dossiers[0], 3, CECI_OUTCOME_AWARDED);
  seal (fixture, reading, "a1.ceci-return");
  g_object_unref (reading);
  forget_computer ();
  reading = read_package (fixture, "elsewhere.ceci-jury");
  score (reading, fixture->dossiers[0], 4, CECI_OUTCOME_AWARDED);
  seal (fixture, reading, "other1.ceci-return");
  g_object_unref (reading);

  g_assert_true (merge (fixture, "a1.ceci-return", CECI_MERGE_DEFAULT, NULL));
  g_assert_false (merge (fixture, "other1.ceci-return", CECI_MERGE_DEFAULT, &error));
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_REFUSED);
  g_assert_cmpint (merge_verdict, ==, CECI_RETURN_CONFLICTING);
  g_assert_cmpfloat (panel_of (fixture, 0).mean, ==, 300);
  // a person chose
  g_assert_true (merge (fixture, "other1.ceci-return", CECI_MERGE_REPLACE, NULL));
  g_assert_cmpfloat (panel_of (fixture, 0).mean, ==, 400);
  // and may choose the first again
  g_assert_false (merge (fixture, "a1.ceci-return", CECI_MERGE_DEFAULT, NULL));
  g_assert_cmpint (merge_verdict, ==, CECI_RETURN_CONFLICTING);
  g_assert_true (merge (fixture, "a1.ceci-return", CECI_MERGE_REPLACE, &error));
  g_assert_cmpfloat (panel_of (fixture, 0).mean, ==, 300);
  g_assert_true (merge (fixture, "a1.ceci-return", CECI_MERGE_DEFAULT, NULL));
  g_assert_cmpint (merge_verdict, ==, CECI_RETURN_SAME);
}

// Two contents under one revision, neither merged, and another juror's: the two that can come in do.
static gpointer
merge_all (CeciDatabase *database, Fixture *fixture, GError **error)
{
  static const char *const names[] = {"a1.ceci-return", "other1.ceci-return", "b1.ceci-return"};
  CeciMergeChoice choices[G_N_ELEMENTS (names)] = {{NULL, CECI_MERGE_DEFAULT}};
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GFile) file = in_folder (fixture, names[i]);

    choices[i].proposal = ceci_return_proposal_new (database, file, error);
    g_assert_cmpint (ceci_return_proposal_get_verdict (choices[i].proposal), ==, CECI_RETURN_NEW);
  }
  g_assert_true (ceci_return_proposal_apply_all (choices, G_N_ELEMENTS (names), database, refusals, error));
  g_assert_cmpuint (refusals->len, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_object_unref (choices[i].proposal);
  return fixture;
}

static void
test_one_refused_of_many (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = {"a.ceci-jury", "elsewhere.ceci-jury", "b.ceci-jury"};
  const char *const returns[] = {"a1.ceci-return", "other1.ceci-return", "b1.ceci-return"};
  g_autoptr (GError) error = NULL;

  assign (fixture);
  pack (fixture, 0, "a.ceci-jury");
  pack (fixture, 1, "b.ceci-jury");
  copy_package (fixture, "a.ceci-jury", "elsewhere.ceci-jury");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (CeciReading) reading = NULL;

    forget_computer ();
    reading = read_package (fixture, names[i]);
    score (reading, fixture->dossiers[0], 2 + (int) i, CECI_OUTCOME_AWARDED);
    seal (fixture, reading, returns[i]);
  }
  in_write (fixture, merge_all, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (panel_of (fixture, 0).n, ==, 2);
}

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  CeciReading *reading;
  CeciDossierReading *dossier;

  assign (fixture);
  pack (fixture, 0, "a.ceci-jury");
  copy_package (fixture, "a.ceci-jury", "elsewhere.ceci-jury");
  reading = read_package (fixture, "a.ceci-jury");
  score (reading, fixture->dossiers[0], 3, CECI_OUTCOME_AWARDED);
  dossier = ceci_reading_find (reading, fixture->dossiers[0]);
  g_assert_true (ceci_dossier_reading_set_comment (dossier, "Solide", NULL));
  g_assert_true (ceci_dossier_reading_set_criterion_comment (dossier, 0, "Complet", NULL));
  seal (fixture, reading, "a1.ceci-return");
  // words alone
  g_assert_true (ceci_dossier_reading_set_comment (dossier, "Très solide", NULL));
  g_assert_true (ceci_dossier_reading_set_criterion_comment (dossier, 0, "", NULL));
  g_assert_true (ceci_dossier_reading_set_suggestion (dossier, CECI_OUTCOME_DEFERRED, NULL));
  seal (fixture, reading, "a2.ceci-return");
  g_object_unref (reading);
  g_assert_true (merge (fixture, "a1.ceci-return", CECI_MERGE_DEFAULT, NULL));
  g_assert_true (merge (fixture, "a2.ceci-return", CECI_MERGE_DEFAULT, NULL));
  g_assert_nonnull (strstr (merge_changes, "Overall opinion: comment changed"));
  g_assert_nonnull (strstr (merge_changes, ": comment removed"));
  g_assert_nonnull (strstr (merge_changes, "Suggested decision: "));
  g_assert_null (strstr (merge_changes, "3 →"));
  // from another computer, where nothing was said of that dossier: its review goes, and that is shown
  forget_computer ();
  reading = read_package (fixture, "elsewhere.ceci-jury");
  for (int level = 1; level <= 3; level++) {
    score (reading, fixture->dossiers[1], level, CECI_OUTCOME_AWARDED);
    seal (fixture, reading, "other.ceci-return");
  }
  g_object_unref (reading);
  g_assert_true (merge (fixture, "other.ceci-return", CECI_MERGE_DEFAULT, NULL));
  g_assert_nonnull (strstr (merge_changes, "Élodie Martin: this juror’s review is removed"));
  g_assert_nonnull (strstr (merge_changes, ": 3 → –"));
  g_assert_cmpuint (panel_of (fixture, 0).n, ==, 0);
}

// A package issued again starts its own count: what was sealed from it comes after all that was sealed from the first.
static void
test_revisions_of_packages (Fixture *fixture, gconstpointer data)
{
  CeciReading *reading;
  g_autoptr (GError) error = NULL;

  assign (fixture);
  pack (fixture, 0, "a.ceci-jury");
  reading = read_package (fixture, "a.ceci-jury");
  for (int level = 1; level <= 3; level++) {
    score (reading, fixture->dossiers[0], level, CECI_OUTCOME_AWARDED);
    seal (fixture, reading, "a3.ceci-return");
  }
  g_object_unref (reading);
  g_assert_true (merge (fixture, "a3.ceci-return", CECI_MERGE_DEFAULT, NULL));
  forget_computer ();
  g_assert_cmpint (pack (fixture, 0, "a (1).ceci-jury"), ==, 2);
  reading = read_package (fixture, "a (1).ceci-jury");
  score (reading, fixture->dossiers[0], 4, CECI_OUTCOME_AWARDED);
  seal (fixture, reading, "again1.ceci-return");
  g_object_unref (reading);
  g_assert_true (merge (fixture, "again1.ceci-return", CECI_MERGE_DEFAULT, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (panel_of (fixture, 0).mean, ==, 400);
}

static gpointer
change_dossier (CeciDatabase *database, Fixture *fixture, GError **error)
{
  add_documents (database, fixture->students[0], "Annexe réflexive");
  return fixture;
}

static gpointer
is_stale (CeciDatabase *database, Fixture *fixture, GError **error)
{
  g_autoptr (CeciSessionJuror) member =
      ceci_jury_repository_session_juror (database, fixture->session_id, fixture->jurors[0], error);

  return GINT_TO_POINTER (ceci_packing_is_stale (database, member, error));
}

static void
test_dossier_changed_since (Fixture *fixture, gconstpointer data)
{
  CeciReading *reading;

  assign (fixture);
  pack (fixture, 0, "a.ceci-jury");
  g_assert_null (in_read (fixture, is_stale, NULL));
  reading = read_package (fixture, "a.ceci-jury");
  score (reading, fixture->dossiers[0], 3, CECI_OUTCOME_AWARDED);
  score (reading, fixture->dossiers[1], 3, CECI_OUTCOME_AWARDED);
  seal (fixture, reading, "a1.ceci-return");
  g_object_unref (reading);
  g_assert_nonnull (in_write (fixture, change_dossier, NULL));
  g_assert_nonnull (in_read (fixture, is_stale, NULL));
  // the next revision signs with another key; what was sealed from the first is still taken, and flagged
  g_assert_cmpint (pack (fixture, 0, "a-again.ceci-jury"), ==, 2);
  g_assert_null (in_read (fixture, is_stale, NULL));
  g_assert_true (merge (fixture, "a1.ceci-return", CECI_MERGE_DEFAULT, NULL));
  g_assert_cmpuint (merge_outdated, ==, 1);
}

static void
test_recusal (Fixture *fixture, gconstpointer data)
{
  CeciReading *reading;
  g_autoptr (GError) error = NULL;

  assign (fixture);
  pack (fixture, 0, "a.ceci-jury");
  reading = read_package (fixture, "a.ceci-jury");
  score (reading, fixture->dossiers[0], 3, CECI_OUTCOME_AWARDED);
  score (reading, fixture->dossiers[1], 2, CECI_OUTCOME_AWARDED);
  seal (fixture, reading, "a1.ceci-return");
  g_assert_true (merge (fixture, "a1.ceci-return", CECI_MERGE_DEFAULT, NULL));
  g_assert_true (ceci_dossier_reading_recuse (ceci_reading_find (reading, fixture->dossiers[0]), "Ma sœur", NULL));
  seal (fixture, reading, "a2.ceci-return");
  g_object_unref (reading);
  g_assert_true (merge (fixture, "a2.ceci-return", CECI_MERGE_DEFAULT, &error));
  g_assert_no_error (error);
  // one score goes with the recusal, the other stays
  g_assert_cmpuint (panel_of (fixture, 0).n, ==, 0);
  g_assert_cmpuint (panel_of (fixture, 1).n, ==, 1);
}

static gpointer
decide_and_close (CeciDatabase *database, Fixture *fixture, GError **error)
{
  const CeciVerdict awarded = {CECI_OUTCOME_AWARDED, NULL, 3, 0, CECI_UNSET, NULL, NULL};
  CeciVerdict refused = {CECI_OUTCOME_REFUSED, NULL, CECI_UNSET, CECI_UNSET, CECI_UNSET, NULL, NULL};
  g_autoptr (GError) local = NULL;
  g_autoptr (CeciStudent) student = NULL;

  g_assert_true (ceci_session_decide (database, fixture->dossiers[0], &awarded, TODAY, error));
  g_assert_false (ceci_session_decide (database, fixture->dossiers[1], &refused, TODAY, &local));
  g_assert_error (local, CECI_JURY_ERROR, CECI_JURY_ERROR_INVALID);
  g_clear_error (&local);
  g_assert_false (ceci_session_close (database, fixture->session_id, &local));
  g_assert_error (local, CECI_JURY_ERROR, CECI_JURY_ERROR_INCOMPLETE);
  g_clear_error (&local);
  refused.reason = "Analyse absente";
  g_assert_true (ceci_session_decide (database, fixture->dossiers[1], &refused, TODAY, error));
  refused.outcome = CECI_OUTCOME_TO_COMPLETE;
  g_assert_true (ceci_session_decide (database, fixture->dossiers[2], &refused, TODAY, error));
  g_assert_true (ceci_session_close (database, fixture->session_id, error));
  // frozen, until reopened with a reason
  g_assert_false (ceci_session_decide (database, fixture->dossiers[0], &refused, TODAY, &local));
  g_assert_error (local, CECI_JURY_ERROR, CECI_JURY_ERROR_CLOSED);
  g_clear_error (&local);
  student = ceci_student_repository_find (database, fixture->students[0], error);
  g_assert_cmpint (ceci_student_get_state (student), ==, CECI_STUDENT_STATE_AWARDED);
  g_clear_object (&student);
  student = ceci_student_repository_find (database, fixture->students[2], error);
  g_assert_cmpint (ceci_student_get_state (student), ==, CECI_STUDENT_STATE_ENROLLED);
  g_assert_false (ceci_session_reopen (database, fixture->session_id, " ", NULL));
  return fixture;
}

static void
on_packed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(gint64 *) user_data = ceci_packing_run_finish (CECI_REGISTER (source), result, &error);
  g_assert_no_error (error);
}

static void
test_cancelled_too_late (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = in_folder (fixture, "a.ceci-jury");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gint64 revision = -1;

  assign (fixture);
  ceci_packing_run_async (fixture->store, fixture->session_id, fixture->jurors[0], file, PASSPHRASE,
                          CECI_SEALING_COST_TEST, TODAY, cancellable, on_packed, &revision);
  while (!g_file_query_exists (file, NULL))
    g_usleep (1000);
  g_cancellable_cancel (cancellable);
  while (revision < 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (revision, ==, 1);
}

static CeciStudentState
state_of (CeciDatabase *database, const char *student_id)
{
  g_autoptr (CeciStudent) student = ceci_student_repository_find (database, student_id, NULL);

  return ceci_student_get_state (student);
}

static void
decide (CeciDatabase *database, Fixture *fixture, guint dossier, CeciOutcome outcome)
{
  const CeciVerdict verdict = {outcome, "Vu en séance", CECI_UNSET, CECI_UNSET, CECI_UNSET, NULL, NULL};
  g_autoptr (GError) error = NULL;

  ceci_session_decide (database, fixture->dossiers[dossier], &verdict, TODAY, &error);
  g_assert_no_error (error);
}

static gpointer
take_back (CeciDatabase *database, Fixture *fixture, GError **error)
{
  decide (database, fixture, 0, CECI_OUTCOME_AWARDED);
  decide (database, fixture, 1, CECI_OUTCOME_REFUSED);
  decide (database, fixture, 2, CECI_OUTCOME_REFUSED);
  g_assert_true (ceci_session_close (database, fixture->session_id, error));
  g_assert_true (ceci_session_reopen (database, fixture->session_id, "Une erreur de plume", error));
  decide (database, fixture, 0, CECI_OUTCOME_DEFERRED);
  decide (database, fixture, 1, CECI_OUTCOME_AWARDED);
  g_assert_true (ceci_session_close (database, fixture->session_id, error));
  g_assert_cmpint (state_of (database, fixture->students[0]), ==, CECI_STUDENT_STATE_ENROLLED);
  g_assert_cmpint (state_of (database, fixture->students[1]), ==, CECI_STUDENT_STATE_AWARDED);
  g_assert_cmpint (state_of (database, fixture->students[2]), ==, CECI_STUDENT_STATE_REFUSED);
  return fixture;
}

static void
test_award_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  in_write (fixture, take_back, &error);
  g_assert_no_error (error);
}

static gpointer
take_back_certified (CeciDatabase *database, Fixture *fixture, GError **error)
{
  const CeciVerdict deferred = {CECI_OUTCOME_DEFERRED, "Vu", CECI_UNSET, CECI_UNSET, CECI_UNSET, NULL, NULL};
  g_autoptr (CeciDecision) decision = NULL;
  g_autoptr (CeciCertificate) certificate = NULL;
  g_autoptr (CeciCertificate) revoked = NULL;
  g_autoptr (GError) local = NULL;

  decide (database, fixture, 0, CECI_OUTCOME_AWARDED);
  decision = ceci_jury_repository_decision (database, fixture->dossiers[0], error);
  certificate = ceci_record_new (CECI_TYPE_CERTIFICATE, "student_id", fixture->students[0], "decision_id",
                                 ceci_record_get_id (CECI_RECORD (decision)), "number", "CECi-2026-0001", "issued_on",
                                 TODAY, "payload", "x", NULL);
  g_assert_true (ceci_record_insert (certificate, database, error));
  g_assert_false (ceci_session_decide (database, fixture->dossiers[0], &deferred, TODAY, &local));
  g_assert_error (local, CECI_JURY_ERROR, CECI_JURY_ERROR_REFUSED);
  g_assert_nonnull (strstr (local->message, "CECi-2026-0001"));
  decide (database, fixture, 0, CECI_OUTCOME_AWARDED); // corrected, still an award
  revoked = ceci_record_with (certificate, "revoked_on", TODAY, "revoked_reason", "Erreur", NULL);
  g_assert_true (ceci_record_update (revoked, database, error));
  decide (database, fixture, 0, CECI_OUTCOME_DEFERRED);
  return fixture;
}

static void
test_certificate_stands (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  in_write (fixture, take_back_certified, &error);
  g_assert_no_error (error);
}

static gpointer
come_twice (CeciDatabase *database, Fixture *fixture, GError **error)
{
  const CeciSessionDraft draft = {.name = "Jury de mars", .held_on = "2027-03-10"};
  g_autofree char *other = ceci_session_create (database, &draft, error);
  g_autofree char *dossier = NULL;
  g_autoptr (GError) local = NULL;

  dossier = ceci_session_admit (database, other, fixture->students[0], TODAY, "x", NULL, &local);
  g_assert_null (dossier);
  g_assert_error (local, CECI_JURY_ERROR, CECI_JURY_ERROR_REFUSED);
  g_assert_nonnull (strstr (local->message, "Jury de décembre"));
  for (guint i = 0; i < 3; i++)
    decide (database, fixture, i, CECI_OUTCOME_DEFERRED);
  g_assert_true (ceci_session_close (database, fixture->session_id, error));
  dossier = ceci_session_admit (database, other, fixture->students[0], TODAY, "x", NULL, error);
  g_assert_nonnull (dossier);
  return fixture;
}

static void
test_one_session_at_a_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  in_write (fixture, come_twice, &error);
  g_assert_no_error (error);
}

static gpointer
leave_and_be_awarded (CeciDatabase *database, Fixture *fixture, GError **error)
{
  g_autoptr (GError) local = NULL;

  g_assert_true (ceci_student_repository_set_state (database, fixture->students[0], CECI_STUDENT_STATE_WITHDRAWN, TODAY,
                                                    "Départ", error));
  decide (database, fixture, 0, CECI_OUTCOME_AWARDED);
  decide (database, fixture, 1, CECI_OUTCOME_DEFERRED);
  decide (database, fixture, 2, CECI_OUTCOME_DEFERRED);
  g_assert_false (ceci_session_close (database, fixture->session_id, &local));
  g_assert_error (local, CECI_JURY_ERROR, CECI_JURY_ERROR_REFUSED);
  decide (database, fixture, 0, CECI_OUTCOME_DEFERRED);
  g_assert_true (ceci_session_close (database, fixture->session_id, error));
  g_assert_cmpint (state_of (database, fixture->students[0]), ==, CECI_STUDENT_STATE_WITHDRAWN);
  return fixture;
}

static void
test_who_left_is_not_awarded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  in_write (fixture, leave_and_be_awarded, &error);
  g_assert_no_error (error);
}

static gpointer
reopen (CeciDatabase *database, Fixture *fixture, GError **error)
{
  return ceci_session_reopen (database, fixture->session_id, "Un retour est arrivé", error) ? fixture : NULL;
}

static void
test_decisions (Fixture *fixture, gconstpointer data)
{
  CeciReading *reading;
  g_autoptr (GError) error = NULL;

  assign (fixture);
  pack (fixture, 0, "a.ceci-jury");
  reading = read_package (fixture, "a.ceci-jury");
  score (reading, fixture->dossiers[0], 3, CECI_OUTCOME_AWARDED);
  seal (fixture, reading, "late.ceci-return");
  g_object_unref (reading);
  in_write (fixture, decide_and_close, &error);
  g_assert_no_error (error);
  // a return after the deliberation is an annex
  g_assert_true (merge (fixture, "late.ceci-return", CECI_MERGE_DEFAULT, &error));
  g_assert_no_error (error);
  g_assert_cmpint (merge_verdict, ==, CECI_RETURN_LATE);
  g_assert_cmpuint (panel_of (fixture, 0).n, ==, 0);
  // once: the annex is there
  g_assert_true (merge (fixture, "late.ceci-return", CECI_MERGE_DEFAULT, NULL));
  g_assert_cmpint (merge_verdict, ==, CECI_RETURN_SAME);
  // and counts when the session is opened again
  g_assert_nonnull (in_write (fixture, reopen, &error));
  g_assert_true (merge (fixture, "late.ceci-return", CECI_MERGE_DEFAULT, &error));
  g_assert_no_error (error);
  g_assert_cmpint (merge_verdict, ==, CECI_RETURN_NEW);
  g_assert_cmpuint (panel_of (fixture, 0).n, ==, 1);
}

static void
test_plan (void)
{
  // five dossiers, four jurors, two readers; juror 3 may only read the last
  const gint64 pages[5] = {10, 40, 20, 30, 15};
  gboolean barred[20] = {FALSE}, assigned[20] = {FALSE}, chosen[20];
  guint counts[4] = {0};
  CeciAssigningProblem problem = {5, 4, 2, pages, barred, assigned};

  for (guint dossier = 0; dossier < 4; dossier++)
    barred[dossier * 4 + 3] = TRUE;
  assigned[0 * 4 + 2] = TRUE;
  g_assert_cmpuint (ceci_assigning_plan (&problem, chosen), ==, 0);
  g_assert_true (chosen[0 * 4 + 2]);
  for (guint dossier = 0; dossier < 5; dossier++) {
    guint readers = 0;

    for (guint juror = 0; juror < 4; juror++) {
      g_assert_false (chosen[dossier * 4 + juror] && barred[dossier * 4 + juror]);
      readers += chosen[dossier * 4 + juror] ? 1 : 0;
      counts[juror] += chosen[dossier * 4 + juror] ? 1 : 0;
    }
    g_assert_cmpuint (readers, ==, 2);
  }
  g_assert_cmpuint (counts[0], ==, 3);
  g_assert_cmpuint (counts[1], ==, 3);
  g_assert_cmpuint (counts[2], ==, 3);
  g_assert_cmpuint (counts[3], ==, 1);
  // nobody left
  for (guint cell = 0; cell < 20; cell++)
    barred[cell] = TRUE;
  g_assert_cmpuint (ceci_assigning_plan (&problem, chosen), ==, 9);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/session/plan", test_plan);
  ADD ("/session/admission", test_admission);
  ADD ("/session/R32/nothing-private", test_nothing_private); // no follow-up note, among others
  ADD ("/session/merge", test_merge);
  ADD ("/session/refused-returns", test_refused_returns);
  ADD ("/session/two-returns-of-one-revision", test_two_returns_of_one_revision);
  ADD ("/session/one-refused-of-many", test_one_refused_of_many);
  ADD ("/session/preview", test_preview);
  ADD ("/session/revisions-of-packages", test_revisions_of_packages);
  ADD ("/session/dossier-changed-since", test_dossier_changed_since);
  ADD ("/session/recusal", test_recusal);
  ADD ("/session/cancelled-too-late", test_cancelled_too_late);
  ADD ("/session/decisions", test_decisions);
  ADD ("/session/award-taken-back", test_award_taken_back);
  ADD ("/session/certificate-stands", test_certificate_stands);
  ADD ("/session/one-session-at-a-time", test_one_session_at_a_time);
  ADD ("/session/who-left-is-not-awarded", test_who_left_is_not_awarded);
  return g_test_run ();
}
