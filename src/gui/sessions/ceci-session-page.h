// SPDX-License-Identifier: GPL-3.0-or-later
// A jury session: its dossiers and their decisions, its jurors, their packages and their returns.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_SESSION_PAGE (ceci_session_page_get_type ())
G_DECLARE_FINAL_TYPE (CeciSessionPage, ceci_session_page, CECI, SESSION_PAGE, CeciView)

G_END_DECLS
