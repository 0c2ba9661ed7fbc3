// SPDX-License-Identifier: GPL-3.0-or-later
// Shows what an import would do, line by line, with its doubts and its columns; writes only when a person says so. For
// every import that is a CeciImportProposal.
#pragma once

#include <adwaita.h>

#include "ceci-desk.h"
#include "core/exchange/ceci-import-proposal.h"

G_BEGIN_DECLS

/**
 * CeciImportKind:
 * @title: of the dialog, marked for translation
 * @failed: what is said when nothing was written, marked for translation
 * @read_map: reads the file and recalls its columns, on a thread of the register; @context is the dialog's
 * @propose: makes the proposal from the columns as they are mapped; %CECI_TABLE_ERROR_NO_HEADER leads to mapping them
 * @setting_title: (nullable): a text of the file as a whole that changes what would be done, marked for translation
 * @get_setting: (nullable): what it is; %NULL where this file has none
 * @set_setting: (nullable): changes it; %FALSE if it can't be that
 */
typedef struct {
  const char *title;
  const char *failed;
  CeciColumnMap *(*read_map) (CeciDatabase *database, GFile *file, const char *context, GCancellable *cancellable,
                              GError **error);
  CeciImportProposal *(*propose) (CeciDatabase *database, CeciColumnMap *map, const char *context, const char *source,
                                  const char *today, GError **error);
  const char *setting_title;
  const char *(*get_setting) (CeciColumnMap *map);
  gboolean (*set_setting) (CeciColumnMap *map, const char *text);
} CeciImportKind;

#define CECI_TYPE_PROPOSAL_DIALOG (ceci_proposal_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciProposalDialog, ceci_proposal_dialog, CECI, PROPOSAL_DIALOG, AdwDialog)

AdwDialog *ceci_proposal_dialog_new (CeciDesk *desk, const CeciImportKind *kind, const char *context, GFile *file); // kind: static

extern const CeciImportKind ceci_import_kind_moodle; // context: a cohort

G_END_DECLS
