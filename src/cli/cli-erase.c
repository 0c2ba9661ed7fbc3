// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl erase, retention, schedule, export access: what is given to a person on request, erasing a person, or all
// that was kept long enough. What goes and what stays is said first.

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-cli.h"
#include "core/model/ceci-erasure-repository.h"
#include "core/model/ceci-person-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/paperwork/ceci-access-file.h"

typedef struct {
  const char *person;
  const char *reason;
  const char *today;
  GPtrArray *due;
} Erasing;

// A person is named as a student is, or by the person's own identifier: applicants are not students.
static gpointer
find_person (CeciDatabase *database, gpointer user_data, GError **error)
{
  const char *text = user_data;
  g_autoptr (CeciPerson) person = ceci_person_repository_find (database, text, NULL);
  g_autoptr (CeciStudent) student = person == NULL ? ceci_student_repository_look_up (database, text, error) : NULL;

  if (person != NULL)
    return g_strdup (text);
  return student != NULL ? g_strdup (ceci_student_get_person_id (student)) : NULL;
}

static gpointer
preview (CeciDatabase *database, gpointer user_data, GError **error)
{
  Erasing *erasing = user_data;

  return ceci_erasure_preview (database, erasing->person, error);
}

static gpointer
erase (CeciDatabase *database, gpointer user_data, GError **error)
{
  Erasing *erasing = user_data;

  return GINT_TO_POINTER (ceci_erasure_apply (database, erasing->person, erasing->reason, erasing->today, error));
}

static void
print_preview (CeciCli *cli, CeciErasurePreview *it)
{
  ceci_cli_print (cli, "%s\n", it->name);
  for (guint i = 0; i < it->lines->len; i++) {
    CeciErasureLine *line = it->lines->pdata[i];

    if (line->kept == NULL)
      // Translators: what is erased, how many
      ceci_cli_print (cli, _ ("  erased: %s (%u)\n"), line->what, line->n);
    else
      // Translators: what is kept, how many, why
      ceci_cli_print (cli, _ ("  kept: %s (%u). %s\n"), line->what, line->n, line->kept);
  }
  if (it->bytes > 0) {
    g_autofree char *size = g_format_size ((guint64) it->bytes);

    ceci_cli_print (cli, _ ("  documents: %s\n"), size);
  }
}

static CeciExit
say_backups (CeciCli *cli)
{
  ceci_cli_print (cli, "%s\n",
                  _ ("Backups made before still hold what was erased: delete them, or keep them locked away."));
  return CECI_EXIT_DONE;
}

static CeciExit
run_erase (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *reason = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {{"reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL},
                                  {"dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || (reason == NULL && !dry_run))
    return ceci_cli_usage (&ceci_cli_erase[0], NULL);
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, !dry_run, &exit);
  if (opened == NULL)
    return exit;
  g_autofree char *person = ceci_register_read (opened, find_person, argv[1], &error);
  Erasing erasing = {.person = person, .reason = reason, .today = cli->today};
  g_autoptr (CeciErasurePreview) found = person != NULL ? ceci_register_read (opened, preview, &erasing, &error) : NULL;
  if (found == NULL)
    return ceci_cli_fail (error);
  if (!dry_run && ceci_register_erase (opened, _ ("Erase a person"), erase, &erasing, &error) == NULL)
    return ceci_cli_fail (error);
  print_preview (cli, found);
  if (!dry_run)
    say_backups (cli);
  return ceci_cli_json (cli, ceci_erasure_preview_to_json (found));
}

static gpointer
list_due (CeciDatabase *database, gpointer user_data, GError **error)
{
  return ceci_retention_due (database, user_data, error);
}

static gpointer
erase_due (CeciDatabase *database, gpointer user_data, GError **error)
{
  Erasing *erasing = user_data;

  return GINT_TO_POINTER (ceci_retention_apply (database, erasing->due, erasing->today, error));
}

static CeciExit
report_due (CeciCli *cli, GPtrArray *due, gboolean erased)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "erased");
  json_builder_add_boolean_value (builder, erased);
  json_builder_set_member_name (builder, "due");
  json_builder_begin_array (builder);
  for (guint i = 0; i < due->len; i++) {
    CeciDue *it = due->pdata[i];

    json_builder_begin_object (builder);
    json_builder_set_member_name (builder, "kind");
    json_builder_add_string_value (builder, ceci_due_kind_name (it->kind));
    json_builder_set_member_name (builder, "id");
    json_builder_add_string_value (builder, it->id);
    json_builder_set_member_name (builder, "name");
    json_builder_add_string_value (builder, it->name);
    json_builder_set_member_name (builder, "due");
    json_builder_add_string_value (builder, it->due_on);
    json_builder_end_object (builder);
    ceci_cli_print (cli, "%s  %s  %s\n", it->due_on, it->name, ceci_due_kind_label (it->kind));
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (due->len == 0)
    ceci_cli_print (cli, "%s\n", _ ("Nothing was kept longer than the schedule says."));
  else if (erased)
    say_backups (cli);
  return ceci_cli_json (cli, json_builder_get_root (builder));
}

static CeciExit
run_retention (CeciCli *cli, int argc, char **argv)
{
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {{"dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL}, G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 1)
    return ceci_cli_usage (&ceci_cli_erase[1], NULL);
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, !dry_run, &exit);
  if (opened == NULL)
    return exit;
  g_autoptr (GPtrArray) due = ceci_register_read (opened, list_due, (gpointer) cli->today, &error);
  Erasing erasing = {.due = due, .today = cli->today};
  if (due == NULL ||
      (!dry_run && due->len > 0 &&
       ceci_register_erase (opened, _ ("Erase what was kept long enough"), erase_due, &erasing, &error) == NULL))
    return ceci_cli_fail (error);
  return report_due (cli, due, !dry_run && due->len > 0);
}

typedef struct {
  const char *kind;
  int value;
} Term;

static gpointer
set_term (CeciDatabase *database, gpointer user_data, GError **error)
{
  Term *term = user_data;

  for (guint kind = 0; kind < CECI_DUE_KINDS; kind++)
    if (g_str_equal (ceci_due_kind_name ((CeciDueKind) kind), term->kind))
      return GINT_TO_POINTER (ceci_retention_set (database, (CeciDueKind) kind, term->value, error));
  g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID,
               _ ("“%s” is not part of the schedule: application, withdrawn, awarded, notes, gender."), term->kind);
  return NULL;
}

static gpointer
read_terms (CeciDatabase *database, gpointer user_data, GError **error)
{
  int *values = user_data;

  for (guint kind = 0; kind < CECI_DUE_KINDS; kind++) {
    values[kind] = ceci_retention_get (database, (CeciDueKind) kind, error);
    if (values[kind] < 0)
      return NULL;
  }
  return values;
}

static CeciExit
print_terms (CeciCli *cli, CeciRegister *opened)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (GError) error = NULL;
  int values[CECI_DUE_KINDS];

  if (ceci_register_read (opened, read_terms, values, &error) == NULL)
    return ceci_cli_fail (error);
  for (guint kind = 0; kind < CECI_DUE_KINDS; kind++) {
    json_object_set_int_member (object, ceci_due_kind_name ((CeciDueKind) kind), values[kind]);
    ceci_cli_print (cli, "%-12s %4d  %s\n", ceci_due_kind_name ((CeciDueKind) kind), values[kind],
                    ceci_due_kind_label ((CeciDueKind) kind));
  }
  return ceci_cli_json (cli, json_node_init_object (json_node_alloc (), object));
}

static CeciExit
run_schedule (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;
  CeciExit exit;

  if (argc != 1 && (argc != 3 || !g_ascii_string_to_signed (argv[2], 10, 0, 1200, &value, NULL)))
    return ceci_cli_usage (&ceci_cli_erase[2], NULL);
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, argc == 3, &exit);
  if (opened == NULL)
    return exit;
  Term term = {.kind = argv[1], .value = (int) value};
  if (argc == 3 && ceci_register_write (opened, _ ("Change the retention schedule"), set_term, &term, &error) == NULL)
    return ceci_cli_fail (error);
  return print_terms (cli, opened);
}

typedef struct {
  const char *person;
  const char *today;
  GFile *file;
} Access;

static gpointer
write_access (CeciDatabase *database, gpointer user_data, GError **error)
{
  Access *access = user_data;

  return GINT_TO_POINTER (ceci_access_file_write (database, access->person, access->today, access->file, error));
}

static CeciExit
run_access (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *out = NULL;
  const GOptionEntry entries[] = {{"out", 0, 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL}, G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = json_object_new ();
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || out == NULL)
    return ceci_cli_usage (&ceci_cli_erase[3], NULL);
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  g_autofree char *person = ceci_register_read (opened, find_person, argv[1], &error);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (out);
  Access access = {person, cli->today, file};
  if (person == NULL || ceci_register_read (opened, write_access, &access, &error) == NULL)
    return ceci_cli_fail (error);
  // Translators: a file
  ceci_cli_print (cli, _ ("Written to %s. It holds personal data: give it to that person only.\n"), out);
  json_object_set_string_member (object, "file", out);
  return ceci_cli_json (cli, json_node_init_object (json_node_alloc (), object));
}

const CeciCommand ceci_cli_erase[] = {
    {"erase", NULL, "PERSON --reason TEXT | PERSON --dry-run", run_erase},
    {"retention", NULL, "[--dry-run]", run_retention},
    {"schedule", NULL, "[application|withdrawn|awarded|notes|gender MONTHS]", run_schedule},
    {"export", "access", "PERSON --out FILE.zip", run_access},
    {NULL, NULL, NULL, NULL},
};
