// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing: a person on request, what the retention schedule no longer keeps, gender after a selection. What goes and what stays is
// said before anything is done. The functions that erase run within ceci_register_erase().
#pragma once

#include "ceci-cohort.h"
#include "ceci-erasure.h"

G_BEGIN_DECLS

// One line of a preview: «Hours», 42, and why it stays if it does.
typedef struct {
  char    *what;
  guint    n;
  char    *kept; // NULL: it goes; else why it stays
} CeciErasureLine;

typedef struct {
  char      *person_id, *name;
  gboolean   awarded;  // a certificate was issued: what proves it stays
  GPtrArray *lines;    // CeciErasureLine
  gint64     bytes;    // of the documents
} CeciErasurePreview;

void                ceci_erasure_preview_free (CeciErasurePreview *self);
CeciErasurePreview *ceci_erasure_preview      (CeciDatabase *database, const char *person_id, GError **error);
JsonNode           *ceci_erasure_preview_to_json (CeciErasurePreview *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean            ceci_erasure_apply        (CeciDatabase *database, const char *person_id, const char *reason, const char *today, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciErasurePreview, ceci_erasure_preview_free)

// R28: gender serves the selection only. Persons who still wait for another cohort's selection keep theirs until then.
typedef struct {
  guint n;         // persons whose gender is kept and would go
  guint n_serving; // persons whose gender stays for another selection
  char *due_on;    // when the schedule erases it; NULL: never, or no selection is confirmed
  char *erased_on; // NULL: not yet
} CeciGenderTerm;

CeciGenderTerm     *ceci_gender_term_read     (CeciDatabase *database, const char *cohort_id, GError **error);
void                ceci_gender_term_free     (CeciGenderTerm *self);
guint               ceci_erasure_gender       (CeciDatabase *database, const char *cohort_id, const char *today, GError **error); // how many persons; G_MAXUINT with error
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciGenderTerm, ceci_gender_term_free)

// What is due, by the schedule of the settings.
typedef enum { CECI_DUE_APPLICATION, CECI_DUE_WITHDRAWN, CECI_DUE_AWARDED, CECI_DUE_NOTES, CECI_DUE_GENDER } CeciDueKind;
#define CECI_DUE_KINDS 5

typedef struct {
  CeciDueKind kind;
  char       *id;     // a person's; a student's for notes; a cohort's for gender
  char       *name;   // of the person or the cohort
  char       *due_on;
} CeciDue;

const char *ceci_due_kind_name    (CeciDueKind kind); // «awarded», the end of its setting's name
const char *ceci_due_kind_label   (CeciDueKind kind); // what is erased, in words
int         ceci_retention_get    (CeciDatabase *database, CeciDueKind kind, GError **error); // months, days for gender; 0: never; -1 with error
gboolean    ceci_retention_set    (CeciDatabase *database, CeciDueKind kind, int value, GError **error);
GPtrArray  *ceci_retention_due    (CeciDatabase *database, const char *today, GError **error); // (element-type CeciDue): what fell due on or before today, by date
gboolean    ceci_retention_apply  (CeciDatabase *database, GPtrArray *due, const char *today, GError **error);
char       *ceci_retention_purge_on (CeciDatabase *database, const char *left_on, GError **error) G_GNUC_WARN_UNUSED_RESULT; // when one who leaves that day is erased; NULL: never

G_END_DECLS
