// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of an AdwPreferencesGroup that are made anew each time what they show is read.
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void ceci_rows_clear (AdwPreferencesGroup *group); // those that ceci_rows_add() added
void ceci_rows_add (AdwPreferencesGroup *group, GtkWidget *row);
guint ceci_rows_count (AdwPreferencesGroup *group);
// A fact with its name above it; NULL or empty: nothing is added. The text can be selected.
void ceci_rows_add_fact (AdwPreferencesGroup *group, const char *title, const char *text);
// Names and titles as they stand, not as markup.
GtkWidget *ceci_rows_new_row (const char *title, const char *subtitle);
GtkWidget *ceci_rows_add_button (GtkWidget *row, const char *label); // at the end of an AdwActionRow

G_END_DECLS
