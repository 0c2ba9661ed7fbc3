// SPDX-License-Identifier: GPL-3.0-or-later
// What importing a filled sheet of hours would do. A line is known by its day, its duration and what it says; a line of
// the same work with another duration corrects it, as long as the office has not accepted it.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-hours-proposal.h"
#include "ceci-hours-reading.h"
#include "ceci-table-reader.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-placement-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-fold.h"

#define FORMAT "hours"

struct _CeciHoursProposal {
  CeciImportProposal parent_instance;

  CeciStudent *student;
  GListModel *placements; // CeciPlacement
  GListModel *log;        // CeciHours
  char *today;
  GPtrArray *lines; // CeciProposedLine, borrowed from the base
};

G_DEFINE_FINAL_TYPE (CeciHoursProposal, ceci_hours_proposal, CECI_TYPE_IMPORT_PROPOSAL)

typedef struct {
  CeciHoursLine line;
  CeciPlacement *placement; // that covers the day
  CeciHours *known;         // the entry of the log that it is
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  ceci_hours_line_clear (&subject->line);
  g_clear_object (&subject->placement);
  g_clear_object (&subject->known);
  g_free (subject);
}

// --- which entry a line is ----------------------------------------------------------------------------------------

static gboolean
is_same_work (const char *one, const char *other)
{
  g_autofree char *a = ceci_fold (one);
  g_autofree char *b = ceci_fold (other);

  return strcmp (a, b) == 0;
}

typedef gboolean (*Fits) (CeciHours *entry, const CeciHoursLine *line);

static gboolean
fits_wholly (CeciHours *entry, const CeciHoursLine *line)
{
  return ceci_hours_get_minutes (entry) == line->minutes &&
         is_same_work (ceci_hours_get_description (entry), line->description);
}

static gboolean
fits_without_words (CeciHours *entry, const CeciHoursLine *line)
{
  return ceci_hours_get_minutes (entry) == line->minutes &&
         (line->description == NULL || ceci_hours_get_description (entry) == NULL);
}

static gboolean
fits_but_duration (CeciHours *entry, const CeciHoursLine *line)
{
  return line->description != NULL && is_same_work (ceci_hours_get_description (entry), line->description);
}

// An entry is one line's only; taken holds those that are.
static CeciHours *
find_entry (CeciHoursProposal *self, const CeciHoursLine *line, GHashTable *taken, Fits fits)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->log); i++) {
    g_autoptr (CeciHours) entry = g_list_model_get_item (self->log, i);

    if (strcmp (ceci_hours_get_worked_on (entry), line->worked_on) == 0 && !g_hash_table_contains (taken, entry) &&
        fits (entry, line))
      return g_steal_pointer (&entry);
  }
  return NULL;
}

// --- what each line would do --------------------------------------------------------------------------------------

static void
settle_known (CeciProposedLine *line, Subject *subject)
{
  CeciHours *known = subject->known;
  CeciHoursState state = ceci_hours_get_state (known);
  gboolean confirms = subject->line.confirmed == CECI_ANSWER_YES && state == CECI_HOURS_STATE_CLAIMED;
  gboolean settled = state == CECI_HOURS_STATE_ACCEPTED || state == CECI_HOURS_STATE_REFUSED;

  if (ceci_hours_get_minutes (known) != subject->line.minutes && settled) {
    ceci_proposed_line_set_action (line, CECI_PROPOSAL_REFUSED,
                                   _ ("The office has settled these hours with another duration. Change them by hand "
                                      "if the sheet is right."));
    return;
  }
  if (ceci_hours_get_minutes (known) != subject->line.minutes) {
    g_autofree char *before = ceci_duration_format (ceci_hours_get_minutes (known));
    g_autofree char *after = ceci_duration_format (subject->line.minutes);

    ceci_proposed_line_add_change (line, "minutes", _ ("Hours"), before, after);
  }
  if (confirms)
    ceci_proposed_line_add_change (line, "state", _ ("State"), ceci_enum_get_label (CECI_TYPE_HOURS_STATE, (int) state),
                                   ceci_enum_get_label (CECI_TYPE_HOURS_STATE, CECI_HOURS_STATE_CONFIRMED));
  ceci_proposed_line_set_action (
      line, ceci_proposed_line_get_changes (line)->len > 0 ? CECI_PROPOSAL_CHANGE : CECI_PROPOSAL_UNCHANGED, NULL);
}

static void
settle_new (CeciHoursProposal *self, CeciProposedLine *line, Subject *subject)
{
  g_auto (GStrv) remarks =
      ceci_hours_remarks (self->log, NULL, subject->line.worked_on, subject->line.minutes, subject->line.description);
  g_autofree char *remark = *remarks != NULL ? g_strjoinv (" ", remarks) : NULL;

  ceci_proposed_line_set_action (line, CECI_PROPOSAL_ADD, remark);
}

static gboolean
settle_refused (CeciProposedLine *line, Subject *subject)
{
  if (subject->line.refusal != NULL)
    ceci_proposed_line_set_action (line, CECI_PROPOSAL_REFUSED, subject->line.refusal);
  else if (subject->placement == NULL)
    ceci_proposed_line_set_action (line, CECI_PROPOSAL_REFUSED, _ ("The student has no placement yet. Add one first."));
  else
    return FALSE;
  return TRUE;
}

// Lines that fit an entry wholly are found before those that only resemble one.
static void
ceci_hours_proposal_settle (CeciImportProposal *proposal)
{
  static const Fits fits[] = {fits_wholly, fits_without_words, fits_but_duration};
  CeciHoursProposal *self = CECI_HOURS_PROPOSAL (proposal);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->lines->len; i++) {
    Subject *subject = ceci_proposed_line_get_subject (self->lines->pdata[i]);

    g_clear_object (&subject->known);
    ceci_proposed_line_clear_changes (self->lines->pdata[i]);
  }
  for (guint way = 0; way < G_N_ELEMENTS (fits); way++)
    for (guint i = 0; i < self->lines->len; i++) {
      Subject *subject = ceci_proposed_line_get_subject (self->lines->pdata[i]);

      if (subject->line.refusal != NULL || subject->known != NULL)
        continue;
      subject->known = find_entry (self, &subject->line, taken, fits[way]);
      if (subject->known != NULL)
        g_hash_table_add (taken, subject->known);
    }
  for (guint i = 0; i < self->lines->len; i++) {
    Subject *subject = ceci_proposed_line_get_subject (self->lines->pdata[i]);

    if (settle_refused (self->lines->pdata[i], subject))
      continue;
    if (subject->known != NULL)
      settle_known (self->lines->pdata[i], subject);
    else
      settle_new (self, self->lines->pdata[i], subject);
  }
}

// --- writing --------------------------------------------------------------------------------------------------------

static gboolean
ceci_hours_proposal_write_line (CeciImportProposal *proposal, CeciProposedLine *line, CeciDatabase *database,
                                GError **error)
{
  CeciHoursProposal *self = CECI_HOURS_PROPOSAL (proposal);
  Subject *subject = ceci_proposed_line_get_subject (line);
  gboolean confirmed = subject->line.confirmed == CECI_ANSWER_YES;
  const char *by = confirmed ? ceci_placement_get_supervisor_name (subject->placement) : NULL;
  const char *on = !confirmed ? NULL : subject->line.confirmed_on != NULL ? subject->line.confirmed_on : self->today;
  const char *source = ceci_import_proposal_get_source (proposal);
  g_autoptr (CeciHours) hours = NULL;
  g_autofree char *id = NULL;

  if (subject->known == NULL) {
    hours = ceci_record_new (CECI_TYPE_HOURS, "placement_id", ceci_record_get_id (CECI_RECORD (subject->placement)),
                             "worked_on", subject->line.worked_on, "minutes", subject->line.minutes, "description",
                             subject->line.description, "state", confirmed ? "confirmed" : "claimed", "confirmed_by",
                             by, "confirmed_on", on, "source", source, NULL);
    id = ceci_hours_repository_add (database, hours, error);
    return id != NULL;
  }
  if (!confirmed)
    hours = ceci_record_with (subject->known, "minutes", subject->line.minutes, "source", source, NULL);
  else
    hours = ceci_record_with (subject->known, "minutes", subject->line.minutes, "state", "confirmed", "confirmed_by",
                              by, "confirmed_on", on, "source", source, NULL);
  return ceci_hours_repository_change (database, hours, error);
}

static char *
ceci_hours_proposal_dup_label (CeciImportProposal *proposal)
{
  CeciHoursProposal *self = CECI_HOURS_PROPOSAL (proposal);

  return ceci_label_hours_import (ceci_import_proposal_n_writes (proposal),
                                  ceci_student_get_display_name (self->student));
}

static void
ceci_hours_proposal_describe (CeciImportProposal *proposal, CeciProposedLine *line, JsonBuilder *builder)
{
  Subject *subject = ceci_proposed_line_get_subject (line);

  if (subject->line.refusal != NULL)
    return;
  json_builder_set_member_name (builder, "worked-on");
  json_builder_add_string_value (builder, subject->line.worked_on);
  json_builder_set_member_name (builder, "minutes");
  json_builder_add_int_value (builder, subject->line.minutes);
  json_builder_set_member_name (builder, "confirmed");
  json_builder_add_boolean_value (builder, subject->line.confirmed == CECI_ANSWER_YES);
}

static void
ceci_hours_proposal_finalize (GObject *object)
{
  CeciHoursProposal *self = CECI_HOURS_PROPOSAL (object);

  g_clear_object (&self->student);
  g_clear_object (&self->placements);
  g_clear_object (&self->log);
  g_free (self->today);
  g_ptr_array_unref (self->lines);
  G_OBJECT_CLASS (ceci_hours_proposal_parent_class)->finalize (object);
}

static void
ceci_hours_proposal_class_init (CeciHoursProposalClass *klass)
{
  static const char *const tables[] = {"hours", "placement", "student", NULL};
  CeciImportProposalClass *proposal_class = CECI_IMPORT_PROPOSAL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ceci_hours_proposal_finalize;
  proposal_class->tables = tables;
  proposal_class->settle = ceci_hours_proposal_settle;
  proposal_class->write_line = ceci_hours_proposal_write_line;
  proposal_class->dup_label = ceci_hours_proposal_dup_label;
  proposal_class->describe = ceci_hours_proposal_describe;
}

static void
ceci_hours_proposal_init (CeciHoursProposal *self)
{
  self->lines = g_ptr_array_new ();
}

// --- reading --------------------------------------------------------------------------------------------------------

static char *
name_line (const CeciHoursLine *line)
{
  g_autofree char *day = line->worked_on != NULL ? ceci_date_format_short (line->worked_on) : NULL;
  g_autofree char *duration = line->minutes > 0 ? ceci_duration_format (line->minutes) : NULL;

  return g_strjoin (" · ", day != NULL ? day : "…", duration != NULL ? duration : "…", line->description, NULL);
}

static void
read_lines (CeciHoursProposal *self, CeciColumnMap *map)
{
  CeciTable *table = ceci_column_map_get_table (map);
  guint n = g_list_model_get_n_items (self->placements);
  g_autofree CeciPeriod *periods = g_new0 (CeciPeriod, n + 1);

  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciPlacement) placement = g_list_model_get_item (self->placements, i);

    periods[i].starts_on = ceci_placement_get_starts_on (placement);
    periods[i].ends_on = ceci_placement_get_closed_on (placement) != NULL ? ceci_placement_get_closed_on (placement)
                                                                          : ceci_placement_get_ends_on (placement);
  }
  for (guint row = 0; row < ceci_table_get_n_rows (table); row++) {
    Subject *subject = g_new0 (Subject, 1);
    g_autofree char *name = NULL;
    CeciProposedLine *line;

    ceci_hours_line_read (&subject->line, map, row, self->today, periods, n);
    if (subject->line.is_blank) {
      subject_free (subject);
      continue;
    }
    if (subject->line.worked_on != NULL)
      subject->placement = ceci_placement_list_at (self->placements, subject->line.worked_on);
    name = name_line (&subject->line);
    line = ceci_proposed_line_new (ceci_table_get_line (table, row), name, subject, subject_free);
    g_ptr_array_add (self->lines, line);
    ceci_import_proposal_take_line (CECI_IMPORT_PROPOSAL (self), line);
  }
}

static CeciColumnMap *
read_map (CeciDatabase *database, GFile *file, const char *const *mappings, GCancellable *cancellable, GError **error)
{
  static const char *const headings[] = {"date",     "jour",      "heures", "hours",       "durée",
                                         "duration", "minutes",   "day",    "description", "activité",
                                         "confirmé", "confirmed", NULL};
  const CeciTableLimits limits = {
      .max_size = 8 * 1024 * 1024, .max_columns = 100, .max_rows = 20000, .headings = headings};
  g_autoptr (CeciTable) table = ceci_table_read_file (file, &limits, cancellable, error);
  g_autoptr (CeciColumnMap) map = NULL;

  if (table == NULL)
    return NULL;
  map = ceci_hours_column_map (table);
  if (!ceci_column_map_recall (map, database, FORMAT, error))
    return NULL;
  for (; mappings != NULL && *mappings != NULL; mappings++)
    if (!ceci_column_map_set_text (map, *mappings, error))
      return NULL;
  if (ceci_column_map_get_column (map, "date") < 0 ||
      (ceci_column_map_get_column (map, "hours") < 0 && ceci_column_map_get_column (map, "minutes") < 0)) {
    g_set_error (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NO_HEADER,
                 _ ("The sheet needs a column “Date” and a column “Hours”. Name them in the first line."));
    return NULL;
  }
  return g_steal_pointer (&map);
}

/**
 * ceci_hours_proposal_read:
 * @database: a connection
 * @file: a filled sheet, of any kind that ceci_table_read_file() reads
 * @student_id: whose hours
 * @mappings: (nullable) (array zero-terminated=1): columns mapped by hand, «heading=field»
 * @today: the day it is
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what importing it would do
 */
CeciHoursProposal *
ceci_hours_proposal_read (CeciDatabase *database, GFile *file, const char *student_id, const char *const *mappings,
                          const char *today, GCancellable *cancellable, GError **error)
{
  g_autoptr (CeciColumnMap) map = read_map (database, file, mappings, cancellable, error);
  g_autoptr (CeciHoursProposal) self = NULL;
  g_autofree char *source = g_file_get_basename (file);

  if (map == NULL)
    return NULL;
  self = g_object_new (CECI_TYPE_HOURS_PROPOSAL, NULL);
  self->today = g_strdup (today);
  if ((self->student = ceci_student_repository_find (database, student_id, error)) == NULL ||
      (self->placements = ceci_placement_repository_list (database, student_id, error)) == NULL ||
      (self->log = ceci_hours_repository_list (database, student_id, error)) == NULL ||
      !ceci_import_proposal_begin (CECI_IMPORT_PROPOSAL (self), database, map, FORMAT, source, error))
    return NULL;
  read_lines (self, map);
  ceci_import_proposal_settle (CECI_IMPORT_PROPOSAL (self));
  return g_steal_pointer (&self);
}
