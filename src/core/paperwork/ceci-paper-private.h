// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of a paper, for what makes its list of blocks and what lays them out.
#pragma once

#include "ceci-paper.h"

G_BEGIN_DECLS

typedef enum {
  CECI_PAPER_BLOCK_TEXT,
  CECI_PAPER_BLOCK_TABLE,
  CECI_PAPER_BLOCK_DRAWING,
  CECI_PAPER_BLOCK_SPACE,
  CECI_PAPER_BLOCK_BREAK
} CeciPaperBlockKind;

typedef struct {
  CeciPaperBlockKind kind;
  CeciPaperStyle style;
  char *text;
  PangoLayout *layout;
  CeciPaperTable *table;
  GPtrArray *cells; // PangoLayout *, the header's row first if there is one
  double height;    // of a drawing or a space
  CeciPaperDraw draw;
  gpointer user_data;
  GDestroyNotify destroy;
} CeciPaperBlock;

struct _CeciPaper {
  GObject parent_instance;
  double width, height, horizontal, vertical;
  char *language, *date, *title, *author, *subject, *head_left, *head_right, *foot, *family;
  guint32 accent;
  gboolean plain;
  PangoContext *context;
  GPtrArray *blocks;

  // while it flows
  cairo_t *cairo; // NULL while pages are counted
  double y;
  guint page, n_pages;
  gboolean page_open, last_was_space;
};

void ceci_paper_flow (CeciPaper *self); // lays every block out, and draws it if there is a cairo

// Text with what it is to a reader of the document's structure.
void ceci_paper_begin_tag (cairo_t *cairo, const char *tag);
void ceci_paper_end_tag (cairo_t *cairo, const char *tag);
void ceci_paper_draw_lines (cairo_t *cairo, PangoLayout *layout, double x, double y, double leading, int first,
                            int last); // last excluded

G_END_DECLS
