// SPDX-License-Identifier: GPL-3.0-or-later
// The days of monthly meetings by a rule such as «the second Tuesday», without those that fall on days off.
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum {
  CECI_HOLIDAYS_NONE = 0,
  CECI_HOLIDAYS_PUBLIC = 1 << 0,     // Belgium's ten
  CECI_HOLIDAYS_UNIVERSITY = 1 << 1, // 27 September, 20 November (Saint-Verhaegen)
  CECI_HOLIDAYS_YEAR_END = 1 << 2,   // two weeks from the Monday of Christmas
  CECI_HOLIDAYS_SUMMER = 1 << 3,     // July and August
} CeciHolidays;

typedef struct {
  const char *from, *until; // YYYY-MM-DD, both included
  int week;                 // of the month, 1 to 4; -1: its last
  int weekday;              // 1 Monday to 7 Sunday
  CeciHolidays skipped;
} CeciMeetingRule;

typedef struct {
  char *date;
  const char *holiday; // why it would be skipped, translated; NULL if it would not
} CeciPlannedDay;

GArray *ceci_meeting_plan (const CeciMeetingRule *rule, GError **error) G_GNUC_WARN_UNUSED_RESULT; // CeciPlannedDay, in order
const char *ceci_holiday_name (const char *date, CeciHolidays holidays); // translated; NULL for a working day

G_END_DECLS
