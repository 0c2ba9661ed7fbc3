// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl meeting, export ics: the monthly meetings of a cohort, who came, and their calendar.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/exchange/ceci-calendar.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-deadline-repository.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-meeting-plan.h"
#include "core/model/ceci-progress-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/store/ceci-date.h"

enum { LIST, PLAN, CHANGE, CANCEL, MARK, ICS };

typedef struct {
  char *cohort, *meeting, *student;
  char *from, *until, *date, *starts_at, *ends_at, *place, *title, *skip, *note;
  int week, weekday;
  const char *state, *today;
  gboolean dry_run, restore;
  CeciCohort *found_cohort;
  CeciMeeting *found_meeting;
  CeciStudent *found_student;
  GArray *days;
} Request;

static void
request_clear (Request *self)
{
  char **texts[] = {&self->cohort,    &self->meeting, &self->student, &self->from,  &self->until, &self->date,
                    &self->starts_at, &self->ends_at, &self->place,   &self->title, &self->skip,  &self->note};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
  g_clear_object (&self->found_cohort);
  g_clear_object (&self->found_meeting);
  g_clear_object (&self->found_student);
  g_clear_pointer (&self->days, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static const char *
cohort_id_of (const Request *request)
{
  return request->found_cohort != NULL ? ceci_record_get_id (CECI_RECORD (request->found_cohort)) : NULL;
}

// Finds what the command names.
static gpointer
look_up (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;

  if (request->cohort != NULL &&
      (request->found_cohort = ceci_cohort_repository_look_up (database, request->cohort, error)) == NULL)
    return NULL;
  if (request->meeting != NULL && (request->found_meeting = ceci_meeting_repository_look_up (
                                       database, request->meeting, cohort_id_of (request), error)) == NULL)
    return NULL;
  if (request->student != NULL &&
      (request->found_student = ceci_student_repository_look_up (database, request->student, error)) == NULL)
    return NULL;
  return request;
}

static gpointer
list_meetings (CeciDatabase *database, gpointer cohort_id, GError **error)
{
  return ceci_meeting_repository_list (database, cohort_id, error);
}

static CeciExit
print_meetings (CeciCli *cli, CeciRegister *opened, const char *cohort_id)
{
  static const char *const columns[] = {"held-on", "starts-at", "ends-at", "place",        "title",
                                        "present", "excused",   "absent",  "cancelled-on", NULL};
  const char *const titles[] = {_ ("Day"),     _ ("From"),    _ ("Until"),  _ ("Place"),     _ ("Subject"),
                                _ ("Present"), _ ("Excused"), _ ("Absent"), _ ("Cancelled"), NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) meetings = ceci_register_read (opened, list_meetings, (gpointer) cohort_id, &error);

  return meetings != NULL ? ceci_cli_records (cli, meetings, columns, titles) : ceci_cli_fail (error);
}

// The options of every command; what one does not need it leaves alone.
static gboolean
read_options (Request *request, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
      {"cohort", 0, 0, G_OPTION_ARG_STRING, &request->cohort, NULL, NULL},
      {"student", 0, 0, G_OPTION_ARG_STRING, &request->student, NULL, NULL},
      {"from", 0, 0, G_OPTION_ARG_STRING, &request->from, NULL, NULL},
      {"until", 0, 0, G_OPTION_ARG_STRING, &request->until, NULL, NULL},
      {"date", 0, 0, G_OPTION_ARG_STRING, &request->date, NULL, NULL},
      {"at", 0, 0, G_OPTION_ARG_STRING, &request->starts_at, NULL, NULL},
      {"ends", 0, 0, G_OPTION_ARG_STRING, &request->ends_at, NULL, NULL},
      {"place", 0, 0, G_OPTION_ARG_STRING, &request->place, NULL, NULL},
      {"title", 0, 0, G_OPTION_ARG_STRING, &request->title, NULL, NULL},
      {"note", 0, 0, G_OPTION_ARG_STRING, &request->note, NULL, NULL},
      {"skip", 0, 0, G_OPTION_ARG_STRING, &request->skip, NULL, NULL},
      {"week", 0, 0, G_OPTION_ARG_INT, &request->week, NULL, NULL},
      {"weekday", 0, 0, G_OPTION_ARG_INT, &request->weekday, NULL, NULL},
      {"dry-run", 0, 0, G_OPTION_ARG_NONE, &request->dry_run, NULL, NULL},
      {"restore", 0, 0, G_OPTION_ARG_NONE, &request->restore, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };

  return ceci_cli_options (argc, argv, entries, error);
}

static CeciExit
run_list (CeciCli *cli, int argc, char **argv)
{
  g_auto (Request) request = {0};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  CeciExit exit;

  if (!read_options (&request, &argc, &argv, &error))
    return ceci_cli_fail (error);
  if (argc != 1 || request.cohort == NULL)
    return ceci_cli_usage (&ceci_cli_meeting[LIST], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  if (ceci_register_read (opened, look_up, &request, &error) == NULL)
    return ceci_cli_fail (error);
  return print_meetings (cli, opened, cohort_id_of (&request));
}

// --- planning ----------------------------------------------------------------------------------

static gboolean
read_holidays (const char *text, CeciHolidays *holidays, GError **error)
{
  static const struct {
    const char *name;
    CeciHolidays value;
  } known[] = {
      {"public", CECI_HOLIDAYS_PUBLIC},     {"university", CECI_HOLIDAYS_UNIVERSITY},
      {"year-end", CECI_HOLIDAYS_YEAR_END}, {"summer", CECI_HOLIDAYS_SUMMER},
      {"none", CECI_HOLIDAYS_NONE},
  };
  g_auto (GStrv) words = g_strsplit (text, ",", -1);

  *holidays = CECI_HOLIDAYS_NONE;
  for (guint i = 0; words[i] != NULL; i++) {
    gboolean found = FALSE;

    for (guint k = 0; k < G_N_ELEMENTS (known); k++)
      if (g_str_equal (words[i], known[k].name)) {
        *holidays |= known[k].value;
        found = TRUE;
      }
    if (!found) {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” names no days off: use public, university, year-end, summer or none."), words[i]);
      return FALSE;
    }
  }
  return TRUE;
}

static gpointer
plan (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;

  for (guint i = 0; i < request->days->len; i++) {
    const CeciPlannedDay *day = &g_array_index (request->days, CeciPlannedDay, i);
    g_autoptr (CeciMeeting) draft = NULL;
    g_autofree char *id = NULL;

    if (day->holiday != NULL)
      continue;
    draft = ceci_record_new (CECI_TYPE_MEETING, "cohort_id", cohort_id_of (request), "held_on", day->date, "starts_at",
                             request->starts_at, "ends_at", request->ends_at, "place", request->place, "title",
                             request->title != NULL ? request->title : _ ("Monthly meeting"), NULL);
    id = ceci_meeting_repository_add (database, draft, error);
    if (id == NULL)
      return NULL;
  }
  return request;
}

static CeciExit
print_days (CeciCli *cli, const Request *request)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < request->days->len; i++) {
    const CeciPlannedDay *day = &g_array_index (request->days, CeciPlannedDay, i);

    ceci_cli_print (cli, "%s  %s\n", day->date, day->holiday != NULL ? day->holiday : "");
    json_builder_begin_object (builder);
    json_builder_set_member_name (builder, "held-on");
    json_builder_add_string_value (builder, day->date);
    if (day->holiday != NULL) {
      json_builder_set_member_name (builder, "skipped");
      json_builder_add_string_value (builder, day->holiday);
    }
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  return ceci_cli_json (cli, json_builder_get_root (builder));
}

static guint
count_days (const Request *request)
{
  guint n = 0;

  for (guint i = 0; i < request->days->len; i++)
    n += g_array_index (request->days, CeciPlannedDay, i).holiday == NULL;
  return n;
}

static CeciExit
run_plan (CeciCli *cli, int argc, char **argv)
{
  g_auto (Request) request = {.week = 2, .weekday = 2};
  CeciMeetingRule rule = {NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autofree char *label = NULL;
  CeciExit exit;

  if (!read_options (&request, &argc, &argv, &error) ||
      !read_holidays (request.skip != NULL ? request.skip : "public,university,year-end,summer", &rule.skipped, &error))
    return ceci_cli_fail (error);
  if (argc != 1 || request.cohort == NULL || (request.date == NULL) == (request.from == NULL) || request.week < -1 ||
      request.week > 4 || request.week == 0 || request.weekday < 1 || request.weekday > 7)
    return ceci_cli_usage (&ceci_cli_meeting[PLAN], NULL);
  opened = ceci_cli_open (cli, !request.dry_run, &exit);
  if (opened == NULL)
    return exit;
  rule.from = request.from;
  rule.until = request.until;
  rule.week = request.week;
  rule.weekday = request.weekday;
  if (request.date != NULL) {
    CeciPlannedDay day = {.date = g_strdup (request.date)};

    request.days = g_array_new (FALSE, FALSE, sizeof day);
    g_array_append_val (request.days, day);
  } else {
    request.days = ceci_meeting_plan (&rule, &error);
  }
  if (request.days == NULL || ceci_register_read (opened, look_up, &request, &error) == NULL)
    return ceci_cli_fail (error);
  if (request.dry_run)
    return print_days (cli, &request);
  label = ceci_label_meeting_plan (count_days (&request), ceci_cohort_get_name (request.found_cohort));
  if (ceci_register_write (opened, label, plan, &request, &error) == NULL)
    return ceci_cli_fail (error);
  return print_meetings (cli, opened, cohort_id_of (&request));
}

// --- one meeting -------------------------------------------------------------------------------

static gpointer
change (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Request *request = user_data;
  const struct {
    const char *field, *value;
  } given[] = {{"held_on", request->date},
               {"starts_at", request->starts_at},
               {"ends_at", request->ends_at},
               {"place", request->place},
               {"title", request->title}};
  g_autoptr (CeciMeeting) changed = g_object_ref (request->found_meeting);

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    if (given[i].value != NULL) {
      g_autoptr (CeciMeeting) next =
          ceci_record_with (changed, given[i].field, *given[i].value != '\0' ? given[i].value : NULL, NULL);
      g_set_object (&changed, next);
    }
  return ceci_meeting_repository_change (database, changed, error) ? user_data : NULL;
}

static gpointer
cancel (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Request *request = user_data;

  return ceci_meeting_repository_cancel (database, ceci_record_get_id (CECI_RECORD (request->found_meeting)),
                                         request->restore ? NULL : request->today, error)
             ? user_data
             : NULL;
}

static gpointer
mark (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Request *request = user_data;
  const char *meeting_id = ceci_record_get_id (CECI_RECORD (request->found_meeting));
  int state = ceci_enum_from_nick (CECI_TYPE_ATTENDANCE_STATE, request->state);
  const char *student_id =
      request->found_student != NULL ? ceci_record_get_id (CECI_RECORD (request->found_student)) : NULL;

  if (g_str_equal (request->state, "all-present"))
    return ceci_meeting_repository_all_present (database, meeting_id, error) >= 0 ? user_data : NULL;
  if (g_str_equal (request->state, "none"))
    return ceci_meeting_repository_forget (database, meeting_id, student_id, error) ? user_data : NULL;
  return ceci_meeting_repository_record (database, meeting_id, student_id, (CeciAttendanceState) state, request->note,
                                         error)
             ? user_data
             : NULL;
}

static char *
label_of (int command, const Request *request)
{
  const char *title = ceci_meeting_get_title (request->found_meeting);
  g_autofree char *date = ceci_date_format_short (ceci_meeting_get_held_on (request->found_meeting));

  if (command == CHANGE)
    return ceci_label_meeting_change (title, date);
  if (command == CANCEL)
    return request->restore ? ceci_label_meeting_restore (title, date) : ceci_label_meeting_cancel (title, date);
  if (request->found_student == NULL)
    return ceci_label_all_present (date);
  return ceci_label_attendance (ceci_student_get_display_name (request->found_student));
}

static gboolean
is_well_said (int command, const Request *request, int argc)
{
  gboolean everyone = argc == 3 && g_str_equal (request->state, "all-present");

  if (command != MARK)
    return argc == 2;
  return argc == 3 && everyone == (request->student == NULL) &&
         (everyone || g_str_equal (request->state, "none") ||
          ceci_enum_from_nick (CECI_TYPE_ATTENDANCE_STATE, request->state) >= 0);
}

static CeciExit
run_one (CeciCli *cli, int argc, char **argv, int command, CeciRegisterFunc work)
{
  g_auto (Request) request = {.today = cli->today};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autofree char *label = NULL;
  CeciExit exit;

  if (!read_options (&request, &argc, &argv, &error))
    return ceci_cli_fail (error);
  request.state = argc == 3 ? argv[2] : NULL;
  if (!is_well_said (command, &request, argc))
    return ceci_cli_usage (&ceci_cli_meeting[command], NULL);
  request.meeting = g_strdup (argv[1]);
  opened = ceci_cli_open (cli, TRUE, &exit);
  if (opened == NULL)
    return exit;
  if (ceci_register_read (opened, look_up, &request, &error) == NULL)
    return ceci_cli_fail (error);
  label = label_of (command, &request);
  if (ceci_register_write (opened, label, work, &request, &error) == NULL)
    return ceci_cli_fail (error);
  return print_meetings (cli, opened, ceci_meeting_get_cohort_id (request.found_meeting));
}

static CeciExit
run_change (CeciCli *cli, int argc, char **argv)
{
  return run_one (cli, argc, argv, CHANGE, change);
}

static CeciExit
run_cancel (CeciCli *cli, int argc, char **argv)
{
  return run_one (cli, argc, argv, CANCEL, cancel);
}

static CeciExit
run_mark (CeciCli *cli, int argc, char **argv)
{
  return run_one (cli, argc, argv, MARK, mark);
}

// --- the calendar ------------------------------------------------------------------------------

typedef struct {
  Request *request;
  CeciCalendar *calendar;
} CalendarRequest;

static gpointer
add_meetings (CeciDatabase *database, gpointer user_data, GError **error)
{
  CalendarRequest *asked = user_data;
  g_autoptr (GListModel) meetings = ceci_meeting_repository_list (database, cohort_id_of (asked->request), error);

  if (meetings == NULL)
    return NULL;
  ceci_calendar_add_meetings (asked->calendar, meetings, ceci_cohort_get_name (asked->request->found_cohort));
  return asked;
}

static gpointer
add_deadlines (CeciDatabase *database, gpointer user_data, GError **error)
{
  CalendarRequest *asked = user_data;
  g_autoptr (GPtrArray) deadlines = ceci_deadline_repository_list (database, cohort_id_of (asked->request), error);

  if (deadlines == NULL)
    return NULL;
  ceci_calendar_add_deadlines (asked->calendar, deadlines, asked->request->today);
  return asked;
}

static CeciExit
write_calendar (CeciCli *cli, CeciRegister *opened, Request *request, gboolean deadlines, const char *out)
{
  g_autofree char *now = ceci_entropy_dup_now (ceci_register_get_entropy (opened));
  g_autoptr (CeciCalendar) calendar = ceci_calendar_new (
      request->found_cohort != NULL ? ceci_cohort_get_name (request->found_cohort) : _ ("CECi deadlines"), now);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (out);
  g_autoptr (GError) error = NULL;
  JsonObject *object;
  JsonNode *node = NULL;
  CalendarRequest asked = {request, calendar};
  guint n;

  if (ceci_register_read (opened, deadlines ? add_deadlines : add_meetings, &asked, &error) == NULL ||
      !ceci_calendar_write (calendar, file, &error))
    return ceci_cli_fail (error);
  n = ceci_calendar_get_n_events (calendar);
  ceci_cli_print (cli,
                  deadlines ? ngettext ("%u deadline written to %s\n", "%u deadlines written to %s\n", n)
                            : ngettext ("%u meeting written to %s\n", "%u meetings written to %s\n", n),
                  n, out);
  node = json_node_new (JSON_NODE_OBJECT);
  object = json_object_new ();
  json_object_set_string_member (object, "file", out);
  json_object_set_int_member (object, "events", n);
  json_node_take_object (node, object);
  return ceci_cli_json (cli, node);
}

static CeciExit
run_ics (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *out = NULL;
  gboolean deadlines = FALSE;
  g_auto (Request) request = {.today = cli->today};
  const GOptionEntry entries[] = {
      {"cohort", 0, 0, G_OPTION_ARG_STRING, &request.cohort, NULL, NULL},
      {"deadlines", 0, 0, G_OPTION_ARG_NONE, &deadlines, NULL, NULL},
      {"out", 0, 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 1 || (request.cohort == NULL && !deadlines) || out == NULL)
    return ceci_cli_usage (&ceci_cli_meeting[ICS], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  if (ceci_register_read (opened, look_up, &request, &error) == NULL)
    return ceci_cli_fail (error);
  return write_calendar (cli, opened, &request, deadlines, out);
}

// in the order of the enumeration above
const CeciCommand ceci_cli_meeting[] = {
    {"meeting", "list", "--cohort C", run_list},
    {"meeting", "plan",
     "--cohort C --date DATE | --from DATE --until DATE [--week 1…4|-1] [--weekday 1…7] [--skip "
     "public,university,year-end,summer] "
     "[--at HH:MM] [--ends HH:MM] [--place PLACE] [--title TITLE] [--dry-run]",
     run_plan},
    {"meeting", "change",
     "MEETING [--cohort C] [--date DATE] [--at HH:MM] [--ends HH:MM] [--place PLACE] [--title TITLE]", run_change},
    {"meeting", "cancel", "MEETING [--cohort C] [--restore]", run_cancel},
    {"meeting", "mark",
     "MEETING [--cohort C] all-present | --student STUDENT [--note TEXT] present|excused|absent|none", run_mark},
    {"export", "ics", "--cohort C --out FILE | --deadlines [--cohort C] --out FILE", run_ics},
    {NULL, NULL, NULL, NULL},
};
