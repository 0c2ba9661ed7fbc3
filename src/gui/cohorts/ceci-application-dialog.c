// SPDX-License-Identifier: GPL-3.0-or-later
// Corrects what a form gave: the application and the applicant. One array says which fields there are; the journal
// keeps what stood there before.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-application-dialog.h"
#include "core/model/ceci-admission.h"
#include "core/model/ceci-faculty-repository.h"
#include "core/model/ceci-organisation-repository.h"
#include "core/model/ceci-person-repository.h"
#include "core/store/ceci-date.h"

typedef enum { LINE, DAY, HOURS, NUMBER, MATRICULE, WORD, SWITCH, FACULTY } Kind;

typedef struct {
  const char *name, *title;
  Kind kind;
  gboolean of_person;
  GType (*type) (void); // of a word
} Field;

static const Field fields[] = {
    {"organisation_name", N_ ("Organisation"), LINE, FALSE, NULL},
    {"organisation_kind", N_ ("Kind of organisation"), WORD, FALSE, ceci_organisation_kind_get_type},
    {"legal_form", N_ ("Legal form"), WORD, FALSE, ceci_legal_form_get_type},
    {"enterprise_number", N_ ("Enterprise number"), NUMBER, FALSE, NULL},
    {"mission", N_ ("Assignment"), LINE, FALSE, NULL},
    {"function", N_ ("Role"), LINE, FALSE, NULL},
    {"planned_minutes", N_ ("Planned hours"), HOURS, FALSE, NULL},
    {"starts_on", N_ ("Placement begins"), DAY, FALSE, NULL},
    {"ends_on", N_ ("Placement ends"), DAY, FALSE, NULL},
    {"committee_member", N_ ("Committee member"), SWITCH, FALSE, NULL},
    {"supervisor_name", N_ ("Supervisor"), LINE, FALSE, NULL},
    {"supervisor_email", N_ ("Supervisor’s e-mail"), LINE, FALSE, NULL},
    {"offer_reference", N_ ("TIME offer"), LINE, FALSE, NULL},
    {"offer_labelled", N_ ("Labelled “student placement”"), SWITCH, FALSE, NULL},
    {"study_path", N_ ("Studies"), LINE, FALSE, NULL},
    {"entry_profile", N_ ("Entry profile"), LINE, FALSE, NULL},
    {"family_name", N_ ("Family name"), LINE, TRUE, NULL},
    {"first_name", N_ ("First name"), LINE, TRUE, NULL},
    {"usual_first_name", N_ ("Preferred first name"), LINE, TRUE, NULL},
    {"email", N_ ("E-mail"), LINE, TRUE, NULL},
    {"phone", N_ ("Telephone"), LINE, TRUE, NULL},
    {"matricule", N_ ("Student number"), MATRICULE, TRUE, NULL},
    {"birth_date", N_ ("Date of birth"), DAY, TRUE, NULL},
    {"faculty_id", N_ ("Faculty"), FACULTY, TRUE, NULL},
};

struct _CeciApplicationDialog {
  AdwDialog parent_instance;
  AdwPreferencesGroup *placement;
  AdwPreferencesGroup *person;
  AdwBanner *problem;
  GtkWidget *save;
  GtkWidget *rows[G_N_ELEMENTS (fields)];
  CeciDesk *desk;
  CeciApplication *application;
  CeciPerson *applicant;
  GListModel *faculties;
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (CeciApplicationDialog, ceci_application_dialog, ADW_TYPE_DIALOG)

// --- showing -----------------------------------------------------------------------------

static void
get_value (CeciApplicationDialog *self, const Field *field, GValue *value)
{
  g_autofree char *property = g_strdelimit (g_strdup (field->name), "_", '-');

  g_object_get_property (field->of_person ? G_OBJECT (self->applicant) : G_OBJECT (self->application), property, value);
}

static char *
text_of (const Field *field, const GValue *value)
{
  if (field->kind == HOURS)
    return g_value_get_int64 (value) >= 0 ? ceci_duration_format (g_value_get_int64 (value)) : NULL;
  if (field->kind == DAY && g_value_get_string (value) != NULL)
    return ceci_date_format_short (g_value_get_string (value));
  return g_value_dup_string (value);
}

// The words of an enumeration after «–», which is none.
static GtkWidget *
new_words (GType type, int value)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr (GEnumClass) values = g_type_class_ref (type);
  guint place = 0;

  gtk_string_list_append (words, "–");
  for (guint i = 0; i < values->n_values; i++) {
    if (values->values[i].value < 0)
      continue;
    gtk_string_list_append (words, ceci_enum_get_label (type, values->values[i].value));
    if (values->values[i].value == value)
      place = g_list_model_get_n_items (G_LIST_MODEL (words)) - 1;
  }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), place);
  return row;
}

static GtkWidget *
new_row (CeciApplicationDialog *self, const Field *field)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *text = NULL;
  GtkWidget *row;

  get_value (self, field, &value);
  switch (field->kind) {
  case WORD:
    row = new_words (field->type (), g_value_get_enum (&value));
    break;
  case SWITCH:
    row = adw_switch_row_new ();
    adw_switch_row_set_active (ADW_SWITCH_ROW (row), g_value_get_boolean (&value));
    break;
  case FACULTY:
    row = adw_combo_row_new ();
    break;
  case LINE:
  case DAY:
  case HOURS:
  case NUMBER:
  case MATRICULE:
  default:
    row = adw_entry_row_new ();
    text = text_of (field, &value);
    gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
    adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  gtk_widget_set_name (row, field->name);
  return row;
}

static gpointer
read_faculties (CeciDatabase *database, gpointer data, GError **error)
{
  return ceci_faculty_repository_list (database, error);
}

static GtkWidget *
faculty_row (CeciApplicationDialog *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].kind == FACULTY)
      return self->rows[i];
  return NULL;
}

static void
on_faculties_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciApplicationDialog) self = user_data;
  g_autoptr (GListModel) found = ceci_register_read_finish (CECI_REGISTER (source), result, NULL);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint place = 0;

  if (found == NULL || self->applicant == NULL)
    return;
  g_set_object (&self->faculties, found);
  gtk_string_list_append (words, "–");
  for (guint i = 0; i < g_list_model_get_n_items (found); i++) {
    g_autoptr (CeciFaculty) faculty = g_list_model_get_item (found, i);

    gtk_string_list_append (words, ceci_faculty_get_code (faculty));
    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (faculty)), ceci_person_get_faculty_id (self->applicant)) == 0)
      place = i + 1;
  }
  adw_combo_row_set_model (ADW_COMBO_ROW (faculty_row (self)), G_LIST_MODEL (words));
  adw_combo_row_set_selected (ADW_COMBO_ROW (faculty_row (self)), place);
}

// --- reading what was typed --------------------------------------------------------------

typedef struct {
  CeciApplication *application;
  CeciPerson *person;
  gboolean person_changed;
  char *today;
} Correction;

static void
correction_free (gpointer data)
{
  Correction *correction = data;

  g_clear_object (&correction->application);
  g_clear_object (&correction->person);
  g_free (correction->today);
  g_free (correction);
}

static void
set_record (Correction *correction, const Field *field, gpointer changed)
{
  if (field->of_person) {
    g_object_unref (correction->person);
    correction->person = changed;
    correction->person_changed = TRUE;
  } else {
    g_object_unref (correction->application);
    correction->application = changed;
  }
}

static int
word_of (const Field *field, GtkWidget *row)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (field->type ());
  guint place = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  for (guint i = 0; i < values->n_values && place > 0; i++)
    if (values->values[i].value >= 0 && --place == 0)
      return values->values[i].value;
  return -1;
}

// What a line says in the register's form; FALSE where it can't be.
static gboolean
normalise (CeciApplicationDialog *self, Kind kind, char **text)
{
  g_autofree char *written = g_steal_pointer (text);

  if (*written == '\0')
    return TRUE;
  if (kind == DAY)
    *text = ceci_date_parse_human (written, NULL);
  else if (kind == MATRICULE)
    *text = ceci_matricule_normalise (written);
  else if (kind == NUMBER)
    *text = ceci_enterprise_number_is_valid (written) ? g_strdup (written) : NULL;
  else
    *text = g_steal_pointer (&written);
  return *text != NULL;
}

static gboolean
take_line (CeciApplicationDialog *self, Correction *correction, const Field *field, GtkWidget *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  gpointer record = field->of_person ? (gpointer) correction->person : (gpointer) correction->application;
  g_auto (GValue) value = G_VALUE_INIT;

  get_value (self, field, &value);
  if (field->kind == HOURS) {
    gint64 minutes = *text != '\0' ? ceci_duration_parse (text) : CECI_UNSET;

    if (minutes == -1)
      return FALSE;
    set_record (correction, field, ceci_record_with (record, field->name, minutes, NULL));
    return TRUE;
  }
  if (!normalise (self, field->kind, &text))
    return FALSE;
  if (g_strcmp0 (text, g_value_get_string (&value)) != 0)
    set_record (correction, field, ceci_record_with (record, field->name, text, NULL));
  return TRUE;
}

static void
take_choice (CeciApplicationDialog *self, Correction *correction, const Field *field, GtkWidget *row)
{
  if (field->kind == SWITCH) {
    set_record (correction, field,
                ceci_record_with (correction->application, field->name,
                                  (int) adw_switch_row_get_active (ADW_SWITCH_ROW (row)), NULL));
  } else if (field->kind == WORD) {
    set_record (correction, field,
                ceci_record_with (correction->application, field->name,
                                  ceci_enum_get_nick (field->type (), word_of (field, row)), NULL));
  } else if (self->faculties != NULL) {
    guint place = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
    g_autoptr (CeciRecord) faculty = place > 0 ? g_list_model_get_item (self->faculties, place - 1) : NULL;
    const char *id = faculty != NULL ? ceci_record_get_id (faculty) : NULL;

    if (g_strcmp0 (id, ceci_person_get_faculty_id (correction->person)) != 0)
      set_record (correction, field, ceci_record_with (correction->person, field->name, id, NULL));
  }
}

static gpointer
write_correction (CeciDatabase *database, gpointer data, GError **error)
{
  Correction *correction = data;

  if (correction->person_changed &&
      !ceci_person_repository_change (database, correction->person, correction->today, error))
    return NULL;
  ceci_admission_correct (database, correction->application, error);
  return NULL;
}

static gboolean
is_entry (Kind kind)
{
  return kind != WORD && kind != SWITCH && kind != FACULTY;
}

static void
on_save (CeciApplicationDialog *self)
{
  Correction *correction = g_new0 (Correction, 1);
  // Translators: %s is a name
  g_autofree char *label =
      g_strdup_printf (_ ("Correct the application of %s"), ceci_application_get_display_name (self->application));
  GtkWidget *wrong = NULL;

  correction->application = g_object_ref (self->application);
  correction->person = g_object_ref (self->applicant);
  correction->today = g_strdup (ceci_desk_get_today (self->desk));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    gboolean understood = TRUE;

    if (is_entry (fields[i].kind))
      understood = take_line (self, correction, &fields[i], self->rows[i]);
    else
      take_choice (self, correction, &fields[i], self->rows[i]);
    if (understood) {
      gtk_widget_remove_css_class (self->rows[i], "error");
    } else {
      gtk_widget_add_css_class (self->rows[i], "error");
      wrong = wrong != NULL ? wrong : self->rows[i];
    }
  }
  if (wrong != NULL) {
    g_autofree char *said = g_strdup_printf (_ ("“%s” can’t be read: correct it, or leave it empty."),
                                             adw_preferences_row_get_title (ADW_PREFERENCES_ROW (wrong)));

    adw_banner_set_title (self->problem, said);
    adw_banner_set_revealed (self->problem, TRUE);
    gtk_widget_grab_focus (wrong);
    correction_free (correction);
    return;
  }
  ceci_desk_write (self->desk, label, write_correction, correction, correction_free);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_cancel (CeciApplicationDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
ceci_application_dialog_dispose (GObject *object)
{
  CeciApplicationDialog *self = CECI_APPLICATION_DIALOG (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->desk);
  g_clear_object (&self->application);
  g_clear_object (&self->applicant);
  g_clear_object (&self->faculties);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_APPLICATION_DIALOG);
  G_OBJECT_CLASS (ceci_application_dialog_parent_class)->dispose (object);
}

static void
ceci_application_dialog_class_init (CeciApplicationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_application_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-application-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationDialog, placement);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationDialog, person);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
ceci_application_dialog_init (CeciApplicationDialog *self)
{
  self->reading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
ceci_application_dialog_new (CeciDesk *desk, CeciApplication *application, CeciPerson *person)
{
  CeciApplicationDialog *self = g_object_new (CECI_TYPE_APPLICATION_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->application = g_object_ref (application);
  self->applicant = g_object_ref (person);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    self->rows[i] = new_row (self, &fields[i]);
    adw_preferences_group_add (fields[i].of_person ? self->person : self->placement, self->rows[i]);
  }
  ceci_register_read_async (ceci_desk_get_register (desk), read_faculties, NULL, NULL, g_object_unref, self->reading,
                            on_faculties_read, g_object_ref (self));
  return ADW_DIALOG (self);
}
