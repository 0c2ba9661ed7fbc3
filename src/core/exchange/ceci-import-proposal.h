// SPDX-License-Identifier: GPL-3.0-or-later
// What an import would do, whatever is imported: lines with their verdicts, doubts that a person settles, one step that
// writes. Parsed, checked, shown; nothing is written before it is applied. What the lines mean is its class's.
#pragma once

#include <json-glib/json-glib.h>

#include "ceci-column-map.h"
#include "ceci-proposed-line.h"

G_BEGIN_DECLS

// A GListModel of CeciProposedLine, in the order of the file.
#define CECI_TYPE_IMPORT_PROPOSAL (ceci_import_proposal_get_type ())
G_DECLARE_DERIVABLE_TYPE (CeciImportProposal, ceci_import_proposal, CECI, IMPORT_PROPOSAL, GObject)

/**
 * CeciImportProposalClass:
 * @tables: ended by %NULL: the tables a preview is made from; when one changed since, applying is refused
 * @settle: says of each line what it would do, from what was read and from what a person said of it; done again after
 *   each answer
 * @write_line: (nullable): writes an included line that adds or changes something
 * @write_rest: (nullable): after the lines: what is remembered; the map's columns are the base's
 * @dup_label: names the step
 * @describe: (nullable): adds members to the JSON object of a line
 */
struct _CeciImportProposalClass {
  GObjectClass parent_class;

  const char *const *tables;
  void (*settle) (CeciImportProposal *self);
  gboolean (*write_line) (CeciImportProposal *self, CeciProposedLine *line, CeciDatabase *database, GError **error);
  gboolean (*write_rest) (CeciImportProposal *self, CeciDatabase *database, GError **error);
  char *(*dup_label) (CeciImportProposal *self);
  void (*describe) (CeciImportProposal *self, CeciProposedLine *line, JsonBuilder *builder);
};

// For the class, while it is being made: format names the remembered columns (NULL: none are).
gboolean ceci_import_proposal_begin (CeciImportProposal *self, CeciDatabase *database, CeciColumnMap *map,
                                     const char *format, const char *source, GError **error);
void ceci_import_proposal_take_line (CeciImportProposal *self, CeciProposedLine *line); // (transfer full)
void ceci_import_proposal_add_note (CeciImportProposal *self, const char *note);
void ceci_import_proposal_settle (CeciImportProposal *self); // tells the list what it changed

CeciColumnMap *ceci_import_proposal_get_map (CeciImportProposal *self);
const char *ceci_import_proposal_get_source (CeciImportProposal *self); // the file's name
const char *const *ceci_import_proposal_get_notes (CeciImportProposal *self); // whole sentences, ended by NULL
CeciProposedLine *ceci_import_proposal_get_line (CeciImportProposal *self, guint position); // (transfer none)
guint ceci_import_proposal_count (CeciImportProposal *self, CeciProposalAction action); // included lines
guint ceci_import_proposal_n_writes (CeciImportProposal *self);                         // lines that apply would write
char *ceci_import_proposal_dup_label (CeciImportProposal *self) G_GNUC_WARN_UNUSED_RESULT;
// Says what a doubtful line is: a position among its answers, or CECI_PROPOSED_NOT_SAID. It may be said again.
void ceci_import_proposal_say (CeciImportProposal *self, CeciProposedLine *line, int answer);
gboolean ceci_import_proposal_say_text (CeciImportProposal *self, const char *line_and_answer,
                                        GError **error); // «7=512345»: a line, and one of its answers' ids or marks
void ceci_import_proposal_keep_choices (CeciImportProposal *self, CeciImportProposal *earlier);
gboolean ceci_import_proposal_apply (CeciImportProposal *self, CeciDatabase *database, GError **error); // once, in a write
JsonNode *ceci_import_proposal_to_json (CeciImportProposal *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
