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
GListModel    *ceci_placement_repository_of_organisation (CeciDatabase *database, const char *organisation_id, GError **error); // newest first
GListModel    *ceci_placement_repository_of_cohort (CeciDatabase *database, const char *cohort_id, GError **error); // NULL: all
CeciPlacement *ceci_placement_repository_find    (CeciDatabase *database, const char *id, GError **error);
// The placement that covers a day, else the open one, else the last; NULL with CECI_STORE_ERROR_NOT_FOUND when there is none.
CeciPlacement *ceci_placement_repository_at      (CeciDatabase *database, const char *student_id, const char *date, GError **error);
CeciPlacement *ceci_placement_list_at           (GListModel *placements, const char *date); // the same, of those in a list; NULL: the list is empty
char          *ceci_placement_repository_add     (CeciDatabase *database, CeciPlacement *draft, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       ceci_placement_repository_change  (CeciDatabase *database, CeciPlacement *placement, GError **error);
gboolean       ceci_placement_repository_close   (CeciDatabase *database, const char *id, const char *closed_on, const char *reason, GError **error);
GListModel    *ceci_placement_repository_members (CeciDatabase *database, const char *placement_id, GError **error);

GListModel    *ceci_agreement_repository_list       (CeciDatabase *database, const char *placement_id, GError **error); // the agreement, then its amendments
GListModel    *ceci_agreement_repository_signatures (CeciDatabase *database, const char *agreement_id, GError **error);
char          *ceci_agreement_repository_draw       (CeciDatabase *database, const char *placement_id, const char *drawn_on, const char *reason, GError **error) G_GNUC_WARN_UNUSED_RESULT; // the agreement, or the next amendment (which needs a reason)
char          *ceci_agreement_repository_amend      (CeciDatabase *database, const char *placement_id, const char *drawn_on, const char *reason, const char *changes, GError **error) G_GNUC_WARN_UNUSED_RESULT; // the next amendment
gboolean       ceci_agreement_repository_attach     (CeciDatabase *database, const char *agreement_id, const char *document_id, GError **error); // the signed paper; NULL: none
gboolean       ceci_agreement_repository_sign_paper (CeciDatabase *database, const char *agreement_id, CeciParty party, const char *signatory, const char *signed_on, GError **error);
// Whether a signature may bear a day: never one to come. remark: a sentence when it stands before the day the paper was drawn up.
gboolean       ceci_agreement_check_signing         (const char *drawn_on, const char *signed_on, const char *today, char **remark, GError **error);
// Records (or corrects) one signature of a placement’s agreement, which is drawn that day if there is none yet.
gboolean       ceci_agreement_repository_sign       (CeciDatabase *database, const char *placement_id, CeciParty party, const char *signatory, const char *signed_on, GError **error);

GListModel    *ceci_hours_repository_list      (CeciDatabase *database, const char *student_id, GError **error); // of all the student’s placements, by day
char          *ceci_hours_repository_add       (CeciDatabase *database, CeciHours *draft, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       ceci_hours_repository_change    (CeciDatabase *database, CeciHours *hours, GError **error);
gboolean       ceci_hours_repository_set_state (CeciDatabase *database, const char *id, CeciHoursState state, const char *reason, GError **error);
// Several entries in one step. Confirming says by whom and on which day; claiming again forgets it; refusing needs a reason.
gboolean       ceci_hours_repository_set_states (CeciDatabase *database, const char *const *ids, CeciHoursState state, const char *reason, const char *confirmed_by, const char *confirmed_on, GError **error);
gboolean       ceci_hours_repository_remove_all (CeciDatabase *database, const char *const *ids, GError **error);
// What is odd in an entry beside the others (CeciHours; except_id: the entry itself, NULL for a new one), in whole sentences: the same entry twice, more than 24 hours a day.
GStrv          ceci_hours_remarks              (GListModel *hours, const char *except_id, const char *worked_on, gint64 minutes, const char *description) G_GNUC_WARN_UNUSED_RESULT;
gboolean       ceci_hours_repository_remove    (CeciDatabase *database, const char *id, GError **error);

G_END_DECLS
