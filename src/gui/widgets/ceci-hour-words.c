// SPDX-License-Identifier: GPL-3.0-or-later
// Durations as tables say them.
#include "config.h"

#include "ceci-hour-words.h"
#include "core/store/ceci-date.h"

#define NO_BREAK_SPACE "\u00a0"

/**
 * ceci_words_hours_of:
 * @minutes: how much there is
 * @required: how much there must be, minutes
 *
 * Returns: (transfer full): both, the unit once where whole hours allow
 */
char *
ceci_words_hours_of (gint64 minutes, gint64 required)
{
  g_autofree char *all = ceci_duration_format (required);
  g_autofree char *part = NULL;

  if (minutes % 60 == 0)
    part = g_strdup_printf ("%" G_GINT64_FORMAT, minutes / 60);
  else
    part = ceci_duration_format (minutes);
  return g_strdup_printf ("%s" NO_BREAK_SPACE "/" NO_BREAK_SPACE "%s", part, all);
}
