// SPDX-License-Identifier: GPL-3.0-or-later
// A form's export is shown as what it would change; what is applied is what was shown; nobody is guessed.
#include <locale.h>
#include <string.h>
#include <xlsxwriter.h>

#include "exchange-fixture.h"

#define FRENCH_HEADINGS                                                                                                \
  "\xEF\xBB\xBF\"ID de la réponse\";\"Date de soumission\";\"Dernière page\";\"Langue de départ\";\"Tête de "          \
  "série\";\"Date de lancement\";\"Date de la dernière action\";"                                                      \
  "\"Q1[SQ001]. Vos coordonnées [Nom]\";\"Q1[SQ002]. Vos coordonnées [Prénom]\";\"usuel. Quel est votre prénom usuel " \
  "?\";\"Adresse mail ULB\";\"Numéro de matricule\";"                                                                  \
  "\"Votre date de naissance\";\"Faculté\";\"Année d’études\";\"Genre\";\"Nom de l’organisme d’accueil\";\"Type "      \
  "d'organisme\";\"Forme juridique\";\"Numéro BCE\";"                                                                  \
  "\"Décrivez votre mission\";\"Votre fonction\";\"Nombre d’heures prévues\";\"Date de début du stage\";\"Date de "    \
  "fin du stage\";\"Êtes-vous membre du comité ?\";"                                                                   \
  "\"Nom de votre maître·sse de stage\";\"E-mail de votre maître de stage\";\"Référence de l’offre TIME\";\"Quelle "   \
  "est votre motivation ?\";\"Consentement RGPD\";\"Couleur préférée\"\r\n"

#define ELODIE                                                                                                         \
  "\"1\";\"2026-09-01 10:00:00\";\"5\";\"fr\";\"7\";\"2026-09-01 09:50:00\";\"2026-09-01 "                             \
  "10:00:00\";\"Dupont\";\"Élodie\";;\"Elodie.Dupont@ulb.be\";"                                                        \
  "\"000512345\";\"12/03/2004\";\"Faculté de Droit et de Criminologie\";\"BA2\";\"Femme\";\"Cercle de "                \
  "Droit\";\"Cercle étudiant\";\"ASBL\";"                                                                              \
  "\"0403.019.261\";\"Organiser\\nles conférences\";\"Trésorière\";\"150h\";\"1/10/2026\";\"30 avril "                 \
  "2027\";\"Oui\";\"Anne L’Hôte\";\"anne@cercle.be\";"                                                                 \
  "\"T-12\";\"=J’aime\";\"J’accepte\";\"Bleu\"\r\n"

#define DRAFT                                                                                                          \
  "\"2\";;\"2\";\"fr\";\"7\";\"2026-09-01 09:50:00\";\"2026-09-01 "                                                    \
  "10:00:00\";\"Brouillon\";\"Bob\";;;;;;;;;;;;;;;;;;;;;;;\r\n"
#define NAMELESS "\"3\";\"2026-09-02 10:00:00\";\"5\";\"fr\";\"7\";;;;;;\"x@ulb.be\";;;;;;;;;;;;;;;;;;;;;\r\n"
#define LOIC                                                                                                           \
  "\"4\";\"2026-09-03 "                                                                                                \
  "10:00:00\";\"5\";\"en\";\"7\";;;\"PEETERS\";\"Loïc\";\"Lou\";\"loic@ulb.be\";\"12\";;\"Magie\";\"MA1\";\"Autre\";"  \
  "\"Croix-Rouge\";"                                                                                                   \
  "\"Association\";;\"0431.150.351\";\"Aide\";\"Bénévole\";\"environ 100 heures\";;;\"Peut-être\";;;;;\"Oui\";\r\n"

static CeciProposedApplication *
row_at (CeciApplicationProposal *proposal, guint position) // transfer none: the proposal keeps it
{
  g_autoptr (CeciProposedApplication) row = g_list_model_get_item (G_LIST_MODEL (proposal), position);

  g_assert_nonnull (row);
  return row;
}

static void
assert_row (CeciApplicationProposal *proposal, guint position, CeciProposalAction action, const char *words)
{
  CeciProposedApplication *row = row_at (proposal, position);
  const char *reason = ceci_proposed_application_get_reason (row);

  g_test_message ("%u: %d %s", position, (int) ceci_proposed_application_get_action (row), reason);
  g_assert_cmpint (ceci_proposed_application_get_action (row), ==, action);
  if (words == NULL)
    g_assert_cmpstr (reason, ==, NULL);
  else
    g_assert_nonnull (strstr (reason != NULL ? reason : "", words));
}

static void
test_limesurvey (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciApplicationProposal) proposal = propose (fixture, FRENCH_HEADINGS ELODIE DRAFT NAMELESS LOIC);
  g_auto (GStrv) unknown = ceci_column_map_dup_unknown (ceci_application_proposal_get_map (proposal));
  CeciApplication *application;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (proposal)), ==, 4);
  assert_row (proposal, 0, CECI_PROPOSAL_ADD, NULL);
  assert_row (proposal, 1, CECI_PROPOSAL_DRAFT, "not submitted");
  assert_row (proposal, 2, CECI_PROPOSAL_REFUSED, "No name");
  assert_row (proposal, 3, CECI_PROPOSAL_ADD, "“12” is not a student number");
  assert_row (proposal, 3, CECI_PROPOSAL_ADD, "“Magie” is not in the list");
  assert_row (proposal, 3, CECI_PROPOSAL_ADD, "“0431.150.351” is not an enterprise number");
  assert_row (proposal, 3, CECI_PROPOSAL_ADD, "neither yes nor no");
  g_assert_true (g_strv_contains ((const char *const *) unknown, "Couleur préférée"));
  g_assert_false (g_strv_contains ((const char *const *) unknown, "Quelle est votre motivation ?"));
  application = ceci_proposed_application_get_application (row_at (proposal, 3));
  g_assert_cmpint (ceci_application_get_state (application), ==, CECI_APPLICATION_STATE_INADMISSIBLE);
  g_assert_nonnull (strstr (ceci_application_get_state_reason (application), "150"));
  assert_reads (fixture, "SELECT count(*) FROM application", "0"); // nothing before it is applied

  apply (fixture, proposal);
  assert_reads (fixture, "SELECT count(*) FROM application", "2");
  assert_reads (fixture,
                "SELECT "
                "family_name||'|'||first_name||'|'||email||'|'||matricule||'|'||birth_date||'|'||gender||'|'||faculty_"
                "id||'|'||language FROM person WHERE matricule = '512345'",
                "Dupont|Élodie|elodie.dupont@ulb.be|512345|2004-03-12|female|f1|fr");
  assert_reads (fixture,
                "SELECT "
                "received_at||'|'||state||'|'||study_path||'|'||organisation_name||'|'||organisation_kind||'|'||legal_"
                "form||'|'||enterprise_number FROM application WHERE source_line = 2",
                "2026-09-01T08:00:00.000Z|admissible|BA2|Cercle de Droit|society|asbl|0403019261");
  assert_reads (fixture,
                "SELECT "
                "mission||'|'||function||'|'||planned_minutes||'|'||starts_on||'|'||ends_on||'|'||committee_member||'|'"
                "||supervisor_name||'|'||supervisor_email FROM application WHERE source_line = 2",
                "Organiser\nles conférences|Trésorière|9000|2026-10-01|2027-04-30|1|Anne L’Hôte|anne@cercle.be");
  assert_reads (
      fixture,
      "SELECT offer_reference||'|'||motivation||'|'||consent||'|'||source FROM application WHERE source_line = 2",
      "T-12|=J’aime|1|results-survey1.csv");
  assert_reads (fixture, "SELECT usual_first_name||'|'||language FROM person WHERE email = 'loic@ulb.be'", "Lou|en");
  assert_sound (fixture, 2);
}

static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciApplicationProposal) first = propose (fixture, FRENCH_HEADINGS ELODIE LOIC), second = NULL,
                                      third = NULL;
  g_autofree char *words = NULL;
  g_autofree char *before = NULL;
  CeciProposedApplication *row;

  apply (fixture, first);
  before = read_sql (fixture, "SELECT group_concat(id) FROM (SELECT id FROM application ORDER BY id)");
  second = propose (fixture, FRENCH_HEADINGS ELODIE LOIC);
  assert_row (second, 0, CECI_PROPOSAL_UNCHANGED, NULL);
  g_assert_cmpint (ceci_proposed_application_get_action (row_at (second, 1)), ==, CECI_PROPOSAL_UNCHANGED);
  g_assert_cmpuint (ceci_application_proposal_n_writes (second), ==, 0);
  apply (fixture, second); // a step that changes nothing is not kept

  third = propose (fixture, "Date de soumission;Nom;Prénom;E-mail;Matricule;Mission;Heures prévues;Faculté\n"
                            "2026-09-05;DUPONT;Elodie;elodie.dupont@ulb.be;512345;Autre chose;;SCI\n"
                            "2026-09-06;Peeters;Loïc;LOIC@ulb.be;;Aide;200;\n");
  assert_row (third, 0, CECI_PROPOSAL_CHANGE, NULL);
  row = row_at (third, 0);
  g_assert_cmpuint (ceci_proposed_application_get_changes (row)->len, ==, 2);
  g_object_get (row, "changes", &words, NULL);
  g_assert_nonnull (strstr (words, "Faculty: DROIT → SCI"));
  g_assert_nonnull (strstr (words, "→ Autre chose"));
  assert_row (third, 1, CECI_PROPOSAL_CHANGE, NULL);
  apply (fixture, third);
  assert_reads (
      fixture,
      "SELECT planned_minutes||'|'||state||'|'||received_at FROM application WHERE organisation_name = 'Croix-Rouge'",
      "12000|admissible|2026-09-03T08:00:00.000Z");
  assert_reads (fixture,
                "SELECT mission||'|'||planned_minutes FROM application WHERE organisation_name = 'Cercle de Droit'",
                "Autre chose|9000");
  assert_reads (fixture, "SELECT faculty_id||'|'||family_name FROM person WHERE matricule = '512345'", "f2|Dupont");
  assert_reads (fixture, "SELECT group_concat(id) FROM (SELECT id FROM application ORDER BY id)", before);
  assert_reads (fixture, "SELECT count(*) FROM person", "2");
  assert_sound (fixture, 3);
}

static void
test_who (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciApplicationProposal) proposal = NULL;
  CeciProposedApplication *row;

  write_sql (fixture, "People",
             "INSERT INTO person (id, family_name, first_name, matricule, email, birth_date, search_key) VALUES"
             " ('p1', 'Van den Broeck', 'Noémie', '400001', 'noemie@ulb.be', '2003-05-06', 'x'),"
             " ('p2', 'Diallo', 'Aïssatou', '400002', 'aissatou@ulb.be', NULL, 'x'),"
             " ('p3', 'Lambert', 'Hugo', NULL, NULL, '2002-01-31', 'x');");
  proposal = propose (fixture, "Nom;Prénom;E-mail;Matricule;Date de naissance\n"
                               "VAN DEN BROECK;Noemie;autre@ulb.be;000400001;\n"  // by number
                               "Aïssatou;Diallo;AISSATOU@ulb.be;;\n"              // by address, names exchanged
                               "Vandenbroek;Noémie;nouvelle@ulb.be;;2003-05-06\n" // nearly the name, the date of birth
                               "Lambert;Hugo;hugo@ulb.be;400009;\n"               // the name alone
                               "Lambert;Hugo;hugo2@ulb.be;400010;1999-12-12\n"    // the name, another date of birth
                               "Claes;Jan;jan@ulb.be;400020;\n");
  row = row_at (proposal, 0);
  g_assert_cmpstr (ceci_record_get_id (CECI_RECORD (ceci_proposed_application_get_known_person (row))), ==, "p1");
  row = row_at (proposal, 1);
  g_assert_cmpstr (ceci_record_get_id (CECI_RECORD (ceci_proposed_application_get_known_person (row))), ==, "p2");
  assert_row (proposal, 2, CECI_PROPOSAL_UNSURE, "nearly this name");
  assert_row (proposal, 3, CECI_PROPOSAL_UNSURE, "of this name");
  assert_row (proposal, 4, CECI_PROPOSAL_ADD, NULL);
  assert_row (proposal, 5, CECI_PROPOSAL_ADD, NULL);

  row = row_at (proposal, 2);
  ceci_application_proposal_choose (proposal, row,
                                    g_ptr_array_index (ceci_proposed_application_get_candidates (row), 0));
  assert_row (proposal, 2, CECI_PROPOSAL_ADD, NULL);
  ceci_application_proposal_choose (proposal, row_at (proposal, 3), NULL);
  ceci_proposed_application_set_included (row_at (proposal, 5), FALSE);
  ceci_proposed_application_set_included (row_at (proposal, 0), FALSE);
  apply (fixture, proposal);
  assert_reads (fixture, "SELECT count(*) FROM person", "5");
  assert_reads (fixture, "SELECT family_name||'|'||email FROM person WHERE id = 'p1'", "Vandenbroek|nouvelle@ulb.be");
  assert_reads (fixture, "SELECT family_name FROM person_alias WHERE person_id = 'p1'", "Van den Broeck");
  assert_reads (fixture, "SELECT email FROM person WHERE id = 'p3'", NULL);
  assert_reads (fixture, "SELECT count(*) FROM application", "4");
}

static void
test_contradictions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciApplicationProposal) proposal = NULL;

  write_sql (fixture, "People",
             "INSERT INTO person (id, family_name, first_name, matricule, email, search_key) VALUES"
             " ('p1', 'Van den Broeck', 'Noémie', '400001', 'noemie@ulb.be', 'x'), ('p2', 'Diallo', 'Aïssatou', "
             "'400002', 'aissatou@ulb.be', 'x');");
  proposal = propose (fixture, "Nom;Prénom;E-mail;Matricule;Date de début;Date de fin\n"
                               "Simon;Zoé;noemie@ulb.be;;;\n"
                               "Diallo;Aïssatou;noemie@ulb.be;400002;;\n"
                               "Van den Broeck;Noémie;noemie@ulb.be;400003;;\n"
                               "Claes;Jan;jan@ulb.be;400020;2026-12-01;2026-11-01\n"
                               "Claes;Piet;piet@ulb.be;400021;demain;\n"
                               "Martin;Luc;luc@ulb.be;;;\n"
                               "Martin;Luc;luc.martin@ulb.be;;;\n");
  assert_row (proposal, 0, CECI_PROPOSAL_UNSURE, "under another name");
  assert_row (proposal, 1, CECI_PROPOSAL_UNSURE, "another’s");
  assert_row (proposal, 2, CECI_PROPOSAL_UNSURE, "another student number");
  assert_row (proposal, 3, CECI_PROPOSAL_REFUSED, "end before it begins");
  assert_row (proposal, 4, CECI_PROPOSAL_ADD, "“demain” is not a date");
  assert_row (proposal, 5, CECI_PROPOSAL_ADD, NULL);
  assert_row (proposal, 6, CECI_PROPOSAL_UNSURE, "Line 7 has the same name");
}

static void
test_twice_in_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciApplicationProposal) proposal =
      propose (fixture, "Date de soumission;Nom;Prénom;E-mail;Matricule;Mission\n"
                        "2026-09-01 10:00;Claes;Jan;jan@ulb.be;400020;Première\n"
                        "2026-09-03 10:00;Claes;Jan;jan@ulb.be;;Dernière\n"
                        "2026-09-02 10:00;Claes;Jan;autre@ulb.be;400020;Deuxième\n");

  assert_row (proposal, 0, CECI_PROPOSAL_REFUSED, "again on line 3");
  assert_row (proposal, 1, CECI_PROPOSAL_ADD, NULL);
  assert_row (proposal, 2, CECI_PROPOSAL_REFUSED, "again on line 3");
}

static void
test_said_to_be_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciApplicationProposal) proposal =
      propose (fixture, "Date de soumission;Nom;Prénom;E-mail;Mission\n"
                        "2026-09-01 10:00;Martin;Luc;luc@ulb.be;Première\n"
                        "2026-09-03 10:00;Martin;Luc;luc.martin@ulb.be;Dernière\n"
                        "2026-09-02 10:00;Martin;Luc;lm@ulb.be;Deuxième\n");

  assert_row (proposal, 1, CECI_PROPOSAL_UNSURE, "Line 2 has the same name");
  g_assert_cmpuint (ceci_proposed_application_get_namesake_line (row_at (proposal, 1)), ==, 2);
  ceci_application_proposal_join (proposal, row_at (proposal, 1)); // the later of the two is kept
  assert_row (proposal, 0, CECI_PROPOSAL_REFUSED, "again on line 3");
  assert_row (proposal, 1, CECI_PROPOSAL_ADD, NULL);
  assert_row (proposal, 2, CECI_PROPOSAL_UNSURE, "Line 3 has the same name");
  ceci_application_proposal_choose (proposal, row_at (proposal, 2), NULL);
  assert_row (proposal, 2, CECI_PROPOSAL_ADD, NULL);
  g_assert_true (ceci_proposed_application_is_said (row_at (proposal, 2), NULL, NULL));
  ceci_application_proposal_ask_again (proposal, row_at (proposal, 1)); // a mind changed
  assert_row (proposal, 0, CECI_PROPOSAL_ADD, NULL);
  assert_row (proposal, 1, CECI_PROPOSAL_UNSURE, "Line 2 has the same name");
  ceci_application_proposal_join (proposal, row_at (proposal, 1));
  apply (fixture, proposal);
  assert_reads (fixture, "SELECT group_concat(mission) FROM (SELECT mission FROM application ORDER BY mission)",
                "Dernière,Deuxième");
}

// Two rows are said to be one person of the register: one application is written.
static void
test_said_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciApplicationProposal) proposal = NULL;
  CeciProposedApplication *row;

  write_sql (fixture, "People",
             "INSERT INTO person (id, family_name, first_name, email, search_key) VALUES"
             " ('p1', 'Lambert', 'Hugo', 'hugo@ulb.be', 'x');");
  proposal = propose (fixture, "Date de soumission;Nom;Prénom;E-mail;Mission\n"
                               "2026-09-01 10:00;Lambert;Hugo;hugo@ulb.be;Première\n"
                               "2026-09-03 10:00;Lambert;Hugo;autre@ulb.be;Dernière\n"
                               "2026-09-04 10:00;Simon;Zoé;hugo@ulb.be;Sa sœur\n");
  assert_row (proposal, 0, CECI_PROPOSAL_ADD, NULL);
  row = row_at (proposal, 1);
  ceci_application_proposal_choose (proposal, row,
                                    g_ptr_array_index (ceci_proposed_application_get_candidates (row), 0));
  assert_row (proposal, 0, CECI_PROPOSAL_REFUSED, "again on line 3");
  assert_row (proposal, 1, CECI_PROPOSAL_ADD, NULL);
  assert_row (proposal, 2, CECI_PROPOSAL_UNSURE, "under another name");
  ceci_application_proposal_choose (proposal, row_at (proposal, 2), NULL); // an address that two people share
  assert_row (proposal, 1, CECI_PROPOSAL_ADD, NULL);
  assert_row (proposal, 2, CECI_PROPOSAL_ADD, NULL);
  apply (fixture, proposal);
  assert_reads (fixture, "SELECT count(*) FROM person", "2");
  assert_reads (fixture, "SELECT mission FROM application WHERE person_id = 'p1'", "Dernière");
  assert_reads (fixture, "SELECT count(*) FROM application", "2");
}

// What someone else wrote meanwhile is neither lost nor overwritten, nor is what was said of the rows.
static void
test_changed_meanwhile (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "Nom;Prénom;E-mail;Mission\nLambert;Hugo;hugo@ulb.be;Aider\n"
                             "Claes;Jan;jan@ulb.be;Aider\nSimon;Zoé;zoe@ulb.be;Aider\n";
  g_autoptr (CeciApplicationProposal) proposal = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  Work work = {NULL};

  write_sql (fixture, "People",
             "INSERT INTO person (id, family_name, first_name, phone, search_key) VALUES"
             " ('p1', 'Lambert', 'Hugo', NULL, 'x');");
  work.proposal = proposal = propose (fixture, text);
  ceci_application_proposal_choose (
      proposal, row_at (proposal, 0),
      g_ptr_array_index (ceci_proposed_application_get_candidates (row_at (proposal, 0)), 0));
  ceci_proposed_application_set_included (row_at (proposal, 1), FALSE);
  write_sql (fixture, "A telephone", "UPDATE person SET phone = '+32 2 650 00 00' WHERE id = 'p1'");
  g_assert_null (ceci_register_write (fixture->reg, "Import", apply_work, &work, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "changed since this preview"));
  assert_reads (fixture, "SELECT count(*) FROM application", "0");

  again = propose (fixture, text);
  assert_row (again, 0, CECI_PROPOSAL_UNSURE, "of this name");
  ceci_application_proposal_keep_choices (again, proposal);
  assert_row (again, 0, CECI_PROPOSAL_ADD, NULL);
  g_assert_false (ceci_proposed_application_get_included (row_at (again, 1)));
  write_sql (fixture, "A setting", "INSERT INTO setting (id, value) VALUES ('x', 'y')"); // nothing to do with it
  apply (fixture, again);
  assert_reads (fixture, "SELECT phone||'|'||email FROM person WHERE id = 'p1'", "+32 2 650 00 00|hugo@ulb.be");
  assert_reads (fixture, "SELECT count(*) FROM application", "2");
}

// What was undone since was seen in the preview and is no longer there.
static void
test_undone_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciApplicationProposal) first = propose (fixture, "Nom;Prénom;E-mail\nClaes;Jan;jan@ulb.be\n"),
                                      second = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;
  Work work = {NULL};

  apply (fixture, first);
  work.proposal = second = propose (fixture, "Nom;Prénom;E-mail;Mission\nClaes;Jan;jan@ulb.be;Aider\n");
  assert_row (second, 0, CECI_PROPOSAL_CHANGE, NULL);
  undone = ceci_register_undo (fixture->reg, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (ceci_register_write (fixture->reg, "Import", apply_work, &work, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT);
}

static void
test_microsoft (Fixture *fixture, gconstpointer data)
{
  static const char *const french[] = {"ID",
                                       "Heure de début",
                                       "Heure de fin",
                                       "Adresse de messagerie",
                                       "Nom",
                                       "Heure de la dernière modification",
                                       "Nom de famille",
                                       "Prénom",
                                       "Adresse e-mail",
                                       "Nombre d’heures prévues",
                                       "Date de début du stage",
                                       "Organisme",
                                       "Mission",
                                       NULL};
  static const char *const english[] = {
      "ID",          "Start time", "Completion time", "Email",         "Name",       "Last modified time",
      "Family name", "First name", "E-mail",          "Planned hours", "Start date", "Organisation",
      "Mission",     NULL};
  const char *const *headings = data != NULL ? english : french;
  g_autofree char *path = g_build_filename (fixture->folder, "form.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CeciApplicationProposal) proposal = NULL;
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Form1");
  lxw_format *instant = workbook_add_format (workbook);

  format_set_num_format (instant, "m/d/yy h:mm:ss");
  for (lxw_col_t i = 0; headings[i] != NULL; i++)
    worksheet_write_string (sheet, 0, i, headings[i], NULL);
  for (lxw_row_t row = 1; row <= 2; row++) {
    worksheet_write_number (sheet, row, 0, row, NULL);
    worksheet_write_number (sheet, row, 1, 46266.5, instant);
    worksheet_write_number (sheet, row, 2, 46266.75, row == 1 ? instant : NULL); // a bare serial is a date too
    worksheet_write_string (sheet, row, 3, row == 1 ? "anonymous" : "ZOE.SIMON@ulb.be", NULL);
    worksheet_write_string (sheet, row, 4, row == 1 ? "" : "SIMON Zoé", NULL);
    if (row == 1) {
      worksheet_write_string (sheet, row, 6, "Dupont", NULL);
      worksheet_write_string (sheet, row, 7, "Élodie", NULL);
      worksheet_write_string (sheet, row, 8, "elodie@ulb.be", NULL);
    }
    worksheet_write_number (sheet, row, 9, 150.5, NULL);
    worksheet_write_number (sheet, row, 10, 46296, NULL);
    worksheet_write_string (sheet, row, 11, "Cercle", NULL);
    worksheet_write_string (sheet, row, 12, "Aider", NULL);
  }
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);

  proposal = propose_file (fixture, file, NULL);
  assert_row (proposal, 0, CECI_PROPOSAL_ADD, NULL);
  assert_row (proposal, 1, CECI_PROPOSAL_ADD, NULL);
  apply (fixture, proposal);
  assert_reads (fixture,
                "SELECT group_concat(family_name||' '||first_name||' '||email, ' ') FROM (SELECT * FROM person ORDER "
                "BY family_name)",
                "Dupont Élodie elodie@ulb.be SIMON Zoé zoe.simon@ulb.be");
  assert_reads (
      fixture,
      "SELECT group_concat(DISTINCT received_at||' '||planned_minutes||' '||starts_on||' '||state) FROM application",
      "2026-09-01T16:00:00.000Z 9030 2026-10-01 admissible");
}

static void
test_mapped_by_hand (Fixture *fixture, gconstpointer data)
{
  static const char *const mappings[] = {"Truc=mission", "2=family-name", "Machin=", NULL};
  static const char *const wrong[] = {"Truc=nothing", NULL};
  g_autofree char *path = g_build_filename (fixture->folder, "form.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CeciApplicationProposal) proposal = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  Work work = {.file = file, .mappings = wrong};

  g_file_set_contents (path, "Prénom;Patronyme;Truc;Machin;E-mail\nJan;Claes;Aider;?;jan@ulb.be\n", -1, &error);
  g_assert_no_error (error);
  g_assert_null (ceci_register_read (fixture->reg, read_work, &work, &error));
  g_assert_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE);
  g_clear_error (&error);
  work.mappings = NULL;
  g_assert_null (ceci_register_read (fixture->reg, read_work, &work, &error));
  g_assert_error (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NO_HEADER); // no family name

  proposal = propose_file (fixture, file, mappings);
  assert_row (proposal, 0, CECI_PROPOSAL_ADD, NULL);
  g_assert_cmpint (ceci_column_map_get_origin (ceci_application_proposal_get_map (proposal), 2), ==,
                   CECI_COLUMN_BY_HAND);
  apply (fixture, proposal);
  assert_reads (fixture, "SELECT mission FROM application", "Aider");

  again = propose_file (fixture, file, NULL); // remembered
  assert_row (again, 0, CECI_PROPOSAL_UNCHANGED, NULL);
  g_assert_cmpint (ceci_column_map_get_origin (ceci_application_proposal_get_map (again), 2), ==,
                   CECI_COLUMN_REMEMBERED);
  g_assert_cmpint (ceci_column_map_get_origin (ceci_application_proposal_get_map (again), 3), ==, CECI_COLUMN_IGNORED);
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciApplicationProposal) proposal = propose (fixture, FRENCH_HEADINGS ELODIE DRAFT NAMELESS LOIC);
  g_autoptr (JsonNode) node = ceci_application_proposal_to_json (proposal);
  JsonObject *object = json_node_get_object (node);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "added")), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "changed")), ==, 0);
  g_assert_cmpint (json_object_get_int_member (object, "unchanged"), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "refused")), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "unsure")), ==, 0);
  g_assert_cmpint (json_object_get_int_member (
                       json_array_get_object_element (json_object_get_array_member (object, "refused"), 1), "line"),
                   ==, 4);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, exchange_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("/application-proposal/limesurvey", NULL, test_limesurvey);
  ADD ("/application-proposal/again", NULL, test_again);
  ADD ("/application-proposal/who", NULL, test_who);
  ADD ("/application-proposal/contradictions", NULL, test_contradictions);
  ADD ("/application-proposal/twice-in-file", NULL, test_twice_in_file);
  ADD ("/application-proposal/said-to-be-one", NULL, test_said_to_be_one);
  ADD ("/application-proposal/said-twice", NULL, test_said_twice);
  ADD ("/application-proposal/changed-meanwhile", NULL, test_changed_meanwhile);
  ADD ("/application-proposal/undone-meanwhile", NULL, test_undone_meanwhile);
  ADD ("/application-proposal/microsoft-french", NULL, test_microsoft);
  ADD ("/application-proposal/microsoft-english", "english", test_microsoft);
  ADD ("/application-proposal/mapped-by-hand", NULL, test_mapped_by_hand);
  ADD ("/application-proposal/json", NULL, test_json);
  return g_test_run ();
}
