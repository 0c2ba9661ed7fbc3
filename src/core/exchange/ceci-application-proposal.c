// SPDX-License-Identifier: GPL-3.0-or-later
// What importing a form's export would do. The register is read once, whole: no query a row.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-application-proposal.h"
#include "ceci-form-values.h"
#include "ceci-person-index.h"
#include "ceci-proposed-application-private.h"
#include "ceci-table-reader.h"
#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-person-repository.h"
#include "core/model/ceci-setting-repository.h"

struct _CeciApplicationProposal {
  GObject parent_instance;
  GPtrArray *rows; // CeciProposedApplication
  CeciColumnMap *map;
  char *source;
  char *today;
  CeciRegulation *regulation;
  GHashTable *applications; // person id to CeciApplication of this cohort
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

static GHashTable *
load_faculties (CeciDatabase *database, GError **error)
{
  g_autoptr (GListModel) list = ceci_faculty_repository_list (database, error);
  g_autoptr (GHashTable) faculties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (list == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (CeciFaculty) faculty = g_list_model_get_item (list, i);
    const char *names[] = {ceci_faculty_get_code (faculty), ceci_faculty_get_name_fr (faculty),
                           ceci_faculty_get_name_en (faculty), ceci_record_get_id (CECI_RECORD (faculty))};

    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      g_hash_table_insert (faculties, ceci_form_words (names[j]),
                           g_strdup (ceci_record_get_id (CECI_RECORD (faculty))));
  }
  return g_steal_pointer (&faculties);
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

static gboolean
may_be_reconsidered (CeciApplicationState state)
{
  return state == CECI_APPLICATION_STATE_RECEIVED || state == CECI_APPLICATION_STATE_ADMISSIBLE ||
         state == CECI_APPLICATION_STATE_INADMISSIBLE;
}

// R13 is the regulation's to say; here its answer only becomes the application's state.
static void
consider (CeciApplicationProposal *self, CeciProposedApplication *row)
{
  CeciApplication *application = row->application;
  g_autoptr (CeciApplication) considered = NULL;
  g_autofree char *reason = NULL;
  gboolean admitted;

  if (!may_be_reconsidered (ceci_application_get_state (application)))
    return;
  admitted = ceci_regulation_admits_application (
      self->regulation, ceci_application_get_organisation_name (application),
      ceci_application_get_mission (application), ceci_application_get_planned_minutes (application),
      ceci_enum_get_nick (CECI_TYPE_LEGAL_FORM, ceci_application_get_legal_form (application)), &reason);
  considered =
      ceci_record_with (application, "state", admitted ? "admissible" : "inadmissible", "state_reason", reason, NULL);
  g_set_object (&row->application, considered);
}

static gboolean
ends_before_it_begins (CeciApplication *application)
{
  const char *starts_on = ceci_application_get_starts_on (application),
             *ends_on = ceci_application_get_ends_on (application);

  return starts_on != NULL && ends_on != NULL && strcmp (starts_on, ends_on) > 0;
}

// The row is this person's, or someone new's.
static void
settle (CeciApplicationProposal *self, CeciProposedApplication *row, CeciPerson *person)
{
  CeciApplication *known =
      person != NULL ? g_hash_table_lookup (self->applications, ceci_record_get_id (CECI_RECORD (person))) : NULL;

  ceci_proposed_application_compare (row, person, known);
  if (ends_before_it_begins (row->application)) {
    ceci_proposed_application_set_action (row, CECI_PROPOSAL_REFUSED,
                                          _ ("The placement would end before it begins: check its dates."));
    return;
  }
  if (known == NULL || row->changes->len > 0)
    consider (self, row);
  if (known == NULL)
    ceci_proposed_application_set_action (row, CECI_PROPOSAL_ADD, NULL);
  else
    ceci_proposed_application_set_action (row, row->changes->len > 0 ? CECI_PROPOSAL_CHANGE : CECI_PROPOSAL_UNCHANGED,
                                          NULL);
}

static void
place (CeciApplicationProposal *self, CeciProposedApplication *row, CeciPersonIndex *index)
{
  g_auto (CeciPersonMatch) match = {NULL};

  if (row->reading.unsubmitted) {
    ceci_proposed_application_set_action (row, CECI_PROPOSAL_DRAFT, _ ("This answer was begun and not submitted."));
    return;
  }
  if (row->reading.refusal != NULL) {
    ceci_proposed_application_set_action (row, CECI_PROPOSAL_REFUSED, row->reading.refusal);
    return;
  }
  ceci_person_index_match (index, row->reading.person, &match);
  if (match.maybe == NULL) {
    settle (self, row, match.same);
    return;
  }
  g_ptr_array_extend (row->candidates, match.maybe, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  ceci_proposed_application_compare (row, NULL, NULL);
  consider (self, row);
  ceci_proposed_application_set_action (row, CECI_PROPOSAL_UNSURE, match.reason);
}

static gboolean
is_settled (CeciProposedApplication *row)
{
  return row->action == CECI_PROPOSAL_ADD || row->action == CECI_PROPOSAL_CHANGE ||
         row->action == CECI_PROPOSAL_UNCHANGED;
}

static void
supersede (CeciProposedApplication *earlier, CeciProposedApplication *later)
{
  g_autofree char *reason =
      g_strdup_printf (_ ("The same person applied again on line %u: the later application is taken."), later->line);

  ceci_proposed_application_set_action (earlier, CECI_PROPOSAL_REFUSED, reason);
  earlier->superseded_by = later;
}

// Someone who filled in the form twice: the later application counts.
static void
place_among_rows (CeciProposedApplication *row, GHashTable *seen)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  const char *matricule = ceci_person_get_matricule (row->reading.person),
             *email = ceci_person_get_email (row->reading.person);
  CeciProposedApplication *winner = row;

  if (row->known_person != NULL)
    g_ptr_array_add (keys, g_strconcat ("person ", ceci_record_get_id (CECI_RECORD (row->known_person)), NULL));
  if (matricule != NULL)
    g_ptr_array_add (keys, g_strconcat ("matricule ", matricule, NULL));
  if (email != NULL)
    g_ptr_array_add (keys, g_strconcat ("email ", email, NULL));
  for (guint i = 0; i < keys->len; i++) {
    CeciProposedApplication *other = g_hash_table_lookup (seen, g_ptr_array_index (keys, i));

    while (other != NULL && other->superseded_by != NULL)
      other = other->superseded_by;
    if (other == NULL || other == winner || !is_settled (other))
      continue;
    if (strcmp (ceci_application_get_received_at (other->reading.application),
                ceci_application_get_received_at (winner->reading.application)) > 0) {
      supersede (winner, other);
      winner = other;
    } else {
      supersede (other, winner);
    }
  }
  for (guint i = 0; i < keys->len; i++)
    g_hash_table_replace (seen, g_strdup (g_ptr_array_index (keys, i)), winner);
}

// Two rows of one name that nothing tells apart or joins: someone must say.
static void
question_namesakes (CeciProposedApplication *row, GHashTable *names)
{
  g_autofree char *name = NULL;
  CeciProposedApplication *other;
  const char *matricule, *others_matricule, *birth_date, *others_birth_date;

  if (row->action != CECI_PROPOSAL_ADD || row->known_person != NULL)
    return;
  name = ceci_person_name_key (row->reading.person);
  other = g_hash_table_lookup (names, name);
  if (other == NULL || !is_settled (other)) {
    g_hash_table_replace (names, g_steal_pointer (&name), row);
    return;
  }
  matricule = ceci_person_get_matricule (row->reading.person);
  others_matricule = ceci_person_get_matricule (other->reading.person);
  birth_date = ceci_person_get_birth_date (row->reading.person);
  others_birth_date = ceci_person_get_birth_date (other->reading.person);
  if ((matricule == NULL || others_matricule == NULL) &&
      (birth_date == NULL || others_birth_date == NULL || g_str_equal (birth_date, others_birth_date))) {
    g_autofree char *reason =
        g_strdup_printf (_ ("Line %u has the same name: say whether this is someone else."), other->line);

    ceci_proposed_application_set_action (row, CECI_PROPOSAL_UNSURE, reason);
  }
}

static void
place_all (CeciApplicationProposal *self, const CeciApplicationReader *reader, CeciPersonIndex *index)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_rows = ceci_table_get_n_rows (ceci_column_map_get_table (self->map));

  for (guint i = 0; i < n_rows; i++) {
    CeciProposedApplication *row = ceci_proposed_application_new (reader, i);

    g_ptr_array_add (self->rows, row);
    place (self, row, index);
    if (is_settled (row))
      place_among_rows (row, seen);
    question_namesakes (row, names);
  }
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
  g_autoptr (GHashTable) faculties = load_faculties (database, error);
  g_autoptr (GListModel) persons = NULL;
  g_autoptr (CeciPersonIndex) index = NULL;
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
  self->regulation = ceci_cohort_repository_regulation (database, cohort_id, error);
  if (self->regulation == NULL)
    return NULL;
  self->applications = load_applications (database, cohort_id, error);
  if (self->applications == NULL)
    return NULL;
  persons = ceci_person_repository_list (database, error);
  if (persons == NULL)
    return NULL;
  index = ceci_person_index_new (persons);
  place_all (self, &reader, index);
  return g_steal_pointer (&self);
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
  g_autoptr (CeciTable) table = ceci_table_read_file (file, NULL, cancellable, error);
  g_autoptr (CeciColumnMap) map = NULL;
  g_autofree char *source = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (source);

  if (table == NULL)
    return NULL;
  map = ceci_application_column_map (table);
  if (!ceci_column_map_recall (map, database, CECI_APPLICATION_FORMAT, error))
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

void
ceci_application_proposal_choose (CeciApplicationProposal *self, CeciProposedApplication *row, CeciPerson *person)
{
  guint position;

  g_return_if_fail (row->action == CECI_PROPOSAL_UNSURE || row->candidates->len > 0);
  settle (self, row, person);
  if (g_ptr_array_find (self->rows, row, &position))
    g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
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

/**
 * ceci_application_proposal_apply:
 * @self: the proposal
 * @database: the register it was made from, in a write
 * @error: the register's; nothing is then kept
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
