// SPDX-License-Identifier: GPL-3.0-or-later
// The bar under a document view and the find bar over it. What it does, the view does: this only offers it.
#include "config.h"

#include "ceci-document-pane.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ceci-document-keys.h"
#include "ceci-document-search.h"

struct _CeciDocumentPane {
  GtkWidget parent;
  AdwToolbarView *toolbar;
  CeciDocumentView *view;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkLabel *hits_label;
  GtkEntry *page_entry;
  GtkLabel *pages_label;
  CeciDocumentSearch *search;
  guint hit;       // the current one
  gboolean chosen; // the current one was gone to
};

enum { PROP_0, PROP_DOCUMENT, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CeciDocumentPane, ceci_document_pane, GTK_TYPE_WIDGET)

// --- finding -------------------------------------------------------------------

static void
update_hits_label (CeciDocumentPane *self, guint n_hits)
{
  g_autofree char *text = NULL;

  if (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))[0] == '\0')
    text = g_strdup ("");
  else if (n_hits > 0)
    text = g_strdup_printf (_ ("%u of %u"), self->hit + 1, n_hits);
  else
    text = g_strdup (ceci_document_search_is_done (self->search) ? _ ("No hit") : _ ("Searching…"));
  gtk_label_set_label (self->hits_label, text);
}

// Shows the hits, and goes to the current one unless that was done.
static void
show_hits (CeciDocumentPane *self)
{
  guint n_hits;
  const CeciPageMark *hits = ceci_document_search_get_hits (self->search, &n_hits);
  g_autofree CeciPageMark *marks = n_hits > 0 ? g_memdup2 (hits, n_hits * sizeof *hits) : NULL;

  if (n_hits > 0) {
    self->hit = MIN (self->hit, n_hits - 1);
    marks[self->hit].kind = CECI_MARK_CURRENT;
  }
  ceci_document_view_set_hits (self->view, marks, n_hits);
  if (n_hits > 0 && !self->chosen) {
    self->chosen = TRUE;
    ceci_document_view_reveal (self->view, marks[self->hit].page, &marks[self->hit].region);
  }
  update_hits_label (self, n_hits);
}

// The first hit to be shown is the first one from the page being read on.
static void
on_search_advanced (CeciDocumentSearch *search, CeciDocumentPane *self)
{
  guint n_hits;
  const CeciPageMark *hits = ceci_document_search_get_hits (search, &n_hits);
  guint page = ceci_document_view_get_page (self->view);

  if (!self->chosen)
    for (self->hit = 0; self->hit < n_hits && hits[self->hit].page < page;)
      self->hit++;
  if (!self->chosen && self->hit == n_hits) {
    if (!ceci_document_search_is_done (search)) {
      update_hits_label (self, 0);
      return; // perhaps further on
    }
    self->hit = 0;
  }
  show_hits (self);
}

static void
forget_search (CeciDocumentPane *self)
{
  if (self->search != NULL)
    g_signal_handlers_disconnect_by_data (self->search, self);
  g_clear_object (&self->search);
}

static void
on_search_changed (GtkSearchEntry *entry, CeciDocumentPane *self)
{
  GBytes *document = ceci_document_view_get_document (self->view);
  guint n_pages = ceci_document_view_get_n_pages (self->view);

  if (document == NULL || n_pages == 0)
    return;
  if (self->search == NULL) {
    self->search = ceci_document_search_new (document, n_pages);
    g_signal_connect (self->search, "changed", G_CALLBACK (on_search_advanced), self);
  }
  self->chosen = FALSE;
  self->hit = 0;
  ceci_document_search_start (self->search, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
move_hit (CeciDocumentPane *self, gboolean forward)
{
  guint n_hits = 0;

  if (self->search != NULL)
    ceci_document_search_get_hits (self->search, &n_hits);
  if (n_hits == 0)
    return;
  self->hit = (self->hit + (forward ? 1 : n_hits - 1)) % n_hits;
  self->chosen = FALSE;
  show_hits (self);
}

static void
on_next_hit (GtkWidget *widget, CeciDocumentPane *self)
{
  move_hit (self, TRUE);
}

static void
on_previous_hit (GtkWidget *widget, CeciDocumentPane *self)
{
  move_hit (self, FALSE);
}

static void
on_stop_search (GtkSearchEntry *entry, CeciDocumentPane *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_search_mode (GtkSearchBar *bar, GParamSpec *pspec, CeciDocumentPane *self)
{
  if (gtk_search_bar_get_search_mode (bar)) {
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
    return;
  }
  forget_search (self);
  ceci_document_view_set_hits (self->view, NULL, 0);
  gtk_label_set_label (self->hits_label, "");
}

static void
on_find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_search_bar_set_search_mode (CECI_DOCUMENT_PANE (widget)->search_bar, TRUE);
}

// --- pages ---------------------------------------------------------------------

static void
update_page (CeciDocumentPane *self)
{
  guint n_pages = ceci_document_view_get_n_pages (self->view);
  g_autofree char *page =
      n_pages > 0 ? g_strdup_printf ("%u", ceci_document_view_get_page (self->view) + 1) : g_strdup ("");
  // Translators: after the number of the page being read: «3 / 12»
  g_autofree char *total = n_pages > 0 ? g_strdup_printf (_ ("/ %u"), n_pages) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (self->page_entry), page);
  gtk_label_set_label (self->pages_label, total);
}

static void
on_view_notify (CeciDocumentView *view, GParamSpec *pspec, CeciDocumentPane *self)
{
  gboolean opened = ceci_document_view_get_n_pages (view) > 0;

  if (g_str_equal (pspec->name, "document")) {
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
    forget_search (self);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
  }
  if (g_str_equal (pspec->name, "n-pages")) {
    for (guint i = 0; ceci_document_actions[i] != NULL; i++)
      gtk_widget_action_set_enabled (GTK_WIDGET (self), ceci_document_actions[i], opened);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.find", opened);
    gtk_widget_set_sensitive (GTK_WIDGET (self->page_entry), opened);
  }
  if (g_str_equal (pspec->name, "n-pages") || g_str_equal (pspec->name, "page"))
    update_page (self);
}

static void
on_page_entered (GtkEntry *entry, CeciDocumentPane *self)
{
  guint64 page;

  if (g_ascii_string_to_unsigned (gtk_editable_get_text (GTK_EDITABLE (entry)), 10, 1,
                                  MAX (ceci_document_view_get_n_pages (self->view), 1), &page, NULL)) {
    ceci_document_view_set_page (self->view, (guint) page - 1);
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  }
  update_page (self);
}

static gboolean
is_fit_width (CeciDocumentPane *self, CeciFit fit)
{
  return fit == CECI_FIT_WIDTH;
}

static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (CECI_DOCUMENT_PANE (widget)->view), name, parameter);
}

// --- the object ------------------------------------------------------------------

static gboolean
ceci_document_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CECI_DOCUMENT_PANE (widget)->view));
}

static void
ceci_document_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DOCUMENT)
    g_value_set_boxed (value, ceci_document_pane_get_document (CECI_DOCUMENT_PANE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ceci_document_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DOCUMENT)
    ceci_document_pane_set_document (CECI_DOCUMENT_PANE (object), g_value_get_boxed (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ceci_document_pane_dispose (GObject *object)
{
  CeciDocumentPane *self = CECI_DOCUMENT_PANE (object);

  forget_search (self);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CECI_TYPE_DOCUMENT_PANE);
  G_OBJECT_CLASS (ceci_document_pane_parent_class)->dispose (object);
}

static void
ceci_document_pane_class_init (CeciDocumentPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ceci_document_pane_get_property;
  object_class->set_property = ceci_document_pane_set_property;
  object_class->dispose = ceci_document_pane_dispose;
  widget_class->grab_focus = ceci_document_pane_grab_focus;
  properties[PROP_DOCUMENT] = g_param_spec_boxed ("document", NULL, NULL, G_TYPE_BYTES,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CECI_TYPE_DOCUMENT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/viewer/ceci-document-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentPane, toolbar); // so that dispose unparents it
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentPane, view);
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentPane, search_bar);
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentPane, hits_label);
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentPane, page_entry);
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentPane, pages_label);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_next_hit);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_hit);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_page_entered);
  gtk_widget_class_bind_template_callback (widget_class, is_fit_width);
  for (guint i = 0; ceci_document_actions[i] != NULL; i++)
    gtk_widget_class_install_action (widget_class, ceci_document_actions[i], NULL, on_action);
  gtk_widget_class_install_action (widget_class, "document.find", NULL, on_find);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "document.find", NULL);
  gtk_widget_class_set_css_name (widget_class, "documentpane");
}

static void
ceci_document_pane_init (CeciDocumentPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  g_signal_connect (self->search_bar, "notify::search-mode-enabled", G_CALLBACK (on_search_mode), self);
  g_signal_connect (self->view, "notify", G_CALLBACK (on_view_notify), self);
  g_object_notify (G_OBJECT (self->view), "n-pages");
}

GtkWidget *
ceci_document_pane_new (void)
{
  return g_object_new (CECI_TYPE_DOCUMENT_PANE, NULL);
}

CeciDocumentView *
ceci_document_pane_get_view (CeciDocumentPane *self)
{
  return self->view;
}

void
ceci_document_pane_set_document (CeciDocumentPane *self, GBytes *document)
{
  ceci_document_view_set_document (self->view, document);
}

GBytes *
ceci_document_pane_get_document (CeciDocumentPane *self)
{
  return ceci_document_view_get_document (self->view);
}
