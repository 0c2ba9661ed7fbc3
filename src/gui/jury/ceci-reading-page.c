// SPDX-License-Identifier: GPL-3.0-or-later
// One dossier being read: its documents, the page, and the grid beside it.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-note-dialog.h"
#include "ceci-reading-page.h"
#include "ceci-scoring-panel.h"
#include "viewer/ceci-document-pane.h"

struct _CeciReadingPage {
  AdwNavigationPage parent_instance;
  CeciPackage *package;
  CeciDossierReading *reading;
  CeciPackageDocument *shown;
  CeciPageNote *wanted; // the note to reveal once its document is shown
  GCancellable *loading;
  gboolean selecting;
  AdwMultiLayoutView *layouts;
  AdwViewSwitcherBar *switcher_bar;
  AdwViewStack *narrow_stack;
  GtkListBox *documents;
  AdwPreferencesGroup *mission;
  AdwPreferencesGroup *follow_up;
  AdwPreferencesGroup *findings;
  CeciDocumentPane *pane;
  CeciScoringPanel *panel;
};

enum { PROP_0, PROP_SELECTING, N_PROPS };
static GParamSpec *properties[N_PROPS];

/**
 * CeciReadingPage::refused:
 * @self: the page
 * @message: a sentence
 *
 * What was asked can't be done, and why.
 */
enum { REFUSED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CeciReadingPage, ceci_reading_page, ADW_TYPE_NAVIGATION_PAGE)

static void
on_refused (CeciReadingPage *self, const char *message)
{
  g_signal_emit (self, signals[REFUSED], 0, message);
}

static CeciPackageDocument *
document_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "document");
}

static gboolean
is_on_shown (CeciReadingPage *self, CeciPageNote *note)
{
  return self->shown != NULL &&
         g_strcmp0 (ceci_page_note_get_document_sha256 (note), ceci_package_document_get_sha256 (self->shown)) == 0;
}

static CeciPageRegion
region_of (CeciPageNote *note)
{
  return (CeciPageRegion) {ceci_page_note_get_x (note), ceci_page_note_get_y (note), ceci_page_note_get_width (note),
                           ceci_page_note_get_height (note)};
}

// --- notes -----------------------------------------------------------------

static void
show_notes (CeciReadingPage *self)
{
  GListModel *notes = ceci_dossier_reading_get_notes (self->reading);
  guint n = g_list_model_get_n_items (notes);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (CeciPageMark));

  for (guint i = 0; i < n; i++) {
    CeciPageNote *note = g_list_model_get_item (notes, i);
    CeciPageMark mark = {CECI_MARK_NOTE, (guint) ceci_page_note_get_page (note), region_of (note),
                         ceci_record_get_id (CECI_RECORD (note)), ceci_page_note_get_text (note)};

    g_ptr_array_add (kept, note);
    if (is_on_shown (self, note))
      g_array_append_val (marks, mark);
  }
  ceci_document_view_set_notes (ceci_document_pane_get_view (self->pane), (CeciPageMark *) (void *) marks->data,
                                marks->len);
}

static void
reveal (CeciReadingPage *self, CeciPageNote *note)
{
  CeciPageRegion region = region_of (note);

  ceci_document_view_reveal (ceci_document_pane_get_view (self->pane), (guint) ceci_page_note_get_page (note), &region);
}

static GtkListBoxRow *
row_with_document (CeciReadingPage *self, const char *sha256)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->documents, i)) != NULL; i++)
    if (g_strcmp0 (ceci_package_document_get_sha256 (document_of (row)), sha256) == 0)
      return row;
  return NULL;
}

static void
on_note_activated (CeciReadingPage *self, CeciPageNote *note)
{
  GtkListBoxRow *row = row_with_document (self, ceci_page_note_get_document_sha256 (note));

  adw_view_stack_set_visible_child_name (self->narrow_stack, "page");
  if (is_on_shown (self, note)) {
    reveal (self, note);
  } else if (row != NULL) {
    g_set_object (&self->wanted, note);
    gtk_list_box_select_row (self->documents, row);
  }
}

static void
on_note_written (CeciNoteDialog *dialog, const char *text, int criterion, CeciReadingPage *self)
{
  g_autoptr (GError) error = NULL;
  guint page;
  CeciPageRegion region = ceci_note_dialog_get_region (dialog, &page);

  if (ceci_dossier_reading_add_note (self->reading, ceci_note_dialog_get_document (dialog), page, region.x, region.y,
                                     region.width, region.height, criterion, text, &error) == NULL)
    on_refused (self, error->message);
}

static void
on_region_selected (CeciReadingPage *self, guint page, double x, double y, double width, double height)
{
  AdwDialog *dialog;

  if (self->shown == NULL)
    return;
  dialog = ceci_note_dialog_new (ceci_dossier_reading_get_grid (self->reading),
                                 ceci_package_document_get_sha256 (self->shown), page,
                                 &(CeciPageRegion) {x, y, width, height});
  g_signal_connect_object (dialog, "written", G_CALLBACK (on_note_written), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

// --- documents -------------------------------------------------------------

static void
on_document_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciReadingPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ceci_package_read_document_finish (CECI_PACKAGE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  ceci_document_pane_set_document (self->pane, bytes);
  if (bytes == NULL) {
    on_refused (self, error->message);
    return;
  }
  show_notes (self);
  if (self->wanted != NULL && is_on_shown (self, self->wanted))
    reveal (self, self->wanted);
  g_clear_object (&self->wanted);
}

static void
on_document_selected (CeciReadingPage *self, GtkListBoxRow *row)
{
  CeciPackageDocument *document = row ? document_of (row) : NULL;

  if (document == NULL || document == self->shown)
    return;
  g_cancellable_cancel (self->loading);
  g_set_object (&self->shown, document);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  ceci_package_read_document_async (self->package, ceci_package_document_get_sha256 (document), self->loading,
                                    on_document_read, g_object_ref (self));
}

static void
on_document_activated (CeciReadingPage *self, GtkListBoxRow *row)
{
  on_document_selected (self, row);
  adw_view_stack_set_visible_child_name (self->narrow_stack, "page");
}

static char *
describe (CeciPackageDocument *document)
{
  const char *kind = ceci_package_document_get_kind_label (document);
  guint pages = (guint) MAX (ceci_package_document_get_pages (document), 0);
  g_autofree char *count = g_strdup_printf (ngettext ("%u page", "%u pages", pages), pages);

  return pages > 0 ? g_strdup_printf ("%s · %s", kind, count) : g_strdup (kind);
}

static GtkWidget *
document_row (CeciPackageDocument *document)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (ceci_package_document_get_title (document));
  g_autofree char *description = describe (document);
  GtkWidget *subtitle = gtk_label_new (description);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_wrap (GTK_LABEL (subtitle), TRUE);
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ceci_package_document_get_title (document), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
  g_object_set_data_full (G_OBJECT (row), "document", g_object_ref (document), g_object_unref);
  return row;
}

static void
add_line (AdwPreferencesGroup *group, const char *title, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (group, row);
}

static void
add_lines (AdwPreferencesGroup *group, GListModel *lines)
{
  guint n = g_list_model_get_n_items (lines);

  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciPackageLine) line = g_list_model_get_item (lines, i);

    add_line (group, ceci_package_line_get_title (line), ceci_package_line_get_text (line));
  }
  gtk_widget_set_visible (GTK_WIDGET (group), n > 0);
}

static void
show_dossier (CeciReadingPage *self)
{
  CeciPackageDossier *dossier = ceci_dossier_reading_get_dossier (self->reading);
  GListModel *documents = ceci_package_dossier_get_documents (dossier);
  const char *organisation = ceci_package_dossier_get_organisation (dossier);
  const char *mission = ceci_package_dossier_get_mission (dossier);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), ceci_package_dossier_get_name (dossier));
  for (guint i = 0; i < g_list_model_get_n_items (documents); i++) {
    g_autoptr (CeciPackageDocument) document = g_list_model_get_item (documents, i);

    gtk_list_box_append (self->documents, document_row (document));
  }
  if (organisation != NULL)
    add_line (self->mission, _ ("Organisation"), organisation);
  if (mission != NULL)
    add_line (self->mission, _ ("Assignment"), mission);
  gtk_widget_set_visible (GTK_WIDGET (self->mission), organisation != NULL || mission != NULL);
  add_lines (self->follow_up, ceci_package_dossier_get_follow_up (dossier));
  add_lines (self->findings, ceci_package_dossier_get_findings (dossier));
}

// The three panes by keyboard: Alt+D, Alt+P, Alt+G, in either layout.
static void
go_to (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CeciReadingPage *self = CECI_READING_PAGE (widget);

  if (g_str_equal (action, "reading.go-to-documents")) {
    GtkListBoxRow *row = gtk_list_box_get_selected_row (self->documents);

    adw_view_stack_set_visible_child_name (self->narrow_stack, "documents");
    gtk_widget_grab_focus (row ? GTK_WIDGET (row) : GTK_WIDGET (self->documents));
  } else if (g_str_equal (action, "reading.go-to-page")) {
    adw_view_stack_set_visible_child_name (self->narrow_stack, "page");
    gtk_widget_grab_focus (GTK_WIDGET (ceci_document_pane_get_view (self->pane)));
  } else {
    adw_view_stack_set_visible_child_name (self->narrow_stack, "grid");
    ceci_scoring_panel_take_focus (self->panel);
  }
}

// --- the class -------------------------------------------------------------

static void
ceci_reading_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_SELECTING:
    g_value_set_boolean (value, CECI_READING_PAGE (object)->selecting);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ceci_reading_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CeciReadingPage *self = CECI_READING_PAGE (object);

  switch (id) {
  case PROP_SELECTING:
    if (self->selecting == g_value_get_boolean (value))
      break;
    self->selecting = g_value_get_boolean (value);
    ceci_document_view_set_selecting (ceci_document_pane_get_view (self->pane), self->selecting);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ceci_reading_page_dispose (GObject *object)
{
  CeciReadingPage *self = CECI_READING_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), CECI_TYPE_READING_PAGE);
  g_clear_object (&self->wanted);
  g_clear_object (&self->shown);
  g_clear_object (&self->reading);
  g_clear_object (&self->package);
  G_OBJECT_CLASS (ceci_reading_page_parent_class)->dispose (object);
}

static void
ceci_reading_page_class_init (CeciReadingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ceci_reading_page_get_property;
  object_class->set_property = ceci_reading_page_set_property;
  object_class->dispose = ceci_reading_page_dispose;
  /**
   * CeciReadingPage:selecting:
   *
   * Whether dragging over the page writes a note.
   */
  properties[PROP_SELECTING] = g_param_spec_boolean (
      "selecting", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "reading.go-to-documents", NULL, go_to);
  gtk_widget_class_install_action (widget_class, "reading.go-to-page", NULL, go_to);
  gtk_widget_class_install_action (widget_class, "reading.go-to-grid", NULL, go_to);

  g_type_ensure (CECI_TYPE_DOCUMENT_PANE);
  g_type_ensure (CECI_TYPE_SCORING_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/jury/ceci-reading-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciReadingPage, layouts);
  gtk_widget_class_bind_template_child (widget_class, CeciReadingPage, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, CeciReadingPage, narrow_stack);
  gtk_widget_class_bind_template_child (widget_class, CeciReadingPage, documents);
  gtk_widget_class_bind_template_child (widget_class, CeciReadingPage, mission);
  gtk_widget_class_bind_template_child (widget_class, CeciReadingPage, follow_up);
  gtk_widget_class_bind_template_child (widget_class, CeciReadingPage, findings);
  gtk_widget_class_bind_template_child (widget_class, CeciReadingPage, pane);
  gtk_widget_class_bind_template_child (widget_class, CeciReadingPage, panel);
  gtk_widget_class_bind_template_callback (widget_class, on_document_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_document_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_refused);
  gtk_widget_class_bind_template_callback (widget_class, on_note_activated);
}

static void
ceci_reading_page_init (CeciReadingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (ceci_document_pane_get_view (self->pane), "region-selected", G_CALLBACK (on_region_selected),
                           self, G_CONNECT_SWAPPED);
}

/**
 * ceci_reading_page_new:
 * @package: the unlocked package
 * @reading: the juror's work on one of its dossiers, declared free of conflict
 *
 * Returns: (transfer floating): the page, with the first document open
 */
GtkWidget *
ceci_reading_page_new (CeciPackage *package, CeciDossierReading *reading)
{
  CeciReadingPage *self = g_object_new (CECI_TYPE_READING_PAGE, NULL);
  GtkListBoxRow *first;

  self->package = g_object_ref (package);
  self->reading = g_object_ref (reading);
  show_dossier (self);
  ceci_scoring_panel_set_reading (self->panel, reading);
  g_signal_connect_object (ceci_dossier_reading_get_notes (reading), "items-changed", G_CALLBACK (show_notes), self,
                           G_CONNECT_SWAPPED);
  first = gtk_list_box_get_row_at_index (self->documents, 0);
  if (first != NULL)
    gtk_list_box_select_row (self->documents, first);
  return GTK_WIDGET (self);
}
