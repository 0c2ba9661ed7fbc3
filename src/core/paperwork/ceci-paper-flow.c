// SPDX-License-Identifier: GPL-3.0-or-later
// How a paper's blocks fall on its pages: lines that must not stand alone, headings kept with what follows, tables with
// their header on every page.
#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "ceci-paper-private.h"

#define INK 0x1d2530
#define GREY 0x667080
#define RULE 0xcfd5dd
#define BAND 0xf3f5f8

#define CELL_SIZE 8.8
#define CELL_LEADING 12.4
#define CELL_PADDING 4.2
#define CELL_GAP 10.0

typedef enum { COLOUR_INK, COLOUR_GREY, COLOUR_ACCENT } StyleColour;

static const struct {
  double size, leading, before, after, indent;
  PangoWeight weight;
  gboolean italic, keep_with_next;
  StyleColour colour;
  const char *tag;
} styles[] = {
    [CECI_PAPER_TITLE] = {21, 26, 0, 4, 0, PANGO_WEIGHT_BOLD, FALSE, TRUE, COLOUR_ACCENT, "H1"},
    [CECI_PAPER_SUBTITLE] = {10.5, 15, 0, 16, 0, PANGO_WEIGHT_NORMAL, FALSE, TRUE, COLOUR_GREY, "P"},
    [CECI_PAPER_HEADING] = {12.5, 17, 15, 5, 0, PANGO_WEIGHT_SEMIBOLD, FALSE, TRUE, COLOUR_ACCENT, "H2"},
    [CECI_PAPER_SUBHEADING] = {10, 14.5, 9, 2.5, 0, PANGO_WEIGHT_SEMIBOLD, FALSE, TRUE, COLOUR_INK, "H3"},
    [CECI_PAPER_LEAD] = {11, 17, 0, 9, 0, PANGO_WEIGHT_NORMAL, FALSE, FALSE, COLOUR_INK, "P"},
    [CECI_PAPER_BODY] = {9.6, 14.8, 0, 7, 0, PANGO_WEIGHT_NORMAL, FALSE, FALSE, COLOUR_INK, "P"},
    [CECI_PAPER_ITEM] = {9.6, 14.4, 0, 3, 13, PANGO_WEIGHT_NORMAL, FALSE, FALSE, COLOUR_INK, "P"},
    [CECI_PAPER_QUOTE] = {10, 15.4, 3, 10, 16, PANGO_WEIGHT_NORMAL, TRUE, FALSE, COLOUR_INK, "BlockQuote"},
    [CECI_PAPER_SMALL] = {7.8, 11.2, 0, 4, 0, PANGO_WEIGHT_NORMAL, FALSE, FALSE, COLOUR_GREY, "P"},
    [CECI_PAPER_CAPTION] = {8, 11.5, 4, 12, 0, PANGO_WEIGHT_NORMAL, TRUE, FALSE, COLOUR_GREY, "Caption"},
};

static guint32
style_colour (CeciPaper *self, CeciPaperStyle style)
{
  switch (styles[style].colour) {
  case COLOUR_ACCENT:
    return self->accent;
  case COLOUR_GREY:
    return GREY;
  case COLOUR_INK:
  default:
    return INK;
  }
}

static double
column_width (CeciPaper *self)
{
  return self->width - 2 * self->horizontal;
}

static double
bottom (CeciPaper *self)
{
  return self->height - self->vertical;
}

// --- pages --------------------------------------------------------------------

static void
draw_running (CeciPaper *self)
{
  const CeciPaperInk left = {.size = 7.6, .colour = GREY, .tag = CECI_PAPER_ARTIFACT};
  CeciPaperInk right = left;
  double width = column_width (self);
  g_autofree char *folio = NULL;

  if (self->head_left == NULL && self->foot == NULL)
    return;

  right.alignment = PANGO_ALIGN_RIGHT;
  ceci_paper_draw_text (self, self->cairo, &left, self->horizontal, self->vertical - 30, width * 0.6, self->head_left);
  ceci_paper_draw_text (self, self->cairo, &right, self->horizontal + width * 0.4, self->vertical - 30, width * 0.6,
                        self->head_right);
  ceci_paper_set_colour (self->cairo, RULE, 1);
  cairo_set_line_width (self->cairo, 0.5);
  cairo_move_to (self->cairo, self->horizontal, bottom (self) + 18);
  cairo_rel_line_to (self->cairo, width, 0);
  cairo_stroke (self->cairo);
  folio = g_strdup_printf ("%u / %u", self->page, self->n_pages);
  ceci_paper_draw_text (self, self->cairo, &left, self->horizontal, bottom (self) + 24, width * 0.8, self->foot);
  ceci_paper_draw_text (self, self->cairo, &right, self->horizontal + width * 0.8, bottom (self) + 24, width * 0.2,
                        folio);
}

// The page before is shown only now: the last one must still be there when the document's tag ends, or cairo adds an
// empty page.
static void
open_page (CeciPaper *self)
{
  if (self->page > 0 && self->cairo != NULL)
    cairo_show_page (self->cairo);
  self->page++;
  self->y = self->vertical;
  self->page_open = TRUE;
  if (self->cairo != NULL)
    draw_running (self);
}

static gboolean
at_top (CeciPaper *self)
{
  return self->y <= self->vertical + 0.01;
}

// Makes sure that this height fits on the page, on a new one if need be.
static void
need (CeciPaper *self, double height)
{
  if (!self->page_open || (self->y + height > bottom (self) + 0.01 && !at_top (self)))
    open_page (self);
}

// --- text ---------------------------------------------------------------------

static PangoLayout *
text_layout (CeciPaper *self, CeciPaperBlock *block)
{
  CeciPaperInk ink = {
      .size = styles[block->style].size,
      .weight = styles[block->style].weight,
      .italic = styles[block->style].italic,
  };

  if (block->layout == NULL)
    block->layout = ceci_paper_make_layout (self, &ink, block->text, column_width (self) - styles[block->style].indent);
  return block->layout;
}

static void
draw_text_piece (CeciPaper *self, CeciPaperBlock *block, int first, int last)
{
  CeciPaperStyle style = block->style;
  double leading = styles[style].leading;

  ceci_paper_begin_tag (self->cairo, styles[style].tag);
  ceci_paper_set_colour (self->cairo, style_colour (self, style), 1);
  ceci_paper_draw_lines (self->cairo, block->layout, self->horizontal + styles[style].indent, self->y, leading, first,
                         last);
  ceci_paper_end_tag (self->cairo, styles[style].tag);

  if (style == CECI_PAPER_ITEM && first == 0) {
    ceci_paper_set_colour (self->cairo, self->accent, 1);
    cairo_arc (self->cairo, self->horizontal + 4.5, self->y + leading / 2, 1.5, 0, 2 * G_PI);
    cairo_fill (self->cairo);
  } else if (style == CECI_PAPER_QUOTE) {
    ceci_paper_set_colour (self->cairo, self->accent, 0.55);
    cairo_rectangle (self->cairo, self->horizontal + 2, self->y + 1, 2, (last - first) * leading - 2);
    cairo_fill (self->cairo);
  }
}

static double block_first_height (CeciPaper *self, guint index);

// No line of a paragraph stands alone at the foot or the head of a page.
static void
flow_text (CeciPaper *self, guint index)
{
  CeciPaperBlock *block = g_ptr_array_index (self->blocks, index);
  CeciPaperStyle style = block->style;
  double leading = styles[style].leading;
  int n_lines = pango_layout_get_line_count (text_layout (self, block)), first = 0;

  if (self->page_open && !at_top (self))
    self->y += styles[style].before;
  need (self, block_first_height (self, index));

  while (first < n_lines) {
    int room = (int) floor ((bottom (self) - self->y + 0.01) / leading), last;

    if (room < 1)
      room = 1;
    last = MIN (n_lines, first + room);
    if (last < n_lines && n_lines - last < 2 && last - first > 3)
      last--;
    if (self->cairo != NULL)
      draw_text_piece (self, block, first, last);
    self->y += (last - first) * leading;
    first = last;
    if (first < n_lines)
      open_page (self);
  }
  self->y += styles[style].after;
}

// --- tables -------------------------------------------------------------------

static void
make_cells (CeciPaper *self, CeciPaperBlock *block)
{
  CeciPaperTable *table = block->table;
  guint n_columns = ceci_paper_table_n_columns (table), n_rows = ceci_paper_table_n_rows (table);
  gboolean header = ceci_paper_table_has_header (table);

  if (block->cells != NULL)
    return;
  block->cells = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint row = 0; row < n_rows + (header ? 1 : 0); row++) {
    for (guint column = 0; column < n_columns; column++) {
      gboolean is_header = header && row == 0;
      guint body_row = header ? row - 1 : row;
      gboolean strong = !is_header && ceci_paper_table_is_strong (table, body_row);
      CeciPaperInk ink = {
          .size = is_header ? CELL_SIZE - 0.8 : CELL_SIZE,
          .weight = is_header || strong ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL,
          .alignment = ceci_paper_table_get_alignment (table, column),
      };
      double width = column_width (self) * ceci_paper_table_get_share (table, column) - CELL_GAP;

      g_ptr_array_add (block->cells,
                       ceci_paper_make_layout (self, &ink,
                                               is_header ? ceci_paper_table_get_title (table, column)
                                                         : ceci_paper_table_get_cell (table, body_row, column),
                                               MAX (width, 10)));
    }
  }
}

static double
row_height (CeciPaperBlock *block, guint row)
{
  guint n_columns = ceci_paper_table_n_columns (block->table);
  gboolean plain = (ceci_paper_table_get_flags (block->table) & CECI_PAPER_TABLE_PLAIN) != 0;
  int lines = 1;

  for (guint column = 0; column < n_columns; column++) {
    int n = pango_layout_get_line_count (g_ptr_array_index (block->cells, row * n_columns + column));

    lines = MAX (lines, n);
  }
  return lines * CELL_LEADING + 2 * (plain ? 1.2 : CELL_PADDING);
}

static void
draw_row (CeciPaper *self, CeciPaperBlock *block, guint row, double height, gboolean is_header, gboolean tinted)
{
  CeciPaperTableFlags flags = ceci_paper_table_get_flags (block->table);
  gboolean plain = (flags & CECI_PAPER_TABLE_PLAIN) != 0;
  guint n_columns = ceci_paper_table_n_columns (block->table);
  double x = self->horizontal, width = column_width (self);

  if (tinted) {
    ceci_paper_set_colour (self->cairo, BAND, 1);
    cairo_rectangle (self->cairo, x, self->y, width, height);
    cairo_fill (self->cairo);
  }
  ceci_paper_begin_tag (self->cairo, "TR");
  for (guint column = 0; column < n_columns; column++) {
    PangoLayout *layout = g_ptr_array_index (block->cells, row * n_columns + column);
    double inset = plain ? 0 : CELL_GAP / 2;

    ceci_paper_begin_tag (self->cairo, is_header ? "TH" : "TD");
    ceci_paper_set_colour (self->cairo, is_header ? self->accent : (plain && column == 0 ? GREY : INK), 1);
    ceci_paper_draw_lines (self->cairo, layout, x + inset, self->y + (plain ? 1.2 : CELL_PADDING), CELL_LEADING, 0,
                           G_MAXINT);
    ceci_paper_end_tag (self->cairo, is_header ? "TH" : "TD");
    x += width * ceci_paper_table_get_share (block->table, column);
  }
  ceci_paper_end_tag (self->cairo, "TR");
  if (!plain) {
    ceci_paper_set_colour (self->cairo, is_header ? self->accent : RULE, 1);
    cairo_set_line_width (self->cairo, is_header ? 0.9 : 0.4);
    cairo_move_to (self->cairo, self->horizontal, self->y + height);
    cairo_rel_line_to (self->cairo, width, 0);
    cairo_stroke (self->cairo);
  }
}

static void
flow_table (CeciPaper *self, guint index)
{
  CeciPaperBlock *block = g_ptr_array_index (self->blocks, index);
  gboolean header = ceci_paper_table_has_header (block->table);
  gboolean banded = (ceci_paper_table_get_flags (block->table) & CECI_PAPER_TABLE_BANDED) != 0;
  guint n_rows = ceci_paper_table_n_rows (block->table) + (header ? 1 : 0);

  need (self, block_first_height (self, index));
  if (self->cairo != NULL)
    ceci_paper_begin_tag (self->cairo, "Table");
  for (guint row = 0; row < n_rows; row++) {
    double height = row_height (block, row);

    if (self->y + height > bottom (self) + 0.01 && !at_top (self)) {
      open_page (self);
      if (header && row > 0) {
        if (self->cairo != NULL)
          draw_row (self, block, 0, row_height (block, 0), TRUE, FALSE);
        self->y += row_height (block, 0);
      }
    }
    if (self->cairo != NULL)
      draw_row (self, block, row, height, header && row == 0, banded && row % 2 == 0 && !(header && row == 0));
    self->y += height;
  }
  if (self->cairo != NULL)
    ceci_paper_end_tag (self->cairo, "Table");
  self->y += 10;
}

// --- flow ---------------------------------------------------------------------

// The least height of a block that must stand on one page with what goes before it.
static double
block_first_height (CeciPaper *self, guint index)
{
  CeciPaperBlock *block;
  double height;
  int n_lines;

  if (index >= self->blocks->len)
    return 0;
  block = g_ptr_array_index (self->blocks, index);
  switch (block->kind) {
  case CECI_PAPER_BLOCK_TEXT:
    n_lines = pango_layout_get_line_count (text_layout (self, block));
    if (styles[block->style].keep_with_next)
      return n_lines * styles[block->style].leading + styles[block->style].after + block_first_height (self, index + 1);
    return MIN (n_lines, n_lines <= 3 ? n_lines : 2) * styles[block->style].leading;
  case CECI_PAPER_BLOCK_TABLE:
    make_cells (self, block);
    height = 0;
    for (guint row = 0; row < MIN (3, block->cells->len / ceci_paper_table_n_columns (block->table)); row++)
      height += row_height (block, row);
    return height;
  case CECI_PAPER_BLOCK_DRAWING:
    return block->height;
  case CECI_PAPER_BLOCK_SPACE:
    return block->height + block_first_height (self, index + 1);
  case CECI_PAPER_BLOCK_BREAK:
  default:
    return 0;
  }
}

static void
flow_drawing (CeciPaper *self, CeciPaperBlock *block)
{
  need (self, block->height);
  if (self->cairo != NULL) {
    cairo_save (self->cairo);
    cairo_translate (self->cairo, self->horizontal, self->y);
    block->draw (self, self->cairo, column_width (self), block->height, block->user_data);
    cairo_restore (self->cairo);
  }
  self->y += block->height;
}

void
ceci_paper_flow (CeciPaper *self)
{
  self->page = 0;
  self->page_open = FALSE;
  for (guint i = 0; i < self->blocks->len; i++) {
    CeciPaperBlock *block = g_ptr_array_index (self->blocks, i);

    switch (block->kind) {
    case CECI_PAPER_BLOCK_TEXT:
      flow_text (self, i);
      break;
    case CECI_PAPER_BLOCK_TABLE:
      flow_table (self, i);
      break;
    case CECI_PAPER_BLOCK_DRAWING:
      flow_drawing (self, block);
      break;
    case CECI_PAPER_BLOCK_SPACE:
      if (self->page_open && !at_top (self))
        self->y += block->height;
      break;
    case CECI_PAPER_BLOCK_BREAK:
      self->page_open = FALSE;
      break;
    default:
      break;
    }
  }
  if (self->page == 0)
    open_page (self);
}
