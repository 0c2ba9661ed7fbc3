// SPDX-License-Identifier: GPL-3.0-or-later
// What was put aside until a day, with the reason; it wakes by itself after that day, or when someone wakes it.
#pragma once

#include "ceci-snooze.h"

G_BEGIN_DECLS

// Those that still sleep on a day (NULL: all), with the student's name, soonest first.
GListModel *ceci_snooze_repository_list (CeciDatabase *database, const char *today, GError **error);
// rule: a finding's, or the name of another thing to do. What slept already sleeps until the new day instead. Returns its id.
char       *ceci_snooze_repository_add  (CeciDatabase *database, const char *student_id, const char *rule, const char *until, const char *reason, const char *today, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    ceci_snooze_repository_wake (CeciDatabase *database, const char *id, GError **error);

G_END_DECLS
