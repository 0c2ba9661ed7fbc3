// SPDX-License-Identifier: GPL-3.0-or-later
// The plain digits are left alone: in the juror's window they give a criterion its level.
#include "ceci-document-keys.h"

const char *const ceci_document_actions[] = {
    "document.zoom-in",
    "document.zoom-out",
    "document.zoom-original",
    "document.zoom-fit-width",
    "document.zoom-fit-page",
    "document.next-page",
    "document.previous-page",
    "document.first-page",
    "document.last-page",
    "document.select-page",
    NULL,
};

static const struct {
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
    {GDK_KEY_plus, 0, "document.zoom-in"},
    {GDK_KEY_equal, 0, "document.zoom-in"},
    {GDK_KEY_KP_Add, 0, "document.zoom-in"},
    {GDK_KEY_plus, GDK_CONTROL_MASK, "document.zoom-in"},
    {GDK_KEY_equal, GDK_CONTROL_MASK, "document.zoom-in"},
    {GDK_KEY_KP_Add, GDK_CONTROL_MASK, "document.zoom-in"},
    {GDK_KEY_minus, 0, "document.zoom-out"},
    {GDK_KEY_KP_Subtract, 0, "document.zoom-out"},
    {GDK_KEY_minus, GDK_CONTROL_MASK, "document.zoom-out"},
    {GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "document.zoom-out"},
    {GDK_KEY_0, GDK_CONTROL_MASK, "document.zoom-fit-width"},
    {GDK_KEY_KP_0, GDK_CONTROL_MASK, "document.zoom-fit-width"},
    {GDK_KEY_1, GDK_CONTROL_MASK, "document.zoom-original"},
    {GDK_KEY_9, GDK_CONTROL_MASK, "document.zoom-fit-page"},
    {GDK_KEY_Page_Down, GDK_CONTROL_MASK, "document.next-page"},
    {GDK_KEY_Page_Up, GDK_CONTROL_MASK, "document.previous-page"},
    {GDK_KEY_n, 0, "document.next-page"},
    {GDK_KEY_p, 0, "document.previous-page"},
    {GDK_KEY_Home, 0, "document.first-page"},
    {GDK_KEY_KP_Home, 0, "document.first-page"},
    {GDK_KEY_End, 0, "document.last-page"},
    {GDK_KEY_KP_End, 0, "document.last-page"},
};

static const struct {
  guint key;
  GdkModifierType modifiers;
  double screens, steps, sideways;
} scrolls[] = {
    {GDK_KEY_Page_Down, 0, 1, 0, 0},   {GDK_KEY_KP_Page_Down, 0, 1, 0, 0}, {GDK_KEY_Page_Up, 0, -1, 0, 0},
    {GDK_KEY_KP_Page_Up, 0, -1, 0, 0}, {GDK_KEY_space, 0, 1, 0, 0},        {GDK_KEY_space, GDK_SHIFT_MASK, -1, 0, 0},
    {GDK_KEY_Down, 0, 0, 1, 0},        {GDK_KEY_Up, 0, 0, -1, 0},          {GDK_KEY_Right, 0, 0, 0, 1},
    {GDK_KEY_Left, 0, 0, 0, -1},
};

void
ceci_document_keys_install (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (scrolls); i++)
    gtk_widget_class_add_binding_action (widget_class, scrolls[i].key, scrolls[i].modifiers, "document.scroll", "(ddd)",
                                         scrolls[i].screens, scrolls[i].steps, scrolls[i].sideways);
}
