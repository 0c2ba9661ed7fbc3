// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl student extend, withdraw, readmit, rename, change: one step each; --dry-run says what follows and writes
// nothing.

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-cli.h"
#include "core/model/ceci-person-repository.h"
#include "core/model/ceci-faculty-repository.h"
#include "core/model/ceci-student-life.h"
#include "core/model/ceci-student-summary.h"

static gpointer
read_consequences (CeciDatabase *database, gpointer user_data, GError **error)
{
  return ceci_life_consequences (database, user_data, error);
}

static gpointer
apply (CeciDatabase *database, gpointer user_data, GError **error)
{
  return GINT_TO_POINTER (ceci_life_apply (database, user_data, error));
}

typedef struct {
  const char *student_id;
  const char *today;
} Question;

static gpointer
read_summary (CeciDatabase *database, gpointer user_data, GError **error)
{
  Question *question = user_data;

  return ceci_student_summary_find (database, question->student_id, question->today, error);
}

static JsonNode *
sentences_to_json (GPtrArray *sentences)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "consequences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sentences->len; i++)
    json_builder_add_string_value (builder, sentences->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

// Says what follows; then does it, unless only the saying was asked for.
static CeciExit
perform (CeciCli *cli, CeciRegister *opened, CeciStudent *student, CeciLifeChange *change, gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = ceci_life_label (change->kind, ceci_student_get_display_name (student));
  g_autoptr (GPtrArray) sentences = ceci_register_read (opened, read_consequences, change, &error);
  Question question = {change->student_id, cli->today};

  if (sentences == NULL)
    return ceci_cli_fail (error);
  for (guint i = 0; i < sentences->len; i++)
    ceci_cli_print (cli, "%s\n", (const char *) sentences->pdata[i]);
  if (dry_run)
    return ceci_cli_json (cli, sentences_to_json (sentences));
  if (ceci_register_write (opened, label, apply, change, &error) == NULL)
    return ceci_cli_fail (error);
  g_autoptr (CeciStudentSummary) after = ceci_register_read (opened, read_summary, &question, &error);
  return after != NULL ? ceci_cli_json (cli, ceci_student_summary_to_json (after, TRUE)) : ceci_cli_fail (error);
}

// The option that gives a change its day.
static const char *const date_options[] = {
    [CECI_LIFE_EXTEND] = "until",
    [CECI_LIFE_WITHDRAW] = "date",
    [CECI_LIFE_READMIT] = "date",
    [CECI_LIFE_RENAME] = "date",
};

static CeciExit
run_life (CeciCli *cli, int argc, char **argv, CeciLifeKind kind)
{
  g_autofree char *date = NULL, *reason = NULL, *category = NULL, *granted_by = NULL, *deadline = NULL, *family = NULL,
                  *first = NULL, *usual = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
      {date_options[kind], 0, 0, G_OPTION_ARG_STRING, &date, NULL, NULL},
      {"reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL},
      {"category", 0, 0, G_OPTION_ARG_STRING, &category, NULL, NULL},
      {"granted-by", 0, 0, G_OPTION_ARG_STRING, &granted_by, NULL, NULL},
      {"deadline", 0, 0, G_OPTION_ARG_STRING, &deadline, NULL, NULL},
      {"family-name", 0, 0, G_OPTION_ARG_STRING, &family, NULL, NULL},
      {"first-name", 0, 0, G_OPTION_ARG_STRING, &first, NULL, NULL},
      {"usual-first-name", 0, 0, G_OPTION_ARG_STRING, &usual, NULL, NULL},
      {"dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || (date == NULL && kind != CECI_LIFE_RENAME))
    return ceci_cli_usage (&ceci_cli_life[kind], NULL);
  g_autoptr (CeciStudent) student = ceci_cli_open_student (cli, argv[1], !dry_run, &opened, &exit);
  if (student == NULL)
    return exit;
  // a name that is not given stays; an empty preferred first name is none
  CeciLifeChange change = {.kind = kind,
                           .student_id = ceci_record_get_id (CECI_RECORD (student)),
                           .date = date != NULL ? date : cli->today,
                           .reason = reason,
                           .category = category != NULL ? category : "other",
                           .granted_by = granted_by,
                           .until = deadline,
                           .family_name = family != NULL ? family : ceci_student_get_family_name (student),
                           .first_name = first != NULL ? first : ceci_student_get_first_name (student),
                           .usual_first_name = usual != NULL ? usual : ceci_student_get_usual_first_name (student),
                           .today = cli->today};
  return perform (cli, opened, student, &change, dry_run);
}

static CeciExit
run_extend (CeciCli *cli, int argc, char **argv)
{
  return run_life (cli, argc, argv, CECI_LIFE_EXTEND);
}

static CeciExit
run_withdraw (CeciCli *cli, int argc, char **argv)
{
  return run_life (cli, argc, argv, CECI_LIFE_WITHDRAW);
}

static CeciExit
run_readmit (CeciCli *cli, int argc, char **argv)
{
  return run_life (cli, argc, argv, CECI_LIFE_READMIT);
}

static CeciExit
run_rename (CeciCli *cli, int argc, char **argv)
{
  return run_life (cli, argc, argv, CECI_LIFE_RENAME);
}

// --- the person's other data -----------------------------------------------------------------------------------------

typedef struct {
  const char *person_id;
  char *values[6]; // in the order of fields
  const char *today;
} Correction;

static const char *const fields[] = {"email", "phone", "matricule", "faculty_id", "language", "birth_date"};

static gpointer
correct (CeciDatabase *database, gpointer user_data, GError **error)
{
  Correction *correction = user_data;
  g_autoptr (CeciPerson) person = ceci_person_repository_find (database, correction->person_id, error);

  if (person != NULL && correction->values[3] != NULL && *correction->values[3] != '\0') {
    char *faculty = ceci_faculty_repository_match (database, correction->values[3], error);

    if (faculty == NULL && (error == NULL || *error == NULL))
      g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID, _ ("There is no faculty “%s”."),
                   correction->values[3]);
    if (faculty == NULL)
      return NULL;
    g_free (correction->values[3]);
    correction->values[3] = faculty;
  }
  for (guint i = 0; person != NULL && i < G_N_ELEMENTS (fields); i++) {
    CeciPerson *changed;

    if (correction->values[i] == NULL)
      continue;
    changed = ceci_record_with (person, fields[i], *correction->values[i] != '\0' ? correction->values[i] : NULL, NULL);
    g_object_unref (person);
    person = changed;
  }
  return person != NULL && ceci_person_repository_correct (database, person, correction->today, error)
             ? GINT_TO_POINTER (TRUE)
             : NULL;
}

static CeciExit
run_change (CeciCli *cli, int argc, char **argv)
{
  Correction correction = {.today = cli->today};
  const GOptionEntry entries[] = {
      {"email", 0, 0, G_OPTION_ARG_STRING, &correction.values[0], NULL, NULL},
      {"phone", 0, 0, G_OPTION_ARG_STRING, &correction.values[1], NULL, NULL},
      {"matricule", 0, 0, G_OPTION_ARG_STRING, &correction.values[2], NULL, NULL},
      {"faculty", 0, 0, G_OPTION_ARG_STRING, &correction.values[3], NULL, NULL},
      {"language", 0, 0, G_OPTION_ARG_STRING, &correction.values[4], NULL, NULL},
      {"birth-date", 0, 0, G_OPTION_ARG_STRING, &correction.values[5], NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  CeciExit exit = CECI_EXIT_DONE;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_life[4], NULL);
  g_autoptr (CeciStudent) student = ceci_cli_open_student (cli, argv[1], TRUE, &opened, &exit);
  if (student == NULL)
    return exit;
  correction.person_id = ceci_student_get_person_id (student);
  // Translators: a student’s name
  g_autofree char *label = g_strdup_printf (_ ("Change the data of %s"), ceci_student_get_display_name (student));
  if (ceci_register_write (opened, label, correct, &correction, &error) == NULL)
    exit = ceci_cli_fail (error);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_free (correction.values[i]);
  if (exit != CECI_EXIT_DONE)
    return exit;
  Question question = {ceci_record_get_id (CECI_RECORD (student)), cli->today};
  g_autoptr (CeciStudentSummary) after = ceci_register_read (opened, read_summary, &question, &error);
  return after != NULL ? ceci_cli_json (cli, ceci_student_summary_to_json (after, FALSE)) : ceci_cli_fail (error);
}

const CeciCommand ceci_cli_life[] = {
    {"student", "extend",
     "STUDENT --until DATE --granted-by NAME [--category illness|family|studies|placement|other] [--reason TEXT] "
     "[--dry-run]",
     run_extend},
    {"student", "withdraw", "STUDENT --date DATE [--reason TEXT] [--dry-run]", run_withdraw},
    {"student", "readmit", "STUDENT --date DATE --reason TEXT [--deadline DATE] [--granted-by NAME] [--dry-run]",
     run_readmit},
    {"student", "rename",
     "STUDENT [--family-name NAME] [--first-name NAME] [--usual-first-name NAME] [--date DATE] [--dry-run]",
     run_rename},
    {"student", "change",
     "STUDENT [--email TEXT] [--phone TEXT] [--matricule NUMBER] [--faculty CODE] [--language fr|en] [--birth-date "
     "DATE]",
     run_change},
    {NULL, NULL, NULL, NULL},
};
