// SPDX-License-Identifier: GPL-3.0-or-later
// A module that a student completed.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_MODULE_COMPLETION (ceci_module_completion_get_type ())
G_DECLARE_FINAL_TYPE (CeciModuleCompletion, ceci_module_completion, CECI, MODULE_COMPLETION, CeciRecord)

const char  *ceci_module_completion_get_student_id   (CeciModuleCompletion *self);
const char  *ceci_module_completion_get_module_id    (CeciModuleCompletion *self);
const char  *ceci_module_completion_get_completed_on (CeciModuleCompletion *self);
const char  *ceci_module_completion_get_evidence     (CeciModuleCompletion *self);

// joined by the repository
gint64       ceci_module_completion_get_position     (CeciModuleCompletion *self);
const char  *ceci_module_completion_get_title_fr     (CeciModuleCompletion *self);
const char  *ceci_module_completion_get_title_en     (CeciModuleCompletion *self);

G_END_DECLS
