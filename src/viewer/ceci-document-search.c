// SPDX-License-Identifier: GPL-3.0-or-later
// One page is searched at a time, so that a new text starts at once.
#include "config.h"

#include "ceci-document-search.h"

#define MOST_HITS 2000 // nobody walks through more

struct _CeciDocumentSearch {
  GObject parent;
  CeciRenderer *renderer;
  GCancellable *cancellable; // NULL: nothing is being searched
  GArray *hits;              // of CeciPageMark
  char *text;
  guint n_pages;
  guint page;
};

enum { SIGNAL_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CeciDocumentSearch, ceci_document_search, G_TYPE_OBJECT)

static void search_page (CeciDocumentSearch *self);

static void
on_searched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) regions = ceci_renderer_search_finish (CECI_RENDERER (source), result, &error);
  CeciDocumentSearch *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = user_data;
  for (guint i = 0; regions != NULL && i < regions->len && self->hits->len < MOST_HITS; i++) {
    CeciPageMark hit = {
        .kind = CECI_MARK_HIT, .page = self->page, .region = g_array_index (regions, CeciPageRegion, i)};
    g_array_append_val (self->hits, hit);
  }
  self->page++;
  if (self->page < self->n_pages && self->hits->len < MOST_HITS)
    search_page (self);
  else
    g_clear_object (&self->cancellable);
  if (self->cancellable == NULL || (regions != NULL && regions->len > 0))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
search_page (CeciDocumentSearch *self)
{
  ceci_renderer_search_async (self->renderer, self->page, self->text, self->cancellable, on_searched, self);
}

static void
stop (CeciDocumentSearch *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

void
ceci_document_search_start (CeciDocumentSearch *self, const char *text)
{
  stop (self);
  g_array_set_size (self->hits, 0);
  g_set_str (&self->text, text);
  self->page = 0;
  if (text[0] != '\0' && self->n_pages > 0) {
    self->cancellable = g_cancellable_new ();
    search_page (self);
  }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
ceci_document_search_is_done (CeciDocumentSearch *self)
{
  return self->cancellable == NULL;
}

const CeciPageMark *
ceci_document_search_get_hits (CeciDocumentSearch *self, guint *n_hits)
{
  *n_hits = self->hits->len;
  return (const CeciPageMark *) (void *) self->hits->data;
}

static void
ceci_document_search_dispose (GObject *object)
{
  CeciDocumentSearch *self = CECI_DOCUMENT_SEARCH (object);

  stop (self);
  g_clear_object (&self->renderer);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (ceci_document_search_parent_class)->dispose (object);
}

static void
ceci_document_search_class_init (CeciDocumentSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ceci_document_search_dispose;
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", CECI_TYPE_DOCUMENT_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ceci_document_search_init (CeciDocumentSearch *self)
{
  self->hits = g_array_new (FALSE, FALSE, sizeof (CeciPageMark));
}

CeciDocumentSearch *
ceci_document_search_new (GBytes *document, guint n_pages)
{
  CeciDocumentSearch *self = g_object_new (CECI_TYPE_DOCUMENT_SEARCH, NULL);

  self->renderer = ceci_renderer_new (document);
  ceci_renderer_set_trusting (self->renderer, TRUE); // it is on screen: that was decided
  self->n_pages = n_pages;
  return self;
}
