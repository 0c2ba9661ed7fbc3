// SPDX-License-Identifier: GPL-3.0-or-later
// Once a day, a notification that sums up what is to do.
#pragma once

#include "ceci-desk.h"

G_BEGIN_DECLS

// The words of the notification; FALSE: there is nothing to announce.
gboolean ceci_digest_compose (GListModel *todos, char **title, char **body);
// Announces when this day's things are known, once a day; for as long as the desk lives.
void ceci_digest_watch (CeciDesk *desk, GSettings *settings);

G_END_DECLS
