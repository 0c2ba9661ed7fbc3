// SPDX-License-Identifier: GPL-3.0-or-later
// Of whom the applicants consist and of whom those selected, side by side.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-selection-view.h"
#include "core/model/ceci-application-repository.h"
#include "widgets/ceci-empty-page.h"
#include "widgets/ceci-shares.h"

struct _CeciSelectionView {
  CeciView parent_instance;
  GtkStack *stack;
  AdwPreferencesGroup *summary;
  AdwPreferencesGroup *gender;
  AdwPreferencesGroup *faculty;
  AdwPreferencesGroup *path;
  GPtrArray *rows[3];
};

G_DEFINE_FINAL_TYPE (CeciSelectionView, ceci_selection_view, CECI_TYPE_VIEW)

static gpointer
ceci_selection_view_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_application_repository_list (database, subject, error);
}

static const char *
gender_of (CeciApplication *application)
{
  CeciGender gender = ceci_application_get_gender (application);

  return gender == CECI_GENDER_NONE ? _ ("Not said") : ceci_enum_get_label (CECI_TYPE_GENDER, (int) gender);
}

static const char *
or_not_said (const char *text)
{
  return text != NULL && *text != '\0' ? text : _ ("Not said");
}

static void
ceci_selection_view_show (CeciView *view, gpointer result)
{
  CeciSelectionView *self = CECI_SELECTION_VIEW (view);
  guint n = g_list_model_get_n_items (result);
  guint n_selected = 0;
  AdwPreferencesGroup *groups[] = {self->gender, self->faculty, self->path};
  CeciShares *tallies[] = {ceci_shares_new (), ceci_shares_new (), ceci_shares_new ()};
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;

  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciApplication) application = g_list_model_get_item (result, i);
    gboolean selected = ceci_application_get_state (application) == CECI_APPLICATION_STATE_SELECTED;

    n_selected += selected;
    ceci_shares_add (tallies[0], gender_of (application), selected);
    ceci_shares_add (tallies[1], or_not_said (ceci_application_get_faculty_name (application)), selected);
    ceci_shares_add (tallies[2], or_not_said (ceci_application_get_study_path (application)), selected);
  }
  for (guint i = 0; i < G_N_ELEMENTS (tallies); i++) {
    ceci_shares_show_compared (tallies[i], groups[i], &self->rows[i], _ ("Applicants"), _ ("Selected"));
    ceci_shares_free (tallies[i]);
  }
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u application", "%u applications", n), n);
  description = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u selected", "%u selected", n_selected), n_selected);
  adw_preferences_group_set_title (self->summary, title);
  adw_preferences_group_set_description (self->summary, description);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "composition" : "empty");
}

static void
ceci_selection_view_dispose (GObject *object)
{
  CeciSelectionView *self = CECI_SELECTION_VIEW (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    g_clear_pointer (&self->rows[i], g_ptr_array_unref);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_SELECTION_VIEW);
  G_OBJECT_CLASS (ceci_selection_view_parent_class)->dispose (object);
}

static void
ceci_selection_view_class_init (CeciSelectionViewClass *klass)
{
  static const char *const tables[] = {"application", "person", "faculty", NULL};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_selection_view_dispose;
  view_class->tables = tables;
  view_class->read = ceci_selection_view_read;
  view_class->free_result = g_object_unref;
  view_class->show = ceci_selection_view_show;

  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-selection-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionView, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionView, summary);
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionView, gender);
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionView, faculty);
  gtk_widget_class_bind_template_child (widget_class, CeciSelectionView, path);
}

static void
ceci_selection_view_init (CeciSelectionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
