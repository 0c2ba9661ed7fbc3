// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence that is put into words only when someone reads it: its text before translation, and what goes into it.
#pragma once

#include <glib.h>
#include <stdarg.h>

G_BEGIN_DECLS

/**
 * CeciWording:
 * A sentence before it is said. Its text is marked with N_() and holds %s, %u or %d for each argument (or %1$s, where a
 * translator changes their order).
 *
 * types, one letter an argument: t const char* (a text, as it is) · d const char* (a date, said in words) · m gint64 (minutes, said as
 * a duration) · u guint (a number).
 */
typedef struct _CeciWording CeciWording;

CeciWording *ceci_wording_new      (const char *text, const char *types, va_list arguments);
CeciWording *ceci_wording_new_said (const char *sentence); // already in words; a plural is said at once
void         ceci_wording_free     (CeciWording *self);
char        *ceci_wording_say      (const CeciWording *self) G_GNUC_WARN_UNUSED_RESULT; // in the program's language

G_END_DECLS
