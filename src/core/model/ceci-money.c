// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts in words of two languages. Cents are shown only where there are any.

#include "config.h"

#include "ceci-money.h"

#include <string.h>

#include "ceci-language.h"

#define MOST_EUROS G_GINT64_CONSTANT (1000000000000)
#define NARROW_SPACE "\xE2\x80\xAF"
#define SPACE "\xC2\xA0"

static char *
group (gint64 number, const char *separator)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  gsize length = strlen (digits);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++) {
    if (i > 0 && (length - i) % 3 == 0)
      g_string_append (text, separator);
    g_string_append_c (text, digits[i]);
  }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
ceci_money_format_in (gint64 cents, const char *language)
{
  gboolean french = !g_str_equal (language, "en");
  const char *sign = cents < 0 ? "−" : "";
  g_autofree char *euros = group (ABS (cents) / 100, french ? NARROW_SPACE : ",");
  char part[8] = "";

  if (cents % 100 != 0)
    g_snprintf (part, sizeof part, "%c%02d", french ? ',' : '.', (int) (ABS (cents) % 100));
  return french ? g_strconcat (sign, euros, part, SPACE "€", NULL) : g_strconcat (sign, "€", euros, part, NULL);
}

char *
ceci_money_format (gint64 cents)
{
  return ceci_money_format_in (cents, ceci_language_current ());
}

// The figures, points and commas of text; NULL if anything stands there but these, spaces and the euro.
static char *
keep_figures (const char *text)
{
  g_autoptr (GString) kept = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar character = g_utf8_get_char (text);

    if (g_ascii_isdigit (*text) || *text == '.' || *text == ',')
      g_string_append_c (kept, *text);
    else if (!g_unichar_isspace (character) && character != 0x20AC && character != 0x2019 && character != '\'')
      return NULL;
  }
  return g_string_free_and_steal (g_steal_pointer (&kept));
}

// Where the cents begin: behind the last mark, if one or two figures follow it and the mark stands there once.
static const char *
find_cents (const char *figures)
{
  const char *comma = strrchr (figures, ','), *point = strrchr (figures, '.');
  const char *last = comma == NULL ? point : point == NULL ? comma : MAX (comma, point);
  gsize length = last != NULL ? strlen (last + 1) : 0;

  return last != NULL && (length == 1 || length == 2) && strchr (figures, *last) == last ? last : NULL;
}

/**
 * ceci_money_parse:
 * @text: (nullable): an amount in euros, grouped or not, with a comma or a point before the cents
 *
 * Returns: cents; -1 if @text is no amount
 */
gint64
ceci_money_parse (const char *text)
{
  g_autofree char *figures = text != NULL && g_utf8_validate (text, -1, NULL) ? keep_figures (text) : NULL;
  const char *cents = figures != NULL ? find_cents (figures) : NULL;
  gint64 euros = 0;
  gboolean any = FALSE;
  int part = 0;

  if (figures == NULL)
    return -1;
  for (const char *p = figures; *p != '\0' && p != cents; p++) {
    if (!g_ascii_isdigit (*p))
      continue;
    euros = euros * 10 + g_ascii_digit_value (*p);
    any = TRUE;
    if (euros > MOST_EUROS)
      return -1;
  }
  if (!any)
    return -1;
  if (cents != NULL)
    part = g_ascii_digit_value (cents[1]) * 10 + (cents[2] != '\0' ? g_ascii_digit_value (cents[2]) : 0);
  return euros * 100 + part;
}
