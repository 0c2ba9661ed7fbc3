// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate that stands is saved again also from a register that is open for reading only.
#include "gui-fixture.h"

#include "core/model/ceci-jury-repository.h"
#include "core/paperwork/ceci-certificate-issue.h"
#include "core/sample/ceci-sample.h"
#include "sessions/ceci-certificate-saving.h"

// The dossier whose certificate is the first of the sample.
static gpointer
find_dossier (CeciDatabase *database, gpointer data, GError **error)
{
  g_autoptr (CeciCertificate) certificate = ceci_certificate_look_up (database, "CECI-2026-0001", error);
  g_autoptr (GListModel) dossiers =
      ceci_jury_repository_sessions_of_student (database, ceci_certificate_get_student_id (certificate), error);

  return g_list_model_get_item (dossiers, 0);
}

static CeciRegister *
open_sample (const char *folder)
{
  CeciSampleOptions options = CECI_SAMPLE_OPTIONS_INIT;
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "sample.ceci", NULL);
  g_autoptr (GError) error = NULL;
  CeciRegister *reg;

  options.documents = FALSE;
  ceci_sample_create (file, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  reg = ceci_register_open (file, CECI_REGISTER_READ_ONLY, "test", NULL, &error);
  g_assert_no_error (error);
  return reg;
}

static gboolean
bears_the_number (gpointer file)
{
  g_autoptr (GBytes) saved = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autofree char *line = saved != NULL ? ceci_credential_read_file (saved, NULL) : NULL;

  return line != NULL && g_str_has_prefix (line, "CECI1;CECI-2026-0001;");
}

static void
test_read_only (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ceci-test-XXXXXX", &error);
  g_autoptr (CeciRegister) reg = open_sample (folder);
  g_autoptr (CeciDesk) desk = ceci_desk_new (reg, "2026-11-23");
  g_autoptr (CeciDossier) dossier = ceci_register_read (reg, find_dossier, NULL, &error);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "certificate.pdf", NULL);

  g_assert_no_error (error);
  ceci_certificate_save_to (desk, dossier, file);
  wait_for (bears_the_number, file, "the certificate");
  ceci_register_close (reg);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/certificate-saving/read-only", test_read_only);
  return g_test_run ();
}
