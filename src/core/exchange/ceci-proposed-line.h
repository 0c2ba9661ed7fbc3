// SPDX-License-Identifier: GPL-3.0-or-later
// One line of an import's preview, whatever is imported: what it would do and why, and what a person must say first.
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CECI_TYPE_PROPOSAL_ACTION (ceci_proposal_action_get_type ())
typedef enum {
  CECI_PROPOSAL_ADD,    // something that the register does not have
  CECI_PROPOSAL_CHANGE, // something it has, otherwise
  CECI_PROPOSAL_UNCHANGED,
  CECI_PROPOSAL_REFUSED, // can't be used, for the reason given
  CECI_PROPOSAL_UNSURE,  // someone must say who or what this is
  CECI_PROPOSAL_DRAFT,   // begun and not submitted
} CeciProposalAction;
GType ceci_proposal_action_get_type (void) G_GNUC_CONST;
const char *ceci_proposal_action_get_label (CeciProposalAction action); // «New», translated

// One value that differs from what the register has, in words.
typedef struct {
  const char *field; // "mission"; static or interned
  const char *title; // translated
  char *old_value;   // NULL: nothing was there
  char *new_value;
} CeciProposedChange;
void ceci_proposed_change_free (CeciProposedChange *change);

// One thing that a doubtful line may be said to be.
typedef struct {
  char *id;       // what a command says it with: a person's id, "new"
  char *title;    // «Élodie Martin, whom the register knows»
  char *subtitle; // what tells it apart; NULL if nothing does
} CeciProposedAnswer;

#define CECI_PROPOSED_NOT_SAID (-1)

// Properties: action, line, name, reason, doubt, changes (in words), included (writable).
#define CECI_TYPE_PROPOSED_LINE (ceci_proposed_line_get_type ())
G_DECLARE_DERIVABLE_TYPE (CeciProposedLine, ceci_proposed_line, CECI, PROPOSED_LINE, GObject)

struct _CeciProposedLineClass {
  GObjectClass parent_class;
};

CeciProposalAction ceci_proposed_line_get_action (CeciProposedLine *self);
guint ceci_proposed_line_get_line (CeciProposedLine *self); // of the file, from 1
const char *ceci_proposed_line_get_name (CeciProposedLine *self);
const char *ceci_proposed_line_get_reason (CeciProposedLine *self);   // why refused or unsure, or a remark; NULL
GPtrArray *ceci_proposed_line_get_changes (CeciProposedLine *self);   // (transfer none): CeciProposedChange
char *ceci_proposed_line_dup_changes (CeciProposedLine *self) G_GNUC_WARN_UNUSED_RESULT; // in words, a line each
const char *ceci_proposed_line_get_doubt (CeciProposedLine *self);    // the question, kept once it is answered; NULL
GPtrArray *ceci_proposed_line_get_answers (CeciProposedLine *self);   // (transfer none): CeciProposedAnswer
int ceci_proposed_line_get_said (CeciProposedLine *self);             // position in answers, or CECI_PROPOSED_NOT_SAID
const char *ceci_proposed_line_get_said_id (CeciProposedLine *self);  // the answer's id; NULL if nothing was said
gboolean ceci_proposed_line_get_included (CeciProposedLine *self);    // FALSE: left out by the person who imports
void ceci_proposed_line_set_included (CeciProposedLine *self, gboolean included);
gpointer ceci_proposed_line_get_subject (CeciProposedLine *self);     // what its proposal keeps of it

// For the proposal that makes it. subject: anything, freed with the line.
CeciProposedLine *ceci_proposed_line_new (guint line, const char *name, gpointer subject, GDestroyNotify subject_free);
void ceci_proposed_line_set_name (CeciProposedLine *self, const char *name);
void ceci_proposed_line_set_action (CeciProposedLine *self, CeciProposalAction action, const char *reason);
void ceci_proposed_line_add_change (CeciProposedLine *self, const char *field, const char *title, const char *old_value, const char *new_value);
void ceci_proposed_line_clear_changes (CeciProposedLine *self);
void ceci_proposed_line_set_doubt (CeciProposedLine *self, const char *doubt); // NULL: none, and no answers
void ceci_proposed_line_add_answer (CeciProposedLine *self, const char *id, const char *title, const char *subtitle);
void ceci_proposed_line_say (CeciProposedLine *self, int answer); // by its proposal: see ceci_import_proposal_say()

G_END_DECLS
