// SPDX-License-Identifier: GPL-3.0-or-later
// The icon and the tone of every state the register knows, said once for all pages. The words are the model's.
#pragma once

#include "core/regulation/ceci-finding.h"
#include "ceci-state-pill.h"

G_BEGIN_DECLS

void ceci_words_show_state (CeciStatePill *pill, GType type, int value); // an enumeration of core/model/ceci-enums.h
void ceci_words_show_finding_state (CeciStatePill *pill, CeciFindingState state, const char *rule); // rule NULL: of several
void ceci_words_show_finding (CeciStatePill *pill, CeciFinding *finding); // «Signed», «4/4», «150 h»

G_END_DECLS
