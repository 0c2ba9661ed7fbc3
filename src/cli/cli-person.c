// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl person: who stands in the register twice, and a merge.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/model/ceci-person-duplicates.h"
#include "core/model/ceci-person-merge.h"
#include "core/model/ceci-person-repository.h"

static JsonObject *
person_to_json (CeciPerson *person)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", ceci_record_get_id (CECI_RECORD (person)));
  json_object_set_string_member (object, "name", ceci_person_get_display_name (person));
  if (ceci_person_get_matricule (person) != NULL)
    json_object_set_string_member (object, "matricule", ceci_person_get_matricule (person));
  if (ceci_person_get_email (person) != NULL)
    json_object_set_string_member (object, "email", ceci_person_get_email (person));
  return object;
}

static gpointer
find_duplicates (CeciDatabase *database, gpointer data, GError **error)
{
  return ceci_person_duplicates (database, error);
}

static CeciExit
run_duplicates (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GPtrArray) pairs = NULL;
  JsonArray *array;
  CeciExit exit;

  if (argc != 1)
    return ceci_cli_usage (&ceci_cli_person[0], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  pairs = ceci_register_read (opened, find_duplicates, NULL, &error);
  if (pairs == NULL)
    return ceci_cli_fail (error);
  array = json_array_new ();
  for (guint i = 0; i < pairs->len; i++) {
    const CeciPersonPair *pair = pairs->pdata[i];
    JsonObject *each = json_object_new ();

    ceci_cli_print (cli, "%s %s\n  %s %s\n  %s\n", ceci_record_get_id (CECI_RECORD (pair->one)),
                    ceci_person_get_display_name (pair->one), ceci_record_get_id (CECI_RECORD (pair->other)),
                    ceci_person_get_display_name (pair->other), pair->reason);
    json_object_set_object_member (each, "one", person_to_json (pair->one));
    json_object_set_object_member (each, "other", person_to_json (pair->other));
    json_object_set_string_member (each, "reason", pair->reason);
    json_object_set_boolean_member (each, "sure", pair->sure);
    json_array_add_object_element (array, each);
  }
  return ceci_cli_json (cli, json_node_init_array (json_node_alloc (), array));
}

// --- merging -----------------------------------------------------------------------------

typedef struct {
  const char *kept, *other, *today;
  const char *const *take; // «email», or «email=other», or «email=kept»
  const char *applications, *students;
  gboolean dry_run;
  char *label;
} Merge;

static gboolean
choose (CeciPersonMerge *merge, const Merge *asked, GError **error)
{
  for (guint i = 0; asked->take != NULL && asked->take[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (asked->take[i], "=", 2);
    g_autofree char *field = g_strdelimit (g_strdup (parts[0] != NULL ? parts[0] : ""), "-", '_');

    if (g_str_equal (field, "faculty"))
      g_set_str (&field, "faculty_id");
    if (!ceci_person_merge_take (merge, field, parts[0] == NULL || g_strcmp0 (parts[1], "kept") != 0, error))
      return FALSE;
  }
  for (guint i = 0; i < merge->clashes->len; i++) {
    CeciMergeClash *clash = merge->clashes->pdata[i];
    const char *answer = clash->students ? asked->students : asked->applications;

    if (answer != NULL)
      clash->answer = (CeciMergeAnswer) ceci_enum_from_nick (CECI_TYPE_MERGE_ANSWER, answer);
  }
  return TRUE;
}

static JsonNode *
merge_to_json (CeciPersonMerge *merge)
{
  JsonObject *object = json_object_new ();
  JsonArray *fields = json_array_new (), *moved = json_array_new (), *clashes = json_array_new ();

  for (guint i = 0; i < merge->fields->len; i++) {
    const CeciMergeField *field = merge->fields->pdata[i];
    JsonObject *each = json_object_new ();

    json_object_set_string_member (each, "field", field->name);
    json_object_set_string_member (each, "kept", field->kept != NULL ? field->kept : "");
    json_object_set_string_member (each, "other", field->other != NULL ? field->other : "");
    json_object_set_string_member (each, "take", field->take ? "other" : "kept");
    json_array_add_object_element (fields, each);
  }
  for (guint i = 0; i < merge->references->len; i++) {
    const CeciMergeReference *reference = merge->references->pdata[i];
    JsonObject *each = json_object_new ();

    json_object_set_string_member (each, "table", reference->table);
    json_object_set_int_member (each, "rows", reference->rows);
    json_array_add_object_element (moved, each);
  }
  for (guint i = 0; i < merge->clashes->len; i++) {
    const CeciMergeClash *clash = merge->clashes->pdata[i];
    JsonObject *each = json_object_new ();

    json_object_set_string_member (each, "of", clash->students ? "students" : "applications");
    json_object_set_string_member (each, "words", clash->words);
    json_object_set_string_member (each, "answer", ceci_enum_get_nick (CECI_TYPE_MERGE_ANSWER, (int) clash->answer));
    json_array_add_object_element (clashes, each);
  }
  json_object_set_object_member (object, "kept", person_to_json (merge->kept));
  json_object_set_object_member (object, "other", person_to_json (merge->other));
  json_object_set_array_member (object, "fields", fields);
  json_object_set_array_member (object, "moved", moved);
  json_object_set_array_member (object, "clashes", clashes);
  return json_node_init_object (json_node_alloc (), object);
}

// The plan that was asked for; (transfer full)
static CeciPersonMerge *
plan (CeciDatabase *database, Merge *asked, GError **error)
{
  g_autoptr (CeciPerson) kept = ceci_person_repository_look_up (database, asked->kept, error);
  g_autoptr (CeciPerson) other = kept != NULL ? ceci_person_repository_look_up (database, asked->other, error) : NULL;
  g_autoptr (CeciPersonMerge) merge = NULL;

  if (other == NULL)
    return NULL;
  merge = ceci_person_merge_new (database, ceci_record_get_id (CECI_RECORD (kept)),
                                 ceci_record_get_id (CECI_RECORD (other)), error);
  return merge != NULL && choose (merge, asked, error) ? g_steal_pointer (&merge) : NULL;
}

static gpointer
look (CeciDatabase *database, gpointer data, GError **error)
{
  Merge *asked = data;
  g_autoptr (CeciPersonMerge) merge = plan (database, asked, error);

  if (merge == NULL)
    return NULL;
  asked->label = ceci_person_merge_dup_label (merge);
  return merge_to_json (merge);
}

static gpointer
apply (CeciDatabase *database, gpointer data, GError **error)
{
  Merge *asked = data;
  g_autoptr (CeciPersonMerge) merge = plan (database, asked, error);

  return GINT_TO_POINTER (merge != NULL && ceci_person_merge_apply (merge, database, asked->today, error));
}

static gboolean
is_answer (const char *text)
{
  return text == NULL || ceci_enum_from_nick (CECI_TYPE_MERGE_ANSWER, text) >= 0;
}

static CeciExit
run_merge (CeciCli *cli, int argc, char **argv)
{
  g_auto (GStrv) take = NULL;
  g_autofree char *applications = NULL, *students = NULL, *label = NULL;
  Merge asked = {.today = cli->today};
  const GOptionEntry entries[] = {
      {"take", 0, 0, G_OPTION_ARG_STRING_ARRAY, &take, NULL, NULL},
      {"applications", 0, 0, G_OPTION_ARG_STRING, &applications, NULL, NULL},
      {"students", 0, 0, G_OPTION_ARG_STRING, &students, NULL, NULL},
      {"dry-run", 0, 0, G_OPTION_ARG_NONE, &asked.dry_run, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (JsonNode) node = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 3 || !is_answer (applications) || !is_answer (students))
    return ceci_cli_usage (&ceci_cli_person[1], NULL);
  asked.kept = argv[1];
  asked.other = argv[2];
  asked.take = (const char *const *) take;
  asked.applications = applications;
  asked.students = students;
  opened = ceci_cli_open (cli, !asked.dry_run, &exit);
  if (opened == NULL)
    return exit;
  node = ceci_register_read (opened, look, &asked, &error);
  label = asked.label;
  if (node == NULL || (!asked.dry_run && ceci_register_write (opened, label, apply, &asked, &error) == NULL))
    return ceci_cli_fail (error);
  ceci_cli_print (cli, "%s\n", label);
  return ceci_cli_json (cli, g_steal_pointer (&node));
}

const CeciCommand ceci_cli_person[] = {
    {"person", "duplicates", "", run_duplicates},
    {"person", "merge",
     "KEEP OTHER [--take FIELD[=other|kept]]… [--applications|--students keep-both|withdraw-older|withdraw-newer] "
     "[--dry-run]",
     run_merge},
    {NULL, NULL, NULL, NULL},
};
