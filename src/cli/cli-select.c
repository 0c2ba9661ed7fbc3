// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl select, cohort places, paper selection-minutes: who gets the places of an intake.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-capacity-repository.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-erasure-repository.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-selection-repository.h"
#include "core/paperwork/ceci-selection-letters.h"
#include "core/paperwork/ceci-selection-minutes.h"

// What any of the commands may be told.
typedef struct {
  const char *today;
  char *cohort, *application, *change, *reason, *targets, *language, *out;
  char **lock_in, **lock_out;
  gint64 places, seed;
  gboolean dry_run;
  double seconds;
} Request;

static void
request_clear (Request *self)
{
  g_free (self->reason);
  g_free (self->targets);
  g_free (self->language);
  g_free (self->out);
  g_strfreev (self->lock_in);
  g_strfreev (self->lock_out);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

enum { PROPOSE, SHOW, CHANGE, CONFIRM, FILL, CLOSE, ERASE_GENDER, PLACES, MINUTES };

static gpointer
read_pool (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_look_up (database, request->cohort, error);

  return cohort != NULL ? ceci_selection_pool_read (database, ceci_record_get_id (CECI_RECORD (cohort)), error) : NULL;
}

static char *
look_up_cohort (CeciDatabase *database, const Request *request, GError **error)
{
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_look_up (database, request->cohort, error);

  return cohort != NULL ? g_strdup (ceci_record_get_id (CECI_RECORD (cohort))) : NULL;
}

// --- what is printed ----------------------------------------------------------------------

static void
add_person (JsonArray *array, const char *id, const char *name, const char *change, const char *reason)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "name", name);
  if (change != NULL)
    json_object_set_string_member (object, "change", change);
  if (reason != NULL)
    json_object_set_string_member (object, "reason", reason);
  json_array_add_object_element (array, object);
}

static const char *
change_of (CeciSelectionPool *pool, guint i)
{
  const CeciSelectionApplicant *each = ceci_selection_problem_get_applicant (pool->problem, i);

  if (each->held != CECI_HOLD_NONE)
    return each->held == CECI_HOLD_IN ? "held-in" : "held-out";
  if (ceci_selection_pool_is_changed (pool, i))
    return pool->chosen[i] ? "in" : "out";
  return NULL;
}

static void
add_people (JsonObject *object, CeciSelectionPool *pool, const gboolean *chosen)
{
  JsonArray *in = json_array_new (), *waiting = json_array_new (), *changes = json_array_new ();
  g_autofree guint *order = NULL;
  guint n = 0;

  for (guint i = 0; i < pool->applications->len; i++) {
    const CeciSelectionApplicant *each = ceci_selection_problem_get_applicant (pool->problem, i);

    if (chosen[i])
      add_person (in, each->id, each->name, NULL, NULL);
    if (change_of (pool, i) != NULL)
      add_person (changes, each->id, each->name, change_of (pool, i), pool->reasons->pdata[i]);
  }
  order = ceci_selection_problem_rank (pool->problem, chosen, &n);
  for (guint i = 0; i < n; i++) {
    const CeciSelectionApplicant *each = ceci_selection_problem_get_applicant (pool->problem, order[i]);

    add_person (waiting, each->id, each->name, NULL, NULL);
  }
  json_object_set_array_member (object, "chosen", in);
  json_object_set_array_member (object, "waiting", waiting);
  json_object_set_array_member (object, "changes", changes);
}

static double
people (gint64 hundredths)
{
  return (double) hundredths / CECI_SELECTION_PERSON;
}

static JsonNode *
describe (CeciSelectionPool *pool, const gboolean *chosen, gint64 best, gint64 bound)
{
  JsonObject *object = json_object_new ();
  g_autofree char *composition = ceci_selection_problem_dup_composition (pool->problem, chosen);
  g_autofree char *targets = ceci_selection_problem_dup_targets (pool->problem);
  JsonNode *node = json_node_alloc ();

  json_object_set_string_member (object, "cohort", ceci_cohort_get_name (pool->cohort));
  json_object_set_int_member (object, "places", ceci_selection_problem_get_places (pool->problem));
  json_object_set_int_member (object, "seed", ceci_selection_problem_get_seed (pool->problem));
  json_object_set_int_member (object, "inadmissible", pool->n_inadmissible);
  json_object_set_double_member (object, "objective", people (ceci_selection_problem_distance (pool->problem, chosen)));
  if (best >= 0) {
    json_object_set_double_member (object, "best", people (best));
    json_object_set_double_member (object, "bound", people (bound));
    json_object_set_double_member (object, "gap", people (best - bound));
    json_object_set_boolean_member (object, "proved", best == bound);
  }
  if (ceci_selection_pool_is_confirmed (pool)) {
    // as it was when it was confirmed: gender may be erased since
    g_free (composition);
    composition = g_strdup (ceci_selection_get_composition (pool->selection));
    json_object_set_double_member (object, "objective", ceci_selection_get_objective (pool->selection));
    json_object_set_string_member (object, "confirmed-on", ceci_selection_get_confirmed_on (pool->selection));
    json_object_set_string_member (object, "confirmed-by", ceci_selection_get_confirmed_by (pool->selection));
  }
  json_object_set_member (object, "targets", json_from_string (targets, NULL));
  json_object_set_member (object, "composition", json_from_string (composition, NULL));
  add_people (object, pool, chosen);
  json_node_take_object (json_node_init (node, JSON_NODE_OBJECT), object);
  return node;
}

static void
print_composition (CeciCli *cli, CeciSelectionPool *pool, const gboolean *chosen)
{
  g_autofree guint *counts = g_new (guint, ceci_selection_problem_n_groups (pool->problem) + 1);

  ceci_selection_problem_count (pool->problem, chosen, counts);
  for (guint d = 0; d < CECI_N_DIMENSIONS; d++) {
    if (ceci_selection_problem_get_weight (pool->problem, (CeciDimension) d) == 0)
      continue;
    ceci_cli_print (cli, "%s\n", ceci_dimension_get_label ((CeciDimension) d));
    for (guint i = 0; i < ceci_selection_problem_n_groups (pool->problem); i++) {
      const CeciSelectionGroup *group = ceci_selection_problem_get_group (pool->problem, i);
      g_autofree char *target = ceci_selection_format_distance (group->target);

      if (group->dimension == (CeciDimension) d)
        ceci_cli_print (cli, "  %4u  %6s  %4u  %s\n", group->applicants, target, counts[i], group->label);
    }
  }
}

static CeciExit
print_selection (CeciCli *cli, CeciSelectionPool *pool, const gboolean *chosen, gint64 best, gint64 bound)
{
  g_autofree char *distance = ceci_selection_format_distance (ceci_selection_problem_distance (pool->problem, chosen));
  g_autofree char *least = ceci_selection_format_distance (MAX (0, best));
  guint n = ceci_selection_problem_n_chosen (pool->problem, chosen);

  ceci_cli_print (cli, _ ("%u chosen of %u admissible, %u places\n"), n, pool->applications->len,
                  ceci_selection_problem_get_places (pool->problem));
  if (best >= 0)
    ceci_cli_print (cli,
                    best == bound ? _ ("%s from the targets; the best is %s, proved\n")
                                  : _ ("%s from the targets; the best found is %s, not proved\n"),
                    distance, least);
  print_composition (cli, pool, chosen);
  for (guint i = 0; i < pool->applications->len; i++)
    if (chosen[i])
      ceci_cli_print (cli, "%s  %s\n", ceci_record_get_id (pool->applications->pdata[i]),
                      ceci_application_get_display_name (pool->applications->pdata[i]));
  return ceci_cli_json (cli, describe (pool, chosen, best, bound));
}

static CeciExit
show (CeciCli *cli, CeciRegister *store, Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciSelectionPool) pool = ceci_register_read (store, read_pool, request, &error);

  if (pool == NULL)
    return ceci_cli_fail (error);
  return print_selection (cli, pool, pool->chosen, ceci_selection_pool_get_best (pool),
                          ceci_selection_pool_get_bound (pool));
}

// --- propose ---------------------------------------------------------------------------------

static gboolean
lock (CeciSelectionPool *pool, char **ids, CeciHold held, const char *reason, GError **error)
{
  for (char **id = ids; id != NULL && *id != NULL; id++) {
    int found = ceci_selection_pool_find (pool, *id);

    if (found < 0) {
      g_set_error (error, CECI_SELECTION_ERROR, CECI_SELECTION_ERROR_INFEASIBLE,
                   _ ("The application %s can’t be chosen: it is not an admissible one of “%s”. Mark it admissible, or "
                      "no longer hold it."),
                   *id, ceci_cohort_get_name (pool->cohort));
      return FALSE;
    }
    ceci_selection_pool_hold_in_memory (pool, (guint) found, held, reason);
  }
  return TRUE;
}

typedef struct {
  CeciSelectionPool *pool;
  CeciSelectionProposal *proposal;
} Keeping;

static gpointer
keep (CeciDatabase *database, gpointer user_data, GError **error)
{
  Keeping *keeping = user_data;

  return GINT_TO_POINTER (ceci_selection_keep_proposal (database, keeping->pool, keeping->proposal, error));
}

static gboolean
prepare (CeciSelectionPool *pool, Request *request, GError **error)
{
  if (request->places >= 0)
    ceci_selection_problem_set_places (pool->problem, (guint) request->places);
  if (request->seed >= 0)
    ceci_selection_problem_set_seed (pool->problem, request->seed);
  if (request->targets != NULL && !ceci_selection_problem_set_targets (pool->problem, request->targets, error))
    return FALSE;
  return lock (pool, request->lock_in, CECI_HOLD_IN, request->reason, error) &&
         lock (pool, request->lock_out, CECI_HOLD_OUT, request->reason, error);
}

static CeciExit
propose (CeciCli *cli, CeciRegister *store, Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciSelectionPool) pool = ceci_register_read (store, read_pool, request, &error);
  g_autoptr (CeciSelectionProposal) proposal = NULL;
  g_autofree char *label = NULL;
  Keeping keeping;

  if (pool == NULL || !prepare (pool, request, &error))
    return ceci_cli_fail (error);
  proposal = ceci_selection_propose (pool->problem, request->seconds, NULL, &error);
  if (proposal == NULL)
    return ceci_cli_fail (error);
  if (proposal->everyone)
    ceci_cli_print (cli, "%s\n", _ ("There are places for all: everyone admissible is in."));
  if (!request->dry_run) {
    keeping = (Keeping) {pool, proposal};
    label = ceci_label_select_propose (ceci_cohort_get_name (pool->cohort));
    if (!ceci_register_write (store, label, keep, &keeping, &error))
      return ceci_cli_fail (error);
  }
  memcpy (pool->proposed, proposal->chosen, pool->applications->len * sizeof (gboolean));
  memcpy (pool->chosen, proposal->chosen, pool->applications->len * sizeof (gboolean));
  return print_selection (cli, pool, proposal->chosen, proposal->distance, proposal->bound);
}

static CeciExit
run_propose (CeciCli *cli, int argc, char **argv)
{
  g_auto (Request) request = {.places = -1, .seed = -1, .today = cli->today};
  g_autofree char *targets_file = NULL;
  const GOptionEntry entries[] = {
      {"places", 0, 0, G_OPTION_ARG_INT64, &request.places, NULL, NULL},
      {"seed", 0, 0, G_OPTION_ARG_INT64, &request.seed, NULL, NULL},
      {"lock-in", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.lock_in, NULL, NULL},
      {"lock-out", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.lock_out, NULL, NULL},
      {"reason", 0, 0, G_OPTION_ARG_STRING, &request.reason, NULL, NULL},
      {"targets", 0, 0, G_OPTION_ARG_FILENAME, &targets_file, NULL, NULL},
      {"time-limit", 0, 0, G_OPTION_ARG_DOUBLE, &request.seconds, NULL, NULL},
      {"dry-run", 0, 0, G_OPTION_ARG_NONE, &request.dry_run, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) store = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_usage (&ceci_cli_select[PROPOSE], error->message);
  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_select[PROPOSE], NULL);
  if (request.places >= 0 && !request.dry_run)
    return ceci_cli_usage (&ceci_cli_select[PROPOSE],
                           _ ("Other places can only be tried, with --dry-run. Change them with “cohort places”."));
  if ((request.lock_in != NULL || request.lock_out != NULL) && request.reason == NULL && !request.dry_run)
    return ceci_cli_usage (&ceci_cli_select[PROPOSE], _ ("Say why people are locked in or out, with --reason."));
  if (targets_file != NULL && !g_file_get_contents (targets_file, &request.targets, NULL, &error))
    return ceci_cli_fail (error);
  request.cohort = argv[1];
  store = ceci_cli_open (cli, !request.dry_run, &exit);
  return store != NULL ? propose (cli, store, &request) : exit;
}

static CeciExit
run_show (CeciCli *cli, int argc, char **argv)
{
  Request request = {.today = cli->today};
  g_autoptr (CeciRegister) store = NULL;
  CeciExit exit;

  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_select[SHOW], NULL);
  request.cohort = argv[1];
  store = ceci_cli_open (cli, FALSE, &exit);
  return store != NULL ? show (cli, store, &request) : exit;
}

// --- change, confirm, fill, close ---------------------------------------------------------------

static gpointer
change (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autoptr (CeciSelectionPool) pool = read_pool (database, request, error);
  const char *id = request->application;

  if (pool == NULL)
    return NULL;
  if (g_str_equal (request->change, "in") || g_str_equal (request->change, "out"))
    return GINT_TO_POINTER (
        ceci_selection_pool_choose (pool, database, id, g_str_equal (request->change, "in"), request->reason, error));
  return GINT_TO_POINTER (ceci_selection_pool_hold (pool, database, id,
                                                    g_str_equal (request->change, "hold-in")    ? CECI_HOLD_IN
                                                    : g_str_equal (request->change, "hold-out") ? CECI_HOLD_OUT
                                                                                                : CECI_HOLD_NONE,
                                                    request->reason, error));
}

static gpointer
read_name (CeciDatabase *database, gpointer id, GError **error)
{
  g_autoptr (CeciApplication) application = ceci_application_repository_find (database, id, NULL);

  return g_strdup (application != NULL ? ceci_application_get_display_name (application) : id);
}

static CeciExit
run_change (CeciCli *cli, int argc, char **argv)
{
  static const char *const changes[] = {"in", "out", "hold-in", "hold-out", "release", NULL};
  g_auto (Request) request = {.today = cli->today};
  const GOptionEntry entries[] = {{"reason", 0, 0, G_OPTION_ARG_STRING, &request.reason, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) store = NULL;
  g_autofree char *name = NULL, *label = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_usage (&ceci_cli_select[CHANGE], error->message);
  if (argc != 4 || !g_strv_contains (changes, argv[3]))
    return ceci_cli_usage (&ceci_cli_select[CHANGE], NULL);
  if (request.reason == NULL && !g_str_equal (argv[3], "release"))
    return ceci_cli_usage (&ceci_cli_select[CHANGE], _ ("Say why, with --reason."));
  request.cohort = argv[1];
  request.application = argv[2];
  request.change = argv[3];
  store = ceci_cli_open (cli, TRUE, &exit);
  if (store == NULL)
    return exit;
  name = ceci_register_read (store, read_name, argv[2], NULL);
  label = ceci_label_select_change (name);
  if (!ceci_register_write (store, label, change, &request, &error))
    return ceci_cli_fail (error);
  return show (cli, store, &request);
}

static void
add_ids (JsonObject *object, const char *name, GPtrArray *ids)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < ids->len; i++)
    json_array_add_string_element (array, ids->pdata[i]);
  json_object_set_array_member (object, name, array);
}

static CeciExit
print_outcome (CeciCli *cli, const CeciSelectionOutcome *outcome)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_alloc ();

  ceci_cli_print (cli, _ ("%u enrolled, %u on the waiting list, %u not selected; their letters are prepared.\n"),
                  outcome->selected->len, outcome->waiting->len, outcome->refused->len);
  add_ids (object, "enrolled", outcome->selected);
  add_ids (object, "waiting", outcome->waiting);
  add_ids (object, "not-selected", outcome->refused);
  json_node_take_object (json_node_init (node, JSON_NODE_OBJECT), object);
  return ceci_cli_json (cli, node);
}

static gpointer
confirm (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autofree char *cohort_id = look_up_cohort (database, request, error);

  return cohort_id != NULL
             ? ceci_office_confirm_selection (database, cohort_id, request->today, g_get_real_name (), error)
             : NULL;
}

static gpointer
fill (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autofree char *cohort_id = look_up_cohort (database, request, error);

  return cohort_id != NULL ? ceci_office_fill_place (database, cohort_id, request->application, request->reason,
                                                     request->today, error)
                           : NULL;
}

static gpointer
close_list (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autofree char *cohort_id = look_up_cohort (database, request, error);

  return cohort_id != NULL ? ceci_office_close_list (database, cohort_id, request->reason, request->today, error)
                           : NULL;
}

// select confirm, fill and close: a cohort, perhaps an application, perhaps a reason.
static CeciExit
run_step (CeciCli *cli, int argc, char **argv, guint command, CeciRegisterFunc work, char *label_of (const char *))
{
  g_auto (Request) request = {.today = cli->today};
  const GOptionEntry entries[] = {{"reason", 0, 0, G_OPTION_ARG_STRING, &request.reason, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) store = NULL;
  g_autoptr (CeciSelectionOutcome) outcome = NULL;
  g_autofree char *name = NULL, *label = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, command == CONFIRM ? entries + 1 : entries, &error))
    return ceci_cli_usage (&ceci_cli_select[command], error->message);
  if (argc < 2 || argc > (command == FILL ? 3 : 2))
    return ceci_cli_usage (&ceci_cli_select[command], NULL);
  request.cohort = argv[1];
  request.application = argc > 2 ? argv[2] : NULL;
  store = ceci_cli_open (cli, TRUE, &exit);
  if (store == NULL)
    return exit;
  name = argc > 2 ? ceci_register_read (store, read_name, argv[2], NULL) : g_strdup (argv[1]);
  label = label_of (name);
  outcome = ceci_register_write (store, label, work, &request, &error);
  return outcome != NULL ? print_outcome (cli, outcome) : ceci_cli_fail (error);
}

static CeciExit
run_confirm (CeciCli *cli, int argc, char **argv)
{
  return run_step (cli, argc, argv, CONFIRM, confirm, ceci_label_select_confirm);
}

static CeciExit
run_fill (CeciCli *cli, int argc, char **argv)
{
  return run_step (cli, argc, argv, FILL, fill, ceci_label_place_give);
}

static CeciExit
run_close (CeciCli *cli, int argc, char **argv)
{
  return run_step (cli, argc, argv, CLOSE, close_list, ceci_label_select_close);
}

// --- select erase-gender ----------------------------------------------------------------------------

static gpointer
read_gender (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autofree char *cohort_id = look_up_cohort (database, request, error);

  return cohort_id != NULL ? ceci_gender_term_read (database, cohort_id, error) : NULL;
}

static gpointer
erase_gender (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autofree char *cohort_id = look_up_cohort (database, request, error);

  return GINT_TO_POINTER (cohort_id != NULL &&
                          ceci_erasure_gender (database, cohort_id, request->today, error) != G_MAXUINT);
}

static CeciExit
print_gender (CeciCli *cli, const Request *request, const CeciGenderTerm *term)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_alloc ();

  json_object_set_string_member (object, "cohort", request->cohort);
  json_object_set_boolean_member (object, "done", !request->dry_run);
  json_object_set_int_member (object, "persons", term->n);
  json_object_set_int_member (object, "kept-for-another-selection", term->n_serving);
  if (term->due_on != NULL)
    json_object_set_string_member (object, "due", term->due_on);
  json_node_take_object (json_node_init (node, JSON_NODE_OBJECT), object);
  ceci_cli_print (cli,
                  request->dry_run ? _ ("%u would lose theirs, %u keep it for another selection\n")
                                   : _ ("%u lost theirs, %u keep it for another selection\n"),
                  term->n, term->n_serving);
  if (!request->dry_run)
    ceci_cli_print (cli, "%s\n",
                    _ ("Backups made before still hold what was erased: delete them, or keep them locked away."));
  return ceci_cli_json (cli, node);
}

static CeciExit
run_erase_gender (CeciCli *cli, int argc, char **argv)
{
  g_auto (Request) request = {.today = cli->today};
  const GOptionEntry entries[] = {{"dry-run", 0, 0, G_OPTION_ARG_NONE, &request.dry_run, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) store = NULL;
  g_autoptr (CeciGenderTerm) term = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_usage (&ceci_cli_select[ERASE_GENDER], error->message);
  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_select[ERASE_GENDER], NULL);
  request.cohort = argv[1];
  store = ceci_cli_open (cli, !request.dry_run, &exit);
  if (store == NULL)
    return exit;
  term = ceci_register_read (store, read_gender, &request, &error);
  if (term == NULL || (!request.dry_run && ceci_register_erase (store, _ ("Erase gender after the selection"),
                                                                erase_gender, &request, &error) == NULL))
    return ceci_cli_fail (error);
  return print_gender (cli, &request, term);
}

// --- cohort places ---------------------------------------------------------------------------------

static gpointer
change_places (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autofree char *cohort_id = look_up_cohort (database, request, error);

  if (cohort_id == NULL ||
      (request->places >= 0 &&
       !ceci_cohort_change_places (database, cohort_id, request->places, request->today, request->reason, error)))
    return NULL;
  return ceci_capacity_repository_list (database, cohort_id, error);
}

static CeciExit
run_places (CeciCli *cli, int argc, char **argv)
{
  static const char *const columns[] = {"since", "places", "reason", NULL};
  const char *const titles[] = {_ ("Since"), _ ("Places"), _ ("Reason"), NULL};
  g_auto (Request) request = {.today = cli->today, .places = -1};
  const GOptionEntry entries[] = {{"reason", 0, 0, G_OPTION_ARG_STRING, &request.reason, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) store = NULL;
  g_autoptr (GListModel) history = NULL;
  g_autofree char *label = NULL;
  guint64 places = 0;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_usage (&ceci_cli_select[PLACES], error->message);
  if (argc < 2 || argc > 3 || (argc == 3 && !g_ascii_string_to_unsigned (argv[2], 10, 1, 100000, &places, NULL)))
    return ceci_cli_usage (&ceci_cli_select[PLACES], NULL);
  request.cohort = argv[1];
  request.places = argc == 3 ? (gint64) places : -1;
  store = ceci_cli_open (cli, argc == 3, &exit);
  if (store == NULL)
    return exit;
  label = ceci_label_cohort_places (argv[1], request.places);
  history = argc == 3 ? ceci_register_write (store, label, change_places, &request, &error)
                      : ceci_register_read (store, change_places, &request, &error);
  return history != NULL ? ceci_cli_records (cli, history, columns, titles) : ceci_cli_fail (error);
}

// --- paper selection-minutes ------------------------------------------------------------------------

static gpointer
draw_minutes (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autofree char *cohort_id = look_up_cohort (database, request, error);

  return cohort_id != NULL ? ceci_selection_minutes_draw (database, cohort_id, request->language, request->today, error)
                           : NULL;
}

static CeciExit
run_minutes (CeciCli *cli, int argc, char **argv)
{
  g_auto (Request) request = {.today = cli->today};
  const GOptionEntry entries[] = {{"out", 'o', 0, G_OPTION_ARG_FILENAME, &request.out, NULL, NULL},
                                  {"language", 0, 0, G_OPTION_ARG_STRING, &request.language, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) store = NULL;
  g_autoptr (GBytes) bytes = NULL;
  JsonObject *object;
  JsonNode *node;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_usage (&ceci_cli_select[MINUTES], error->message);
  if (argc != 2 || request.out == NULL)
    return ceci_cli_usage (&ceci_cli_select[MINUTES], _ ("Name a cohort, and the file to write with --out."));
  if (request.language == NULL)
    request.language = g_strdup ("fr");
  if (!g_str_equal (request.language, "fr") && !g_str_equal (request.language, "en"))
    return ceci_cli_usage (&ceci_cli_select[MINUTES], _ ("A paper is drawn in fr or in en."));
  request.cohort = argv[1];
  store = ceci_cli_open (cli, FALSE, &exit);
  if (store == NULL)
    return exit;
  bytes = ceci_register_read (store, draw_minutes, &request, &error);
  if (bytes == NULL ||
      !g_file_set_contents (request.out, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    return ceci_cli_fail (error);
  ceci_cli_print (cli, "%s\n", request.out);
  object = json_object_new ();
  json_object_set_string_member (object, "cohort", argv[1]);
  json_object_set_string_member (object, "language", request.language);
  json_object_set_string_member (object, "file", request.out);
  node = json_node_alloc ();
  json_node_take_object (json_node_init (node, JSON_NODE_OBJECT), object);
  return ceci_cli_json (cli, node);
}

const CeciCommand ceci_cli_select[] = {
    {"select", "propose",
     "COHORT [--seed N] [--lock-in ID]… [--lock-out ID]… [--reason TEXT] [--targets FILE] [--time-limit SECONDS] "
     "[--dry-run [--places N]]",
     run_propose},
    {"select", "show", "COHORT", run_show},
    {"select", "change", "COHORT APPLICATION in|out|hold-in|hold-out|release [--reason TEXT]", run_change},
    {"select", "confirm", "COHORT", run_confirm},
    {"select", "fill", "COHORT [APPLICATION] [--reason TEXT]", run_fill},
    {"select", "close", "COHORT [--reason TEXT]", run_close},
    {"select", "erase-gender", "COHORT [--dry-run]", run_erase_gender},
    {"cohort", "places", "COHORT [N --reason TEXT]", run_places},
    {"paper", "selection-minutes", "COHORT --out FILE [--language fr|en]", run_minutes},
    {NULL},
};
