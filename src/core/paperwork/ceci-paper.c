// SPDX-License-Identifier: GPL-3.0-or-later
// A paper: a list of blocks, laid out twice: once to count the pages and once to draw them. What the papers say stands
// elsewhere; how the blocks flow is ceci-paper-flow.c.

#include "config.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <pango/pangocairo.h>

#include "ceci-paper-private.h"

// A4 in points.
#define SHORT_SIDE (210.0 * 72.0 / 25.4)
#define LONG_SIDE (297.0 * 72.0 / 25.4)

G_DEFINE_FINAL_TYPE (CeciPaper, ceci_paper, G_TYPE_OBJECT)

static void
block_free (gpointer data)
{
  CeciPaperBlock *block = data;

  g_free (block->text);
  g_clear_object (&block->layout);
  g_clear_pointer (&block->table, ceci_paper_table_free);
  g_clear_pointer (&block->cells, g_ptr_array_unref);
  if (block->destroy != NULL)
    block->destroy (block->user_data);
  g_free (block);
}

static CeciPaperBlock *
add_block (CeciPaper *self, CeciPaperBlockKind kind)
{
  CeciPaperBlock *block = g_new0 (CeciPaperBlock, 1);

  block->kind = kind;
  g_ptr_array_add (self->blocks, block);
  return block;
}

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
 * ceci_paper_set_plain:
 * @self: a paper
 * @plain: whether its file is PDF 1.4, without streams of objects
 */
void
ceci_paper_set_plain (CeciPaper *self, gboolean plain)
{
  g_return_if_fail (CECI_IS_PAPER (self));

  self->plain = plain;
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
  CeciPaperBlock *block;

  g_return_if_fail (CECI_IS_PAPER (self) && text != NULL);

  block = add_block (self, CECI_PAPER_BLOCK_TEXT);
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

  add_block (self, CECI_PAPER_BLOCK_TABLE)->table = table;
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

  add_block (self, CECI_PAPER_BLOCK_SPACE)->height = points;
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

  add_block (self, CECI_PAPER_BLOCK_BREAK);
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
  CeciPaperBlock *block;

  g_return_if_fail (CECI_IS_PAPER (self) && draw != NULL);

  block = add_block (self, CECI_PAPER_BLOCK_DRAWING);
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
  ceci_paper_flow (self);
  self->n_pages = self->page;

  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, self->width, self->height);
  if (self->plain)
    cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  describe (self, surface);
  self->cairo = cairo_create (surface);
  cairo_tag_begin (self->cairo, "Document", NULL);
  ceci_paper_flow (self);
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
