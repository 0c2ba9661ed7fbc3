// SPDX-License-Identifier: GPL-3.0-or-later
// Fills a grading worksheet of the virtual campus with feedback and saves it where a person says. The grades stay the
// virtual campus's; cecictl can give one to those who are awarded.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-worksheet-saving.h"
#include "core/exchange/ceci-moodle-export.h"
#include "core/exchange/ceci-moodle-feedback.h"
#include "core/exchange/ceci-moodle-worksheet.h"
#include "core/model/ceci-cohort-repository.h"

typedef struct {
  CeciDesk *desk;
  GtkWindow *window;
  char *cohort_id;
  char *today;
  char *name; // of the worksheet
  GFile *worksheet;
  GFile *target;
  guint n_filled;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->desk);
  g_clear_object (&saving->window);
  g_clear_object (&saving->worksheet);
  g_clear_object (&saving->target);
  g_free (saving->cohort_id);
  g_free (saving->today);
  g_free (saving->name);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error)) {
    ceci_desk_report (saving->desk, _ ("The worksheet was not saved"), error);
    return;
  }
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The worksheet was saved, with feedback for %u student",
                                       "The worksheet was saved, with feedback for %u students", saving->n_filled),
                          saving->n_filled);
  ceci_desk_notice (saving->desk, text);
}

static void
on_filled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ceci_register_read_finish (CECI_REGISTER (source), result, &error);
  GFile *target = saving->target;

  if (bytes == NULL)
    ceci_desk_report (saving->desk, _ ("The worksheet was not filled"), error);
  else
    g_file_replace_contents_bytes_async (target, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, on_saved,
                                         g_steal_pointer (&saving));
}

// On the register's thread.
static gpointer
fill (CeciDatabase *database, gpointer data, GError **error)
{
  Saving *saving = data;
  g_autoptr (GBytes) worksheet = ceci_moodle_worksheet_load (saving->worksheet, error);
  g_autoptr (CeciCohort) cohort = NULL;
  g_autoptr (CeciMoodleFeedback) feedback = NULL;
  g_autofree char *said = NULL, *course = NULL;

  if (worksheet == NULL)
    return NULL;
  cohort = ceci_cohort_repository_find (database, saving->cohort_id, error);
  if (cohort == NULL)
    return NULL;
  said = ceci_moodle_course_in_name (saving->name);
  course = ceci_moodle_course_of (ceci_cohort_get_course (cohort), said);
  feedback = ceci_moodle_feedback_new (database, saving->cohort_id, course, saving->today, error);
  if (feedback == NULL)
    return NULL;
  return ceci_moodle_worksheet_fill (worksheet, ceci_moodle_feedback_answer, feedback, &saving->n_filled, error);
}

static void
on_target_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  CeciRegister *reg = ceci_desk_get_register (saving->desk);

  saving->target = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (saving->target != NULL) {
    Saving *filling = g_steal_pointer (&saving);

    ceci_register_read_async (reg, fill, filling, NULL, (GDestroyNotify) g_bytes_unref, NULL, on_filled, filling);
  }
}

static void
on_worksheet_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autofree char *path = NULL, *name = NULL;
  GtkWindow *window = saving->window;

  saving->worksheet = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (saving->worksheet == NULL)
    return;
  path = g_file_get_basename (saving->worksheet);
  saving->name = g_filename_display_name (path);
  // Translators: the name of a file; %s is another file’s, “.csv” included
  name = g_strdup_printf (_ ("With feedback, %s"), saving->name);
  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _ ("Save the worksheet with feedback"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, window, NULL, on_target_chosen, g_steal_pointer (&saving));
}

/**
 * ceci_worksheet_save:
 * @desk: the register
 * @window: what asks
 * @cohort_id: whose worksheet
 *
 * Asks for the worksheet and where its filled copy is to go; what fails is told by the desk.
 */
void
ceci_worksheet_save (CeciDesk *desk, GtkWindow *window, const char *cohort_id)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Saving *saving = g_new0 (Saving, 1);

  saving->desk = g_object_ref (desk);
  saving->window = g_object_ref (window);
  saving->cohort_id = g_strdup (cohort_id);
  saving->today = g_strdup (ceci_desk_get_today (desk));
  gtk_file_dialog_set_title (dialog, _ ("Choose the grading worksheet"));
  gtk_file_dialog_open (dialog, window, NULL, on_worksheet_chosen, saving);
}
