// SPDX-License-Identifier: GPL-3.0-or-later
// One thing to do: a finding, and whose it is.
#pragma once

#include "core/model/ceci-student.h"
#include "core/regulation/ceci-finding.h"

G_BEGIN_DECLS

#define CECI_TYPE_ATTENTION_ITEM (ceci_attention_item_get_type ())
G_DECLARE_FINAL_TYPE (CeciAttentionItem, ceci_attention_item, CECI, ATTENTION_ITEM, GObject)

CeciAttentionItem *ceci_attention_item_new (CeciFinding *finding, CeciStudent *student);
CeciFinding *ceci_attention_item_get_finding (CeciAttentionItem *self);
CeciStudent *ceci_attention_item_get_student (CeciAttentionItem *self);
int ceci_attention_item_compare (CeciAttentionItem *one,
                                 CeciAttentionItem *other); // worst, then most urgent, then by name
int ceci_attention_item_compare_rule (CeciAttentionItem *one, CeciAttentionItem *other);

G_END_DECLS
