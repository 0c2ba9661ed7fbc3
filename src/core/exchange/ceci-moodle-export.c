// SPDX-License-Identifier: GPL-3.0-or-later
// Recognises what the virtual campus exported. Attendance has three lines above its headings, and no quotes in its text
// form; everything else is an ordinary table.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "ceci-form-values.h"
#include "ceci-moodle-export.h"
#include "ceci-table-reader.h"

#define LARGEST (64 * 1000 * 1000)
#define FIRST_LINE 4096

static const char *const kind_names[] = {
    [CECI_MOODLE_NONE] = NULL,
    [CECI_MOODLE_COMPLETION] = "completion",
    [CECI_MOODLE_PROGRESS] = "progress",
    [CECI_MOODLE_ATTENDANCE] = "attendance",
    [CECI_MOODLE_GRADEBOOK] = "gradebook",
    [CECI_MOODLE_WORKSHEET] = "worksheet",
};

// Two of these stand in the line of headings, wherever that is.
static const char *const known_headings[] = {
    "Last name",
    "First name",
    "Surname",
    "Nom de famille",
    "Prénom",
    "Nom",
    "Name",
    "ID",
    "ID number",
    "Email address",
    "Adresse de courriel",
    "Numéro d’identification",
    "Identifier",
    "Identifiant",
    "Full name",
    "Nom complet",
    "Taken sessions",
    "Sessions prises",
    "Points",
    "Percentage",
    "Pourcentage",
    "Course complete",
    "Cours terminé",
    "Status",
    "Statut",
    NULL,
};

const char *
ceci_moodle_kind_get_name (CeciMoodleKind kind)
{
  return kind_names[kind];
}

CeciMoodleKind
ceci_moodle_kind_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (kind_names[i], name) == 0)
      return (CeciMoodleKind) i;
  return CECI_MOODLE_NONE;
}

void
ceci_moodle_export_free (CeciMoodleExport *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->table);
  g_free (self->course);
  g_free (self);
}

// --- the course --------------------------------------------------------------------------------

/**
 * ceci_moodle_course_in_name:
 * @file_name: such as `completion-CECI-FEV26-20261123_0930-comma_separated.csv`
 *
 * Returns: (transfer full) (nullable): the course's short name
 */
char *
ceci_moodle_course_in_name (const char *file_name)
{
  static const char *const patterns[] = {
      "^(?:completion|achevement|achèvement)-(.+)-\\d{8}_\\d{4}.*$",
      "^progress\\.(.+)\\.(?:csv|txt|xlsx|ods)$",
      "^(.+)[ _](?:Grades|Notes|Évaluations)-\\d{8}_\\d{4}.*$",
      "^(?:Grades|Notes)-(.+?)-.+-\\d+\\.(?:csv|txt|xlsx|ods)$",
      "^(.+?)-.+-\\d+\\.zip$",
  };

  for (guint i = 0; file_name != NULL && i < G_N_ELEMENTS (patterns); i++) {
    g_autoptr (GRegex) regex = g_regex_new (patterns[i], G_REGEX_CASELESS, 0, NULL);
    g_autoptr (GMatchInfo) match = NULL;

    if (g_regex_match (regex, file_name, 0, &match))
      return g_match_info_fetch (match, 1);
  }
  return NULL;
}

/**
 * ceci_moodle_course_of:
 * @cohort_course: (nullable): the intake's course
 * @said: (nullable): the course that a file names
 *
 * Returns: (transfer full): the course under which participants' numbers and columns are remembered
 */
char *
ceci_moodle_course_of (const char *cohort_course, const char *said)
{
  if (cohort_course != NULL && *cohort_course != '\0')
    return g_strdup (cohort_course);
  return g_strdup (said != NULL ? said : "");
}

// --- sessions ------------------------------------------------------------------------------------

void
ceci_moodle_session_clear (CeciMoodleSession *session)
{
  g_clear_pointer (&session->date, g_free);
  g_clear_pointer (&session->starts_at, g_free);
  g_clear_pointer (&session->title, g_free);
}

static char *
time_of_day (const char *hours, const char *minutes, const char *half)
{
  int hour = atoi (hours), minute = atoi (minutes);

  if (g_ascii_strcasecmp (half, "PM") == 0 && hour < 12)
    hour += 12;
  else if (g_ascii_strcasecmp (half, "AM") == 0 && hour == 12)
    hour = 0;
  return hour < 24 && minute < 60 ? g_strdup_printf ("%02d:%02d", hour, minute) : NULL;
}

/**
 * ceci_moodle_session_parse:
 * @heading: a heading of an attendance export
 * @session: (out caller-allocates): the meeting
 *
 * Returns: whether it is one
 */
gboolean
ceci_moodle_session_parse (const char *heading, CeciMoodleSession *session)
{
  static const char *const pattern =
      "^\\s*(\\d{1,2}[-./ ]+[^\\s\\d]{2,12}[-./ ]+\\d{4}|\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}),?\\s+"
      "(\\d{1,2})[:.hH](\\d{2})\\s*(AM|PM|am|pm)?(?:\\s+(.*\\S))?\\s*$";
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *date = NULL, *hours = NULL, *minutes = NULL, *half = NULL, *title = NULL;

  *session = (CeciMoodleSession) {NULL};
  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (&regex, g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL));
  if (heading == NULL || !g_regex_match (regex, heading, 0, &match))
    return FALSE;
  date = g_match_info_fetch (match, 1);
  hours = g_match_info_fetch (match, 2);
  minutes = g_match_info_fetch (match, 3);
  half = g_match_info_fetch (match, 4);
  title = g_match_info_fetch (match, 5);
  session->date = ceci_form_date (date, NULL);
  session->starts_at = time_of_day (hours, minutes, half != NULL ? half : "");
  if (session->date == NULL || session->starts_at == NULL) {
    ceci_moodle_session_clear (session);
    return FALSE;
  }
  session->title = title != NULL && *title != '\0' ? g_steal_pointer (&title) : NULL;
  return TRUE;
}

// --- the kind --------------------------------------------------------------------------------------

static gboolean
ends_with_words (const char *words, const char *const *ends)
{
  for (; *ends != NULL; ends++)
    if (g_str_has_suffix (words, *ends))
      return TRUE;
  return FALSE;
}

static CeciMoodleKind
kind_of (CeciTable *table)
{
  static const char *const complete[] = {"course complete", "cours termine", "completion date", "date d achevement",
                                         NULL};
  static const char *const graded[] = {" real",   " brut",   " reel",        " percentage",    " pourcentage",
                                       " letter", " lettre", "course total", "total du cours", NULL};
  gboolean has_person = FALSE, has_identifier = FALSE, has_grade = FALSE, has_session = FALSE, is_complete = FALSE,
           is_graded = FALSE;

  for (guint column = 0; column < ceci_table_get_n_columns (table); column++) {
    const char *heading = ceci_table_get_heading (table, column);
    g_autofree char *words = ceci_form_words (heading);
    g_auto (CeciMoodleSession) session = {NULL};

    has_identifier |= g_str_equal (words, "identifier") || g_str_equal (words, "identifiant");
    has_grade |= g_str_equal (words, "grade") || g_str_equal (words, "note");
    has_person |=
        g_str_equal (words, "first name") || g_str_equal (words, "prenom") || g_str_equal (words, "last name");
    has_session |= ceci_moodle_session_parse (heading, &session);
    is_complete |= ends_with_words (words, complete);
    is_graded |= ends_with_words (words, graded) && strchr (heading, '(') != NULL;
  }
  if (has_identifier && has_grade)
    return CECI_MOODLE_WORKSHEET;
  if (has_session && has_person)
    return CECI_MOODLE_ATTENDANCE;
  if (is_graded && has_person)
    return CECI_MOODLE_GRADEBOOK;
  if (*ceci_table_get_heading (table, 0) == '\0' && ceci_table_get_n_columns (table) > 2)
    return CECI_MOODLE_PROGRESS;
  return is_complete ? CECI_MOODLE_COMPLETION : CECI_MOODLE_NONE;
}

// «Course⇥CECI-FEV26» is the first line of an attendance export; (out) its course.
static gboolean
is_attendance_text (GBytes *bytes, char **course)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size), *start = data;
  g_autofree char *line = NULL;
  g_auto (GStrv) cells = NULL;
  g_autofree char *words = NULL;

  if (size >= 3 && memcmp (start, "\xEF\xBB\xBF", 3) == 0)
    start += 3;
  line = g_strndup (start, MIN (size - (gsize) (start - data), FIRST_LINE));
  line[strcspn (line, "\r\n")] = '\0';
  cells = g_strsplit (line, "\t", 3);
  if (g_strv_length (cells) < 2 || !g_utf8_validate (line, -1, NULL))
    return FALSE;
  words = ceci_form_words (cells[0]);
  if (!g_str_equal (words, "course") && !g_str_equal (words, "cours"))
    return FALSE;
  g_set_str (course, g_strstrip (cells[1]));
  return TRUE;
}

static CeciTable *
read_table (GBytes *bytes, gboolean attendance, GCancellable *cancellable, GError **error)
{
  CeciTableLimits text = {.max_size = LARGEST, .separator = '\t', .unquoted = TRUE, .headings = known_headings};
  CeciTableLimits headed = {.max_size = LARGEST, .headings = known_headings};
  CeciTableLimits plain = {.max_size = LARGEST, .blank_headings = TRUE};
  g_autoptr (GError) failure = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  CeciTable *table;

  if (attendance)
    return ceci_table_read_bytes (bytes, &text, cancellable, error);
  if (size < 2 || memcmp (data, "PK", 2) != 0)
    return ceci_table_read_bytes (bytes, &plain, cancellable, error);
  table = ceci_table_read_bytes (bytes, &headed, cancellable, &failure);
  if (table == NULL && g_error_matches (failure, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NO_HEADER))
    return ceci_table_read_bytes (bytes, &plain, cancellable, error);
  if (table == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return table;
}

/**
 * ceci_moodle_export_read_bytes:
 * @bytes: what a file holds
 * @name: the file's name, which may name the course
 * @cancellable: (nullable): to stop
 * @error: why not: [error@CeciTableError]
 *
 * Returns: (transfer full): the export; of kind %CECI_MOODLE_NONE for a table that is none
 */
CeciMoodleExport *
ceci_moodle_export_read_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (CeciMoodleExport) self = g_new0 (CeciMoodleExport, 1);
  gboolean attendance = is_attendance_text (bytes, &self->course);

  self->table = read_table (bytes, attendance, cancellable, error);
  if (self->table == NULL)
    return NULL;
  if (self->course == NULL)
    self->course = ceci_moodle_course_in_name (name);
  self->kind = kind_of (self->table);
  return g_steal_pointer (&self);
}

/**
 * ceci_moodle_export_read:
 * @file: any file
 * @cancellable: (nullable): to stop
 * @error: why not: [error@CeciTableError] or the file's
 *
 * Returns: (transfer full): the export; of kind %CECI_MOODLE_NONE for a table that is none
 */
CeciMoodleExport *
ceci_moodle_export_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree char *path = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GByteArray) whole = g_byte_array_new ();
  g_autofree guint8 *piece = g_malloc (65536);
  g_autoptr (GBytes) bytes = NULL;
  gsize n_read;

  if (stream == NULL)
    return NULL;
  do {
    if (!g_input_stream_read_all (G_INPUT_STREAM (stream), piece, 65536, &n_read, cancellable, error))
      return NULL;
    g_byte_array_append (whole, piece, (guint) n_read);
    if (whole->len > LARGEST) {
      g_set_error_literal (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_TOO_LARGE,
                           _ ("This file is too large for an export of the virtual campus: check that it is the right "
                              "file."));
      return NULL;
    }
  } while (n_read == 65536);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&whole));
  return ceci_moodle_export_read_bytes (bytes, name, cancellable, error);
}
