// SPDX-License-Identifier: GPL-3.0-or-later
// The journal in words: a person's steps, what a step changed field by field, and what undoing back to a step would revert.
#pragma once

#include <gio/gio.h>
#include "core/store/ceci-journal.h"

G_BEGIN_DECLS

typedef struct {
  char *label, *before, *after; // before or after NULL: nothing stood there
} CeciHistoryField;

typedef struct {
  char        *what;   // «Hours · 12 March 2026»
  char        *did;    // «added», «changed», «removed»
  gboolean     erased; // what it held was erased for good, wholly or in part
  GPtrArray   *fields; // CeciHistoryField
} CeciHistoryChange;

GListModel *ceci_history_of_student (CeciDatabase *database, const char *student_id, guint limit, GError **error); // of CeciStep, newest first; student_id NULL: the whole register's
GPtrArray  *ceci_history_changes    (CeciDatabase *database, const char *step_id, guint limit, GError **error);    // (element-type CeciHistoryChange); limit 0: all

// What undoing back to a step would revert: it and every later one that is not undone already, newest first.
typedef struct {
  char  *id, *label, *at, *who;
  guint  others;  // how many other people it touches, where the history is one student's
  gboolean lasting; // erased, or left the office: stands in the way
} CeciRevert;
GPtrArray  *ceci_history_reverts    (CeciDatabase *database, const char *step_id, const char *student_id, GError **error); // (element-type CeciRevert)

G_END_DECLS
