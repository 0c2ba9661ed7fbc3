// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as YYYY-MM-DD text: checking, arithmetic, and how a person reads and writes dates and durations.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

// A date in this project is ISO text, so that it compares with strcmp. Only ceci_date_today reads the clock.
gboolean  ceci_date_is_valid        (const char *date);
char     *ceci_date_add_months      (const char *date, int months) G_GNUC_WARN_UNUSED_RESULT; // 29 February + 24 months gives 28 February
char     *ceci_date_add_days        (const char *date, int days) G_GNUC_WARN_UNUSED_RESULT;
int       ceci_date_days_between    (const char *from, const char *to); // positive when to is later
char     *ceci_date_from_instant    (const char *instant) G_GNUC_WARN_UNUSED_RESULT; // the local calendar date in Europe/Brussels of a UTC instant
GTimeZone *ceci_date_brussels       (void); // (transfer none)
char     *ceci_date_today           (void) G_GNUC_WARN_UNUSED_RESULT; // for programs' edges only (main, CLI, window); the core is handed a date
char     *ceci_date_format_short    (const char *date) G_GNUC_WARN_UNUSED_RESULT; // 12/03/2026 in fr, 12 Mar 2026 in en
char     *ceci_date_format_long     (const char *date) G_GNUC_WARN_UNUSED_RESULT; // 12 mars 2026 ; 12 March 2026
char     *ceci_date_format_day      (const char *date) G_GNUC_WARN_UNUSED_RESULT; // jeudi 12 mars 2026 ; Thursday 12 March 2026
char     *ceci_date_format_month    (const char *date) G_GNUC_WARN_UNUSED_RESULT; // mars 2026 ; March 2026
char     *ceci_date_format_long_in  (const char *date, const char *language) G_GNUC_WARN_UNUSED_RESULT; // "fr" or "en", whatever the locale
char     *ceci_date_parse_human     (const char *text, const char *today) G_GNUC_WARN_UNUSED_RESULT; // 2026-03-12, 12/03/2026, 12.3.26, 12/03 (this year or last, never later than today), Excel serials not here; NULL if none
char     *ceci_duration_format      (gint64 minutes) G_GNUC_WARN_UNUSED_RESULT; // 4 h 30, 150 h
gint64    ceci_duration_parse       (const char *text); // 3h30, 3 h 30, 2:15, 1,5 h, 1.5, 90 min; -1 if none

G_END_DECLS
