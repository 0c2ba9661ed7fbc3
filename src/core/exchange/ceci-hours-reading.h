// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a filled sheet of hours, as values or as the reason why it can't be used.
#pragma once

#include "ceci-column-map.h"
#include "ceci-form-values.h"
#include "core/model/ceci-hours-entry.h"

G_BEGIN_DECLS

typedef struct {
  gint64 minutes;
  char *worked_on;
  char *description;    // NULL: none
  CeciAnswer confirmed; // by the supervisor; unclear: nothing is said
  char *confirmed_on;   // a day, where one stands instead of a tick
  char *refusal;        // why the row can't be used; NULL
  gboolean is_blank;    // a line that nobody filled, or a total
} CeciHoursLine;

CeciColumnMap *ceci_hours_column_map (CeciTable *table) G_GNUC_WARN_UNUSED_RESULT;
void ceci_hours_line_read (CeciHoursLine *self, CeciColumnMap *map, guint row, const char *today,
                           const CeciPeriod *periods, guint n_periods);
void ceci_hours_line_clear (CeciHoursLine *self);

G_END_DECLS
