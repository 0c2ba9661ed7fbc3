// SPDX-License-Identifier: GPL-3.0-or-later
// A person's data but for the name. What the core refuses is said in the dialog, which stays open.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-person-dialog.h"
#include "core/model/ceci-faculty-repository.h"
#include "core/model/ceci-language.h"
#include "core/model/ceci-person-repository.h"
#include "core/store/ceci-date.h"

struct _CeciPersonDialog {
  AdwDialog parent_instance;
  GtkWidget *accept;
  AdwBanner *refusal;
  GtkEditable *email;
  GtkEditable *phone;
  GtkEditable *matricule;
  GtkEditable *birth_date;
  AdwComboRow *faculty;
  AdwComboRow *language;
  CeciDesk *desk;
  char *person_id;
  CeciPerson *person;
  GListModel *faculties;
};

G_DEFINE_FINAL_TYPE (CeciPersonDialog, ceci_person_dialog, ADW_TYPE_DIALOG)

static const char *const languages[] = {"fr", "en"};

// --- reading ----------------------------------------------------------------------------

typedef struct {
  CeciPerson *person;
  GListModel *faculties;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_object (&found->person);
  g_clear_object (&found->faculties);
  g_free (found);
}

static gpointer
read_person (CeciDatabase *database, gpointer person_id, GError **error)
{
  Found *found = g_new0 (Found, 1);

  found->person = ceci_person_repository_find (database, person_id, error);
  found->faculties = found->person != NULL ? ceci_faculty_repository_list (database, error) : NULL;
  if (found->faculties != NULL)
    return found;
  found_free (found);
  return NULL;
}

static void
set_text (GtkEditable *row, const char *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

static void
fill_faculties (CeciPersonDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gboolean french = g_str_equal (ceci_language_current (), "fr");
  guint selected = 0;

  gtk_string_list_append (names, C_ ("faculty", "Unknown"));
  for (guint i = 0; i < g_list_model_get_n_items (self->faculties); i++) {
    g_autoptr (CeciFaculty) faculty = g_list_model_get_item (self->faculties, i);

    gtk_string_list_append (names, french ? ceci_faculty_get_name_fr (faculty) : ceci_faculty_get_name_en (faculty));
    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (faculty)), ceci_person_get_faculty_id (self->person)) == 0)
      selected = i + 1;
  }
  adw_combo_row_set_model (self->faculty, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->faculty, selected);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciPersonDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Found *found = ceci_register_read_finish (CECI_REGISTER (source), result, &error);
  const char *birth;

  if (self->desk == NULL || found == NULL) {
    if (self->desk != NULL)
      ceci_desk_report (self->desk, _ ("The data could not be read"), error);
    g_clear_pointer (&found, found_free);
    return;
  }
  g_set_object (&self->person, found->person);
  g_set_object (&self->faculties, found->faculties);
  birth = ceci_person_get_birth_date (self->person);
  g_autofree char *date = birth != NULL ? ceci_date_format_short (birth) : NULL;
  set_text (self->email, ceci_person_get_email (self->person));
  set_text (self->phone, ceci_person_get_phone (self->person));
  set_text (self->matricule, ceci_person_get_matricule (self->person));
  set_text (self->birth_date, date);
  fill_faculties (self);
  adw_combo_row_set_selected (self->language, g_strcmp0 (ceci_person_get_language (self->person), "en") == 0);
  gtk_widget_set_sensitive (self->accept, TRUE);
  found_free (found);
}

// --- writing ----------------------------------------------------------------------------

typedef struct {
  CeciPerson *person;
  char *today;
} Correction;

static void
correction_free (gpointer data)
{
  Correction *correction = data;

  g_object_unref (correction->person);
  g_free (correction->today);
  g_free (correction);
}

static gpointer
correct (CeciDatabase *database, gpointer data, GError **error)
{
  Correction *correction = data;

  ceci_person_repository_correct (database, correction->person, correction->today, error);
  return NULL;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciPersonDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  ceci_register_write_finish (CECI_REGISTER (source), result, &error);
  if (self->desk == NULL)
    return;
  if (error == NULL) {
    adw_dialog_close (ADW_DIALOG (self));
    return;
  }
  g_autofree char *text = g_markup_escape_text (error->message, -1); // a banner's title is markup
  adw_banner_set_title (self->refusal, text);
  adw_banner_set_revealed (self->refusal, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static char *
written (GtkEditable *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static void
on_accept (CeciPersonDialog *self)
{
  const char *today = ceci_desk_get_today (self->desk);
  guint faculty = adw_combo_row_get_selected (self->faculty);
  g_autoptr (CeciRecord) chosen = faculty > 0 ? g_list_model_get_item (self->faculties, faculty - 1) : NULL;
  g_autofree char *email = written (self->email), *phone = written (self->phone),
                  *matricule = written (self->matricule), *birth = written (self->birth_date);
  g_autofree char *date = birth != NULL ? ceci_date_parse_human (birth, today) : NULL;
  // Translators: a student’s name
  g_autofree char *label = g_strdup_printf (_ ("Change the data of %s"), ceci_person_get_display_name (self->person));
  Correction *correction = g_new0 (Correction, 1);

  correction->person =
      ceci_record_with (self->person, "email", email, "phone", phone, "matricule", matricule, "birth_date",
                        date != NULL ? date : birth, "faculty_id", chosen != NULL ? ceci_record_get_id (chosen) : NULL,
                        "language", languages[MIN (adw_combo_row_get_selected (self->language), 1)], NULL);
  correction->today = g_strdup (today);
  ceci_register_write_async (ceci_desk_get_register (self->desk), label, correct, correction, correction_free, NULL,
                             NULL, on_written, g_object_ref (self));
}

static void
on_cancel (CeciPersonDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
ceci_person_dialog_dispose (GObject *object)
{
  CeciPersonDialog *self = CECI_PERSON_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->person);
  g_clear_object (&self->faculties);
  g_clear_pointer (&self->person_id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_PERSON_DIALOG);
  G_OBJECT_CLASS (ceci_person_dialog_parent_class)->dispose (object);
}

static void
ceci_person_dialog_class_init (CeciPersonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_person_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/students/ceci-person-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciPersonDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, CeciPersonDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, CeciPersonDialog, email);
  gtk_widget_class_bind_template_child (widget_class, CeciPersonDialog, phone);
  gtk_widget_class_bind_template_child (widget_class, CeciPersonDialog, matricule);
  gtk_widget_class_bind_template_child (widget_class, CeciPersonDialog, birth_date);
  gtk_widget_class_bind_template_child (widget_class, CeciPersonDialog, faculty);
  gtk_widget_class_bind_template_child (widget_class, CeciPersonDialog, language);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
ceci_person_dialog_init (CeciPersonDialog *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (words, _ ("French"));
  gtk_string_list_append (words, _ ("English"));
  adw_combo_row_set_model (self->language, G_LIST_MODEL (words));
  gtk_widget_set_sensitive (self->accept, FALSE);
}

/**
 * ceci_person_dialog_new:
 * @desk: the register
 * @person_id: whose data
 *
 * Returns: (transfer floating): a dialog that shows and changes them
 */
AdwDialog *
ceci_person_dialog_new (CeciDesk *desk, const char *person_id)
{
  CeciPersonDialog *self = g_object_new (CECI_TYPE_PERSON_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->person_id = g_strdup (person_id);
  ceci_register_read_async (ceci_desk_get_register (desk), read_person, g_strdup (person_id), g_free, found_free, NULL,
                            on_read, g_object_ref (self));
  return ADW_DIALOG (self);
}
