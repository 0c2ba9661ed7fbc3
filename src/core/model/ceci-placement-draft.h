// SPDX-License-Identifier: GPL-3.0-or-later
// A placement as a form or a command gives it, with its organisation, known or new, and the members of a collective supervisor.
#pragma once

#include "ceci-application.h"
#include "ceci-offer.h"
#include "ceci-organisation.h"
#include "ceci-placement.h"
#include "ceci-supervisor-member.h"

G_BEGIN_DECLS

typedef struct {
  CeciPlacement    *placement;    // with an id: what stands and is changed
  CeciOrganisation *organisation; // without an id: it is added; NULL: not known yet
  GListModel       *members;      // drafts of CeciSupervisorMember; NULL: those that stand are left alone
} CeciPlacementDraft;

CeciPlacementDraft *ceci_placement_draft_new_blank        (const char *student_id, const char *starts_on) G_GNUC_WARN_UNUSED_RESULT;
// What the application says of organisation, mission, dates and supervisor; the organisation is matched by number or name.
CeciPlacementDraft *ceci_placement_draft_from_application (CeciDatabase *database, CeciApplication *application, const char *student_id, const char *starts_on, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CeciPlacementDraft *ceci_placement_draft_from_offer       (CeciDatabase *database, CeciOffer *offer, const char *student_id, const char *starts_on, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CeciPlacementDraft *ceci_placement_draft_of               (CeciDatabase *database, const char *placement_id, GError **error) G_GNUC_WARN_UNUSED_RESULT; // of one that stands
void                ceci_placement_draft_free             (CeciPlacementDraft *self);
void                ceci_placement_draft_set_organisation (CeciPlacementDraft *self, CeciOrganisation *organisation); // NULL: not known yet
// In a write: adds the organisation if it is new, adds or changes the placement, replaces the members. A commercial organisation is refused (R7).
char               *ceci_placement_draft_store            (CeciPlacementDraft *self, CeciDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT; // the placement’s id

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciPlacementDraft, ceci_placement_draft_free)

G_END_DECLS
