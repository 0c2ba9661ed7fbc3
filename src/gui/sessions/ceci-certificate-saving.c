// SPDX-License-Identifier: GPL-3.0-or-later
// Issues a student's certificate, or takes the one that stands, and saves its PDF where a person says.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-certificate-saving.h"
#include "core/paperwork/ceci-certificate-issue.h"
#include "widgets/ceci-file-saving.h"

typedef struct {
  CeciDesk *desk;
  CeciDossier *dossier;
  GFile *file;
  char *today; // for the worker, which must not ask the desk
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->desk);
  g_object_unref (saving->dossier);
  g_clear_object (&saving->file);
  g_free (saving->today);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static const CeciFileSaving certificate_saving = {N_ ("Save the certificate"), N_ ("The certificate was saved"),
                                                  N_ ("The certificate was not saved")};

static const char *
language_of (Saving *saving)
{
  return g_strcmp0 (ceci_dossier_get_language (saving->dossier), "en") == 0 ? "en" : "fr";
}

static void
on_issued (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ceci_register_write_finish (CECI_REGISTER (source), result, &error);

  if (bytes == NULL)
    ceci_desk_report (saving->desk, _ ("The certificate was not issued"), error);
  else
    ceci_file_saving_keep (&certificate_saving, saving->desk, saving->file, bytes);
}

static gpointer
issue_and_draw (CeciDatabase *database, gpointer data, GError **error)
{
  Saving *saving = data;
  g_autofree char *id =
      ceci_certificate_issue (database, ceci_dossier_get_student_id (saving->dossier), saving->today, error);

  return id != NULL ? ceci_certificate_draw (database, id, language_of (saving), error) : NULL;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ceci_register_read_finish (CECI_REGISTER (source), result, &error);
  g_autofree char *label = NULL;

  if (error != NULL)
    ceci_desk_report (saving->desk, _ ("The certificate was not drawn"), error);
  else if (bytes != NULL)
    ceci_file_saving_keep (&certificate_saving, saving->desk, saving->file, bytes);
  else {
    Saving *issuing = g_steal_pointer (&saving);

    label = g_strdup_printf (_ ("Issue the certificate of %s"), ceci_dossier_get_display_name (issuing->dossier));
    ceci_register_write_async (CECI_REGISTER (source), label, issue_and_draw, issuing, NULL,
                               (GDestroyNotify) g_bytes_unref, NULL, on_issued, issuing);
  }
}

// The certificate that stands is drawn again, the same bytes, which writes nothing; nothing if the student has none.
static gpointer
draw_standing (CeciDatabase *database, gpointer data, GError **error)
{
  Saving *saving = data;
  g_autoptr (CeciCertificate) standing =
      ceci_certificate_of (database, ceci_dossier_get_student_id (saving->dossier), error);

  if (standing == NULL)
    return NULL;
  return ceci_certificate_draw (database, ceci_record_get_id (CECI_RECORD (standing)), language_of (saving), error);
}

static Saving *
saving_new (CeciDesk *desk, CeciDossier *dossier, GFile *file)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->desk = g_object_ref (desk);
  saving->dossier = g_object_ref (dossier);
  g_set_object (&saving->file, file);
  saving->today = g_strdup (ceci_desk_get_today (desk));
  return saving;
}

/**
 * ceci_certificate_save_to:
 * @desk: the register
 * @dossier: of a student whom a closed session awarded the certificate
 * @file: what is written or replaced
 *
 * Saves the certificate that stands, or issues one; only issuing writes to the register. What fails is told by the
 * desk.
 */
void
ceci_certificate_save_to (CeciDesk *desk, CeciDossier *dossier, GFile *file)
{
  Saving *saving = saving_new (desk, dossier, file);

  ceci_register_read_async (ceci_desk_get_register (desk), draw_standing, saving, NULL, (GDestroyNotify) g_bytes_unref,
                            NULL, on_read, saving);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) asked = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    ceci_certificate_save_to (asked->desk, asked->dossier, file);
}

/**
 * ceci_certificate_save:
 * @desk: the register
 * @window: what asks
 * @dossier: of a student whom a closed session awarded the certificate
 *
 * Asks where, then issues and saves; what fails is told by the desk.
 */
void
ceci_certificate_save (CeciDesk *desk, GtkWindow *window, CeciDossier *dossier)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  // Translators: the name of a file; %s is a student’s name
  g_autofree char *name = g_strdup_printf (_ ("Certificate %s.pdf"), ceci_dossier_get_display_name (dossier));

  gtk_file_dialog_set_title (dialog, _ (certificate_saving.title));
  gtk_file_dialog_set_initial_name (dialog, g_strdelimit (name, "/\\:", '-'));
  gtk_file_dialog_save (dialog, window, NULL, on_file_chosen, saving_new (desk, dossier, NULL));
}
