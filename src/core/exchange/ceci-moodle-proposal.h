// SPDX-License-Identifier: GPL-3.0-or-later
// What importing an export of the virtual campus would do to an intake: modules completed, meetings attended, meetings
// that the register lacks, participants' numbers learnt.
#pragma once

#include "ceci-import-proposal.h"
#include "ceci-moodle-export.h"

G_BEGIN_DECLS

#define CECI_MOODLE_PASS_MARK_FORMAT "gradebook-pass-mark" // of the columns remembered: a column's mark, or "" for all

#define CECI_TYPE_MOODLE_PROPOSAL (ceci_moodle_proposal_get_type ())
G_DECLARE_FINAL_TYPE (CeciMoodleProposal, ceci_moodle_proposal, CECI, MOODLE_PROPOSAL, CeciImportProposal)

// The file, its columns matched by name, by what was mapped by hand before in this course. Blocks; reads the register.
// kind NONE: whichever it is. The kind is kept with the map.
CeciColumnMap *ceci_moodle_proposal_read_map (CeciDatabase *database, GFile *file, CeciMoodleKind kind,
                                              const char *cohort_id, GCancellable *cancellable,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
CeciMoodleKind ceci_moodle_map_get_kind (CeciColumnMap *map);
// What a grade must reach to complete the module its column is mapped to: of one column, or of all (heading NULL); mark
// NULL: it completes nothing. Remembered a course once the import is applied.
gboolean ceci_moodle_map_set_pass_mark (CeciColumnMap *map, const char *heading, const char *mark, GError **error);
const char *ceci_moodle_map_get_pass_mark (CeciColumnMap *map, const char *heading); // NULL: none
CeciImportProposal *ceci_moodle_proposal_new (CeciDatabase *database, CeciColumnMap *map, const char *cohort_id,
                                              const char *source, const char *today,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
