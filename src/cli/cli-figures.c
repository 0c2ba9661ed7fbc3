// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl cohort figures: what the overview's charts show.

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-cli.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-figures-repository.h"

typedef struct {
  const char *cohort;
  const char *today;
} Question;

static gpointer
read_figures (CeciDatabase *database, gpointer user_data, GError **error)
{
  Question *question = user_data;
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_look_up (database, question->cohort, error);

  return cohort != NULL ? ceci_figures_repository_list (database, ceci_record_get_id (CECI_RECORD (cohort)),
                                                        question->today, error)
                        : NULL;
}

static CeciExit
print_figures (CeciCli *cli, GListModel *figures)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  int chart = -1;

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++) {
    g_autoptr (CeciFigure) figure = g_list_model_get_item (figures, i);

    if ((int) ceci_figure_get_chart (figure) != chart) {
      chart = (int) ceci_figure_get_chart (figure);
      ceci_cli_print (cli, "%s%s\n", i > 0 ? "\n" : "", ceci_figure_chart_get_title ((CeciFigureChart) chart));
    }
    if (ceci_figure_get_compared (figure) >= 0)
      ceci_cli_print (cli, "%5u  (%d)  %s\n", ceci_figure_get_count (figure), ceci_figure_get_compared (figure),
                      ceci_figure_get_group (figure));
    else
      ceci_cli_print (cli, "%5u  %s\n", ceci_figure_get_count (figure), ceci_figure_get_group (figure));
    json_builder_add_value (builder, ceci_figure_to_json (figure));
  }
  json_builder_end_array (builder);
  return ceci_cli_json (cli, json_builder_get_root (builder));
}

static CeciExit
run_figures (CeciCli *cli, int argc, char **argv)
{
  Question question = {argc == 2 ? argv[1] : NULL, cli->today};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GListModel) figures = NULL;
  CeciExit exit;

  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_figures[0], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  figures = ceci_register_read (opened, read_figures, &question, &error);
  return figures != NULL ? print_figures (cli, figures) : ceci_cli_fail (error);
}

const CeciCommand ceci_cli_figures[] = {
    {"cohort", "figures", "COHORT", run_figures},
    {NULL, NULL, NULL, NULL},
};
