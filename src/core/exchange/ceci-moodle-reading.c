// SPDX-License-Identifier: GPL-3.0-or-later
// Reads rows of exports of the virtual campus, in French or English. A cell that can't be read costs that cell, with a
// remark; it never stands for something it does not say.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-form-values.h"
#include "ceci-moodle-reading.h"

static void clear_completion (gpointer data);

static void remark (CeciMoodleReading *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
remark (CeciMoodleReading *self, const char *format, ...)
{
  va_list arguments;

  if (self->remarks->len > 0)
    g_string_append_c (self->remarks, ' ');
  va_start (arguments, format);
  g_string_append_vprintf (self->remarks, format, arguments);
  va_end (arguments);
}

// --- cells -----------------------------------------------------------------------------------------

static gboolean
begins_with_word (const char *words, const char *const *begins)
{
  for (; *begins != NULL; begins++) {
    gsize length = strlen (*begins);

    if (strncmp (words, *begins, length) == 0 && (words[length] == '\0' || words[length] == ' '))
      return TRUE;
  }
  return FALSE;
}

CeciMoodleState
ceci_moodle_state_parse (const char *text)
{
  static const char *const not_done[] = {"not", "pas", "non", "incomplete", "inacheve", "inachevee", NULL};
  static const char *const done[] = {"completed", "complete", "termine", "terminee", "acheve", "achevee", NULL};
  static const char *const failed[] = {"did not", "n a pas", "pas atteint", "non atteinte", "failed", "echoue", NULL};
  g_autofree char *words = ceci_form_words (text);

  if (*words == '\0' || begins_with_word (words, not_done))
    return CECI_MOODLE_STATE_NOT_DONE;
  if (!begins_with_word (words, done))
    return CECI_MOODLE_STATE_UNKNOWN;
  for (guint i = 0; failed[i] != NULL; i++)
    if (ceci_form_has_words (words, failed[i]))
      return CECI_MOODLE_STATE_NOT_DONE;
  return CECI_MOODLE_STATE_DONE;
}

gboolean
ceci_moodle_grade_parse (const char *text, double *grade)
{
  g_autofree char *number = g_strstrip (g_strdup (text != NULL ? text : ""));
  char *end;

  g_strdelimit (number, ",", '.');
  if (!g_ascii_isdigit (*number))
    return FALSE;
  *grade = g_ascii_strtod (number, &end);
  while (g_ascii_isspace (*end) || g_str_has_prefix (end, "\u00a0") || g_str_has_prefix (end, "\u202f"))
    end = g_utf8_next_char (end);
  return *grade < 1e6 && (*end == '\0' || g_str_equal (end, "%"));
}

int
ceci_moodle_mark_parse (const char *text, gboolean *late)
{
  static const struct {
    const char *word;
    int state;
    gboolean late;
  } marks[] = {
      {"p", CECI_ATTENDANCE_STATE_PRESENT, FALSE},        {"present", CECI_ATTENDANCE_STATE_PRESENT, FALSE},
      {"l", CECI_ATTENDANCE_STATE_PRESENT, TRUE},         {"late", CECI_ATTENDANCE_STATE_PRESENT, TRUE},
      {"r", CECI_ATTENDANCE_STATE_PRESENT, TRUE},         {"retard", CECI_ATTENDANCE_STATE_PRESENT, TRUE},
      {"en retard", CECI_ATTENDANCE_STATE_PRESENT, TRUE}, {"e", CECI_ATTENDANCE_STATE_EXCUSED, FALSE},
      {"excused", CECI_ATTENDANCE_STATE_EXCUSED, FALSE},  {"excuse", CECI_ATTENDANCE_STATE_EXCUSED, FALSE},
      {"a", CECI_ATTENDANCE_STATE_ABSENT, FALSE},         {"absent", CECI_ATTENDANCE_STATE_ABSENT, FALSE},
  };
  const char *bracket = text != NULL ? strchr (text, '(') : NULL;
  g_autofree char *mark = bracket != NULL ? g_strndup (text, (gsize) (bracket - text)) : g_strdup (text);
  g_autofree char *words = ceci_form_words (mark);

  *late = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_equal (words, marks[i].word)) {
      *late = marks[i].late;
      return marks[i].state;
    }
  return -1;
}

/**
 * ceci_moodle_participant_parse:
 * @text: (nullable): such as «Participant 48213»
 *
 * Returns: (transfer full) (nullable): the last digits
 */
char *
ceci_moodle_participant_parse (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0, end;

  while (length > 0 && !g_ascii_isdigit (text[length - 1]))
    length--;
  end = length;
  while (length > 0 && g_ascii_isdigit (text[length - 1]))
    length--;
  return end > length && end - length <= 18 ? g_strndup (text + length, end - length) : NULL;
}

// --- who -------------------------------------------------------------------------------------------

static char *
dup_cell (const CeciMoodleReader *reader, guint row, const char *field)
{
  const char *cell = ceci_column_map_get_cell (reader->map, row, field);
  char *text = g_strstrip (g_strdup (cell != NULL ? cell : ""));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static void
read_person (CeciMoodleReading *self, const CeciMoodleReader *reader, guint row)
{
  g_autofree char *first = dup_cell (reader, row, "first-name"), *family = dup_cell (reader, row, "family-name"),
                  *identifier = NULL;

  self->name = dup_cell (reader, row, "name");
  if (self->name == NULL && (first != NULL || family != NULL))
    self->name = g_strjoin (first != NULL && family != NULL ? " " : "", first != NULL ? first : "",
                            family != NULL ? family : "", NULL);
  self->email = dup_cell (reader, row, "email");
  self->matricule = dup_cell (reader, row, "id-number");
  if (reader->kind != CECI_MOODLE_WORKSHEET)
    return;
  identifier = dup_cell (reader, row, "participant");
  self->participant = ceci_moodle_participant_parse (identifier);
  if (self->participant == NULL)
    self->refusal = g_strdup (_ ("This line has no participant’s number."));
}

// --- completion ------------------------------------------------------------------------------------

static int
module_of (const CeciMoodleReader *reader, guint column)
{
  const CeciImportField *field = ceci_column_map_get_field (reader->map, column);
  guint64 number = 0;

  if (field == NULL || !g_str_has_prefix (field->name, "module:") ||
      !g_ascii_string_to_unsigned (field->name + strlen ("module:"), 10, 1, reader->n_modules, &number, NULL))
    return -1;
  return (int) number - 1;
}

static char *
date_beside (const CeciMoodleReader *reader, guint row, guint column)
{
  CeciTable *table = ceci_column_map_get_table (reader->map);
  const CeciImportField *next =
      column + 1 < ceci_table_get_n_columns (table) ? ceci_column_map_get_field (reader->map, column + 1) : NULL;

  if (next == NULL || !g_str_equal (next->name, "date"))
    return NULL;
  return ceci_form_date (ceci_table_get_cell (table, row, column + 1), reader->today);
}

typedef struct {
  guint n_columns, n_done;
  char *latest;
  GString *states;
} Progress;

// A module that several activities make up is completed with the last of them.
static void
read_module_cell (CeciMoodleReading *self, const CeciMoodleReader *reader, guint row, guint column, Progress *progress)
{
  CeciTable *table = ceci_column_map_get_table (reader->map);
  const char *heading = ceci_table_get_heading (table, column), *cell = ceci_table_get_cell (table, row, column);
  CeciMoodleState state = ceci_moodle_state_parse (cell);
  g_autofree char *date = NULL;

  progress->n_columns++;
  if (state == CECI_MOODLE_STATE_UNKNOWN)
    remark (self, _ ("“%s” says nothing of the completion of “%s”."), cell, heading);
  if (state != CECI_MOODLE_STATE_DONE)
    return;
  date = date_beside (reader, row, column);
  if (date == NULL) {
    remark (self, _ ("“%s” is completed without a date: record it by hand."), heading);
    return;
  }
  if (strcmp (date, reader->today) > 0) {
    remark (self, _ ("“%s” is completed on a day that has not come yet."), heading);
    return;
  }
  progress->n_done++;
  if (progress->latest == NULL || strcmp (date, progress->latest) > 0)
    g_set_str (&progress->latest, date);
  if (progress->states->len > 0)
    g_string_append (progress->states, "; ");
  g_string_append_printf (progress->states, "%s: %s", heading, cell);
}

static void
add_completion (CeciMoodleReading *self, const CeciMoodleReader *reader, guint module, const char *date,
                const char *state)
{
  CeciMoodleCompletion completion = {.module = module, .completed_on = g_strdup (date)};

  completion.evidence = g_strdup_printf ("%s (%s)", state, reader->source);
  g_array_append_val (self->completions, completion);
}

static void
read_completions (CeciMoodleReading *self, const CeciMoodleReader *reader, guint row)
{
  guint n_columns = ceci_table_get_n_columns (ceci_column_map_get_table (reader->map));

  for (guint module = 0; module < reader->n_modules; module++) {
    g_autoptr (GString) states = g_string_new (NULL);
    Progress progress = {.states = states};

    for (guint column = 0; column < n_columns; column++)
      if (module_of (reader, column) == (int) module)
        read_module_cell (self, reader, row, column, &progress);
    if (progress.n_columns > 0 && progress.n_done == progress.n_columns)
      add_completion (self, reader, module, progress.latest, states->str);
    g_free (progress.latest);
  }
}

// A grade that reaches its pass mark completes its module; without a mark it is only shown.
static void
read_grades (CeciMoodleReading *self, const CeciMoodleReader *reader, guint row)
{
  CeciTable *table = ceci_column_map_get_table (reader->map);

  for (guint column = 0; column < ceci_table_get_n_columns (table); column++) {
    int module = module_of (reader, column);
    const char *heading = ceci_table_get_heading (table, column), *cell = ceci_table_get_cell (table, row, column);
    const double *mark =
        reader->pass_marks != NULL ? g_hash_table_lookup (reader->pass_marks, GUINT_TO_POINTER (column + 1)) : NULL;
    g_autofree char *state = NULL;
    char shown[G_ASCII_DTOSTR_BUF_SIZE];
    double grade;

    if (module < 0 || !ceci_moodle_grade_parse (cell, &grade))
      continue;
    if (mark == NULL || grade < *mark) {
      remark (self, "%s: %s.", heading, cell);
      continue;
    }
    state = g_strdup_printf ("%s: %s ≥ %s", heading, cell, g_ascii_formatd (shown, sizeof shown, "%g", *mark));
    add_completion (self, reader, (guint) module, reader->today, state);
  }
}

// --- attendance ------------------------------------------------------------------------------------

static void
read_marks (CeciMoodleReading *self, const CeciMoodleReader *reader, guint row)
{
  CeciTable *table = ceci_column_map_get_table (reader->map);

  for (guint column = 0; column < ceci_table_get_n_columns (table); column++) {
    const CeciImportField *field = ceci_column_map_get_field (reader->map, column);
    const char *cell = ceci_table_get_cell (table, row, column);
    CeciMoodleMark mark = {.column = column};
    int state;

    if (field == NULL || !g_str_equal (field->name, "session") || cell == NULL || *cell == '\0' ||
        g_str_has_prefix (cell, "?") || g_str_equal (cell, "-"))
      continue;
    state = ceci_moodle_mark_parse (cell, &mark.late);
    if (state < 0) {
      remark (self, _ ("“%s” says nothing of who came to “%s”."), cell, ceci_table_get_heading (table, column));
      continue;
    }
    mark.state = (CeciAttendanceState) state;
    g_array_append_val (self->marks, mark);
  }
}

// --- a row -----------------------------------------------------------------------------------------

static void
clear_completion (gpointer data)
{
  CeciMoodleCompletion *completion = data;

  g_free (completion->completed_on);
  g_free (completion->evidence);
}

void
ceci_moodle_reading_init (CeciMoodleReading *self, const CeciMoodleReader *reader, guint row)
{
  const char *problem = ceci_table_get_problem (ceci_column_map_get_table (reader->map), row);

  *self = (CeciMoodleReading) {.remarks = g_string_new (NULL)};
  self->completions = g_array_new (FALSE, FALSE, sizeof (CeciMoodleCompletion));
  g_array_set_clear_func (self->completions, clear_completion);
  self->marks = g_array_new (FALSE, FALSE, sizeof (CeciMoodleMark));
  read_person (self, reader, row);
  if (problem != NULL)
    g_set_str (&self->refusal, problem);
  if (self->refusal == NULL && self->name == NULL && self->email == NULL && self->matricule == NULL &&
      self->participant == NULL)
    self->refusal = g_strdup (_ ("This line does not say who it is about."));
  if (self->refusal != NULL)
    return;
  if (reader->kind == CECI_MOODLE_ATTENDANCE)
    read_marks (self, reader, row);
  else if (reader->kind == CECI_MOODLE_GRADEBOOK)
    read_grades (self, reader, row);
  else if (reader->kind == CECI_MOODLE_COMPLETION || reader->kind == CECI_MOODLE_PROGRESS)
    read_completions (self, reader, row);
}

void
ceci_moodle_reading_clear (CeciMoodleReading *self)
{
  g_free (self->name);
  g_free (self->email);
  g_free (self->matricule);
  g_free (self->participant);
  g_free (self->refusal);
  g_string_free (self->remarks, TRUE);
  g_array_unref (self->completions);
  g_array_unref (self->marks);
}
