// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where there is nothing yet: why, and the next step as a button.
#include "config.h"

#include "ceci-empty-page.h"

struct _CeciEmptyPage {
  AdwBin parent_instance;
  GtkButton *button;
  char *texts[6]; // by property
};

enum { PROP_0, PROP_ICON_NAME, PROP_TITLE, PROP_DESCRIPTION, PROP_BUTTON_LABEL, PROP_ACTION_NAME, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CeciEmptyPage, ceci_empty_page, ADW_TYPE_BIN)

// The status page reads its description as markup; here it is words, which may come from a file.
static char *
as_markup (CeciEmptyPage *self, const char *text)
{
  return text != NULL ? g_markup_escape_text (text, -1) : NULL;
}

static void
ceci_empty_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, CECI_EMPTY_PAGE (object)->texts[id]);
}

static void
ceci_empty_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CeciEmptyPage *self = CECI_EMPTY_PAGE (object);

  if (!g_set_str (&self->texts[id], g_value_get_string (value)))
    return;
  if (id == PROP_BUTTON_LABEL)
    gtk_widget_set_visible (GTK_WIDGET (self->button), self->texts[id] != NULL);
  g_object_notify_by_pspec (object, pspec);
}

static void
ceci_empty_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_EMPTY_PAGE);
  G_OBJECT_CLASS (ceci_empty_page_parent_class)->dispose (object);
}

static void
ceci_empty_page_finalize (GObject *object)
{
  CeciEmptyPage *self = CECI_EMPTY_PAGE (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (ceci_empty_page_parent_class)->finalize (object);
}

static void
ceci_empty_page_class_init (CeciEmptyPageClass *klass)
{
  static const char *const names[N_PROPS] = {NULL, "icon-name", "title", "description", "button-label", "action-name"};
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ceci_empty_page_get_property;
  object_class->set_property = ceci_empty_page_set_property;
  object_class->dispose = ceci_empty_page_dispose;
  object_class->finalize = ceci_empty_page_finalize;
  for (guint i = 1; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/widgets/ceci-empty-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciEmptyPage, button);
  gtk_widget_class_bind_template_callback (widget_class, as_markup);
}

static void
ceci_empty_page_init (CeciEmptyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
