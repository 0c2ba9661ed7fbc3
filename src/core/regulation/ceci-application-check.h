// SPDX-License-Identifier: GPL-3.0-or-later
// R13, R7 and R14 before anyone is a student: what an application needs to be admissible, point by point.
#pragma once

#include "ceci-regulation.h"

G_BEGIN_DECLS

typedef struct {
  const char *application_id; // may be NULL: it only stands in the findings
  const char *organisation, *mission;
  const char *legal_form; // as the schema writes it: the register's for an organisation that is known, else the form's; NULL unknown
  gint64      planned_minutes; // negative: unknown
  gboolean    offer_labelled;
  const char *eligibility_reason; // why the office holds the placement for eligible; NULL: it has not said
} CeciApplicationFacts;

GPtrArray *ceci_regulation_check_application   (CeciRegulation *self, const CeciApplicationFacts *facts) G_GNUC_WARN_UNUSED_RESULT; // (element-type CeciFinding)
char      *ceci_regulation_application_refusal (GPtrArray *findings) G_GNUC_WARN_UNUSED_RESULT; // every reason; NULL if it is admissible

G_END_DECLS
