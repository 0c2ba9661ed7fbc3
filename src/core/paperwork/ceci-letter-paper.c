// SPDX-License-Identifier: GPL-3.0-or-later
// Letters on paper: the office, whom it goes to, the day, the words; many letters make one document to print.

#include "config.h"

#include "ceci-letter-paper.h"

#include <glib/gi18n-lib.h>

#include "ceci-credential.h"
#include "ceci-paper.h"
#include "core/model/ceci-letter-repository.h"
#include "core/model/ceci-setting-repository.h"
#include "core/store/ceci-date.h"

static void
add_letter (CeciPaper *paper, CeciLetter *letter, const char *today)
{
  const char *language = ceci_letter_get_language (letter);
  g_auto (GStrv) paragraphs = g_strsplit (ceci_letter_get_body (letter), "\n\n", -1);
  g_autofree char *day = ceci_date_format_long_in (today, language);
  gboolean english = g_strcmp0 (language, "en") == 0;

  ceci_paper_add_space (paper, 40);
  ceci_paper_add_text (paper, CECI_PAPER_BODY, ceci_letter_get_reader_name (letter));
  if (ceci_letter_get_reader_email (letter) != NULL)
    ceci_paper_add_text (paper, CECI_PAPER_SMALL, ceci_letter_get_reader_email (letter));
  ceci_paper_add_space (paper, 24);
  ceci_paper_add_format (paper, CECI_PAPER_SMALL, english ? "Brussels, %s" : "Bruxelles, le %s", day);
  ceci_paper_add_space (paper, 12);
  ceci_paper_add_text (paper, CECI_PAPER_SUBHEADING, ceci_letter_get_subject (letter));
  ceci_paper_add_space (paper, 6);
  for (char **paragraph = paragraphs; *paragraph != NULL; paragraph++) {
    ceci_paper_add_text (paper, CECI_PAPER_BODY, *paragraph);
    ceci_paper_add_space (paper, 4);
  }
}

static char *
say_office (CeciDatabase *database, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *email = ceci_setting_repository_get (database, CECI_SETTING_OFFICE_EMAIL, &failure);
  g_autofree char *phone =
      failure == NULL ? ceci_setting_repository_get (database, CECI_SETTING_OFFICE_PHONE, &failure) : NULL;

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  return g_strdup_printf ("%s  ·  %s", email != NULL ? email : "engagement.citoyen@ulb.be",
                          phone != NULL ? phone : "02 650 28 79");
}

/**
 * ceci_letter_paper:
 * @database: a connection
 * @ids: (array zero-terminated=1): letters' ids, at least one
 * @today: the day they bear
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a PDF in which each letter begins a page
 */
GBytes *
ceci_letter_paper (CeciDatabase *database, const char *const *ids, const char *today, GError **error)
{
  g_autoptr (CeciPaper) paper = NULL;
  g_autofree char *office = say_office (database, error);

  if (office == NULL)
    return NULL;
  if (ids[0] == NULL) {
    g_set_error_literal (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED, _ ("There is no letter to print."));
    return NULL;
  }
  for (guint i = 0; ids[i] != NULL; i++) {
    g_autoptr (CeciLetter) letter = ceci_letter_repository_find (database, ids[i], error);

    if (letter == NULL)
      return NULL;
    if (paper == NULL) {
      paper = ceci_paper_new (CECI_PAPER_PORTRAIT, ceci_letter_get_language (letter), today);
      ceci_paper_set_description (paper, ceci_letter_get_subject (letter), "ULB Engagée, Université libre de Bruxelles",
                                  NULL);
      ceci_paper_set_running (paper, "Université libre de Bruxelles  ·  ULB Engagée", NULL, office);
    } else {
      ceci_paper_add_break (paper);
    }
    add_letter (paper, letter, today);
  }
  return ceci_paper_finish (paper, error);
}
