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

// One student’s; the regulation of the cohort too, if asked for.
CeciFacts *ceci_facts_repository_find    (CeciDatabase *database, const char *student_id, CeciRegulation **regulation, GError **error);
// Every student of a cohort (NULL: of all), in no particular order, with one query a table.
gboolean   ceci_facts_repository_foreach (CeciDatabase *database, const char *cohort_id, CeciFactsFunc func, gpointer user_data, GError **error);
// Findings (element-type CeciFinding) of one student (student_id), a cohort, or everyone (both NULL). All: those that are OK or put aside too.
GPtrArray *ceci_findings_repository_list (CeciDatabase *database, const char *cohort_id, const char *student_id, const char *today, gboolean all, GError **error);

G_END_DECLS
