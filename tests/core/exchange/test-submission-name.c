// SPDX-License-Identifier: GPL-3.0-or-later
// What the paths of a download of submissions say.
#include <glib.h>

#include "core/exchange/ceci-submission-name.h"

static const struct {
  const char *path, *owner, *number, *inside;
  gboolean blind, online_text, junk;
} rows[] = {
    {"Élodie Martin_48213_assignsubmission_file_/a/b.pdf", "Élodie Martin", "48213", "a/b.pdf", FALSE, FALSE, FALSE},
    {"Élodie Martin_48213_assignsubmission_file/b.pdf", "Élodie Martin", "48213", "b.pdf", FALSE, FALSE, FALSE},
    {"Élodie Martin_48213_assignsubmission_file_b_2.pdf", "Élodie Martin", "48213", "b_2.pdf", FALSE, FALSE, FALSE},
    {"remises/Zoé OBrien_7_assignsubmission_file_/b.pdf", "Zoé OBrien", "7", "b.pdf", FALSE, FALSE, FALSE},
    {"Participant_9_assignsubmission_onlinetext/onlinetext.html", "Participant", "9", "onlinetext.html", TRUE, TRUE,
     FALSE},
    {"A_9_assignsubmission_onlinetext_texteenligne.html", "A", "9", "texteenligne.html", FALSE, TRUE, FALSE},
    {"Groupe 3_12_assignsubmission_file_/b.pdf", "Groupe 3", "12", "b.pdf", FALSE, FALSE, FALSE},
    {"Noé Martin/b.pdf", "Noé Martin", NULL, "b.pdf", FALSE, FALSE, FALSE},
    {"b.pdf", NULL, NULL, "b.pdf", FALSE, FALSE, FALSE},
    {"__MACOSX/._b.pdf", "__MACOSX", NULL, "._b.pdf", FALSE, FALSE, TRUE},
    {"A_9_assignsubmission_file_/Thumbs.db", "A", "9", "Thumbs.db", FALSE, FALSE, TRUE},
    {"", NULL, NULL, "?", FALSE, FALSE, FALSE},
};

static void
test_paths (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (CeciSubmissionName) name = {0};

    ceci_submission_name_parse (rows[i].path, &name);
    g_assert_cmpstr (name.owner, ==, rows[i].owner);
    g_assert_cmpstr (name.number, ==, rows[i].number);
    g_assert_cmpstr (name.inside, ==, rows[i].inside);
    g_assert_cmpint (name.blind, ==, rows[i].blind);
    g_assert_cmpint (name.online_text, ==, rows[i].online_text);
    g_assert_cmpint (name.junk, ==, rows[i].junk);
  }
}

static void
test_course (void)
{
  g_autofree char *course = ceci_submission_course ("CECI2026-Portfolio final-groupe A-4711.zip");
  g_autofree char *renamed = ceci_submission_course ("remises.zip");

  g_assert_cmpstr (course, ==, "CECI2026");
  g_assert_null (renamed);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/submission-name/R36/paths", test_paths);
  g_test_add_func ("/submission-name/R36/course", test_course);
  return g_test_run ();
}
