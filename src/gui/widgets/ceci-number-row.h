// SPDX-License-Identifier: GPL-3.0-or-later
// A row with a number to set. AdwSpinRow of libadwaita 1.7 is not in the accessible tree; this one is.
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CECI_TYPE_NUMBER_ROW (ceci_number_row_get_type ())
G_DECLARE_FINAL_TYPE (CeciNumberRow, ceci_number_row, CECI, NUMBER_ROW, AdwActionRow)

// Properties: lower, upper, value, digits. Steps are of 1, pages of 10.
GtkWidget *ceci_number_row_new (double lower, double upper, guint digits);
double ceci_number_row_get_value (CeciNumberRow *self);
void ceci_number_row_set_value (CeciNumberRow *self, double value);
void ceci_number_row_set_digits (CeciNumberRow *self, guint digits);

G_END_DECLS
