// SPDX-License-Identifier: GPL-3.0-or-later
// R6: monthly meetings. Absences without an excuse are told, and bar nothing.

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-rules.h"

CeciFinding *
ceci_rule_meetings (CeciRegulation *regulation, const CeciFacts *facts, const char *today)
{
  gint64 limit = ceci_regulation_get_integer (regulation, "unexcused-absences"); // 0: nobody is warned of
  guint n = facts->absences->len;
  gboolean warns = limit > 0 && n >= limit && ceci_facts_is_enrolled (facts);
  const char *since = warns ? g_ptr_array_index (facts->absences, (guint) limit - 1) : NULL;
  g_autofree char *reason = NULL;
  CeciFinding *finding;

  if (n == 0 && facts->n_attended == 0 && facts->n_excused == 0)
    return NULL; // no meeting was held yet
  if (n == 0) {
    finding = ceci_finding_new_worded ("R6", facts->student_id, CECI_FINDING_OK, NULL, NULL,
                                       N_ ("No meeting missed without an excuse."), "");
  } else {
    reason = g_strdup_printf (
        ngettext ("%u meeting missed without an excuse.", "%u meetings missed without an excuse.", n), n);
    finding =
        ceci_finding_new ("R6", facts->student_id, warns ? CECI_FINDING_WARNING : CECI_FINDING_OK, reason, since, NULL);
  }
  ceci_finding_add_count (finding, "present", facts->n_attended);
  ceci_finding_add_count (finding, "excused", facts->n_excused);
  ceci_finding_add_count (finding, "absent", n);
  return finding;
}
