// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of a proposed row, which its proposal fills.
#pragma once

#include "ceci-application-reading.h"
#include "ceci-proposed-application.h"

G_BEGIN_DECLS

typedef enum {
  CECI_PROPOSAL_CHOICE_NONE,
  CECI_PROPOSAL_CHOICE_PERSON,   // one of the candidates
  CECI_PROPOSAL_CHOICE_NEW,      // someone else
  CECI_PROPOSAL_CHOICE_NAMESAKE, // who stands on the line of the same name
} CeciProposalChoice;

struct _CeciProposedApplication {
  GObject parent_instance;
  CeciProposalAction action;
  guint line;
  gboolean included;
  CeciApplicationReading reading;
  CeciPerson *person;           // as it would be
  CeciApplication *application; // as it would be
  CeciPerson *known_person;
  CeciApplication *known_application;
  CeciPerson *matched;       // who it certainly is; NULL for someone new or unsure
  char *doubt;               // why someone must say who it is, kept once it is said
  CeciProposalChoice choice; // what was said
  CeciPerson *chosen;
  CeciProposedApplication *namesake;      // an earlier row of the same name that may be the same person; not owned
  CeciProposedApplication *superseded_by; // a later row of the same person; not owned
  GPtrArray *changes;                     // CeciProposedChange
  GPtrArray *candidates;                  // CeciPerson
  gboolean person_changes;                // among changes, one is of the person
  char *reason;
  char *application_id;
};

CeciProposedApplication *ceci_proposed_application_new (const CeciApplicationReader *reader, guint row);
void ceci_proposed_application_set_action (CeciProposedApplication *self, CeciProposalAction action,
                                           const char *reason);
char *ceci_proposed_application_dup_words (CeciProposedApplication *self)
    G_GNUC_WARN_UNUSED_RESULT; // all that a person reads of it but its action
// Compares the row with what the register has of this person and application, either may be NULL, and makes what would
// be.
void ceci_proposed_application_compare (CeciProposedApplication *self, CeciPerson *person,
                                        CeciApplication *application);

G_END_DECLS
