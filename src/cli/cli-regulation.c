// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl regulation: a cohort's numbers and texts, what a change would do, its adoption, its history.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-regulation-repository.h"
#include "core/regulation/ceci-regulation-defaults.h"

typedef struct {
  const char *cohort; // an id or a name
  char **assignments; // NAME=VALUE
  const char *reason;
  const char *today;
  char *cohort_id;
  CeciRegulation *before, *after;
  GPtrArray *changes; // of CeciFindingChange
} Change;

static gboolean
find_cohort (CeciDatabase *database, Change *change, GError **error)
{
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_look_up (database, change->cohort, error);

  if (cohort == NULL)
    return FALSE;
  change->cohort_id = g_strdup (ceci_record_get_id (CECI_RECORD (cohort)));
  change->before = ceci_regulation_repository_find (database, change->cohort_id, error);
  return change->before != NULL;
}

static void
change_clear (Change *change)
{
  g_free (change->cohort_id);
  g_clear_object (&change->before);
  g_clear_object (&change->after);
  g_clear_pointer (&change->changes, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

// --- show -------------------------------------------------------------------------------

static gpointer
read_regulation (CeciDatabase *database, gpointer user_data, GError **error)
{
  return GINT_TO_POINTER (find_cohort (database, user_data, error));
}

static void
print_regulation (CeciCli *cli, CeciRegulation *regulation)
{
  for (guint i = 0; i < CECI_REGULATION_NUMBERS; i++) {
    const CeciRegulationNumber *number = &ceci_regulation_numbers[i];
    g_autofree char *value =
        ceci_regulation_number_format (number, ceci_regulation_get_integer (regulation, number->name));

    ceci_cli_print (cli, "%-20s %-5s %-10s %s\n", number->name, number->rule, value, _ (number->title));
  }
  for (guint i = 0; i < CECI_REGULATION_TEXTS; i++) {
    const CeciRegulationText *text = &ceci_regulation_texts[i];

    ceci_cli_print (cli, "\n%s (%s)\n", text->name, _ (text->title));
    ceci_cli_print (cli, "fr: %s\n", ceci_regulation_get_text (regulation, text->name, "fr"));
    ceci_cli_print (cli, "en: %s\n", ceci_regulation_get_text (regulation, text->name, "en"));
  }
}

static CeciExit
run_show (CeciCli *cli, int argc, char **argv)
{
  g_auto (Change) change = {.cohort = argc == 2 ? argv[1] : NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autofree char *content = NULL;
  CeciExit exit;

  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_regulation[0], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  if (ceci_register_read (opened, read_regulation, &change, &error) == NULL)
    return ceci_cli_fail (error);
  print_regulation (cli, change.before);
  content = ceci_regulation_to_json (change.before);
  return ceci_cli_json (cli, json_from_string (content, NULL));
}

// --- set --------------------------------------------------------------------------------

static const CeciRegulationNumber *
find_number (const char *name)
{
  for (guint i = 0; i < CECI_REGULATION_NUMBERS; i++)
    if (g_str_equal (ceci_regulation_numbers[i].name, name))
      return &ceci_regulation_numbers[i];
  return NULL;
}

// NAME=VALUE for a number, in its unit; NAME.LANGUAGE=TEXT for a text, in fr or en.
static CeciRegulation *
assign (CeciRegulation *regulation, const char *assignment, GError **error)
{
  const char *equals = strchr (assignment, '=');
  g_autofree char *name =
      equals != NULL ? g_strndup (assignment, (gsize) (equals - assignment)) : g_strdup (assignment);
  const CeciRegulationNumber *number = find_number (name);
  char *dot = strrchr (name, '.');
  gint64 value;

  if (equals == NULL) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” is not of the form NAME=VALUE."),
                 assignment);
    return NULL;
  }
  if (number != NULL && ceci_regulation_number_parse (number, equals + 1, &value))
    return ceci_regulation_with_integer (regulation, name, value, error);
  if (number != NULL) {
    g_autofree char *least = ceci_regulation_number_format (number, number->minimum);

    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID,
                 _ ("“%s” is not a value for “%s”: it takes a number from %s on."), equals + 1, name, least);
    return NULL;
  }
  if (dot != NULL && (g_str_equal (dot, ".fr") || g_str_equal (dot, ".en"))) {
    *dot = '\0';
    return ceci_regulation_with_text (regulation, name, dot + 1, equals + 1, error);
  }
  return ceci_regulation_with_text (regulation, name, "fr", equals + 1, error);
}

static gpointer
propose (CeciDatabase *database, gpointer user_data, GError **error)
{
  Change *change = user_data;

  if (!find_cohort (database, change, error))
    return NULL;
  change->after = g_object_ref (change->before);
  for (char **assignment = change->assignments; *assignment != NULL; assignment++) {
    CeciRegulation *next = assign (change->after, *assignment, error);

    if (next == NULL)
      return NULL;
    g_object_unref (change->after);
    change->after = next;
  }
  change->changes =
      ceci_regulation_repository_compare (database, change->cohort_id, change->after, change->today, error);
  return change->changes;
}

static gpointer
adopt (CeciDatabase *database, gpointer user_data, GError **error)
{
  Change *change = user_data;

  return GINT_TO_POINTER (ceci_regulation_repository_adopt (database, change->cohort_id, change->after, NULL,
                                                            change->reason, change->today, error));
}

static JsonNode *
change_to_json (Change *change, GPtrArray *differences, gboolean adopted)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "adopted");
  json_builder_add_boolean_value (builder, adopted);
  json_builder_set_member_name (builder, "differences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < differences->len; i++) {
    CeciRegulationDifference *difference = g_ptr_array_index (differences, i);

    json_builder_begin_object (builder);
    json_builder_set_member_name (builder, "title");
    json_builder_add_string_value (builder, difference->title);
    json_builder_set_member_name (builder, "before");
    json_builder_add_string_value (builder, difference->before);
    json_builder_set_member_name (builder, "after");
    json_builder_add_string_value (builder, difference->after);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < change->changes->len; i++)
    json_builder_add_value (builder, ceci_finding_change_to_json (g_ptr_array_index (change->changes, i)));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static const char *
reason_of (CeciFinding *finding)
{
  return finding != NULL ? ceci_finding_get_reason (finding) : _ ("nothing");
}

static void
print_change (CeciCli *cli, Change *change, GPtrArray *differences)
{
  for (guint i = 0; i < differences->len; i++) {
    CeciRegulationDifference *difference = g_ptr_array_index (differences, i);

    ceci_cli_print (cli, "%s: %s → %s\n", difference->title, difference->before, difference->after);
  }
  for (guint i = 0; i < change->changes->len; i++) {
    CeciFindingChange *one = g_ptr_array_index (change->changes, i);
    CeciFinding *before = ceci_finding_change_get_before (one), *after = ceci_finding_change_get_after (one);

    ceci_cli_print (cli, "%s  %s  %s → %s\n", ceci_finding_change_get_person_name (one),
                    ceci_finding_get_rule (after != NULL ? after : before), reason_of (before), reason_of (after));
  }
  if (change->changes->len == 0)
    ceci_cli_print (cli, "%s\n", _ ("No student’s findings would change."));
}

static CeciExit
run_change (CeciCli *cli, CeciRegister *opened, Change *change, gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  gboolean adopted = FALSE;

  if (ceci_register_read (opened, propose, change, &error) == NULL)
    return ceci_cli_fail (error);
  differences = ceci_regulation_list_differences (change->before, change->after);
  if (!dry_run && differences->len > 0) {
    g_autofree char *label = ceci_label_regulation_adopt (change->cohort);

    adopted = ceci_register_write (opened, label, adopt, change, &error) != NULL;
    if (!adopted)
      return ceci_cli_fail (error);
  }
  print_change (cli, change, differences);
  return ceci_cli_json (cli, change_to_json (change, differences, adopted));
}

static CeciExit
run_set (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *reason = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {{"reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL},
                                  {"dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_auto (Change) change = {.today = cli->today};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc < 3)
    return ceci_cli_usage (&ceci_cli_regulation[1], NULL);
  opened = ceci_cli_open (cli, !dry_run, &exit);
  if (opened == NULL)
    return exit;
  change.cohort = argv[1];
  change.assignments = argv + 2;
  change.reason = reason;
  return run_change (cli, opened, &change, dry_run);
}

// --- history ----------------------------------------------------------------------------

static gpointer
read_history (CeciDatabase *database, gpointer name, GError **error)
{
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_look_up (database, name, error);

  return cohort != NULL
             ? ceci_regulation_repository_history (database, ceci_record_get_id (CECI_RECORD (cohort)), error)
             : NULL;
}

static CeciExit
run_history (CeciCli *cli, int argc, char **argv)
{
  static const char *const columns[] = {"version", "adopted-on", "title", "reason", NULL};
  const char *const titles[] = {_ ("Version"), _ ("Adopted on"), _ ("Title"), _ ("Reason"), NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GListModel) versions = NULL;
  CeciExit exit;

  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_regulation[2], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  versions = ceci_register_read (opened, read_history, argv[1], &error);
  return versions != NULL ? ceci_cli_records (cli, versions, columns, titles) : ceci_cli_fail (error);
}

const CeciCommand ceci_cli_regulation[] = {
    {"regulation", "show", "COHORT", run_show},
    {"regulation", "set", "COHORT NAME=VALUE… [NAME.LANGUAGE=TEXT…] --reason TEXT [--dry-run]", run_set},
    {"regulation", "history", "COHORT", run_history},
    {NULL, NULL, NULL, NULL},
};
