// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a deposit's preview. The proposal decides what it would do; a person may say otherwise.
#include "config.h"

#include "ceci-proposed-document-private.h"

G_DEFINE_FINAL_TYPE (CeciProposedDocument, ceci_proposed_document, G_TYPE_OBJECT)

static guint changed_signal;

static void
ceci_proposed_document_finalize (GObject *object)
{
  CeciProposedDocument *self = CECI_PROPOSED_DOCUMENT (object);

  g_clear_object (&self->arrival);
  g_clear_object (&self->submitter);
  g_clear_object (&self->student);
  g_clear_object (&self->target);
  g_free (self->reason);
  g_free (self->document_id);
  g_free (self->title);
  g_free (self->dated_on);
  G_OBJECT_CLASS (ceci_proposed_document_parent_class)->finalize (object);
}

static void
ceci_proposed_document_class_init (CeciProposedDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_proposed_document_finalize;
  /**
   * CeciProposedDocument::changed:
   * @self: a row
   *
   * What it would do, or what is said of it, is another.
   */
  changed_signal =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ceci_proposed_document_init (CeciProposedDocument *self)
{
  self->included = TRUE;
  self->kind = CECI_DOCUMENT_KIND_PRODUCTION;
  self->type = CECI_PRODUCTION_TYPE_OTHER;
}

CeciProposedDocument *
ceci_proposed_document_new (CeciArrival *arrival, CeciSubmitter *submitter, CeciStudent *student)
{
  CeciProposedDocument *self = g_object_new (CECI_TYPE_PROPOSED_DOCUMENT, NULL);

  self->arrival = g_object_ref (arrival);
  g_set_object (&self->submitter, submitter);
  g_set_object (&self->student, student);
  return self;
}

void
ceci_proposed_document_decide (CeciProposedDocument *self, CeciProposalAction action, const char *reason)
{
  self->action = action;
  g_set_str (&self->reason, reason);
}

gboolean
ceci_proposed_document_is_written (CeciProposedDocument *self)
{
  return self->included && self->student != NULL &&
         (self->action == CECI_PROPOSAL_ADD || self->action == CECI_PROPOSAL_CHANGE);
}

CeciProposalAction
ceci_proposed_document_get_action (CeciProposedDocument *self)
{
  return self->action;
}

const char *
ceci_proposed_document_get_reason (CeciProposedDocument *self)
{
  return self->reason;
}

CeciArrival *
ceci_proposed_document_get_arrival (CeciProposedDocument *self)
{
  return self->arrival;
}

CeciSubmitter *
ceci_proposed_document_get_submitter (CeciProposedDocument *self)
{
  return self->submitter;
}

CeciStudent *
ceci_proposed_document_get_student (CeciProposedDocument *self)
{
  return self->student;
}

CeciDocument *
ceci_proposed_document_get_target (CeciProposedDocument *self)
{
  return self->target;
}

const char *
ceci_proposed_document_get_document_id (CeciProposedDocument *self)
{
  return self->document_id;
}

CeciDocumentKind
ceci_proposed_document_get_kind (CeciProposedDocument *self)
{
  return self->kind;
}

CeciProductionType
ceci_proposed_document_get_production_type (CeciProposedDocument *self)
{
  return self->type;
}

const char *
ceci_proposed_document_get_title (CeciProposedDocument *self)
{
  return self->title;
}

const char *
ceci_proposed_document_get_dated_on (CeciProposedDocument *self)
{
  return self->dated_on;
}

gboolean
ceci_proposed_document_get_included (CeciProposedDocument *self)
{
  return self->included;
}

void
ceci_proposed_document_set_included (CeciProposedDocument *self, gboolean included)
{
  if (self->included == included)
    return;
  self->included = included;
  g_signal_emit (self, changed_signal, 0);
}

/**
 * ceci_proposed_document_describe:
 * @self: a row
 * @kind: what the document is
 * @type: the type of output; ignored unless it is one
 * @title: its title
 * @dated_on: (nullable): its date
 */
void
ceci_proposed_document_describe (CeciProposedDocument *self, CeciDocumentKind kind, CeciProductionType type,
                                 const char *title, const char *dated_on)
{
  self->kind = kind;
  self->type = kind == CECI_DOCUMENT_KIND_PRODUCTION ? type : CECI_PRODUCTION_TYPE_NONE;
  g_set_str (&self->title, title);
  g_set_str (&self->dated_on, dated_on);
  self->dated_by_hand = TRUE;
  g_signal_emit (self, changed_signal, 0);
}

void
ceci_proposed_document_set_target (CeciProposedDocument *self, CeciDocument *target)
{
  if (self->action != CECI_PROPOSAL_ADD && self->action != CECI_PROPOSAL_CHANGE)
    return;
  g_set_object (&self->target, target);
  self->action = target != NULL ? CECI_PROPOSAL_CHANGE : CECI_PROPOSAL_ADD;
  if (target != NULL) {
    self->kind = ceci_document_get_kind (target);
    self->type = ceci_document_get_production_type (target);
    g_set_str (&self->title, ceci_document_get_title (target));
  }
  g_signal_emit (self, changed_signal, 0);
}
