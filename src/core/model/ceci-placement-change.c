// SPDX-License-Identifier: GPL-3.0-or-later
// Closing a placement and changing it. What would follow is counted by the regulation itself, on facts changed as the
// step would change them.

#include "config.h"

#include "ceci-placement-change.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-facts-repository.h"
#include "ceci-placement-repository.h"
#include "ceci-sql.h"
#include "core/store/ceci-date.h"

static gint64
sum_of (CeciRegulation *regulation, const CeciFacts *facts, guint placement, CeciCount count)
{
  gint64 minutes = 0;

  for (guint i = 0; i < facts->hours->len; i++) {
    const CeciHoursFacts *hours = &g_array_index (facts->hours, CeciHoursFacts, i);

    if (hours->placement == placement && ceci_regulation_count_hours (regulation, facts, hours, NULL) == count)
      minutes += hours->minutes;
  }
  return minutes;
}

// The new placement counts outputs made from its first day on.
static void
append_next (CeciFacts *facts, CeciPlacementDraft *next)
{
  CeciPlacementFacts added = {
      .id = g_strdup (""),
      .legal_form =
          ceci_enum_to_column (CECI_TYPE_LEGAL_FORM, (int) ceci_organisation_get_legal_form (next->organisation)),
      .starts_on = g_strdup (ceci_placement_get_starts_on (next->placement)),
      .ends_on = g_strdup (ceci_placement_get_ends_on (next->placement)),
  };

  g_array_append_val (facts->placements, added);
}

static gboolean
check_day (CeciPlacement *placement, const char *closed_on, GError **error)
{
  g_autofree char *start = ceci_date_format_long (ceci_placement_get_starts_on (placement));

  if (closed_on == NULL || !ceci_date_is_valid (closed_on))
    return REFUSE (error, _ ("Closing a placement needs its last day."));
  if (ceci_placement_get_closed_on (placement) != NULL)
    return REFUSE (error, _ ("This placement is closed already."));
  if (strcmp (closed_on, ceci_placement_get_starts_on (placement)) < 0)
    return REFUSE (error, _ ("The placement started on %s: it can’t close before."), start);
  return TRUE;
}

static gboolean
check_next (const char *closed_on, CeciPlacementDraft *next, GError **error)
{
  g_autofree char *day = ceci_date_format_long (closed_on);
  const char *starts_on = ceci_placement_get_starts_on (next->placement);

  if (next->organisation == NULL)
    return REFUSE (error, _ ("A placement belongs to a student and to an organisation."));
  if (starts_on == NULL || strcmp (starts_on, closed_on) < 0)
    return REFUSE (error, _ ("The new placement can’t start before the old one closes on %s."), day);
  return TRUE;
}

/**
 * ceci_placement_change_foresee:
 * @database: a connection
 * @placement_id: the placement that closes
 * @closed_on: its last day
 * @next: (nullable): the placement that follows
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID says what is wrong
 *
 * Returns: (transfer full) (nullable): what would follow
 */
CeciPlacementForeseen *
ceci_placement_change_foresee (CeciDatabase *database, const char *placement_id, const char *closed_on,
                               CeciPlacementDraft *next, GError **error)
{
  g_autoptr (CeciPlacement) placement = ceci_placement_repository_find (database, placement_id, error);
  g_autoptr (CeciPlacementForeseen) self = NULL;
  g_autoptr (CeciRegulation) regulation = NULL;
  g_autoptr (CeciFacts) facts = NULL;
  gint64 before;
  guint productions, index = 0;

  if (placement == NULL || !check_day (placement, closed_on, error) ||
      (next != NULL && !check_next (closed_on, next, error)))
    return NULL;
  facts = ceci_facts_repository_find (database, ceci_placement_get_student_id (placement), &regulation, error);
  if (facts == NULL)
    return NULL;
  while (index < facts->placements->len &&
         strcmp (g_array_index (facts->placements, CeciPlacementFacts, index).id, placement_id) != 0)
    index++;
  before = sum_of (regulation, facts, index, CECI_COUNT_YES) + sum_of (regulation, facts, index, CECI_COUNT_WAITING);
  productions = ceci_regulation_sum_productions (regulation, facts);

  g_set_str (&g_array_index (facts->placements, CeciPlacementFacts, index).closed_on, closed_on);
  if (next != NULL)
    append_next (facts, next);

  self = g_new0 (CeciPlacementForeseen, 1);
  self->organisation_name = g_strdup (ceci_placement_get_organisation_name (placement));
  self->kept_minutes = sum_of (regulation, facts, index, CECI_COUNT_YES);
  self->waiting_minutes = sum_of (regulation, facts, index, CECI_COUNT_WAITING);
  self->lost_minutes = MAX (before - self->kept_minutes - self->waiting_minutes, 0);
  self->lost_productions = productions - MIN (productions, ceci_regulation_sum_productions (regulation, facts));
  self->counted_minutes = ceci_regulation_sum_minutes (regulation, facts, CECI_COUNT_YES);
  self->required_minutes = ceci_regulation_get_integer (regulation, "placement-minutes");
  if (next != NULL) {
    self->next_name = g_strdup (ceci_organisation_get_name (next->organisation));
    self->next_planned_minutes = ceci_placement_get_planned_minutes (next->placement);
  }
  return g_steal_pointer (&self);
}

void
ceci_placement_foreseen_free (CeciPlacementForeseen *self)
{
  if (self == NULL)
    return;
  g_free (self->organisation_name);
  g_free (self->next_name);
  g_free (self);
}

static void
take (GStrvBuilder *sentences, char *sentence)
{
  g_strv_builder_take (sentences, sentence);
}

static void
tell_hours (const CeciPlacementForeseen *self, GStrvBuilder *sentences)
{
  g_autofree char *kept = ceci_duration_format (self->kept_minutes);
  g_autofree char *waiting = ceci_duration_format (self->waiting_minutes);
  g_autofree char *lost = ceci_duration_format (self->lost_minutes);

  // Translators: a duration, an organisation
  take (sentences, g_strdup_printf (_ ("%s counted at %s are kept."), kept, self->organisation_name));
  if (self->waiting_minutes > 0)
    // Translators: a duration, an organisation
    take (sentences, g_strdup_printf (_ ("%s wait at %s, and count once what they wait for has come."), waiting,
                                      self->organisation_name));
  if (self->lost_minutes > 0)
    take (sentences, g_strdup_printf (_ ("%s are dated after the last day and would no longer count."), lost));
  if (self->lost_productions > 0)
    take (sentences,
          g_strdup_printf (ngettext ("%u output is dated outside the placements and would no longer count.",
                                     "%u outputs are dated outside the placements and would no longer count.",
                                     self->lost_productions),
                           self->lost_productions));
}

static void
tell_rest (const CeciPlacementForeseen *self, GStrvBuilder *sentences)
{
  gint64 rest = MAX (self->required_minutes - self->counted_minutes, 0);
  g_autofree char *counted = ceci_duration_format (self->counted_minutes);
  g_autofree char *required = ceci_duration_format (self->required_minutes);
  g_autofree char *remaining = ceci_duration_format (rest);
  g_autofree char *planned = ceci_duration_format (MAX (self->next_planned_minutes, 0));

  if (self->next_name != NULL)
    // Translators: an organisation
    take (sentences, g_strdup_printf (_ ("A new agreement with %s is drawn up: hours there wait for its three "
                                         "signatures."),
                                      self->next_name));
  take (sentences, rest > 0 ? g_strdup_printf (_ ("In all, %s count of %s; %s remain."), counted, required, remaining)
                            : g_strdup_printf (_ ("In all, %s count of %s."), counted, required));
  if (self->next_name != NULL && rest > 0 && self->next_planned_minutes < rest)
    take (sentences,
          g_strdup_printf (_ ("Only %s are planned at %s: less than what remains."), planned, self->next_name));
  if (self->next_name == NULL && rest > 0)
    take (sentences, g_strdup (_ ("The student then has no open placement.")));
}

/**
 * ceci_placement_foreseen_tell:
 * @self: what would follow
 *
 * Returns: (transfer full): a sentence each
 */
GStrv
ceci_placement_foreseen_tell (const CeciPlacementForeseen *self)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  tell_hours (self, sentences);
  tell_rest (self, sentences);
  return g_strv_builder_end (sentences);
}

/**
 * ceci_placement_change_make:
 * @database: a connection inside a write
 * @placement_id: the placement that closes
 * @closed_on: its last day
 * @reason: why
 * @next: the placement that follows
 * @today: the day the new agreement is drawn
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID says what is wrong
 *
 * Returns: (transfer full) (nullable): the new placement's id
 */
char *
ceci_placement_change_make (CeciDatabase *database, const char *placement_id, const char *closed_on, const char *reason,
                            CeciPlacementDraft *next, const char *today, GError **error)
{
  g_autoptr (CeciPlacement) old = ceci_placement_repository_find (database, placement_id, error);
  g_autofree char *id = NULL;
  g_autofree char *agreement_id = NULL;
  CeciPlacement *following;

  if (old == NULL || !check_day (old, closed_on, error) || !check_next (closed_on, next, error))
    return NULL;
  if (is_blank (reason)) {
    (void) REFUSE (error, _ ("Closing a placement needs a reason."));
    return NULL;
  }
  if (!ceci_placement_repository_close (database, placement_id, closed_on, reason, error))
    return NULL;
  following = ceci_record_with (next->placement, "id", NULL, "student_id", ceci_placement_get_student_id (old),
                                "replaces_id", placement_id, "closed_on", NULL, "closed_reason", NULL, NULL);
  g_set_object (&next->placement, following);
  g_object_unref (following);
  id = ceci_placement_draft_store (next, database, error);
  if (id == NULL)
    return NULL;
  agreement_id = ceci_agreement_repository_draw (database, id, today, NULL, error);
  return agreement_id != NULL ? g_steal_pointer (&id) : NULL;
}
