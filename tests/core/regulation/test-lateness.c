// SPDX-License-Identifier: GPL-3.0-or-later
// When a document is late, and what is then said.
#include <glib.h>
#include <string.h>

#include "core/regulation/ceci-lateness.h"

static const struct {
  const char *deposited_on, *deadline, *session, *cut_off_on;
  gboolean waived;
  const char *says; // NULL: in time
} rows[] = {
    {"2026-05-01", "2026-05-01", NULL, NULL, FALSE, NULL},
    {"2026-05-02", "2026-05-01", NULL, NULL, FALSE, "after the deadline of 1 May 2026. Extend it"},
    {"2026-05-02", "2026-05-01", "June jury", "2026-06-01", TRUE, "A reasoned waiver admits the dossier"},
    {"2026-05-02", NULL, NULL, NULL, FALSE, NULL},
    {"2026-06-01", "2027-01-01", "June jury", "2026-06-01", FALSE, NULL},
    {"2026-06-02", "2027-01-01", "June jury", "2026-06-01", FALSE, "next session, or a reasoned waiver"},
    {"2026-06-02", "2027-01-01", "June jury", "2026-06-01", TRUE, "A reasoned waiver admits it"},
    {"2026-06-02", "2027-01-01", NULL, "2026-06-01", FALSE, NULL},
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *said =
        ceci_lateness_say (rows[i].deposited_on, rows[i].deadline, rows[i].session, rows[i].cut_off_on, rows[i].waived);

    g_test_message ("row %u: %s", i, said != NULL ? said : "in time");
    g_assert_cmpint (said != NULL, ==, rows[i].says != NULL);
    if (said != NULL)
      g_assert_nonnull (strstr (said, rows[i].says));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/regulation/late-document/R11/R33/what-is-said", test_rows);
  return g_test_run ();
}
