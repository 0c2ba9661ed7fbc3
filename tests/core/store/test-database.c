// SPDX-License-Identifier: GPL-3.0-or-later
// A connection: parameters by their names, every type there and back, statements kept, errors in words.
#include "store-fixture.h"

#include <string.h>

// Runs a test's body as a write, which is where everything is allowed.
static void
inside (Fixture *fixture, CeciRegisterFunc body)
{
  g_autoptr (GError) error = NULL;

  ceci_register_write (fixture->reg, "Test", body, NULL, &error);
  g_assert_no_error (error);
}

static gpointer
parameters (CeciDatabase *database, gpointer data, GError **error)
{
  g_autofree char *order = ceci_database_text (database, error, "SELECT $3 || $1 || $2 || $1", "ttt", "a", "b", "c");
  g_autofree char *gap = ceci_database_text (database, error, "SELECT $3 || $2", "ttt", "unused", "b", "c");
  g_autofree char *nothing =
      ceci_database_text (database, error, "SELECT coalesce ($1, 'nothing') || coalesce ($2, '!')", "tn", NULL);

  g_assert_cmpstr (order, ==, "caba");
  g_assert_cmpstr (gap, ==, "cb");
  g_assert_cmpstr (nothing, ==, "nothing!");
  return NULL;
}

static void
test_parameters (Fixture *fixture, gconstpointer data)
{
  inside (fixture, parameters);
}

static gpointer
types (CeciDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a\0b", 3), empty = g_bytes_new_static ("", 0);
  CeciStatement *row = ceci_database_query (database, error, "SELECT $1 AS text, $2, $3, $4, $5, $6, $7", "tibrznz",
                                            "é", G_MININT64, 7, 1.0 / 3.0, bytes, empty);

  g_assert_nonnull (row);
  g_assert_true (ceci_statement_step (row, error));
  g_assert_cmpuint (ceci_statement_n_columns (row), ==, 7);
  g_assert_cmpstr (ceci_statement_column_name (row, 0), ==, "text");
  g_assert_cmpstr (ceci_statement_text (row, 0), ==, "é");
  g_assert_cmpint (ceci_statement_integer (row, 1), ==, G_MININT64);
  g_assert_cmpint (ceci_statement_integer (row, 2), ==, 1);
  g_assert_cmpfloat (ceci_statement_real (row, 3), ==, 1.0 / 3.0);
  g_autoptr (GBytes) back = ceci_statement_bytes (row, 4), none = ceci_statement_bytes (row, 6);
  g_assert_true (g_bytes_equal (back, bytes));
  g_assert_cmpuint (g_bytes_get_size (none), ==, 0);
  g_assert_true (ceci_statement_is_null (row, 5));
  g_assert_false (ceci_statement_is_null (row, 6));
  g_assert_false (ceci_statement_step (row, error));
  return NULL;
}

static void
test_types (Fixture *fixture, gconstpointer data)
{
  inside (fixture, types);
}

static gpointer
kept (CeciDatabase *database, gpointer data, GError **error)
{
  CeciStatement *first = ceci_database_query (database, error, "SELECT $1", "t", "a");

  g_assert_true (ceci_statement_step (first, error));
  CeciStatement *second = ceci_database_prepare (database, "SELECT $1", error);
  g_assert_true (first == second);
  g_assert_true (ceci_statement_step (second, error));
  g_assert_true (ceci_statement_is_null (second, 0)); // at its start, with nothing bound
  return NULL;
}

static void
test_statements_are_kept (Fixture *fixture, gconstpointer data)
{
  inside (fixture, kept);
}

static gpointer
wrong (CeciDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) second = NULL;
  g_autoptr (GError) third = NULL;

  g_assert_null (ceci_database_prepare (database, "SELECT nothing FROM nowhere", &first));
  g_assert_error (first, CECI_STORE_ERROR, CECI_STORE_ERROR_FAILED);
  g_assert_cmpint (ceci_database_integer (database, &second, "SELECT \"text\"", ""), ==,
                   -1); // no string in double quotes
  g_assert_error (second, CECI_STORE_ERROR, CECI_STORE_ERROR_FAILED);
  g_assert_false (ceci_database_run (database, &third, "INSERT INTO setting VALUES ($1, $2)", "tn", "x"));
  g_assert_error (third, CECI_STORE_ERROR, CECI_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (ceci_database_integer (database, error, "SELECT 5 WHERE 0", ""), ==, 0);
  g_assert_null (ceci_database_text (database, error, "SELECT NULL", ""));
  return NULL;
}

static void
test_errors (Fixture *fixture, gconstpointer data)
{
  inside (fixture, wrong);
}

static gpointer
many (CeciDatabase *database, gpointer data, GError **error)
{
  for (guint i = 0; i < 1000; i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT %u", i);

    g_assert_cmpint (ceci_database_integer (database, error, sql, ""), ==, i);
  }
  return NULL;
}

static void
test_many_statements (Fixture *fixture, gconstpointer data)
{
  inside (fixture, many);
  inside (fixture, kept);
}

#define add(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/database/parameters", test_parameters);
  add ("/database/types", test_types);
  add ("/database/statements-are-kept", test_statements_are_kept);
  add ("/database/errors", test_errors);
  add ("/database/many-statements", test_many_statements);
  return g_test_run ();
}
