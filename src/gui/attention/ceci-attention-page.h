// SPDX-License-Identifier: GPL-3.0-or-later
// What is to do, grouped by rule: who, why, since when, by when; a click opens the student there.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_ATTENTION_PAGE (ceci_attention_page_get_type ())
G_DECLARE_FINAL_TYPE (CeciAttentionPage, ceci_attention_page, CECI, ATTENTION_PAGE, CeciView)

G_END_DECLS
