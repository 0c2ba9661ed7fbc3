// SPDX-License-Identifier: GPL-3.0-or-later
// Folding: what a person does not mean to distinguish is the same text.
#include "core/store/ceci-fold.h"

static void
test_folds (void)
{
  static const char *const pairs[][2] = {
      {"L’Étudiant·e  D'Hôte", "l'etudiante d'hote"},
      {"étudiant\xc2\xb7"
       "es",
       "etudiantes"},
      {"étudiant•es", "etudiantes"},
      {"étudiant‧es", "etudiantes"},
      {"Œuvre Æther Straße", "oeuvre aether strasse"},
      {"Ça va\xc2\xa0?\xe2\x80\xaf!", "ca va ? !"},
      {"  Van\tden\n Bossche ", "van den bossche"},
      {"E\xcc\x81lodie", "elodie"},
      {"Łukasz Sørensen", "lukasz sorensen"},
      {"İSTANBUL", "istanbul"},
      {"non-fumeur", "non-fumeur"},
      {"a\xff"
       "b",
       "a\xef\xbf\xbd"
       "b"},
      {"·", ""},
      {"", ""},
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autofree char *folded = ceci_fold (pairs[i][0]);

    g_assert_cmpstr (folded, ==, pairs[i][1]);
  }
  g_autofree char *nothing = ceci_fold (NULL);
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_folds_once (void)
{
  g_autofree char *once = ceci_fold ("Béatrice N’Diaye·x  Œ");
  g_autofree char *twice = ceci_fold (once);

  g_assert_cmpstr (once, ==, twice);
}

static void
test_contains_every_word (void)
{
  g_assert_true (ceci_fold_contains ("elodie van den bossche", "boss elo"));
  g_assert_true (ceci_fold_contains ("elodie van den bossche", ""));
  g_assert_true (ceci_fold_contains ("elodie van den bossche", "  van "));
  g_assert_true (ceci_fold_contains (NULL, NULL));
  g_assert_false (ceci_fold_contains ("elodie van den bossche", "elo marie"));
  g_assert_false (ceci_fold_contains ("", "a"));
  g_assert_false (ceci_fold_contains (NULL, "a"));
}

static void
test_is_near (void)
{
  static const struct {
    const char *one, *other;
    guint slips; // the fewest within which they are near
  } names[] = {
      {"peeters noor", "peeters noor", 0},
      {"", "", 0},
      {"peeters noor", "peters noor", 1}, // left out
      {"peters noor", "peeters noor", 1}, // added
      {"peeters", "peetars", 1},          // changed
      {"peeters", "peetesr", 1},          // exchanged with the next
      {"a", "", 1},
      {"croix rouge", "croxi rogue", 2},
      {"martin", "maritn", 1},
      {"étoile", "etoile", 1}, // a letter is one, however many bytes it takes
      {"abc", "cab", 2},
      {"dubois", "dupont", 3},
      {"ca", "abc", 3}, // no letter is moved twice
  };
  g_autofree char *long_one = g_strnfill (121, 'a'), *long_other = g_strnfill (120, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint limit = 0; limit < 5; limit++) {
      g_assert_cmpint (ceci_fold_is_near (names[i].one, names[i].other, limit), ==, limit >= names[i].slips);
      g_assert_cmpint (ceci_fold_is_near (names[i].other, names[i].one, limit), ==, limit >= names[i].slips);
    }
  g_assert_true (ceci_fold_is_near (long_one, long_one, 1));
  g_assert_false (ceci_fold_is_near (long_one, long_other, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/folds", test_folds);
  g_test_add_func ("/fold/folding-twice-changes-nothing", test_folds_once);
  g_test_add_func ("/fold/contains-every-word", test_contains_every_word);
  g_test_add_func ("/fold/duplicate-person/slips-of-the-keyboard", test_is_near);
  return g_test_run ();
}
