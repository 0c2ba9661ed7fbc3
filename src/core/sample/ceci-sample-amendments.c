// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's amendments: after the election of another committee, and for placements that last longer; some wait for
// a signature.

#include "config.h"

#include <string.h>

#include "ceci-sample-supervision.h"
#include "core/model/ceci-agreement.h"
#include "core/model/ceci-placement-repository.h"
#include "core/model/ceci-signature.h"
#include "core/store/ceci-date.h"

typedef struct {
  const char *drawn_on, *reason, *changes;
  guint n_signatures;
} Amendment;

static gboolean
insert (CeciSample *self, CeciDatabase *database, CeciSampleStudent *student, const Amendment *amendment,
        GError **error)
{
  static const char *const parties[] = {"student", "organisation", "university"};
  const CeciSampleOrganisation *organisation = ceci_sample_get_organisation (self, student->organisation);
  const char *signatories[] = {student->display_name,
                               student->supervisor != NULL ? student->supervisor
                                                           : g_ptr_array_index (organisation->committee, 0),
                               "Pour l’ULB, ULB Engagée"};
  g_autofree char *id = NULL;

  if (!ceci_sample_insert (database,
                           ceci_record_new (CECI_TYPE_AGREEMENT, "placement_id", student->placement_id, "number",
                                            (gint64) 1, "drawn_on", amendment->drawn_on, "reason", amendment->reason,
                                            "changes", amendment->changes, NULL),
                           &id, error))
    return FALSE;
  for (guint i = 0; i < amendment->n_signatures; i++)
    if (!ceci_sample_insert (database,
                             ceci_record_new (CECI_TYPE_SIGNATURE, "agreement_id", id, "party", parties[i], "signatory",
                                              signatories[i], "signed_on", amendment->drawn_on, NULL),
                             NULL, error))
      return FALSE;
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

static gboolean
add_election (CeciSample *self, CeciDatabase *database, CeciSampleStudent *student, gboolean *added, GError **error)
{
  g_autofree char *election = student->committee ? find_election (self, student) : NULL;
  g_autofree char *drawn_on = election != NULL ? ceci_date_add_days (election, 12) : NULL;
  const Amendment amendment = {drawn_on, "Élection d’un nouveau comité pendant le stage.", NULL, 3};

  *added = drawn_on != NULL && student->index % 2 != 0 && ceci_sample_is_past (self, drawn_on);
  return !*added || insert (self, database, student, &amendment, error);
}

// The placement ends two months later than the agreement says; every second amendment still waits for the university.
static gboolean
add_prolongation (CeciSample *self, CeciDatabase *database, CeciSampleStudent *student, GError **error)
{
  g_autofree char *drawn_on = ceci_date_add_days (student->signed_on, 60);
  g_autofree char *later = ceci_date_add_months (student->ends_on, 2);
  g_autofree char *changes =
      g_strdup_printf ("Fin\u00a0: %.2s/%.2s/%.4s, au lieu du %.2s/%.2s/%.4s.", later + 8, later + 5, later,
                       student->ends_on + 8, student->ends_on + 5, student->ends_on);
  const Amendment amendment = {drawn_on, "Le projet dure plus longtemps que prévu.", changes,
                               student->index % 2 == 0 ? 2 : 3};
  g_autoptr (CeciPlacement) placement = NULL;
  g_autoptr (CeciPlacement) longer = NULL;

  if (!ceci_sample_is_past (self, drawn_on))
    return TRUE;
  placement = ceci_placement_repository_find (database, student->placement_id, error);
  if (placement == NULL)
    return FALSE;
  longer = ceci_record_with (placement, "ends_on", later, NULL);
  return ceci_record_update (longer, database, error) && insert (self, database, student, &amendment, error);
}

gboolean
ceci_sample_write_amendment (CeciSample *self, CeciDatabase *database, CeciSampleStudent *student, GError **error)
{
  gboolean added = FALSE;

  if (self->lean || student->signed_on == NULL)
    return TRUE;
  if (!add_election (self, database, student, &added, error))
    return FALSE;
  if (added || student->fate != CECI_FATE_RUNNING || student->index % 5 != 1)
    return TRUE;
  return add_prolongation (self, database, student, error);
}
