// SPDX-License-Identifier: GPL-3.0-or-later
// How far something is: figures, and a thin bar beside them.
#include "config.h"

#include "ceci-figure-bar.h"

struct _CeciFigureBar {
  GtkWidget parent_instance;
  GtkProgressBar *bar;
  GtkLabel *label;
  char *text;
  int width_chars;
};

enum { PROP_0, PROP_TEXT, PROP_WIDTH_CHARS, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CeciFigureBar, ceci_figure_bar, GTK_TYPE_WIDGET)

static void
ceci_figure_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CeciFigureBar *self = CECI_FIGURE_BAR (object);

  switch (id) {
  case PROP_TEXT:
    g_value_set_string (value, self->text);
    break;
  case PROP_WIDTH_CHARS:
    g_value_set_int (value, self->width_chars);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ceci_figure_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CeciFigureBar *self = CECI_FIGURE_BAR (object);

  switch (id) {
  case PROP_WIDTH_CHARS:
    self->width_chars = g_value_get_int (value);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ceci_figure_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_FIGURE_BAR);
  G_OBJECT_CLASS (ceci_figure_bar_parent_class)->dispose (object);
}

static void
ceci_figure_bar_finalize (GObject *object)
{
  g_free (CECI_FIGURE_BAR (object)->text);
  G_OBJECT_CLASS (ceci_figure_bar_parent_class)->finalize (object);
}

static void
ceci_figure_bar_class_init (CeciFigureBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ceci_figure_bar_get_property;
  object_class->set_property = ceci_figure_bar_set_property;
  object_class->dispose = ceci_figure_bar_dispose;
  object_class->finalize = ceci_figure_bar_finalize;
  /**
   * CeciFigureBar:text:
   *
   * The figures, as in «132 / 150 h».
   */
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * CeciFigureBar:width-chars:
   *
   * How wide the figures are kept, in characters, so that bars under one another begin at one place.
   */
  properties[PROP_WIDTH_CHARS] =
      g_param_spec_int ("width-chars", NULL, NULL, -1, G_MAXINT, -1,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/widgets/ceci-figure-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciFigureBar, bar);
  gtk_widget_class_bind_template_child (widget_class, CeciFigureBar, label);
  gtk_widget_class_set_css_name (widget_class, "figurebar");
}

static void
ceci_figure_bar_init (CeciFigureBar *self)
{
  self->width_chars = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ceci_figure_bar_new (int width_chars)
{
  return g_object_new (CECI_TYPE_FIGURE_BAR, "width-chars", width_chars, NULL);
}

/**
 * ceci_figure_bar_set_figures:
 * @self: a bar
 * @value: how far
 * @maximum: out of how much
 * @text: both in words
 */
void
ceci_figure_bar_set_figures (CeciFigureBar *self, double value, double maximum, const char *text)
{
  gtk_progress_bar_set_fraction (self->bar, maximum > 0 ? CLAMP (value / maximum, 0, 1) : 0);
  if (value >= maximum)
    gtk_widget_add_css_class (GTK_WIDGET (self->bar), "full");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->bar), "full");
  if (g_set_str (&self->text, text))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}
