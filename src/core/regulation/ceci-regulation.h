// SPDX-License-Identifier: GPL-3.0-or-later
// A cohort's regulation: the numbers and texts of requirements R1–R39 with the FAQ's values as defaults, read from and written as JSON.
#pragma once

#include "ceci-facts.h"
#include "ceci-finding.h"

G_BEGIN_DECLS

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
