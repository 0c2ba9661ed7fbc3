// SPDX-License-Identifier: GPL-3.0-or-later
// What the two files of the window share.
#pragma once

#include "ceci-sidebar.h"
#include "ceci-welcome-page.h"
#include "ceci-window.h"

G_BEGIN_DECLS

struct _CeciWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwToast *toast; // weak: the last one told
  gint64 told;     // when, on the monotonic clock
  GtkStack *stack;
  CeciWelcomePage *welcome;
  AdwNavigationSplitView *split;
  CeciSidebar *sidebar;
  AdwNavigationView *navigation;
  AdwBanner *banner;
  GtkMenuButton *menu_button;

  GSettings *settings;
  GFile *file;       // of the register that is open
  GFile *coming;     // the one being opened; NULL when none is
  gboolean creating; // it is being made
  GCancellable *opening;
  CeciDesk *desk;
};

void ceci_window_install_file_actions (GtkWidgetClass *widget_class);
void ceci_window_show_register (CeciWindow *self, CeciRegister *reg);
void ceci_window_say_error (CeciWindow *self, const char *title, const char *message);

G_END_DECLS
