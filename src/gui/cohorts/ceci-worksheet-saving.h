// SPDX-License-Identifier: GPL-3.0-or-later
// Fills a grading worksheet of the virtual campus with feedback and saves it where a person says.
#pragma once

#include <gtk/gtk.h>
#include "ceci-desk.h"

G_BEGIN_DECLS

void ceci_worksheet_save (CeciDesk *desk, GtkWindow *window, const char *cohort_id);

G_END_DECLS
