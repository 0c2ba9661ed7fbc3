// SPDX-License-Identifier: GPL-3.0-or-later
// The word that fits each requirement in each state, «Signed», «4/4», «150 h»: the one table that pills, tables and the
// terminal read.

#include "config.h"

#include "ceci-finding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/store/ceci-date.h"

#define N_STATES (CECI_FINDING_BLOCKED + 1)

// By CeciFindingState; the context of each is its rule, for languages that agree with what it speaks of. Where a rule
// has no word of its own, the state's does.
static const struct {
  const char *rule;
  const char *words[N_STATES];
} words[] = {
    // Translators: the context of these words is the requirement: R6 is meetings
    {"R6", {NC_ ("R6", "Attended"), NULL, NC_ ("R6", "Absences"), NULL}},
    // Translators: R7 is placement hours
    {"R7", {NULL, NULL, NULL, NC_ ("R7", "Not recognised")}},
    // Translators: R11 is the deadline
    {"R11", {NC_ ("R11", "In time"), NC_ ("R11", "Running"), NC_ ("R11", "Near"), NC_ ("R11", "Passed")}},
    // Translators: R13 is the planned placement
    {"R13", {NC_ ("R13", "Found"), NULL, NC_ ("R13", "To find"), NULL}},
    // Translators: R14 is the eligible placement
    {"R14", {NC_ ("R14", "Eligible"), NULL, NC_ ("R14", "To check"), NULL}},
    // Translators: R18 is the collective supervisor
    {"R18", {NC_ ("R18", "In order"), NC_ ("R18", "To complete"), NC_ ("R18", "To follow"), NC_ ("R18", "To change")}},
    // Translators: R19 is the outgoing supervisor
    {"R19", {NC_ ("R19", "In order"), NC_ ("R19", "To complete"), NC_ ("R19", "To amend"), NC_ ("R19", "To change")}},
    // Translators: R21 is the placement agreement
    {"R21", {NC_ ("R21", "Signed"), NC_ ("R21", "To sign"), NULL, NC_ ("R21", "Unsigned")}},
    // Translators: R25 is what was done outside the enrolment
    {"R25", {NC_ ("R25", "Nothing"), NULL, NC_ ("R25", "Not counted"), NULL}},
    // Translators: R26 is the insurance
    {"R26", {NC_ ("R26", "Covered"), NULL, NC_ ("R26", "To check"), NULL}},
    // Translators: R34 is the reflective analysis
    {"R34", {NC_ ("R34", "Handed in"), NC_ ("R34", "Missing"), NULL, NC_ ("R34", "To replace")}},
    // Translators: R35 is the follow-up grid
    {"R35", {NC_ ("R35", "Received"), NC_ ("R35", "Missing"), NC_ ("R35", "To check"), NC_ ("R35", "To replace")}},
};

// What says more than a word: a part of a whole, or a duration.
static const struct {
  const char *rule, *part, *whole; // facts; whole NULL: minutes
} figures[] = {
    {"R7", "counted-minutes", NULL},
    {"R22", "counted", "required"},
    {"R30", "completed", "required"},
};

/**
 * ceci_finding_state_get_word:
 * @state: what a rule comes to
 * @rule: such as "R21"
 *
 * Returns: (transfer none): the word that fits this requirement, translated: «Signed»
 */
const char *
ceci_finding_state_get_word (CeciFindingState state, const char *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (words) && state <= CECI_FINDING_BLOCKED; i++)
    if (strcmp (words[i].rule, rule) == 0 && words[i].words[state] != NULL)
      return g_dpgettext2 (GETTEXT_PACKAGE, rule, words[i].words[state]);
  return ceci_finding_state_get_label (state);
}

static gint64
number_of (CeciFinding *self, const char *name)
{
  const char *value = ceci_finding_find_fact (self, name);

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : -1;
}

/**
 * ceci_finding_dup_word:
 * @self: a finding
 *
 * Returns: (transfer full): how it stands in a word or in figures: «Signed», «4/4», «150 h»
 */
char *
ceci_finding_dup_word (CeciFinding *self)
{
  const char *rule = ceci_finding_get_rule (self);
  CeciFindingState state = ceci_finding_get_state (self);

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++) {
    gint64 part, whole;

    if (strcmp (figures[i].rule, rule) != 0 || (figures[i].whole == NULL && state == CECI_FINDING_BLOCKED))
      continue;
    part = number_of (self, figures[i].part);
    whole = figures[i].whole != NULL ? number_of (self, figures[i].whole) : 0;
    if (part >= 0 && figures[i].whole == NULL)
      return ceci_duration_format (part);
    if (part >= 0 && whole >= 0)
      return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, MIN (part, whole), whole);
  }
  return g_strdup (ceci_finding_state_get_word (state, rule));
}
