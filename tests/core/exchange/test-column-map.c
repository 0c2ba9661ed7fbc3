// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a form are found by their words in either language, wherever they stand.
#include <locale.h>
#include <string.h>

#include "core/exchange/ceci-application-fields.h"
#include "core/exchange/ceci-table-reader.h"

static CeciColumnMap *
map_headings (const char *headings)
{
  g_autofree char *text = g_strconcat (headings, "\nx\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciTable) table = ceci_table_read_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return ceci_application_column_map (table);
}

static void
assert_maps (const char *headings, const char *fields)
{
  g_autoptr (CeciColumnMap) map = map_headings (headings);
  g_auto (GStrv) expected = g_strsplit (fields, " ", -1);
  guint n_columns = ceci_table_get_n_columns (ceci_column_map_get_table (map));

  g_assert_cmpuint (g_strv_length (expected), ==, n_columns);
  for (guint column = 0; column < n_columns; column++) {
    const CeciImportField *field = ceci_column_map_get_field (map, column);

    g_test_message ("%s", ceci_table_get_heading (ceci_column_map_get_table (map), column));
    g_assert_cmpstr (field != NULL ? field->name : "-", ==, expected[column]);
  }
}

static void
test_french (void)
{
  assert_maps ("Votre prénom;Nom de famille;Quel est votre prénom usuel ?;Adresse e-mail ULB;Matricule;Faculté / "
               "École;Année d’études en cours",
               "first-name family-name usual-first-name email matricule faculty study-path");
  assert_maps ("Nom de l’organisme;Nom de votre maître de stage;Adresse mail du maître de stage;Nom;Mail;Type "
               "d’organisme;Statut juridique",
               "organisation-name supervisor-name supervisor-email family-name email organisation-kind legal-form");
  assert_maps ("Motivation;Date de début;Date de fin;Fonction exercée;Missions confiées;Faites-vous partie du bureau "
               "?;L’offre TIME est-elle labellisée « stage étudiant » ?;Référence de l’offre",
               "motivation starts-on ends-on function mission committee-member offer-labelled offer-reference");
}

static void
test_english (void)
{
  assert_maps ("Last name;First name;Preferred first name;E-mail;Student ID;Faculty;Year of study;Gender;Date of birth",
               "family-name first-name usual-first-name email matricule faculty study-path gender birth-date");
  assert_maps ("Supervisor;Supervisor's e-mail;Name of organisation;Type of organisation;Number of hours;Start "
               "date;End date;Are you a committee member?",
               "supervisor-name supervisor-email organisation-name organisation-kind planned-hours starts-on ends-on "
               "committee-member");
}

static void
test_limesurvey_codes (void)
{
  assert_maps ("Q1[SQ001];nom;prenom[x];Q2. Votre numéro de matricule;Q3[mail];Q4. Coordonnées [Téléphone]",
               "- family-name first-name matricule email phone");
}

static void
test_microsoft (void)
{
  assert_maps ("ID;Heure de début;Heure de fin;Adresse de messagerie;Nom;Nom2;Prénom;E-mail",
               "response-id - submitted-at account-email account-name family-name first-name email");
  assert_maps ("ID;Start time;Completion time;Email;Name;Mission",
               "response-id - submitted-at account-email account-name mission");
}

static void
test_by_hand (void)
{
  g_autoptr (CeciColumnMap) map = map_headings ("Nom;Nom d’artiste;Prénom;Prénom");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ceci_column_map_get_column (map, "first-name"), ==, 2);
  g_assert_true (ceci_column_map_set_text (map, "Prénom (2)=first-name", &error));
  g_assert_cmpint (ceci_column_map_get_column (map, "first-name"), ==, 3);
  g_assert_null (ceci_column_map_get_field (map, 2));
  g_assert_true (ceci_column_map_set_text (map, "2=family-name", &error));
  g_assert_cmpint (ceci_column_map_get_column (map, "family-name"), ==, 1);
  g_assert_true (ceci_column_map_set (map, 1, NULL, &error));
  g_assert_cmpint (ceci_column_map_get_column (map, "family-name"), ==, -1);
  g_assert_cmpint (ceci_column_map_get_origin (map, 1), ==, CECI_COLUMN_IGNORED);
  g_assert_false (ceci_column_map_set_text (map, "9=family-name", &error));
  g_assert_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-map/french", test_french);
  g_test_add_func ("/column-map/english", test_english);
  g_test_add_func ("/column-map/limesurvey-codes", test_limesurvey_codes);
  g_test_add_func ("/column-map/microsoft", test_microsoft);
  g_test_add_func ("/column-map/by-hand", test_by_hand);
  return g_test_run ();
}
