// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of groups as bars in a boxed list: how many of each, out of how many. A chart whose figures are its text.
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _CeciShares CeciShares;

CeciShares *ceci_shares_new (void);
void ceci_shares_free (CeciShares *self);
void ceci_shares_add (CeciShares *self, const char *group,
                      gboolean counted); // once for each; counted: also in the part
guint ceci_shares_get_size (CeciShares *self);

void ceci_shares_show (CeciShares *self, AdwPreferencesGroup *group, GPtrArray **rows); // how many of each, of all
void ceci_shares_show_compared (CeciShares *self, AdwPreferencesGroup *group, GPtrArray **rows, const char *all_title,
                                const char *part_title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciShares, ceci_shares_free)

G_END_DECLS
