// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates as work on the register. How a certificate looks and what its signed line says stand beside this file.
//
// The office's key is made when the first certificate is issued and kept in the register's settings: whoever holds the
// register can issue, and nobody else. Its public half is what others need to check a certificate.

#include "config.h"

#include "ceci-certificate-issue.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "ceci-attachment.h"
#include "ceci-certificate-content.h"
#include "ceci-open-badge.h"
#include "core/model/ceci-facts-repository.h"
#include "core/model/ceci-jury-repository.h"
#include "core/model/ceci-setting-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/store/ceci-date.h"

#define SEED_SETTING "signing-key-seed"
#define PUBLIC_SETTING "signing-key-public"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED, message);
  return FALSE;
}

// --- the key --------------------------------------------------------------------

/**
 * ceci_office_key_load:
 * @database: a connection
 * @key: (out caller-allocates): the key pair; wipe it
 * @error: why there is none
 */
gboolean
ceci_office_key_load (CeciDatabase *database, CeciOfficeKey *key, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *seed = ceci_setting_repository_get (database, SEED_SETTING, &failure);
  gboolean loaded;

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (seed == NULL)
    return refuse (error, _ ("This register has issued no certificate yet, so it has no key to check one with."));
  loaded = ceci_office_key_from_seed (key, seed, error);
  sodium_memzero (seed, strlen (seed));
  return loaded;
}

static gboolean
make_key (CeciDatabase *database, CeciOfficeKey *key, GError **error)
{
  guint8 seed[CECI_KEY_SEED_SIZE];
  char hex[2 * CECI_KEY_SEED_SIZE + 1];
  g_autofree char *public_hex = NULL;
  gboolean made;

  ceci_entropy_fill (ceci_database_get_entropy (database), seed, sizeof seed);
  sodium_bin2hex (hex, sizeof hex, seed, sizeof seed);
  made =
      ceci_office_key_from_seed (key, hex, error) && ceci_setting_repository_set (database, SEED_SETTING, hex, error);
  sodium_memzero (seed, sizeof seed);
  sodium_memzero (hex, sizeof hex);
  if (!made)
    return FALSE;
  public_hex = ceci_office_key_dup_public (key);
  return ceci_setting_repository_set (database, PUBLIC_SETTING, public_hex, error);
}

static gboolean
load_or_make_key (CeciDatabase *database, CeciOfficeKey *key, GError **error)
{
  g_autoptr (GListModel) certificates = NULL;
  g_autoptr (GError) failure = NULL;

  if (ceci_office_key_load (database, key, &failure))
    return TRUE;
  if (!g_error_matches (failure, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  // a new key would leave the certificates already issued without one
  certificates = ceci_jury_repository_certificates (database, NULL, error);
  if (certificates == NULL)
    return FALSE;
  if (g_list_model_get_n_items (certificates) > 0)
    return refuse (error, _ ("The office’s signing key is gone though certificates were issued with it. Redo the step "
                             "that made it, or restore a backup."));
  return make_key (database, key, error);
}

// --- finding --------------------------------------------------------------------

static CeciCertificate *
find_in (GListModel *certificates, const char *id_or_number)
{
  for (guint i = 0; i < g_list_model_get_n_items (certificates); i++) {
    g_autoptr (CeciCertificate) certificate = g_list_model_get_item (certificates, i);

    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (certificate)), id_or_number) == 0 ||
        g_strcmp0 (ceci_certificate_get_number (certificate), id_or_number) == 0)
      return g_steal_pointer (&certificate);
  }
  return NULL;
}

/**
 * ceci_certificate_look_up:
 * @database: a connection
 * @id_or_number: an id, or a number such as CECI-2026-0001
 * @error: why there is none
 *
 * Returns: (transfer full) (nullable): the certificate, revoked or not
 */
CeciCertificate *
ceci_certificate_look_up (CeciDatabase *database, const char *id_or_number, GError **error)
{
  g_autoptr (GListModel) certificates = ceci_jury_repository_certificates (database, NULL, error);
  CeciCertificate *certificate;

  if (certificates == NULL)
    return NULL;
  certificate = find_in (certificates, id_or_number);
  if (certificate == NULL)
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND, _ ("This register has no certificate %s."),
                 id_or_number);
  return certificate;
}

/**
 * ceci_certificate_of:
 * @database: a connection
 * @student_id: a student's id
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the student's certificate that is not revoked; %NULL without error if none
 */
CeciCertificate *
ceci_certificate_of (CeciDatabase *database, const char *student_id, GError **error)
{
  g_autoptr (GListModel) certificates = ceci_jury_repository_certificates (database, student_id, error);

  for (guint i = 0; certificates != NULL && i < g_list_model_get_n_items (certificates); i++) {
    g_autoptr (CeciCertificate) certificate = g_list_model_get_item (certificates, i);

    if (ceci_certificate_get_revoked_on (certificate) == NULL)
      return g_steal_pointer (&certificate);
  }
  return NULL;
}

// --- issuing --------------------------------------------------------------------

// The decision that awards, from a closed session. Refused with the reason that helps most when there is none.
static CeciDecision *
find_award (CeciDatabase *database, CeciStudent *student, GError **error)
{
  g_autoptr (GListModel) dossiers =
      ceci_jury_repository_sessions_of_student (database, ceci_record_get_id (CECI_RECORD (student)), error);
  const char *name = ceci_student_get_display_name (student);
  gboolean decided = FALSE;

  if (dossiers == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (dossiers); i++) {
    g_autoptr (CeciDossier) dossier = g_list_model_get_item (dossiers, i);
    g_autoptr (CeciJurySession) session =
        ceci_jury_repository_session (database, ceci_dossier_get_session_id (dossier), error);
    g_autoptr (GError) failure = NULL;
    g_autoptr (CeciDecision) decision = NULL;

    if (session == NULL)
      return NULL;
    decision = ceci_jury_repository_decision (database, ceci_record_get_id (CECI_RECORD (dossier)), &failure);
    if (failure != NULL) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
    if (decision == NULL)
      continue;
    decided = TRUE;
    if (ceci_decision_get_outcome (decision) != CECI_OUTCOME_AWARDED)
      continue;
    if (ceci_jury_session_get_state (session) == CECI_SESSION_STATE_CLOSED)
      return g_steal_pointer (&decision);
    g_set_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED,
                 _ ("The jury awarded the certificate to %s, but the session “%s” is still open and its decisions can "
                    "change. Close it first."),
                 name, ceci_jury_session_get_name (session));
    return NULL;
  }
  if (decided)
    g_set_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED,
                 _ ("No jury awarded the certificate to %s: the decision is another. It can be issued after a later "
                    "session awards it."),
                 name);
  else
    g_set_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED,
                 _ ("No jury has decided on %s yet. Admit the dossier to a session, and issue the certificate once it "
                    "is awarded."),
                 name);
  return NULL;
}

// A decision gives one certificate: what was revoked takes another decision.
static gboolean
check_unused (CeciDatabase *database, const char *student_id, CeciDecision *decision, GError **error)
{
  g_autoptr (GListModel) certificates = ceci_jury_repository_certificates (database, student_id, error);

  if (certificates == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (certificates); i++) {
    g_autoptr (CeciCertificate) certificate = g_list_model_get_item (certificates, i);

    if (g_strcmp0 (ceci_certificate_get_decision_id (certificate), ceci_record_get_id (CECI_RECORD (decision))) == 0)
      return refuse (error, _ ("The certificate of this decision was revoked. A later session must award it again."));
  }
  return TRUE;
}

// CECI-2026-0001: numbers count within the year and are never used again, not even a revoked one's.
static char *
next_number (CeciDatabase *database, const char *issued_on, GError **error)
{
  g_autoptr (GListModel) certificates = ceci_jury_repository_certificates (database, NULL, error);
  g_autofree char *prefix = g_strdup_printf ("CECI-%.4s-", issued_on);
  guint64 highest = 0;

  if (certificates == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (certificates); i++) {
    g_autoptr (CeciCertificate) certificate = g_list_model_get_item (certificates, i);
    const char *number = ceci_certificate_get_number (certificate);

    if (g_str_has_prefix (number, prefix))
      highest = MAX (highest, g_ascii_strtoull (number + strlen (prefix), NULL, 10));
  }
  return g_strdup_printf ("%s%04" G_GUINT64_FORMAT, prefix, highest + 1);
}

static guint
read_credits (CeciDatabase *database, const char *student_id, GError **error)
{
  g_autoptr (CeciRegulation) regulation = NULL;
  g_autoptr (CeciFacts) facts = ceci_facts_repository_find (database, student_id, &regulation, error);

  return facts != NULL ? (guint) ceci_regulation_get_integer (regulation, "credits") : 0;
}

static char *
write_certificate (CeciDatabase *database, CeciStudent *student, CeciDecision *decision, const char *issued_on,
                   GError **error)
{
  const char *student_id = ceci_record_get_id (CECI_RECORD (student));
  g_autofree char *number = next_number (database, issued_on, error);
  guint credits = number != NULL ? read_credits (database, student_id, error) : 0;
  g_autoptr (CeciCredential) credential = NULL;
  g_autoptr (CeciCertificate) certificate = NULL;
  g_autofree char *payload = NULL;
  CeciOfficeKey key;

  if (credits == 0 || !load_or_make_key (database, &key, error))
    return NULL;
  credential = ceci_credential_new (number, ceci_student_get_display_name (student), issued_on, credits);
  payload = ceci_credential_sign (credential, &key, error);
  ceci_office_key_wipe (&key);
  if (payload == NULL)
    return NULL;
  certificate = ceci_record_new (CECI_TYPE_CERTIFICATE, "student_id", student_id, "decision_id",
                                 ceci_record_get_id (CECI_RECORD (decision)), "number", number, "issued_on", issued_on,
                                 "payload", payload, NULL);
  if (!ceci_record_insert (certificate, database, error) ||
      !ceci_certificate_content_keep (database, certificate, error))
    return NULL;
  return g_strdup (ceci_record_get_id (CECI_RECORD (certificate)));
}

/**
 * ceci_certificate_issue:
 * @database: a connection inside a write
 * @student_id: a student's id
 * @issued_on: the day it bears
 * @error: %CECI_PAPERWORK_ERROR_REFUSED, with the reason, when it may not be issued
 *
 * Returns: (transfer full) (nullable): the certificate's id
 */
char *
ceci_certificate_issue (CeciDatabase *database, const char *student_id, const char *issued_on, GError **error)
{
  g_autoptr (CeciStudent) student = ceci_student_repository_find (database, student_id, error);
  g_autoptr (CeciCertificate) standing = NULL;
  g_autoptr (CeciDecision) decision = NULL;
  g_autoptr (GError) failure = NULL;

  if (student == NULL)
    return NULL;
  standing = ceci_certificate_of (database, student_id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (standing != NULL) {
    g_set_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED,
                 _ ("%s has the certificate %s already. It can be drawn again."),
                 ceci_student_get_display_name (student), ceci_certificate_get_number (standing));
    return NULL;
  }
  decision = find_award (database, student, error);
  if (decision == NULL || !check_unused (database, student_id, decision, error))
    return NULL;
  if (strcmp (issued_on, ceci_decision_get_decided_on (decision)) < 0) {
    g_set_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED,
                 _ ("The jury decided on %s: a certificate can’t bear an earlier day."),
                 ceci_decision_get_decided_on (decision));
    return NULL;
  }
  return write_certificate (database, student, decision, issued_on, error);
}

/**
 * ceci_certificate_revoke:
 * @database: a connection inside a write
 * @id: a certificate's id
 * @revoked_on: the day
 * @reason: why
 * @error: why not
 */
gboolean
ceci_certificate_revoke (CeciDatabase *database, const char *id, const char *revoked_on, const char *reason,
                         GError **error)
{
  g_autoptr (CeciCertificate) certificate = ceci_certificate_look_up (database, id, error);
  g_autoptr (CeciCertificate) revoked = NULL;

  if (certificate == NULL)
    return FALSE;
  if (ceci_certificate_get_revoked_on (certificate) != NULL)
    return refuse (error, _ ("This certificate is revoked already."));
  if (reason == NULL || *reason == '\0')
    return refuse (error, _ ("A certificate is revoked for a reason: give it."));
  revoked = ceci_record_with (certificate, "revoked_on", revoked_on, "revoked_reason", reason, NULL);
  return ceci_record_update (revoked, database, error);
}

// --- drawing --------------------------------------------------------------------

static GBytes *
attach_badge (GBytes *sheet, CeciCertificate *certificate, const CeciCredential *credential, JsonObject *content,
              const CeciOfficeKey *key, GError **error)
{
  char *badge = ceci_open_badge_sign (certificate, credential, content, key);
  g_autoptr (GBytes) bytes = g_bytes_new_take (badge, strlen (badge));

  return ceci_attachment_add (sheet, CECI_OPEN_BADGE_FILE, "application/jwt", "Open Badges 3.0 credential", bytes,
                              error);
}

// What the register kept when it was issued and what the signed line says, with its badge, sealed with the office's
// key.
static GBytes *
draw (CeciDatabase *database, CeciCertificate *certificate, CeciCredential *credential, const CeciOfficeKey *key,
      const char *language, GError **error)
{
  const char *payload = ceci_certificate_get_payload (certificate);
  g_autoptr (JsonObject) content = ceci_certificate_content_load (database, certificate, error);
  g_autoptr (GBytes) sheet = NULL, whole = NULL;
  CeciCertificateFacts shown = {0};

  if (content == NULL)
    return NULL;
  ceci_certificate_content_show (content, language, &shown);
  shown.number = credential->number;
  shown.name = credential->name;
  shown.credits = credential->credits;
  shown.issued_on = credential->issued_on;
  shown.payload = payload;
  sheet = ceci_certificate_sheet_draw (&shown, error);
  if (sheet != NULL)
    whole = attach_badge (sheet, certificate, credential, content, key, error);
  return whole != NULL ? ceci_credential_seal_file (whole, payload, key) : NULL;
}

/**
 * ceci_certificate_draw:
 * @database: a connection
 * @id: a certificate's id or number
 * @language: `fr` or `en`
 * @error: why there is none; a revoked certificate is not drawn
 *
 * All it bears is as on the day it was issued, whatever the register says since.
 *
 * Returns: (transfer full) (nullable): the sealed PDF, the same bytes each time
 */
GBytes *
ceci_certificate_draw (CeciDatabase *database, const char *id, const char *language, GError **error)
{
  g_autoptr (CeciCertificate) certificate = ceci_certificate_look_up (database, id, error);
  g_autoptr (CeciCredential) credential = NULL;
  CeciOfficeKey key;
  GBytes *bytes;

  if (certificate == NULL)
    return NULL;
  if (ceci_certificate_get_revoked_on (certificate) != NULL) {
    g_set_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED,
                 _ ("The certificate %s was revoked on %s and is not drawn again."),
                 ceci_certificate_get_number (certificate), ceci_certificate_get_revoked_on (certificate));
    return NULL;
  }
  if (!ceci_office_key_load (database, &key, error))
    return NULL;
  credential = ceci_credential_verify (ceci_certificate_get_payload (certificate), &key, error);
  bytes = credential != NULL ? draw (database, certificate, credential, &key, language, error) : NULL;
  ceci_office_key_wipe (&key);
  return bytes;
}
