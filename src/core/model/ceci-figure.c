// SPDX-License-Identifier: GPL-3.0-or-later
// A figure as a row of a table: its properties are what a file for spreadsheets takes.

#include "config.h"

#include "ceci-figure.h"

#include <glib/gi18n-lib.h>

struct _CeciFigure {
  GObject parent_instance;

  CeciFigureChart chart;
  char *group;
  guint count, total;
  int compared, compared_total;
};

G_DEFINE_FINAL_TYPE (CeciFigure, ceci_figure, G_TYPE_OBJECT)

enum { PROP_0, PROP_CHART_TITLE, PROP_GROUP, PROP_COUNT, PROP_SHARE, PROP_COMPARED, PROP_COMPARED_SHARE, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

static const struct {
  const char *nick, *title;
} charts[CECI_FIGURE_N_CHARTS] = {
    {"funnel", N_ ("From application to certificate")},
    {"hours", N_ ("Counted hours")},
    {"portfolio", N_ ("Productions that count")},
    {"deadlines", N_ ("Deadlines")},
    {"faculty", N_ ("Faculty")},
    {"path", N_ ("Path of study")},
    {"gender", N_ ("Gender")},
};

static void
ceci_figure_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CeciFigure *self = CECI_FIGURE (object);

  switch (id) {
  case PROP_CHART_TITLE:
    g_value_set_string (value, ceci_figure_chart_get_title (self->chart));
    break;
  case PROP_GROUP:
    g_value_set_string (value, self->group);
    break;
  case PROP_COUNT:
    g_value_set_int (value, (int) self->count);
    break;
  case PROP_SHARE:
    g_value_set_int (value, ceci_figure_get_share (self));
    break;
  case PROP_COMPARED:
    g_value_set_int (value, self->compared);
    break;
  case PROP_COMPARED_SHARE:
    g_value_set_int (value, ceci_figure_get_compared_share (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ceci_figure_finalize (GObject *object)
{
  g_free (CECI_FIGURE (object)->group);
  G_OBJECT_CLASS (ceci_figure_parent_class)->finalize (object);
}

static void
ceci_figure_class_init (CeciFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ceci_figure_get_property;
  object_class->finalize = ceci_figure_finalize;
  properties[PROP_CHART_TITLE] = g_param_spec_string ("chart-title", NULL, NULL, NULL, flags);
  properties[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, NULL, flags);
  properties[PROP_COUNT] = g_param_spec_int ("count", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_SHARE] = g_param_spec_int ("share", NULL, NULL, -1, 100, -1, flags);
  properties[PROP_COMPARED] = g_param_spec_int ("compared", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_COMPARED_SHARE] = g_param_spec_int ("compared-share", NULL, NULL, -1, 100, -1, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ceci_figure_init (CeciFigure *self)
{
}

/**
 * ceci_figure_new:
 * @chart: the chart it belongs to
 * @group: the group, in words
 * @count: how many of it
 * @total: out of how many
 * @compared: how many of the group among those compared with; -1: there are none
 * @compared_total: out of how many
 *
 * Returns: (transfer full): the figure
 */
CeciFigure *
ceci_figure_new (CeciFigureChart chart, const char *group, guint count, guint total, int compared, int compared_total)
{
  CeciFigure *self = g_object_new (CECI_TYPE_FIGURE, NULL);

  self->chart = chart;
  self->group = g_strdup (group);
  self->count = count;
  self->total = total;
  self->compared = compared;
  self->compared_total = compared_total;
  return self;
}

CeciFigureChart
ceci_figure_get_chart (CeciFigure *self)
{
  g_return_val_if_fail (CECI_IS_FIGURE (self), CECI_FIGURE_CHART_FUNNEL);

  return self->chart;
}

const char *
ceci_figure_get_group (CeciFigure *self)
{
  g_return_val_if_fail (CECI_IS_FIGURE (self), NULL);

  return self->group;
}

guint
ceci_figure_get_count (CeciFigure *self)
{
  g_return_val_if_fail (CECI_IS_FIGURE (self), 0);

  return self->count;
}

guint
ceci_figure_get_total (CeciFigure *self)
{
  g_return_val_if_fail (CECI_IS_FIGURE (self), 0);

  return self->total;
}

int
ceci_figure_get_compared (CeciFigure *self)
{
  g_return_val_if_fail (CECI_IS_FIGURE (self), -1);

  return self->compared;
}

static int
per_cent (int count, int total)
{
  return count < 0 || total <= 0 ? -1 : (200 * count + total) / (2 * total);
}

int
ceci_figure_get_share (CeciFigure *self)
{
  g_return_val_if_fail (CECI_IS_FIGURE (self), -1);

  return per_cent ((int) self->count, (int) self->total);
}

int
ceci_figure_get_compared_share (CeciFigure *self)
{
  g_return_val_if_fail (CECI_IS_FIGURE (self), -1);

  return per_cent (self->compared, self->compared_total);
}

/**
 * ceci_figure_to_json:
 * @self: a figure
 *
 * Returns: (transfer full): an object of `chart`, `group`, `count`, `total`, and where it is compared `compared` and
 * `compared-total`
 */
JsonNode *
ceci_figure_to_json (CeciFigure *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "chart", ceci_figure_chart_get_nick (self->chart));
  json_object_set_string_member (object, "group", self->group);
  json_object_set_int_member (object, "count", self->count);
  json_object_set_int_member (object, "total", self->total);
  if (self->compared >= 0) {
    json_object_set_int_member (object, "compared", self->compared);
    json_object_set_int_member (object, "compared-total", self->compared_total);
  }
  json_node_take_object (node, object);
  return node;
}

const char *
ceci_figure_chart_get_title (CeciFigureChart chart)
{
  g_return_val_if_fail (chart < CECI_FIGURE_N_CHARTS, "");

  return g_dgettext (GETTEXT_PACKAGE, charts[chart].title);
}

const char *
ceci_figure_chart_get_nick (CeciFigureChart chart)
{
  g_return_val_if_fail (chart < CECI_FIGURE_N_CHARTS, "");

  return charts[chart].nick;
}
