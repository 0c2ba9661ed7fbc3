// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what the rules ask of a placement, stored or still a draft.

#include "config.h"

#include "ceci-placement-facts.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "ceci-sql.h"
#include "core/store/ceci-fold.h"

static int
compare_words (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *) one, *(const char *const *) other);
}

// The words of a name, in an order that does not depend on which came first.
static char *
name_key (const char *name)
{
  g_autofree char *folded = ceci_fold (name);
  g_auto (GStrv) words = g_strsplit_set (folded, " -'", -1);

  qsort (words, g_strv_length (words), sizeof *words, compare_words);
  return g_strstrip (g_strjoinv (" ", words));
}

gboolean
ceci_name_is_of (const char *name, const char *whole_name)
{
  g_autofree char *key = name_key (name);
  g_autofree char *other = name_key (whole_name);

  return *key != '\0' && g_str_equal (key, other);
}

static char *
dup_text (CeciStatement *statement, guint column)
{
  return ceci_statement_is_null (statement, column) ? NULL : g_strdup (ceci_statement_text (statement, column));
}

static gboolean
is_student (const char *name, CeciStatement *statement, guint names)
{
  return ceci_name_is_of (name, ceci_statement_text (statement, names)) ||
         ceci_name_is_of (name, ceci_statement_text (statement, names + 1));
}

/**
 * ceci_placement_facts_read:
 * @self: a placement's facts, to be completed
 * @statement: a query's current row
 * @first: the first of PLACEMENT_FACTS_COLUMNS
 */
void
ceci_placement_facts_read (CeciPlacementFacts *self, CeciStatement *statement, guint first)
{
  self->offer_labelled = ceci_statement_integer (statement, first) != 0;
  self->checked = ceci_statement_integer (statement, first + 1) != 0;
  self->committee_member = ceci_statement_integer (statement, first + 2) != 0;
  self->collective = ceci_statement_integer (statement, first + 3) != 0;
  self->supervisor_name = dup_text (statement, first + 4);
  self->supervisor_is_student =
      ceci_statement_integer (statement, first + 7) != 0 ||
      (ceci_regulation_has_committee (self->organisation_kind) && self->supervisor_name != NULL &&
       is_student (self->supervisor_name, statement, first + 5));
  self->has_contact = ceci_statement_integer (statement, first + 8) != 0;
  self->has_mandate = ceci_statement_integer (statement, first + 9) != 0;
  self->mandate_elsewhere = ceci_statement_integer (statement, first + 10) != 0;
  self->mandate_ends_on = dup_text (statement, first + 11);
  self->mandate_again = ceci_statement_integer (statement, first + 12) != 0;
  self->election_on = dup_text (statement, first + 13);
  self->amended_on = dup_text (statement, first + 14);
}

// A row with the draft's values where the placement would stand.
#define DRAFT_SQL                                                                                                      \
  "SELECT o.kind, o.legal_form, " PLACEMENT_FACTS_COLUMNS                                                              \
  "FROM (SELECT $1 AS id, $2 AS student_id, $3 AS organisation_id, $4 AS offer_id, $5 AS eligibility_reason, "         \
  "$6 AS committee_member, $7 AS supervisor_kind, $8 AS supervisor_name, $9 AS supervisor_email, $10 AS mandate_id, "  \
  "$11 AS starts_on, $12 AS ends_on, $13 AS closed_on) l "                                                             \
  "JOIN organisation o ON o.id = l.organisation_id JOIN student s ON s.id = l.student_id "                             \
  "JOIN person p ON p.id = s.person_id " PLACEMENT_FACTS_JOINS

#define NAMES_COLUMN 7 // of PLACEMENT_FACTS_NAMES in it

static CeciStatement *
query_draft (CeciDatabase *database, CeciPlacement *draft, GError **error)
{
  g_autofree char *kind =
      ceci_enum_to_column (CECI_TYPE_SUPERVISOR_KIND, (int) ceci_placement_get_supervisor_kind (draft));

  return ceci_database_query (database, error, DRAFT_SQL, "tttttbttttttt", ceci_record_get_id (CECI_RECORD (draft)),
                              ceci_placement_get_student_id (draft), ceci_placement_get_organisation_id (draft),
                              ceci_placement_get_offer_id (draft), ceci_placement_get_eligibility_reason (draft),
                              ceci_placement_get_committee_member (draft), kind,
                              ceci_placement_get_supervisor_name (draft), ceci_placement_get_supervisor_email (draft),
                              ceci_placement_get_mandate_id (draft), ceci_placement_get_starts_on (draft),
                              ceci_placement_get_ends_on (draft), ceci_placement_get_closed_on (draft));
}

static void
add_members (CeciFacts *facts, GListModel *members, CeciStatement *statement)
{
  for (guint i = 0; i < g_list_model_get_n_items (members); i++) {
    g_autoptr (CeciSupervisorMember) member = g_list_model_get_item (members, i);
    CeciMemberFacts read = {
        .since = g_strdup (ceci_supervisor_member_get_since (member)),
        .until = g_strdup (ceci_supervisor_member_get_until (member)),
        .is_student = is_student (ceci_supervisor_member_get_name (member), statement, NAMES_COLUMN),
    };
    g_array_append_val (facts->members, read);
  }
}

/**
 * ceci_placement_facts_draft:
 * @database: a connection
 * @draft: a placement, stored or not, with its student and its organisation
 * @members: (nullable): the members of its collective supervisor; %NULL for those that are stored
 * @error: return location for an error; %CECI_STORE_ERROR_NOT_FOUND if the student or the organisation does not exist
 *
 * Returns: (transfer full) (nullable): facts of this placement alone, for ceci_regulation_check_supervisor()
 */
CeciFacts *
ceci_placement_facts_draft (CeciDatabase *database, CeciPlacement *draft, GListModel *members, GError **error)
{
  const char *id = ceci_record_get_id (CECI_RECORD (draft));
  g_autoptr (GListModel) stored = NULL;
  g_autoptr (CeciFacts) facts = ceci_facts_new ();
  CeciPlacementFacts placement = {.id = g_strdup (id),
                                  .starts_on = g_strdup (ceci_placement_get_starts_on (draft)),
                                  .ends_on = g_strdup (ceci_placement_get_ends_on (draft)),
                                  .closed_on = g_strdup (ceci_placement_get_closed_on (draft))};
  g_autoptr (GError) failure = NULL;
  CeciStatement *statement;

  g_array_append_val (facts->placements, placement);
  if (members == NULL && id != NULL)
    stored =
        G_LIST_MODEL (ceci_record_select (CECI_TYPE_SUPERVISOR_MEMBER, database, "placement_id", id, "since", error));
  if (members == NULL && id != NULL && stored == NULL)
    return NULL;
  statement = query_draft (database, draft, error);
  if (statement == NULL)
    return NULL;
  if (!ceci_statement_step (statement, &failure)) {
    if (failure != NULL)
      g_propagate_error (error, g_steal_pointer (&failure));
    else
      g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND,
                   _ ("The placement’s student or organisation does not exist."));
    return NULL;
  }
  facts->student_id = g_strdup (ceci_placement_get_student_id (draft));
  facts->person_name = dup_text (statement, NAMES_COLUMN + 1);
  g_array_index (facts->placements, CeciPlacementFacts, 0).organisation_kind = dup_text (statement, 0);
  g_array_index (facts->placements, CeciPlacementFacts, 0).legal_form = dup_text (statement, 1);
  ceci_placement_facts_read (&g_array_index (facts->placements, CeciPlacementFacts, 0), statement, 2);
  if (members != NULL || stored != NULL)
    add_members (facts, members != NULL ? members : stored, statement);
  ceci_statement_reset (statement);
  return g_steal_pointer (&facts);
}
