// SPDX-License-Identifier: GPL-3.0-or-later
// What another regulation would make of one student's findings: one rule, before and after.
#pragma once

#include "ceci-finding.h"
#include "ceci-regulation.h"

G_BEGIN_DECLS

#define CECI_TYPE_FINDING_CHANGE (ceci_finding_change_get_type ())
G_DECLARE_FINAL_TYPE (CeciFindingChange, ceci_finding_change, CECI, FINDING_CHANGE, GObject)

const char  *ceci_finding_change_get_student_id   (CeciFindingChange *self);
const char  *ceci_finding_change_get_person_name  (CeciFindingChange *self);
CeciFinding *ceci_finding_change_get_before       (CeciFindingChange *self); // (nullable): the rule said nothing
CeciFinding *ceci_finding_change_get_after        (CeciFindingChange *self); // (nullable)
gboolean     ceci_finding_change_is_of_state      (CeciFindingChange *self); // FALSE: only words or dates change
JsonNode    *ceci_finding_change_to_json          (CeciFindingChange *self);

// Adds to changes (element-type CeciFindingChange) each finding of one student that would differ, in the rules' order.
void         ceci_regulation_compare              (CeciRegulation *before, CeciRegulation *after, const CeciFacts *facts, const char *today, GPtrArray *changes);

// One number or text that differs between two regulations, in words.
typedef struct {
  const char *title; // translated
  char       *before, *after;
} CeciRegulationDifference;

GPtrArray   *ceci_regulation_list_differences     (CeciRegulation *before, CeciRegulation *after) G_GNUC_WARN_UNUSED_RESULT; // (element-type CeciRegulationDifference)

G_END_DECLS
