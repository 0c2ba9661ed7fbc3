// SPDX-License-Identifier: GPL-3.0-or-later
// A cohort's regulation: the numbers and texts of requirements R1–R39 with the FAQ's values as defaults, read from and written as JSON.
#pragma once

#include "ceci-facts.h"
#include "ceci-finding.h"

G_BEGIN_DECLS

#define CECI_TYPE_REGULATION (ceci_regulation_get_type ())
G_DECLARE_FINAL_TYPE (CeciRegulation, ceci_regulation, CECI, REGULATION, GObject)

CeciRegulation *ceci_regulation_new_default   (void);
CeciRegulation *ceci_regulation_new_from_json (const char *json, GError **error); // what the text leaves out has its default
char           *ceci_regulation_to_json       (CeciRegulation *self);
// The names of numbers and texts, with their defaults, are in ceci-regulation-defaults.h; languages are "fr" and "en".
gint64          ceci_regulation_get_integer   (CeciRegulation *self, const char *name);
const char     *ceci_regulation_get_text      (CeciRegulation *self, const char *name, const char *language);
CeciRegulation *ceci_regulation_with_integer  (CeciRegulation *self, const char *name, gint64 value, GError **error); // (transfer full): a changed copy
CeciRegulation *ceci_regulation_with_text     (CeciRegulation *self, const char *name, const char *language, const char *text, GError **error);

// One counted or uncounted entry of the hour log, with the reason in words: the same function feeds R7, the hour table and the CLI.
typedef enum { CECI_COUNT_YES, CECI_COUNT_WAITING, CECI_COUNT_NO } CeciCount;
CeciCount ceci_regulation_count_hours      (CeciRegulation *self, const CeciFacts *facts, const CeciHoursFacts *hours, char **reason);
CeciCount ceci_regulation_count_production (CeciRegulation *self, const CeciFacts *facts, guint document, char **reason); // R22, R25: distinct by content, dated inside a placement
gint64    ceci_regulation_sum_minutes      (CeciRegulation *self, const CeciFacts *facts, CeciCount count);
guint     ceci_regulation_sum_productions  (CeciRegulation *self, const CeciFacts *facts); // that count
char     *ceci_regulation_deadline         (CeciRegulation *self, const CeciFacts *facts) G_GNUC_WARN_UNUSED_RESULT; // R11
char     *ceci_regulation_deposited_on     (CeciRegulation *self, const CeciFacts *facts) G_GNUC_WARN_UNUSED_RESULT; // the day the last required document came; NULL while one is missing
GPtrArray *ceci_regulation_check           (CeciRegulation *self, const CeciFacts *facts, const char *today); // (element-type CeciFinding), rules in order
gboolean   ceci_regulation_admits          (GPtrArray *findings); // to a jury: every finding is OK or a mere warning

// R13, before anyone is a student. legal_form: the column's word or NULL. reason: a translated sentence when it is FALSE.
gboolean   ceci_regulation_admits_application (CeciRegulation *self, const char *organisation, const char *mission, gint64 planned_minutes, const char *legal_form, char **reason);
// R7 at the placement: whether an organisation of this legal form (the column's word or NULL) may receive a student. reason as above.
gboolean   ceci_regulation_admits_legal_form (const char *legal_form, char **reason);
// R17: whether an organisation of this kind (the column's word or NULL) has a committee that R18 to R20 speak of.
gboolean   ceci_regulation_has_committee   (const char *organisation_kind);
// R18, R19, R20 for one placement (an index in facts): the state, the rule it comes from ("R18" or "R19"; NULL where none of them applies) and
// a translated sentence. due: the day by which it must be settled, or NULL. The three may be NULL. A form fills facts from its draft with
// ceci_placement_facts_draft() and shows the sentence beside the supervisor; the finding in the student's requirements is the same one.
CeciFindingState ceci_regulation_check_supervisor (CeciRegulation *self, const CeciFacts *facts, guint placement, const char *today, const char **rule, char **reason, char **due);

G_END_DECLS
