// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into a package: read from the register field by field, so that nothing goes in by default. Never follow-up
// notes, gender, birth date, student number, or how to reach anybody.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-json-fields.h"
#include "ceci-packing.h"
#include "core/model/ceci-regulation-row.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-findings-repository.h"
#include "core/model/ceci-follow-up-repository.h"
#include "core/model/ceci-placement-repository.h"

static JsonArray *
describe_documents (CeciDatabase *database, const char *student_id, GError **error)
{
  g_autoptr (GListModel) documents = ceci_document_repository_list (database, student_id, error);
  g_autoptr (JsonArray) list = json_array_new ();

  if (documents == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (documents); i++) {
    g_autoptr (CeciDocument) document = g_list_model_get_item (documents, i);
    g_autofree char *kind = ceci_enum_to_column (CECI_TYPE_DOCUMENT_KIND, (int) ceci_document_get_kind (document));
    g_autofree char *type =
        ceci_enum_to_column (CECI_TYPE_PRODUCTION_TYPE, (int) ceci_document_get_production_type (document));
    JsonObject *entry;

    // the agreement bears signatures and addresses that no juror needs
    if (ceci_document_get_removed_on (document) != NULL || ceci_document_get_sha256 (document) == NULL ||
        ceci_document_get_kind (document) == CECI_DOCUMENT_KIND_AGREEMENT)
      continue;
    entry = json_object_new ();
    json_object_set_string_member (entry, "sha256", ceci_document_get_sha256 (document));
    json_object_set_string_member (entry, "title", ceci_document_get_title (document));
    ceci_json_set_text (entry, "file_name", ceci_document_get_file_name (document));
    json_object_set_string_member (entry, "kind", kind);
    ceci_json_set_text (entry, "production_type", type);
    ceci_json_set_text (entry, "media_type", ceci_document_get_media_type (document));
    ceci_json_set_text (entry, "dated_on", ceci_document_get_dated_on (document));
    if (ceci_document_get_pages (document) > 0)
      json_object_set_int_member (entry, "pages", ceci_document_get_pages (document));
    json_object_set_int_member (entry, "size", MAX (0, ceci_document_get_size (document)));
    json_array_add_object_element (list, entry);
  }
  return g_steal_pointer (&list);
}

static JsonObject *
describe_follow_up_grid (CeciDatabase *database, CeciFollowUpGrid *grid, GError **error)
{
  g_autoptr (GListModel) ratings =
      ceci_follow_up_repository_ratings (database, ceci_record_get_id (CECI_RECORD (grid)), error);
  g_autofree char *overall = ceci_enum_to_column (CECI_TYPE_OVERALL, (int) ceci_follow_up_grid_get_overall (grid));
  JsonArray *list;
  JsonObject *entry;

  if (ratings == NULL)
    return NULL;
  list = json_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (ratings); i++) {
    g_autoptr (CeciFollowUpRating) rating = g_list_model_get_item (ratings, i);
    JsonObject *line = json_object_new ();

    json_object_set_string_member (line, "item", ceci_follow_up_rating_get_item (rating));
    if (ceci_follow_up_rating_get_level (rating) > 0)
      json_object_set_int_member (line, "level", ceci_follow_up_rating_get_level (rating));
    json_array_add_object_element (list, line);
  }
  entry = json_object_new ();
  json_object_set_string_member (entry, "filled_on", ceci_follow_up_grid_get_filled_on (grid));
  if (ceci_follow_up_grid_get_attested_minutes (grid) >= 0)
    json_object_set_int_member (entry, "attested_minutes", ceci_follow_up_grid_get_attested_minutes (grid));
  ceci_json_set_text (entry, "functions", ceci_follow_up_grid_get_functions (grid));
  ceci_json_set_text (entry, "strengths", ceci_follow_up_grid_get_strengths (grid));
  ceci_json_set_text (entry, "advice", ceci_follow_up_grid_get_advice (grid));
  ceci_json_set_text (entry, "overall", overall);
  json_object_set_array_member (entry, "ratings", list);
  return entry;
}

static JsonArray *
describe_follow_up (CeciDatabase *database, const char *student_id, GError **error)
{
  g_autoptr (GListModel) grids = ceci_follow_up_repository_grids (database, student_id, error);
  g_autoptr (JsonArray) list = json_array_new ();

  if (grids == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (grids); i++) {
    g_autoptr (CeciFollowUpGrid) grid = g_list_model_get_item (grids, i);
    JsonObject *entry = describe_follow_up_grid (database, grid, error);

    if (entry == NULL)
      return NULL;
    json_array_add_object_element (list, entry);
  }
  return g_steal_pointer (&list);
}

static JsonArray *
describe_findings (CeciDatabase *database, const char *student_id, const char *today, GError **error)
{
  g_autoptr (GPtrArray) findings = ceci_findings_repository_list (database, NULL, student_id, today, TRUE, error);
  JsonArray *list;

  if (findings == NULL)
    return NULL;
  list = json_array_new ();
  for (guint i = 0; i < findings->len; i++) {
    CeciFinding *finding = findings->pdata[i];
    JsonObject *entry = json_object_new ();

    json_object_set_string_member (entry, "rule", ceci_finding_get_rule (finding));
    json_object_set_string_member (entry, "title", ceci_finding_get_title (finding));
    json_object_set_string_member (
        entry, "state", ceci_enum_get_nick (CECI_TYPE_FINDING_STATE, (int) ceci_finding_get_state (finding)));
    ceci_json_set_text (entry, "reason", ceci_finding_get_reason (finding));
    json_array_add_object_element (list, entry);
  }
  return list;
}

static char *
digest_of (JsonArray *documents, JsonArray *follow_up)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *grids = NULL;

  for (guint i = 0; i < json_array_get_length (documents); i++) {
    JsonObject *entry = json_array_get_object_element (documents, i);
    g_autofree char *line = g_strdup_printf ("%s %s %s\n", ceci_json_text (entry, "sha256"),
                                             ceci_json_text (entry, "kind"), ceci_json_text (entry, "title"));

    g_checksum_update (checksum, (const guchar *) line, -1);
  }
  json_node_set_array (node, follow_up);
  grids = json_to_string (node, FALSE);
  g_checksum_update (checksum, (const guchar *) grids, -1);
  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * ceci_packing_dossier_digest:
 * @database: a connection
 * @student_id: a student
 * @error: a #CeciStoreError
 *
 * Returns: (transfer full): the SHA-256 of what a juror would read today: the documents and the follow-up grids
 */
char *
ceci_packing_dossier_digest (CeciDatabase *database, const char *student_id, GError **error)
{
  g_autoptr (JsonArray) documents = describe_documents (database, student_id, error);
  g_autoptr (JsonArray) follow_up = documents ? describe_follow_up (database, student_id, error) : NULL;

  return follow_up != NULL ? digest_of (documents, follow_up) : NULL;
}

static char *
regulation_title (CeciDatabase *database, const char *cohort_id)
{
  g_autoptr (CeciCohort) cohort = ceci_record_find (CECI_TYPE_COHORT, database, cohort_id, NULL);
  g_autoptr (CeciRegulationRow) row =
      cohort ? ceci_record_find (CECI_TYPE_REGULATION_ROW, database, ceci_cohort_get_regulation_id (cohort), NULL)
             : NULL;

  return row ? g_strdup (ceci_regulation_row_get_title (row)) : NULL;
}

JsonObject *
ceci_packing_dossier (CeciDatabase *database, CeciDossier *dossier, const char *today, GError **error)
{
  const char *student_id = ceci_dossier_get_student_id (dossier);
  g_autoptr (JsonArray) documents = describe_documents (database, student_id, error);
  g_autoptr (JsonArray) follow_up = documents ? describe_follow_up (database, student_id, error) : NULL;
  g_autoptr (JsonArray) findings = follow_up ? describe_findings (database, student_id, today, error) : NULL;
  g_autoptr (GListModel) placements = findings ? ceci_placement_repository_list (database, student_id, error) : NULL;
  g_autoptr (CeciPlacement) placement = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *regulation = NULL;
  JsonObject *object;

  if (placements == NULL)
    return NULL;
  if (g_list_model_get_n_items (placements) > 0)
    placement = g_list_model_get_item (placements, g_list_model_get_n_items (placements) - 1);
  digest = digest_of (documents, follow_up);
  object = json_object_new ();
  json_object_set_string_member (object, "id", ceci_record_get_id (CECI_RECORD (dossier)));
  json_object_set_string_member (object, "name", ceci_dossier_get_display_name (dossier));
  json_object_set_string_member (object, "cohort", ceci_dossier_get_cohort_name (dossier));
  regulation = regulation_title (database, ceci_dossier_get_cohort_id (dossier));
  ceci_json_set_text (object, "regulation", regulation);
  json_object_set_string_member (object, "digest", digest);
  if (placement != NULL) {
    ceci_json_set_text (object, "organisation", ceci_placement_get_organisation_name (placement));
    ceci_json_set_text (object, "mission", ceci_placement_get_mission (placement));
    ceci_json_set_text (object, "function", ceci_placement_get_function (placement));
    ceci_json_set_text (object, "starts_on", ceci_placement_get_starts_on (placement));
    ceci_json_set_text (object, "ends_on", ceci_placement_get_ends_on (placement));
  }
  json_object_set_array_member (object, "documents", g_steal_pointer (&documents));
  json_object_set_array_member (object, "findings", g_steal_pointer (&findings));
  json_object_set_array_member (object, "follow_up", g_steal_pointer (&follow_up));
  return object;
}
