// SPDX-License-Identifier: GPL-3.0-or-later
// One applicant in the table of a selection: it changes in place, so that ticking loses neither row nor focus.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-selection-item.h"

struct _CeciSelectionItem {
  GObject parent_instance;
  CeciApplication *application;
  gboolean chosen, enrolled, changed;
  CeciHold held;
  char *reason;
};

enum { PROP_0, PROP_CHOSEN, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CeciSelectionItem, ceci_selection_item, G_TYPE_OBJECT)

static void
ceci_selection_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    g_value_set_boolean (value, CECI_SELECTION_ITEM (object)->chosen);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ceci_selection_item_finalize (GObject *object)
{
  CeciSelectionItem *self = CECI_SELECTION_ITEM (object);

  g_object_unref (self->application);
  g_free (self->reason);
  G_OBJECT_CLASS (ceci_selection_item_parent_class)->finalize (object);
}

static void
ceci_selection_item_class_init (CeciSelectionItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ceci_selection_item_get_property;
  object_class->finalize = ceci_selection_item_finalize;
  /**
   * CeciSelectionItem:chosen:
   *
   * Whether the applicant is to get a place; notified when anything of the item changes.
   */
  properties[PROP_CHOSEN] =
      g_param_spec_boolean ("chosen", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ceci_selection_item_init (CeciSelectionItem *self)
{
  self->held = CECI_HOLD_NONE;
}

CeciSelectionItem *
ceci_selection_item_new (CeciApplication *application)
{
  CeciSelectionItem *self = g_object_new (CECI_TYPE_SELECTION_ITEM, NULL);

  self->application = g_object_ref (application);
  return self;
}

/**
 * ceci_selection_item_update:
 * @self: an item
 * @pool: what the register says
 * @applicant: its index there
 */
void
ceci_selection_item_update (CeciSelectionItem *self, CeciSelectionPool *pool, guint applicant)
{
  const CeciSelectionApplicant *each = ceci_selection_problem_get_applicant (pool->problem, applicant);
  gboolean chosen = pool->chosen[applicant], changed = ceci_selection_pool_is_changed (pool, applicant);
  const char *reason = pool->reasons->pdata[applicant];

  g_set_object (&self->application, pool->applications->pdata[applicant]);
  if (chosen == self->chosen && changed == self->changed && each->held == self->held &&
      each->enrolled == self->enrolled && g_strcmp0 (reason, self->reason) == 0)
    return;
  self->chosen = chosen;
  self->changed = changed;
  self->held = each->held;
  self->enrolled = each->enrolled;
  g_set_str (&self->reason, reason);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

CeciApplication *
ceci_selection_item_get_application (CeciSelectionItem *self)
{
  return self->application;
}

const char *
ceci_selection_item_get_id (CeciSelectionItem *self)
{
  return ceci_record_get_id (CECI_RECORD (self->application));
}

gboolean
ceci_selection_item_is_chosen (CeciSelectionItem *self)
{
  return self->chosen;
}

gboolean
ceci_selection_item_is_enrolled (CeciSelectionItem *self)
{
  return self->enrolled;
}

CeciHold
ceci_selection_item_get_held (CeciSelectionItem *self)
{
  return self->held;
}

char *
ceci_selection_item_describe (CeciSelectionItem *self)
{
  const char *word = NULL;

  if (self->enrolled)
    return g_strdup (_ ("Enrolled already"));
  if (self->held != CECI_HOLD_NONE)
    word = self->held == CECI_HOLD_IN ? _ ("Held in") : _ ("Held out");
  else if (self->changed)
    word = self->chosen ? _ ("Put in") : _ ("Taken out");
  if (word == NULL)
    return g_strdup ("");
  return g_strconcat (word, " · ", self->reason != NULL ? self->reason : _ ("the reason is missing"), NULL);
}
