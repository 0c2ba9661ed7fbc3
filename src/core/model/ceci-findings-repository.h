// SPDX-License-Identifier: GPL-3.0-or-later
// What the regulation finds of a student, of some, of a cohort or of everyone; without what was put aside.
#pragma once

#include "ceci-facts-repository.h"

G_BEGIN_DECLS

/**
 * CeciFindingsQuery:
 * @today: the day it is
 * @cohort_id: (nullable): of this cohort alone
 * @student_ids: (nullable) (element-type utf8): of these students alone; goes before @cohort_id
 * @least: findings of this state and worse
 * @asleep: those put aside until today or later too
 * @gone: those of students who are no longer enrolled too
 * @more: (nullable): adds what the rules don't say; called on several threads
 */
typedef void (*CeciFindingsMore) (const CeciFacts *facts, const char *today, GPtrArray *findings);
typedef struct {
  const char *today;
  const char *cohort_id;
  GPtrArray *student_ids;
  CeciFindingState least;
  gboolean asleep;
  gboolean gone;
  CeciFindingsMore more;
} CeciFindingsQuery;

typedef void (*CeciFindingsFunc) (GPtrArray *findings, gpointer user_data);

// Everyone's are checked on several threads where there are many.
GPtrArray *ceci_findings_repository_query (CeciDatabase *database, const CeciFindingsQuery *query, GError **error); // (element-type CeciFinding)
// One student after another, none kept: for a table or a terminal that shows them all.
gboolean   ceci_findings_repository_foreach (CeciDatabase *database, const CeciFindingsQuery *query, CeciFindingsFunc func, gpointer user_data, GError **error);
// Of one student (student_id), a cohort, or everyone (both NULL). All: those that are OK or put aside too.
GPtrArray *ceci_findings_repository_list  (CeciDatabase *database, const char *cohort_id, const char *student_id, const char *today, gboolean all, GError **error);

G_END_DECLS
