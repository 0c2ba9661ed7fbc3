// SPDX-License-Identifier: GPL-3.0-or-later
// Two rows of the register that are one person, made one: planned, shown, then written in one step that can be undone.
#pragma once

#include "ceci-person.h"

G_BEGIN_DECLS

typedef struct {
  const char *name;  // of the person's column
  const char *title; // translated
  char       *kept, *other; // as one reads them; NULL: nothing
  gboolean    take;  // the other's value is taken
} CeciMergeField;

typedef struct {
  char  *table, *column;
  gint64 rows; // that will speak of the one kept
} CeciMergeReference;

typedef enum {
  CECI_MERGE_KEEP_BOTH,
  CECI_MERGE_WITHDRAW_OLDER,
  CECI_MERGE_WITHDRAW_NEWER,
} CeciMergeAnswer;
#define CECI_TYPE_MERGE_ANSWER (ceci_merge_answer_get_type ())
GType ceci_merge_answer_get_type (void) G_GNUC_CONST;

// Two applications, or two enrolments, that would then be one person's in one cohort.
typedef struct {
  gboolean        students; // FALSE: applications
  char           *cohort_name;
  char           *older_id, *newer_id;
  char           *words; // what there is and what can be done, a sentence
  CeciMergeAnswer answer;
} CeciMergeClash;

typedef struct {
  CeciPerson *kept, *other;
  GPtrArray  *fields;     // CeciMergeField, those that differ
  GPtrArray  *references; // CeciMergeReference, those with rows
  GPtrArray  *clashes;    // CeciMergeClash
} CeciPersonMerge;

// Values that only the other has are taken at first; of two enrolments both stay, of two applications the older is withdrawn.
CeciPersonMerge *ceci_person_merge_new       (CeciDatabase *database, const char *kept_id, const char *other_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void             ceci_person_merge_free      (CeciPersonMerge *self);
gboolean         ceci_person_merge_take      (CeciPersonMerge *self, const char *field, gboolean take, GError **error); // INVALID where there is no such field to choose
char            *ceci_person_merge_dup_label (CeciPersonMerge *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean         ceci_person_merge_apply     (CeciPersonMerge *self, CeciDatabase *database, const char *today, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciPersonMerge, ceci_person_merge_free)

G_END_DECLS
