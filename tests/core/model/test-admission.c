// SPDX-License-Identifier: GPL-3.0-or-later
// R13, R14, R15: an application's state follows the check, the office vouches, guidance has its log and its offers.
#include "model-fixture.h"

#include "core/model/ceci-admission.h"
#include "core/model/ceci-guidance.h"
#include "core/model/ceci-organisation-repository.h"
#include "core/model/ceci-placement-repository.h"
#include "core/model/ceci-regulation-repository.h"
#include "core/regulation/ceci-regulation.h"

static CeciApplicationState
state_of (CeciDatabase *database, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciApplication) application = ceci_application_repository_find (database, id, &error);

  g_assert_no_error (error);
  return ceci_application_get_state (application);
}

static void
correct (CeciDatabase *database, const char *id, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciApplication) application = ceci_application_repository_find (database, id, &error);
  g_autoptr (CeciApplication) changed = ceci_record_with (application, field, value, NULL);

  g_assert_true (ceci_admission_correct (database, changed, &error));
  g_assert_no_error (error);
}

static void
test_state_follows (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort = make_cohort (database, "February 2026", 30);
  g_autofree char *id = make_application (database, cohort, "Noor", "Peeters", "512345");

  correct (database, id, "mission", NULL);
  g_assert_cmpint (state_of (database, id), ==, CECI_APPLICATION_STATE_INADMISSIBLE);
  correct (database, id, "mission", "Welcome");
  g_assert_cmpint (state_of (database, id), ==, CECI_APPLICATION_STATE_ADMISSIBLE);
  // what a person decided stands
  g_assert_true (ceci_application_repository_set_state (database, id, CECI_APPLICATION_STATE_WAITING, NULL, &error));
  correct (database, id, "mission", NULL);
  g_assert_cmpint (state_of (database, id), ==, CECI_APPLICATION_STATE_WAITING);
}

static void
test_check_again (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort = make_cohort (database, "February 2026", 30);
  g_autofree char *id = make_application (database, cohort, "Noor", "Peeters", "512345");
  g_autoptr (CeciRegulation) regulation = ceci_regulation_repository_find (database, cohort, &error);
  g_autoptr (CeciRegulation) longer = ceci_regulation_with_integer (regulation, "placement-minutes", 12000, &error);
  g_autoptr (GPtrArray) before = ceci_admission_review (database, cohort, &error);
  g_autoptr (GPtrArray) changes = NULL;
  const CeciAdmissionChange *change;

  g_assert_no_error (error);
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_true (ceci_regulation_repository_adopt (database, cohort, longer, NULL, "More hours", "2026-11-23", &error));
  g_assert_no_error (error);
  changes = ceci_admission_review (database, cohort, &error);
  g_assert_cmpuint (changes->len, ==, 1);
  change = changes->pdata[0];
  g_assert_cmpint (change->state, ==, CECI_APPLICATION_STATE_INADMISSIBLE);
  g_assert_nonnull (strstr (change->reason, "200 h are needed"));
  g_assert_cmpint (state_of (database, id), ==, CECI_APPLICATION_STATE_ADMISSIBLE);
  g_assert_true (ceci_admission_apply (database, changes, &error));
  g_assert_cmpint (state_of (database, id), ==, CECI_APPLICATION_STATE_INADMISSIBLE);
}

// R14: the reason goes with the placement that the application becomes.
static void
test_vouched (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort = make_cohort (database, "February 2026", 30);
  g_autofree char *id = make_application (database, cohort, "Noor", "Peeters", "512345");
  g_autofree char *student = NULL, *reason = NULL;

  g_assert_false (ceci_admission_vouch (database, id, "  ", &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_true (ceci_admission_vouch (database, id, "Known for years", &error));
  student = ceci_student_repository_enrol (database, id, NULL, NULL, &error);
  g_assert_no_error (error);
  reason = ceci_database_text (database, &error, "SELECT eligibility_reason FROM placement WHERE student_id = $1", "t",
                               student);
  g_assert_cmpstr (reason, ==, "Known for years");
}

static void
add_offer (CeciDatabase *database, const char *organisation_id, const char *title, gboolean labelled,
           const char *valid_until)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciOffer) offer = ceci_record_new (CECI_TYPE_OFFER, "organisation_id", organisation_id, "title", title,
                                                 "labelled", (int) labelled, "origin", "time", "reference", title,
                                                 "minutes", (gint64) 9600, "valid_until", valid_until, NULL);

  g_assert_true (ceci_record_insert (offer, database, &error));
  g_assert_no_error (error);
}

static char *
add_organisation (CeciDatabase *database, const char *name, const char *kind, const char *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciOrganisation) draft =
      ceci_record_new (CECI_TYPE_ORGANISATION, "name", name, "kind", kind, "legal_form", form, NULL);
  char *id = ceci_organisation_repository_add (database, draft, &error);

  g_assert_no_error (error);
  return id;
}

static void
test_guidance (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort = make_cohort (database, "February 2026", 30);
  g_autofree char *id = make_application (database, cohort, "Noor", "Peeters", "512345");
  g_autofree char *asbl = add_organisation (database, "Les Amis", "association", "asbl");
  g_autofree char *society = add_organisation (database, "Cercle X", "society", "asbl");
  g_autofree char *company = add_organisation (database, "Banane", "other", "commercial");
  g_autofree char *contact = NULL, *refused = NULL;
  g_autoptr (CeciApplication) application = NULL;
  g_autoptr (CeciApplication) after = NULL;
  g_autoptr (GListModel) offers = NULL;
  g_autoptr (GListModel) contacts = NULL;
  g_autoptr (CeciOffer) first = NULL;

  correct (database, id, "organisation_name", NULL);
  g_assert_cmpint (state_of (database, id), ==, CECI_APPLICATION_STATE_INADMISSIBLE);
  g_assert_true (ceci_guidance_start (database, id, "2026-01-10", &error));
  g_assert_false (ceci_guidance_start (database, id, "soon", &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  contact = ceci_guidance_add_contact (database, id, "2026-01-11", CECI_CONTACT_CHANNEL_PHONE, "Marie",
                                       "Sent three offers", &error);
  g_assert_no_error (error);
  refused = ceci_guidance_add_contact (database, id, "2026-01-11", CECI_CONTACT_CHANNEL_PHONE, "Marie", " ", &error);
  g_assert_null (refused);
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  contacts = ceci_guidance_contacts (database, id, &error);
  g_assert_cmpuint (g_list_model_get_n_items (contacts), ==, 1);

  add_offer (database, asbl, "A valid one", TRUE, NULL);
  add_offer (database, asbl, "Another without label", FALSE, NULL);
  add_offer (database, asbl, "Bygone", TRUE, "2026-01-19");
  add_offer (database, society, "Zoo of the kind", TRUE, "2026-01-20");
  add_offer (database, company, "Commercial", TRUE, NULL);
  application = ceci_application_repository_find (database, id, &error);
  offers = ceci_guidance_offers (database, application, "2026-01-20", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (offers), ==, 2);
  first = g_list_model_get_item (offers, 0);
  g_assert_cmpstr (ceci_offer_get_title (first), ==, "Zoo of the kind");

  g_assert_true (ceci_guidance_take_up (database, id, ceci_record_get_id (CECI_RECORD (first)), &error));
  g_assert_no_error (error);
  after = ceci_application_repository_find (database, id, &error);
  g_assert_cmpstr (ceci_application_get_organisation_name (after), ==, "Cercle X");
  g_assert_cmpint (ceci_application_get_planned_minutes (after), ==, 9600);
  g_assert_true (ceci_application_get_offer_labelled (after));
  g_assert_null (ceci_application_get_guidance_since (after));
  g_assert_cmpint (ceci_application_get_state (after), ==, CECI_APPLICATION_STATE_ADMISSIBLE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_model_test ("/admission/R13/state-follows", test_state_follows);
  add_model_test ("/admission/R13/check-again", test_check_again);
  add_model_test ("/admission/R14/vouched", test_vouched);
  add_model_test ("/admission/R15/guidance", test_guidance);
  return g_test_run ();
}
