// SPDX-License-Identifier: GPL-3.0-or-later
// The subsidies that pay for places.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-funding-page.h"
#include "core/model/ceci-funding-repository.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-figure-bar.h"

struct _CeciFundingPage {
  CeciTablePage parent_instance;
};

G_DEFINE_FINAL_TYPE (CeciFundingPage, ceci_funding_page, CECI_TYPE_TABLE_PAGE)

static void
show_funder (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_subsidy_get_funder (item));
}

static int
compare_funder (gconstpointer one, gconstpointer other, gpointer data)
{
  return ceci_compare_text (ceci_subsidy_get_funder ((gpointer) one), ceci_subsidy_get_funder ((gpointer) other));
}

static void
show_reference (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_subsidy_get_reference (item));
}

static void
show_amount (GtkWidget *cell, gpointer item)
{
  // Translators: a whole number of euros, grouped as the locale does
  g_autofree char *text = g_strdup_printf (_ ("€%'d"), (int) (ceci_subsidy_get_amount_cents (item) / 100));

  ceci_cell_show_text (cell, text);
}

static void
show_starts_on (GtkWidget *cell, gpointer item)
{
  g_autofree char *text = ceci_date_format_short (ceci_subsidy_get_starts_on (item));

  ceci_cell_show_text (cell, text);
}

static int
compare_starts_on (gconstpointer one, gconstpointer other, gpointer data)
{
  return ceci_compare_text (ceci_subsidy_get_starts_on ((gpointer) one), ceci_subsidy_get_starts_on ((gpointer) other));
}

static void
show_ends_on (GtkWidget *cell, gpointer item)
{
  g_autofree char *text = ceci_date_format_short (ceci_subsidy_get_ends_on (item));

  ceci_cell_show_text (cell, text);
}

static void
show_places (GtkWidget *cell, gpointer item)
{
  gint64 part = ceci_subsidy_get_covered (item);
  gint64 whole = ceci_subsidy_get_places (item);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT " / %" G_GINT64_FORMAT, part, whole);

  ceci_figure_bar_set_figures (CECI_FIGURE_BAR (cell), (double) part, (double) whole, text);
}

static const CeciColumn columns[] = {
    {"funder", N_ ("Funder"), ceci_cell_name, show_funder, compare_funder, TRUE},
    {"reference", N_ ("Reference"), ceci_cell_text, show_reference, NULL, FALSE},
    {"amount", N_ ("Amount"), ceci_cell_number, show_amount, NULL, FALSE},
    {"starts-on", N_ ("From"), ceci_cell_number, show_starts_on, compare_starts_on, FALSE},
    {"ends-on", N_ ("Until"), ceci_cell_number, show_ends_on, NULL, FALSE},
    {"places", N_ ("Places covered"), ceci_cell_bar, show_places, NULL, FALSE},
};

static gpointer
ceci_funding_page_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_funding_repository_list (database, error);
}

static void
ceci_funding_page_class_init (CeciFundingPageClass *klass)
{
  static const char *const tables[] = {"subsidy", "subsidy_cover", NULL};
  CeciTablePageClass *page_class = CECI_TABLE_PAGE_CLASS (klass);

  CECI_VIEW_CLASS (klass)->tables = tables;
  CECI_VIEW_CLASS (klass)->read = ceci_funding_page_read;
  page_class->columns = columns;
  page_class->n_columns = G_N_ELEMENTS (columns);
}

static void
ceci_funding_page_init (CeciFundingPage *self)
{
  ceci_table_page_describe (CECI_TABLE_PAGE (self), _ ("Funding"), "x-office-spreadsheet-symbolic",
                            _ ("No subsidy yet"), _ ("Subsidies pay for the places: students never pay."));
}
