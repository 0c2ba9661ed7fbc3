// SPDX-License-Identifier: GPL-3.0-or-later
// `cecictl demo`: makes the sample register.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "ceci-cli.h"
#include "core/sample/ceci-sample.h"

static void
show_progress (const char *step, double fraction, gpointer user_data)
{
  gint64 *shown = user_data, now = g_get_monotonic_time ();

  if (isatty (STDERR_FILENO) && now - *shown > G_USEC_PER_SEC / 10) {
    g_printerr ("\r\033[K%3.0f %%  %s", fraction * 100, step);
    *shown = now;
  }
}

static CeciExit
refuse_existing (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_set_error (&error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _ ("“%s” exists already. Choose another name, or move that file away first."), path);
  return ceci_cli_fail (error);
}

static CeciExit
run_demo (CeciCli *cli, int argc, char **argv)
{
  CeciSampleOptions options = CECI_SAMPLE_OPTIONS_INIT;
  gint64 seed = 1, shown = 0;
  int cohorts = 6, students = 150;
  gboolean no_documents = FALSE;
  g_autofree char *today = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
      {"seed", 0, 0, G_OPTION_ARG_INT64, &seed, NULL, NULL},
      {"cohorts", 0, 0, G_OPTION_ARG_INT, &cohorts, NULL, NULL},
      {"students", 0, 0, G_OPTION_ARG_INT, &students, NULL, NULL},
      {"no-documents", 0, 0, G_OPTION_ARG_NONE, &no_documents, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_usage (ceci_cli_demo, error->message);
  if (argc != 2)
    return ceci_cli_usage (ceci_cli_demo, _ ("Name the file to make."));
  if (cohorts < 1 || cohorts > 60 || students < 0 || students > 500000 || seed < 0)
    return ceci_cli_usage (ceci_cli_demo,
                           _ ("There can be 1 to 60 cohorts and up to 500,000 students, and a seed is not negative."));
  options.seed = (guint64) seed;
  options.cohorts = (guint) cohorts;
  options.students = (guint) students;
  options.documents = !no_documents;
  // the same day by default, so that the same seed gives the same register whenever it is made
  if (cli->today_given)
    options.today = cli->today;
  file = g_file_new_for_commandline_arg (argv[1]);
  if (g_file_query_exists (file, NULL))
    return refuse_existing (argv[1]);
  if (!ceci_sample_create (file, &options, show_progress, &shown, NULL, &error)) {
    if (shown > 0)
      g_printerr ("\r\033[K");
    return ceci_cli_fail (error);
  }
  if (shown > 0)
    g_printerr ("\r\033[K");
  ceci_cli_print (cli, _ ("The sample register is ready: %s\n"), argv[1]);
  if (cli->json) {
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "register", argv[1]);
    json_object_set_int_member (object, "seed", seed);
    json_object_set_string_member (object, "today", options.today);
    JsonNode *node = json_node_alloc ();

    json_node_take_object (json_node_init (node, JSON_NODE_OBJECT), object);
    return ceci_cli_json (cli, node);
  }
  return CECI_EXIT_DONE;
}

const CeciCommand ceci_cli_demo[] = {
    {"demo", NULL, "FILE [--seed N] [--cohorts N] [--students N] [--no-documents]", run_demo},
    {NULL},
};
