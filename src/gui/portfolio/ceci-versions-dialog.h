// SPDX-License-Identifier: GPL-3.0-or-later
// The versions of a document, newest first: when each came, from where, which bytes.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"
#include "core/model/ceci-document.h"

G_BEGIN_DECLS

AdwDialog *ceci_versions_dialog_new (CeciDesk *desk, CeciDocument *document);

G_END_DECLS
