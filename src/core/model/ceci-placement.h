// SPDX-License-Identifier: GPL-3.0-or-later
// A student's placement in an organisation, with its agreement's state and the sum of its hours.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_PLACEMENT (ceci_placement_get_type ())
G_DECLARE_FINAL_TYPE (CeciPlacement, ceci_placement, CECI, PLACEMENT, CeciRecord)

const char          *ceci_placement_get_student_id           (CeciPlacement *self);
const char          *ceci_placement_get_organisation_id      (CeciPlacement *self);
const char          *ceci_placement_get_offer_id             (CeciPlacement *self);
const char          *ceci_placement_get_function             (CeciPlacement *self);
const char          *ceci_placement_get_mission              (CeciPlacement *self);
const char          *ceci_placement_get_feasibility          (CeciPlacement *self);
const char          *ceci_placement_get_starts_on            (CeciPlacement *self);
const char          *ceci_placement_get_ends_on              (CeciPlacement *self);
gint64               ceci_placement_get_planned_minutes      (CeciPlacement *self);
gboolean             ceci_placement_get_committee_member     (CeciPlacement *self);
CeciSupervisorKind   ceci_placement_get_supervisor_kind      (CeciPlacement *self);
const char          *ceci_placement_get_supervisor_name      (CeciPlacement *self);
const char          *ceci_placement_get_supervisor_email     (CeciPlacement *self);
const char          *ceci_placement_get_closed_on            (CeciPlacement *self);
const char          *ceci_placement_get_closed_reason        (CeciPlacement *self);
const char          *ceci_placement_get_mandate_id           (CeciPlacement *self);
const char          *ceci_placement_get_replaces_id          (CeciPlacement *self);
const char          *ceci_placement_get_eligibility_reason   (CeciPlacement *self);

// joined by the repository
const char          *ceci_placement_get_display_name         (CeciPlacement *self);
const char          *ceci_placement_get_organisation_name    (CeciPlacement *self);
CeciOrganisationKind ceci_placement_get_organisation_kind    (CeciPlacement *self);
CeciLegalForm        ceci_placement_get_legal_form           (CeciPlacement *self);
const char          *ceci_placement_get_enterprise_number    (CeciPlacement *self);
const char          *ceci_placement_get_organisation_address (CeciPlacement *self);
const char          *ceci_placement_get_organisation_email   (CeciPlacement *self);
const char          *ceci_placement_get_agreement_id         (CeciPlacement *self);
const char          *ceci_placement_get_agreement_drawn_on   (CeciPlacement *self);
gint64               ceci_placement_get_signatures           (CeciPlacement *self);
const char          *ceci_placement_get_signed_on            (CeciPlacement *self);
gint64               ceci_placement_get_minutes              (CeciPlacement *self);

G_END_DECLS
