// SPDX-License-Identifier: GPL-3.0-or-later
// Selecting 30 of 1,000 applicants with ten holds, with proof, beside HiGHS alone on the same model as one writes it
// down at first: one binary variable an applicant, one deviation a group. Prints the medians in milliseconds; that the
// least distances agree is checked.
#include "config.h"

#include <stdlib.h>

#include "core/selection/ceci-mixed-programme.h"
#include "core/selection/ceci-selection-proposal.h"

#define APPLICANTS 1000
#define PLACES 30
#define ROUNDS 5
#define LIMIT 120.0 // seconds that the peer may take

static CeciSelectionProblem *
make_problem (guint32 seed)
{
  static const char *const genders[] = {"female", "male", "other", NULL};
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  CeciSelectionProblem *problem = ceci_selection_problem_new (PLACES, seed);

  for (guint i = 0; i < APPLICANTS; i++) {
    g_autofree char *id = g_strdup_printf ("application-%u", i);
    g_autofree char *faculty = g_strdup_printf ("F%d", g_rand_int_range (random, 0, 14));
    g_autofree char *path = g_strdup_printf ("Year %d", g_rand_int_range (random, 1, 8));
    int gender = g_rand_int_range (random, 0, 10);
    const char *keys[] = {genders[gender < 6 ? 0 : gender < 8 ? 1 : gender < 9 ? 2 : 3], faculty, path, NULL};

    ceci_selection_problem_add (problem, id, id, keys, NULL,
                                i % 101 == 7   ? CECI_HOLD_IN
                                : i % 101 == 8 ? CECI_HOLD_OUT
                                               : CECI_HOLD_NONE,
                                FALSE);
  }
  ceci_selection_problem_set_defaults (problem);
  return problem;
}

static void
add_group (CeciMixedProgramme *programme, CeciSelectionProblem *problem, guint index)
{
  const CeciSelectionGroup *group = ceci_selection_problem_get_group (problem, index);
  double weight = ceci_selection_problem_get_weight (problem, group->dimension);
  double target = (double) group->target / CECI_SELECTION_PERSON;
  guint deviation =
      ceci_mixed_programme_add_column (programme, weight * CECI_SELECTION_PERSON, 0, CECI_PROGRAMME_UNBOUNDED, FALSE);

  for (int sign = -1; sign <= 1; sign += 2) {
    ceci_mixed_programme_add_row (programme, sign * target, CECI_PROGRAMME_UNBOUNDED);
    for (guint i = 0; i < ceci_selection_problem_n_applicants (problem); i++)
      if (ceci_selection_problem_get_applicant (problem, i)->groups[group->dimension] == index)
        ceci_mixed_programme_add_term (programme, i, sign);
    ceci_mixed_programme_add_term (programme, deviation, 1);
  }
  if (group->minimum > 0) {
    ceci_mixed_programme_add_row (programme, group->minimum, CECI_PROGRAMME_UNBOUNDED);
    for (guint i = 0; i < ceci_selection_problem_n_applicants (problem); i++)
      if (ceci_selection_problem_get_applicant (problem, i)->groups[group->dimension] == index)
        ceci_mixed_programme_add_term (programme, i, 1);
  }
}

// Milliseconds; *bound is what it proved.
static double
solve_bare (CeciSelectionProblem *problem, double *bound)
{
  g_autoptr (CeciMixedProgramme) programme = ceci_mixed_programme_new ();
  gint64 began = g_get_monotonic_time ();
  guint n = ceci_selection_problem_n_applicants (problem);

  for (guint i = 0; i < n; i++) {
    CeciHold held = ceci_selection_problem_get_applicant (problem, i)->held;

    ceci_mixed_programme_add_column (programme, 0, held == CECI_HOLD_IN, held != CECI_HOLD_OUT, TRUE);
  }
  ceci_mixed_programme_add_row (programme, PLACES, PLACES);
  for (guint i = 0; i < n; i++)
    ceci_mixed_programme_add_term (programme, i, 1);
  for (guint i = 0; i < ceci_selection_problem_n_groups (problem); i++)
    add_group (programme, problem, i);
  ceci_mixed_programme_solve (programme, LIMIT, 0, NULL);
  *bound = ceci_mixed_programme_get_bound (programme);
  return (double) (g_get_monotonic_time () - began) / 1000.0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

int
main (int argc, char *argv[])
{
  double ours[ROUNDS], theirs[ROUNDS];

  for (guint round = 0; round < ROUNDS; round++) {
    CeciSelectionProblem *problem = make_problem (round + 1);
    g_autoptr (GError) error = NULL;
    g_autoptr (CeciSelectionProposal) proposal = ceci_selection_propose (problem, 0, NULL, &error);
    double bound = 0;

    if (proposal == NULL || !proposal->proved || proposal->n_chosen != PLACES) {
      g_printerr ("bench-select: not proved: %s\n", error != NULL ? error->message : "");
      return 1;
    }
    ours[round] = proposal->seconds * 1000;
    theirs[round] = solve_bare (problem, &bound);
    g_printerr ("bench-select: %.0f ms with ties drawn, bare %.0f ms; distance %d, the bare model's bound %.1f\n",
                ours[round], theirs[round], (int) proposal->distance, bound);
    if (bound > (double) proposal->distance + 0.5 ||
        (theirs[round] < LIMIT * 1000 && bound < (double) proposal->distance - 0.5)) {
      g_printerr ("bench-select: the two do not agree\n");
      return 1;
    }
    ceci_selection_problem_unref (problem);
  }
  qsort (ours, ROUNDS, sizeof (double), compare);
  qsort (theirs, ROUNDS, sizeof (double), compare);
  g_print ("%.3f %.3f\n", ours[ROUNDS / 2], theirs[ROUNDS / 2]);
  return 0;
}
