// SPDX-License-Identifier: GPL-3.0-or-later
// Which student of an intake a line or a file of the virtual campus speaks of: by the participant's number, the student
// number, the e-mail address, then the name. What stays unsure is asked, never guessed.
#pragma once

#include "core/model/ceci-student.h"

G_BEGIN_DECLS

// What is known of someone; any may be NULL. name: the whole name, in whichever order.
typedef struct {
  const char *participant; // digits
  const char *matricule;
  const char *email;
  const char *name;
} CeciStudentMarks;

typedef struct {
  CeciStudent *same; // (transfer none): certainly this one
  GPtrArray *maybe;  // (element-type CeciStudent): someone must say; NULL or not empty
  char *reason;      // why it is unsure
} CeciStudentMatch; // all empty: nobody of this intake

typedef struct _CeciStudentMatching CeciStudentMatching;

CeciStudentMatching *ceci_student_matching_new (CeciDatabase *database, const char *cohort_id, const char *course,
                                                GError **error); // course NULL: no participants' numbers
void ceci_student_matching_free (CeciStudentMatching *self);
void ceci_student_matching_find (CeciStudentMatching *self, const CeciStudentMarks *marks, CeciStudentMatch *match);
CeciStudent *ceci_student_matching_get (CeciStudentMatching *self, const char *student_id); // (transfer none)
void ceci_student_match_clear (CeciStudentMatch *match);
char *ceci_student_dup_marks (CeciStudent *student) G_GNUC_WARN_UNUSED_RESULT; // «512345 · e.martin@…», to tell people apart

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciStudentMatching, ceci_student_matching_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CeciStudentMatch, ceci_student_match_clear)

G_END_DECLS
