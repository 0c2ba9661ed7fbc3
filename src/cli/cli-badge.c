// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl export badge, export revocations: what wallets and other universities read.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/model/ceci-student-repository.h"
#include "core/paperwork/ceci-certificate-issue.h"
#include "core/paperwork/ceci-open-badge.h"

static gpointer
sign_badge (CeciDatabase *database, gpointer name, GError **error)
{
  g_autoptr (CeciStudent) student = ceci_student_repository_look_up (database, name, error);
  g_autoptr (CeciCertificate) certificate = NULL;
  g_autoptr (GError) failure = NULL;

  if (student == NULL)
    return NULL;
  certificate = ceci_certificate_of (database, ceci_record_get_id (CECI_RECORD (student)), &failure);
  if (certificate != NULL)
    return ceci_open_badge_of (database, ceci_record_get_id (CECI_RECORD (certificate)), error);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED,
                 _ ("%s has no certificate: issue it first."), ceci_student_get_display_name (student));
  return NULL;
}

static gpointer
sign_list (CeciDatabase *database, gpointer today, GError **error)
{
  return ceci_revocations_sign (database, today, error);
}

static CeciExit
write_signed (CeciCli *cli, CeciRegisterFunc sign, gpointer data, const char *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autofree char *text = NULL;
  JsonNode *node;
  JsonObject *object;
  CeciExit exit;

  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  text = ceci_register_read (opened, sign, data, &error);
  if (text == NULL || !g_file_set_contents (out, text, -1, &error))
    return ceci_cli_fail (error);
  object = json_object_new ();
  json_object_set_string_member (object, "file", out);
  json_object_set_int_member (object, "size", (gint64) strlen (text));
  node = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);
  ceci_cli_print (cli, "%s\n", out);
  return ceci_cli_json (cli, node);
}

static CeciExit
run_badge (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *out = NULL;
  const GOptionEntry entries[] = {{"out", 'o', 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL}, G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || out == NULL)
    return ceci_cli_usage (&ceci_cli_badge[0], _ ("Name a student, and the file to write with --out."));
  return write_signed (cli, sign_badge, argv[1], out);
}

static CeciExit
run_revocations (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *out = NULL;
  const GOptionEntry entries[] = {{"out", 'o', 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL}, G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 1 || out == NULL)
    return ceci_cli_usage (&ceci_cli_badge[1], NULL);
  return write_signed (cli, sign_list, (gpointer) cli->today, out);
}

const CeciCommand ceci_cli_badge[] = {
    {"export", "badge", "STUDENT --out FILE", run_badge},
    {"export", "revocations", "--out FILE", run_revocations},
    {NULL, NULL, NULL, NULL},
};
