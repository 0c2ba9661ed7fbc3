// SPDX-License-Identifier: GPL-3.0-or-later
// The members of a collective supervisor, to be filled in: a name, an office, since when, until when.
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CECI_TYPE_MEMBER_LIST (ceci_member_list_get_type ())
G_DECLARE_FINAL_TYPE (CeciMemberList, ceci_member_list, CECI, MEMBER_LIST, AdwPreferencesGroup)

// Signal: changed. Members are CeciSupervisorMember.
void ceci_member_list_set_members (CeciMemberList *self, GListModel *members); // NULL: none
GListModel *ceci_member_list_dup_members (CeciMemberList *self, const char *today); // those with a name
void ceci_member_list_add (CeciMemberList *self, const char *name, const char *role, const char *since,
                           const char *until, gboolean focus);

G_END_DECLS
