// SPDX-License-Identifier: GPL-3.0-or-later
// A bar chart: columns over a scale of time or amounts, or rows for groups with names; each bar says its figure itself.
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum { CECI_CHART_ROWS, CECI_CHART_COLUMNS } CeciChartShape;

#define CECI_TYPE_CHART (ceci_chart_get_type ())
G_DECLARE_FINAL_TYPE (CeciChart, ceci_chart, CECI, CHART, GtkWidget)

GtkWidget *ceci_chart_new (CeciChartShape shape);
void ceci_chart_clear (CeciChart *self);
// text: what stands at the bar's end. compared -1: one bar, otherwise a second one in a tint beneath, with its own text.
void ceci_chart_add (CeciChart *self, const char *group, double value, const char *text, double compared,
                     const char *compared_text);
// What a screen reader says of the whole; the figures themselves stand in a table beside it.
void ceci_chart_describe (CeciChart *self, const char *title, const char *summary);

G_END_DECLS
