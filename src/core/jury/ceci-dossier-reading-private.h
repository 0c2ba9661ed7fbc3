// SPDX-License-Identifier: GPL-3.0-or-later
// How a reading of a dossier is made, kept and taken up again: CeciReading's business.
#pragma once

#include <json-glib/json-glib.h>
#include "ceci-dossier-reading.h"
#include "core/store/ceci-entropy.h"

G_BEGIN_DECLS

#define CECI_READING_MOST_TEXT 20000 // characters of a comment or a note
#define CECI_READING_MOST_NOTES 2000

struct _CeciDossierReading {
  GObject parent_instance;

  CeciPackageDossier *dossier;
  CeciScoringGrid *grid;
  CeciEntropy *entropy;
  CeciDeclaration declaration;
  char *recusal_reason;
  gint8 *levels; // one a criterion
  GPtrArray *comments; // char *, one a criterion
  char *comment;
  char *private_note;
  CeciOutcome suggestion;
  GListStore *notes;
};

CeciDossierReading *ceci_dossier_reading_new     (CeciPackageDossier *dossier, CeciScoringGrid *grid, CeciEntropy *entropy);
JsonObject         *ceci_dossier_reading_to_json (CeciDossierReading *self, gboolean for_return) G_GNUC_WARN_UNUSED_RESULT; // for_return: nothing private, nothing of a recused dossier
void                ceci_dossier_reading_restore (CeciDossierReading *self, JsonObject *object); // what the grid doesn't take is left out

gboolean            ceci_reading_is_text             (const char *text, GError **error); // UTF-8, not too long
CeciPageNote       *ceci_dossier_reading_make_note   (CeciDossierReading *self, const char *id, const char *sha256, gint64 page, const double *region,
                                                      int criterion, const char *text) G_GNUC_WARN_UNUSED_RESULT; // NULL if it is not sound
void                ceci_dossier_reading_insert_note (CeciDossierReading *self, CeciPageNote *note); // in its place

G_END_DECLS
