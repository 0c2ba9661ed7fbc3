// SPDX-License-Identifier: GPL-3.0-or-later
// Enrolment, reading and searching students.

#include "core/model/ceci-placement-repository.h"
#include "model-fixture.h"

static void
test_enrol (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *application_id = make_application (database, cohort_id, "Élodie", "Martin", "000512345");
  g_autofree char *id = ceci_student_repository_enrol (database, application_id, NULL, NULL, &error);
  g_autoptr (CeciStudent) student = ceci_student_repository_find (database, id, &error);
  g_autoptr (CeciApplication) application = ceci_application_repository_find (database, application_id, &error);
  g_autoptr (CeciPlacement) placement = ceci_placement_repository_at (database, id, "2026-03-01", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ceci_student_get_display_name (student), ==, "Élodie Martin");
  g_assert_cmpstr (ceci_student_get_matricule (student), ==, "512345");
  g_assert_cmpstr (ceci_student_get_enrolled_on (student), ==, "2026-02-02");
  g_assert_cmpstr (ceci_student_get_organisation_name (student), ==, "Cercle de Droit");
  g_assert_cmpint (ceci_application_get_state (application), ==, CECI_APPLICATION_STATE_SELECTED);
  g_assert_cmpstr (ceci_application_get_student_id (application), ==, id);
  g_assert_cmpint (ceci_placement_get_supervisor_kind (placement), ==, CECI_SUPERVISOR_KIND_COLLECTIVE);
  g_assert_cmpstr (ceci_placement_get_starts_on (placement), ==, "2026-02-10");
}

static void
test_enrol_twice (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *application_id = make_application (database, cohort_id, "Élodie", "Martin", NULL);
  g_autofree char *id = ceci_student_repository_enrol (database, application_id, NULL, NULL, &error);
  g_autofree char *again = ceci_student_repository_enrol (database, application_id, NULL, NULL, &error);

  g_assert_null (again);
  assert_refused (error, CECI_STORE_ERROR_INVALID);
}

static void
test_full_cohort (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 1);
  g_autofree char *first = make_student (database, cohort_id, "Élodie", "Martin", NULL);
  g_autofree char *application_id = make_application (database, cohort_id, "Noé", "D’Hondt", NULL);
  g_autofree char *refused = ceci_student_repository_enrol (database, application_id, NULL, NULL, &error);

  g_assert_null (refused);
  assert_refused (error, CECI_STORE_ERROR_INVALID);

  g_autofree char *admitted =
      ceci_student_repository_enrol (database, application_id, NULL, "An error of ours", &error);
  g_assert_no_error (error);
  g_assert_nonnull (admitted);
}

// An application that was turned down or withdrawn is enrolled for a reason only, which is kept.
static void
test_override (CeciDatabase *database)
{
  static const CeciApplicationState states[] = {CECI_APPLICATION_STATE_INADMISSIBLE, CECI_APPLICATION_STATE_DECLINED,
                                                CECI_APPLICATION_STATE_WITHDRAWN};
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *name = g_strdup_printf ("Martin %u", i);
    g_autofree char *application_id = make_application (database, cohort_id, "Élodie", name, NULL);
    g_autofree char *id = NULL;
    g_autoptr (CeciApplication) application = NULL;

    g_assert_true (
        ceci_application_repository_set_state (database, application_id, states[i], "Too few hours", &error));
    id = ceci_student_repository_enrol (database, application_id, NULL, "  ", &error);
    g_assert_null (id);
    assert_refused (error, CECI_STORE_ERROR_INVALID);
    id = ceci_student_repository_enrol (database, application_id, NULL, "The hours were corrected", &error);
    g_assert_no_error (error);
    g_assert_nonnull (id);
    application = ceci_application_repository_find (database, application_id, &error);
    g_assert_cmpstr (ceci_application_get_state_reason (application), ==, "The hours were corrected");
  }
}

static void
test_place_freed (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 1);
  g_autofree char *first = make_student (database, cohort_id, "Élodie", "Martin", NULL);

  g_assert_false (
      ceci_student_repository_set_state (database, first, CECI_STUDENT_STATE_WITHDRAWN, "2026-01-01", NULL, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_true (
      ceci_student_repository_set_state (database, first, CECI_STUDENT_STATE_WITHDRAWN, "2026-03-01", NULL, &error));

  g_autofree char *second = make_student (database, cohort_id, "Noé", "D’Hondt", NULL);
  g_assert_nonnull (second);
}

static void
assert_found (CeciDatabase *database, const char *words, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) students = ceci_student_repository_search (database, words, 20, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (students), ==, n);
}

static void
test_search (CeciDatabase *database)
{
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *one = make_student (database, cohort_id, "Élodie", "Martin", "512345");
  g_autofree char *two = make_student (database, cohort_id, "Noé", "D’Hondt", "512346");
  g_autofree char *three = make_student (database, cohort_id, "Martine", "Émond", NULL);

  assert_found (database, "martin", 2);
  assert_found (database, "MARTIN elodie", 1);
  assert_found (database, "d'hondt", 1);
  assert_found (database, "51234", 2);
  assert_found (database, "100%", 0);
  assert_found (database, "_", 0);
  assert_found (database, "", 3);
}

static void
test_look_up (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *one = make_student (database, cohort_id, "Élodie", "Martin", "512345");
  g_autofree char *two = make_student (database, cohort_id, "Noé", "Martin", "512346");
  g_autoptr (CeciStudent) by_number = ceci_student_repository_look_up (database, "000512346", &error);
  g_autoptr (CeciStudent) by_words = ceci_student_repository_look_up (database, "elodie martin", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ceci_record_get_id (CECI_RECORD (by_number)), ==, two);
  g_assert_cmpstr (ceci_record_get_id (CECI_RECORD (by_words)), ==, one);
  g_assert_null (ceci_student_repository_look_up (database, "martin", &error));
  assert_refused (error, CECI_STORE_ERROR_NOT_FOUND);
  g_assert_null (ceci_student_repository_look_up (database, "nobody", &error));
  assert_refused (error, CECI_STORE_ERROR_NOT_FOUND);
}

static void
test_name_change (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *id = make_student (database, cohort_id, "Élodie", "Martin", "512345");
  g_autoptr (CeciStudent) student = ceci_student_repository_find (database, id, &error);
  g_autoptr (CeciPerson) person = ceci_person_repository_find (database, ceci_student_get_person_id (student), &error);
  g_autoptr (CeciPerson) renamed = ceci_record_with (person, "family_name", "Delvaux", "usual_first_name", "Lou", NULL);

  g_assert_true (ceci_person_repository_change (database, renamed, "2026-04-01", &error));
  g_assert_no_error (error);

  g_autoptr (CeciStudent) after = ceci_student_repository_find (database, id, &error);
  g_autoptr (GListModel) aliases =
      ceci_person_repository_aliases (database, ceci_student_get_person_id (student), &error);
  g_assert_cmpstr (ceci_student_get_display_name (after), ==, "Lou Delvaux");
  g_assert_cmpuint (g_list_model_get_n_items (aliases), ==, 1);
  assert_found (database, "martin", 1);
  assert_found (database, "lou delvaux", 1);
}

static void
test_extension (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *id = make_student (database, cohort_id, "Élodie", "Martin", "512345");
  g_autoptr (CeciExtension) draft =
      ceci_record_new (CECI_TYPE_EXTENSION, "student_id", id, "category", "illness", "deadline", "2028-06-30",
                       "granted_by", "Marie", "granted_on", "2027-12-01", NULL);
  g_autoptr (CeciExtension) early = ceci_record_with (draft, "deadline", "2026-01-01", NULL);
  g_autofree char *refused = ceci_student_repository_extend (database, early, &error);

  g_assert_null (refused);
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_autofree char *extension_id = ceci_student_repository_extend (database, draft, &error);
  g_autoptr (CeciStudent) student = ceci_student_repository_find (database, id, &error);
  g_assert_no_error (error);
  g_assert_nonnull (extension_id);
  g_assert_cmpstr (ceci_student_get_extended_to (student), ==, "2028-06-30");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_model_test ("/student-repository/enrol", test_enrol);
  add_model_test ("/student-repository/enrol-twice", test_enrol_twice);
  add_model_test ("/student-repository/full-cohort", test_full_cohort);
  add_model_test ("/student-repository/override", test_override);
  add_model_test ("/student-repository/place-freed", test_place_freed);
  add_model_test ("/student-repository/search", test_search);
  add_model_test ("/student-repository/look-up", test_look_up);
  add_model_test ("/student-repository/name-change", test_name_change);
  add_model_test ("/student-repository/extension", test_extension);
  return g_test_run ();
}
