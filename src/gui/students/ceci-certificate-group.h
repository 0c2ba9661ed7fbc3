// SPDX-License-Identifier: GPL-3.0-or-later
// A student's certificates: issued and saved, saved again, revoked for a reason.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"
#include "core/model/ceci-certificate.h"
#include "core/model/ceci-dossier.h"

G_BEGIN_DECLS

// certificates: of CeciCertificate; to_issue: one was awarded by a closed session and is not issued yet.
GtkWidget *ceci_certificate_group_new (CeciDesk *desk, CeciDossier *dossier, GListModel *certificates,
                                       gboolean to_issue);

G_END_DECLS
