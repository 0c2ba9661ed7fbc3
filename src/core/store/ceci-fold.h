// SPDX-License-Identifier: GPL-3.0-or-later
// The one folding of text for search, sorting and matching: case, accents, «·», apostrophes and spaces do not count.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *ceci_fold          (const char *text) G_GNUC_WARN_UNUSED_RESULT; // "L’Étudiant·e  D'Hôte" gives "l'etudiante d'hote"; NULL gives ""; folding twice changes nothing
gboolean  ceci_fold_contains (const char *folded_text,
                              const char *folded_query); // every space-separated word of the query stands somewhere in the text

gboolean  ceci_fold_is_near  (const char *one, const char *other, guint limit); // at most limit slips of the keyboard apart

G_END_DECLS
