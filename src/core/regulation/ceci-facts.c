// SPDX-License-Identifier: GPL-3.0-or-later
// The life of one student's facts. Filling them is model/'s business.

#include "config.h"

#include "ceci-facts.h"

static void
clear_placement (gpointer data)
{
  CeciPlacementFacts *placement = data;

  g_free (placement->id);
  g_free (placement->organisation_kind);
  g_free (placement->legal_form);
  g_free (placement->starts_on);
  g_free (placement->ends_on);
  g_free (placement->closed_on);
  g_free (placement->last_signed_on);
  g_free (placement->supervisor_name);
  g_free (placement->mandate_ends_on);
  g_free (placement->election_on);
  g_free (placement->amended_on);
}

static void
clear_member (gpointer data)
{
  CeciMemberFacts *member = data;

  g_free (member->since);
  g_free (member->until);
}

static void
clear_interruption (gpointer data)
{
  CeciInterruptionFacts *interruption = data;

  g_free (interruption->starts_on);
  g_free (interruption->ends_on);
}

static void
clear_grid (gpointer data)
{
  CeciGridFacts *grid = data;

  g_free (grid->filled_on);
}

static void
clear_hours (gpointer data)
{
  CeciHoursFacts *hours = data;

  g_free (hours->id);
  g_free (hours->worked_on);
  g_free (hours->state);
}

static void
clear_document (gpointer data)
{
  CeciDocumentFacts *document = data;

  g_free (document->id);
  g_free (document->kind);
  g_free (document->sha256);
  g_free (document->dated_on);
  g_free (document->deposited_on);
  g_free (document->health);
}

/**
 * ceci_facts_new:
 *
 * Returns: (transfer full): facts of nobody yet; free with ceci_facts_free()
 */
CeciFacts *
ceci_facts_new (void)
{
  CeciFacts *self = g_new0 (CeciFacts, 1);

  self->application_minutes = -1;
  self->interruptions = g_array_new (FALSE, TRUE, sizeof (CeciInterruptionFacts));
  self->grids = g_array_new (FALSE, TRUE, sizeof (CeciGridFacts));
  self->placements = g_array_new (FALSE, TRUE, sizeof (CeciPlacementFacts));
  self->members = g_array_new (FALSE, TRUE, sizeof (CeciMemberFacts));
  self->hours = g_array_new (FALSE, TRUE, sizeof (CeciHoursFacts));
  self->documents = g_array_new (FALSE, TRUE, sizeof (CeciDocumentFacts));
  self->absences = g_ptr_array_new_with_free_func (g_free);
  g_array_set_clear_func (self->interruptions, clear_interruption);
  g_array_set_clear_func (self->grids, clear_grid);
  g_array_set_clear_func (self->placements, clear_placement);
  g_array_set_clear_func (self->members, clear_member);
  g_array_set_clear_func (self->hours, clear_hours);
  g_array_set_clear_func (self->documents, clear_document);
  return self;
}

/**
 * ceci_facts_clear:
 * @self: facts
 *
 * Forgets the student, keeps the arrays: facts of many students are gathered in one place, one after another.
 */
void
ceci_facts_clear (CeciFacts *self)
{
  g_clear_pointer (&self->student_id, g_free);
  g_clear_pointer (&self->person_name, g_free);
  g_clear_pointer (&self->cohort_id, g_free);
  g_clear_pointer (&self->state, g_free);
  g_clear_pointer (&self->enrolled_on, g_free);
  g_clear_pointer (&self->left_on, g_free);
  g_clear_pointer (&self->extended_to, g_free);
  g_clear_pointer (&self->application_state, g_free);
  self->application_minutes = -1;
  self->application_has_organisation = FALSE;
  self->application_has_mission = FALSE;
  g_array_set_size (self->interruptions, 0);
  g_array_set_size (self->grids, 0);
  g_array_set_size (self->placements, 0);
  g_array_set_size (self->members, 0);
  g_array_set_size (self->hours, 0);
  g_array_set_size (self->documents, 0);
  self->modules = 0;
  self->n_modules = 0;
  g_ptr_array_set_size (self->absences, 0);
  self->n_attended = 0;
  self->n_excused = 0;
}

void
ceci_facts_free (CeciFacts *self)
{
  if (self == NULL)
    return;
  ceci_facts_clear (self);
  g_array_unref (self->interruptions);
  g_array_unref (self->grids);
  g_array_unref (self->placements);
  g_array_unref (self->members);
  g_array_unref (self->hours);
  g_array_unref (self->documents);
  g_ptr_array_unref (self->absences);
  g_free (self);
}
