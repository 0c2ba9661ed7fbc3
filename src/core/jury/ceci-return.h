// SPDX-License-Identifier: GPL-3.0-or-later
// A juror's return: what was found in a sealed and signed file. Reading it changes nothing and trusts nothing.
#pragma once

#include <gio/gio.h>
#include "ceci-dossier-reading.h"
#include "ceci-sealing-key.h"

G_BEGIN_DECLS

typedef struct {
  char *criterion_id;
  int   level; // CECI_LEVEL_BLANK: a comment alone
  char *comment; // nullable
} CeciReturnScore;

typedef struct {
  char           *dossier_id;
  char           *digest; // of the dossier as it was read
  CeciDeclaration declaration;
  char           *recusal_reason;
  CeciOutcome     suggestion;
  char           *comment;
  GArray         *scores; // CeciReturnScore
  GPtrArray      *notes;  // CeciPageNote, without id
} CeciReturnDossier;

#define CECI_TYPE_RETURN (ceci_return_get_type ())
G_DECLARE_FINAL_TYPE (CeciReturn, ceci_return, CECI, RETURN, GObject)

gboolean    ceci_return_read_key_id   (GFile *file, guint8 *key_id, GError **error); // CECI_SEALING_SALT_BYTES: whose it is
CeciReturn *ceci_return_read          (GFile *file, CeciSealingKey *key, GError **error); // unsealed and parsed, not verified
gboolean    ceci_return_verify        (CeciReturn *self, const guint8 *public_key, GError **error); // 32 bytes, Ed25519
gboolean    ceci_return_write         (GFile *file, GBytes *content, CeciSealingKey *key, const guint8 *seed, GError **error); // seed: 32 bytes, Ed25519

const char *ceci_return_get_session_id       (CeciReturn *self);
const char *ceci_return_get_session_juror_id (CeciReturn *self);
const char *ceci_return_get_juror_id         (CeciReturn *self);
gint64      ceci_return_get_package_revision (CeciReturn *self);
gint64      ceci_return_get_revision         (CeciReturn *self);
const char *ceci_return_get_sealed_at        (CeciReturn *self);
const char *ceci_return_get_digest           (CeciReturn *self); // SHA-256 of the content, hexadecimal
const char *ceci_return_get_content          (CeciReturn *self); // JSON
GPtrArray  *ceci_return_get_dossiers         (CeciReturn *self); // (transfer none) of CeciReturnDossier

G_END_DECLS
