// SPDX-License-Identifier: GPL-3.0-or-later
// Drawn pages as textures, under a budget of bytes; asks the renderer for what is wanted and forgets what is far.
#pragma once

#include <gdk/gdk.h>

#include "render/client/ceci-renderer.h"

G_BEGIN_DECLS

#define CECI_TYPE_PAGE_CACHE (ceci_page_cache_get_type ())
G_DECLARE_FINAL_TYPE (CeciPageCache, ceci_page_cache, CECI, PAGE_CACHE, GObject)

// Signal: changed (uint page): its texture or its error is new.
CeciPageCache *ceci_page_cache_new (CeciRenderer *renderer, gsize budget); // bytes
void ceci_page_cache_want (CeciPageCache *self, guint page, guint width,
                           guint height); // asks unless it is there or on its way
void ceci_page_cache_keep_only (CeciPageCache *self, guint first,
                                guint last); // drops requests outside; textures outside only for room
GdkTexture *ceci_page_cache_texture (CeciPageCache *self,
                                     guint page); // (transfer none) (nullable): of whatever size was drawn last
const char *ceci_page_cache_failure (CeciPageCache *self, guint page); // why it can't be drawn, or NULL
gsize ceci_page_cache_get_bytes (CeciPageCache *self);
guint ceci_page_cache_count_drawn (CeciPageCache *self); // pages drawn since the beginning

G_END_DECLS
