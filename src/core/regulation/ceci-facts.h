// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules look at: one student's facts, plain data, gathered by model/ with one query a table.
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct { char *id; char *organisation_kind; char *legal_form; char *starts_on; char *ends_on; char *closed_on; gint64 planned_minutes;
                 gboolean has_agreement; char *last_signed_on; guint n_signatures; // of the agreement itself; last_signed_on only when all three are there
               } CeciPlacementFacts;
typedef struct { char *id; guint placement; char *worked_on; gint64 minutes; char *state; } CeciHoursFacts; // placement: index in placements
typedef struct { char *id; char *kind; char *sha256; char *dated_on; char *deposited_on; char *health; gboolean removed; } CeciDocumentFacts; // of the newest version

typedef struct {
  char *student_id, *person_name, *cohort_id, *state, *enrolled_on, *left_on;
  char *extended_to;          // the latest extension's date, or NULL
  char *application_state;    // NULL: none
  gint64 application_minutes; // planned, -1 unknown
  gboolean application_has_organisation, application_has_mission;
  GArray *placements; // CeciPlacementFacts
  GArray *hours;      // CeciHoursFacts
  GArray *documents;  // CeciDocumentFacts
  guint64 modules;    // bit n: the module at position n is completed
  guint n_modules;    // how many modules there are
  char *dossier_deposited_on; // the day the last required document came, NULL while incomplete
} CeciFacts;

CeciFacts *ceci_facts_new  (void);
void       ceci_facts_free (CeciFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciFacts, ceci_facts_free)

// A cohort's regulation: the numbers and texts of requirements R1–R39 with the FAQ's values as defaults, read from and written as JSON.
#define CECI_TYPE_REGULATION (ceci_regulation_get_type ())
G_DECLARE_FINAL_TYPE (CeciRegulation, ceci_regulation, CECI, REGULATION, GObject)
CeciRegulation *ceci_regulation_new_default   (void);
CeciRegulation *ceci_regulation_new_from_json (const char *json, GError **error);
char           *ceci_regulation_to_json       (CeciRegulation *self);
gint64          ceci_regulation_get_integer   (CeciRegulation *self, const char *name); // "placement-minutes" 9000 · "productions" 5 · "months" 24 · "credits" 10 · "places" 30 · "place-value-cents" 60000 · "readers" 2 · "award-threshold" 200 · "reflection-minimum" 2 · "discussion-gap" 80 · "unexcused-absences" 2
const char     *ceci_regulation_get_text      (CeciRegulation *self, const char *name, const char *language); // certificate texts, notices, reflective questions joined by newlines

// One counted or uncounted entry of the hour log, with the reason in words: the same function feeds R7, the hour table and the CLI.
typedef enum { CECI_COUNT_YES, CECI_COUNT_WAITING, CECI_COUNT_NO } CeciCount;
CeciCount ceci_regulation_count_hours      (CeciRegulation *self, const CeciFacts *facts, const CeciHoursFacts *hours, char **reason);
CeciCount ceci_regulation_count_production (CeciRegulation *self, const CeciFacts *facts, guint document, char **reason); // R22, R25: distinct by content, dated inside a placement
char     *ceci_regulation_deadline         (CeciRegulation *self, const CeciFacts *facts) G_GNUC_WARN_UNUSED_RESULT; // R11
GPtrArray *ceci_regulation_check           (CeciRegulation *self, const CeciFacts *facts, const char *today); // (element-type CeciFinding), rules in order
gboolean   ceci_regulation_admits          (GPtrArray *findings); // no finding blocks

G_END_DECLS
