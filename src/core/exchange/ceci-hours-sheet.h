// SPDX-License-Identifier: GPL-3.0-or-later
// A placement's hours as a spreadsheet that a supervisor fills in and sends back.
#pragma once

#include "core/store/ceci-database.h"

G_BEGIN_DECLS

// An XLSX; what comes back is read by ceci_hours_proposal_read().
GBytes *ceci_hours_sheet_write (CeciDatabase *database, const char *placement_id, const char *language,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
