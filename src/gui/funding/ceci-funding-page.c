// SPDX-License-Identifier: GPL-3.0-or-later
// What each intake's places cost, what is funded and what is still to find (R29). A row opens what funds it; the
// subsidies have a page of their own.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-cover-dialog.h"
#include "ceci-funding-page.h"
#include "core/exchange/ceci-funding-report.h"
#include "core/model/ceci-money.h"
#include "core/paperwork/ceci-funding-paper.h"
#include "widgets/ceci-figure-bar.h"
#include "widgets/ceci-file-saving.h"
#include "widgets/ceci-state-pill.h"

struct _CeciFundingPage {
  CeciTablePage parent_instance;
};

G_DEFINE_FINAL_TYPE (CeciFundingPage, ceci_funding_page, CECI_TYPE_TABLE_PAGE)

static void
show_name (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_cohort_funding_get_name (item));
}

static int
compare_name (gconstpointer one, gconstpointer other, gpointer data)
{
  return ceci_compare_text (ceci_cohort_funding_get_starts_on ((gpointer) one),
                            ceci_cohort_funding_get_starts_on ((gpointer) other));
}

static void
show_integer (GtkWidget *cell, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  ceci_cell_show_text (cell, text);
}

static void
show_money (GtkWidget *cell, gint64 cents)
{
  g_autofree char *text = ceci_money_format (cents);

  ceci_cell_show_text (cell, text);
}

static void
show_places (GtkWidget *cell, gpointer item)
{
  show_integer (cell, ceci_cohort_funding_get_places (item));
}

static void
show_value (GtkWidget *cell, gpointer item)
{
  show_money (cell, ceci_cohort_funding_get_place_value_cents (item));
}

static void
show_cost (GtkWidget *cell, gpointer item)
{
  show_money (cell, ceci_cohort_funding_get_cost_cents (item));
}

static void
show_funded (GtkWidget *cell, gpointer item)
{
  gint64 part = ceci_cohort_funding_get_funded_places (item), whole = ceci_cohort_funding_get_places (item);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT " / %" G_GINT64_FORMAT, part, whole);

  ceci_figure_bar_set_figures (CECI_FIGURE_BAR (cell), (double) part, (double) whole, text);
}

static void
show_requested (GtkWidget *cell, gpointer item)
{
  show_integer (cell, ceci_cohort_funding_get_requested_places (item));
}

static void
show_missing (GtkWidget *cell, gpointer item)
{
  show_money (cell, ceci_cohort_funding_get_missing_cents (item));
}

static int
compare_missing (gconstpointer one, gconstpointer other, gpointer data)
{
  gint64 a = ceci_cohort_funding_get_missing_cents ((gpointer) one);
  gint64 b = ceci_cohort_funding_get_missing_cents ((gpointer) other);

  return (a > b) - (a < b);
}

static void
show_state (GtkWidget *cell, gpointer item)
{
  g_autofree char *warning = ceci_cohort_funding_dup_warning (item);

  if (warning != NULL)
    ceci_state_pill_set_state (CECI_STATE_PILL (cell), CECI_TONE_WARNING, "dialog-warning-symbolic", _ ("Too many"));
  else if (ceci_cohort_funding_get_missing_places (item) > 0)
    ceci_state_pill_set_state (CECI_STATE_PILL (cell), CECI_TONE_ACCENT, "content-loading-symbolic", _ ("To find"));
  else
    ceci_state_pill_set_state (CECI_STATE_PILL (cell), CECI_TONE_SUCCESS, "object-select-symbolic", _ ("Funded"));
  gtk_widget_set_tooltip_text (cell, warning);
}

static const CeciColumn columns[] = {
    {"name", N_ ("Intake"), ceci_cell_name, show_name, compare_name, TRUE},
    {"state", N_ ("State"), ceci_cell_pill, show_state, NULL, FALSE},
    {"missing", N_ ("Still to find"), ceci_cell_number, show_missing, compare_missing, FALSE, "missing-cents",
     CECI_CELL_MONEY},
    {"funded", N_ ("Funded places"), ceci_cell_bar, show_funded, NULL, FALSE, "funded-places", CECI_CELL_NUMBER},
    {"requested", N_ ("Requested"), ceci_cell_number, show_requested, NULL, FALSE, "requested-places",
     CECI_CELL_NUMBER},
    {"places", N_ ("Places"), ceci_cell_number, show_places, NULL, FALSE, "places", CECI_CELL_NUMBER},
    {"value", N_ ("Value of a place"), ceci_cell_number, show_value, NULL, FALSE, "place-value-cents", CECI_CELL_MONEY},
    {"cost", N_ ("Cost"), ceci_cell_number, show_cost, NULL, FALSE, "cost-cents", CECI_CELL_MONEY},
};

static gpointer
ceci_funding_page_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_funding_repository_cohorts (database, error);
}

static void
ceci_funding_page_activated (CeciTablePage *page, gpointer item)
{
  adw_dialog_present (ceci_cover_dialog_new (ceci_view_get_desk (CECI_VIEW (page)), item), GTK_WIDGET (page));
}

// --- the report -------------------------------------------------------------------------------------------------

// A workbook where the file's name says so, else a PDF.
static gboolean
write_report (CeciDatabase *database, const CeciFileRequest *request, GError **error)
{
  g_autofree char *name = g_file_get_basename (request->file);
  g_autoptr (GListModel) cohorts = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_str_has_suffix (name, ".xlsx")) {
    cohorts = ceci_funding_repository_cohorts (database, error);
    return cohorts != NULL && ceci_funding_report_write (cohorts, request->file, error);
  }
  bytes = ceci_funding_paper_draw (database, request->language, request->today, error);
  return bytes != NULL &&
         g_file_replace_contents (request->file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                  G_FILE_CREATE_NONE, NULL, NULL, error);
}

static void
report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const CeciFileSaving report = {N_ ("Save the report"), N_ ("The report was saved"),
                                        N_ ("The report was not written"), .write = write_report};
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (widget));

  if (desk != NULL)
    ceci_file_saving_ask (&report, widget, desk, NULL, _ ("funding.pdf"), NULL, NULL);
}

static void
ceci_funding_page_class_init (CeciFundingPageClass *klass)
{
  static const char *const tables[] = {"subsidy", "subsidy_cover", "cohort", NULL};
  CeciTablePageClass *page_class = CECI_TABLE_PAGE_CLASS (klass);

  CECI_VIEW_CLASS (klass)->tables = tables;
  CECI_VIEW_CLASS (klass)->read = ceci_funding_page_read;
  page_class->columns = columns;
  page_class->n_columns = G_N_ELEMENTS (columns);
  page_class->activated = ceci_funding_page_activated;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "funding.report", NULL, report_action);
}

static void
ceci_funding_page_init (CeciFundingPage *self)
{
  CeciTablePage *page = CECI_TABLE_PAGE (self);

  ceci_table_page_describe (page, _ ("Funding"), "x-office-spreadsheet-symbolic", _ ("No intake yet"),
                            _ ("Each intake’s places are funded by subsidies: students never pay."));
  ceci_table_page_add_act (page, _ ("_Subsidies"), "win.show-subsidies");
  ceci_table_page_add_act (page, _ ("_Report…"), "funding.report");
}
