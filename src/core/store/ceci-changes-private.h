// SPDX-License-Identifier: GPL-3.0-or-later
// How the journal fills what a step touched.
#pragma once

#include "ceci-changes.h"

G_BEGIN_DECLS

CeciChanges *ceci_changes_new (const char *step_id, const char *label, CeciStepKind kind);
void ceci_changes_merge (CeciChanges *self, CeciChanges *other);
void ceci_changes_add (CeciChanges *self, const char *table, const char *id);

G_END_DECLS
