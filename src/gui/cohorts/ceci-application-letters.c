// SPDX-License-Identifier: GPL-3.0-or-later
// Letters to applicants: those of a decision follow from the state of each; a free one asks what it says first.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-application-letters.h"

#include "attention/ceci-letters-dialog.h"
#include "widgets/ceci-question.h"

typedef struct {
  CeciView *view;
  GPtrArray *applications;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->view);
  g_ptr_array_unref (asked->applications);
  g_free (asked);
}

static void
on_text_given (const char *const *answers, gpointer user_data)
{
  Asked *asked = user_data;

  if (ceci_view_get_desk (asked->view) != NULL)
    ceci_letters_dialog_write (asked->view, "free", answers[0], asked->applications);
}

static void
ask_text (CeciView *view, GPtrArray *applications)
{
  const CeciQuestionLine line = {_ ("Text"), NULL, FALSE};
  Asked *asked = g_new0 (Asked, 1);

  asked->view = g_object_ref (view);
  asked->applications = g_ptr_array_ref (applications);
  ceci_question_ask (GTK_WIDGET (view), _ ("What does the letter say?"),
                     _ ("It greets each person by name and ends with the office’s address. You can change each letter "
                        "before it leaves."),
                     _ ("_Write"), &line, 1, on_text_given, asked, asked_free);
}

/**
 * ceci_application_letters_write:
 * @view: the view that asks
 * @kind: "decision" or "free"
 * @applications: (element-type CeciApplication): at least one
 *
 * Prepares the letters and shows them one by one.
 */
void
ceci_application_letters_write (CeciView *view, const char *kind, GPtrArray *applications)
{
  if (g_str_equal (kind, "decision"))
    ceci_letters_dialog_write (view, NULL, NULL, applications);
  else
    ask_text (view, applications);
}
