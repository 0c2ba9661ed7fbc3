// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the table of students; its items are CeciStudentSummary.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-student-columns.h"
#include "core/model/ceci-student-summary.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-figure-bar.h"
#include "widgets/ceci-hour-words.h"
#include "widgets/ceci-state-words.h"

#define STUDENT(item) ceci_student_summary_get_student ((CeciStudentSummary *) (item))

static int
by (gint64 one, gint64 other)
{
  return (one > other) - (one < other);
}

// --- cells --------------------------------------------------------------------------

static void
show_name (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_student_get_display_name (STUDENT (item)));
}

static int
compare_name (gconstpointer one, gconstpointer other, gpointer data)
{
  return g_strcmp0 (ceci_student_get_search_key (STUDENT (one)), ceci_student_get_search_key (STUDENT (other)));
}

static void
show_faculty (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_student_get_faculty_code (STUDENT (item)));
  gtk_widget_set_tooltip_text (cell, ceci_student_get_faculty_name (STUDENT (item)));
}

static int
compare_faculty (gconstpointer one, gconstpointer other, gpointer data)
{
  return ceci_compare_text (ceci_student_get_faculty_code (STUDENT (one)),
                            ceci_student_get_faculty_code (STUDENT (other)));
}

static GtkWidget *
create_hours (void)
{
  return ceci_figure_bar_new (13);
}

static void
show_hours (GtkWidget *cell, gpointer item)
{
  gint64 counted = ceci_student_summary_get_counted_minutes (item);
  gint64 required = ceci_student_summary_get_required_minutes (item);
  gint64 waiting = ceci_student_summary_get_waiting_minutes (item);
  g_autofree char *text = ceci_words_hours_of (counted, required);

  ceci_figure_bar_set_figures (CECI_FIGURE_BAR (cell), (double) counted, (double) required, text);
  if (waiting > 0) {
    g_autofree char *duration = ceci_duration_format (waiting);
    // Translators: %s is a duration
    g_autofree char *tooltip = g_strdup_printf (_ ("%s wait for the last signature of the agreement"), duration);
    gtk_widget_set_tooltip_text (cell, tooltip);
  } else {
    gtk_widget_set_tooltip_text (cell, NULL);
  }
}

static int
compare_hours (gconstpointer one, gconstpointer other, gpointer data)
{
  return by (ceci_student_summary_get_counted_minutes ((gpointer) one),
             ceci_student_summary_get_counted_minutes ((gpointer) other));
}

static void
show_part (GtkWidget *cell, guint part, guint whole)
{
  g_autofree char *text = g_strdup_printf ("%u/%u", part, whole);

  ceci_cell_show_text (cell, text);
  if (part >= whole)
    gtk_widget_remove_css_class (cell, "dimmed");
  else
    gtk_widget_add_css_class (cell, "dimmed");
}

static void
show_modules (GtkWidget *cell, gpointer item)
{
  show_part (cell, ceci_student_summary_get_modules (item), ceci_student_summary_get_required_modules (item));
}

static int
compare_modules (gconstpointer one, gconstpointer other, gpointer data)
{
  return by (ceci_student_summary_get_modules ((gpointer) one), ceci_student_summary_get_modules ((gpointer) other));
}

static void
show_meetings (GtkWidget *cell, gpointer item)
{
  CeciStudent *student = STUDENT (item);
  int present = (int) ceci_student_get_meetings_present (student);
  int excused = (int) ceci_student_get_meetings_excused (student);
  int absent = (int) ceci_student_get_meetings_absent (student);
  g_autofree char *text = g_strdup_printf ("%d/%d", present, present + excused + absent);
  // Translators: meetings
  g_autofree char *tooltip = g_strdup_printf (_ ("Present %d, excused %d, absent %d"), present, excused, absent);

  ceci_cell_show_text (cell, text);
  gtk_widget_set_tooltip_text (cell, tooltip);
}

static int
compare_meetings (gconstpointer one, gconstpointer other, gpointer data)
{
  return by (ceci_student_get_meetings_present (STUDENT (one)), ceci_student_get_meetings_present (STUDENT (other)));
}

static void
show_portfolio (GtkWidget *cell, gpointer item)
{
  show_part (cell, ceci_student_summary_get_productions (item), ceci_student_summary_get_required_productions (item));
}

static int
compare_portfolio (gconstpointer one, gconstpointer other, gpointer data)
{
  return by (ceci_student_summary_get_productions ((gpointer) one),
             ceci_student_summary_get_productions ((gpointer) other));
}

static void
show_agreement (GtkWidget *cell, gpointer item)
{
  ceci_words_show_finding_state (CECI_STATE_PILL (cell), ceci_student_summary_get_agreement (item), "R21");
}

static int
compare_agreement (gconstpointer one, gconstpointer other, gpointer data)
{
  return by (ceci_student_summary_get_agreement ((gpointer) one),
             ceci_student_summary_get_agreement ((gpointer) other));
}

static void
show_deadline (GtkWidget *cell, gpointer item)
{
  const char *deadline = ceci_student_summary_get_deadline (item);
  g_autofree char *text = deadline != NULL ? ceci_date_format_short (deadline) : NULL;

  ceci_cell_show_text (cell, text);
}

static int
compare_deadline (gconstpointer one, gconstpointer other, gpointer data)
{
  return g_strcmp0 (ceci_student_summary_get_deadline ((gpointer) one),
                    ceci_student_summary_get_deadline ((gpointer) other));
}

static void
show_state (GtkWidget *cell, gpointer item)
{
  ceci_words_show_state (CECI_STATE_PILL (cell), CECI_TYPE_STUDENT_STATE,
                         (int) ceci_student_get_state (STUDENT (item)));
}

static int
compare_state (gconstpointer one, gconstpointer other, gpointer data)
{
  return by ((gint64) ceci_student_get_state (STUDENT (one)), (gint64) ceci_student_get_state (STUDENT (other)));
}

static const CeciColumn columns[] = {
    {"name", N_ ("Name"), ceci_cell_name, show_name, compare_name, TRUE, "student.display-name", CECI_CELL_TEXT},
    {"faculty", N_ ("Faculty"), ceci_cell_text, show_faculty, compare_faculty, FALSE},
    {"hours", N_ ("Hours"), create_hours, show_hours, compare_hours, FALSE, "counted-minutes", CECI_CELL_HOURS},
    {"modules", N_ ("Modules"), ceci_cell_number, show_modules, compare_modules, FALSE},
    {"meetings", N_ ("Meetings"), ceci_cell_number, show_meetings, compare_meetings, FALSE},
    {"portfolio", N_ ("Portfolio"), ceci_cell_number, show_portfolio, compare_portfolio, FALSE},
    {"agreement", N_ ("Agreement"), ceci_cell_pill, show_agreement, compare_agreement, FALSE},
    {"deadline", N_ ("Deadline"), ceci_cell_number, show_deadline, compare_deadline, FALSE, "deadline", CECI_CELL_DATE},
    {"state", N_ ("State"), ceci_cell_pill, show_state, compare_state, FALSE, "student.state", CECI_CELL_WORD},
};

/**
 * ceci_student_columns_add:
 * @view: a table whose items are of type CeciStudentSummary
 */
void
ceci_student_columns_add (GtkColumnView *view)
{
  ceci_table_add_columns (view, columns, G_N_ELEMENTS (columns));
}
