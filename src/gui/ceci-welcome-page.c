// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the window while no register is open: create one, open one, try the sample; or the wait for one.
#include "config.h"

#include "ceci-welcome-page.h"

struct _CeciWelcomePage {
  AdwBin parent_instance;
  GtkStack *stack;
  AdwStatusPage *status;
  AdwStatusPage *wait;
};

G_DEFINE_FINAL_TYPE (CeciWelcomePage, ceci_welcome_page, ADW_TYPE_BIN)

static void
ceci_welcome_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_WELCOME_PAGE);
  G_OBJECT_CLASS (ceci_welcome_page_parent_class)->dispose (object);
}

static void
ceci_welcome_page_class_init (CeciWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_welcome_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/ceci-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciWelcomePage, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciWelcomePage, status);
  gtk_widget_class_bind_template_child (widget_class, CeciWelcomePage, wait);
}

static void
ceci_welcome_page_init (CeciWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_icon_name (self->status, CECI_APPLICATION_ID);
}

void
ceci_welcome_page_choose (CeciWelcomePage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "choose");
}

/**
 * ceci_welcome_page_wait:
 * @self: the page
 * @for_what: what is being done
 */
void
ceci_welcome_page_wait (CeciWelcomePage *self, const char *for_what)
{
  adw_status_page_set_title (self->wait, for_what);
  gtk_stack_set_visible_child_name (self->stack, "wait");
}
