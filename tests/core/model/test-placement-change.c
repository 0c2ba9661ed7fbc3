// SPDX-License-Identifier: GPL-3.0-or-later
// Placements made from an application or an offer, edited, amended, changed for another; what the hour log keeps.

#include "core/model/ceci-facts-repository.h"
#include "core/model/ceci-organisation-repository.h"
#include "core/model/ceci-placement-change.h"
#include "core/model/ceci-placement-differences.h"
#include "core/model/ceci-placement-repository.h"
#include "model-fixture.h"

#define TODAY "2026-11-23"

typedef struct {
  char *cohort_id, *student_id, *placement_id;
} Student;

static void
student_clear (Student *self)
{
  g_free (self->cohort_id);
  g_free (self->student_id);
  g_free (self->placement_id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Student, student_clear)

static void
student_make (Student *self, CeciDatabase *database)
{
  g_autoptr (CeciPlacement) placement = NULL;

  self->cohort_id = make_cohort (database, "February 2026", 30);
  self->student_id = make_student (database, self->cohort_id, "Élodie", "Martin", NULL);
  placement = ceci_placement_repository_at (database, self->student_id, "2026-03-01", NULL);
  self->placement_id = g_strdup (ceci_record_get_id (CECI_RECORD (placement)));
}

static void
sign_all (CeciDatabase *database, const char *placement_id, const char *day)
{
  for (int party = CECI_PARTY_STUDENT; party <= CECI_PARTY_UNIVERSITY; party++)
    g_assert_true (ceci_agreement_repository_sign (database, placement_id, (CeciParty) party, "Who signs", day, NULL));
}

static char *
add_hours (CeciDatabase *database, const char *placement_id, const char *worked_on, gint64 minutes, const char *state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciHours) draft = ceci_record_new (CECI_TYPE_HOURS, "placement_id", placement_id, "worked_on", worked_on,
                                                 "minutes", minutes, "description", "Stand", "state", state, NULL);
  char *id = ceci_hours_repository_add (database, draft, &error);

  g_assert_no_error (error);
  return id;
}

static CeciPlacementDraft *
make_next (const char *student_id, const char *name, const char *legal_form, const char *starts_on)
{
  CeciPlacementDraft *draft = ceci_placement_draft_new_blank (student_id, starts_on);
  g_autoptr (CeciOrganisation) organisation =
      ceci_record_new (CECI_TYPE_ORGANISATION, "name", name, "kind", "association", "legal_form", legal_form, NULL);
  CeciPlacement *filled =
      ceci_record_with (draft->placement, "planned_minutes", (gint64) 6000, "supervisor_name", "Léa Dubois", NULL);

  ceci_placement_draft_set_organisation (draft, organisation);
  g_set_object (&draft->placement, filled);
  g_object_unref (filled);
  return draft;
}

static gint64
counted (CeciDatabase *database, const char *student_id)
{
  g_autoptr (CeciRegulation) regulation = NULL;
  g_autoptr (CeciFacts) facts = ceci_facts_repository_find (database, student_id, &regulation, NULL);

  return ceci_regulation_sum_minutes (regulation, facts, CECI_COUNT_YES);
}

// The old one closes, its counted hours are kept, a new one with a new agreement follows, and the hours add up.
static void
test_change (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_auto (Student) student = {0};
  g_autoptr (CeciPlacementDraft) next = NULL;
  g_autoptr (CeciPlacementForeseen) foreseen = NULL;
  g_auto (GStrv) told = NULL;
  g_autofree char *id = NULL, *one = NULL, *two = NULL, *late = NULL, *new_hours = NULL, *said = NULL;

  student_make (&student, database);
  sign_all (database, student.placement_id, "2026-02-12");
  one = add_hours (database, student.placement_id, "2026-03-02", 240, "accepted");
  two = add_hours (database, student.placement_id, "2026-04-02", 120, "confirmed");
  late = add_hours (database, student.placement_id, "2026-06-02", 60, "claimed");
  next = make_next (student.student_id, "Les Petits Riens", "asbl", "2026-05-04");

  foreseen = ceci_placement_change_foresee (database, student.placement_id, "2026-04-30", next, &error);
  g_assert_no_error (error);
  g_assert_cmpint (foreseen->kept_minutes, ==, 360);
  g_assert_cmpint (foreseen->lost_minutes, ==, 60);
  g_assert_cmpint (foreseen->counted_minutes, ==, 360);
  told = ceci_placement_foreseen_tell (foreseen);
  said = g_strjoinv ("\n", told);
  g_test_message ("%s", said);
  g_assert_nonnull (strstr (said, "6 h counted at Cercle de Droit are kept."));
  g_assert_nonnull (strstr (said, "Les Petits Riens"));
  g_assert_nonnull (strstr (said, "144 h remain"));
  g_assert_nonnull (strstr (said, "Only 100 h are planned"));
  // nothing was written
  g_assert_cmpint (counted (database, student.student_id), ==, 420);

  id = ceci_placement_change_make (database, student.placement_id, "2026-04-30", "The project ended", next, TODAY,
                                   &error);
  g_assert_no_error (error);
  g_autoptr (CeciPlacement) old = ceci_placement_repository_find (database, student.placement_id, &error);
  g_autoptr (CeciPlacement) new = ceci_placement_repository_find (database, id, &error);
  g_assert_cmpstr (ceci_placement_get_closed_on (old), ==, "2026-04-30");
  g_assert_cmpstr (ceci_placement_get_replaces_id (new), ==, student.placement_id);
  g_assert_cmpstr (ceci_placement_get_agreement_drawn_on (new), ==, TODAY);
  g_assert_cmpint (ceci_placement_get_signatures (new), ==, 0);
  g_assert_cmpint (ceci_placement_get_signatures (old), ==, 3);
  g_assert_cmpint (counted (database, student.student_id), ==, 360);

  // hours of the new one wait for its signatures, then both add up
  new_hours = add_hours (database, id, "2026-06-01", 300, "accepted");
  g_assert_cmpint (counted (database, student.student_id), ==, 360);
  sign_all (database, id, "2026-05-20");
  g_assert_cmpint (counted (database, student.student_id), ==, 660);
}

static void
test_change_refused (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_auto (Student) student = {0};
  g_autoptr (CeciPlacementDraft) commercial = NULL;
  g_autoptr (CeciPlacementDraft) early = NULL;

  student_make (&student, database);
  early = make_next (student.student_id, "Les Petits Riens", "asbl", "2026-04-01");
  g_assert_null (ceci_placement_change_foresee (database, student.placement_id, "2026-04-30", early, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_null (ceci_placement_change_foresee (database, student.placement_id, "2026-01-30", NULL, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  commercial = make_next (student.student_id, "Banane", "commercial", "2026-05-04");
  g_assert_null (
      ceci_placement_change_make (database, student.placement_id, "2026-04-30", " ", commercial, TODAY, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_null (ceci_placement_draft_store (commercial, database, &error));
  g_assert_nonnull (strstr (error->message, "commercial"));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
}

// A draft from an application holds what it says; the organisation that the register knows is not added again.
static void
test_from_application (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_auto (Student) student = {0};
  g_autofree char *application_id = NULL;
  g_autoptr (CeciApplication) application = NULL;
  g_autoptr (CeciPlacementDraft) draft = NULL;
  g_autoptr (GListModel) organisations = NULL;

  student_make (&student, database);
  application_id = make_application (database, student.cohort_id, "Noé", "Petit", NULL);
  application = ceci_application_repository_find (database, application_id, &error);
  draft = ceci_placement_draft_from_application (database, application, student.student_id, "2026-02-02", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ceci_placement_get_mission (draft->placement), ==, "Welcome new students");
  g_assert_cmpstr (ceci_placement_get_starts_on (draft->placement), ==, "2026-02-10");
  g_assert_cmpint (ceci_placement_get_planned_minutes (draft->placement), ==, 9000);
  // R18: outside a society's committee, the committee supervises
  g_assert_cmpint ((int) ceci_placement_get_supervisor_kind (draft->placement), ==, CECI_SUPERVISOR_KIND_COLLECTIVE);
  g_assert_nonnull (ceci_record_get_id (CECI_RECORD (draft->organisation)));
  g_autofree char *id = ceci_placement_draft_store (draft, database, &error);
  g_assert_no_error (error);
  organisations = ceci_organisation_repository_list (database, &error);
  g_assert_cmpuint (g_list_model_get_n_items (organisations), ==, 1);
}

static void
test_from_offer (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_auto (Student) student = {0};
  g_autoptr (CeciOrganisation) organisation = ceci_record_new (CECI_TYPE_ORGANISATION, "name", "Les Petits Riens",
                                                               "kind", "association", "legal_form", "asbl", NULL);
  g_autofree char *organisation_id = NULL;
  g_autoptr (CeciOffer) offer = NULL;
  g_autoptr (CeciPlacementDraft) draft = NULL;

  student_make (&student, database);
  organisation_id = ceci_organisation_repository_add (database, organisation, &error);
  offer = ceci_record_new (CECI_TYPE_OFFER, "organisation_id", organisation_id, "title", "Shop", "origin", "time",
                           "labelled", TRUE, "minutes", (gint64) 9600, NULL);
  g_assert_true (ceci_record_insert (offer, database, &error));
  draft = ceci_placement_draft_from_offer (database, offer, student.student_id, "2026-05-04", &error);
  g_assert_no_error (error);
  g_autofree char *id = ceci_placement_draft_store (draft, database, &error);
  g_assert_no_error (error);
  g_autoptr (CeciPlacement) placement = ceci_placement_repository_find (database, id, &error);
  g_assert_cmpstr (ceci_placement_get_offer_id (placement), ==, ceci_record_get_id (CECI_RECORD (offer)));
  g_assert_cmpstr (ceci_placement_get_mission (placement), ==, "Shop");
  g_assert_cmpint (ceci_placement_get_planned_minutes (placement), ==, 9600);
}

// Editing replaces the members of a collective supervisor, and what the agreement prints is told for an amendment.
static void
test_edit (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_auto (Student) student = {0};
  g_autoptr (CeciPlacementDraft) before = NULL;
  g_autoptr (CeciPlacementDraft) after = NULL;
  g_autoptr (GListStore) members = g_list_store_new (CECI_TYPE_SUPERVISOR_MEMBER);
  g_autoptr (CeciSupervisorMember) member = ceci_record_new (CECI_TYPE_SUPERVISOR_MEMBER, "name", "Ali Kaya", "role",
                                                             "President", "since", "2026-02-01", NULL);
  g_autofree char *nothing = NULL, *changes = NULL, *french = NULL, *id = NULL;
  CeciPlacement *changed;

  student_make (&student, database);
  before = ceci_placement_draft_of (database, student.placement_id, &error);
  after = ceci_placement_draft_of (database, student.placement_id, &error);
  g_assert_no_error (error);
  nothing = ceci_placement_differences (before, after, "en");
  g_assert_null (nothing);
  changed = ceci_record_with (after->placement, "ends_on", "2026-12-31", "function", "Treasurer", NULL);
  g_set_object (&after->placement, changed);
  g_object_unref (changed);
  g_list_store_append (members, member);
  g_set_object (&after->members, G_LIST_MODEL (members));
  changes = ceci_placement_differences (before, after, "en");
  g_assert_cmpstr (changes, ==,
                   "Role: Treasurer, instead of not stated.\n"
                   "End: 31 December 2026, instead of 30 September 2026.\n"
                   "Supervisor: the committee as a whole (Ali Kaya), instead of the committee as a whole.");
  french = ceci_placement_differences (before, after, "fr");
  g_assert_nonnull (strstr (french, "Fin\u00a0: 31 décembre 2026, au lieu de 30 septembre 2026."));

  id = ceci_placement_draft_store (after, database, &error);
  g_assert_no_error (error);
  g_autoptr (GListModel) stored = ceci_placement_repository_members (database, id, &error);
  g_assert_cmpuint (g_list_model_get_n_items (stored), ==, 1);
  g_autofree char *again = ceci_placement_draft_store (after, database, &error);
  g_autoptr (GListModel) replaced = ceci_placement_repository_members (database, again, &error);
  g_assert_cmpuint (g_list_model_get_n_items (replaced), ==, 1);
}

static void
test_amendment (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_auto (Student) student = {0};
  g_autofree char *id = NULL, *remark = NULL;

  student_make (&student, database);
  g_assert_null (
      ceci_agreement_repository_amend (database, student.placement_id, TODAY, "An election", "Supervisor", &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  sign_all (database, student.placement_id, "2026-02-12");
  id = ceci_agreement_repository_amend (database, student.placement_id, "2026-06-01", "An election",
                                        "Supervisor: Ali, instead of Léa.", &error);
  g_assert_no_error (error);
  g_assert_true (
      ceci_agreement_repository_sign_paper (database, id, CECI_PARTY_STUDENT, "Élodie", "2026-06-02", &error));
  g_autoptr (GListModel) papers = ceci_agreement_repository_list (database, student.placement_id, &error);
  g_autoptr (CeciAgreement) amendment = g_list_model_get_item (papers, 1);
  g_assert_cmpint (ceci_agreement_get_number (amendment), ==, 1);
  g_assert_cmpint (ceci_agreement_get_signatures (amendment), ==, 1);
  g_assert_cmpstr (ceci_agreement_get_changes (amendment), ==, "Supervisor: Ali, instead of Léa.");

  // days that a signature may bear
  g_assert_true (ceci_agreement_check_signing ("2026-06-01", "2026-06-01", TODAY, &remark, &error));
  g_assert_null (remark);
  g_assert_true (ceci_agreement_check_signing ("2026-06-01", "2026-05-31", TODAY, &remark, &error));
  g_assert_nonnull (remark);
  g_assert_false (ceci_agreement_check_signing ("2026-06-01", "2026-11-24", TODAY, NULL, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
}

static void
test_states (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_auto (Student) student = {0};
  g_autofree char *one = NULL, *two = NULL;

  student_make (&student, database);
  one = add_hours (database, student.placement_id, "2026-03-02", 240, "claimed");
  two = add_hours (database, student.placement_id, "2026-03-03", 240, "claimed");
  const char *const both[] = {one, two, NULL};

  g_assert_true (ceci_hours_repository_set_states (database, both, CECI_HOURS_STATE_CONFIRMED, NULL, "Léa Dubois",
                                                   "2026-03-10", &error));
  g_autoptr (CeciHours) confirmed = ceci_record_find (CECI_TYPE_HOURS, database, two, &error);
  g_assert_cmpstr (ceci_hours_get_confirmed_by (confirmed), ==, "Léa Dubois");
  g_assert_true (
      ceci_hours_repository_set_states (database, both, CECI_HOURS_STATE_ACCEPTED, NULL, NULL, NULL, &error));
  g_autoptr (CeciHours) accepted = ceci_record_find (CECI_TYPE_HOURS, database, one, &error);
  g_assert_cmpstr (ceci_hours_get_confirmed_on (accepted), ==, "2026-03-10");
  g_assert_false (ceci_hours_repository_set_states (database, both, CECI_HOURS_STATE_REFUSED, "", NULL, NULL, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_true (ceci_hours_repository_set_states (database, both, CECI_HOURS_STATE_CLAIMED, NULL, NULL, NULL, &error));
  g_autoptr (CeciHours) claimed = ceci_record_find (CECI_TYPE_HOURS, database, one, &error);
  g_assert_null (ceci_hours_get_confirmed_by (claimed));

  // the same entry twice, and more hours than a day has
  g_autoptr (GListModel) hours = ceci_hours_repository_list (database, student.student_id, &error);
  g_auto (GStrv) twice = ceci_hours_remarks (hours, NULL, "2026-03-02", 240, "stand");
  g_auto (GStrv) itself = ceci_hours_remarks (hours, one, "2026-03-02", 240, "Stand");
  g_auto (GStrv) long_day = ceci_hours_remarks (hours, NULL, "2026-03-02", 1300, "Camp");
  g_assert_cmpuint (g_strv_length (twice), ==, 1);
  g_assert_cmpuint (g_strv_length (itself), ==, 0);
  g_assert_cmpuint (g_strv_length (long_day), ==, 1);
  g_assert_true (ceci_hours_repository_remove_all (database, both, &error));
  g_autoptr (GListModel) left = ceci_hours_repository_list (database, student.student_id, &error);
  g_assert_cmpuint (g_list_model_get_n_items (left), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_model_test ("/placement/placement-change/hours-add-up", test_change);
  add_model_test ("/placement/placement-change/refused", test_change_refused);
  add_model_test ("/placement/R13/from-application", test_from_application);
  add_model_test ("/placement/R13/from-offer", test_from_offer);
  add_model_test ("/placement/R24/edit", test_edit);
  add_model_test ("/placement/R21/amendment", test_amendment);
  add_model_test ("/placement/R7/states", test_states);
  return g_test_run ();
}
