// SPDX-License-Identifier: GPL-3.0-or-later
// What the office says to each student in a grading worksheet: the jury's verdict, or what the dossier still lacks.
#pragma once

#include "core/store/ceci-database.h"

G_BEGIN_DECLS

typedef struct _CeciMoodleFeedback CeciMoodleFeedback;

// Of the participants that the register knows in the cohort's course. Blocks; reads the register.
CeciMoodleFeedback *ceci_moodle_feedback_new (CeciDatabase *database, const char *cohort_id, const char *course,
                                              const char *today, GError **error);
void ceci_moodle_feedback_free (CeciMoodleFeedback *self);
gboolean ceci_moodle_feedback_is_awarded (CeciMoodleFeedback *self, const char *participant); // by a closed session
// A CeciWorksheetFunc.
const char *ceci_moodle_feedback_answer (const char *participant, gboolean feedback, gpointer self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciMoodleFeedback, ceci_moodle_feedback_free)

G_END_DECLS
