// SPDX-License-Identifier: GPL-3.0-or-later
// A paper: text, tables and drawings that flow over A4 pages and end as a PDF. The same input gives the same bytes.
#pragma once

#include <cairo.h>
#include <glib-object.h>
#include <pango/pango.h>
#include "ceci-paper-table.h"

G_BEGIN_DECLS

#define CECI_TYPE_PAPER (ceci_paper_get_type ())
G_DECLARE_FINAL_TYPE (CeciPaper, ceci_paper, CECI, PAPER, GObject)

typedef enum { CECI_PAPER_PORTRAIT, CECI_PAPER_LANDSCAPE } CeciPaperOrientation;

/**
 * CeciPaperStyle:
 * How a piece of text is set; sizes, spaces and colours stand in one table in ceci-paper-flow.c.
 */
typedef enum {
  CECI_PAPER_TITLE,
  CECI_PAPER_SUBTITLE,
  CECI_PAPER_HEADING,
  CECI_PAPER_SUBHEADING,
  CECI_PAPER_LEAD,
  CECI_PAPER_BODY,
  CECI_PAPER_ITEM,
  CECI_PAPER_QUOTE,
  CECI_PAPER_SMALL,
  CECI_PAPER_CAPTION,
} CeciPaperStyle;

// Draws inside a box of width × height points whose corner is the origin.
typedef void (*CeciPaperDraw) (CeciPaper *self, cairo_t *cairo, double width, double height, gpointer user_data);

CeciPaper *ceci_paper_new (CeciPaperOrientation orientation, const char *language, const char *date);
void ceci_paper_set_description (CeciPaper *self, const char *title, const char *author, const char *subject);
void ceci_paper_set_running (CeciPaper *self, const char *head_left, const char *head_right, const char *foot);
void ceci_paper_set_look (CeciPaper *self, const char *family, guint32 accent);
// Objects in the open and a plain cross-reference table (PDF 1.4): what ceci_attachment_add() can add to.
void ceci_paper_set_plain (CeciPaper *self, gboolean plain);
void ceci_paper_set_margins (CeciPaper *self, double horizontal, double vertical);

void ceci_paper_add_text (CeciPaper *self, CeciPaperStyle style, const char *text);
void ceci_paper_add_format (CeciPaper *self, CeciPaperStyle style, const char *format, ...) G_GNUC_PRINTF (3, 4);
void ceci_paper_add_table (CeciPaper *self, CeciPaperTable *table);
void ceci_paper_add_space (CeciPaper *self, double points);
void ceci_paper_add_break (CeciPaper *self);
void ceci_paper_add_drawing (CeciPaper *self, double height, CeciPaperDraw draw, gpointer user_data,
                             GDestroyNotify destroy);
GBytes *ceci_paper_finish (CeciPaper *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

// What is printed follows the paper's language, not the locale: in its words {1} and {2} stand for values.
char *ceci_paper_fill (const char *pattern, const char *first, const char *second) G_GNUC_WARN_UNUSED_RESULT;

// For drawings.
#define CECI_PAPER_ARTIFACT "" // the tag of what belongs to the page and is not read aloud
typedef struct {
  const char *family; // NULL: the paper's
  double size;        // points
  double leading;     // points from baseline to baseline; 0: 1.35 × size
  PangoWeight weight; // 0: normal
  gboolean italic;
  double tracking; // extra points between letters
  PangoAlignment alignment;
  guint32 colour;  // 0xRRGGBB
  const char *tag; // the element of a tagged PDF; NULL: P
} CeciPaperInk;

guint ceci_paper_get_n_pages (CeciPaper *self); // once finished
const char *ceci_paper_get_language (CeciPaper *self);
guint32 ceci_paper_get_accent (CeciPaper *self);
double ceci_paper_get_width (CeciPaper *self);
double ceci_paper_get_height (CeciPaper *self);
PangoLayout *ceci_paper_make_layout (CeciPaper *self, const CeciPaperInk *ink, const char *text,
                                     double width) G_GNUC_WARN_UNUSED_RESULT;
double ceci_paper_draw_text (CeciPaper *self, cairo_t *cairo, const CeciPaperInk *ink, double x, double y, double width,
                             const char *text);
double ceci_paper_measure_text (CeciPaper *self, const CeciPaperInk *ink, const char *text);
void ceci_paper_set_colour (cairo_t *cairo, guint32 colour, double opacity);

G_END_DECLS
