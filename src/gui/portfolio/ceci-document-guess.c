// SPDX-License-Identifier: GPL-3.0-or-later
// What a file's name says of the document in it: proposed to the person, never decided.
#include "config.h"

#include <string.h>

#include "ceci-document-guess.h"
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
    {"retroplanning", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_BACKWARD_SCHEDULE},
    {"planning", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_BACKWARD_SCHEDULE},
    {"proces-verbal", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_MINUTES},
    {"reunion", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_MINUTES},
    {"minutes", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_MINUTES},
    {"communication", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_COMMUNICATION_PLAN},
    {"bilan", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_BALANCE_SHEET},
    {"budget", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_BALANCE_SHEET},
    {"entretien", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_INTERVIEW},
    {"interview", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_INTERVIEW},
    {"outil", CECI_DOCUMENT_KIND_PRODUCTION, CECI_PRODUCTION_TYPE_PROJECT_TOOLS},
};

/**
 * ceci_document_guess:
 * @file_name: the name of a file
 * @kind: (out): what it may be
 * @type: (out): the type of output it may be
 */
void
ceci_document_guess (const char *file_name, CeciDocumentKind *kind, CeciProductionType *type)
{
  g_autofree char *folded = ceci_fold (file_name);

  *kind = CECI_DOCUMENT_KIND_PRODUCTION;
  *type = CECI_PRODUCTION_TYPE_OTHER;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i].word) != NULL) {
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
