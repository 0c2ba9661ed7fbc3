// SPDX-License-Identifier: GPL-3.0-or-later
// What each row of an import would do. Private to exchange/.
#pragma once

#include "core/model/ceci-person-index.h"
#include "ceci-proposed-application.h"
#include "core/regulation/ceci-regulation.h"

G_BEGIN_DECLS

void ceci_application_matching_find (CeciProposedApplication *row, CeciPersonIndex *index);
void ceci_application_matching_settle (GPtrArray *rows, CeciRegulation *regulation, GHashTable *applications);

G_END_DECLS
