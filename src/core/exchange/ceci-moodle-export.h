// SPDX-License-Identifier: GPL-3.0-or-later
// An export of the virtual campus (Moodle), recognised by its headings in French or English; its rows are
// ceci-moodle-reading.c's.
#pragma once

#include "ceci-column-map.h"

G_BEGIN_DECLS

typedef enum {
  CECI_MOODLE_NONE,       // a table of another kind
  CECI_MOODLE_COMPLETION, // course completion: a state and a date a module
  CECI_MOODLE_PROGRESS,   // activity completion: the same, the first heading blank
  CECI_MOODLE_ATTENDANCE,
  CECI_MOODLE_GRADEBOOK,
  CECI_MOODLE_WORKSHEET, // offline grading: participants' numbers
} CeciMoodleKind;

typedef struct {
  CeciMoodleKind kind;
  CeciTable *table;
  char *course; // as the file says; NULL if it does not
} CeciMoodleExport;

// One meeting of an attendance export, from a heading such as «15.10.2026 14:00 Tous les étudiants».
typedef struct {
  char *date;
  char *starts_at;
  char *title; // what stands behind, or NULL
} CeciMoodleSession;

CeciMoodleExport *ceci_moodle_export_read (GFile *file, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CeciMoodleExport *ceci_moodle_export_read_bytes (GBytes *bytes, const char *name, GCancellable *cancellable,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ceci_moodle_export_free (CeciMoodleExport *self);
const char *ceci_moodle_kind_get_name (CeciMoodleKind kind); // "completion", as cecictl names it; NULL for none
CeciMoodleKind ceci_moodle_kind_from_name (const char *name);
char *ceci_moodle_course_of (const char *cohort_course, const char *said) G_GNUC_WARN_UNUSED_RESULT; // under which what is learnt is kept; "" if unknown
char *ceci_moodle_course_in_name (const char *file_name) G_GNUC_WARN_UNUSED_RESULT; // NULL if it names none

gboolean ceci_moodle_session_parse (const char *heading, CeciMoodleSession *session);
void ceci_moodle_session_clear (CeciMoodleSession *session);

// The map of an export's columns; modules: of CeciModule, in their order: «module:1» and so on.
CeciColumnMap *ceci_moodle_column_map (CeciMoodleExport *self, GListModel *modules) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciMoodleExport, ceci_moodle_export_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CeciMoodleSession, ceci_moodle_session_clear)

G_END_DECLS
