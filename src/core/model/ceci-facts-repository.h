// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers the facts that the regulation looks at: one query a table, for a student, a cohort or everyone.
#pragma once

#include "core/regulation/ceci-regulation.h"
#include "core/store/ceci-database.h"

G_BEGIN_DECLS

/**
 * CeciFactsFunc:
 * @facts: (transfer none): one student’s facts
 * @regulation: (transfer none): of the student’s cohort
 */
typedef void (*CeciFactsFunc) (CeciFacts *facts, CeciRegulation *regulation, gpointer user_data);

// Whose facts. Of the enrolled and of everyone, those whose ids stand from `from` to before `before`.
typedef enum { CECI_FACTS_OF_STUDENT, CECI_FACTS_OF_COHORT, CECI_FACTS_OF_ENROLLED, CECI_FACTS_OF_EVERYONE } CeciFactsScopeKind;
typedef struct { CeciFactsScopeKind kind; const char *id; const char *from, *before; } CeciFactsScope;
#define CECI_FACTS_FIRST ""
#define CECI_FACTS_END   "~" // after every id

// One student’s; the regulation of the cohort too, if asked for.
CeciFacts *ceci_facts_repository_find            (CeciDatabase *database, const char *student_id, CeciRegulation **regulation, GError **error);
// Every student of a cohort (NULL: of all), in the order of their ids, with one query a table.
gboolean   ceci_facts_repository_foreach         (CeciDatabase *database, const char *cohort_id, CeciFactsFunc func, gpointer user_data, GError **error);
gboolean   ceci_facts_repository_gather          (CeciDatabase *database, const CeciFactsScope *scope, CeciFactsFunc func, gpointer user_data, GError **error);
gboolean   ceci_facts_repository_gather_students (CeciDatabase *database, GPtrArray *student_ids, CeciFactsFunc func, gpointer user_data, GError **error);

G_END_DECLS
