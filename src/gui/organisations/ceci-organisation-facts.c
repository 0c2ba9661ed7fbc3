// SPDX-License-Identifier: GPL-3.0-or-later
// The facts of an organisation, changed in place: each row is checked while one writes and kept when it is applied.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-organisation-private.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-rows.h"
#include "widgets/ceci-state-pill.h"

typedef struct {
  const char *field; // the column
  const char *title;
  const char *(*get) (CeciOrganisation *self);
  char *(*normalise) (const char *text); // NULL: any text; else what is no such thing is marked
  char *(*format) (const char *text);    // NULL: shown as it is kept
} Fact;

static const Fact facts[] = {
    {"name", N_ ("Name"), ceci_organisation_get_name, NULL, NULL},
    {"enterprise_number", N_ ("Enterprise number"), ceci_organisation_get_enterprise_number,
     ceci_enterprise_number_normalise, ceci_enterprise_number_format},
    {"address", N_ ("Address"), ceci_organisation_get_address, NULL, NULL},
    {"postcode", N_ ("Postcode"), ceci_organisation_get_postcode, NULL, NULL},
    {"city", N_ ("City"), ceci_organisation_get_city, NULL, NULL},
    {"country", N_ ("Country"), ceci_organisation_get_country, NULL, NULL},
    {"email", N_ ("E-mail"), ceci_organisation_get_email, ceci_email_normalise, NULL},
    {"phone", N_ ("Telephone"), ceci_organisation_get_phone, ceci_phone_normalise, NULL},
    {"purpose", N_ ("Purpose"), ceci_organisation_get_purpose, NULL, NULL},
};

// The choices follow the name: a kind, a legal form.
#define KIND_ROW 0
#define FORM_ROW 1
#define FIRST_FACT 2

// --- writing ----------------------------------------------------------------------------------------------------

typedef struct {
  char *id;
  const char *field; // static
  char *value;       // NULL: nothing
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->id);
  g_free (change->value);
  g_free (change);
}

static gpointer
write_change (CeciDatabase *database, gpointer data, GError **error)
{
  Change *change = data;
  g_autoptr (CeciOrganisation) organisation = ceci_organisation_repository_find (database, change->id, error);
  g_autoptr (CeciOrganisation) changed = NULL;

  if (organisation == NULL)
    return NULL;
  changed = ceci_record_with (organisation, change->field, change->value, NULL);
  ceci_organisation_repository_change (database, changed, error);
  return NULL;
}

static void
write_fact (CeciOrganisationPage *self, const char *field, const char *value)
{
  // Translators: %s is an organisation’s name
  g_autofree char *label = g_strdup_printf (_ ("Change %s"), ceci_organisation_page_get_name (self));
  Change *change = g_new0 (Change, 1);

  change->id = g_strdup (ceci_view_get_subject (CECI_VIEW (self)));
  change->field = field;
  change->value = g_strdup (value);
  ceci_view_write (CECI_VIEW (self), label, write_change, change, change_free);
}

// --- rows -------------------------------------------------------------------------------------------------------

static const Fact *
fact_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "fact");
}

static gboolean
is_sound (const Fact *fact, const char *text)
{
  g_autofree char *kept = fact->normalise != NULL && *text != '\0' ? fact->normalise (text) : NULL;

  return fact->normalise == NULL || *text == '\0' || kept != NULL;
}

static void
on_changed (CeciOrganisationPage *self, GtkWidget *row)
{
  if (is_sound (fact_of (row), gtk_editable_get_text (GTK_EDITABLE (row))))
    gtk_widget_remove_css_class (row, "error");
  else
    gtk_widget_add_css_class (row, "error");
}

static void
on_apply (CeciOrganisationPage *self, GtkWidget *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (!self->showing && self->shown != NULL)
    write_fact (self, fact_of (row)->field, *text != '\0' ? text : NULL);
}

static void
on_selected (CeciOrganisationPage *self, GParamSpec *pspec, AdwComboRow *row)
{
  GType type = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (row), "type"));
  g_autofree char *word = ceci_enum_to_column (type, (int) adw_combo_row_get_selected (row));

  if (!self->showing && self->shown != NULL)
    write_fact (self, type == CECI_TYPE_LEGAL_FORM ? "legal_form" : "kind", word);
}

static void
add_choice (CeciOrganisationPage *self, const char *title, GType type, const char *name)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr (GEnumClass) values = g_type_class_ref (type);
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; i < values->n_values; i++)
    if (values->values[i].value >= 0)
      gtk_string_list_append (words, ceci_enum_get_label (type, values->values[i].value));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  gtk_widget_set_name (row, name);
  g_object_set_data (G_OBJECT (row), "type", GSIZE_TO_POINTER (type));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->fact_rows, row);
}

static void
add_fact (CeciOrganisationPage *self, const Fact *fact)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (fact->title));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_widget_set_name (row, fact->field);
  g_object_set_data (G_OBJECT (row), "fact", (gpointer) fact);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_apply), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->fact_rows, row);
}

void
ceci_organisation_page_make_facts (CeciOrganisationPage *self)
{
  self->showing = TRUE;
  add_choice (self, _ ("Kind"), CECI_TYPE_ORGANISATION_KIND, "organisation-kind");
  add_choice (self, _ ("Legal form"), CECI_TYPE_LEGAL_FORM, "legal-form");
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    add_fact (self, &facts[i]);
  adw_preferences_group_add (self->facts, self->fact_rows->pdata[FIRST_FACT]); // the name comes first
  adw_preferences_group_add (self->facts, self->fact_rows->pdata[KIND_ROW]);
  adw_preferences_group_add (self->facts, self->fact_rows->pdata[FORM_ROW]);
  for (guint i = FIRST_FACT + 1; i < self->fact_rows->len; i++)
    adw_preferences_group_add (self->facts, self->fact_rows->pdata[i]);
  self->showing = FALSE;
}

static void
show_check (CeciOrganisationPage *self)
{
  const char *checked_on = ceci_organisation_get_checked_on (self->shown->organisation);
  g_autofree char *date = checked_on != NULL ? ceci_date_format_long (checked_on) : NULL;
  // Translators: %s is a date
  g_autofree char *title =
      date != NULL ? g_strdup_printf (_ ("Checked on %s"), date) : g_strdup (_ ("Not checked yet"));
  GtkWidget *row =
      ceci_rows_new_row (title, checked_on != NULL ? ceci_organisation_get_checked_reason (self->shown->organisation)
                                                   : _ ("A placement without a labelled offer waits for this check."));
  GtkWidget *pill = ceci_state_pill_new ();

  ceci_state_pill_set_state (CECI_STATE_PILL (pill), checked_on != NULL ? CECI_TONE_SUCCESS : CECI_TONE_WARNING,
                             checked_on != NULL ? "object-select-symbolic" : "dialog-warning-symbolic",
                             checked_on != NULL ? _ ("Checked") : _ ("To check"));
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  if (checked_on == NULL && ceci_organisation_page_is_editable (self)) {
    GtkWidget *button = ceci_rows_add_button (row, _ ("_Check…"));

    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), CECI_ORGANISATION_ACT ("check"));
  }
  ceci_rows_clear (self->eligibility);
  ceci_rows_add (self->eligibility, row);
}

void
ceci_organisation_page_show_facts (CeciOrganisationPage *self)
{
  CeciOrganisation *organisation = self->shown->organisation;
  gboolean editable = ceci_organisation_page_is_editable (self);

  adw_combo_row_set_selected (self->fact_rows->pdata[KIND_ROW], (guint) ceci_organisation_get_kind (organisation));
  adw_combo_row_set_selected (self->fact_rows->pdata[FORM_ROW],
                              (guint) ceci_organisation_get_legal_form (organisation));
  for (guint i = 0; i < self->fact_rows->len; i++) {
    GtkWidget *row = self->fact_rows->pdata[i];
    const Fact *fact = fact_of (row);
    g_autofree char *shown = NULL;

    gtk_widget_set_sensitive (row, editable);
    if (fact == NULL)
      continue;
    shown = fact->format != NULL ? fact->format (fact->get (organisation)) : g_strdup (fact->get (organisation));
    if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), shown != NULL ? shown : "") != 0)
      gtk_editable_set_text (GTK_EDITABLE (row), shown != NULL ? shown : "");
  }
  show_check (self);
}
