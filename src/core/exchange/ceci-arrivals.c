// SPDX-License-Identifier: GPL-3.0-or-later
// Files are copied once into a spool that has no name, hashed on the way by a second thread, and looked at from there:
// what is shown, inspected and written is the same bytes, whatever happens to the file meanwhile.
#include "config.h"

#include "ceci-arrivals.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-arrival-private.h"
#include "ceci-file-digest.h"
#include "ceci-spool.h"
#include "core/store/ceci-date.h"

#define PIECE (1024 * 1024)
#define DEEPEST_FOLDER 16
#define INSPECTORS 4

struct _CeciArrivals {
  GObject parent_instance;
  GPtrArray *arrivals;
  CeciSpool *spool;
  CeciFileDigest *digest;
  guint8 *piece[2]; // one is hashed while the other is filled
  char *archive;
};

static void ceci_arrivals_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CeciArrivals, ceci_arrivals, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ceci_arrivals_list_model_init))

static GType
get_item_type (GListModel *model)
{
  return CECI_TYPE_ARRIVAL;
}

static guint
get_n_items (GListModel *model)
{
  return CECI_ARRIVALS (model)->arrivals->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  CeciArrivals *self = CECI_ARRIVALS (model);

  return position < self->arrivals->len ? g_object_ref (self->arrivals->pdata[position]) : NULL;
}

static void
ceci_arrivals_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
ceci_arrivals_finalize (GObject *object)
{
  CeciArrivals *self = CECI_ARRIVALS (object);

  g_ptr_array_unref (self->arrivals);
  g_clear_pointer (&self->spool, ceci_spool_free);
  g_clear_pointer (&self->digest, ceci_file_digest_free);
  g_free (self->piece[0]);
  g_free (self->piece[1]);
  g_free (self->archive);
  G_OBJECT_CLASS (ceci_arrivals_parent_class)->finalize (object);
}

static void
ceci_arrivals_class_init (CeciArrivalsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_arrivals_finalize;
}

static void
ceci_arrivals_init (CeciArrivals *self)
{
  self->arrivals = g_ptr_array_new_with_free_func (g_object_unref);
}

CeciArrivals *
ceci_arrivals_new (GError **error)
{
  g_autoptr (CeciArrivals) self = g_object_new (CECI_TYPE_ARRIVALS, NULL);

  self->spool = ceci_spool_new (error);
  if (self->spool == NULL)
    return NULL;
  self->digest = ceci_file_digest_new ();
  self->piece[0] = g_malloc (PIECE);
  self->piece[1] = g_malloc (PIECE);
  return g_steal_pointer (&self);
}

// --- one file ---------------------------------------------------------------------------------

typedef struct {
  CeciArchiveReader *archive; // or
  GInputStream *stream;
} Origin;

static gssize
read_piece (Origin *origin, guint8 *piece, GCancellable *cancellable, GError **error)
{
  gsize n = 0;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  if (origin->stream != NULL)
    return g_input_stream_read_all (origin->stream, piece, PIECE, &n, cancellable, error) ? (gssize) n : -1;
  while (n < PIECE) {
    gssize more = ceci_archive_reader_read (origin->archive, piece + n, PIECE - n, error);

    if (more < 0)
      return -1;
    if (more == 0)
      break;
    n += (gsize) more;
  }
  return (gssize) n;
}

// Reads a file to its end into the spool. What is there already is not undone on failure: the caller takes it back.
static gboolean
copy (CeciArrivals *self, CeciArrival *arrival, Origin *origin, GCancellable *cancellable, GError **error)
{
  gssize n;

  arrival->offset = ceci_spool_begin (self->spool);
  ceci_file_digest_begin (self->digest);
  for (guint turn = 0; (n = read_piece (origin, self->piece[turn % 2], cancellable, error)) > 0; turn++) {
    guint8 *piece = self->piece[turn % 2];

    if (arrival->size == 0)
      memcpy (arrival->head, piece, MIN ((gsize) n, sizeof arrival->head));
    arrival->size += (guint64) n;
    if (arrival->size > ceci_archive_limits.max_file) {
      g_set_error_literal (error, CECI_ARCHIVE_ERROR, CECI_ARCHIVE_ERROR_FILE,
                           _ ("It is larger than 200 MB. Ask for a lighter file."));
      return FALSE;
    }
    ceci_file_digest_add (self->digest, piece, (gsize) n); // returns when the piece before is done
    if (!ceci_spool_write (self->spool, piece, (gsize) n, error))
      return FALSE;
  }
  if (n < 0)
    return FALSE;
  arrival->sha256 = ceci_file_digest_end (self->digest);
  return TRUE;
}

// A file that can't be used is kept as refused, and the others go on.
static gboolean
take (CeciArrivals *self, CeciArrival *arrival, Origin *origin, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (copy (self, arrival, origin, cancellable, &failure)) {
    if (arrival->size == 0)
      ceci_arrival_refuse (arrival, _ ("It is empty. Ask for the file again."));
    return TRUE;
  }
  ceci_file_digest_abandon (self->digest);
  ceci_spool_take_back (self->spool, arrival->offset);
  if (!g_error_matches (failure, CECI_ARCHIVE_ERROR, CECI_ARCHIVE_ERROR_FILE)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  ceci_arrival_refuse (arrival, failure->message);
  return TRUE;
}

static char *
instant_of (gint64 seconds)
{
  g_autoptr (GDateTime) moment = seconds > 0 ? g_date_time_new_from_unix_utc (seconds) : NULL;

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S.000Z") : NULL;
}

// --- an archive -------------------------------------------------------------------------------

static gboolean
take_entries (CeciArrivals *self, CeciArchiveReader *reader, CeciArrivalsProgress progress, gpointer user_data,
              GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  const CeciArchiveEntry *entry;
  Origin origin = {.archive = reader};
  guint64 done = 0;

  while ((entry = ceci_archive_reader_next (reader, &failure)) != NULL) {
    g_autoptr (CeciArrival) arrival = ceci_arrival_new (entry->path, self->archive, TRUE);

    arrival->modified_at = instant_of (entry->modified_at);
    if (arrival->name.junk)
      continue; // left by a computer: nobody deposited it
    if (entry->refusal != NULL)
      ceci_arrival_refuse (arrival, entry->refusal);
    else if (!take (self, arrival, &origin, cancellable, error))
      return FALSE;
    done += entry->size;
    if (progress != NULL)
      progress (done, ceci_archive_reader_get_total (reader), user_data);
    g_ptr_array_add (self->arrivals, g_steal_pointer (&arrival));
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * ceci_arrivals_take_archive:
 * @self: arrivals
 * @file: a ZIP of submissions
 * @limits: (nullable): %NULL for ceci_archive_limits
 * @progress: (nullable): told of bytes
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Takes every file of the archive, those that can't be used as refused.
 *
 * Returns: whether the archive was whole; if it was not, nothing of it was taken
 */
gboolean
ceci_arrivals_take_archive (CeciArrivals *self, GFile *file, const CeciArchiveLimits *limits,
                            CeciArrivalsProgress progress, gpointer user_data, GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (CeciArchiveReader) reader = ceci_archive_reader_open (file, limits, error);
  g_autofree char *base = g_file_get_basename (file);
  guint before = self->arrivals->len;
  gint64 start = ceci_spool_begin (self->spool);

  if (reader == NULL)
    return FALSE;
  g_free (self->archive);
  self->archive = g_filename_display_name (base);
  if (take_entries (self, reader, progress, user_data, cancellable, error)) {
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->arrivals->len - before);
    return TRUE;
  }
  g_ptr_array_set_size (self->arrivals, (int) before);
  ceci_spool_take_back (self->spool, start);
  return FALSE;
}

// --- files and folders ------------------------------------------------------------------------

static gboolean take_path (CeciArrivals *self, GFile *file, const char *inside, guint depth, GCancellable *cancellable,
                           GError **error);

static gboolean
take_folder (CeciArrivals *self, GFile *folder, const char *inside, guint depth, GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
      folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GFileInfo *info;

  if (children == NULL)
    return FALSE;
  while (g_file_enumerator_iterate (children, &info, NULL, cancellable, error) && info != NULL)
    g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++) {
    g_autoptr (GFile) child = g_file_get_child (folder, names->pdata[i]);
    g_autofree char *shown = g_filename_display_name (names->pdata[i]);
    g_autofree char *path = g_build_path ("/", inside, shown, NULL);

    if (!take_path (self, child, path, depth + 1, cancellable, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
take_regular (CeciArrivals *self, GFile *file, GFileInfo *info, CeciArrival *arrival, GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &failure);
  g_autoptr (GDateTime) modified = g_file_info_get_modification_date_time (info);
  Origin origin = {.stream = G_INPUT_STREAM (stream)};

  arrival->modified_at = instant_of (modified != NULL ? g_date_time_to_unix (modified) : 0);
  if (stream != NULL)
    return take (self, arrival, &origin, cancellable, error);
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  ceci_arrival_refuse (arrival, failure->message);
  return TRUE;
}

static gboolean
take_path (CeciArrivals *self, GFile *file, const char *inside, guint depth, GCancellable *cancellable, GError **error)
{
  static const char *const attributes =
      G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED;
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, attributes, depth == 0 ? G_FILE_QUERY_INFO_NONE : G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);
  g_autoptr (CeciArrival) arrival = NULL;
  g_autofree char *uri = NULL;
  GFileType type;

  if (info == NULL)
    return FALSE;
  type = g_file_info_get_file_type (info);
  if (type == G_FILE_TYPE_DIRECTORY && depth < DEEPEST_FOLDER)
    return take_folder (self, file, inside, depth, cancellable, error);
  arrival = ceci_arrival_new (inside, NULL, FALSE);
  uri = g_file_get_parse_name (file);
  g_set_str (&arrival->source, uri);
  if (arrival->name.junk)
    return TRUE;
  if (self->arrivals->len >= ceci_archive_limits.max_files) {
    g_set_error_literal (error, CECI_ARCHIVE_ERROR, CECI_ARCHIVE_ERROR_TOO_LARGE,
                         _ ("There are too many files. Add fewer at a time."));
    return FALSE;
  }
  if (type != G_FILE_TYPE_REGULAR)
    ceci_arrival_refuse (arrival, _ ("It is a link and not a file."));
  else if ((guint64) g_file_info_get_size (info) > ceci_archive_limits.max_file)
    ceci_arrival_refuse (arrival, _ ("It is larger than 200 MB. Ask for a lighter file."));
  else if (!take_regular (self, file, info, arrival, cancellable, error))
    return FALSE;
  g_ptr_array_add (self->arrivals, g_steal_pointer (&arrival));
  g_list_model_items_changed (G_LIST_MODEL (self), self->arrivals->len - 1, 0, 1);
  return TRUE;
}

gboolean
ceci_arrivals_take_file (CeciArrivals *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (base);

  return take_path (self, file, shown, 0, cancellable, error);
}

// --- looking at them --------------------------------------------------------------------------

typedef struct {
  CeciArrivals *arrivals;
  CeciInspectFunc inspect;
  GCancellable *cancellable;
  GAsyncQueue *done; // each arrival once it was looked at
  GMutex lock;
  GError *error; // the first
} Inspection;

static void
judge_unseen (CeciArrival *arrival)
{
  arrival->inspected = TRUE;
  arrival->health = CECI_HEALTH_NOT_PDF;
  g_set_str (&arrival->detail,
             arrival->name.online_text
                 ? _ ("Text typed on the virtual campus, kept as it came. It opens outside, with caution.")
                 : _ ("It is not a PDF or a picture: it opens outside, with caution."));
}

static void
look (gpointer data, gpointer user_data)
{
  CeciArrival *arrival = data;
  Inspection *inspection = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ceci_arrivals_map (inspection->arrivals, arrival, &error);
  const char *health = "unknown";

  if (bytes != NULL && !g_cancellable_set_error_if_cancelled (inspection->cancellable, &error) &&
      inspection->inspect (bytes, &health, &arrival->n_pages, &arrival->detail, &arrival->made_on,
                           inspection->cancellable, &error)) {
    arrival->health = (CeciHealth) MAX (ceci_enum_from_nick (CECI_TYPE_HEALTH, health), 0);
    arrival->inspected = TRUE;
  }
  g_mutex_lock (&inspection->lock);
  if (error != NULL && inspection->error == NULL)
    inspection->error = g_steal_pointer (&error);
  g_mutex_unlock (&inspection->lock);
  g_async_queue_push (inspection->done, arrival);
}

/**
 * ceci_arrivals_inspect:
 * @self: arrivals
 * @which: (nullable) (element-type CeciArrival): %NULL for all
 * @inspect: asks the renderer
 * @progress: (nullable): told of files
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error: the renderer can’t be had
 *
 * Looks at what was not looked at yet, several at a time; what is neither PDF nor picture needs no looking.
 *
 * Returns: whether all is known
 */
gboolean
ceci_arrivals_inspect (CeciArrivals *self, GPtrArray *which, CeciInspectFunc inspect, CeciArrivalsProgress progress,
                       gpointer user_data, GCancellable *cancellable, GError **error)
{
  GPtrArray *all = which != NULL ? which : self->arrivals;
  Inspection inspection = {self, inspect, cancellable, g_async_queue_new (), {0}, NULL};
  GThreadPool *pool =
      g_thread_pool_new (look, &inspection, (int) MIN (g_get_num_processors (), INSPECTORS), FALSE, NULL);
  guint asked = 0;

  for (guint i = 0; i < all->len; i++) {
    CeciArrival *arrival = all->pdata[i];

    if (arrival->inspected || arrival->refusal != NULL)
      continue;
    if (!ceci_arrival_is_for_renderer (arrival)) {
      judge_unseen (arrival);
      continue;
    }
    g_thread_pool_push (pool, arrival, NULL);
    asked++;
  }
  for (guint i = 0; i < asked; i++) {
    g_async_queue_pop (inspection.done);
    if (progress != NULL)
      progress (i + 1, asked, user_data);
  }
  g_thread_pool_free (pool, FALSE, TRUE);
  g_async_queue_unref (inspection.done);
  g_mutex_clear (&inspection.lock);
  if (inspection.error == NULL)
    return TRUE;
  g_propagate_error (error, inspection.error);
  return FALSE;
}

GBytes *
ceci_arrivals_map (CeciArrivals *self, CeciArrival *arrival, GError **error)
{
  return ceci_spool_map (self->spool, arrival->offset, (gsize) arrival->size, error);
}

guint
ceci_arrivals_get_n (CeciArrivals *self)
{
  return self->arrivals->len;
}

CeciArrival *
ceci_arrivals_get (CeciArrivals *self, guint position)
{
  return self->arrivals->pdata[position];
}

const char *
ceci_arrivals_get_archive (CeciArrivals *self)
{
  return self->archive;
}
