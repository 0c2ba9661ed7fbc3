// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl: the register from a terminal. Finds the command, parses what all commands share, and hands over.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <sodium.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/store/ceci-date.h"

// clang-format off: one a line
static const CeciCommand *const groups[] = {
    ceci_cli_cohort,
    ceci_cli_figures,
    ceci_cli_regulation,
    ceci_cli_student,
    ceci_cli_application,
    ceci_cli_person,
    ceci_cli_check,
    ceci_cli_letter,
    ceci_cli_placement,
    ceci_cli_organisation,
    ceci_cli_funding,
    ceci_cli_placement_change,
    ceci_cli_placement_paper,
    ceci_cli_hours,
    ceci_cli_life,
    ceci_cli_progress,
    ceci_cli_document,
    ceci_cli_demo,
    ceci_cli_journal,
    ceci_cli_jury,
    ceci_cli_package,
    ceci_cli_paper,
    ceci_cli_render,
    ceci_cli_select,
    ceci_cli_import,
    ceci_cli_offer,
    ceci_cli_moodle,
    ceci_cli_meeting,
    ceci_cli_worksheet,
    ceci_cli_export,
    ceci_cli_badge,
    ceci_cli_erase,
    NULL,
};
// clang-format on

static void
print_usage (gboolean as_error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s cecictl [--register FILE] [--json] [--on YYYY-MM-DD] %s\n\n", _ ("Usage:"),
                          _ ("COMMAND …"));
  for (guint group = 0; groups[group] != NULL; group++)
    for (const CeciCommand *command = groups[group]; command->group != NULL; command++)
      g_string_append_printf (text, "  %s%s%s %s\n", command->group, command->name ? " " : "",
                              command->name ? command->name : "", command->synopsis);
  if (as_error)
    g_printerr ("%s", text->str);
  else
    g_print ("%s", text->str);
}

// The words that name a command are one («check») or two («cohort list»); *words says how many.
static const CeciCommand *
find_command (int argc, char **argv, int *words)
{
  for (guint group = 0; groups[group] != NULL; group++) {
    for (const CeciCommand *command = groups[group]; command->group != NULL; command++) {
      if (argc < 1 || strcmp (argv[0], command->group) != 0)
        continue;
      if (command->name == NULL) {
        *words = 1;
        return command;
      }
      if (argc >= 2 && strcmp (argv[1], command->name) == 0) {
        *words = 2;
        return command;
      }
    }
  }
  return NULL;
}

// Takes --register, --json, --on, --help, --version wherever they stand before «--».
static gboolean
parse_shared_options (int *argc, char ***argv, CeciCli *cli, gboolean *help, gboolean *version, char **today,
                      char **path, GError **error)
{
  const GOptionEntry entries[] = {
      {"register", 0, 0, G_OPTION_ARG_FILENAME, path, NULL, NULL},
      {"json", 0, 0, G_OPTION_ARG_NONE, &cli->json, NULL, NULL},
      {"on", 0, 0, G_OPTION_ARG_STRING, today, NULL, NULL},
      {"help", 'h', 0, G_OPTION_ARG_NONE, help, NULL, NULL},
      {"version", 0, 0, G_OPTION_ARG_NONE, version, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (*today != NULL && !ceci_date_is_valid (*today)) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” is not a date of the form YYYY-MM-DD."),
                 *today);
    return FALSE;
  }
  return TRUE;
}

static CeciExit
run (int argc, char **argv)
{
  CeciCli cli = {0};
  g_autoptr (GError) error = NULL;
  g_autofree char *today = NULL;
  g_autofree char *path = NULL;
  gboolean help = FALSE, version = FALSE;
  const CeciCommand *command;
  int words = 0;

  if (!parse_shared_options (&argc, &argv, &cli, &help, &version, &today, &path, &error))
    return ceci_cli_fail (error);
  cli.today_given = today != NULL;
  if (today == NULL)
    today = ceci_date_today ();
  cli.today = today;
  cli.register_path = path;
  if (version) {
    g_print ("cecictl %s\n", CECI_VERSION);
    return CECI_EXIT_DONE;
  }
  command = find_command (argc - 1, argv + 1, &words);
  if (command == NULL) {
    if (argc > 1)
      g_printerr (_ ("cecictl: there is no command “%s%s%s”.\n"), argv[1], argc > 2 ? " " : "",
                  argc > 2 ? argv[2] : "");
    print_usage (!help);
    return help && argc == 1 ? CECI_EXIT_DONE : CECI_EXIT_USAGE;
  }
  if (help) {
    ceci_cli_usage (command, NULL);
    return CECI_EXIT_DONE;
  }
  return command->run (&cli, argc - words, argv + words);
}

// What a damaged register holds may be no text at all: it is told all the same, and never breaks who reads it.
static void
write_valid (FILE *stream, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  const char *charset;
  g_autofree char *other = g_get_charset (&charset) || g_str_equal (charset, "ANSI_X3.4-1968")
                               ? NULL
                               : g_convert_with_fallback (valid, -1, charset, "UTF-8", "?", NULL, NULL, NULL);

  fputs (other != NULL ? other : valid, stream);
  fflush (stream);
}

static void
write_out (const char *text)
{
  write_valid (stdout, text);
}

static void
write_error (const char *text)
{
  write_valid (stderr, text);
}

int
main (int argc, char **argv)
{
  const char *localedir = g_getenv ("CECI_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir ? localedir : CECI_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_print_handler (write_out);
  g_set_printerr_handler (write_error);
  if (sodium_init () < 0) {
    g_printerr ("cecictl: %s\n", _ ("The cryptography library could not be started."));
    return CECI_EXIT_REFUSED;
  }
  g_set_prgname ("cecictl");
  return (int) run (argc, argv);
}
