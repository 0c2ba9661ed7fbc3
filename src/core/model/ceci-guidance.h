// SPDX-License-Identifier: GPL-3.0-or-later
// R15: helping an applicant who has no placement yet: since when, who was in touch about what, which offers would fit.
#pragma once

#include "ceci-application.h"
#include "ceci-application-contact.h"
#include "ceci-offer.h"

G_BEGIN_DECLS

gboolean    ceci_guidance_start    (CeciDatabase *database, const char *application_id, const char *since, GError **error);
gboolean    ceci_guidance_stop     (CeciDatabase *database, const char *application_id, GError **error);
GListModel *ceci_guidance_contacts (CeciDatabase *database, const char *application_id, GError **error); // of CeciApplicationContact, the newest first
char       *ceci_guidance_add_contact (CeciDatabase *database, const char *application_id, const char *contacted_on, CeciContactChannel channel, const char *author, const char *note, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    ceci_guidance_remove_contact (CeciDatabase *database, const char *contact_id, GError **error);
// Labelled offers that are valid on the day, of organisations that may receive a student; those of the kind the applicant named first.
GListModel *ceci_guidance_offers   (CeciDatabase *database, CeciApplication *application, const char *today, GError **error);
// The offer becomes the application's placement, and the guidance ends; the state follows the check.
gboolean    ceci_guidance_take_up  (CeciDatabase *database, const char *application_id, const char *offer_id, GError **error);

G_END_DECLS
