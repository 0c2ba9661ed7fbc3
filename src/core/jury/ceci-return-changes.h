// SPDX-License-Identifier: GPL-3.0-or-later
// What a return changes in what the register has of one dossier, said line by line before it is merged.
#pragma once

#include "ceci-return.h"
#include "ceci-scoring.h"
#include "core/model/ceci-jury-repository.h"

G_BEGIN_DECLS

// Removals too: merging puts what the return says in the place of what an earlier one said. Adds nothing when nothing changes.
gboolean ceci_return_changes_add (GStrvBuilder *changes, CeciDatabase *database, CeciScoringGrid *grid, CeciAssignment *assignment,
                                  CeciReturnDossier *dossier, GError **error);

G_END_DECLS
