// SPDX-License-Identifier: GPL-3.0-or-later
// R17 to R20: who may supervise a placement in a student society, a faculty's student office or the BEA. Outside its
// committee, the committee as a whole; inside, one outgoing member. What goes against that blocks, since the agreement
// would be void; what is only missing waits until the placement starts.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-rules.h"
#include "core/store/ceci-date.h"

#define FEWEST_MEMBERS 2 // one person is no committee

// What the rules say of one placement, not put into words yet.
typedef struct {
  CeciFindingState state;
  const char *text; // marked with N_(); with a date in it if there is one
  const char *date; // of the facts, or due
  char *due;
} Verdict;

static Verdict
say (CeciFindingState state, const char *text)
{
  return (Verdict) {.state = state, .text = text};
}

// Wrong, whatever the day.
static Verdict
forbid (const char *text)
{
  return say (CECI_FINDING_BLOCKED, text);
}

// Not recorded yet: it may wait for the first day.
static Verdict
lack (const CeciPlacementFacts *placement, const char *today, const char *text)
{
  gboolean started = strcmp (placement->starts_on, today) <= 0;

  return (Verdict) {.state = started ? CECI_FINDING_BLOCKED : CECI_FINDING_PENDING,
                    .text = text,
                    .due = g_strdup (placement->starts_on)};
}

static char *
put_in_words (const Verdict *verdict)
{
  g_autofree char *written = verdict->date != NULL ? ceci_date_format_long (verdict->date) : NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#pragma GCC diagnostic ignored "-Wformat-security"
  return written != NULL ? g_strdup_printf (_ (verdict->text), written) : g_strdup (_ (verdict->text));
#pragma GCC diagnostic pop
}

// --- R18: outside the committee -----------------------------------------------------------------------------------

static gboolean
is_member_on (const CeciMemberFacts *member, const char *day)
{
  return strcmp (member->since, day) <= 0 && (member->until == NULL || strcmp (day, member->until) <= 0);
}

static gboolean
is_covered (const CeciFacts *facts, guint placement, const char *day)
{
  for (guint i = 0; i < facts->members->len; i++) {
    const CeciMemberFacts *member = &g_array_index (facts->members, CeciMemberFacts, i);

    if (member->placement == placement && member->since != NULL && is_member_on (member, day))
      return TRUE;
  }
  return FALSE;
}

// The first day of the placement on which nobody of the list is in office; NULL if there is none. Where a day is the
// first that lacks someone, it is the first of the placement or follows somebody's last day.
static char *
find_gap (const CeciFacts *facts, guint index)
{
  const CeciPlacementFacts *placement = &g_array_index (facts->placements, CeciPlacementFacts, index);
  const char *last_day = ceci_placement_facts_last_day (placement);
  g_autofree char *gap = NULL;

  if (!is_covered (facts, index, placement->starts_on))
    return g_strdup (placement->starts_on);
  for (guint i = 0; i < facts->members->len; i++) {
    const CeciMemberFacts *member = &g_array_index (facts->members, CeciMemberFacts, i);
    g_autofree char *next = NULL;

    if (member->placement != index || member->until == NULL || strcmp (member->until, placement->starts_on) < 0)
      continue;
    next = ceci_date_add_days (member->until, 1);
    if ((last_day == NULL || strcmp (next, last_day) <= 0) && !is_covered (facts, index, next) &&
        (gap == NULL || strcmp (next, gap) < 0))
      g_set_str (&gap, next);
  }
  return g_steal_pointer (&gap);
}

typedef struct {
  guint n, undated;
  gboolean has_student;
} Members;

static Members
count_members (const CeciFacts *facts, guint placement)
{
  Members members = {0};

  for (guint i = 0; i < facts->members->len; i++) {
    const CeciMemberFacts *member = &g_array_index (facts->members, CeciMemberFacts, i);

    if (member->placement != placement)
      continue;
    members.n++;
    members.undated += member->since == NULL;
    members.has_student = members.has_student || member->is_student;
  }
  return members;
}

static Verdict
check_cover (const CeciFacts *facts, guint index, const char *today)
{
  char *gap = find_gap (facts, index);

  if (gap == NULL)
    return say (CECI_FINDING_OK, N_ ("The committee as a whole supervises; its members are dated."));
  return (Verdict) {
      .state = strcmp (gap, today) <= 0 ? CECI_FINDING_BLOCKED : CECI_FINDING_WARNING,
      .text = N_ ("The list of the committee’s members names nobody in office on %s. Add those who follow."),
      .date = gap,
      .due = gap,
  };
}

static Verdict
check_collective (const CeciFacts *facts, guint index, const char *today)
{
  const CeciPlacementFacts *placement = &g_array_index (facts->placements, CeciPlacementFacts, index);
  Members members = count_members (facts, index);

  if (!placement->collective)
    return forbid (N_ ("The student is not in the committee: one person alone can’t supervise. Make the committee as a "
                       "whole the supervisor."));
  if (members.has_student)
    return forbid (N_ ("The student stands in the list of the committee’s members. Take them out of it, or record that "
                       "they sit in the committee."));
  if (members.n < FEWEST_MEMBERS)
    return lack (placement, today,
                 members.n == 0
                     ? N_ ("The committee supervises as a whole: list its members, with the dates of their mandates.")
                     : N_ ("Only one member of the committee is listed, and one person alone can’t supervise. List the "
                           "others."));
  if (members.undated > 0)
    return lack (placement, today, N_ ("A member of the committee has no date. Say since when each is a member."));
  if (!placement->has_contact)
    return lack (placement, today, N_ ("The committee has no contact. Record an address or a number to reach it."));
  return check_cover (facts, index, today);
}

// --- R19: inside the committee ------------------------------------------------------------------------------------

static Verdict
check_mandate (const CeciPlacementFacts *placement, const char *today)
{
  if (!placement->has_mandate)
    return lack (placement, today,
                 N_ ("The supervisor’s mandate is not recorded. Choose the ended mandate that makes them an outgoing "
                     "member."));
  if (placement->mandate_elsewhere)
    return forbid (N_ ("The supervisor’s mandate was in another organisation. Choose an outgoing member of this one."));
  if (placement->mandate_ends_on == NULL)
    return forbid (N_ ("The supervisor’s mandate has not ended. Choose an outgoing member of the committee."));
  if (strcmp (placement->mandate_ends_on, placement->starts_on) >= 0)
    return (Verdict) {
        .state = CECI_FINDING_BLOCKED,
        .text = N_ ("The supervisor’s mandate ends on %s, after the placement starts. Choose a member whose mandate "
                    "had ended before."),
        .date = placement->mandate_ends_on,
    };
  if (placement->mandate_again)
    return forbid (N_ ("The supervisor holds another mandate when the placement starts, so is not an outgoing member. "
                       "Choose someone else."));
  return say (CECI_FINDING_OK, N_ ("An outgoing member of the committee supervises."));
}

// An election does not undo what was agreed; it asks that the three parties agree again.
static Verdict
check_election (const CeciPlacementFacts *placement)
{
  if (placement->amended_on != NULL && strcmp (placement->amended_on, placement->election_on) >= 0)
    return say (CECI_FINDING_OK, N_ ("An outgoing member of the committee supervises; the agreement was amended after "
                                     "the election."));
  if (placement->unsigned_amendment > 0)
    return (Verdict) {
        .state = CECI_FINDING_WARNING,
        .text =
            N_ ("The committee was elected anew on %s, during the placement. An amendment of the agreement was drawn "
                "up: record its three signatures."),
        .date = placement->election_on,
    };
  return (Verdict) {
      .state = CECI_FINDING_WARNING,
      .text = N_ ("The committee was elected anew on %s, during the placement. Draw up an amendment of the agreement."),
      .date = placement->election_on,
  };
}

static Verdict
check_outgoing (const CeciPlacementFacts *placement, const char *today)
{
  Verdict verdict;

  if (placement->collective)
    return forbid (N_ ("The student sits in the committee, which so can’t supervise as a whole. Choose one outgoing "
                       "member."));
  if (placement->supervisor_is_student)
    return forbid (N_ ("Students can’t supervise themselves. Choose an outgoing member of the committee."));
  if (placement->supervisor_name == NULL && !placement->has_mandate)
    return lack (placement, today, N_ ("No supervisor is recorded. Choose an outgoing member of the committee."));
  verdict = check_mandate (placement, today);
  if (verdict.state != CECI_FINDING_OK || placement->election_on == NULL || strcmp (placement->election_on, today) > 0)
    return verdict;
  return check_election (placement);
}

// --- both ---------------------------------------------------------------------------------------------------------

gboolean
ceci_regulation_has_committee (const char *organisation_kind)
{
  static const char *const kinds[] = {"society", "student_office", "bea", NULL}; // R17, R20

  return organisation_kind != NULL && g_strv_contains (kinds, organisation_kind);
}

// Which rule speaks of this placement; NULL if neither does.
static const char *
find_rule (const CeciPlacementFacts *placement)
{
  if (!ceci_regulation_has_committee (placement->organisation_kind))
    return NULL;
  return placement->committee_member ? "R19" : "R18";
}

static Verdict
check_placement (const CeciFacts *facts, guint index, const char *today)
{
  const CeciPlacementFacts *placement = &g_array_index (facts->placements, CeciPlacementFacts, index);

  return placement->committee_member ? check_outgoing (placement, today) : check_collective (facts, index, today);
}

/**
 * ceci_regulation_check_supervisor:
 * @self: the regulation
 * @facts: a student's facts
 * @placement: which of their placements
 * @today: the day it is
 * @rule: (out) (optional) (nullable): the rule that speaks
 * @reason: (out) (optional) (nullable): a translated sentence; %NULL where no rule speaks
 * @due: (out) (optional) (nullable): the day by which it must be settled
 *
 * Returns: what R18 or R19 says of the placement's supervisor; %CECI_FINDING_OK where neither applies
 */
CeciFindingState
ceci_regulation_check_supervisor (CeciRegulation *self, const CeciFacts *facts, guint placement, const char *today,
                                  const char **rule, char **reason, char **due)
{
  const char *speaks = find_rule (&g_array_index (facts->placements, CeciPlacementFacts, placement));
  Verdict verdict = {CECI_FINDING_OK, NULL, NULL, NULL};

  if (speaks != NULL)
    verdict = check_placement (facts, placement, today);
  if (rule != NULL)
    *rule = speaks;
  if (reason != NULL)
    *reason = verdict.text != NULL ? put_in_words (&verdict) : NULL;
  if (due != NULL)
    *due = g_steal_pointer (&verdict.due);
  g_free (verdict.due);
  return verdict.state;
}

static CeciFinding *
report (const CeciFacts *facts, guint index, const char *rule, const Verdict *verdict, const char *today)
{
  const CeciPlacementFacts *placement = &g_array_index (facts->placements, CeciPlacementFacts, index);
  gboolean started = verdict->state != CECI_FINDING_OK && strcmp (placement->starts_on, today) <= 0;
  CeciFinding *finding =
      ceci_finding_new_worded (rule, facts->student_id, verdict->state, started ? placement->starts_on : NULL,
                               verdict->due, verdict->text, verdict->date != NULL ? "d" : "", verdict->date);

  ceci_finding_add_fact (finding, "placement", placement->id);
  return finding;
}

// The worst that the rule says of any placement, the first of those that are as bad.
static CeciFinding *
find_worst (const CeciFacts *facts, const char *today, const char *rule)
{
  Verdict worst = {CECI_FINDING_OK, NULL, NULL, NULL};
  CeciFinding *finding;
  guint where = 0;

  for (guint i = 0; i < facts->placements->len; i++) {
    Verdict verdict;

    if (g_strcmp0 (find_rule (&g_array_index (facts->placements, CeciPlacementFacts, i)), rule) != 0 ||
        !ceci_facts_needs_placement (facts, i))
      continue;
    verdict = check_placement (facts, i, today);
    if (worst.text != NULL && verdict.state <= worst.state) {
      g_free (verdict.due);
      continue;
    }
    g_free (worst.due);
    worst = verdict;
    where = i;
  }
  finding = worst.text != NULL ? report (facts, where, rule, &worst, today) : NULL;
  g_free (worst.due);
  return finding;
}

CeciFinding *
ceci_rule_collective_supervisor (CeciRegulation *regulation, const CeciFacts *facts, const char *today)
{
  return find_worst (facts, today, "R18");
}

CeciFinding *
ceci_rule_outgoing_supervisor (CeciRegulation *regulation, const CeciFacts *facts, const char *today)
{
  return find_worst (facts, today, "R19");
}
