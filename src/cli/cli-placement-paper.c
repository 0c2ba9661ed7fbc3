// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl paper agreement, amendment, attestation, hours-sheet: the papers of a placement, which the register draws and
// keeps no copy of.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/model/ceci-placement-repository.h"
#include "core/paperwork/ceci-agreement-paper.h"
#include "core/paperwork/ceci-hours-paper.h"

typedef struct {
  const char *student_id, *language, *today;
} Request;

// The agreement of the placement that covers the day, else of the open one, else of the last.
static gpointer
draw_agreement (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Request *request = user_data;
  g_autoptr (CeciPlacement) placement =
      ceci_placement_repository_at (database, request->student_id, request->today, error);

  if (placement == NULL)
    return NULL;
  return ceci_agreement_paper_draw (database, ceci_record_get_id (CECI_RECORD (placement)), request->language,
                                    request->today, error);
}

// The newest amendment of that placement.
static gpointer
draw_amendment (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Request *request = user_data;
  g_autoptr (CeciPlacement) placement =
      ceci_placement_repository_at (database, request->student_id, request->today, error);
  g_autoptr (GListModel) papers =
      placement != NULL ? ceci_agreement_repository_list (database, ceci_record_get_id (CECI_RECORD (placement)), error)
                        : NULL;
  guint n = papers != NULL ? g_list_model_get_n_items (papers) : 0;
  g_autoptr (CeciRecord) newest = n > 1 ? g_list_model_get_item (papers, n - 1) : NULL;

  if (papers != NULL && newest == NULL)
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND, _ ("The agreement has no amendment yet."));
  return newest != NULL ? ceci_agreement_paper_draw_paper (database, ceci_record_get_id (newest), request->language,
                                                           request->today, error)
                        : NULL;
}

static gpointer
draw_hours (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Request *request = user_data;
  g_autoptr (CeciPlacement) placement =
      ceci_placement_repository_at (database, request->student_id, request->today, error);

  if (placement == NULL)
    return NULL;
  return ceci_hours_paper_draw (database, ceci_record_get_id (CECI_RECORD (placement)), request->language,
                                request->today, error);
}

static gpointer
draw_attestation (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Request *request = user_data;

  return ceci_attestation_paper_draw (database, request->student_id, request->language, request->today, error);
}

static CeciExit
tell_paper (CeciCli *cli, CeciStudent *student, const char *language, const char *out)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_alloc ();

  ceci_cli_print (cli, _ ("%s: written to %s\n"), ceci_student_get_display_name (student), out);
  json_object_set_string_member (object, "name", ceci_student_get_display_name (student));
  json_object_set_string_member (object, "language", language);
  json_object_set_string_member (object, "file", out);
  json_node_take_object (json_node_init (node, JSON_NODE_OBJECT), object);
  return ceci_cli_json (cli, node);
}

static CeciExit
run_paper (CeciCli *cli, int argc, char **argv, const CeciCommand *command, CeciRegisterFunc work)
{
  g_autofree char *out = NULL;
  g_autofree char *language = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) student = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  Request request;
  CeciExit exit;
  const GOptionEntry entries[] = {
      {"out", 'o', 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL},
      {"language", 0, 0, G_OPTION_ARG_STRING, &language, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_usage (command, error->message);
  if (argc != 2 || out == NULL)
    return ceci_cli_usage (command, _ ("Name a student, and the file to write with --out."));
  if (language != NULL && !g_str_equal (language, "fr") && !g_str_equal (language, "en"))
    return ceci_cli_usage (command, _ ("A paper is drawn in fr or in en."));
  student = ceci_cli_open_student (cli, argv[1], FALSE, &opened, &exit);
  if (student == NULL)
    return exit;
  request = (Request) {ceci_record_get_id (CECI_RECORD (student)), language != NULL ? language : "fr", cli->today};
  bytes = ceci_register_read (opened, work, &request, &error);
  if (bytes == NULL ||
      !g_file_set_contents (out, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    return ceci_cli_fail (error);
  return tell_paper (cli, student, request.language, out);
}

static CeciExit
run_agreement (CeciCli *cli, int argc, char **argv)
{
  return run_paper (cli, argc, argv, &ceci_cli_placement_paper[0], draw_agreement);
}

static CeciExit
run_attestation (CeciCli *cli, int argc, char **argv)
{
  return run_paper (cli, argc, argv, &ceci_cli_placement_paper[1], draw_attestation);
}

static CeciExit
run_amendment (CeciCli *cli, int argc, char **argv)
{
  return run_paper (cli, argc, argv, &ceci_cli_placement_paper[2], draw_amendment);
}

static CeciExit
run_hours_sheet (CeciCli *cli, int argc, char **argv)
{
  return run_paper (cli, argc, argv, &ceci_cli_placement_paper[3], draw_hours);
}

const CeciCommand ceci_cli_placement_paper[] = {
    {"paper", "agreement", "STUDENT --out FILE [--language fr|en]", run_agreement},
    {"paper", "attestation", "STUDENT --out FILE [--language fr|en]", run_attestation},
    {"paper", "amendment", "STUDENT --out FILE [--language fr|en]", run_amendment},
    {"paper", "hours-sheet", "STUDENT --out FILE [--language fr|en]", run_hours_sheet},
    {NULL},
};
