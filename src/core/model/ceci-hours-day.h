// SPDX-License-Identifier: GPL-3.0-or-later
// Which day the words of a line mean: «12/03», «12 mars», «hier», «lundi», «last Monday». Private to quick entry.
#pragma once

#include "ceci-hours-entry.h"

G_BEGIN_DECLS

typedef struct {
  const char *today;
  const CeciPeriod *periods;
  guint n_periods;
} CeciDayReader;

// Where the words stand: amid a description «lundi» and «mon» are words like others, only a date in figures is a day.
typedef enum { CECI_DAY_FIRST, CECI_DAY_AFTER_DURATION, CECI_DAY_AMID_WORDS } CeciDayPlace;

guint ceci_day_reader_take (const CeciDayReader *self, char **words, guint n_words, CeciDayPlace place, char **day, gboolean *year_guessed, GError **error); // how many words were taken, 0 if they are no day
gboolean ceci_day_is_month (const char *word); // the name of one, or short for it

G_END_DECLS
