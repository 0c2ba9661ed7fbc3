// SPDX-License-Identifier: GPL-3.0-or-later
// What changes an enrolment in one step: extension, withdrawal, readmission, a change of name. Each says what follows from it before it
// is done; the same sentences in the window and in the terminal.
#pragma once

#include "ceci-extension.h"
#include "ceci-interruption.h"
#include "ceci-person.h"
#include "ceci-student.h"

G_BEGIN_DECLS

typedef enum { CECI_LIFE_EXTEND, CECI_LIFE_WITHDRAW, CECI_LIFE_READMIT, CECI_LIFE_RENAME } CeciLifeKind;

// What is asked; fields that a kind does not use are NULL. Dates are YYYY-MM-DD.
typedef struct {
  CeciLifeKind kind;
  const char  *student_id;
  const char  *date;       // the new deadline; the day of the withdrawal; the first day again; the day of the change
  const char  *reason;     // of a withdrawal or a readmission; an extension's note, which holds no medical detail
  const char  *category;   // nick of CeciExtensionCategory
  const char  *granted_by; // who grants an extension
  const char  *until;      // a new deadline that goes with a readmission, or NULL
  const char  *family_name, *first_name, *usual_first_name; // of a change of name
  const char  *today;
} CeciLifeChange;

// Sentences, in order. A change that would be refused is refused here too, with its reason.
GPtrArray *ceci_life_consequences (CeciDatabase *database, const CeciLifeChange *change, GError **error);
gboolean   ceci_life_apply        (CeciDatabase *database, const CeciLifeChange *change, GError **error);
char      *ceci_life_label        (CeciLifeKind kind, const char *name) G_GNUC_WARN_UNUSED_RESULT; // of the step

GListModel *ceci_student_repository_interruptions (CeciDatabase *database, const char *student_id, GError **error); // by date

G_END_DECLS
