// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl jury: packages, returns, results, decisions.
#include "config.h"
#include "cli-jury.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <sodium.h>
#include <stdio.h>
#include "core/jury/ceci-jury-error.h"
#include "core/jury/ceci-packing.h"
#include "core/jury/ceci-results.h"
#include "core/jury/ceci-return-proposal.h"

typedef struct {
  const char *session, *juror;
  char *session_id, *juror_id;
} Packed;

static gpointer
find_packed (CeciDatabase *database, gpointer user_data, GError **error)
{
  Packed *packed = user_data;
  g_autoptr (CeciJurySession) session = ceci_cli_jury_session (database, packed->session, error);
  g_autoptr (CeciSessionJuror) member =
      session ? ceci_cli_jury_member (database, ceci_record_get_id (CECI_RECORD (session)), packed->juror, error)
              : NULL;

  if (member == NULL)
    return NULL;
  packed->session_id = g_strdup (ceci_record_get_id (CECI_RECORD (session)));
  packed->juror_id = g_strdup (ceci_session_juror_get_juror_id (member));
  return packed;
}

static CeciExit
say_packed (CeciCli *cli, const char *out, gint64 revision, const char *drawn)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "package", out);
  json_object_set_int_member (object, "revision", revision);
  if (drawn != NULL)
    json_object_set_string_member (object, "passphrase", drawn);
  ceci_cli_print (cli, _ ("Package written to “%s”, revision %d.\n"), out, (int) revision);
  if (drawn != NULL)
    ceci_cli_print (cli, _ ("Its passphrase, which is shown only now: %s\n"), drawn);
  return ceci_cli_jury_say (cli, object);
}

CeciExit
ceci_cli_jury_pack (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *juror = NULL;
  g_autofree char *out = NULL;
  g_autofree char *passphrase_file = NULL;
  const GOptionEntry entries[] = {{"juror", 0, 0, G_OPTION_ARG_STRING, &juror, NULL, NULL},
                                  {"out", 0, 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL},
                                  {"passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &passphrase_file, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || juror == NULL || out == NULL)
    return ceci_cli_usage (&ceci_cli_jury[CECI_JURY_PACK], NULL);
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, TRUE, &exit);
  if (opened == NULL)
    return exit;
  Packed packed = {.session = argv[1], .juror = juror};
  if (ceci_register_read (opened, find_packed, &packed, &error) == NULL)
    return ceci_cli_fail (error);
  // without a file a passphrase is drawn: nobody types one on a command line
  char *passphrase = passphrase_file ? ceci_cli_passphrase (passphrase_file, &error) : ceci_passphrase_generate ();
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (out);
  gint64 revision = passphrase ? ceci_packing_run (opened, packed.session_id, packed.juror_id, file, passphrase,
                                                   CECI_SEALING_COST_MODERATE, cli->today, NULL, &error)
                               : 0;
  exit = revision > 0 ? say_packed (cli, out, revision, passphrase_file ? NULL : passphrase) : ceci_cli_fail (error);
  if (passphrase != NULL)
    ceci_cli_wipe (passphrase);
  g_free (packed.session_id);
  g_free (packed.juror_id);
  return exit;
}

typedef struct {
  char **files;
  CeciMergeFlags flags;
  gboolean dry_run;
  JsonArray *results;
  gboolean refused, damaged;
  GError *problem; // what stops the whole step
} Merging;

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, CECI_JURY_ERROR, CECI_JURY_ERROR_DAMAGED) ||
         g_error_matches (error, CECI_JURY_ERROR, CECI_JURY_ERROR_NOT_SEALED) ||
         g_error_matches (error, CECI_JURY_ERROR, CECI_JURY_ERROR_TOO_LARGE);
}

static JsonObject *
merge_one (CeciDatabase *database, Merging *merging, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciReturnProposal) proposal = ceci_return_proposal_new (database, file, &error);
  g_autoptr (JsonNode) node = proposal ? ceci_return_proposal_to_json (proposal) : NULL;
  JsonObject *object = node ? json_node_dup_object (node) : json_object_new ();

  json_object_set_string_member (object, "file", path);
  if (proposal != NULL && !merging->dry_run)
    ceci_return_proposal_apply (proposal, database, merging->flags, &error);
  if (error != NULL) {
    merging->refused = TRUE;
    merging->damaged |= is_damage (error);
    json_object_set_string_member (object, "refused", error->message);
    // a refusal comes before anything is written; anything else leaves the step half done, so that none of it may stay
    if (error->domain != CECI_JURY_ERROR && error->domain != G_IO_ERROR)
      g_propagate_error (&merging->problem, g_steal_pointer (&error));
  }
  return object;
}

static gpointer
merge (CeciDatabase *database, gpointer user_data, GError **error)
{
  Merging *merging = user_data;

  for (guint i = 0; merging->files[i] != NULL; i++) {
    json_array_add_object_element (merging->results, merge_one (database, merging, merging->files[i]));
    if (merging->problem != NULL) {
      g_propagate_error (error, g_steal_pointer (&merging->problem));
      return NULL;
    }
  }
  return merging;
}

static void
print_merged (CeciCli *cli, JsonObject *result)
{
  const char *file = json_object_get_string_member (result, "file");

  if (json_object_has_member (result, "refused"))
    g_printerr ("%s: %s\n", file, json_object_get_string_member (result, "refused"));
  else
    ceci_cli_print (cli, "%s: %s\n", file, json_object_get_string_member (result, "description"));
}

CeciExit
ceci_cli_jury_merge (CeciCli *cli, int argc, char **argv)
{
  gboolean replace = FALSE, dry_run = FALSE;
  const GOptionEntry entries[] = {{"replace", 0, 0, G_OPTION_ARG_NONE, &replace, NULL, NULL},
                                  {"dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  CeciExit exit;
  gpointer done;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc < 2)
    return ceci_cli_usage (&ceci_cli_jury[CECI_JURY_MERGE], NULL);
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, !dry_run, &exit);
  if (opened == NULL)
    return exit;
  Merging merging = {argv + 1, replace ? CECI_MERGE_REPLACE : CECI_MERGE_DEFAULT, dry_run, json_array_new ()};
  g_autofree char *label =
      g_strdup_printf (ngettext ("Merge %d juror’s return", "Merge %d jurors’ returns", (gulong) argc - 1), argc - 1);
  done = dry_run ? ceci_register_read (opened, merge, &merging, &error)
                 : ceci_register_write (opened, label, merge, &merging, &error);
  if (done == NULL) {
    json_array_unref (merging.results);
    return ceci_cli_fail (error);
  }
  for (guint i = 0; i < json_array_get_length (merging.results); i++)
    print_merged (cli, json_array_get_object_element (merging.results, i));
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, merging.results);
  ceci_cli_json (cli, node);
  return merging.damaged ? CECI_EXIT_DAMAGED : merging.refused ? CECI_EXIT_REFUSED : CECI_EXIT_DONE;
}

static gpointer
load_results (CeciDatabase *database, gpointer user_data, GError **error)
{
  g_autoptr (CeciJurySession) session = ceci_cli_jury_session (database, user_data, error);

  return session ? ceci_results_load (database, ceci_record_get_id (CECI_RECORD (session)), error) : NULL;
}

static void
print_results (CeciCli *cli, CeciResults *results)
{
  GListModel *dossiers = ceci_results_get_dossiers (results);

  for (guint i = 0; i < g_list_model_get_n_items (dossiers); i++) {
    g_autoptr (CeciDossierResult) result = g_list_model_get_item (dossiers, i);
    CeciPanel panel = ceci_dossier_result_get_panel (result);
    g_autofree char *mean =
        panel.n > 0 ? ceci_scoring_format (ceci_results_get_grid (results), panel.mean) : g_strdup ("–");

    ceci_cli_print (cli, "%s  %s%s%s\n", ceci_dossier_get_display_name (ceci_dossier_result_get_dossier (result)), mean,
                    panel.to_discuss ? "  " : "", panel.to_discuss ? _ ("to discuss") : "");
  }
  if (ceci_results_is_sufficient (results) && !isnan (ceci_results_get_alpha (results)))
    ceci_cli_print (cli, _ ("Krippendorff’s alpha: %.3f\n"), ceci_results_get_alpha (results));
  else
    ceci_cli_print (cli, "%s\n", _ ("Agreement: insufficient (fewer than ten portfolios with two complete readers)."));
}

CeciExit
ceci_cli_jury_results (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  CeciExit exit;

  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_jury[CECI_JURY_RESULTS], NULL);
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  g_autoptr (CeciResults) results = ceci_register_read (opened, load_results, argv[1], &error);
  if (results == NULL)
    return ceci_cli_fail (error);
  print_results (cli, results);
  return ceci_cli_json (cli, ceci_results_to_json (results));
}

typedef struct {
  const char *session, *dossier, *reason, *today;
  CeciVerdict verdict;
} Deciding;

static gpointer
decide (CeciDatabase *database, gpointer user_data, GError **error)
{
  Deciding *deciding = user_data;
  g_autoptr (CeciJurySession) session = ceci_cli_jury_session (database, deciding->session, error);
  g_autoptr (CeciDossier) dossier =
      session ? ceci_cli_jury_dossier (database, ceci_record_get_id (CECI_RECORD (session)), deciding->dossier, error)
              : NULL;
  const char *id = dossier ? ceci_record_get_id (CECI_RECORD (dossier)) : NULL;

  if (dossier == NULL || !ceci_session_decide (database, id, &deciding->verdict, deciding->today, error))
    return NULL;
  return ceci_jury_repository_decision (database, id, error);
}

// «5/1/0»: for, against, abstaining.
static gboolean
parse_votes (const char *text, CeciVerdict *verdict)
{
  int in_favour, against, abstaining, length = 0;

  verdict->votes_for = verdict->votes_against = verdict->abstentions = CECI_UNSET;
  if (text == NULL)
    return TRUE;
  if (sscanf (text, "%d/%d/%d%n", &in_favour, &against, &abstaining, &length) != 3 || text[length] != '\0' ||
      in_favour < 0 || against < 0 || abstaining < 0)
    return FALSE;
  verdict->votes_for = in_favour;
  verdict->votes_against = against;
  verdict->abstentions = abstaining;
  return TRUE;
}

CeciExit
ceci_cli_jury_decide (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *outcome = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *votes = NULL;
  g_autofree char *conditions = NULL;
  g_autofree char *complete_by = NULL;
  const GOptionEntry entries[] = {{"outcome", 0, 0, G_OPTION_ARG_STRING, &outcome, NULL, NULL},
                                  {"reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL},
                                  {"votes", 0, 0, G_OPTION_ARG_STRING, &votes, NULL, NULL},
                                  {"conditions", 0, 0, G_OPTION_ARG_STRING, &conditions, NULL, NULL},
                                  {"complete-by", 0, 0, G_OPTION_ARG_STRING, &complete_by, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  Deciding deciding = {.today = cli->today,
                       .verdict = {.reason = reason, .conditions = conditions, .complete_by = complete_by}};
  deciding.verdict.outcome =
      outcome ? (CeciOutcome) ceci_enum_from_nick (CECI_TYPE_OUTCOME, outcome) : CECI_OUTCOME_NONE;
  if (argc != 3 || !parse_votes (votes, &deciding.verdict) || deciding.verdict.outcome == CECI_OUTCOME_NONE)
    return ceci_cli_usage (&ceci_cli_jury[CECI_JURY_DECIDE], NULL);
  deciding.session = argv[1];
  deciding.dossier = argv[2];
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, TRUE, &exit);
  if (opened == NULL)
    return exit;
  g_autoptr (CeciDecision) decision =
      ceci_register_write (opened, _ ("Record the jury’s decision"), decide, &deciding, &error);
  if (decision == NULL)
    return ceci_cli_fail (error);
  ceci_cli_print (cli, "%s: %s\n", ceci_decision_get_display_name (decision),
                  ceci_enum_get_label (CECI_TYPE_OUTCOME, (int) ceci_decision_get_outcome (decision)));
  return ceci_cli_json (cli, ceci_record_to_json (decision));
}

static gpointer
close_session (CeciDatabase *database, gpointer user_data, GError **error)
{
  Deciding *deciding = user_data;
  g_autoptr (CeciJurySession) session = ceci_cli_jury_session (database, deciding->session, error);
  const char *id = session ? ceci_record_get_id (CECI_RECORD (session)) : NULL;
  gboolean done = session != NULL && (deciding->reason ? ceci_session_reopen (database, id, deciding->reason, error)
                                                       : ceci_session_close (database, id, error));

  return done ? ceci_jury_repository_session (database, id, error) : NULL;
}

static CeciExit
change_state (CeciCli *cli, const char *label, const char *session, const char *reason)
{
  Deciding deciding = {.session = session, .reason = reason};
  g_autoptr (GError) error = NULL;
  CeciExit exit;
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, TRUE, &exit);
  if (opened == NULL)
    return exit;
  g_autoptr (CeciJurySession) changed = ceci_register_write (opened, label, close_session, &deciding, &error);
  if (changed == NULL)
    return ceci_cli_fail (error);
  ceci_cli_print (cli, "%s: %s\n", ceci_jury_session_get_name (changed),
                  ceci_enum_get_label (CECI_TYPE_SESSION_STATE, (int) ceci_jury_session_get_state (changed)));
  return ceci_cli_json (cli, ceci_record_to_json (changed));
}

CeciExit
ceci_cli_jury_close (CeciCli *cli, int argc, char **argv)
{
  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_jury[CECI_JURY_CLOSE], NULL);
  return change_state (cli, _ ("Close the jury session"), argv[1], NULL);
}

CeciExit
ceci_cli_jury_reopen (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {{"reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL}, G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || reason == NULL)
    return ceci_cli_usage (&ceci_cli_jury[CECI_JURY_REOPEN], NULL);
  return change_state (cli, _ ("Reopen the jury session"), argv[1], reason);
}
