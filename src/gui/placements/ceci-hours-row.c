// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of the hour log as a row: day, duration, what for, whether it counts and why not, its state. Whether it
// counts comes first: an entry that the office accepted may still not count. What its menu does stands in the log.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-hours-row.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-state-pill.h"

struct _CeciHoursRow {
  AdwActionRow parent_instance;
  CeciHours *hours;
  GtkCheckButton *mark;
};

G_DEFINE_FINAL_TYPE (CeciHoursRow, ceci_hours_row, ADW_TYPE_ACTION_ROW)

enum { PROP_MARKED = 1, N_PROPS };

static GParamSpec *properties[N_PROPS];

static GMenuModel *
menu_for (const char *id, CeciHoursState state)
{
  static const struct {
    CeciHoursState state;
    const char *label;
  } changes[] = {
      {CECI_HOURS_STATE_CLAIMED, N_ ("Back to _claimed")},
      {CECI_HOURS_STATE_CONFIRMED, N_ ("_Confirmed by the supervisor…")},
      {CECI_HOURS_STATE_ACCEPTED, N_ ("_Accept")},
      {CECI_HOURS_STATE_REFUSED, N_ ("_Refuse…")},
  };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) edition = g_menu_new ();
  g_autoptr (GMenu) states = g_menu_new ();
  g_autoptr (GMenu) removal = g_menu_new ();
  g_autoptr (GMenuItem) edit = g_menu_item_new (_ ("_Edit"), NULL);
  g_autoptr (GMenuItem) remove = g_menu_item_new (_ ("Re_move"), NULL);

  g_menu_item_set_action_and_target (edit, "hours.edit", "s", id);
  g_menu_append_item (edition, edit);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (_ (changes[i].label), NULL);

    if (changes[i].state == state)
      continue;
    g_menu_item_set_action_and_target (item, "hours.set-state", "(si)", id, (int) changes[i].state);
    g_menu_append_item (states, item);
  }
  g_menu_item_set_action_and_target (remove, "hours.remove", "s", id);
  g_menu_append_item (removal, remove);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edition));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (states));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (removal));
  return G_MENU_MODEL (menu);
}

static void
add_menu (CeciHoursRow *self)
{
  g_autoptr (GMenuModel) menu =
      menu_for (ceci_record_get_id (CECI_RECORD (self->hours)), ceci_hours_get_state (self->hours));
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, _ ("What to do with these hours"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

static void
show_count (CeciStatePill *pill, CeciCount count)
{
  switch (count) {
  case CECI_COUNT_YES:
    ceci_state_pill_set_state (pill, CECI_TONE_SUCCESS, "object-select-symbolic", C_ ("hours", "Counted"));
    return;
  case CECI_COUNT_WAITING:
    ceci_state_pill_set_state (pill, CECI_TONE_WARNING, "content-loading-symbolic", C_ ("hours", "Waiting"));
    return;
  case CECI_COUNT_NO:
  default:
    ceci_state_pill_set_state (pill, CECI_TONE_ERROR, "process-stop-symbolic", C_ ("hours", "Not counted"));
  }
}

// «Stand · Confirmed by Léa Dubois on 12/03/2026 · Dated before the enrolment on …»
static char *
describe (CeciHours *hours, const char *reason)
{
  const char *description = ceci_hours_get_description (hours);
  const char *refusal = ceci_hours_get_state_reason (hours);
  g_autoptr (GString) text = g_string_new (description);
  g_autofree char *day =
      ceci_hours_get_confirmed_on (hours) != NULL ? ceci_date_format_short (ceci_hours_get_confirmed_on (hours)) : NULL;

  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                          ceci_enum_get_label (CECI_TYPE_HOURS_STATE, (int) ceci_hours_get_state (hours)));
  if (ceci_hours_get_confirmed_by (hours) != NULL && day != NULL) {
    g_string_append (text, " · ");
    // Translators: a supervisor's name, a date
    g_string_append_printf (text, _ ("confirmed by %s on %s"), ceci_hours_get_confirmed_by (hours), day);
  }
  if (refusal != NULL)
    g_string_append_printf (text, " · %s", refusal);
  else if (reason != NULL)
    g_string_append_printf (text, " · %s", reason);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
on_marked (CeciHoursRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARKED]);
}

static void
add_mark (CeciHoursRow *self, const char *date)
{
  g_autofree char *label = NULL;

  self->mark = GTK_CHECK_BUTTON (gtk_check_button_new ());
  // Translators: a checkbox beside an entry of the hour log; %s is its day
  label = g_strdup_printf (_ ("Mark the hours of %s"), date);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (GTK_WIDGET (self->mark), GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->mark, "toggled", G_CALLBACK (on_marked), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->mark));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->mark));
  // the row would give it its title alone
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
ceci_hours_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MARKED)
    g_value_set_boolean (value, ceci_hours_row_get_marked (CECI_HOURS_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ceci_hours_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MARKED)
    ceci_hours_row_set_marked (CECI_HOURS_ROW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ceci_hours_row_dispose (GObject *object)
{
  CeciHoursRow *self = CECI_HOURS_ROW (object);

  self->mark = NULL;
  g_clear_object (&self->hours);
  G_OBJECT_CLASS (ceci_hours_row_parent_class)->dispose (object);
}

static void
ceci_hours_row_class_init (CeciHoursRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ceci_hours_row_get_property;
  object_class->set_property = ceci_hours_row_set_property;
  object_class->dispose = ceci_hours_row_dispose;
  /**
   * CeciHoursRow:marked:
   *
   * Whether what is done to many is done to this one too.
   */
  properties[PROP_MARKED] = g_param_spec_boolean ("marked", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ceci_hours_row_init (CeciHoursRow *self)
{
}

/**
 * ceci_hours_row_new:
 * @counted: the entry
 * @editable: whether it can be changed
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
ceci_hours_row_new (const CeciCountedHours *counted, gboolean editable)
{
  CeciHoursRow *self = g_object_new (CECI_TYPE_HOURS_ROW, NULL);
  g_autofree char *date = ceci_date_format_day (ceci_hours_get_worked_on (counted->hours));
  g_autofree char *duration = ceci_duration_format (ceci_hours_get_minutes (counted->hours));
  g_autofree char *subtitle = describe (counted->hours, counted->count != CECI_COUNT_YES ? counted->reason : NULL);
  GtkWidget *length = gtk_label_new (duration);
  GtkWidget *pill = ceci_state_pill_new ();

  self->hours = g_object_ref (counted->hours);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), date);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_widget_add_css_class (length, "numeric");
  if (counted->count == CECI_COUNT_NO)
    gtk_widget_add_css_class (length, "not-counted");
  show_count (CECI_STATE_PILL (pill), counted->count);
  gtk_widget_set_tooltip_text (pill, counted->reason);
  if (editable)
    add_mark (self, date);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), pill);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), length);
  if (editable)
    add_menu (self);
  return GTK_WIDGET (self);
}

CeciHours *
ceci_hours_row_get_hours (CeciHoursRow *self)
{
  return self->hours;
}

gboolean
ceci_hours_row_get_marked (CeciHoursRow *self)
{
  return self->mark != NULL && gtk_check_button_get_active (self->mark);
}

void
ceci_hours_row_set_marked (CeciHoursRow *self, gboolean marked)
{
  if (self->mark != NULL)
    gtk_check_button_set_active (self->mark, marked);
}
