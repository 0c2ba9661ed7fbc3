// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the funding's workbook.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-funding-report.h"
#include "ceci-table-writer.h"

gboolean
ceci_funding_report_write (GListModel *cohorts, GFile *file, GError **error)
{
  const CeciTableColumn columns[] = {
      {.title = _ ("Intake"), .property = "name", .kind = CECI_CELL_TEXT},
      {.title = _ ("Start"), .property = "starts-on", .kind = CECI_CELL_DATE},
      {.title = _ ("Places"), .property = "places", .kind = CECI_CELL_NUMBER},
      {.title = _ ("Value of a place"), .property = "place-value-cents", .kind = CECI_CELL_MONEY},
      {.title = _ ("Cost"), .property = "cost-cents", .kind = CECI_CELL_MONEY},
      {.title = _ ("Funded places"), .property = "funded-places", .kind = CECI_CELL_NUMBER},
      {.title = _ ("Requested places"), .property = "requested-places", .kind = CECI_CELL_NUMBER},
      {.title = _ ("Places to find"), .property = "missing-places", .kind = CECI_CELL_NUMBER},
      {.title = _ ("Still to find"), .property = "missing-cents", .kind = CECI_CELL_MONEY},
  };

  return ceci_table_write_xlsx (cohorts, columns, G_N_ELEMENTS (columns), _ ("Funding"), file, error);
}
