// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one line of quick entry: «3h30 12/03 stand d’accueil».
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ceci_hours_parse_entry:
 * @text: a duration, perhaps a day, perhaps a description, in any order but that the description is what remains
 * @today: the day it is
 * @minutes: (out): the duration
 * @worked_on: (out): the day, @today if the text has none
 * @description: (out) (nullable): the words that remain
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID says what to write instead
 *
 * Returns: whether the text was understood
 */
gboolean ceci_hours_parse_entry (const char *text, const char *today, gint64 *minutes, char **worked_on, char **description, GError **error);

G_END_DECLS
