// SPDX-License-Identifier: GPL-3.0-or-later
// A short question: a dialog with a few lines to fill in, answered whole or not at all.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-question.h"

typedef struct {
  AdwAlertDialog *dialog; // which owns this
  GtkEditable *lines[CECI_QUESTION_LINES];
  gboolean optional[CECI_QUESTION_LINES];
  guint n_lines;
  CeciAnswerFunc answered;
  gpointer user_data;
  GDestroyNotify user_data_destroy;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  if (question->user_data_destroy != NULL)
    question->user_data_destroy (question->user_data);
  g_free (question);
}

static void
on_changed (Question *question)
{
  gboolean complete = TRUE;

  for (guint i = 0; i < question->n_lines; i++)
    if (!question->optional[i] && *gtk_editable_get_text (question->lines[i]) == '\0')
      complete = FALSE;
  adw_alert_dialog_set_response_enabled (question->dialog, "accept", complete);
}

static void
on_response (Question *question, const char *response)
{
  char *answers[CECI_QUESTION_LINES] = {NULL};

  if (!g_str_equal (response, "accept"))
    return;
  for (guint i = 0; i < question->n_lines; i++)
    answers[i] = g_strstrip (g_strdup (gtk_editable_get_text (question->lines[i])));
  question->answered ((const char *const *) answers, question->user_data);
  for (guint i = 0; i < question->n_lines; i++)
    g_free (answers[i]);
}

/**
 * ceci_question_ask:
 * @parent: the widget that asks
 * @heading: what is asked for
 * @body: (nullable): more words
 * @accept: what the button says
 * @lines: (array length=n_lines): the lines to fill in
 * @n_lines: how many, at most %CECI_QUESTION_LINES
 * @answered: called with the lines when the person accepts
 * @user_data: handed to @answered
 * @user_data_destroy: (nullable): frees @user_data when the dialog goes
 */
void
ceci_question_ask (GtkWidget *parent, const char *heading, const char *body, const char *accept,
                   const CeciQuestionLine *lines, guint n_lines, CeciAnswerFunc answered, gpointer user_data,
                   GDestroyNotify user_data_destroy)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);
  GtkWidget *list = gtk_list_box_new ();
  Question *question = g_new0 (Question, 1);

  question->dialog = ADW_ALERT_DIALOG (dialog);
  question->n_lines = MIN (n_lines, CECI_QUESTION_LINES);
  question->answered = answered;
  question->user_data = user_data;
  question->user_data_destroy = user_data_destroy;
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  adw_alert_dialog_add_responses (question->dialog, "cancel", _ ("_Cancel"), "accept", accept, NULL);
  adw_alert_dialog_set_response_appearance (question->dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (question->dialog, "accept");
  for (guint i = 0; i < question->n_lines; i++) {
    GtkWidget *row = adw_entry_row_new ();

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lines[i].title);
    gtk_editable_set_text (GTK_EDITABLE (row), lines[i].text != NULL ? lines[i].text : "");
    adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
    g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed), question);
    gtk_list_box_append (GTK_LIST_BOX (list), row);
    question->lines[i] = GTK_EDITABLE (row);
    question->optional[i] = lines[i].optional;
  }
  adw_alert_dialog_set_extra_child (question->dialog, list);
  g_object_set_data_full (G_OBJECT (dialog), "ceci-question", question, question_free);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_response), question);
  on_changed (question);
  adw_dialog_present (dialog, parent);
}
