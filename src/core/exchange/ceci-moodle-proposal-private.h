// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of a proposal of an export of the virtual campus, which its loading fills.
#pragma once

#include "ceci-moodle-proposal.h"
#include "ceci-moodle-reading.h"
#include "ceci-student-matching.h"

G_BEGIN_DECLS

#define CECI_MOODLE_MEETING_NEW "new" // an answer: a meeting that the register does not have
#define CECI_MOODLE_NOBODY "nobody"   // an answer: nobody of this intake

struct _CeciMoodleProposal {
  CeciImportProposal parent_instance;
  CeciMoodleKind kind;
  char *cohort_id;
  char *course;      // under which what is learnt is kept
  char *new_course;  // the cohort's, which it had not
  char *today;
  GListModel *modules;
  CeciStudentMatching *students;
  GHashTable *completions;  // «student/module» to CeciModuleCompletion
  GHashTable *attendance;   // «meeting/student» to CeciAttendance
  GHashTable *participants; // number to person id
  GListModel *meetings;
  GHashTable *sessions; // column + 1 to the CeciProposedLine of a meeting
};

// The subject of a line: a meeting of the file's headings, or a row.
typedef struct {
  gboolean is_session;
  CeciMoodleSession session;
  char *meeting_id; // of the session, once it is known or made
  CeciMoodleReading reading;
  CeciStudent *student; // who it is; NULL: nobody, or unsure
  GPtrArray *maybe;     // CeciStudent
} CeciMoodleSubject;

void ceci_moodle_subject_free (gpointer data);
CeciMoodleSubject *ceci_moodle_subject (CeciProposedLine *line);
char *ceci_moodle_pair (const char *one, const char *other) G_GNUC_WARN_UNUSED_RESULT; // the key of two ids
GHashTable *ceci_moodle_map_pass_marks (CeciColumnMap *map); // heading’s key, "" for all, to the mark

G_END_DECLS
