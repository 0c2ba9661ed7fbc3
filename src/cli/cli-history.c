// SPDX-License-Identifier: GPL-3.0-or-later
// The journal in words: each step with what it changed, field by field; undoing back to one, once what that reverts is
// said.

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli-history.h"
#include "core/model/ceci-history.h"

typedef struct {
  const char *student_id;
  const char *step_id;
  guint limit;
} Question;

static gpointer
list_steps (CeciDatabase *database, gpointer user_data, GError **error)
{
  Question *question = user_data;

  return ceci_history_of_student (database, question->student_id, question->limit, error);
}

static gpointer
list_changes (CeciDatabase *database, gpointer user_data, GError **error)
{
  return ceci_history_changes (database, ((Question *) user_data)->step_id, 0, error);
}

static void
add_member (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
say_change (CeciCli *cli, JsonBuilder *builder, CeciHistoryChange *change)
{
  json_builder_begin_object (builder);
  add_member (builder, "what", change->what);
  add_member (builder, "did", change->did);
  json_builder_set_member_name (builder, "erased");
  json_builder_add_boolean_value (builder, change->erased);
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  ceci_cli_print (cli, "    %s: %s%s\n", change->what, change->did, change->erased ? _ (" (erased since)") : "");
  for (guint i = 0; i < change->fields->len; i++) {
    CeciHistoryField *field = change->fields->pdata[i];

    ceci_cli_print (cli, "      %s: %s → %s\n", field->label, field->before != NULL ? field->before : "–",
                    field->after != NULL ? field->after : "–");
    json_builder_begin_object (builder);
    add_member (builder, "label", field->label);
    add_member (builder, "before", field->before);
    add_member (builder, "after", field->after);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static gboolean
say_step (CeciCli *cli, CeciRegister *opened, JsonBuilder *builder, CeciStep *step, GError **error)
{
  Question question = {.step_id = ceci_step_get_id (step)};
  g_autoptr (GPtrArray) changes = ceci_register_read (opened, list_changes, &question, error);

  if (changes == NULL)
    return FALSE;
  ceci_cli_print (cli, "%s  %s  %s\n", ceci_step_get_at (step), ceci_step_get_who (step), ceci_step_get_label (step));
  json_builder_begin_object (builder);
  add_member (builder, "id", ceci_step_get_id (step));
  add_member (builder, "at", ceci_step_get_at (step));
  add_member (builder, "who", ceci_step_get_who (step));
  add_member (builder, "label", ceci_step_get_label (step));
  json_builder_set_member_name (builder, "reverted");
  json_builder_add_boolean_value (builder, ceci_step_is_reverted (step));
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->len; i++)
    say_change (cli, builder, changes->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return TRUE;
}

CeciExit
ceci_cli_history_list (CeciCli *cli, CeciRegister *opened, const char *student_id, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  Question question = {.student_id = student_id, .limit = limit};
  g_autoptr (GListModel) steps = ceci_register_read (opened, list_steps, &question, &error);

  json_builder_begin_array (builder);
  for (guint i = 0; steps != NULL && i < g_list_model_get_n_items (steps); i++) {
    g_autoptr (CeciStep) step = g_list_model_get_item (steps, i);

    if (!say_step (cli, opened, builder, step, &error))
      break;
  }
  json_builder_end_array (builder);
  return error == NULL ? ceci_cli_json (cli, json_builder_get_root (builder)) : ceci_cli_fail (error);
}

static gpointer
list_reverts (CeciDatabase *database, gpointer user_data, GError **error)
{
  Question *question = user_data;

  return ceci_history_reverts (database, question->step_id, question->student_id, error);
}

static JsonNode *
reverts_to_json (GPtrArray *reverts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < reverts->len; i++) {
    CeciRevert *revert = reverts->pdata[i];

    json_builder_begin_object (builder);
    add_member (builder, "id", revert->id);
    add_member (builder, "label", revert->label);
    add_member (builder, "at", revert->at);
    json_builder_set_member_name (builder, "others");
    json_builder_add_int_value (builder, revert->others);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

CeciExit
ceci_cli_history_undo_to (CeciCli *cli, CeciRegister *opened, const char *step_id, const char *student_id,
                          gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  Question question = {.step_id = step_id, .student_id = student_id};
  g_autoptr (GPtrArray) reverts = ceci_register_read (opened, list_reverts, &question, &error);

  if (reverts == NULL)
    return ceci_cli_fail (error);
  for (guint i = 0; i < reverts->len; i++) {
    CeciRevert *revert = reverts->pdata[i];

    g_strv_builder_add (ids, revert->id);
    ceci_cli_print (cli, "%s  %s\n", revert->at, revert->label);
    if (revert->others > 0)
      ceci_cli_print (
          cli, ngettext ("    touches %u other person too\n", "    touches %u other people too\n", revert->others),
          revert->others);
  }
  g_auto (GStrv) steps = g_strv_builder_end (ids);
  g_autofree char *words =
      !dry_run && *steps != NULL ? ceci_register_undo_steps (opened, (const char *const *) steps, &error) : NULL;
  return error == NULL ? ceci_cli_json (cli, reverts_to_json (reverts)) : ceci_cli_fail (error);
}
