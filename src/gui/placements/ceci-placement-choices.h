// SPDX-License-Identifier: GPL-3.0-or-later
// What the placement dialog begins with and offers, read at once on the register's thread; and what it asks the
// register while it is filled in.
#pragma once

#include "core/model/ceci-placement-change.h"
#include "core/model/ceci-student.h"
#include "core/regulation/ceci-regulation.h"

G_BEGIN_DECLS

typedef enum {
  CECI_PLACEMENT_ADD,
  CECI_PLACEMENT_EDIT,
  CECI_PLACEMENT_CHANGE, // one closes, another follows
  CECI_PLACEMENT_CLOSE,
} CeciPlacementTask;

typedef struct {
  CeciPlacementTask task;
  CeciStudent *student;
  CeciApplication *application; // NULL: none that names an organisation
  GListModel *organisations;    // CeciOrganisation, by name
  GListModel *offers;           // CeciOffer
  GListModel *mandates;         // CeciMandate, of every organisation
  CeciPlacementDraft *standing; // what is edited or closes; NULL for a new one
  gboolean is_signed;           // somebody signed the agreement of the one that stands
} CeciPlacementChoices;

CeciPlacementChoices *ceci_placement_choices_read (CeciDatabase *database, CeciPlacementTask task,
                                                   const char *student_id, const char *placement_id, GError **error);
void ceci_placement_choices_free (CeciPlacementChoices *self);
CeciPlacementDraft *ceci_placement_draft_copy (const CeciPlacementDraft *self);

// A question to the register about a dialog as it is filled in.
typedef struct {
  CeciPlacementTask task;
  CeciPlacementDraft *draft; // NULL when one only closes
  CeciPlacementDraft *standing;
  char *closed_on, *today;
  gboolean amends;
  const char *language; // static: of the amendment
} CeciPlacementQuestion;

typedef struct {
  CeciFindingState supervisor; // what R18 to R20 say
  char *supervisor_reason;     // NULL: they say nothing
  GStrv foreseen;              // what closing would do, in sentences; NULL
  char *changes;               // what an amendment would change; NULL
  char *complaint;             // why it can't be done; NULL
} CeciPlacementAnswer;

CeciPlacementAnswer *ceci_placement_question_answer (CeciDatabase *database, const CeciPlacementQuestion *self);
void ceci_placement_question_free (CeciPlacementQuestion *self);
void ceci_placement_answer_free (CeciPlacementAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciPlacementChoices, ceci_placement_choices_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciPlacementQuestion, ceci_placement_question_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciPlacementAnswer, ceci_placement_answer_free)

G_END_DECLS
