// SPDX-License-Identifier: GPL-3.0-or-later
// One mark of a grid. It draws its letter itself: a grid has hundreds of marks, and when the keyboard goes from one to
// the next GTK looks at the style of every node there is, so that one node a mark instead of four is felt.
#include "config.h"

#include "ceci-mark.h"

struct _CeciMark {
  GtkButton parent_instance;
  PangoLayout *letter;
  CeciTone tone;
};

G_DEFINE_FINAL_TYPE (CeciMark, ceci_mark, GTK_TYPE_BUTTON)

static void
ceci_mark_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  int width = 0;
  int height = 0;

  pango_layout_get_pixel_size (CECI_MARK (widget)->letter, &width, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static void
ceci_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CeciMark *self = CECI_MARK (widget);
  GdkRGBA color;
  int width = 0;
  int height = 0;

  gtk_widget_get_color (widget, &color);
  pango_layout_get_pixel_size (self->letter, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) ((gtk_widget_get_width (widget) - width) / 2),
                                                          (float) ((gtk_widget_get_height (widget) - height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->letter, &color);
  gtk_snapshot_restore (snapshot);
}

static void
ceci_mark_dispose (GObject *object)
{
  g_clear_object (&CECI_MARK (object)->letter);
  G_OBJECT_CLASS (ceci_mark_parent_class)->dispose (object);
}

static void
ceci_mark_class_init (CeciMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_mark_dispose;
  widget_class->measure = ceci_mark_measure;
  widget_class->snapshot = ceci_mark_snapshot;
  gtk_widget_class_set_css_name (widget_class, "pill");
}

static void
ceci_mark_init (CeciMark *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); // a button's own is for its child: there is none
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  self->letter = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mark");
  gtk_widget_add_css_class (GTK_WIDGET (self), ceci_tone_get_class (self->tone));
}

GtkWidget *
ceci_mark_new (void)
{
  return g_object_new (CECI_TYPE_MARK, NULL);
}

/**
 * ceci_mark_set_look:
 * @self: a mark
 * @tone: its tint
 * @letter: what stands on it; what it means is said in its accessible label and tooltip, which are the caller’s
 */
void
ceci_mark_set_look (CeciMark *self, CeciTone tone, const char *letter)
{
  if (self->tone != tone) {
    gtk_widget_remove_css_class (GTK_WIDGET (self), ceci_tone_get_class (self->tone));
    gtk_widget_add_css_class (GTK_WIDGET (self), ceci_tone_get_class (tone));
    self->tone = tone;
  }
  if (g_strcmp0 (pango_layout_get_text (self->letter), letter) == 0)
    return;
  pango_layout_set_text (self->letter, letter, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
