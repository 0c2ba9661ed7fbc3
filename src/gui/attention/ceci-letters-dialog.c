// SPDX-License-Identifier: GPL-3.0-or-later
// Letters one by one. They are prepared in one step before the dialog shows them; what is changed in it is kept when
// one goes to another letter or closes it.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-letters-dialog.h"
#include "core/model/ceci-letter-repository.h"
#include "core/model/ceci-todo.h"
#include "core/paperwork/ceci-letter-paper.h"
#include "core/paperwork/ceci-letter-writing.h"
#include "widgets/ceci-file-saving.h"

struct _CeciLettersDialog {
  AdwDialog parent_instance;
  AdwActionRow *reader;
  AdwBanner *banner;
  AdwEntryRow *subject;
  GtkTextView *body;
  CeciDesk *desk;
  GPtrArray *letters; // CeciLetter, those that were not sent
  guint at;
};

G_DEFINE_FINAL_TYPE (CeciLettersDialog, ceci_letters_dialog, ADW_TYPE_DIALOG)

static CeciLetter *
current (CeciLettersDialog *self)
{
  return self->at < self->letters->len ? self->letters->pdata[self->at] : NULL;
}

static char *
body_text (CeciLettersDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->body);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_letter (CeciLettersDialog *self)
{
  CeciLetter *letter = current (self);
  const char *email = letter != NULL ? ceci_letter_get_reader_email (letter) : NULL;
  g_autofree char *reader = NULL;
  g_autofree char *title = NULL;

  if (letter == NULL) {
    adw_dialog_close (ADW_DIALOG (self));
    return;
  }
  reader = email != NULL ? g_strdup_printf ("%s <%s>", ceci_letter_get_reader_name (letter), email)
                         : g_strdup (ceci_letter_get_reader_name (letter));
  // Translators: the number of a letter, and how many there are
  title = g_strdup_printf (_ ("Letter %u of %u"), self->at + 1, self->letters->len);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_action_row_set_subtitle (self->reader, reader);
  gtk_editable_set_text (GTK_EDITABLE (self->subject), ceci_letter_get_subject (letter));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->body), ceci_letter_get_body (letter), -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letters.previous", self->at > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letters.next", self->at + 1 < self->letters->len);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letters.email", email != NULL);
}

// --- what is written --------------------------------------------------------------------

typedef struct {
  GPtrArray *letters;
  CeciLetterChannel channel;
  char *today;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_ptr_array_unref (writing->letters);
  g_free (writing->today);
  g_free (writing);
}

static gpointer
word (CeciDatabase *database, gpointer data, GError **error)
{
  CeciLetter *letter = data;

  ceci_letter_repository_word (database, ceci_record_get_id (CECI_RECORD (letter)), ceci_letter_get_subject (letter),
                               ceci_letter_get_body (letter), error);
  return NULL;
}

// Keeps what was changed in the letter that is shown.
static void
keep (CeciLettersDialog *self)
{
  CeciLetter *letter = current (self);
  const char *subject = gtk_editable_get_text (GTK_EDITABLE (self->subject));
  g_autofree char *body = body_text (self);
  g_autofree char *label = NULL;
  CeciLetter *changed;

  if (letter == NULL ||
      (g_str_equal (subject, ceci_letter_get_subject (letter)) && g_str_equal (body, ceci_letter_get_body (letter))))
    return;
  changed = ceci_record_with (letter, "subject", subject, "body", body, NULL);
  label = g_strdup_printf (_ ("Change the letter to %s"), ceci_letter_get_reader_name (letter));
  ceci_desk_write (self->desk, label, word, g_object_ref (changed), g_object_unref);
  g_object_unref (self->letters->pdata[self->at]);
  self->letters->pdata[self->at] = changed;
}

static gpointer
mark (CeciDatabase *database, gpointer data, GError **error)
{
  Writing *writing = data;

  for (guint i = 0; i < writing->letters->len; i++)
    if (!ceci_letter_repository_sent (database, ceci_record_get_id (writing->letters->pdata[i]), writing->channel,
                                      writing->today, error))
      return NULL;
  return NULL;
}

static void
mark_sent (CeciLettersDialog *self, GPtrArray *letters, CeciLetterChannel channel)
{
  Writing *writing = g_new0 (Writing, 1);
  g_autofree char *label = g_strdup_printf (
      ngettext ("Mark %d letter as sent", "Mark %d letters as sent", letters->len), (int) letters->len);

  writing->letters = letters;
  writing->channel = channel;
  writing->today = g_strdup (ceci_desk_get_today (self->desk));
  ceci_desk_write (self->desk, label, mark, writing, writing_free);
}

// --- actions ------------------------------------------------------------------------------

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciLettersDialog *self = CECI_LETTERS_DIALOG (widget);

  keep (self);
  if (g_str_equal (name, "letters.next"))
    self->at++;
  else
    self->at--;
  show_letter (self);
}

static void
sent_email_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciLettersDialog *self = CECI_LETTERS_DIALOG (widget);
  GPtrArray *one = g_ptr_array_new_with_free_func (g_object_unref);

  keep (self);
  g_ptr_array_add (one, g_ptr_array_steal_index (self->letters, self->at));
  mark_sent (self, one, CECI_LETTER_CHANNEL_EMAIL);
  if (self->at > 0 && self->at >= self->letters->len)
    self->at--;
  show_letter (self);
}

static void
sent_print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciLettersDialog *self = CECI_LETTERS_DIALOG (widget);
  GPtrArray *all;

  keep (self);
  all = g_steal_pointer (&self->letters);
  self->letters = g_ptr_array_new_with_free_func (g_object_unref);
  mark_sent (self, all, CECI_LETTER_CHANNEL_PRINT);
  show_letter (self);
}

static void
on_launched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciDesk) desk = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    ceci_desk_report (desk, _ ("The e-mail could not be opened"), error);
}

static void
launch_mailto (CeciLettersDialog *self)
{
  CeciLetter *letter = current (self);
  g_autofree char *address = g_uri_escape_string (ceci_letter_get_reader_email (letter), "@", FALSE);
  g_autofree char *subject = g_uri_escape_string (ceci_letter_get_subject (letter), NULL, FALSE);
  g_autofree char *body = g_uri_escape_string (ceci_letter_get_body (letter), NULL, FALSE);
  g_autofree char *uri = g_strdup_printf ("mailto:%s?subject=%s&body=%s", address, subject, body);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, on_launched,
                           g_object_ref (self->desk));
}

// Without a portal (or one that has no mail program), the address itself is opened.
static void
on_composed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciLettersDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (answer == NULL && self->desk != NULL && current (self) != NULL)
    launch_mailto (self);
}

static void
email_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciLettersDialog *self = CECI_LETTERS_DIALOG (widget);
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  GVariantBuilder options = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sv}"));
  CeciLetter *letter;

  keep (self);
  letter = current (self);
  if (bus == NULL) {
    launch_mailto (self);
    return;
  }
  g_variant_builder_add (&options, "{sv}", "address", g_variant_new_string (ceci_letter_get_reader_email (letter)));
  g_variant_builder_add (&options, "{sv}", "subject", g_variant_new_string (ceci_letter_get_subject (letter)));
  g_variant_builder_add (&options, "{sv}", "body", g_variant_new_string (ceci_letter_get_body (letter)));
  g_dbus_connection_call (bus, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                          "org.freedesktop.portal.Email", "ComposeEmail", g_variant_new ("(sa{sv})", "", &options),
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_composed, g_object_ref (self));
}

// --- printing -------------------------------------------------------------------------------

static GBytes *
draw (CeciDatabase *database, const CeciFileRequest *request, GError **error)
{
  return ceci_letter_paper (database, request->data, request->today, error);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const CeciFileSaving letters = {N_ ("Print all letters"),
                                         N_ ("The letters are saved as one PDF, ready to print."),
                                         N_ ("The letters could not be saved"), .draw = draw, .secret = TRUE};
  CeciLettersDialog *self = CECI_LETTERS_DIALOG (widget);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autofree char *file_name = NULL;

  keep (self);
  for (guint i = 0; i < self->letters->len; i++)
    g_strv_builder_add (ids, ceci_record_get_id (self->letters->pdata[i]));
  // Translators: the name of a file; %s is a date
  file_name = g_strdup_printf (_ ("Letters %s.pdf"), ceci_desk_get_today (self->desk));
  ceci_file_saving_ask (&letters, widget, self->desk, NULL, file_name, g_strv_builder_end (ids),
                        (GDestroyNotify) g_strfreev);
}

// --- the dialog -----------------------------------------------------------------------------

static void
on_closed (CeciLettersDialog *self)
{
  keep (self);
}

static void
ceci_letters_dialog_dispose (GObject *object)
{
  CeciLettersDialog *self = CECI_LETTERS_DIALOG (object);

  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_LETTERS_DIALOG);
  G_OBJECT_CLASS (ceci_letters_dialog_parent_class)->dispose (object);
}

static void
ceci_letters_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (CECI_LETTERS_DIALOG (object)->letters);
  G_OBJECT_CLASS (ceci_letters_dialog_parent_class)->finalize (object);
}

static void
ceci_letters_dialog_class_init (CeciLettersDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ceci_letters_dialog_dispose;
  object_class->finalize = ceci_letters_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/attention/ceci-letters-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciLettersDialog, reader);
  gtk_widget_class_bind_template_child (widget_class, CeciLettersDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, CeciLettersDialog, subject);
  gtk_widget_class_bind_template_child (widget_class, CeciLettersDialog, body);
  gtk_widget_class_install_action (widget_class, "letters.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "letters.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "letters.email", NULL, email_action);
  gtk_widget_class_install_action (widget_class, "letters.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "letters.sent-email", NULL, sent_email_action);
  gtk_widget_class_install_action (widget_class, "letters.sent-print", NULL, sent_print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK, "letters.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, "letters.next", NULL);
}

static void
ceci_letters_dialog_init (CeciLettersDialog *self)
{
  self->letters = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);
}

// --- preparing ------------------------------------------------------------------------------

// A letter that is kept already, or one to write.
typedef struct {
  char *letter_id;
  char *kind, *student_id, *application_id, *text;
} Wish;

static void
wish_free (Wish *wish)
{
  g_free (wish->letter_id);
  g_free (wish->kind);
  g_free (wish->student_id);
  g_free (wish->application_id);
  g_free (wish->text);
  g_free (wish);
}

typedef struct {
  GPtrArray *wishes;
  char *today;
  GPtrArray *letters;
  GString *refused; // the first reason why one could not be written
} Preparing;

static void
preparing_free (gpointer data)
{
  Preparing *self = data;

  g_ptr_array_unref (self->wishes);
  g_clear_pointer (&self->letters, g_ptr_array_unref);
  g_string_free (self->refused, TRUE);
  g_free (self->today);
  g_free (self);
}

// A letter that nothing is known for does not keep the others from being written.
static gpointer
prepare (CeciDatabase *database, gpointer data, GError **error)
{
  Preparing *self = data;

  for (guint i = 0; i < self->wishes->len; i++) {
    const Wish *wish = self->wishes->pdata[i];
    const CeciLetterRequest request = {.kind = wish->kind,
                                       .student_id = wish->student_id,
                                       .application_id = wish->application_id,
                                       .text = wish->text,
                                       .today = self->today};
    g_autoptr (GError) failure = NULL;
    g_autofree char *id =
        wish->letter_id != NULL ? g_strdup (wish->letter_id) : ceci_letter_prepare (database, &request, &failure);
    CeciLetter *letter = id != NULL ? ceci_letter_repository_find (database, id, &failure) : NULL;

    if (letter != NULL)
      g_ptr_array_add (self->letters, letter);
    else if (failure->domain == CECI_STORE_ERROR) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    } else if (self->refused->len == 0)
      g_string_append (self->refused, failure->message);
  }
  return NULL;
}

typedef struct {
  CeciView *view;
  Preparing *preparing;
} Opening;

static void
on_prepared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  g_autoptr (CeciView) view = opening->view;
  Preparing *preparing = opening->preparing;
  CeciDesk *desk = ceci_view_get_desk (view);
  g_autoptr (GError) error = NULL;
  CeciLettersDialog *self;

  g_free (opening);
  ceci_register_write_finish (CECI_REGISTER (source), result, &error);
  if (error != NULL && desk != NULL)
    ceci_desk_report (desk, _ ("The letters could not be prepared"), error);
  else if (preparing->letters->len == 0 && desk != NULL)
    ceci_desk_notice (desk, preparing->refused->str);
  else if (desk != NULL) {
    self = g_object_new (CECI_TYPE_LETTERS_DIALOG, NULL);
    self->desk = g_object_ref (desk);
    g_ptr_array_extend_and_steal (self->letters, g_steal_pointer (&preparing->letters));
    adw_banner_set_title (self->banner, preparing->refused->str);
    adw_banner_set_revealed (self->banner, preparing->refused->len > 0);
    show_letter (self);
    adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (view));
  }
  preparing_free (preparing);
}

static void
prepare_and_show (CeciView *view, GPtrArray *wishes)
{
  CeciDesk *desk = ceci_view_get_desk (view);
  Preparing *preparing = g_new0 (Preparing, 1);
  Opening *opening = g_new0 (Opening, 1);
  g_autofree char *label =
      g_strdup_printf (ngettext ("Prepare %u letter", "Prepare %u letters", wishes->len), wishes->len);

  preparing->wishes = wishes;
  preparing->today = g_strdup (ceci_desk_get_today (desk));
  preparing->letters = g_ptr_array_new_with_free_func (g_object_unref);
  preparing->refused = g_string_new (NULL);
  opening->view = g_object_ref (view);
  opening->preparing = preparing;
  ceci_register_write_async (ceci_desk_get_register (desk), label, prepare, preparing, NULL, NULL, NULL, on_prepared,
                             opening);
}

void
ceci_letters_dialog_open (CeciView *view, GPtrArray *todos)
{
  GPtrArray *wishes = g_ptr_array_new_with_free_func ((GDestroyNotify) wish_free);

  for (guint i = 0; i < todos->len; i++) {
    Wish *wish = g_new0 (Wish, 1);

    if (ceci_todo_get_kind (todos->pdata[i]) == CECI_TODO_LETTER)
      wish->letter_id = g_strdup (ceci_todo_get_row_id (todos->pdata[i]));
    wish->kind = g_strdup (ceci_todo_get_letter (todos->pdata[i]));
    wish->student_id = g_strdup (ceci_todo_get_student_id (todos->pdata[i]));
    g_ptr_array_add (wishes, wish);
  }
  prepare_and_show (view, wishes);
}

void
ceci_letters_dialog_write (CeciView *view, const char *kind, const char *text, GPtrArray *applications)
{
  GPtrArray *wishes = g_ptr_array_new_with_free_func ((GDestroyNotify) wish_free);

  for (guint i = 0; i < applications->len; i++) {
    Wish *wish = g_new0 (Wish, 1);

    wish->kind = g_strdup (kind);
    wish->text = g_strdup (text);
    wish->application_id = g_strdup (ceci_record_get_id (applications->pdata[i]));
    g_ptr_array_add (wishes, wish);
  }
  prepare_and_show (view, wishes);
}
