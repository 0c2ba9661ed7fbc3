// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the minutes of a selection and saves their PDF where a person says.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-minutes-saving.h"
#include "core/model/ceci-language.h"
#include "core/paperwork/ceci-selection-minutes.h"

typedef struct {
  CeciDesk *desk;
  char *cohort_id;
  char *today;
  GFile *file;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->desk);
  g_clear_object (&saving->file);
  g_free (saving->cohort_id);
  g_free (saving->today);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    ceci_desk_report (saving->desk, _ ("The minutes were not saved"), error);
  else
    ceci_desk_notice (saving->desk, _ ("The minutes were saved"));
}

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ceci_register_read_finish (CECI_REGISTER (source), result, &error);
  GFile *file = saving->file;

  if (bytes == NULL)
    ceci_desk_report (saving->desk, _ ("The minutes were not drawn"), error);
  else
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, on_saved,
                                         g_steal_pointer (&saving));
}

static gpointer
draw (CeciDatabase *database, gpointer data, GError **error)
{
  Saving *saving = data;

  return ceci_selection_minutes_draw (database, saving->cohort_id, ceci_language_current (), saving->today, error);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  CeciRegister *reg = ceci_desk_get_register (saving->desk);

  saving->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (saving->file != NULL) {
    Saving *drawing = g_steal_pointer (&saving);

    ceci_register_read_async (reg, draw, drawing, NULL, (GDestroyNotify) g_bytes_unref, NULL, on_drawn, drawing);
  }
}

/**
 * ceci_minutes_save:
 * @desk: the register
 * @window: what asks
 * @cohort: whose selection
 *
 * Asks where, then draws and saves; what fails is told by the desk.
 */
void
ceci_minutes_save (CeciDesk *desk, GtkWindow *window, CeciCohort *cohort)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  // Translators: the name of a file; %s is an intake’s name
  g_autofree char *name = g_strdup_printf (_ ("Minutes of the selection, %s.pdf"), ceci_cohort_get_name (cohort));
  Saving *saving = g_new0 (Saving, 1);

  saving->desk = g_object_ref (desk);
  saving->cohort_id = g_strdup (ceci_record_get_id (CECI_RECORD (cohort)));
  saving->today = g_strdup (ceci_desk_get_today (desk));
  gtk_file_dialog_set_title (dialog, _ ("Save the minutes"));
  gtk_file_dialog_set_initial_name (dialog, g_strdelimit (name, "/\\:", '-'));
  gtk_file_dialog_save (dialog, window, NULL, on_file_chosen, saving);
}
