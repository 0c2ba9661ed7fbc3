// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules ask of a placement besides its dates and hours: the offer behind it, the office's check, who supervises it,
// the committee's elections. One piece of SQL for stored placements and for the draft that a form shows.
#pragma once

#include "ceci-placement.h"
#include "ceci-supervisor-member.h"
#include "core/regulation/ceci-regulation.h"

G_BEGIN_DECLS

// Facts with this one placement in them, for ceci_regulation_check_supervisor (…, 0, …). draft need not be stored: its
// student_id and organisation_id must be. members: the draft's collective supervisor (CeciSupervisorMember); NULL: those stored.
CeciFacts *ceci_placement_facts_draft (CeciDatabase *database, CeciPlacement *draft, GListModel *members, GError **error);

gboolean   ceci_name_is_of            (const char *name, const char *whole_name); // the same words in any order, whatever case and accents

// For the repository of facts: columns and joins of a query with placement l, organisation o, student s, person p; what
// they say is read from the column first.
#define PLACEMENT_FACTS_HAS_COMMITTEE "o.kind IN ('society', 'student_office', 'bea')"
#define PLACEMENT_FACTS_NAMES "p.first_name || ' ' || p.family_name, coalesce(nullif(p.usual_first_name, ''), p.first_name) || ' ' || p.family_name"
// The last amendment that the three parties signed: one that only lies there settles nothing.
#define PLACEMENT_FACTS_AMENDED_ON                                                                                      \
  "SELECT max(a.drawn_on) FROM agreement a WHERE a.placement_id = l.id AND a.number > 0 AND "                           \
  "(SELECT count(*) FROM signature x WHERE x.agreement_id = a.id) = 3"
#define PLACEMENT_FACTS_COLUMNS                                                                                         \
  "coalesce(f.labelled, 0), o.checked_on IS NOT NULL OR trim(coalesce(l.eligibility_reason, '')) <> '', "               \
  "l.committee_member, l.supervisor_kind = 'collective', nullif(trim(coalesce(l.supervisor_name, m.holder_name)), ''), " \
  PLACEMENT_FACTS_NAMES ", "                                                                                            \
  "coalesce(m.person_id = s.person_id, 0) OR coalesce(lower(l.supervisor_email) = lower(p.email), 0), "                 \
  "CASE WHEN " PLACEMENT_FACTS_HAS_COMMITTEE " THEN coalesce(l.supervisor_email, '') <> '' OR coalesce(o.email, '') <> '' "  \
  "OR coalesce(o.phone, '') <> '' OR EXISTS (SELECT 1 FROM contact k WHERE k.organisation_id = o.id "                   \
  "AND (coalesce(k.email, '') <> '' OR coalesce(k.phone, '') <> '')) END, "                                             \
  "m.id IS NOT NULL, m.organisation_id <> l.organisation_id, m.ends_on, "                                               \
  "CASE WHEN m.id IS NOT NULL THEN EXISTS (SELECT 1 FROM mandate n WHERE n.organisation_id = m.organisation_id "        \
  "AND n.id <> m.id AND (n.holder_name = m.holder_name OR n.person_id = m.person_id) AND n.starts_on <= l.starts_on "   \
  "AND (n.ends_on IS NULL OR n.ends_on >= l.starts_on)) END, "                                                          \
  "CASE WHEN " PLACEMENT_FACTS_HAS_COMMITTEE " THEN (SELECT min(e.starts_on) FROM mandate e "                           \
  "WHERE e.organisation_id = o.id AND e.starts_on > l.starts_on "                                                       \
  "AND e.starts_on <= coalesce(l.closed_on, l.ends_on, '9999-12-31') AND e.starts_on > coalesce("                       \
  "(" PLACEMENT_FACTS_AMENDED_ON "), '')) END, "                                                                        \
  "CASE WHEN " PLACEMENT_FACTS_HAS_COMMITTEE " THEN "                                                                   \
  "(" PLACEMENT_FACTS_AMENDED_ON ") END "
#define PLACEMENT_FACTS_JOINS "LEFT JOIN offer f ON f.id = l.offer_id LEFT JOIN mandate m ON m.id = l.mandate_id "
void       ceci_placement_facts_read  (CeciPlacementFacts *self, CeciStatement *statement, guint first);

G_END_DECLS
