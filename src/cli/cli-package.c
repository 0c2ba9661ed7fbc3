// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl package: the juror's side without a window. No register is opened here.
#include "config.h"
#include "ceci-cli.h"

#include <glib/gi18n-lib.h>
#include "core/jury/ceci-jury-error.h"
#include "core/jury/ceci-reading.h"

// What every command of the group takes: the package, its passphrase, a dossier.
typedef struct {
  char *passphrase_file;
  char *dossier;
  CeciReading *reading;
  CeciDossierReading *work; // of the dossier, borrowed
} Context;

static void
context_clear (Context *context)
{
  g_clear_object (&context->reading);
  g_free (context->passphrase_file);
  g_free (context->dossier);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Context, context_clear)

#define SHARED_ENTRIES(context)                                                                                        \
  {"passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &(context)->passphrase_file, NULL, NULL},                           \
  {                                                                                                                    \
    "dossier", 0, 0, G_OPTION_ARG_STRING, &(context)->dossier, NULL, NULL                                              \
  }

static gboolean
matches (CeciDossierReading *work, const char *wanted)
{
  CeciPackageDossier *dossier = ceci_dossier_reading_get_dossier (work);

  return g_strcmp0 (ceci_package_dossier_get_id (dossier), wanted) == 0 ||
         g_strcmp0 (ceci_package_dossier_get_name (dossier), wanted) == 0;
}

static gboolean
find_dossier (Context *context, GError **error)
{
  GListModel *dossiers = ceci_reading_get_dossiers (context->reading);

  for (guint i = 0; i < g_list_model_get_n_items (dossiers); i++) {
    g_autoptr (CeciDossierReading) work = g_list_model_get_item (dossiers, i);

    if (matches (work, context->dossier)) {
      context->work = work; // the list keeps it
      return TRUE;
    }
  }
  g_set_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_NOT_FOUND, _ ("The package has no dossier “%s”."),
               context->dossier ? context->dossier : "");
  return FALSE;
}

static gboolean
open_reading (Context *context, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (CeciPackage) package = NULL;
  char *passphrase = ceci_cli_passphrase (context->passphrase_file, error);

  if (passphrase == NULL)
    return FALSE;
  package = ceci_package_open (file, passphrase, error);
  ceci_cli_wipe (passphrase);
  context->reading = package ? ceci_reading_open (package, error) : NULL;
  return context->reading != NULL;
}

static void
add_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, name, text);
}

static JsonArray *
documents_to_json (CeciPackageDossier *dossier)
{
  GListModel *documents = ceci_package_dossier_get_documents (dossier);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++) {
    g_autoptr (CeciPackageDocument) document = g_list_model_get_item (documents, i);
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "sha256", ceci_package_document_get_sha256 (document));
    json_object_set_string_member (object, "title", ceci_package_document_get_title (document));
    json_object_set_string_member (object, "kind", ceci_package_document_get_kind (document));
    json_object_set_string_member (object, "file-name", ceci_package_document_get_file_name (document));
    json_object_set_int_member (object, "size", ceci_package_document_get_size (document));
    if (ceci_package_document_get_pages (document) >= 0)
      json_object_set_int_member (object, "pages", ceci_package_document_get_pages (document));
    json_array_add_object_element (array, object);
  }
  return array;
}

static JsonArray *
scores_to_json (CeciDossierReading *work)
{
  CeciScoringGrid *grid = ceci_dossier_reading_get_grid (work);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < ceci_scoring_grid_get_n (grid); i++) {
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "criterion", ceci_criterion_get_code (ceci_scoring_grid_get (grid, i)));
    if (ceci_dossier_reading_get_level (work, i) != CECI_LEVEL_BLANK)
      json_object_set_int_member (object, "level", ceci_dossier_reading_get_level (work, i));
    add_text (object, "comment", ceci_dossier_reading_get_criterion_comment (work, i));
    json_array_add_object_element (array, object);
  }
  return array;
}

static JsonObject *
dossier_to_json (CeciDossierReading *work)
{
  CeciPackageDossier *dossier = ceci_dossier_reading_get_dossier (work);
  g_autoptr (GEnumClass) declarations = g_type_class_ref (CECI_TYPE_DECLARATION);
  g_auto (GStrv) missing = ceci_dossier_reading_dup_missing (work);
  g_autofree char *suggestion =
      ceci_enum_to_column (CECI_TYPE_OUTCOME, (int) ceci_dossier_reading_get_suggestion (work));
  CeciTally tally = ceci_dossier_reading_get_tally (work);
  JsonObject *object = json_object_new ();
  JsonArray *sentences = json_array_new ();

  for (guint i = 0; missing[i] != NULL; i++)
    json_array_add_string_element (sentences, missing[i]);
  json_object_set_string_member (object, "id", ceci_package_dossier_get_id (dossier));
  json_object_set_string_member (object, "name", ceci_package_dossier_get_name (dossier));
  add_text (object, "cohort", ceci_package_dossier_get_cohort (dossier));
  json_object_set_string_member (
      object, "declaration",
      g_enum_get_value (declarations, (int) ceci_dossier_reading_get_declaration (work))->value_nick);
  add_text (object, "recusal_reason", ceci_dossier_reading_get_recusal_reason (work));
  json_object_set_int_member (object, "answered", tally.answered);
  if (tally.total >= 0)
    json_object_set_int_member (object, "total", tally.total);
  json_object_set_boolean_member (object, "complete", ceci_dossier_reading_is_complete (work));
  add_text (object, "suggestion", suggestion);
  add_text (object, "comment", ceci_dossier_reading_get_comment (work));
  json_object_set_array_member (object, "missing", sentences);
  json_object_set_array_member (object, "scores", scores_to_json (work));
  json_object_set_array_member (object, "documents", documents_to_json (dossier));
  return object;
}

static CeciExit
say_object (CeciCli *cli, JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return ceci_cli_json (cli, node);
}

static JsonArray *
criteria_to_json (CeciScoringGrid *grid)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < ceci_scoring_grid_get_n (grid); i++) {
    CeciCriterion *criterion = ceci_scoring_grid_get (grid, i);
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "code", ceci_criterion_get_code (criterion));
    json_object_set_string_member (object, "title", ceci_scoring_criterion_title (criterion));
    json_object_set_int_member (object, "weight", ceci_criterion_get_weight (criterion));
    json_object_set_boolean_member (object, "required", ceci_criterion_get_required (criterion));
    json_array_add_object_element (array, object);
  }
  return array;
}

static void
print_dossier (CeciCli *cli, CeciDossierReading *work)
{
  CeciPackageDossier *dossier = ceci_dossier_reading_get_dossier (work);
  g_auto (GStrv) missing = ceci_dossier_reading_dup_missing (work);
  CeciTally tally = ceci_dossier_reading_get_tally (work);
  g_autofree char *total =
      tally.total >= 0 ? ceci_scoring_format (ceci_dossier_reading_get_grid (work), tally.total) : g_strdup ("–");

  ceci_cli_print (cli, "%s  %s  %s\n", ceci_package_dossier_get_id (dossier), ceci_package_dossier_get_name (dossier),
                  total);
  for (guint i = 0; missing[i] != NULL; i++)
    ceci_cli_print (cli, "    %s\n", missing[i]);
}

static CeciExit
run_open (CeciCli *cli, int argc, char **argv)
{
  g_auto (Context) context = {0};
  const GOptionEntry entries[] = {SHARED_ENTRIES (&context), G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  JsonObject *object;
  JsonArray *dossiers;
  CeciPackage *package;
  GListModel *list;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_package[0], NULL);
  if (!open_reading (&context, argv[1], &error) || (context.dossier != NULL && !find_dossier (&context, &error)))
    return ceci_cli_fail (error);
  package = ceci_reading_get_package (context.reading);
  list = ceci_reading_get_dossiers (context.reading);
  object = json_object_new ();
  dossiers = json_array_new ();
  json_object_set_string_member (object, "session", ceci_package_get_session_name (package));
  add_text (object, "held_on", ceci_package_get_held_on (package));
  add_text (object, "cut_off_on", ceci_package_get_cut_off_on (package));
  json_object_set_string_member (object, "juror", ceci_package_get_juror_name (package));
  json_object_set_int_member (object, "revision", ceci_package_get_revision (package));
  json_object_set_array_member (object, "criteria", criteria_to_json (ceci_package_get_grid (package)));
  ceci_cli_print (cli, "%s — %s\n", ceci_package_get_session_name (package), ceci_package_get_juror_name (package));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (CeciDossierReading) work = g_list_model_get_item (list, i);

    if (context.work != NULL && context.work != work)
      continue;
    json_array_add_object_element (dossiers, dossier_to_json (work));
    print_dossier (cli, work);
  }
  json_object_set_array_member (object, "dossiers", dossiers);
  return say_object (cli, object);
}

// What was entered is on the disk before the command says it is done.
static CeciExit
conclude (CeciCli *cli, Context *context)
{
  g_autoptr (GError) error = NULL;

  if (!ceci_reading_flush (context->reading, &error))
    return ceci_cli_fail (error);
  print_dossier (cli, context->work);
  return say_object (cli, dossier_to_json (context->work));
}

typedef struct {
  char *criterion, *comment, *suggestion;
  int level;
  gboolean no_conflict;
} Score;

static void
score_clear (Score *score)
{
  g_free (score->criterion);
  g_free (score->comment);
  g_free (score->suggestion);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Score, score_clear)

#define LEVEL_NOT_GIVEN (-2)

static gboolean
apply_criterion (CeciDossierReading *work, const Score *score, GError **error)
{
  int criterion = ceci_scoring_grid_find (ceci_dossier_reading_get_grid (work), score->criterion);

  if (criterion < 0) {
    g_set_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_NOT_FOUND, _ ("The grid has no criterion “%s”."),
                 score->criterion);
    return FALSE;
  }
  if (score->level != LEVEL_NOT_GIVEN && !ceci_dossier_reading_set_level (work, (guint) criterion, score->level, error))
    return FALSE;
  return score->comment == NULL ||
         ceci_dossier_reading_set_criterion_comment (work, (guint) criterion, score->comment, error);
}

static gboolean
apply_score (CeciDossierReading *work, const Score *score, GError **error)
{
  int suggestion = score->suggestion ? ceci_enum_from_nick (CECI_TYPE_OUTCOME, score->suggestion) : CECI_OUTCOME_NONE;

  if (score->no_conflict && ceci_dossier_reading_get_declaration (work) == CECI_DECLARATION_NONE)
    ceci_dossier_reading_declare_clear (work);
  if (score->suggestion != NULL && suggestion < 0) {
    g_set_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_INVALID,
                 _ ("“%s” is not a suggestion: awarded, to_complete, deferred or refused."), score->suggestion);
    return FALSE;
  }
  if (score->suggestion != NULL && !ceci_dossier_reading_set_suggestion (work, (CeciOutcome) suggestion, error))
    return FALSE;
  if (score->criterion != NULL)
    return apply_criterion (work, score, error);
  return score->comment == NULL || ceci_dossier_reading_set_comment (work, score->comment, error);
}

static CeciExit
run_score (CeciCli *cli, int argc, char **argv)
{
  g_auto (Context) context = {0};
  g_auto (Score) score = {.level = LEVEL_NOT_GIVEN};
  const GOptionEntry entries[] = {SHARED_ENTRIES (&context),
                                  {"criterion", 0, 0, G_OPTION_ARG_STRING, &score.criterion, NULL, NULL},
                                  {"level", 0, 0, G_OPTION_ARG_INT, &score.level, NULL, NULL},
                                  {"comment", 0, 0, G_OPTION_ARG_STRING, &score.comment, NULL, NULL},
                                  {"suggestion", 0, 0, G_OPTION_ARG_STRING, &score.suggestion, NULL, NULL},
                                  {"no-conflict", 0, 0, G_OPTION_ARG_NONE, &score.no_conflict, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || context.dossier == NULL)
    return ceci_cli_usage (&ceci_cli_package[1], NULL);
  if (score.level != LEVEL_NOT_GIVEN && score.criterion == NULL)
    return ceci_cli_usage (&ceci_cli_package[1], _ ("A level needs its criterion."));
  if (!open_reading (&context, argv[1], &error) || !find_dossier (&context, &error))
    return ceci_cli_fail (error);
  if (!apply_score (context.work, &score, &error)) {
    if (g_error_matches (error, CECI_JURY_ERROR, CECI_JURY_ERROR_UNDECLARED))
      g_prefix_error_literal (&error, _ ("Add --no-conflict, or use “package recuse”. "));
    return ceci_cli_fail (error);
  }
  return conclude (cli, &context);
}

static CeciExit
run_recuse (CeciCli *cli, int argc, char **argv)
{
  g_auto (Context) context = {0};
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
      SHARED_ENTRIES (&context), {"reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL}, G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || context.dossier == NULL)
    return ceci_cli_usage (&ceci_cli_package[2], NULL);
  if (!open_reading (&context, argv[1], &error) || !find_dossier (&context, &error) ||
      !ceci_dossier_reading_recuse (context.work, reason, &error))
    return ceci_cli_fail (error);
  return conclude (cli, &context);
}

static CeciExit
run_seal (CeciCli *cli, int argc, char **argv)
{
  g_auto (Context) context = {0};
  g_autofree char *out = NULL;
  gboolean incomplete = FALSE;
  const GOptionEntry entries[] = {SHARED_ENTRIES (&context),
                                  {"out", 0, 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL},
                                  {"incomplete", 0, 0, G_OPTION_ARG_NONE, &incomplete, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  JsonObject *object;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || out == NULL)
    return ceci_cli_usage (&ceci_cli_package[3], NULL);
  file = g_file_new_for_commandline_arg (out);
  if (!open_reading (&context, argv[1], &error) ||
      !ceci_reading_seal (context.reading, file, incomplete ? CECI_SEAL_INCOMPLETE : CECI_SEAL_COMPLETE, &error))
    return ceci_cli_fail (error);
  object = json_object_new ();
  json_object_set_string_member (object, "return", out);
  json_object_set_int_member (object, "revision", ceci_reading_get_sealed_revision (context.reading));
  json_object_set_int_member (object, "complete", ceci_reading_get_n_complete (context.reading));
  ceci_cli_print (cli, _ ("Sealed into “%s”, revision %d.\n"), out,
                  (int) ceci_reading_get_sealed_revision (context.reading));
  return say_object (cli, object);
}

static CeciExit
run_export (CeciCli *cli, int argc, char **argv)
{
  g_auto (Context) context = {0};
  g_autofree char *out = NULL;
  g_autofree char *sha256 = NULL;
  const GOptionEntry entries[] = {SHARED_ENTRIES (&context),
                                  {"document", 0, 0, G_OPTION_ARG_STRING, &sha256, NULL, NULL},
                                  {"out", 0, 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  JsonObject *object;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || out == NULL || sha256 == NULL)
    return ceci_cli_usage (&ceci_cli_package[4], NULL);
  if (!open_reading (&context, argv[1], &error))
    return ceci_cli_fail (error);
  bytes = ceci_package_read_document (ceci_reading_get_package (context.reading), sha256, &error);
  if (bytes == NULL ||
      !g_file_set_contents_full (out, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    return ceci_cli_fail (error);
  object = json_object_new ();
  json_object_set_string_member (object, "file", out);
  json_object_set_int_member (object, "size", (gint64) g_bytes_get_size (bytes));
  return say_object (cli, object);
}

const CeciCommand ceci_cli_package[] = {
    {"package", "open", "FILE [--passphrase-file F] [--dossier D]", run_open},
    {"package", "score",
     "FILE --dossier D [--no-conflict] [--criterion CODE --level 0…4] [--comment TEXT] [--suggestion OUTCOME] "
     "[--passphrase-file F]",
     run_score},
    {"package", "recuse", "FILE --dossier D --reason TEXT [--passphrase-file F]", run_recuse},
    {"package", "seal", "FILE --out RETURN [--incomplete] [--passphrase-file F]", run_seal},
    {"package", "export", "FILE --document SHA256 --out FILE [--passphrase-file F]", run_export},
    {NULL, NULL, NULL, NULL},
};
