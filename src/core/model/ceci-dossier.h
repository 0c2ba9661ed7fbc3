// SPDX-License-Identifier: GPL-3.0-or-later
// A student's dossier before a session, with its readers and its outcome.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_DOSSIER (ceci_dossier_get_type ())
G_DECLARE_FINAL_TYPE (CeciDossier, ceci_dossier, CECI, DOSSIER, CeciRecord)

const char  *ceci_dossier_get_session_id    (CeciDossier *self);
const char  *ceci_dossier_get_student_id    (CeciDossier *self);
const char  *ceci_dossier_get_admitted_on   (CeciDossier *self);
const char  *ceci_dossier_get_waiver_reason (CeciDossier *self);

// joined by the repository
const char  *ceci_dossier_get_person_id     (CeciDossier *self);
const char  *ceci_dossier_get_display_name  (CeciDossier *self);
const char  *ceci_dossier_get_family_name   (CeciDossier *self);
const char  *ceci_dossier_get_first_name    (CeciDossier *self);
const char  *ceci_dossier_get_matricule     (CeciDossier *self);
const char  *ceci_dossier_get_language      (CeciDossier *self);
const char  *ceci_dossier_get_faculty_code  (CeciDossier *self);
const char  *ceci_dossier_get_faculty_name  (CeciDossier *self);
const char  *ceci_dossier_get_cohort_id     (CeciDossier *self);
const char  *ceci_dossier_get_cohort_name   (CeciDossier *self);
const char  *ceci_dossier_get_search_key    (CeciDossier *self);
gint64       ceci_dossier_get_readers       (CeciDossier *self);
gint64       ceci_dossier_get_reviews       (CeciDossier *self);
CeciOutcome  ceci_dossier_get_outcome       (CeciDossier *self);

G_END_DECLS
