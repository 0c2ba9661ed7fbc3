// SPDX-License-Identifier: GPL-3.0-or-later
// Plans the meetings of a whole intake at once. The rule makes the list anew; what is corrected in the list is kept
// until the rule changes.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-meeting-plan-dialog.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-meeting-plan.h"
#include "core/model/ceci-progress-repository.h"
#include "core/store/ceci-date.h"

#define LAST_WEEK 4 // position in the list of weeks

struct _CeciMeetingPlanDialog {
  AdwDialog parent_instance;
  AdwComboRow *week;
  AdwComboRow *weekday;
  AdwEntryRow *from;
  AdwEntryRow *until;
  AdwEntryRow *starts_at;
  AdwEntryRow *ends_at;
  AdwEntryRow *place;
  AdwEntryRow *subject;
  AdwSwitchRow *public;
  AdwSwitchRow *university;
  AdwSwitchRow *winter;
  AdwSwitchRow *summer;
  AdwPreferencesGroup *list;
  GtkWidget *create;
  GPtrArray *days; // AdwEntryRow, each with its check
  CeciDesk *desk;
  CeciCohort *cohort;
  gboolean ready;
};

G_DEFINE_FINAL_TYPE (CeciMeetingPlanDialog, ceci_meeting_plan_dialog, ADW_TYPE_DIALOG)

static const char *
text_of (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static char *
date_in (AdwEntryRow *row)
{
  return ceci_date_parse_human (text_of (row), NULL);
}

static void
set_error (AdwEntryRow *row, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
}

static gboolean
is_hour (const char *text)
{
  return *text == '\0' ||
         g_regex_match_simple ("^([01][0-9]|2[0-3]):[0-5][0-9]$", text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

static gboolean
is_taken (AdwEntryRow *day)
{
  return gtk_check_button_get_active (g_object_get_data (G_OBJECT (day), "check"));
}

// --- the list ---------------------------------------------------------------------------------

static guint
count_days (CeciMeetingPlanDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->days->len; i++)
    n += is_taken (self->days->pdata[i]);
  return n;
}

static void
on_detail_changed (CeciMeetingPlanDialog *self)
{
  gboolean begins = is_hour (text_of (self->starts_at)), ends = is_hour (text_of (self->ends_at)), days = TRUE;

  if (!self->ready)
    return;
  for (guint i = 0; i < self->days->len; i++) {
    g_autofree char *date = date_in (self->days->pdata[i]);
    gboolean wrong = date == NULL && is_taken (self->days->pdata[i]);

    set_error (self->days->pdata[i], wrong);
    days = days && !wrong;
  }
  set_error (self->starts_at, !begins);
  set_error (self->ends_at, !ends);
  gtk_widget_set_sensitive (self->create,
                            begins && ends && days && count_days (self) > 0 && *text_of (self->subject) != '\0');
}

// «mardi», and why the day would be left out.
static char *
title_of (const char *date, const char *holiday)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (date, zone);
  g_autofree char *text = day == NULL ? g_strconcat (date, "T00:00:00", NULL) : NULL;
  g_autofree char *weekday = NULL;

  if (day == NULL)
    day = g_date_time_new_from_iso8601 (text, zone);
  weekday = g_date_time_format (day, "%A");
  return holiday != NULL ? g_strdup_printf ("%s · %s", weekday, holiday) : g_steal_pointer (&weekday);
}

static void
add_day (CeciMeetingPlanDialog *self, const CeciPlannedDay *day)
{
  GtkWidget *row = adw_entry_row_new (), *check = gtk_check_button_new ();
  g_autofree char *title = title_of (day->date, day->holiday), *date = ceci_date_format_short (day->date);
  // Translators: a day
  g_autofree char *spoken = g_strdup_printf (_ ("Plan a meeting on %s"), date);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), day->date);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), day->holiday == NULL);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (row), check);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_detail_changed), self);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_detail_changed), self);
  adw_preferences_group_add (self->list, row);
  g_ptr_array_add (self->days, row);
}

static CeciHolidays
holidays_of (CeciMeetingPlanDialog *self)
{
  return (adw_switch_row_get_active (self->public) ? CECI_HOLIDAYS_PUBLIC : 0) |
         (adw_switch_row_get_active (self->university) ? CECI_HOLIDAYS_UNIVERSITY : 0) |
         (adw_switch_row_get_active (self->winter) ? CECI_HOLIDAYS_YEAR_END : 0) |
         (adw_switch_row_get_active (self->summer) ? CECI_HOLIDAYS_SUMMER : 0);
}

static void
on_rule_changed (CeciMeetingPlanDialog *self)
{
  g_autofree char *from = NULL, *until = NULL;
  g_autoptr (GArray) days = NULL;
  guint week;

  if (!self->ready)
    return;
  from = date_in (self->from);
  until = date_in (self->until);
  week = adw_combo_row_get_selected (self->week);
  set_error (self->from, from == NULL);
  set_error (self->until, until == NULL);
  for (guint i = 0; i < self->days->len; i++)
    adw_preferences_group_remove (self->list, self->days->pdata[i]);
  g_ptr_array_set_size (self->days, 0);
  if (from != NULL && until != NULL) {
    CeciMeetingRule rule = {from, until, week == LAST_WEEK ? -1 : (int) week + 1,
                            (int) adw_combo_row_get_selected (self->weekday) + 1, holidays_of (self)};

    days = ceci_meeting_plan (&rule, NULL);
  }
  for (guint i = 0; days != NULL && i < days->len; i++)
    add_day (self, &g_array_index (days, CeciPlannedDay, i));
  on_detail_changed (self);
}

// --- writing ----------------------------------------------------------------------------------

static gpointer
write_meetings (CeciDatabase *database, gpointer drafts, GError **error)
{
  for (guint i = 0; i < ((GPtrArray *) drafts)->len; i++) {
    g_autofree char *id = ceci_meeting_repository_add (database, g_ptr_array_index ((GPtrArray *) drafts, i), error);

    if (id == NULL)
      return NULL;
  }
  return NULL;
}

static const char *
or_null (const char *text)
{
  return *text != '\0' ? text : NULL;
}

static void
on_create (CeciMeetingPlanDialog *self)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *label = ceci_label_meeting_plan (count_days (self), ceci_cohort_get_name (self->cohort));

  for (guint i = 0; i < self->days->len; i++) {
    g_autofree char *date = date_in (self->days->pdata[i]);

    if (is_taken (self->days->pdata[i]) && date != NULL)
      g_ptr_array_add (drafts,
                       ceci_record_new (CECI_TYPE_MEETING, "cohort_id", ceci_record_get_id (CECI_RECORD (self->cohort)),
                                        "held_on", date, "starts_at", or_null (text_of (self->starts_at)), "ends_at",
                                        or_null (text_of (self->ends_at)), "place", or_null (text_of (self->place)),
                                        "title", text_of (self->subject), NULL));
  }
  ceci_desk_write (self->desk, label, write_meetings, drafts, (GDestroyNotify) g_ptr_array_unref);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_cancel (CeciMeetingPlanDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

// --- the dialog -----------------------------------------------------------------------------

static void
ceci_meeting_plan_dialog_dispose (GObject *object)
{
  CeciMeetingPlanDialog *self = CECI_MEETING_PLAN_DIALOG (object);

  self->ready = FALSE;
  g_clear_object (&self->desk);
  g_clear_object (&self->cohort);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_MEETING_PLAN_DIALOG);
  G_OBJECT_CLASS (ceci_meeting_plan_dialog_parent_class)->dispose (object);
}

static void
ceci_meeting_plan_dialog_class_init (CeciMeetingPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_meeting_plan_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-meeting-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingPlanDialog, week);
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingPlanDialog, weekday);
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingPlanDialog, from);
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingPlanDialog, until);
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingPlanDialog, starts_at);
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingPlanDialog, ends_at);
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingPlanDialog, place);
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingPlanDialog, subject);
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingPlanDialog, public);
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingPlanDialog, university);
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingPlanDialog, winter);
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingPlanDialog, summer);
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingPlanDialog, list);
  gtk_widget_class_bind_template_child (widget_class, CeciMeetingPlanDialog, create);
  gtk_widget_class_bind_template_callback (widget_class, on_rule_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_detail_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_create);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

// The days of the week as the person's language calls them, from Monday.
static GtkStringList *
weekdays (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  g_autoptr (GDateTime) monday = g_date_time_new_utc (2026, 1, 5, 0, 0, 0);

  for (int i = 0; i < 7; i++) {
    g_autoptr (GDateTime) day = g_date_time_add_days (monday, i);
    g_autofree char *name = g_date_time_format (day, "%A");

    gtk_string_list_append (names, name);
  }
  return names;
}

static void
ceci_meeting_plan_dialog_init (CeciMeetingPlanDialog *self)
{
  g_autoptr (GtkStringList) names = weekdays ();

  self->days = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->weekday, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->weekday, 1);
}

/**
 * ceci_meeting_plan_dialog_new:
 * @desk: the register
 * @cohort: whose meetings
 *
 * Returns: (transfer floating): a dialog that proposes a year of meetings from the intake's start, or from today
 */
AdwDialog *
ceci_meeting_plan_dialog_new (CeciDesk *desk, CeciCohort *cohort)
{
  CeciMeetingPlanDialog *self = g_object_new (CECI_TYPE_MEETING_PLAN_DIALOG, NULL);
  const char *today = ceci_desk_get_today (desk), *starts_on = ceci_cohort_get_starts_on (cohort);
  const char *from = g_strcmp0 (starts_on, today) > 0 ? starts_on : today;
  g_autofree char *until = ceci_date_add_months (from, 12);

  self->desk = g_object_ref (desk);
  self->cohort = g_object_ref (cohort);
  gtk_editable_set_text (GTK_EDITABLE (self->from), from);
  gtk_editable_set_text (GTK_EDITABLE (self->until), until);
  self->ready = TRUE;
  on_rule_changed (self);
  return ADW_DIALOG (self);
}
