// SPDX-License-Identifier: GPL-3.0-or-later
// Answers in French and English are understood, and what is not clear stays so.
#include <locale.h>

#include "core/exchange/ceci-form-values.h"
#include "core/model/ceci-enums.h"

static void
test_dates (void)
{
  static const struct {
    const char *text, *date;
  } cases[] = {
      {"2026-03-12", "2026-03-12"},
      {"2026-03-12 14:05:33", "2026-03-12"},
      {"12/03/2026", "2026-03-12"},
      {"12.3.26", "2026-03-12"},
      {"12 mars 2026", "2026-03-12"},
      {"jeudi 1er octobre 2026", NULL}, // «1er» is the first
      {"le 3 août 2026", "2026-08-03"},
      {"March 12, 2026", "2026-03-12"},
      {"12 Dec 2026", "2026-12-12"},
      {"46093", "2026-03-12"},
      {"46093.75", "2026-03-12"},
      {"30/02/2026", NULL},
      {"bientôt", NULL},
      {"2026", NULL},
      {"", NULL},
      {NULL, NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *date = ceci_form_date (cases[i].text, "2026-11-23");

    if (i == 5)
      g_assert_cmpstr (date, ==, "2026-10-01");
    else
      g_assert_cmpstr (date, ==, cases[i].date);
  }
}

static void
test_instants (void)
{
  static const struct {
    const char *text, *instant;
  } cases[] = {
      {"2026-01-12 14:05:33", "2026-01-12T13:05:33.000Z"}, // winter
      {"2026-07-12 14:05", "2026-07-12T12:05:00.000Z"},    // summer
      {"12/07/2026", "2026-07-11T22:00:00.000Z"},          {"46000.5", "2025-12-09T11:00:00.000Z"},
      {"7/1/2026 2:05:00 PM", "2026-01-07T13:05:00.000Z"}, {"hier", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *instant = ceci_form_instant (cases[i].text, "2026-11-23");

    g_assert_cmpstr (instant, ==, cases[i].instant);
  }
}

static void
test_hours (void)
{
  g_assert_cmpint (ceci_form_minutes ("150"), ==, 9000);
  g_assert_cmpint (ceci_form_minutes ("150h"), ==, 9000);
  g_assert_cmpint (ceci_form_minutes ("environ 160 heures"), ==, 9600);
  g_assert_cmpint (ceci_form_minutes ("150,5"), ==, 9030);
  g_assert_cmpint (ceci_form_minutes ("150.5"), ==, 9030);
  g_assert_cmpint (ceci_form_minutes ("minimum 150h"), ==, 9000);
  g_assert_cmpint (ceci_form_minutes ("10h par semaine, 15 semaines"), ==, -1);
  g_assert_cmpint (ceci_form_minutes ("beaucoup"), ==, -1);
  g_assert_cmpint (ceci_form_minutes (NULL), ==, -1);
}

static void
test_answers (void)
{
  g_assert_cmpint (ceci_form_answer ("Oui, trésorière"), ==, CECI_ANSWER_YES);
  g_assert_cmpint (ceci_form_answer ("Y"), ==, CECI_ANSWER_YES);
  g_assert_cmpint (ceci_form_answer ("J’accepte que mes données soient traitées"), ==, CECI_ANSWER_YES);
  g_assert_cmpint (ceci_form_answer ("Non"), ==, CECI_ANSWER_NO);
  g_assert_cmpint (ceci_form_answer ("No, never"), ==, CECI_ANSWER_NO);
  g_assert_cmpint (ceci_form_answer ("Je n’accepte pas"), ==, CECI_ANSWER_NO);
  g_assert_cmpint (ceci_form_answer ("Nous verrons"), ==, CECI_ANSWER_UNCLEAR);
  g_assert_cmpint (ceci_form_answer (""), ==, CECI_ANSWER_UNCLEAR);
}

static void
test_words (void)
{
  gboolean unclear;

  g_assert_cmpint (ceci_form_gender ("Femme", &unclear), ==, CECI_GENDER_FEMALE);
  g_assert_cmpint (ceci_form_gender ("Male", &unclear), ==, CECI_GENDER_MALE);
  g_assert_cmpint (ceci_form_gender ("Non-binaire", &unclear), ==, CECI_GENDER_OTHER);
  g_assert_cmpint (ceci_form_gender ("Je préfère ne pas répondre", &unclear), ==, CECI_GENDER_NONE);
  g_assert_false (unclear);
  g_assert_cmpint (ceci_form_gender ("licorne", &unclear), ==, CECI_GENDER_NONE);
  g_assert_true (unclear);
  g_assert_cmpint (ceci_form_organisation_kind ("Cercle étudiant"), ==, CECI_ORGANISATION_KIND_SOCIETY);
  g_assert_cmpint (ceci_form_organisation_kind ("Bureau étudiant facultaire"), ==,
                   CECI_ORGANISATION_KIND_STUDENT_OFFICE);
  g_assert_cmpint (ceci_form_organisation_kind ("ASBL"), ==, CECI_ORGANISATION_KIND_ASSOCIATION);
  g_assert_cmpint (ceci_form_organisation_kind ("public_body"), ==, CECI_ORGANISATION_KIND_PUBLIC_BODY);
  g_assert_cmpint (ceci_form_organisation_kind ("???"), ==, CECI_ORGANISATION_KIND_NONE);
  g_assert_cmpint (ceci_form_legal_form ("A.S.B.L."), ==, CECI_LEGAL_FORM_NONE);
  g_assert_cmpint (ceci_form_legal_form ("Association de fait"), ==, CECI_LEGAL_FORM_UNINCORPORATED);
  g_assert_cmpint (ceci_form_legal_form ("SRL"), ==, CECI_LEGAL_FORM_COMMERCIAL);
}

static void
test_texts (void)
{
  g_autofree char *text = ceci_form_text ("  une\\nligne\xC2\xA0", TRUE), *kept = ceci_form_text ("une\\nligne", FALSE),
                  *blank = ceci_form_text (" \xC2\xA0\n", FALSE);
  g_autofree char *email = ceci_form_email (" Elodie.Martin@ULB.be "), *none = ceci_form_email ("anonymous"),
                  *two = ceci_form_email ("a@b.be, c@d.be");

  g_assert_cmpstr (text, ==, "une\nligne");
  g_assert_cmpstr (kept, ==, "une\\nligne");
  g_assert_null (blank);
  g_assert_cmpstr (email, ==, "elodie.martin@ulb.be");
  g_assert_null (none);
  g_assert_null (two);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-values/dates", test_dates);
  g_test_add_func ("/form-values/instants", test_instants);
  g_test_add_func ("/form-values/hours", test_hours);
  g_test_add_func ("/form-values/answers", test_answers);
  g_test_add_func ("/form-values/words", test_words);
  g_test_add_func ("/form-values/texts", test_texts);
  return g_test_run ();
}
