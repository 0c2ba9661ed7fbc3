// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules look at: one student's facts, plain data, gathered by model/ with one query a table.
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct { char *id; char *organisation_kind; char *legal_form; char *starts_on; char *ends_on; char *closed_on; gint64 planned_minutes;
                 gboolean has_agreement; char *last_signed_on; guint n_signatures; // of the agreement itself; last_signed_on only when all three are there
                 gboolean offer_labelled, checked; // R14: TIME's label, or a staff check of the organisation or of this placement
                 gboolean committee_member, collective; // the student sits in the committee; the supervisor is the committee
                 char *supervisor_name; gboolean supervisor_is_student, has_contact; // an address or a number of the supervisor, or of the organisation
                 gboolean has_mandate, mandate_elsewhere, mandate_again; // of the individual supervisor; elsewhere: in another organisation; again: holds another at the start
                 char *mandate_ends_on;          // NULL: it runs
                 gint64 unsigned_amendment;      // the number of the first amendment that lacks a signature, 0: none does
                 char *election_on, *amended_on; // the first mandate that starts during the placement after its last signed amendment; that amendment
               } CeciPlacementFacts;
typedef struct { char *starts_on, *ends_on; } CeciInterruptionFacts; // of the enrolment: the last day before it, the first day again
typedef struct { char *filled_on; gint64 attested_minutes; guint placement; } CeciGridFacts; // a transcribed follow-up grid; attested_minutes: -1 unknown
typedef struct { guint placement; char *since; char *until; gboolean is_student; } CeciMemberFacts; // of a collective supervisor
typedef struct { char *id; guint placement; char *worked_on; gint64 minutes; char *state; } CeciHoursFacts; // placement: index in placements; id: NULL where many students are gathered
typedef struct { char *id; char *kind; char *sha256; char *dated_on; char *deposited_on; char *health; gboolean removed; } CeciDocumentFacts; // of the newest version

typedef struct {
  char *student_id, *person_name, *cohort_id, *state, *enrolled_on, *left_on;
  char *extended_to;          // the latest extension's date, or NULL
  char *application_state;    // NULL: none
  gint64 application_minutes; // planned, -1 unknown
  gboolean application_has_organisation, application_has_mission;
  GArray *interruptions; // CeciInterruptionFacts
  GArray *placements; // CeciPlacementFacts
  GArray *members;    // CeciMemberFacts
  GArray *hours;      // CeciHoursFacts
  GArray *documents;  // CeciDocumentFacts
  GArray *grids;      // CeciGridFacts
  guint64 modules;    // bit n: the module that is the nth by position (from 0) is completed
  guint n_modules;    // how many modules there are
  GPtrArray *absences; // char *: the days of meetings held without them and without an excuse, in order
  guint n_attended;    // meetings they came to
  guint n_excused;     // meetings they were excused from
} CeciFacts;

CeciFacts *ceci_facts_new  (void);
void       ceci_facts_clear (CeciFacts *self); // to be filled again
void       ceci_facts_free (CeciFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciFacts, ceci_facts_free)

G_END_DECLS
