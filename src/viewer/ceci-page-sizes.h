// SPDX-License-Identifier: GPL-3.0-or-later
// Learns the sizes of a document's pages little by little, so that drawing gets its turn in between.
#pragma once

#include "render/client/ceci-renderer.h"

G_BEGIN_DECLS

#define CECI_TYPE_PAGE_SIZES (ceci_page_sizes_get_type ())
G_DECLARE_FINAL_TYPE (CeciPageSizes, ceci_page_sizes, CECI, PAGE_SIZES, GObject)

// Signal: sized (uint first, GArray of CeciPageSize): from the first page to the last. Those that can't be had are
// passed over.
CeciPageSizes *ceci_page_sizes_new (CeciRenderer *renderer, guint n_pages); // begins at once

G_END_DECLS
