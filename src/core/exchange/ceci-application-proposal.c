// SPDX-License-Identifier: GPL-3.0-or-later
// What importing a form's export would do. The register is read once, whole: no query a row.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-application-matching.h"
#include "ceci-application-proposal.h"
#include "ceci-proposed-application-private.h"
#include "ceci-table-reader.h"
#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-person-repository.h"
#include "core/model/ceci-regulation-repository.h"
#include "core/store/ceci-journal.h"

struct _CeciApplicationProposal {
  GObject parent_instance;
  GPtrArray *rows; // CeciProposedApplication
  CeciColumnMap *map;
  char *source;
  char *today;
  CeciRegulation *regulation;
  GHashTable *applications; // person id to CeciApplication of this cohort
  gint64 step;              // the newest of the journal when the register was read
  gboolean applied;
};

static GType
ceci_application_proposal_get_item_type (GListModel *model)
{
  return CECI_TYPE_PROPOSED_APPLICATION;
}

static guint
ceci_application_proposal_get_n_items (GListModel *model)
{
  return CECI_APPLICATION_PROPOSAL (model)->rows->len;
}

static gpointer
ceci_application_proposal_get_item (GListModel *model, guint position)
{
  GPtrArray *rows = CECI_APPLICATION_PROPOSAL (model)->rows;

  return position < rows->len ? g_object_ref (g_ptr_array_index (rows, position)) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = ceci_application_proposal_get_item_type;
  interface->get_n_items = ceci_application_proposal_get_n_items;
  interface->get_item = ceci_application_proposal_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CeciApplicationProposal, ceci_application_proposal, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
ceci_application_proposal_finalize (GObject *object)
{
  CeciApplicationProposal *self = CECI_APPLICATION_PROPOSAL (object);

  g_ptr_array_unref (self->rows);
  g_clear_object (&self->map);
  g_free (self->source);
  g_free (self->today);
  g_clear_object (&self->regulation);
  g_clear_pointer (&self->applications, g_hash_table_unref);
  G_OBJECT_CLASS (ceci_application_proposal_parent_class)->finalize (object);
}

static void
ceci_application_proposal_class_init (CeciApplicationProposalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_application_proposal_finalize;
}

static void
ceci_application_proposal_init (CeciApplicationProposal *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

// The newest of each person in this cohort.
static GHashTable *
load_applications (CeciDatabase *database, const char *cohort_id, GError **error)
{
  g_autoptr (GListModel) list = ceci_application_repository_list (database, cohort_id, error);
  g_autoptr (GHashTable) applications = NULL;

  if (list == NULL)
    return NULL;
  applications = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    CeciApplication *application = g_list_model_get_item (list, i);

    g_hash_table_replace (applications, g_strdup (ceci_application_get_person_id (application)), application);
  }
  return g_steal_pointer (&applications);
}

static void
place_all (CeciApplicationProposal *self, const CeciApplicationReader *reader, GListModel *persons)
{
  g_autoptr (CeciPersonIndex) index = ceci_person_index_new (persons);
  guint n_rows = ceci_table_get_n_rows (ceci_column_map_get_table (self->map));

  for (guint i = 0; i < n_rows; i++) {
    CeciProposedApplication *row = ceci_proposed_application_new (reader, i);

    g_ptr_array_add (self->rows, row);
    ceci_application_matching_find (row, index);
  }
  ceci_application_matching_settle (self->rows, self->regulation, self->applications);
}

/**
 * ceci_application_proposal_new:
 * @database: the register
 * @map: the table and its columns
 * @cohort_id: to which cohort they apply
 * @source: the file's name
 * @today: today's date
 * @error: the register's, or no column with a name in it
 *
 * Returns: (transfer full): what importing would do
 */
CeciApplicationProposal *
ceci_application_proposal_new (CeciDatabase *database, CeciColumnMap *map, const char *cohort_id, const char *source,
                               const char *today, GError **error)
{
  g_autoptr (CeciApplicationProposal) self = g_object_new (CECI_TYPE_APPLICATION_PROPOSAL, NULL);
  g_autofree char *now = ceci_entropy_dup_now (ceci_database_get_entropy (database));
  g_autoptr (CeciFacultyNames) faculties = ceci_faculty_names_new (database, error);
  g_autoptr (GListModel) persons = NULL;
  CeciApplicationReader reader = {.map = map,
                                  .kind = ceci_application_form_kind (ceci_column_map_get_table (map)),
                                  .faculties = faculties,
                                  .cohort_id = cohort_id,
                                  .source = source,
                                  .today = today,
                                  .now = now};

  if (faculties == NULL)
    return NULL;
  if (ceci_column_map_get_column (map, "family-name") < 0 && ceci_column_map_get_column (map, "full-name") < 0 &&
      ceci_column_map_get_column (map, "account-name") < 0) {
    g_set_error_literal (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NO_HEADER,
                         _ ("No column holds the applicants’ names: check that this is the form’s export and that its "
                            "first line holds the headings, or map the columns by hand."));
    return NULL;
  }
  self->map = g_object_ref (map);
  self->source = g_strdup (source);
  self->today = g_strdup (today);
  self->step = ceci_journal_newest (database, error);
  if (self->step < 0)
    return NULL;
  self->regulation = ceci_regulation_repository_find (database, cohort_id, error);
  if (self->regulation == NULL)
    return NULL;
  self->applications = load_applications (database, cohort_id, error);
  if (self->applications == NULL)
    return NULL;
  persons = ceci_person_repository_list (database, error);
  if (persons == NULL)
    return NULL;
  place_all (self, &reader, persons);
  return g_steal_pointer (&self);
}

/**
 * ceci_application_proposal_read_map:
 * @database: the register
 * @file: the form's export
 * @cancellable: (nullable): to stop
 * @error: the file's ([error@CeciTableError]) or the register's
 *
 * Returns: (transfer full): the file's columns, matched by name and by what was mapped by hand before
 */
CeciColumnMap *
ceci_application_proposal_read_map (CeciDatabase *database, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (CeciTable) table = ceci_table_read_file (file, NULL, cancellable, error);
  g_autoptr (CeciColumnMap) map = NULL;

  if (table == NULL)
    return NULL;
  map = ceci_application_column_map (table);
  return ceci_column_map_recall (map, database, CECI_APPLICATION_FORMAT, error) ? g_steal_pointer (&map) : NULL;
}

/**
 * ceci_application_proposal_read:
 * @database: the register
 * @file: the form's export
 * @cohort_id: to which cohort they apply
 * @mappings: (nullable) (array zero-terminated=1): columns mapped by hand, «heading=field»
 * @today: today's date
 * @cancellable: (nullable): to stop
 * @error: the file's ([error@CeciTableError]), a mapping's (#GOptionError), or the register's
 *
 * Returns: (transfer full): what importing would do
 */
CeciApplicationProposal *
ceci_application_proposal_read (CeciDatabase *database, GFile *file, const char *cohort_id, const char *const *mappings,
                                const char *today, GCancellable *cancellable, GError **error)
{
  g_autoptr (CeciColumnMap) map = ceci_application_proposal_read_map (database, file, cancellable, error);
  g_autofree char *source = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (source);

  if (map == NULL)
    return NULL;
  for (guint i = 0; mappings != NULL && mappings[i] != NULL; i++)
    if (!ceci_column_map_set_text (map, mappings[i], error))
      return NULL;
  return ceci_application_proposal_new (database, map, cohort_id, shown, today, error);
}

CeciColumnMap *
ceci_application_proposal_get_map (CeciApplicationProposal *self)
{
  return self->map;
}

guint
ceci_application_proposal_count (CeciApplicationProposal *self, CeciProposalAction action)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++) {
    CeciProposedApplication *row = g_ptr_array_index (self->rows, i);

    n += row->included && row->action == action;
  }
  return n;
}

guint
ceci_application_proposal_n_writes (CeciApplicationProposal *self)
{
  return ceci_application_proposal_count (self, CECI_PROPOSAL_ADD) +
         ceci_application_proposal_count (self, CECI_PROPOSAL_CHANGE);
}

char *
ceci_application_proposal_dup_label (CeciApplicationProposal *self)
{
  guint n = ceci_application_proposal_n_writes (self);

  return g_strdup_printf (ngettext ("Import %u application from %s", "Import %u applications from %s", n), n,
                          self->source);
}

// What one row is may change what the others are: the same person may stand on several.
static void
settle_again (CeciApplicationProposal *self)
{
  guint n_rows = self->rows->len;
  g_autofree CeciProposalAction *actions = g_new (CeciProposalAction, n_rows + 1);
  g_autoptr (GPtrArray) words = g_ptr_array_new_full (n_rows, g_free);

  for (guint i = 0; i < n_rows; i++) {
    CeciProposedApplication *row = g_ptr_array_index (self->rows, i);

    actions[i] = row->action;
    g_ptr_array_add (words, ceci_proposed_application_dup_words (row));
  }
  ceci_application_matching_settle (self->rows, self->regulation, self->applications);
  for (guint i = 0; i < n_rows; i++) {
    CeciProposedApplication *row = g_ptr_array_index (self->rows, i);
    g_autofree char *now = ceci_proposed_application_dup_words (row);

    if (row->action != actions[i] || !g_str_equal (now, g_ptr_array_index (words, i)))
      g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
  }
}

static void
choose (CeciApplicationProposal *self, CeciProposedApplication *row, CeciProposalChoice choice, CeciPerson *person)
{
  row->choice = choice;
  g_set_object (&row->chosen, person);
  settle_again (self);
}

void
ceci_application_proposal_choose (CeciApplicationProposal *self, CeciProposedApplication *row, CeciPerson *person)
{
  g_return_if_fail (row->doubt != NULL);
  g_return_if_fail (person == NULL || g_ptr_array_find (row->candidates, person, NULL));

  choose (self, row, person != NULL ? CECI_PROPOSAL_CHOICE_PERSON : CECI_PROPOSAL_CHOICE_NEW, person);
}

void
ceci_application_proposal_join (CeciApplicationProposal *self, CeciProposedApplication *row)
{
  g_return_if_fail (row->namesake != NULL);

  choose (self, row, CECI_PROPOSAL_CHOICE_NAMESAKE, NULL);
}

void
ceci_application_proposal_ask_again (CeciApplicationProposal *self, CeciProposedApplication *row)
{
  choose (self, row, CECI_PROPOSAL_CHOICE_NONE, NULL);
}

// The candidate of row that is this person as the register has them now.
static CeciPerson *
find_candidate (CeciProposedApplication *row, CeciPerson *person)
{
  for (guint i = 0; i < row->candidates->len; i++)
    if (g_str_equal (ceci_record_get_id (g_ptr_array_index (row->candidates, i)),
                     ceci_record_get_id (CECI_RECORD (person))))
      return g_ptr_array_index (row->candidates, i);
  return NULL;
}

/**
 * ceci_application_proposal_keep_choices:
 * @self: a proposal that was just made
 * @earlier: one of the same file, from other columns or an older register
 *
 * Takes from @earlier what a person said of its rows: who the unsure ones are, as far as the question is still the
 * same, and which are left out.
 */
void
ceci_application_proposal_keep_choices (CeciApplicationProposal *self, CeciApplicationProposal *earlier)
{
  g_return_if_fail (CECI_IS_APPLICATION_PROPOSAL (self));
  g_return_if_fail (CECI_IS_APPLICATION_PROPOSAL (earlier));

  for (guint i = 0; i < MIN (self->rows->len, earlier->rows->len); i++) {
    CeciProposedApplication *row = g_ptr_array_index (self->rows, i), *said = g_ptr_array_index (earlier->rows, i);
    CeciPerson *person = said->chosen != NULL ? find_candidate (row, said->chosen) : NULL;

    if (row->line != said->line)
      continue;
    ceci_proposed_application_set_included (row, said->included);
    if (g_strcmp0 (row->doubt, said->doubt) != 0 || (said->chosen != NULL && person == NULL))
      continue;
    row->choice = said->choice;
    g_set_object (&row->chosen, person);
  }
  settle_again (self);
}

static gboolean
apply_row (CeciApplicationProposal *self, CeciProposedApplication *row, CeciDatabase *database, GError **error)
{
  g_autofree char *person_id = NULL;
  g_autoptr (CeciApplication) application = NULL;

  if (row->known_person == NULL)
    person_id = ceci_person_repository_add (database, row->person, error);
  else if (!row->person_changes || ceci_person_repository_change (database, row->person, self->today, error))
    person_id = g_strdup (ceci_record_get_id (CECI_RECORD (row->known_person)));
  if (person_id == NULL)
    return FALSE;
  if (row->known_application != NULL)
    return ceci_application_repository_change (database, row->application, error);
  application = ceci_record_with (row->application, "person_id", person_id, NULL);
  g_free (row->application_id);
  row->application_id = ceci_application_repository_add (database, application, error);
  return row->application_id != NULL;
}

// The tables a preview was made from; a change of another does not make it wrong.
static gboolean
is_still_true (CeciApplicationProposal *self, CeciDatabase *database, GError **error)
{
  static const char *const tables[] = {"person",     "person_alias", "application", "cohort",
                                       "regulation", "faculty",      NULL};
  int changed = ceci_journal_touched_since (database, self->step, tables, error);

  if (changed > 0)
    g_set_error_literal (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT,
                         _ ("The register changed since this preview was made. Nothing was written: look at the "
                            "preview again, then import."));
  return changed == 0;
}

/**
 * ceci_application_proposal_apply:
 * @self: the proposal
 * @database: the register it was made from, in a write that has changed nothing yet
 * @error: the register's, which then keeps nothing; %CECI_STORE_ERROR_CONFLICT if people, applications or rules changed
 *   since the proposal was made: make another, with ceci_application_proposal_keep_choices()
 *
 * Writes the included rows that are to be added or changed, and remembers the columns mapped by hand.
 *
 * Returns: whether all of it is written
 */
gboolean
ceci_application_proposal_apply (CeciApplicationProposal *self, CeciDatabase *database, GError **error)
{
  g_return_val_if_fail (CECI_IS_APPLICATION_PROPOSAL (self), FALSE);
  g_return_val_if_fail (!self->applied, FALSE);

  if (!is_still_true (self, database, error))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++) {
    CeciProposedApplication *row = g_ptr_array_index (self->rows, i);

    if (!row->included || (row->action != CECI_PROPOSAL_ADD && row->action != CECI_PROPOSAL_CHANGE))
      continue;
    if (!apply_row (self, row, database, error)) {
      g_prefix_error (error, _ ("Line %u: "), row->line);
      return FALSE;
    }
  }
  self->applied = ceci_column_map_remember (self->map, database, CECI_APPLICATION_FORMAT, error);
  return self->applied;
}
