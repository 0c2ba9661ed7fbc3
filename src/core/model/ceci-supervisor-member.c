// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciSupervisorMember; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-supervisor-member.h"

struct _CeciSupervisorMember {
  CeciRecord parent_instance;

  char *placement_id;
  char *name;
  char *role;
  char *since;
  char *until;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciSupervisorMember, placement_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSupervisorMember, name, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSupervisorMember, role, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSupervisorMember, since, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciSupervisorMember, until, CECI_FIELD_DATE),
};

CECI_DEFINE_RECORD (CeciSupervisorMember, ceci_supervisor_member, "supervisor_member");

CECI_DEFINE_GETTER (CeciSupervisorMember, ceci_supervisor_member, const char *, placement_id);
CECI_DEFINE_GETTER (CeciSupervisorMember, ceci_supervisor_member, const char *, name);
CECI_DEFINE_GETTER (CeciSupervisorMember, ceci_supervisor_member, const char *, role);
CECI_DEFINE_GETTER (CeciSupervisorMember, ceci_supervisor_member, const char *, since);
CECI_DEFINE_GETTER (CeciSupervisorMember, ceci_supervisor_member, const char *, until);
