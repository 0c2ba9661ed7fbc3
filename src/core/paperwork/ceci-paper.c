// SPDX-License-Identifier: GPL-3.0-or-later
// A paper: a list of blocks laid out twice, once to count the pages and once to draw them. What the papers say stands
// elsewhere.

#include "config.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "ceci-paper.h"

// A4 in points.
#define SHORT_SIDE (210.0 * 72.0 / 25.4)
#define LONG_SIDE (297.0 * 72.0 / 25.4)

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

typedef enum { BLOCK_TEXT, BLOCK_TABLE, BLOCK_DRAWING, BLOCK_SPACE, BLOCK_BREAK } BlockKind;

typedef struct {
  BlockKind kind;
  CeciPaperStyle style;
  char *text;
  PangoLayout *layout;
  CeciPaperTable *table;
  GPtrArray *cells; // PangoLayout *, the header's row first if there is one
  double height;    // of a drawing or a space
  CeciPaperDraw draw;
  gpointer user_data;
  GDestroyNotify destroy;
} Block;

struct _CeciPaper {
  GObject parent_instance;
  double width, height, horizontal, vertical;
  char *language, *date, *title, *author, *subject, *head_left, *head_right, *foot, *family;
  guint32 accent;
  PangoContext *context;
  GPtrArray *blocks;

  // while it flows
  cairo_t *cairo; // NULL while pages are counted
  double y;
  guint page, n_pages;
  gboolean page_open, last_was_space;
};

G_DEFINE_FINAL_TYPE (CeciPaper, ceci_paper, G_TYPE_OBJECT)

static void
block_free (gpointer data)
{
  Block *block = data;

  g_free (block->text);
  g_clear_object (&block->layout);
  g_clear_pointer (&block->table, ceci_paper_table_free);
  g_clear_pointer (&block->cells, g_ptr_array_unref);
  if (block->destroy != NULL)
    block->destroy (block->user_data);
  g_free (block);
}

static Block *
add_block (CeciPaper *self, BlockKind kind)
{
  Block *block = g_new0 (Block, 1);

  block->kind = kind;
  g_ptr_array_add (self->blocks, block);
  return block;
}

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

// What belongs to the page and not to the text is left untagged: cairo 1.18 writes a damaged file where it meets its
// own "Artifact".
static gboolean
is_artifact (const char *tag)
{
  return tag != NULL && g_str_equal (tag, CECI_PAPER_ARTIFACT);
}

static void
begin_tag (cairo_t *cairo, const char *tag)
{
  if (!is_artifact (tag))
    cairo_tag_begin (cairo, tag != NULL ? tag : "P", NULL);
}

static void
end_tag (cairo_t *cairo, const char *tag)
{
  if (!is_artifact (tag))
    cairo_tag_end (cairo, tag != NULL ? tag : "P");
}

// Draws lines first to last (excluded) of a layout, the first one's line box at y.
static void
draw_lines (cairo_t *cairo, PangoLayout *layout, double x, double y, double leading, int first, int last)
{
  int width = pango_layout_get_width (layout), number = 0;
  PangoAlignment alignment = pango_layout_get_alignment (layout);
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);

  do {
    PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
    PangoRectangle logical;
    double shift = 0, ascent;

    if (number >= first && number < last) {
      pango_layout_line_get_extents (line, NULL, &logical);
      if (width > 0 && alignment != PANGO_ALIGN_LEFT)
        shift = (width - logical.width) / (double) PANGO_SCALE / (alignment == PANGO_ALIGN_CENTER ? 2 : 1);
      ascent = (leading - logical.height / (double) PANGO_SCALE) / 2 - logical.y / (double) PANGO_SCALE;
      cairo_move_to (cairo, x + shift, y + (number - first) * leading + ascent);
      pango_cairo_show_layout_line (cairo, line);
    }
    number++;
  } while (number < last && pango_layout_iter_next_line (iter));
  // the point where the last line began must not be joined to what is drawn next
  cairo_new_path (cairo);
}

static PangoLayout *
text_layout (CeciPaper *self, Block *block)
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
draw_text_piece (CeciPaper *self, Block *block, int first, int last)
{
  CeciPaperStyle style = block->style;
  double leading = styles[style].leading;

  begin_tag (self->cairo, styles[style].tag);
  ceci_paper_set_colour (self->cairo, style_colour (self, style), 1);
  draw_lines (self->cairo, block->layout, self->horizontal + styles[style].indent, self->y, leading, first, last);
  end_tag (self->cairo, styles[style].tag);

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
  Block *block = g_ptr_array_index (self->blocks, index);
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
make_cells (CeciPaper *self, Block *block)
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
row_height (Block *block, guint row)
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
draw_row (CeciPaper *self, Block *block, guint row, double height, gboolean is_header, gboolean tinted)
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
  begin_tag (self->cairo, "TR");
  for (guint column = 0; column < n_columns; column++) {
    PangoLayout *layout = g_ptr_array_index (block->cells, row * n_columns + column);
    double inset = plain ? 0 : CELL_GAP / 2;

    begin_tag (self->cairo, is_header ? "TH" : "TD");
    ceci_paper_set_colour (self->cairo, is_header ? self->accent : (plain && column == 0 ? GREY : INK), 1);
    draw_lines (self->cairo, layout, x + inset, self->y + (plain ? 1.2 : CELL_PADDING), CELL_LEADING, 0, G_MAXINT);
    end_tag (self->cairo, is_header ? "TH" : "TD");
    x += width * ceci_paper_table_get_share (block->table, column);
  }
  end_tag (self->cairo, "TR");
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
  Block *block = g_ptr_array_index (self->blocks, index);
  gboolean header = ceci_paper_table_has_header (block->table);
  gboolean banded = (ceci_paper_table_get_flags (block->table) & CECI_PAPER_TABLE_BANDED) != 0;
  guint n_rows = ceci_paper_table_n_rows (block->table) + (header ? 1 : 0);

  need (self, block_first_height (self, index));
  if (self->cairo != NULL)
    begin_tag (self->cairo, "Table");
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
    end_tag (self->cairo, "Table");
  self->y += 10;
}

// --- flow ---------------------------------------------------------------------

// The least height of a block that must stand on one page with what goes before it.
static double
block_first_height (CeciPaper *self, guint index)
{
  Block *block;
  double height;
  int n_lines;

  if (index >= self->blocks->len)
    return 0;
  block = g_ptr_array_index (self->blocks, index);
  switch (block->kind) {
  case BLOCK_TEXT:
    n_lines = pango_layout_get_line_count (text_layout (self, block));
    if (styles[block->style].keep_with_next)
      return n_lines * styles[block->style].leading + styles[block->style].after + block_first_height (self, index + 1);
    return MIN (n_lines, n_lines <= 3 ? n_lines : 2) * styles[block->style].leading;
  case BLOCK_TABLE:
    make_cells (self, block);
    height = 0;
    for (guint row = 0; row < MIN (3, block->cells->len / ceci_paper_table_n_columns (block->table)); row++)
      height += row_height (block, row);
    return height;
  case BLOCK_DRAWING:
    return block->height;
  case BLOCK_SPACE:
    return block->height + block_first_height (self, index + 1);
  case BLOCK_BREAK:
  default:
    return 0;
  }
}

static void
flow_drawing (CeciPaper *self, Block *block)
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

static void
flow (CeciPaper *self)
{
  self->page = 0;
  self->page_open = FALSE;
  for (guint i = 0; i < self->blocks->len; i++) {
    Block *block = g_ptr_array_index (self->blocks, i);

    switch (block->kind) {
    case BLOCK_TEXT:
      flow_text (self, i);
      break;
    case BLOCK_TABLE:
      flow_table (self, i);
      break;
    case BLOCK_DRAWING:
      flow_drawing (self, block);
      break;
    case BLOCK_SPACE:
      if (self->page_open && !at_top (self))
        self->y += block->height;
      break;
    case BLOCK_BREAK:
      self->page_open = FALSE;
      break;
    default:
      break;
    }
  }
  if (self->page == 0)
    open_page (self);
}

// --- class --------------------------------------------------------------------

static void
ceci_paper_finalize (GObject *object)
{
  CeciPaper *self = CECI_PAPER (object);

  g_ptr_array_unref (self->blocks);
  g_clear_object (&self->context);
  g_free (self->language);
  g_free (self->date);
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->head_left);
  g_free (self->head_right);
  g_free (self->foot);
  g_free (self->family);
  G_OBJECT_CLASS (ceci_paper_parent_class)->finalize (object);
}

static void
ceci_paper_class_init (CeciPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_paper_finalize;
}

static void
ceci_paper_init (CeciPaper *self)
{
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->family = g_strdup ("Inter, Adwaita Sans, Cantarell, sans-serif");
  self->accent = 0x0b4a8f;
  self->horizontal = 64;
  self->vertical = 76;
}

// Every size is in points whatever the screen, and no glyph is fitted to pixels.
static PangoContext *
make_context (const char *language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (language));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  return context;
}

/**
 * ceci_paper_new:
 * @orientation: how the A4 sheet lies
 * @language: `fr` or `en`, whatever the locale
 * @date: the day the file says it was made, YYYY-MM-DD
 *
 * Returns: (transfer full): an empty paper
 */
CeciPaper *
ceci_paper_new (CeciPaperOrientation orientation, const char *language, const char *date)
{
  CeciPaper *self;

  g_return_val_if_fail (language != NULL && date != NULL, NULL);

  self = g_object_new (CECI_TYPE_PAPER, NULL);
  self->width = orientation == CECI_PAPER_PORTRAIT ? SHORT_SIDE : LONG_SIDE;
  self->height = orientation == CECI_PAPER_PORTRAIT ? LONG_SIDE : SHORT_SIDE;
  self->language = g_strdup (language);
  self->date = g_strdup (date);
  self->context = make_context (language);
  return self;
}

/**
 * ceci_paper_set_description:
 * @self: a paper
 * @title: (nullable): the title in the file's properties
 * @author: (nullable): who wrote it
 * @subject: (nullable): what it is about
 */
void
ceci_paper_set_description (CeciPaper *self, const char *title, const char *author, const char *subject)
{
  g_return_if_fail (CECI_IS_PAPER (self));

  g_set_str (&self->title, title);
  g_set_str (&self->author, author);
  g_set_str (&self->subject, subject);
}

/**
 * ceci_paper_set_running:
 * @self: a paper
 * @head_left: (nullable): at the head of every page, left
 * @head_right: (nullable): at the head of every page, right
 * @foot: (nullable): at the foot, beside the page's number
 *
 * With neither head nor foot, pages are not numbered.
 */
void
ceci_paper_set_running (CeciPaper *self, const char *head_left, const char *head_right, const char *foot)
{
  g_return_if_fail (CECI_IS_PAPER (self));

  g_set_str (&self->head_left, head_left);
  g_set_str (&self->head_right, head_right);
  g_set_str (&self->foot, foot);
}

/**
 * ceci_paper_set_look:
 * @self: a paper
 * @family: (nullable): font families in order of preference
 * @accent: the colour of titles, 0xRRGGBB
 */
void
ceci_paper_set_look (CeciPaper *self, const char *family, guint32 accent)
{
  g_return_if_fail (CECI_IS_PAPER (self));

  if (family != NULL)
    g_set_str (&self->family, family);
  self->accent = accent;
}

/**
 * ceci_paper_set_margins:
 * @self: a paper
 * @horizontal: left and right, in points
 * @vertical: top and bottom, in points
 */
void
ceci_paper_set_margins (CeciPaper *self, double horizontal, double vertical)
{
  g_return_if_fail (CECI_IS_PAPER (self));

  self->horizontal = horizontal;
  self->vertical = vertical;
}

/**
 * ceci_paper_add_text:
 * @self: a paper
 * @style: how it is set
 * @text: plain text
 */
void
ceci_paper_add_text (CeciPaper *self, CeciPaperStyle style, const char *text)
{
  Block *block;

  g_return_if_fail (CECI_IS_PAPER (self) && text != NULL);

  block = add_block (self, BLOCK_TEXT);
  block->style = style;
  block->text = g_utf8_make_valid (text, -1);
}

/**
 * ceci_paper_add_format:
 * @self: a paper
 * @style: how it is set
 * @format: a printf() format, and what it needs
 */
void
ceci_paper_add_format (CeciPaper *self, CeciPaperStyle style, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ceci_paper_add_text (self, style, text);
}

/**
 * ceci_paper_add_table:
 * @self: a paper
 * @table: (transfer full): what to set; a row is never cut, the header comes again on each page
 */
void
ceci_paper_add_table (CeciPaper *self, CeciPaperTable *table)
{
  g_return_if_fail (CECI_IS_PAPER (self) && table != NULL);

  add_block (self, BLOCK_TABLE)->table = table;
}

/**
 * ceci_paper_add_space:
 * @self: a paper
 * @points: how much; none at the head of a page
 */
void
ceci_paper_add_space (CeciPaper *self, double points)
{
  g_return_if_fail (CECI_IS_PAPER (self));

  add_block (self, BLOCK_SPACE)->height = points;
}

/**
 * ceci_paper_add_break:
 * @self: a paper
 *
 * What follows begins a new page.
 */
void
ceci_paper_add_break (CeciPaper *self)
{
  g_return_if_fail (CECI_IS_PAPER (self));

  add_block (self, BLOCK_BREAK);
}

/**
 * ceci_paper_add_drawing:
 * @self: a paper
 * @height: how high it is; it is as wide as the column
 * @draw: (scope notified): called once, while the paper is finished
 * @user_data: given to @draw
 * @destroy: (nullable): frees @user_data
 */
void
ceci_paper_add_drawing (CeciPaper *self, double height, CeciPaperDraw draw, gpointer user_data, GDestroyNotify destroy)
{
  Block *block;

  g_return_if_fail (CECI_IS_PAPER (self) && draw != NULL);

  block = add_block (self, BLOCK_DRAWING);
  block->height = height;
  block->draw = draw;
  block->user_data = user_data;
  block->destroy = destroy;
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
describe (CeciPaper *self, cairo_surface_t *surface)
{
  g_autofree char *instant = g_strconcat (self->date, "T12:00:00Z", NULL);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title != NULL ? self->title : "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->author != NULL ? self->author : "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, self->subject != NULL ? self->subject : "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "CECi");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, instant);
}

/**
 * ceci_paper_finish:
 * @self: a paper
 * @error: why there is no file
 *
 * Lays the pages out and draws them. A paper is finished once.
 *
 * Returns: (transfer full): the bytes of the PDF
 */
GBytes *
ceci_paper_finish (CeciPaper *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new (32 * 1024);
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (CECI_IS_PAPER (self), NULL);

  self->cairo = NULL;
  flow (self);
  self->n_pages = self->page;

  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, self->width, self->height);
  describe (self, surface);
  self->cairo = cairo_create (surface);
  cairo_tag_begin (self->cairo, "Document", NULL);
  flow (self);
  cairo_tag_end (self->cairo, "Document");
  status = cairo_status (self->cairo);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  g_clear_pointer (&self->cairo, cairo_destroy);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", cairo_status_to_string (status));
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * ceci_paper_get_n_pages:
 * @self: a finished paper
 */
guint
ceci_paper_get_n_pages (CeciPaper *self)
{
  return self->n_pages;
}

const char *
ceci_paper_get_language (CeciPaper *self)
{
  return self->language;
}

guint32
ceci_paper_get_accent (CeciPaper *self)
{
  return self->accent;
}

double
ceci_paper_get_width (CeciPaper *self)
{
  return self->width;
}

double
ceci_paper_get_height (CeciPaper *self)
{
  return self->height;
}

/**
 * ceci_paper_make_layout:
 * @self: a paper
 * @ink: how the text looks
 * @text: plain text
 * @width: where lines break, in points; 0 for one line
 *
 * Returns: (transfer full): the text, shaped
 */
PangoLayout *
ceci_paper_make_layout (CeciPaper *self, const CeciPaperInk *ink, const char *text, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_family (font, ink->family != NULL ? ink->family : self->family);
  pango_font_description_set_absolute_size (font, ink->size * PANGO_SCALE);
  pango_font_description_set_weight (font, ink->weight != 0 ? ink->weight : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, ink->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  if (ink->tracking != 0)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new ((int) (ink->tracking * PANGO_SCALE)));
  if (ink->alignment == PANGO_ALIGN_RIGHT)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_alignment (layout, ink->alignment);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  return layout;
}

/**
 * ceci_paper_draw_text:
 * @self: a paper
 * @cairo: where it is drawn
 * @ink: how the text looks
 * @x: left edge
 * @y: upper edge of the first line's box
 * @width: where lines break, 0 for one line
 * @text: (nullable): plain text
 *
 * Returns: the height taken, in points
 */
double
ceci_paper_draw_text (CeciPaper *self, cairo_t *cairo, const CeciPaperInk *ink, double x, double y, double width,
                      const char *text)
{
  g_autoptr (PangoLayout) layout = NULL;
  double leading = ink->leading > 0 ? ink->leading : ink->size * 1.35;

  if (text == NULL || *text == '\0')
    return 0;
  layout = ceci_paper_make_layout (self, ink, text, width);
  begin_tag (cairo, ink->tag);
  ceci_paper_set_colour (cairo, ink->colour, 1);
  draw_lines (cairo, layout, x, y, leading, 0, G_MAXINT);
  end_tag (cairo, ink->tag);
  return pango_layout_get_line_count (layout) * leading;
}

/**
 * ceci_paper_measure_text:
 * @self: a paper
 * @ink: how the text looks
 * @text: plain text
 *
 * Returns: how wide the text is on one line, in points
 */
double
ceci_paper_measure_text (CeciPaper *self, const CeciPaperInk *ink, const char *text)
{
  g_autoptr (PangoLayout) layout = ceci_paper_make_layout (self, ink, text, 0);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return width / (double) PANGO_SCALE;
}

/**
 * ceci_paper_set_colour:
 * @cairo: where
 * @colour: 0xRRGGBB
 * @opacity: from 0 to 1
 */
void
ceci_paper_set_colour (cairo_t *cairo, guint32 colour, double opacity)
{
  cairo_set_source_rgba (cairo, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0,
                         (colour & 0xff) / 255.0, opacity);
}
