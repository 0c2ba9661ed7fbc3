// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of its own and a register in it, made from a seed, for the tests of the store.
#pragma once

#include <glib/gstdio.h>
#include "core/store/ceci-register.h"

typedef struct {
  char *folder;
  GFile *file;
  char *path;
  CeciEntropy *entropy;
  CeciRegister *reg;
  CeciChanges *last; // of the last ::changed
  guint n_changed;
} Fixture;

static inline void
on_changed (CeciRegister *reg, CeciChanges *changes, gpointer data)
{
  Fixture *fixture = data;

  g_clear_pointer (&fixture->last, ceci_changes_unref);
  fixture->last = ceci_changes_ref (changes);
  fixture->n_changed++;
}

static inline void
fixture_open (Fixture *fixture, CeciRegisterFlags flags)
{
  g_autoptr (GError) error = NULL;

  fixture->reg = ceci_register_open (fixture->file, flags, "Marie", fixture->entropy, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->reg, "changed", G_CALLBACK (on_changed), fixture);
}

static inline void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ceci-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "register.ceci", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->entropy = ceci_entropy_new_seeded (1, "2026-11-23T09:00:00.000Z");
  fixture_open (fixture, CECI_REGISTER_CREATE);
}

static inline void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir)) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static inline void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->reg);
  g_clear_pointer (&fixture->last, ceci_changes_unref);
  g_clear_pointer (&fixture->entropy, ceci_entropy_unref);
  g_clear_object (&fixture->file);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static inline void
fixture_reopen (Fixture *fixture)
{
  g_clear_object (&fixture->reg);
  fixture_open (fixture, 0);
}

// Work that runs a script.
static inline gpointer
run_script (CeciDatabase *database, gpointer sql, GError **error)
{
  return GINT_TO_POINTER (ceci_database_execute (database, sql, error));
}

static inline void
write_sql (Fixture *fixture, const char *label, const char *sql)
{
  g_autoptr (GError) error = NULL;

  ceci_register_write (fixture->reg, label, run_script, (gpointer) sql, &error);
  g_assert_no_error (error);
}

// Work that returns the text of a query's first column.
static inline gpointer
query_text (CeciDatabase *database, gpointer sql, GError **error)
{
  return ceci_database_text (database, error, sql, "");
}

static inline char *
read_sql (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  char *text = ceci_register_read (fixture->reg, query_text, (gpointer) sql, &error);

  g_assert_no_error (error);
  return text;
}

#define assert_reads(fixture, sql, expected)                                                                           \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *read_ = read_sql (fixture, sql);                                                                  \
    g_assert_cmpstr (read_, ==, expected);                                                                             \
  }                                                                                                                    \
  G_STMT_END

static inline void
assert_sound (Fixture *fixture, guint n_steps)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) breaks = NULL;
  g_autoptr (GError) error = NULL;
  guint found;

  g_assert_true (ceci_register_integrity (fixture->reg, &problems, &error));
  g_assert_no_error (error);
  g_assert_true (ceci_register_verify_journal (fixture->reg, &found, &breaks, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (problems->len > 0 ? problems->pdata[0] : NULL, ==, NULL);
  g_assert_cmpstr (breaks->len > 0 ? breaks->pdata[0] : NULL, ==, NULL);
  g_assert_cmpuint (found, ==, n_steps);
}
