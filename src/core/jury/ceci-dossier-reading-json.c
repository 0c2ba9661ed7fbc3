// SPDX-License-Identifier: GPL-3.0-or-later
// A reading of a dossier as JSON: for the working file, which keeps everything, and for the return, which carries what
// travels.

#include "config.h"

#include "ceci-dossier-reading-private.h"
#include "ceci-json-fields.h"

static JsonArray *
scores_to_json (CeciDossierReading *self)
{
  JsonArray *scores = json_array_new ();

  for (guint i = 0; i < self->comments->len; i++) {
    CeciCriterion *criterion = ceci_scoring_grid_get (self->grid, i);
    const char *comment = self->comments->pdata[i];
    JsonObject *score;

    if (self->levels[i] == CECI_LEVEL_BLANK && *comment == '\0')
      continue;
    score = json_object_new ();
    json_object_set_string_member (score, "criterion", ceci_record_get_id (CECI_RECORD (criterion)));
    if (self->levels[i] != CECI_LEVEL_BLANK)
      json_object_set_int_member (score, "level", self->levels[i]);
    ceci_json_set_text (score, "comment", comment);
    json_array_add_object_element (scores, score);
  }
  return scores;
}

static JsonArray *
notes_to_json (CeciDossierReading *self)
{
  JsonArray *notes = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->notes)); i++) {
    g_autoptr (CeciPageNote) note = g_list_model_get_item (G_LIST_MODEL (self->notes), i);
    JsonObject *entry = json_object_new ();

    json_object_set_string_member (entry, "id", ceci_record_get_id (CECI_RECORD (note)));
    json_object_set_string_member (entry, "document", ceci_page_note_get_document_sha256 (note));
    json_object_set_int_member (entry, "page", ceci_page_note_get_page (note));
    json_object_set_double_member (entry, "x", ceci_page_note_get_x (note));
    json_object_set_double_member (entry, "y", ceci_page_note_get_y (note));
    json_object_set_double_member (entry, "width", ceci_page_note_get_width (note));
    json_object_set_double_member (entry, "height", ceci_page_note_get_height (note));
    ceci_json_set_text (entry, "criterion", ceci_page_note_get_criterion_id (note));
    json_object_set_string_member (entry, "text", ceci_page_note_get_text (note));
    json_array_add_object_element (notes, entry);
  }
  return notes;
}

JsonObject *
ceci_dossier_reading_to_json (CeciDossierReading *self, gboolean for_return)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "dossier", ceci_package_dossier_get_id (self->dossier));
  json_object_set_string_member (object, "digest", ceci_package_dossier_get_digest (self->dossier));
  json_object_set_string_member (object, "declaration",
                                 self->declaration == CECI_DECLARATION_CLEAR      ? "clear"
                                 : self->declaration == CECI_DECLARATION_CONFLICT ? "conflict"
                                                                                  : "none");
  ceci_json_set_text (object, "recusal_reason", self->recusal_reason);
  if (for_return && self->declaration != CECI_DECLARATION_CLEAR)
    return object;
  if (self->suggestion != CECI_OUTCOME_NONE) {
    g_autofree char *suggestion = ceci_enum_to_column (CECI_TYPE_OUTCOME, self->suggestion);

    json_object_set_string_member (object, "suggestion", suggestion);
  }
  ceci_json_set_text (object, "comment", self->comment);
  json_object_set_array_member (object, "scores", scores_to_json (self));
  json_object_set_array_member (object, "notes", notes_to_json (self));
  if (!for_return)
    ceci_json_set_text (object, "private_note", self->private_note);
  return object;
}

static void
restore_scores (CeciDossierReading *self, JsonArray *scores)
{
  for (guint i = 0; i < ceci_json_length (scores); i++) {
    JsonObject *score = ceci_json_element (scores, i);
    int criterion = ceci_scoring_grid_find (self->grid, ceci_json_text (score, "criterion"));
    gint64 level = ceci_json_integer (score, "level", CECI_LEVEL_BLANK);
    const char *comment = ceci_json_text (score, "comment");

    if (criterion < 0)
      continue;
    if (level >= 0 && level <= CECI_LEVEL_HIGHEST)
      self->levels[criterion] = (gint8) level;
    if (ceci_reading_is_text (comment, NULL))
      g_set_str ((char **) &self->comments->pdata[criterion], comment);
  }
}

static void
restore_notes (CeciDossierReading *self, JsonArray *notes)
{
  for (guint i = 0; i < MIN (ceci_json_length (notes), CECI_READING_MOST_NOTES); i++) {
    JsonObject *entry = ceci_json_element (notes, i);
    const char *criterion = ceci_json_text (entry, "criterion");
    const double region[4] = {ceci_json_real (entry, "x", -1), ceci_json_real (entry, "y", -1),
                              ceci_json_real (entry, "width", -1), ceci_json_real (entry, "height", -1)};
    g_autoptr (CeciPageNote) note = ceci_dossier_reading_make_note (
        self, ceci_json_text (entry, "id"), ceci_json_text (entry, "document"), ceci_json_integer (entry, "page", -1),
        region, criterion ? ceci_scoring_grid_find (self->grid, criterion) : -1, ceci_json_text (entry, "text"));

    if (note != NULL && ceci_record_get_id (CECI_RECORD (note)) != NULL)
      ceci_dossier_reading_insert_note (self, note);
  }
}

void
ceci_dossier_reading_restore (CeciDossierReading *self, JsonObject *object)
{
  const char *declaration = ceci_json_text (object, "declaration");
  const char *suggestion = ceci_json_text (object, "suggestion");
  const char *comment = ceci_json_text (object, "comment");
  const char *private_note = ceci_json_text (object, "private_note");

  self->declaration = g_strcmp0 (declaration, "clear") == 0      ? CECI_DECLARATION_CLEAR
                      : g_strcmp0 (declaration, "conflict") == 0 ? CECI_DECLARATION_CONFLICT
                                                                 : CECI_DECLARATION_NONE;
  g_set_str (&self->recusal_reason, ceci_json_text (object, "recusal_reason"));
  self->suggestion = suggestion ? (CeciOutcome) ceci_enum_from_nick (CECI_TYPE_OUTCOME, suggestion) : CECI_OUTCOME_NONE;
  if (ceci_reading_is_text (comment, NULL))
    g_set_str (&self->comment, comment);
  if (ceci_reading_is_text (private_note, NULL))
    g_set_str (&self->private_note, private_note);
  restore_scores (self, ceci_json_array (object, "scores"));
  restore_notes (self, ceci_json_array (object, "notes"));
}
