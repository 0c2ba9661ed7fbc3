// SPDX-License-Identifier: GPL-3.0-or-later
// A student's placement: organisation, supervisor, agreement and its signatures, the hour log, the follow-up grid. What
// its buttons do stands in ceci-placement-actions.c, -papers.c and -scans.c; what it writes in -writes.c.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-placement-private.h"
#include "widgets/ceci-empty-page.h"

G_DEFINE_FINAL_TYPE (CeciPlacementView, ceci_placement_view, CECI_TYPE_VIEW)

enum { PROP_LANGUAGE = 1, N_PROPS };

static GParamSpec *properties[N_PROPS];

static gpointer
ceci_placement_view_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_placement_sheet_read (database, subject, today, error);
}

// What can't be done to a placement that is closed, or in a register that is only read.
static void
enable_actions (CeciPlacementView *self, CeciPlacement *current, gboolean editable)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = current != NULL && ceci_placement_get_closed_on (current) == NULL;

  gtk_widget_action_set_enabled (widget, "placement.add", editable);
  gtk_widget_action_set_enabled (widget, "placement.edit", editable && current != NULL);
  gtk_widget_action_set_enabled (widget, "placement.change", editable && open);
  gtk_widget_action_set_enabled (widget, "placement.close", editable && open);
  gtk_widget_action_set_enabled (widget, "agreement.draw", editable && self->shown->papers->len == 0);
  gtk_widget_action_set_enabled (widget, "agreement.amend", editable && self->shown->papers->len > 0);
  gtk_widget_action_set_enabled (widget, "hours.import-sheet", editable && current != NULL);
  gtk_widget_set_visible (self->placement_buttons, editable);
  gtk_widget_set_visible (self->add_grid, editable);
}

static void
ceci_placement_view_show (CeciView *view, gpointer result)
{
  CeciPlacementView *self = CECI_PLACEMENT_VIEW (view);
  CeciDesk *desk = ceci_view_get_desk (view);
  gboolean editable = !ceci_desk_is_read_only (desk);
  g_autoptr (CeciPlacement) current = ceci_placement_sheet_current (result);
  gboolean first = self->shown == NULL;

  g_clear_pointer (&self->shown, ceci_placement_sheet_unref);
  self->shown = ceci_placement_sheet_ref (result);
  if (first)
    g_object_set (self, "language", ceci_student_get_language (ceci_placement_sheet_get_student (self->shown)), NULL);
  gtk_stack_set_visible_child_name (self->stack, current != NULL ? "placement" : "empty");
  enable_actions (self, current, editable);
  if (current == NULL)
    return;
  ceci_placement_rows_show (&self->placement, self->shown);
  ceci_placement_rows_show_earlier (&self->earlier, self->shown);
  ceci_agreement_rows_show (&self->agreement, self->shown, editable);
  ceci_hours_log_show (self->log, desk, self->shown);
  ceci_grid_rows_show (&self->grids, self->shown, editable);
}

static void
ceci_placement_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LANGUAGE)
    g_value_set_string (value, CECI_PLACEMENT_VIEW (object)->language);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ceci_placement_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CeciPlacementView *self = CECI_PLACEMENT_VIEW (object);

  if (id != PROP_LANGUAGE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (g_set_str (&self->language, g_strcmp0 (g_value_get_string (value), "en") == 0 ? "en" : "fr"))
    g_object_notify_by_pspec (object, pspec);
}

static void
ceci_placement_view_dispose (GObject *object)
{
  CeciPlacementView *self = CECI_PLACEMENT_VIEW (object);
  CeciRowGroup *const groups[] = {&self->placement, &self->earlier, &self->agreement, &self->grids};

  g_clear_pointer (&self->shown, ceci_placement_sheet_unref);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_clear_pointer (&groups[i]->rows, g_ptr_array_unref);
  g_clear_pointer (&self->language, g_free);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_PLACEMENT_VIEW);
  G_OBJECT_CLASS (ceci_placement_view_parent_class)->dispose (object);
}

#define BIND_GROUP(name)                                                                                               \
  gtk_widget_class_bind_template_child_full (widget_class, #name, FALSE,                                               \
                                             G_STRUCT_OFFSET (CeciPlacementView, name.group))

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CeciPlacementView, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciPlacementView, placement_buttons);
  gtk_widget_class_bind_template_child (widget_class, CeciPlacementView, add_grid);
  gtk_widget_class_bind_template_child (widget_class, CeciPlacementView, log);
  BIND_GROUP (placement);
  BIND_GROUP (earlier);
  BIND_GROUP (agreement);
  BIND_GROUP (grids);
}

static void
ceci_placement_view_class_init (CeciPlacementViewClass *klass)
{
  static const char *const tables[] = {
      "placement", "organisation",   "agreement",        "signature",         "hours",
      "student",   "person",         "extension",        "supervisor_member", "mandate",
      "document",  "follow_up_grid", "follow_up_rating", "interruption",      NULL};
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  object_class->dispose = ceci_placement_view_dispose;
  object_class->get_property = ceci_placement_view_get_property;
  object_class->set_property = ceci_placement_view_set_property;
  view_class->tables = tables;
  view_class->read = ceci_placement_view_read;
  view_class->free_result = (GDestroyNotify) ceci_placement_sheet_unref;
  view_class->show = ceci_placement_view_show;

  /**
   * CeciPlacementView:language:
   *
   * In which language papers are drawn: `fr` or `en`; at first the student's own.
   */
  properties[PROP_LANGUAGE] = g_param_spec_string (
      "language", NULL, NULL, "fr", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  g_type_ensure (CECI_TYPE_HOURS_LOG);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/placements/ceci-placement-view.ui");
  bind_children (widget_class);
  gtk_widget_class_install_property_action (widget_class, "paper.language", "language");
  ceci_placement_install_actions (widget_class);
  ceci_placement_install_papers (widget_class);
  ceci_placement_install_scans (widget_class);
  ceci_placement_install_sheets (widget_class);
}

static void
ceci_placement_view_init (CeciPlacementView *self)
{
  self->language = g_strdup ("fr");
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ceci_placement_view_enter_hours (CeciPlacementView *self)
{
  ceci_hours_log_enter (self->log);
}
