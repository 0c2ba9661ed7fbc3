// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what the page of an organisation shows.
#include "config.h"

#include "ceci-organisation-sheet.h"
#include "core/model/ceci-placement-repository.h"

static void
sheet_clear (gpointer data)
{
  CeciOrganisationSheet *self = data;

  g_clear_object (&self->organisation);
  g_clear_object (&self->contacts);
  g_clear_object (&self->mandates);
  g_clear_object (&self->offers);
  g_clear_object (&self->placements);
  g_clear_object (&self->duplicates);
}

CeciOrganisationSheet *
ceci_organisation_sheet_ref (CeciOrganisationSheet *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ceci_organisation_sheet_unref (CeciOrganisationSheet *self)
{
  g_atomic_rc_box_release_full (self, sheet_clear);
}

static gboolean
fill (CeciOrganisationSheet *self, CeciDatabase *database, const char *id, GError **error)
{
  self->organisation = ceci_organisation_repository_find (database, id, error);
  if (self->organisation == NULL)
    return FALSE;
  self->contacts = ceci_organisation_repository_contacts (database, id, error);
  if (self->contacts == NULL)
    return FALSE;
  self->mandates = ceci_organisation_repository_mandates (database, id, error);
  if (self->mandates == NULL)
    return FALSE;
  self->offers = ceci_organisation_repository_offers (database, id, error);
  if (self->offers == NULL)
    return FALSE;
  self->placements = ceci_placement_repository_of_organisation (database, id, error);
  if (self->placements == NULL)
    return FALSE;
  self->duplicates = ceci_organisation_repository_duplicates (database, self->organisation, error);
  return self->duplicates != NULL;
}

/**
 * ceci_organisation_sheet_read:
 * @database: a connection
 * @id: an organisation's id
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): all about it
 */
CeciOrganisationSheet *
ceci_organisation_sheet_read (CeciDatabase *database, const char *id, GError **error)
{
  CeciOrganisationSheet *self = g_atomic_rc_box_new0 (CeciOrganisationSheet);

  if (fill (self, database, id, error))
    return self;
  ceci_organisation_sheet_unref (self);
  return NULL;
}
