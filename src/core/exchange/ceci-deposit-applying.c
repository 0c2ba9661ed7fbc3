// SPDX-License-Identifier: GPL-3.0-or-later
// Writing a deposit in bounded memory. Bytes go into the register first, a few megabytes a transaction, named by
// nothing: so the log never holds more than one batch. Then one step adds the documents that name them, and that is
// what Undo takes back. What a deposit that failed left is taken away at once, or, if the program was killed, by the
// next.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-deposit-proposal-private.h"
#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-participant-repository.h"
#include "core/store/ceci-date.h"

#define BATCH_BYTES (24 * 1024 * 1024)
#define BATCH_FILES 64

typedef struct {
  CeciDepositProposal *proposal;
  GCancellable *cancellable;
  CeciArrivalsProgress progress;
  gpointer user_data;
  guint64 done;
  guint64 total;
  guint at; // the next row whose bytes are kept
} Application;

static gpointer
collect (CeciDatabase *database, gpointer data, GError **error)
{
  return ceci_database_collect_blobs (database, NULL, error) ? data : NULL;
}

static gpointer
keep_batch (CeciDatabase *database, gpointer data, GError **error)
{
  Application *application = data;
  CeciDepositProposal *self = application->proposal;
  guint64 bytes = 0;

  for (guint files = 0; application->at < self->rows->len && files < BATCH_FILES && bytes < BATCH_BYTES;
       application->at++) {
    CeciProposedDocument *row = self->rows->pdata[application->at];
    CeciArrival *arrival = row->arrival;
    g_autoptr (GBytes) content = NULL;

    if (!ceci_proposed_document_is_written (row))
      continue;
    content = ceci_arrivals_map (self->arrivals, arrival, error);
    if (content == NULL || !ceci_database_keep_blob (database, ceci_arrival_get_sha256 (arrival), content, NULL, error))
      return NULL;
    bytes += ceci_arrival_get_size (arrival);
    files++;
  }
  application->done += bytes;
  return application;
}

// An archive says when a file came to the virtual campus; that stands if it can be true.
static char *
deposited_at (CeciDepositProposal *self, CeciProposedDocument *row, const char *now)
{
  const char *modified_at = self->student == NULL ? ceci_arrival_get_modified_at (row->arrival) : NULL;
  g_autofree char *day = modified_at != NULL ? ceci_date_from_instant (modified_at) : NULL;

  return g_strdup (day != NULL && strcmp (modified_at, now) <= 0 &&
                           strcmp (day, ceci_student_get_enrolled_on (row->student)) >= 0
                       ? modified_at
                       : now);
}

static gboolean
write_row (CeciDepositProposal *self, CeciProposedDocument *row, CeciDatabase *database, const char *now,
           GError **error)
{
  CeciArrival *arrival = row->arrival;
  g_autofree char *deposited = deposited_at (self, row, now);
  g_autofree char *kind = ceci_enum_to_column (CECI_TYPE_DOCUMENT_KIND, (int) row->kind);
  g_autofree char *type = row->kind == CECI_DOCUMENT_KIND_PRODUCTION
                              ? ceci_enum_to_column (CECI_TYPE_PRODUCTION_TYPE, (int) row->type)
                              : NULL;
  g_autofree char *health = ceci_enum_to_column (CECI_TYPE_HEALTH, (int) ceci_arrival_get_health (arrival));
  guint n_pages = ceci_arrival_get_n_pages (arrival);
  g_autoptr (CeciDocument) draft = ceci_record_new (
      CECI_TYPE_DOCUMENT, "student_id", ceci_record_get_id (CECI_RECORD (row->student)), "kind", kind,
      "production_type", type, "title", row->title, "dated_on", row->dated_on, "deposited_at", deposited, NULL);
  g_autoptr (CeciDocumentVersion) version = ceci_record_new (
      CECI_TYPE_DOCUMENT_VERSION, "sha256", ceci_arrival_get_sha256 (arrival), "size",
      (gint64) ceci_arrival_get_size (arrival), "file_name", ceci_arrival_get_file_name (arrival), "media_type",
      ceci_arrival_get_media_type (arrival), "pages", n_pages > 0 ? (gint64) n_pages : CECI_UNSET, "health", health,
      "health_detail", ceci_arrival_get_detail (arrival), "source", ceci_arrival_get_source (arrival), "added_at", now,
      NULL);
  g_autofree char *id = ceci_document_repository_add_kept (database, row->target, draft, version, error);

  if (id == NULL)
    return FALSE;
  g_set_str (&row->document_id, id);
  return TRUE;
}

// The numbers of those whose folders are known now, for the next archive of the same course.
static gboolean
remember (CeciDepositProposal *self, CeciDatabase *database, GError **error)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->submitters)); i++) {
    g_autoptr (CeciSubmitter) submitter = g_list_model_get_item (G_LIST_MODEL (self->submitters), i);
    const char *number = ceci_submitter_get_number (submitter);
    GPtrArray *students = ceci_submitter_get_students (submitter);

    if (number != NULL && students->len == 1 &&
        !ceci_participant_repository_remember (database, self->course, number,
                                               ceci_student_get_person_id (students->pdata[0]), error))
      return FALSE;
  }
  return TRUE;
}

static gpointer
write_documents (CeciDatabase *database, gpointer data, GError **error)
{
  CeciDepositProposal *self = data;
  g_autofree char *now = ceci_entropy_dup_now (ceci_database_get_entropy (database));

  for (guint i = 0; i < self->rows->len; i++)
    if (ceci_proposed_document_is_written (self->rows->pdata[i]) &&
        !write_row (self, self->rows->pdata[i], database, now, error))
      return NULL;
  return self->course == NULL || remember (self, database, error) ? self : NULL;
}

static gboolean
keep_all (Application *application, CeciRegister *reg, GError **error)
{
  CeciDepositProposal *self = application->proposal;
  // no step of the journal comes of these: they change no row that it keeps
  const char *label = _ ("Files put aside for an import");

  if (ceci_register_write (reg, label, collect, self, error) == NULL)
    return FALSE;
  while (application->at < self->rows->len) {
    if (g_cancellable_set_error_if_cancelled (application->cancellable, error) ||
        ceci_register_write (reg, label, keep_batch, application, error) == NULL)
      return FALSE;
    if (application->progress != NULL)
      application->progress (application->done, application->total, application->user_data);
  }
  return TRUE;
}

/**
 * ceci_deposit_proposal_apply:
 * @self: a proposal, inspected
 * @reg: the register
 * @progress: (nullable): told of bytes
 * @user_data: for @progress
 * @cancellable: (nullable): stops it before the documents are written
 * @error: return location for an error; %CECI_STORE_ERROR_CONFLICT if a portfolio was changed meanwhile
 *
 * Returns: whether everything was written; if not, nothing was
 */
gboolean
ceci_deposit_proposal_apply (CeciDepositProposal *self, CeciRegister *reg, CeciArrivalsProgress progress,
                             gpointer user_data, GCancellable *cancellable, GError **error)
{
  Application application = {self, cancellable, progress, user_data, 0, 0, 0};
  g_autofree char *label = ceci_deposit_proposal_dup_label (self);
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < self->rows->len; i++) {
    CeciProposedDocument *row = self->rows->pdata[i];

    if (ceci_proposed_document_is_written (row))
      application.total += ceci_arrival_get_size (row->arrival);
  }
  if (keep_all (&application, reg, &failure) &&
      ceci_register_write (reg, label, write_documents, self, &failure) != NULL)
    return TRUE;
  ceci_register_write (reg, label, collect, self, NULL); // what was kept for nothing
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
