// SPDX-License-Identifier: GPL-3.0-or-later
// What the table of a session's dossiers says in each column.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ceci-dossier-columns.h"
#include "ceci-session-sheet.h"
#include "widgets/ceci-state-words.h"
#include "widgets/ceci-table.h"

static CeciPanel
panel_of (gconstpointer item)
{
  return ceci_dossier_result_get_panel (ceci_dossier_line_get_result ((gpointer) item));
}

static void
show_name (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_dossier_get_display_name (ceci_dossier_line_get_dossier (item)));
}

static int
compare_name (gconstpointer one, gconstpointer other, gpointer data)
{
  return ceci_compare_text (ceci_dossier_get_display_name (ceci_dossier_line_get_dossier ((gpointer) one)),
                            ceci_dossier_get_display_name (ceci_dossier_line_get_dossier ((gpointer) other)));
}

static void
show_cohort (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_dossier_get_cohort_name (ceci_dossier_line_get_dossier (item)));
}

// The worst of what the regulation says, with its reason for whoever points at it.
static void
show_findings (GtkWidget *cell, gpointer item)
{
  CeciStudentSummary *summary = ceci_dossier_line_get_summary (item);
  CeciFindingState worst = ceci_student_summary_get_worst (summary);
  GPtrArray *findings = ceci_student_summary_get_findings (summary);
  const char *reason = NULL;

  for (guint i = 0; reason == NULL && i < findings->len; i++)
    if (ceci_finding_get_state (findings->pdata[i]) == worst)
      reason = ceci_finding_get_reason (findings->pdata[i]);
  ceci_words_show_finding_state (CECI_STATE_PILL (cell), worst, NULL);
  gtk_widget_set_tooltip_text (cell, worst > CECI_FINDING_OK ? reason : NULL);
}

static int
compare_findings (gconstpointer one, gconstpointer other, gpointer data)
{
  return (int) ceci_student_summary_get_worst (ceci_dossier_line_get_summary ((gpointer) one)) -
         (int) ceci_student_summary_get_worst (ceci_dossier_line_get_summary ((gpointer) other));
}

static void
show_readings (GtkWidget *cell, gpointer item)
{
  g_autofree char *text = g_strdup_printf ("%u / %d", panel_of (item).n,
                                           (int) ceci_dossier_get_readers (ceci_dossier_line_get_dossier (item)));

  ceci_cell_show_text (cell, text);
}

static int
compare_readings (gconstpointer one, gconstpointer other, gpointer data)
{
  return (int) panel_of (one).n - (int) panel_of (other).n;
}

static void
show_mean (GtkWidget *cell, gpointer item)
{
  CeciPanel panel = panel_of (item);
  g_autofree char *text = panel.n > 0 ? g_strdup_printf ("%.0f", panel.mean) : NULL;

  ceci_cell_show_text (cell, text);
}

static int
compare_mean (gconstpointer one, gconstpointer other, gpointer data)
{
  CeciPanel a = panel_of (one), b = panel_of (other);

  if (a.n == 0 || b.n == 0)
    return (a.n > 0) - (b.n > 0);
  return (a.mean > b.mean) - (a.mean < b.mean);
}

static void
show_range (GtkWidget *cell, gpointer item)
{
  CeciPanel panel = panel_of (item);
  // Translators: the lowest and the highest score of a panel
  g_autofree char *text = panel.n > 1 ? g_strdup_printf (_ ("%.0f–%.0f"), panel.lowest, panel.highest) : NULL;

  ceci_cell_show_text (cell, text);
}

static void
show_discussion (GtkWidget *cell, gpointer item)
{
  CeciPanel panel = panel_of (item);

  ceci_state_pill_set_state (CECI_STATE_PILL (cell), CECI_TONE_WARNING,
                             panel.to_discuss ? "dialog-warning-symbolic" : NULL,
                             panel.to_discuss ? _ ("to discuss") : NULL);
}

static int
compare_discussion (gconstpointer one, gconstpointer other, gpointer data)
{
  return panel_of (one).to_discuss - panel_of (other).to_discuss;
}

static CeciOutcome
outcome_of (gconstpointer item)
{
  CeciDecision *decision = ceci_dossier_line_get_decision ((gpointer) item);

  return decision != NULL ? ceci_decision_get_outcome (decision) : CECI_OUTCOME_NONE;
}

static void
show_outcome (GtkWidget *cell, gpointer item)
{
  if (outcome_of (item) == CECI_OUTCOME_NONE)
    ceci_state_pill_set_state (CECI_STATE_PILL (cell), CECI_TONE_NEUTRAL, NULL, _ ("To decide"));
  else
    ceci_words_show_state (CECI_STATE_PILL (cell), CECI_TYPE_OUTCOME, (int) outcome_of (item));
}

static int
compare_outcome (gconstpointer one, gconstpointer other, gpointer data)
{
  return (int) outcome_of (one) - (int) outcome_of (other);
}

static const CeciColumn columns[] = {
    {"name", N_ ("Name"), ceci_cell_name, show_name, compare_name, TRUE},
    {"cohort", N_ ("Intake"), ceci_cell_text, show_cohort, NULL, FALSE},
    {"findings", N_ ("Admission"), ceci_cell_pill, show_findings, compare_findings, FALSE},
    {"readings", N_ ("Readings"), ceci_cell_number, show_readings, compare_readings, FALSE},
    {"mean", N_ ("Mean of 400"), ceci_cell_number, show_mean, compare_mean, FALSE},
    {"range", N_ ("From–to"), ceci_cell_number, show_range, NULL, FALSE},
    {"discussion", N_ ("Divergence"), ceci_cell_pill, show_discussion, compare_discussion, FALSE},
    {"outcome", N_ ("Decision"), ceci_cell_pill, show_outcome, compare_outcome, FALSE},
};

/**
 * ceci_dossier_columns_add:
 * @view: a table of #CeciDossierLine
 */
void
ceci_dossier_columns_add (GtkColumnView *view)
{
  ceci_table_add_columns (view, columns, G_N_ELEMENTS (columns));
}
