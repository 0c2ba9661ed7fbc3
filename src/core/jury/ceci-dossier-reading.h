// SPDX-License-Identifier: GPL-3.0-or-later
// A juror's work on one dossier: the conflict declaration, levels, comments, notes on pages, and what is still missing.
#pragma once

#include <gio/gio.h>
#include "ceci-package-dossier.h"
#include "ceci-scoring.h"
#include "core/model/ceci-page-note.h"

G_BEGIN_DECLS

#define CECI_TYPE_DECLARATION (ceci_declaration_get_type ())
typedef enum {
  CECI_DECLARATION_NONE,     // nothing was declared yet: the dossier stays shut
  CECI_DECLARATION_CLEAR,    // no conflict of interest
  CECI_DECLARATION_CONFLICT, // recused, with a reason
} CeciDeclaration;
GType ceci_declaration_get_type (void) G_GNUC_CONST;

// Properties (notify is emitted): dossier, declaration, recusal-reason, suggestion, comment, private-note, total (int, -1: nothing),
// complete (required levels and comments are all there), answered (uint), notes.
// ::changed (criterion: int) is emitted after every change; the criterion's index, or -1 for what is not a criterion's.
// Setters return FALSE with CECI_JURY_ERROR_UNDECLARED before the declaration, CECI_JURY_ERROR_RECUSED after a recusal, and
// CECI_JURY_ERROR_INVALID for a value the grid does not take.
#define CECI_TYPE_DOSSIER_READING (ceci_dossier_reading_get_type ())
G_DECLARE_FINAL_TYPE (CeciDossierReading, ceci_dossier_reading, CECI, DOSSIER_READING, GObject)

CeciPackageDossier *ceci_dossier_reading_get_dossier        (CeciDossierReading *self);
CeciScoringGrid    *ceci_dossier_reading_get_grid           (CeciDossierReading *self);

CeciDeclaration     ceci_dossier_reading_get_declaration    (CeciDossierReading *self);
const char         *ceci_dossier_reading_get_recusal_reason (CeciDossierReading *self);
void                ceci_dossier_reading_declare_clear      (CeciDossierReading *self); // also takes a recusal back
gboolean            ceci_dossier_reading_recuse             (CeciDossierReading *self, const char *reason, GError **error); // the reason is required

int                 ceci_dossier_reading_get_level          (CeciDossierReading *self, guint criterion); // CECI_LEVEL_BLANK: not answered
gboolean            ceci_dossier_reading_set_level          (CeciDossierReading *self, guint criterion, int level, GError **error);
const char         *ceci_dossier_reading_get_criterion_comment (CeciDossierReading *self, guint criterion); // never NULL
gboolean            ceci_dossier_reading_set_criterion_comment (CeciDossierReading *self, guint criterion, const char *comment, GError **error);
const char         *ceci_dossier_reading_get_comment        (CeciDossierReading *self); // of the whole dossier; never NULL
gboolean            ceci_dossier_reading_set_comment        (CeciDossierReading *self, const char *comment, GError **error);
CeciOutcome         ceci_dossier_reading_get_suggestion     (CeciDossierReading *self); // the juror's, CECI_OUTCOME_NONE: none yet
gboolean            ceci_dossier_reading_set_suggestion     (CeciDossierReading *self, CeciOutcome suggestion, GError **error);
const char         *ceci_dossier_reading_get_private_note   (CeciDossierReading *self); // stays on this computer; never NULL
gboolean            ceci_dossier_reading_set_private_note   (CeciDossierReading *self, const char *note, GError **error);

// Notes on pages: immutable records; region in fractions of the page, origin top left; criterion: index, or -1.
GListModel         *ceci_dossier_reading_get_notes          (CeciDossierReading *self); // of CeciPageNote, by document and page
CeciPageNote       *ceci_dossier_reading_add_note           (CeciDossierReading *self, const char *document_sha256, guint page, double x, double y,
                                                             double width, double height, int criterion, const char *text, GError **error); // transfer none
gboolean            ceci_dossier_reading_change_note        (CeciDossierReading *self, const char *note_id, const char *text, int criterion, GError **error);
gboolean            ceci_dossier_reading_remove_note        (CeciDossierReading *self, const char *note_id, GError **error);

CeciTally           ceci_dossier_reading_get_tally          (CeciDossierReading *self);
gboolean            ceci_dossier_reading_is_complete        (CeciDossierReading *self); // or recused: nothing more is asked
GStrv               ceci_dossier_reading_dup_missing        (CeciDossierReading *self); // sentences; empty when complete

G_END_DECLS
