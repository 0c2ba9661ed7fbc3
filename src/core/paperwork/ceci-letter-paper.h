// SPDX-License-Identifier: GPL-3.0-or-later
// Letters on paper: one PDF of one or many, each on a page of its own.
#pragma once

#include "core/store/ceci-database.h"

G_BEGIN_DECLS

// ids: of letters, ended by NULL, in the order in which they are printed.
GBytes *ceci_letter_paper (CeciDatabase *database, const char *const *ids, const char *today, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
