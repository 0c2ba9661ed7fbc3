// SPDX-License-Identifier: GPL-3.0-or-later
// What a row of an export of the virtual campus says: who, which modules are completed, which meetings were attended.
// Nothing of the register is known here. Private to exchange/.
#pragma once

#include "ceci-moodle-export.h"
#include "core/model/ceci-enums.h"

G_BEGIN_DECLS

typedef struct {
  CeciMoodleKind kind;
  CeciColumnMap *map;
  const char *source;    // the file's name
  const char *today;
  guint n_modules;
  GHashTable *pass_marks; // column + 1 to double *, of what a grade must reach; NULL: grades are only shown
} CeciMoodleReader;

typedef struct {
  guint module; // from 0
  char *completed_on;
  char *evidence;
} CeciMoodleCompletion;

typedef struct {
  guint column;
  CeciAttendanceState state;
  gboolean late;
} CeciMoodleMark;

typedef struct {
  char *name, *email, *matricule, *participant; // NULL: not said
  char *refusal;                                // why the row can't be used
  GString *remarks;                             // what was left out of it
  GArray *completions;                          // CeciMoodleCompletion, by module
  GArray *marks;                                // CeciMoodleMark, by column
} CeciMoodleReading;

typedef enum { CECI_MOODLE_STATE_UNKNOWN = -1, CECI_MOODLE_STATE_NOT_DONE, CECI_MOODLE_STATE_DONE } CeciMoodleState;

void ceci_moodle_reading_init (CeciMoodleReading *self, const CeciMoodleReader *reader, guint row);
void ceci_moodle_reading_clear (CeciMoodleReading *self);
CeciMoodleState ceci_moodle_state_parse (const char *text); // «Completed (set by X)», «Pas terminé»
gboolean ceci_moodle_grade_parse (const char *text, double *grade); // «15,50», «85.00 %»; FALSE for «-»
int ceci_moodle_mark_parse (const char *text, gboolean *late);      // «P (2/2)»: a CeciAttendanceState, -1 for none
char *ceci_moodle_participant_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT; // «Participant 48213»: its digits, or NULL

G_END_DECLS
