// SPDX-License-Identifier: GPL-3.0-or-later
// A member of a collective supervisor.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_SUPERVISOR_MEMBER (ceci_supervisor_member_get_type ())
G_DECLARE_FINAL_TYPE (CeciSupervisorMember, ceci_supervisor_member, CECI, SUPERVISOR_MEMBER, CeciRecord)

const char  *ceci_supervisor_member_get_placement_id (CeciSupervisorMember *self);
const char  *ceci_supervisor_member_get_name         (CeciSupervisorMember *self);
const char  *ceci_supervisor_member_get_role         (CeciSupervisorMember *self);
const char  *ceci_supervisor_member_get_since        (CeciSupervisorMember *self);
const char  *ceci_supervisor_member_get_until        (CeciSupervisorMember *self);

G_END_DECLS
