// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that someone in the office has to do: about a student (a finding), an application, a note, a meeting, a letter.
#pragma once

#include "core/regulation/ceci-finding.h"

G_BEGIN_DECLS

// By what settles it, the most pressing first. The order is that of the list.
typedef enum {
  CECI_TODO_DEADLINE_PASSED, // extend it, or end the enrolment
  CECI_TODO_DEADLINE,        // write to them
  CECI_TODO_NOTE,            // a follow-up note is due
  CECI_TODO_AGREEMENT,       // record the signatures
  CECI_TODO_SUPERVISOR,      // choose another supervisor
  CECI_TODO_ORGANISATION,    // check the organisation
  CECI_TODO_PLACEMENT,       // find or record a placement
  CECI_TODO_HOURS,           // accept confirmed hours
  CECI_TODO_CLAIMED_HOURS,   // have claimed hours confirmed
  CECI_TODO_DOCUMENTS,       // ask for documents
  CECI_TODO_ATTENDANCE,      // mark a meeting's attendance
  CECI_TODO_ABSENCES,        // write to who stays away
  CECI_TODO_APPLICATIONS,    // check applications
  CECI_TODO_PLACE_FREE,      // a place is free and someone waits
  CECI_TODO_LETTER,          // send what was prepared
  CECI_TODO_RETENTION,       // erase what was kept long enough
  CECI_TODO_OTHER,           // look at it
  CECI_TODO_N_KINDS
} CeciTodoKind;
#define CECI_TYPE_TODO_KIND (ceci_todo_kind_get_type ())
GType       ceci_todo_kind_get_type   (void) G_GNUC_CONST;
const char *ceci_todo_kind_get_nick   (CeciTodoKind kind);
const char *ceci_todo_kind_get_title  (CeciTodoKind kind); // «Agreements to sign», translated
const char *ceci_todo_kind_get_action (CeciTodoKind kind); // what the button says: «Record signatures…»
const char *ceci_todo_kind_get_letter (CeciTodoKind kind); // the letter that fits, NULL: none

#define CECI_TYPE_TODO (ceci_todo_get_type ())
G_DECLARE_FINAL_TYPE (CeciTodo, ceci_todo, CECI, TO_DO, GObject)

// Whose it is; shared by all the things of one student.
typedef struct { gatomicrefcount references; char *student_id, *person_id, *name, *search_key, *cohort_id, *cohort_name; } CeciTodoSubject;
CeciTodoSubject *ceci_todo_subject_new   (const char *student_id, const char *person_id, const char *name, const char *search_key, const char *cohort_id, const char *cohort_name);
CeciTodoSubject *ceci_todo_subject_ref   (CeciTodoSubject *self);
void             ceci_todo_subject_unref (CeciTodoSubject *self);

// finding: its rule, state, reason and dates are the thing's. row_id: of the note, the letter, the meeting; NULL.
CeciTodo    *ceci_todo_new             (CeciTodoKind kind, CeciFinding *finding, CeciTodoSubject *subject, const char *row_id);
CeciTodoKind ceci_todo_kind_of         (CeciFinding *finding);
CeciTodoKind ceci_todo_get_kind        (CeciTodo *self);
CeciFinding *ceci_todo_get_finding     (CeciTodo *self);
const char  *ceci_todo_get_student_id  (CeciTodo *self); // NULL: it is about no student in particular
const char  *ceci_todo_get_name        (CeciTodo *self); // the student's, or the intake's
char        *ceci_todo_dup_who         (CeciTodo *self) G_GNUC_WARN_UNUSED_RESULT; // «Élodie Martin · February 2026»
const char  *ceci_todo_get_search_key  (CeciTodo *self);
const char  *ceci_todo_get_cohort_id   (CeciTodo *self);
const char  *ceci_todo_get_cohort_name (CeciTodo *self);
const char  *ceci_todo_get_row_id      (CeciTodo *self);
const char  *ceci_todo_get_letter      (CeciTodo *self); // the letter that fits: NULL where there is none
gboolean     ceci_todo_can_sleep       (CeciTodo *self); // it may be put aside
int          ceci_todo_compare         (CeciTodo *one, CeciTodo *other); // by kind, then by day, then by name
JsonNode    *ceci_todo_to_json         (CeciTodo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciTodoSubject, ceci_todo_subject_unref)

G_END_DECLS
