// SPDX-License-Identifier: GPL-3.0-or-later
// A file on its way into a portfolio: inspected by the isolated renderer, described by a person, then added.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-document-dialog.h"
#include "core/exchange/ceci-document-guess.h"
#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-labels.h"
#include "core/store/ceci-date.h"
#include "viewer/ceci-document-view.h"
#include "widgets/ceci-state-words.h"

#define LARGEST_FILE (200 * 1024 * 1024)

struct _CeciDocumentDialog {
  AdwDialog parent_instance;
  GtkWidget *add;
  AdwActionRow *file;
  GtkWidget *spinner;
  CeciStatePill *health;
  AdwPreferencesGroup *facts;
  AdwEntryRow *document_title;
  AdwComboRow *kind;
  AdwComboRow *production_type;
  AdwEntryRow *dated_on;

  CeciDesk *desk;
  CeciStudent *student;
  CeciDocument *replaced; // or NULL
  char *file_name;
  GBytes *bytes;
  CeciInspection *inspection;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (CeciDocumentDialog, ceci_document_dialog, ADW_TYPE_DIALOG)

// --- what the person says ---------------------------------------------------------------------

static CeciDocumentKind
chosen_kind (CeciDocumentDialog *self)
{
  return (CeciDocumentKind) adw_combo_row_get_selected (self->kind);
}

static char *
date_of (CeciDocumentDialog *self)
{
  return ceci_date_parse_human (gtk_editable_get_text (GTK_EDITABLE (self->dated_on)),
                                ceci_desk_get_today (self->desk));
}

static void
on_changed (CeciDocumentDialog *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->dated_on));
  g_autofree char *date = self->desk != NULL && *typed != '\0' ? date_of (self) : NULL;
  gboolean dated = *typed == '\0' || date != NULL;
  gboolean titled = *gtk_editable_get_text (GTK_EDITABLE (self->document_title)) != '\0';

  if (dated)
    gtk_widget_remove_css_class (GTK_WIDGET (self->dated_on), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->dated_on), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->production_type), chosen_kind (self) == CECI_DOCUMENT_KIND_PRODUCTION);
  gtk_widget_set_sensitive (self->add, self->inspection != NULL && titled && dated);
}

static void
on_cancel (CeciDocumentDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

// --- inspecting -----------------------------------------------------------------------------

static void
refuse (CeciDocumentDialog *self, const char *message)
{
  gtk_widget_set_visible (self->spinner, FALSE);
  ceci_state_pill_set_state (self->health, CECI_TONE_ERROR, "dialog-warning-symbolic", _ ("Refused"));
  adw_action_row_set_subtitle (self->file, message);
}

static void
on_inspected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciDocumentDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciInspection) inspection = ceci_document_inspect_finish (result, &error);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (inspection == NULL) {
    refuse (self, error->message);
    return;
  }
  gtk_widget_set_visible (self->spinner, FALSE);
  ceci_words_show_state (self->health, CECI_TYPE_HEALTH, (int) inspection->health);
  if (inspection->detail != NULL)
    text = g_strdup_printf ("%s\n%s", self->file_name, inspection->detail);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s · %u page", "%s · %u pages", inspection->n_pages),
                            self->file_name, inspection->n_pages);
  adw_action_row_set_subtitle (self->file, text);
  self->inspection = g_steal_pointer (&inspection);
  on_changed (self);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciDocumentDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (bytes == NULL) {
    refuse (self, error->message);
    return;
  }
  self->bytes = g_steal_pointer (&bytes);
  ceci_document_inspect_async (self->bytes, self->cancellable, on_inspected, g_object_ref (self));
}

static void
on_size_known (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciDocumentDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (info == NULL)
    refuse (self, error->message);
  else if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    refuse (self, _ ("This is not a file. Choose a file to add."));
  else if (g_file_info_get_size (info) > LARGEST_FILE)
    refuse (self, _ ("This file is larger than 200 MB. Ask for a lighter one."));
  else
    g_file_load_bytes_async (G_FILE (source), self->cancellable, on_loaded, g_object_ref (self));
}

// --- adding -----------------------------------------------------------------------------------

typedef struct {
  CeciDocument *draft;
  CeciDocumentVersion *version;
  GBytes *bytes;
} Arrival;

static void
arrival_free (gpointer data)
{
  Arrival *arrival = data;

  g_clear_object (&arrival->draft);
  g_clear_object (&arrival->version);
  g_clear_pointer (&arrival->bytes, g_bytes_unref);
  g_free (arrival);
}

static gpointer
add_document (CeciDatabase *database, gpointer data, GError **error)
{
  Arrival *arrival = data;
  g_autofree char *id =
      ceci_document_repository_add (database, arrival->draft, arrival->version, arrival->bytes, NULL, error);

  return NULL;
}

static void
on_add (CeciDocumentDialog *self)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->document_title));
  g_autofree char *date = date_of (self);
  g_autofree char *label = ceci_label_document_add (title, ceci_student_get_display_name (self->student));
  g_autofree char *kind = ceci_enum_to_column (CECI_TYPE_DOCUMENT_KIND, (int) chosen_kind (self));
  g_autofree char *type =
      chosen_kind (self) == CECI_DOCUMENT_KIND_PRODUCTION
          ? ceci_enum_to_column (CECI_TYPE_PRODUCTION_TYPE, (int) adw_combo_row_get_selected (self->production_type))
          : NULL;
  Arrival *arrival = g_new0 (Arrival, 1);

  arrival->draft = ceci_record_new (CECI_TYPE_DOCUMENT, "student_id", ceci_record_get_id (CECI_RECORD (self->student)),
                                    "kind", kind, "title", title, "production_type", type, "dated_on", date, NULL);
  arrival->version = ceci_record_new (CECI_TYPE_DOCUMENT_VERSION, "file_name", self->file_name, "media_type",
                                      ceci_media_type_of_file_name (self->file_name), "pages",
                                      self->inspection->n_pages > 0 ? (gint64) self->inspection->n_pages : CECI_UNSET,
                                      "health", ceci_health_to_string (self->inspection->health), "health_detail",
                                      self->inspection->detail, "source", "file", NULL);
  arrival->bytes = g_bytes_ref (self->bytes);
  ceci_desk_write (self->desk, label, add_document, arrival, arrival_free);
  adw_dialog_close (ADW_DIALOG (self));
}

// --- the dialog ---------------------------------------------------------------------------------

void
ceci_document_dialog_fill_combo (AdwComboRow *row, GType type)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GEnumClass) values = g_type_class_ref (type);

  for (guint i = 0; i < values->n_values; i++)
    if (values->values[i].value >= 0)
      gtk_string_list_append (labels, ceci_enum_get_label (type, values->values[i].value));
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
}

static void
propose (CeciDocumentDialog *self)
{
  CeciDocumentKind kind = CECI_DOCUMENT_KIND_PRODUCTION;
  CeciProductionType type = CECI_PRODUCTION_TYPE_OTHER;
  g_autofree char *title = ceci_document_guess_title (self->file_name);

  ceci_document_guess (self->file_name, &kind, &type);
  if (self->replaced != NULL) {
    // A version is added to the document of the same kind and title.
    kind = ceci_document_get_kind (self->replaced);
    type = ceci_document_get_production_type (self->replaced);
    g_set_str (&title, ceci_document_get_title (self->replaced));
    adw_dialog_set_title (ADW_DIALOG (self), _ ("Add a version"));
    gtk_widget_set_sensitive (GTK_WIDGET (self->kind), FALSE);
    gtk_editable_set_editable (GTK_EDITABLE (self->document_title), FALSE);
  }
  gtk_editable_set_text (GTK_EDITABLE (self->document_title), title);
  adw_combo_row_set_selected (self->kind, (guint) kind);
  if (type != CECI_PRODUCTION_TYPE_NONE)
    adw_combo_row_set_selected (self->production_type, (guint) type);
}

static void
ceci_document_dialog_dispose (GObject *object)
{
  CeciDocumentDialog *self = CECI_DOCUMENT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_object (&self->student);
  g_clear_object (&self->replaced);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->inspection, ceci_inspection_free);
  g_clear_pointer (&self->file_name, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_DOCUMENT_DIALOG);
  G_OBJECT_CLASS (ceci_document_dialog_parent_class)->dispose (object);
}

static void
ceci_document_dialog_class_init (CeciDocumentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_document_dialog_dispose;
  g_type_ensure (CECI_TYPE_STATE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/portfolio/ceci-document-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentDialog, add);
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentDialog, file);
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentDialog, health);
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentDialog, facts);
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentDialog, document_title);
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentDialog, production_type);
  gtk_widget_class_bind_template_child (widget_class, CeciDocumentDialog, dated_on);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
ceci_document_dialog_init (CeciDocumentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ceci_state_pill_set_state (self->health, CECI_TONE_NEUTRAL, NULL, NULL);
  ceci_document_dialog_fill_combo (self->kind, CECI_TYPE_DOCUMENT_KIND);
  ceci_document_dialog_fill_combo (self->production_type, CECI_TYPE_PRODUCTION_TYPE);
}

/**
 * ceci_document_dialog_new:
 * @desk: the register
 * @student: whose portfolio
 * @file: the file
 * @replaced: (nullable): the document it is a version of
 *
 * Returns: (transfer floating): a dialog, inspecting the file
 */
AdwDialog *
ceci_document_dialog_new (CeciDesk *desk, CeciStudent *student, GFile *file, CeciDocument *replaced)
{
  CeciDocumentDialog *self = g_object_new (CECI_TYPE_DOCUMENT_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->student = g_object_ref (student);
  self->replaced = replaced != NULL ? g_object_ref (replaced) : NULL;
  self->file_name = g_file_get_basename (file);
  self->cancellable = g_cancellable_new ();
  adw_action_row_set_subtitle (self->file, self->file_name);
  propose (self);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, self->cancellable, on_size_known,
                           g_object_ref (self));
  return ADW_DIALOG (self);
}
