// SPDX-License-Identifier: GPL-3.0-or-later
// «duplicate-person»: who seems to stand in the register twice, and a merge that leaves nothing behind and can be
// undone.
#include "model-fixture.h"

#include "../store/store-fixture.h"
#include "core/model/ceci-person-duplicates.h"
#include "core/model/ceci-person-merge.h"

static char *
add (CeciDatabase *database, const char *first_name, const char *family_name, const char *matricule, const char *email,
     const char *birth_date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciPerson) person =
      ceci_record_new (CECI_TYPE_PERSON, "first_name", first_name, "family_name", family_name, "matricule", matricule,
                       "email", email, "birth_date", birth_date, NULL);
  char *id = ceci_person_repository_add (database, person, &error);

  g_assert_no_error (error);
  return id;
}

typedef struct {
  const char *name;
  const char *one[5], *other[5]; // first name, family name, matricule, e-mail, birth date
  gboolean alike, sure;
} Case;

static const Case cases[] = {
    {"matricule", {"Noor", "Peeters", "000512345"}, {"N.", "Pieters", "512345"}, TRUE, TRUE},
    {"email",
     {"Noor", "Peeters", NULL, "Noor@etu.example"},
     {"Karim", "Ziani", NULL, " noor@etu.example "},
     TRUE,
     TRUE},
    {"name-and-birth",
     {"Noor", "Peeters", NULL, NULL, "2004-03-12"},
     {"Noor", "Peeters", NULL, NULL, "2004-03-12"},
     TRUE},
    {"other-birth",
     {"Noor", "Peeters", NULL, NULL, "2004-03-12"},
     {"Noor", "Peeters", NULL, NULL, "2001-07-30"},
     FALSE},
    {"day-and-month",
     {"Noor", "Peeters", NULL, NULL, "2004-03-12"},
     {"Noor", "Peeters", NULL, NULL, "2004-12-03"},
     TRUE},
    {"swapped", {"Noor", "Peeters"}, {"Peeters", "Noor"}, TRUE},
    {"accents", {"Élodie", "Lefèvre"}, {"Elodie", "LEFEVRE"}, TRUE},
    {"particle", {"Chloé", "D’Hôte"}, {"Chloe", "Hote"}, TRUE},
    {"particle-apart", {"Bram", "Van den Broeck"}, {"Bram", "Vandenbroeck"}, TRUE},
    {"one-letter", {"Noor", "Peeters"}, {"Noor", "Peters"}, TRUE},
    {"one-letter-two-numbers", {"Noor", "Peeters", "512345"}, {"Noor", "Peters", "512346"}, FALSE},
    {"same-name-two-numbers", {"Noor", "Peeters", "512345"}, {"Noor", "Peeters", "512346"}, FALSE},
    {"typing-and-birth",
     {"Noor", "Peeters", NULL, NULL, "2004-03-12"},
     {"Nour", "Peters", NULL, NULL, "2004-03-12"},
     TRUE},
    {"another", {"Noor", "Peeters"}, {"Karim", "Ziani"}, FALSE},
};

static const Case *current;

static void
test_alike (CeciDatabase *database)
{
  const char *const *a = current->one, *const *b = current->other;
  g_autoptr (GError) error = NULL;
  g_autofree char *one = add (database, a[0], a[1], a[2], a[3], a[4]);
  g_autofree char *other = add (database, b[0], b[1], b[2], b[3], b[4]);
  g_autoptr (GPtrArray) pairs = ceci_person_duplicates (database, &error);
  g_autoptr (GPtrArray) of_other = ceci_person_duplicates_of (database, other, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (pairs->len, ==, current->alike ? 1 : 0);
  g_assert_cmpuint (of_other->len, ==, current->alike ? 1 : 0);
  if (current->alike) {
    const CeciPersonPair *pair = pairs->pdata[0];

    g_assert_true (pair->sure == current->sure);
    g_assert_cmpstr (ceci_record_get_id (CECI_RECORD (pair->one)), ==, one);
    g_assert_cmpstr (ceci_record_get_id (CECI_RECORD (pair->other)), ==, other);
  }
}

static void
run_case (gconstpointer data)
{
  current = data;
  in_register ((gconstpointer) test_alike);
}

// --- merging ------------------------------------------------------------------------------

typedef struct {
  char *kept, *other;
} Two;

static gpointer
make_two (CeciDatabase *database, gpointer data, GError **error)
{
  Two *two = data;
  g_autofree char *cohort = NULL, *first = NULL, *second = NULL;

  g_assert_true (ceci_register_seed_defaults (database, error));
  cohort = make_cohort (database, "February 2026", 30);
  first = make_student (database, cohort, "Noor", "Peeters", NULL);
  second = make_application (database, cohort, "Nour", "Peters", "512345");
  two->kept = ceci_database_text (database, error, "SELECT person_id FROM student WHERE id = $1", "t", first);
  two->other = ceci_database_text (database, error, "SELECT person_id FROM application WHERE id = $1", "t", second);
  return data;
}

// A table that did not exist when merging was written, and a row in every other that speaks of a person.
static const char everywhere[] =
    "CREATE TABLE added_later (id TEXT PRIMARY KEY, whose TEXT REFERENCES person (id)) STRICT;"
    "INSERT INTO added_later SELECT 'a', id FROM person WHERE matricule = '512345';"
    "INSERT INTO person_alias SELECT 'l', id, 'Old', 'Name', NULL, '2026-01-01' FROM person WHERE matricule = '512345';"
    "INSERT INTO organisation (id, name, kind, legal_form, search_key) VALUES ('o', 'O', 'society', 'asbl', 'o');"
    "INSERT INTO mandate SELECT 'm', 'o', 'N', id, 'Chair', '2026-01-01', NULL FROM person WHERE matricule = '512345';"
    "INSERT INTO participant SELECT 'p', 'c', '48213', id FROM person WHERE matricule = '512345';"
    "INSERT INTO erasure SELECT 'e', id, '2026-01-01', '2026-01-01', 'r', 'k' FROM person WHERE matricule = '512345';"
    "INSERT INTO letter SELECT 't', id, NULL, NULL, 'k', 's', 'b', 'fr', '2026-01-01T00:00:00.000Z', NULL, NULL FROM "
    "person WHERE matricule = '512345';"
    "INSERT INTO student SELECT 's', id, (SELECT id FROM cohort), NULL, '2026-02-02', NULL, 'enrolled', NULL, NULL "
    "FROM "
    "person WHERE matricule = '512345';";

static gpointer
merge (CeciDatabase *database, gpointer data, GError **error)
{
  Two *two = data;
  g_autoptr (CeciPersonMerge) merge = ceci_person_merge_new (database, two->kept, two->other, error);
  gint64 rows = 0;

  g_assert_nonnull (merge);
  for (guint i = 0; i < merge->references->len; i++)
    rows += ((CeciMergeReference *) merge->references->pdata[i])->rows;
  g_assert_cmpint (rows, ==, 8);
  g_assert_cmpuint (merge->clashes->len, ==, 2);
  // what only the other has is taken at first; a name is for a person to choose
  g_assert_false (ceci_person_merge_take (merge, "phone", TRUE, error));
  g_clear_error (error);
  g_assert_true (ceci_person_merge_take (merge, "first_name", TRUE, error));
  ((CeciMergeClash *) merge->clashes->pdata[1])->answer = CECI_MERGE_WITHDRAW_NEWER;
  return GINT_TO_POINTER (ceci_person_merge_apply (merge, database, "2026-11-23", error));
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Two two = {NULL};
  g_autofree char *before = NULL, *after = NULL;

  ceci_register_write (fixture->reg, "Two", make_two, &two, &error);
  g_assert_no_error (error);
  write_sql (fixture, "Everywhere", everywhere);
  before = read_sql (fixture, "SELECT json_group_array (id || family_name || search_key) FROM person");

  ceci_register_write (fixture->reg, "Merge", merge, &two, &error);
  g_assert_no_error (error);
  assert_reads (fixture, "SELECT count(*) FROM person", "1");
  assert_reads (fixture, "SELECT first_name || family_name || matricule FROM person", "NourPeeters512345");
  assert_reads (fixture, "SELECT whose = (SELECT id FROM person) FROM added_later", "1");
  assert_reads (fixture, "SELECT count(*) FROM pragma_foreign_key_check", "0");
  // the two names that are not kept lead to the one person: the other's, and its own earlier one
  assert_reads (fixture, "SELECT count(*) FROM person_alias", "3");
  assert_reads (fixture, "SELECT search_key LIKE '%peters nour%' AND search_key LIKE '%peeters noor%' FROM person",
                "1");
  // two applications to one cohort: the older is withdrawn, and says why
  assert_reads (fixture,
                "SELECT count(*) FROM application WHERE state = 'withdrawn' AND state_reason LIKE 'Duplicate%'", "1");
  assert_reads (fixture, "SELECT count(*) FROM student WHERE state = 'withdrawn'", "1");

  g_free (ceci_register_undo (fixture->reg, NULL, &error));
  g_assert_no_error (error);
  after = read_sql (fixture, "SELECT json_group_array (id || family_name || search_key) FROM person");
  g_assert_cmpstr (after, ==, before);
  assert_reads (fixture, "SELECT count(*) FROM student WHERE state = 'withdrawn'", "0");
  assert_reads (fixture, "SELECT count(DISTINCT person_id) FROM application", "2");
  g_free (two.kept);
  g_free (two.other);
}

static void
test_not_with_oneself (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *one = add (database, "Noor", "Peeters", NULL, NULL, NULL);

  g_assert_null (ceci_person_merge_new (database, one, one, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_null (ceci_person_merge_new (database, one, "nobody", &error));
  assert_refused (error, CECI_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/person/duplicate-person/R12/%s", cases[i].name);
    g_test_add_data_func (path, &cases[i], run_case);
  }
  g_test_add ("/person/duplicate-person/merge-undone", Fixture, NULL, fixture_set_up, test_merge, fixture_tear_down);
  add_model_test ("/person/duplicate-person/not-with-oneself", test_not_with_oneself);
  return g_test_run ();
}
