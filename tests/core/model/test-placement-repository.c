// SPDX-License-Identifier: GPL-3.0-or-later
// Placements, the three signatures of an agreement, the hour log, and organisations' numbers.

#include "core/model/ceci-facts-repository.h"
#include "core/model/ceci-organisation-repository.h"
#include "core/model/ceci-placement-repository.h"
#include "model-fixture.h"

static void
test_signatures (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *id = make_student (database, cohort_id, "Élodie", "Martin", NULL);
  g_autoptr (CeciPlacement) placement = ceci_placement_repository_at (database, id, "2026-03-01", &error);
  const char *placement_id = ceci_record_get_id (CECI_RECORD (placement));

  g_assert_null (ceci_placement_get_agreement_id (placement));
  g_assert_true (
      ceci_agreement_repository_sign (database, placement_id, CECI_PARTY_STUDENT, "Élodie", "2026-02-08", &error));
  g_assert_true (
      ceci_agreement_repository_sign (database, placement_id, CECI_PARTY_UNIVERSITY, "Marie", "2026-02-12", &error));
  g_autoptr (CeciPlacement) two = ceci_placement_repository_find (database, placement_id, &error);
  g_assert_cmpint (ceci_placement_get_signatures (two), ==, 2);
  g_assert_null (ceci_placement_get_signed_on (two));

  g_assert_true (
      ceci_agreement_repository_sign (database, placement_id, CECI_PARTY_ORGANISATION, "Ali", "2026-02-10", &error));
  g_assert_true (
      ceci_agreement_repository_sign (database, placement_id, CECI_PARTY_STUDENT, "Élodie", "2026-02-09", &error));
  g_autoptr (CeciPlacement) three = ceci_placement_repository_find (database, placement_id, &error);
  g_autoptr (GListModel) agreements = ceci_agreement_repository_list (database, placement_id, &error);
  g_autoptr (CeciAgreement) agreement = g_list_model_get_item (agreements, 0);
  g_assert_no_error (error);
  g_assert_cmpint (ceci_placement_get_signatures (three), ==, 3);
  g_assert_cmpstr (ceci_placement_get_signed_on (three), ==, "2026-02-12");
  g_assert_cmpstr (ceci_agreement_get_student_signed_on (agreement), ==, "2026-02-09");
  g_assert_cmpstr (ceci_agreement_get_drawn_on (agreement), ==, "2026-02-08");

  g_assert_false (
      ceci_agreement_repository_sign (database, placement_id, CECI_PARTY_STUDENT, " ", "2026-02-09", &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
}

static void
test_amendment (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *id = make_student (database, cohort_id, "Élodie", "Martin", NULL);
  g_autoptr (CeciPlacement) placement = ceci_placement_repository_at (database, id, "2026-03-01", &error);
  const char *placement_id = ceci_record_get_id (CECI_RECORD (placement));
  g_autofree char *first = ceci_agreement_repository_draw (database, placement_id, "2026-02-08", NULL, &error);
  g_autofree char *refused = ceci_agreement_repository_draw (database, placement_id, "2026-06-08", NULL, &error);

  g_assert_nonnull (first);
  g_assert_null (refused);
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_autofree char *second =
      ceci_agreement_repository_draw (database, placement_id, "2026-06-08", "An election", &error);
  g_autoptr (GListModel) all = ceci_agreement_repository_list (database, placement_id, &error);
  g_assert_nonnull (second);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 2);
}

static void
test_change_of_placement (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *id = make_student (database, cohort_id, "Élodie", "Martin", NULL);
  g_autoptr (CeciPlacement) old = ceci_placement_repository_at (database, id, "2026-03-01", &error);
  g_autoptr (CeciPlacement) draft = ceci_record_new (CECI_TYPE_PLACEMENT, "student_id", id, "organisation_id",
                                                     ceci_placement_get_organisation_id (old), "starts_on",
                                                     "2026-05-01", "supervisor_kind", "individual", NULL);

  g_assert_true (ceci_placement_repository_close (database, ceci_record_get_id (CECI_RECORD (old)), "2026-04-15",
                                                  "Moved", &error));
  g_autofree char *new_id = ceci_placement_repository_add (database, draft, &error);
  g_autoptr (CeciPlacement) in_march = ceci_placement_repository_at (database, id, "2026-03-01", &error);
  g_autoptr (CeciPlacement) in_june = ceci_placement_repository_at (database, id, "2026-06-01", &error);
  g_autoptr (CeciPlacement) between = ceci_placement_repository_at (database, id, "2026-04-20", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ceci_record_get_id (CECI_RECORD (in_march)), ==, ceci_record_get_id (CECI_RECORD (old)));
  g_assert_cmpstr (ceci_record_get_id (CECI_RECORD (in_june)), ==, new_id);
  g_assert_cmpstr (ceci_record_get_id (CECI_RECORD (between)), ==, new_id);

  g_assert_false (ceci_placement_repository_close (database, new_id, "2026-04-30", "Too early", &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
}

static char *
add_hours (CeciDatabase *database, const char *placement_id, const char *worked_on, gint64 minutes, GError **error)
{
  g_autoptr (CeciHours) draft =
      ceci_record_new (CECI_TYPE_HOURS, "placement_id", placement_id, "worked_on", worked_on, "minutes", minutes, NULL);

  return ceci_hours_repository_add (database, draft, error);
}

static void
test_hours (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *id = make_student (database, cohort_id, "Élodie", "Martin", NULL);
  g_autoptr (CeciPlacement) placement = ceci_placement_repository_at (database, id, "2026-03-01", &error);
  const char *placement_id = ceci_record_get_id (CECI_RECORD (placement));
  g_autofree char *one = add_hours (database, placement_id, "2026-03-02", 210, &error);
  g_autofree char *two = add_hours (database, placement_id, "2026-03-01", 60, &error);

  g_assert_no_error (error);
  g_assert_null (add_hours (database, placement_id, "2026-03-01", 0, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_null (add_hours (database, placement_id, "2026-03-01", 1441, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_null (add_hours (database, placement_id, "1 March", 60, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_false (ceci_hours_repository_set_state (database, one, CECI_HOURS_STATE_REFUSED, NULL, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);

  g_assert_true (ceci_hours_repository_set_state (database, one, CECI_HOURS_STATE_REFUSED, "Twice", &error));
  g_autoptr (CeciStudent) student = ceci_student_repository_find (database, id, &error);
  g_assert_cmpint (ceci_student_get_minutes (student), ==, 60);
  g_assert_true (ceci_hours_repository_remove (database, two, &error));
  g_autoptr (GListModel) left = ceci_hours_repository_list (database, id, &error);
  g_assert_cmpuint (g_list_model_get_n_items (left), ==, 1);
}

static void
count_students (CeciFacts *facts, CeciRegulation *regulation, gpointer user_data)
{
  guint *n = user_data;

  g_assert_cmpuint (facts->placements->len, ==, 1);
  g_assert_cmpuint (facts->hours->len, ==, g_str_has_prefix (facts->person_name, "Élodie") ? 2 : 1);
  (*n)++;
}

static void
test_facts (CeciDatabase *database)
{
  static const char *const names[] = {"Élodie", "Noé", "Anna"};
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *id = make_student (database, cohort_id, names[i], "Martin", NULL);
    g_autoptr (CeciPlacement) placement = ceci_placement_repository_at (database, id, "2026-03-01", &error);
    g_autofree char *hours =
        add_hours (database, ceci_record_get_id (CECI_RECORD (placement)), "2026-03-02", 60, &error);
    g_autofree char *more =
        i == 0 ? add_hours (database, ceci_record_get_id (CECI_RECORD (placement)), "2026-03-03", 60, &error) : NULL;
  }
  g_assert_true (ceci_facts_repository_foreach (database, cohort_id, count_students, &n, &error));
  g_assert_true (ceci_facts_repository_foreach (database, NULL, count_students, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 6);
  g_assert_null (ceci_facts_repository_find (database, "none", NULL, &error));
  assert_refused (error, CECI_STORE_ERROR_NOT_FOUND);
}

static void
test_enterprise_numbers (void)
{
  g_assert_true (ceci_enterprise_number_is_valid ("0403.019.261"));
  g_assert_true (ceci_enterprise_number_is_valid ("0400008697"));
  g_assert_true (ceci_enterprise_number_is_valid ("BE 0403 019 261"));
  g_assert_false (ceci_enterprise_number_is_valid ("0431.150.351"));
  g_assert_false (ceci_enterprise_number_is_valid ("2403.019.261"));
  g_assert_false (ceci_enterprise_number_is_valid ("403.019.261"));
  g_assert_false (ceci_enterprise_number_is_valid (""));
  g_assert_false (ceci_enterprise_number_is_valid (NULL));
}

static void
test_matching (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciOrganisation) draft =
      ceci_record_new (CECI_TYPE_ORGANISATION, "name", "Les Petits Riens", "kind", "association", "legal_form", "asbl",
                       "enterprise_number", "0403.019.261", NULL);
  g_autofree char *id = ceci_organisation_repository_add (database, draft, &error);
  g_autofree char *by_name = ceci_organisation_repository_match (database, "les PETITS riens", NULL, &error);
  g_autofree char *by_number = ceci_organisation_repository_match (database, "Another name", "0403019261", &error);
  g_autofree char *none = ceci_organisation_repository_match (database, "Nobody", NULL, &error);
  g_autoptr (CeciOrganisation) wrong = ceci_record_with (draft, "enterprise_number", "0431.150.351", NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (by_name, ==, id);
  g_assert_cmpstr (by_number, ==, id);
  g_assert_null (none);
  g_assert_false (ceci_organisation_repository_change (database, wrong, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_model_test ("/placement-repository/signatures", test_signatures);
  add_model_test ("/placement-repository/amendment", test_amendment);
  add_model_test ("/placement-repository/change-of-placement", test_change_of_placement);
  add_model_test ("/placement-repository/hours", test_hours);
  add_model_test ("/placement-repository/facts", test_facts);
  g_test_add_func ("/organisation-repository/enterprise-numbers", test_enterprise_numbers);
  add_model_test ("/organisation-repository/matching", test_matching);
  return g_test_run ();
}
