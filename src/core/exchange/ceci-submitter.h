// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever a folder of submissions names: a student, a team, or somebody that a person must tell.
#pragma once

#include "core/model/ceci-student.h"

G_BEGIN_DECLS

typedef enum {
  CECI_SUBMITTER_KNOWN,    // by the participant’s number, or by a name that one student has
  CECI_SUBMITTER_UNSURE,   // someone must say
  CECI_SUBMITTER_SAID,     // someone said
  CECI_SUBMITTER_LEFT_OUT, // someone said that it is nobody’s
} CeciSubmitterState;

#define CECI_TYPE_SUBMITTER (ceci_submitter_get_type ())
G_DECLARE_FINAL_TYPE (CeciSubmitter, ceci_submitter, CECI, SUBMITTER, GObject)

CeciSubmitter     *ceci_submitter_new            (const char *name, const char *number);
const char        *ceci_submitter_get_name       (CeciSubmitter *self); // as the archive has it
const char        *ceci_submitter_get_number     (CeciSubmitter *self); // NULL if there is none
CeciSubmitterState ceci_submitter_get_state      (CeciSubmitter *self);
const char        *ceci_submitter_get_doubt      (CeciSubmitter *self); // why somebody must say; NULL if it was sure
GPtrArray         *ceci_submitter_get_candidates (CeciSubmitter *self); // (transfer none) (element-type CeciStudent)
GPtrArray         *ceci_submitter_get_students   (CeciSubmitter *self); // (transfer none): one, or a team’s
guint              ceci_submitter_get_n_files    (CeciSubmitter *self);

// For the proposal that it belongs to.
void ceci_submitter_add_file (CeciSubmitter *self);
void ceci_submitter_know     (CeciSubmitter *self, CeciStudent *student);
void ceci_submitter_doubt    (CeciSubmitter *self, const char *reason, GPtrArray *candidates);
void ceci_submitter_say      (CeciSubmitter *self, GPtrArray *students); // empty: left out; NULL: nobody said
G_END_DECLS
