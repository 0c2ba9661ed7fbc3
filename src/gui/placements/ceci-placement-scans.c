// SPDX-License-Identifier: GPL-3.0-or-later
// The signed paper of an agreement: a scan, inspected by the isolated renderer, kept in the portfolio and shown.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-placement-private.h"
#include "ceci-placement-writes.h"
#include "core/model/ceci-document-repository.h"
#include "viewer/ceci-document-pane.h"

typedef struct {
  CeciPlacementView *view;
  char *agreement_id, *file_name;
  GBytes *bytes;
} Scan;

static void
scan_free (Scan *scan)
{
  g_object_unref (scan->view);
  g_free (scan->agreement_id);
  g_free (scan->file_name);
  g_clear_pointer (&scan->bytes, g_bytes_unref);
  g_free (scan);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scan, scan_free)

static CeciDocument *
draft_of (Scan *scan, CeciStudent *student, const char *placement_id, gint64 number)
{
  g_autofree char *title =
      number > 0 ? g_strdup_printf (_ ("Amendment %d, signed"), (int) number) : g_strdup (_ ("Agreement, signed"));

  return ceci_record_new (CECI_TYPE_DOCUMENT, "student_id", ceci_record_get_id (CECI_RECORD (student)), "placement_id",
                          placement_id, "kind", "agreement", "title", title, NULL);
}

static void
attach (Scan *scan, const CeciInspection *inspection)
{
  CeciPlacementView *self = scan->view;
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  CeciSignedPaper *paper =
      self->shown != NULL ? ceci_placement_sheet_find_paper (self->shown, scan->agreement_id) : NULL;
  g_autoptr (CeciDocument) draft = NULL;
  g_autoptr (CeciDocumentVersion) version = NULL;
  const char *placement_id;

  if (paper == NULL || desk == NULL)
    return;
  placement_id = ceci_agreement_get_placement_id (paper->agreement);
  draft = draft_of (scan, ceci_placement_sheet_get_student (self->shown), placement_id,
                    ceci_agreement_get_number (paper->agreement));
  version = ceci_record_new (CECI_TYPE_DOCUMENT_VERSION, "file_name", scan->file_name, "media_type",
                             ceci_media_type_of_file_name (scan->file_name), "pages",
                             inspection->n_pages > 0 ? (gint64) inspection->n_pages : CECI_UNSET, "health",
                             ceci_health_to_string (inspection->health), "health_detail", inspection->detail, "source",
                             "file", NULL);
  ceci_placement_attach_scan (desk, ceci_placement_sheet_get_student (self->shown), placement_id, scan->agreement_id,
                              draft, version, scan->bytes);
  if (inspection->detail != NULL)
    ceci_desk_notice (desk, inspection->detail);
}

static void
on_inspected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Scan) scan = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciInspection) inspection = ceci_document_inspect_finish (result, &error);
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (scan->view));

  if (inspection != NULL)
    attach (scan, inspection);
  else if (desk != NULL)
    ceci_desk_report (desk, _ ("The file could not be inspected"), error);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Scan) scan = user_data;
  g_autoptr (GError) error = NULL;
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (scan->view));

  scan->bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  if (scan->bytes != NULL) {
    GBytes *bytes = scan->bytes;

    ceci_document_inspect_async (bytes, NULL, on_inspected, g_steal_pointer (&scan));
  } else if (desk != NULL) {
    ceci_desk_report (desk, _ ("The file could not be read"), error);
  }
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Scan) scan = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL)
    return;
  scan->file_name = g_file_get_basename (file);
  g_file_load_bytes_async (file, NULL, on_loaded, g_steal_pointer (&scan));
}

static void
attach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Scan *scan = g_new0 (Scan, 1);

  scan->view = g_object_ref (CECI_PLACEMENT_VIEW (widget));
  scan->agreement_id = g_strdup (g_variant_get_string (parameter, NULL));
  gtk_file_dialog_set_title (dialog, _ ("Attach the signed paper"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Attach"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_file_chosen, scan);
}

// --- showing it -------------------------------------------------------------------------------

static gpointer
read_bytes (CeciDatabase *database, gpointer document_id, GError **error)
{
  return ceci_document_repository_bytes (database, document_id, error);
}

static void
on_bytes_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciPlacementView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ceci_register_read_finish (CECI_REGISTER (source), result, &error);
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  GtkWidget *toolbar, *pane;
  AdwDialog *dialog;

  if (bytes == NULL && desk != NULL)
    ceci_desk_report (desk, _ ("The signed paper could not be read"), error);
  if (bytes == NULL || desk == NULL)
    return;
  dialog = adw_dialog_new ();
  toolbar = adw_toolbar_view_new ();
  pane = ceci_document_pane_new ();
  ceci_document_pane_set_document (CECI_DOCUMENT_PANE (pane), bytes);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), pane);
  adw_dialog_set_title (dialog, _ ("Signed paper"));
  adw_dialog_set_content_width (dialog, 900);
  adw_dialog_set_content_height (dialog, 720);
  adw_dialog_set_child (dialog, toolbar);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciPlacementView *self = CECI_PLACEMENT_VIEW (widget);
  CeciSignedPaper *paper = self->shown != NULL
                               ? ceci_placement_sheet_find_paper (self->shown, g_variant_get_string (parameter, NULL))
                               : NULL;
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));

  if (paper != NULL && desk != NULL && ceci_agreement_get_document_id (paper->agreement) != NULL)
    ceci_register_read_async (ceci_desk_get_register (desk), read_bytes,
                              g_strdup (ceci_agreement_get_document_id (paper->agreement)), g_free,
                              (GDestroyNotify) g_bytes_unref, NULL, on_bytes_read, g_object_ref (self));
}

/**
 * ceci_placement_install_scans:
 * @widget_class: the view's
 */
void
ceci_placement_install_scans (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "agreement.attach", "s", attach_action);
  gtk_widget_class_install_action (widget_class, "agreement.show-scan", "s", show_action);
}
