// SPDX-License-Identifier: GPL-3.0-or-later
// What a file's name lets the window propose.
#include <glib.h>

#include "portfolio/ceci-document-guess.h"

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-guess/kind", test_kind);
  g_test_add_func ("/document-guess/title", test_title);
  return g_test_run ();
}
