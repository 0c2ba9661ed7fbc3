// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one line of quick entry: «3h30 12/03 stand d’accueil».
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CeciPeriod:
 * Days that are meant first when a day is written without its year; either end may be %NULL, which is open.
 */
typedef struct {
  const char *starts_on, *ends_on;
} CeciPeriod;

typedef struct {
  gint64   minutes;
  char    *worked_on;
  char    *description;  // (nullable): the words that remain
  gboolean day_given;    // FALSE: no day was written, today is meant
  gboolean year_guessed; // the day was written without its year, and another year than this one is meant
} CeciHoursReading;

/**
 * ceci_hours_reading_new:
 * @text: a duration («3h30», «2:15», «1,5 h», «90 min», «14h-17h30»), perhaps a day («12/03», «12 mars», «hier», «lundi»), perhaps a description
 * @today: the day it is
 * @periods: (array length=n_periods) (nullable): the student’s placements
 * @n_periods: how many
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID says what to write instead
 *
 * Returns: (transfer full) (nullable): what was understood; free with ceci_hours_reading_free()
 */
CeciHoursReading *ceci_hours_reading_new      (const char *text, const char *today, const CeciPeriod *periods, guint n_periods, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void              ceci_hours_reading_free     (CeciHoursReading *self);
char             *ceci_hours_reading_describe (const CeciHoursReading *self) G_GNUC_WARN_UNUSED_RESULT; // «3 h 30, Thursday 12 March 2026, “stand d’accueil”»
char             *ceci_hours_entry_write      (gint64 minutes, const char *worked_on, const char *description) G_GNUC_WARN_UNUSED_RESULT; // a line that is read as just this
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciHoursReading, ceci_hours_reading_free)

G_END_DECLS
