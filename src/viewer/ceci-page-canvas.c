// SPDX-License-Identifier: GPL-3.0-or-later
// Scrolling, zooming about a point, and what is shown on the pages. Drawing them is ceci-page-canvas-drawing.c.
#include "config.h"

#include "ceci-page-canvas-private.h"

#include "ceci-document-keys.h"
#include "ceci-page-marks.h"

#define TEXTURE_BUDGET (128u << 20)
#define ARROW_STEP 60.0
#define CURRENT_AT 0.35 // of the height in sight: the page there is the one being read

enum {
  PROP_0,
  PROP_PAGE,
  PROP_ZOOM,
  PROP_FIT,
  PROP_SELECTING,
  N_PROPS,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};
enum { SIGNAL_REGION_SELECTED, SIGNAL_NOTE_ACTIVATED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (CeciPageCanvas, ceci_page_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

// --- where one is -----------------------------------------------------------

double
ceci_page_canvas_get_offset (CeciPageCanvas *self, GtkOrientation orientation)
{
  return self->adjustments[orientation] != NULL ? gtk_adjustment_get_value (self->adjustments[orientation]) : 0;
}

CeciPageBox
ceci_page_canvas_get_box (CeciPageCanvas *self, guint page)
{
  return ceci_page_layout_box (self->layout, page, gtk_widget_get_width (GTK_WIDGET (self)));
}

static void
on_page_changed (CeciPageCache *cache, guint page, CeciPageCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

// --- scrolling and zooming -----------------------------------------------------

static void
set_current_page (CeciPageCanvas *self, guint page)
{
  if (self->page == page)
    return;
  self->page = page;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
on_scrolled (GtkAdjustment *adjustment, CeciPageCanvas *self)
{
  double y = ceci_page_canvas_get_offset (self, GTK_ORIENTATION_VERTICAL);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->layout == NULL || self->holding_still)
    return;
  if (y != self->last_y)
    self->backwards = y < self->last_y;
  self->last_y = y;
  set_current_page (
      self, ceci_page_layout_page_at (self->layout, y + CURRENT_AT * gtk_widget_get_height (GTK_WIDGET (self))));
  ceci_page_canvas_want_pages (self);
}

static void
configure_one (CeciPageCanvas *self, GtkOrientation orientation, double value, double length, double seen)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double upper = MAX (length, seen);

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (value, 0, upper - seen), 0, upper, ARROW_STEP, seen * 0.9, seen);
}

// Sets both adjustments for the layout as it is now; the current page stays what it is.
static void
configure (CeciPageCanvas *self, double x, double y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double width = self->layout != NULL ? ceci_page_layout_width (self->layout) : 0;
  double height = self->layout != NULL ? ceci_page_layout_height (self->layout) : 0;

  self->holding_still = TRUE;
  configure_one (self, GTK_ORIENTATION_HORIZONTAL, x, width, gtk_widget_get_width (widget));
  configure_one (self, GTK_ORIENTATION_VERTICAL, y, height, gtk_widget_get_height (widget));
  self->last_y = ceci_page_canvas_get_offset (self, GTK_ORIENTATION_VERTICAL);
  self->holding_still = FALSE;
  gtk_widget_queue_draw (widget);
}

typedef struct {
  guint page;
  double x, y; // fractions of that page: may lie outside it
  double screen_x, screen_y;
} Anchor;

static Anchor
anchor_at (CeciPageCanvas *self, double screen_x, double screen_y)
{
  double x = ceci_page_canvas_get_offset (self, GTK_ORIENTATION_HORIZONTAL) + screen_x;
  double y = ceci_page_canvas_get_offset (self, GTK_ORIENTATION_VERTICAL) + screen_y;
  guint page = ceci_page_layout_page_at (self->layout, y);
  CeciPageBox box = ceci_page_canvas_get_box (self, page);

  return (Anchor) {page, (x - box.x) / box.width, (y - box.y) / box.height, screen_x, screen_y};
}

static void
return_to (CeciPageCanvas *self, const Anchor *anchor)
{
  CeciPageBox box = ceci_page_canvas_get_box (self, anchor->page);

  configure (self, box.x + anchor->x * box.width - anchor->screen_x, box.y + anchor->y * box.height - anchor->screen_y);
}

void
ceci_page_canvas_zoom_about (CeciPageCanvas *self, double zoom, double screen_x, double screen_y)
{
  Anchor anchor;

  zoom = CLAMP (zoom, CECI_ZOOM_MIN, CECI_ZOOM_MAX);
  if (self->layout == NULL || zoom == ceci_page_layout_zoom (self->layout))
    return;
  anchor = anchor_at (self, screen_x, screen_y);
  ceci_page_layout_set_zoom (self->layout, zoom);
  return_to (self, &anchor);
  ceci_page_canvas_want_pages_soon (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

void
ceci_page_canvas_leave_fit (CeciPageCanvas *self)
{
  if (self->fit == CECI_FIT_NONE)
    return;
  self->fit = CECI_FIT_NONE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIT]);
}

static void
apply_fit (CeciPageCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->layout == NULL || width == 0 || height == 0)
    return;
  if (self->fit == CECI_FIT_WIDTH)
    ceci_page_canvas_zoom_about (self, ceci_page_layout_fit_width (self->layout, width), 0, 0);
  else if (self->fit == CECI_FIT_PAGE)
    ceci_page_canvas_zoom_about (self, ceci_page_layout_fit_page (self->layout, self->page, width, height), 0, 0);
}

static void
ceci_page_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CeciPageCanvas *self = CECI_PAGE_CANVAS (widget);

  apply_fit (self);
  configure (self, ceci_page_canvas_get_offset (self, GTK_ORIENTATION_HORIZONTAL),
             ceci_page_canvas_get_offset (self, GTK_ORIENTATION_VERTICAL));
  if (self->layout != NULL)
    ceci_page_canvas_want_pages (self);
}

// --- the document -----------------------------------------------------------------

static void
on_sized (CeciPageSizes *asked, guint first, GArray *sizes, CeciPageCanvas *self)
{
  Anchor anchor = anchor_at (self, 0, 0);

  if (first == 0 && self->page == 0)
    anchor = (Anchor) {.y = -1e9}; // nobody has scrolled yet: stay at the very top
  ceci_page_layout_set_sizes (self->layout, first, sizes);
  return_to (self, &anchor);
  apply_fit (self);
  ceci_page_canvas_want_pages (self);
}

static void
forget_document (CeciPageCanvas *self)
{
  g_clear_handle_id (&self->settle, g_source_remove);
  if (self->sizes != NULL)
    g_signal_handlers_disconnect_by_data (self->sizes, self);
  g_clear_object (&self->sizes);
  if (self->cache != NULL)
    g_signal_handlers_disconnect_by_data (self->cache, self);
  g_clear_object (&self->cache);
  g_clear_pointer (&self->layout, ceci_page_layout_free);
}

void
ceci_page_canvas_set_renderer (CeciPageCanvas *self, CeciRenderer *renderer, guint n_pages)
{
  double zoom = ceci_page_canvas_get_zoom (self);

  forget_document (self);
  if (renderer != NULL && n_pages > 0) {
    self->cache = ceci_page_cache_new (renderer, TEXTURE_BUDGET);
    g_signal_connect (self->cache, "changed", G_CALLBACK (on_page_changed), self);
    self->layout = ceci_page_layout_new (n_pages);
    ceci_page_layout_set_zoom (self->layout, zoom);
    self->sizes = ceci_page_sizes_new (renderer, n_pages);
    g_signal_connect (self->sizes, "sized", G_CALLBACK (on_sized), self);
  }
  set_current_page (self, 0);
  self->backwards = FALSE;
  configure (self, 0, 0);
}

guint
ceci_page_canvas_get_n_pages (CeciPageCanvas *self)
{
  return self->layout != NULL ? ceci_page_layout_n_pages (self->layout) : 0;
}

static void
scroll_to (CeciPageCanvas *self, guint page, double x, double y)
{
  configure (self, x, y);
  set_current_page (self, page);
  ceci_page_canvas_want_pages (self);
}

void
ceci_page_canvas_set_page (CeciPageCanvas *self, guint page)
{
  if (self->layout == NULL)
    return;
  page = MIN (page, ceci_page_layout_n_pages (self->layout) - 1);
  self->backwards = page < self->page;
  scroll_to (self, page, ceci_page_canvas_get_offset (self, GTK_ORIENTATION_HORIZONTAL),
             ceci_page_canvas_get_box (self, page).y - CECI_PAGE_MARGIN);
}

guint
ceci_page_canvas_get_page (CeciPageCanvas *self)
{
  return self->page;
}

void
ceci_page_canvas_reveal (CeciPageCanvas *self, guint page, const CeciPageRegion *region)
{
  CeciPageBox box;

  if (self->layout == NULL || page >= ceci_page_layout_n_pages (self->layout))
    return;
  box = ceci_page_canvas_get_box (self, page);
  scroll_to (self, page,
             box.x + (region->x + region->width / 2) * box.width - gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
             box.y + (region->y + region->height / 2) * box.height - gtk_widget_get_height (GTK_WIDGET (self)) / 3.0);
}

void
ceci_page_canvas_scroll (CeciPageCanvas *self, double screens, double steps, double sideways)
{
  GtkAdjustment *across = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *down = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (across != NULL && sideways != 0)
    gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + sideways * ARROW_STEP);
  if (down != NULL && (screens != 0 || steps != 0))
    gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) +
                                        screens * gtk_adjustment_get_page_increment (down) + steps * ARROW_STEP);
}

void
ceci_page_canvas_set_zoom (CeciPageCanvas *self, double zoom)
{
  ceci_page_canvas_leave_fit (self);
  ceci_page_canvas_zoom_about (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                               gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

double
ceci_page_canvas_get_zoom (CeciPageCanvas *self)
{
  return self->layout != NULL ? ceci_page_layout_zoom (self->layout) : 1;
}

void
ceci_page_canvas_set_fit (CeciPageCanvas *self, CeciFit fit)
{
  guint page = self->page;

  if (self->fit != fit) {
    self->fit = fit;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIT]);
  }
  apply_fit (self);
  if (fit == CECI_FIT_PAGE)
    ceci_page_canvas_set_page (self, page);
}

CeciFit
ceci_page_canvas_get_fit (CeciPageCanvas *self)
{
  return self->fit;
}

void
ceci_page_canvas_set_selecting (CeciPageCanvas *self, gboolean selecting)
{
  if (self->selecting == selecting)
    return;
  self->selecting = selecting;
  ceci_page_pointer_set_selecting (self->pointer, selecting);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTING]);
}

gboolean
ceci_page_canvas_get_selecting (CeciPageCanvas *self)
{
  return self->selecting;
}

void
ceci_page_canvas_set_marks (CeciPageCanvas *self, gboolean notes, const CeciPageMark *marks, guint n_marks)
{
  GPtrArray **kept = notes ? &self->notes : &self->hits;

  g_ptr_array_unref (*kept);
  *kept = ceci_page_marks_new (marks, n_marks);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ceci_page_canvas_locate:
 * @x: in the widget
 * @y: in the widget
 * @fraction_x: (out): of the page found; outside 0…1 beside it
 * @fraction_y: (out): likewise
 *
 * The page under a place on the screen, or the one above the gap there.
 */
gboolean
ceci_page_canvas_locate (CeciPageCanvas *self, double x, double y, guint *page, double *fraction_x, double *fraction_y)
{
  Anchor anchor;

  if (self->layout == NULL)
    return FALSE;
  anchor = anchor_at (self, x, y);
  *page = anchor.page;
  *fraction_x = anchor.x;
  *fraction_y = anchor.y;
  return TRUE;
}

void
ceci_page_canvas_get_page_size (CeciPageCanvas *self, guint page, double *width, double *height)
{
  CeciPageBox box = ceci_page_canvas_get_box (self, page);

  *width = box.width;
  *height = box.height;
}

const CeciPageMark *
ceci_page_canvas_note_at (CeciPageCanvas *self, double x, double y)
{
  guint page;
  double fraction_x, fraction_y;

  return ceci_page_canvas_locate (self, x, y, &page, &fraction_x, &fraction_y)
             ? ceci_page_marks_at (self->notes, page, fraction_x, fraction_y)
             : NULL;
}

void
ceci_page_canvas_set_dragged (CeciPageCanvas *self, guint page, const CeciPageRegion *region)
{
  self->dragged_page = page;
  self->dragged = region != NULL ? *region : (CeciPageRegion) {0};
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

// --- the object ---------------------------------------------------------------------

static gboolean
on_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  const CeciPageMark *note = by_keyboard ? NULL : ceci_page_canvas_note_at (CECI_PAGE_CANVAS (widget), x, y);

  if (note == NULL || note->text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, note->text);
  return TRUE;
}

static void
set_adjustment (CeciPageCanvas *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect (adjustment, "value-changed", G_CALLBACK (on_scrolled), self);
  configure (self, 0, 0);
}

static void
ceci_page_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CeciPageCanvas *self = CECI_PAGE_CANVAS (object);

  switch (id) {
  case PROP_PAGE:
    g_value_set_uint (value, self->page);
    break;
  case PROP_ZOOM:
    g_value_set_double (value, ceci_page_canvas_get_zoom (self));
    break;
  case PROP_FIT:
    g_value_set_enum (value, (int) self->fit);
    break;
  case PROP_SELECTING:
    g_value_set_boolean (value, self->selecting);
    break;
  case PROP_HADJUSTMENT:
    g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
    break;
  case PROP_VADJUSTMENT:
    g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
    break;
  case PROP_HSCROLL_POLICY:
    g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_HORIZONTAL]);
    break;
  case PROP_VSCROLL_POLICY:
    g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_VERTICAL]);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ceci_page_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CeciPageCanvas *self = CECI_PAGE_CANVAS (object);

  switch (id) {
  case PROP_PAGE:
    ceci_page_canvas_set_page (self, g_value_get_uint (value));
    break;
  case PROP_ZOOM:
    ceci_page_canvas_set_zoom (self, g_value_get_double (value));
    break;
  case PROP_FIT:
    ceci_page_canvas_set_fit (self, (CeciFit) g_value_get_enum (value));
    break;
  case PROP_SELECTING:
    ceci_page_canvas_set_selecting (self, g_value_get_boolean (value));
    break;
  case PROP_HADJUSTMENT:
    set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
    break;
  case PROP_VADJUSTMENT:
    set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
    break;
  case PROP_HSCROLL_POLICY:
    self->policies[GTK_ORIENTATION_HORIZONTAL] = (GtkScrollablePolicy) g_value_get_enum (value);
    break;
  case PROP_VSCROLL_POLICY:
    self->policies[GTK_ORIENTATION_VERTICAL] = (GtkScrollablePolicy) g_value_get_enum (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ceci_page_canvas_dispose (GObject *object)
{
  CeciPageCanvas *self = CECI_PAGE_CANVAS (object);

  forget_document (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++) {
    if (self->adjustments[i] != NULL)
      g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
    g_clear_object (&self->adjustments[i]);
  }
  g_clear_object (&self->pointer);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  G_OBJECT_CLASS (ceci_page_canvas_parent_class)->dispose (object);
}

static void
ceci_page_canvas_class_init (CeciPageCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ceci_page_canvas_get_property;
  object_class->set_property = ceci_page_canvas_set_property;
  object_class->dispose = ceci_page_canvas_dispose;
  widget_class->size_allocate = ceci_page_canvas_size_allocate;
  widget_class->snapshot = ceci_page_canvas_snapshot;
  widget_class->query_tooltip = on_query_tooltip;

  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, CECI_ZOOM_MIN, CECI_ZOOM_MAX, 1, flags);
  properties[PROP_FIT] = g_param_spec_enum ("fit", NULL, NULL, CECI_TYPE_FIT, CECI_FIT_WIDTH, flags);
  properties[PROP_SELECTING] = g_param_spec_boolean ("selecting", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[SIGNAL_REGION_SELECTED] =
      g_signal_new ("region-selected", CECI_TYPE_PAGE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 5,
                    G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[SIGNAL_NOTE_ACTIVATED] = g_signal_new ("note-activated", CECI_TYPE_PAGE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  ceci_document_keys_install (widget_class);
  gtk_widget_class_set_css_name (widget_class, "pagecanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
ceci_page_canvas_init (CeciPageCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->fit = CECI_FIT_WIDTH;
  self->notes = ceci_page_marks_new (NULL, 0);
  self->hits = ceci_page_marks_new (NULL, 0);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  self->pointer = ceci_page_pointer_new (self);
}

GtkWidget *
ceci_page_canvas_new (void)
{
  return g_object_new (CECI_TYPE_PAGE_CANVAS, NULL);
}
