// SPDX-License-Identifier: GPL-3.0-or-later
// The program `ceci`: finds its translations and runs the application.
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "ceci-frame-log.h"
#include "ceci-program.h"

int
main (int argc, char *argv[])
{
  g_autoptr (CeciProgram) program = NULL;
  const char *locale_dir = g_getenv ("CECI_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : CECI_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  ceci_frame_log_start ();
  program = ceci_program_new ();
  return g_application_run (G_APPLICATION (program), argc, argv);
}
