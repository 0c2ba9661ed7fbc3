// SPDX-License-Identifier: GPL-3.0-or-later
// A regulation as a form: every number and text in the order of the regulation's table, the jury's grid, the versions.
#pragma once

#include <adwaita.h>
#include "core/regulation/ceci-regulation.h"

G_BEGIN_DECLS

#define CECI_TYPE_REGULATION_FORM (ceci_regulation_form_get_type ())
G_DECLARE_FINAL_TYPE (CeciRegulationForm, ceci_regulation_form, CECI, REGULATION_FORM, AdwBin)

void ceci_regulation_form_show (CeciRegulationForm *self, CeciRegulation *regulation, GListModel *criteria,
                                GListModel *history, gboolean editable);
gboolean ceci_regulation_form_is_changed (CeciRegulationForm *self);
CeciRegulation *ceci_regulation_form_dup_regulation (CeciRegulationForm *self, GError **error);
GPtrArray *ceci_regulation_form_dup_criteria (CeciRegulationForm *self); // (nullable): NULL if the grid is as it was

/**
 * CeciRegulationForm::changed:
 * @self: the form
 */

G_END_DECLS
