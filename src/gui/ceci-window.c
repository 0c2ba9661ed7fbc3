// SPDX-License-Identifier: GPL-3.0-or-later
// The staff's window: a register's places at the side, the chosen one beside them; a welcome where no register is open.
// How files are chosen and registers opened stands in ceci-window-files.c.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "attention/ceci-attention-page.h"
#include "attention/ceci-digest.h"
#include "ceci-search-dialog.h"
#include "ceci-shortcuts.h"
#include "ceci-window-private.h"
#include "cohorts/ceci-application-page.h"
#include "cohorts/ceci-cohort-dialog.h"
#include "cohorts/ceci-cohort-page.h"
#include "funding/ceci-funding-page.h"
#include "funding/ceci-subsidies-page.h"
#include "organisations/ceci-organisation-page.h"
#include "organisations/ceci-organisations-page.h"
#include "sessions/ceci-session-page.h"
#include "sessions/ceci-sessions-page.h"
#include "settings/ceci-preferences-dialog.h"
#include "students/ceci-erasure-dialog.h"
#include "students/ceci-history-page.h"
#include "students/ceci-student-page.h"
#include "widgets/ceci-table-menu.h"

G_DEFINE_FINAL_TYPE (CeciWindow, ceci_window, ADW_TYPE_APPLICATION_WINDOW)

// --- what is shown ----------------------------------------------------------

static CeciView *
shown_view (CeciWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  return page != NULL ? CECI_VIEW (adw_navigation_page_get_child (page)) : NULL;
}

static AdwNavigationPage *
page_for (CeciWindow *self, GType type, const char *subject, const char *tag)
{
  GtkWidget *view = g_object_new (type, "desk", self->desk, "subject", subject, NULL);
  const char *title = ceci_view_get_title (CECI_VIEW (view));
  AdwNavigationPage *page = adw_navigation_page_new_with_tag (view, title != NULL ? title : "CECi", tag);

  g_object_bind_property (view, "title", page, "title", G_BINDING_DEFAULT);
  return page;
}

/**
 * ceci_window_go_to:
 * @self: a window with a register
 * @place: `attention`, `sessions`, `organisations`, `funding`, `cohort` (the newest) or `cohort:` and its id
 *
 * Shows a place of the register.
 */
void
ceci_window_go_to (CeciWindow *self, const char *place)
{
  static const struct {
    const char *place;
    GType (*type) (void);
  } places[] = {
      {"attention", ceci_attention_page_get_type},
      {"sessions", ceci_sessions_page_get_type},
      {"organisations", ceci_organisations_page_get_type},
      {"funding", ceci_funding_page_get_type},
      {"history", ceci_history_page_get_type},
  };
  AdwNavigationPage *page = NULL;

  if (self->desk == NULL)
    return;
  if (g_str_equal (place, "cohort"))
    place = ceci_sidebar_get_newest_cohort (self->sidebar);
  if (place == NULL)
    return;
  if (g_str_has_prefix (place, "cohort:")) {
    const char *id = place + strlen ("cohort:");

    page = page_for (self, CECI_TYPE_COHORT_PAGE, id, place);
    g_settings_set_string (self->settings, "last-cohort", id);
  }
  for (guint i = 0; page == NULL && i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].place, place))
      page = page_for (self, places[i].type (), NULL, place);
  if (page == NULL)
    return;
  adw_navigation_view_replace (self->navigation, &page, 1);
  ceci_sidebar_select (self->sidebar, place);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
go_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ceci_window_go_to (CECI_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_student (CeciWindow *self, const char *id, const char *tab)
{
  g_autofree char *tag = g_strconcat ("student:", id, NULL);

  if (self->desk == NULL)
    return;
  if (adw_navigation_view_find_page (self->navigation, tag) != NULL)
    adw_navigation_view_pop_to_tag (self->navigation, tag);
  else
    adw_navigation_view_push (self->navigation, page_for (self, CECI_TYPE_STUDENT_PAGE, id, tag));
  if (tab != NULL)
    ceci_student_page_show_tab (CECI_STUDENT_PAGE (shown_view (self)), tab);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
show_student_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_student (CECI_WINDOW (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
show_student_at_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *id = NULL;
  const char *tab = NULL;

  g_variant_get (parameter, "(&s&s)", &id, &tab);
  show_student (CECI_WINDOW (widget), id, tab);
}

// One page of applications at most: it goes through a list, and is found again where one comes back to it.
static void
show_application (CeciWindow *self, const char *id, const char *const *neighbours)
{
  static const char *const none[] = {NULL};

  if (self->desk == NULL)
    return;
  if (adw_navigation_view_find_page (self->navigation, "application") != NULL) {
    adw_navigation_view_pop_to_tag (self->navigation, "application");
    ceci_view_set_subject (shown_view (self), id);
  } else {
    adw_navigation_view_push (self->navigation, page_for (self, CECI_TYPE_APPLICATION_PAGE, id, "application"));
  }
  ceci_application_page_set_neighbours (CECI_APPLICATION_PAGE (shown_view (self)),
                                        neighbours != NULL ? neighbours : none);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
show_application_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_application (CECI_WINDOW (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
show_application_among_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *id = NULL;
  g_autofree const char **neighbours = NULL;

  g_variant_get (parameter, "(&s^a&s)", &id, &neighbours);
  show_application (CECI_WINDOW (widget), id, neighbours);
}

static void
show_session_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciWindow *self = CECI_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autofree char *tag = g_strconcat ("session:", id, NULL);

  if (self->desk != NULL && adw_navigation_view_find_page (self->navigation, tag) == NULL)
    adw_navigation_view_push (self->navigation, page_for (self, CECI_TYPE_SESSION_PAGE, id, tag));
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
show_organisation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciWindow *self = CECI_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autofree char *tag = g_strconcat ("organisation:", id, NULL);

  if (self->desk != NULL && adw_navigation_view_find_page (self->navigation, tag) == NULL)
    adw_navigation_view_push (self->navigation, page_for (self, CECI_TYPE_ORGANISATION_PAGE, id, tag));
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
show_subsidies_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciWindow *self = CECI_WINDOW (widget);

  if (self->desk != NULL && adw_navigation_view_find_page (self->navigation, "subsidies") == NULL)
    adw_navigation_view_push (self->navigation, page_for (self, CECI_TYPE_SUBSIDIES_PAGE, NULL, "subsidies"));
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciWindow *self = CECI_WINDOW (widget);

  if (!adw_navigation_view_pop (self->navigation))
    adw_navigation_split_view_set_show_content (self->split, FALSE);
}

// --- dialogs ----------------------------------------------------------------

static void
show_dialog (CeciWindow *self, AdwDialog *dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciWindow *self = CECI_WINDOW (widget);

  if (self->desk != NULL)
    show_dialog (self, ceci_search_dialog_new (self->desk));
}

static void
preferences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciWindow *self = CECI_WINDOW (widget);

  show_dialog (self, ceci_preferences_dialog_new (self->settings, self->desk));
}

static void
retention_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciWindow *self = CECI_WINDOW (widget);

  if (self->desk != NULL)
    show_dialog (self, ceci_erasure_dialog_new (self->desk, NULL));
}

static void
show_shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_dialog (CECI_WINDOW (widget), ceci_shortcuts_dialog_new ());
}

static void
new_intake_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciWindow *self = CECI_WINDOW (widget);

  if (self->desk != NULL)
    show_dialog (self, ceci_cohort_dialog_new (self->desk));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (CECI_WINDOW (widget)->menu_button);
}

// --- what the shown page does -------------------------------------------------

// The window's action of a page's: «find» here is `page.find` there, if the page has it.
static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciView *view = shown_view (CECI_WINDOW (widget));
  g_autofree char *there = g_strconcat ("page.", name + strlen ("win."), NULL);

  if (view != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (view), there, parameter);
}

// Every table on a page has its menu, which knows how to.
static void
export_table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciWindow *self = CECI_WINDOW (widget);
  CeciView *view = shown_view (self);
  CeciTableMenu *menu = view != NULL ? ceci_table_menu_find (GTK_WIDGET (view)) : NULL;

  if (menu != NULL)
    ceci_table_menu_export (menu);
  else if (self->desk != NULL)
    ceci_desk_notice (self->desk, _ ("There is no table here to export"));
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciWindow *self = CECI_WINDOW (widget);

  if (!CECI_IS_COHORT_PAGE (shown_view (self)))
    ceci_window_go_to (self, "cohort");
  page_action (widget, name, parameter);
}

// --- steps --------------------------------------------------------------------

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciWindow *self = CECI_WINDOW (widget);

  if (self->desk != NULL)
    ceci_desk_undo (self->desk, NULL);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciWindow *self = CECI_WINDOW (widget);

  if (self->desk != NULL)
    ceci_desk_redo (self->desk);
}

static void
update_steps (CeciWindow *self)
{
  CeciRegister *reg = self->desk != NULL ? ceci_desk_get_register (self->desk) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 reg != NULL && ceci_register_get_undo_label (reg) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 reg != NULL && ceci_register_get_redo_label (reg) != NULL);
}

#define ONE_TOAST                                                                                                      \
  (2 * G_USEC_PER_SEC) // steps that follow each other this soon share a toast: it always speaks of the last

static void
tell (CeciWindow *self, const char *text, const char *button, const char *action)
{
  AdwToast *toast;

  if (self->toast != NULL && g_get_monotonic_time () - self->told < ONE_TOAST &&
      g_strcmp0 (adw_toast_get_action_name (self->toast), action) == 0) {
    adw_toast_set_title (self->toast, text);
    return;
  }
  toast = adw_toast_new (text);
  self->told = g_get_monotonic_time ();
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  // One step, one toast: the one before would undo something else.
  adw_toast_overlay_dismiss_all (self->toasts);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_changed (CeciWindow *self, CeciChanges *changes)
{
  const char *label = ceci_changes_get_label (changes);
  g_autofree char *text = NULL;

  update_steps (self);
  switch (ceci_changes_get_kind (changes)) {
  case CECI_STEP_UNDO:
    // Translators: %s names what was done, as in «Record 4 h 30 for Élodie Martin»
    text = g_strdup_printf (_ ("Undone: %s"), label);
    tell (self, text, _ ("_Redo"), "win.redo");
    break;
  case CECI_STEP_REDO:
    // Translators: %s names what was done, as in «Record 4 h 30 for Élodie Martin»
    text = g_strdup_printf (_ ("Done again: %s"), label);
    tell (self, text, _ ("_Undo"), "win.undo");
    break;
  case CECI_STEP_DO:
    // Translators: %s names what was done, as in «Record 4 h 30 for Élodie Martin»
    text = g_strdup_printf (_ ("Done: %s"), label);
    tell (self, text, _ ("_Undo"), "win.undo");
    break;
  case CECI_STEP_ERASE:
  default:
    tell (self, label, NULL, NULL);
  }
}

static void
on_failed (CeciWindow *self, const char *title, const char *message)
{
  ceci_window_say_error (self, title, message);
}

static void
on_notice (CeciWindow *self, const char *text)
{
  tell (self, text, NULL, NULL);
}

void
ceci_window_say_error (CeciWindow *self, const char *title, const char *message)
{
  AdwDialog *dialog = adw_alert_dialog_new (title, message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  show_dialog (self, dialog);
}

// --- the register -------------------------------------------------------------

static void
show_banner (CeciWindow *self, CeciRegister *reg)
{
  const char *holder = ceci_register_get_holder (reg);
  g_autofree char *text = NULL;

  if (holder != NULL)
    text = g_strdup_printf (_ ("%s has this register open: you can read it, not change it."), holder);
  else
    text = g_strdup (_ ("This register is open for reading only."));
  adw_banner_set_title (self->banner, text);
  adw_banner_set_revealed (self->banner, ceci_register_is_read_only (reg));
}

static void
drop_register (CeciWindow *self)
{
  if (self->desk == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->desk, self);
  adw_navigation_view_replace (self->navigation, NULL, 0);
  ceci_view_set_desk (CECI_VIEW (self->sidebar), NULL);
  ceci_register_close (ceci_desk_get_register (self->desk));
  g_clear_object (&self->desk);
}

void
ceci_window_show_register (CeciWindow *self, CeciRegister *reg)
{
  g_autofree char *name = g_file_get_basename (ceci_register_get_file (reg));
  char *suffix = strrchr (name, '.');

  drop_register (self);
  self->desk = ceci_desk_new (reg, ceci_program_get_on (CECI_PROGRAM (gtk_window_get_application (GTK_WINDOW (self)))));
  g_signal_connect_swapped (self->desk, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->desk, "failed", G_CALLBACK (on_failed), self);
  g_signal_connect_swapped (self->desk, "notice", G_CALLBACK (on_notice), self);
  ceci_view_set_desk (CECI_VIEW (self->sidebar), self->desk);
  ceci_digest_watch (self->desk, self->settings);
  show_banner (self, reg);
  update_steps (self);
  if (suffix != NULL)
    *suffix = '\0';
  gtk_window_set_title (GTK_WINDOW (self), name);
  gtk_stack_set_visible_child_name (self->stack, "register");
  ceci_window_go_to (self, "attention");
}

CeciDesk *
ceci_window_get_desk (CeciWindow *self)
{
  return self->desk;
}

// --- the window -----------------------------------------------------------------

static gboolean
ceci_window_close_request (GtkWindow *window)
{
  CeciWindow *self = CECI_WINDOW (window);
  int width = 0;
  int height = 0;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  return GTK_WINDOW_CLASS (ceci_window_parent_class)->close_request (window);
}

static void
ceci_window_dispose (GObject *object)
{
  CeciWindow *self = CECI_WINDOW (object);

  g_clear_weak_pointer (&self->toast);
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (self->navigation != NULL)
    drop_register (self);
  g_clear_object (&self->settings);
  g_clear_object (&self->file);
  g_clear_object (&self->coming);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_WINDOW);
  G_OBJECT_CLASS (ceci_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *const of_the_page[] = {"win.find",     "win.enter-hours", "win.add-document",
                                            "win.add-note", "win.previous",    "win.next"};

  gtk_widget_class_install_action (widget_class, "win.go-to", "s", go_to_action);
  gtk_widget_class_install_action (widget_class, "win.show-student", "s", show_student_action);
  gtk_widget_class_install_action (widget_class, "win.show-student-at", "(ss)", show_student_at_action);
  gtk_widget_class_install_action (widget_class, "win.show-application", "s", show_application_action);
  gtk_widget_class_install_action (widget_class, "win.show-application-among", "(sas)", show_application_among_action);
  gtk_widget_class_install_action (widget_class, "win.show-session", "s", show_session_action);
  gtk_widget_class_install_action (widget_class, "win.show-organisation", "s", show_organisation_action);
  gtk_widget_class_install_action (widget_class, "win.show-subsidies", NULL, show_subsidies_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.retention", NULL, retention_action);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, show_shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.new-intake", NULL, new_intake_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.export-table", NULL, export_table_action);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.next-view", "i", page_action);
  for (guint i = 0; i < G_N_ELEMENTS (of_the_page); i++)
    gtk_widget_class_install_action (widget_class, of_the_page[i], NULL, page_action);
  ceci_window_install_file_actions (widget_class);
}

static void
ceci_window_class_init (CeciWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ceci_window_close_request;

  g_type_ensure (CECI_TYPE_SIDEBAR);
  g_type_ensure (CECI_TYPE_WELCOME_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/ceci-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CeciWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, CeciWindow, split);
  gtk_widget_class_bind_template_child (widget_class, CeciWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, CeciWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, CeciWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, CeciWindow, menu_button);
  install_actions (widget_class);
}

static void
ceci_window_init (CeciWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_steps (self);
}

/**
 * ceci_window_new:
 * @program: the application
 *
 * Returns: (transfer none): a window with the welcome in it
 */
CeciWindow *
ceci_window_new (CeciProgram *program)
{
  CeciWindow *self = g_object_new (CECI_TYPE_WINDOW, "application", program, NULL);
  int width = 0;
  int height = 0;

  self->settings = g_object_ref (ceci_program_get_settings (program));
  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  if (g_str_equal (CECI_PROFILE, "development"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  return self;
}
