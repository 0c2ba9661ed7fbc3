// SPDX-License-Identifier: GPL-3.0-or-later
// Organisations: identifiers, contacts, mandates, offers, duplicates and their merge, and what the rules are told of a
// placement there.

#include "core/model/ceci-organisation-repository.h"
#include "core/model/ceci-placement-facts.h"
#include "core/model/ceci-placement-repository.h"
#include "model-fixture.h"

typedef char *(*Normalise) (const char *text);

static void
assert_normalised (Normalise normalise, const char *text, const char *expected)
{
  g_autofree char *found = normalise (text);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_enterprise_number (void)
{
  g_autofree char *shown = ceci_enterprise_number_format ("0403019261");
  g_autofree char *wrong = ceci_enterprise_number_format ("0431.150.351");

  assert_normalised (ceci_enterprise_number_normalise, "0403.019.261", "0403019261");
  assert_normalised (ceci_enterprise_number_normalise, "0400.008.697", "0400008697");
  assert_normalised (ceci_enterprise_number_normalise, "be 0403 019 261", "0403019261");
  assert_normalised (ceci_enterprise_number_normalise, "0431.150.351", NULL);
  assert_normalised (ceci_enterprise_number_normalise, "2403.019.261", NULL);
  assert_normalised (ceci_enterprise_number_normalise, "0403.019.26", NULL);
  assert_normalised (ceci_enterprise_number_normalise, "0403.019.261é", NULL);
  assert_normalised (ceci_enterprise_number_normalise, NULL, NULL);
  g_assert_cmpstr (shown, ==, "0403.019.261");
  g_assert_cmpstr (wrong, ==, "0431.150.351");
}

static void
test_iban (void)
{
  g_autofree char *shown = ceci_iban_format ("BE68539007547034");

  assert_normalised (ceci_iban_normalise, "be68 5390 0754 7034", "BE68539007547034");
  assert_normalised (ceci_iban_normalise, "BE41 0918 1173 5141", NULL); // passes ISO 13616, fails the national check
  assert_normalised (ceci_iban_normalise, "BE69 5390 0754 7034", NULL);
  assert_normalised (ceci_iban_normalise, "BE68 5390 0754 703", NULL);
  assert_normalised (ceci_iban_normalise, "FR14 2004 1010 0505 0001 3M02 606", "FR1420041010050500013M02606");
  assert_normalised (ceci_iban_normalise, "GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432");
  assert_normalised (ceci_iban_normalise, "GB82 WEST 1234 5698 7654 33", NULL);
  assert_normalised (ceci_iban_normalise, "", NULL);
  g_assert_cmpstr (shown, ==, "BE68 5390 0754 7034");
}

static void
test_phone (void)
{
  assert_normalised (ceci_phone_normalise, "02 650 28 79", "+32 2 650 28 79");
  assert_normalised (ceci_phone_normalise, "+32 (0)2/650.28.79", "+32 2 650 28 79");
  assert_normalised (ceci_phone_normalise, "003226502879", "+32 2 650 28 79");
  assert_normalised (ceci_phone_normalise, "0475 12 34 56", "+32 475 12 34 56");
  assert_normalised (ceci_phone_normalise, "065 37 31 11", "+32 65 37 31 11");
  assert_normalised (ceci_phone_normalise, "+33 1 42 68 53 00", "+33142685300");
  assert_normalised (ceci_phone_normalise, "02 650 28", NULL);
  assert_normalised (ceci_phone_normalise, "0275 12 34 56", NULL); // nine digits are a mobile's
  assert_normalised (ceci_phone_normalise, "650 28 79", NULL);
  assert_normalised (ceci_phone_normalise, "au secrétariat", NULL);
  g_assert_true (ceci_postcode_is_valid ("1050", NULL));
  g_assert_true (ceci_postcode_is_valid ("1050", "Belgique"));
  g_assert_false (ceci_postcode_is_valid ("0999", NULL));
  g_assert_false (ceci_postcode_is_valid ("10500", "Belgium"));
  g_assert_true (ceci_postcode_is_valid ("59000", "France"));
  assert_normalised (ceci_email_normalise, " Info@Example.be ", "info@example.be");
  assert_normalised (ceci_email_normalise, "info@example", NULL);
  assert_normalised (ceci_email_normalise, "info", NULL);
}

static char *
add_organisation (CeciDatabase *database, const char *name, const char *kind, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciOrganisation) draft = ceci_record_new (CECI_TYPE_ORGANISATION, "name", name, "kind", kind,
                                                        "legal_form", "asbl", "enterprise_number", number, NULL);
  char *id = ceci_organisation_repository_add (database, draft, &error);

  g_assert_no_error (error);
  return id;
}

static void
assert_change_refused (CeciDatabase *database, const char *id, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciOrganisation) organisation = ceci_organisation_repository_find (database, id, &error);
  g_autoptr (CeciOrganisation) changed = ceci_record_with (organisation, field, value, NULL);

  g_assert_false (ceci_organisation_repository_change (database, changed, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
}

static void
test_facts_are_checked (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add_organisation (database, "Les Petits Riens", "association", "0403.019.261");
  g_autoptr (CeciOrganisation) organisation = ceci_organisation_repository_find (database, id, &error);
  g_autoptr (CeciOrganisation) changed =
      ceci_record_with (organisation, "phone", "02 650 28 79", "postcode", "1050", "email", "INFO@example.be", NULL);

  g_assert_true (ceci_organisation_repository_change (database, changed, &error));
  g_autoptr (CeciOrganisation) kept = ceci_organisation_repository_find (database, id, &error);
  g_assert_cmpstr (ceci_organisation_get_phone (kept), ==, "+32 2 650 28 79");
  g_assert_cmpstr (ceci_organisation_get_email (kept), ==, "info@example.be");
  assert_change_refused (database, id, "enterprise_number", "0431.150.351");
  assert_change_refused (database, id, "phone", "12");
  assert_change_refused (database, id, "email", "info");
  assert_change_refused (database, id, "postcode", "99");
  assert_change_refused (database, id, "name", " ");
}

static void
test_check (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add_organisation (database, "Les Petits Riens", "association", NULL);

  g_assert_false (ceci_organisation_repository_check (database, id, "2026-03-01", " ", &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_true (ceci_organisation_repository_check (database, id, "2026-03-01", "Visited", &error));
  g_autoptr (CeciOrganisation) checked = ceci_organisation_repository_find (database, id, &error);
  g_assert_cmpstr (ceci_organisation_get_checked_reason (checked), ==, "Visited");
  g_assert_true (ceci_organisation_repository_check (database, id, NULL, NULL, &error));
  g_autoptr (CeciOrganisation) unchecked = ceci_organisation_repository_find (database, id, &error);
  g_assert_null (ceci_organisation_get_checked_on (unchecked));
  g_assert_null (ceci_organisation_get_checked_reason (unchecked));
}

static gboolean
put_mandate (CeciDatabase *database, const char *organisation_id, const char *name, const char *from, const char *to,
             GError **error)
{
  g_autoptr (CeciMandate) mandate =
      ceci_record_new (CECI_TYPE_MANDATE, "organisation_id", organisation_id, "holder_name", name, "role", "President",
                       "starts_on", from, "ends_on", to, NULL);

  return ceci_organisation_repository_put_mandate (database, mandate, error);
}

static void
test_parts (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add_organisation (database, "Cercle de Droit", "society", NULL);
  g_autoptr (CeciContact) contact =
      ceci_record_new (CECI_TYPE_CONTACT, "organisation_id", id, "name", "Ali Benali", "phone", "0475123456", NULL);
  g_autoptr (CeciContact) nameless = ceci_record_new (CECI_TYPE_CONTACT, "organisation_id", id, "name", "", NULL);
  g_autoptr (CeciOffer) offer = ceci_record_new (CECI_TYPE_OFFER, "organisation_id", id, "reference", "TIME-1", "title",
                                                 "Welcome", "labelled", TRUE, "origin", "time", NULL);
  g_autoptr (CeciOffer) again = ceci_record_new (CECI_TYPE_OFFER, "organisation_id", id, "reference", "TIME-1", "title",
                                                 "Another", "origin", "time", NULL);
  g_autofree char *offer_id = NULL;
  g_autofree char *refused = NULL;

  g_assert_true (ceci_organisation_repository_put_contact (database, contact, &error));
  g_assert_false (ceci_organisation_repository_put_contact (database, nameless, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  offer_id = ceci_organisation_repository_put_offer (database, offer, &error);
  g_assert_nonnull (offer_id);
  refused = ceci_organisation_repository_put_offer (database, again, &error);
  g_assert_null (refused);
  assert_refused (error, CECI_STORE_ERROR_INVALID);

  g_assert_true (put_mandate (database, id, "Sarah Peeters", "2025-10-01", "2026-09-30", &error));
  g_assert_false (put_mandate (database, id, "Sarah Peeters", "2025-10-01", "2025-09-30", &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_false (put_mandate (database, id, "Sarah Peeters", NULL, NULL, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_false (put_mandate (database, id, "", "2025-10-01", NULL, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);

  g_assert_true (ceci_organisation_repository_remove (database, id, &error));
  g_assert_null (ceci_organisation_repository_find (database, id, &error));
  assert_refused (error, CECI_STORE_ERROR_NOT_FOUND);
}

static void
assert_duplicates (CeciDatabase *database, const char *name, const char *number, guint expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciOrganisation) draft =
      ceci_record_new (CECI_TYPE_ORGANISATION, "name", name, "enterprise_number", number, NULL);
  g_autoptr (GListModel) found = ceci_organisation_repository_duplicates (database, draft, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, expected);
}

static void
test_duplicates (CeciDatabase *database)
{
  g_autofree char *known = add_organisation (database, "Les Petits Riens", "association", "0403.019.261");
  g_autofree char *other = add_organisation (database, "BEA", "bea", NULL);

  assert_duplicates (database, "Petits riens (ASBL)", NULL, 1);
  assert_duplicates (database, "Les Petits Rines", NULL, 1); // two letters exchanged
  assert_duplicates (database, "Les Petit Riens a.s.b.l.", NULL, 1);
  assert_duplicates (database, "Tout autre nom", "0403019261", 1);
  assert_duplicates (database, "Les Petits Riens", "0400008697", 0); // two numbers are two organisations
  assert_duplicates (database, "BEB", NULL, 0);                      // too short for a slip
  assert_duplicates (database, "Les Grands Riens", NULL, 0);
}

static void
test_merge (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *student_id = make_student (database, cohort_id, "Élodie", "Martin", NULL); // at Cercle de Droit
  g_autofree char *twice = ceci_organisation_repository_match (database, "Cercle de Droit", NULL, &error);
  g_autofree char *kept = add_organisation (database, "Cercle de Droit ULB", "society", "0403.019.261");
  g_autoptr (CeciContact) contact =
      ceci_record_new (CECI_TYPE_CONTACT, "organisation_id", twice, "name", "Ali Benali", NULL);
  g_autoptr (CeciOrganisation) before = ceci_organisation_repository_find (database, twice, &error);
  g_autoptr (CeciOrganisation) with_city = ceci_record_with (before, "city", "Bruxelles", NULL);

  g_assert_true (ceci_organisation_repository_change (database, with_city, &error));
  g_assert_true (ceci_organisation_repository_put_contact (database, contact, &error));
  g_assert_true (put_mandate (database, twice, "Sarah Peeters", "2025-10-01", NULL, &error));
  g_assert_false (ceci_organisation_repository_remove (database, twice, &error)); // someone is placed there
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_false (ceci_organisation_repository_merge (database, kept, kept, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);

  g_assert_true (ceci_organisation_repository_merge (database, kept, twice, &error));
  g_assert_null (ceci_organisation_repository_find (database, twice, &error));
  assert_refused (error, CECI_STORE_ERROR_NOT_FOUND);
  g_autoptr (CeciOrganisation) one = ceci_organisation_repository_find (database, kept, &error);
  g_autoptr (GListModel) mandates = ceci_organisation_repository_mandates (database, kept, &error);
  g_autoptr (GListModel) contacts = ceci_organisation_repository_contacts (database, kept, &error);
  g_assert_cmpstr (ceci_organisation_get_name (one), ==, "Cercle de Droit ULB");
  g_assert_cmpstr (ceci_organisation_get_city (one), ==, "Bruxelles");
  g_assert_cmpint (ceci_organisation_get_placements (one), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (mandates), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (contacts), ==, 1);
}

// --- what the rules are told ----------------------------------------------------------------------------------------

static CeciFindingState
check_draft (CeciDatabase *database, CeciPlacement *draft, GListModel *members, const char *expected_rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();
  g_autoptr (CeciFacts) facts = ceci_placement_facts_draft (database, draft, members, &error);
  const char *rule;
  g_autofree char *reason = NULL;
  CeciFindingState state;

  g_assert_no_error (error);
  state = ceci_regulation_check_supervisor (regulation, facts, 0, "2026-06-15", &rule, &reason, NULL);
  g_test_message ("%s: %s", rule != NULL ? rule : "no rule", reason != NULL ? reason : "");
  g_assert_cmpstr (rule, ==, expected_rule);
  return state;
}

static CeciSupervisorMember *
make_member (const char *name)
{
  return ceci_record_new (CECI_TYPE_SUPERVISOR_MEMBER, "name", name, "since", "2025-10-01", NULL);
}

static CeciPlacement *
make_draft (CeciDatabase *database, char **organisation_id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *student_id = make_student (database, cohort_id, "Élodie", "Martin", NULL);
  CeciPlacement *placement = ceci_placement_repository_at (database, student_id, "2026-03-01", &error);

  g_assert_no_error (error);
  *organisation_id = g_strdup (ceci_placement_get_organisation_id (placement));
  return placement;
}

static void
test_collective_draft (CeciDatabase *database)
{
  g_autofree char *organisation_id = NULL;
  g_autoptr (CeciPlacement) stored = make_draft (database, &organisation_id);
  g_autoptr (CeciPlacement) lone =
      ceci_record_with (stored, "supervisor_kind", "individual", "supervisor_name", "Sarah Peeters", NULL);
  g_autoptr (CeciPlacement) draft =
      ceci_record_with (stored, "supervisor_kind", "collective", "supervisor_email", "comite@example.be", NULL);
  g_autoptr (GListStore) members = g_list_store_new (CECI_TYPE_SUPERVISOR_MEMBER);
  const char *const names[] = {"Sarah Peeters", "Ali Benali", "MARTIN Elodie"};

  g_assert_cmpint ((int) check_draft (database, lone, NULL, "R18"), ==, CECI_FINDING_BLOCKED);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (CeciSupervisorMember) member = make_member (names[i]);

    if (i == 2) // the third is the student
      g_assert_cmpint ((int) check_draft (database, draft, G_LIST_MODEL (members), "R18"), ==, CECI_FINDING_OK);
    g_list_store_append (members, member);
  }
  g_assert_cmpint ((int) check_draft (database, draft, G_LIST_MODEL (members), "R18"), ==, CECI_FINDING_BLOCKED);
  g_assert_cmpint ((int) check_draft (database, draft, NULL, "R18"), ==, CECI_FINDING_BLOCKED); // none is stored
}

static void
test_outgoing_draft (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *organisation_id = NULL;
  g_autoptr (CeciPlacement) stored = make_draft (database, &organisation_id); // from 10 February to 30 September
  g_autoptr (CeciPlacement) oneself = ceci_record_with (stored, "committee_member", TRUE, "supervisor_kind",
                                                        "individual", "supervisor_name", "élodie MARTIN", NULL);
  g_autoptr (CeciMandate) mandate = NULL;
  g_autoptr (CeciPlacement) draft = NULL;
  g_autofree char *agreement = NULL;
  g_autofree char *amendment = NULL;

  g_assert_cmpint ((int) check_draft (database, oneself, NULL, "R19"), ==, CECI_FINDING_BLOCKED);
  g_assert_true (put_mandate (database, organisation_id, "Sarah Peeters", "2024-10-01", "2025-09-30", &error));
  g_autoptr (GListModel) mandates = ceci_organisation_repository_mandates (database, organisation_id, &error);
  mandate = g_list_model_get_item (mandates, 0);
  draft = ceci_record_with (oneself, "supervisor_name", "Sarah Peeters", "mandate_id",
                            ceci_record_get_id (CECI_RECORD (mandate)), NULL);
  g_assert_cmpint ((int) check_draft (database, draft, NULL, "R19"), ==, CECI_FINDING_OK);
  g_assert_true (ceci_placement_repository_change (database, draft, &error));
  g_assert_false (ceci_organisation_repository_remove_mandate (database, mandate, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);

  g_assert_true (put_mandate (database, organisation_id, "Tom Jacobs", "2026-05-15", NULL, &error));
  g_assert_cmpint ((int) check_draft (database, draft, NULL, "R19"), ==, CECI_FINDING_WARNING);
  agreement =
      ceci_agreement_repository_draw (database, ceci_record_get_id (CECI_RECORD (stored)), "2026-02-08", NULL, &error);
  amendment = ceci_agreement_repository_draw (database, ceci_record_get_id (CECI_RECORD (stored)), "2026-05-20",
                                              "The committee was elected anew", &error);
  g_assert_no_error (error);
  g_assert_nonnull (amendment);
  for (int party = CECI_PARTY_STUDENT; party <= CECI_PARTY_UNIVERSITY; party++) {
    // until the three have signed, nothing is agreed
    g_assert_cmpint ((int) check_draft (database, draft, NULL, "R19"), ==, CECI_FINDING_WARNING);
    g_assert_true (ceci_agreement_repository_sign_paper (database, amendment, (CeciParty) party, "Who signs",
                                                         "2026-05-21", &error));
  }
  g_assert_no_error (error);
  g_assert_cmpint ((int) check_draft (database, draft, NULL, "R19"), ==, CECI_FINDING_OK);

  g_assert_true (put_mandate (database, organisation_id, "Sarah Peeters", "2025-10-01", NULL, &error)); // again
  g_assert_cmpint ((int) check_draft (database, draft, NULL, "R19"), ==, CECI_FINDING_BLOCKED);
}

static void
test_association_draft (CeciDatabase *database)
{
  g_autofree char *organisation_id = NULL;
  g_autoptr (CeciPlacement) stored = make_draft (database, &organisation_id);
  g_autofree char *association = add_organisation (database, "Les Petits Riens", "association", NULL);
  g_autofree char *bea = add_organisation (database, "BEA", "bea", NULL);
  g_autoptr (CeciPlacement) there = ceci_record_with (stored, "organisation_id", association, NULL);
  g_autoptr (CeciPlacement) at_bea = ceci_record_with (stored, "organisation_id", bea, NULL);

  g_assert_cmpint ((int) check_draft (database, there, NULL, NULL), ==, CECI_FINDING_OK);
  g_assert_cmpint ((int) check_draft (database, at_bea, NULL, "R18"), ==, CECI_FINDING_BLOCKED);
}

// A commercial company may be recorded, nobody may be placed there; who was there before may still leave.
static void
test_commercial (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *organisation_id = NULL;
  g_autoptr (CeciPlacement) stored = make_draft (database, &organisation_id);
  g_autofree char *company = add_organisation (database, "Banane", "other", NULL);
  g_autoptr (CeciOrganisation) found = ceci_organisation_repository_find (database, company, &error);
  g_autoptr (CeciOrganisation) commercial = ceci_record_with (found, "legal_form", "commercial", NULL);
  g_autoptr (CeciPlacement) draft =
      ceci_record_new (CECI_TYPE_PLACEMENT, "student_id", ceci_placement_get_student_id (stored), "organisation_id",
                       company, "starts_on", "2026-03-01", "supervisor_kind", "individual", NULL);
  g_autoptr (CeciPlacement) moved = ceci_record_with (stored, "organisation_id", company, NULL);
  g_autofree char *refused = NULL;
  g_autofree char *id = ceci_placement_repository_add (database, draft, &error);

  g_assert_no_error (error);
  g_assert_true (ceci_organisation_repository_change (database, commercial, &error));
  refused = ceci_placement_repository_add (database, draft, &error);
  g_assert_null (refused);
  g_assert_nonnull (strstr (error->message, "commercial"));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_false (ceci_placement_repository_change (database, moved, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_true (ceci_placement_repository_close (database, id, "2026-04-01", "Commercial", &error));
  g_autoptr (CeciPlacement) left = ceci_placement_repository_find (database, id, &error);
  g_autoptr (CeciPlacement) noted = ceci_record_with (left, "function", "Sales", NULL);
  g_assert_true (ceci_placement_repository_change (database, noted, &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identifiers/R7/enterprise-number", test_enterprise_number);
  g_test_add_func ("/identifiers/R29/iban", test_iban);
  g_test_add_func ("/identifiers/phone-and-addresses", test_phone);
  add_model_test ("/organisations/checked", test_facts_are_checked);
  add_model_test ("/organisations/R14/check", test_check);
  add_model_test ("/organisations/parts", test_parts);
  add_model_test ("/organisations/duplicates", test_duplicates);
  add_model_test ("/organisations/merge", test_merge);
  add_model_test ("/organisations/R7/commercial", test_commercial);
  add_model_test ("/organisations/R17/kind-decides", test_association_draft);
  add_model_test ("/organisations/R18/draft", test_collective_draft);
  add_model_test ("/organisations/R19/draft", test_outgoing_draft);
  return g_test_run ();
}
