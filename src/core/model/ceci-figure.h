// SPDX-License-Identifier: GPL-3.0-or-later
// One figure of a cohort's charts: how many of a group, out of how many, and the same of those it is compared with.
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum {
  CECI_FIGURE_CHART_FUNNEL,    // how many came how far
  CECI_FIGURE_CHART_HOURS,     // enrolled students by counted hours
  CECI_FIGURE_CHART_PORTFOLIO, // enrolled students by productions that count
  CECI_FIGURE_CHART_DEADLINES, // enrolled students by the month of their deadline
  CECI_FIGURE_CHART_FACULTY,   // students beside applicants, as are the next two
  CECI_FIGURE_CHART_PATH,
  CECI_FIGURE_CHART_GENDER,
  CECI_FIGURE_N_CHARTS
} CeciFigureChart;

#define CECI_TYPE_FIGURE (ceci_figure_get_type ())
G_DECLARE_FINAL_TYPE (CeciFigure, ceci_figure, CECI, FIGURE, GObject)

CeciFigure   *ceci_figure_new             (CeciFigureChart chart, const char *group, guint count, guint total, int compared, int compared_total);
CeciFigureChart ceci_figure_get_chart       (CeciFigure *self);
const char   *ceci_figure_get_group       (CeciFigure *self); // translated
guint         ceci_figure_get_count       (CeciFigure *self);
guint         ceci_figure_get_total       (CeciFigure *self);
int           ceci_figure_get_compared    (CeciFigure *self); // -1: nothing to compare with
int           ceci_figure_get_share       (CeciFigure *self); // per cent, rounded; -1 of none
int           ceci_figure_get_compared_share (CeciFigure *self); // -1: nothing to compare with
JsonNode     *ceci_figure_to_json         (CeciFigure *self);

// GObject properties for tables: chart-title, group, count, share, compared, compared-share.

const char   *ceci_figure_chart_get_title        (CeciFigureChart chart); // translated
const char   *ceci_figure_chart_get_nick         (CeciFigureChart chart); // "funnel"

G_END_DECLS
