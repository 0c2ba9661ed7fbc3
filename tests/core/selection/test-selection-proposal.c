// SPDX-License-Identifier: GPL-3.0-or-later
// The proposal (R28) is the best there is: compared with every choice on small problems, and at size.

#include <string.h>

#include "core/selection/ceci-selection-proposal.h"

static CeciSelectionProblem *
make_problem (GRand *random, guint n, guint places, guint n_faculties, gint64 seed)
{
  static const char *const genders[] = {"female", "male", "other", NULL};
  CeciSelectionProblem *problem = ceci_selection_problem_new (places, seed);

  for (guint i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("application-%u", i);
    g_autofree char *name = g_strdup_printf ("Person %u", i);
    g_autofree char *faculty = g_strdup_printf ("F%d", g_rand_int_range (random, 0, (int) n_faculties));
    g_autofree char *path = g_strdup_printf ("Year %d", g_rand_int_range (random, 1, 8));
    int gender = g_rand_int_range (random, 0, 10);
    const char *keys[] = {genders[gender < 6 ? 0 : gender < 8 ? 1 : gender < 9 ? 2 : 3], faculty, path, NULL};

    ceci_selection_problem_add (problem, id, name, keys, NULL, CECI_HOLD_NONE, FALSE);
  }
  ceci_selection_problem_set_defaults (problem);
  return problem;
}

// --- every choice, one after the other -------------------------------------------------

typedef struct {
  gint64 distance, lots;
  gboolean any;
  gboolean chosen[16];
  guint n_best; // choices at the least distance
} Best;

static gboolean
is_allowed (CeciSelectionProblem *problem, const gboolean *chosen, guint n_wanted)
{
  guint counts[64];

  if (ceci_selection_problem_n_chosen (problem, chosen) != n_wanted)
    return FALSE;
  for (guint i = 0; i < ceci_selection_problem_n_applicants (problem); i++) {
    const CeciSelectionApplicant *each = ceci_selection_problem_get_applicant (problem, i);

    if ((ceci_selection_problem_is_fixed_in (problem, i) && !chosen[i]) ||
        (!each->enrolled && each->held == CECI_HOLD_OUT && chosen[i]))
      return FALSE;
  }
  ceci_selection_problem_count (problem, chosen, counts);
  for (guint i = 0; i < ceci_selection_problem_n_groups (problem); i++)
    if (counts[i] < ceci_selection_problem_get_group (problem, i)->minimum)
      return FALSE;
  return TRUE;
}

static Best
try_everything (CeciSelectionProblem *problem)
{
  guint n = ceci_selection_problem_n_applicants (problem), n_wanted = 0;
  Best best = {0};

  for (guint i = 0; i < n; i++)
    n_wanted += ceci_selection_problem_is_fixed_in (problem, i) ||
                ceci_selection_problem_get_applicant (problem, i)->held != CECI_HOLD_OUT;
  n_wanted = MIN (n_wanted, ceci_selection_problem_get_places (problem));
  for (guint32 subset = 0; subset < 1u << n; subset++) {
    gboolean chosen[16] = {FALSE};
    gint64 distance, lots = 0;

    for (guint i = 0; i < n; i++) {
      chosen[i] = (subset >> i & 1) != 0;
      lots += chosen[i] ? ceci_selection_problem_get_applicant (problem, i)->lot : 0;
    }
    if (!is_allowed (problem, chosen, n_wanted))
      continue;
    distance = ceci_selection_problem_distance (problem, chosen);
    if (best.any && distance > best.distance)
      continue;
    best.n_best = best.any && distance == best.distance ? best.n_best + 1 : 1;
    if (!best.any || distance < best.distance || lots < best.lots) {
      best.lots = lots;
      memcpy (best.chosen, chosen, sizeof chosen);
    }
    best.any = TRUE;
    best.distance = distance;
  }
  return best;
}

// Weights, targets and holds that people might set.
static void
disturb (CeciSelectionProblem *problem, GRand *random)
{
  guint n = ceci_selection_problem_n_applicants (problem);

  for (guint d = 0; d < CECI_N_DIMENSIONS; d++)
    ceci_selection_problem_set_weight (problem, (CeciDimension) d, (guint) g_rand_int_range (random, 0, 4));
  for (guint i = 0; i < ceci_selection_problem_n_groups (problem); i++)
    if (g_rand_int_range (random, 0, 4) == 0)
      ceci_selection_problem_set_target (problem, i, g_rand_int_range (random, 0, 500));
  for (guint i = 0; i < n; i++) {
    int drawn = g_rand_int_range (random, 0, 10);

    if (drawn < 3)
      ceci_selection_problem_hold (problem, i, drawn == 0 ? CECI_HOLD_IN : CECI_HOLD_OUT);
  }
  ceci_selection_problem_set_every_faculty (problem, g_rand_boolean (random));
}

// What is proposed is the choice that trying everything finds; where nothing fits, it says so and only then.
static void
test_brute_force (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (28);
  guint n_tied = 0, n_infeasible = 0;

  for (guint round = 0; round < 250; round++) {
    guint n = (guint) g_rand_int_range (random, 1, 13);
    g_autoptr (CeciSelectionProblem) problem =
        make_problem (random, n, (guint) g_rand_int_range (random, 0, (int) n + 2), 4, round);
    g_autoptr (CeciSelectionProposal) proposal = NULL;
    g_autoptr (GError) error = NULL;
    Best best;

    if (round % 3 != 0)
      disturb (problem, random);
    best = try_everything (problem);
    proposal = ceci_selection_propose (problem, 0, NULL, &error);
    if (!best.any) {
      g_assert_error (error, CECI_SELECTION_ERROR, CECI_SELECTION_ERROR_INFEASIBLE);
      n_infeasible++;
      continue;
    }
    g_assert_no_error (error);
    g_assert_cmpint (proposal->distance, ==, best.distance);
    g_assert_cmpint (proposal->bound, ==, best.distance);
    g_assert_true (proposal->proved);
    g_assert_cmpint (ceci_selection_problem_distance (problem, proposal->chosen), ==, best.distance);
    g_assert_true (is_allowed (problem, proposal->chosen, ceci_selection_problem_n_chosen (problem, best.chosen)));
    g_assert_true (proposal->drawn);
    g_assert_cmpmem (proposal->chosen, n * sizeof (gboolean), best.chosen, n * sizeof (gboolean));
    n_tied += best.n_best > 1 ? 1 : 0;
  }
  g_assert_cmpuint (n_tied, >, 40);
  g_assert_cmpuint (n_infeasible, >, 10);
}

// --- ties -------------------------------------------------------------------------------

static char *
name_choice (CeciSelectionProblem *problem, gint64 seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciSelectionProposal) proposal = NULL;
  GString *names = g_string_new (NULL);

  ceci_selection_problem_set_seed (problem, seed);
  proposal = ceci_selection_propose (problem, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (proposal->proved);
  for (guint i = 0; i < ceci_selection_problem_n_applicants (problem); i++)
    if (proposal->chosen[i])
      g_string_append_printf (names, "%s ", ceci_selection_problem_get_applicant (problem, i)->id);
  g_string_append_printf (names, "%d", (int) proposal->distance);
  return g_string_free (names, FALSE);
}

// The same seed gives the same choice; others may give others, all at the same distance.
static void
test_seed (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (CeciSelectionProblem) problem = make_problem (random, 60, 12, 5, 1);
  g_autoptr (GHashTable) choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *distance = NULL;
  GHashTableIter iter;
  gpointer choice;

  for (gint64 seed = 1; seed <= 8; seed++) {
    char *first = name_choice (problem, seed);
    g_autofree char *again = name_choice (problem, seed);

    g_assert_cmpstr (first, ==, again);
    g_hash_table_add (choices, first);
  }
  g_assert_cmpuint (g_hash_table_size (choices), >, 4);
  g_hash_table_iter_init (&iter, choices);
  while (g_hash_table_iter_next (&iter, &choice, NULL)) {
    if (distance != NULL)
      g_assert_cmpstr (strrchr (choice, ' '), ==, distance);
    distance = strrchr (choice, ' ');
  }
}

// The order in which applications came plays no part.
static void
test_order (void)
{
  static const char *const keys[] = {"female", "SCI", "Master 1", NULL};
  g_autofree char *chosen[2] = {NULL, NULL};

  for (guint round = 0; round < 2; round++) {
    g_autoptr (CeciSelectionProblem) problem = ceci_selection_problem_new (1, 7);
    g_autoptr (CeciSelectionProposal) proposal = NULL;
    g_autoptr (GError) error = NULL;

    for (guint i = 0; i < 9; i++) {
      g_autofree char *id = g_strdup_printf ("application-%u", round == 0 ? i : 8 - i);

      ceci_selection_problem_add (problem, id, id, keys, NULL, CECI_HOLD_NONE, FALSE);
    }
    ceci_selection_problem_set_defaults (problem);
    proposal = ceci_selection_propose (problem, 0, NULL, &error);
    g_assert_no_error (error);
    for (guint i = 0; i < 9; i++)
      if (proposal->chosen[i])
        chosen[round] = g_strdup (ceci_selection_problem_get_applicant (problem, i)->id);
  }
  g_assert_cmpstr (chosen[0], ==, chosen[1]);
}

// --- faculties, places -------------------------------------------------------------------

// Nobody of three hundred scientists takes the place of the one who came from elsewhere.
static void
test_every_faculty (void)
{
  g_autoptr (CeciSelectionProblem) problem = ceci_selection_problem_new (10, 1);
  g_autoptr (CeciSelectionProposal) proposal = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 300; i++) {
    g_autofree char *id = g_strdup_printf ("application-%u", i);
    const char *keys[] = {NULL, i == 137 ? "ARCHI" : i == 203 ? "DROIT" : "SCI", NULL, NULL};

    ceci_selection_problem_add (problem, id, id, keys, NULL, CECI_HOLD_NONE, FALSE);
  }
  ceci_selection_problem_set_defaults (problem);
  proposal = ceci_selection_propose (problem, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (proposal->chosen[137] && proposal->chosen[203]);
  g_assert_cmpuint (proposal->n_chosen, ==, 10);
}

static void
test_places (void)
{
  static const guint places[] = {0, 1, 19, 20, 21, 500};

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autoptr (GRand) random = g_rand_new_with_seed (i);
    g_autoptr (CeciSelectionProblem) problem = make_problem (random, 20, places[i], 6, 1);
    g_autoptr (GError) error = NULL;
    g_autoptr (CeciSelectionProposal) proposal = ceci_selection_propose (problem, 0, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (proposal->n_chosen, ==, MIN (20, places[i]));
    g_assert_cmpint (proposal->everyone, ==, places[i] >= 20);
    g_assert_true (proposal->proved);
    if (places[i] >= 20)
      g_assert_cmpint (proposal->distance, ==, 0);
  }
}

static void
test_nobody (void)
{
  g_autoptr (CeciSelectionProblem) problem = ceci_selection_problem_new (30, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciSelectionProposal) proposal = NULL;

  ceci_selection_problem_set_defaults (problem);
  proposal = ceci_selection_propose (problem, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (proposal->n_chosen, ==, 0);
}

// --- holds that contradict one another -----------------------------------------------------

static CeciSelectionProblem *
three_faculties (guint places)
{
  static const char *const faculties[] = {"SCI", "SCI", "SCI", "DROIT", "ARCHI"};
  static const char *const names[] = {"Ada", "Noé", "Zoë", "Inès", "Wout"};
  CeciSelectionProblem *problem = ceci_selection_problem_new (places, 1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *keys[] = {NULL, faculties[i], NULL, NULL};

    ceci_selection_problem_add (problem, names[i], names[i], keys, NULL, CECI_HOLD_NONE, FALSE);
  }
  ceci_selection_problem_set_defaults (problem);
  return problem;
}

static void
assert_contradiction (CeciSelectionProblem *problem, const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciSelectionProposal) proposal = ceci_selection_propose (problem, 0, NULL, &error);

  g_assert_null (proposal);
  g_assert_error (error, CECI_SELECTION_ERROR, CECI_SELECTION_ERROR_INFEASIBLE);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
test_too_many_held_in (void)
{
  g_autoptr (CeciSelectionProblem) problem = three_faculties (2);

  for (guint i = 0; i < 3; i++)
    ceci_selection_problem_hold (problem, i, CECI_HOLD_IN);
  assert_contradiction (problem, "3 people are held in and there are 2 places: release 1 of them, such as Zoë.");
}

static void
test_faculty_held_out (void)
{
  g_autoptr (CeciSelectionProblem) problem = three_faculties (4);
  g_autoptr (GError) error = NULL;

  ceci_selection_problem_hold (problem, 3, CECI_HOLD_OUT);
  assert_contradiction (problem, "Everyone from “DROIT” is held out, and at least one is wanted: release Inès, or no "
                                 "longer ask for one from every faculty.");
  ceci_selection_problem_set_every_faculty (problem, FALSE);
  g_assert_true (ceci_selection_check_holds (problem, &error));
  g_assert_no_error (error);
}

static void
test_no_room_for_faculties (void)
{
  g_autoptr (CeciSelectionProblem) problem = three_faculties (3);
  g_autoptr (GError) error = NULL;

  ceci_selection_problem_hold (problem, 0, CECI_HOLD_IN);
  ceci_selection_problem_hold (problem, 1, CECI_HOLD_IN);
  assert_contradiction (problem, "Those held in leave 1 place, and 2 faculties have nobody yet: release Noé, or no "
                                 "longer ask for one from every faculty.");
  // what the sentence says to do, does
  ceci_selection_problem_hold (problem, 1, CECI_HOLD_NONE);
  g_assert_true (ceci_selection_check_holds (problem, &error));
  g_assert_no_error (error);
}

// Those enrolled already take places and count in the composition.
static void
test_enrolled (void)
{
  static const char *const women[] = {"female", "SCI", NULL, NULL};
  static const char *const men[] = {"male", "SCI", NULL, NULL};
  g_autoptr (CeciSelectionProblem) problem = ceci_selection_problem_new (4, 1);
  g_autoptr (CeciSelectionProposal) proposal = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 8; i++) {
    g_autofree char *id = g_strdup_printf ("application-%u", i);

    ceci_selection_problem_add (problem, id, id, i < 4 ? women : men, NULL, CECI_HOLD_NONE, i < 2);
  }
  ceci_selection_problem_set_defaults (problem);
  proposal = ceci_selection_propose (problem, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (proposal->n_chosen, ==, 4);
  g_assert_true (proposal->chosen[0] && proposal->chosen[1]);
  g_assert_false (proposal->chosen[2] || proposal->chosen[3]);
  g_assert_cmpint (proposal->distance, ==, 0);
}

// --- targets, waiting list, composition ---------------------------------------------------

static void
test_targets (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (CeciSelectionProblem) problem = make_problem (random, 30, 10, 4, 1);
  g_autoptr (CeciSelectionProblem) copy = NULL;
  g_autoptr (GRand) again = g_rand_new_with_seed (3);
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL, *read = NULL;

  disturb (problem, random);
  json = ceci_selection_problem_dup_targets (problem);
  copy = make_problem (again, 30, 10, 4, 1);
  g_assert_true (ceci_selection_problem_set_targets (copy, json, &error));
  g_assert_no_error (error);
  read = ceci_selection_problem_dup_targets (copy);
  g_assert_cmpstr (json, ==, read);
}

static void
test_bad_targets (void)
{
  static const char *const bad[] = {"",
                                    "[]",
                                    "{\"gender\": 3}",
                                    "{\"gender\": {\"weight\": -1}}",
                                    "{\"gender\": {\"weight\": \"a lot\"}}",
                                    "{\"path\": {\"targets\": []}}",
                                    "{\"faculty\": {\"targets\": {\"F0\": null}}}",
                                    "{\"faculty\": {\"targets\": {\"F0\": 1e300}}}",
                                    "{\"every-faculty\": \"yes\"}"};
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (CeciSelectionProblem) problem = make_problem (random, 5, 2, 2, 1);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (ceci_selection_problem_set_targets (problem, bad[i], &error));
    g_assert_error (error, CECI_SELECTION_ERROR, CECI_SELECTION_ERROR_TARGETS);
  }
}

// Whom one place more would go to comes first: of a group that lacks someone before one that has too many.
static void
test_waiting_order (void)
{
  static const char *const women[] = {"female", NULL, NULL, NULL};
  static const char *const men[] = {"male", NULL, NULL, NULL};
  g_autoptr (CeciSelectionProblem) problem = ceci_selection_problem_new (2, 1);
  gboolean chosen[8] = {TRUE, TRUE};
  g_autofree guint *order = NULL;
  guint n = 0;

  for (guint i = 0; i < 8; i++) {
    g_autofree char *id = g_strdup_printf ("application-%u", i);

    ceci_selection_problem_add (problem, id, id, i < 4 ? women : men, NULL, i == 7 ? CECI_HOLD_OUT : CECI_HOLD_NONE,
                                FALSE);
  }
  ceci_selection_problem_set_defaults (problem);
  order = ceci_selection_problem_rank (problem, chosen, &n); // two women have the places
  g_assert_cmpuint (n, ==, 6);
  g_assert_cmpuint (order[0], >=, 4);
  g_assert_cmpuint (order[1], >=, 4);
  g_assert_cmpuint (order[5], ==, 7); // held out: after all others
}

static void
test_composition (void)
{
  g_autoptr (CeciSelectionProblem) problem = three_faculties (3);
  const gboolean chosen[5] = {TRUE, FALSE, FALSE, TRUE, TRUE};
  g_autofree char *json = ceci_selection_problem_dup_composition (problem, chosen);

  g_assert_nonnull (strstr (json, "\"applicants\":5,\"chosen\":3"));
  g_assert_nonnull (strstr (
      json,
      "{\"dimension\":\"faculty\",\"group\":\"SCI\",\"label\":\"SCI\",\"applicants\":3,\"chosen\":1,\"target\":1.8"));
  g_assert_null (strstr (json, "Ada"));
}

// --- size and stopping -----------------------------------------------------------------------

static void
test_size (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (CeciSelectionProblem) problem = make_problem (random, 1000, 30, 14, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciSelectionProposal) proposal = NULL;

  for (guint i = 0; i < 5; i++) {
    ceci_selection_problem_hold (problem, i * 7, CECI_HOLD_IN);
    ceci_selection_problem_hold (problem, i * 7 + 3, CECI_HOLD_OUT);
  }
  proposal = ceci_selection_propose (problem, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (proposal->proved);
  g_assert_cmpuint (proposal->n_chosen, ==, 30);
  for (guint i = 0; i < 5; i++)
    g_assert_true (proposal->chosen[i * 7] && !proposal->chosen[i * 7 + 3]);
}

static void
on_stopped (GObject *source, GAsyncResult *result, gpointer loop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciSelectionProposal) proposal = ceci_selection_propose_finish (result, &error);

  g_assert_null (proposal);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_main_loop_quit (loop);
}

static void
test_cancelled (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (CeciSelectionProblem) problem = make_problem (random, 1000, 30, 14, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  ceci_selection_propose_async (problem, 0, cancellable, on_stopped, loop);
  g_cancellable_cancel (cancellable);
  g_main_loop_run (loop);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selection/R28/the-best-of-all-choices", test_brute_force);
  g_test_add_func ("/selection/R28/seed", test_seed);
  g_test_add_func ("/selection/R28/order-of-arrival", test_order);
  g_test_add_func ("/selection/R28/R3/every-faculty", test_every_faculty);
  g_test_add_func ("/selection/R27/places", test_places);
  g_test_add_func ("/selection/R27/nobody", test_nobody);
  g_test_add_func ("/selection/R28/too-many-held-in", test_too_many_held_in);
  g_test_add_func ("/selection/R28/faculty-held-out", test_faculty_held_out);
  g_test_add_func ("/selection/R28/no-room-for-faculties", test_no_room_for_faculties);
  g_test_add_func ("/selection/R28/enrolled", test_enrolled);
  g_test_add_func ("/selection/R28/targets", test_targets);
  g_test_add_func ("/selection/R28/bad-targets", test_bad_targets);
  g_test_add_func ("/selection/R27/waiting-order", test_waiting_order);
  g_test_add_func ("/selection/R28/composition", test_composition);
  g_test_add_func ("/selection/R28/a-thousand", test_size);
  g_test_add_func ("/selection/R28/cancelled", test_cancelled);
  return g_test_run ();
}
