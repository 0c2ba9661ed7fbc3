// SPDX-License-Identifier: GPL-3.0-or-later
// Poppler needs half a millisecond for each page's size: the first few at once, for there must be something to see.
#include "config.h"

#include "ceci-page-sizes.h"

#define FIRST_COUNT 4
#define COUNT 64

struct _CeciPageSizes {
  GObject parent;
  CeciRenderer *renderer;
  GCancellable *cancellable;
  guint n_pages;
  guint first, count; // what is being asked
};

enum { SIGNAL_SIZED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CeciPageSizes, ceci_page_sizes, G_TYPE_OBJECT)

static void ask (CeciPageSizes *self, guint first, guint count);

static void
on_sizes (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) sizes = ceci_renderer_sizes_finish (CECI_RENDERER (source), result, &error);
  g_autoptr (CeciPageSizes) self = NULL;
  guint next;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = g_object_ref (user_data); // who hears the signal may let go of it
  next = self->first + self->count;
  if (sizes != NULL)
    g_signal_emit (self, signals[SIGNAL_SIZED], 0, self->first, sizes);
  if (next < self->n_pages && !g_cancellable_is_cancelled (self->cancellable))
    ask (self, next, COUNT);
}

static void
ask (CeciPageSizes *self, guint first, guint count)
{
  self->first = first;
  self->count = MIN (count, self->n_pages - first);
  ceci_renderer_sizes_async (self->renderer, first, self->count, self->cancellable, on_sizes, self);
}

static void
ceci_page_sizes_dispose (GObject *object)
{
  CeciPageSizes *self = CECI_PAGE_SIZES (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (ceci_page_sizes_parent_class)->dispose (object);
}

static void
ceci_page_sizes_finalize (GObject *object)
{
  CeciPageSizes *self = CECI_PAGE_SIZES (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->renderer);
  G_OBJECT_CLASS (ceci_page_sizes_parent_class)->finalize (object);
}

static void
ceci_page_sizes_class_init (CeciPageSizesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ceci_page_sizes_dispose;
  G_OBJECT_CLASS (klass)->finalize = ceci_page_sizes_finalize;
  signals[SIGNAL_SIZED] = g_signal_new ("sized", CECI_TYPE_PAGE_SIZES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_ARRAY);
}

static void
ceci_page_sizes_init (CeciPageSizes *self)
{
  self->cancellable = g_cancellable_new ();
}

CeciPageSizes *
ceci_page_sizes_new (CeciRenderer *renderer, guint n_pages)
{
  CeciPageSizes *self = g_object_new (CECI_TYPE_PAGE_SIZES, NULL);

  self->renderer = g_object_ref (renderer);
  self->n_pages = n_pages;
  ask (self, 0, FIRST_COUNT);
  return self;
}
