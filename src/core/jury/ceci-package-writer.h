// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the package of one juror. What goes in is given: nothing here reads the register.
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include "ceci-sealed-writer.h"

G_BEGIN_DECLS

// The bytes of a document by its SHA-256; called once for each.
typedef GBytes *(*CeciDocumentSource) (const char *sha256, gpointer user_data, GError **error);

typedef struct _CeciPackageWriter CeciPackageWriter;

// content: as FORMAT.md says, its dossiers with their documents. seed and return_key: 32 secret bytes each.
CeciPackageWriter *ceci_package_writer_new   (JsonObject *content, const guint8 *seed, const guint8 *return_key);
void               ceci_package_writer_free  (CeciPackageWriter *self);
gboolean           ceci_package_writer_write (CeciPackageWriter *self, GFile *file, const char *passphrase, CeciSealingCost cost,
                                              CeciDocumentSource source, gpointer user_data, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciPackageWriter, ceci_package_writer_free)

G_END_DECLS
