// SPDX-License-Identifier: GPL-3.0-or-later
// Checks and ways of writing of the identifiers an organisation or a funder has. Pure functions.

#include "config.h"

#include "ceci-identifiers.h"

#include <string.h>

#include "core/store/ceci-fold.h"

#define ENTERPRISE_DIGITS 10
#define IBAN_SHORTEST 15 // Norway's
#define IBAN_LONGEST 34
#define IBAN_BELGIAN 16
#define PHONE_SHORTEST 7 // digits, with the country's
#define PHONE_LONGEST 15 // of ITU-T E.164

// The letters and digits of text, in capitals; NULL if anything else than these, spaces and marks stands there.
static char *
compact (const char *text, const char *marks)
{
  g_autoptr (GString) kept = g_string_new (NULL);

  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar character = g_utf8_get_char (text);

    if (character < 128 && g_ascii_isalnum (*text))
      g_string_append_c (kept, g_ascii_toupper (*text));
    else if (!g_unichar_isspace (character) && (character >= 128 || strchr (marks, *text) == NULL))
      return NULL;
  }
  return g_string_free_and_steal (g_steal_pointer (&kept));
}

static gboolean
is_all_digits (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

// --- the Crossroads Bank for Enterprises ---------------------------------------------------------------------------

/**
 * ceci_enterprise_number_normalise:
 * @number: (nullable): a BCE/KBO number, with points, spaces and the country or without
 *
 * The rule of the Belgian Crossroads Bank: ten digits, the first 0 or 1, the last two 97 − (the first eight mod 97).
 *
 * Returns: (transfer full) (nullable): its ten digits; %NULL if the number can't exist
 */
char *
ceci_enterprise_number_normalise (const char *number)
{
  g_autofree char *text = compact (number, ".-");
  const char *digits = text != NULL && g_str_has_prefix (text, "BE") ? text + 2 : text;
  guint64 value;

  if (digits == NULL || strlen (digits) != ENTERPRISE_DIGITS || !is_all_digits (digits) || *digits > '1')
    return NULL;
  value = g_ascii_strtoull (digits, NULL, 10);
  return value % 100 == 97 - (value / 100) % 97 ? g_strdup (digits) : NULL;
}

gboolean
ceci_enterprise_number_is_valid (const char *number)
{
  g_autofree char *digits = ceci_enterprise_number_normalise (number);

  return digits != NULL;
}

char *
ceci_enterprise_number_format (const char *number)
{
  g_autofree char *digits = ceci_enterprise_number_normalise (number);

  if (digits == NULL)
    return g_strdup (number);
  return g_strdup_printf ("%.4s.%.3s.%s", digits, digits + 4, digits + 7);
}

// --- bank accounts --------------------------------------------------------------------------------------------------

// ISO 13616: the country and the check go to the end, a letter is a number from 10 on, and the whole is 1 modulo 97.
static guint
iban_remainder (const char *iban)
{
  gsize length = strlen (iban);
  guint remainder = 0;

  for (gsize i = 0; i < length; i++) {
    char character = iban[(i + 4) % length];

    if (g_ascii_isdigit (character))
      remainder = (remainder * 10 + (guint) g_ascii_digit_value (character)) % 97;
    else
      remainder = (remainder * 100 + (guint) (character - 'A') + 10) % 97;
  }
  return remainder;
}

// Belgium's own: the last two of the twelve digits are the first ten modulo 97, where 0 is written 97.
static gboolean
is_belgian_account (const char *digits)
{
  guint64 value;

  if (strlen (digits) != IBAN_BELGIAN - 4 || !is_all_digits (digits))
    return FALSE;
  value = g_ascii_strtoull (digits, NULL, 10);
  return value % 100 == ((value / 100) % 97 == 0 ? 97 : (value / 100) % 97);
}

/**
 * ceci_iban_normalise:
 * @iban: (nullable): an account number, with spaces or without
 *
 * The check of ISO 13616, and for a Belgian account the national one as well.
 *
 * Returns: (transfer full) (nullable): it in capitals without spaces; %NULL if it is none
 */
char *
ceci_iban_normalise (const char *iban)
{
  g_autofree char *text = compact (iban, "-.");
  gsize length = text != NULL ? strlen (text) : 0;

  if (length < IBAN_SHORTEST || length > IBAN_LONGEST || !g_ascii_isalpha (text[0]) || !g_ascii_isalpha (text[1]) ||
      !g_ascii_isdigit (text[2]) || !g_ascii_isdigit (text[3]))
    return NULL;
  if (iban_remainder (text) != 1 || (g_str_has_prefix (text, "BE") && !is_belgian_account (text + 4)))
    return NULL;
  return g_steal_pointer (&text);
}

char *
ceci_iban_format (const char *iban)
{
  g_autofree char *text = ceci_iban_normalise (iban);
  g_autoptr (GString) groups = NULL;

  if (text == NULL)
    return g_strdup (iban);
  groups = g_string_new (NULL);
  for (gsize i = 0; text[i] != '\0'; i++) {
    if (i > 0 && i % 4 == 0)
      g_string_append_c (groups, ' ');
    g_string_append_c (groups, text[i]);
  }
  return g_string_free_and_steal (g_steal_pointer (&groups));
}

// --- telephones -----------------------------------------------------------------------------------------------------

// Where the groups of a Belgian number end: mobile 4xx xx xx xx, the big cities' z xxx xx xx, the others' zz xx xx xx.
static char *
format_belgian (const char *digits)
{
  static const guint mobile[] = {3, 2, 2, 2}, city[] = {1, 3, 2, 2}, other[] = {2, 2, 2, 2};
  const guint *groups = strlen (digits) == 9 ? mobile : strchr ("2349", *digits) != NULL ? city : other;
  g_autoptr (GString) text = g_string_new ("+32");

  for (guint i = 0; i < 4; i++) {
    g_string_append_c (text, ' ');
    g_string_append_len (text, digits, groups[i]);
    digits += groups[i];
  }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * ceci_phone_normalise:
 * @phone: (nullable): a number as people write it: «02 650 28 79», «+32 (0)2/650.28.79», «0032…», «+33 1 …»
 *
 * A number without a country's is Belgian: eight digits, or nine for a mobile.
 *
 * Returns: (transfer full) (nullable): it with its country's number; %NULL if it is none
 */
char *
ceci_phone_normalise (const char *phone)
{
  g_autofree char *text = compact (phone, "+()/.-");
  gboolean international = phone != NULL && strchr (phone, '+') != NULL;
  const char *digits = text;
  gsize length;

  if (text == NULL || !is_all_digits (text))
    return NULL;
  if (!international && g_str_has_prefix (digits, "00")) {
    international = TRUE;
    digits += 2;
  }
  if (international && !g_str_has_prefix (digits, "32")) {
    length = strlen (digits);
    return length >= PHONE_SHORTEST && length <= PHONE_LONGEST && *digits != '0' ? g_strconcat ("+", digits, NULL)
                                                                                 : NULL;
  }
  if (international)
    digits += 2;
  if (*digits == '0')
    digits++;
  else if (!international)
    return NULL;
  length = strlen (digits);
  if (*digits == '0' || !(length == 8 || (length == 9 && *digits == '4')))
    return NULL;
  return format_belgian (digits);
}

// --- addresses ------------------------------------------------------------------------------------------------------

static gboolean
is_belgium (const char *country)
{
  static const char *const names[] = {"", "be", "belgique", "belgie", "belgium", "belgien", NULL};
  g_autofree char *folded = ceci_fold (country);

  return g_strv_contains (names, folded);
}

gboolean
ceci_postcode_is_valid (const char *postcode, const char *country)
{
  if (postcode == NULL || !is_belgium (country))
    return postcode != NULL && *postcode != '\0';
  return strlen (postcode) == 4 && is_all_digits (postcode) && *postcode != '0';
}

/**
 * ceci_email_normalise:
 * @email: (nullable): an address
 *
 * Returns: (transfer full) (nullable): it in lower case, without spaces around it; %NULL if it is none
 */
char *
ceci_email_normalise (const char *email)
{
  g_autofree char *trimmed = g_strdup (email);
  const char *at;

  if (trimmed == NULL)
    return NULL;
  g_strstrip (trimmed);
  at = strchr (trimmed, '@');
  if (at == NULL || at == trimmed || strchr (at + 1, '@') != NULL || strpbrk (trimmed, " \t\n,;<>") != NULL ||
      strchr (at, '.') == NULL || at[1] == '.' || g_str_has_suffix (trimmed, "."))
    return NULL;
  return g_utf8_strdown (trimmed, -1);
}
