// SPDX-License-Identifier: GPL-3.0-or-later
// A sealed file being made: sections are announced, then written one after the other, and the file appears whole or not at all.
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include "ceci-sealed-file.h"

G_BEGIN_DECLS

/**
 * CeciSectionSource:
 * Gives the bytes of a section when its turn comes, so that no two documents need stand in memory at once.
 */
typedef GBytes *(*CeciSectionSource) (gpointer user_data, GError **error);

typedef struct _CeciSealedWriter CeciSealedWriter;

CeciSealedWriter *ceci_sealed_writer_new       (CeciSealedKind kind, CeciSealingKey *key);
void              ceci_sealed_writer_free      (CeciSealedWriter *self);
void              ceci_sealed_writer_set_content (CeciSealedWriter *self, JsonObject *content);
// Sections lie in the order of the calls. Names are unique.
void              ceci_sealed_writer_add       (CeciSealedWriter *self, const char *name, GBytes *bytes);
void              ceci_sealed_writer_add_source (CeciSealedWriter *self, const char *name, guint64 length, const char *sha256,
                                                 CeciSectionSource source, gpointer user_data, GDestroyNotify destroy);
gboolean          ceci_sealed_writer_write     (CeciSealedWriter *self, GFile *file, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciSealedWriter, ceci_sealed_writer_free)

G_END_DECLS
