// SPDX-License-Identifier: GPL-3.0-or-later
// A dossier before the jury: what its readers found, the decision to be recorded, the certificate.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-certificate-saving.h"
#include "ceci-decision-dialog.h"
#include "core/jury/ceci-session.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-state-words.h"
#include "widgets/ceci-number-row.h"

struct _CeciDecisionDialog {
  AdwDialog parent_instance;
  AdwPreferencesGroup *readings;
  AdwPreferencesGroup *decision;
  AdwComboRow *outcome;
  AdwEntryRow *reason;
  AdwEntryRow *conditions;
  AdwEntryRow *complete_by;
  AdwExpanderRow *votes;
  CeciNumberRow *votes_for;
  CeciNumberRow *votes_against;
  CeciNumberRow *abstentions;
  AdwPreferencesGroup *paper;
  GtkWidget *certificate;
  GtkButton *cancel;
  GtkWidget *accept;
  CeciDesk *desk;
  CeciDossierLine *line;
  gboolean closed; // the session is
};

G_DEFINE_FINAL_TYPE (CeciDecisionDialog, ceci_decision_dialog, ADW_TYPE_DIALOG)

// --- what the readers found ---------------------------------------------------------------

static void
add_opinion (CeciDecisionDialog *self, const CeciOpinion *opinion, int highest)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *total = gtk_label_new (NULL);
  GtkWidget *pill = ceci_state_pill_new ();
  g_autofree char *text =
      opinion->tally.total >= 0 ? g_strdup_printf ("%d / %d", opinion->tally.total, highest) : g_strdup ("–");
  const char *subtitle = opinion->recused     ? _ ("Recused")
                         : !opinion->returned ? _ ("No return yet")
                         : opinion->outdated  ? _ ("Read in an older version")
                                              : opinion->comment;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), opinion->juror_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  gtk_label_set_label (GTK_LABEL (total), text);
  gtk_widget_add_css_class (total, "numeric");
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  ceci_words_show_state (CECI_STATE_PILL (pill), CECI_TYPE_OUTCOME, (int) opinion->suggestion);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), total);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  adw_preferences_group_add (self->readings, row);
}

static char *
describe_panel (CeciPanel panel, int highest)
{
  g_autofree char *figures = NULL;

  if (panel.n == 0)
    return g_strdup (_ ("No complete reading yet."));
  // Translators: a mean, of the highest score there is, then the lowest and the highest given
  figures = panel.n > 1 ? g_strdup_printf (_ ("Mean %.0f / %d, from %.0f to %.0f"), panel.mean, highest, panel.lowest,
                                           panel.highest)
                        : g_strdup_printf (_ ("One reading: %.0f / %d"), panel.mean, highest);
  return panel.to_discuss ? g_strdup_printf ("%s · %s", figures, _ ("to discuss")) : g_steal_pointer (&figures);
}

static void
show_readings (CeciDecisionDialog *self)
{
  CeciDossierResult *result = ceci_dossier_line_get_result (self->line);
  int highest = ceci_scoring_grid_get_highest (ceci_dossier_result_get_grid (result));
  g_autofree char *figures = describe_panel (ceci_dossier_result_get_panel (result), highest);
  g_autofree char *name =
      g_markup_escape_text (ceci_dossier_get_display_name (ceci_dossier_line_get_dossier (self->line)), -1);

  adw_preferences_group_set_title (self->readings, name);
  adw_preferences_group_set_description (self->readings, figures);
  for (guint i = 0; i < ceci_dossier_result_get_n_opinions (result); i++)
    add_opinion (self, ceci_dossier_result_get_opinion (result, i), highest);
}

// --- the decision -------------------------------------------------------------------------

static CeciOutcome
chosen (CeciDecisionDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->outcome);

  return selected == GTK_INVALID_LIST_POSITION ? CECI_OUTCOME_NONE : (CeciOutcome) ((int) selected - 1);
}

static const char *
text_of (AdwEntryRow *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  return *text != '\0' ? text : NULL;
}

static void
on_changed (CeciDecisionDialog *self)
{
  CeciOutcome outcome = chosen (self);
  gboolean to_complete = outcome == CECI_OUTCOME_TO_COMPLETE;
  g_autofree char *date = NULL;
  gboolean whole;

  if (self->desk == NULL)
    return;
  date = ceci_date_parse_human (gtk_editable_get_text (GTK_EDITABLE (self->complete_by)),
                                ceci_desk_get_today (self->desk));
  whole = outcome == CECI_OUTCOME_AWARDED || (outcome != CECI_OUTCOME_NONE && text_of (self->reason) != NULL);
  if (to_complete)
    whole = whole && text_of (self->conditions) != NULL && date != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->conditions), to_complete);
  gtk_widget_set_visible (GTK_WIDGET (self->complete_by), to_complete);
  gtk_widget_set_sensitive (self->accept, whole && !self->closed && !ceci_desk_is_read_only (self->desk));
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
set_votes (CeciNumberRow *row, gint64 votes)
{
  ceci_number_row_set_value (row, votes == CECI_UNSET ? 0 : (double) votes);
}

static void
show_decision (CeciDecisionDialog *self)
{
  CeciDecision *decision = ceci_dossier_line_get_decision (self->line);

  if (decision == NULL)
    return;
  adw_combo_row_set_selected (self->outcome, (guint) ceci_decision_get_outcome (decision) + 1);
  set_text (self->reason, ceci_decision_get_reason (decision));
  set_text (self->conditions, ceci_decision_get_conditions (decision));
  set_text (self->complete_by, ceci_decision_get_complete_by (decision));
  set_votes (self->votes_for, ceci_decision_get_votes_for (decision));
  set_votes (self->votes_against, ceci_decision_get_votes_against (decision));
  set_votes (self->abstentions, ceci_decision_get_abstentions (decision));
  adw_expander_row_set_enable_expansion (self->votes, ceci_decision_get_votes_for (decision) != CECI_UNSET);
  adw_expander_row_set_expanded (self->votes, ceci_decision_get_votes_for (decision) != CECI_UNSET);
}

// What is decided stays as it is once the session is closed; the certificate comes only then.
static void
show_state (CeciDecisionDialog *self)
{
  CeciDecision *decision = ceci_dossier_line_get_decision (self->line);
  gboolean awarded = decision != NULL && ceci_decision_get_outcome (decision) == CECI_OUTCOME_AWARDED;

  gtk_widget_set_sensitive (GTK_WIDGET (self->decision), !self->closed);
  gtk_widget_set_visible (self->accept, !self->closed);
  if (self->closed)
    gtk_button_set_label (self->cancel, _ ("_Close"));
  gtk_widget_set_visible (GTK_WIDGET (self->paper), awarded);
  gtk_widget_set_sensitive (self->certificate, self->closed);
  adw_preferences_group_set_description (self->paper,
                                         self->closed ? NULL : _ ("It is issued once the session is closed."));
}

typedef struct {
  char *dossier_id;
  char *reason;
  char *conditions;
  char *complete_by;
  char *today;
  CeciVerdict verdict;
} Deciding;

static void
deciding_free (gpointer data)
{
  Deciding *deciding = data;

  g_free (deciding->dossier_id);
  g_free (deciding->reason);
  g_free (deciding->conditions);
  g_free (deciding->complete_by);
  g_free (deciding->today);
  g_free (deciding);
}

static gpointer
decide (CeciDatabase *database, gpointer data, GError **error)
{
  Deciding *deciding = data;

  ceci_session_decide (database, deciding->dossier_id, &deciding->verdict, deciding->today, error);
  return NULL;
}

static void
on_accept (CeciDecisionDialog *self)
{
  CeciDossier *dossier = ceci_dossier_line_get_dossier (self->line);
  const char *today = ceci_desk_get_today (self->desk);
  gboolean to_complete = chosen (self) == CECI_OUTCOME_TO_COMPLETE;
  gboolean counted = adw_expander_row_get_enable_expansion (self->votes);
  Deciding *deciding = g_new0 (Deciding, 1);
  // Translators: a student’s name, the jury’s decision
  g_autofree char *label = g_strdup_printf (_ ("Decide for %s: %s"), ceci_dossier_get_display_name (dossier),
                                            ceci_enum_get_label (CECI_TYPE_OUTCOME, (int) chosen (self)));

  deciding->dossier_id = g_strdup (ceci_record_get_id (CECI_RECORD (dossier)));
  deciding->reason = g_strdup (text_of (self->reason));
  deciding->conditions = to_complete ? g_strdup (text_of (self->conditions)) : NULL;
  deciding->complete_by =
      to_complete ? ceci_date_parse_human (gtk_editable_get_text (GTK_EDITABLE (self->complete_by)), today) : NULL;
  deciding->today = g_strdup (today);
  deciding->verdict = (CeciVerdict) {
      .outcome = chosen (self),
      .reason = deciding->reason,
      .votes_for = counted ? (gint64) ceci_number_row_get_value (self->votes_for) : CECI_UNSET,
      .votes_against = counted ? (gint64) ceci_number_row_get_value (self->votes_against) : CECI_UNSET,
      .abstentions = counted ? (gint64) ceci_number_row_get_value (self->abstentions) : CECI_UNSET,
      .conditions = deciding->conditions,
      .complete_by = deciding->complete_by,
  };
  ceci_desk_write (self->desk, label, decide, deciding, deciding_free);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_certificate (CeciDecisionDialog *self)
{
  ceci_certificate_save (self->desk, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                         ceci_dossier_line_get_dossier (self->line));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_open (CeciDecisionDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-student", "s",
                              ceci_dossier_get_student_id (ceci_dossier_line_get_dossier (self->line)));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_cancel (CeciDecisionDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

// --- the dialog ---------------------------------------------------------------------------

static void
ceci_decision_dialog_dispose (GObject *object)
{
  CeciDecisionDialog *self = CECI_DECISION_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->line);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_DECISION_DIALOG);
  G_OBJECT_CLASS (ceci_decision_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CeciDecisionDialog, readings);
  gtk_widget_class_bind_template_child (widget_class, CeciDecisionDialog, decision);
  gtk_widget_class_bind_template_child (widget_class, CeciDecisionDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, CeciDecisionDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, CeciDecisionDialog, conditions);
  gtk_widget_class_bind_template_child (widget_class, CeciDecisionDialog, complete_by);
  gtk_widget_class_bind_template_child (widget_class, CeciDecisionDialog, votes);
  gtk_widget_class_bind_template_child (widget_class, CeciDecisionDialog, votes_for);
  gtk_widget_class_bind_template_child (widget_class, CeciDecisionDialog, votes_against);
  gtk_widget_class_bind_template_child (widget_class, CeciDecisionDialog, abstentions);
  gtk_widget_class_bind_template_child (widget_class, CeciDecisionDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, CeciDecisionDialog, certificate);
  gtk_widget_class_bind_template_child (widget_class, CeciDecisionDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, CeciDecisionDialog, accept);
}

static void
ceci_decision_dialog_class_init (CeciDecisionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_decision_dialog_dispose;
  g_type_ensure (CECI_TYPE_NUMBER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/sessions/ceci-decision-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_certificate);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
ceci_decision_dialog_init (CeciDecisionDialog *self)
{
  g_autoptr (GtkStringList) outcomes = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (outcomes, _ ("Not decided yet"));
  for (int outcome = CECI_OUTCOME_AWARDED; outcome <= CECI_OUTCOME_REFUSED; outcome++)
    gtk_string_list_append (outcomes, ceci_enum_get_label (CECI_TYPE_OUTCOME, outcome));
  adw_combo_row_set_model (self->outcome, G_LIST_MODEL (outcomes));
}

/**
 * ceci_decision_dialog_new:
 * @desk: the register
 * @session: the session it is before
 * @line: a dossier
 *
 * Returns: (transfer floating): a dialog about it
 */
AdwDialog *
ceci_decision_dialog_new (CeciDesk *desk, CeciJurySession *session, CeciDossierLine *line)
{
  CeciDecisionDialog *self = g_object_new (CECI_TYPE_DECISION_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->line = g_object_ref (line);
  self->closed = ceci_jury_session_get_state (session) == CECI_SESSION_STATE_CLOSED;
  show_readings (self);
  show_decision (self);
  show_state (self);
  on_changed (self);
  return ADW_DIALOG (self);
}
