// SPDX-License-Identifier: GPL-3.0-or-later
// A student's placement: organisation, supervisor, agreement and its signatures, the hour log. What it writes stands in
// ceci-placement-writes.c.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-hours-row.h"
#include "ceci-placement-view.h"
#include "ceci-placement-writes.h"
#include "core/model/ceci-hours-entry.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-signature.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-empty-page.h"
#include "widgets/ceci-figure-bar.h"
#include "widgets/ceci-hour-words.h"
#include "widgets/ceci-question.h"
#include "widgets/ceci-state-words.h"

#define MOST_ROWS 400

struct _CeciPlacementView {
  CeciView parent_instance;
  GtkStack *stack;
  AdwPreferencesGroup *placement;
  AdwPreferencesGroup *agreement;
  AdwPreferencesGroup *hours;
  CeciFigureBar *total;
  AdwEntryRow *entry;
  GtkLabel *complaint;
  GPtrArray *placement_rows;
  GPtrArray *agreement_rows;
  GPtrArray *hours_rows;
  CeciPlacementSheet *shown;
};

G_DEFINE_FINAL_TYPE (CeciPlacementView, ceci_placement_view, CECI_TYPE_VIEW)

static CeciStudent *
student_of (CeciPlacementView *self)
{
  return ceci_student_summary_get_student (self->shown->summary);
}

static gboolean
is_editable (CeciPlacementView *self)
{
  return !ceci_desk_is_read_only (ceci_view_get_desk (CECI_VIEW (self)));
}

// --- rows -------------------------------------------------------------------------------

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray **rows)
{
  for (guint i = 0; *rows != NULL && i < (*rows)->len; i++)
    adw_preferences_group_remove (group, (*rows)->pdata[i]);
  g_clear_pointer (rows, g_ptr_array_unref);
  *rows = g_ptr_array_new ();
}

static void
add_row (AdwPreferencesGroup *group, GPtrArray *rows, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
}

static void
add_property (CeciPlacementView *self, const char *title, const char *value)
{
  GtkWidget *row;

  if (value == NULL || *value == '\0')
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  add_row (self->placement, self->placement_rows, row);
}

static void
show_placement (CeciPlacementView *self, CeciPlacement *placement)
{
  g_autofree char *from = ceci_date_format_long (ceci_placement_get_starts_on (placement));
  const char *ends_on = ceci_placement_get_ends_on (placement);
  g_autofree char *until = ends_on != NULL ? ceci_date_format_long (ends_on) : NULL;
  // Translators: two dates
  g_autofree char *period =
      until != NULL ? g_strdup_printf (_ ("from %s to %s"), from, until) : g_strdup_printf (_ ("from %s"), from);
  g_autofree char *planned = ceci_duration_format (ceci_placement_get_planned_minutes (placement));
  gboolean collective = ceci_placement_get_supervisor_kind (placement) == CECI_SUPERVISOR_KIND_COLLECTIVE;
  const char *name = ceci_placement_get_supervisor_name (placement);
  g_autofree char *supervisor =
      name != NULL && collective ? g_strdup_printf (_ ("%s, for the committee as a whole"), name) : g_strdup (name);
  g_autofree char *organisation = g_strdup_printf (
      "%s · %s", ceci_placement_get_organisation_name (placement),
      ceci_enum_get_label (CECI_TYPE_ORGANISATION_KIND, (int) ceci_placement_get_organisation_kind (placement)));

  clear_rows (self->placement, &self->placement_rows);
  add_property (self, _ ("Organisation"), organisation);
  add_property (self, _ ("Role"), ceci_placement_get_function (placement));
  add_property (self, _ ("Assignment"), ceci_placement_get_mission (placement));
  add_property (self, _ ("Period"), period);
  add_property (self, _ ("Planned"), planned);
  add_property (self, _ ("Supervisor"), supervisor);
  add_property (self, _ ("Supervisor’s e-mail"), ceci_placement_get_supervisor_email (placement));
  add_property (self, _ ("Closed because"), ceci_placement_get_closed_reason (placement));
}

// --- the agreement --------------------------------------------------------------------------

static void
on_signature_given (const char *const *answers, gpointer user_data)
{
  GtkWidget *button = user_data;
  CeciPlacementView *self = CECI_PLACEMENT_VIEW (gtk_widget_get_ancestor (button, CECI_TYPE_PLACEMENT_VIEW));
  CeciParty party = (CeciParty) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "party"));
  CeciDesk *desk = self != NULL ? ceci_view_get_desk (CECI_VIEW (self)) : NULL;
  g_autofree char *date = desk != NULL ? ceci_date_parse_human (answers[1], ceci_desk_get_today (desk)) : NULL;
  g_autoptr (CeciPlacement) current = NULL;

  if (desk == NULL || self->shown == NULL)
    return;
  if (date == NULL) {
    ceci_desk_notice (desk, _ ("This is not a date: write it as 12/03/2026."));
    return;
  }
  current = ceci_placement_sheet_current (self->shown);
  ceci_placement_write_signature (CECI_VIEW (self), student_of (self), current, party, answers[0], date);
}

static char *
usual_signatory (CeciPlacementView *self, CeciParty party)
{
  g_autoptr (CeciPlacement) current = ceci_placement_sheet_current (self->shown);

  switch (party) {
  case CECI_PARTY_STUDENT:
    return g_strdup (ceci_student_get_display_name (student_of (self)));
  case CECI_PARTY_ORGANISATION:
    return g_strdup (ceci_placement_get_supervisor_name (current));
  case CECI_PARTY_UNIVERSITY:
  default:
    return g_strdup (g_get_real_name ());
  }
}

static void
on_sign (CeciPlacementView *self, GtkWidget *button)
{
  CeciParty party = (CeciParty) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "party"));
  g_autofree char *signatory = usual_signatory (self, party);
  const char *today = ceci_desk_get_today (ceci_view_get_desk (CECI_VIEW (self))); // as a date is read in any language
  const CeciQuestionLine lines[] = {{_ ("Signatory"), signatory, FALSE}, {_ ("Signed on"), today, FALSE}};
  // Translators: %s is a party: the student, the organisation, the university
  g_autofree char *heading =
      g_strdup_printf (_ ("Signature of the agreement: %s"), ceci_enum_get_label (CECI_TYPE_PARTY, (int) party));

  ceci_question_ask (button, heading, NULL, _ ("_Record"), lines, G_N_ELEMENTS (lines), on_signature_given,
                     g_object_ref (button), g_object_unref);
}

static CeciSignature *
signature_of (GListModel *signatures, CeciParty party)
{
  for (guint i = 0; signatures != NULL && i < g_list_model_get_n_items (signatures); i++) {
    g_autoptr (CeciSignature) signature = g_list_model_get_item (signatures, i);

    if (ceci_signature_get_party (signature) == party)
      return g_steal_pointer (&signature);
  }
  return NULL;
}

static void
add_signature_row (CeciPlacementView *self, CeciParty party)
{
  g_autoptr (CeciSignature) signature = signature_of (self->shown->signatures, party);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ceci_enum_get_label (CECI_TYPE_PARTY, (int) party));
  if (signature != NULL) {
    g_autofree char *date = ceci_date_format_long (ceci_signature_get_signed_on (signature));
    // Translators: who, a date
    g_autofree char *text = g_strdup_printf (_ ("%s, %s"), ceci_signature_get_signatory (signature), date);
    GtkWidget *pill = ceci_state_pill_new ();

    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
    ceci_state_pill_set_state (CECI_STATE_PILL (pill), CECI_TONE_SUCCESS, "object-select-symbolic", _ ("Signed"));
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  } else if (is_editable (self)) {
    GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Record the _signature…"));

    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    g_object_set_data (G_OBJECT (button), "party", GINT_TO_POINTER ((int) party));
    g_signal_connect_object (button, "clicked", G_CALLBACK (on_sign), self, G_CONNECT_SWAPPED);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  }
  add_row (self->agreement, self->agreement_rows, row);
}

static void
show_agreement (CeciPlacementView *self)
{
  clear_rows (self->agreement, &self->agreement_rows);
  for (int party = CECI_PARTY_STUDENT; party <= CECI_PARTY_UNIVERSITY; party++)
    add_signature_row (self, (CeciParty) party);
}

// --- hours ------------------------------------------------------------------------------------

static void
complain (CeciPlacementView *self, const char *message)
{
  gtk_label_set_label (self->complaint, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), message != NULL);
  if (message != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
on_apply (CeciPlacementView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  g_autoptr (CeciHoursReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  if (self->shown == NULL || *text == '\0')
    return;
  reading = ceci_hours_reading_new (text, ceci_desk_get_today (desk), NULL, 0, &error);
  if (reading == NULL) {
    complain (self, error->message);
    return;
  }
  complain (self, NULL);
  ceci_placement_write_hours (CECI_VIEW (self), student_of (self), reading->minutes, reading->worked_on,
                              reading->description);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
show_hours (CeciPlacementView *self)
{
  gint64 counted = ceci_student_summary_get_counted_minutes (self->shown->summary);
  gint64 required = ceci_student_summary_get_required_minutes (self->shown->summary);
  g_autofree char *text = ceci_words_hours_of (counted, required);

  ceci_figure_bar_set_figures (self->total, (double) counted, (double) required, text);
  clear_rows (self->hours, &self->hours_rows);
  for (guint i = 0; i < self->shown->hours->len && i < MOST_ROWS; i++)
    add_row (self->hours, self->hours_rows, ceci_hours_row_new (self->shown->hours->pdata[i], is_editable (self)));
}

static CeciCountedHours *
find_hours (CeciPlacementView *self, const char *id)
{
  for (guint i = 0; self->shown != NULL && i < self->shown->hours->len; i++) {
    CeciCountedHours *counted = self->shown->hours->pdata[i];

    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (counted->hours)), id) == 0)
      return counted;
  }
  return NULL;
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciPlacementView *self = CECI_PLACEMENT_VIEW (widget);
  CeciCountedHours *counted = find_hours (self, g_variant_get_string (parameter, NULL));

  if (counted != NULL)
    ceci_placement_remove_hours (CECI_VIEW (self), student_of (self), counted->hours);
}

static void
on_refusal_given (const char *const *answers, gpointer user_data)
{
  GtkWidget *view = user_data;
  CeciPlacementView *self = CECI_PLACEMENT_VIEW (view);
  CeciCountedHours *counted = find_hours (self, g_object_get_data (G_OBJECT (view), "refused"));

  if (counted != NULL)
    ceci_placement_write_hours_state (CECI_VIEW (self), student_of (self), counted->hours, CECI_HOURS_STATE_REFUSED,
                                      answers[0]);
}

static void
set_state_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciPlacementView *self = CECI_PLACEMENT_VIEW (widget);
  const CeciQuestionLine line = {_ ("Reason"), NULL, FALSE};
  const char *id = NULL;
  int state = 0;
  CeciCountedHours *counted;

  g_variant_get (parameter, "(&si)", &id, &state);
  counted = find_hours (self, id);
  if (counted == NULL)
    return;
  if (state != CECI_HOURS_STATE_REFUSED) {
    ceci_placement_write_hours_state (CECI_VIEW (self), student_of (self), counted->hours, (CeciHoursState) state,
                                      NULL);
    return;
  }
  g_object_set_data_full (G_OBJECT (self), "refused", g_strdup (id), g_free);
  ceci_question_ask (widget, _ ("Why are these hours refused?"), NULL, _ ("_Refuse"), &line, 1, on_refusal_given,
                     g_object_ref (self), g_object_unref);
}

// --- the view -----------------------------------------------------------------------------------

static gpointer
ceci_placement_view_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_placement_sheet_read (database, subject, today, error);
}

static void
ceci_placement_view_show (CeciView *view, gpointer result)
{
  CeciPlacementView *self = CECI_PLACEMENT_VIEW (view);
  g_autoptr (CeciPlacement) current = ceci_placement_sheet_current (result);

  g_clear_pointer (&self->shown, ceci_placement_sheet_unref);
  self->shown = ceci_placement_sheet_ref (result);
  gtk_stack_set_visible_child_name (self->stack, current != NULL ? "placement" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->entry), is_editable (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), TRUE);
  if (current == NULL)
    return;
  show_placement (self, current);
  show_agreement (self);
  show_hours (self);
}

static void
ceci_placement_view_dispose (GObject *object)
{
  CeciPlacementView *self = CECI_PLACEMENT_VIEW (object);

  g_clear_pointer (&self->shown, ceci_placement_sheet_unref);
  g_clear_pointer (&self->placement_rows, g_ptr_array_unref);
  g_clear_pointer (&self->agreement_rows, g_ptr_array_unref);
  g_clear_pointer (&self->hours_rows, g_ptr_array_unref);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_PLACEMENT_VIEW);
  G_OBJECT_CLASS (ceci_placement_view_parent_class)->dispose (object);
}

static void
ceci_placement_view_class_init (CeciPlacementViewClass *klass)
{
  static const char *const tables[] = {"placement", "organisation", "agreement", "signature", "hours",
                                       "student",   "person",       "extension", NULL};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_placement_view_dispose;
  view_class->tables = tables;
  view_class->read = ceci_placement_view_read;
  view_class->free_result = (GDestroyNotify) ceci_placement_sheet_unref;
  view_class->show = ceci_placement_view_show;

  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  g_type_ensure (CECI_TYPE_FIGURE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/placements/ceci-placement-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciPlacementView, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciPlacementView, placement);
  gtk_widget_class_bind_template_child (widget_class, CeciPlacementView, agreement);
  gtk_widget_class_bind_template_child (widget_class, CeciPlacementView, hours);
  gtk_widget_class_bind_template_child (widget_class, CeciPlacementView, total);
  gtk_widget_class_bind_template_child (widget_class, CeciPlacementView, entry);
  gtk_widget_class_bind_template_child (widget_class, CeciPlacementView, complaint);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_install_action (widget_class, "hours.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "hours.set-state", "(si)", set_state_action);
}

static void
ceci_placement_view_init (CeciPlacementView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ceci_placement_view_enter_hours (CeciPlacementView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
