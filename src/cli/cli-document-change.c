// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl document: what is done to a document once it is there. Every command is one step that Undo takes back.

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-cli.h"
#include "core/exchange/ceci-dossier-export.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-student-repository.h"

typedef struct {
  const char *id; // a document's, or a version's
  const char *reason;
  const char *today;
  const char *text;       // names a student
  const char *version_id; // for renew
  CeciDocument *draft;    // for split
  char *label;
  CeciDocument *document; // as it is afterwards
} Change;

static void
change_clear (Change *change)
{
  g_clear_object (&change->draft);
  g_clear_object (&change->document);
  g_clear_pointer (&change->label, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

static gpointer
read_document (CeciDatabase *database, gpointer data, GError **error)
{
  return ceci_document_repository_find (database, ((Change *) data)->id, error);
}

static gpointer
again (CeciDatabase *database, Change *change, const char *id, GError **error)
{
  g_clear_object (&change->document);
  change->document = ceci_document_repository_find (database, id, error);
  return change->document;
}

static gpointer
remove_document (CeciDatabase *database, gpointer data, GError **error)
{
  Change *change = data;

  return ceci_document_repository_remove (database, change->id, change->today, change->reason, error)
             ? again (database, change, change->id, error)
             : NULL;
}

static gpointer
restore_document (CeciDatabase *database, gpointer data, GError **error)
{
  Change *change = data;

  return ceci_document_repository_restore (database, change->id, error) ? again (database, change, change->id, error)
                                                                        : NULL;
}

static gpointer
move_document (CeciDatabase *database, gpointer data, GError **error)
{
  Change *change = data;
  g_autoptr (CeciStudent) student = ceci_student_repository_look_up (database, change->text, error);

  return student != NULL &&
                 ceci_document_repository_move (database, change->id, ceci_record_get_id (CECI_RECORD (student)), error)
             ? again (database, change, change->id, error)
             : NULL;
}

static gpointer
split_version (CeciDatabase *database, gpointer data, GError **error)
{
  Change *change = data;
  g_autoptr (CeciDocumentVersion) version = ceci_record_find (CECI_TYPE_DOCUMENT_VERSION, database, change->id, error);
  g_autoptr (CeciDocument) from =
      version != NULL ? ceci_document_repository_find (database, ceci_document_version_get_document_id (version), error)
                      : NULL;
  g_autoptr (CeciDocument) draft = NULL;
  g_autofree char *id = NULL;

  if (from == NULL)
    return NULL;
  draft = ceci_record_with (change->draft, "student_id", ceci_document_get_student_id (from), NULL);
  id = ceci_document_repository_split (database, change->id, draft, error);
  return id != NULL ? again (database, change, id, error) : NULL;
}

static CeciExit
write_change (CeciCli *cli, CeciRegister *opened, Change *change, CeciRegisterFunc work)
{
  g_autoptr (GError) error = NULL;

  if (ceci_register_write (opened, change->label, work, change, &error) == NULL)
    return ceci_cli_fail (error);
  ceci_cli_print (cli, "%s\n", change->label);
  return ceci_cli_json (cli, ceci_record_to_json (change->document));
}

// Opens the register and finds the document, which names the step.
static CeciRegister *
open_document (CeciCli *cli, Change *change, CeciExit *exit)
{
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, TRUE, exit);
  g_autoptr (GError) error = NULL;

  if (opened == NULL)
    return NULL;
  change->document = ceci_register_read (opened, read_document, change, &error);
  if (change->document != NULL)
    return g_steal_pointer (&opened);
  *exit = ceci_cli_fail (error);
  return NULL;
}

static CeciExit
usage (const char *command)
{
  for (const CeciCommand *each = ceci_cli_document; each->group != NULL; each++)
    if (g_strcmp0 (each->name, command) == 0)
      return ceci_cli_usage (each, NULL);
  return CECI_EXIT_USAGE;
}

CeciExit
ceci_cli_document_remove (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {{"reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL}, G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_auto (Change) change = {0};
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || reason == NULL)
    return usage ("remove");
  change.id = argv[1];
  change.reason = reason;
  change.today = cli->today;
  opened = open_document (cli, &change, &exit);
  if (opened == NULL)
    return exit;
  change.label = ceci_label_document_remove (ceci_document_get_title (change.document),
                                             ceci_document_get_display_name (change.document));
  return write_change (cli, opened, &change, remove_document);
}

CeciExit
ceci_cli_document_restore (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (CeciRegister) opened = NULL;
  g_auto (Change) change = {0};
  CeciExit exit;

  if (argc != 2)
    return usage ("restore");
  change.id = argv[1];
  opened = open_document (cli, &change, &exit);
  if (opened == NULL)
    return exit;
  change.label = ceci_label_document_restore (ceci_document_get_title (change.document),
                                              ceci_document_get_display_name (change.document));
  return write_change (cli, opened, &change, restore_document);
}

CeciExit
ceci_cli_document_move (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *student = NULL;
  const GOptionEntry entries[] = {{"student", 0, 0, G_OPTION_ARG_STRING, &student, NULL, NULL}, G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_auto (Change) change = {0};
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || student == NULL)
    return usage ("move");
  change.id = argv[1];
  change.text = student;
  opened = open_document (cli, &change, &exit);
  if (opened == NULL)
    return exit;
  change.label = ceci_label_document_move (ceci_document_get_title (change.document), student);
  return write_change (cli, opened, &change, move_document);
}

CeciExit
ceci_cli_document_split (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *kind = NULL, *type = NULL, *title = NULL, *dated = NULL;
  const GOptionEntry entries[] = {
      {"kind", 0, 0, G_OPTION_ARG_STRING, &kind, NULL, NULL},
      {"type", 0, 0, G_OPTION_ARG_STRING, &type, NULL, NULL},
      {"title", 0, 0, G_OPTION_ARG_STRING, &title, NULL, NULL},
      {"dated", 0, 0, G_OPTION_ARG_STRING, &dated, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_auto (Change) change = {0};
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || title == NULL || (kind != NULL && ceci_enum_from_nick (CECI_TYPE_DOCUMENT_KIND, kind) < 0) ||
      (type != NULL && ceci_enum_from_nick (CECI_TYPE_PRODUCTION_TYPE, type) < 0))
    return usage ("split");
  opened = ceci_cli_open (cli, TRUE, &exit);
  if (opened == NULL)
    return exit;
  change.id = argv[1];
  change.draft = ceci_record_new (CECI_TYPE_DOCUMENT, "kind", kind != NULL ? kind : "production", "production_type",
                                  type, "title", title, "dated_on", dated, NULL);
  change.label = ceci_label_document_split (title);
  return write_change (cli, opened, &change, split_version);
}

static gpointer
read_version (CeciDatabase *database, gpointer id, GError **error)
{
  return ceci_document_repository_version (database, id, error);
}

static gpointer
renew_version (CeciDatabase *database, gpointer data, GError **error)
{
  Change *change = data;
  g_autofree char *id = g_strdup (ceci_record_get_id (CECI_RECORD (change->document)));

  return ceci_document_repository_renew (database, change->version_id, error) ? again (database, change, id, error)
                                                                              : NULL;
}

CeciExit
ceci_cli_document_renew (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciDocumentVersion) version = NULL;
  g_auto (Change) change = {0};
  CeciExit exit;

  if (argc != 2)
    return usage ("renew");
  opened = ceci_cli_open (cli, TRUE, &exit);
  if (opened == NULL)
    return exit;
  version = ceci_register_read (opened, read_version, argv[1], &error);
  if (version == NULL)
    return ceci_cli_fail (error);
  change.id = ceci_document_version_get_document_id (version);
  change.version_id = argv[1];
  change.document = ceci_register_read (opened, read_document, &change, &error);
  if (change.document == NULL)
    return ceci_cli_fail (error);
  change.label =
      ceci_label_document_renew (ceci_document_version_get_number (version), ceci_document_get_title (change.document),
                                 ceci_document_get_display_name (change.document));
  return write_change (cli, opened, &change, renew_version);
}

static gpointer
read_versions (CeciDatabase *database, gpointer id, GError **error)
{
  g_autoptr (CeciDocument) document = ceci_document_repository_find (database, id, error); // says that there is none

  return document != NULL ? ceci_document_repository_versions (database, id, error) : NULL;
}

CeciExit
ceci_cli_document_versions (CeciCli *cli, int argc, char **argv)
{
  static const char *const columns[] = {"id", "number", "file-name", "size", "health", "added-at", "sha256", NULL};
  const char *const titles[] = {_ ("Identifier"), _ ("Version"), _ ("File"),    _ ("Size"),
                                _ ("Health"),     _ ("Added"),   _ ("SHA-256"), NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GListModel) versions = NULL;
  CeciExit exit;

  if (argc != 2)
    return usage ("versions");
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  versions = ceci_register_read (opened, read_versions, argv[1], &error);
  return versions != NULL ? ceci_cli_records (cli, versions, columns, titles) : ceci_cli_fail (error);
}

typedef struct {
  const char *student_id;
  GFile *destination;
} Dossier;

static gpointer
export_dossier (CeciDatabase *database, gpointer data, GError **error)
{
  Dossier *dossier = data;

  return ceci_dossier_export (database, dossier->student_id, dossier->destination, NULL, error) ? dossier : NULL;
}

CeciExit
ceci_cli_document_export_dossier (CeciCli *cli, const char *student, const char *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GFile) destination = g_file_new_for_commandline_arg (out);
  CeciExit exit;
  g_autoptr (CeciStudent) found = ceci_cli_open_student (cli, student, FALSE, &opened, &exit);
  Dossier dossier = {NULL, destination};

  if (found == NULL)
    return exit;
  dossier.student_id = ceci_record_get_id (CECI_RECORD (found));
  if (ceci_register_read (opened, export_dossier, &dossier, &error) == NULL)
    return ceci_cli_fail (error);
  ceci_cli_print (cli, "%s\n", out);
  return ceci_cli_json (cli, ceci_record_to_json (found));
}
