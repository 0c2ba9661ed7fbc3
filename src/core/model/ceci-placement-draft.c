// SPDX-License-Identifier: GPL-3.0-or-later
// Placements on their way into the register: filled from an application or an offer, and stored with what they need.

#include "config.h"

#include "ceci-placement-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-organisation-repository.h"
#include "ceci-placement-repository.h"
#include "ceci-sql.h"
#include "core/regulation/ceci-regulation.h"

static CeciPlacementDraft *
draft_new (CeciPlacement *placement)
{
  CeciPlacementDraft *self = g_new0 (CeciPlacementDraft, 1);

  self->placement = placement;
  return self;
}

/**
 * ceci_placement_draft_new_blank:
 * @student_id: whose
 * @starts_on: a day to begin with
 *
 * Returns: (transfer full): a placement of which nothing else is known
 */
CeciPlacementDraft *
ceci_placement_draft_new_blank (const char *student_id, const char *starts_on)
{
  return draft_new (ceci_record_new (CECI_TYPE_PLACEMENT, "student_id", student_id, "starts_on", starts_on,
                                     "supervisor_kind", "individual", "planned_minutes", CECI_UNSET, NULL));
}

// R18: outside the committee of a society, the committee as a whole supervises.
static gboolean
is_collective (CeciOrganisation *organisation, gboolean committee_member)
{
  const char *kind = organisation != NULL ? ceci_enum_get_nick (CECI_TYPE_ORGANISATION_KIND,
                                                                (int) ceci_organisation_get_kind (organisation))
                                          : NULL;
  g_autofree char *column = kind != NULL ? g_strdelimit (g_strdup (kind), "-", '_') : NULL;

  return !committee_member && ceci_regulation_has_committee (column);
}

static CeciOrganisation *
new_organisation (CeciApplication *application)
{
  CeciOrganisationKind kind = ceci_application_get_organisation_kind (application);
  CeciLegalForm form = ceci_application_get_legal_form (application);
  const char *number = ceci_application_get_enterprise_number (application);

  if (kind == CECI_ORGANISATION_KIND_NONE)
    kind = CECI_ORGANISATION_KIND_OTHER;
  if (form == CECI_LEGAL_FORM_NONE)
    form = CECI_LEGAL_FORM_UNKNOWN;
  return ceci_record_new (CECI_TYPE_ORGANISATION, "name", ceci_application_get_organisation_name (application), "kind",
                          ceci_enum_get_nick (CECI_TYPE_ORGANISATION_KIND, (int) kind), "legal_form",
                          ceci_enum_get_nick (CECI_TYPE_LEGAL_FORM, (int) form), "enterprise_number",
                          ceci_enterprise_number_is_valid (number) ? number : NULL, NULL);
}

// The organisation that the application names, as the register knows it, or new.
static gboolean
match_organisation (CeciPlacementDraft *self, CeciDatabase *database, CeciApplication *application, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *id = NULL;

  if (is_blank (ceci_application_get_organisation_name (application)))
    return TRUE;
  id = ceci_organisation_repository_match (database, ceci_application_get_organisation_name (application),
                                           ceci_application_get_enterprise_number (application), &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  self->organisation =
      id != NULL ? ceci_organisation_repository_find (database, id, error) : new_organisation (application);
  return self->organisation != NULL;
}

CeciPlacementDraft *
ceci_placement_draft_from_application (CeciDatabase *database, CeciApplication *application, const char *student_id,
                                       const char *starts_on, GError **error)
{
  const char *day = ceci_application_get_starts_on (application);
  g_autoptr (CeciPlacementDraft) self = ceci_placement_draft_new_blank (student_id, day != NULL ? day : starts_on);
  gboolean committee_member = ceci_application_get_committee_member (application);
  const char *ends_on = ceci_application_get_ends_on (application);
  CeciPlacement *filled;

  if (!match_organisation (self, database, application, error))
    return NULL;
  // a form may say anything: what ends before it starts has no end yet
  if (ends_on != NULL && strcmp (ceci_placement_get_starts_on (self->placement), ends_on) > 0)
    ends_on = NULL;
  filled = ceci_record_with (self->placement, "function", ceci_application_get_function (application), "mission",
                             ceci_application_get_mission (application), "ends_on", ends_on, "planned_minutes",
                             ceci_application_get_planned_minutes (application), "committee_member", committee_member,
                             "supervisor_kind",
                             is_collective (self->organisation, committee_member) ? "collective" : "individual",
                             "supervisor_name", ceci_application_get_supervisor_name (application), "supervisor_email",
                             ceci_application_get_supervisor_email (application), "eligibility_reason",
                             ceci_application_get_eligibility_reason (application), NULL);
  g_set_object (&self->placement, filled);
  g_object_unref (filled);
  return g_steal_pointer (&self);
}

CeciPlacementDraft *
ceci_placement_draft_from_offer (CeciDatabase *database, CeciOffer *offer, const char *student_id,
                                 const char *starts_on, GError **error)
{
  g_autoptr (CeciPlacementDraft) self = ceci_placement_draft_new_blank (student_id, starts_on);
  CeciPlacement *filled;

  self->organisation = ceci_organisation_repository_find (database, ceci_offer_get_organisation_id (offer), error);
  if (self->organisation == NULL)
    return NULL;
  filled = ceci_record_with (self->placement, "offer_id", ceci_record_get_id (CECI_RECORD (offer)), "mission",
                             ceci_offer_get_description (offer) != NULL ? ceci_offer_get_description (offer)
                                                                        : ceci_offer_get_title (offer),
                             "planned_minutes", ceci_offer_get_minutes (offer), "supervisor_kind",
                             is_collective (self->organisation, FALSE) ? "collective" : "individual", NULL);
  g_set_object (&self->placement, filled);
  g_object_unref (filled);
  return g_steal_pointer (&self);
}

CeciPlacementDraft *
ceci_placement_draft_of (CeciDatabase *database, const char *placement_id, GError **error)
{
  g_autoptr (CeciPlacementDraft) self = NULL;
  CeciPlacement *placement = ceci_placement_repository_find (database, placement_id, error);

  if (placement == NULL)
    return NULL;
  self = draft_new (placement);
  self->organisation =
      ceci_organisation_repository_find (database, ceci_placement_get_organisation_id (placement), error);
  if (self->organisation == NULL)
    return NULL;
  self->members = ceci_placement_repository_members (database, placement_id, error);
  return self->members != NULL ? g_steal_pointer (&self) : NULL;
}

void
ceci_placement_draft_free (CeciPlacementDraft *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->placement);
  g_clear_object (&self->organisation);
  g_clear_object (&self->members);
  g_free (self);
}

void
ceci_placement_draft_set_organisation (CeciPlacementDraft *self, CeciOrganisation *organisation)
{
  g_set_object (&self->organisation, organisation);
}

static gboolean
check (CeciPlacementDraft *self, GError **error)
{
  g_autofree char *form = NULL;
  g_autofree char *reason = NULL;

  if (self->organisation == NULL || is_blank (ceci_organisation_get_name (self->organisation)))
    return REFUSE (error, _ ("A placement belongs to a student and to an organisation."));
  form = ceci_enum_to_column (CECI_TYPE_LEGAL_FORM, (int) ceci_organisation_get_legal_form (self->organisation));
  if (!ceci_regulation_admits_legal_form (form, &reason))
    return REFUSE (error, "%s", reason);
  return TRUE;
}

static gboolean
store_organisation (CeciPlacementDraft *self, CeciDatabase *database, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *id = NULL;

  if (ceci_record_get_id (CECI_RECORD (self->organisation)) != NULL)
    return TRUE;
  // it may have come since the form was opened
  id = ceci_organisation_repository_match (database, ceci_organisation_get_name (self->organisation),
                                           ceci_organisation_get_enterprise_number (self->organisation), &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (id == NULL)
    id = ceci_organisation_repository_add (database, self->organisation, error);
  if (id == NULL)
    return FALSE;
  g_clear_object (&self->organisation);
  self->organisation = ceci_organisation_repository_find (database, id, error);
  return self->organisation != NULL && check (self, error);
}

static gboolean
store_members (CeciPlacementDraft *self, CeciDatabase *database, const char *placement_id, GError **error)
{
  g_autoptr (GListModel) standing = NULL;

  if (self->members == NULL)
    return TRUE;
  standing = ceci_placement_repository_members (database, placement_id, error);
  if (standing == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (standing); i++) {
    g_autoptr (CeciSupervisorMember) member = g_list_model_get_item (standing, i);

    if (!ceci_record_delete (member, database, error))
      return FALSE;
  }
  for (guint i = 0; i < g_list_model_get_n_items (self->members); i++) {
    g_autoptr (CeciSupervisorMember) member = g_list_model_get_item (self->members, i);
    g_autoptr (CeciSupervisorMember) placed = NULL;
    const char *since = ceci_supervisor_member_get_since (member), *until = ceci_supervisor_member_get_until (member);

    if (is_blank (ceci_supervisor_member_get_name (member)))
      continue;
    if (since != NULL && until != NULL && strcmp (since, until) > 0)
      return REFUSE (error, _ ("%s leaves the committee before joining it. Correct the dates."),
                     ceci_supervisor_member_get_name (member));
    placed = ceci_record_with (member, "placement_id", placement_id, NULL);
    if (!ceci_record_insert (placed, database, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * ceci_placement_draft_store:
 * @self: the draft
 * @database: a connection inside a write
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID says what is wrong
 *
 * Returns: (transfer full) (nullable): the placement's id
 */
char *
ceci_placement_draft_store (CeciPlacementDraft *self, CeciDatabase *database, GError **error)
{
  g_autoptr (CeciPlacement) placed = NULL;
  g_autofree char *id = NULL;
  gint64 planned = ceci_placement_get_planned_minutes (self->placement);

  if (!check (self, error) || !store_organisation (self, database, error))
    return NULL;
  placed = ceci_record_with (self->placement, "organisation_id", ceci_record_get_id (CECI_RECORD (self->organisation)),
                             "planned_minutes", planned == CECI_UNSET ? (gint64) 0 : planned, NULL);
  if (ceci_record_get_id (CECI_RECORD (placed)) == NULL)
    id = ceci_placement_repository_add (database, placed, error);
  else if (ceci_placement_repository_change (database, placed, error))
    id = g_strdup (ceci_record_get_id (CECI_RECORD (placed)));
  if (id == NULL || !store_members (self, database, id, error))
    return NULL;
  return g_steal_pointer (&id);
}
