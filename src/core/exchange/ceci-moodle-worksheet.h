// SPDX-License-Identifier: GPL-3.0-or-later
// The virtual campus's offline grading worksheet, written back with grades and feedback filled: every other cell is, byte
// for byte, what it was.
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CeciWorksheetFunc:
 * @participant: a participant's number
 * @feedback: whether the feedback is asked for, or the grade
 * @user_data: as given
 *
 * Returns: (nullable): what the cell is to hold; %NULL leaves it as it is
 */
typedef const char *(*CeciWorksheetFunc) (const char *participant, gboolean feedback, gpointer user_data);

GBytes *ceci_moodle_worksheet_load (GFile *file, GError **error) G_GNUC_WARN_UNUSED_RESULT; // blocks; refuses what is too large
GBytes *ceci_moodle_worksheet_fill (GBytes *worksheet, CeciWorksheetFunc func, gpointer user_data, guint *n_filled,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
