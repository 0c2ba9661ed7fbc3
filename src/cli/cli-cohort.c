// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl cohort: intakes.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-defaults.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-regulation-repository.h"

static gpointer
list_cohorts (CeciDatabase *database, gpointer user_data, GError **error)
{
  return ceci_cohort_repository_list (database, error);
}

static CeciExit
run_list (CeciCli *cli, int argc, char **argv)
{
  static const char *const columns[] = {"name", "phase", "starts-on", "enrolled", "places", "applications", NULL};
  const char *const titles[] = {_ ("Cohort"), _ ("Phase"),        _ ("Start"), _ ("Enrolled"),
                                _ ("Places"), _ ("Applications"), NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GListModel) cohorts = NULL;
  CeciExit exit;

  if (argc > 1)
    return ceci_cli_usage (&ceci_cli_cohort[0], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  cohorts = ceci_register_read (opened, list_cohorts, NULL, &error);
  return cohorts != NULL ? ceci_cli_records (cli, cohorts, columns, titles) : ceci_cli_fail (error);
}

// The cohort as JSON, its regulation inside.
static gpointer
describe_cohort (CeciDatabase *database, gpointer name, GError **error)
{
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_look_up (database, name, error);
  g_autoptr (CeciRegulation) regulation = NULL;
  g_autofree char *content = NULL;
  JsonNode *node;

  if (cohort == NULL)
    return NULL;
  regulation = ceci_regulation_repository_find (database, ceci_record_get_id (CECI_RECORD (cohort)), error);
  if (regulation == NULL)
    return NULL;
  node = ceci_record_to_json (cohort);
  content = ceci_regulation_to_json (regulation);
  json_object_set_member (json_node_get_object (node), "regulation", json_from_string (content, NULL));
  return node;
}

static CeciExit
print_cohort (CeciCli *cli, JsonNode *node)
{
  static const char *const members[] = {"name", "phase", "opens-on", "closes-on", "starts-on", NULL};
  JsonObject *cohort = json_node_get_object (node);

  for (const char *const *member = members; *member != NULL; member++)
    ceci_cli_print (cli, "%-12s %s\n", *member, json_object_get_string_member_with_default (cohort, *member, ""));
  ceci_cli_print (cli, "%-12s %d/%d\n", "enrolled", (int) json_object_get_int_member (cohort, "enrolled"),
                  (int) json_object_get_int_member (cohort, "places"));
  ceci_cli_print (cli, "%-12s %d\n", "applications", (int) json_object_get_int_member (cohort, "applications"));
  return ceci_cli_json (cli, node);
}

static CeciExit
show_cohort (CeciCli *cli, CeciRegister *opened, char *name)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = ceci_register_read (opened, describe_cohort, name, &error);

  return node != NULL ? print_cohort (cli, node) : ceci_cli_fail (error);
}

static CeciExit
run_show (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (CeciRegister) opened = NULL;
  CeciExit exit;

  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_cohort[1], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  return show_cohort (cli, opened, argv[1]);
}

static gpointer
create_cohort (CeciDatabase *database, gpointer draft, GError **error)
{
  return ceci_cohort_repository_create (database, draft, error);
}

static gpointer
seed (CeciDatabase *database, gpointer user_data, GError **error)
{
  return GINT_TO_POINTER (ceci_register_seed_defaults (database, error));
}

// The first cohort of an office makes its register.
static CeciRegister *
open_or_make (CeciCli *cli, CeciExit *exit)
{
  g_autoptr (GFile) file = ceci_cli_register_file (cli);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (CeciRegister) made = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_query_exists (file, NULL))
    return ceci_cli_open (cli, TRUE, exit);
  if (folder != NULL && !g_file_query_exists (folder, NULL))
    g_file_make_directory_with_parents (folder, NULL, NULL);
  made = ceci_register_open (file, CECI_REGISTER_CREATE, NULL, NULL, &error);
  if (made != NULL && ceci_register_write (made, _ ("Start the register"), seed, NULL, &error) != NULL)
    return g_steal_pointer (&made);
  *exit = ceci_cli_fail (error);
  return NULL;
}

static CeciExit
run_create (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *opens = NULL, *closes = NULL, *starts = NULL, *id = NULL, *label = NULL;
  gint64 places = CECI_UNSET;
  double value = -1;
  const GOptionEntry entries[] = {
      {"opens", 0, 0, G_OPTION_ARG_STRING, &opens, NULL, NULL},
      {"closes", 0, 0, G_OPTION_ARG_STRING, &closes, NULL, NULL},
      {"starts", 0, 0, G_OPTION_ARG_STRING, &starts, NULL, NULL},
      {"places", 0, 0, G_OPTION_ARG_INT64, &places, NULL, NULL},
      {"value", 0, 0, G_OPTION_ARG_DOUBLE, &value, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciCohort) draft = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_cohort[2], NULL);
  opened = open_or_make (cli, &exit);
  if (opened == NULL)
    return exit;

  draft = ceci_record_new (CECI_TYPE_COHORT, "name", argv[1], "opens_on", opens, "closes_on", closes, "starts_on",
                           starts, "places", places, "place_value_cents",
                           value < 0 ? CECI_UNSET : (gint64) (value * 100 + 0.5), NULL);
  label = ceci_label_cohort_create (argv[1]);
  id = ceci_register_write (opened, label, create_cohort, draft, &error);
  if (id == NULL)
    return ceci_cli_fail (error);
  return show_cohort (cli, opened, argv[1]);
}

typedef struct {
  const char *cohort;
  int phase;
} PhaseChange;

static gpointer
set_phase (CeciDatabase *database, gpointer user_data, GError **error)
{
  PhaseChange *change = user_data;
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_look_up (database, change->cohort, error);

  return GINT_TO_POINTER (cohort != NULL &&
                          ceci_cohort_repository_set_phase (database, ceci_record_get_id (CECI_RECORD (cohort)),
                                                            (CeciCohortPhase) change->phase, error));
}

static CeciExit
run_phase (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autofree char *label = NULL;
  PhaseChange change = {0};
  CeciExit exit;

  if (argc != 3)
    return ceci_cli_usage (&ceci_cli_cohort[3], NULL);
  change.cohort = argv[1];
  change.phase = ceci_enum_from_nick (CECI_TYPE_COHORT_PHASE, argv[2]);
  if (change.phase < 0)
    return ceci_cli_usage (&ceci_cli_cohort[3], _ ("A phase is applications, selection, running or closed."));
  opened = ceci_cli_open (cli, TRUE, &exit);
  if (opened == NULL)
    return exit;
  label = ceci_label_cohort_change (argv[1]);
  if (ceci_register_write (opened, label, set_phase, &change, &error) == NULL)
    return ceci_cli_fail (error);
  return show_cohort (cli, opened, argv[1]);
}

const CeciCommand ceci_cli_cohort[] = {
    {"cohort", "list", "", run_list},
    {"cohort", "show", "COHORT", run_show},
    {"cohort", "create", "NAME --opens DATE --closes DATE --starts DATE [--places N] [--value EUROS]", run_create},
    {"cohort", "phase", "COHORT applications|selection|running|closed", run_phase},
    {NULL, NULL, NULL, NULL},
};
