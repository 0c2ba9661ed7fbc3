// SPDX-License-Identifier: GPL-3.0-or-later
// R30: the four modules are all completed, in any order.

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-rules.h"

CeciFinding *
ceci_rule_modules (CeciRegulation *regulation, const CeciFacts *facts, const char *today)
{
  guint done = (guint) __builtin_popcountll (facts->modules);
  gboolean complete = done >= facts->n_modules;
  g_autofree char *due = complete ? NULL : ceci_regulation_deadline (regulation, facts);
  CeciFinding *finding =
      ceci_finding_new_worded ("R30", facts->student_id, complete ? CECI_FINDING_OK : CECI_FINDING_PENDING, NULL, due,
                               N_ ("%u/%u modules completed."), "uu", done, facts->n_modules);

  ceci_finding_add_count (finding, "completed", done);
  ceci_finding_add_count (finding, "required", facts->n_modules);
  return finding;
}
