// SPDX-License-Identifier: GPL-3.0-or-later
// Whether an application is admissible: what the regulation says of it, and its state brought up to date.
#pragma once

#include "ceci-application.h"

G_BEGIN_DECLS

// What checking again would change of one application.
typedef struct {
  CeciApplication     *application; // as it is
  CeciApplicationState state;       // as it would be
  char                *reason;
} CeciAdmissionChange;

GPtrArray *ceci_admission_check  (CeciDatabase *database, CeciApplication *application, GError **error) G_GNUC_WARN_UNUSED_RESULT; // (element-type CeciFinding)
gboolean   ceci_admission_settle (CeciDatabase *database, const char *application_id, GError **error); // its state follows the check, unless a person has decided on it since
GPtrArray *ceci_admission_review (CeciDatabase *database, const char *cohort_id, GError **error) G_GNUC_WARN_UNUSED_RESULT; // (element-type CeciAdmissionChange): what settling all would change
gboolean   ceci_admission_apply  (CeciDatabase *database, GPtrArray *changes, GError **error);
// R14: why the office holds the placement for eligible; NULL takes it back.
gboolean   ceci_admission_vouch  (CeciDatabase *database, const char *application_id, const char *reason, GError **error);
// A correction by the office: stored, and the state follows.
gboolean   ceci_admission_correct (CeciDatabase *database, CeciApplication *application, GError **error);

G_END_DECLS
