// SPDX-License-Identifier: GPL-3.0-or-later
// What an application form asks, and the words by which its questions are known in French and English.
#pragma once

#include "ceci-column-map.h"

G_BEGIN_DECLS

#define CECI_APPLICATION_FORMAT "applications" // under which mappings are remembered

typedef enum { CECI_FORM_OTHER, CECI_FORM_LIMESURVEY, CECI_FORM_MICROSOFT } CeciFormKind;

CeciFormKind ceci_application_form_kind (CeciTable *table);
CeciColumnMap *ceci_application_column_map (CeciTable *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
