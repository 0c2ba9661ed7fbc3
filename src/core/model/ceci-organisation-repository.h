// SPDX-License-Identifier: GPL-3.0-or-later
// Organisations, their contacts, mandates and offers.
#pragma once

#include "ceci-contact.h"
#include "ceci-mandate.h"
#include "ceci-offer.h"
#include "ceci-organisation.h"

G_BEGIN_DECLS

GListModel       *ceci_organisation_repository_list     (CeciDatabase *database, GError **error); // by name
CeciOrganisation *ceci_organisation_repository_find     (CeciDatabase *database, const char *id, GError **error);
char             *ceci_organisation_repository_match    (CeciDatabase *database, const char *name, const char *enterprise_number, GError **error) G_GNUC_WARN_UNUSED_RESULT; // the id of the one with this number or this folded name; NULL without error if none
char             *ceci_organisation_repository_add      (CeciDatabase *database, CeciOrganisation *draft, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean          ceci_organisation_repository_change   (CeciDatabase *database, CeciOrganisation *organisation, GError **error);
GListModel       *ceci_organisation_repository_contacts (CeciDatabase *database, const char *organisation_id, GError **error);
GListModel       *ceci_organisation_repository_mandates (CeciDatabase *database, const char *organisation_id, GError **error);
GListModel       *ceci_organisation_repository_offers   (CeciDatabase *database, const char *organisation_id, GError **error); // NULL: all
gboolean          ceci_enterprise_number_is_valid       (const char *number); // BCE/KBO: ten digits, first 0 or 1, 97 − (first eight mod 97)

G_END_DECLS
