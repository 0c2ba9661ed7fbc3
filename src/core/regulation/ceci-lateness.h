// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a document came too late: it is taken all the same, with its date, and says so («hors délai»).
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ceci_lateness_say:
 * @deposited_on: the day a document came
 * @deadline: (nullable): that of the student, with extensions (R11)
 * @session: (nullable): the name of the jury session that has the dossier and is not closed
 * @cut_off_on: (nullable): that session’s
 * @waived: whether the dossier was admitted there by a reasoned waiver
 *
 * Returns: (transfer full) (nullable): a translated sentence that says what to do; %NULL when it is in time
 */
char *ceci_lateness_say (const char *deposited_on, const char *deadline, const char *session, const char *cut_off_on, gboolean waived) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
