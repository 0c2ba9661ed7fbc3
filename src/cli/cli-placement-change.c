// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl placement edit, change, close, amend, show, grid: what becomes of a placement once it is there.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/model/ceci-follow-up-repository.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-placement-change.h"
#include "core/model/ceci-placement-differences.h"
#include "core/model/ceci-placement-repository.h"
#include "core/store/ceci-date.h"

typedef struct {
  const char *student_id, *today;
  char *student, *organisation, *kind, *legal_form, *number, *starts, *ends, *hours, *mission, *function, *supervisor,
      *feasibility, *date, *reason, *changes, *signatories, *overall, *levels;
  gboolean dry_run, amend;
  GStrv foreseen; // what would follow
} Change;

static void
change_clear (Change *self)
{
  char **const texts[] = {&self->student,     &self->organisation, &self->kind,  &self->legal_form, &self->number,
                          &self->starts,      &self->ends,         &self->hours, &self->mission,    &self->function,
                          &self->supervisor,  &self->feasibility,  &self->date,  &self->reason,     &self->changes,
                          &self->signatories, &self->overall,      &self->levels};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  g_strfreev (self->foreseen);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

// The placement that is open, else the last.
static CeciPlacement *
find_current (CeciDatabase *database, const Change *change, GError **error)
{
  return ceci_placement_repository_at (database, change->student_id, change->today, error);
}

// What is named on the command line replaces what stands.
static gboolean
fill (CeciPlacementDraft *draft, const Change *change, GError **error)
{
  gint64 planned = change->hours != NULL ? ceci_duration_parse (change->hours)
                                         : ceci_placement_get_planned_minutes (draft->placement);
  CeciPlacement *old = draft->placement, *filled;

  if (change->hours != NULL && planned < 0) {
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID, _ ("“%s” is not a duration. Write it as 3 h 30."),
                 change->hours);
    return FALSE;
  }
  filled = ceci_record_with (
      old, "starts_on", change->starts != NULL ? change->starts : ceci_placement_get_starts_on (old), "ends_on",
      change->ends != NULL ? change->ends : ceci_placement_get_ends_on (old), "function",
      change->function != NULL ? change->function : ceci_placement_get_function (old), "mission",
      change->mission != NULL ? change->mission : ceci_placement_get_mission (old), "feasibility",
      change->feasibility != NULL ? change->feasibility : ceci_placement_get_feasibility (old), "supervisor_name",
      change->supervisor != NULL ? change->supervisor : ceci_placement_get_supervisor_name (old), "planned_minutes",
      planned, NULL);
  g_set_object (&draft->placement, filled);
  g_object_unref (filled);
  return TRUE;
}

static gpointer
edit (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Change *change = user_data;
  g_autoptr (CeciPlacement) current = find_current (database, change, error);
  const char *id = current != NULL ? ceci_record_get_id (CECI_RECORD (current)) : NULL;
  g_autoptr (CeciPlacementDraft) before = id != NULL ? ceci_placement_draft_of (database, id, error) : NULL;
  g_autoptr (CeciPlacementDraft) after = before != NULL ? ceci_placement_draft_of (database, id, error) : NULL;
  g_autofree char *stored = NULL, *changes = NULL, *amendment = NULL;

  if (after == NULL || !fill (after, change, error))
    return NULL;
  changes = ceci_placement_differences (before, after, "fr");
  stored = ceci_placement_draft_store (after, database, error);
  if (stored != NULL && change->amend)
    amendment = ceci_agreement_repository_amend (database, stored, change->today, change->reason, changes, error);
  return GINT_TO_POINTER (stored != NULL && (!change->amend || amendment != NULL));
}

static CeciPlacementDraft *
next_of (const Change *change, GError **error)
{
  g_autoptr (CeciPlacementDraft) next = ceci_placement_draft_new_blank (change->student_id, change->starts);
  g_autoptr (CeciOrganisation) organisation = ceci_record_new (
      CECI_TYPE_ORGANISATION, "name", change->organisation, "kind", change->kind != NULL ? change->kind : "other",
      "legal_form", change->legal_form != NULL ? change->legal_form : "unknown", "enterprise_number", change->number,
      NULL);

  ceci_placement_draft_set_organisation (next, organisation);
  return fill (next, change, error) ? g_steal_pointer (&next) : NULL;
}

static gpointer
foresee (CeciDatabase *database, gpointer user_data, GError **error)
{
  Change *change = user_data;
  g_autoptr (CeciPlacement) current = find_current (database, change, error);
  g_autoptr (CeciPlacementDraft) next = NULL;
  g_autoptr (CeciPlacementForeseen) foreseen = NULL;

  if (current == NULL || (change->organisation != NULL && (next = next_of (change, error)) == NULL))
    return NULL;
  foreseen =
      ceci_placement_change_foresee (database, ceci_record_get_id (CECI_RECORD (current)), change->date, next, error);
  if (foreseen != NULL)
    change->foreseen = ceci_placement_foreseen_tell (foreseen);
  return change->foreseen;
}

static gpointer
change_placement (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Change *change = user_data;
  g_autoptr (CeciPlacement) current = find_current (database, change, error);
  const char *id = current != NULL ? ceci_record_get_id (CECI_RECORD (current)) : NULL;
  g_autoptr (CeciPlacementDraft) next = NULL;
  g_autofree char *made = NULL;

  if (id == NULL)
    return NULL;
  if (change->organisation == NULL)
    return GINT_TO_POINTER (ceci_placement_repository_close (database, id, change->date, change->reason, error));
  next = next_of (change, error);
  if (next != NULL)
    made = ceci_placement_change_make (database, id, change->date, change->reason, next, change->today, error);
  return GINT_TO_POINTER (made != NULL);
}

static gpointer
amend (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Change *change = user_data;
  g_autoptr (CeciPlacement) current = find_current (database, change, error);
  g_autofree char *id = current != NULL
                            ? ceci_agreement_repository_amend (database, ceci_record_get_id (CECI_RECORD (current)),
                                                               change->today, change->reason, change->changes, error)
                            : NULL;

  return GINT_TO_POINTER (id != NULL);
}

// «3,4,-,2,…»: the ten items in order; a dash is not observed.
static GListModel *
read_levels (const char *text, GError **error)
{
  g_auto (GStrv) levels = g_strsplit (text, ",", -1);
  g_autoptr (GListStore) ratings = g_list_store_new (CECI_TYPE_FOLLOW_UP_RATING);

  for (guint i = 0; i < CECI_FOLLOW_UP_ITEMS; i++) {
    const char *level = i < g_strv_length (levels) ? g_strstrip (levels[i]) : "";
    gboolean observed = strlen (level) == 1 && *level >= '1' && *level <= '4';
    g_autoptr (CeciFollowUpRating) rating = NULL;

    if (!observed && strcmp (level, "-") != 0) {
      g_set_error (
          error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID,
          _ ("A follow-up grid has ten levels from 1 to 4, or - for what was not observed: 3,4,-,2,3,3,4,2,3,3"));
      return NULL;
    }
    rating = ceci_record_new (CECI_TYPE_FOLLOW_UP_RATING, "item", ceci_follow_up_items[i], "level",
                              observed ? (gint64) (*level - '0') : CECI_UNSET, NULL);
    g_list_store_append (ratings, rating);
  }
  return G_LIST_MODEL (g_steal_pointer (&ratings));
}

static gpointer
transcribe (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Change *change = user_data;
  g_autoptr (GListModel) ratings = read_levels (change->levels, error);
  g_autoptr (CeciPlacement) current = ratings != NULL ? find_current (database, change, error) : NULL;
  g_autoptr (CeciFollowUpGrid) grid = NULL;
  g_autofree char *id = NULL;
  gint64 minutes = change->hours != NULL ? ceci_duration_parse (change->hours) : CECI_UNSET;

  if (current == NULL)
    return NULL;
  grid = ceci_record_new (CECI_TYPE_FOLLOW_UP_GRID, "placement_id", ceci_record_get_id (CECI_RECORD (current)),
                          "filled_on", change->date, "attested_minutes", minutes < 0 ? CECI_UNSET : minutes, "overall",
                          change->overall, "signatories", change->signatories, "functions", change->function, NULL);
  id = ceci_follow_up_repository_add_grid (database, grid, ratings, error);
  return GINT_TO_POINTER (id != NULL);
}

static gpointer
list_placements (CeciDatabase *database, gpointer student_id, GError **error)
{
  return ceci_placement_repository_list (database, student_id, error);
}

static CeciExit
show (CeciCli *cli, CeciRegister *opened, const char *student_id)
{
  static const char *const columns[] = {"organisation-name", "function",   "mission", "starts-on", "ends-on",
                                        "closed-on",         "signatures", "minutes", NULL};
  const char *const titles[] = {_ ("Organisation"), _ ("Role"),       _ ("Assignment"), _ ("Start"), _ ("End"),
                                _ ("Closed on"),    _ ("Signatures"), _ ("Minutes"),    NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) placements = ceci_register_read (opened, list_placements, (gpointer) student_id, &error);

  return placements != NULL ? ceci_cli_records (cli, placements, columns, titles) : ceci_cli_fail (error);
}

// What would follow, as sentences; --json gives them as "consequences".
static CeciExit
tell_foreseen (CeciCli *cli, const Change *change)
{
  JsonObject *object = json_object_new ();
  JsonArray *sentences = json_array_new ();
  JsonNode *node = json_node_alloc ();

  for (char **sentence = change->foreseen; *sentence != NULL; sentence++) {
    ceci_cli_print (cli, "%s\n", *sentence);
    json_array_add_string_element (sentences, *sentence);
  }
  json_object_set_array_member (object, "consequences", sentences);
  json_node_take_object (json_node_init (node, JSON_NODE_OBJECT), object);
  return ceci_cli_json (cli, node);
}

typedef enum { EDIT, CHANGE, CLOSE, AMEND, GRID, SHOW } Task;

static gboolean
is_whole (const Change *change, Task task)
{
  switch (task) {
  case EDIT:
    return !change->amend || change->reason != NULL;
  case CHANGE:
    return change->organisation != NULL && change->starts != NULL && change->date != NULL && change->reason != NULL;
  case CLOSE:
    return change->organisation == NULL && change->date != NULL && change->reason != NULL;
  case AMEND:
    return change->reason != NULL;
  case GRID:
    return change->levels != NULL && change->date != NULL;
  case SHOW:
  default:
    return TRUE;
  }
}

static char *
label_of (Task task, const char *name)
{
  switch (task) {
  case EDIT:
    return ceci_label_placement_edit (name);
  case CHANGE:
    return ceci_label_placement_change (name);
  case CLOSE:
    return ceci_label_placement_close (name);
  case AMEND:
    return ceci_label_amendment (name);
  case GRID:
  case SHOW:
  default:
    return ceci_label_grid (name);
  }
}

static CeciExit
run (CeciCli *cli, int argc, char **argv, Task task)
{
  static const CeciRegisterFunc works[] = {edit, change_placement, change_placement, amend, transcribe};
  g_auto (Change) change = {0};
  const GOptionEntry entries[] = {
      {"student", 0, 0, G_OPTION_ARG_STRING, &change.student, NULL, NULL},
      {"organisation", 0, 0, G_OPTION_ARG_STRING, &change.organisation, NULL, NULL},
      {"kind", 0, 0, G_OPTION_ARG_STRING, &change.kind, NULL, NULL},
      {"legal-form", 0, 0, G_OPTION_ARG_STRING, &change.legal_form, NULL, NULL},
      {"number", 0, 0, G_OPTION_ARG_STRING, &change.number, NULL, NULL},
      {"starts", 0, 0, G_OPTION_ARG_STRING, &change.starts, NULL, NULL},
      {"ends", 0, 0, G_OPTION_ARG_STRING, &change.ends, NULL, NULL},
      {"hours", 0, 0, G_OPTION_ARG_STRING, &change.hours, NULL, NULL},
      {"mission", 0, 0, G_OPTION_ARG_STRING, &change.mission, NULL, NULL},
      {"function", 0, 0, G_OPTION_ARG_STRING, &change.function, NULL, NULL},
      {"feasibility", 0, 0, G_OPTION_ARG_STRING, &change.feasibility, NULL, NULL},
      {"supervisor", 0, 0, G_OPTION_ARG_STRING, &change.supervisor, NULL, NULL},
      {"date", 0, 0, G_OPTION_ARG_STRING, &change.date, NULL, NULL},
      {"reason", 0, 0, G_OPTION_ARG_STRING, &change.reason, NULL, NULL},
      {"changes", 0, 0, G_OPTION_ARG_STRING, &change.changes, NULL, NULL},
      {"levels", 0, 0, G_OPTION_ARG_STRING, &change.levels, NULL, NULL},
      {"overall", 0, 0, G_OPTION_ARG_STRING, &change.overall, NULL, NULL},
      {"signatories", 0, 0, G_OPTION_ARG_STRING, &change.signatories, NULL, NULL},
      {"amend", 0, 0, G_OPTION_ARG_NONE, &change.amend, NULL, NULL},
      {"dry-run", 0, 0, G_OPTION_ARG_NONE, &change.dry_run, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) student = NULL;
  g_autofree char *label = NULL;
  gboolean closes = task == CHANGE || task == CLOSE;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc > 1 || change.student == NULL || !is_whole (&change, task))
    return ceci_cli_usage (&ceci_cli_placement_change[task], NULL);
  student = ceci_cli_open_student (cli, change.student, task != SHOW && !change.dry_run, &opened, &exit);
  if (student == NULL)
    return exit;
  change.student_id = ceci_record_get_id (CECI_RECORD (student));
  change.today = cli->today;
  if (closes && ceci_register_read (opened, foresee, &change, &error) == NULL)
    return ceci_cli_fail (error);
  if (closes && change.dry_run)
    return tell_foreseen (cli, &change);
  label = label_of (task, ceci_student_get_display_name (student));
  if (task != SHOW && ceci_register_write (opened, label, works[task], &change, &error) == NULL)
    return ceci_cli_fail (error);
  return show (cli, opened, change.student_id);
}

static CeciExit
run_edit (CeciCli *cli, int argc, char **argv)
{
  return run (cli, argc, argv, EDIT);
}

static CeciExit
run_change (CeciCli *cli, int argc, char **argv)
{
  return run (cli, argc, argv, CHANGE);
}

static CeciExit
run_close (CeciCli *cli, int argc, char **argv)
{
  return run (cli, argc, argv, CLOSE);
}

static CeciExit
run_amend (CeciCli *cli, int argc, char **argv)
{
  return run (cli, argc, argv, AMEND);
}

static CeciExit
run_grid (CeciCli *cli, int argc, char **argv)
{
  return run (cli, argc, argv, GRID);
}

static CeciExit
run_show (CeciCli *cli, int argc, char **argv)
{
  return run (cli, argc, argv, SHOW);
}

const CeciCommand ceci_cli_placement_change[] = {
    {"placement", "edit",
     "--student STUDENT [--starts DATE] [--ends DATE] [--hours DURATION] [--mission TEXT] [--function TEXT] "
     "[--feasibility TEXT] [--supervisor NAME] [--amend --reason TEXT]",
     run_edit},
    {"placement", "change",
     "--student STUDENT --date DATE --reason TEXT --organisation NAME --starts DATE [--ends DATE] [--hours DURATION] "
     "[--kind KIND] [--legal-form FORM] [--number BCE] [--mission TEXT] [--function TEXT] [--supervisor NAME] "
     "[--dry-run]",
     run_change},
    {"placement", "close", "--student STUDENT --date DATE --reason TEXT [--dry-run]", run_close},
    {"placement", "amend", "--student STUDENT --reason TEXT [--changes TEXT]", run_amend},
    {"placement", "grid",
     "--student STUDENT --date DATE --levels 3,4,-,2,3,3,4,2,3,3 [--hours DURATION] [--overall "
     "favourable|reserved|unfavourable] [--function TEXT] [--signatories TEXT]",
     run_grid},
    {"placement", "show", "--student STUDENT", run_show},
    {NULL},
};
