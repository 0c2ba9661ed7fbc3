// SPDX-License-Identifier: GPL-3.0-or-later
// What the office has to do: the findings that need someone, and what is no finding — applications to check, notes that are due, meetings
// without attendance, places free, letters that wait.
#pragma once

#include "ceci-todo.h"
#include "core/store/ceci-database.h"

G_BEGIN_DECLS

// In no order. student_ids (element-type utf8): NULL: everyone enrolled.
GPtrArray *ceci_todo_repository_of_students (CeciDatabase *database, GPtrArray *student_ids, const char *today, GError **error);
GPtrArray *ceci_todo_repository_of_others   (CeciDatabase *database, const char *today, GError **error); // few, and read anew each time
// All, in the order in which they are done. cohort_id NULL: of every cohort.
GPtrArray *ceci_todo_repository_list        (CeciDatabase *database, const char *cohort_id, const char *today, GError **error);
int        ceci_todo_compare_pointers       (gconstpointer one, gconstpointer other); // for g_ptr_array_sort()

G_END_DECLS
