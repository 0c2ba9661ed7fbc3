// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl import submissions: an archive of the virtual campus, shown as what it would add to portfolios, then written.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/exchange/ceci-deposit-proposal.h"
#include "core/model/ceci-cohort-repository.h"
#include "render/client/ceci-inspection.h"

typedef struct {
  CeciArrivals *arrivals;
  const char *cohort; // as given
  const char *course;
  const char *today;
} Submissions;

static CeciExit
fail (const GError *error)
{
  CeciExit said = ceci_cli_fail (error);

  return error->domain == CECI_ARCHIVE_ERROR ? CECI_EXIT_DAMAGED : said;
}

static gpointer
propose (CeciDatabase *database, gpointer data, GError **error)
{
  Submissions *submissions = data;
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_look_up (database, submissions->cohort, error);

  if (cohort == NULL)
    return NULL;
  return ceci_deposit_proposal_of_submissions (database, submissions->arrivals,
                                               ceci_record_get_id (CECI_RECORD (cohort)), submissions->course,
                                               submissions->today, error);
}

// By the participant's number, or by the name as the archive has it; only those in doubt can be said.
static CeciSubmitter *
find_doubtful (CeciDepositProposal *proposal, const char *text, GError **error)
{
  GListModel *submitters = ceci_deposit_proposal_get_submitters (proposal);

  for (guint i = 0; i < g_list_model_get_n_items (submitters); i++) {
    g_autoptr (CeciSubmitter) submitter = g_list_model_get_item (submitters, i);

    if (ceci_submitter_get_doubt (submitter) != NULL && (g_strcmp0 (ceci_submitter_get_number (submitter), text) == 0 ||
                                                         g_strcmp0 (ceci_submitter_get_name (submitter), text) == 0))
      return submitter; // the proposal keeps it
  }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is not unsure: see with --dry-run which folders are."), text);
  return NULL;
}

static gboolean
is_called (CeciStudent *student, const char *text)
{
  const char *email = ceci_student_get_email (student);

  return strcmp (ceci_record_get_id (CECI_RECORD (student)), text) == 0 ||
         g_strcmp0 (ceci_student_get_matricule (student), text) == 0 ||
         (email != NULL && g_ascii_strcasecmp (email, text) == 0);
}

static gboolean
add_called (GPtrArray *from, const char *text, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    if (is_called (from->pdata[i], text)) {
      g_ptr_array_add (to, g_object_ref (from->pdata[i]));
      return TRUE;
    }
  return FALSE;
}

// «48213=512345», or «Équipe A=512345,512346».
static gboolean
say_same (CeciDepositProposal *proposal, const char *text, GError **error)
{
  const char *equals = strrchr (text, '=');
  g_autofree char *folder = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;
  g_auto (GStrv) names = g_strsplit (equals != NULL ? equals + 1 : "", ",", -1);
  g_autoptr (GPtrArray) students = g_ptr_array_new_with_free_func (g_object_unref);
  CeciSubmitter *submitter;

  if (folder == NULL || names[0] == NULL) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” names nobody: write the folder’s number or name, an equals sign and the student, such as "
                    "“48213=512345”."),
                 text);
    return FALSE;
  }
  submitter = find_doubtful (proposal, folder, error);
  for (guint i = 0; submitter != NULL && names[i] != NULL; i++)
    if (!add_called (ceci_submitter_get_candidates (submitter), names[i], students) &&
        !add_called (ceci_deposit_proposal_get_students (proposal), names[i], students)) {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("Nobody in the cohort is “%s”: give an identifier, a student number or an e-mail address."),
                   names[i]);
      return FALSE;
    }
  if (submitter != NULL)
    ceci_deposit_proposal_say (proposal, submitter, students);
  return submitter != NULL;
}

static gboolean
settle (CeciDepositProposal *proposal, char **same, char **left_out, GError **error)
{
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();

  for (; same != NULL && *same != NULL; same++)
    if (!say_same (proposal, *same, error))
      return FALSE;
  for (; left_out != NULL && *left_out != NULL; left_out++) {
    CeciSubmitter *submitter = find_doubtful (proposal, *left_out, error);

    if (submitter == NULL)
      return FALSE;
    ceci_deposit_proposal_say (proposal, submitter, nobody);
  }
  return TRUE;
}

static void
print_row (CeciCli *cli, CeciProposedDocument *row)
{
  CeciStudent *student = ceci_proposed_document_get_student (row);
  CeciArrival *arrival = ceci_proposed_document_get_arrival (row);
  const char *reason = ceci_proposed_document_get_reason (row);
  const char *detail = ceci_arrival_get_detail (arrival);
  const char *note = reason != NULL ? reason : detail;

  ceci_cli_print (cli, "%s  %s  %s%s%s\n", ceci_proposal_action_get_label (ceci_proposed_document_get_action (row)),
                  student != NULL ? ceci_student_get_display_name (student) : "?", ceci_arrival_get_inside (arrival),
                  note != NULL ? " — " : "", note != NULL ? note : "");
}

static void
print_proposal (CeciCli *cli, CeciDepositProposal *proposal)
{
  GListModel *submitters = ceci_deposit_proposal_get_submitters (proposal);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (proposal)); i++) {
    g_autoptr (CeciProposedDocument) row = g_list_model_get_item (G_LIST_MODEL (proposal), i);

    if (ceci_proposed_document_get_action (row) != CECI_PROPOSAL_UNSURE)
      print_row (cli, row);
  }
  for (guint i = 0; i < g_list_model_get_n_items (submitters); i++) {
    g_autoptr (CeciSubmitter) submitter = g_list_model_get_item (submitters, i);
    GPtrArray *candidates = ceci_submitter_get_candidates (submitter);

    if (ceci_submitter_get_state (submitter) != CECI_SUBMITTER_UNSURE)
      continue;
    ceci_cli_print (cli, "?  %s  %s — %s\n",
                    ceci_submitter_get_name (submitter) != NULL ? ceci_submitter_get_name (submitter) : "",
                    ceci_submitter_get_number (submitter) != NULL ? ceci_submitter_get_number (submitter) : "",
                    ceci_submitter_get_doubt (submitter));
    for (guint c = 0; c < candidates->len; c++)
      ceci_cli_print (cli, "     %s  %s\n", ceci_record_get_id (candidates->pdata[c]),
                      ceci_student_get_display_name (candidates->pdata[c]));
  }
  ceci_cli_print (cli, _ ("%u new, %u new versions, %u unchanged, %u refused, %u folders to be told apart\n"),
                  ceci_deposit_proposal_count (proposal, CECI_PROPOSAL_ADD),
                  ceci_deposit_proposal_count (proposal, CECI_PROPOSAL_CHANGE),
                  ceci_deposit_proposal_count (proposal, CECI_PROPOSAL_UNCHANGED),
                  ceci_deposit_proposal_count (proposal, CECI_PROPOSAL_REFUSED),
                  ceci_deposit_proposal_n_unsure (proposal));
}

static CeciExit
import (CeciCli *cli, GFile *file, Submissions *submissions, char **same, char **left_out, gboolean dry_run)
{
  CeciExit exit = CECI_EXIT_DONE;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, !dry_run, &exit);
  g_autoptr (CeciArrivals) arrivals = opened != NULL ? ceci_arrivals_new (&error) : NULL;
  g_autoptr (CeciDepositProposal) proposal = NULL;

  if (opened == NULL)
    return exit;
  if (arrivals == NULL || !ceci_arrivals_take_archive (arrivals, file, NULL, NULL, NULL, NULL, &error))
    return fail (error);
  submissions->arrivals = arrivals;
  proposal = ceci_register_read (opened, propose, submissions, &error);
  if (proposal == NULL || !settle (proposal, same, left_out, &error))
    return fail (error);
  if (!ceci_deposit_proposal_inspect (proposal, ceci_document_inspect_in_words, NULL, NULL, NULL, &error))
    return fail (error);
  if (!dry_run && !ceci_deposit_proposal_apply (proposal, opened, NULL, NULL, NULL, &error))
    return fail (error);
  print_proposal (cli, proposal);
  return ceci_cli_json (cli, ceci_deposit_proposal_to_json (proposal));
}

CeciExit
ceci_cli_import_submissions (CeciCli *cli, int argc, char **argv)
{
  gboolean dry_run = FALSE;
  g_autofree char *cohort = NULL, *course = NULL;
  g_auto (GStrv) same = NULL, left_out = NULL;
  const GOptionEntry entries[] = {
      {"cohort", 0, 0, G_OPTION_ARG_STRING, &cohort, NULL, NULL},
      {"course", 0, 0, G_OPTION_ARG_STRING, &course, NULL, NULL},
      {"dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL},
      {"leave-out", 0, 0, G_OPTION_ARG_STRING_ARRAY, &left_out, NULL, NULL},
      {"same", 0, 0, G_OPTION_ARG_STRING_ARRAY, &same, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  Submissions submissions = {0};

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || cohort == NULL) {
    g_printerr ("cecictl: %s\n", _ ("Name one archive and the cohort that its submissions are for."));
    return CECI_EXIT_USAGE;
  }
  file = g_file_new_for_commandline_arg (argv[1]);
  submissions = (Submissions) {NULL, cohort, course, cli->today};
  return import (cli, file, &submissions, same, left_out, dry_run);
}
