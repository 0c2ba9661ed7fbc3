// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl hours: the hour log, what is settled of it, a filled sheet that comes back.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/exchange/ceci-hours-proposal.h"
#include "core/exchange/ceci-hours-sheet.h"
#include "core/model/ceci-facts-repository.h"
#include "core/model/ceci-hours-entry.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-placement-repository.h"
#include "core/store/ceci-date.h"

// --- showing --------------------------------------------------------------------

// Every entry as its record's JSON, with "count" and the reason in words.
static gpointer
list_hours (CeciDatabase *database, gpointer student_id, GError **error)
{
  static const char *const counts[] = {"yes", "waiting", "no"};
  g_autoptr (CeciRegulation) regulation = NULL;
  g_autoptr (CeciFacts) facts = ceci_facts_repository_find (database, student_id, &regulation, error);
  g_autoptr (GListModel) hours = facts != NULL ? ceci_hours_repository_list (database, student_id, error) : NULL;
  JsonArray *array;

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
    return ceci_cli_usage (&ceci_cli_hours[1], NULL);
  student = ceci_cli_open_student (cli, text, FALSE, &opened, &exit);
  return student != NULL ? show_hours (cli, opened, ceci_record_get_id (CECI_RECORD (student))) : exit;
}

// --- adding ---------------------------------------------------------------------

typedef struct {
  const char *student_id, *state, *line, *today;
  CeciHoursReading *reading; // what was understood
  GStrv remarks;
} Entry;

static void
entry_clear (Entry *self)
{
  ceci_hours_reading_free (self->reading);
  g_strfreev (self->remarks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entry, entry_clear)

// A day without its year is meant inside the student's placements.
static gpointer
read_entry (CeciDatabase *database, gpointer user_data, GError **error)
{
  Entry *entry = user_data;
  g_autoptr (GListModel) placements = ceci_placement_repository_list (database, entry->student_id, error);
  g_autoptr (GListModel) log =
      placements != NULL ? ceci_hours_repository_list (database, entry->student_id, error) : NULL;
  guint n = log != NULL ? g_list_model_get_n_items (placements) : 0;
  g_autofree CeciPeriod *periods = g_new0 (CeciPeriod, n + 1);

  if (log == NULL)
    return NULL;
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciPlacement) placement = g_list_model_get_item (placements, i);

    periods[i].starts_on = ceci_placement_get_starts_on (placement);
    periods[i].ends_on = ceci_placement_get_closed_on (placement) != NULL ? ceci_placement_get_closed_on (placement)
                                                                          : ceci_placement_get_ends_on (placement);
  }
  entry->reading = ceci_hours_reading_new (entry->line, entry->today, periods, n, error);
  if (entry->reading != NULL)
    entry->remarks =
        ceci_hours_remarks (log, NULL, entry->reading->worked_on, entry->reading->minutes, entry->reading->description);
  return entry->reading;
}

static gpointer
add_hours (CeciDatabase *database, gpointer user_data, GError **error)
{
  Entry *entry = user_data;
  g_autoptr (CeciPlacement) placement =
      ceci_placement_repository_at (database, entry->student_id, entry->reading->worked_on, error);
  g_autoptr (CeciHours) draft = NULL;

  if (placement == NULL)
    return NULL;
  draft = ceci_record_new (CECI_TYPE_HOURS, "placement_id", ceci_record_get_id (CECI_RECORD (placement)), "worked_on",
                           entry->reading->worked_on, "minutes", entry->reading->minutes, "description",
                           entry->reading->description, "state", entry->state, NULL);
  return ceci_hours_repository_add (database, draft, error);
}

static CeciExit
add_entry (CeciCli *cli, CeciRegister *opened, CeciStudent *student, Entry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL, *id = NULL, *said = NULL;

  if (ceci_register_read (opened, read_entry, entry, &error) == NULL)
    return ceci_cli_fail (error);
  said = ceci_hours_reading_describe (entry->reading);
  g_printerr ("%s\n", said);
  for (char **remark = entry->remarks; *remark != NULL; remark++)
    g_printerr ("%s\n", *remark);
  label = ceci_label_hours_add (entry->reading->minutes, ceci_student_get_display_name (student));
  id = ceci_register_write (opened, label, add_hours, entry, &error);
  return id != NULL ? show_hours (cli, opened, entry->student_id) : ceci_cli_fail (error);
}

static CeciExit
run_add (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *text = NULL, *state = NULL, *line = NULL;
  const GOptionEntry entries[] = {
      {"student", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL},
      {"state", 0, 0, G_OPTION_ARG_STRING, &state, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) student = NULL;
  g_auto (Entry) entry = {0};
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc < 2 || text == NULL || (state != NULL && ceci_enum_from_nick (CECI_TYPE_HOURS_STATE, state) < 0))
    return ceci_cli_usage (&ceci_cli_hours[0], NULL);
  line = g_strjoinv (" ", argv + 1);
  student = ceci_cli_open_student (cli, text, TRUE, &opened, &exit);
  if (student == NULL)
    return exit;
  entry.student_id = ceci_record_get_id (CECI_RECORD (student));
  entry.state = state != NULL ? state : "claimed";
  entry.line = line;
  entry.today = cli->today;
  return add_entry (cli, opened, student, &entry);
}

// --- settling many --------------------------------------------------------------

typedef struct {
  const char *student_id, *reason, *by, *on;
  CeciHoursState state;
  char **ids; // none: all that are claimed or confirmed
} States;

static GStrv
open_ids (CeciDatabase *database, const char *student_id, GError **error)
{
  g_autoptr (GListModel) log = ceci_hours_repository_list (database, student_id, error);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  if (log == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (log); i++) {
    g_autoptr (CeciHours) hours = g_list_model_get_item (log, i);

    if (ceci_hours_get_state (hours) == CECI_HOURS_STATE_CLAIMED ||
        ceci_hours_get_state (hours) == CECI_HOURS_STATE_CONFIRMED)
      g_strv_builder_add (ids, ceci_record_get_id (CECI_RECORD (hours)));
  }
  return g_strv_builder_end (ids);
}

static gpointer
set_states (CeciDatabase *database, gpointer user_data, GError **error)
{
  const States *states = user_data;
  g_auto (GStrv) ids =
      states->ids[0] != NULL ? g_strdupv (states->ids) : open_ids (database, states->student_id, error);

  if (ids == NULL || !ceci_hours_repository_set_states (database, (const char *const *) ids, states->state,
                                                        states->reason, states->by, states->on, error))
    return NULL;
  return GINT_TO_POINTER (TRUE);
}

static CeciExit
run_set_state (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *text = NULL, *state = NULL, *reason = NULL, *by = NULL, *on = NULL, *label = NULL;
  const GOptionEntry entries[] = {
      {"student", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL},
      {"state", 0, 0, G_OPTION_ARG_STRING, &state, NULL, NULL},
      {"reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL},
      {"by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL},
      {"date", 0, 0, G_OPTION_ARG_STRING, &on, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) student = NULL;
  States states;
  CeciExit exit;
  int value;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  value = state != NULL ? ceci_enum_from_nick (CECI_TYPE_HOURS_STATE, state) : -1;
  if (text == NULL || value < 0)
    return ceci_cli_usage (&ceci_cli_hours[2], NULL);
  student = ceci_cli_open_student (cli, text, TRUE, &opened, &exit);
  if (student == NULL)
    return exit;
  states = (States) {ceci_record_get_id (CECI_RECORD (student)),
                     reason,
                     by,
                     on != NULL ? on : cli->today,
                     (CeciHoursState) value,
                     argv + 1};
  label = ceci_label_hours_states ((guint) (argc - 1), ceci_enum_get_label (CECI_TYPE_HOURS_STATE, value),
                                   ceci_student_get_display_name (student));
  if (ceci_register_write (opened, label, set_states, &states, &error) == NULL)
    return ceci_cli_fail (error);
  return show_hours (cli, opened, states.student_id);
}

// --- sheets ---------------------------------------------------------------------

typedef struct {
  const char *student_id, *today, *language;
  GFile *file;
  char **mappings;
} Sheet;

static gpointer
draw_sheet (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Sheet *sheet = user_data;
  g_autoptr (CeciPlacement) placement = ceci_placement_repository_at (database, sheet->student_id, sheet->today, error);

  if (placement == NULL)
    return NULL;
  return ceci_hours_sheet_write (database, ceci_record_get_id (CECI_RECORD (placement)), sheet->language, error);
}

static CeciExit
run_sheet (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *text = NULL, *out = NULL, *language = NULL;
  const GOptionEntry entries[] = {
      {"student", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL},
      {"out", 'o', 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL},
      {"language", 0, 0, G_OPTION_ARG_STRING, &language, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) student = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Sheet sheet = {0};
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc > 1 || text == NULL || out == NULL ||
      (language != NULL && !g_str_equal (language, "fr") && !g_str_equal (language, "en")))
    return ceci_cli_usage (&ceci_cli_hours[4], NULL);
  student = ceci_cli_open_student (cli, text, FALSE, &opened, &exit);
  if (student == NULL)
    return exit;
  sheet.student_id = ceci_record_get_id (CECI_RECORD (student));
  sheet.today = cli->today;
  sheet.language = language != NULL ? language : "fr";
  bytes = ceci_register_read (opened, draw_sheet, &sheet, &error);
  if (bytes == NULL ||
      !g_file_set_contents (out, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    return ceci_cli_fail (error);
  ceci_cli_print (cli, "%s\n", out);
  return CECI_EXIT_DONE;
}

static gpointer
read_sheet (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Sheet *sheet = user_data;

  return ceci_hours_proposal_read (database, sheet->file, sheet->student_id, (const char *const *) sheet->mappings,
                                   sheet->today, NULL, error);
}

static gpointer
apply_sheet (CeciDatabase *database, gpointer proposal, GError **error)
{
  return GINT_TO_POINTER (ceci_import_proposal_apply (proposal, database, error));
}

static CeciExit
run_import (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *text = NULL, *label = NULL;
  gboolean dry_run = FALSE;
  g_auto (GStrv) mappings = NULL;
  const GOptionEntry entries[] = {
      {"student", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL},
      {"dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL},
      {"map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &mappings, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) student = NULL;
  g_autoptr (CeciImportProposal) proposal = NULL;
  g_autoptr (GFile) file = NULL;
  Sheet sheet = {0};
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || text == NULL)
    return ceci_cli_usage (&ceci_cli_hours[3], NULL);
  student = ceci_cli_open_student (cli, text, !dry_run, &opened, &exit);
  if (student == NULL)
    return exit;
  file = g_file_new_for_commandline_arg (argv[1]);
  sheet = (Sheet) {ceci_record_get_id (CECI_RECORD (student)), cli->today, NULL, file, mappings};
  proposal = ceci_register_read (opened, read_sheet, &sheet, &error);
  if (proposal == NULL)
    return ceci_cli_fail (error);
  ceci_cli_print (cli, _ ("%u new · %u changed · %u unchanged · %u refused"),
                  ceci_import_proposal_count (proposal, CECI_PROPOSAL_ADD),
                  ceci_import_proposal_count (proposal, CECI_PROPOSAL_CHANGE),
                  ceci_import_proposal_count (proposal, CECI_PROPOSAL_UNCHANGED),
                  ceci_import_proposal_count (proposal, CECI_PROPOSAL_REFUSED));
  ceci_cli_print (cli, "\n");
  label = ceci_import_proposal_dup_label (proposal);
  if (!dry_run && ceci_import_proposal_n_writes (proposal) > 0 &&
      ceci_register_write (opened, label, apply_sheet, proposal, &error) == NULL)
    return ceci_cli_fail (error);
  return ceci_cli_json (cli, ceci_import_proposal_to_json (proposal));
}

const CeciCommand ceci_cli_hours[] = {
    {"hours", "add", "--student STUDENT [--state claimed|confirmed|accepted] “3h30 12/03 welcome desk”", run_add},
    {"hours", "list", "--student STUDENT", run_list},
    {"hours", "set-state",
     "--student STUDENT --state claimed|confirmed|accepted|refused [--reason TEXT] [--by NAME] [--date DATE] [ENTRY…]",
     run_set_state},
    {"hours", "import", "--student STUDENT [--dry-run] [--map COL=FIELD] FILE", run_import},
    {"hours", "sheet", "--student STUDENT --out FILE [--language fr|en]", run_sheet},
    {"import", "hours", "FILE --student STUDENT [--dry-run] [--map COL=FIELD]", run_import},
    {NULL},
};
