// SPDX-License-Identifier: GPL-3.0-or-later
// One entry a page that was ever wanted. The textures are the renderer's shared memory itself: nothing is copied here.
#include "config.h"

#include "ceci-page-cache.h"

typedef struct {
  CeciPageCache *cache; // unowned
  guint page;
  GdkTexture *texture;
  gsize bytes;
  guint width, height;  // of the texture
  GCancellable *asking; // NULL: nothing is on its way
  guint asked_width, asked_height;
  char *failure; // at the size that was asked last
} Entry;

struct _CeciPageCache {
  GObject parent;
  CeciRenderer *renderer;
  GHashTable *entries; // page → Entry
  gsize budget;
  gsize bytes;
  guint first, last; // what is wanted now
  guint drawn;
};

enum { SIGNAL_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CeciPageCache, ceci_page_cache, G_TYPE_OBJECT)

static void
stop_asking (Entry *entry)
{
  if (entry->asking != NULL)
    g_cancellable_cancel (entry->asking);
  g_clear_object (&entry->asking);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  stop_asking (entry);
  g_clear_object (&entry->texture);
  g_free (entry->failure);
  g_free (entry);
}

static Entry *
find (CeciPageCache *self, guint page)
{
  return g_hash_table_lookup (self->entries, GUINT_TO_POINTER (page));
}

static guint
distance (CeciPageCache *self, const Entry *entry)
{
  if (entry->page < self->first)
    return self->first - entry->page;
  return entry->page > self->last ? entry->page - self->last : 0;
}

static void
drop_texture (CeciPageCache *self, Entry *entry)
{
  self->bytes -= entry->bytes;
  entry->bytes = 0;
  g_clear_object (&entry->texture);
}

// The farthest go first; what is wanted stays, whatever the budget says.
static void
make_room (CeciPageCache *self)
{
  while (self->bytes > self->budget) {
    GHashTableIter iter;
    gpointer value;
    Entry *farthest = NULL;

    g_hash_table_iter_init (&iter, self->entries);
    while (g_hash_table_iter_next (&iter, NULL, &value)) {
      Entry *entry = value;
      if (entry->texture != NULL && distance (self, entry) > 0 &&
          (farthest == NULL || distance (self, entry) > distance (self, farthest)))
        farthest = entry;
    }
    if (farthest == NULL)
      return;
    drop_texture (self, farthest);
  }
}

static GdkTexture *
make_texture (const CeciPixels *pixels)
{
  g_autoptr (GdkMemoryTextureBuilder) builder = gdk_memory_texture_builder_new ();

  gdk_memory_texture_builder_set_bytes (builder, pixels->bytes);
  gdk_memory_texture_builder_set_stride (builder, pixels->stride);
  gdk_memory_texture_builder_set_width (builder, (int) pixels->width);
  gdk_memory_texture_builder_set_height (builder, (int) pixels->height);
  gdk_memory_texture_builder_set_format (builder,
                                         G_BYTE_ORDER == G_LITTLE_ENDIAN ? GDK_MEMORY_B8G8R8X8 : GDK_MEMORY_X8R8G8B8);
  return gdk_memory_texture_builder_build (builder);
}

static void
on_page (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Entry *entry = user_data; // freed only after its request was cancelled
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciPixels) pixels = ceci_renderer_page_finish (CECI_RENDERER (source), result, &error);
  CeciPageCache *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = entry->cache;
  g_clear_object (&entry->asking);
  if (pixels != NULL) {
    drop_texture (self, entry);
    entry->texture = make_texture (pixels);
    entry->width = pixels->width;
    entry->height = pixels->height;
    entry->bytes = g_bytes_get_size (pixels->bytes);
    self->bytes += entry->bytes;
    self->drawn++;
    make_room (self);
  } else
    g_set_str (&entry->failure, error->message);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, entry->page);
}

void
ceci_page_cache_want (CeciPageCache *self, guint page, guint width, guint height)
{
  Entry *entry = find (self, page);

  if (entry == NULL) {
    entry = g_new0 (Entry, 1);
    entry->cache = self;
    entry->page = page;
    g_hash_table_insert (self->entries, GUINT_TO_POINTER (page), entry);
  }
  if (entry->texture != NULL && entry->width == width && entry->height == height)
    return;
  if ((entry->asking != NULL || entry->failure != NULL) && entry->asked_width == width && entry->asked_height == height)
    return;
  stop_asking (entry);
  g_clear_pointer (&entry->failure, g_free); // at another size it may well succeed
  entry->asking = g_cancellable_new ();
  entry->asked_width = width;
  entry->asked_height = height;
  ceci_renderer_page_async (self->renderer, page, width, height, 0, entry->asking, on_page, entry);
}

void
ceci_page_cache_keep_only (CeciPageCache *self, guint first, guint last)
{
  GHashTableIter iter;
  gpointer value;

  self->first = first;
  self->last = last;
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    Entry *entry = value;
    if (distance (self, entry) > 0)
      stop_asking (entry);
  }
  make_room (self);
}

GdkTexture *
ceci_page_cache_texture (CeciPageCache *self, guint page)
{
  Entry *entry = find (self, page);
  return entry != NULL ? entry->texture : NULL;
}

const char *
ceci_page_cache_failure (CeciPageCache *self, guint page)
{
  Entry *entry = find (self, page);
  return entry != NULL ? entry->failure : NULL;
}

gsize
ceci_page_cache_get_bytes (CeciPageCache *self)
{
  return self->bytes;
}

guint
ceci_page_cache_count_drawn (CeciPageCache *self)
{
  return self->drawn;
}

static void
ceci_page_cache_finalize (GObject *object)
{
  CeciPageCache *self = CECI_PAGE_CACHE (object);

  g_hash_table_unref (self->entries);
  g_object_unref (self->renderer);
  G_OBJECT_CLASS (ceci_page_cache_parent_class)->finalize (object);
}

static void
ceci_page_cache_class_init (CeciPageCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_page_cache_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CECI_TYPE_PAGE_CACHE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ceci_page_cache_init (CeciPageCache *self)
{
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
}

CeciPageCache *
ceci_page_cache_new (CeciRenderer *renderer, gsize budget)
{
  CeciPageCache *self = g_object_new (CECI_TYPE_PAGE_CACHE, NULL);

  self->renderer = g_object_ref (renderer);
  self->budget = budget;
  return self;
}
