// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of a table: export, the columns shown, sorting put back; and what a person settled there, remembered.
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CECI_TYPE_TABLE_MENU (ceci_table_menu_get_type ())
G_DECLARE_FINAL_TYPE (CeciTableMenu, ceci_table_menu, CECI, TABLE_MENU, GtkWidget)

CeciTableMenu *ceci_table_menu_find (GtkWidget *widget); // (nullable): that of a table on screen within @widget
void ceci_table_menu_export (CeciTableMenu *self);
// Remembers a filter with the table: a drop down's `selected`, a check's `active`. Once, before the table is shown.
void ceci_table_menu_remember (CeciTableMenu *self, const char *name, gpointer object, const char *property);

G_END_DECLS
