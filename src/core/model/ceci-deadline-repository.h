// SPDX-License-Identifier: GPL-3.0-or-later
// The day each student's portfolio is due, for a calendar.
#pragma once

#include "core/store/ceci-database.h"

G_BEGIN_DECLS

#define CECI_DEADLINE_ALERTS 3

/**
 * CeciDeadline:
 * @student_id: whose
 * @name: the student's
 * @cohort_name: the intake's
 * @day: when the portfolio is due
 * @revision: more each time something moved or ended it: an extension, another regulation, a deposit
 * @alerts: days before it, as the regulation says; 0: none
 * @over: nothing is awaited any more: the portfolio is whole, or the student left
 */
typedef struct {
  char    *student_id, *name, *cohort_name, *day;
  gint64   revision;
  guint    alerts[CECI_DEADLINE_ALERTS];
  gboolean over;
} CeciDeadline;

void       ceci_deadline_free            (CeciDeadline *self);
GPtrArray *ceci_deadline_repository_list (CeciDatabase *database, const char *cohort_id, GError **error); // (element-type CeciDeadline), by day; NULL: of all

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciDeadline, ceci_deadline_free)

G_END_DECLS
