// SPDX-License-Identifier: GPL-3.0-or-later
// Placements, their agreements with three signatures, and the hour log.
#pragma once

#include "ceci-agreement.h"
#include "ceci-hours.h"
#include "ceci-placement.h"
#include "ceci-signature.h"
#include "ceci-supervisor-member.h"

G_BEGIN_DECLS

GListModel    *ceci_placement_repository_list    (CeciDatabase *database, const char *student_id, GError **error); // oldest first
GListModel    *ceci_placement_repository_of_cohort (CeciDatabase *database, const char *cohort_id, GError **error); // NULL: all
CeciPlacement *ceci_placement_repository_find    (CeciDatabase *database, const char *id, GError **error);
// The placement that covers a day, else the open one, else the last; NULL with CECI_STORE_ERROR_NOT_FOUND when there is none.
CeciPlacement *ceci_placement_repository_at      (CeciDatabase *database, const char *student_id, const char *date, GError **error);
char          *ceci_placement_repository_add     (CeciDatabase *database, CeciPlacement *draft, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       ceci_placement_repository_change  (CeciDatabase *database, CeciPlacement *placement, GError **error);
gboolean       ceci_placement_repository_close   (CeciDatabase *database, const char *id, const char *closed_on, const char *reason, GError **error);
GListModel    *ceci_placement_repository_members (CeciDatabase *database, const char *placement_id, GError **error);

GListModel    *ceci_agreement_repository_list       (CeciDatabase *database, const char *placement_id, GError **error); // the agreement, then its amendments
GListModel    *ceci_agreement_repository_signatures (CeciDatabase *database, const char *agreement_id, GError **error);
char          *ceci_agreement_repository_draw       (CeciDatabase *database, const char *placement_id, const char *drawn_on, const char *reason, GError **error) G_GNUC_WARN_UNUSED_RESULT; // the agreement, or the next amendment (which needs a reason)
// Records (or corrects) one signature of a placement’s agreement, which is drawn that day if there is none yet.
gboolean       ceci_agreement_repository_sign       (CeciDatabase *database, const char *placement_id, CeciParty party, const char *signatory, const char *signed_on, GError **error);

GListModel    *ceci_hours_repository_list      (CeciDatabase *database, const char *student_id, GError **error); // of all the student’s placements, by day
char          *ceci_hours_repository_add       (CeciDatabase *database, CeciHours *draft, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       ceci_hours_repository_change    (CeciDatabase *database, CeciHours *hours, GError **error);
gboolean       ceci_hours_repository_set_state (CeciDatabase *database, const char *id, CeciHoursState state, const char *reason, GError **error);
gboolean       ceci_hours_repository_remove    (CeciDatabase *database, const char *id, GError **error);

G_END_DECLS
