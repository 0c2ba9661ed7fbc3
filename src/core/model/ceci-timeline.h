// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a student, and what is to come, day by day: from the application to the certificate, with today among them.
#pragma once

#include <json-glib/json-glib.h>
#include "core/store/ceci-database.h"

G_BEGIN_DECLS

// In the order in which those of one day stand.
typedef enum {
  CECI_EVENT_APPLICATION,
  CECI_EVENT_ENROLMENT,
  CECI_EVENT_AGREEMENT,  // the last of its three signatures; detail: the organisation
  CECI_EVENT_AMENDMENT,
  CECI_EVENT_FIRST_HOURS,
  CECI_EVENT_LATEST_HOURS, // as far as is known today
  CECI_EVENT_WITHDRAWAL, // detail: the reason
  CECI_EVENT_READMISSION,
  CECI_EVENT_EXTENSION,  // detail: until when
  CECI_EVENT_DEPOSIT,    // the last document that the portfolio needed
  CECI_EVENT_JURY,       // the day of the session; detail: its name
  CECI_EVENT_DECISION,   // detail: the outcome
  CECI_EVENT_CERTIFICATE, // detail: its number
  CECI_EVENT_REVOCATION, // of the certificate; detail: the reason
  CECI_EVENT_TODAY,
  CECI_EVENT_DEADLINE,
} CeciEventKind;

typedef struct {
  CeciEventKind kind;
  char         *date;
  char         *detail; // or NULL
} CeciEvent;

GPtrArray  *ceci_timeline_read      (CeciDatabase *database, const char *student_id, const char *today, GError **error); // (element-type CeciEvent), by day
const char *ceci_event_kind_title   (CeciEventKind kind); // «Agreement signed», translated
const char *ceci_event_kind_name    (CeciEventKind kind); // «agreement», as JSON has it
JsonNode   *ceci_timeline_to_json   (GPtrArray *events) G_GNUC_WARN_UNUSED_RESULT; // [{kind, date, detail}]

G_END_DECLS
