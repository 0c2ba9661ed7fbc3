// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what people hold in and out leaves any choice; if it leaves none, one sentence that names what to release.

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-selection-proposal.h"

#define NAMES_SHOWN 4

static gboolean
contradict (GError **error, char *sentence)
{
  g_set_error_literal (error, CECI_SELECTION_ERROR, CECI_SELECTION_ERROR_INFEASIBLE, sentence);
  g_free (sentence);
  return FALSE;
}

// «Ada Peeters, Noé Martin and 3 more»; names: (element-type utf8)
static char *
enumerate (GPtrArray *names)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint shown = MIN (names->len, NAMES_SHOWN), more = names->len - shown;

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (char *) names->pdata[i]);
  if (more > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u more", "%s and %u more", more), text->str, more);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

// Those held in, the last added first; at most n.
static GPtrArray *
names_held_in (CeciSelectionProblem *problem, guint n)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = ceci_selection_problem_n_applicants (problem); i-- > 0 && names->len < n;) {
    const CeciSelectionApplicant *each = ceci_selection_problem_get_applicant (problem, i);

    if (each->held == CECI_HOLD_IN && !each->enrolled)
      g_ptr_array_add (names, each->name);
  }
  return names;
}

static gboolean
check_places (CeciSelectionProblem *problem, guint n_enrolled, guint n_held, GError **error)
{
  guint places = ceci_selection_problem_get_places (problem);
  guint left = places - MIN (places, n_enrolled), excess = n_held - MIN (left, n_held);
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *list = NULL;

  if (excess == 0)
    return TRUE;
  names = names_held_in (problem, excess);
  list = enumerate (names);
  return contradict (
      error,
      g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u people are held in and there is %u place: release %u of them, such as %s.",
                       "%u people are held in and there are %u places: release %u of them, such as %s.", left),
          n_held, left, excess, list));
}

// A faculty from which everyone is held out.
static gboolean
check_group (CeciSelectionProblem *problem, guint index, GError **error)
{
  const CeciSelectionGroup *group = ceci_selection_problem_get_group (problem, index);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < ceci_selection_problem_n_applicants (problem); i++) {
    const CeciSelectionApplicant *each = ceci_selection_problem_get_applicant (problem, i);

    if (each->groups[group->dimension] != index)
      continue;
    if (each->enrolled || each->held != CECI_HOLD_OUT)
      return TRUE;
    g_ptr_array_add (names, each->name);
  }
  list = enumerate (names);
  return contradict (error,
                     g_strdup_printf (_ ("Everyone from “%s” is held out, and at least one is wanted: release %s, "
                                         "or no longer ask for one from every faculty."),
                                      group->label, list));
}

// Those held in from a faculty that has another one in, as many as must go to make room.
static GPtrArray *
names_to_release (CeciSelectionProblem *problem, const guint *fixed, guint n)
{
  GPtrArray *names = g_ptr_array_new ();
  g_autofree guint *left = g_memdup2 (fixed, ceci_selection_problem_n_groups (problem) * sizeof (guint));

  for (guint i = ceci_selection_problem_n_applicants (problem); i-- > 0 && names->len < n;) {
    const CeciSelectionApplicant *each = ceci_selection_problem_get_applicant (problem, i);
    guint faculty = each->groups[CECI_DIMENSION_FACULTY];
    guint needed = ceci_selection_problem_get_group (problem, faculty)->minimum;

    if (each->held == CECI_HOLD_IN && !each->enrolled && left[faculty] > needed) {
      left[faculty]--;
      g_ptr_array_add (names, each->name);
    }
  }
  return names;
}

static gboolean
check_minima (CeciSelectionProblem *problem, guint n_fixed, GError **error)
{
  guint n_groups = ceci_selection_problem_n_groups (problem), missing = 0;
  guint places = ceci_selection_problem_get_places (problem), left = places - MIN (places, n_fixed);
  g_autofree guint *fixed = g_new0 (guint, n_groups + 1);
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; i < ceci_selection_problem_n_applicants (problem); i++)
    if (ceci_selection_problem_is_fixed_in (problem, i))
      fixed[ceci_selection_problem_get_applicant (problem, i)->groups[CECI_DIMENSION_FACULTY]]++;
  for (guint i = 0; i < n_groups; i++)
    if (ceci_selection_problem_get_group (problem, i)->minimum > fixed[i]) {
      if (!check_group (problem, i, error))
        return FALSE;
      missing++;
    }
  if (missing <= left)
    return TRUE;
  names = names_to_release (problem, fixed, missing - left);
  list = enumerate (names);
  return contradict (
      error,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "Those held in leave %u place, and %u faculties have nobody yet: release %s, "
                                    "or no longer ask for one from every faculty.",
                                    "Those held in leave %u places, and %u faculties have nobody yet: release "
                                    "%s, or no longer ask for one from every faculty.",
                                    left),
                       left, missing, list));
}

/**
 * ceci_selection_check_holds:
 * @problem: what is chosen from
 * @error: %CECI_SELECTION_ERROR_INFEASIBLE, whose message names what to release
 *
 * Minima are one from a faculty, and faculties share nobody: a choice exists if and only if those held in fit into the
 * places, no faculty is held out whole, and the places left suffice for the faculties that have nobody.
 *
 * Returns: whether there is a choice
 */
gboolean
ceci_selection_check_holds (CeciSelectionProblem *problem, GError **error)
{
  guint n_enrolled = 0, n_held = 0;

  for (guint i = 0; i < ceci_selection_problem_n_applicants (problem); i++) {
    const CeciSelectionApplicant *each = ceci_selection_problem_get_applicant (problem, i);

    n_enrolled += each->enrolled ? 1 : 0;
    n_held += each->held == CECI_HOLD_IN && !each->enrolled ? 1 : 0;
  }
  return check_places (problem, n_enrolled, n_held, error) && check_minima (problem, n_enrolled + n_held, error);
}
