// SPDX-License-Identifier: GPL-3.0-or-later
// Putting a document where it belongs: what it is said to be, whose it is; and the dossier as a whole: exported, or
// written about to the student.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-document-dialog.h"
#include "ceci-portfolio-private.h"
#include "core/exchange/ceci-document-guess.h"
#include "core/exchange/ceci-dossier-export.h"
#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-letter-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/paperwork/ceci-letter-writing.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-file-saving.h"

// What a question about a document holds while it is asked.
typedef struct {
  CeciPortfolioView *view;
  CeciDocument *document;
  CeciDocumentVersion *version; // that becomes a document of its own, or NULL
  AdwAlertDialog *dialog;       // borrowed
  AdwEntryRow *title;
  AdwComboRow *kind;
  AdwComboRow *type;
  AdwEntryRow *dated_on;
  AdwComboRow *student;
  GListModel *students;
} Filing;

static Filing *
filing_new (CeciPortfolioView *view, CeciDocument *document)
{
  Filing *filing = g_new0 (Filing, 1);

  filing->view = g_object_ref (view);
  filing->document = g_object_ref (document);
  return filing;
}

static void
filing_free (gpointer data)
{
  Filing *filing = data;

  g_object_unref (filing->view);
  g_object_unref (filing->document);
  g_clear_object (&filing->version);
  g_clear_object (&filing->students);
  g_free (filing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Filing, filing_free)

static CeciStudent *
student_of (CeciPortfolioView *self)
{
  return ceci_student_summary_get_student (self->shown->summary);
}

static AdwPreferencesGroup *
ask (Filing *filing, const char *heading, const char *body, const char *accept)
{
  GtkWidget *group = adw_preferences_group_new ();

  filing->dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));
  adw_alert_dialog_add_responses (filing->dialog, "cancel", _ ("_Cancel"), "accept", accept, NULL);
  adw_alert_dialog_set_response_appearance (filing->dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (filing->dialog, "accept");
  adw_alert_dialog_set_close_response (filing->dialog, "cancel");
  adw_alert_dialog_set_extra_child (filing->dialog, group);
  g_object_set_data_full (G_OBJECT (filing->dialog), "filing", filing, filing_free);
  return ADW_PREFERENCES_GROUP (group);
}

static gpointer
add_row (AdwPreferencesGroup *group, GtkWidget *row, const char *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);
  return row;
}

// --- what it is -----------------------------------------------------------------------------------

static gpointer
change_document (CeciDatabase *database, gpointer document, GError **error)
{
  ceci_document_repository_change (database, document, error);
  return NULL;
}

typedef struct {
  char *version_id;
  CeciDocument *draft;
} Split;

static void
split_free (gpointer data)
{
  Split *split = data;

  g_free (split->version_id);
  g_object_unref (split->draft);
  g_free (split);
}

static gpointer
split_version (CeciDatabase *database, gpointer data, GError **error)
{
  Split *split = data;
  g_autofree char *id = ceci_document_repository_split (database, split->version_id, split->draft, error);

  return NULL;
}

static void
write_split (Filing *filing, CeciDocument *described)
{
  g_autofree char *label = ceci_label_document_split (ceci_document_get_title (described));
  g_autoptr (CeciDocument) owner = described;
  Split *split = g_new0 (Split, 1);

  split->version_id = g_strdup (ceci_record_get_id (CECI_RECORD (filing->version)));
  // another document: only what was said of it, and whose it is
  split->draft =
      ceci_record_with (owner, "id", NULL, "deposited_at", ceci_document_version_get_added_at (filing->version), NULL);
  ceci_view_write (CECI_VIEW (filing->view), label, split_version, split, split_free);
}

static void
on_described (AdwAlertDialog *dialog, const char *response, Filing *filing)
{
  CeciDocumentKind kind = (CeciDocumentKind) adw_combo_row_get_selected (filing->kind);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (filing->dated_on));
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (filing->view));
  g_autofree char *date = NULL, *kind_nick = NULL, *type_nick = NULL, *label = NULL;
  CeciDocument *changed;

  if (g_strcmp0 (response, "accept") != 0 || desk == NULL)
    return;
  date = *typed != '\0' ? ceci_date_parse_human (typed, ceci_desk_get_today (desk)) : NULL;
  kind_nick = ceci_enum_to_column (CECI_TYPE_DOCUMENT_KIND, (int) kind);
  type_nick = kind == CECI_DOCUMENT_KIND_PRODUCTION
                  ? ceci_enum_to_column (CECI_TYPE_PRODUCTION_TYPE, (int) adw_combo_row_get_selected (filing->type))
                  : NULL;
  changed = ceci_record_with (filing->document, "title", gtk_editable_get_text (GTK_EDITABLE (filing->title)), "kind",
                              kind_nick, "production_type", type_nick, "dated_on", date, NULL);
  if (filing->version != NULL) {
    write_split (filing, changed);
    return;
  }
  label = ceci_label_document_change (ceci_document_get_title (changed),
                                      ceci_student_get_display_name (student_of (filing->view)));
  ceci_view_write (CECI_VIEW (filing->view), label, change_document, changed, g_object_unref);
}

static void
on_description (Filing *filing)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (filing->dated_on));
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (filing->view));
  g_autofree char *date = desk != NULL ? ceci_date_parse_human (typed, ceci_desk_get_today (desk)) : NULL;
  gboolean dated = *typed == '\0' || date != NULL;

  if (dated)
    gtk_widget_remove_css_class (GTK_WIDGET (filing->dated_on), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (filing->dated_on), "error");
  gtk_widget_set_visible (GTK_WIDGET (filing->type),
                          adw_combo_row_get_selected (filing->kind) == CECI_DOCUMENT_KIND_PRODUCTION);
  adw_alert_dialog_set_response_enabled (filing->dialog, "accept",
                                         dated && *gtk_editable_get_text (GTK_EDITABLE (filing->title)) != '\0');
}

static void
ask_description (Filing *filing, AdwPreferencesGroup *group, const char *title, CeciDocumentKind kind,
                 CeciProductionType type, const char *dated_on)
{
  g_autofree char *date = dated_on != NULL ? ceci_date_format_short (dated_on) : g_strdup ("");

  filing->title = add_row (group, adw_entry_row_new (), _ ("Title"));
  filing->kind = add_row (group, adw_combo_row_new (), _ ("Kind"));
  filing->type = add_row (group, adw_combo_row_new (), _ ("Type of output"));
  filing->dated_on = add_row (group, adw_entry_row_new (), _ ("Date of the document (optional)"));
  ceci_document_dialog_fill_combo (filing->kind, CECI_TYPE_DOCUMENT_KIND);
  ceci_document_dialog_fill_combo (filing->type, CECI_TYPE_PRODUCTION_TYPE);
  gtk_editable_set_text (GTK_EDITABLE (filing->title), title);
  gtk_editable_set_text (GTK_EDITABLE (filing->dated_on), date);
  adw_combo_row_set_selected (filing->kind, (guint) kind);
  adw_combo_row_set_selected (filing->type, (guint) MAX (type, 0));
  g_signal_connect_swapped (filing->title, "changed", G_CALLBACK (on_description), filing);
  g_signal_connect_swapped (filing->dated_on, "changed", G_CALLBACK (on_description), filing);
  g_signal_connect_swapped (filing->kind, "notify::selected", G_CALLBACK (on_description), filing);
  on_description (filing);
  g_signal_connect (filing->dialog, "response", G_CALLBACK (on_described), filing);
  adw_dialog_present (ADW_DIALOG (filing->dialog), GTK_WIDGET (filing->view));
}

static void
describe_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciPortfolioView *self = CECI_PORTFOLIO_VIEW (widget);
  CeciDocument *document =
      self->shown != NULL ? ceci_portfolio_sheet_find (self->shown, g_variant_get_string (parameter, NULL)) : NULL;
  Filing *filing = document != NULL ? filing_new (self, document) : NULL;

  if (filing != NULL)
    ask_description (filing, ask (filing, _ ("Describe the document"), NULL, _ ("_Save")),
                     ceci_document_get_title (document), ceci_document_get_kind (document),
                     ceci_document_get_production_type (document), ceci_document_get_dated_on (document));
}

/**
 * ceci_portfolio_split_version:
 * @self: the portfolio
 * @document: one of its documents
 * @version: a version that is another document
 *
 * Asks what @version is, by what its file’s name says, then files it so.
 */
void
ceci_portfolio_split_version (CeciPortfolioView *self, CeciDocument *document, CeciDocumentVersion *version)
{
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  const char *file_name = ceci_document_version_get_file_name (version);
  g_autofree char *title = ceci_document_guess_title (file_name);
  g_autofree char *dated_on = desk != NULL ? ceci_document_guess_date (file_name, ceci_desk_get_today (desk)) : NULL;
  CeciDocumentKind kind = ceci_document_get_kind (document);
  CeciProductionType type = CECI_PRODUCTION_TYPE_OTHER;
  Filing *filing = filing_new (self, document);
  g_autofree char *body = NULL;

  ceci_document_guess (file_name, &kind, &type);
  filing->version = g_object_ref (version);
  // Translators: the number of a version, the title of a document
  body = g_strdup_printf (_ ("Version %d of “%s” leaves it, and counts by itself."),
                          (int) ceci_document_version_get_number (version), ceci_document_get_title (document));
  ask_description (filing, ask (filing, _ ("Make it a document of its own"), body, _ ("_Split off")), title, kind, type,
                   dated_on);
}

// --- whose it is ----------------------------------------------------------------------------------

typedef struct {
  char *document_id;
  char *student_id;
} Move;

static void
move_free (gpointer data)
{
  Move *move = data;

  g_free (move->document_id);
  g_free (move->student_id);
  g_free (move);
}

static gpointer
move_document (CeciDatabase *database, gpointer data, GError **error)
{
  Move *move = data;

  ceci_document_repository_move (database, move->document_id, move->student_id, error);
  return NULL;
}

static void
on_moved (AdwAlertDialog *dialog, const char *response, Filing *filing)
{
  g_autoptr (CeciStudent) student = NULL;
  g_autofree char *label = NULL;
  Move *move;

  if (g_strcmp0 (response, "accept") != 0)
    return;
  student = g_list_model_get_item (filing->students, adw_combo_row_get_selected (filing->student));
  if (student == NULL)
    return;
  move = g_new0 (Move, 1);
  move->document_id = g_strdup (ceci_record_get_id (CECI_RECORD (filing->document)));
  move->student_id = g_strdup (ceci_record_get_id (CECI_RECORD (student)));
  label =
      ceci_label_document_move (ceci_document_get_title (filing->document), ceci_student_get_display_name (student));
  ceci_view_write (CECI_VIEW (filing->view), label, move_document, move, move_free);
}

static void
on_students_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Filing) read = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) students = ceci_register_read_finish (CECI_REGISTER (source), result, &error);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (CECI_TYPE_STUDENT, NULL, "display-name");
  g_autofree char *heading = NULL;
  AdwPreferencesGroup *group;
  Filing *filing;

  if (students == NULL || read->view->shown == NULL)
    return;
  filing = g_steal_pointer (&read);
  filing->students = g_steal_pointer (&students);
  // Translators: the title of a document
  heading = g_strdup_printf (_ ("Move “%s” to another student?"), ceci_document_get_title (filing->document));
  group = ask (filing, heading, _ ("It goes with all its versions. Undo brings it back."), _ ("_Move"));
  filing->student = add_row (group, adw_combo_row_new (), _ ("Student"));
  adw_combo_row_set_expression (filing->student, expression);
  adw_combo_row_set_enable_search (filing->student, TRUE);
  adw_combo_row_set_search_match_mode (filing->student, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_model (filing->student, filing->students);
  g_signal_connect (filing->dialog, "response", G_CALLBACK (on_moved), filing);
  adw_dialog_present (ADW_DIALOG (filing->dialog), GTK_WIDGET (filing->view));
}

static gpointer
read_students (CeciDatabase *database, gpointer cohort_id, GError **error)
{
  return ceci_student_repository_list (database, cohort_id, error);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciPortfolioView *self = CECI_PORTFOLIO_VIEW (widget);
  CeciDocument *document =
      self->shown != NULL ? ceci_portfolio_sheet_find (self->shown, g_variant_get_string (parameter, NULL)) : NULL;

  if (document != NULL)
    ceci_register_read_async (ceci_desk_get_register (ceci_view_get_desk (CECI_VIEW (self))), read_students,
                              g_strdup (ceci_student_get_cohort_id (student_of (self))), g_free, g_object_unref, NULL,
                              on_students_read, filing_new (self, document));
}

// --- the dossier ----------------------------------------------------------------------------------

static gboolean
export_dossier (CeciDatabase *database, const CeciFileRequest *request, GError **error)
{
  return ceci_dossier_export (database, request->data, request->file, NULL, error);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const CeciFileSaving dossier = {N_ ("Export the dossier"), N_ ("The dossier was exported"),
                                         N_ ("The dossier was not exported"), .write = export_dossier};
  CeciPortfolioView *self = CECI_PORTFOLIO_VIEW (widget);
  g_autofree char *initial = NULL;

  if (self->shown == NULL)
    return;
  initial = g_strconcat (ceci_student_get_display_name (student_of (self)), ".zip", NULL);
  ceci_file_saving_ask (&dossier, widget, ceci_view_get_desk (CECI_VIEW (self)), NULL, initial,
                        g_strdup (ceci_record_get_id (CECI_RECORD (student_of (self)))), g_free);
}

// --- writing to the student -----------------------------------------------------------------------

typedef struct {
  char *student_id;
  char *today;
} Reminder;

static void
reminder_free (gpointer data)
{
  Reminder *reminder = data;

  g_free (reminder->student_id);
  g_free (reminder->today);
  g_free (reminder);
}

static gpointer
prepare_letter (CeciDatabase *database, gpointer data, GError **error)
{
  Reminder *reminder = data;
  const CeciLetterRequest request = {
      .kind = "missing-documents", .student_id = reminder->student_id, .today = reminder->today};
  g_autofree char *id = ceci_letter_prepare (database, &request, error);

  return id != NULL ? ceci_letter_repository_find (database, id, error) : NULL;
}

static void
on_letter_prepared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciPortfolioView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciLetter) letter = ceci_register_write_finish (CECI_REGISTER (source), result, &error);
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  g_autoptr (GtkUriLauncher) launcher = NULL;
  g_autofree char *uri = NULL, *subject = NULL, *body = NULL;

  if (desk == NULL)
    return;
  if (letter == NULL) {
    ceci_desk_report (desk, _ ("The letter was not prepared"), error);
    return;
  }
  if (ceci_letter_get_reader_email (letter) == NULL) {
    ceci_desk_notice (desk, _ ("The letter is prepared; the student has no e-mail address"));
    return;
  }
  subject = g_uri_escape_string (ceci_letter_get_subject (letter), NULL, TRUE);
  body = g_uri_escape_string (ceci_letter_get_body (letter), NULL, TRUE);
  uri = g_strdup_printf ("mailto:%s?subject=%s&body=%s", ceci_letter_get_reader_email (letter), subject, body);
  launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
}

// The letter is kept as one that waits; the e-mail program has its text, and a person sends it.
static void
write_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciPortfolioView *self = CECI_PORTFOLIO_VIEW (widget);
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  g_autofree char *label = NULL;
  Reminder *reminder;

  if (desk == NULL || self->shown == NULL || ceci_desk_is_read_only (desk))
    return;
  // Translators: a student’s name
  label = g_strdup_printf (_ ("Prepare the letter to %s about missing documents"),
                           ceci_student_get_display_name (student_of (self)));
  reminder = g_new0 (Reminder, 1);
  reminder->student_id = g_strdup (ceci_record_get_id (CECI_RECORD (student_of (self))));
  reminder->today = g_strdup (ceci_desk_get_today (desk));
  ceci_register_write_async (ceci_desk_get_register (desk), label, prepare_letter, reminder, reminder_free,
                             g_object_unref, NULL, on_letter_prepared, g_object_ref (self));
}

void
ceci_portfolio_install_filing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "portfolio.describe", "s", describe_action);
  gtk_widget_class_install_action (widget_class, "portfolio.move", "s", move_action);
  gtk_widget_class_install_action (widget_class, "portfolio.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "portfolio.write", NULL, write_action);
}
