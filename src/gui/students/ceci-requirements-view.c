// SPDX-License-Identifier: GPL-3.0-or-later
// What the certificate asks of a student and how each requirement stands; what happened when; modules, meetings,
// contact.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-requirements-view.h"
#include "ceci-student-page.h"
#include "core/model/ceci-findings-repository.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-language.h"
#include "core/model/ceci-progress-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/model/ceci-timeline.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-finding-row.h"
#include "widgets/ceci-rows.h"
#include "widgets/ceci-state-words.h"

struct _CeciRequirementsView {
  CeciView parent_instance;
  AdwPreferencesGroup *findings;
  AdwPreferencesGroup *timeline;
  AdwPreferencesGroup *modules;
  AdwPreferencesGroup *meetings;
  AdwActionRow *email;
  AdwActionRow *phone;
  AdwActionRow *enrolled;
  CeciStudent *student;
};

G_DEFINE_FINAL_TYPE (CeciRequirementsView, ceci_requirements_view, CECI_TYPE_VIEW)

typedef struct {
  CeciStudent *student;
  GPtrArray *findings;
  GPtrArray *events;
  GListModel *modules;
  GListModel *completions;
  GListModel *attendance;
} Course;

static void
course_free (gpointer data)
{
  Course *course = data;

  g_clear_object (&course->student);
  g_clear_pointer (&course->findings, g_ptr_array_unref);
  g_clear_pointer (&course->events, g_ptr_array_unref);
  g_clear_object (&course->modules);
  g_clear_object (&course->completions);
  g_clear_object (&course->attendance);
  g_free (course);
}

static gpointer
ceci_requirements_view_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  Course *course = g_new0 (Course, 1);

  if ((course->student = ceci_student_repository_find (database, subject, error)) == NULL ||
      (course->findings = ceci_findings_repository_list (database, NULL, subject, today, TRUE, error)) == NULL ||
      (course->events = ceci_timeline_read (database, subject, today, error)) == NULL ||
      (course->modules = ceci_module_repository_list (database, error)) == NULL ||
      (course->completions = ceci_module_repository_completions (database, subject, error)) == NULL ||
      (course->attendance = ceci_meeting_repository_of_student (database, subject, error)) == NULL) {
    course_free (course);
    return NULL;
  }
  return course;
}

// --- findings ---------------------------------------------------------------------------

static void
on_finding_activated (CeciRequirementsView *self, GtkWidget *row)
{
  CeciFinding *finding = g_object_get_data (G_OBJECT (row), "finding");
  const char *tab = ceci_student_page_get_tab_of_rule (ceci_finding_get_rule (finding));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-student-at", "(ss)",
                              ceci_view_get_subject (CECI_VIEW (self)), tab);
}

static void
show_findings (CeciRequirementsView *self, GPtrArray *findings)
{
  ceci_rows_clear (self->findings);
  for (guint i = 0; i < findings->len; i++) {
    CeciFinding *finding = findings->pdata[i];
    GtkWidget *row = ceci_finding_row_new (finding, NULL);

    g_object_set_data_full (G_OBJECT (row), "finding", g_object_ref (finding), g_object_unref);
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    g_signal_connect_object (row, "activated", G_CALLBACK (on_finding_activated), self, G_CONNECT_SWAPPED);
    ceci_rows_add (self->findings, row);
  }
}

// --- timeline -----------------------------------------------------------------------------

// A row for each day, the date before what happened; what is to come is dimmed.
static GtkWidget *
event_row (const CeciEvent *event, const char *today)
{
  GtkWidget *row = ceci_rows_new_row (ceci_event_kind_title (event->kind), event->detail);
  g_autofree char *date = ceci_date_format_short (event->date);
  g_autofree char *day = ceci_date_format_day (event->date);
  GtkWidget *label = gtk_label_new (date);

  gtk_label_set_width_chars (GTK_LABEL (label), 11);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_tooltip_text (label, day);
  if (event->kind == CECI_EVENT_TODAY) {
    gtk_widget_add_css_class (row, "accent");
    gtk_widget_add_css_class (row, "today");
    gtk_widget_set_name (row, "timeline-today");
  } else if (strcmp (event->date, today) > 0) {
    gtk_widget_add_css_class (row, "dimmed");
  }
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
  return row;
}

static void
show_timeline (CeciRequirementsView *self, GPtrArray *events)
{
  const char *today = ceci_desk_get_today (ceci_view_get_desk (CECI_VIEW (self)));

  ceci_rows_clear (self->timeline);
  for (guint i = 0; i < events->len; i++)
    ceci_rows_add (self->timeline, event_row (events->pdata[i], today));
}

// --- modules ------------------------------------------------------------------------------

typedef struct {
  char *student_id;
  char *module_id;
  char *completed_on; // NULL: not any more
} ModuleChange;

static void
module_change_free (gpointer data)
{
  ModuleChange *change = data;

  g_free (change->student_id);
  g_free (change->module_id);
  g_free (change->completed_on);
  g_free (change);
}

static gpointer
write_module (CeciDatabase *database, gpointer data, GError **error)
{
  ModuleChange *change = data;

  if (change->completed_on != NULL)
    ceci_module_repository_complete (database, change->student_id, change->module_id, change->completed_on, NULL,
                                     error);
  else
    ceci_module_repository_reopen (database, change->student_id, change->module_id, error);
  return NULL;
}

static void
on_module_switched (CeciRequirementsView *self, GParamSpec *pspec, AdwSwitchRow *row)
{
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  g_autofree char *label = ceci_label_module (title, ceci_student_get_display_name (self->student));
  ModuleChange *change = g_new0 (ModuleChange, 1);

  change->student_id = g_strdup (ceci_view_get_subject (CECI_VIEW (self)));
  change->module_id = g_strdup (g_object_get_data (G_OBJECT (row), "module-id"));
  change->completed_on = adw_switch_row_get_active (row) ? g_strdup (ceci_desk_get_today (desk)) : NULL;
  ceci_view_write (CECI_VIEW (self), label, write_module, change, module_change_free);
}

static const char *
completed_on (GListModel *completions, const char *module_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (completions); i++) {
    g_autoptr (CeciModuleCompletion) completion = g_list_model_get_item (completions, i);

    if (g_str_equal (ceci_module_completion_get_module_id (completion), module_id))
      return ceci_module_completion_get_completed_on (completion);
  }
  return NULL;
}

static void
show_modules (CeciRequirementsView *self, GListModel *modules, GListModel *completions)
{
  gboolean french = g_str_equal (ceci_language_current (), "fr");

  ceci_rows_clear (self->modules);
  for (guint i = 0; i < g_list_model_get_n_items (modules); i++) {
    g_autoptr (CeciModule) module = g_list_model_get_item (modules, i);
    const char *id = ceci_record_get_id (CECI_RECORD (module));
    const char *day = completed_on (completions, id);
    g_autofree char *date = day != NULL ? ceci_date_format_long (day) : NULL;
    // Translators: %s is a date
    g_autofree char *when = date != NULL ? g_strdup_printf (_ ("Completed on %s"), date) : NULL;
    GtkWidget *row = adw_switch_row_new ();

    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                   french ? ceci_module_get_title_fr (module) : ceci_module_get_title_en (module));
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when != NULL ? when
                                                       : french     ? ceci_module_get_content_fr (module)
                                                                    : ceci_module_get_content_en (module));
    adw_switch_row_set_active (ADW_SWITCH_ROW (row), day != NULL);
    gtk_widget_set_sensitive (row, !ceci_desk_is_read_only (ceci_view_get_desk (CECI_VIEW (self))));
    g_object_set_data_full (G_OBJECT (row), "module-id", g_strdup (id), g_free);
    g_signal_connect_object (row, "notify::active", G_CALLBACK (on_module_switched), self, G_CONNECT_SWAPPED);
    ceci_rows_add (self->modules, row);
  }
}

// --- meetings and contact -------------------------------------------------------------------

static void
show_meetings (CeciRequirementsView *self, GListModel *attendance)
{
  guint n = g_list_model_get_n_items (attendance);

  ceci_rows_clear (self->meetings);
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciAttendance) mark = g_list_model_get_item (attendance, i);
    g_autofree char *date = ceci_date_format_long (ceci_attendance_get_held_on (mark));
    GtkWidget *row = adw_action_row_new ();
    GtkWidget *pill = ceci_state_pill_new ();

    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ceci_attendance_get_title (mark));
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), date);
    ceci_words_show_state (CECI_STATE_PILL (pill), CECI_TYPE_ATTENDANCE_STATE, (int) ceci_attendance_get_state (mark));
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
    ceci_rows_add (self->meetings, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->meetings), n > 0);
}

static void
show_text (AdwActionRow *row, const char *text)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (row, text != NULL ? text : "–");
}

static void
ceci_requirements_view_show (CeciView *view, gpointer result)
{
  CeciRequirementsView *self = CECI_REQUIREMENTS_VIEW (view);
  Course *course = result;
  g_autofree char *enrolled = ceci_date_format_long (ceci_student_get_enrolled_on (course->student));

  g_set_object (&self->student, course->student);
  show_findings (self, course->findings);
  show_timeline (self, course->events);
  show_modules (self, course->modules, course->completions);
  show_meetings (self, course->attendance);
  show_text (self->email, ceci_student_get_email (course->student));
  show_text (self->phone, ceci_student_get_phone (course->student));
  show_text (self->enrolled, enrolled);
}

static void
ceci_requirements_view_dispose (GObject *object)
{
  CeciRequirementsView *self = CECI_REQUIREMENTS_VIEW (object);

  g_clear_object (&self->student);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_REQUIREMENTS_VIEW);
  G_OBJECT_CLASS (ceci_requirements_view_parent_class)->dispose (object);
}

static void
ceci_requirements_view_class_init (CeciRequirementsViewClass *klass)
{
  static const char *const tables[] = {"student",      "person",    "hours",        "module_completion", "attendance",
                                       "meeting",      "placement", "document",     "document_version",  "agreement",
                                       "signature",    "extension", "cohort",       "regulation",        "application",
                                       "dossier",      "decision",  "interruption", "jury_session",      "certificate",
                                       "organisation", NULL};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_requirements_view_dispose;
  view_class->tables = tables;
  view_class->read = ceci_requirements_view_read;
  view_class->free_result = course_free;
  view_class->show = ceci_requirements_view_show;

  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/students/ceci-requirements-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciRequirementsView, findings);
  gtk_widget_class_bind_template_child (widget_class, CeciRequirementsView, timeline);
  gtk_widget_class_bind_template_child (widget_class, CeciRequirementsView, modules);
  gtk_widget_class_bind_template_child (widget_class, CeciRequirementsView, meetings);
  gtk_widget_class_bind_template_child (widget_class, CeciRequirementsView, email);
  gtk_widget_class_bind_template_child (widget_class, CeciRequirementsView, phone);
  gtk_widget_class_bind_template_child (widget_class, CeciRequirementsView, enrolled);
}

static void
ceci_requirements_view_init (CeciRequirementsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
