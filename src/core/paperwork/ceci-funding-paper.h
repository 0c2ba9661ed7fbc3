// SPDX-License-Identifier: GPL-3.0-or-later
// The report on how places are funded (R29).
#pragma once

#include "core/store/ceci-database.h"

G_BEGIN_DECLS

GBytes *ceci_funding_paper_draw (CeciDatabase *database, const char *language, const char *today, GError **error) G_GNUC_WARN_UNUSED_RESULT; // a PDF

G_END_DECLS
