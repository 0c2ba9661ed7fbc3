// SPDX-License-Identifier: GPL-3.0-or-later
// What is done in the selection's view: ticking, holding, proposing, confirming, by button, menu or key.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-criteria-dialog.h"
#include "ceci-places-dialog.h"
#include "ceci-selection-private.h"
#include "ceci-selection-writes.h"
#include "core/paperwork/ceci-selection-minutes.h"
#include "core/selection/ceci-selection-confirming.h"
#include "widgets/ceci-file-saving.h"
#include "widgets/ceci-question.h"

// --- one applicant ---------------------------------------------------------------------------

static gboolean
can_choose (CeciSelectionView *self)
{
  return self->pool != NULL && !ceci_selection_pool_is_confirmed (self->pool);
}

static void
tick (CeciSelectionView *self, const char *application_id)
{
  int found = can_choose (self) ? ceci_selection_pool_find (self->pool, application_id) : -1;
  const CeciSelectionApplicant *each;

  if (found < 0)
    return;
  each = ceci_selection_problem_get_applicant (self->pool->problem, (guint) found);
  if (each->enrolled || each->held != CECI_HOLD_NONE) {
    gtk_widget_error_bell (GTK_WIDGET (self->table));
    return;
  }
  // the bars move now; what the register says comes after
  self->pool->chosen[found] = !self->pool->chosen[found];
  ceci_selection_write_choice (CECI_VIEW (self), self->pool->applications->pdata[found], self->pool->chosen[found],
                               NULL);
  ceci_selection_view_show_pool (self);
}

static void
tick_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tick (CECI_SELECTION_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static CeciSelectionItem *
get_selected (CeciSelectionView *self)
{
  return can_choose (self) ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

static void
tick_focused_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciSelectionView *self = CECI_SELECTION_VIEW (widget);
  CeciSelectionItem *item = get_selected (self);

  if (item != NULL)
    tick (self, ceci_selection_item_get_id (item));
}

typedef struct {
  CeciSelectionView *view;
  CeciApplication *application;
  CeciHold held;
  gboolean chosen;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->view);
  g_object_unref (asked->application);
  g_free (asked);
}

static Asked *
asked_new (CeciSelectionView *self, CeciSelectionItem *item)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->view = g_object_ref (self);
  asked->application = g_object_ref (ceci_selection_item_get_application (item));
  asked->chosen = ceci_selection_item_is_chosen (item);
  return asked;
}

static void
on_hold_reason (const char *const *answers, gpointer user_data)
{
  Asked *asked = user_data;

  ceci_selection_write_hold (CECI_VIEW (asked->view), asked->application, asked->held, answers[0]);
}

static void
hold_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciSelectionView *self = CECI_SELECTION_VIEW (widget);
  CeciSelectionItem *item = get_selected (self);
  const CeciQuestionLine line = {_ ("Reason"), NULL, FALSE};
  const char *where = g_variant_get_string (parameter, NULL);
  CeciApplication *application;
  Asked *asked;

  if (item == NULL || ceci_selection_item_is_enrolled (item))
    return;
  application = ceci_selection_item_get_application (item);
  if (*where == '\0') {
    if (ceci_selection_item_get_held (item) != CECI_HOLD_NONE)
      ceci_selection_write_hold (CECI_VIEW (self), application, CECI_HOLD_NONE, NULL);
    return;
  }
  asked = asked_new (self, item);
  asked->held = g_str_equal (where, "in") ? CECI_HOLD_IN : CECI_HOLD_OUT;
  ceci_question_ask (
      widget, asked->held == CECI_HOLD_IN ? _ ("Why have this person in?") : _ ("Why leave this person out?"),
      ceci_application_get_display_name (application), asked->held == CECI_HOLD_IN ? _ ("Hold _in") : _ ("Hold _out"),
      &line, 1, on_hold_reason, asked, asked_free);
}

static void
on_reason (const char *const *answers, gpointer user_data)
{
  Asked *asked = user_data;

  ceci_selection_write_choice (CECI_VIEW (asked->view), asked->application, asked->chosen, answers[0]);
}

static void
explain_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciSelectionView *self = CECI_SELECTION_VIEW (widget);
  CeciSelectionItem *item = get_selected (self);
  const CeciQuestionLine line = {_ ("Reason"), NULL, FALSE};
  int found = item != NULL ? ceci_selection_pool_find (self->pool, ceci_selection_item_get_id (item)) : -1;

  if (found < 0 || !ceci_selection_pool_is_changed (self->pool, (guint) found)) {
    gtk_widget_error_bell (widget);
    return;
  }
  ceci_question_ask (widget, _ ("Why not as proposed?"),
                     ceci_application_get_display_name (ceci_selection_item_get_application (item)),
                     _ ("_Keep the reason"), &line, 1, on_reason, asked_new (self, item), asked_free);
}

// --- proposing ----------------------------------------------------------------------------------

typedef struct {
  CeciSelectionView *view;
  CeciSelectionPool *pool;
} Proposing;

static void
on_proposed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Proposing *proposing = user_data;
  g_autoptr (CeciSelectionView) self = proposing->view;
  g_autoptr (CeciSelectionPool) pool = proposing->pool;
  g_autoptr (GError) error = NULL;
  CeciSelectionProposal *proposal = ceci_selection_propose_finish (result, &error);
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));

  g_free (proposing);
  ceci_selection_view_hide_working (self);
  if (proposal == NULL) {
    if (desk != NULL)
      ceci_desk_report (desk, _ ("There is no proposal"), error);
    return;
  }
  if (proposal->everyone && desk != NULL)
    ceci_desk_notice (desk, _ ("There are places for all: everyone admissible is in."));
  ceci_selection_write_proposal (CECI_VIEW (self), pool, proposal);
}

static void
propose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciSelectionView *self = CECI_SELECTION_VIEW (widget);
  Proposing *proposing;

  if (!can_choose (self) || self->proposing != NULL)
    return;
  proposing = g_new0 (Proposing, 1);
  proposing->view = g_object_ref (self);
  proposing->pool = ceci_selection_pool_ref (self->pool);
  self->proposing = g_cancellable_new ();
  ceci_selection_view_show_working (self);
  ceci_selection_propose_async (self->pool->problem, 0, self->proposing, on_proposed, proposing);
}

static void
stop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciSelectionView *self = CECI_SELECTION_VIEW (widget);

  if (self->proposing != NULL)
    g_cancellable_cancel (self->proposing);
}

static void
criteria_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciSelectionView *self = CECI_SELECTION_VIEW (widget);

  if (can_choose (self))
    adw_dialog_present (ceci_criteria_dialog_new (CECI_VIEW (self), self->pool), widget);
}

static void
places_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciSelectionView *self = CECI_SELECTION_VIEW (widget);

  if (self->pool != NULL)
    adw_dialog_present (ceci_places_dialog_new (CECI_VIEW (self), self->pool->cohort), widget);
}

static GBytes *
draw_minutes (CeciDatabase *database, const CeciFileRequest *request, GError **error)
{
  return ceci_selection_minutes_draw (database, request->data, request->language, request->today, error);
}

static void
minutes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const CeciFileSaving minutes = {N_ ("Save the minutes"), N_ ("The minutes were saved"),
                                         N_ ("The minutes were not saved"), .draw = draw_minutes};
  CeciSelectionView *self = CECI_SELECTION_VIEW (widget);
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  g_autofree char *file_name = NULL;

  if (self->pool == NULL || desk == NULL)
    return;
  // Translators: the name of a file; %s is an intake’s name
  file_name = g_strdup_printf (_ ("Minutes of the selection, %s.pdf"), ceci_cohort_get_name (self->pool->cohort));
  ceci_file_saving_ask (&minutes, widget, desk, NULL, file_name,
                        g_strdup (ceci_record_get_id (CECI_RECORD (self->pool->cohort))), g_free);
}

// --- confirming -----------------------------------------------------------------------------------

typedef struct {
  CeciSelectionView *view;
  CeciCohort *cohort;
  char *reason;
} Confirming;

static void
confirming_free (gpointer data)
{
  Confirming *confirming = data;

  g_object_unref (confirming->view);
  g_object_unref (confirming->cohort);
  g_free (confirming->reason);
  g_free (confirming);
}

static void
on_confirmed (Confirming *confirming, const char *response)
{
  if (g_str_equal (response, "confirm"))
    ceci_selection_write_confirmation (CECI_VIEW (confirming->view), confirming->cohort, confirming->reason);
}

static char *
describe_consequences (const CeciSelectionOutcome *outcome)
{
  guint in = outcome->selected->len, waiting = outcome->waiting->len;
  g_autofree char *enrolled =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person is enrolled.", "%u people are enrolled.", in), in);
  g_autofree char *list = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u goes to the waiting list, ranked.",
                                                        "%u go to the waiting list, ranked.", waiting),
                                           waiting);
  g_autofree char *letters =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u letter is prepared, and nothing is sent yet.",
                                    "%u letters are prepared, and nothing is sent yet.", in + waiting),
                       in + waiting);

  return g_strjoin ("\n", enrolled, list, letters, _ ("The intake is then under way. It can be undone as one step."),
                    NULL);
}

static void
ask_to_confirm (CeciSelectionView *self, const CeciSelectionOutcome *outcome, const char *reason)
{
  g_autofree char *body = describe_consequences (outcome);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Confirm the selection?"), body);
  Confirming *confirming = g_new0 (Confirming, 1);

  confirming->view = g_object_ref (self);
  confirming->cohort = g_object_ref (self->pool->cohort);
  confirming->reason = g_strdup (reason);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "confirm", _ ("Con_firm"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "confirm", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "confirm");
  g_object_set_data_full (G_OBJECT (dialog), "ceci-confirming", confirming, confirming_free);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_confirmed), confirming);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

// The reasons that lack are asked for once, for all of them.
static void
on_reason_for_all (const char *const *answers, gpointer user_data)
{
  CeciSelectionView *self = user_data;
  g_autoptr (CeciSelectionOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->pool->applications->len; i++)
    if (ceci_selection_pool_is_changed (self->pool, i) && self->pool->reasons->pdata[i] == NULL)
      self->pool->reasons->pdata[i] = g_strdup (answers[0]);
  outcome = ceci_selection_pool_foresee (self->pool, &error);
  if (outcome != NULL)
    ask_to_confirm (self, outcome, answers[0]);
  else
    ceci_desk_report (ceci_view_get_desk (CECI_VIEW (self)), _ ("The selection can’t be confirmed yet"), error);
}

static void
confirm_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciSelectionView *self = CECI_SELECTION_VIEW (widget);
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  const CeciQuestionLine line = {_ ("Reason"), NULL, FALSE};
  guint places, n, n_unexplained;
  g_autoptr (CeciSelectionOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  if (!can_choose (self) || desk == NULL)
    return;
  places = ceci_selection_problem_get_places (self->pool->problem);
  n = ceci_selection_problem_n_chosen (self->pool->problem, self->pool->chosen);
  n_unexplained = ceci_selection_pool_n_unexplained (self->pool);
  if (n > 0 && n <= places && n_unexplained > 0) {
    g_autofree char *body = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u choice is not the proposal’s and has no reason yet. The minutes give it.",
                     "%u choices are not the proposal’s and have no reason yet. The minutes give it.", n_unexplained),
        n_unexplained);

    ceci_question_ask (widget, _ ("Why not as proposed?"), body, _ ("_Continue"), &line, 1, on_reason_for_all,
                       g_object_ref (self), g_object_unref);
    return;
  }
  outcome = ceci_selection_pool_foresee (self->pool, &error);
  if (outcome != NULL)
    ask_to_confirm (self, outcome, NULL);
  else
    ceci_desk_report (desk, _ ("The selection can’t be confirmed yet"), error);
}

void
ceci_selection_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "selection.tick", "s", tick_action);
  gtk_widget_class_install_action (widget_class, "selection.tick-focused", NULL, tick_focused_action);
  gtk_widget_class_install_action (widget_class, "selection.hold", "s", hold_action);
  gtk_widget_class_install_action (widget_class, "selection.explain", NULL, explain_action);
  gtk_widget_class_install_action (widget_class, "selection.propose", NULL, propose_action);
  gtk_widget_class_install_action (widget_class, "selection.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "selection.criteria", NULL, criteria_action);
  gtk_widget_class_install_action (widget_class, "selection.places", NULL, places_action);
  gtk_widget_class_install_action (widget_class, "selection.minutes", NULL, minutes_action);
  gtk_widget_class_install_action (widget_class, "selection.confirm", NULL, confirm_action);
}
