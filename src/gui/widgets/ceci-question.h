// SPDX-License-Identifier: GPL-3.0-or-later
// A short question: a dialog with a few lines to fill in, answered whole or not at all.
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CECI_QUESTION_LINES 4

typedef struct {
  const char *title;
  const char *text; // what stands in the line at first
  gboolean optional;
} CeciQuestionLine;

/**
 * CeciAnswerFunc:
 * @answers: (array length=CECI_QUESTION_LINES): the lines, stripped of spaces around them
 * @user_data: as given
 */
typedef void (*CeciAnswerFunc) (const char *const *answers, gpointer user_data);

void ceci_question_ask (GtkWidget *parent, const char *heading, const char *body, const char *accept,
                        const CeciQuestionLine *lines, guint n_lines, CeciAnswerFunc answered, gpointer user_data,
                        GDestroyNotify user_data_destroy);

G_END_DECLS
