// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's names keep their accents, particles and apostrophes, and give plain addresses.

#include "core/sample/ceci-sample-names.h"

#include <string.h>

static void
test_addresses (void)
{
  static const struct {
    const char *first, *family, *address;
  } cases[] = {
      {"Élodie", "Van den Broeck", "elodie.van.den.broeck"},
      {"Zoé", "D’Hondt", "zoe.dhondt"},
      {"Jean-Baptiste", "Lefèbvre", "jeanbaptiste.lefebvre"},
      {"Elif", "Öztürk", "elif.ozturk"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *address = ceci_sample_name_to_address (cases[i].first, cases[i].family);

    g_assert_cmpstr (address, ==, cases[i].address);
  }
}

static void
test_variety (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean accent = FALSE, particle = FALSE, apostrophe = FALSE;

  for (guint i = 0; i < 500; i++) {
    char *name = ceci_sample_name_draw_whole (random);

    g_assert_true (g_utf8_validate (name, -1, NULL));
    accent |= !g_str_is_ascii (name);
    particle |= strstr (name, " Van d") != NULL;
    apostrophe |= strstr (name, "’") != NULL;
    g_hash_table_add (seen, name);
  }
  g_assert_true (accent && particle && apostrophe);
  g_assert_cmpuint (g_hash_table_size (seen), >, 440);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample-names/addresses", test_addresses);
  g_test_add_func ("/sample-names/variety", test_variety);
  return g_test_run ();
}
