// SPDX-License-Identifier: GPL-3.0-or-later
// The versions of a document, newest first: when each came, from where, which bytes; and what can be done with each.
#pragma once

#include <adwaita.h>
#include "ceci-portfolio-view.h"
#include "core/model/ceci-document.h"

G_BEGIN_DECLS

#define CECI_TYPE_VERSIONS_DIALOG (ceci_versions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciVersionsDialog, ceci_versions_dialog, CECI, VERSIONS_DIALOG, AdwDialog)

AdwDialog *ceci_versions_dialog_new (CeciPortfolioView *view, CeciDocument *document);

G_END_DECLS
