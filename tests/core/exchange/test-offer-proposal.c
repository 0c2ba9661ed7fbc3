// SPDX-License-Identifier: GPL-3.0-or-later
// R14: lists of offers in French and English, what importing them would do, and what it does.

#include "core/exchange/ceci-offer-proposal.h"
#include "core/exchange/ceci-table-reader.h"
#include "core/model/ceci-organisation-repository.h"
#include "../model/model-fixture.h"

#define TODAY "2026-11-23"

static CeciImportProposal *
propose (CeciDatabase *database, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CeciTable) table = ceci_table_read_bytes (bytes, NULL, NULL, error);
  g_autoptr (CeciColumnMap) map = table != NULL ? ceci_offer_column_map (table) : NULL;

  return map != NULL ? ceci_offer_proposal_new (database, map, "offres.csv", TODAY, error) : NULL;
}

static CeciProposalAction
action_of (CeciImportProposal *proposal, guint position)
{
  CeciProposedLine *line = ceci_import_proposal_get_line (proposal, position);

  g_test_message ("line %u: %s", ceci_proposed_line_get_line (line), ceci_proposed_line_get_reason (line));
  return ceci_proposed_line_get_action (line);
}

static char *
add_organisation (CeciDatabase *database, const char *name, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciOrganisation) draft = ceci_record_new (CECI_TYPE_ORGANISATION, "name", name, "kind", "association",
                                                        "legal_form", "asbl", "enterprise_number", number, NULL);
  char *id = ceci_organisation_repository_add (database, draft, &error);

  g_assert_no_error (error);
  return id;
}

static CeciOffer *
only_offer (CeciDatabase *database, const char *organisation_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) offers = ceci_organisation_repository_offers (database, organisation_id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (offers), ==, 1);
  return g_list_model_get_item (offers, 0);
}

static void
apply (CeciImportProposal *proposal, CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ceci_import_proposal_apply (proposal, database, &error));
  g_assert_no_error (error);
}

static void
test_french (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add_organisation (database, "Les Petits Riens", "0403.019.261");
  g_autoptr (CeciImportProposal) proposal =
      propose (database,
               "Référence;Titre de l’offre;Organisme;N° BCE;Labels;Nombre d’heures;Valable jusqu’au;Description\r\n"
               "T-1;Accueil du public;Autre nom;0403.019.261;Bénévolat, Stage étudiant;160 h;30/06/2027;Aider\r\n"
               ";Sans référence;les petits riens;;Bénévolat;;;\r\n"
               "T-3;;Les Petits Riens;;;;;\r\n",
               &error);
  g_autofree char *label = NULL;

  g_assert_no_error (error);
  g_assert_cmpint ((int) action_of (proposal, 0), ==, CECI_PROPOSAL_ADD);
  g_assert_cmpint ((int) action_of (proposal, 1), ==, CECI_PROPOSAL_ADD);
  g_assert_cmpint ((int) action_of (proposal, 2), ==, CECI_PROPOSAL_REFUSED);
  label = ceci_import_proposal_dup_label (proposal);
  g_assert_nonnull (strstr (label, "2"));
  apply (proposal, database);
  g_autoptr (GListModel) offers = ceci_organisation_repository_offers (database, id, &error);
  g_autoptr (CeciOffer) welcome = g_list_model_get_item (offers, 0);
  g_autoptr (CeciOffer) other = g_list_model_get_item (offers, 1);
  g_assert_cmpstr (ceci_offer_get_reference (welcome), ==, "T-1");
  g_assert_true (ceci_offer_get_labelled (welcome));
  g_assert_cmpint (ceci_offer_get_minutes (welcome), ==, 9600);
  g_assert_cmpstr (ceci_offer_get_valid_until (welcome), ==, "2027-06-30");
  g_assert_cmpstr (ceci_offer_get_description (welcome), ==, "Aider");
  g_assert_false (ceci_offer_get_labelled (other));
}

static void
test_again (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add_organisation (database, "Les Petits Riens", NULL);
  g_autoptr (CeciImportProposal) first = propose (
      database, "Reference,Title,Organisation,Label,Hours\nT-1,Welcome,Les Petits Riens,student placement,150\n",
      &error);

  apply (first, database);
  g_autoptr (CeciImportProposal) same = propose (
      database, "Reference,Title,Organisation,Label,Hours\nT-1,Welcome,Les Petits Riens,student placement,150\n",
      &error);
  g_assert_cmpint ((int) action_of (same, 0), ==, CECI_PROPOSAL_UNCHANGED);
  // without a column of labels, and with blank hours, what is known stays
  g_autoptr (CeciImportProposal) changed =
      propose (database, "Reference,Title,Organisation,Hours\nt-1,Welcome desk,Les Petits Riens,\n", &error);
  g_assert_cmpint ((int) action_of (changed, 0), ==, CECI_PROPOSAL_CHANGE);
  g_assert_cmpuint (ceci_proposed_line_get_changes (ceci_import_proposal_get_line (changed, 0))->len, ==, 2);
  apply (changed, database);
  g_autoptr (CeciOffer) offer = only_offer (database, id);
  g_assert_cmpstr (ceci_offer_get_title (offer), ==, "Welcome desk");
  g_assert_true (ceci_offer_get_labelled (offer));
  g_assert_cmpint (ceci_offer_get_minutes (offer), ==, 9000);
}

static void
test_unknown_organisation (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *known = add_organisation (database, "Les Petits Riens", NULL);
  g_autoptr (CeciImportProposal) proposal =
      propose (database,
               "Title,Organisation\nWelcome,Petits Riens ASBL\nTidying,Petits riens asbl\nGarden,Racines urbaines\n"
               "Garden,Racines urbaines\n",
               &error);
  CeciProposedLine *near, *missing;
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint ((int) action_of (proposal, i), ==, CECI_PROPOSAL_UNSURE);
  near = ceci_import_proposal_get_line (proposal, 0);
  missing = ceci_import_proposal_get_line (proposal, 2);
  g_assert_cmpuint (ceci_proposed_line_get_answers (near)->len, ==, 2); // the one it is near, or a new one
  g_assert_cmpuint (ceci_proposed_line_get_answers (missing)->len, ==, 1);
  g_assert_null (ceci_proposed_line_get_doubt (ceci_import_proposal_get_line (proposal, 1))); // asked once

  ceci_import_proposal_say (proposal, near, 0);
  g_assert_cmpint ((int) action_of (proposal, 0), ==, CECI_PROPOSAL_ADD);
  g_assert_cmpint ((int) action_of (proposal, 1), ==, CECI_PROPOSAL_ADD);
  said = g_strdup_printf ("%u=new", ceci_proposed_line_get_line (missing));
  g_assert_true (ceci_import_proposal_say_text (proposal, said, &error));
  g_assert_cmpint ((int) action_of (proposal, 2), ==, CECI_PROPOSAL_ADD);
  g_assert_cmpint ((int) action_of (proposal, 3), ==, CECI_PROPOSAL_REFUSED); // the same offer twice
  apply (proposal, database);
  g_autoptr (GListModel) offers = ceci_organisation_repository_offers (database, known, &error);
  g_autofree char *made = ceci_organisation_repository_match (database, "Racines Urbaines", NULL, &error);
  g_assert_cmpuint (g_list_model_get_n_items (offers), ==, 2);
  g_assert_nonnull (made);
  g_autoptr (CeciOffer) garden = only_offer (database, made);
  g_assert_cmpstr (ceci_offer_get_title (garden), ==, "Garden");
}

static void
test_remarks (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add_organisation (database, "Les Petits Riens", NULL);
  g_autoptr (CeciImportProposal) proposal = propose (
      database, "Titre;Organisme;BCE;Heures;Date de fin\nAccueil;Les Petits Riens;0431.150.351;beaucoup;un jour\n",
      &error);
  g_autoptr (JsonNode) json = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpint ((int) action_of (proposal, 0), ==, CECI_PROPOSAL_ADD);
  g_assert_nonnull (ceci_proposed_line_get_reason (ceci_import_proposal_get_line (proposal, 0)));
  json = ceci_import_proposal_to_json (proposal);
  text = json_to_string (json, FALSE);
  g_assert_nonnull (strstr (text, "\"organisation\":\"Les Petits Riens\""));
  apply (proposal, database);
  g_autoptr (CeciOffer) offer = only_offer (database, id);
  g_assert_cmpint (ceci_offer_get_minutes (offer), ==, CECI_UNSET);
  g_assert_null (ceci_offer_get_valid_until (offer));
}

static void
test_no_columns (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciImportProposal) proposal = propose (database, "Nom;Prénom\nMartin;Élodie\n", &error);

  g_assert_null (proposal);
  g_assert_error (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NO_HEADER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_model_test ("/offers/R14/french", test_french);
  add_model_test ("/offers/R14/again", test_again);
  add_model_test ("/offers/R14/unknown-organisation", test_unknown_organisation);
  add_model_test ("/offers/remarks", test_remarks);
  add_model_test ("/offers/no-columns", test_no_columns);
  return g_test_run ();
}
