// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl jury: sessions, jurors, admission, assignment. What follows the reading is in cli-jury-results.c.
#include "config.h"
#include "cli-jury.h"

#include <glib/gi18n-lib.h>
#include "core/jury/ceci-assigning.h"
#include "core/jury/ceci-jury-error.h"
#include "core/jury/ceci-packing.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/store/ceci-fold.h"

CeciJurySession *
ceci_cli_jury_session (CeciDatabase *database, const char *text, GError **error)
{
  return ceci_session_look_up (database, text, error);
}

static gboolean
same (const char *a, const char *b)
{
  g_autofree char *folded_a = ceci_fold (a);
  g_autofree char *folded_b = ceci_fold (b);

  return *folded_b != '\0' && g_strcmp0 (folded_a, folded_b) == 0;
}

CeciSessionJuror *
ceci_cli_jury_member (CeciDatabase *database, const char *session_id, const char *text, GError **error)
{
  g_autoptr (GListModel) members = ceci_jury_repository_session_jurors (database, session_id, error);

  for (guint i = 0; members != NULL && i < g_list_model_get_n_items (members); i++) {
    g_autoptr (CeciSessionJuror) member = g_list_model_get_item (members, i);

    if (g_strcmp0 (ceci_session_juror_get_juror_id (member), text) == 0 ||
        same (ceci_session_juror_get_email (member), text) || same (ceci_session_juror_get_display_name (member), text))
      return g_steal_pointer (&member);
  }
  if (members != NULL)
    g_set_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_NOT_FOUND, _ ("The session has no juror “%s”."),
                 text ? text : "");
  return NULL;
}

CeciDossier *
ceci_cli_jury_dossier (CeciDatabase *database, const char *session_id, const char *text, GError **error)
{
  g_autoptr (GListModel) dossiers = ceci_jury_repository_dossiers (database, session_id, error);

  for (guint i = 0; dossiers != NULL && i < g_list_model_get_n_items (dossiers); i++) {
    g_autoptr (CeciDossier) dossier = g_list_model_get_item (dossiers, i);

    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (dossier)), text) == 0 ||
        g_strcmp0 (ceci_dossier_get_student_id (dossier), text) == 0 ||
        g_strcmp0 (ceci_dossier_get_matricule (dossier), text) == 0 ||
        same (ceci_dossier_get_display_name (dossier), text))
      return g_steal_pointer (&dossier);
  }
  if (dossiers != NULL)
    g_set_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_NOT_FOUND, _ ("The session has no dossier “%s”."),
                 text ? text : "");
  return NULL;
}

CeciExit
ceci_cli_jury_say (CeciCli *cli, JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return ceci_cli_json (cli, node);
}

static CeciExit
say_id (CeciCli *cli, const char *name, const char *id)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, name, id);
  ceci_cli_print (cli, "%s\n", id);
  return ceci_cli_jury_say (cli, object);
}

static gpointer
create_session (CeciDatabase *database, gpointer user_data, GError **error)
{
  return ceci_session_create (database, user_data, error);
}

static CeciExit
run_create (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *held_on = NULL;
  g_autofree char *cut_off_on = NULL;
  g_autofree char *place = NULL;
  int readers = 0;
  const GOptionEntry entries[] = {{"held-on", 0, 0, G_OPTION_ARG_STRING, &held_on, NULL, NULL},
                                  {"cut-off", 0, 0, G_OPTION_ARG_STRING, &cut_off_on, NULL, NULL},
                                  {"readers", 0, 0, G_OPTION_ARG_INT, &readers, NULL, NULL},
                                  {"place", 0, 0, G_OPTION_ARG_STRING, &place, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || held_on == NULL)
    return ceci_cli_usage (&ceci_cli_jury[CECI_JURY_CREATE], NULL);
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, TRUE, &exit);
  if (opened == NULL)
    return exit;
  CeciSessionDraft draft = {argv[1], held_on, cut_off_on, NULL, readers, place};
  g_autofree char *label = g_strdup_printf (_ ("Create the jury session %s"), argv[1]);
  g_autofree char *id = ceci_register_write (opened, label, create_session, &draft, &error);
  return id != NULL ? say_id (cli, "id", id) : ceci_cli_fail (error);
}

static gpointer
list_sessions (CeciDatabase *database, gpointer user_data, GError **error)
{
  return ceci_jury_repository_sessions (database, error);
}

static CeciExit
run_list (CeciCli *cli, int argc, char **argv)
{
  static const char *const columns[] = {"id", "name", "held-on", "state", "dossiers", "jurors", "reviews", NULL};
  const char *const titles[] = {_ ("Id"),       _ ("Name"),   _ ("Held on"), _ ("State"),
                                _ ("Dossiers"), _ ("Jurors"), _ ("Reviews"), NULL};
  g_autoptr (GError) error = NULL;
  CeciExit exit;

  if (argc != 1)
    return ceci_cli_usage (&ceci_cli_jury[CECI_JURY_LIST], NULL);
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  g_autoptr (GListModel) sessions = ceci_register_read (opened, list_sessions, NULL, &error);
  return sessions != NULL ? ceci_cli_records (cli, sessions, columns, titles) : ceci_cli_fail (error);
}

static gboolean
show_members (CeciDatabase *database, const char *session_id, JsonObject *object, GError **error)
{
  g_autoptr (GListModel) members = ceci_jury_repository_session_jurors (database, session_id, error);
  JsonArray *array;

  if (members == NULL)
    return FALSE;
  array = json_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (members); i++) {
    g_autoptr (CeciSessionJuror) member = g_list_model_get_item (members, i);
    JsonNode *node = ceci_record_to_json (member);

    json_object_set_boolean_member (json_node_get_object (node), "stale",
                                    ceci_packing_is_stale (database, member, NULL));
    json_array_add_element (array, node);
  }
  json_object_set_array_member (object, "jurors", array);
  return TRUE;
}

static JsonArray *
records_to_json (GListModel *records)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (records); i++) {
    g_autoptr (CeciRecord) record = g_list_model_get_item (records, i);

    json_array_add_element (array, ceci_record_to_json (record));
  }
  return array;
}

static gpointer
show_session (CeciDatabase *database, gpointer user_data, GError **error)
{
  g_autoptr (CeciJurySession) session = ceci_cli_jury_session (database, user_data, error);
  const char *id = session ? ceci_record_get_id (CECI_RECORD (session)) : NULL;
  g_autoptr (GListModel) dossiers = session ? ceci_jury_repository_dossiers (database, id, error) : NULL;
  g_autoptr (GListModel) assignments = dossiers ? ceci_jury_repository_assignments (database, id, error) : NULL;
  g_autoptr (JsonNode) node = NULL;

  if (assignments == NULL)
    return NULL;
  node = ceci_record_to_json (session);
  if (!show_members (database, id, json_node_get_object (node), error))
    return NULL;
  json_object_set_array_member (json_node_get_object (node), "candidates", records_to_json (dossiers));
  json_object_set_array_member (json_node_get_object (node), "assignments", records_to_json (assignments));
  return g_steal_pointer (&node);
}

static CeciExit
run_show (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  CeciExit exit;

  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_jury[CECI_JURY_SHOW], NULL);
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  JsonNode *node = ceci_register_read (opened, show_session, argv[1], &error);
  if (node == NULL)
    return ceci_cli_fail (error);
  if (!cli->json) {
    g_autofree char *text = json_to_string (node, TRUE);

    ceci_cli_print (cli, "%s\n", text);
  }
  return ceci_cli_json (cli, node);
}

typedef struct {
  const char *session, *juror, *dossier, *role, *reason, *today;
  CeciJuror *draft;
} Membership;

static gpointer
add_juror (CeciDatabase *database, gpointer user_data, GError **error)
{
  Membership *membership = user_data;
  g_autoptr (CeciJurySession) session = ceci_cli_jury_session (database, membership->session, error);

  if (session == NULL)
    return NULL;
  return ceci_session_add_juror (database, ceci_record_get_id (CECI_RECORD (session)), membership->draft, error);
}

static CeciExit
run_add_juror (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *first_name = NULL;
  g_autofree char *family_name = NULL;
  g_autofree char *email = NULL;
  g_autofree char *quality = NULL;
  g_autofree char *languages = NULL;
  g_autofree char *organisation = NULL;
  const GOptionEntry entries[] = {{"first-name", 0, 0, G_OPTION_ARG_STRING, &first_name, NULL, NULL},
                                  {"family-name", 0, 0, G_OPTION_ARG_STRING, &family_name, NULL, NULL},
                                  {"email", 0, 0, G_OPTION_ARG_STRING, &email, NULL, NULL},
                                  {"quality", 0, 0, G_OPTION_ARG_STRING, &quality, NULL, NULL},
                                  {"languages", 0, 0, G_OPTION_ARG_STRING, &languages, NULL, NULL},
                                  {"organisation", 0, 0, G_OPTION_ARG_STRING, &organisation, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || first_name == NULL || family_name == NULL)
    return ceci_cli_usage (&ceci_cli_jury[CECI_JURY_ADD_JUROR], NULL);
  if (quality != NULL && ceci_enum_from_nick (CECI_TYPE_JUROR_QUALITY, quality) < 0)
    return ceci_cli_usage (&ceci_cli_jury[CECI_JURY_ADD_JUROR],
                           _ ("A juror’s quality is student, association, expert or staff."));
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, TRUE, &exit);
  if (opened == NULL)
    return exit;
  g_autoptr (CeciJuror) draft = ceci_record_new (CECI_TYPE_JUROR, "family_name", family_name, "first_name", first_name,
                                                 "email", email, "quality", quality ? quality : "expert", "languages",
                                                 languages ? languages : "fr", "organisation", organisation, NULL);
  Membership membership = {.session = argv[1], .draft = draft};
  g_autofree char *label = g_strdup_printf (_ ("Add %s %s to the jury"), first_name, family_name);
  g_autofree char *id = ceci_register_write (opened, label, add_juror, &membership, &error);
  return id != NULL ? say_id (cli, "juror", id) : ceci_cli_fail (error);
}

static gpointer
recuse_juror (CeciDatabase *database, gpointer user_data, GError **error)
{
  Membership *membership = user_data;
  g_autoptr (CeciJurySession) session = ceci_cli_jury_session (database, membership->session, error);
  const char *id = session ? ceci_record_get_id (CECI_RECORD (session)) : NULL;
  g_autoptr (CeciSessionJuror) member = session ? ceci_cli_jury_member (database, id, membership->juror, error) : NULL;

  if (member == NULL || !ceci_session_recuse_juror (database, id, ceci_session_juror_get_juror_id (member),
                                                    membership->today, membership->reason, error))
    return NULL;
  return g_strdup (ceci_session_juror_get_juror_id (member));
}

static CeciExit
run_recuse (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *juror = NULL;
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {{"juror", 0, 0, G_OPTION_ARG_STRING, &juror, NULL, NULL},
                                  {"reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || juror == NULL)
    return ceci_cli_usage (&ceci_cli_jury[CECI_JURY_RECUSE], NULL);
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, TRUE, &exit);
  if (opened == NULL)
    return exit;
  Membership membership = {.session = argv[1], .juror = juror, .reason = reason, .today = cli->today};
  g_autofree char *label = g_strdup_printf (_ ("Recuse %s from the jury session"), juror);
  g_autofree char *id = ceci_register_write (opened, label, recuse_juror, &membership, &error);
  return id != NULL ? say_id (cli, "juror", id) : ceci_cli_fail (error);
}

typedef struct {
  const char *session, *cohort, *waiver, *today;
  char **students;
  JsonArray *admitted, *refused;
} Admission;

static gboolean
admit_one (CeciDatabase *database, Admission *admission, const char *session_id, CeciStudent *student, GError **error)
{
  g_autoptr (GError) local = NULL;
  const char *student_id = ceci_record_get_id (CECI_RECORD (student));
  g_autofree char *dossier =
      ceci_session_admit (database, session_id, student_id, admission->today, admission->waiver, NULL, &local);
  JsonObject *object;

  if (dossier == NULL && !g_error_matches (local, CECI_JURY_ERROR, CECI_JURY_ERROR_REFUSED)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  object = json_object_new ();
  json_object_set_string_member (object, "student", student_id);
  json_object_set_string_member (object, "name", ceci_student_get_display_name (student));
  if (dossier != NULL)
    json_object_set_string_member (object, "dossier", dossier);
  else
    json_object_set_string_member (object, "reason", local->message);
  json_array_add_object_element (dossier ? admission->admitted : admission->refused, object);
  return TRUE;
}

static GListModel *
wanted_students (CeciDatabase *database, Admission *admission, GError **error)
{
  g_autoptr (CeciCohort) cohort = NULL;
  g_autoptr (GListStore) students = NULL;

  if (admission->cohort != NULL) {
    cohort = ceci_cohort_repository_look_up (database, admission->cohort, error);
    return cohort ? ceci_student_repository_list (database, ceci_record_get_id (CECI_RECORD (cohort)), error) : NULL;
  }
  students = g_list_store_new (CECI_TYPE_STUDENT);
  for (guint i = 0; admission->students[i] != NULL; i++) {
    g_autoptr (CeciStudent) student = ceci_student_repository_look_up (database, admission->students[i], error);

    if (student == NULL)
      return NULL;
    g_list_store_append (students, student);
  }
  return G_LIST_MODEL (g_steal_pointer (&students));
}

static gpointer
admit (CeciDatabase *database, gpointer user_data, GError **error)
{
  Admission *admission = user_data;
  g_autoptr (CeciJurySession) session = ceci_cli_jury_session (database, admission->session, error);
  g_autoptr (GListModel) students = session ? wanted_students (database, admission, error) : NULL;

  if (students == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (students); i++) {
    g_autoptr (CeciStudent) student = g_list_model_get_item (students, i);

    if (!admit_one (database, admission, ceci_record_get_id (CECI_RECORD (session)), student, error))
      return NULL;
  }
  return admission;
}

static CeciExit
run_admit (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *cohort = NULL;
  g_autofree char *waiver = NULL;
  const GOptionEntry entries[] = {{"cohort", 0, 0, G_OPTION_ARG_STRING, &cohort, NULL, NULL},
                                  {"waiver", 0, 0, G_OPTION_ARG_STRING, &waiver, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc < 2 || (argc == 2) == (cohort == NULL))
    return ceci_cli_usage (&ceci_cli_jury[CECI_JURY_ADMIT], NULL);
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, TRUE, &exit);
  if (opened == NULL)
    return exit;
  g_autoptr (JsonArray) admitted = json_array_new ();
  g_autoptr (JsonArray) refused = json_array_new ();
  Admission admission = {argv[1], cohort, waiver, cli->today, argv + 2, admitted, refused};
  if (ceci_register_write (opened, _ ("Admit dossiers to the jury"), admit, &admission, &error) == NULL)
    return ceci_cli_fail (error);
  for (guint i = 0; i < json_array_get_length (admitted); i++)
    ceci_cli_print (cli, _ ("%s is admitted.\n"),
                    json_object_get_string_member (json_array_get_object_element (admitted, i), "name"));
  for (guint i = 0; i < json_array_get_length (refused); i++)
    g_printerr ("%s\n", json_object_get_string_member (json_array_get_object_element (refused, i), "reason"));
  exit = cohort == NULL && json_array_get_length (refused) > 0 ? CECI_EXIT_REFUSED : CECI_EXIT_DONE;
  JsonObject *object = json_object_new ();
  json_object_set_array_member (object, "admitted", g_steal_pointer (&admitted));
  json_object_set_array_member (object, "refused", g_steal_pointer (&refused));
  ceci_cli_jury_say (cli, object);
  return exit;
}

typedef struct {
  Membership who;
  CeciAssigningResult result;
} Assigning;

static gboolean
assign_by_hand (CeciDatabase *database, const char *session_id, Membership *who, GError **error)
{
  g_autoptr (CeciDossier) dossier = ceci_cli_jury_dossier (database, session_id, who->dossier, error);
  g_autoptr (CeciSessionJuror) member = dossier ? ceci_cli_jury_member (database, session_id, who->juror, error) : NULL;
  int role = who->role ? ceci_enum_from_nick (CECI_TYPE_ASSIGNMENT_ROLE, who->role) : CECI_ASSIGNMENT_ROLE_READER;

  if (member == NULL)
    return FALSE;
  if (role < 0) {
    g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_INVALID, _ ("A role is reader, reserve or third."));
    return FALSE;
  }
  return ceci_assigning_add (database, ceci_record_get_id (CECI_RECORD (dossier)),
                             ceci_session_juror_get_juror_id (member), (CeciAssignmentRole) role, error);
}

static gpointer
assign (CeciDatabase *database, gpointer user_data, GError **error)
{
  Assigning *assigning = user_data;
  g_autoptr (CeciJurySession) session = ceci_cli_jury_session (database, assigning->who.session, error);
  const char *id = session ? ceci_record_get_id (CECI_RECORD (session)) : NULL;

  if (session == NULL)
    return NULL;
  if (assigning->who.dossier != NULL) {
    assigning->result.added = 1;
    return assign_by_hand (database, id, &assigning->who, error) ? assigning : NULL;
  }
  return ceci_assigning_run (database, id, &assigning->result, error) ? assigning : NULL;
}

static void
print_assigning (CeciCli *cli, const CeciAssigningResult *result)
{
  ceci_cli_print (cli, ngettext ("%u assignment made.\n", "%u assignments made.\n", result->added), result->added);
  for (guint i = 0; result->conflicts != NULL && result->conflicts[i] != NULL; i++)
    ceci_cli_print (cli, "%s\n", result->conflicts[i]);
  if (result->missing > 0)
    g_printerr (ngettext ("%u reader could not be found. Add jurors, or assign by hand.\n",
                          "%u readers could not be found. Add jurors, or assign by hand.\n", result->missing),
                result->missing);
}

static CeciExit
run_assign (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *dossier = NULL;
  g_autofree char *juror = NULL;
  g_autofree char *role = NULL;
  const GOptionEntry entries[] = {{"dossier", 0, 0, G_OPTION_ARG_STRING, &dossier, NULL, NULL},
                                  {"juror", 0, 0, G_OPTION_ARG_STRING, &juror, NULL, NULL},
                                  {"role", 0, 0, G_OPTION_ARG_STRING, &role, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || (dossier == NULL) != (juror == NULL))
    return ceci_cli_usage (&ceci_cli_jury[CECI_JURY_ASSIGN], NULL);
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, TRUE, &exit);
  if (opened == NULL)
    return exit;
  Assigning assigning = {.who = {.session = argv[1], .dossier = dossier, .juror = juror, .role = role}};
  if (ceci_register_write (opened, _ ("Assign dossiers to jurors"), assign, &assigning, &error) == NULL)
    return ceci_cli_fail (error);
  JsonObject *object = json_object_new ();
  JsonArray *conflicts = json_array_new ();
  for (guint i = 0; assigning.result.conflicts != NULL && assigning.result.conflicts[i] != NULL; i++)
    json_array_add_string_element (conflicts, assigning.result.conflicts[i]);
  json_object_set_int_member (object, "added", assigning.result.added);
  json_object_set_int_member (object, "missing", assigning.result.missing);
  json_object_set_array_member (object, "conflicts", conflicts);
  print_assigning (cli, &assigning.result);
  ceci_assigning_result_clear (&assigning.result);
  return ceci_cli_jury_say (cli, object);
}

const CeciCommand ceci_cli_jury[] = {
    [CECI_JURY_CREATE] = {"jury", "create",
                          "NAME --held-on YYYY-MM-DD [--cut-off YYYY-MM-DD] [--readers N] [--place PLACE]", run_create},
    [CECI_JURY_LIST] = {"jury", "list", "", run_list},
    [CECI_JURY_SHOW] = {"jury", "show", "SESSION", run_show},
    [CECI_JURY_ADD_JUROR] = {"jury", "add-juror",
                             "SESSION --first-name N --family-name N [--email E] [--quality "
                             "student|association|expert|staff] [--languages fr] [--organisation O]",
                             run_add_juror},
    [CECI_JURY_RECUSE] = {"jury", "recuse", "SESSION --juror J --reason TEXT", run_recuse},
    [CECI_JURY_ADMIT] = {"jury", "admit", "SESSION STUDENT…|--cohort C [--waiver REASON]", run_admit},
    [CECI_JURY_ASSIGN] = {"jury", "assign", "SESSION [--dossier D --juror J [--role reader|reserve|third]]",
                          run_assign},
    [CECI_JURY_PACK] = {"jury", "pack", "SESSION --juror J --out FILE [--passphrase-file F]", ceci_cli_jury_pack},
    [CECI_JURY_MERGE] = {"jury", "merge", "FILE… [--dry-run] [--replace]", ceci_cli_jury_merge},
    [CECI_JURY_RESULTS] = {"jury", "results", "SESSION", ceci_cli_jury_results},
    [CECI_JURY_DECIDE] = {"jury", "decide",
                          "SESSION DOSSIER --outcome awarded|to_complete|deferred|refused [--reason TEXT] [--votes "
                          "FOR/AGAINST/ABSTAINING] [--conditions TEXT] [--complete-by YYYY-MM-DD]",
                          ceci_cli_jury_decide},
    [CECI_JURY_CLOSE] = {"jury", "close", "SESSION", ceci_cli_jury_close},
    [CECI_JURY_REOPEN] = {"jury", "reopen", "SESSION --reason TEXT", ceci_cli_jury_reopen},
    [CECI_JURY_REOPEN + 1] = {NULL, NULL, NULL, NULL},
};
