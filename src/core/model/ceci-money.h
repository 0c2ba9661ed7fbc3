// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts in cents, as a person reads and writes them.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char  *ceci_money_format    (gint64 cents) G_GNUC_WARN_UNUSED_RESULT; // in the locale's language: 18 000 € ; €18,000.50
char  *ceci_money_format_in (gint64 cents, const char *language) G_GNUC_WARN_UNUSED_RESULT; // "fr" or "en", whatever the locale
gint64 ceci_money_parse     (const char *text); // 18000, 18 000,50 €, €18,000.50, 18.000; -1 if it is none

G_END_DECLS
