// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl document: the pieces of a portfolio. PDFs are inspected by ceci-render before they are kept, whatever they
// are.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-labels.h"
#include "render/client/ceci-inspection.h"

static gpointer
list_documents (CeciDatabase *database, gpointer student_id, GError **error)
{
  return ceci_document_repository_list (database, student_id, error);
}

static CeciExit
show_documents (CeciCli *cli, CeciRegister *opened, const char *student_id)
{
  static const char *const columns[] = {"id",    "kind",   "title",      "dated-on", "versions",
                                        "pages", "health", "removed-on", NULL};
  const char *const titles[] = {_ ("Identifier"), _ ("Kind"),   _ ("Title"),   _ ("Date"), _ ("Versions"),
                                _ ("Pages"),      _ ("Health"), _ ("Removed"), NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) documents = ceci_register_read (opened, list_documents, (gpointer) student_id, &error);

  return documents != NULL ? ceci_cli_records (cli, documents, columns, titles) : ceci_cli_fail (error);
}

static CeciExit
run_list (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *text = NULL;
  const GOptionEntry entries[] = {{"student", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL}, G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) student = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc > 1 || text == NULL)
    return ceci_cli_usage (&ceci_cli_document[1], NULL);
  student = ceci_cli_open_student (cli, text, FALSE, &opened, &exit);
  return student != NULL ? show_documents (cli, opened, ceci_record_get_id (CECI_RECORD (student))) : exit;
}

typedef struct {
  CeciDocument *draft;
  CeciDocumentVersion *version;
  GBytes *bytes;
  gboolean new_version;
} Addition;

static gpointer
add_document (CeciDatabase *database, gpointer user_data, GError **error)
{
  Addition *addition = user_data;

  return ceci_document_repository_add (database, addition->draft, addition->version, addition->bytes,
                                       &addition->new_version, error);
}

// What ceci-render says of the file; without a renderer the document is kept as not inspected, and that is said.
static CeciDocumentVersion *
inspect (GFile *file, GBytes *bytes)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *source = g_file_get_path (file);
  const char *media_type = ceci_media_type_of_file_name (name);
  g_autoptr (CeciInspection) inspection = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_has_prefix (media_type, "image/")) {
    inspection = ceci_document_inspect (bytes, NULL, &error);
    if (inspection == NULL)
      g_printerr ("cecictl: %s\n", error->message);
    else if (inspection->withheld)
      g_printerr ("cecictl: %s\n", inspection->detail); // not opened: it is kept, and that is said
  }
  return ceci_record_new (CECI_TYPE_DOCUMENT_VERSION, "file_name", name, "media_type", media_type, "pages",
                          inspection != NULL && inspection->n_pages > 0 ? (gint64) inspection->n_pages : CECI_UNSET,
                          "health", inspection != NULL ? ceci_health_to_string (inspection->health) : "unknown",
                          "health_detail", inspection != NULL ? inspection->detail : NULL, "source", source, NULL);
}

// The title that a file's name gives: without folder and suffix.
static char *
title_of (GFile *file)
{
  char *name = g_file_get_basename (file);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}

static CeciExit
add_file (CeciCli *cli, CeciRegister *opened, CeciStudent *student, GFile *file, CeciDocument *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_autoptr (CeciDocumentVersion) version = NULL;
  g_autofree char *label = NULL, *id = NULL;
  Addition addition;

  if (bytes == NULL)
    return ceci_cli_fail (error);
  version = inspect (file, bytes);
  addition = (Addition) {draft, version, bytes, FALSE};
  label = ceci_label_document_add (ceci_document_get_title (draft), ceci_student_get_display_name (student));
  id = ceci_register_write (opened, label, add_document, &addition, &error);
  if (id == NULL)
    return ceci_cli_fail (error);
  if (!addition.new_version)
    g_printerr ("%s\n", _ ("The register has this very file already; nothing was added."));
  return show_documents (cli, opened, ceci_record_get_id (CECI_RECORD (student)));
}

static CeciExit
run_add (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *text = NULL, *kind = NULL, *type = NULL, *title = NULL, *dated = NULL;
  const GOptionEntry entries[] = {
      {"student", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL},
      {"kind", 0, 0, G_OPTION_ARG_STRING, &kind, NULL, NULL},
      {"type", 0, 0, G_OPTION_ARG_STRING, &type, NULL, NULL},
      {"title", 0, 0, G_OPTION_ARG_STRING, &title, NULL, NULL},
      {"dated", 0, 0, G_OPTION_ARG_STRING, &dated, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) student = NULL;
  g_autoptr (CeciDocument) draft = NULL;
  g_autoptr (GFile) file = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || text == NULL || (kind != NULL && ceci_enum_from_nick (CECI_TYPE_DOCUMENT_KIND, kind) < 0) ||
      (type != NULL && ceci_enum_from_nick (CECI_TYPE_PRODUCTION_TYPE, type) < 0))
    return ceci_cli_usage (&ceci_cli_document[0], NULL);
  student = ceci_cli_open_student (cli, text, TRUE, &opened, &exit);
  if (student == NULL)
    return exit;

  file = g_file_new_for_commandline_arg (argv[1]);
  if (title == NULL)
    title = title_of (file);
  draft = ceci_record_new (CECI_TYPE_DOCUMENT, "student_id", ceci_record_get_id (CECI_RECORD (student)), "kind",
                           kind != NULL ? kind : "production", "production_type", type, "title", title, "dated_on",
                           dated, NULL);
  return add_file (cli, opened, student, file, draft);
}

typedef struct {
  const char *id;
  CeciDocument *document;
  int number; // of the version, 0: the newest
} Export;

static gpointer
fetch (CeciDatabase *database, gpointer user_data, GError **error)
{
  Export *export = user_data;

  g_autoptr (GListModel) versions = NULL;

  export->document = ceci_document_repository_find (database, export->id, error);
  if (export->document == NULL || export->number == 0)
    return export->document != NULL ? ceci_document_repository_bytes (database, export->id, error) : NULL;
  versions = ceci_document_repository_versions (database, export->id, error);
  for (guint i = 0; versions != NULL && i < g_list_model_get_n_items (versions); i++) {
    g_autoptr (CeciDocumentVersion) version = g_list_model_get_item (versions, i);

    if (ceci_document_version_get_number (version) == export->number)
      return ceci_database_get_blob (database, ceci_document_version_get_sha256 (version), error);
  }
  if (versions != NULL)
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND,
                 _ ("“%s” has no version %d: see with “document versions” which there are."),
                 ceci_document_get_title (export->document), export->number);
  return NULL;
}

static gpointer
find_document (CeciDatabase *database, gpointer id, GError **error)
{
  return ceci_document_repository_find (database, id, error);
}

typedef struct {
  CeciDocument *target;
  CeciDocumentVersion *version;
  GBytes *bytes;
  gboolean same;
} Replacement;

static gpointer
replace_document (CeciDatabase *database, gpointer user_data, GError **error)
{
  Replacement *replacement = user_data;
  g_autoptr (CeciDocument) draft = ceci_record_with (replacement->target, "deposited_at", NULL, "dated_on", NULL, NULL);
  g_autofree char *sha256 = ceci_database_put_blob (database, replacement->bytes, error);
  g_autoptr (CeciDocumentVersion) version = NULL;
  g_autofree char *id = NULL;

  if (sha256 == NULL)
    return NULL;
  replacement->same = g_strcmp0 (sha256, ceci_document_get_sha256 (replacement->target)) == 0;
  if (replacement->same)
    return replacement;
  version = ceci_record_with (replacement->version, "sha256", sha256, "size",
                              (gint64) g_bytes_get_size (replacement->bytes), NULL);
  id = ceci_document_repository_add_kept (database, replacement->target, draft, version, error);
  return id != NULL ? replacement : NULL;
}

static CeciExit
run_replace (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (CeciDocument) document = NULL;
  g_autoptr (CeciDocumentVersion) version = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *label = NULL;
  Replacement replacement;
  CeciExit exit;

  if (argc != 3)
    return ceci_cli_usage (&ceci_cli_document[3], NULL);
  opened = ceci_cli_open (cli, TRUE, &exit);
  if (opened == NULL)
    return exit;
  document = ceci_register_read (opened, find_document, argv[1], &error);
  file = g_file_new_for_commandline_arg (argv[2]);
  bytes = document != NULL ? g_file_load_bytes (file, NULL, NULL, &error) : NULL;
  if (bytes == NULL)
    return ceci_cli_fail (error);
  version = inspect (file, bytes);
  replacement = (Replacement) {document, version, bytes, FALSE};
  label = ceci_label_document_replace (ceci_document_get_title (document), ceci_document_get_display_name (document));
  if (ceci_register_write (opened, label, replace_document, &replacement, &error) == NULL)
    return ceci_cli_fail (error);
  if (replacement.same)
    g_printerr ("%s\n", _ ("The register has this very file already; nothing was added."));
  return show_documents (cli, opened, ceci_document_get_student_id (document));
}

static CeciExit
run_export (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *out = NULL, *student = NULL;
  Export export = {0};
  const GOptionEntry entries[] = {{"out", 0, 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL},
                                  {"student", 0, 0, G_OPTION_ARG_STRING, &student, NULL, NULL},
                                  {"number", 0, 0, G_OPTION_ARG_INT, &export.number, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CeciDocument) document = NULL;
  gconstpointer data;
  gsize size;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc == 1 && student != NULL && out != NULL)
    return ceci_cli_document_export_dossier (cli, student, out);
  if (argc != 2 || out == NULL || student != NULL)
    return ceci_cli_usage (&ceci_cli_document[2], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  export.id = argv[1];
  bytes = ceci_register_read (opened, fetch, &export, &error);
  document = export.document;
  if (bytes == NULL)
    return ceci_cli_fail (error);
  data = g_bytes_get_data (bytes, &size);
  if (!g_file_set_contents_full (out, data != NULL ? data : "", (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                 &error))
    return ceci_cli_fail (error);
  ceci_cli_print (cli, "%s\n", out);
  return ceci_cli_json (cli, ceci_record_to_json (document));
}

const CeciCommand ceci_cli_document[] = {
    {"document", "add",
     "--student STUDENT [--kind production|reflective-analysis|follow-up-grid|agreement|annex] [--type TYPE] [--title "
     "TEXT] "
     "[--dated DATE] FILE",
     run_add},
    {"document", "list", "--student STUDENT", run_list},
    {"document", "export", "DOCUMENT [--number VERSION] --out FILE | --student STUDENT --out FOLDER|FILE.zip",
     run_export},
    {"document", "replace", "DOCUMENT FILE", run_replace},
    {"document", "remove", "DOCUMENT --reason REASON", ceci_cli_document_remove},
    {"document", "restore", "DOCUMENT", ceci_cli_document_restore},
    {"document", "move", "DOCUMENT --student STUDENT", ceci_cli_document_move},
    {"document", "split", "VERSION --title TEXT [--kind KIND] [--type TYPE] [--dated DATE]", ceci_cli_document_split},
    {"document", "renew", "VERSION", ceci_cli_document_renew},
    {"document", "versions", "DOCUMENT", ceci_cli_document_versions},
    {NULL, NULL, NULL, NULL},
};
