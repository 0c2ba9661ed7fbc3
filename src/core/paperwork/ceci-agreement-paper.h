// SPDX-License-Identifier: GPL-3.0-or-later
// The tripartite agreement of a placement, and the attestation of enrolment and insurance, drawn from the register.
#pragma once

#include "core/store/ceci-database.h"

G_BEGIN_DECLS

// language: fr or en, whatever the locale. today: the day the paper bears. The same register gives the same bytes.
GBytes *ceci_agreement_paper_draw   (CeciDatabase *database, const char *placement_id, const char *language, const char *today, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *ceci_agreement_paper_draw_paper (CeciDatabase *database, const char *agreement_id, const char *language, const char *today, GError **error) G_GNUC_WARN_UNUSED_RESULT; // the agreement, or one of its amendments
GBytes *ceci_attestation_paper_draw (CeciDatabase *database, const char *student_id, const char *language, const char *today, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
