// SPDX-License-Identifier: GPL-3.0-or-later
// Who reads what: a balanced plan that keeps conflicts of interest apart, and its writing to the register.
#pragma once

#include "core/model/ceci-jury-repository.h"

G_BEGIN_DECLS

// The plan itself knows neither people nor the register.
typedef struct {
  guint           n_dossiers, n_jurors, readers;
  const gint64   *pages;    // of each dossier
  const gboolean *barred;   // [dossier × n_jurors + juror]: may not read it
  const gboolean *assigned; // the same shape: reads it already, and stays
} CeciAssigningProblem;
// chosen: n_dossiers × n_jurors, what is already assigned included. Returns how many readers could not be found.
guint     ceci_assigning_plan    (const CeciAssigningProblem *problem, gboolean *chosen);

typedef struct {
  guint  added;
  guint  missing;   // readers that could not be found
  GStrv  conflicts; // «Inès Dubois · Élodie Martin: …», a sentence each
} CeciAssigningResult;
void      ceci_assigning_result_clear (CeciAssigningResult *result);

// Inside a write. Existing assignments stay. Recused jurors, and conflicts the register can see (host organisation, supervisor,
// committee, the student in person), are kept apart.
gboolean  ceci_assigning_run     (CeciDatabase *database, const char *session_id, CeciAssigningResult *result, GError **error);
// By hand; refused when the juror is recused from it.
gboolean  ceci_assigning_add     (CeciDatabase *database, const char *dossier_id, const char *juror_id, CeciAssignmentRole role, GError **error);
// NULL without error: no conflict that the register can see.
char     *ceci_assigning_conflict (CeciDatabase *database, const char *student_id, CeciJuror *juror, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
