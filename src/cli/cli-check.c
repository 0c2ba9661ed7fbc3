// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl check, attention: what the regulation finds.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-findings-repository.h"
#include "core/model/ceci-student-repository.h"

typedef struct {
  const char *cohort, *student, *today;
  GHashTable *names; // student id to name
} Question;

static gpointer
find_findings (CeciDatabase *database, gpointer user_data, GError **error)
{
  Question *question = user_data;
  g_autoptr (CeciCohort) cohort = NULL;
  g_autoptr (CeciStudent) student = NULL;

  if (question->student != NULL) {
    student = ceci_student_repository_look_up (database, question->student, error);
    return student != NULL ? ceci_findings_repository_list (database, NULL, ceci_record_get_id (CECI_RECORD (student)),
                                                            question->today, TRUE, error)
                           : NULL;
  }
  if (question->cohort != NULL) {
    cohort = ceci_cohort_repository_look_up (database, question->cohort, error);
    if (cohort == NULL)
      return NULL;
  }
  return ceci_findings_repository_list (database, cohort != NULL ? ceci_record_get_id (CECI_RECORD (cohort)) : NULL,
                                        NULL, question->today, TRUE, error);
}

static void
print_finding (CeciCli *cli, CeciFinding *finding, const char *name)
{
  ceci_cli_print (cli, "%-4s %-8s %s%s%s\n", ceci_finding_get_rule (finding),
                  ceci_enum_get_nick (CECI_TYPE_FINDING_STATE, (int) ceci_finding_get_state (finding)), name,
                  *name != '\0' ? ": " : "", ceci_finding_get_reason (finding));
}

static CeciExit
report (CeciCli *cli, GPtrArray *findings, GHashTable *names)
{
  JsonArray *array = json_array_new ();
  JsonNode *node;

  for (guint i = 0; i < findings->len; i++) {
    CeciFinding *finding = g_ptr_array_index (findings, i);
    const char *name = names != NULL ? g_hash_table_lookup (names, ceci_finding_get_student_id (finding)) : NULL;

    if (!cli->json) {
      print_finding (cli, finding, name != NULL ? name : "");
      continue;
    }
    node = ceci_finding_to_json (finding);
    if (name != NULL)
      json_object_set_string_member (json_node_get_object (node), "name", name);
    json_array_add_element (array, node);
  }
  node = json_node_init_array (json_node_alloc (), array);
  json_array_unref (array);
  return ceci_cli_json (cli, node);
}

static CeciExit
run_check (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *cohort = NULL, *student = NULL;
  const GOptionEntry entries[] = {
      {"cohort", 0, 0, G_OPTION_ARG_STRING, &cohort, NULL, NULL},
      {"student", 0, 0, G_OPTION_ARG_STRING, &student, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  Question question = {0};
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc > 1)
    return ceci_cli_usage (&ceci_cli_check[0], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  question = (Question) {cohort, student, cli->today, NULL};
  findings = ceci_register_read (opened, find_findings, &question, &error);
  return findings != NULL ? report (cli, findings, NULL) : ceci_cli_fail (error);
}

// What must be done first: what is due first, then what has waited longest.
static int
compare_urgency (gconstpointer a, gconstpointer b)
{
  CeciFinding *first = *(CeciFinding *const *) a, *second = *(CeciFinding *const *) b;
  const char *first_due = ceci_finding_get_due (first), *second_due = ceci_finding_get_due (second);
  int order = g_strcmp0 (first_due != NULL ? first_due : "9999", second_due != NULL ? second_due : "9999");

  return order != 0 ? order : g_strcmp0 (ceci_finding_get_since (first), ceci_finding_get_since (second));
}

static gpointer
find_attention (CeciDatabase *database, gpointer user_data, GError **error)
{
  Question *question = user_data;
  g_autoptr (GPtrArray) all = ceci_findings_repository_list (database, NULL, NULL, question->today, FALSE, error);
  g_autoptr (GListModel) students = NULL;
  GPtrArray *urgent;

  if (all == NULL)
    return NULL;
  students = ceci_student_repository_list (database, NULL, error);
  if (students == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (students); i++) {
    g_autoptr (CeciStudent) student = g_list_model_get_item (students, i);
    g_hash_table_insert (question->names, g_strdup (ceci_record_get_id (CECI_RECORD (student))),
                         g_strdup (ceci_student_get_display_name (student)));
  }

  urgent = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    if (ceci_finding_get_state (g_ptr_array_index (all, i)) >= CECI_FINDING_WARNING)
      g_ptr_array_add (urgent, g_object_ref (g_ptr_array_index (all, i)));
  g_ptr_array_sort (urgent, compare_urgency);
  return urgent;
}

static CeciExit
run_attention (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Question question = {NULL, NULL, cli->today, names};
  CeciExit exit;

  if (argc > 1)
    return ceci_cli_usage (&ceci_cli_check[1], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  findings = ceci_register_read (opened, find_attention, &question, &error);
  return findings != NULL ? report (cli, findings, names) : ceci_cli_fail (error);
}

const CeciCommand ceci_cli_check[] = {
    {"check", NULL, "[--cohort COHORT | --student STUDENT]", run_check},
    {"attention", NULL, "", run_attention},
    {NULL, NULL, NULL, NULL},
};
