// SPDX-License-Identifier: GPL-3.0-or-later
// R13, R7, R14 before anyone is a student: each point of the check, and every reason of a refusal.
#include "core/regulation/ceci-application-check.h"

#include <string.h>

static const struct {
  const char *name;
  CeciApplicationFacts facts;
  const char *points; // each with the letter of its state
  const char *refusal;
} table[] = {
    {"/regulation/R13/complete",
     {.organisation = "A", .mission = "B", .legal_form = "asbl", .planned_minutes = 9000, .offer_labelled = TRUE},
     "organisation=o mission=o legal-form=o hours=o eligible=o",
     NULL},
    {"/regulation/R13/one-minute-short",
     {.organisation = "A", .mission = "B", .legal_form = "asbl", .planned_minutes = 8999, .offer_labelled = TRUE},
     "organisation=o mission=o legal-form=o hours=b eligible=o",
     "149 h 59 are planned; 150 h are needed."},
    {"/regulation/R13/nothing-at-all",
     {.organisation = "  ", .mission = "\n", .planned_minutes = -1},
     "organisation=b mission=b hours=b",
     "No organisation is named. No assignment is described. The planned hours are not given; 150 h are needed."},
    {"/regulation/R7/commercial-refused",
     {.organisation = "A", .mission = "B", .legal_form = "commercial", .planned_minutes = 9000, .offer_labelled = TRUE},
     "organisation=o mission=o legal-form=b hours=o eligible=o",
     "The organisation is a commercial company: the placement can’t be recognised. Choose a non-profit body."},
    {"/regulation/R7/public-accepted",
     {.organisation = "A", .mission = "B", .legal_form = "public", .planned_minutes = 9000, .offer_labelled = TRUE},
     "organisation=o mission=o legal-form=o hours=o eligible=o",
     NULL},
    {"/regulation/R7/unknown-form-waits",
     {.organisation = "A", .mission = "B", .planned_minutes = 9000, .offer_labelled = TRUE},
     "organisation=o mission=o legal-form=w hours=o eligible=o",
     NULL},
    {"/regulation/R14/unlabelled-waits-for-the-office",
     {.organisation = "A", .mission = "B", .legal_form = "asbl", .planned_minutes = 9000},
     "organisation=o mission=o legal-form=o hours=o eligible=w",
     NULL},
    {"/regulation/R14/checked-by-the-office",
     {.organisation = "A",
      .mission = "B",
      .legal_form = "asbl",
      .planned_minutes = 9000,
      .eligibility_reason = "Known"},
     "organisation=o mission=o legal-form=o hours=o eligible=o",
     NULL},
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();
  g_autoptr (GPtrArray) findings = ceci_regulation_check_application (regulation, &table[i].facts);
  g_autofree char *refusal = ceci_regulation_application_refusal (findings);
  g_autoptr (GString) points = g_string_new (NULL);

  for (guint j = 0; j < findings->len; j++) {
    CeciFinding *finding = findings->pdata[j];

    g_string_append_printf (points, "%s%s=%c", j > 0 ? " " : "",
                            ceci_finding_get_facts (finding)[0] + strlen ("point="),
                            "opwb"[ceci_finding_get_state (finding)]);
  }
  g_assert_cmpstr (points->str, ==, table[i].points);
  g_assert_cmpstr (refusal, ==, table[i].refusal);
}

// Another regulation, other hours.
static void
test_regulation_decides (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegulation) preset = ceci_regulation_new_default ();
  g_autoptr (CeciRegulation) shorter = ceci_regulation_with_integer (preset, "placement-minutes", 6000, &error);

  g_assert_no_error (error);
  g_assert_false (ceci_regulation_admits_application (preset, "A", "B", 6000, "asbl", NULL));
  g_assert_true (ceci_regulation_admits_application (shorter, "A", "B", 6000, "asbl", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_test_add_data_func (table[i].name, GUINT_TO_POINTER (i), test_case);
  g_test_add_func ("/regulation/R13/regulation-decides", test_regulation_decides);
  return g_test_run ();
}
