// SPDX-License-Identifier: GPL-3.0-or-later
// Writes to a register and acknowledges each write that is durable by a line on standard output: what the tests of
// faults kill.
//   writer create FILE        makes the register
//   writer write FILE FROM N  writes rows FROM to FROM + N - 1, one step each
//   writer fill FILE BYTES    puts a document of that many bytes
//   writer hold FILE          holds the register until standard input ends
//   writer backup FILE TO     ·  writer restore BACKUP FILE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "core/store/ceci-register.h"

static gpointer
write_row (CeciDatabase *database, gpointer number, GError **error)
{
  g_autofree char *id = g_strdup_printf ("row-%d", GPOINTER_TO_INT (number));

  return GINT_TO_POINTER (
      ceci_database_run (database, error, "INSERT INTO setting (id, value) VALUES ($1, $2)", "tt", id,
                         "a value of some length, so that pages fill and are split from time to time"));
}

static gpointer
put_document (CeciDatabase *database, gpointer bytes, GError **error)
{
  g_autofree char *sha256 = ceci_database_put_blob (database, bytes, error);

  return GINT_TO_POINTER (
      sha256 != NULL &&
      ceci_database_run (database, error, "INSERT INTO setting (id, value) VALUES ($1, $1)", "t", sha256));
}

static void
acknowledge (const char *text)
{
  g_autofree char *line = g_strconcat (text, "\n", NULL);

  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (4);
}

static gboolean
write_rows (CeciRegister *opened, int from, int n, GError **error)
{
  for (int i = from; i < from + n; i++) {
    g_autofree char *label = g_strdup_printf ("Write %d", i);

    if (ceci_register_write (opened, label, write_row, GINT_TO_POINTER (i), error) == NULL)
      return FALSE;
    acknowledge (label);
  }
  return TRUE;
}

static gboolean
fill (CeciRegister *opened, gsize size, GError **error)
{
  g_autofree guint8 *bytes = g_malloc0 (size);
  g_autoptr (GBytes) document = g_bytes_new (bytes, size);

  if (ceci_register_write (opened, "Put a document", put_document, document, error) == NULL)
    return FALSE;
  acknowledge ("Put");
  return TRUE;
}

static gboolean
hold (CeciRegister *opened)
{
  char byte;

  acknowledge (ceci_register_is_read_only (opened) ? "reading" : "holding");
  while (read (STDIN_FILENO, &byte, 1) > 0)
    ;
  return TRUE;
}

static gboolean
run (int argc, char **argv, GError **error)
{
  const char *verb = argv[1];
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[2]);
  g_autoptr (GFile) other = argc > 3 ? g_file_new_for_commandline_arg (argv[3]) : NULL;

  if (g_str_equal (verb, "restore"))
    return ceci_register_restore (file, other, error);
  g_autoptr (CeciRegister) opened =
      ceci_register_open (file, g_str_equal (verb, "create") ? CECI_REGISTER_CREATE : 0, "Writer", NULL, error);
  if (opened == NULL)
    return FALSE;
  if (g_str_equal (verb, "write"))
    return write_rows (opened, atoi (argv[3]), atoi (argv[4]), error);
  if (g_str_equal (verb, "fill"))
    return fill (opened, (gsize) atol (argv[3]), error);
  if (g_str_equal (verb, "backup"))
    return ceci_register_backup (opened, other, error);
  return g_str_equal (verb, "create") || hold (opened);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc < 3 || run (argc, argv, &error))
    return argc < 3 ? 2 : 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
