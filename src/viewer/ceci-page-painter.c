// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the paper is the renderer's; this places it. Paper is white in the dark style too.
#include "config.h"

#include "ceci-page-painter.h"

static void
snapshot_failure (GtkWidget *widget, GtkSnapshot *snapshot, const CeciPageBox *box, const char *reason)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, reason);
  const double margin = MIN (24, box->width / 10);
  const GdkRGBA colour = {0.65f, 0.11f, 0.18f, 1};

  pango_layout_set_width (layout, (int) ((box->width - 2 * margin) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float) (box->x + margin), (float) (box->y + MIN (box->height / 3, 160))));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

void
ceci_page_painter_snapshot (GtkWidget *widget, GtkSnapshot *snapshot, const CeciPageBox *box, GdkTexture *texture,
                            guint wanted_width, guint wanted_height, const char *failure)
{
  static const GdkRGBA white = {1, 1, 1, 1}, shadow = {0, 0, 0, 0.25f};
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) box->x, (float) box->y, (float) box->width, (float) box->height);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &area, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 1, 5);
  if (texture != NULL && gdk_texture_get_width (texture) == (int) wanted_width &&
      gdk_texture_get_height (texture) == (int) wanted_height)
    gtk_snapshot_append_texture (snapshot, texture, &area);
  else if (texture != NULL)
    gtk_snapshot_append_scaled_texture (snapshot, texture, GSK_SCALING_FILTER_TRILINEAR, &area);
  else
    gtk_snapshot_append_color (snapshot, &white, &area);
  if (texture == NULL && failure != NULL)
    snapshot_failure (widget, snapshot, box, failure);
}
