// SPDX-License-Identifier: GPL-3.0-or-later
// `cecictl paper` and `cecictl verify`: what the office signs, and the check of it without a network.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-student-repository.h"
#include "core/paperwork/ceci-certificate-issue.h"
#include "core/paperwork/ceci-open-badge.h"

#define LARGEST_FILE (64 * 1024 * 1024)

// --- paper certificate ------------------------------------------------------------

typedef struct {
  const char *student, *language, *today;
  gboolean issued;
  CeciCertificate *certificate;
  char *name;
} Request;

static void
request_clear (Request *self)
{
  g_clear_object (&self->certificate);
  g_clear_pointer (&self->name, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gpointer
find_standing (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autoptr (CeciStudent) student = ceci_student_repository_look_up (database, request->student, error);

  if (student == NULL)
    return NULL;
  request->name = g_strdup (ceci_student_get_display_name (student));
  request->certificate = ceci_certificate_of (database, ceci_record_get_id (CECI_RECORD (student)), error);
  return NULL;
}

static gpointer
issue (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autoptr (CeciStudent) student = ceci_student_repository_look_up (database, request->student, error);
  g_autofree char *id = NULL;

  if (student == NULL)
    return NULL;
  id = ceci_certificate_issue (database, ceci_record_get_id (CECI_RECORD (student)), request->today, error);
  if (id != NULL)
    request->certificate = ceci_certificate_look_up (database, id, error);
  return NULL;
}

static gpointer
draw (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;

  return ceci_certificate_draw (database, ceci_record_get_id (CECI_RECORD (request->certificate)), request->language,
                                error);
}

// The certificate that stands, or a new one if the student may have it.
static gboolean
find_or_issue (CeciRegister *store, Request *request, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *label = NULL;

  ceci_register_read (store, find_standing, request, &failure);
  if (failure == NULL && request->certificate == NULL) {
    label = g_strdup_printf (_ ("Issue the certificate of %s"), request->name);
    ceci_register_write (store, label, issue, request, &failure);
    request->issued = failure == NULL;
  }
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  return TRUE;
}

static CeciExit
tell_certificate (CeciCli *cli, const Request *request, const char *out)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_alloc ();

  ceci_cli_print (cli, _ ("%s: certificate %s, issued on %s, in %s\n"), request->name,
                  ceci_certificate_get_number (request->certificate),
                  ceci_certificate_get_issued_on (request->certificate), out);
  json_object_set_string_member (object, "id", ceci_record_get_id (CECI_RECORD (request->certificate)));
  json_object_set_string_member (object, "number", ceci_certificate_get_number (request->certificate));
  json_object_set_string_member (object, "student", ceci_certificate_get_student_id (request->certificate));
  json_object_set_string_member (object, "name", request->name);
  json_object_set_string_member (object, "issued-on", ceci_certificate_get_issued_on (request->certificate));
  json_object_set_string_member (object, "payload", ceci_certificate_get_payload (request->certificate));
  json_object_set_boolean_member (object, "issued", request->issued);
  json_object_set_string_member (object, "language", request->language);
  json_object_set_string_member (object, "file", out);
  json_node_take_object (json_node_init (node, JSON_NODE_OBJECT), object);
  return ceci_cli_json (cli, node);
}

static CeciExit
run_certificate (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *out = NULL;
  g_autofree char *language = NULL;
  g_autoptr (CeciRegister) store = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Request) request = {0};
  CeciExit exit;
  const GOptionEntry entries[] = {
      {"out", 'o', 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL},
      {"language", 0, 0, G_OPTION_ARG_STRING, &language, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_usage (&ceci_cli_paper[0], error->message);
  if (argc != 2 || out == NULL)
    return ceci_cli_usage (&ceci_cli_paper[0], _ ("Name a student, and the file to write with --out."));
  if (language != NULL && !g_str_equal (language, "fr") && !g_str_equal (language, "en"))
    return ceci_cli_usage (&ceci_cli_paper[0], _ ("A paper is drawn in fr or in en."));
  store = ceci_cli_open (cli, TRUE, &exit);
  if (store == NULL)
    return exit;

  request.student = argv[1];
  request.today = cli->today;
  request.language = language != NULL ? language : "fr";
  if (!find_or_issue (store, &request, &error))
    return ceci_cli_fail (error);
  bytes = ceci_register_read (store, draw, &request, &error);
  if (bytes == NULL ||
      !g_file_set_contents (out, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    return ceci_cli_fail (error);
  return tell_certificate (cli, &request, out);
}

// --- paper revoke -----------------------------------------------------------------

typedef struct {
  const char *number, *reason, *today;
} Revocation;

static gpointer
revoke_one (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Revocation *revocation = user_data;

  if (!ceci_certificate_revoke (database, revocation->number, revocation->today, revocation->reason, error))
    return NULL;
  return ceci_certificate_look_up (database, revocation->number, error);
}

static CeciExit
run_revoke (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *reason = NULL;
  g_autofree char *label = NULL;
  g_autoptr (CeciRegister) store = NULL;
  g_autoptr (CeciCertificate) certificate = NULL;
  g_autoptr (GError) error = NULL;
  Revocation revocation;
  JsonObject *object;
  JsonNode *node;
  CeciExit exit;
  const GOptionEntry entries[] = {
      {"reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_usage (&ceci_cli_paper[3], error->message);
  if (argc != 2 || reason == NULL)
    return ceci_cli_usage (&ceci_cli_paper[3], _ ("Name a certificate by its number, and the reason with --reason."));
  store = ceci_cli_open (cli, TRUE, &exit);
  if (store == NULL)
    return exit;
  revocation = (Revocation) {argv[1], g_strstrip (reason), cli->today};
  label = ceci_label_certificate_revoke (argv[1]);
  certificate = ceci_register_write (store, label, revoke_one, &revocation, &error);
  if (certificate == NULL)
    return ceci_cli_fail (error);
  ceci_cli_print (cli, _ ("%s: revoked on %s\n"), ceci_certificate_get_number (certificate), cli->today);
  object = json_object_new ();
  json_object_set_string_member (object, "number", ceci_certificate_get_number (certificate));
  json_object_set_string_member (object, "student", ceci_certificate_get_student_id (certificate));
  json_object_set_string_member (object, "revoked-on", ceci_certificate_get_revoked_on (certificate));
  json_object_set_string_member (object, "reason", ceci_certificate_get_revoked_reason (certificate));
  node = json_node_alloc ();
  json_node_take_object (json_node_init (node, JSON_NODE_OBJECT), object);
  return ceci_cli_json (cli, node);
}

// --- paper key --------------------------------------------------------------------

static gpointer
read_key (CeciDatabase *database, gpointer user_data, GError **error)
{
  CeciOfficeKey *key = user_data;

  return GINT_TO_POINTER (ceci_office_key_load (database, key, error));
}

static CeciExit
run_key (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (CeciRegister) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *hex = NULL;
  JsonObject *object;
  JsonNode *node;
  CeciOfficeKey key;
  CeciExit exit;

  if (argc != 1)
    return ceci_cli_usage (&ceci_cli_paper[1], NULL);
  store = ceci_cli_open (cli, FALSE, &exit);
  if (store == NULL)
    return exit;
  if (!ceci_register_read (store, read_key, &key, &error))
    return ceci_cli_fail (error);
  hex = ceci_office_key_dup_public (&key);
  object = json_object_new ();
  json_object_set_string_member (object, "key", key.id);
  json_object_set_string_member (object, "public", hex);
  ceci_office_key_wipe (&key);
  ceci_cli_print (cli, "%s\n", hex);
  node = json_node_alloc ();
  json_node_take_object (json_node_init (node, JSON_NODE_OBJECT), object);
  return ceci_cli_json (cli, node);
}

// --- verify -----------------------------------------------------------------------

typedef struct {
  CeciOfficeKey key;
  char *revoked_on, *revoked_reason;
  gboolean known; // to the register
  const char *number, *payload;
  char *badge; // NULL: a certificate's own text or file
} Check;

static void
check_clear (Check *check)
{
  ceci_office_key_wipe (&check->key);
  g_free (check->revoked_on);
  g_free (check->revoked_reason);
  g_free (check->badge);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, check_clear)

// The text of a badge's file, NULL if it is something else.
static char *
read_badge (GBytes *file)
{
  gsize size;
  const char *data = g_bytes_get_data (file, &size);
  g_autofree char *text = g_strstrip (g_strndup (data != NULL ? data : "", size));

  return ceci_jws_is_one (text) ? g_steal_pointer (&text) : NULL;
}

// A list of revocations that the office gave stands in for the register where there is none.
static gboolean
ask_list (Check *check, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) failure = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  g_clear_pointer (&check->revoked_on, g_free);
  check->revoked_on = ceci_revocations_find (g_strstrip (text), check->number, &check->key, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gpointer
ask_register (CeciDatabase *database, gpointer user_data, GError **error)
{
  Check *check = user_data;
  g_autoptr (CeciCertificate) certificate = ceci_certificate_look_up (database, check->number, NULL);

  // a number alone is no proof: the register must have issued this very text under it; a badge's signature was proved
  if (certificate != NULL &&
      (check->badge != NULL || g_strcmp0 (ceci_certificate_get_payload (certificate), check->payload) == 0)) {
    check->known = TRUE;
    check->revoked_on = g_strdup (ceci_certificate_get_revoked_on (certificate));
    check->revoked_reason = g_strdup (ceci_certificate_get_revoked_reason (certificate));
  }
  return NULL;
}

static CeciExit
tell_verified (CeciCli *cli, const CeciCredential *credential, const Check *check, const char *file_state,
               gboolean asked)
{
  gboolean altered = g_strcmp0 (file_state, "altered") == 0,
           valid = !altered && check->revoked_on == NULL && (!asked || check->known);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_alloc ();

  json_object_set_boolean_member (object, "valid", valid);
  json_object_set_string_member (object, "number", credential->number);
  json_object_set_string_member (object, "name", credential->name);
  json_object_set_string_member (object, "issued-on", credential->issued_on);
  json_object_set_int_member (object, "credits", credential->credits);
  json_object_set_string_member (object, "key", credential->key_id);
  json_object_set_string_member (object, "file", file_state);
  json_object_set_string_member (object, "register",
                                 !asked                      ? "not-asked"
                                 : !check->known             ? "unknown"
                                 : check->revoked_on != NULL ? "revoked"
                                                             : "issued");
  if (check->revoked_on != NULL)
    json_object_set_string_member (object, "revoked-on", check->revoked_on);
  json_node_take_object (json_node_init (node, JSON_NODE_OBJECT), object);

  if (*credential->name != '\0')
    ceci_cli_print (cli, _ ("%s: %s, issued on %s, %u extracurricular credits. The office signed this.\n"),
                    credential->number, credential->name, credential->issued_on, credential->credits);
  else // a badge names nobody
    ceci_cli_print (cli, _ ("%s: issued on %s, %u extracurricular credits. The office signed this.\n"),
                    credential->number, credential->issued_on, credential->credits);
  if (altered)
    g_printerr ("%s\n", _ ("The signed text is genuine, but the file was changed after it was issued: trust the text "
                           "above, not the page."));
  if (asked && !check->known)
    g_printerr ("%s\n", _ ("The register does not hold this certificate."));
  if (check->revoked_on != NULL && check->revoked_reason != NULL)
    g_printerr (_ ("The certificate was revoked on %s: %s\n"), check->revoked_on, check->revoked_reason);
  else if (check->revoked_on != NULL)
    g_printerr (_ ("The certificate was revoked on %s.\n"), check->revoked_on);
  ceci_cli_json (cli, node);
  return valid ? CECI_EXIT_DONE : CECI_EXIT_REFUSED;
}

// 3 for what is forged or no certificate at all; 1 when it can't be said with the key at hand.
static CeciExit
fail_verification (const GError *error)
{
  ceci_cli_fail (error);
  return g_error_matches (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_FORMAT) ||
                 g_error_matches (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_SIGNATURE)
             ? CECI_EXIT_DAMAGED
             : CECI_EXIT_REFUSED;
}

static GBytes *
read_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > LARGEST_FILE) {
    g_set_error_literal (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_FORMAT,
                         _ ("The file is too large to be a certificate."));
    return NULL;
  }
  return g_file_load_bytes (file, NULL, NULL, error);
}

// What is to be checked: a badge, or the signed line of a text or a file.
static gboolean
take_file (Check *check, GBytes *file, char **payload, GError **error)
{
  if (file == NULL)
    return FALSE;
  check->badge = read_badge (file);
  if (check->badge == NULL)
    *payload = ceci_credential_read_file (file, error);
  return check->badge != NULL || *payload != NULL;
}

static const char *
state_of_file (Check *check, GBytes *file)
{
  if (check->badge != NULL)
    return "badge";
  if (file == NULL || !g_str_has_prefix (g_bytes_get_data (file, NULL), "%PDF"))
    return "text";
  return ceci_credential_file_is_whole (file, &check->key) ? "whole" : "altered";
}

static CeciExit
verify (CeciCli *cli, Check *check, GBytes *file, CeciRegister *store, const char *list)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciCredential) credential = check->badge != NULL
                                              ? ceci_open_badge_verify (check->badge, &check->key, &error)
                                              : ceci_credential_verify (check->payload, &check->key, &error);

  if (credential == NULL)
    return fail_verification (error);
  check->number = credential->number;
  if (store != NULL)
    ceci_register_read (store, ask_register, check, NULL);
  if (list != NULL && !ask_list (check, list, &error))
    return fail_verification (error);
  return tell_verified (cli, credential, check, state_of_file (check, file), store != NULL);
}

static CeciExit
run_verify (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *payload = NULL, *public_hex = NULL, *list = NULL;
  g_autoptr (CeciRegister) store = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Check) check = {0};
  CeciExit exit;
  const GOptionEntry entries[] = {
      {"payload", 0, 0, G_OPTION_ARG_STRING, &payload, NULL, NULL},
      {"key", 0, 0, G_OPTION_ARG_STRING, &public_hex, NULL, NULL},
      {"revocations", 0, 0, G_OPTION_ARG_FILENAME, &list, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_usage (&ceci_cli_paper[2], error->message);
  if ((argc == 2) == (payload != NULL) || argc > 2)
    return ceci_cli_usage (&ceci_cli_paper[2],
                           _ ("Name a certificate’s file, or give the text of its QR code with --payload."));
  if (payload == NULL) {
    file = read_file (argv[1], &error);
    if (!take_file (&check, file, &payload, &error))
      return fail_verification (error);
  }
  // the register is asked too, unless a key is given in its stead
  if (public_hex == NULL || cli->register_path != NULL) {
    store = ceci_cli_open (cli, FALSE, &exit);
    if (store == NULL)
      return exit;
  }
  if (public_hex != NULL ? !ceci_office_key_from_public (&check.key, public_hex, &error)
                         : !ceci_register_read (store, read_key, &check.key, &error))
    return ceci_cli_fail (error);
  check.payload = payload;
  return verify (cli, &check, file, store, list);
}

const CeciCommand ceci_cli_paper[] = {
    {"paper", "certificate", "STUDENT --out FILE [--language fr|en]", run_certificate},
    {"paper", "key", "", run_key},
    {"verify", NULL, "FILE | --payload TEXT [--key HEX] [--revocations FILE]", run_verify},
    {"paper", "revoke", "NUMBER --reason TEXT", run_revoke},
    {NULL},
};
