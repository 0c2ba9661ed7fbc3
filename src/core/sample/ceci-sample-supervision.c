// SPDX-License-Identifier: GPL-3.0-or-later
// Who supervises the sample's placements: outgoing members whose mandate had ended, committees as a whole, here and
// there one person alone, which the rules do not allow.

#include "config.h"

#include <string.h>

#include "ceci-sample-supervision.h"
#include "core/model/ceci-organisation-repository.h"

void
ceci_sample_supervision_clear (CeciSampleSupervision *self)
{
  g_clear_pointer (&self->mandate_id, g_free);
  g_clear_pointer (&self->offer_id, g_free);
}

// Of the committee before the one in office on the first day, always the same role.
static gboolean
find_outgoing (CeciDatabase *database, const char *organisation_id, CeciSampleStudent *student,
               CeciSampleSupervision *chosen, GError **error)
{
  g_autoptr (GListModel) mandates = ceci_organisation_repository_mandates (database, organisation_id, error);
  const char *last = "";

  if (mandates == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (mandates); i++) {
    g_autoptr (CeciMandate) mandate = g_list_model_get_item (mandates, i);
    const char *ends_on = ceci_mandate_get_ends_on (mandate);

    if (strcmp (ceci_mandate_get_role (mandate), "Vice-présidence") != 0 || ends_on == NULL ||
        strcmp (ends_on, student->starts_on) >= 0 || strcmp (ends_on, last) <= 0)
      continue;
    last = g_intern_string (ends_on);
    g_set_str (&chosen->mandate_id, ceci_record_get_id (CECI_RECORD (mandate)));
    g_set_str (&student->supervisor, ceci_mandate_get_holder_name (mandate));
  }
  return TRUE;
}

static gboolean
find_offer (CeciDatabase *database, const char *organisation_id, CeciSampleSupervision *chosen, GError **error)
{
  g_autoptr (GListModel) offers = ceci_organisation_repository_offers (database, organisation_id, error);
  g_autoptr (CeciOffer) offer = NULL;

  if (offers == NULL)
    return FALSE;
  offer = g_list_model_get_item (offers, 0);
  if (offer != NULL)
    chosen->offer_id = g_strdup (ceci_record_get_id (CECI_RECORD (offer)));
  return TRUE;
}

/**
 * ceci_sample_choose_supervision:
 * @self: the sample
 * @database: a connection inside a write
 * @student: whose placement it is; their supervisor may become another
 * @chosen: where the choice goes
 * @error: return location for an error
 *
 * Returns: whether the organisation could be read
 */
gboolean
ceci_sample_choose_supervision (CeciSample *self, CeciDatabase *database, CeciSampleStudent *student,
                                CeciSampleSupervision *chosen, GError **error)
{
  const CeciSampleOrganisation *organisation = ceci_sample_get_organisation (self, student->organisation);

  if (student->committee && !find_outgoing (database, organisation->id, student, chosen, error))
    return FALSE;
  if (student->index % 3 != 0 && !find_offer (database, organisation->id, chosen, error))
    return FALSE;
  chosen->lone =
      !self->lean && student->supervisor == NULL && student->fate == CECI_FATE_RUNNING && student->index % 7 == 4;
  if (chosen->lone)
    student->supervisor = g_strdup (g_ptr_array_index (organisation->committee, 0));
  return TRUE;
}
