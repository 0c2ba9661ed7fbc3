// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes side by side for those who sign a paper.

#include "config.h"

#include "ceci-signature-boxes.h"

#define HEIGHT 104
#define GAP 12
#define MARGIN 9

typedef struct {
  char *texts[3]; // who, name, line
} Box;

static void
boxes_free (gpointer data)
{
  GArray *boxes = data;

  for (guint i = 0; i < boxes->len; i++)
    for (guint k = 0; k < 3; k++)
      g_free (g_array_index (boxes, Box, i).texts[k]);
  g_array_unref (boxes);
}

static void
draw (CeciPaper *paper, cairo_t *cairo, double width, double height, gpointer user_data)
{
  const GArray *boxes = user_data;
  const CeciPaperInk head = {.size = 8.6, .weight = PANGO_WEIGHT_SEMIBOLD, .colour = 0x1d2530};
  const CeciPaperInk small = {.size = 7.8, .colour = 0x667080};
  double box = (width - GAP * (boxes->len - 1)) / boxes->len;

  for (guint i = 0; i < boxes->len; i++) {
    const Box *it = &g_array_index (boxes, Box, i);
    double x = i * (box + GAP);

    ceci_paper_set_colour (cairo, 0xcfd5dd, 1);
    cairo_set_line_width (cairo, 0.6);
    cairo_rectangle (cairo, x, 0.5, box, height - 1);
    cairo_stroke (cairo);
    ceci_paper_draw_text (paper, cairo, &head, x + MARGIN, 8, box - 2 * MARGIN, it->texts[0]);
    ceci_paper_draw_text (paper, cairo, &small, x + MARGIN, 22, box - 2 * MARGIN, it->texts[1]);
    ceci_paper_draw_text (paper, cairo, &small, x + MARGIN, 46, box - 2 * MARGIN, it->texts[2]);
  }
}

/**
 * ceci_paper_add_signature_boxes:
 * @paper: a paper
 * @boxes: (array length=n_boxes): from left to right; the texts are copied
 * @n_boxes: how many
 */
void
ceci_paper_add_signature_boxes (CeciPaper *paper, const CeciSignatureBox *boxes, guint n_boxes)
{
  GArray *copies = g_array_new (FALSE, FALSE, sizeof (Box));

  for (guint i = 0; i < n_boxes; i++) {
    Box box = {
        {g_strdup (boxes[i].who), g_strdup (boxes[i].name != NULL ? boxes[i].name : ""), g_strdup (boxes[i].line)}};

    g_array_append_val (copies, box);
  }
  ceci_paper_add_drawing (paper, HEIGHT, draw, copies, boxes_free);
}
