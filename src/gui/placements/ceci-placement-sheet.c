// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the placement view shows, read at once on the register's thread.
#include "config.h"

#include "ceci-placement-sheet.h"
#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-facts-repository.h"
#include "core/model/ceci-follow-up-repository.h"
#include "core/model/ceci-placement-repository.h"

static void
counted_free (gpointer data)
{
  CeciCountedHours *counted = data;

  g_clear_object (&counted->hours);
  g_free (counted->reason);
  g_free (counted);
}

static void
paper_free (gpointer data)
{
  CeciSignedPaper *paper = data;

  g_clear_object (&paper->agreement);
  g_clear_object (&paper->signatures);
  g_free (paper);
}

static void
grid_free (gpointer data)
{
  CeciTranscribedGrid *transcribed = data;

  g_clear_object (&transcribed->grid);
  g_clear_object (&transcribed->ratings);
  g_strfreev (transcribed->remarks);
  g_free (transcribed);
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
  self->facts = ceci_facts_repository_find (database, student_id, &self->regulation, error);
  self->log = self->facts != NULL ? ceci_hours_repository_list (database, student_id, error) : NULL;
  if (self->log == NULL)
    return FALSE;
  self->hours = g_ptr_array_new_with_free_func (counted_free);
  for (guint i = g_list_model_get_n_items (self->log); i-- > 0;) {
    CeciCountedHours *counted = g_new0 (CeciCountedHours, 1);
    const CeciHoursFacts *each;

    counted->hours = g_list_model_get_item (self->log, i);
    each = facts_of (self->facts, ceci_record_get_id (CECI_RECORD (counted->hours)));
    counted->count = each != NULL ? ceci_regulation_count_hours (self->regulation, self->facts, each, &counted->reason)
                                  : CECI_COUNT_NO;
    self->minutes[counted->count] += ceci_hours_get_minutes (counted->hours);
    g_ptr_array_add (self->hours, counted);
  }
  return TRUE;
}

static gboolean
read_papers (CeciPlacementSheet *self, CeciDatabase *database, const char *placement_id, GError **error)
{
  g_autoptr (GListModel) agreements = ceci_agreement_repository_list (database, placement_id, error);

  if (agreements == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (agreements); i++) {
    CeciSignedPaper *paper = g_new0 (CeciSignedPaper, 1);

    g_ptr_array_add (self->papers, paper);
    paper->agreement = g_list_model_get_item (agreements, i);
    paper->signatures =
        ceci_agreement_repository_signatures (database, ceci_record_get_id (CECI_RECORD (paper->agreement)), error);
    if (paper->signatures == NULL)
      return FALSE;
  }
  return TRUE;
}

// An index in the facts' placements.
static guint
index_of (CeciPlacementSheet *self, const char *placement_id)
{
  for (guint i = 0; i < self->facts->placements->len; i++)
    if (g_strcmp0 (g_array_index (self->facts->placements, CeciPlacementFacts, i).id, placement_id) == 0)
      return i;
  return 0;
}

static gboolean
read_current (CeciPlacementSheet *self, CeciDatabase *database, GError **error)
{
  g_autoptr (CeciPlacement) current = ceci_placement_sheet_current (self);
  const char *id = current != NULL ? ceci_record_get_id (CECI_RECORD (current)) : NULL;
  const char *rule = NULL;

  self->papers = g_ptr_array_new_with_free_func (paper_free);
  if (id == NULL)
    return TRUE;
  self->supervisor = ceci_regulation_check_supervisor (self->regulation, self->facts, index_of (self, id), self->today,
                                                       &rule, &self->supervisor_reason, NULL);
  self->supervisor_rule = rule;
  if (rule == NULL)
    g_clear_pointer (&self->supervisor_reason, g_free);
  self->members = ceci_placement_repository_members (database, id, error);
  return self->members != NULL && read_papers (self, database, id, error);
}

static gint64
counted_at (CeciPlacementSheet *self, const char *placement_id)
{
  gint64 minutes = 0;

  for (guint i = 0; i < self->hours->len; i++) {
    const CeciCountedHours *counted = self->hours->pdata[i];

    if (counted->count == CECI_COUNT_YES && g_strcmp0 (ceci_hours_get_placement_id (counted->hours), placement_id) == 0)
      minutes += ceci_hours_get_minutes (counted->hours);
  }
  return minutes;
}

static const char *
last_day_of (CeciPlacementSheet *self, const char *placement_id)
{
  for (guint i = 0; i < self->facts->placements->len; i++) {
    const CeciPlacementFacts *placement = &g_array_index (self->facts->placements, CeciPlacementFacts, i);

    if (g_strcmp0 (placement->id, placement_id) == 0)
      return placement->closed_on != NULL ? placement->closed_on : placement->ends_on;
  }
  return NULL;
}

static gboolean
read_grids (CeciPlacementSheet *self, CeciDatabase *database, const char *student_id, GError **error)
{
  g_autoptr (GListModel) grids = ceci_follow_up_repository_grids (database, student_id, error);

  if (grids == NULL)
    return FALSE;
  self->grids = g_ptr_array_new_with_free_func (grid_free);
  for (guint i = 0; i < g_list_model_get_n_items (grids); i++) {
    CeciTranscribedGrid *transcribed = g_new0 (CeciTranscribedGrid, 1);
    const char *placement_id;

    g_ptr_array_add (self->grids, transcribed);
    transcribed->grid = g_list_model_get_item (grids, i);
    placement_id = ceci_follow_up_grid_get_placement_id (transcribed->grid);
    transcribed->ratings =
        ceci_follow_up_repository_ratings (database, ceci_record_get_id (CECI_RECORD (transcribed->grid)), error);
    if (transcribed->ratings == NULL)
      return FALSE;
    transcribed->remarks =
        ceci_follow_up_remarks (transcribed->grid, last_day_of (self, placement_id), counted_at (self, placement_id));
  }
  return TRUE;
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

  self->today = g_strdup (today);
  if ((self->summary = ceci_student_summary_find (database, student_id, today, error)) == NULL ||
      (self->placements = ceci_placement_repository_list (database, student_id, error)) == NULL ||
      !read_hours (self, database, student_id, error) || !read_current (self, database, error) ||
      !read_grids (self, database, student_id, error) ||
      (self->documents = ceci_document_repository_list (database, student_id, error)) == NULL) {
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
  g_free (self->today);
  g_clear_object (&self->placements);
  g_clear_object (&self->members);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  g_clear_pointer (&self->hours, g_ptr_array_unref);
  g_clear_object (&self->log);
  g_clear_pointer (&self->grids, g_ptr_array_unref);
  g_clear_object (&self->documents);
  g_clear_pointer (&self->facts, ceci_facts_free);
  g_clear_object (&self->regulation);
  g_free (self->supervisor_reason);
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

CeciStudent *
ceci_placement_sheet_get_student (CeciPlacementSheet *self)
{
  return ceci_student_summary_get_student (self->summary);
}

CeciCountedHours *
ceci_placement_sheet_find_hours (CeciPlacementSheet *self, const char *id)
{
  for (guint i = 0; i < self->hours->len; i++) {
    CeciCountedHours *counted = self->hours->pdata[i];

    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (counted->hours)), id) == 0)
      return counted;
  }
  return NULL;
}

CeciSignedPaper *
ceci_placement_sheet_find_paper (CeciPlacementSheet *self, const char *id)
{
  for (guint i = 0; i < self->papers->len; i++) {
    CeciSignedPaper *paper = self->papers->pdata[i];

    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (paper->agreement)), id) == 0)
      return paper;
  }
  return NULL;
}

/**
 * ceci_placement_sheet_foresee:
 * @self: the sheet
 * @worked_on: a day
 * @minutes: how long
 * @reason: (out) (optional) (nullable): why they would not count (yet)
 *
 * Returns: whether hours of that day, accepted by the office, would count
 */
CeciCount
ceci_placement_sheet_foresee (CeciPlacementSheet *self, const char *worked_on, gint64 minutes, char **reason)
{
  g_autoptr (CeciPlacement) placement = ceci_placement_list_at (self->placements, worked_on);
  g_autofree char *day = g_strdup (worked_on);
  char accepted[] = "accepted", id[] = "";
  CeciHoursFacts probe = {.id = id, .worked_on = day, .minutes = minutes, .state = accepted};

  if (reason != NULL)
    *reason = NULL;
  if (placement == NULL)
    return CECI_COUNT_NO;
  probe.placement = index_of (self, ceci_record_get_id (CECI_RECORD (placement)));
  return ceci_regulation_count_hours (self->regulation, self->facts, &probe, reason);
}
