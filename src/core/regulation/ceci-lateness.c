// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong: a late document is accepted with its date; next session, or a reasoned waiver.

#include "config.h"

#include "ceci-lateness.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/store/ceci-date.h"

char *
ceci_lateness_say (const char *deposited_on, const char *deadline, const char *session, const char *cut_off_on,
                   gboolean waived)
{
  g_autofree char *came = ceci_date_format_long (deposited_on);
  g_autofree char *limit = NULL;

  if (deadline != NULL && strcmp (deposited_on, deadline) > 0) {
    limit = ceci_date_format_long (deadline);
    return g_strdup_printf (
        waived ? _ ("Late: it came on %s, after the deadline of %s. A reasoned waiver admits the dossier.")
               : _ ("Late: it came on %s, after the deadline of %s. Extend it, or give a reasoned waiver."),
        came, limit);
  }
  if (session == NULL || cut_off_on == NULL || strcmp (deposited_on, cut_off_on) <= 0)
    return NULL;
  limit = ceci_date_format_long (cut_off_on);
  if (waived)
    return g_strdup_printf (
        _ ("Late: it came on %s, after “%s” closed its dossiers on %s. A reasoned waiver admits it."), came, session,
        limit);
  return g_strdup_printf (_ ("Late: it came on %s, after “%s” closed its dossiers on %s. It is for the next session, "
                             "or a reasoned waiver."),
                          came, session, limit);
}
