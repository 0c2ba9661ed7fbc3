// SPDX-License-Identifier: GPL-3.0-or-later
// Draws bars with GtkSnapshot: the accent for the figures, its tint for those they are compared with; hatched where
// contrast is high, so that nothing is told by colour alone. Nothing moves.
#include "config.h"

#include <adwaita.h>

#include "ceci-chart.h"

#define ROW_BAR 14
#define ROW_GAP 12
#define BAR_GAP 3
#define NAME_SHARE 0.34 // of the width, for the groups' names in rows
#define TEXT_SPACE 6
#define COLUMNS_HEIGHT 190
#define COLUMN_WIDEST 64
#define LEAST_WIDTH 240
#define RADIUS 4
#define HATCH_STEP 6

typedef struct {
  char *group;
  double value;
  char *text;
  double compared; // negative: none
  char *compared_text;
} Bar;

struct _CeciChart {
  GtkWidget parent_instance;
  CeciChartShape shape;
  GPtrArray *bars; // of Bar
};

G_DEFINE_FINAL_TYPE (CeciChart, ceci_chart, GTK_TYPE_WIDGET)

static void
bar_free (gpointer data)
{
  Bar *bar = data;

  g_free (bar->group);
  g_free (bar->text);
  g_free (bar->compared_text);
  g_free (bar);
}

static gboolean
is_compared (CeciChart *self)
{
  return self->bars->len > 0 && ((Bar *) self->bars->pdata[0])->compared >= 0;
}

static double
largest_value (CeciChart *self)
{
  double largest = 1;

  for (guint i = 0; i < self->bars->len; i++) {
    Bar *bar = self->bars->pdata[i];

    largest = MAX (largest, MAX (bar->value, bar->compared));
  }
  return largest;
}

// --- drawing ----------------------------------------------------------------------------

typedef struct {
  GtkSnapshot *snapshot;
  GdkRGBA text, accent, tint, track;
  gboolean hatched;
  gboolean mirrored; // right to left
  double width;
} Pen;

static void
draw_hatching (Pen *pen, const GskRoundedRect *shape, const GdkRGBA *colour)
{
  const graphene_rect_t *box = &shape->bounds;
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) lines = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1.5f);

  for (float x = box->origin.x - box->size.height; x < box->origin.x + box->size.width; x += HATCH_STEP) {
    gsk_path_builder_move_to (builder, x, box->origin.y + box->size.height);
    gsk_path_builder_line_to (builder, x + box->size.height, box->origin.y);
  }
  lines = gsk_path_builder_to_path (builder);
  gtk_snapshot_push_rounded_clip (pen->snapshot, shape);
  gtk_snapshot_append_stroke (pen->snapshot, lines, stroke, colour);
  gtk_snapshot_pop (pen->snapshot);
}

static void
draw_box (Pen *pen, double x, double y, double width, double height, const GdkRGBA *colour, gboolean hatched)
{
  graphene_rect_t box;
  GskRoundedRect shape;
  float border[4] = {1, 1, 1, 1};
  GdkRGBA edges[4] = {pen->text, pen->text, pen->text, pen->text};

  if (width <= 0 || height <= 0)
    return;
  graphene_rect_init (&box, (float) (pen->mirrored ? pen->width - x - width : x), (float) y, (float) width,
                      (float) height);
  gsk_rounded_rect_init_from_rect (&shape, &box, (float) MIN (RADIUS, MIN (width, height) / 2));
  if (!hatched) {
    gtk_snapshot_push_rounded_clip (pen->snapshot, &shape);
    gtk_snapshot_append_color (pen->snapshot, colour, &box);
    gtk_snapshot_pop (pen->snapshot);
    return;
  }
  draw_hatching (pen, &shape, &pen->text);
  gtk_snapshot_append_border (pen->snapshot, &shape, border, edges);
}

typedef enum { AT_START, AT_END, AT_CENTRE } Placing;

// Text within a width, cut where it is too long; y is its middle where centred upright, its top otherwise.
static void
draw_text (CeciChart *self, Pen *pen, const char *text, double x, double y, double width, Placing placing,
           gboolean from_middle)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int text_width, text_height;
  double left = x;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_height (layout, -1);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  pango_layout_set_width (layout, (int) (MIN (text_width + 1, MAX (width, 1)) * PANGO_SCALE));
  if (placing == AT_END)
    left = x + width - text_width;
  else if (placing == AT_CENTRE)
    left = x + (width - text_width) / 2;
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot,
                          &GRAPHENE_POINT_INIT ((float) (pen->mirrored ? pen->width - left - text_width : left),
                                                (float) (from_middle ? y - text_height / 2.0 : y)));
  gtk_snapshot_append_layout (pen->snapshot, layout, &pen->text);
  gtk_snapshot_restore (pen->snapshot);
}

static int
text_width_of (CeciChart *self, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static int
line_height (CeciChart *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

// The room that the figures need at the bars' ends.
static double
widest_text (CeciChart *self)
{
  int widest = 0;

  for (guint i = 0; i < self->bars->len; i++) {
    Bar *bar = self->bars->pdata[i];

    widest = MAX (widest, text_width_of (self, bar->text));
    if (bar->compared >= 0)
      widest = MAX (widest, text_width_of (self, bar->compared_text));
  }
  return widest;
}

static int
row_height (CeciChart *self)
{
  int bar = MAX (ROW_BAR, line_height (self));

  return is_compared (self) ? 2 * bar + BAR_GAP : bar;
}

static void
draw_row_bar (CeciChart *self, Pen *pen, double x, double y, double room, double share, const char *text,
              gboolean compared)
{
  double thickness = compared ? ROW_BAR * 0.7 : ROW_BAR;
  double length = MAX (share * room, 2);

  draw_box (pen, x, y - thickness / 2, length, thickness, compared ? &pen->tint : &pen->accent,
            compared && pen->hatched);
  draw_text (self, pen, text, x + length + TEXT_SPACE, y, pen->width - x - length - TEXT_SPACE, AT_START, TRUE);
}

static void
draw_rows (CeciChart *self, Pen *pen)
{
  double names = pen->width * NAME_SHARE;
  double room = MAX (pen->width - names - widest_text (self) - 3 * TEXT_SPACE, 20);
  double largest = largest_value (self);
  int height = row_height (self), bar_height = MAX (ROW_BAR, line_height (self));

  for (guint i = 0; i < self->bars->len; i++) {
    Bar *bar = self->bars->pdata[i];
    double top = i * (height + ROW_GAP);

    draw_text (self, pen, bar->group, 0, top + bar_height / 2.0, names - TEXT_SPACE, AT_END, TRUE);
    draw_row_bar (self, pen, names + TEXT_SPACE, top + bar_height / 2.0, room, bar->value / largest, bar->text, FALSE);
    if (bar->compared >= 0)
      draw_row_bar (self, pen, names + TEXT_SPACE, top + bar_height * 1.5 + BAR_GAP, room, bar->compared / largest,
                    bar->compared_text, TRUE);
  }
}

static void
draw_columns (CeciChart *self, Pen *pen)
{
  int line = line_height (self);
  double largest = largest_value (self);
  double step = pen->width / MAX (self->bars->len, 1);
  double width = MIN (step * 0.7, COLUMN_WIDEST);
  double floor = COLUMNS_HEIGHT - line - TEXT_SPACE, room = floor - line - TEXT_SPACE;
  int widest = 0;
  guint every;

  for (guint i = 0; i < self->bars->len; i++)
    widest = MAX (widest, text_width_of (self, ((Bar *) self->bars->pdata[i])->group));
  every = MAX (1, MIN ((guint) (widest / (step * 1.6)) + 1, self->bars->len)); // names that would overlap are left out
  draw_box (pen, 0, floor, pen->width, 1, &pen->track, FALSE);
  for (guint i = 0; i < self->bars->len; i++) {
    Bar *bar = self->bars->pdata[i];
    double left = i * step, height = bar->value / largest * room;

    draw_box (pen, left + (step - width) / 2, floor - height, width, height, &pen->accent, FALSE);
    draw_text (self, pen, bar->text, left, floor - height - line - 2, step, AT_CENTRE, FALSE);
    if (i % every == 0)
      draw_text (self, pen, bar->group, left - (every - 1) * step / 2, floor + TEXT_SPACE, step * every, AT_CENTRE,
                 FALSE);
  }
}

static void
ceci_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CeciChart *self = CECI_CHART (widget);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);
  Pen pen = {.snapshot = snapshot, .accent = *accent, .tint = *accent, .width = gtk_widget_get_width (widget)};

  gtk_widget_get_color (widget, &pen.text);
  pen.tint.alpha = 0.4f;
  pen.track = pen.text;
  pen.track.alpha = 0.3f;
  pen.hatched = adw_style_manager_get_high_contrast (style);
  pen.mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  if (self->shape == CECI_CHART_ROWS)
    draw_rows (self, &pen);
  else
    draw_columns (self, &pen);
}

static void
ceci_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  CeciChart *self = CECI_CHART (widget);
  int n = (int) self->bars->len;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = LEAST_WIDTH;
    *natural = 2 * LEAST_WIDTH;
  } else
    *minimum = *natural =
        self->shape == CECI_CHART_COLUMNS ? COLUMNS_HEIGHT : MAX (n * (row_height (self) + ROW_GAP) - ROW_GAP, 0);
}

static void
ceci_chart_finalize (GObject *object)
{
  g_ptr_array_unref (CECI_CHART (object)->bars);
  G_OBJECT_CLASS (ceci_chart_parent_class)->finalize (object);
}

static void
ceci_chart_class_init (CeciChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ceci_chart_finalize;
  widget_class->snapshot = ceci_chart_snapshot;
  widget_class->measure = ceci_chart_measure;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ceci_chart_init (CeciChart *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->bars = g_ptr_array_new_with_free_func (bar_free);
  g_signal_connect_object (style, "notify::accent-color", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ceci_chart_new (CeciChartShape shape)
{
  CeciChart *self = g_object_new (CECI_TYPE_CHART, NULL);

  self->shape = shape;
  return GTK_WIDGET (self);
}

void
ceci_chart_clear (CeciChart *self)
{
  g_ptr_array_set_size (self->bars, 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ceci_chart_add:
 * @self: a chart
 * @group: what the bar stands for
 * @value: its length, in any unit that all bars share
 * @text: its figure, in words
 * @compared: the length of the bar beneath; negative: there is none
 * @compared_text: (nullable): its figure
 */
void
ceci_chart_add (CeciChart *self, const char *group, double value, const char *text, double compared,
                const char *compared_text)
{
  Bar *bar = g_new0 (Bar, 1);

  bar->group = g_strdup (group);
  bar->value = value;
  bar->text = g_strdup (text);
  bar->compared = compared;
  bar->compared_text = g_strdup (compared_text);
  g_ptr_array_add (self->bars, bar);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
ceci_chart_describe (CeciChart *self, const char *title, const char *summary)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
}
