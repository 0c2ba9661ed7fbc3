// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers that people have in the courses of the virtual campus, learnt from its exports.
#pragma once

#include "ceci-participant.h"

G_BEGIN_DECLS

GListModel *ceci_participant_repository_list     (CeciDatabase *database, const char *course, GError **error); // CeciParticipant, with names
gboolean    ceci_participant_repository_remember (CeciDatabase *database, const char *course, const char *number, const char *person_id, GError **error); // or corrects

G_END_DECLS
