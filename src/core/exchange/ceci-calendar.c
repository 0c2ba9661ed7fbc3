// SPDX-License-Identifier: GPL-3.0-or-later
// The one writer of iCalendar (RFC 5545): lines end in CRLF and are folded at 75 octets between characters (3.1), texts
// are escaped (3.3.11), times are Brussels' with its own VTIMEZONE (3.6.5), the end of days is exclusive (3.6.1).
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "ceci-calendar.h"
#include "core/model/ceci-deadline-repository.h"
#include "core/model/ceci-meeting.h"
#include "core/store/ceci-date.h"

#define OCTETS_A_LINE 75
#define ZONE "Europe/Brussels"

struct _CeciCalendar {
  GString *text;
  char *stamp;
  guint n_events;
  gboolean ended;
};

// The rule of the European Union since 1996 (directive 2000/84/EC): the last Sundays of March and October at 1:00 UTC.
static const char *const zone[] = {
    "BEGIN:VTIMEZONE",
    "TZID:" ZONE,
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "END:STANDARD",
    "END:VTIMEZONE",
};

static void
add_line (CeciCalendar *self, const char *line)
{
  gsize room = OCTETS_A_LINE;

  for (const char *next; *line != '\0'; line = next) {
    gsize length;

    next = g_utf8_next_char (line);
    length = (gsize) (next - line);
    if (length > room) {
      g_string_append (self->text, "\r\n ");
      room = OCTETS_A_LINE - 1;
    }
    g_string_append_len (self->text, line, (gssize) length);
    room -= length;
  }
  g_string_append (self->text, "\r\n");
}

static char *
escape (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *escaped = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p++) {
    if (*p == '\\' || *p == ';' || *p == ',')
      g_string_append_printf (escaped, "\\%c", *p);
    else if (*p == '\n')
      g_string_append (escaped, "\\n");
    else if ((guchar) *p >= ' ' && *p != 0x7F)
      g_string_append_c (escaped, *p);
    else if (*p == '\t')
      g_string_append_c (escaped, ' ');
  }
  return g_string_free_and_steal (escaped);
}

static void
add_text (CeciCalendar *self, const char *property, const char *text)
{
  g_autofree char *escaped = NULL;
  g_autofree char *line = NULL;

  if (text == NULL || *text == '\0')
    return;
  escaped = escape (text);
  line = g_strconcat (property, ":", escaped, NULL);
  add_line (self, line);
}

// 2026-10-15 is 20261015.
static char *
basic_date (const char *date)
{
  return g_strdup_printf ("%.4s%.2s%.2s", date, date + 5, date + 8);
}

static gboolean
is_time (const char *time)
{
  return time != NULL && strlen (time) == 5 && time[2] == ':' && g_ascii_isdigit (time[0]) &&
         g_ascii_isdigit (time[1]) && g_ascii_isdigit (time[3]) && g_ascii_isdigit (time[4]) && atoi (time) < 24 &&
         atoi (time + 3) < 60;
}

static void
add_moment (CeciCalendar *self, const char *property, const char *date, const char *time)
{
  g_autofree char *day = basic_date (date);
  g_autofree char *line = g_strdup_printf ("%s;TZID=" ZONE ":%sT%.2s%.2s00", property, day, time, time + 3);

  add_line (self, line);
}

static void
add_day (CeciCalendar *self, const char *property, const char *date)
{
  g_autofree char *day = basic_date (date);
  g_autofree char *line = g_strdup_printf ("%s;VALUE=DATE:%s", property, day);

  add_line (self, line);
}

static void
add_when (CeciCalendar *self, const CeciCalendarEvent *event)
{
  const char *last = event->last_date != NULL ? event->last_date : event->date;

  if (!is_time (event->starts_at)) {
    g_autofree char *after = ceci_date_add_days (last, 1);

    add_day (self, "DTSTART", event->date);
    add_day (self, "DTEND", after);
    add_line (self, "TRANSP:TRANSPARENT");
    return;
  }
  add_moment (self, "DTSTART", event->date, event->starts_at);
  if (is_time (event->ends_at)) {
    gboolean next_day = event->last_date == NULL && strcmp (event->ends_at, event->starts_at) < 0;
    g_autofree char *end = next_day ? ceci_date_add_days (last, 1) : g_strdup (last);

    add_moment (self, "DTEND", end, event->ends_at);
  }
}

static void
add_alarm (CeciCalendar *self, const CeciCalendarEvent *event, guint days)
{
  g_autofree char *trigger = g_strdup_printf ("TRIGGER:-P%uD", days);

  add_line (self, "BEGIN:VALARM");
  add_line (self, "ACTION:DISPLAY");
  add_text (self, "DESCRIPTION", event->summary);
  add_line (self, trigger);
  add_line (self, "END:VALARM");
}

/**
 * ceci_calendar_new:
 * @name: the calendar's name
 * @now: the instant it is written, UTC, as `YYYY-MM-DDTHH:MM:SS.sssZ`
 *
 * Returns: (transfer full): a calendar without events
 */
CeciCalendar *
ceci_calendar_new (const char *name, const char *now)
{
  CeciCalendar *self = g_new0 (CeciCalendar, 1);

  self->text = g_string_new (NULL);
  self->stamp =
      g_strdup_printf ("DTSTAMP:%.4s%.2s%.2sT%.2s%.2s%.2sZ", now, now + 5, now + 8, now + 11, now + 14, now + 17);
  add_line (self, "BEGIN:VCALENDAR");
  add_line (self, "VERSION:2.0");
  add_line (self, "PRODID:-//ULB Engagée//CECi//FR");
  add_line (self, "CALSCALE:GREGORIAN");
  add_line (self, "METHOD:PUBLISH");
  add_text (self, "NAME", name);
  add_text (self, "X-WR-CALNAME", name);
  for (guint i = 0; i < G_N_ELEMENTS (zone); i++)
    add_line (self, zone[i]);
  return self;
}

void
ceci_calendar_free (CeciCalendar *self)
{
  g_string_free (self->text, TRUE);
  g_free (self->stamp);
  g_free (self);
}

/**
 * ceci_calendar_add:
 * @self: a calendar
 * @event: what happens; its date must be one
 */
void
ceci_calendar_add (CeciCalendar *self, const CeciCalendarEvent *event)
{
  g_autofree char *sequence = g_strdup_printf ("SEQUENCE:%" G_GINT64_FORMAT, MAX (event->sequence, 0));
  g_autofree char *uid = g_strconcat (event->uid, "@ceci.ulb.be", NULL);

  g_return_if_fail (ceci_date_is_valid (event->date) && !self->ended);

  add_line (self, "BEGIN:VEVENT");
  add_text (self, "UID", uid);
  add_line (self, self->stamp);
  add_line (self, sequence);
  add_when (self, event);
  add_text (self, "SUMMARY", event->summary);
  add_text (self, "LOCATION", event->location);
  add_text (self, "DESCRIPTION", event->description);
  add_line (self, event->cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
  for (guint i = 0; i < CECI_CALENDAR_ALARMS && !event->cancelled; i++)
    if (event->alarm_days[i] > 0)
      add_alarm (self, event, event->alarm_days[i]);
  add_line (self, "END:VEVENT");
  self->n_events++;
}

void
ceci_calendar_add_meetings (CeciCalendar *self, GListModel *meetings, const char *cohort)
{
  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++) {
    g_autoptr (CeciMeeting) meeting = g_list_model_get_item (meetings, i);
    g_autofree char *summary = g_strdup_printf ("CECi · %s", ceci_meeting_get_title (meeting));
    CeciCalendarEvent event = {.uid = ceci_record_get_id (CECI_RECORD (meeting)),
                               .sequence = ceci_meeting_get_sequence (meeting),
                               .cancelled = ceci_meeting_get_cancelled_on (meeting) != NULL,
                               .date = ceci_meeting_get_held_on (meeting),
                               .starts_at = ceci_meeting_get_starts_at (meeting),
                               .ends_at = ceci_meeting_get_ends_at (meeting),
                               .summary = summary,
                               .location = ceci_meeting_get_place (meeting),
                               .description = cohort};

    ceci_calendar_add (self, &event);
  }
}

/**
 * ceci_calendar_add_deadlines:
 * @self: a calendar
 * @deadlines: (element-type CeciDeadline): the students' deadlines
 * @today: the day it is
 *
 * A student's event keeps its UID; SEQUENCE goes up when an extension or another regulation moves the day. What is no
 * longer awaited is cancelled, so that a calendar that knows it strikes it out, and left out once its day is past.
 */
void
ceci_calendar_add_deadlines (CeciCalendar *self, GPtrArray *deadlines, const char *today)
{
  G_STATIC_ASSERT (CECI_CALENDAR_ALARMS == CECI_DEADLINE_ALERTS);

  for (guint i = 0; i < deadlines->len; i++) {
    const CeciDeadline *deadline = deadlines->pdata[i];
    g_autofree char *uid = g_strconcat ("deadline-", deadline->student_id, NULL);
    // Translators: a deadline in a calendar; %s is a student
    g_autofree char *summary = g_strdup_printf (_ ("CECi · Portfolio due: %s"), deadline->name);
    CeciCalendarEvent event = {.uid = uid,
                               .sequence = deadline->revision,
                               .cancelled = deadline->over,
                               .date = deadline->day,
                               .summary = summary,
                               .description = deadline->cohort_name};

    if (deadline->over && strcmp (deadline->day, today) < 0)
      continue;
    memcpy (event.alarm_days, deadline->alerts, sizeof event.alarm_days);
    ceci_calendar_add (self, &event);
  }
}

guint
ceci_calendar_get_n_events (CeciCalendar *self)
{
  return self->n_events;
}

/**
 * ceci_calendar_to_text:
 * @self: a calendar; nothing can be added to it afterwards
 *
 * Returns: (transfer full): the file, in UTF-8
 */
char *
ceci_calendar_to_text (CeciCalendar *self)
{
  if (!self->ended)
    add_line (self, "END:VCALENDAR");
  self->ended = TRUE;
  return g_strndup (self->text->str, self->text->len);
}

gboolean
ceci_calendar_write (CeciCalendar *self, GFile *file, GError **error)
{
  g_autofree char *text = ceci_calendar_to_text (self);

  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL,
                                  error);
}
