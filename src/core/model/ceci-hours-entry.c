// SPDX-License-Identifier: GPL-3.0-or-later
// Quick entry of hours: the words of one line are tried as a duration and as a day; what remains describes the work.

#include "config.h"

#include "ceci-hours-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/store/ceci-database.h"
#include "core/store/ceci-date.h"

// The words from start on, n of them, joined by a space.
static char *
join (char **words, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

// «3 h 30» is three words, «3h 30» and «90 min» two. A lone number is hours only when it stands first.
static guint
take_duration (char **words, guint n_words, gboolean first, gint64 *minutes)
{
  for (guint n = MIN (n_words, 3); n > 0; n--) {
    g_autofree char *text = join (words, n);
    gint64 value = ceci_duration_parse (text);
    gboolean bare = strspn (text, "0123456789.,") == strlen (text);

    if (value <= 0 || (bare && (!first || n > 1)))
      continue;
    *minutes = value;
    return n;
  }
  return 0;
}

static char **
split (const char *text)
{
  g_autofree char *plain = g_strdup (text != NULL ? text : "");
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  // a no-break space is a space here
  for (const char *space = NULL;
       (space = strstr (plain, "\u00a0")) != NULL || (space = strstr (plain, "\u202f")) != NULL;) {
    gsize at = (gsize) (space - plain);
    gsize width = (gsize) (g_utf8_next_char (space) - space);

    plain[at] = ' ';
    memmove (plain + at + 1, plain + at + width, strlen (plain + at + width) + 1);
  }
  all = g_strsplit_set (plain, " \t", -1);
  for (char **word = all; *word != NULL; word++)
    if (**word != '\0')
      g_strv_builder_add (words, *word);
  return g_strv_builder_end (words);
}

gboolean
ceci_hours_parse_entry (const char *text, const char *today, gint64 *minutes, char **worked_on, char **description,
                        GError **error)
{
  g_auto (GStrv) words = split (text);
  guint n = g_strv_length (words);
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();
  g_autofree char *day = NULL;
  gint64 found = 0;

  for (guint i = 0; i < n;) {
    guint taken = found == 0 ? take_duration (words + i, n - i, i == 0, &found) : 0;

    if (taken == 0 && day == NULL) {
      day = ceci_date_parse_human (words[i], today);
      taken = day != NULL ? 1 : 0;
    }
    if (taken == 0) {
      g_strv_builder_add (rest, words[i]);
      taken = 1;
    }
    i += taken;
  }
  if (found == 0) {
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID,
                 _ ("Write a duration, perhaps a day, then what was done: “3h30 12/03 welcome desk”."));
    return FALSE;
  }
  if (day != NULL && strcmp (day, today) > 0) {
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID,
                 _ ("The day %s is still to come. Record hours once they are worked."), day);
    return FALSE;
  }

  *minutes = found;
  *worked_on = day != NULL ? g_steal_pointer (&day) : g_strdup (today);
  {
    g_auto (GStrv) remaining = g_strv_builder_end (rest);
    *description = remaining[0] != NULL ? g_strjoinv (" ", remaining) : NULL;
  }
  return TRUE;
}
