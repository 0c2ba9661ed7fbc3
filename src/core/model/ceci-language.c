// SPDX-License-Identifier: GPL-3.0-or-later
// The locale's language, brought down to the two that the register's texts have.

#include "config.h"

#include "ceci-language.h"

/**
 * ceci_language_current:
 *
 * Returns: "fr" where the first of the locale's languages is French, otherwise "en"
 */
const char *
ceci_language_current (void)
{
  const char *const *languages = g_get_language_names ();

  return languages[0] != NULL && g_str_has_prefix (languages[0], "fr") ? "fr" : "en";
}
