// SPDX-License-Identifier: GPL-3.0-or-later
// Which students of an intake go before a jury: those who may, to be chosen; the others, and why they may not.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-admit-dialog.h"
#include "core/jury/ceci-session.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-student-summary.h"

struct _CeciAdmitDialog {
  AdwDialog parent_instance;
  AdwComboRow *cohort;
  AdwPreferencesGroup *admissible;
  AdwPreferencesGroup *refused;
  GtkWidget *accept;
  CeciDesk *desk;
  char *session_id;
  GCancellable *reading;
  GPtrArray *choices; // GtkCheckButton, each with its student's id
  GPtrArray *rows;    // in either group
};

G_DEFINE_FINAL_TYPE (CeciAdmitDialog, ceci_admit_dialog, ADW_TYPE_DIALOG)

// --- what is read -------------------------------------------------------------------------

typedef struct {
  char *session_id;
  char *cohort_id; // NULL: the cohorts are asked for
  char *today;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->session_id);
  g_free (question->cohort_id);
  g_free (question->today);
  g_free (question);
}

static gpointer
read_cohorts (CeciDatabase *database, gpointer data, GError **error)
{
  return ceci_cohort_repository_list (database, error);
}

// Those of the cohort who are enrolled and not before this session yet.
static gpointer
read_students (CeciDatabase *database, gpointer data, GError **error)
{
  Question *question = data;
  g_autoptr (GListModel) all = ceci_student_summary_list (database, question->cohort_id, question->today, error);
  g_autoptr (GListModel) dossiers =
      all != NULL ? ceci_jury_repository_dossiers (database, question->session_id, error) : NULL;
  g_autoptr (GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GListStore) wanted = g_list_store_new (CECI_TYPE_STUDENT_SUMMARY);

  if (dossiers == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (dossiers); i++) {
    g_autoptr (CeciDossier) dossier = g_list_model_get_item (dossiers, i);
    g_hash_table_add (there, g_strdup (ceci_dossier_get_student_id (dossier)));
  }
  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (CeciStudentSummary) summary = g_list_model_get_item (all, i);
    CeciStudent *student = ceci_student_summary_get_student (summary);

    if (ceci_student_get_state (student) == CECI_STUDENT_STATE_ENROLLED &&
        !g_hash_table_contains (there, ceci_record_get_id (CECI_RECORD (student))))
      g_list_store_append (wanted, summary);
  }
  return g_steal_pointer (&wanted);
}

// --- showing ------------------------------------------------------------------------------

static void
on_choice_changed (CeciAdmitDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->choices->len; i++)
    n += gtk_check_button_get_active (self->choices->pdata[i]) ? 1 : 0;
  gtk_widget_set_sensitive (self->accept, n > 0 && !ceci_desk_is_read_only (self->desk));
}

static char *
reasons_of (CeciStudentSummary *summary)
{
  GPtrArray *findings = ceci_student_summary_get_findings (summary);
  g_autoptr (GString) reasons = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    CeciFindingState state = ceci_finding_get_state (findings->pdata[i]);
    if (state == CECI_FINDING_BLOCKED || state == CECI_FINDING_PENDING)
      g_string_append_printf (reasons, "%s%s", reasons->len > 0 ? "\n" : "",
                              ceci_finding_get_reason (findings->pdata[i]));
  }
  return g_string_free_and_steal (g_steal_pointer (&reasons));
}

static void
add_student (CeciAdmitDialog *self, CeciStudentSummary *summary)
{
  CeciStudent *student = ceci_student_summary_get_student (summary);
  gboolean may = ceci_student_summary_get_admissible (summary);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ceci_student_get_display_name (student));
  if (may) {
    GtkWidget *check = gtk_check_button_new ();

    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
    gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    ceci_student_get_display_name (student), -1);
    g_object_set_data_full (G_OBJECT (check), "student", g_strdup (ceci_record_get_id (CECI_RECORD (student))), g_free);
    g_signal_connect_object (check, "toggled", G_CALLBACK (on_choice_changed), self, G_CONNECT_SWAPPED);
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
    g_ptr_array_add (self->choices, check);
  } else {
    g_autofree char *reasons = reasons_of (summary);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reasons);
  }
  adw_preferences_group_add (may ? self->admissible : self->refused, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_students (CeciAdmitDialog *self, GListModel *students)
{
  guint n_admissible = 0;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (
        ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (self->rows->pdata[i], ADW_TYPE_PREFERENCES_GROUP)),
        self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->choices, 0);
  for (guint i = 0; i < g_list_model_get_n_items (students); i++) {
    g_autoptr (CeciStudentSummary) summary = g_list_model_get_item (students, i);

    n_admissible += ceci_student_summary_get_admissible (summary) ? 1 : 0;
    add_student (self, summary);
  }
  adw_preferences_group_set_description (self->admissible,
                                         n_admissible == 0 ? _ ("Nobody of this intake may for now.") : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->refused), g_list_model_get_n_items (students) > n_admissible);
  on_choice_changed (self);
}

// --- asking -------------------------------------------------------------------------------

static void
on_students_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciAdmitDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) students = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (students == NULL)
    ceci_desk_report (self->desk, _ ("The register could not be read"), error);
  else
    show_students (self, students);
}

static void
on_cohort_changed (CeciAdmitDialog *self)
{
  CeciCohort *cohort = adw_combo_row_get_selected_item (self->cohort);
  Question *question;

  if (cohort == NULL || self->desk == NULL)
    return;
  g_cancellable_cancel (self->reading);
  g_object_unref (self->reading);
  self->reading = g_cancellable_new ();
  question = g_new0 (Question, 1);
  question->session_id = g_strdup (self->session_id);
  question->cohort_id = g_strdup (ceci_record_get_id (CECI_RECORD (cohort)));
  question->today = g_strdup (ceci_desk_get_today (self->desk));
  ceci_register_read_async (ceci_desk_get_register (self->desk), read_students, question, question_free, g_object_unref,
                            self->reading, on_students_read, g_object_ref (self));
}

// The newest intake that runs is proposed: an older one has mostly been before a jury already.
static void
on_cohorts_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciAdmitDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) cohorts = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (cohorts == NULL) {
    ceci_desk_report (self->desk, _ ("The register could not be read"), error);
    return;
  }
  adw_combo_row_set_model (self->cohort, cohorts);
  for (guint i = 0; i < g_list_model_get_n_items (cohorts); i++) {
    g_autoptr (CeciCohort) cohort = g_list_model_get_item (cohorts, i);

    if (ceci_cohort_get_phase (cohort) == CECI_COHORT_PHASE_RUNNING) {
      adw_combo_row_set_selected (self->cohort, i);
      break;
    }
  }
  on_cohort_changed (self);
}

// --- writing ------------------------------------------------------------------------------

typedef struct {
  char *session_id;
  char *today;
  GPtrArray *students;
} Admission;

static void
admission_free (gpointer data)
{
  Admission *admission = data;

  g_free (admission->session_id);
  g_free (admission->today);
  g_ptr_array_unref (admission->students);
  g_free (admission);
}

static gpointer
admit (CeciDatabase *database, gpointer data, GError **error)
{
  Admission *admission = data;

  for (guint i = 0; i < admission->students->len; i++) {
    g_autofree char *dossier = ceci_session_admit (database, admission->session_id, admission->students->pdata[i],
                                                   admission->today, NULL, NULL, error);
    if (dossier == NULL)
      break;
  }
  return NULL;
}

static void
on_accept (CeciAdmitDialog *self)
{
  Admission *admission = g_new0 (Admission, 1);

  admission->session_id = g_strdup (self->session_id);
  admission->today = g_strdup (ceci_desk_get_today (self->desk));
  admission->students = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->choices->len; i++)
    if (gtk_check_button_get_active (self->choices->pdata[i]))
      g_ptr_array_add (admission->students,
                       g_strdup (g_object_get_data (G_OBJECT (self->choices->pdata[i]), "student")));
  ceci_desk_write (self->desk, _ ("Admit dossiers to the jury"), admit, admission, admission_free);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_cancel (CeciAdmitDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

// --- the dialog ---------------------------------------------------------------------------

static void
ceci_admit_dialog_dispose (GObject *object)
{
  CeciAdmitDialog *self = CECI_ADMIT_DIALOG (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->session_id, g_free);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_ADMIT_DIALOG);
  G_OBJECT_CLASS (ceci_admit_dialog_parent_class)->dispose (object);
}

static void
ceci_admit_dialog_class_init (CeciAdmitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_admit_dialog_dispose;
  g_type_ensure (CECI_TYPE_COHORT);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/sessions/ceci-admit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciAdmitDialog, cohort);
  gtk_widget_class_bind_template_child (widget_class, CeciAdmitDialog, admissible);
  gtk_widget_class_bind_template_child (widget_class, CeciAdmitDialog, refused);
  gtk_widget_class_bind_template_child (widget_class, CeciAdmitDialog, accept);
  gtk_widget_class_bind_template_callback (widget_class, on_cohort_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
ceci_admit_dialog_init (CeciAdmitDialog *self)
{
  self->choices = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->reading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ceci_admit_dialog_new:
 * @desk: the register
 * @session: the session to go before
 *
 * Returns: (transfer floating): a dialog that admits students
 */
AdwDialog *
ceci_admit_dialog_new (CeciDesk *desk, CeciJurySession *session)
{
  CeciAdmitDialog *self = g_object_new (CECI_TYPE_ADMIT_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->session_id = g_strdup (ceci_record_get_id (CECI_RECORD (session)));
  ceci_register_read_async (ceci_desk_get_register (desk), read_cohorts, NULL, NULL, g_object_unref, self->reading,
                            on_cohorts_read, g_object_ref (self));
  return ADW_DIALOG (self);
}
