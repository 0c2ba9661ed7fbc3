// SPDX-License-Identifier: GPL-3.0-or-later
// One thing to do: a finding, and whose it is.
#include "config.h"

#include <stdlib.h>

#include "ceci-attention-item.h"

struct _CeciAttentionItem {
  GObject parent_instance;
  CeciFinding *finding;
  CeciStudent *student;
};

G_DEFINE_FINAL_TYPE (CeciAttentionItem, ceci_attention_item, G_TYPE_OBJECT)

static void
ceci_attention_item_finalize (GObject *object)
{
  CeciAttentionItem *self = CECI_ATTENTION_ITEM (object);

  g_clear_object (&self->finding);
  g_clear_object (&self->student);
  G_OBJECT_CLASS (ceci_attention_item_parent_class)->finalize (object);
}

static void
ceci_attention_item_class_init (CeciAttentionItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_attention_item_finalize;
}

static void
ceci_attention_item_init (CeciAttentionItem *self)
{
}

CeciAttentionItem *
ceci_attention_item_new (CeciFinding *finding, CeciStudent *student)
{
  CeciAttentionItem *self = g_object_new (CECI_TYPE_ATTENTION_ITEM, NULL);

  self->finding = g_object_ref (finding);
  self->student = g_object_ref (student);
  return self;
}

CeciFinding *
ceci_attention_item_get_finding (CeciAttentionItem *self)
{
  return self->finding;
}

CeciStudent *
ceci_attention_item_get_student (CeciAttentionItem *self)
{
  return self->student;
}

/**
 * ceci_attention_item_compare_rule:
 * @one: an item
 * @other: another
 *
 * Returns: the order of their rules: R7 stands before R21
 */
int
ceci_attention_item_compare_rule (CeciAttentionItem *one, CeciAttentionItem *other)
{
  return atoi (ceci_finding_get_rule (one->finding) + 1) - atoi (ceci_finding_get_rule (other->finding) + 1);
}

int
ceci_attention_item_compare (CeciAttentionItem *one, CeciAttentionItem *other)
{
  int worse = (int) ceci_finding_get_state (other->finding) - (int) ceci_finding_get_state (one->finding);
  const char *due = ceci_finding_get_due (one->finding);
  const char *other_due = ceci_finding_get_due (other->finding);
  int sooner;

  if (worse != 0)
    return worse;
  sooner = due != NULL && other_due != NULL ? g_strcmp0 (due, other_due) : (due == NULL) - (other_due == NULL);
  if (sooner != 0)
    return sooner;
  return g_strcmp0 (ceci_student_get_search_key (one->student), ceci_student_get_search_key (other->student));
}
