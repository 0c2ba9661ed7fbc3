// SPDX-License-Identifier: GPL-3.0-or-later
// Text on a paper: shaped, measured, drawn in its colour with its tag.
#include "config.h"

#include <pango/pangocairo.h>

#include "ceci-paper-private.h"

// What belongs to the page and not to the text is left untagged: cairo 1.18 writes a damaged file where it meets its
// own "Artifact".
static gboolean
is_artifact (const char *tag)
{
  return tag != NULL && g_str_equal (tag, CECI_PAPER_ARTIFACT);
}

void
ceci_paper_begin_tag (cairo_t *cairo, const char *tag)
{
  if (!is_artifact (tag))
    cairo_tag_begin (cairo, tag != NULL ? tag : "P", NULL);
}

void
ceci_paper_end_tag (cairo_t *cairo, const char *tag)
{
  if (!is_artifact (tag))
    cairo_tag_end (cairo, tag != NULL ? tag : "P");
}

// Draws lines first to last (excluded) of a layout, the first one's line box at y.
void
ceci_paper_draw_lines (cairo_t *cairo, PangoLayout *layout, double x, double y, double leading, int first, int last)
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
  ceci_paper_begin_tag (cairo, ink->tag);
  ceci_paper_set_colour (cairo, ink->colour, 1);
  ceci_paper_draw_lines (cairo, layout, x, y, leading, 0, G_MAXINT);
  ceci_paper_end_tag (cairo, ink->tag);
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

/**
 * ceci_paper_fill:
 * @pattern: words in which {1} and {2} stand for values
 * @first: the first value
 * @second: (nullable): the second
 *
 * Returns: (transfer full): the words with the values
 */
char *
ceci_paper_fill (const char *pattern, const char *first, const char *second)
{
  g_autoptr (GString) text = g_string_new (pattern);

  g_string_replace (text, "{1}", first, 0);
  if (second != NULL)
    g_string_replace (text, "{2}", second, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
