// SPDX-License-Identifier: GPL-3.0-or-later
// What depositing files would do. Who the files are from stands in ceci-deposit-matching.c, the writing in
// ceci-deposit-applying.c.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-deposit-proposal-private.h"
#include "ceci-document-guess.h"
#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-fold.h"

static void ceci_deposit_proposal_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CeciDepositProposal, ceci_deposit_proposal, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ceci_deposit_proposal_list_model_init))

static GType
get_item_type (GListModel *model)
{
  return CECI_TYPE_PROPOSED_DOCUMENT;
}

static guint
get_n_items (GListModel *model)
{
  return CECI_DEPOSIT_PROPOSAL (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  CeciDepositProposal *self = CECI_DEPOSIT_PROPOSAL (model);

  return position < self->rows->len ? g_object_ref (self->rows->pdata[position]) : NULL;
}

static void
ceci_deposit_proposal_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
portfolio_free (gpointer data)
{
  CeciPortfolio *portfolio = data;

  g_clear_object (&portfolio->documents);
  g_clear_pointer (&portfolio->hashes, g_hash_table_unref);
  g_free (portfolio);
}

static void
ceci_deposit_proposal_finalize (GObject *object)
{
  CeciDepositProposal *self = CECI_DEPOSIT_PROPOSAL (object);

  g_clear_object (&self->arrivals);
  g_ptr_array_unref (self->rows);
  g_object_unref (self->submitters);
  g_ptr_array_unref (self->owners);
  g_ptr_array_unref (self->students);
  g_hash_table_unref (self->portfolios);
  g_clear_object (&self->student);
  g_free (self->course);
  g_free (self->today);
  G_OBJECT_CLASS (ceci_deposit_proposal_parent_class)->finalize (object);
}

static void
ceci_deposit_proposal_class_init (CeciDepositProposalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_deposit_proposal_finalize;
}

static void
ceci_deposit_proposal_init (CeciDepositProposal *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->submitters = g_list_store_new (CECI_TYPE_SUBMITTER);
  self->owners = g_ptr_array_new ();
  self->students = g_ptr_array_new_with_free_func (g_object_unref);
  self->portfolios = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, portfolio_free);
}

gboolean
ceci_deposit_read_portfolio (CeciDepositProposal *self, CeciDatabase *database, const char *student_id, GError **error)
{
  CeciPortfolio *portfolio;

  if (g_hash_table_contains (self->portfolios, student_id))
    return TRUE;
  portfolio = g_new0 (CeciPortfolio, 1);
  g_hash_table_insert (self->portfolios, g_strdup (student_id), portfolio);
  portfolio->documents = ceci_document_repository_list (database, student_id, error);
  if (portfolio->documents != NULL)
    portfolio->hashes = ceci_document_repository_hashes (database, student_id, error);
  return portfolio->hashes != NULL;
}

// --- what one file would become -----------------------------------------------------------------

// What a date the document itself says is worth: it is proposed where its name has none.
void
ceci_deposit_date (CeciDepositProposal *self, CeciProposedDocument *row)
{
  const char *made_on = ceci_arrival_get_made_on (row->arrival);

  if (!row->dated_by_hand && row->dated_on == NULL && made_on != NULL && strcmp (made_on, self->today) <= 0)
    g_set_str (&row->dated_on, made_on);
}

static void
guess (CeciDepositProposal *self, CeciProposedDocument *row)
{
  const char *name = ceci_arrival_get_file_name (row->arrival);

  ceci_document_guess (ceci_arrival_get_inside (row->arrival), &row->kind, &row->type);
  row->title = ceci_document_guess_title (name);
  row->dated_on = ceci_document_guess_date (name, self->today);
  if (ceci_arrival_is_online_text (row->arrival)) { // what is typed there answers the questions
    row->kind = CECI_DOCUMENT_KIND_REFLECTIVE_ANALYSIS;
    row->type = CECI_PRODUCTION_TYPE_NONE;
    g_set_str (&row->title, _ ("Text typed on the virtual campus"));
  }
  ceci_deposit_date (self, row);
}

static CeciDocument *
find_document (CeciPortfolio *portfolio, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (portfolio->documents); i++) {
    g_autoptr (CeciDocument) document = g_list_model_get_item (portfolio->documents, i);

    if (strcmp (ceci_record_get_id (CECI_RECORD (document)), id) == 0)
      return document; // the list keeps it
  }
  return NULL;
}

static gboolean
same_words (const char *a, const char *b)
{
  g_autofree char *first = ceci_name_letters (a);
  g_autofree char *second = ceci_name_letters (b);

  return *first != '\0' && strcmp (first, second) == 0;
}

// How surely a file is the next version of a document: 3 the same file name, 2 the same kind and title, 1 the only one
// of a kind of which there is one.
static guint
likeness (CeciProposedDocument *row, CeciDocument *document)
{
  const char *name = ceci_document_get_file_name (document);
  gboolean one_of_a_kind =
      row->kind == CECI_DOCUMENT_KIND_REFLECTIVE_ANALYSIS || row->kind == CECI_DOCUMENT_KIND_FOLLOW_UP_GRID;

  if (ceci_document_get_removed_on (document) != NULL)
    return 0;
  if (name != NULL && same_words (name, ceci_arrival_get_file_name (row->arrival)))
    return 3;
  if (ceci_document_get_kind (document) != row->kind)
    return 0;
  return same_words (ceci_document_get_title (document), row->title) ? 2 : one_of_a_kind ? 1 : 0;
}

static CeciDocument *
find_target (CeciPortfolio *portfolio, CeciProposedDocument *row, GHashTable *taken)
{
  CeciDocument *best = NULL;
  guint best_likeness = 0;

  for (guint i = 0; i < g_list_model_get_n_items (portfolio->documents); i++) {
    g_autoptr (CeciDocument) document = g_list_model_get_item (portfolio->documents, i);
    guint how = likeness (row, document);

    if (how > best_likeness && !g_hash_table_contains (taken, ceci_record_get_id (CECI_RECORD (document)))) {
      best = document;
      best_likeness = how;
    }
  }
  return best;
}

static void
decide_known (CeciProposedDocument *row, CeciDocument *known)
{
  g_autofree char *reason = NULL;

  if (ceci_document_get_removed_on (known) != NULL)
    reason = g_strdup_printf (_ ("It was removed from the portfolio, as “%s”. Put it back there if it should count."),
                              ceci_document_get_title (known));
  else if (g_strcmp0 (ceci_document_get_sha256 (known), ceci_arrival_get_sha256 (row->arrival)) == 0)
    reason = g_strdup_printf (_ ("The portfolio has it as “%s”."), ceci_document_get_title (known));
  else
    reason =
        g_strdup_printf (_ ("The portfolio has it as an earlier version of “%s”."), ceci_document_get_title (known));
  g_set_object (&row->target, known);
  ceci_proposed_document_decide (row, CECI_PROPOSAL_UNCHANGED, reason);
}

// What is decided of the files of one student so far.
typedef struct {
  GHashTable *hashes; // to the arrival's path
  GHashTable *targets;
  GHashTable *titles; // of new documents, with their kind
} Decided;

static void
make_title_unique (CeciProposedDocument *row, CeciPortfolio *portfolio, GHashTable *titles)
{
  g_autofree char *wanted = g_strdup (row->title);
  gboolean taken = TRUE;

  for (guint number = 2; taken; number++) {
    g_autofree char *key = g_strdup_printf ("%d %s", row->kind, row->title);

    taken = g_hash_table_contains (titles, key);
    for (guint i = 0; !taken && i < g_list_model_get_n_items (portfolio->documents); i++) {
      g_autoptr (CeciDocument) document = g_list_model_get_item (portfolio->documents, i);

      taken = ceci_document_get_removed_on (document) == NULL && ceci_document_get_kind (document) == row->kind &&
              strcmp (ceci_document_get_title (document), row->title) == 0;
    }
    if (!taken) {
      g_hash_table_add (titles, g_steal_pointer (&key));
    } else {
      g_free (row->title);
      row->title = g_strdup_printf ("%s (%u)", wanted, number);
    }
  }
}

static void
decide (CeciDepositProposal *self, CeciProposedDocument *row, Decided *decided)
{
  CeciPortfolio *portfolio = g_hash_table_lookup (self->portfolios, ceci_record_get_id (CECI_RECORD (row->student)));
  const char *sha256 = ceci_arrival_get_sha256 (row->arrival);
  const char *known = g_hash_table_lookup (portfolio->hashes, sha256);
  const char *before = g_hash_table_lookup (decided->hashes, sha256);
  CeciDocument *target;

  if (known != NULL) {
    decide_known (row, find_document (portfolio, known));
    return;
  }
  if (before != NULL) {
    g_autofree char *reason = g_strdup_printf (_ ("It is the same file as “%s”, which is taken."), before);

    ceci_proposed_document_decide (row, CECI_PROPOSAL_REFUSED, reason);
    return;
  }
  g_hash_table_insert (decided->hashes, (gpointer) sha256, (gpointer) ceci_arrival_get_file_name (row->arrival));
  target = find_target (portfolio, row, decided->targets);
  if (target == NULL) {
    ceci_proposed_document_decide (row, CECI_PROPOSAL_ADD, NULL);
    make_title_unique (row, portfolio, decided->titles);
    return;
  }
  g_hash_table_add (decided->targets, (gpointer) ceci_record_get_id (CECI_RECORD (target)));
  ceci_proposed_document_decide (row, CECI_PROPOSAL_CHANGE, NULL);
  ceci_proposed_document_set_target (row, target);
}

static Decided *
decided_new (void)
{
  Decided *decided = g_new0 (Decided, 1);

  decided->hashes = g_hash_table_new (g_str_hash, g_str_equal);
  decided->targets = g_hash_table_new (g_str_hash, g_str_equal);
  decided->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return decided;
}

static void
decided_free (gpointer data)
{
  Decided *decided = data;

  g_hash_table_unref (decided->hashes);
  g_hash_table_unref (decided->targets);
  g_hash_table_unref (decided->titles);
  g_free (decided);
}

// --- the rows -----------------------------------------------------------------------------------

static void
add_row (CeciDepositProposal *self, CeciArrival *arrival, CeciSubmitter *submitter, CeciStudent *student,
         GHashTable *portfolios)
{
  CeciProposedDocument *row = ceci_proposed_document_new (arrival, submitter, student);
  const char *id = student != NULL ? ceci_record_get_id (CECI_RECORD (student)) : "";
  Decided *decided = g_hash_table_lookup (portfolios, id);

  if (decided == NULL) {
    decided = decided_new ();
    g_hash_table_insert (portfolios, g_strdup (id), decided);
  }
  g_ptr_array_add (self->rows, row);
  guess (self, row);
  if (ceci_arrival_get_refusal (arrival) != NULL)
    ceci_proposed_document_decide (row, CECI_PROPOSAL_REFUSED, ceci_arrival_get_refusal (arrival));
  else if (student != NULL)
    decide (self, row, decided);
  else if (ceci_submitter_get_state (submitter) == CECI_SUBMITTER_LEFT_OUT)
    ceci_proposed_document_decide (row, CECI_PROPOSAL_DRAFT, _ ("Left out: it is nobody’s."));
  else
    ceci_proposed_document_decide (row, CECI_PROPOSAL_UNSURE, ceci_submitter_get_doubt (submitter));
}

// A team's file is for each of its students.
static void
add_rows (CeciDepositProposal *self, CeciArrival *arrival, CeciSubmitter *submitter, GHashTable *portfolios)
{
  GPtrArray *students = ceci_submitter_get_students (submitter);

  if (students->len == 0)
    add_row (self, arrival, submitter, NULL, portfolios);
  for (guint i = 0; i < students->len; i++)
    add_row (self, arrival, submitter, students->pdata[i], portfolios);
}

// What a person said of a row stays where the row does.
static void
keep_what_was_said (CeciDepositProposal *self, GPtrArray *before)
{
  g_autoptr (GHashTable) by_place = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < before->len; i++) {
    CeciProposedDocument *row = before->pdata[i];

    if (row->student != NULL)
      g_hash_table_insert (
          by_place, g_strdup_printf ("%p %s", (void *) row->arrival, ceci_record_get_id (CECI_RECORD (row->student))),
          row);
  }
  for (guint i = 0; i < self->rows->len; i++) {
    CeciProposedDocument *row = self->rows->pdata[i];
    g_autofree char *key = NULL;
    CeciProposedDocument *earlier;

    if (row->student == NULL)
      continue;
    key = g_strdup_printf ("%p %s", (void *) row->arrival, ceci_record_get_id (CECI_RECORD (row->student)));
    earlier = g_hash_table_lookup (by_place, key);
    if (earlier != NULL) {
      g_ptr_array_index (self->rows, i) = g_object_ref (earlier);
      g_object_unref (row);
    }
  }
}

void
ceci_deposit_rebuild (CeciDepositProposal *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->rows);
  g_autoptr (GHashTable) portfolios = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, decided_free);

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < ceci_arrivals_get_n (self->arrivals); i++) {
    CeciArrival *arrival = ceci_arrivals_get (self->arrivals, i);

    if (self->student != NULL)
      add_row (self, arrival, NULL, self->student, portfolios);
    else
      add_rows (self, arrival, self->owners->pdata[i], portfolios);
  }
  keep_what_was_said (self, before);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before->len, self->rows->len);
}

// --- making it ------------------------------------------------------------------------------------

static CeciDepositProposal *
proposal_new (CeciArrivals *arrivals, const char *today)
{
  CeciDepositProposal *self = g_object_new (CECI_TYPE_DEPOSIT_PROPOSAL, NULL);

  self->arrivals = g_object_ref (arrivals);
  self->today = g_strdup (today);
  return self;
}

/**
 * ceci_deposit_proposal_of_submissions:
 * @database: a connection
 * @arrivals: what an archive of submissions holds
 * @cohort_id: whose they are
 * @course: (nullable): the course under which participants' numbers are remembered
 * @today: the day it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what importing them would do
 */
CeciDepositProposal *
ceci_deposit_proposal_of_submissions (CeciDatabase *database, CeciArrivals *arrivals, const char *cohort_id,
                                      const char *course, const char *today, GError **error)
{
  g_autoptr (CeciDepositProposal) self = proposal_new (arrivals, today);

  self->course = g_strdup (course);
  if (!ceci_deposit_match (self, database, cohort_id, error))
    return NULL;
  ceci_deposit_rebuild (self);
  return g_steal_pointer (&self);
}

CeciDepositProposal *
ceci_deposit_proposal_of_student (CeciDatabase *database, CeciArrivals *arrivals, const char *student_id,
                                  const char *today, GError **error)
{
  g_autoptr (CeciDepositProposal) self = proposal_new (arrivals, today);

  self->student = ceci_student_repository_find (database, student_id, error);
  if (self->student == NULL || !ceci_deposit_read_portfolio (self, database, student_id, error))
    return NULL;
  ceci_deposit_rebuild (self);
  return g_steal_pointer (&self);
}

gboolean
ceci_deposit_proposal_inspect (CeciDepositProposal *self, CeciInspectFunc inspect, CeciArrivalsProgress progress,
                               gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++) {
    CeciProposedDocument *row = self->rows->pdata[i];

    if (row->action != CECI_PROPOSAL_UNCHANGED && row->action != CECI_PROPOSAL_REFUSED &&
        g_hash_table_add (seen, row->arrival))
      g_ptr_array_add (wanted, row->arrival);
  }
  if (!ceci_arrivals_inspect (self->arrivals, wanted, inspect, progress, user_data, cancellable, error))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    ceci_deposit_date (self, self->rows->pdata[i]);
  return TRUE;
}

/**
 * ceci_deposit_proposal_say:
 * @self: a proposal
 * @submitter: one of its submitters
 * @students: (nullable) (element-type CeciStudent): whose it is; empty if nobody’s; %NULL to ask again
 *
 * The answer is remembered with the participant’s number when the proposal is applied and it is one student.
 */
void
ceci_deposit_proposal_say (CeciDepositProposal *self, CeciSubmitter *submitter, GPtrArray *students)
{
  ceci_submitter_say (submitter, students);
  ceci_deposit_rebuild (self);
}

// --- about it -------------------------------------------------------------------------------------

CeciArrivals *
ceci_deposit_proposal_get_arrivals (CeciDepositProposal *self)
{
  return self->arrivals;
}

GListModel *
ceci_deposit_proposal_get_submitters (CeciDepositProposal *self)
{
  return G_LIST_MODEL (self->submitters);
}

GPtrArray *
ceci_deposit_proposal_get_students (CeciDepositProposal *self)
{
  return self->students;
}

GListModel *
ceci_deposit_proposal_get_documents (CeciDepositProposal *self, CeciStudent *student)
{
  CeciPortfolio *portfolio = g_hash_table_lookup (self->portfolios, ceci_record_get_id (CECI_RECORD (student)));

  return portfolio != NULL ? portfolio->documents : NULL;
}

guint
ceci_deposit_proposal_count (CeciDepositProposal *self, CeciProposalAction action)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++) {
    CeciProposedDocument *row = self->rows->pdata[i];

    n += row->action == action && row->included;
  }
  return n;
}

guint
ceci_deposit_proposal_n_unsure (CeciDepositProposal *self)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->submitters)); i++) {
    g_autoptr (CeciSubmitter) submitter = g_list_model_get_item (G_LIST_MODEL (self->submitters), i);

    n += ceci_submitter_get_state (submitter) == CECI_SUBMITTER_UNSURE;
  }
  return n;
}

guint
ceci_deposit_proposal_n_writes (CeciDepositProposal *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += ceci_proposed_document_is_written (self->rows->pdata[i]);
  return n;
}

char *
ceci_deposit_proposal_dup_label (CeciDepositProposal *self)
{
  guint n = ceci_deposit_proposal_n_writes (self);

  if (self->student != NULL)
    // Translators: how many files, a student's name
    return g_strdup_printf (ngettext ("Add %u file for %s", "Add %u files for %s", n), n,
                            ceci_student_get_display_name (self->student));
  // Translators: how many files
  return g_strdup_printf (ngettext ("Import %u submitted file", "Import %u submitted files", n), n);
}
