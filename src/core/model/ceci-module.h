// SPDX-License-Identifier: GPL-3.0-or-later
// One of the theoretical modules, in both languages.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_MODULE (ceci_module_get_type ())
G_DECLARE_FINAL_TYPE (CeciModule, ceci_module, CECI, MODULE, CeciRecord)

gint64       ceci_module_get_position   (CeciModule *self);
const char  *ceci_module_get_title_fr   (CeciModule *self);
const char  *ceci_module_get_title_en   (CeciModule *self);
const char  *ceci_module_get_content_fr (CeciModule *self);
const char  *ceci_module_get_content_en (CeciModule *self);

G_END_DECLS
