// SPDX-License-Identifier: GPL-3.0-or-later
// What a certificate says in one signed line: the text of its QR code, and the proof that a file is the one the office
// issued.
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CECI_PAPERWORK_ERROR (ceci_paperwork_error_quark ())
/**
 * CeciPaperworkError:
 * @CECI_PAPERWORK_ERROR_FORMAT: the text or the file carries no credential, or a mangled one
 * @CECI_PAPERWORK_ERROR_OTHER_KEY: it was signed with a key that is not the one at hand
 * @CECI_PAPERWORK_ERROR_SIGNATURE: the signature does not belong to the text
 * @CECI_PAPERWORK_ERROR_REFUSED: the register does not allow this paper; the message says why
 */
typedef enum {
  CECI_PAPERWORK_ERROR_FORMAT,
  CECI_PAPERWORK_ERROR_OTHER_KEY,
  CECI_PAPERWORK_ERROR_SIGNATURE,
  CECI_PAPERWORK_ERROR_REFUSED,
} CeciPaperworkError;
GQuark ceci_paperwork_error_quark (void);

// The office's Ed25519 key. Its identifier is the first eight hex digits of the SHA-256 of the public half.
#define CECI_KEY_SEED_SIZE 32
#define CECI_KEY_PUBLIC_SIZE 32
#define CECI_KEY_SECRET_SIZE 64
typedef struct {
  guint8 public_half[CECI_KEY_PUBLIC_SIZE];
  guint8 secret_half[CECI_KEY_SECRET_SIZE];
  gboolean has_secret;
  char id[9];
} CeciOfficeKey;

gboolean ceci_office_key_from_seed (CeciOfficeKey *self, const char *seed_hex, GError **error);
gboolean ceci_office_key_from_public (CeciOfficeKey *self, const char *public_hex, GError **error);
char *ceci_office_key_dup_public (const CeciOfficeKey *self) G_GNUC_WARN_UNUSED_RESULT; // hex
void ceci_office_key_wipe (CeciOfficeKey *self);

typedef struct {
  char *number; // CECI-2026-0001
  char *name;
  char *issued_on; // YYYY-MM-DD
  guint credits;
  char *key_id;
} CeciCredential;

CeciCredential *ceci_credential_new (const char *number, const char *name, const char *issued_on, guint credits);
void ceci_credential_free (CeciCredential *self);
char *ceci_credential_sign (const CeciCredential *self, const CeciOfficeKey *key, GError **error) G_GNUC_WARN_UNUSED_RESULT; // a name too long is refused
CeciCredential *ceci_credential_parse (const char *text, GError **error);
CeciCredential *ceci_credential_verify (const char *text, const CeciOfficeKey *key, GError **error);

GBytes *ceci_credential_seal_file (GBytes *pdf, const char *text, const CeciOfficeKey *key) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_credential_read_file (GBytes *file, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ceci_credential_file_is_whole (GBytes *file, const CeciOfficeKey *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciCredential, ceci_credential_free)

G_END_DECLS
