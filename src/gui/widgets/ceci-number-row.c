// SPDX-License-Identifier: GPL-3.0-or-later
// An action row whose suffix is a spin button that bears the row's title as its name.
#include "config.h"

#include "ceci-number-row.h"

struct _CeciNumberRow {
  AdwActionRow parent_instance;
  GtkSpinButton *spin;
};

G_DEFINE_FINAL_TYPE (CeciNumberRow, ceci_number_row, ADW_TYPE_ACTION_ROW)

enum { PROP_0, PROP_LOWER, PROP_UPPER, PROP_VALUE, PROP_DIGITS, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

static void
ceci_number_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CeciNumberRow *self = CECI_NUMBER_ROW (object);
  GtkAdjustment *adjustment = gtk_spin_button_get_adjustment (self->spin);

  switch (id) {
  case PROP_LOWER:
    g_value_set_double (value, gtk_adjustment_get_lower (adjustment));
    break;
  case PROP_UPPER:
    g_value_set_double (value, gtk_adjustment_get_upper (adjustment));
    break;
  case PROP_VALUE:
    g_value_set_double (value, ceci_number_row_get_value (self));
    break;
  case PROP_DIGITS:
    g_value_set_uint (value, gtk_spin_button_get_digits (self->spin));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ceci_number_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CeciNumberRow *self = CECI_NUMBER_ROW (object);
  GtkAdjustment *adjustment = gtk_spin_button_get_adjustment (self->spin);

  switch (id) {
  case PROP_LOWER:
    gtk_adjustment_set_lower (adjustment, g_value_get_double (value));
    break;
  case PROP_UPPER:
    gtk_adjustment_set_upper (adjustment, g_value_get_double (value));
    break;
  case PROP_VALUE:
    ceci_number_row_set_value (self, g_value_get_double (value));
    break;
  case PROP_DIGITS:
    ceci_number_row_set_digits (self, g_value_get_uint (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
on_value_changed (CeciNumberRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

static void
on_title_changed (CeciNumberRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

static void
ceci_number_row_class_init (CeciNumberRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ceci_number_row_get_property;
  object_class->set_property = ceci_number_row_set_property;
  properties[PROP_LOWER] = g_param_spec_double ("lower", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  properties[PROP_UPPER] = g_param_spec_double ("upper", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 100, flags);
  properties[PROP_VALUE] = g_param_spec_double ("value", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  properties[PROP_DIGITS] = g_param_spec_uint ("digits", NULL, NULL, 0, 20, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ceci_number_row_init (CeciNumberRow *self)
{
  self->spin = GTK_SPIN_BUTTON (gtk_spin_button_new (gtk_adjustment_new (0, 0, 100, 1, 10, 0), 1, 0));
  gtk_spin_button_set_numeric (self->spin, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->spin), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->spin, "value-changed", G_CALLBACK (on_value_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::title", G_CALLBACK (on_title_changed), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
}

/**
 * ceci_number_row_new:
 * @lower: the least value
 * @upper: the largest value
 * @digits: how many stand after the decimal separator
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
ceci_number_row_new (double lower, double upper, guint digits)
{
  return g_object_new (CECI_TYPE_NUMBER_ROW, "lower", lower, "upper", upper, "digits", digits, NULL);
}

double
ceci_number_row_get_value (CeciNumberRow *self)
{
  g_return_val_if_fail (CECI_IS_NUMBER_ROW (self), 0);

  return gtk_spin_button_get_value (self->spin);
}

void
ceci_number_row_set_value (CeciNumberRow *self, double value)
{
  g_return_if_fail (CECI_IS_NUMBER_ROW (self));

  gtk_spin_button_set_value (self->spin, value);
}

void
ceci_number_row_set_digits (CeciNumberRow *self, guint digits)
{
  g_return_if_fail (CECI_IS_NUMBER_ROW (self));

  gtk_spin_button_set_digits (self->spin, digits);
}
