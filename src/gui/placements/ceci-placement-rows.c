// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that say what a placement is, and which ones came before it.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

#include "ceci-placement-rows.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-supervisor-member.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-state-words.h"

void
ceci_row_group_clear (CeciRowGroup *self)
{
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_ptr_array_new ();
}

void
ceci_row_group_add (CeciRowGroup *self, GtkWidget *row)
{
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

GtkWidget *
ceci_row_button_new (const char *icon, const char *tooltip, const char *action, const char *format, ...)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  va_list arguments;

  if (format != NULL) {
    va_start (arguments, format);
    gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_va (format, NULL, &arguments));
    va_end (arguments);
  }
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
add_property (CeciRowGroup *self, const char *title, const char *value)
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
  ceci_row_group_add (self, row);
}

static char *
describe_period (CeciPlacement *placement)
{
  const char *end = ceci_placement_get_closed_on (placement) != NULL ? ceci_placement_get_closed_on (placement)
                                                                     : ceci_placement_get_ends_on (placement);
  g_autofree char *from = ceci_date_format_long (ceci_placement_get_starts_on (placement));
  g_autofree char *until = end != NULL ? ceci_date_format_long (end) : NULL;

  // Translators: two dates
  return until != NULL ? g_strdup_printf (_ ("from %s to %s"), from, until) : g_strdup_printf (_ ("from %s"), from);
}

static char *
describe_supervisor (CeciPlacementSheet *sheet, CeciPlacement *placement)
{
  const char *name = ceci_placement_get_supervisor_name (placement);
  g_autoptr (GString) text = NULL;

  if (ceci_placement_get_supervisor_kind (placement) == CECI_SUPERVISOR_KIND_INDIVIDUAL)
    return g_strdup (name);
  text = g_string_new (_ ("The committee as a whole"));
  for (guint i = 0; sheet->members != NULL && i < g_list_model_get_n_items (sheet->members); i++) {
    g_autoptr (CeciSupervisorMember) member = g_list_model_get_item (sheet->members, i);

    g_string_append_printf (text, "%s%s", i == 0 ? "\n" : ", ", ceci_supervisor_member_get_name (member));
    if (ceci_supervisor_member_get_role (member) != NULL)
      g_string_append_printf (text, " (%s)", ceci_supervisor_member_get_role (member));
  }
  if (name != NULL) {
    g_string_append_c (text, '\n');
    // Translators: %s is the person to write to in a committee
    g_string_append_printf (text, _ ("Contact: %s"), name);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_verdict (CeciRowGroup *self, CeciPlacementSheet *sheet)
{
  GtkWidget *row, *pill;

  if (sheet->supervisor_reason == NULL || sheet->supervisor == CECI_FINDING_OK)
    return;
  row = adw_action_row_new ();
  pill = ceci_state_pill_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sheet->supervisor_reason);
  ceci_words_show_finding_state (CECI_STATE_PILL (pill), sheet->supervisor, sheet->supervisor_rule);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  ceci_row_group_add (self, row);
}

/**
 * ceci_placement_rows_show:
 * @self: where
 * @sheet: what is shown; it has a current placement
 */
void
ceci_placement_rows_show (CeciRowGroup *self, CeciPlacementSheet *sheet)
{
  g_autoptr (CeciPlacement) placement = ceci_placement_sheet_current (sheet);
  g_autofree char *period = describe_period (placement);
  g_autofree char *planned = ceci_duration_format (ceci_placement_get_planned_minutes (placement));
  g_autofree char *supervisor = describe_supervisor (sheet, placement);
  g_autofree char *organisation = g_strdup_printf (
      "%s · %s · %s", ceci_placement_get_organisation_name (placement),
      ceci_enum_get_label (CECI_TYPE_ORGANISATION_KIND, (int) ceci_placement_get_organisation_kind (placement)),
      ceci_placement_get_legal_form (placement) != CECI_LEGAL_FORM_UNKNOWN
          ? ceci_enum_get_label (CECI_TYPE_LEGAL_FORM, (int) ceci_placement_get_legal_form (placement))
          : _ ("legal form not known"));

  ceci_row_group_clear (self);
  add_property (self, _ ("Organisation"), organisation);
  add_property (self, _ ("Role"), ceci_placement_get_function (placement));
  add_property (self, _ ("Assignment"), ceci_placement_get_mission (placement));
  add_property (self, _ ("Feasibility"), ceci_placement_get_feasibility (placement));
  add_property (self, _ ("Eligible because"), ceci_placement_get_eligibility_reason (placement));
  add_property (self, _ ("Period"), period);
  add_property (self, _ ("Planned"), planned);
  add_property (self, _ ("Supervisor"), supervisor);
  add_property (self, _ ("Supervisor’s e-mail"), ceci_placement_get_supervisor_email (placement));
  add_verdict (self, sheet);
  add_property (self, _ ("Closed because"), ceci_placement_get_closed_reason (placement));
}

static gint64
minutes_at (CeciPlacementSheet *sheet, const char *placement_id, CeciCount count)
{
  gint64 minutes = 0;

  for (guint i = 0; i < sheet->hours->len; i++) {
    const CeciCountedHours *counted = sheet->hours->pdata[i];

    if (counted->count == count && g_strcmp0 (ceci_hours_get_placement_id (counted->hours), placement_id) == 0)
      minutes += ceci_hours_get_minutes (counted->hours);
  }
  return minutes;
}

static GtkWidget *
earlier_row_new (CeciPlacementSheet *sheet, CeciPlacement *placement)
{
  const char *id = ceci_record_get_id (CECI_RECORD (placement));
  g_autofree char *period = describe_period (placement);
  g_autofree char *counted = ceci_duration_format (minutes_at (sheet, id, CECI_COUNT_YES));
  g_autofree char *waiting = ceci_duration_format (minutes_at (sheet, id, CECI_COUNT_WAITING));
  const char *reason = ceci_placement_get_closed_reason (placement);
  g_autoptr (GString) subtitle = g_string_new (period);
  GtkWidget *row = adw_action_row_new ();
  // Translators: a duration
  g_autofree char *text = g_strdup_printf (_ ("%s counted"), counted);
  GtkWidget *figure = gtk_label_new (text);

  if (reason != NULL)
    g_string_append_printf (subtitle, " · %s", reason);
  if (minutes_at (sheet, id, CECI_COUNT_WAITING) > 0) {
    g_string_append (subtitle, " · ");
    // Translators: a duration
    g_string_append_printf (subtitle, _ ("%s waiting"), waiting);
  }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ceci_placement_get_organisation_name (placement));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle->str);
  gtk_widget_add_css_class (figure, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), figure);
  return row;
}

/**
 * ceci_placement_rows_show_earlier:
 * @self: where; it is hidden when there is none
 * @sheet: what is shown
 */
void
ceci_placement_rows_show_earlier (CeciRowGroup *self, CeciPlacementSheet *sheet)
{
  g_autoptr (CeciPlacement) current = ceci_placement_sheet_current (sheet);

  ceci_row_group_clear (self);
  for (guint i = g_list_model_get_n_items (sheet->placements); i-- > 0;) {
    g_autoptr (CeciPlacement) placement = g_list_model_get_item (sheet->placements, i);

    if (placement != current)
      ceci_row_group_add (self, earlier_row_new (sheet, placement));
  }
  gtk_widget_set_visible (GTK_WIDGET (self->group), self->rows->len > 0);
}
