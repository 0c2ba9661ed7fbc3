// SPDX-License-Identifier: GPL-3.0-or-later
// What a file's name says of the document in it: proposed to the person, never decided.
#include "config.h"

#include "ceci-document-guess.h"

#include <string.h>

#include "core/store/ceci-date.h"
#include "core/store/ceci-fold.h"

static const struct {
  const char *word; // folded
  CeciDocumentKind kind;
  CeciProductionType type;
} words[] = {
    {"reflexi", CECI_DOCUMENT_KIND_REFLECTIVE_ANALYSIS, CECI_PRODUCTION_TYPE_NONE},
    {"reflecti", CECI_DOCUMENT_KIND_REFLECTIVE_ANALYSIS, CECI_PRODUCTION_TYPE_NONE},
    {"grille", CECI_DOCUMENT_KIND_FOLLOW_UP_GRID, CECI_PRODUCTION_TYPE_NONE},
    {"grid", CECI_DOCUMENT_KIND_FOLLOW_UP_GRID, CECI_PRODUCTION_TYPE_NONE},
    {"convention", CECI_DOCUMENT_KIND_AGREEMENT, CECI_PRODUCTION_TYPE_NONE},
    {"agreement", CECI_DOCUMENT_KIND_AGREEMENT, CECI_PRODUCTION_TYPE_NONE},
    {"annexe", CECI_DOCUMENT_KIND_ANNEX, CECI_PRODUCTION_TYPE_NONE},
    {"annex", CECI_DOCUMENT_KIND_ANNEX, CECI_PRODUCTION_TYPE_NONE},
    {"follow up", CECI_DOCUMENT_KIND_FOLLOW_UP_GRID, CECI_PRODUCTION_TYPE_NONE},
    {"retro planning", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_BACKWARD_SCHEDULE},
    {"retroplanning", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_BACKWARD_SCHEDULE},
    {"planning", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_BACKWARD_SCHEDULE},
    {"backward", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_BACKWARD_SCHEDULE},
    {"entretien", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_INTERVIEW},
    {"interview", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_INTERVIEW},
    {"proces verbal", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_MINUTES},
    {"reunion", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_MINUTES},
    {"minutes", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_MINUTES},
    {"communication", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_COMMUNICATION_PLAN},
    {"bilan", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_BALANCE_SHEET},
    {"budget", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_BALANCE_SHEET},
    {"balance sheet", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_BALANCE_SHEET},
    {"comptab", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_BALANCE_SHEET},
    {"tresorerie", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_BALANCE_SHEET},
    {" pv ", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_MINUTES},
    {"compte rendu", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_MINUTES},
    {"gantt", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_PROJECT_TOOLS},
    {"project tool", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_PROJECT_TOOLS},
    {"outil", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_PROJECT_TOOLS},
};

/**
 * ceci_document_guess:
 * @file_name: the name of a file, with the folders it came in if there were any
 * @kind: (out): what it may be
 * @type: (out): the type of output it may be
 */
void
ceci_document_guess (const char *file_name, CeciDocumentKind *kind, CeciProductionType *type)
{
  g_autofree char *folded = ceci_fold (file_name);
  g_autofree char *spaced = NULL;

  g_strdelimit (folded, "_-./()", ' ');
  spaced = g_strconcat (" ", folded, " ", NULL);
  *kind = CECI_DOCUMENT_KIND_PRODUCTION;
  *type = CECI_PRODUCTION_TYPE_OTHER;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (spaced, words[i].word) != NULL) {
      *kind = words[i].kind;
      *type = words[i].type;
      return;
    }
}

/**
 * ceci_document_guess_title:
 * @file_name: the name of a file
 *
 * Returns: (transfer full): the name without its suffix, with spaces where there were underscores
 */
char *
ceci_document_guess_title (const char *file_name)
{
  char *title = g_strdup (file_name);
  char *suffix = strrchr (title, '.');

  if (suffix != NULL && suffix != title)
    *suffix = '\0';
  return g_strdelimit (title, "_", ' ');
}

static char *
date_of (GMatchInfo *match, int year, int month, int day)
{
  g_autofree char *y = g_match_info_fetch (match, year);
  g_autofree char *m = g_match_info_fetch (match, month);
  g_autofree char *d = g_match_info_fetch (match, day);
  g_autofree char *date = g_strdup_printf ("%s%s-%s-%s", strlen (y) == 2 ? "20" : "", y, m, d);

  return ceci_date_is_valid (date) ? g_steal_pointer (&date) : NULL;
}

/**
 * ceci_document_guess_date:
 * @file_name: the name of a file
 * @today: the day it is
 *
 * Understands 2026-03-12, 20260312 and 12-03-2026, with any of - _ . between or a space.
 *
 * Returns: (transfer full) (nullable): a date not after @today
 */
char *
ceci_document_guess_date (const char *file_name, const char *today)
{
  static const struct {
    const char *pattern;
    int year, month, day;
  } forms[] = {
      {"(?<![0-9])(20[0-9]{2})[-_. ]?([01][0-9])[-_. ]?([0-3][0-9])(?![0-9])", 1, 2, 3},
      {"(?<![0-9])([0-3][0-9])[-_. ]?([01][0-9])[-_. ]?(20[0-9]{2})(?![0-9])", 3, 2, 1},
      {"(?<![0-9])([0-3][0-9])[-_.]([01][0-9])[-_.]([2-4][0-9])(?![0-9])", 3, 2, 1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (GRegex) regex = g_regex_new (forms[i].pattern, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
    g_autoptr (GMatchInfo) match = NULL;
    g_autofree char *date = NULL;

    if (!g_regex_match (regex, file_name, G_REGEX_MATCH_DEFAULT, &match))
      continue;
    date = date_of (match, forms[i].year, forms[i].month, forms[i].day);
    if (date != NULL && strcmp (date, today) <= 0)
      return g_steal_pointer (&date);
  }
  return NULL;
}
