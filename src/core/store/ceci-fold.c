// SPDX-License-Identifier: GPL-3.0-or-later
// The one folding of text. It is for comparing only: what it gives is never shown.
#include "ceci-fold.h"

#include <string.h>

#define LONGEST_NEAR 120 // characters compared letter by letter

// What Unicode does not decompose but people type without.
static const char *
spelled_out (gunichar character)
{
  switch (character) {
  case 0x0153: // œ
  case 0x0152:
    return "oe";
  case 0x00e6: // æ
  case 0x00c6:
    return "ae";
  case 0x00f8: // ø
  case 0x00d8:
    return "o";
  case 0x0142: // ł
  case 0x0141:
    return "l";
  case 0x0111: // đ
  case 0x0110:
    return "d";
  case 0x2018: // quotes that stand for an apostrophe
  case 0x2019:
  case 0x201b:
  case 0x02bc:
  case 0x02b9:
  case 0x2032:
  case 0x00b4:
    return "'";
  case 0x2010: // hyphens
  case 0x2011:
    return "-";
  default:
    return NULL;
  }
}

// The middle dot of inclusive writing, what stands for it, and what is not seen at all.
static gboolean
is_dropped (gunichar character)
{
  switch (character) {
  case 0x00b7: // middle dot
  case 0x0387: // Greek ano teleia
  case 0x2022: // bullet
  case 0x2027: // hyphenation point
  case 0x2219: // bullet operator
  case 0x22c5: // dot operator
  case 0x30fb: // katakana middle dot
  case 0x00ad: // soft hyphen
  case 0xfeff: // byte order mark
    return TRUE;
  default:
    return g_unichar_ismark (character) || g_unichar_type (character) == G_UNICODE_FORMAT;
  }
}

static char *
fold_ascii (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text));

  for (; *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      g_string_append_c (folded, g_ascii_tolower (*text));
    else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
      g_string_append_c (folded, ' ');
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free_and_steal (folded);
}

/**
 * ceci_fold:
 * @text: (nullable): any text; bytes that are not UTF-8 are replaced
 *
 * Returns: (transfer full): @text without case, accents, «·» and double spaces, with plain apostrophes; empty for %NULL
 */
char *
ceci_fold (const char *text)
{
  if (text == NULL)
    return g_strdup ("");
  if (g_str_is_ascii (text))
    return fold_ascii (text);

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *decomposed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) plain = g_string_sized_new (strlen (decomposed));

  for (const char *at = decomposed; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);
    const char *spelled = spelled_out (character);

    if (spelled != NULL)
      g_string_append (plain, spelled);
    else if (g_unichar_isspace (character))
      g_string_append_c (plain, ' ');
    else if (!is_dropped (character))
      g_string_append_unichar (plain, character);
  }

  g_autofree char *lower = g_utf8_casefold (plain->str, plain->len);
  return fold_ascii (lower); // leaves what is not ASCII as it is
}

/**
 * ceci_fold_contains:
 * @folded_text: what is searched, folded
 * @folded_query: what was typed, folded
 *
 * Returns: whether every word of @folded_query stands somewhere in @folded_text; an empty query stands anywhere
 */
gboolean
ceci_fold_contains (const char *folded_text, const char *folded_query)
{
  const char *word = folded_query;

  if (folded_text == NULL || folded_query == NULL)
    return folded_query == NULL || *folded_query == '\0';

  while (*word != '\0') {
    gsize length = strcspn (word, " ");

    if (length > 0 && memmem (folded_text, strlen (folded_text), word, length) == NULL)
      return FALSE;
    word += length;
    while (*word == ' ')
      word++;
  }
  return TRUE;
}

/**
 * ceci_fold_is_near:
 * @one: a name, folded
 * @other: another, folded
 * @limit: how many letters may differ
 *
 * Whether one can be typed for the other: at most @limit letters added, left out, changed or exchanged with the next
 * (the optimal string alignment distance, Damerau 1964). Texts of more than 120 characters are compared exactly.
 *
 * Returns: whether they are that near
 */
gboolean
ceci_fold_is_near (const char *one, const char *other, guint limit)
{
  g_autofree gunichar *first = NULL, *second = NULL;
  glong n_first, n_second;
  guint rows[3][LONGEST_NEAR + 1];

  if (strcmp (one, other) == 0)
    return TRUE;
  first = g_utf8_to_ucs4_fast (one, -1, &n_first);
  second = g_utf8_to_ucs4_fast (other, -1, &n_second);
  if (n_first > LONGEST_NEAR || n_second > LONGEST_NEAR || ABS (n_first - n_second) > (glong) limit)
    return FALSE;
  for (glong j = 0; j <= n_second; j++)
    rows[0][j] = (guint) j;
  for (glong i = 1; i <= n_first; i++) {
    guint *now = rows[i % 3], *before = rows[(i + 2) % 3], *earlier = rows[(i + 1) % 3];

    now[0] = (guint) i;
    for (glong j = 1; j <= n_second; j++) {
      now[j] = MIN (MIN (before[j], now[j - 1]) + 1, before[j - 1] + (first[i - 1] != second[j - 1]));
      if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
        now[j] = MIN (now[j], earlier[j - 2] + 1);
    }
  }
  return rows[n_first % 3][n_second] <= limit;
}
