// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the portfolio view lists, read at once on the register's thread.
#include "config.h"

#include "ceci-portfolio-sheet.h"
#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-facts-repository.h"

static void
counted_free (gpointer data)
{
  CeciCountedDocument *counted = data;

  g_clear_object (&counted->document);
  g_free (counted->reason);
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
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    CeciCountedDocument *counted = g_new0 (CeciCountedDocument, 1);

    counted->document = g_list_model_get_item (list, i);
    count (counted, regulation, facts);
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

gboolean
ceci_portfolio_sheet_has (CeciPortfolioSheet *self, CeciDocumentKind kind)
{
  for (guint i = 0; i < self->documents->len; i++) {
    CeciCountedDocument *counted = self->documents->pdata[i];

    if (ceci_document_get_kind (counted->document) == kind && ceci_document_get_removed_on (counted->document) == NULL)
      return TRUE;
  }
  return FALSE;
}
