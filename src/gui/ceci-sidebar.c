// SPDX-License-Identifier: GPL-3.0-or-later
// The places of a register at the side of the window. A row's name is the place it goes to; win.go-to does the going.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "attention/ceci-attention.h"
#include "ceci-sidebar.h"
#include "cohorts/ceci-cohort-row.h"
#include "core/model/ceci-cohort-repository.h"

struct _CeciSidebar {
  CeciView parent_instance;
  GtkListBox *places;
  GtkListBoxRow *attention;
  GtkLabel *badge;
  char *selected; // the place, which may stand for a row that is not read yet
  CeciAttention *counted;
};

G_DEFINE_FINAL_TYPE (CeciSidebar, ceci_sidebar, CECI_TYPE_VIEW)

#define FIRST_COHORT 1 // the row after «To do»

static void
on_activated (CeciSidebar *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
add_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  gboolean cohort = CECI_IS_COHORT_ROW (row);
  const char *text = NULL;
  GtkWidget *label;

  if (cohort && !CECI_IS_COHORT_ROW (before))
    text = _ ("Intakes");
  else if (!cohort && before != NULL && (CECI_IS_COHORT_ROW (before) || gtk_list_box_row_get_index (before) == 0))
    text = _ ("Office");
  if (text == NULL) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "sidebar-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
show_count (CeciSidebar *self)
{
  guint n = self->counted != NULL ? ceci_attention_get_count (self->counted) : 0;
  g_autofree char *text = g_strdup_printf ("%u", n);
  g_autofree char *spoken =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "To do, %u finding", "To do, %u findings", n), n);

  gtk_widget_set_visible (GTK_WIDGET (self->badge), n > 0);
  gtk_label_set_label (self->badge, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->attention), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  n > 0 ? spoken : _ ("To do"), -1);
}

static void
count_on (CeciSidebar *self, CeciAttention *attention)
{
  if (self->counted != NULL)
    g_signal_handlers_disconnect_by_func (self->counted, show_count, self);
  g_set_object (&self->counted, attention);
  if (attention != NULL)
    g_signal_connect_swapped (attention, "notify::count", G_CALLBACK (show_count), self);
  show_count (self);
}

static gpointer
ceci_sidebar_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_cohort_repository_list (database, error);
}

static guint
count_cohort_rows (CeciSidebar *self)
{
  guint n = 0;

  while (CECI_IS_COHORT_ROW (gtk_list_box_get_row_at_index (self->places, (int) (FIRST_COHORT + n))))
    n++;
  return n;
}

static void
ceci_sidebar_show (CeciView *view, gpointer result)
{
  CeciSidebar *self = CECI_SIDEBAR (view);
  guint n = g_list_model_get_n_items (result);
  guint shown = count_cohort_rows (self);

  for (; shown > n; shown--)
    gtk_list_box_remove (self->places, GTK_WIDGET (gtk_list_box_get_row_at_index (self->places, (int) shown)));
  for (; shown < n; shown++)
    gtk_list_box_insert (self->places, ceci_cohort_row_new (), (int) (FIRST_COHORT + shown));
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciCohort) cohort = g_list_model_get_item (result, i);
    GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->places, (int) (FIRST_COHORT + i));
    g_autofree char *place = g_strconcat ("cohort:", ceci_record_get_id (CECI_RECORD (cohort)), NULL);

    gtk_widget_set_name (GTK_WIDGET (row), place);
    ceci_cohort_row_show (CECI_COHORT_ROW (row), cohort);
  }
  gtk_list_box_invalidate_headers (self->places);
  if (self->selected != NULL) {
    g_autofree char *place = g_strdup (self->selected);
    ceci_sidebar_select (self, place);
  }
  count_on (self, ceci_desk_get_attention (ceci_view_get_desk (view)));
}

static void
ceci_sidebar_dispose (GObject *object)
{
  CeciSidebar *self = CECI_SIDEBAR (object);

  if (self->places != NULL)
    count_on (self, NULL);
  g_clear_pointer (&self->selected, g_free);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_SIDEBAR);
  G_OBJECT_CLASS (ceci_sidebar_parent_class)->dispose (object);
}

static void
ceci_sidebar_class_init (CeciSidebarClass *klass)
{
  static const char *const tables[] = {"cohort", "application", "student", NULL};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_sidebar_dispose;
  view_class->tables = tables;
  view_class->read = ceci_sidebar_read;
  view_class->free_result = g_object_unref;
  view_class->show = ceci_sidebar_show;

  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/ceci-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciSidebar, places);
  gtk_widget_class_bind_template_child (widget_class, CeciSidebar, attention);
  gtk_widget_class_bind_template_child (widget_class, CeciSidebar, badge);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
ceci_sidebar_init (CeciSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->places, add_header, NULL, NULL);
}

/**
 * ceci_sidebar_select:
 * @self: the sidebar
 * @place: see [method@Window.go_to]
 *
 * Marks a place as the one shown, without going there.
 */
void
ceci_sidebar_select (CeciSidebar *self, const char *place)
{
  GtkListBoxRow *row;

  g_set_str (&self->selected, place);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->places, i)) != NULL; i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), place)) {
      gtk_list_box_select_row (self->places, row);
      return;
    }
  gtk_list_box_unselect_all (self->places);
}

const char *
ceci_sidebar_get_newest_cohort (CeciSidebar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->places, FIRST_COHORT);

  return CECI_IS_COHORT_ROW (row) ? gtk_widget_get_name (GTK_WIDGET (row)) : NULL;
}
