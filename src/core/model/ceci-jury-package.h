// SPDX-License-Identifier: GPL-3.0-or-later
// A package that was made for a juror; its manifest says which bytes it holds.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_JURY_PACKAGE (ceci_jury_package_get_type ())
G_DECLARE_FINAL_TYPE (CeciJuryPackage, ceci_jury_package, CECI, JURY_PACKAGE, CeciRecord)

const char  *ceci_jury_package_get_session_juror_id (CeciJuryPackage *self);
gint64       ceci_jury_package_get_revision         (CeciJuryPackage *self);
const char  *ceci_jury_package_get_made_at          (CeciJuryPackage *self);
const char  *ceci_jury_package_get_manifest         (CeciJuryPackage *self);

G_END_DECLS
