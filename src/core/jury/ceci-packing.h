// SPDX-License-Identifier: GPL-3.0-or-later
// From the register to a juror's package: what goes in, the keys, the revision that is recorded.
#pragma once

#include <gio/gio.h>
#include "ceci-sealing-key.h"
#include "core/model/ceci-jury-repository.h"
#include "core/store/ceci-register.h"

G_BEGIN_DECLS

// What a package says of one dossier, and nothing else of the student. Its member «digest» changes when what a juror reads does.
JsonObject *ceci_packing_dossier        (CeciDatabase *database, CeciDossier *dossier, const char *today, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char       *ceci_packing_dossier_digest (CeciDatabase *database, const char *student_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

// Blocking: a thread other than the one that draws. Writes the package, then records it; both or neither. juror_id: the juror's.
// Returns the revision, 0 with error.
gint64      ceci_packing_run            (CeciRegister *self, const char *session_id, const char *juror_id, GFile *file, const char *passphrase,
                                         CeciSealingCost cost, const char *today, GCancellable *cancellable, GError **error);
void        ceci_packing_run_async      (CeciRegister *self, const char *session_id, const char *juror_id, GFile *file, const char *passphrase,
                                         CeciSealingCost cost, const char *today, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64      ceci_packing_run_finish     (CeciRegister *self, GAsyncResult *result, GError **error);

// Whether the last package made for this member no longer holds what is assigned, as it is now. FALSE when none was made.
gboolean    ceci_packing_is_stale       (CeciDatabase *database, CeciSessionJuror *member, GError **error);

G_END_DECLS
