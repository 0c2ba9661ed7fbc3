// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a calendar for other programs (iCalendar, RFC 5545): meetings, deadlines.
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CECI_CALENDAR_ALARMS 3

/**
 * CeciCalendarEvent:
 * @uid: what stays the same when the event is written again: a record's id
 * @sequence: how often it was changed
 * @cancelled: it is written all the same, so that calendars that know it strike it out
 * @date: its day, or its first
 * @last_date: (nullable): its last day, itself included; %NULL: the same
 * @starts_at: (nullable): HH:MM in Brussels; %NULL: all day
 * @ends_at: (nullable): HH:MM; earlier than @starts_at is on the next day
 * @summary: its title
 * @alarm_days: reminds that many days before; 0: not
 */
typedef struct {
  const char *uid;
  gint64 sequence;
  gboolean cancelled;
  const char *date;
  const char *last_date;
  const char *starts_at;
  const char *ends_at;
  const char *summary;
  const char *location;    // NULL: none
  const char *description; // NULL: none
  guint alarm_days[CECI_CALENDAR_ALARMS];
} CeciCalendarEvent;

typedef struct _CeciCalendar CeciCalendar;

CeciCalendar *ceci_calendar_new (const char *name, const char *now) G_GNUC_WARN_UNUSED_RESULT; // now: a UTC instant
void ceci_calendar_free (CeciCalendar *self);
void ceci_calendar_add (CeciCalendar *self, const CeciCalendarEvent *event);
// meetings: of CeciMeeting; cohort: its name, for the events' titles
void ceci_calendar_add_meetings (CeciCalendar *self, GListModel *meetings, const char *cohort);
// deadlines: of CeciDeadline; those that are over and past are left out
void ceci_calendar_add_deadlines (CeciCalendar *self, GPtrArray *deadlines, const char *today);
guint ceci_calendar_get_n_events (CeciCalendar *self);
char *ceci_calendar_to_text (CeciCalendar *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean ceci_calendar_write (CeciCalendar *self, GFile *file, GError **error); // whole, or the file is as it was

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciCalendar, ceci_calendar_free)

G_END_DECLS
