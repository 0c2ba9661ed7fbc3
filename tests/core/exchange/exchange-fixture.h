// SPDX-License-Identifier: GPL-3.0-or-later
// A register with three faculties and one cohort, for the tests of imports and exports.
#pragma once

#include "../store/store-fixture.h"
#include "core/exchange/ceci-application-proposal.h"
#include "core/exchange/ceci-table-reader.h"

#define COHORT "c1"
#define TODAY "2026-11-23"

static inline void
exchange_set_up (Fixture *fixture, gconstpointer data)
{
  fixture_set_up (fixture, data);
  write_sql (
      fixture, "Seed",
      "INSERT INTO faculty (id, code, name_fr, name_en, position) VALUES ('f1', 'DROIT', 'Faculté de Droit et de "
      "Criminologie', 'Faculty of Law and Criminology', 1),"
      " ('f2', 'SCI', 'Faculté des Sciences', 'Faculty of Science', 2), ('f3', 'POLY', 'École polytechnique de "
      "Bruxelles', 'Brussels School of Engineering', 3);"
      "INSERT INTO regulation (id, title, version, adopted_on, content) VALUES ('r1', 'Règlement', 1, '2026-01-01', "
      "'{}');"
      "INSERT INTO cohort (id, name, opens_on, closes_on, starts_on, phase, places, place_value_cents, regulation_id)"
      " VALUES ('c1', 'Automne 2026', '2026-06-01', '2026-09-15', '2026-10-01', 'applications', 30, 60000, 'r1');");
}

typedef struct {
  GFile *file;
  const char *const *mappings;
  CeciApplicationProposal *proposal;
} Work;

static inline gpointer
read_work (CeciDatabase *database, gpointer data, GError **error)
{
  Work *work = data;

  return ceci_application_proposal_read (database, work->file, COHORT, work->mappings, TODAY, NULL, error);
}

static inline gpointer
apply_work (CeciDatabase *database, gpointer data, GError **error)
{
  Work *work = data;

  return ceci_application_proposal_apply (work->proposal, database, error) ? data : NULL;
}

static inline CeciApplicationProposal *
propose_file (Fixture *fixture, GFile *file, const char *const *mappings)
{
  g_autoptr (GError) error = NULL;
  Work work = {.file = file, .mappings = mappings};
  CeciApplicationProposal *proposal = ceci_register_read (fixture->reg, read_work, &work, &error);

  g_assert_no_error (error);
  return proposal;
}

static inline CeciApplicationProposal *
propose (Fixture *fixture, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "results-survey1.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return propose_file (fixture, file, NULL);
}

static inline void
apply (Fixture *fixture, CeciApplicationProposal *proposal)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = ceci_application_proposal_dup_label (proposal);
  Work work = {.proposal = proposal};

  ceci_register_write (fixture->reg, label, apply_work, &work, &error);
  g_assert_no_error (error);
}
