// SPDX-License-Identifier: GPL-3.0-or-later
// A state as an icon and a word on a tint, the same everywhere. Which state gets which tone is said in
// ceci-state-words.c.
#include "config.h"

#include "ceci-state-pill.h"

struct _CeciStatePill {
  GtkWidget parent_instance;
  GtkImage *icon;
  GtkLabel *label;
  char *text;
  CeciTone tone;
};

enum { PROP_0, PROP_LABEL, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CeciStatePill, ceci_state_pill, GTK_TYPE_WIDGET)

static void
ceci_state_pill_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_LABEL:
    g_value_set_string (value, CECI_STATE_PILL (object)->text);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ceci_state_pill_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_STATE_PILL);
  G_OBJECT_CLASS (ceci_state_pill_parent_class)->dispose (object);
}

static void
ceci_state_pill_finalize (GObject *object)
{
  g_free (CECI_STATE_PILL (object)->text);
  G_OBJECT_CLASS (ceci_state_pill_parent_class)->finalize (object);
}

static void
ceci_state_pill_class_init (CeciStatePillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ceci_state_pill_get_property;
  object_class->dispose = ceci_state_pill_dispose;
  object_class->finalize = ceci_state_pill_finalize;
  /**
   * CeciStatePill:label:
   *
   * The word.
   */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/widgets/ceci-state-pill.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciStatePill, icon);
  gtk_widget_class_bind_template_child (widget_class, CeciStatePill, label);
  gtk_widget_class_set_css_name (widget_class, "pill");
}

static void
ceci_state_pill_init (CeciStatePill *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ceci_state_pill_new (void)
{
  return g_object_new (CECI_TYPE_STATE_PILL, NULL);
}

/**
 * ceci_tone_get_class:
 * @tone: a tint
 *
 * Returns: the style class of it
 */
const char *
ceci_tone_get_class (CeciTone tone)
{
  static const char *const classes[] = {"neutral", "accent", "success", "warning", "error"};

  return classes[tone];
}

/**
 * ceci_state_pill_set_state:
 * @self: a pill
 * @tone: its tint
 * @icon_name: (nullable): a symbolic icon
 * @label: (nullable): the word; without one the pill is not shown
 */
void
ceci_state_pill_set_state (CeciStatePill *self, CeciTone tone, const char *icon_name, const char *label)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), ceci_tone_get_class (self->tone));
  self->tone = tone;
  gtk_widget_add_css_class (GTK_WIDGET (self), ceci_tone_get_class (tone));
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self), label != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : "", -1);
  if (g_set_str (&self->text, label))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}
