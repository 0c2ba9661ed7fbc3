// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl letter: what the office writes to people, prepared, printed, and marked as sent.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-enums.h"
#include "core/model/ceci-letter-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/paperwork/ceci-letter-paper.h"
#include "core/paperwork/ceci-letter-template.h"
#include "core/paperwork/ceci-letter-writing.h"

#define DECISION "decision" // the letter that tells an applicant where the application stands

// --- letter list -------------------------------------------------------------------

typedef struct {
  const char *student;
  gboolean waiting;
} Wanted;

static gpointer
find_letters (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Wanted *wanted = user_data;
  g_autoptr (CeciStudent) student = NULL;

  if (wanted->student == NULL)
    return ceci_letter_repository_list (database, NULL, NULL, wanted->waiting, error);
  student = ceci_student_repository_look_up (database, wanted->student, error);
  return student != NULL ? ceci_letter_repository_list (database, ceci_student_get_person_id (student), NULL,
                                                        wanted->waiting, error)
                         : NULL;
}

static CeciExit
run_list (CeciCli *cli, int argc, char **argv)
{
  static const char *const columns[] = {"id",          "reader-name", "kind",    "subject",
                                        "prepared-at", "sent-on",     "channel", NULL};
  const char *const titles[] = {_ ("Id"),       _ ("To"),   _ ("Letter"), _ ("Subject"),
                                _ ("Prepared"), _ ("Sent"), _ ("How"),    NULL};
  g_autofree char *student = NULL;
  Wanted wanted = {0};
  const GOptionEntry entries[] = {
      {"student", 0, 0, G_OPTION_ARG_STRING, &student, NULL, NULL},
      {"waiting", 0, 0, G_OPTION_ARG_NONE, &wanted.waiting, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GListModel) letters = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc > 1)
    return ceci_cli_usage (&ceci_cli_letter[0], NULL);
  wanted.student = student;
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  letters = ceci_register_read (opened, find_letters, &wanted, &error);
  return letters != NULL ? ceci_cli_records (cli, letters, columns, titles) : ceci_cli_fail (error);
}

static CeciExit
run_kinds (CeciCli *cli, int argc, char **argv)
{
  JsonArray *array = json_array_new ();
  JsonNode *node;

  for (const CeciLetterTemplate *at = ceci_letter_templates; at->kind != NULL; at++) {
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "kind", at->kind);
    json_object_set_string_member (object, "title", ceci_letter_template_get_title (at->kind));
    json_object_set_string_member (object, "reader", at->reader == CECI_LETTER_TO_STUDENT ? "student" : "supervisor");
    json_array_add_object_element (array, object);
    ceci_cli_print (cli, "%-22s %s\n", at->kind, ceci_letter_template_get_title (at->kind));
  }
  node = json_node_init_array (json_node_alloc (), array);
  json_array_unref (array);
  return ceci_cli_json (cli, node);
}

// --- letter compose, prepare --------------------------------------------------------

typedef struct {
  CeciLetterRequest request;
  char **students;       // as they were named
  const char *applicant; // or an applicant, as named
  GPtrArray *letters;
} Writing;

static gboolean
write_one (CeciDatabase *database, Writing *self, GError **error)
{
  g_autoptr (CeciLetter) letter = ceci_letter_compose (database, &self->request, error);
  g_autofree char *id = NULL;

  if (letter != NULL && ceci_database_is_writable (database)) {
    id = ceci_letter_repository_keep (database, letter, error);
    g_clear_object (&letter);
    letter = id != NULL ? ceci_letter_repository_find (database, id, error) : NULL;
  }
  if (letter != NULL)
    g_ptr_array_add (self->letters, g_object_ref (letter));
  return letter != NULL;
}

static gboolean
write_to_applicant (CeciDatabase *database, Writing *self, GError **error)
{
  g_autoptr (CeciApplication) application = ceci_application_repository_look_up (database, self->applicant, error);

  if (application == NULL)
    return FALSE;
  self->request.application_id = ceci_record_get_id (CECI_RECORD (application));
  return write_one (database, self, error);
}

static gpointer
write_letters (CeciDatabase *database, gpointer user_data, GError **error)
{
  Writing *self = user_data;

  if (self->applicant != NULL)
    return write_to_applicant (database, self, error) ? self->letters : NULL;
  for (char **named = self->students; *named != NULL; named++) {
    g_autoptr (CeciStudent) student = ceci_student_repository_look_up (database, *named, error);

    if (student == NULL)
      return NULL;
    self->request.student_id = ceci_record_get_id (CECI_RECORD (student));
    if (!write_one (database, self, error))
      return NULL;
  }
  return self->letters;
}

static CeciExit
tell_letters (CeciCli *cli, GPtrArray *letters)
{
  JsonArray *array = json_array_new ();
  JsonNode *node;

  for (guint i = 0; i < letters->len; i++) {
    CeciLetter *letter = letters->pdata[i];

    ceci_cli_print (cli, "%s%s\n%s <%s>\n%s\n\n%s\n", i > 0 ? "\n" : "",
                    ceci_record_get_id (CECI_RECORD (letter)) != NULL ? ceci_record_get_id (CECI_RECORD (letter)) : "",
                    ceci_letter_get_reader_name (letter),
                    ceci_letter_get_reader_email (letter) != NULL ? ceci_letter_get_reader_email (letter) : "",
                    ceci_letter_get_subject (letter), ceci_letter_get_body (letter));
    json_array_add_element (array, ceci_record_to_json (letter));
  }
  node = json_node_init_array (json_node_alloc (), array);
  json_array_unref (array);
  return ceci_cli_json (cli, node);
}

static CeciExit
run_writing (CeciCli *cli, int argc, char **argv, const CeciCommand *command, gboolean keep)
{
  g_autofree char *language = NULL, *text = NULL, *application = NULL, *label = NULL;
  const GOptionEntry entries[] = {
      {"language", 0, 0, G_OPTION_ARG_STRING, &language, NULL, NULL},
      {"text", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL},
      {"application", 0, 0, G_OPTION_ARG_STRING, &application, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GPtrArray) letters = g_ptr_array_new_with_free_func (g_object_unref);
  Writing writing = {.letters = letters};
  const char *kind;
  CeciExit exit;
  guint n;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc < 2 || (application != NULL) != (argc == 2) || (application == NULL && g_str_equal (argv[1], DECISION)))
    return ceci_cli_usage (command, _ ("Name the letter, then the students it goes to."));
  if (language != NULL && !g_str_equal (language, "fr") && !g_str_equal (language, "en"))
    return ceci_cli_usage (command, _ ("A letter is written in fr or in en."));
  kind = g_str_equal (argv[1], DECISION) ? NULL : argv[1];
  writing.request = (CeciLetterRequest) {.kind = kind, .language = language, .today = cli->today, .text = text};
  writing.students = argv + 2;
  writing.applicant = application;
  opened = ceci_cli_open (cli, keep, &exit);
  if (opened == NULL)
    return exit;
  n = application != NULL ? 1 : (guint) argc - 2;
  if (kind == NULL)
    label = g_strdup_printf (ngettext ("Prepare %u letter", "Prepare %u letters", n), n);
  else
    label =
        g_strdup_printf (ngettext ("Prepare the letter “%s” to %d person", "Prepare the letter “%s” to %d persons", n),
                         ceci_letter_template_get_title (kind), (int) n);
  if (keep)
    ceci_register_write (opened, label, write_letters, &writing, &error);
  else
    ceci_register_read (opened, write_letters, &writing, &error);
  return error == NULL ? tell_letters (cli, letters) : ceci_cli_fail (error);
}

static CeciExit
run_compose (CeciCli *cli, int argc, char **argv)
{
  return run_writing (cli, argc, argv, &ceci_cli_letter[2], FALSE);
}

static CeciExit
run_prepare (CeciCli *cli, int argc, char **argv)
{
  return run_writing (cli, argc, argv, &ceci_cli_letter[3], TRUE);
}

// --- letter print, sent -------------------------------------------------------------

typedef struct {
  char **ids; // NULL-terminated
  const char *today, *sent_on;
  CeciLetterChannel channel;
} Sending;

// Those named, or all that wait.
static char **
find_ids (CeciDatabase *database, char **named, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GListModel) waiting = NULL;

  if (*named != NULL)
    return g_strdupv (named);
  waiting = ceci_letter_repository_list (database, NULL, NULL, TRUE, error);
  if (waiting == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (waiting); i++) {
    g_autoptr (CeciRecord) letter = g_list_model_get_item (waiting, i);

    g_strv_builder_add (builder, ceci_record_get_id (letter));
  }
  return g_strv_builder_end (builder);
}

static gpointer
draw (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Sending *self = user_data;
  g_auto (GStrv) ids = find_ids (database, self->ids, error);

  return ids != NULL ? ceci_letter_paper (database, (const char *const *) ids, self->today, error) : NULL;
}

static CeciExit
run_print (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *out = NULL;
  const GOptionEntry entries[] = {{"out", 'o', 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL}, G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Sending sending = {0};
  JsonNode *node = NULL;
  JsonObject *object;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (out == NULL)
    return ceci_cli_usage (&ceci_cli_letter[4], _ ("Name the file to write with --out."));
  sending.ids = argv + 1;
  sending.today = cli->today;
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  bytes = ceci_register_read (opened, draw, &sending, &error);
  if (bytes == NULL ||
      !g_file_set_contents_full (out, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    return ceci_cli_fail (error);
  ceci_cli_print (cli, _ ("The letters are in %s\n"), out);
  node = json_node_new (JSON_NODE_OBJECT);
  object = json_object_new ();
  json_object_set_string_member (object, "file", out);
  json_node_take_object (node, object);
  return ceci_cli_json (cli, node);
}

static gpointer
mark (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Sending *self = user_data;

  for (char **id = self->ids; *id != NULL; id++)
    if (!ceci_letter_repository_sent (database, *id, self->channel, self->sent_on, error))
      return NULL;
  return NULL;
}

static CeciExit
run_sent (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *channel = NULL, *label = NULL;
  const GOptionEntry entries[] = {{"channel", 0, 0, G_OPTION_ARG_STRING, &channel, NULL, NULL}, G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  Sending sending = {0};
  int value = CECI_LETTER_CHANNEL_NONE;
  JsonNode *node = NULL;
  JsonObject *object;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc < 2 || channel == NULL || (value = ceci_enum_from_nick (CECI_TYPE_LETTER_CHANNEL, channel)) < 0)
    return ceci_cli_usage (&ceci_cli_letter[5], _ ("Name the letters, and how they went: email, print or other."));
  opened = ceci_cli_open (cli, TRUE, &exit);
  if (opened == NULL)
    return exit;
  sending = (Sending) {argv + 1, cli->today, cli->today, (CeciLetterChannel) value};
  label = g_strdup_printf (ngettext ("Mark %d letter as sent", "Mark %d letters as sent", (gulong) argc - 1), argc - 1);
  ceci_register_write (opened, label, mark, &sending, &error);
  if (error != NULL)
    return ceci_cli_fail (error);
  node = json_node_new (JSON_NODE_OBJECT);
  object = json_object_new ();
  json_object_set_int_member (object, "sent", argc - 1);
  json_node_take_object (node, object);
  return ceci_cli_json (cli, node);
}

const CeciCommand ceci_cli_letter[] = {
    {"letter", "list", "[--student STUDENT] [--waiting]", run_list},
    {"letter", "kinds", "", run_kinds},
    {"letter", "compose", "KIND STUDENT… | KIND|decision --application ID [--language fr|en] [--text TEXT]",
     run_compose},
    {"letter", "prepare", "KIND STUDENT… | KIND|decision --application ID [--language fr|en] [--text TEXT]",
     run_prepare},
    {"letter", "print", "[LETTER…] --out FILE", run_print},
    {"letter", "sent", "LETTER… --channel email|print|other", run_sent},
    {NULL, NULL, NULL, NULL},
};
