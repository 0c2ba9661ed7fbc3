// SPDX-License-Identifier: GPL-3.0-or-later
// One file of a deposit in the list that reviews it: taken or not, what it would become and why.
#pragma once

#include <adwaita.h>
#include "core/exchange/ceci-proposed-document.h"

G_BEGIN_DECLS

#define CECI_TYPE_DEPOSIT_ROW (ceci_deposit_row_get_type ())
G_DECLARE_FINAL_TYPE (CeciDepositRow, ceci_deposit_row, CECI, DEPOSIT_ROW, GtkBox)

GtkWidget *ceci_deposit_row_new (void);
void ceci_deposit_row_set_proposed (CeciDepositRow *self, CeciProposedDocument *proposed);
char *ceci_deposit_row_dup_description (CeciProposedDocument *proposed) G_GNUC_WARN_UNUSED_RESULT; // for who hears it
const char *ceci_deposit_action_label (CeciProposalAction action); // of documents: «New version»

G_END_DECLS
