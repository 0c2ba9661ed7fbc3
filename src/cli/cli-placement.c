// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl placement, hours: where a student works, the agreement's signatures, the hour log.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/model/ceci-facts-repository.h"
#include "core/model/ceci-hours-entry.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-organisation-repository.h"
#include "core/model/ceci-placement-repository.h"
#include "core/store/ceci-date.h"

static gpointer
list_placements (CeciDatabase *database, gpointer student_id, GError **error)
{
  return ceci_placement_repository_list (database, student_id, error);
}

static CeciExit
show_placements (CeciCli *cli, CeciRegister *opened, const char *student_id)
{
  static const char *const columns[] = {"organisation-name", "function",  "starts-on", "ends-on",
                                        "signatures",        "signed-on", "minutes",   NULL};
  const char *const titles[] = {_ ("Organisation"), _ ("Role"),   _ ("Start"),   _ ("End"),
                                _ ("Signatures"),   _ ("Signed"), _ ("Minutes"), NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) placements = ceci_register_read (opened, list_placements, (gpointer) student_id, &error);

  return placements != NULL ? ceci_cli_records (cli, placements, columns, titles) : ceci_cli_fail (error);
}

static CeciExit
run_list (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *text = NULL;
  const GOptionEntry entries[] = {{"student", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL}, G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) student = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc > 1 || text == NULL)
    return ceci_cli_usage (&ceci_cli_placement[0], NULL);
  student = ceci_cli_open_student (cli, text, FALSE, &opened, &exit);
  return student != NULL ? show_placements (cli, opened, ceci_record_get_id (CECI_RECORD (student))) : exit;
}

typedef struct {
  const char *student_id;
  char *organisation, *kind, *legal_form, *number, *starts, *ends, *hours, *mission, *function, *supervisor;
  gboolean committee;
} NewPlacement;

static char *
find_or_add_organisation (CeciDatabase *database, NewPlacement *new, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CeciOrganisation) draft = NULL;
  char *id = ceci_organisation_repository_match (database, new->organisation, new->number, &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (id != NULL)
    return id;
  draft = ceci_record_new (
      CECI_TYPE_ORGANISATION, "name", new->organisation, "kind", new->kind != NULL ? new->kind : "other", "legal_form",
      new->legal_form != NULL ? new->legal_form : "unknown", "enterprise_number", new->number, NULL);
  return ceci_organisation_repository_add (database, draft, error);
}

static gpointer
add_placement (CeciDatabase *database, gpointer user_data, GError **error)
{
  NewPlacement *new = user_data;
  g_autofree char *organisation_id = find_or_add_organisation (database, new, error);
  g_autoptr (CeciPlacement) draft = NULL;
  gint64 planned = new->hours != NULL ? ceci_duration_parse (new->hours) : 0;

  if (organisation_id == NULL)
    return NULL;
  draft =
      ceci_record_new (CECI_TYPE_PLACEMENT, "student_id", new->student_id, "organisation_id", organisation_id,
                       "function", new->function, "mission", new->mission, "starts_on", new->starts, "ends_on",
                       new->ends, "planned_minutes", planned, "committee_member", new->committee, "supervisor_kind",
                       new->supervisor != NULL ? "individual" : "collective", "supervisor_name", new->supervisor, NULL);
  return ceci_placement_repository_add (database, draft, error);
}

static void
new_placement_clear (NewPlacement *self)
{
  g_free (self->organisation);
  g_free (self->kind);
  g_free (self->legal_form);
  g_free (self->number);
  g_free (self->starts);
  g_free (self->ends);
  g_free (self->hours);
  g_free (self->mission);
  g_free (self->function);
  g_free (self->supervisor);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewPlacement, new_placement_clear)

static CeciExit
run_add (CeciCli *cli, int argc, char **argv)
{
  g_auto (NewPlacement) new = {0};
  g_autofree char *text = NULL, *label = NULL, *id = NULL;
  const GOptionEntry entries[] = {
      {"student", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL},
      {"organisation", 0, 0, G_OPTION_ARG_STRING, &new.organisation, NULL, NULL},
      {"kind", 0, 0, G_OPTION_ARG_STRING, &new.kind, NULL, NULL},
      {"legal-form", 0, 0, G_OPTION_ARG_STRING, &new.legal_form, NULL, NULL},
      {"number", 0, 0, G_OPTION_ARG_STRING, &new.number, NULL, NULL},
      {"starts", 0, 0, G_OPTION_ARG_STRING, &new.starts, NULL, NULL},
      {"ends", 0, 0, G_OPTION_ARG_STRING, &new.ends, NULL, NULL},
      {"hours", 0, 0, G_OPTION_ARG_STRING, &new.hours, NULL, NULL},
      {"mission", 0, 0, G_OPTION_ARG_STRING, &new.mission, NULL, NULL},
      {"function", 0, 0, G_OPTION_ARG_STRING, &new.function, NULL, NULL},
      {"supervisor", 0, 0, G_OPTION_ARG_STRING, &new.supervisor, NULL, NULL},
      {"committee-member", 0, 0, G_OPTION_ARG_NONE, &new.committee, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) student = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc > 1 || text == NULL || new.organisation == NULL)
    return ceci_cli_usage (&ceci_cli_placement[1], NULL);
  student = ceci_cli_open_student (cli, text, TRUE, &opened, &exit);
  if (student == NULL)
    return exit;
  new.student_id = ceci_record_get_id (CECI_RECORD (student));
  label = ceci_label_placement_add (ceci_student_get_display_name (student));
  id = ceci_register_write (opened, label, add_placement, &new, &error);
  return id != NULL ? show_placements (cli, opened, new.student_id) : ceci_cli_fail (error);
}

typedef struct {
  const char *student_id, *signatory, *date;
  int party; // -1: all three
} Signing;

static gpointer
sign (CeciDatabase *database, gpointer user_data, GError **error)
{
  Signing *signing = user_data;
  g_autoptr (CeciPlacement) placement =
      ceci_placement_repository_at (database, signing->student_id, signing->date, error);

  if (placement == NULL)
    return NULL;
  for (int party = CECI_PARTY_STUDENT; party <= CECI_PARTY_UNIVERSITY; party++)
    if ((signing->party < 0 || signing->party == party) &&
        !ceci_agreement_repository_sign (database, ceci_record_get_id (CECI_RECORD (placement)), (CeciParty) party,
                                         signing->signatory, signing->date, error))
      return NULL;
  return GINT_TO_POINTER (TRUE);
}

static CeciExit
run_sign (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *text = NULL, *party = NULL, *signatory = NULL, *date = NULL, *label = NULL;
  const GOptionEntry entries[] = {
      {"student", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL},
      {"party", 0, 0, G_OPTION_ARG_STRING, &party, NULL, NULL},
      {"signatory", 0, 0, G_OPTION_ARG_STRING, &signatory, NULL, NULL},
      {"date", 0, 0, G_OPTION_ARG_STRING, &date, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) student = NULL;
  Signing signing = {0};
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc > 1 || text == NULL || party == NULL)
    return ceci_cli_usage (&ceci_cli_placement[2], NULL);
  signing.party = ceci_enum_from_nick (CECI_TYPE_PARTY, party);
  if (signing.party < 0 && strcmp (party, "all") != 0)
    return ceci_cli_usage (&ceci_cli_placement[2], _ ("A party is student, organisation, university or all."));
  student = ceci_cli_open_student (cli, text, TRUE, &opened, &exit);
  if (student == NULL)
    return exit;
  signing.student_id = ceci_record_get_id (CECI_RECORD (student));
  signing.date = date != NULL ? date : cli->today;
  signing.signatory = signatory != NULL ? signatory : ceci_student_get_display_name (student);
  if (signing.party < 0)
    label = ceci_label_agreement_sign (_ ("all parties"), ceci_student_get_display_name (student));
  else
    label = ceci_label_agreement_sign (ceci_enum_get_label (CECI_TYPE_PARTY, signing.party),
                                       ceci_student_get_display_name (student));
  if (ceci_register_write (opened, label, sign, &signing, &error) == NULL)
    return ceci_cli_fail (error);
  return show_placements (cli, opened, signing.student_id);
}

typedef struct {
  const char *student_id;
  const char *state;
  gint64 minutes;
  char *worked_on, *description;
} Entry;

static gpointer
add_hours (CeciDatabase *database, gpointer user_data, GError **error)
{
  Entry *entry = user_data;
  g_autoptr (CeciPlacement) placement =
      ceci_placement_repository_at (database, entry->student_id, entry->worked_on, error);
  g_autoptr (CeciHours) draft = NULL;

  if (placement == NULL)
    return NULL;
  draft = ceci_record_new (CECI_TYPE_HOURS, "placement_id", ceci_record_get_id (CECI_RECORD (placement)), "worked_on",
                           entry->worked_on, "minutes", entry->minutes, "description", entry->description, "state",
                           entry->state, NULL);
  return ceci_hours_repository_add (database, draft, error);
}

// Every entry as its record's JSON, with "count" and the reason in words.
static gpointer
list_hours (CeciDatabase *database, gpointer student_id, GError **error)
{
  static const char *const counts[] = {"yes", "waiting", "no"};
  g_autoptr (CeciRegulation) regulation = NULL;
  g_autoptr (CeciFacts) facts = ceci_facts_repository_find (database, student_id, &regulation, error);
  g_autoptr (GListModel) hours = NULL;
  JsonArray *array;

  if (facts == NULL)
    return NULL;
  hours = ceci_hours_repository_list (database, student_id, error);
  if (hours == NULL)
    return NULL;
  array = json_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (hours); i++) {
    g_autoptr (CeciHours) entry = g_list_model_get_item (hours, i);
    JsonNode *node = ceci_record_to_json (entry);

    for (guint k = 0; k < facts->hours->len; k++) {
      CeciHoursFacts *fact = &g_array_index (facts->hours, CeciHoursFacts, k);
      g_autofree char *reason = NULL;

      if (strcmp (fact->id, ceci_record_get_id (CECI_RECORD (entry))) != 0)
        continue;
      json_object_set_string_member (json_node_get_object (node), "count",
                                     counts[ceci_regulation_count_hours (regulation, facts, fact, &reason)]);
      if (reason != NULL)
        json_object_set_string_member (json_node_get_object (node), "reason", reason);
    }
    json_array_add_element (array, node);
  }
  return array;
}

static CeciExit
show_hours (CeciCli *cli, CeciRegister *opened, const char *student_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonArray) hours = ceci_register_read (opened, list_hours, (gpointer) student_id, &error);

  if (hours == NULL)
    return ceci_cli_fail (error);
  for (guint i = 0; i < json_array_get_length (hours); i++) {
    JsonObject *entry = json_array_get_object_element (hours, i);
    g_autofree char *duration = ceci_duration_format (json_object_get_int_member (entry, "minutes"));

    ceci_cli_print (cli, "%s  %-9s %-8s %s %s\n", json_object_get_string_member (entry, "worked-on"), duration,
                    json_object_get_string_member_with_default (entry, "count", ""),
                    json_object_get_string_member_with_default (entry, "description", ""),
                    json_object_get_string_member_with_default (entry, "reason", ""));
  }
  return ceci_cli_json (cli, json_node_init_array (json_node_alloc (), hours));
}

static CeciExit
run_hours_add (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *text = NULL, *state = NULL, *line = NULL, *label = NULL, *id = NULL;
  const GOptionEntry entries[] = {
      {"student", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL},
      {"state", 0, 0, G_OPTION_ARG_STRING, &state, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) student = NULL;
  g_autoptr (CeciHoursReading) reading = NULL;
  Entry entry = {0};
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc < 2 || text == NULL || (state != NULL && ceci_enum_from_nick (CECI_TYPE_HOURS_STATE, state) < 0))
    return ceci_cli_usage (&ceci_cli_placement[3], NULL);
  line = g_strjoinv (" ", argv + 1);
  reading = ceci_hours_reading_new (line, cli->today, NULL, 0, &error);
  if (reading == NULL)
    return ceci_cli_fail (error);
  student = ceci_cli_open_student (cli, text, TRUE, &opened, &exit);
  if (student == NULL)
    return exit;
  entry.student_id = ceci_record_get_id (CECI_RECORD (student));
  entry.state = state != NULL ? state : "claimed";
  entry.minutes = reading->minutes;
  entry.worked_on = reading->worked_on;
  entry.description = reading->description;
  label = ceci_label_hours_add (entry.minutes, ceci_student_get_display_name (student));
  id = ceci_register_write (opened, label, add_hours, &entry, &error);
  return id != NULL ? show_hours (cli, opened, entry.student_id) : ceci_cli_fail (error);
}

static CeciExit
run_hours_list (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *text = NULL;
  const GOptionEntry entries[] = {{"student", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL}, G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) student = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc > 1 || text == NULL)
    return ceci_cli_usage (&ceci_cli_placement[4], NULL);
  student = ceci_cli_open_student (cli, text, FALSE, &opened, &exit);
  return student != NULL ? show_hours (cli, opened, ceci_record_get_id (CECI_RECORD (student))) : exit;
}

const CeciCommand ceci_cli_placement[] = {
    {"placement", "list", "--student STUDENT", run_list},
    {"placement", "add",
     "--student STUDENT --organisation NAME --starts DATE [--ends DATE] [--hours DURATION] [--kind KIND] [--legal-form "
     "FORM] "
     "[--number BCE] [--mission TEXT] [--function TEXT] [--supervisor NAME] [--committee-member]",
     run_add},
    {"placement", "sign",
     "--student STUDENT --party student|organisation|university|all [--signatory NAME] [--date DATE]", run_sign},
    {"hours", "add", "--student STUDENT [--state claimed|confirmed|accepted] “3h30 12/03 welcome desk”", run_hours_add},
    {"hours", "list", "--student STUDENT", run_hours_list},
    {NULL, NULL, NULL, NULL},
};
