// SPDX-License-Identifier: GPL-3.0-or-later
// The minutes of a selection, drawn from what the register keeps of it: no gender of anyone is needed.
#pragma once

#include "core/store/ceci-database.h"

G_BEGIN_DECLS

// language: fr or en, whatever the locale. today: the day the paper bears. The same register gives the same bytes.
GBytes *ceci_selection_minutes_draw (CeciDatabase *database, const char *cohort_id, const char *language, const char *today, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
