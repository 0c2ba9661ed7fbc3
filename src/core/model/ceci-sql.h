// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of SQL that several repositories share; private to model/. $1 is always the language where SQL_FACULTY_NAME stands.
#pragma once

#include "ceci-language.h"

// The usual first name wherever there is one.
#define SQL_DISPLAY_NAME "trim(coalesce(nullif(p.usual_first_name, ''), p.first_name) || ' ' || p.family_name)"
#define SQL_FACULTY_NAME "CASE $1 WHEN 'fr' THEN f.name_fr ELSE f.name_en END"

// An error whose message says which value is refused and what would do.
#define REFUSE(error, ...) (g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID, __VA_ARGS__), FALSE)

static inline gboolean
is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      return FALSE;
  return TRUE;
}
