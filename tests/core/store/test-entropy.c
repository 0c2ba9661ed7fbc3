// SPDX-License-Identifier: GPL-3.0-or-later
// Identifiers only grow; a seed gives the same bytes, identifiers and instants twice.
#include "core/store/ceci-entropy.h"

#include <string.h>

static void
test_identifiers_are_version_7 (void)
{
  g_autoptr (CeciEntropy) entropy = ceci_entropy_new_seeded (1, "2026-11-23T13:00:00.250Z");
  g_autofree char *id = ceci_entropy_new_id (entropy);

  g_assert_true (g_uuid_string_is_valid (id));
  g_assert_cmpint (id[14], ==, '7');
  g_assert_nonnull (strchr ("89ab", id[19]));
  g_assert_true (g_str_has_prefix (id, "01a2087d-ed7a"));
}

static void
assert_grows (CeciEntropy *entropy, guint n)
{
  g_autofree char *before = g_strdup ("");

  for (guint i = 0; i < n; i++) {
    g_autofree char *id = ceci_entropy_new_id (entropy);

    g_assert_cmpstr (before, <, id);
    g_set_str (&before, id);
    if (i == n / 2 && ceci_entropy_is_seeded (entropy))
      ceci_entropy_set_now (entropy, "2025-01-01");
  }
}

static void
test_identifiers_grow (void)
{
  g_autoptr (CeciEntropy) system = ceci_entropy_new_system ();
  g_autoptr (CeciEntropy) seeded = ceci_entropy_new_seeded (7, "2026-01-01");

  assert_grows (system, 20000);
  assert_grows (seeded, 20000);
}

static void
test_a_seed_gives_the_same_twice (void)
{
  g_autoptr (CeciEntropy) first = ceci_entropy_new_seeded (42, "2026-03-12T09:14:00.000Z");
  g_autoptr (CeciEntropy) second = ceci_entropy_new_seeded (42, "2026-03-12T09:14:00.000Z");
  g_autoptr (CeciEntropy) other = ceci_entropy_new_seeded (43, "2026-03-12T09:14:00.000Z");
  guint8 bytes[3][32];

  for (guint i = 0; i < 100; i++) {
    g_autofree char *a = ceci_entropy_new_id (first);
    g_autofree char *b = ceci_entropy_new_id (second);
    g_autofree char *c = ceci_entropy_new_id (other);

    g_assert_cmpstr (a, ==, b);
    g_assert_cmpstr (a, !=, c);
  }
  ceci_entropy_fill (first, bytes[0], 32);
  ceci_entropy_fill (second, bytes[1], 32);
  ceci_entropy_fill (second, bytes[2], 32);
  g_assert_cmpmem (bytes[0], 32, bytes[1], 32);
  g_assert_cmpint (memcmp (bytes[1], bytes[2], 32), !=, 0);
}

static void
test_clock (void)
{
  g_autoptr (CeciEntropy) entropy = ceci_entropy_new_seeded (1, "2026-03-12");
  g_autoptr (CeciEntropy) system = ceci_entropy_new_system ();
  g_autofree char *start = ceci_entropy_dup_now (entropy);
  g_autofree char *real = ceci_entropy_dup_now (system);

  ceci_entropy_set_now (entropy, "2027-01-02T03:04:05.006Z");
  g_autofree char *later = ceci_entropy_dup_now (entropy);
  g_assert_cmpstr (start, ==, "2026-03-12T00:00:00.000Z");
  g_assert_cmpstr (later, ==, "2027-01-02T03:04:05.006Z");
  g_assert_cmpuint (strlen (real), ==, 24);
  g_assert_true (ceci_entropy_is_seeded (entropy));
  g_assert_false (ceci_entropy_is_seeded (system));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entropy/identifiers-are-version-7", test_identifiers_are_version_7);
  g_test_add_func ("/entropy/identifiers-grow", test_identifiers_grow);
  g_test_add_func ("/entropy/a-seed-gives-the-same-twice", test_a_seed_gives_the_same_twice);
  g_test_add_func ("/entropy/clock", test_clock);
  return g_test_run ();
}
