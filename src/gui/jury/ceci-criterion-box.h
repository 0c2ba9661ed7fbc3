// SPDX-License-Identifier: GPL-3.0-or-later
// One criterion of the grid: its weight, the five levels, what the level means, and a comment.
#pragma once

#include <adwaita.h>
#include "core/jury/ceci-dossier-reading.h"

G_BEGIN_DECLS

#define CECI_TYPE_CRITERION_BOX (ceci_criterion_box_get_type ())
G_DECLARE_FINAL_TYPE (CeciCriterionBox, ceci_criterion_box, CECI, CRITERION_BOX, GtkBox)

GtkWidget *ceci_criterion_box_new (CeciDossierReading *reading, guint criterion);
void ceci_criterion_box_refresh (CeciCriterionBox *self);
void ceci_criterion_box_set_level (CeciCriterionBox *self, int level);
void ceci_criterion_box_take_focus (CeciCriterionBox *self);

G_END_DECLS
