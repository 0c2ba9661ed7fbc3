// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the placement view shows, read at once on the register's thread.
#include "config.h"

#include "ceci-placement-sheet.h"
#include "core/model/ceci-facts-repository.h"
#include "core/model/ceci-placement-repository.h"

static void
counted_free (gpointer data)
{
  CeciCountedHours *counted = data;

  g_clear_object (&counted->hours);
  g_free (counted->reason);
  g_free (counted);
}

static const CeciHoursFacts *
facts_of (const CeciFacts *facts, const char *id)
{
  for (guint i = 0; i < facts->hours->len; i++) {
    const CeciHoursFacts *each = &g_array_index (facts->hours, CeciHoursFacts, i);

    if (g_strcmp0 (each->id, id) == 0)
      return each;
  }
  return NULL;
}

static gboolean
read_hours (CeciPlacementSheet *self, CeciDatabase *database, const char *student_id, GError **error)
{
  g_autoptr (CeciRegulation) regulation = NULL;
  g_autoptr (CeciFacts) facts = ceci_facts_repository_find (database, student_id, &regulation, error);
  g_autoptr (GListModel) list = facts != NULL ? ceci_hours_repository_list (database, student_id, error) : NULL;

  if (list == NULL)
    return FALSE;
  self->hours = g_ptr_array_new_with_free_func (counted_free);
  for (guint i = g_list_model_get_n_items (list); i-- > 0;) {
    CeciCountedHours *counted = g_new0 (CeciCountedHours, 1);
    const CeciHoursFacts *each;

    counted->hours = g_list_model_get_item (list, i);
    each = facts_of (facts, ceci_record_get_id (CECI_RECORD (counted->hours)));
    counted->count =
        each != NULL ? ceci_regulation_count_hours (regulation, facts, each, &counted->reason) : CECI_COUNT_NO;
    g_ptr_array_add (self->hours, counted);
  }
  return TRUE;
}

static gboolean
read_signatures (CeciPlacementSheet *self, CeciDatabase *database, GError **error)
{
  g_autoptr (CeciPlacement) current = ceci_placement_sheet_current (self);
  const char *agreement_id = current != NULL ? ceci_placement_get_agreement_id (current) : NULL;

  if (agreement_id == NULL)
    return TRUE;
  self->signatures = ceci_agreement_repository_signatures (database, agreement_id, error);
  return self->signatures != NULL;
}

/**
 * ceci_placement_sheet_read:
 * @database: a connection
 * @student_id: whose
 * @today: the day it is
 * @error: return location for an error
 *
 * Returns: (transfer full): what the view shows
 */
CeciPlacementSheet *
ceci_placement_sheet_read (CeciDatabase *database, const char *student_id, const char *today, GError **error)
{
  CeciPlacementSheet *self = g_atomic_rc_box_new0 (CeciPlacementSheet);

  if ((self->summary = ceci_student_summary_find (database, student_id, today, error)) == NULL ||
      (self->placements = ceci_placement_repository_list (database, student_id, error)) == NULL ||
      !read_signatures (self, database, error) || !read_hours (self, database, student_id, error)) {
    ceci_placement_sheet_unref (self);
    return NULL;
  }
  return self;
}

static void
clear (gpointer data)
{
  CeciPlacementSheet *self = data;

  g_clear_object (&self->summary);
  g_clear_object (&self->placements);
  g_clear_object (&self->signatures);
  g_clear_pointer (&self->hours, g_ptr_array_unref);
}

CeciPlacementSheet *
ceci_placement_sheet_ref (CeciPlacementSheet *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ceci_placement_sheet_unref (CeciPlacementSheet *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

CeciPlacement *
ceci_placement_sheet_current (CeciPlacementSheet *self)
{
  guint n = g_list_model_get_n_items (self->placements);

  for (guint i = n; i-- > 0;) {
    g_autoptr (CeciPlacement) placement = g_list_model_get_item (self->placements, i);

    if (ceci_placement_get_closed_on (placement) == NULL)
      return g_steal_pointer (&placement);
  }
  return n > 0 ? g_list_model_get_item (self->placements, n - 1) : NULL;
}
