// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl application: who applies, whether it is admissible and why, guidance, contacts, corrections.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/model/ceci-admission.h"
#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-guidance.h"
#include "core/model/ceci-person-duplicates.h"
#include "core/regulation/ceci-finding.h"
#include "core/store/ceci-date.h"

// What a command is asked; each piece of work uses what it needs of it.
typedef struct {
  CeciCli *cli;
  char *id; // of the application that was found
  const char *text, *other, *day;
  int number;
  const char *const *fields; // «name=value»
} Request;

static gpointer
list_applications (CeciDatabase *database, gpointer cohort_name, GError **error)
{
  g_autoptr (CeciCohort) cohort = NULL;

  if (cohort_name == NULL)
    return ceci_application_repository_list (database, NULL, error);
  cohort = ceci_cohort_repository_look_up (database, cohort_name, error);
  return cohort != NULL ? ceci_application_repository_list (database, ceci_record_get_id (CECI_RECORD (cohort)), error)
                        : NULL;
}

static CeciExit
run_list (CeciCli *cli, int argc, char **argv)
{
  static const char *const columns[] = {"id",    "display-name",      "matricule",    "faculty-code",
                                        "state", "organisation-name", "state-reason", NULL};
  const char *const titles[] = {_ ("Identifier"), _ ("Name"),         _ ("Student number"), _ ("Faculty"),
                                _ ("State"),      _ ("Organisation"), _ ("Reason"),         NULL};
  g_autofree char *cohort = NULL;
  const GOptionEntry entries[] = {{"cohort", 0, 0, G_OPTION_ARG_STRING, &cohort, NULL, NULL}, G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GListModel) applications = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc > 1)
    return ceci_cli_usage (&ceci_cli_application[0], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  applications = ceci_register_read (opened, list_applications, cohort, &error);
  return applications != NULL ? ceci_cli_records (cli, applications, columns, titles) : ceci_cli_fail (error);
}

// --- one application ----------------------------------------------------------------------

static void
add_list (JsonObject *object, const char *name, GListModel *list)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (GObject) item = g_list_model_get_item (list, i);
    json_array_add_element (array, ceci_record_to_json (item));
  }
  json_object_set_array_member (object, name, array);
}

static void
add_duplicates (JsonObject *object, GPtrArray *pairs)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < pairs->len; i++) {
    const CeciPersonPair *pair = pairs->pdata[i];
    JsonObject *each = json_object_new ();

    json_object_set_string_member (each, "person", ceci_record_get_id (CECI_RECORD (pair->other)));
    json_object_set_string_member (each, "name", ceci_person_get_display_name (pair->other));
    json_object_set_string_member (each, "reason", pair->reason);
    json_object_set_boolean_member (each, "sure", pair->sure);
    json_array_add_object_element (array, each);
  }
  json_object_set_array_member (object, "duplicates", array);
}

// The application with all that its page in the window says.
static gpointer
describe (CeciDatabase *database, gpointer data, GError **error)
{
  Request *request = data;
  g_autoptr (CeciApplication) application = ceci_application_repository_find (database, request->id, error);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) pairs = NULL;
  g_autoptr (GListModel) contacts = NULL;
  g_autoptr (GListModel) offers = NULL;
  g_autoptr (JsonArray) checks = json_array_new ();
  JsonNode *node;
  JsonObject *object;

  if (application == NULL || (findings = ceci_admission_check (database, application, error)) == NULL ||
      (contacts = ceci_guidance_contacts (database, request->id, error)) == NULL ||
      (offers = ceci_guidance_offers (database, application, request->cli->today, error)) == NULL ||
      (pairs = ceci_person_duplicates_of (database, ceci_application_get_person_id (application), error)) == NULL)
    return NULL;
  node = ceci_record_to_json (application);
  object = json_node_get_object (node);
  for (guint i = 0; i < findings->len; i++)
    json_array_add_element (checks, ceci_finding_to_json (findings->pdata[i]));
  json_object_set_array_member (object, "check", json_array_ref (checks));
  add_list (object, "contacts", contacts);
  add_list (object, "offers", offers);
  add_duplicates (object, pairs);
  return node;
}

static gpointer
look_up (CeciDatabase *database, gpointer text, GError **error)
{
  return ceci_application_repository_look_up (database, text, error);
}

// The register, and the id of the application that was named; NULL: said why, *exit set.
static CeciRegister *
open_application (CeciCli *cli, const char *text, gboolean writable, Request *request, CeciExit *exit)
{
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, writable, exit);
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciApplication) application = NULL;

  if (opened == NULL)
    return NULL;
  application = ceci_register_read (opened, look_up, (gpointer) text, &error);
  if (application == NULL) {
    *exit = ceci_cli_fail (error);
    return NULL;
  }
  request->cli = cli;
  request->id = g_strdup (ceci_record_get_id (CECI_RECORD (application)));
  return g_steal_pointer (&opened);
}

static CeciExit
print (CeciCli *cli, CeciRegister *opened, Request *request)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = ceci_register_read (opened, describe, request, &error);
  JsonObject *object;
  JsonArray *checks;

  if (node == NULL)
    return ceci_cli_fail (error);
  object = json_node_get_object (node);
  ceci_cli_print (cli, "%s\n%s: %s\n", json_object_get_string_member (object, "display-name"), _ ("State"),
                  json_object_get_string_member (object, "state"));
  checks = json_object_get_array_member (object, "check");
  for (guint i = 0; i < json_array_get_length (checks); i++) {
    JsonObject *check = json_array_get_object_element (checks, i);

    ceci_cli_print (cli, "%-4s %-8s %s\n", json_object_get_string_member (check, "rule"),
                    json_object_get_string_member (check, "state"), json_object_get_string_member (check, "reason"));
  }
  return ceci_cli_json (cli, node);
}

static CeciExit
write_and_print (CeciCli *cli, CeciRegister *opened, const char *label, CeciRegisterFunc work, Request *request)
{
  g_autoptr (GError) error = NULL;

  if (ceci_register_write (opened, label, work, request, &error) == NULL)
    return ceci_cli_fail (error);
  return print (cli, opened, request);
}

static CeciExit
run_show (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (CeciRegister) opened = NULL;
  Request request = {NULL};
  CeciExit exit;

  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_application[1], NULL);
  opened = open_application (cli, argv[1], FALSE, &request, &exit);
  exit = opened != NULL ? print (cli, opened, &request) : exit;
  g_free (request.id);
  return exit;
}

// --- changes -----------------------------------------------------------------------------

static gpointer
set_state (CeciDatabase *database, gpointer data, GError **error)
{
  Request *request = data;

  return GINT_TO_POINTER (ceci_application_repository_set_state (
      database, request->id, (CeciApplicationState) request->number, request->text, error));
}

static CeciExit
run_set_state (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *reason = NULL, *label = NULL;
  const GOptionEntry entries[] = {{"reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL}, G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  Request request = {NULL};
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  request.number = argc == 3 ? ceci_enum_from_nick (CECI_TYPE_APPLICATION_STATE, argv[2]) : -1;
  request.text = reason;
  if (request.number < 0 || request.number == CECI_APPLICATION_STATE_SELECTED)
    return ceci_cli_usage (&ceci_cli_application[2], _ ("Say which application, and its state. Enrolling selects it."));
  if (reason == NULL &&
      (request.number == CECI_APPLICATION_STATE_INADMISSIBLE || request.number == CECI_APPLICATION_STATE_WITHDRAWN))
    return ceci_cli_usage (&ceci_cli_application[2], _ ("This state needs a reason: --reason TEXT."));
  opened = open_application (cli, argv[1], TRUE, &request, &exit);
  label =
      g_strdup_printf (_ ("Mark “%s”: %s"), ceci_enum_get_label (CECI_TYPE_APPLICATION_STATE, request.number), argv[1]);
  exit = opened != NULL ? write_and_print (cli, opened, label, set_state, &request) : exit;
  g_free (request.id);
  return exit;
}

static gpointer
set_guidance (CeciDatabase *database, gpointer data, GError **error)
{
  Request *request = data;

  if (request->other != NULL)
    return GINT_TO_POINTER (ceci_guidance_take_up (database, request->id, request->other, error));
  return GINT_TO_POINTER (request->day != NULL ? ceci_guidance_start (database, request->id, request->day, error)
                                               : ceci_guidance_stop (database, request->id, error));
}

static CeciExit
run_guidance (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *since = NULL, *label = NULL;
  const GOptionEntry entries[] = {{"since", 0, 0, G_OPTION_ARG_STRING, &since, NULL, NULL}, G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  Request request = {NULL};
  CeciExit exit;
  gboolean start, stop, take;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  start = argc == 3 && strcmp (argv[2], "start") == 0;
  stop = argc == 3 && strcmp (argv[2], "stop") == 0;
  take = argc == 4 && strcmp (argv[2], "take-up") == 0;
  if (!start && !stop && !take)
    return ceci_cli_usage (&ceci_cli_application[3], NULL);
  request.day = start ? (since != NULL ? since : cli->today) : NULL;
  request.other = take ? argv[3] : NULL;
  opened = open_application (cli, argv[1], TRUE, &request, &exit);
  label = g_strdup_printf (take    ? _ ("Take up an offer for %s")
                           : start ? _ ("Guide %s to a placement")
                                   : _ ("End the guidance of %s"),
                           argv[1]);
  exit = opened != NULL ? write_and_print (cli, opened, label, set_guidance, &request) : exit;
  g_free (request.id);
  return exit;
}

static gpointer
add_contact (CeciDatabase *database, gpointer data, GError **error)
{
  Request *request = data;
  g_autofree char *id = ceci_guidance_add_contact (
      database, request->id, request->day, (CeciContactChannel) request->number, request->other, request->text, error);

  return GINT_TO_POINTER (id != NULL);
}

static CeciExit
run_contact (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *channel = NULL, *note = NULL, *day = NULL, *author = NULL, *label = NULL;
  const GOptionEntry entries[] = {
      {"channel", 0, 0, G_OPTION_ARG_STRING, &channel, NULL, NULL},
      {"note", 0, 0, G_OPTION_ARG_STRING, &note, NULL, NULL},
      {"date", 0, 0, G_OPTION_ARG_STRING, &day, NULL, NULL},
      {"author", 0, 0, G_OPTION_ARG_STRING, &author, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  Request request = {NULL};
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  request.number = ceci_enum_from_nick (CECI_TYPE_CONTACT_CHANNEL, channel != NULL ? channel : "other");
  request.text = note;
  request.day = day != NULL ? day : cli->today;
  request.other = author != NULL ? author : g_get_real_name ();
  if (argc != 2 || note == NULL || request.number < 0)
    return ceci_cli_usage (&ceci_cli_application[4], NULL);
  opened = open_application (cli, argv[1], TRUE, &request, &exit);
  label = g_strdup_printf (_ ("Record a contact with %s"), argv[1]);
  exit = opened != NULL ? write_and_print (cli, opened, label, add_contact, &request) : exit;
  g_free (request.id);
  return exit;
}

// --- corrections -------------------------------------------------------------------------

static const struct {
  const char *name;
  enum { TEXT, DAY, HOURS, YES_NO } kind;
} editable[] = {
    {"organisation-name", TEXT},
    {"organisation-kind", TEXT},
    {"legal-form", TEXT},
    {"enterprise-number", TEXT},
    {"mission", TEXT},
    {"function", TEXT},
    {"planned-hours", HOURS},
    {"starts-on", DAY},
    {"ends-on", DAY},
    {"committee-member", YES_NO},
    {"supervisor-name", TEXT},
    {"supervisor-email", TEXT},
    {"offer-reference", TEXT},
    {"offer-labelled", YES_NO},
    {"study-path", TEXT},
    {"entry-profile", TEXT},
    {"eligibility-reason", TEXT},
};

static gpointer
with_value (gpointer record, const char *name, guint kind, const char *value, GError **error)
{
  g_autofree char *field = g_strdelimit (g_strdup (kind == HOURS ? "planned_minutes" : name), "-", '_');
  const char *text = *value != '\0' ? value : NULL;

  switch (kind) {
  case HOURS:
    if (text != NULL && ceci_duration_parse (text) < 0)
      break;
    return ceci_record_with (record, field, text != NULL ? ceci_duration_parse (text) : CECI_UNSET, NULL);
  case DAY:
    if (text != NULL && !ceci_date_is_valid (text))
      break;
    return ceci_record_with (record, field, text, NULL);
  case YES_NO:
    if (g_strcmp0 (text, "yes") != 0 && g_strcmp0 (text, "no") != 0)
      break;
    return ceci_record_with (record, field, (int) (text[0] == 'y'), NULL);
  case TEXT:
  default:
    if ((strcmp (name, "organisation-kind") == 0 && text != NULL &&
         ceci_enum_from_nick (CECI_TYPE_ORGANISATION_KIND, text) < 0) ||
        (strcmp (name, "legal-form") == 0 && text != NULL && ceci_enum_from_nick (CECI_TYPE_LEGAL_FORM, text) < 0))
      break;
    return ceci_record_with (record, field, text, NULL);
  }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” can’t be the value of %s."), value, name);
  return NULL;
}

static gpointer
edit (CeciDatabase *database, gpointer data, GError **error)
{
  Request *request = data;
  gpointer changed = ceci_application_repository_find (database, request->id, error);
  gboolean done;

  for (guint i = 0; changed != NULL && request->fields[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (request->fields[i], "=", 2);
    gpointer next = NULL;

    for (guint j = 0; j < G_N_ELEMENTS (editable) && g_strv_length (parts) == 2 && next == NULL; j++)
      if (strcmp (parts[0], editable[j].name) == 0) {
        next = with_value (changed, editable[j].name, editable[j].kind, parts[1], error);
        if (next == NULL) {
          g_object_unref (changed);
          return NULL;
        }
      }
    g_object_unref (changed);
    changed = next;
    if (next == NULL)
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is no field to correct. Write field=value, for example planned-hours=160."),
                   request->fields[i]);
  }
  if (changed == NULL)
    return NULL;
  done = ceci_admission_correct (database, changed, error);
  g_object_unref (changed);
  return GINT_TO_POINTER (done);
}

static CeciExit
run_edit (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *label = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  Request request = {NULL};
  CeciExit exit;

  if (argc < 3)
    return ceci_cli_usage (&ceci_cli_application[5], NULL);
  request.fields = (const char *const *) argv + 2;
  opened = open_application (cli, argv[1], TRUE, &request, &exit);
  label = g_strdup_printf (_ ("Correct the application of %s"), argv[1]);
  exit = opened != NULL ? write_and_print (cli, opened, label, edit, &request) : exit;
  g_free (request.id);
  return exit;
}

// --- checking a whole cohort again ---------------------------------------------------------

typedef struct {
  const char *cohort;
  gboolean dry_run;
} Review;

static JsonNode *
changes_to_json (GPtrArray *changes)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < changes->len; i++) {
    const CeciAdmissionChange *change = changes->pdata[i];
    JsonObject *each = json_object_new ();

    json_object_set_string_member (each, "application", ceci_record_get_id (CECI_RECORD (change->application)));
    json_object_set_string_member (each, "name", ceci_application_get_display_name (change->application));
    json_object_set_string_member (
        each, "from",
        ceci_enum_get_nick (CECI_TYPE_APPLICATION_STATE, (int) ceci_application_get_state (change->application)));
    json_object_set_string_member (each, "to", ceci_enum_get_nick (CECI_TYPE_APPLICATION_STATE, (int) change->state));
    if (change->reason != NULL)
      json_object_set_string_member (each, "reason", change->reason);
    json_array_add_object_element (array, each);
  }
  return json_node_init_array (json_node_alloc (), array);
}

static gpointer
check_again (CeciDatabase *database, gpointer data, GError **error)
{
  Review *review = data;
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_look_up (database, review->cohort, error);
  g_autoptr (GPtrArray) changes =
      cohort != NULL ? ceci_admission_review (database, ceci_record_get_id (CECI_RECORD (cohort)), error) : NULL;

  if (changes == NULL || (!review->dry_run && !ceci_admission_apply (database, changes, error)))
    return NULL;
  return changes_to_json (changes);
}

static CeciExit
run_check (CeciCli *cli, int argc, char **argv)
{
  Review review = {NULL};
  const GOptionEntry entries[] = {{"dry-run", 0, 0, G_OPTION_ARG_NONE, &review.dry_run, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  JsonNode *node;
  JsonArray *changes;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_application[6], NULL);
  review.cohort = argv[1];
  opened = ceci_cli_open (cli, !review.dry_run, &exit);
  if (opened == NULL)
    return exit;
  node = review.dry_run
             ? ceci_register_read (opened, check_again, &review, &error)
             : ceci_register_write (opened, _ ("Check the applications again"), check_again, &review, &error);
  if (node == NULL)
    return ceci_cli_fail (error);
  changes = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (changes); i++) {
    JsonObject *change = json_array_get_object_element (changes, i);

    ceci_cli_print (cli, "%s: %s → %s. %s\n", json_object_get_string_member (change, "name"),
                    json_object_get_string_member (change, "from"), json_object_get_string_member (change, "to"),
                    json_object_get_string_member_with_default (change, "reason", ""));
  }
  return ceci_cli_json (cli, node);
}

const CeciCommand ceci_cli_application[] = {
    {"application", "list", "[--cohort COHORT]", run_list},
    {"application", "show", "APPLICATION", run_show},
    {"application", "set-state",
     "APPLICATION received|admissible|inadmissible|waiting|declined|withdrawn [--reason TEXT]", run_set_state},
    {"application", "guidance", "APPLICATION start|stop|take-up OFFER [--since DATE]", run_guidance},
    {"application", "contact",
     "APPLICATION --note TEXT [--channel email|phone|meeting|other] [--date DATE] [--author NAME]", run_contact},
    {"application", "edit", "APPLICATION FIELD=VALUE…", run_edit},
    {"application", "check", "COHORT [--dry-run]", run_check},
    {NULL, NULL, NULL, NULL},
};
