// SPDX-License-Identifier: GPL-3.0-or-later
// What every command group of cecictl shares: opening the register, output as text or JSON, errors as exit codes,
// secrets.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <sodium.h>

#include "ceci-cli.h"
#include "core/jury/ceci-jury-error.h"
#include "core/model/ceci-enums.h"
#include "core/model/ceci-record.h"
#include "core/model/ceci-student-repository.h"

#define PASSPHRASE_BYTES 1024

/**
 * ceci_cli_register_file:
 * @cli: the invocation
 *
 * Returns: (transfer full): the file `--register` names, or the application's own
 */
GFile *
ceci_cli_register_file (CeciCli *cli)
{
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "ceci", "register.ceci", NULL);

  return g_file_new_for_commandline_arg (cli->register_path ? cli->register_path : own);
}

static CeciExit
exit_for_error (const GError *error)
{
  if (error->domain == G_OPTION_ERROR)
    return CECI_EXIT_USAGE;
  if (g_error_matches (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_A_REGISTER) ||
      g_error_matches (error, CECI_STORE_ERROR, CECI_STORE_ERROR_DAMAGED) ||
      g_error_matches (error, CECI_JURY_ERROR, CECI_JURY_ERROR_NOT_SEALED) ||
      g_error_matches (error, CECI_JURY_ERROR, CECI_JURY_ERROR_DAMAGED) ||
      g_error_matches (error, CECI_JURY_ERROR, CECI_JURY_ERROR_TOO_LARGE) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return CECI_EXIT_DAMAGED;
  return CECI_EXIT_REFUSED;
}

/**
 * ceci_cli_open:
 * @cli: the invocation
 * @writable: whether the command means to write
 * @exit: (out): the exit code when nothing could be opened
 *
 * Opens the register named by `--register`, or the application's own. A command that means to write is refused here
 * when the register is read-only or another process holds it.
 *
 * Returns: (transfer full) (nullable): the register; %NULL after saying why on standard error
 */
CeciRegister *
ceci_cli_open (CeciCli *cli, gboolean writable, CeciExit *exit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = ceci_cli_register_file (cli);
  g_autoptr (CeciRegister) opened =
      ceci_register_open (file, writable ? 0 : CECI_REGISTER_READ_ONLY, NULL, NULL, &error);

  if (opened == NULL) {
    *exit = ceci_cli_fail (error);
    return NULL;
  }
  if (writable && ceci_register_is_read_only (opened)) {
    *exit = ceci_cli_fail (ceci_register_get_refusal (opened));
    return NULL;
  }
  return g_steal_pointer (&opened);
}

static gpointer
look_up_student (CeciDatabase *database, gpointer text, GError **error)
{
  return ceci_student_repository_look_up (database, text, error);
}

/**
 * ceci_cli_open_student:
 * @cli: the invocation
 * @text: what names the student, as ceci_student_repository_look_up() takes it
 * @writable: whether the command means to write
 * @opened: (out) (transfer full) (nullable): the register
 * @exit: (out): the exit code when there is no student to work on
 *
 * Returns: (transfer full) (nullable): the student; %NULL after saying why on standard error
 */
CeciStudent *
ceci_cli_open_student (CeciCli *cli, const char *text, gboolean writable, CeciRegister **opened, CeciExit *exit)
{
  g_autoptr (GError) error = NULL;
  CeciStudent *student;

  *opened = ceci_cli_open (cli, writable, exit);
  if (*opened == NULL)
    return NULL;
  student = ceci_register_read (*opened, look_up_student, (gpointer) text, &error);
  if (student == NULL)
    *exit = ceci_cli_fail (error);
  return student;
}

/**
 * ceci_cli_fail:
 * @error: what went wrong
 *
 * Returns: the exit code for @error, after printing its message on standard error
 */
CeciExit
ceci_cli_fail (const GError *error)
{
  g_return_val_if_fail (error != NULL, CECI_EXIT_REFUSED);

  g_printerr ("cecictl: %s\n", error->message);
  return exit_for_error (error);
}

CeciExit
ceci_cli_usage (const CeciCommand *command, const char *message)
{
  if (message != NULL)
    g_printerr ("cecictl: %s\n", message);
  g_printerr ("%s cecictl %s%s%s %s\n", _ ("Usage:"), command->group, command->name ? " " : "",
              command->name ? command->name : "", command->synopsis);
  return CECI_EXIT_USAGE;
}

void
ceci_cli_print (CeciCli *cli, const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  if (cli->json)
    return;
  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_print ("%s", text);
}

/**
 * ceci_cli_print_finding:
 * @cli: the command line
 * @indent: what stands before it
 * @finding: what a rule says
 *
 * The rule, how it stands in a word, and why.
 */
void
ceci_cli_print_finding (CeciCli *cli, const char *indent, CeciFinding *finding)
{
  g_autofree char *word = ceci_finding_dup_word (finding);
  int width = MAX (0, 14 - (int) g_utf8_strlen (word, -1));

  ceci_cli_print (cli, "%s%-4s %s%*s %s\n", indent, ceci_finding_get_rule (finding), word, width, "",
                  ceci_finding_get_reason (finding));
}

/**
 * ceci_cli_json:
 * @cli: the invocation
 * @node: (transfer full): the document
 *
 * Prints @node on standard output if `--json` was given; frees it in any case.
 *
 * Returns: %CECI_EXIT_DONE
 */
CeciExit
ceci_cli_json (CeciCli *cli, JsonNode *node)
{
  g_autoptr (JsonNode) owned = node;

  if (cli->json) {
    g_autofree char *text = json_to_string (owned, TRUE);

    g_print ("%s\n", text);
  }
  return CECI_EXIT_DONE;
}

static char *
cell_text (GObject *record, const char *property)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) text = G_VALUE_INIT;

  g_object_get_property (record, property, &value);
  if (G_VALUE_HOLDS_STRING (&value))
    return g_strdup (g_value_get_string (&value) ? g_value_get_string (&value) : "");
  if (G_VALUE_HOLDS_INT64 (&value) && g_value_get_int64 (&value) == G_MININT64)
    return g_strdup ("");
  if (G_VALUE_HOLDS_BOOLEAN (&value))
    return g_strdup (g_value_get_boolean (&value) ? "✓" : "");
  if (G_VALUE_HOLDS_ENUM (&value)) {
    g_autoptr (GEnumClass) enumeration = g_type_class_ref (G_VALUE_TYPE (&value));
    GEnumValue *entry = g_enum_get_value (enumeration, g_value_get_enum (&value));
    const char *label = ceci_enum_get_label (G_VALUE_TYPE (&value), g_value_get_enum (&value));

    return g_strdup (*label != '\0' || entry == NULL || entry->value < 0 ? label : entry->value_nick);
  }
  g_value_init (&text, G_TYPE_STRING);
  g_value_transform (&value, &text);
  return g_value_dup_string (&text);
}

static void
print_row (char **cells, const guint *widths, guint n_columns)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint column = 0; column < n_columns; column++) {
    gsize length = (gsize) g_utf8_strlen (cells[column], -1);

    g_string_append (line, cells[column]);
    if (column + 1 < n_columns)
      g_string_append_printf (line, "%*s", (int) (widths[column] - length + 2), "");
  }
  g_print ("%s\n", line->str);
}

static void
print_table (GListModel *records, const char *const *columns, const char *const *titles)
{
  guint n_columns = g_strv_length ((char **) columns);
  guint n_rows = g_list_model_get_n_items (records);
  g_autofree guint *widths = g_new0 (guint, n_columns);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_ptr_array_add (rows, g_strdupv ((char **) titles));
  for (guint row = 0; row < n_rows; row++) {
    g_autoptr (GObject) record = g_list_model_get_item (records, row);
    char **cells = g_new0 (char *, n_columns + 1);

    for (guint column = 0; column < n_columns; column++)
      cells[column] = cell_text (record, columns[column]);
    g_ptr_array_add (rows, cells);
  }
  for (guint row = 0; row < rows->len; row++)
    for (guint column = 0; column < n_columns; column++)
      widths[column] = MAX (widths[column], (guint) g_utf8_strlen (((char **) rows->pdata[row])[column], -1));
  for (guint row = 0; row < rows->len; row++)
    print_row (rows->pdata[row], widths, n_columns);
}

/**
 * ceci_cli_records:
 * @cli: the invocation
 * @records: a list of #CeciRecord
 * @columns: (array zero-terminated=1): the properties shown as text
 * @titles: (array zero-terminated=1): their translated headings, as many
 *
 * Prints every record whole as a JSON array, or the chosen columns as an aligned table.
 *
 * Returns: %CECI_EXIT_DONE
 */
CeciExit
ceci_cli_records (CeciCli *cli, GListModel *records, const char *const *columns, const char *const *titles)
{
  g_autoptr (JsonArray) array = NULL;
  JsonNode *node;

  if (!cli->json) {
    print_table (records, columns, titles);
    return CECI_EXIT_DONE;
  }
  array = json_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (records); i++) {
    g_autoptr (CeciRecord) record = g_list_model_get_item (records, i);

    json_array_add_element (array, ceci_record_to_json (record));
  }
  node = json_node_alloc ();
  return ceci_cli_json (cli, json_node_init_array (node, array));
}

/**
 * ceci_cli_options:
 * @argc: (inout): the number of arguments
 * @argv: (inout): the arguments, of which those that @entries describe are removed
 * @entries: the options
 * @error: a #GOptionError
 *
 * Returns: whether all options were understood
 */
gboolean
ceci_cli_options (int *argc, char ***argv, const GOptionEntry *entries, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return g_option_context_parse (context, argc, argv, error);
}

static gboolean
read_line_without_echo (char *line, int size)
{
  struct termios before, silent;
  gboolean terminal = tcgetattr (STDIN_FILENO, &before) == 0;
  gboolean got;

  if (terminal) {
    g_printerr ("%s ", _ ("Passphrase:"));
    silent = before;
    silent.c_lflag &= ~(tcflag_t) ECHO;
    tcsetattr (STDIN_FILENO, TCSAFLUSH, &silent);
  }
  got = fgets (line, size, stdin) != NULL;
  if (terminal) {
    tcsetattr (STDIN_FILENO, TCSAFLUSH, &before);
    g_printerr ("\n");
  }
  return got;
}

/**
 * ceci_cli_passphrase:
 * @file: (nullable): a file whose first line is the passphrase; %NULL asks on the terminal, without echo
 * @error: a #GIOErrorEnum
 *
 * Returns: (transfer full): the passphrase, in memory that ceci_cli_wipe() clears and frees
 */
char *
ceci_cli_passphrase (const char *file, GError **error)
{
  char *line = sodium_malloc (PASSPHRASE_BYTES);
  gboolean got = FALSE;

  if (line == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("No protected memory is left for a passphrase."));
    return NULL;
  }
  line[0] = '\0';
  if (file != NULL) {
    FILE *stream = g_fopen (file, "re");

    if (stream != NULL) {
      setvbuf (stream, NULL, _IONBF, 0);
      got = fgets (line, PASSPHRASE_BYTES, stream) != NULL;
      fclose (stream);
    }
  } else {
    got = read_line_without_echo (line, PASSPHRASE_BYTES);
  }
  line[strcspn (line, "\r\n")] = '\0';
  if (!got || line[0] == '\0') {
    ceci_cli_wipe (line);
    if (file != NULL)
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("No passphrase could be read from “%s”."), file);
    else
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("A passphrase is needed."));
    return NULL;
  }
  return line;
}

void
ceci_cli_wipe (char *passphrase)
{
  sodium_free (passphrase);
}
