// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl funding: subsidies, the places they pay for, what is still to find.

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-cli.h"
#include "core/exchange/ceci-funding-report.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-funding-repository.h"
#include "core/model/ceci-money.h"
#include "core/paperwork/ceci-funding-paper.h"

// --- funding list -----------------------------------------------------------------------------------------------

typedef struct {
  GListModel *subsidies, *cohorts;
} Funding;

static void
funding_free (gpointer data)
{
  Funding *funding = data;

  g_clear_object (&funding->subsidies);
  g_clear_object (&funding->cohorts);
  g_free (funding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Funding, funding_free)

static gpointer
read_funding (CeciDatabase *database, gpointer user_data, GError **error)
{
  g_autoptr (Funding) funding = g_new0 (Funding, 1);

  funding->subsidies = ceci_funding_repository_list (database, error);
  funding->cohorts = funding->subsidies != NULL ? ceci_funding_repository_cohorts (database, error) : NULL;
  return funding->cohorts != NULL ? g_steal_pointer (&funding) : NULL;
}

static JsonArray *
to_array (GListModel *records)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (records); i++) {
    g_autoptr (CeciRecord) record = g_list_model_get_item (records, i);

    json_array_add_element (array, ceci_record_to_json (record));
  }
  return array;
}

static void
print_cohorts (CeciCli *cli, GListModel *cohorts)
{
  for (guint i = 0; i < g_list_model_get_n_items (cohorts); i++) {
    g_autoptr (CeciCohortFunding) funding = g_list_model_get_item (cohorts, i);
    g_autofree char *cost = ceci_money_format (ceci_cohort_funding_get_cost_cents (funding));
    g_autofree char *missing = ceci_money_format (ceci_cohort_funding_get_missing_cents (funding));
    g_autofree char *warning = ceci_cohort_funding_dup_warning (funding);

    // Translators: an intake, what it costs, funded places, all places, an amount
    ceci_cli_print (cli, _ ("%s: %s, %d of %d places funded, %s still to find\n"),
                    ceci_cohort_funding_get_name (funding), cost, (int) ceci_cohort_funding_get_funded_places (funding),
                    (int) ceci_cohort_funding_get_places (funding), missing);
    if (warning != NULL)
      g_printerr ("%s\n", warning);
  }
}

static CeciExit
run_list (CeciCli *cli, int argc, char **argv)
{
  static const char *const columns[] = {"funder",    "reference", "state", "amount-cents", "places", "covered",
                                        "starts-on", "ends-on",   NULL};
  const char *const titles[] = {_ ("Funder"),         _ ("Reference"), _ ("State"), _ ("Cents"), _ ("Places"),
                                _ ("Places covered"), _ ("From"),      _ ("Until"), NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (Funding) funding = NULL;
  JsonObject *object;
  CeciExit exit;

  if (argc > 1)
    return ceci_cli_usage (&ceci_cli_funding[0], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  funding = ceci_register_read (opened, read_funding, NULL, &error);
  if (funding == NULL)
    return ceci_cli_fail (error);
  print_cohorts (cli, funding->cohorts);
  if (!cli->json)
    return ceci_cli_records (cli, funding->subsidies, columns, titles);
  object = json_object_new ();
  json_object_set_array_member (object, "cohorts", to_array (funding->cohorts));
  json_object_set_array_member (object, "subsidies", to_array (funding->subsidies));
  return ceci_cli_json (cli, json_node_init_object (json_node_alloc (), object));
}

// --- funding add, cover -----------------------------------------------------------------------------------------

typedef struct {
  const char *funder, *subsidy, *cohort;
  char *reference, *amount, *from, *until, *state, *iban, *note;
  gint64 cents;
  int places;
} Request;

static void
request_clear (Request *self)
{
  g_free (self->reference);
  g_free (self->amount);
  g_free (self->from);
  g_free (self->until);
  g_free (self->state);
  g_free (self->iban);
  g_free (self->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gpointer
add (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autoptr (CeciSubsidy) draft = ceci_record_new (
      CECI_TYPE_SUBSIDY, "funder", request->funder, "reference", request->reference, "amount_cents", request->cents,
      "places", (gint64) request->places, "starts_on", request->from, "ends_on", request->until, "state",
      request->state != NULL ? request->state : "requested", "iban", request->iban, "note", request->note, NULL);
  g_autofree char *id = ceci_funding_repository_put (database, draft, error);

  return id != NULL ? ceci_funding_repository_find (database, id, error) : NULL;
}

static CeciExit
write_and_print (CeciCli *cli, const char *label, CeciRegisterFunc work, Request *request)
{
  CeciExit exit;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, TRUE, &exit);
  g_autoptr (CeciSubsidy) written = NULL;
  g_autofree char *warning = NULL;

  if (opened == NULL)
    return exit;
  written = ceci_register_write (opened, label, work, request, &error);
  if (written == NULL)
    return ceci_cli_fail (error);
  warning = ceci_subsidy_dup_warning (written);
  if (warning != NULL)
    g_printerr ("%s\n", warning);
  ceci_cli_print (cli, "%s\n", label);
  return ceci_cli_json (cli, ceci_record_to_json (written));
}

static CeciExit
run_add (CeciCli *cli, int argc, char **argv)
{
  g_auto (Request) request = {0};
  const GOptionEntry entries[] = {
      {"amount", 0, 0, G_OPTION_ARG_STRING, &request.amount, NULL, NULL},
      {"from", 0, 0, G_OPTION_ARG_STRING, &request.from, NULL, NULL},
      {"iban", 0, 0, G_OPTION_ARG_STRING, &request.iban, NULL, NULL},
      {"note", 0, 0, G_OPTION_ARG_STRING, &request.note, NULL, NULL},
      {"places", 0, 0, G_OPTION_ARG_INT, &request.places, NULL, NULL},
      {"reference", 0, 0, G_OPTION_ARG_STRING, &request.reference, NULL, NULL},
      {"state", 0, 0, G_OPTION_ARG_STRING, &request.state, NULL, NULL},
      {"until", 0, 0, G_OPTION_ARG_STRING, &request.until, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  request.cents = ceci_money_parse (request.amount);
  if (argc != 2 || request.cents < 0 ||
      (request.state != NULL && ceci_enum_from_nick (CECI_TYPE_SUBSIDY_STATE, request.state) < 0))
    return ceci_cli_usage (&ceci_cli_funding[1],
                           _ ("Name the funder, and an amount in euros with --amount. A state is requested, granted or "
                              "refused."));
  request.funder = argv[1];
  label = g_strdup_printf (_ ("Add the subsidy of %s"), request.funder);
  return write_and_print (cli, label, add, &request);
}

static gpointer
cover (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_look_up (database, request->cohort, error);
  g_autoptr (CeciSubsidy) subsidy =
      cohort != NULL ? ceci_funding_repository_find (database, request->subsidy, error) : NULL;

  if (subsidy == NULL ||
      !ceci_funding_repository_cover (database, request->subsidy, ceci_record_get_id (CECI_RECORD (cohort)),
                                      request->places, error))
    return NULL;
  return ceci_funding_repository_find (database, request->subsidy, error);
}

static CeciExit
run_cover (CeciCli *cli, int argc, char **argv)
{
  g_auto (Request) request = {.places = -1};
  g_autofree char *cohort = NULL;
  const GOptionEntry entries[] = {{"cohort", 0, 0, G_OPTION_ARG_STRING, &cohort, NULL, NULL},
                                  {"places", 0, 0, G_OPTION_ARG_INT, &request.places, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || cohort == NULL || request.places < 0)
    return ceci_cli_usage (&ceci_cli_funding[2],
                           _ ("Name a subsidy by its identifier, the cohort and how many of its places it pays for."));
  request.subsidy = argv[1];
  request.cohort = cohort;
  label = g_strdup_printf (ngettext ("Cover %d place of %s", "Cover %d places of %s", (gulong) request.places),
                           request.places, cohort);
  return write_and_print (cli, label, cover, &request);
}

// --- funding report ---------------------------------------------------------------------------------------------

typedef struct {
  const char *language, *today, *out;
} Report;

static gpointer
draw (CeciDatabase *database, gpointer user_data, GError **error)
{
  Report *report = user_data;

  return ceci_funding_paper_draw (database, report->language, report->today, error);
}

static gpointer
list_cohorts (CeciDatabase *database, gpointer user_data, GError **error)
{
  return ceci_funding_repository_cohorts (database, error);
}

// A workbook where the file's name says so, else a PDF.
static gboolean
write_report (CeciRegister *opened, Report *report, GError **error)
{
  g_autoptr (GListModel) cohorts = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (report->out);

  if (g_str_has_suffix (report->out, ".xlsx")) {
    cohorts = ceci_register_read (opened, list_cohorts, NULL, error);
    return cohorts != NULL && ceci_funding_report_write (cohorts, file, error);
  }
  bytes = ceci_register_read (opened, draw, report, error);
  return bytes != NULL &&
         g_file_set_contents (report->out, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error);
}

static CeciExit
run_report (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *out = NULL, *language = NULL;
  const GOptionEntry entries[] = {{"language", 0, 0, G_OPTION_ARG_STRING, &language, NULL, NULL},
                                  {"out", 'o', 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  Report report;
  JsonObject *object;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 1 || out == NULL)
    return ceci_cli_usage (&ceci_cli_funding[3], _ ("Name the file to write with --out: a .pdf or an .xlsx."));
  if (language != NULL && !g_str_equal (language, "fr") && !g_str_equal (language, "en"))
    return ceci_cli_usage (&ceci_cli_funding[3], _ ("A paper is drawn in fr or in en."));
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  report = (Report) {language != NULL ? language : "fr", cli->today, out};
  if (!write_report (opened, &report, &error))
    return ceci_cli_fail (error);
  ceci_cli_print (cli, _ ("The report is in %s\n"), out);
  object = json_object_new ();
  json_object_set_string_member (object, "file", out);
  return ceci_cli_json (cli, json_node_init_object (json_node_alloc (), object));
}

// clang-format off: one a line
const CeciCommand ceci_cli_funding[] = {
    {"funding", "list", "", run_list},
    {"funding", "add", "FUNDER --amount EUROS --places N --from YYYY-MM-DD --until YYYY-MM-DD [--reference R] [--state requested|granted|refused] [--iban IBAN] [--note TEXT]", run_add},
    {"funding", "cover", "SUBSIDY --cohort C --places N", run_cover},
    {"funding", "report", "--out FILE [--language fr|en]", run_report},
    {NULL},
};
// clang-format on
