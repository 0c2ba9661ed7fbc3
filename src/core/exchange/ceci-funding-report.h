// SPDX-License-Identifier: GPL-3.0-or-later
// How places are funded, as a workbook for others (R29). The same figures as the PDF's.
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean ceci_funding_report_write (GListModel *cohorts, GFile *file, GError **error); // of CeciCohortFunding, as XLSX

G_END_DECLS
