// SPDX-License-Identifier: GPL-3.0-or-later
// A jury package as its juror opens it: the session, the grid, the dossiers assigned, their documents read in place. Nothing of
// the juror's own work is here: that is CeciReading's.
#pragma once

#include <gio/gio.h>
#include "ceci-package-dossier.h"
#include "ceci-scoring.h"

G_BEGIN_DECLS

#define CECI_TYPE_PACKAGE (ceci_package_get_type ())
G_DECLARE_FINAL_TYPE (CeciPackage, ceci_package, CECI, PACKAGE, GObject)

// Blocking, and slow on purpose (about a second for the passphrase): a window uses the asynchronous pair.
CeciPackage     *ceci_package_open             (GFile *file, const char *passphrase, GError **error);
void             ceci_package_open_async       (GFile *file, const char *passphrase, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data); // the passphrase is copied to guarded memory
CeciPackage     *ceci_package_open_finish      (GAsyncResult *result, GError **error);

GFile           *ceci_package_get_file         (CeciPackage *self);
const char      *ceci_package_get_session_id   (CeciPackage *self);
const char      *ceci_package_get_session_juror_id (CeciPackage *self);
const char      *ceci_package_get_session_name (CeciPackage *self);
const char      *ceci_package_get_held_on      (CeciPackage *self); // the day of the deliberation
const char      *ceci_package_get_cut_off_on   (CeciPackage *self); // returns are awaited by then
const char      *ceci_package_get_place        (CeciPackage *self); // nullable
const char      *ceci_package_get_juror_id     (CeciPackage *self);
const char      *ceci_package_get_juror_name   (CeciPackage *self);
gint64           ceci_package_get_revision     (CeciPackage *self);
const char      *ceci_package_get_made_at      (CeciPackage *self);
CeciScoringGrid *ceci_package_get_grid         (CeciPackage *self);
GListModel      *ceci_package_get_dossiers     (CeciPackage *self); // of CeciPackageDossier, by name
CeciPackageDossier *ceci_package_find_dossier  (CeciPackage *self, const char *id); // NULL if there is none; transfer none

// A document's bytes, decrypted and checked against its hash. May be called from several threads.
GBytes          *ceci_package_read_document        (CeciPackage *self, const char *sha256, GError **error);
void             ceci_package_read_document_async  (CeciPackage *self, const char *sha256, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GBytes          *ceci_package_read_document_finish (CeciPackage *self, GAsyncResult *result, GError **error);

G_END_DECLS
