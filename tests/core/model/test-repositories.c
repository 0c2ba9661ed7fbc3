// SPDX-License-Identifier: GPL-3.0-or-later
// Every reading of every repository: its SQL is sound on an empty register and gives whole rows on a small one.

#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-findings-repository.h"
#include "core/model/ceci-snooze-repository.h"
#include "core/model/ceci-follow-up-repository.h"
#include "core/model/ceci-funding-repository.h"
#include "core/model/ceci-jury-repository.h"
#include "core/model/ceci-organisation-repository.h"
#include "core/model/ceci-placement-repository.h"
#include "core/model/ceci-progress-repository.h"
#include "core/model/ceci-faculty-repository.h"
#include "core/model/ceci-setting-repository.h"
#include "core/model/ceci-student-summary.h"
#include "model-fixture.h"

#define assert_count(list_, n)                                                                                         \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autoptr (GListModel) model_ = list_;                                                                             \
    g_assert_no_error (error);                                                                                         \
    g_assert_cmpuint (g_list_model_get_n_items (model_), ==, n);                                                       \
  }                                                                                                                    \
  G_STMT_END

static void
test_empty (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;

  assert_count (ceci_cohort_repository_list (database, &error), 0);
  assert_count (ceci_person_repository_list (database, &error), 0);
  assert_count (ceci_application_repository_list (database, NULL, &error), 0);
  assert_count (ceci_application_repository_list (database, "c", &error), 0);
  assert_count (ceci_application_repository_of_person (database, "p", &error), 0);
  assert_count (ceci_student_repository_list (database, NULL, &error), 0);
  assert_count (ceci_student_repository_of_person (database, "p", &error), 0);
  assert_count (ceci_student_repository_extensions (database, "s", &error), 0);
  assert_count (ceci_organisation_repository_list (database, &error), 0);
  assert_count (ceci_organisation_repository_contacts (database, "o", &error), 0);
  assert_count (ceci_organisation_repository_mandates (database, "o", &error), 0);
  assert_count (ceci_organisation_repository_offers (database, NULL, &error), 0);
  assert_count (ceci_organisation_repository_offers (database, "o", &error), 0);
  assert_count (ceci_placement_repository_of_cohort (database, NULL, &error), 0);
  assert_count (ceci_placement_repository_of_cohort (database, "c", &error), 0);
  assert_count (ceci_placement_repository_members (database, "l", &error), 0);
  assert_count (ceci_agreement_repository_list (database, "l", &error), 0);
  assert_count (ceci_agreement_repository_signatures (database, "g", &error), 0);
  assert_count (ceci_document_repository_of_cohort (database, NULL, &error), 0);
  assert_count (ceci_document_repository_of_cohort (database, "c", &error), 0);
  assert_count (ceci_module_repository_list (database, &error), 4);
  assert_count (ceci_faculty_repository_list (database, &error), 13);
  assert_count (ceci_meeting_repository_list (database, "c", &error), 0);
  assert_count (ceci_meeting_repository_attendance (database, "c", &error), 0);
  assert_count (ceci_follow_up_repository_grids (database, "s", &error), 0);
  assert_count (ceci_follow_up_repository_ratings (database, "g", &error), 0);
  assert_count (ceci_snooze_repository_list (database, NULL, &error), 0);
  assert_count (ceci_funding_repository_list (database, &error), 0);
  assert_count (ceci_funding_repository_covers (database, NULL, &error), 0);
  assert_count (ceci_funding_repository_covers (database, "c", &error), 0);
  assert_count (ceci_student_summary_list (database, NULL, "2026-11-23", &error), 0);
}

static void
test_empty_juries (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;

  assert_count (ceci_jury_repository_sessions (database, &error), 0);
  assert_count (ceci_jury_repository_sessions_of_student (database, "s", &error), 0);
  assert_count (ceci_jury_repository_jurors (database, &error), 0);
  assert_count (ceci_jury_repository_session_jurors (database, "e", &error), 0);
  assert_count (ceci_jury_repository_dossiers (database, "e", &error), 0);
  assert_count (ceci_jury_repository_assignments (database, "e", &error), 0);
  assert_count (ceci_jury_repository_reviews (database, "e", &error), 0);
  assert_count (ceci_jury_repository_scores (database, "e", &error), 0);
  assert_count (ceci_jury_repository_page_notes (database, "r", &error), 0);
  assert_count (ceci_jury_repository_packages (database, "k", &error), 0);
  assert_count (ceci_jury_repository_returns (database, "k", &error), 0);
  assert_count (ceci_jury_repository_decisions (database, "e", &error), 0);
  assert_count (ceci_jury_repository_certificates (database, NULL, &error), 0);
  assert_count (ceci_jury_repository_certificates (database, "s", &error), 0);
  assert_count (ceci_jury_repository_grids (database, &error), 1);
  g_assert_null (ceci_jury_repository_decision (database, "d", &error));
  g_assert_no_error (error);
  g_assert_null (ceci_jury_repository_session (database, "e", &error));
  assert_refused (error, CECI_STORE_ERROR_NOT_FOUND);
}

static void
test_grid (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) grids = ceci_jury_repository_grids (database, &error);
  g_autoptr (CeciGrid) grid = g_list_model_get_item (grids, 0);
  g_autoptr (GListModel) criteria =
      ceci_jury_repository_criteria (database, ceci_record_get_id (CECI_RECORD (grid)), &error);
  gint64 weights = 0;

  g_assert_cmpuint (g_list_model_get_n_items (criteria), ==, 8);
  for (guint i = 0; i < 8; i++) {
    g_autoptr (CeciCriterion) criterion = g_list_model_get_item (criteria, i);

    weights += ceci_criterion_get_weight (criterion);
    g_assert_cmpint (ceci_criterion_get_position (criterion), ==, i + 1);
    g_assert_true (ceci_criterion_get_required (criterion));
    g_assert_true (ceci_criterion_get_reflection (criterion) ==
                   (strcmp (ceci_criterion_get_code (criterion), "reflection") == 0));
  }
  g_assert_cmpint (weights, ==, 100);
}

static void
test_settings (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *email = ceci_setting_repository_get (database, CECI_SETTING_OFFICE_EMAIL, &error);
  g_autofree char *changed = NULL, *gone = NULL, *faculty = NULL;

  g_assert_cmpstr (email, ==, "engagement.citoyen@ulb.be");
  g_assert_true (ceci_setting_repository_set (database, CECI_SETTING_OFFICE_EMAIL, "other@ulb.be", &error));
  changed = ceci_setting_repository_get (database, CECI_SETTING_OFFICE_EMAIL, &error);
  g_assert_cmpstr (changed, ==, "other@ulb.be");
  g_assert_true (ceci_setting_repository_set (database, CECI_SETTING_OFFICE_EMAIL, NULL, &error));
  gone = ceci_setting_repository_get (database, CECI_SETTING_OFFICE_EMAIL, &error);
  g_assert_null (gone);
  faculty = ceci_faculty_repository_match (database, "faculte des sciences", &error);
  g_assert_nonnull (faculty);
  g_assert_true (ceci_register_seed_defaults (database, &error)); // again: nothing twice
  assert_count (ceci_faculty_repository_list (database, &error), 13);
}

static void
test_progress (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *id = make_student (database, cohort_id, "Élodie", "Martin", NULL);
  g_autoptr (GListModel) modules = ceci_module_repository_list (database, &error);
  g_autoptr (CeciModule) module = g_list_model_get_item (modules, 2);
  const char *module_id = ceci_record_get_id (CECI_RECORD (module));
  g_autoptr (CeciMeeting) draft = ceci_record_new (CECI_TYPE_MEETING, "cohort_id", cohort_id, "held_on", "2026-03-05",
                                                   "title", "First meeting", NULL);
  g_autofree char *meeting_id = ceci_meeting_repository_add (database, draft, &error);

  g_assert_true (ceci_module_repository_complete (database, id, module_id, "2026-04-01", "UV", &error));
  g_assert_true (ceci_module_repository_complete (database, id, module_id, "2026-04-02", "UV", &error));
  assert_count (ceci_module_repository_completions (database, id, &error), 1);
  g_assert_true (ceci_meeting_repository_record (database, meeting_id, id, CECI_ATTENDANCE_STATE_ABSENT, NULL, &error));
  g_assert_true (
      ceci_meeting_repository_record (database, meeting_id, id, CECI_ATTENDANCE_STATE_EXCUSED, "Ill", &error));
  assert_count (ceci_meeting_repository_of_student (database, id, &error), 1);
  assert_count (ceci_meeting_repository_attendance (database, cohort_id, &error), 1);

  g_autoptr (CeciStudentSummary) summary = ceci_student_summary_find (database, id, "2026-04-03", &error);
  g_assert_no_error (error);
  g_assert_cmpint (ceci_student_get_meetings_excused (ceci_student_summary_get_student (summary)), ==, 1);
  g_assert_cmpuint (ceci_student_summary_get_modules (summary), ==, 1);
  g_assert_cmpuint (ceci_student_summary_get_required_modules (summary), ==, 4);
  g_assert_true (ceci_module_repository_reopen (database, id, module_id, &error));
  assert_count (ceci_module_repository_completions (database, id, &error), 0);
}

static void
test_notes (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *id = make_student (database, cohort_id, "Élodie", "Martin", NULL);
  g_autofree char *note = ceci_follow_up_repository_add_note (database, id, "Marie", "Call back", "2026-05-01", &error);
  g_autofree char *none = NULL;

  g_assert_no_error (error);
  assert_count (ceci_follow_up_repository_notes (database, id, &error), 1);
  g_assert_true (ceci_follow_up_repository_settle_note (database, note, "2026-11-23", &error));
  none = ceci_follow_up_repository_add_note (database, id, "Marie", "  ", NULL, &error);
  g_assert_null (none);
  assert_refused (error, CECI_STORE_ERROR_INVALID);
}

static guint
count_findings (CeciDatabase *database, const char *today, gboolean all)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = ceci_findings_repository_list (database, NULL, NULL, today, all, &error);

  g_assert_no_error (error);
  return findings->len;
}

static void
test_put_aside (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *id = make_student (database, cohort_id, "Élodie", "Martin", NULL);
  guint before = count_findings (database, "2026-03-01", FALSE), all = count_findings (database, "2026-03-01", TRUE);
  g_autofree char *aside =
      ceci_snooze_repository_add (database, id, "R21", "2026-03-15", "On its way", "2026-03-01", &error);

  g_assert_nonnull (aside);
  g_assert_cmpuint (count_findings (database, "2026-03-15", FALSE), ==, before - 1);
  g_assert_cmpuint (count_findings (database, "2026-03-15", TRUE), ==, all);
  g_assert_cmpuint (count_findings (database, "2026-03-16", FALSE), ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_model_test ("/repositories/empty", test_empty);
  add_model_test ("/repositories/empty-juries", test_empty_juries);
  add_model_test ("/repositories/grid", test_grid);
  add_model_test ("/repositories/settings", test_settings);
  add_model_test ("/repositories/progress", test_progress);
  add_model_test ("/repositories/notes", test_notes);
  add_model_test ("/repositories/put-aside", test_put_aside);
  return g_test_run ();
}
