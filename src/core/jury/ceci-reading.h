// SPDX-License-Identifier: GPL-3.0-or-later
// A juror's work on a whole package, saved at every change in an encrypted working file beside it, and sealed into a return.
#pragma once

#include <gio/gio.h>
#include "ceci-dossier-reading.h"
#include "ceci-package.h"

G_BEGIN_DECLS

// Properties: package, dossiers, saved (all that was entered is on the disk), save-error (sentence or NULL), n-complete (uint).
// ::changed (reading: CeciDossierReading) is emitted after every change of a dossier.
#define CECI_TYPE_READING (ceci_reading_get_type ())
G_DECLARE_FINAL_TYPE (CeciReading, ceci_reading, CECI, READING, GObject)

// Finds the working file beside the package or, where that folder can't be written, in the user's state folder, and goes on from
// it. CECI_JURY_ERROR_BUSY when the package is being read elsewhere. Fast and blocking: the package is unlocked already.
CeciReading        *ceci_reading_open          (CeciPackage *package, GError **error);
CeciPackage        *ceci_reading_get_package   (CeciReading *self);
GFile              *ceci_reading_dup_file      (CeciReading *self); // the working file; transfer full
gboolean            ceci_reading_was_recovered (CeciReading *self); // work of an earlier time was found
GListModel         *ceci_reading_get_dossiers  (CeciReading *self); // of CeciDossierReading, in the package's order
CeciDossierReading *ceci_reading_find          (CeciReading *self, const char *dossier_id); // transfer none; NULL if there is none
guint               ceci_reading_get_n_complete (CeciReading *self);
gboolean            ceci_reading_is_saved      (CeciReading *self);
const char         *ceci_reading_get_save_error (CeciReading *self);

// Changes are saved by a thread as they come; this waits until the last is on the disk. Before a program ends.
gboolean            ceci_reading_flush         (CeciReading *self, GError **error);

typedef enum {
  CECI_SEAL_COMPLETE   = 0,
  CECI_SEAL_INCOMPLETE = 1 << 0, // what is missing stays missing, and is said
} CeciSealFlags;
// Writes the return: sealed and signed. Sealing again after a change makes the next revision. Blocking, fast.
// CECI_JURY_ERROR_INCOMPLETE, with what is missing in the message.
gboolean            ceci_reading_seal          (CeciReading *self, GFile *file, CeciSealFlags flags, GError **error);
gint64              ceci_reading_get_sealed_revision (CeciReading *self); // 0: never sealed
gboolean            ceci_reading_changed_since_seal  (CeciReading *self);

G_END_DECLS
