// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a committee's list. A mandate is known by its holder, its role and its first day; what is new in the list is
// its end.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-committee-proposal.h"
#include "ceci-form-values.h"
#include "ceci-table-reader.h"
#include "core/model/ceci-organisation-repository.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-fold.h"

struct _CeciCommitteeProposal {
  CeciImportProposal parent_instance;

  char *organisation_id;
  char *organisation_name;
  GListModel *known; // CeciMandate
};

G_DEFINE_FINAL_TYPE (CeciCommitteeProposal, ceci_committee_proposal, CECI_TYPE_IMPORT_PROPOSAL)

#define WORDS(...)                                                                                                     \
  (const char *const[])                                                                                                \
  {                                                                                                                    \
    __VA_ARGS__, NULL                                                                                                  \
  }

static const CeciImportField fields[] = {
    {"name", N_ ("Name"),
     WORDS ("=nom", "=name", "=membre", "=member", "nom complet", "full name", "prenom et nom", "nom et prenom")},
    {"role", N_ ("Role"), WORDS ("=role", "=poste", "=position", "fonction", "function", "mandat", "mandate")},
    {"from", N_ ("From"),
     WORDS ("=du", "=from", "=debut", "=start", "=depuis", "=since", "date de debut", "start date")},
    {"until", N_ ("Until"), WORDS ("=au", "=until", "=to", "=fin", "=end", "=jusqu au", "date de fin", "end date")},
};

typedef struct {
  CeciMandate *mandate; // as it would be; NULL if refused
  char *refusal;
  char *old_end;
  gboolean known;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  g_clear_object (&subject->mandate);
  g_free (subject->refusal);
  g_free (subject->old_end);
  g_free (subject);
}

// --- reading ----------------------------------------------------------------------------------------------------

static CeciColumnMap *
read_table (const char *text, const CeciTableLimits *limits, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CeciTable) table = ceci_table_read_bytes (bytes, limits, NULL, error);

  return table != NULL ? ceci_column_map_new (table, fields, G_N_ELEMENTS (fields)) : NULL;
}

// What stands between the columns of what was pasted.
static char
find_separator (const char *text)
{
  return strchr (text, '\t') != NULL ? '\t' : strchr (text, ';') != NULL ? ';' : ',';
}

/**
 * ceci_committee_read_map:
 * @text: the list, a line a member
 * @error: a #CeciTableError
 *
 * Returns: (transfer full) (nullable): its columns
 */
CeciColumnMap *
ceci_committee_read_map (const char *text, GError **error)
{
  static const char *const columns[] = {"Name", "Role", "From", "Until", NULL};
  const CeciTableLimits limits = {.separator = find_separator (text), .columns = columns};
  g_autoptr (CeciColumnMap) map = read_table (text, NULL, NULL);

  if (map != NULL && ceci_column_map_get_column (map, "name") >= 0)
    return g_steal_pointer (&map);
  return read_table (text, &limits, error);
}

/**
 * ceci_committee_read_mandate:
 * @map: the list and its columns
 * @row: a line of it
 * @organisation_id: whose committee it is
 * @today: the day it is
 * @refusal: (out) (transfer full): why there is none, in words
 *
 * Returns: (transfer full) (nullable): what the line says
 */
CeciMandate *
ceci_committee_read_mandate (CeciColumnMap *map, guint row, const char *organisation_id, const char *today,
                             char **refusal)
{
  g_autofree char *name = ceci_form_text (ceci_column_map_get_cell (map, row, "name"), FALSE);
  g_autofree char *role = ceci_form_text (ceci_column_map_get_cell (map, row, "role"), FALSE);
  g_autofree char *from = ceci_form_text (ceci_column_map_get_cell (map, row, "from"), FALSE);
  g_autofree char *until = ceci_form_text (ceci_column_map_get_cell (map, row, "until"), FALSE);
  g_autofree char *starts_on = from != NULL ? ceci_form_date (from, today) : NULL;
  g_autofree char *ends_on = until != NULL ? ceci_form_date (until, today) : NULL;

  if (name == NULL)
    *refusal = g_strdup (_ ("The line names nobody."));
  else if (starts_on == NULL)
    *refusal = g_strdup (_ ("The mandate has no first day that can be read."));
  else if (until != NULL && ends_on == NULL)
    *refusal = g_strdup (_ ("The mandate’s last day can’t be read."));
  else if (ends_on != NULL && strcmp (ends_on, starts_on) < 0)
    *refusal = g_strdup (_ ("The mandate would end before it starts."));
  else
    return ceci_record_new (CECI_TYPE_MANDATE, "organisation_id", organisation_id, "holder_name", name, "role",
                            role != NULL ? role : _ ("Member"), "starts_on", starts_on, "ends_on", ends_on, NULL);
  return NULL;
}

static gboolean
is_same (CeciMandate *one, CeciMandate *other)
{
  g_autofree char *name = ceci_fold (ceci_mandate_get_holder_name (one)),
                  *others_name = ceci_fold (ceci_mandate_get_holder_name (other)),
                  *role = ceci_fold (ceci_mandate_get_role (one)),
                  *others_role = ceci_fold (ceci_mandate_get_role (other));

  return g_str_equal (name, others_name) && g_str_equal (role, others_role) &&
         g_strcmp0 (ceci_mandate_get_starts_on (one), ceci_mandate_get_starts_on (other)) == 0;
}

// An end that the list leaves blank does not take one away.
static void
match (CeciCommitteeProposal *self, Subject *subject)
{
  for (guint i = 0; subject->mandate != NULL && i < g_list_model_get_n_items (self->known); i++) {
    g_autoptr (CeciMandate) known = g_list_model_get_item (self->known, i);
    const char *ends_on = ceci_mandate_get_ends_on (subject->mandate);
    g_autoptr (CeciMandate) merged = NULL;

    if (!is_same (known, subject->mandate))
      continue;
    subject->known = TRUE;
    subject->old_end = g_strdup (ceci_mandate_get_ends_on (known));
    merged = ceci_record_with (known, "ends_on", ends_on != NULL ? ends_on : subject->old_end, NULL);
    g_set_object (&subject->mandate, merged);
    return;
  }
}

// --- the proposal -----------------------------------------------------------------------------------------------

static void
settle_line (CeciProposedLine *line, GHashTable *seen)
{
  Subject *subject = ceci_proposed_line_get_subject (line);
  const char *ends_on = subject->mandate != NULL ? ceci_mandate_get_ends_on (subject->mandate) : NULL;
  g_autofree char *before = subject->old_end != NULL ? ceci_date_format_short (subject->old_end) : NULL;
  g_autofree char *after = ends_on != NULL ? ceci_date_format_short (ends_on) : NULL;
  char *key;

  ceci_proposed_line_clear_changes (line);
  if (subject->refusal != NULL) {
    ceci_proposed_line_set_action (line, CECI_PROPOSAL_REFUSED, subject->refusal);
    return;
  }
  key = g_strconcat (ceci_mandate_get_holder_name (subject->mandate), "\n", ceci_mandate_get_role (subject->mandate),
                     "\n", ceci_mandate_get_starts_on (subject->mandate), NULL);
  if (!g_hash_table_add (seen, key)) {
    ceci_proposed_line_set_action (line, CECI_PROPOSAL_REFUSED, _ ("An earlier line is the same mandate."));
    return;
  }
  if (subject->known && g_strcmp0 (subject->old_end, ends_on) != 0)
    ceci_proposed_line_add_change (line, "ends_on", _ ("Until"), before, after);
  ceci_proposed_line_set_action (line,
                                 !subject->known                                  ? CECI_PROPOSAL_ADD
                                 : ceci_proposed_line_get_changes (line)->len > 0 ? CECI_PROPOSAL_CHANGE
                                                                                  : CECI_PROPOSAL_UNCHANGED,
                                 NULL);
}

static void
ceci_committee_proposal_settle (CeciImportProposal *proposal)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; ceci_import_proposal_get_line (proposal, i) != NULL; i++)
    settle_line (ceci_import_proposal_get_line (proposal, i), seen);
}

static gboolean
ceci_committee_proposal_write_line (CeciImportProposal *proposal, CeciProposedLine *line, CeciDatabase *database,
                                    GError **error)
{
  Subject *subject = ceci_proposed_line_get_subject (line);

  return ceci_organisation_repository_put_mandate (database, subject->mandate, error);
}

static char *
ceci_committee_proposal_dup_label (CeciImportProposal *proposal)
{
  guint n = ceci_import_proposal_n_writes (proposal);

  return g_strdup_printf (ngettext ("Import %u mandate of %s", "Import %u mandates of %s", n), n,
                          CECI_COMMITTEE_PROPOSAL (proposal)->organisation_name);
}

static void
ceci_committee_proposal_finalize (GObject *object)
{
  CeciCommitteeProposal *self = CECI_COMMITTEE_PROPOSAL (object);

  g_free (self->organisation_id);
  g_free (self->organisation_name);
  g_clear_object (&self->known);
  G_OBJECT_CLASS (ceci_committee_proposal_parent_class)->finalize (object);
}

static void
ceci_committee_proposal_class_init (CeciCommitteeProposalClass *klass)
{
  static const char *const tables[] = {"mandate", "organisation", NULL};
  CeciImportProposalClass *proposal_class = CECI_IMPORT_PROPOSAL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ceci_committee_proposal_finalize;
  proposal_class->tables = tables;
  proposal_class->settle = ceci_committee_proposal_settle;
  proposal_class->write_line = ceci_committee_proposal_write_line;
  proposal_class->dup_label = ceci_committee_proposal_dup_label;
}

static void
ceci_committee_proposal_init (CeciCommitteeProposal *self)
{
}

/**
 * ceci_committee_proposal_new:
 * @database: the register
 * @map: the list and its columns
 * @organisation_id: whose committee it is
 * @today: the day it is
 * @error: the register's
 *
 * Returns: (transfer full) (nullable): what importing would do
 */
CeciImportProposal *
ceci_committee_proposal_new (CeciDatabase *database, CeciColumnMap *map, const char *organisation_id, const char *today,
                             GError **error)
{
  g_autoptr (CeciCommitteeProposal) self = g_object_new (CECI_TYPE_COMMITTEE_PROPOSAL, NULL);
  CeciImportProposal *proposal = CECI_IMPORT_PROPOSAL (self);
  CeciTable *table = ceci_column_map_get_table (map);
  g_autoptr (CeciOrganisation) organisation = ceci_organisation_repository_find (database, organisation_id, error);

  if (organisation == NULL)
    return NULL;
  self->organisation_id = g_strdup (organisation_id);
  self->organisation_name = g_strdup (ceci_organisation_get_name (organisation));
  self->known = ceci_organisation_repository_mandates (database, organisation_id, error);
  if (self->known == NULL || !ceci_import_proposal_begin (proposal, database, map, NULL, "", error))
    return NULL;
  for (guint i = 0; i < ceci_table_get_n_rows (table); i++) {
    Subject *subject = g_new0 (Subject, 1);

    subject->mandate = ceci_committee_read_mandate (map, i, organisation_id, today, &subject->refusal);
    match (self, subject);
    ceci_import_proposal_take_line (proposal, ceci_proposed_line_new (ceci_table_get_line (table, i),
                                                                      ceci_column_map_get_cell (map, i, "name"),
                                                                      subject, subject_free));
  }
  ceci_import_proposal_settle (proposal);
  return CECI_IMPORT_PROPOSAL (g_steal_pointer (&self));
}
