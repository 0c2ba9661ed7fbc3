// SPDX-License-Identifier: GPL-3.0-or-later
// What a certificate bears besides its signed line, kept as it was on the day of issue.
#pragma once

#include <json-glib/json-glib.h>

#include "ceci-certificate-sheet.h"
#include "core/model/ceci-certificate.h"
#include "core/store/ceci-database.h"

G_BEGIN_DECLS

gboolean ceci_certificate_content_keep (CeciDatabase *database, CeciCertificate *certificate,
                                        GError **error); // inside a write
JsonObject *ceci_certificate_content_load (CeciDatabase *database, CeciCertificate *certificate, GError **error);
void ceci_certificate_content_show (JsonObject *content, const char *language,
                                    CeciCertificateFacts *facts); // borrowed from content

G_END_DECLS
