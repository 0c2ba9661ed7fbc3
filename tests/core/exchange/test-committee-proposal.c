// SPDX-License-Identifier: GPL-3.0-or-later
// R18, R19: a committee's list, pasted with and without headings, what it would do and what it does.

#include "core/exchange/ceci-committee-proposal.h"
#include "core/model/ceci-organisation-repository.h"
#include "../model/model-fixture.h"

#define TODAY "2026-11-23"

static CeciImportProposal *
propose (CeciDatabase *database, const char *organisation_id, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciColumnMap) map = ceci_committee_read_map (text, &error);
  CeciImportProposal *proposal =
      map != NULL ? ceci_committee_proposal_new (database, map, organisation_id, TODAY, &error) : NULL;

  g_assert_no_error (error);
  return proposal;
}

static char *
add_society (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciOrganisation) draft = ceci_record_new (CECI_TYPE_ORGANISATION, "name", "Cercle de Droit", "kind",
                                                        "society", "legal_form", "unincorporated", NULL);
  char *id = ceci_organisation_repository_add (database, draft, &error);

  g_assert_no_error (error);
  return id;
}

// A line keeps the number it has in what was pasted, whether its first line names the columns or a member.
static void
test_lines_are_numbered_as_pasted (CeciDatabase *database)
{
  static const struct {
    const char *text;
    guint lines[3];
  } lists[] = {
      {"Sarah Peeters;Présidente;01/10/2025;30/09/2026\nAli Benali;Trésorier;hier;\n\nTom Jacobs;;01/10/2026;",
       {1, 2, 4}},
      {"Sarah Peeters\tPrésidente\t01/10/2025\t\nAli Benali\tTrésorier\thier\t\nTom Jacobs\t\t01/10/2026\t", {1, 2, 3}},
      {"Nom;Fonction;Du;Au\nSarah Peeters;Présidente;01/10/2025;\nAli Benali;Trésorier;hier;\nTom "
       "Jacobs;;01/10/2026;",
       {2, 3, 4}},
      {"Du;Au;Nom\n01/10/2025;;Sarah Peeters\nhier;;Ali Benali\n01/10/2026;;Tom Jacobs\n", {2, 3, 4}},
  };
  g_autofree char *id = add_society (database);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autoptr (CeciImportProposal) proposal = propose (database, id, lists[i].text);

    for (guint j = 0; j < 3; j++) {
      CeciProposedLine *line = ceci_import_proposal_get_line (proposal, j);

      g_assert_cmpuint (ceci_proposed_line_get_line (line), ==, lists[i].lines[j]);
      g_assert_cmpint ((int) ceci_proposed_line_get_action (line), ==,
                       j == 1 ? CECI_PROPOSAL_REFUSED : CECI_PROPOSAL_ADD);
    }
    g_assert_null (ceci_import_proposal_get_line (proposal, 3));
  }
}

static void
test_an_end_is_new (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add_society (database);
  g_autoptr (CeciImportProposal) first = propose (database, id, "Sarah Peeters;Présidente;01/10/2025;");

  g_assert_true (ceci_import_proposal_apply (first, database, &error));
  g_assert_no_error (error);
  g_autoptr (CeciImportProposal) again =
      propose (database, id, "SARAH PEETERS;presidente;01/10/2025;30/09/2026\nSarah Peeters;Présidente;01/10/2025;");
  g_assert_cmpint ((int) ceci_proposed_line_get_action (ceci_import_proposal_get_line (again, 0)), ==,
                   CECI_PROPOSAL_CHANGE);
  g_assert_cmpint ((int) ceci_proposed_line_get_action (ceci_import_proposal_get_line (again, 1)), ==,
                   CECI_PROPOSAL_REFUSED); // twice in one list
  g_assert_true (ceci_import_proposal_apply (again, database, &error));
  g_autoptr (GListModel) mandates = ceci_organisation_repository_mandates (database, id, &error);
  g_assert_cmpuint (g_list_model_get_n_items (mandates), ==, 1);
  g_autoptr (CeciMandate) mandate = g_list_model_get_item (mandates, 0);
  g_assert_cmpstr (ceci_mandate_get_ends_on (mandate), ==, "2026-09-30");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_model_test ("/committee/R18/lines-are-numbered-as-pasted", test_lines_are_numbered_as_pasted);
  add_model_test ("/committee/R19/an-end-is-new", test_an_end_is_new);
  return g_test_run ();
}
