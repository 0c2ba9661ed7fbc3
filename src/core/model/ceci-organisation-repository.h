// SPDX-License-Identifier: GPL-3.0-or-later
// Organisations, their contacts, mandates and offers.
#pragma once

#include "ceci-contact.h"
#include "ceci-identifiers.h"
#include "ceci-mandate.h"
#include "ceci-offer.h"
#include "ceci-organisation.h"

G_BEGIN_DECLS

GListModel       *ceci_organisation_repository_list     (CeciDatabase *database, GError **error); // by name
CeciOrganisation *ceci_organisation_repository_find     (CeciDatabase *database, const char *id, GError **error);
char             *ceci_organisation_repository_match    (CeciDatabase *database, const char *name, const char *enterprise_number, GError **error) G_GNUC_WARN_UNUSED_RESULT; // the id of the one with this number or this folded name; NULL without error if none
char             *ceci_organisation_repository_add      (CeciDatabase *database, CeciOrganisation *draft, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean          ceci_organisation_repository_change   (CeciDatabase *database, CeciOrganisation *organisation, GError **error);
gboolean          ceci_organisation_repository_remove   (CeciDatabase *database, const char *id, GError **error); // one where nobody was placed
gboolean          ceci_organisation_repository_check    (CeciDatabase *database, const char *id, const char *checked_on, const char *reason, GError **error); // R14; NULL date: takes it back

// What belongs to it. A record without an id is added, any other changed.
GListModel       *ceci_organisation_repository_contacts (CeciDatabase *database, const char *organisation_id, GError **error);
gboolean          ceci_organisation_repository_put_contact    (CeciDatabase *database, CeciContact *contact, GError **error);
gboolean          ceci_organisation_repository_remove_contact (CeciDatabase *database, CeciContact *contact, GError **error);
GListModel       *ceci_organisation_repository_mandates (CeciDatabase *database, const char *organisation_id, GError **error); // by start
gboolean          ceci_organisation_repository_put_mandate    (CeciDatabase *database, CeciMandate *mandate, GError **error);
gboolean          ceci_organisation_repository_remove_mandate (CeciDatabase *database, CeciMandate *mandate, GError **error);
GListModel       *ceci_organisation_repository_offers   (CeciDatabase *database, const char *organisation_id, GError **error); // NULL: all
char             *ceci_organisation_repository_put_offer      (CeciDatabase *database, CeciOffer *offer, GError **error) G_GNUC_WARN_UNUSED_RESULT; // its id
gboolean          ceci_organisation_repository_remove_offer   (CeciDatabase *database, CeciOffer *offer, GError **error);

// The register may have one twice.
char             *ceci_organisation_name_key            (const char *name) G_GNUC_WARN_UNUSED_RESULT; // the words that tell it from others
GListModel       *ceci_organisation_repository_duplicates (CeciDatabase *database, CeciOrganisation *organisation, GError **error);
gboolean          ceci_organisation_repository_merge    (CeciDatabase *database, const char *kept_id, const char *other_id, GError **error);

G_END_DECLS
