// SPDX-License-Identifier: GPL-3.0-or-later
// A place of the register that is one table: what it reads and its columns are its class's.
#pragma once

#include "ceci-view.h"
#include "widgets/ceci-table.h"

G_BEGIN_DECLS

#define CECI_TYPE_TABLE_PAGE (ceci_table_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (CeciTablePage, ceci_table_page, CECI, TABLE_PAGE, CeciView)

/**
 * CeciTablePageClass:
 * @columns: (array length=n_columns): the columns
 * @n_columns: how many
 * @activated: (nullable): what a row does
 * @matches: (nullable): whether an item is among those that the filters ask for
 *
 * The view's @read gives a GListModel.
 */
struct _CeciTablePageClass {
  CeciViewClass parent_class;

  const CeciColumn *columns;
  guint n_columns;
  void (*activated) (CeciTablePage *self, gpointer item);
  gboolean (*matches) (CeciTablePage *self, gpointer item);
};

void ceci_table_page_describe (CeciTablePage *self, const char *title, const char *icon_name, const char *empty_title,
                               const char *empty_description);
void ceci_table_page_add_button (CeciTablePage *self, const char *label, const char *action_name);
void ceci_table_page_add_act (CeciTablePage *self, const char *label, const char *action_name); // in the header only
void ceci_table_page_add_filter (CeciTablePage *self, GtkWidget *filter);                        // above the table
GtkDropDown *ceci_table_page_add_choice (CeciTablePage *self, const char *label, const char *const *words);
void ceci_table_page_filter_changed (CeciTablePage *self);

G_END_DECLS
