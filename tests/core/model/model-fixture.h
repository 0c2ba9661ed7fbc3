// SPDX-License-Identifier: GPL-3.0-or-later
// A register in a folder of its own, seeded with the defaults and open for one long piece of work: tests of the model
// run inside it.
#pragma once

#include <glib/gstdio.h>

#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-defaults.h"
#include "core/model/ceci-person-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/store/ceci-register.h"

typedef void (*ModelTest) (CeciDatabase *database);

static inline gpointer
run_model_test (CeciDatabase *database, gpointer test, GError **error)
{
  g_autoptr (GError) failure = NULL;

  g_assert_true (ceci_register_seed_defaults (database, &failure));
  g_assert_no_error (failure);
  ((ModelTest) test) (database);
  return GINT_TO_POINTER (TRUE);
}

// Runs the test inside one write step, so that it may read and write.
static inline void
in_register (gconstpointer test)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ceci-test-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "register.ceci", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CeciEntropy) entropy = ceci_entropy_new_seeded (7, "2026-11-23T09:00:00.000Z");
  g_autoptr (CeciRegister) reg = ceci_register_open (file, CECI_REGISTER_CREATE, "Marie", entropy, &error);
  g_autoptr (GDir) dir = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (ceci_register_write (reg, "Test", run_model_test, (gpointer) test, &error));
  g_assert_no_error (error);
  ceci_register_close (reg);

  dir = g_dir_open (folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    g_autofree char *left = g_build_filename (folder, name, NULL);
    g_unlink (left);
  }
  g_rmdir (folder);
}

static inline void
add_model_test (const char *path, ModelTest test)
{
  g_test_add_data_func (path, (gconstpointer) test, in_register);
}

#define assert_refused(error, code_)                                                                                   \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_assert_error (error, CECI_STORE_ERROR, code_);                                                                   \
    g_clear_error (&error);                                                                                            \
  }                                                                                                                    \
  G_STMT_END

// A cohort that starts on 2026-02-02.
static inline char *
make_cohort (CeciDatabase *database, const char *name, gint64 places)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciCohort) draft = ceci_record_new (CECI_TYPE_COHORT, "name", name, "opens_on", "2025-12-01", "closes_on",
                                                  "2026-01-15", "starts_on", "2026-02-02", "places", places, NULL);
  char *id = ceci_cohort_repository_create (database, draft, &error);

  g_assert_no_error (error);
  return id;
}

// An admissible application with a placement in a society.
static inline char *
make_application (CeciDatabase *database, const char *cohort_id, const char *first_name, const char *family_name,
                  const char *matricule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciPerson) person = ceci_record_new (CECI_TYPE_PERSON, "family_name", family_name, "first_name",
                                                   first_name, "matricule", matricule, NULL);
  g_autofree char *person_id = ceci_person_repository_add (database, person, &error);
  g_autoptr (CeciApplication) draft = NULL;
  char *id;

  g_assert_no_error (error);
  draft = ceci_record_new (CECI_TYPE_APPLICATION, "cohort_id", cohort_id, "person_id", person_id, "state", "admissible",
                           "organisation_name", "Cercle de Droit", "organisation_kind", "society", "legal_form", "asbl",
                           "mission", "Welcome new students", "planned_minutes", (gint64) 9000, "starts_on",
                           "2026-02-10", "ends_on", "2026-09-30", NULL);
  id = ceci_application_repository_add (database, draft, &error);
  g_assert_no_error (error);
  return id;
}

static inline char *
make_student (CeciDatabase *database, const char *cohort_id, const char *first_name, const char *family_name,
              const char *matricule)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *application_id = make_application (database, cohort_id, first_name, family_name, matricule);
  char *id = ceci_student_repository_enrol (database, application_id, NULL, NULL, &error);

  g_assert_no_error (error);
  return id;
}
