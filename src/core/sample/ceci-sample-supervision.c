// SPDX-License-Identifier: GPL-3.0-or-later
// Who supervises the sample's placements: outgoing members whose mandate had ended, committees as a whole, here and
// there one person alone, which the rules do not allow; amendments after elections.

#include "config.h"

#include <string.h>

#include "ceci-sample-supervision.h"
#include "core/model/ceci-agreement.h"
#include "core/model/ceci-organisation-repository.h"
#include "core/model/ceci-signature.h"
#include "core/store/ceci-date.h"

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

// The first of May on which the committee changes, during the placement and already past; NULL if there is none.
static char *
find_election (CeciSample *self, CeciSampleStudent *student)
{
  int year = atoi (student->starts_on);

  for (int next = year; next <= year + 1; next++) {
    g_autofree char *day = g_strdup_printf ("%d-05-01", next);

    if (strcmp (day, student->starts_on) > 0 && (student->ends_on == NULL || strcmp (day, student->ends_on) <= 0) &&
        ceci_sample_is_past (self, day))
      return g_steal_pointer (&day);
  }
  return NULL;
}

gboolean
ceci_sample_write_amendment (CeciSample *self, CeciDatabase *database, CeciSampleStudent *student, GError **error)
{
  static const char *const parties[] = {"student", "organisation", "university"};
  const char *signatories[] = {student->display_name, student->supervisor, "Pour l’ULB, ULB Engagée"};
  g_autofree char *election = student->committee ? find_election (self, student) : NULL;
  g_autofree char *drawn_on = election != NULL ? ceci_date_add_days (election, 12) : NULL;
  g_autofree char *id = NULL;

  if (self->lean || student->signed_on == NULL || student->index % 2 == 0 || drawn_on == NULL ||
      !ceci_sample_is_past (self, drawn_on))
    return TRUE;
  if (!ceci_sample_insert (database,
                           ceci_record_new (CECI_TYPE_AGREEMENT, "placement_id", student->placement_id, "number",
                                            (gint64) 1, "drawn_on", drawn_on, "reason",
                                            "Élection d’un nouveau comité pendant le stage.", NULL),
                           &id, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    if (!ceci_sample_insert (database,
                             ceci_record_new (CECI_TYPE_SIGNATURE, "agreement_id", id, "party", parties[i], "signatory",
                                              signatories[i], "signed_on", drawn_on, NULL),
                             NULL, error))
      return FALSE;
  return TRUE;
}
