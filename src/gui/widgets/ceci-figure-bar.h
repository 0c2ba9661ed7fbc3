// SPDX-License-Identifier: GPL-3.0-or-later
// How far something is: figures, and a thin bar beside them.
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CECI_TYPE_FIGURE_BAR (ceci_figure_bar_get_type ())
G_DECLARE_FINAL_TYPE (CeciFigureBar, ceci_figure_bar, CECI, FIGURE_BAR, GtkWidget)

GtkWidget *ceci_figure_bar_new (int width_chars);
void ceci_figure_bar_set_figures (CeciFigureBar *self, double value, double maximum, const char *text);

G_END_DECLS
