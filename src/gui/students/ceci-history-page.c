// SPDX-License-Identifier: GPL-3.0-or-later
// The whole register's history as a page of the window: who did what, when.
#include "config.h"

#include "ceci-history-page.h"
#include "ceci-history-view.h"

struct _CeciHistoryPage {
  CeciView parent_instance;
};

G_DEFINE_FINAL_TYPE (CeciHistoryPage, ceci_history_page, CECI_TYPE_VIEW)

static void
ceci_history_page_dispose (GObject *object)
{
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_HISTORY_PAGE);
  G_OBJECT_CLASS (ceci_history_page_parent_class)->dispose (object);
}

static void
ceci_history_page_class_init (CeciHistoryPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ceci_history_page_dispose;
  g_type_ensure (CECI_TYPE_HISTORY_VIEW);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/be/ulb/Ceci/students/ceci-history-page.ui");
}

static void
ceci_history_page_init (CeciHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
