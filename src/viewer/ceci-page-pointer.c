// SPDX-License-Identifier: GPL-3.0-or-later
// Event controllers on the canvas, and what they remember between two events.
#include "config.h"

#include "ceci-page-pointer.h"

#include <math.h>

#define ZOOM_STEP 1.2
#define SMALLEST_REGION 6.0 // pixels: anything less is a click

struct _CeciPagePointer {
  GObject parent;
  CeciPageCanvas *canvas; // unowned
  GtkGesture *drag;
  double pinch_zoom;
  double x, y; // where the pointer is
  gboolean selecting;
  gboolean dragging;
  guint page;              // where the drag began
  double begin_x, begin_y; // fractions of that page
  CeciPageRegion region;
};

G_DEFINE_FINAL_TYPE (CeciPagePointer, ceci_page_pointer, G_TYPE_OBJECT)

static gboolean
on_wheel (GtkEventControllerScroll *controller, double dx, double dy, CeciPagePointer *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  ceci_page_canvas_leave_fit (self->canvas);
  ceci_page_canvas_zoom_about (self->canvas, ceci_page_canvas_get_zoom (self->canvas) * pow (ZOOM_STEP, -dy), self->x,
                               self->y);
  return GDK_EVENT_STOP;
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, CeciPagePointer *self)
{
  self->x = x;
  self->y = y;
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, CeciPagePointer *self)
{
  self->pinch_zoom = ceci_page_canvas_get_zoom (self->canvas);
  ceci_page_canvas_leave_fit (self->canvas);
}

static void
on_pinch (GtkGestureZoom *gesture, double scale, CeciPagePointer *self)
{
  double x = 0, y = 0;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  ceci_page_canvas_zoom_about (self->canvas, self->pinch_zoom * scale, x, y);
}

static void
on_click (GtkGestureClick *gesture, int n_presses, double x, double y, CeciPagePointer *self)
{
  const CeciPageMark *note = self->selecting ? NULL : ceci_page_canvas_note_at (self->canvas, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  if (note != NULL && note->id != NULL)
    g_signal_emit_by_name (self->canvas, "note-activated", note->id);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, CeciPagePointer *self)
{
  self->region = (CeciPageRegion) {0};
  self->dragging = ceci_page_canvas_locate (self->canvas, x, y, &self->page, &self->begin_x, &self->begin_y);
  self->begin_x = CLAMP (self->begin_x, 0, 1);
  self->begin_y = CLAMP (self->begin_y, 0, 1);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, CeciPagePointer *self)
{
  double width, height, x, y;

  if (!self->dragging || self->page >= ceci_page_canvas_get_n_pages (self->canvas))
    return;
  ceci_page_canvas_get_page_size (self->canvas, self->page, &width, &height);
  x = CLAMP (self->begin_x + dx / width, 0, 1);
  y = CLAMP (self->begin_y + dy / height, 0, 1);
  self->region = (CeciPageRegion) {MIN (x, self->begin_x), MIN (y, self->begin_y), fabs (x - self->begin_x),
                                   fabs (y - self->begin_y)};
  ceci_page_canvas_set_dragged (self->canvas, self->page, &self->region);
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, CeciPagePointer *self)
{
  CeciPageRegion region = self->region;
  double width, height;

  ceci_page_canvas_set_dragged (self->canvas, 0, NULL);
  if (!self->dragging || self->page >= ceci_page_canvas_get_n_pages (self->canvas))
    return;
  self->dragging = FALSE;
  ceci_page_canvas_get_page_size (self->canvas, self->page, &width, &height);
  if (region.width * width >= SMALLEST_REGION && region.height * height >= SMALLEST_REGION)
    g_signal_emit_by_name (self->canvas, "region-selected", self->page, region.x, region.y, region.width,
                           region.height);
}

void
ceci_page_pointer_set_selecting (CeciPagePointer *self, gboolean selecting)
{
  self->selecting = selecting;
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->drag),
                                              selecting ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->canvas), selecting ? "crosshair" : NULL);
}

static void
ceci_page_pointer_class_init (CeciPagePointerClass *klass)
{
}

static void
ceci_page_pointer_init (CeciPagePointer *self)
{
}

static void
add (CeciPagePointer *self, GtkEventController *controller, GtkPropagationPhase phase)
{
  gtk_event_controller_set_propagation_phase (controller, phase);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), controller);
}

CeciPagePointer *
ceci_page_pointer_new (CeciPageCanvas *canvas)
{
  CeciPagePointer *self = g_object_new (CECI_TYPE_PAGE_POINTER, NULL);
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->canvas = canvas;
  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (on_wheel), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (on_pinch_begin), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (on_pinch), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_click), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->drag, "drag-begin", G_CALLBACK (on_drag_begin), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->drag, "drag-update", G_CALLBACK (on_drag_update), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->drag, "drag-end", G_CALLBACK (on_drag_end), self, G_CONNECT_DEFAULT);
  add (self, wheel, GTK_PHASE_CAPTURE);
  add (self, motion, GTK_PHASE_BUBBLE);
  add (self, GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  add (self, GTK_EVENT_CONTROLLER (click), GTK_PHASE_BUBBLE);
  add (self, GTK_EVENT_CONTROLLER (self->drag), GTK_PHASE_NONE);
  return self;
}
