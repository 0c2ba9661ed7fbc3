// SPDX-License-Identifier: GPL-3.0-or-later
// The rules, each a function of the regulation, one student's facts and the day; private to regulation/.
#pragma once

#include "ceci-regulation.h"

G_BEGIN_DECLS

// Returns a finding, or NULL where the rule has nothing to say of this student.
typedef CeciFinding *(*CeciRule) (CeciRegulation *regulation, const CeciFacts *facts, const char *today);

CeciFinding *ceci_rule_meetings            (CeciRegulation *regulation, const CeciFacts *facts, const char *today); // R6
CeciFinding *ceci_rule_hours               (CeciRegulation *regulation, const CeciFacts *facts, const char *today); // R7
CeciFinding *ceci_rule_deadline            (CeciRegulation *regulation, const CeciFacts *facts, const char *today); // R11
CeciFinding *ceci_rule_planned_placement   (CeciRegulation *regulation, const CeciFacts *facts, const char *today); // R13
CeciFinding *ceci_rule_eligible_placement  (CeciRegulation *regulation, const CeciFacts *facts, const char *today); // R14
CeciFinding *ceci_rule_collective_supervisor (CeciRegulation *regulation, const CeciFacts *facts, const char *today); // R18
CeciFinding *ceci_rule_outgoing_supervisor (CeciRegulation *regulation, const CeciFacts *facts, const char *today); // R19
CeciFinding *ceci_rule_agreement           (CeciRegulation *regulation, const CeciFacts *facts, const char *today); // R21
CeciFinding *ceci_rule_productions         (CeciRegulation *regulation, const CeciFacts *facts, const char *today); // R22
CeciFinding *ceci_rule_outside_enrolment   (CeciRegulation *regulation, const CeciFacts *facts, const char *today); // R25
CeciFinding *ceci_rule_insurance           (CeciRegulation *regulation, const CeciFacts *facts, const char *today); // R26
CeciFinding *ceci_rule_modules             (CeciRegulation *regulation, const CeciFacts *facts, const char *today); // R30
CeciFinding *ceci_rule_reflective_analysis (CeciRegulation *regulation, const CeciFacts *facts, const char *today); // R34
CeciFinding *ceci_rule_follow_up_grid      (CeciRegulation *regulation, const CeciFacts *facts, const char *today); // R35

// What several rules ask.
gboolean    ceci_facts_is_enrolled           (const CeciFacts *facts);
gboolean    ceci_facts_needs_placement       (const CeciFacts *facts, guint placement); // it is open, or hours were worked there before it closed
const CeciInterruptionFacts *ceci_facts_find_interruption (const CeciFacts *facts, const char *date); // the one that holds this day, or NULL
const char *ceci_placement_facts_last_day    (const CeciPlacementFacts *placement);  // closed_on, else ends_on, else NULL
gboolean    ceci_placement_facts_is_commercial (const CeciPlacementFacts *placement);
gboolean    ceci_document_facts_is_readable  (const CeciDocumentFacts *document);    // a jury can open it
const CeciDocumentFacts *ceci_facts_find_document (const CeciFacts *facts, const char *kind); // the readable one that came last, else any that stands, else NULL

G_END_DECLS
