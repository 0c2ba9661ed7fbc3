// SPDX-License-Identifier: GPL-3.0-or-later
// Asks where to save what is drawn from the register, a paper above all, and saves it there: whole or not at all.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-file-saving.h"
#include "core/model/ceci-language.h"

typedef struct {
  const CeciFileSaving *saving;
  CeciDesk *desk;
  CeciFileRequest request;
  GDestroyNotify data_destroy;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->desk);
  g_clear_object (&job->request.file);
  g_free ((char *) job->request.language);
  g_free ((char *) job->request.today);
  if (job->data_destroy != NULL)
    g_clear_pointer (&job->request.data, job->data_destroy);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static Job *
job_new (const CeciFileSaving *saving, CeciDesk *desk)
{
  Job *job = g_new0 (Job, 1);

  job->saving = saving;
  job->desk = g_object_ref (desk);
  return job;
}

static void
tell (Job *job, const GError *error)
{
  if (error != NULL)
    ceci_desk_report (job->desk, _ (job->saving->failed), error);
  else
    ceci_desk_notice (job->desk, _ (job->saving->saved));
}

static void
on_replaced (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;

  g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);
  tell (job, error);
}

// Takes @job.
static void
replace (Job *job, GFile *file, GBytes *bytes)
{
  GFileCreateFlags flags =
      G_FILE_CREATE_REPLACE_DESTINATION | (job->saving->secret ? G_FILE_CREATE_PRIVATE : G_FILE_CREATE_NONE);

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, flags, NULL, on_replaced, job);
}

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ceci_register_read_finish (CECI_REGISTER (source), result, &error);
  GFile *file = job->request.file;

  if (bytes != NULL)
    replace (g_steal_pointer (&job), file, bytes);
  else
    tell (job, error);
}

static gpointer
draw (CeciDatabase *database, gpointer data, GError **error)
{
  Job *job = data;

  if (job->saving->draw != NULL)
    return job->saving->draw (database, &job->request, error);
  job->saving->write (database, &job->request, error);
  return NULL;
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  CeciRegister *reg = ceci_desk_get_register (job->desk);

  job->request.file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (job->request.file != NULL) {
    Job *drawing = g_steal_pointer (&job);

    ceci_register_read_async (reg, draw, drawing, NULL, (GDestroyNotify) g_bytes_unref, NULL, on_drawn, drawing);
  } else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tell (job, error);
}

/**
 * ceci_file_saving_ask:
 * @saving: (transfer none): what is saved, static
 * @parent: the widget that asks
 * @desk: the register, told how it went
 * @language: (nullable): of a paper, `fr` or `en`; the program's if none
 * @name: proposed for the file; what no file's name may hold is replaced
 * @data: (nullable): what to draw
 * @data_destroy: (nullable): frees @data
 *
 * Asks where, then draws and saves.
 */
void
ceci_file_saving_ask (const CeciFileSaving *saving, GtkWidget *parent, CeciDesk *desk, const char *language,
                      const char *name, gpointer data, GDestroyNotify data_destroy)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *proposed = g_strdelimit (g_strdup (name), "/\\:", '-');
  Job *job = job_new (saving, desk);

  job->request.data = data;
  job->request.language = g_strdup (language != NULL ? language : ceci_language_current ());
  job->request.today = g_strdup (ceci_desk_get_today (desk));
  job->data_destroy = data_destroy;
  gtk_file_dialog_set_title (dialog, _ (saving->title));
  gtk_file_dialog_set_initial_name (dialog, proposed);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, on_file_chosen, job);
}

/**
 * ceci_file_saving_keep:
 * @saving: what is saved, static
 * @desk: told how it went
 * @file: what is written or replaced
 * @bytes: its contents
 *
 * Saves what is already drawn where a person has already said.
 */
void
ceci_file_saving_keep (const CeciFileSaving *saving, CeciDesk *desk, GFile *file, GBytes *bytes)
{
  replace (job_new (saving, desk), file, bytes);
}
