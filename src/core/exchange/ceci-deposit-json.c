// SPDX-License-Identifier: GPL-3.0-or-later
// A deposit's proposal as the JSON that cecictl prints: the same five members as every import.
#include "config.h"

#include "ceci-deposit-proposal-private.h"

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_integer (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_student (JsonBuilder *builder, CeciStudent *student)
{
  add_text (builder, "student", ceci_record_get_id (CECI_RECORD (student)));
  add_text (builder, "name", ceci_student_get_display_name (student));
  add_text (builder, "matricule", ceci_student_get_matricule (student));
}

static void
add_written (JsonBuilder *builder, CeciProposedDocument *row)
{
  CeciArrival *arrival = row->arrival;

  add_text (builder, "kind", ceci_enum_get_nick (CECI_TYPE_DOCUMENT_KIND, (int) row->kind));
  if (row->kind == CECI_DOCUMENT_KIND_PRODUCTION)
    add_text (builder, "production-type", ceci_enum_get_nick (CECI_TYPE_PRODUCTION_TYPE, (int) row->type));
  add_text (builder, "title", row->title);
  add_text (builder, "dated-on", row->dated_on);
  add_text (builder, "sha256", ceci_arrival_get_sha256 (arrival));
  add_text (builder, "media-type", ceci_arrival_get_media_type (arrival));
  add_text (builder, "source", ceci_arrival_get_source (arrival));
  add_text (builder, "modified-at", ceci_arrival_get_modified_at (arrival));
  add_integer (builder, "size", (gint64) ceci_arrival_get_size (arrival));
  if (ceci_arrival_get_n_pages (arrival) > 0)
    add_integer (builder, "pages", ceci_arrival_get_n_pages (arrival));
  add_text (builder, "health", ceci_enum_get_nick (CECI_TYPE_HEALTH, (int) ceci_arrival_get_health (arrival)));
  add_text (builder, "health-detail", ceci_arrival_get_detail (arrival));
  if (row->target != NULL) {
    add_text (builder, "document", ceci_record_get_id (CECI_RECORD (row->target)));
    add_integer (builder, "version", ceci_document_get_versions (row->target) + 1);
  } else {
    add_text (builder, "document", row->document_id);
  }
}

static void
add_rows (JsonBuilder *builder, CeciDepositProposal *self, const char *name, CeciProposalAction action,
          CeciProposalAction also)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->rows->len; i++) {
    CeciProposedDocument *row = self->rows->pdata[i];

    if ((row->action != action && row->action != also) || !row->included)
      continue;
    json_builder_begin_object (builder);
    add_text (builder, "file", ceci_arrival_get_path (row->arrival));
    if (row->student != NULL)
      add_student (builder, row->student);
    if (action == CECI_PROPOSAL_REFUSED)
      add_text (builder, "reason", row->reason);
    else
      add_written (builder, row);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_unsure (JsonBuilder *builder, CeciSubmitter *submitter)
{
  GPtrArray *candidates = ceci_submitter_get_candidates (submitter);

  json_builder_begin_object (builder);
  add_text (builder, "submitter", ceci_submitter_get_name (submitter));
  add_text (builder, "number", ceci_submitter_get_number (submitter));
  add_text (builder, "reason", ceci_submitter_get_doubt (submitter));
  add_integer (builder, "files", ceci_submitter_get_n_files (submitter));
  json_builder_set_member_name (builder, "candidates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < candidates->len; i++) {
    json_builder_begin_object (builder);
    add_student (builder, candidates->pdata[i]);
    add_text (builder, "cohort", ceci_student_get_cohort_name (candidates->pdata[i]));
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * ceci_deposit_proposal_to_json:
 * @self: a proposal, before or after it is applied
 *
 * Returns: (transfer full): an object with added, changed, unchanged, refused and unsure
 */
JsonNode *
ceci_deposit_proposal_to_json (CeciDepositProposal *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_rows (builder, self, "added", CECI_PROPOSAL_ADD, CECI_PROPOSAL_ADD);
  add_rows (builder, self, "changed", CECI_PROPOSAL_CHANGE, CECI_PROPOSAL_CHANGE);
  add_integer (builder, "unchanged", ceci_deposit_proposal_count (self, CECI_PROPOSAL_UNCHANGED));
  add_rows (builder, self, "refused", CECI_PROPOSAL_REFUSED, CECI_PROPOSAL_DRAFT);
  json_builder_set_member_name (builder, "unsure");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->submitters)); i++) {
    g_autoptr (CeciSubmitter) submitter = g_list_model_get_item (G_LIST_MODEL (self->submitters), i);

    if (ceci_submitter_get_state (submitter) == CECI_SUBMITTER_UNSURE)
      add_unsure (builder, submitter);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
