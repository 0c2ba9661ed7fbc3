// SPDX-License-Identifier: GPL-3.0-or-later
// Each kind has its own outline as well as its own colour: solid for a note, thin for a hit, thick for the current one.
#include "ceci-page-marks.h"

static const struct {
  GdkRGBA fill, line;
  float thickness;
} looks[] = {
    [CECI_MARK_NOTE] = {{0.96f, 0.83f, 0.18f, 0.28f}, {0.61f, 0.43f, 0.01f, 0.9f}, 2},
    [CECI_MARK_HIT] = {{1.0f, 0.47f, 0.0f, 0.25f}, {0.78f, 0.27f, 0.0f, 0.8f}, 1},
    [CECI_MARK_CURRENT] = {{0.21f, 0.52f, 0.89f, 0.3f}, {0.11f, 0.33f, 0.67f, 1.0f}, 3},
};

static void
mark_free (gpointer data)
{
  CeciPageMark *mark = data;

  g_free ((char *) mark->id);
  g_free ((char *) mark->text);
  g_free (mark);
}

GPtrArray *
ceci_page_marks_new (const CeciPageMark *marks, guint n_marks)
{
  GPtrArray *copies = g_ptr_array_new_full (n_marks, mark_free);

  for (guint i = 0; i < n_marks; i++) {
    CeciPageMark *copy = g_memdup2 (&marks[i], sizeof marks[i]);
    copy->id = g_strdup (marks[i].id);
    copy->text = g_strdup (marks[i].text);
    g_ptr_array_add (copies, copy);
  }
  return copies;
}

static void
draw_box (GtkSnapshot *snapshot, const graphene_rect_t *box, CeciMarkKind kind)
{
  const float thickness = looks[kind].thickness;
  const float widths[4] = {thickness, thickness, thickness, thickness};
  const GdkRGBA colours[4] = {looks[kind].line, looks[kind].line, looks[kind].line, looks[kind].line};
  GskRoundedRect outline;

  // around what is marked, so that the line covers none of its text
  gsk_rounded_rect_init_from_rect (&outline, box, kind == CECI_MARK_NOTE ? 3 : 1);
  gsk_rounded_rect_shrink (&outline, -thickness, -thickness, -thickness, -thickness);
  gtk_snapshot_append_color (snapshot, &looks[kind].fill, box);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

void
ceci_page_marks_draw_region (GtkSnapshot *snapshot, const CeciPageBox *box, const CeciPageRegion *region,
                             CeciMarkKind kind)
{
  graphene_rect_t place =
      GRAPHENE_RECT_INIT ((float) (box->x + region->x * box->width), (float) (box->y + region->y * box->height),
                          (float) MAX (region->width * box->width, 2), (float) MAX (region->height * box->height, 2));

  draw_box (snapshot, &place, kind);
}

void
ceci_page_marks_snapshot (GPtrArray *marks, guint page, const CeciPageBox *box, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < marks->len; i++) {
    const CeciPageMark *mark = marks->pdata[i];
    if (mark->page == page)
      ceci_page_marks_draw_region (snapshot, box, &mark->region, mark->kind);
  }
}

const CeciPageMark *
ceci_page_marks_at (GPtrArray *marks, guint page, double x, double y)
{
  for (guint i = marks->len; i > 0; i--) {
    const CeciPageMark *mark = marks->pdata[i - 1];
    if (mark->page == page && x >= mark->region.x && x <= mark->region.x + mark->region.width && y >= mark->region.y &&
        y <= mark->region.y + mark->region.height)
      return mark;
  }
  return NULL;
}
