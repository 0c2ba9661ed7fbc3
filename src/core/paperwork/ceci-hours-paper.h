// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of hours that a supervisor ticks and signs.
#pragma once

#include "core/store/ceci-database.h"

G_BEGIN_DECLS

GBytes *ceci_hours_paper_draw (CeciDatabase *database, const char *placement_id, const char *language, const char *today, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
