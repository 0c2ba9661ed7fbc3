// SPDX-License-Identifier: GPL-3.0-or-later
// A sealed file being read: its header checked, its sections decrypted in place, each on its own. See FORMAT.md.
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include "ceci-jury-error.h"
#include "ceci-sealing-key.h"

G_BEGIN_DECLS

typedef enum { CECI_SEALED_PACKAGE = 1, CECI_SEALED_REVIEW = 2, CECI_SEALED_RETURN = 3 } CeciSealedKind;

#define CECI_SEALED_MOST_SECTIONS 65536
#define CECI_SEALED_MOST_MANIFEST (16ULL * 1024 * 1024)
#define CECI_SEALED_MOST_SECTION (1024ULL * 1024 * 1024)
#define CECI_SEALED_MOST_FILE (64ULL * 1024 * 1024 * 1024)

#define CECI_TYPE_SEALED_FILE (ceci_sealed_file_get_type ())
G_DECLARE_FINAL_TYPE (CeciSealedFile, ceci_sealed_file, CECI, SEALED_FILE, GObject)

// Opening reads the header alone. Nothing else can be read before one of the two unlocks succeeds. All blocking; one thread at
// a time, but sections may be read from several threads once it is unlocked.
CeciSealedFile   *ceci_sealed_file_open              (GFile *file, CeciSealedKind kind, GError **error);
CeciSealingMethod ceci_sealed_file_get_method        (CeciSealedFile *self);
const guint8     *ceci_sealed_file_get_key_id        (CeciSealedFile *self); // CECI_SEALING_SALT_BYTES
int               ceci_sealed_file_get_descriptor    (CeciSealedFile *self); // open for reading as long as the object lives
gboolean          ceci_sealed_file_unlock            (CeciSealedFile *self, CeciSealingKey *key, GError **error);
gboolean          ceci_sealed_file_unlock_passphrase (CeciSealedFile *self, const char *passphrase, GError **error);

JsonObject       *ceci_sealed_file_get_content       (CeciSealedFile *self); // what the sealer put in the manifest
guint             ceci_sealed_file_get_n_sections    (CeciSealedFile *self); // without the manifest
const char       *ceci_sealed_file_get_name          (CeciSealedFile *self, guint section);
gsize             ceci_sealed_file_get_length        (CeciSealedFile *self, guint section);
const char       *ceci_sealed_file_get_sha256        (CeciSealedFile *self, guint section);
int               ceci_sealed_file_find              (CeciSealedFile *self, const char *name); // -1 if there is none
GBytes           *ceci_sealed_file_read              (CeciSealedFile *self, guint section, GError **error);
guint8           *ceci_sealed_file_read_secret       (CeciSealedFile *self, guint section, gsize length, GError **error); // exactly length bytes, in guarded memory: sodium_free()

G_END_DECLS
