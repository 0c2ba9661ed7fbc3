// SPDX-License-Identifier: GPL-3.0-or-later
// What an amendment changes, in words. It is printed, so it follows the paper's language and not the locale.

#include "config.h"

#include "ceci-placement-differences.h"

#include <string.h>

#include "core/store/ceci-date.h"

typedef struct {
  const char *function, *mission, *starts, *ends, *hours, *supervisor, *committee, *nothing;
} Words;

static const Words french = {
    .function = "Fonction",
    .mission = "Mission",
    .starts = "Début",
    .ends = "Fin",
    .hours = "Heures prévues",
    .supervisor = "Maître de stage",
    .committee = "le comité dans son ensemble",
    .nothing = "non précisé",
};

static const Words english = {
    .function = "Role",
    .mission = "Assignment",
    .starts = "Start",
    .ends = "End",
    .hours = "Planned hours",
    .supervisor = "Supervisor",
    .committee = "the committee as a whole",
    .nothing = "not stated",
};

static void
add (GString *text, const Words *words, const char *title, const char *before, const char *after)
{
  const char *old = before != NULL && *before != '\0' ? before : words->nothing;
  const char *new = after != NULL && *after != '\0' ? after : words->nothing;

  if (strcmp (old, new) == 0)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (words == &french)
    g_string_append_printf (text, "%s\u00a0: %s, au lieu de %s.", title, new, old);
  else
    g_string_append_printf (text, "%s: %s, instead of %s.", title, new, old);
}

static char *
day_of (const char *date, const char *language)
{
  return date != NULL ? ceci_date_format_long_in (date, language) : NULL;
}

static char *
supervisor_of (CeciPlacementDraft *draft, const Words *words)
{
  const char *name = ceci_placement_get_supervisor_name (draft->placement);
  g_autoptr (GString) text = NULL;

  if (ceci_placement_get_supervisor_kind (draft->placement) == CECI_SUPERVISOR_KIND_INDIVIDUAL)
    return g_strdup (name);
  text = g_string_new (words->committee);
  for (guint i = 0; draft->members != NULL && i < g_list_model_get_n_items (draft->members); i++) {
    g_autoptr (CeciSupervisorMember) member = g_list_model_get_item (draft->members, i);

    g_string_append_printf (text, "%s%s", i == 0 ? " (" : ", ", ceci_supervisor_member_get_name (member));
  }
  if (text->len > strlen (words->committee))
    g_string_append_c (text, ')');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
ceci_placement_differences (CeciPlacementDraft *before, CeciPlacementDraft *after, const char *language)
{
  const Words *words = g_str_equal (language, "en") ? &english : &french;
  CeciPlacement *old = before->placement, *new = after->placement;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *old_start = day_of (ceci_placement_get_starts_on (old), language);
  g_autofree char *new_start = day_of (ceci_placement_get_starts_on (new), language);
  g_autofree char *old_end = day_of (ceci_placement_get_ends_on (old), language);
  g_autofree char *new_end = day_of (ceci_placement_get_ends_on (new), language);
  g_autofree char *old_hours = ceci_duration_format (MAX (ceci_placement_get_planned_minutes (old), 0));
  g_autofree char *new_hours = ceci_duration_format (MAX (ceci_placement_get_planned_minutes (new), 0));
  g_autofree char *old_supervisor = supervisor_of (before, words);
  g_autofree char *new_supervisor = supervisor_of (after, words);

  add (text, words, words->function, ceci_placement_get_function (old), ceci_placement_get_function (new));
  add (text, words, words->mission, ceci_placement_get_mission (old), ceci_placement_get_mission (new));
  add (text, words, words->starts, old_start, new_start);
  add (text, words, words->ends, old_end, new_end);
  add (text, words, words->hours, old_hours, new_hours);
  add (text, words, words->supervisor, old_supervisor, new_supervisor);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
