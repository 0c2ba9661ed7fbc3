// SPDX-License-Identifier: GPL-3.0-or-later
// Files on their way into the register, from an archive of submissions, a folder or a drop: put aside, hashed while they
// come, looked at by the isolated renderer. The register is not asked and nothing is written to it.
#pragma once

#include "ceci-archive-reader.h"
#include "ceci-arrival.h"

G_BEGIN_DECLS

#define CECI_TYPE_ARRIVALS (ceci_arrivals_get_type ())
G_DECLARE_FINAL_TYPE (CeciArrivals, ceci_arrivals, CECI, ARRIVALS, GObject) // a GListModel of CeciArrival

/**
 * CeciArrivalsProgress:
 * @done: of what is being done
 * @total: how much there is; 0 if unknown
 * @user_data: as given
 *
 * Called in the thread that works.
 */
typedef void (*CeciArrivalsProgress) (guint64 done, guint64 total, gpointer user_data);

/**
 * CeciInspectFunc:
 * @document: the bytes
 * @health: (out) (transfer none): "fine", "encrypted", "damaged", "empty", "not_pdf" or "unknown"
 * @n_pages: (out): 0 if unknown
 * @detail: (out) (transfer full) (nullable): a sentence for a person
 * @made_on: (out) (transfer full) (nullable): the date that the document says it was made on
 * @cancellable: (nullable): as given
 * @error: return location for an error: nothing could be asked
 *
 * Looks at a document in the isolated renderer, which core does not know. It is called in several threads at once.
 */
typedef gboolean (*CeciInspectFunc) (GBytes *document, const char **health, guint *n_pages, char **detail, char **made_on,
                                     GCancellable *cancellable, GError **error);

// All of these block.
CeciArrivals *ceci_arrivals_new          (GError **error);
gboolean      ceci_arrivals_take_archive (CeciArrivals *self, GFile *file, const CeciArchiveLimits *limits, CeciArrivalsProgress progress, gpointer user_data, GCancellable *cancellable, GError **error); // all of it or, with error, nothing
gboolean      ceci_arrivals_take_file    (CeciArrivals *self, GFile *file, GCancellable *cancellable, GError **error); // a file, or everything in a folder
gboolean      ceci_arrivals_inspect      (CeciArrivals *self, GPtrArray *which, CeciInspectFunc inspect, CeciArrivalsProgress progress, gpointer user_data, GCancellable *cancellable, GError **error); // those not looked at yet
GBytes       *ceci_arrivals_map          (CeciArrivals *self, CeciArrival *arrival, GError **error) G_GNUC_WARN_UNUSED_RESULT;

guint         ceci_arrivals_get_n        (CeciArrivals *self);
CeciArrival  *ceci_arrivals_get          (CeciArrivals *self, guint position); // (transfer none)
const char   *ceci_arrivals_get_archive  (CeciArrivals *self); // the archive’s name; NULL

G_END_DECLS
