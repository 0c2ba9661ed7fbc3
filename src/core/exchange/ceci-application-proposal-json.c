// SPDX-License-Identifier: GPL-3.0-or-later
// An import's proposal as the JSON that cecictl prints:
// {"added":[…],"changed":[…],"unchanged":n,"refused":[{"line","reason"}],"unsure":[…]}.
// A draft counts as refused, with its reason.
#include "config.h"

#include "ceci-application-proposal.h"

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
begin_row (JsonBuilder *builder, CeciProposedApplication *row)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "line");
  json_builder_add_int_value (builder, ceci_proposed_application_get_line (row));
  add_text (builder, "name", ceci_proposed_application_get_name (row));
}

static void
add_details (JsonBuilder *builder, CeciProposedApplication *row)
{
  CeciPerson *person = ceci_proposed_application_get_person (row),
             *known = ceci_proposed_application_get_known_person (row);
  CeciApplication *application = ceci_proposed_application_get_application (row);

  add_text (builder, "application", ceci_proposed_application_get_application_id (row));
  add_text (builder, "person", known != NULL ? ceci_record_get_id (CECI_RECORD (known)) : NULL);
  add_text (builder, "matricule", ceci_person_get_matricule (person));
  add_text (builder, "email", ceci_person_get_email (person));
  add_text (builder, "state",
            ceci_enum_get_nick (CECI_TYPE_APPLICATION_STATE, (int) ceci_application_get_state (application)));
  add_text (builder, "state-reason", ceci_application_get_state_reason (application));
  add_text (builder, "remark", ceci_proposed_application_get_reason (row));
}

static void
add_changes (JsonBuilder *builder, CeciProposedApplication *row)
{
  GPtrArray *changes = ceci_proposed_application_get_changes (row);

  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->len; i++) {
    const CeciProposedChange *change = g_ptr_array_index (changes, i);

    json_builder_begin_object (builder);
    add_text (builder, "field", change->field);
    add_text (builder, "old", change->old_value);
    add_text (builder, "new", change->new_value);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_candidates (JsonBuilder *builder, CeciProposedApplication *row)
{
  GPtrArray *candidates = ceci_proposed_application_get_candidates (row);

  json_builder_set_member_name (builder, "candidates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < candidates->len; i++) {
    CeciPerson *person = g_ptr_array_index (candidates, i);

    json_builder_begin_object (builder);
    add_text (builder, "person", ceci_record_get_id (CECI_RECORD (person)));
    add_text (builder, "name", ceci_person_get_display_name (person));
    add_text (builder, "matricule", ceci_person_get_matricule (person));
    add_text (builder, "email", ceci_person_get_email (person));
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_rows (JsonBuilder *builder, CeciApplicationProposal *self, const char *name, CeciProposalAction action,
          CeciProposalAction also)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++) {
    g_autoptr (CeciProposedApplication) row = g_list_model_get_item (G_LIST_MODEL (self), i);
    CeciProposalAction is = ceci_proposed_application_get_action (row);

    if (is != action && is != also)
      continue;
    begin_row (builder, row);
    if (action == CECI_PROPOSAL_ADD || action == CECI_PROPOSAL_CHANGE)
      add_details (builder, row);
    else
      add_text (builder, "reason", ceci_proposed_application_get_reason (row));
    if (action == CECI_PROPOSAL_CHANGE ||
        (action == CECI_PROPOSAL_ADD && ceci_proposed_application_get_changes (row)->len > 0))
      add_changes (builder, row);
    if (action == CECI_PROPOSAL_UNSURE)
      add_candidates (builder, row);
    if (action == CECI_PROPOSAL_UNSURE && ceci_proposed_application_get_namesake_line (row) > 0) {
      json_builder_set_member_name (builder, "namesake");
      json_builder_add_int_value (builder, ceci_proposed_application_get_namesake_line (row));
    }
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

/**
 * ceci_application_proposal_to_json:
 * @self: the proposal, before or after it is applied
 *
 * Returns: (transfer full): an object
 */
JsonNode *
ceci_application_proposal_to_json (CeciApplicationProposal *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_rows (builder, self, "added", CECI_PROPOSAL_ADD, CECI_PROPOSAL_ADD);
  add_rows (builder, self, "changed", CECI_PROPOSAL_CHANGE, CECI_PROPOSAL_CHANGE);
  json_builder_set_member_name (builder, "unchanged");
  json_builder_add_int_value (builder, ceci_application_proposal_count (self, CECI_PROPOSAL_UNCHANGED));
  add_rows (builder, self, "refused", CECI_PROPOSAL_REFUSED, CECI_PROPOSAL_DRAFT);
  add_rows (builder, self, "unsure", CECI_PROPOSAL_UNSURE, CECI_PROPOSAL_UNSURE);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
