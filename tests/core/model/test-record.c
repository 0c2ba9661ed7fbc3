// SPDX-License-Identifier: GPL-3.0-or-later
// Records: fields, properties, copies, rows, JSON. Any record serves; applications have every kind of field but a real.

#include "core/model/ceci-page-note.h"
#include "core/model/ceci-session-juror.h"
#include "model-fixture.h"

static void
test_new (void)
{
  g_autoptr (CeciApplication) draft =
      ceci_record_new (CECI_TYPE_APPLICATION, "mission", "Welcome", "planned_minutes", (gint64) 90, "consent", TRUE,
                       "state", "waiting", "organisation_kind", "student_office", NULL);

  g_assert_null (ceci_record_get_id (CECI_RECORD (draft)));
  g_assert_cmpstr (ceci_application_get_mission (draft), ==, "Welcome");
  g_assert_cmpint (ceci_application_get_planned_minutes (draft), ==, 90);
  g_assert_true (ceci_application_get_consent (draft));
  g_assert_cmpint (ceci_application_get_state (draft), ==, CECI_APPLICATION_STATE_WAITING);
  g_assert_cmpint (ceci_application_get_organisation_kind (draft), ==, CECI_ORGANISATION_KIND_STUDENT_OFFICE);
}

static void
test_unset (void)
{
  g_autoptr (CeciApplication) draft = ceci_record_new (CECI_TYPE_APPLICATION, "mission", NULL, NULL);
  g_autoptr (CeciCohort) cohort = ceci_record_new (CECI_TYPE_COHORT, "name", "x", NULL);

  g_assert_null (ceci_application_get_mission (draft));
  g_assert_true (ceci_application_get_planned_minutes (draft) == CECI_UNSET);
  g_assert_cmpint (ceci_application_get_organisation_kind (draft), ==, CECI_ORGANISATION_KIND_NONE);
  g_assert_cmpint (ceci_cohort_get_students (cohort), ==, 0); // a sum
  g_assert_true (ceci_cohort_get_places (cohort) == CECI_UNSET);
}

static void
test_with (void)
{
  g_autoptr (CeciApplication) draft = ceci_record_new (CECI_TYPE_APPLICATION, "id", "a", "mission", "Welcome",
                                                       "planned_minutes", (gint64) 90, "state", "waiting", NULL);
  g_autoptr (CeciApplication) changed = ceci_record_with (draft, "mission", NULL, "state", "declined", NULL);

  g_assert_cmpstr (ceci_application_get_mission (draft), ==, "Welcome");
  g_assert_cmpstr (ceci_record_get_id (CECI_RECORD (changed)), ==, "a");
  g_assert_null (ceci_application_get_mission (changed));
  g_assert_cmpint (ceci_application_get_planned_minutes (changed), ==, 90);
  g_assert_cmpint (ceci_application_get_state (changed), ==, CECI_APPLICATION_STATE_DECLINED);
}

static void
test_properties (void)
{
  g_autoptr (CeciApplication) draft = ceci_record_new (CECI_TYPE_APPLICATION, "id", "a", "planned_minutes", (gint64) 90,
                                                       "offer_labelled", TRUE, "state", "waiting", NULL);
  g_autofree char *id = NULL;
  gint64 minutes;
  gboolean labelled;
  CeciApplicationState state;

  g_object_get (draft, "id", &id, "planned-minutes", &minutes, "offer-labelled", &labelled, "state", &state, NULL);
  g_assert_cmpstr (id, ==, "a");
  g_assert_cmpint (minutes, ==, 90);
  g_assert_true (labelled);
  g_assert_cmpint (state, ==, CECI_APPLICATION_STATE_WAITING);
}

static void
test_json (void)
{
  g_autoptr (CeciSessionJuror) juror = ceci_record_new (CECI_TYPE_SESSION_JUROR, "id", "k", "public_key", "ab",
                                                        "return_key", "hush", "revision", (gint64) 2, NULL);
  g_autoptr (JsonNode) node = ceci_record_to_json (juror);
  JsonObject *object = json_node_get_object (node);

  g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, "k");
  g_assert_cmpint (json_object_get_int_member (object, "revision"), ==, 2);
  g_assert_true (json_object_has_member (object, "public-key"));
  g_assert_false (json_object_has_member (object, "return-key"));
  g_assert_false (json_object_has_member (object, "recused-on"));
}

static void
test_rows (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciPerson) draft =
      ceci_record_new (CECI_TYPE_PERSON, "family_name", "Martin", "first_name", "Élodie", "language", "fr", "gender",
                       "female", "search_key", "martin elodie", NULL);
  g_autoptr (CeciPerson) changed = NULL, found = NULL;

  g_assert_true (ceci_record_insert (draft, database, &error));
  g_assert_no_error (error);
  g_assert_nonnull (ceci_record_get_id (CECI_RECORD (draft)));
  changed = ceci_record_with (draft, "email", "e@ulb.be", "gender", NULL, NULL);
  g_assert_true (ceci_record_update (changed, database, &error));
  found = ceci_record_find (CECI_TYPE_PERSON, database, ceci_record_get_id (CECI_RECORD (draft)), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ceci_person_get_email (found), ==, "e@ulb.be");
  g_assert_cmpint (ceci_person_get_gender (found), ==, CECI_GENDER_NONE);

  g_assert_true (ceci_record_delete (found, database, &error));
  g_assert_false (ceci_record_delete (found, database, &error));
  assert_refused (error, CECI_STORE_ERROR_NOT_FOUND);
  g_assert_false (ceci_record_update (found, database, &error));
  assert_refused (error, CECI_STORE_ERROR_NOT_FOUND);
  g_assert_null (ceci_record_find (CECI_TYPE_PERSON, database, "none", &error));
  assert_refused (error, CECI_STORE_ERROR_NOT_FOUND);
}

static void
test_constraints (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciPerson) dated = ceci_record_new (CECI_TYPE_PERSON, "family_name", "M", "first_name", "É", "language",
                                                  "fr", "search_key", "m e", "birth_date", "30/02/2000", NULL);
  g_autoptr (CeciPerson) orphan = ceci_record_new (CECI_TYPE_PERSON, "family_name", "M", "first_name", "É", "language",
                                                   "fr", "search_key", "m e", "faculty_id", "none", NULL);

  g_assert_false (ceci_record_insert (dated, database, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_false (ceci_record_insert (orphan, database, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONSTRAINT);
}

static void
test_select (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) all = ceci_record_select (CECI_TYPE_PERSON, database, NULL, NULL, NULL, &error);
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *one = make_student (database, cohort_id, "Élodie", "Martin", NULL);
  g_autofree char *two = make_student (database, cohort_id, "Anna", "Martin", NULL);
  g_autoptr (GListStore) martins =
      ceci_record_select (CECI_TYPE_PERSON, database, "family_name", "Martin", "first_name", &error);
  g_autoptr (CeciPerson) first = g_list_model_get_item (G_LIST_MODEL (martins), 0);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (all)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (martins)), ==, 2);
  g_assert_cmpstr (ceci_person_get_first_name (first), ==, "Anna");
}

static void
test_enums (void)
{
  g_autofree char *column = ceci_enum_to_column (CECI_TYPE_ORGANISATION_KIND, CECI_ORGANISATION_KIND_STUDENT_OFFICE);

  g_assert_cmpstr (column, ==, "student_office");
  g_assert_null (ceci_enum_to_column (CECI_TYPE_GENDER, CECI_GENDER_NONE));
  g_assert_cmpint (ceci_enum_from_nick (CECI_TYPE_ORGANISATION_KIND, "student-office"), ==,
                   CECI_ORGANISATION_KIND_STUDENT_OFFICE);
  g_assert_cmpint (ceci_enum_from_nick (CECI_TYPE_ORGANISATION_KIND, "student"), ==, -1);
  g_assert_cmpint (ceci_enum_from_nick (CECI_TYPE_GENDER, NULL), ==, -1);
  g_assert_cmpstr (ceci_enum_get_label (CECI_TYPE_PARTY, CECI_PARTY_UNIVERSITY), ==, "University");
  g_assert_cmpstr (ceci_enum_get_label (CECI_TYPE_GENDER, -1), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/new", test_new);
  g_test_add_func ("/record/unset", test_unset);
  g_test_add_func ("/record/with", test_with);
  g_test_add_func ("/record/properties", test_properties);
  g_test_add_func ("/record/json", test_json);
  add_model_test ("/record/rows", test_rows);
  add_model_test ("/record/constraints", test_constraints);
  add_model_test ("/record/select", test_select);
  g_test_add_func ("/record/enums", test_enums);
  return g_test_run ();
}
