// SPDX-License-Identifier: GPL-3.0-or-later
// What the placement dialog begins with, and what the register answers while it is filled in. Nothing is written here.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-placement-choices.h"
#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-facts-repository.h"
#include "core/model/ceci-organisation-repository.h"
#include "core/model/ceci-placement-differences.h"
#include "core/model/ceci-placement-facts.h"
#include "core/model/ceci-placement-repository.h"
#include "core/model/ceci-student-repository.h"

static gboolean
read_application (CeciPlacementChoices *self, CeciDatabase *database, GError **error)
{
  const char *id = ceci_student_get_application_id (self->student);

  if (id == NULL)
    return TRUE;
  self->application = ceci_application_repository_find (database, id, error);
  if (self->application == NULL)
    return FALSE;
  if (ceci_application_get_organisation_name (self->application) == NULL)
    g_clear_object (&self->application);
  return TRUE;
}

static gboolean
read_standing (CeciPlacementChoices *self, CeciDatabase *database, const char *placement_id, GError **error)
{
  if (placement_id == NULL)
    return TRUE;
  self->standing = ceci_placement_draft_of (database, placement_id, error);
  if (self->standing == NULL)
    return FALSE;
  self->is_signed = ceci_placement_get_signatures (self->standing->placement) > 0;
  return TRUE;
}

/**
 * ceci_placement_choices_read:
 * @database: a connection
 * @task: what the dialog is for
 * @student_id: whose placement
 * @placement_id: (nullable): the one that is edited or closes
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the dialog needs
 */
CeciPlacementChoices *
ceci_placement_choices_read (CeciDatabase *database, CeciPlacementTask task, const char *student_id,
                             const char *placement_id, GError **error)
{
  g_autoptr (CeciPlacementChoices) self = g_new0 (CeciPlacementChoices, 1);

  self->task = task;
  if ((self->student = ceci_student_repository_find (database, student_id, error)) == NULL ||
      !read_application (self, database, error) || !read_standing (self, database, placement_id, error) ||
      (self->organisations = ceci_organisation_repository_list (database, error)) == NULL ||
      (self->offers = ceci_organisation_repository_offers (database, NULL, error)) == NULL ||
      (self->mandates =
           G_LIST_MODEL (ceci_record_select (CECI_TYPE_MANDATE, database, NULL, NULL, "starts_on", error))) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

void
ceci_placement_choices_free (CeciPlacementChoices *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->student);
  g_clear_object (&self->application);
  g_clear_object (&self->organisations);
  g_clear_object (&self->offers);
  g_clear_object (&self->mandates);
  ceci_placement_draft_free (self->standing);
  g_free (self);
}

/**
 * ceci_placement_draft_copy:
 * @self: (nullable): a draft
 *
 * Returns: (transfer full) (nullable): the same records, for another thread; the list of members is a list of its own
 */
CeciPlacementDraft *
ceci_placement_draft_copy (const CeciPlacementDraft *self)
{
  CeciPlacementDraft *copy;

  if (self == NULL)
    return NULL;
  copy = g_new0 (CeciPlacementDraft, 1);
  g_set_object (&copy->placement, self->placement);
  g_set_object (&copy->organisation, self->organisation);
  if (self->members != NULL) {
    GListStore *members = g_list_store_new (CECI_TYPE_SUPERVISOR_MEMBER);

    for (guint i = 0; i < g_list_model_get_n_items (self->members); i++) {
      g_autoptr (CeciSupervisorMember) member = g_list_model_get_item (self->members, i);

      g_list_store_append (members, member);
    }
    copy->members = G_LIST_MODEL (members);
  }
  return copy;
}

void
ceci_placement_question_free (CeciPlacementQuestion *self)
{
  if (self == NULL)
    return;
  ceci_placement_draft_free (self->draft);
  ceci_placement_draft_free (self->standing);
  g_free (self->closed_on);
  g_free (self->today);
  g_free (self);
}

void
ceci_placement_answer_free (CeciPlacementAnswer *self)
{
  if (self == NULL)
    return;
  g_free (self->supervisor_reason);
  g_strfreev (self->foreseen);
  g_free (self->changes);
  g_free (self->complaint);
  g_free (self);
}

// R18 to R20 on the placement as it would be. An organisation that is not recorded yet has no mandates to look at: its
// kind alone is told of.
static void
ask_supervisor (CeciDatabase *database, const CeciPlacementQuestion *self, CeciPlacementAnswer *answer)
{
  g_autoptr (CeciRegulation) regulation = NULL;
  g_autoptr (CeciFacts) facts = NULL;
  g_autoptr (CeciFacts) all = NULL;
  g_autoptr (CeciPlacement) placed = NULL;
  const char *id = ceci_record_get_id (CECI_RECORD (self->draft->organisation));
  const char *rule = NULL;

  if (id == NULL)
    return;
  placed = ceci_record_with (self->draft->placement, "organisation_id", id, NULL);
  all = ceci_facts_repository_find (database, ceci_placement_get_student_id (placed), &regulation, NULL);
  facts = all != NULL ? ceci_placement_facts_draft (database, placed, self->draft->members, NULL) : NULL;
  if (facts == NULL)
    return;
  answer->supervisor =
      ceci_regulation_check_supervisor (regulation, facts, 0, self->today, &rule, &answer->supervisor_reason, NULL);
  if (rule == NULL)
    g_clear_pointer (&answer->supervisor_reason, g_free);
}

static void
ask_organisation (const CeciPlacementQuestion *self, CeciPlacementAnswer *answer)
{
  g_autofree char *form =
      ceci_enum_to_column (CECI_TYPE_LEGAL_FORM, (int) ceci_organisation_get_legal_form (self->draft->organisation));

  ceci_regulation_admits_legal_form (form, &answer->complaint);
}

static void
ask_closing (CeciDatabase *database, const CeciPlacementQuestion *self, CeciPlacementAnswer *answer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciPlacementForeseen) foreseen = ceci_placement_change_foresee (
      database, ceci_record_get_id (CECI_RECORD (self->standing->placement)), self->closed_on, self->draft, &error);

  if (foreseen != NULL)
    answer->foreseen = ceci_placement_foreseen_tell (foreseen);
  else if (answer->complaint == NULL)
    answer->complaint = g_strdup (error->message);
}

/**
 * ceci_placement_question_answer:
 * @database: a connection
 * @self: the dialog as it is filled in
 *
 * Returns: (transfer full): what the register says of it
 */
CeciPlacementAnswer *
ceci_placement_question_answer (CeciDatabase *database, const CeciPlacementQuestion *self)
{
  CeciPlacementAnswer *answer = g_new0 (CeciPlacementAnswer, 1);
  gboolean placed = self->draft != NULL && self->draft->organisation != NULL;

  if (placed) {
    ask_organisation (self, answer);
    ask_supervisor (database, self, answer);
  }
  if (self->closed_on != NULL && (placed || self->task == CECI_PLACEMENT_CLOSE))
    ask_closing (database, self, answer);
  if (self->amends && placed && self->standing != NULL)
    answer->changes = ceci_placement_differences (self->standing, self->draft, self->language);
  return answer;
}
