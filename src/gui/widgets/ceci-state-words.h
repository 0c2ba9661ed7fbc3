// SPDX-License-Identifier: GPL-3.0-or-later
// The icon and the tone of every state the register knows, said once for all pages. The words are the model's.
#pragma once

#include "core/regulation/ceci-finding.h"
#include "ceci-state-pill.h"

G_BEGIN_DECLS

void ceci_words_show_state (CeciStatePill *pill, GType type, int value); // an enumeration of core/model/ceci-enums.h
const char *ceci_words_finding_state (CeciFindingState state);
void ceci_words_show_finding_state (CeciStatePill *pill, CeciFindingState state);

G_END_DECLS
