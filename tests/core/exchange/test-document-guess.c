// SPDX-License-Identifier: GPL-3.0-or-later
// What a file's name lets the window propose.
#include <glib.h>

#include "core/exchange/ceci-document-guess.h"

static void
assert_guess (const char *name, CeciDocumentKind kind, CeciProductionType type)
{
  CeciDocumentKind guessed = CECI_DOCUMENT_KIND_ANNEX;
  CeciProductionType guessed_type = CECI_PRODUCTION_TYPE_NONE;

  ceci_document_guess (name, &guessed, &guessed_type);
  g_assert_cmpint (guessed, ==, kind);
  g_assert_cmpint (guessed_type, ==, type);
}

static void
test_kind (void)
{
  assert_guess ("Analyse_réflexive.pdf", CECI_DOCUMENT_KIND_REFLECTIVE_ANALYSIS, CECI_PRODUCTION_TYPE_NONE);
  assert_guess ("GRILLE de suivi.PDF", CECI_DOCUMENT_KIND_FOLLOW_UP_GRID, CECI_PRODUCTION_TYPE_NONE);
  assert_guess ("Rétroplanning gala.pdf", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_BACKWARD_SCHEDULE);
  assert_guess ("PV réunion 12-03.pdf", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_MINUTES);
  assert_guess ("Compte-rendu d’entretien.pdf", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_INTERVIEW);
  assert_guess ("pv-2026.pdf", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_MINUTES);
  assert_guess ("productions/Diagramme de Gantt.pdf", CECI_DOCUMENT_KIND_PRODUCTION,
                CECI_PRODUCTION_TYPE_PROJECT_TOOLS);
  assert_guess ("plan_de_communication.pdf", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_COMMUNICATION_PLAN);
  assert_guess ("Bilan comptable.pdf", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_BALANCE_SHEET);
  assert_guess ("annexes/photo.jpg", CECI_DOCUMENT_KIND_ANNEX, CECI_PRODUCTION_TYPE_NONE);
  assert_guess ("scan0001.pdf", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_OTHER);
}

static void
test_title (void)
{
  g_autofree char *title = ceci_document_guess_title ("Plan_de_communication.v2.pdf");
  g_autofree char *hidden = ceci_document_guess_title (".pdf");

  g_assert_cmpstr (title, ==, "Plan de communication.v2");
  g_assert_cmpstr (hidden, ==, ".pdf");
}

static void
test_date (void)
{
  static const struct {
    const char *name, *date;
  } rows[] = {
      {"PV 2026-03-12.pdf", "2026-03-12"}, {"20260312_pv.pdf", "2026-03-12"}, {"PV du 12-03-2026.pdf", "2026-03-12"},
      {"12.03.26 pv.pdf", "2026-03-12"},   {"PV 2027-03-12.pdf", NULL},       {"PV 2026-13-12.pdf", NULL},
      {"matricule 000512345.pdf", NULL},   {"portfolio.pdf", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *date = ceci_document_guess_date (rows[i].name, "2026-11-23");

    g_assert_cmpstr (date, ==, rows[i].date);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-guess/R23/kind", test_kind);
  g_test_add_func ("/document-guess/title", test_title);
  g_test_add_func ("/document-guess/R22/R25/date", test_date);
  return g_test_run ();
}
