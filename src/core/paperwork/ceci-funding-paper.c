// SPDX-License-Identifier: GPL-3.0-or-later
// The report on how places are funded (R29): each intake's cost, what is funded, what is still to find; each subsidy.

#include "config.h"

#include "ceci-funding-paper.h"
#include "ceci-paper.h"

#include "core/model/ceci-funding-repository.h"
#include "core/model/ceci-identifiers.h"
#include "core/model/ceci-money.h"
#include "core/store/ceci-date.h"

typedef struct {
  const char *title, *subtitle, *lead, *intakes, *intake, *places, *value, *cost, *funded, *missing, *total, *subsidies,
      *funder, *reference, *amount, *covered, *period, *state, *from_to, *none, *requested, *excess, *over, *account;
  const char *states[3]; // requested, granted, refused
} Words;

static const Words french = {
    .title = "Financement des places",
    .subtitle = "Certificat d’engagement citoyen (CECi), situation au {1}",
    .lead = "Aucun frais n’est à payer par les étudiant·es : ULB Engagée finance les places grâce à sa recherche de "
            "subsides. Seuls les subsides accordés comptent comme financés.",
    .intakes = "Rentrées",
    .intake = "Rentrée",
    .places = "Places",
    .value = "Valeur d’une place",
    .cost = "Coût",
    .funded = "Financées",
    .missing = "Reste à trouver",
    .total = "Total",
    .subsidies = "Subsides",
    .funder = "Bailleur",
    .reference = "Référence",
    .amount = "Montant",
    .covered = "Places couvertes",
    .period = "Période",
    .state = "État",
    .from_to = "{1} – {2}",
    .none = "Aucun subside n’est noté.",
    .requested = "{1} : {2} place(s) demandée(s) à des bailleurs qui n’ont pas encore répondu.",
    .excess = "À vérifier : {1} a plus de places financées que de places ({2} en trop).",
    .over = "À vérifier : {1} est compté pour plus de places que le subside n’en paie ({2} en trop).",
    .account = "{1}, {2}",
    .states = {"demandé", "accordé", "refusé"},
};

static const Words english = {
    .title = "Funding of places",
    .subtitle = "Certificate in civic engagement (CECi), as on {1}",
    .lead =
        "Students pay nothing: ULB Engagée finds subsidies that pay for the places. Only subsidies that were granted "
        "count as funding.",
    .intakes = "Intakes",
    .intake = "Intake",
    .places = "Places",
    .value = "Value of a place",
    .cost = "Cost",
    .funded = "Funded",
    .missing = "Still to find",
    .total = "Total",
    .subsidies = "Subsidies",
    .funder = "Funder",
    .reference = "Reference",
    .amount = "Amount",
    .covered = "Places covered",
    .period = "Period",
    .state = "State",
    .from_to = "{1} – {2}",
    .none = "No subsidy is recorded.",
    .requested = "{1}: {2} place(s) asked of funders who have not answered yet.",
    .excess = "To check: {1} has more funded places than places ({2} too many).",
    .over = "To check: {1} is counted for more places than the subsidy pays for ({2} too many).",
    .account = "{1}, {2}",
    .states = {"requested", "granted", "refused"},
};

static char *
fill (const char *pattern, const char *first, const char *second)
{
  g_autoptr (GString) text = g_string_new (pattern);

  g_string_replace (text, "{1}", first, 0);
  if (second != NULL)
    g_string_replace (text, "{2}", second, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
number (gint64 value)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static void
add_remark (CeciPaper *paper, const char *pattern, const char *name, gint64 value)
{
  g_autofree char *figure = number (value);
  g_autofree char *text = fill (pattern, name, figure);

  ceci_paper_add_text (paper, CECI_PAPER_ITEM, text);
}

typedef struct {
  gint64 places, cost, funded, missing;
} Sums;

static void
add_cohort (CeciPaperTable *table, CeciCohortFunding *funding, const char *language, Sums *sums)
{
  g_autofree char *places = number (ceci_cohort_funding_get_places (funding));
  g_autofree char *value = ceci_money_format_in (ceci_cohort_funding_get_place_value_cents (funding), language);
  g_autofree char *cost = ceci_money_format_in (ceci_cohort_funding_get_cost_cents (funding), language);
  g_autofree char *funded = number (ceci_cohort_funding_get_funded_places (funding));
  g_autofree char *missing = ceci_money_format_in (ceci_cohort_funding_get_missing_cents (funding), language);

  ceci_paper_table_add (table, ceci_cohort_funding_get_name (funding), places, value, cost, funded, missing, NULL);
  sums->places += ceci_cohort_funding_get_places (funding);
  sums->cost += ceci_cohort_funding_get_cost_cents (funding);
  sums->funded += ceci_cohort_funding_get_funded_places (funding);
  sums->missing += ceci_cohort_funding_get_missing_cents (funding);
}

static void
add_cohorts (CeciPaper *paper, const Words *words, GListModel *cohorts, const char *language)
{
  const CeciPaperColumn columns[] = {
      {words->intake, 3, PANGO_ALIGN_LEFT},    {words->places, 1, PANGO_ALIGN_RIGHT},
      {words->value, 1.4, PANGO_ALIGN_RIGHT},  {words->cost, 1.4, PANGO_ALIGN_RIGHT},
      {words->funded, 1.2, PANGO_ALIGN_RIGHT}, {words->missing, 1.6, PANGO_ALIGN_RIGHT},
  };
  CeciPaperTable *table = ceci_paper_table_new (CECI_PAPER_TABLE_RULED, columns, G_N_ELEMENTS (columns));
  Sums sums = {0};
  g_autofree char *places = NULL, *cost = NULL, *funded = NULL, *missing = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (cohorts); i++) {
    g_autoptr (CeciCohortFunding) funding = g_list_model_get_item (cohorts, i);

    add_cohort (table, funding, language, &sums);
  }
  places = number (sums.places);
  cost = ceci_money_format_in (sums.cost, language);
  funded = number (sums.funded);
  missing = ceci_money_format_in (sums.missing, language);
  ceci_paper_table_add_strong (table, words->total, places, "", cost, funded, missing, NULL);
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, words->intakes);
  ceci_paper_add_table (paper, table);
}

static void
add_cohort_remarks (CeciPaper *paper, const Words *words, GListModel *cohorts)
{
  for (guint i = 0; i < g_list_model_get_n_items (cohorts); i++) {
    g_autoptr (CeciCohortFunding) funding = g_list_model_get_item (cohorts, i);

    if (ceci_cohort_funding_get_requested_places (funding) > 0)
      add_remark (paper, words->requested, ceci_cohort_funding_get_name (funding),
                  ceci_cohort_funding_get_requested_places (funding));
    if (ceci_cohort_funding_get_excess_places (funding) > 0)
      add_remark (paper, words->excess, ceci_cohort_funding_get_name (funding),
                  ceci_cohort_funding_get_excess_places (funding));
  }
}

static void
add_subsidy (CeciPaperTable *table, const Words *words, CeciSubsidy *subsidy, const char *language)
{
  g_autofree char *iban = ceci_iban_format (ceci_subsidy_get_iban (subsidy));
  g_autofree char *funder = iban != NULL ? fill (words->account, ceci_subsidy_get_funder (subsidy), iban)
                                         : g_strdup (ceci_subsidy_get_funder (subsidy));
  const char *reference = ceci_subsidy_get_reference (subsidy);
  g_autofree char *amount = ceci_money_format_in (ceci_subsidy_get_amount_cents (subsidy), language);
  g_autofree char *covered = g_strdup_printf ("%" G_GINT64_FORMAT " / %" G_GINT64_FORMAT,
                                              ceci_subsidy_get_covered (subsidy), ceci_subsidy_get_places (subsidy));
  g_autofree char *from = ceci_date_format_long_in (ceci_subsidy_get_starts_on (subsidy), language);
  g_autofree char *to = ceci_date_format_long_in (ceci_subsidy_get_ends_on (subsidy), language);
  g_autofree char *period = fill (words->from_to, from, to);

  ceci_paper_table_add (table, funder, reference != NULL ? reference : "", amount, covered, period,
                        words->states[ceci_subsidy_get_state (subsidy)], NULL);
}

static void
add_subsidies (CeciPaper *paper, const Words *words, GListModel *subsidies, const char *language)
{
  const CeciPaperColumn columns[] = {
      {words->funder, 2.6, PANGO_ALIGN_LEFT},  {words->reference, 1.6, PANGO_ALIGN_LEFT},
      {words->amount, 1.2, PANGO_ALIGN_RIGHT}, {words->covered, 1.2, PANGO_ALIGN_RIGHT},
      {words->period, 2.2, PANGO_ALIGN_LEFT},  {words->state, 1.1, PANGO_ALIGN_LEFT},
  };
  guint n = g_list_model_get_n_items (subsidies);
  CeciPaperTable *table;

  ceci_paper_add_text (paper, CECI_PAPER_HEADING, words->subsidies);
  if (n == 0) {
    ceci_paper_add_text (paper, CECI_PAPER_BODY, words->none);
    return;
  }
  table = ceci_paper_table_new (CECI_PAPER_TABLE_RULED, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciSubsidy) subsidy = g_list_model_get_item (subsidies, i);

    add_subsidy (table, words, subsidy, language);
  }
  ceci_paper_add_table (paper, table);
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciSubsidy) subsidy = g_list_model_get_item (subsidies, i);
    gint64 excess = ceci_subsidy_get_covered (subsidy) - ceci_subsidy_get_places (subsidy);

    if (excess > 0)
      add_remark (paper, words->over, ceci_subsidy_get_funder (subsidy), excess);
  }
}

/**
 * ceci_funding_paper_draw:
 * @database: a connection
 * @language: `fr` or `en`
 * @today: the day it bears
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the report as a PDF
 */
GBytes *
ceci_funding_paper_draw (CeciDatabase *database, const char *language, const char *today, GError **error)
{
  const Words *words = g_str_equal (language, "en") ? &english : &french;
  g_autoptr (GListModel) cohorts = ceci_funding_repository_cohorts (database, error);
  g_autoptr (GListModel) subsidies = cohorts != NULL ? ceci_funding_repository_list (database, error) : NULL;
  g_autofree char *day = ceci_date_format_long_in (today, language);
  g_autofree char *subtitle = fill (words->subtitle, day, NULL);
  g_autoptr (CeciPaper) paper = NULL;

  if (subsidies == NULL)
    return NULL;
  paper = ceci_paper_new (CECI_PAPER_LANDSCAPE, language, today);
  ceci_paper_set_description (paper, words->title, "ULB Engagée, Université libre de Bruxelles", subtitle);
  ceci_paper_set_running (paper, "Université libre de Bruxelles  ·  ULB Engagée", NULL,
                          "engagement.citoyen@ulb.be  ·  02 650 28 79");
  ceci_paper_add_text (paper, CECI_PAPER_TITLE, words->title);
  ceci_paper_add_text (paper, CECI_PAPER_SUBTITLE, subtitle);
  ceci_paper_add_text (paper, CECI_PAPER_LEAD, words->lead);
  add_cohorts (paper, words, cohorts, language);
  add_cohort_remarks (paper, words, cohorts);
  add_subsidies (paper, words, subsidies, language);
  return ceci_paper_finish (paper, error);
}
