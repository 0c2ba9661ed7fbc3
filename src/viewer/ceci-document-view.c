// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a document and shows its pages, or says why it can't. A second renderer reads the text of the page being read,
// for screen readers, so that it never waits behind a drawing nor a drawing behind it.
#include "config.h"

#include "ceci-document-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ceci-document-keys.h"
#include "ceci-page-canvas.h"
#include "viewer-resources.h"

#define ZOOM_STEP 1.25
#define READ_AFTER_MS 250 // when the page stays the same that long, its text is fetched
#define TEXT_LENGTH 6000  // characters told to a screen reader at once

struct _CeciDocumentView {
  GtkWidget parent;
  GtkStack *stack;
  AdwBanner *banner;
  AdwStatusPage *message;
  GtkWidget *open_withheld;
  CeciPageCanvas *canvas;
  GBytes *document;
  CeciRenderer *renderer;
  CeciRenderer *reader;
  GCancellable *opening;
  GCancellable *reading;
  guint read_soon;
  char *label;
};

enum { PROP_0, PROP_DOCUMENT, PROP_PAGE, PROP_N_PAGES, PROP_ZOOM, PROP_FIT, PROP_SELECTING, PROP_LABEL, N_PROPS };
enum { SIGNAL_REGION_SELECTED, SIGNAL_NOTE_ACTIVATED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ENUM_TYPE (CeciFit, ceci_fit, G_DEFINE_ENUM_VALUE (CECI_FIT_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (CECI_FIT_WIDTH, "width"), G_DEFINE_ENUM_VALUE (CECI_FIT_PAGE, "page"))
G_DEFINE_FINAL_TYPE (CeciDocumentView, ceci_document_view, GTK_TYPE_WIDGET)

static void
cancel (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

// --- what a screen reader hears ----------------------------------------------

static void
on_text (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *text = ceci_renderer_text_finish (CECI_RENDERER (source), result, NULL);
  g_autofree char *shown = NULL;
  CeciDocumentView *self;

  if (text == NULL)
    return;
  self = user_data;
  g_clear_object (&self->reading);
  shown = g_utf8_strlen (text, -1) > TEXT_LENGTH ? g_utf8_substring (text, 0, TEXT_LENGTH) : g_steal_pointer (&text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, shown, -1);
}

static gboolean
read_page (gpointer user_data)
{
  CeciDocumentView *self = user_data;

  self->read_soon = 0;
  if (self->reader == NULL) {
    self->reader = ceci_renderer_new (self->document);
    ceci_renderer_set_trusting (self->reader, TRUE); // it is on screen: that was decided
  }
  self->reading = g_cancellable_new ();
  ceci_renderer_text_async (self->reader, ceci_page_canvas_get_page (self->canvas), self->reading, on_text, self);
  return G_SOURCE_REMOVE;
}

static void
update_label (CeciDocumentView *self)
{
  guint n_pages = ceci_page_canvas_get_n_pages (self->canvas);
  g_autofree char *label =
      n_pages > 0 ? g_strdup_printf (_ ("Page %u of %u"), ceci_page_canvas_get_page (self->canvas) + 1, n_pages) : NULL;

  cancel (&self->reading);
  g_clear_handle_id (&self->read_soon, g_source_remove);
  if (n_pages > 0) {
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    self->read_soon = g_timeout_add (READ_AFTER_MS, read_page, self);
  }
  if (g_set_str (&self->label, label))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

// --- opening -------------------------------------------------------------------

static void
show_message (CeciDocumentView *self, const char *icon, const char *title, const char *detail)
{
  g_autofree char *escaped = detail != NULL ? g_markup_escape_text (detail, -1) : NULL;

  gtk_widget_set_visible (self->open_withheld, FALSE);
  adw_status_page_set_icon_name (self->message, icon);
  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message, escaped);
  gtk_stack_set_visible_child_name (self->stack, "message");
}

static const char *
title_for (CeciDocumentHealth health)
{
  switch (health) {
  case CECI_DOCUMENT_HEALTH_ENCRYPTED:
    return _ ("Protected by a password");
  case CECI_DOCUMENT_HEALTH_EMPTY:
    return _ ("Nothing in this document");
  case CECI_DOCUMENT_HEALTH_NOT_PDF:
    return _ ("Not a PDF");
  case CECI_DOCUMENT_HEALTH_DAMAGED:
    return _ ("Damaged document");
  case CECI_DOCUMENT_HEALTH_UNKNOWN:
  case CECI_DOCUMENT_HEALTH_FINE:
  default:
    return _ ("This document cannot be shown");
  }
}

// Isolation first: nobody reads a stranger's document unprotected without being told.
static void
update_banner (CeciDocumentView *self, const CeciInspection *inspection)
{
  const char *text = NULL;

  if (!ceci_inspection_is_isolated (inspection))
    text = _ ("This system cannot isolate documents completely. Open only documents whose origin you trust.");
  else if (inspection->health == CECI_DOCUMENT_HEALTH_DAMAGED)
    text = inspection->detail;
  adw_banner_set_title (self->banner, text != NULL ? text : "");
  adw_banner_set_revealed (self->banner, text != NULL);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciInspection) inspection = ceci_renderer_open_finish (CECI_RENDERER (source), result, &error);
  CeciDocumentView *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = user_data;
  g_clear_object (&self->opening);
  if (inspection == NULL)
    show_message (self, "dialog-error-symbolic", title_for (CECI_DOCUMENT_HEALTH_UNKNOWN), error->message);
  else if (inspection->n_pages == 0) {
    show_message (self,
                  inspection->health == CECI_DOCUMENT_HEALTH_ENCRYPTED ? "channel-secure-symbolic"
                                                                       : "dialog-warning-symbolic",
                  title_for (inspection->health), inspection->detail);
    gtk_widget_set_visible (self->open_withheld, inspection->withheld);
  } else {
    update_banner (self, inspection);
    gtk_stack_set_visible_child_name (self->stack, "pages");
    ceci_page_canvas_set_renderer (self->canvas, self->renderer, inspection->n_pages);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PAGES]);
  }
  update_label (self);
}

static void
open_document (CeciDocumentView *self, gboolean trusting)
{
  self->renderer = ceci_renderer_new (self->document);
  ceci_renderer_set_trusting (self->renderer, trusting);
  self->opening = g_cancellable_new ();
  ceci_renderer_open_async (self->renderer, self->opening, on_opened, self);
}

// The person was told that isolation is not complete, and decides.
static void
open_withheld (CeciDocumentView *self)
{
  cancel (&self->opening);
  g_clear_object (&self->renderer);
  gtk_stack_set_visible_child_name (self->stack, "opening");
  open_document (self, TRUE);
}

static void
forget_document (CeciDocumentView *self)
{
  cancel (&self->opening);
  cancel (&self->reading);
  g_clear_handle_id (&self->read_soon, g_source_remove);
  if (self->canvas != NULL)
    ceci_page_canvas_set_renderer (self->canvas, NULL, 0);
  g_clear_object (&self->renderer);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->document, g_bytes_unref);
}

/**
 * ceci_document_view_set_document:
 * @document: (nullable): the bytes of a PDF, good or bad
 *
 * Shows another document from its first page, or nothing. The bytes are read by a separate process only.
 */
void
ceci_document_view_set_document (CeciDocumentView *self, GBytes *document)
{
  if (self->document == document)
    return;
  forget_document (self);
  ceci_page_canvas_set_marks (self->canvas, TRUE, NULL, 0);
  ceci_page_canvas_set_marks (self->canvas, FALSE, NULL, 0);
  if (document != NULL) {
    self->document = g_bytes_ref (document);
    open_document (self, FALSE);
  }
  gtk_stack_set_visible_child_name (self->stack, document != NULL ? "opening" : "nothing");
  update_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PAGES]);
}

// --- actions ---------------------------------------------------------------------

static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const CeciPageRegion whole = {0, 0, 1, 1};
  CeciDocumentView *self = CECI_DOCUMENT_VIEW (widget);
  guint page = ceci_page_canvas_get_page (self->canvas);
  guint n_pages = ceci_page_canvas_get_n_pages (self->canvas);

  if (n_pages == 0)
    return;
  if (g_str_equal (name, "document.zoom-in"))
    ceci_document_view_set_zoom (self, ceci_document_view_get_zoom (self) * ZOOM_STEP);
  else if (g_str_equal (name, "document.zoom-out"))
    ceci_document_view_set_zoom (self, ceci_document_view_get_zoom (self) / ZOOM_STEP);
  else if (g_str_equal (name, "document.zoom-original"))
    ceci_document_view_set_zoom (self, 1);
  else if (g_str_equal (name, "document.zoom-fit-width"))
    ceci_document_view_set_fit (self, CECI_FIT_WIDTH);
  else if (g_str_equal (name, "document.zoom-fit-page"))
    ceci_document_view_set_fit (self, CECI_FIT_PAGE);
  else if (g_str_equal (name, "document.next-page"))
    ceci_document_view_set_page (self, MIN (page + 1, n_pages - 1));
  else if (g_str_equal (name, "document.previous-page"))
    ceci_document_view_set_page (self, page > 0 ? page - 1 : 0);
  else if (g_str_equal (name, "document.first-page"))
    ceci_document_view_set_page (self, 0);
  else if (g_str_equal (name, "document.last-page"))
    ceci_document_view_set_page (self, n_pages - 1);
  else if (g_str_equal (name, "document.select-page"))
    g_signal_emit (self, signals[SIGNAL_REGION_SELECTED], 0, page, whole.x, whole.y, whole.width, whole.height);
}

static void
on_scroll_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  double screens, steps, sideways;

  g_variant_get (parameter, "(ddd)", &screens, &steps, &sideways);
  ceci_page_canvas_scroll (CECI_DOCUMENT_VIEW (widget)->canvas, screens, steps, sideways);
}

static void
on_canvas_notify (GObject *canvas, GParamSpec *pspec, CeciDocumentView *self)
{
  static const guint passed_on[] = {PROP_PAGE, PROP_ZOOM, PROP_FIT, PROP_SELECTING};

  for (gsize i = 0; i < G_N_ELEMENTS (passed_on); i++)
    if (g_str_equal (pspec->name, properties[passed_on[i]]->name))
      g_object_notify_by_pspec (G_OBJECT (self), properties[passed_on[i]]);
  if (g_str_equal (pspec->name, "page"))
    update_label (self);
}

static void
on_region_selected (CeciPageCanvas *canvas, guint page, double x, double y, double width, double height,
                    CeciDocumentView *self)
{
  g_signal_emit (self, signals[SIGNAL_REGION_SELECTED], 0, page, x, y, width, height);
}

static void
on_note_activated (CeciPageCanvas *canvas, const char *id, CeciDocumentView *self)
{
  g_signal_emit (self, signals[SIGNAL_NOTE_ACTIVATED], 0, id);
}

// --- the object --------------------------------------------------------------------

static gboolean
ceci_document_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CECI_DOCUMENT_VIEW (widget)->canvas));
}

static void
ceci_document_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CeciDocumentView *self = CECI_DOCUMENT_VIEW (object);

  switch (id) {
  case PROP_DOCUMENT:
    g_value_set_boxed (value, self->document);
    break;
  case PROP_PAGE:
    g_value_set_uint (value, ceci_document_view_get_page (self));
    break;
  case PROP_N_PAGES:
    g_value_set_uint (value, ceci_document_view_get_n_pages (self));
    break;
  case PROP_ZOOM:
    g_value_set_double (value, ceci_document_view_get_zoom (self));
    break;
  case PROP_FIT:
    g_value_set_enum (value, (int) ceci_document_view_get_fit (self));
    break;
  case PROP_SELECTING:
    g_value_set_boolean (value, ceci_document_view_get_selecting (self));
    break;
  case PROP_LABEL:
    g_value_set_string (value, self->label);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ceci_document_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CeciDocumentView *self = CECI_DOCUMENT_VIEW (object);

  switch (id) {
  case PROP_DOCUMENT:
    ceci_document_view_set_document (self, g_value_get_boxed (value));
    break;
  case PROP_PAGE:
    ceci_document_view_set_page (self, g_value_get_uint (value));
    break;
  case PROP_ZOOM:
    ceci_document_view_set_zoom (self, g_value_get_double (value));
    break;
  case PROP_FIT:
    ceci_document_view_set_fit (self, (CeciFit) g_value_get_enum (value));
    break;
  case PROP_SELECTING:
    ceci_document_view_set_selecting (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ceci_document_view_dispose (GObject *object)
{
  CeciDocumentView *self = CECI_DOCUMENT_VIEW (object);

  if (self->canvas != NULL)
    g_signal_handlers_disconnect_by_data (self->canvas, self);
  forget_document (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CECI_TYPE_DOCUMENT_VIEW);
  g_clear_pointer (&self->label, g_free);
  G_OBJECT_CLASS (ceci_document_view_parent_class)->dispose (object);
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  g_resources_register (
      ceci_viewer_get_resource ()); // named, or the linker would leave the resources of a static library out
  gtk_css_provider_load_from_resource (provider, "/be/ulb/Ceci/viewer/viewer.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_DOCUMENT] = g_param_spec_boxed ("document", NULL, NULL, G_TYPE_BYTES, flags);
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_PAGES] =
      g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, CECI_ZOOM_MIN, CECI_ZOOM_MAX, 1, flags);
  properties[PROP_FIT] = g_param_spec_enum ("fit", NULL, NULL, CECI_TYPE_FIT, CECI_FIT_WIDTH, flags);
  properties[PROP_SELECTING] = g_param_spec_boolean ("selecting", NULL, NULL, FALSE, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ceci_document_view_class_init (CeciDocumentViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ceci_document_view_get_property;
  object_class->set_property = ceci_document_view_set_property;
  object_class->dispose = ceci_document_view_dispose;
  widget_class->grab_focus = ceci_document_view_grab_focus;
  install_properties (object_class);
  signals[SIGNAL_REGION_SELECTED] =
      g_signal_new ("region-selected", CECI_TYPE_DOCUMENT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 5,
                    G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[SIGNAL_NOTE_ACTIVATED] = g_signal_new ("note-activated", CECI_TYPE_DOCUMENT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  load_style ();
  g_type_ensure (CECI_TYPE_PAGE_CANVAS);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/viewer/ceci-document-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentView, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentView, banner);
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentView, message);
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentView, open_withheld);
  gtk_widget_class_bind_template_callback (widget_class, open_withheld);
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentView, canvas);
  for (guint i = 0; ceci_document_actions[i] != NULL; i++)
    gtk_widget_class_install_action (widget_class, ceci_document_actions[i], NULL, on_action);
  gtk_widget_class_install_action (widget_class, "document.scroll", "(ddd)", on_scroll_action);
  gtk_widget_class_set_css_name (widget_class, "documentview");
}

static void
ceci_document_view_init (CeciDocumentView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->canvas, "notify", G_CALLBACK (on_canvas_notify), self);
  g_signal_connect (self->canvas, "region-selected", G_CALLBACK (on_region_selected), self);
  g_signal_connect (self->canvas, "note-activated", G_CALLBACK (on_note_activated), self);
}

GtkWidget *
ceci_document_view_new (void)
{
  return g_object_new (CECI_TYPE_DOCUMENT_VIEW, NULL);
}

GBytes *
ceci_document_view_get_document (CeciDocumentView *self)
{
  return self->document;
}

const CeciInspection *
ceci_document_view_get_inspection (CeciDocumentView *self)
{
  return self->renderer != NULL ? ceci_renderer_get_inspection (self->renderer) : NULL;
}

void
ceci_document_view_set_page (CeciDocumentView *self, guint page)
{
  ceci_page_canvas_set_page (self->canvas, page);
}

guint
ceci_document_view_get_page (CeciDocumentView *self)
{
  return ceci_page_canvas_get_page (self->canvas);
}

guint
ceci_document_view_get_n_pages (CeciDocumentView *self)
{
  return ceci_page_canvas_get_n_pages (self->canvas);
}

void
ceci_document_view_set_zoom (CeciDocumentView *self, double zoom)
{
  ceci_page_canvas_set_zoom (self->canvas, zoom);
}

double
ceci_document_view_get_zoom (CeciDocumentView *self)
{
  return ceci_page_canvas_get_zoom (self->canvas);
}

void
ceci_document_view_set_fit (CeciDocumentView *self, CeciFit fit)
{
  ceci_page_canvas_set_fit (self->canvas, fit);
}

CeciFit
ceci_document_view_get_fit (CeciDocumentView *self)
{
  return ceci_page_canvas_get_fit (self->canvas);
}

void
ceci_document_view_set_selecting (CeciDocumentView *self, gboolean selecting)
{
  ceci_page_canvas_set_selecting (self->canvas, selecting);
}

gboolean
ceci_document_view_get_selecting (CeciDocumentView *self)
{
  return ceci_page_canvas_get_selecting (self->canvas);
}

void
ceci_document_view_set_notes (CeciDocumentView *self, const CeciPageMark *notes, guint n_notes)
{
  ceci_page_canvas_set_marks (self->canvas, TRUE, notes, n_notes);
}

void
ceci_document_view_set_hits (CeciDocumentView *self, const CeciPageMark *hits, guint n_hits)
{
  ceci_page_canvas_set_marks (self->canvas, FALSE, hits, n_hits);
}

void
ceci_document_view_reveal (CeciDocumentView *self, guint page, const CeciPageRegion *region)
{
  ceci_page_canvas_reveal (self->canvas, page, region);
}

gboolean
ceci_document_view_is_settled (CeciDocumentView *self)
{
  const char *shown = gtk_stack_get_visible_child_name (self->stack);

  return g_strcmp0 (shown, "pages") == 0 ? ceci_page_canvas_is_sharp (self->canvas) : g_strcmp0 (shown, "opening") != 0;
}
