// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a filled sheet of hours. The same words are read as in quick entry, so that a supervisor may write «3h30»,
// «3,5» or «3:30», «12/03» or «12 mars».
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-hours-reading.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-fold.h"

#define DAY_MINUTES (24 * 60)

static const CeciImportField fields[] = {
    {"date", N_ ("Date"), (const char *const[]) {"=date", "=jour", "=day", "date", "jour", NULL}},
    {"minutes", N_ ("Minutes"), (const char *const[]) {"=minutes", "=min", "minutes", NULL}},
    {"hours", N_ ("Hours"),
     (const char *const[]) {"=heures", "=hours", "=duree", "=duration", "duree", "heures", "hours", "duration", NULL}},
    {"description", N_ ("Description"),
     (const char *const[]) {"=description", "=activite", "=tache", "=travail", "description", "activite", "activity",
                            "tache", "task", NULL}},
    {"confirmed", N_ ("Confirmed"),
     (const char *const[]) {"=confirme", "=confirmed", "confirm", "valide", "vu", "signature", "paraphe", NULL}},
};

CeciColumnMap *
ceci_hours_column_map (CeciTable *table)
{
  return ceci_column_map_new (table, fields, G_N_ELEMENTS (fields));
}

static char *
dup_cell (CeciColumnMap *map, guint row, const char *field)
{
  return ceci_form_text (ceci_column_map_get_cell (map, row, field), FALSE);
}

static void
refuse (CeciHoursLine *self, char *reason)
{
  if (self->refusal == NULL)
    self->refusal = reason;
  else
    g_free (reason);
}

static void
read_duration (CeciHoursLine *self, const char *hours, const char *minutes)
{
  if (minutes != NULL && strspn (minutes, "0123456789") == strlen (minutes) && strlen (minutes) <= 6)
    self->minutes = g_ascii_strtoll (minutes, NULL, 10);
  else if (hours != NULL)
    self->minutes = ceci_duration_parse (hours);
  else if (minutes != NULL)
    self->minutes = ceci_duration_parse (minutes);
  if (hours == NULL && minutes == NULL)
    refuse (self, g_strdup (_ ("The duration is missing.")));
  else if (self->minutes <= 0)
    refuse (self, g_strdup_printf (_ ("“%s” is not a duration. Write it as 3 h 30."), hours != NULL ? hours : minutes));
  else if (self->minutes > DAY_MINUTES)
    refuse (self, g_strdup (_ ("A day has 24 hours. Record each day in an entry of its own.")));
}

// The reader of quick entry knows which year is meant; what it needs beside the day is a duration.
static void
read_day (CeciHoursLine *self, const char *text, const char *today, const CeciPeriod *periods, guint n_periods)
{
  g_autofree char *line = text != NULL ? g_strdup_printf ("1h00 %s", text) : NULL;
  g_autoptr (CeciHoursReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  if (text == NULL) {
    refuse (self, g_strdup (_ ("The day is missing.")));
    return;
  }
  self->worked_on = ceci_form_date (text, NULL);
  if (self->worked_on == NULL) {
    reading = ceci_hours_reading_new (line, today, periods, n_periods, &error);
    if (reading != NULL && reading->day_given && reading->description == NULL)
      self->worked_on = g_strdup (reading->worked_on);
  }
  if (self->worked_on == NULL)
    refuse (self, g_strdup_printf (_ ("“%s” is not a day that has come. Write it as 12/03/2026."), text));
  else if (strcmp (self->worked_on, today) > 0) {
    g_autofree char *day = ceci_date_format_long (self->worked_on);

    refuse (self, g_strdup_printf (_ ("%s is still to come. Record hours once they are worked."), day));
  }
}

static void
read_confirmation (CeciHoursLine *self, const char *text, const char *today)
{
  self->confirmed = CECI_ANSWER_UNCLEAR;
  if (text == NULL)
    return;
  self->confirmed_on = ceci_form_date (text, today);
  if (self->confirmed_on != NULL && strcmp (self->confirmed_on, today) > 0)
    g_clear_pointer (&self->confirmed_on, g_free);
  self->confirmed = ceci_form_answer (text);
  // ticks as people make them; a signature or initials are a yes too
  if (self->confirmed_on != NULL || (self->confirmed == CECI_ANSWER_UNCLEAR && strcmp (text, "?") != 0))
    self->confirmed = CECI_ANSWER_YES;
}

static gboolean
is_total (const char *text)
{
  g_autofree char *folded = ceci_fold (text);

  return g_str_has_prefix (folded, "total");
}

/**
 * ceci_hours_line_read:
 * @self: (out): the row; clear it with ceci_hours_line_clear()
 * @map: the sheet's columns
 * @row: which one
 * @today: the day it is
 * @periods: (array length=n_periods): the student's placements
 * @n_periods: how many
 */
void
ceci_hours_line_read (CeciHoursLine *self, CeciColumnMap *map, guint row, const char *today, const CeciPeriod *periods,
                      guint n_periods)
{
  const char *problem = ceci_table_get_problem (ceci_column_map_get_table (map), row);
  g_autofree char *day = dup_cell (map, row, "date");
  g_autofree char *hours = dup_cell (map, row, "hours");
  g_autofree char *minutes = dup_cell (map, row, "minutes");
  g_autofree char *confirmed = dup_cell (map, row, "confirmed");

  *self = (CeciHoursLine) {.confirmed = CECI_ANSWER_UNCLEAR};
  self->description = dup_cell (map, row, "description");
  self->is_blank = (day == NULL && hours == NULL && minutes == NULL && self->description == NULL) ||
                   (day != NULL && is_total (day)) ||
                   (day == NULL && self->description != NULL && is_total (self->description));
  if (self->is_blank)
    return;
  if (problem != NULL)
    refuse (self, g_strdup (problem));
  read_day (self, day, today, periods, n_periods);
  read_duration (self, hours, minutes);
  read_confirmation (self, confirmed, today);
}

void
ceci_hours_line_clear (CeciHoursLine *self)
{
  g_clear_pointer (&self->worked_on, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->confirmed_on, g_free);
  g_clear_pointer (&self->refusal, g_free);
}
