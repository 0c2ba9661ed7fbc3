// SPDX-License-Identifier: GPL-3.0-or-later
// One line of what a package says of a dossier besides its documents: a finding, or an item of the follow-up grid.
#pragma once

#include "core/model/ceci-record.h"

G_BEGIN_DECLS

// Properties: title, text, state.
#define CECI_TYPE_PACKAGE_LINE (ceci_package_line_get_type ())
G_DECLARE_FINAL_TYPE (CeciPackageLine, ceci_package_line, CECI, PACKAGE_LINE, CeciRecord)

const char *ceci_package_line_get_title (CeciPackageLine *self);
const char *ceci_package_line_get_text  (CeciPackageLine *self);
const char *ceci_package_line_get_state (CeciPackageLine *self); // of a finding: ok, pending, warning, blocked; else ""

G_END_DECLS
