// SPDX-License-Identifier: GPL-3.0-or-later
// Letters to applicants: what was decided about each, or what the office says in its own words.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

void ceci_application_letters_write (CeciView *view, const char *kind, GPtrArray *applications); // CeciApplication; kind: "decision" or "free"

G_END_DECLS
