// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the portfolio view lists, read at once on the register's thread.
#include "config.h"

#include "ceci-portfolio-sheet.h"
#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-facts-repository.h"
#include "core/model/ceci-jury-repository.h"
#include "core/model/ceci-language.h"
#include "core/regulation/ceci-lateness.h"
#include "core/store/ceci-date.h"

static void
counted_free (gpointer data)
{
  CeciCountedDocument *counted = data;

  g_clear_object (&counted->document);
  g_free (counted->reason);
  g_free (counted->late);
  g_free (counted);
}

static void
count (CeciCountedDocument *counted, CeciRegulation *regulation, const CeciFacts *facts)
{
  const char *id = ceci_record_get_id (CECI_RECORD (counted->document));

  counted->count = CECI_COUNT_NO;
  if (ceci_document_get_kind (counted->document) != CECI_DOCUMENT_KIND_PRODUCTION)
    return;
  for (guint i = 0; i < facts->documents->len; i++)
    if (g_strcmp0 (g_array_index (facts->documents, CeciDocumentFacts, i).id, id) == 0) {
      counted->count = ceci_regulation_count_production (regulation, facts, i, &counted->reason);
      return;
    }
}

// The session that has the dossier and is not closed: what comes after its cut-off is late for it.
static gboolean
read_session (CeciPortfolioSheet *self, CeciDatabase *database, const char *student_id, GError **error)
{
  g_autoptr (GListModel) dossiers = ceci_jury_repository_sessions_of_student (database, student_id, error);

  for (guint i = 0; dossiers != NULL && i < g_list_model_get_n_items (dossiers); i++) {
    g_autoptr (CeciDossier) dossier = g_list_model_get_item (dossiers, i);
    g_autoptr (CeciJurySession) session =
        ceci_jury_repository_session (database, ceci_dossier_get_session_id (dossier), error);

    if (session == NULL)
      return FALSE;
    if (ceci_jury_session_get_state (session) == CECI_SESSION_STATE_CLOSED)
      continue;
    g_set_str (&self->session, ceci_jury_session_get_name (session));
    g_set_str (&self->cut_off_on, ceci_jury_session_get_cut_off_on (session));
    self->waived = ceci_dossier_get_waiver_reason (dossier) != NULL;
  }
  return dossiers != NULL;
}

static void
judge_lateness (CeciPortfolioSheet *self, CeciCountedDocument *counted)
{
  g_autofree char *day = ceci_date_from_instant (ceci_document_get_deposited_at (counted->document));

  if (day != NULL && ceci_document_get_removed_on (counted->document) == NULL &&
      ceci_document_get_kind (counted->document) != CECI_DOCUMENT_KIND_ANNEX &&
      ceci_document_get_kind (counted->document) != CECI_DOCUMENT_KIND_AGREEMENT)
    counted->late = ceci_lateness_say (day, ceci_student_summary_get_deadline (self->summary), self->session,
                                       self->cut_off_on, self->waived);
}

static void
take_findings (CeciPortfolioSheet *self)
{
  static const char *const rules[] = {"R22", "R34", "R35", "R11"};
  GPtrArray *all = ceci_student_summary_get_findings (self->summary);

  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint rule = 0; rule < G_N_ELEMENTS (rules); rule++)
    for (guint i = 0; i < all->len; i++)
      if (g_strcmp0 (ceci_finding_get_rule (all->pdata[i]), rules[rule]) == 0) {
        g_ptr_array_add (self->findings, g_object_ref (all->pdata[i]));
        self->lacking |= rule < 3 && ceci_finding_get_state (all->pdata[i]) != CECI_FINDING_OK;
      }
}

/**
 * ceci_portfolio_sheet_read:
 * @database: a connection
 * @student_id: whose portfolio
 * @today: the day it is
 * @error: return location for an error
 *
 * Returns: (transfer full): what the view lists
 */
CeciPortfolioSheet *
ceci_portfolio_sheet_read (CeciDatabase *database, const char *student_id, const char *today, GError **error)
{
  g_autoptr (CeciRegulation) regulation = NULL;
  g_autoptr (CeciFacts) facts = ceci_facts_repository_find (database, student_id, &regulation, error);
  g_autoptr (GListModel) list = facts != NULL ? ceci_document_repository_list (database, student_id, error) : NULL;
  g_autoptr (CeciStudentSummary) summary =
      list != NULL ? ceci_student_summary_find (database, student_id, today, error) : NULL;
  CeciPortfolioSheet *self;

  if (summary == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (CeciPortfolioSheet);
  self->summary = g_steal_pointer (&summary);
  self->documents = g_ptr_array_new_with_free_func (counted_free);
  self->questions = g_strdup (ceci_regulation_get_text (regulation, "reflective-questions", ceci_language_current ()));
  take_findings (self);
  if (!read_session (self, database, student_id, error)) {
    ceci_portfolio_sheet_unref (self);
    return NULL;
  }
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    CeciCountedDocument *counted = g_new0 (CeciCountedDocument, 1);

    counted->document = g_list_model_get_item (list, i);
    count (counted, regulation, facts);
    judge_lateness (self, counted);
    g_ptr_array_add (self->documents, counted);
  }
  return self;
}

static void
clear (gpointer data)
{
  CeciPortfolioSheet *self = data;

  g_clear_object (&self->summary);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->questions, g_free);
  g_clear_pointer (&self->session, g_free);
  g_clear_pointer (&self->cut_off_on, g_free);
}

CeciPortfolioSheet *
ceci_portfolio_sheet_ref (CeciPortfolioSheet *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ceci_portfolio_sheet_unref (CeciPortfolioSheet *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

CeciDocument *
ceci_portfolio_sheet_find (CeciPortfolioSheet *self, const char *document_id)
{
  for (guint i = 0; i < self->documents->len; i++) {
    CeciCountedDocument *counted = self->documents->pdata[i];

    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (counted->document)), document_id) == 0)
      return counted->document;
  }
  return NULL;
}
