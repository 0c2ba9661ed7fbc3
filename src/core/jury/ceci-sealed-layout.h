// SPDX-License-Identifier: GPL-3.0-or-later
// The sealed file's bytes, shared by its reader and its writer and by nothing else. See FORMAT.md.
#pragma once

#include "ceci-sealed-file.h"

G_BEGIN_DECLS

#define CECI_SEALED_VERSION 1
#define CECI_SEALED_CHUNK 65536
#define CECI_SEALED_HEADER_BYTES 96
#define CECI_SEALED_TAG_BYTES 32  // the last bytes of the header: its keyed digest
#define CECI_SEALED_STREAM_HEADER 24
#define CECI_SEALED_CHUNK_OVERHEAD 17

typedef struct {
  guint8 kind;
  guint8 method;
  CeciSealingCost cost;
  guint8 key_id[CECI_SEALING_SALT_BYTES];
  guint32 n_sections; // with the manifest
  guint64 manifest_length;
  guint64 file_length;
  guint8 tag[CECI_SEALED_TAG_BYTES];
} CeciSealedHeader;

void     ceci_sealed_header_write  (const CeciSealedHeader *header, guint8 *bytes); // the tag too
gboolean ceci_sealed_header_read   (CeciSealedHeader *header, const guint8 *bytes, GError **error); // checks every limit
void     ceci_sealed_header_tag    (const CeciSealedHeader *header, CeciSealingKey *key, guint8 *tag);
guint64  ceci_sealed_stored_length (guint64 length); // of a section of that many bytes, in the file

// What binds a chunk to its place: the header's tag, the section's number, its length.
#define CECI_SEALED_BINDING_BYTES (CECI_SEALED_TAG_BYTES + 4 + 8)
void     ceci_sealed_binding       (const guint8 *tag, guint32 section, guint64 length, guint8 *bytes);

G_END_DECLS
