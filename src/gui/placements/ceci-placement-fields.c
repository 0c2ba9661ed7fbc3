// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of the placement dialog: filled from a draft, and read as one.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-placement-dialog-private.h"
#include "core/model/ceci-mandate.h"
#include "core/store/ceci-date.h"

// --- the lists -----------------------------------------------------------------------------

static void
offer_enum (AdwComboRow *row, GType type, int n)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (int i = 0; i < n; i++)
    gtk_string_list_append (words, ceci_enum_get_label (type, i));
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
}

static void
offer_organisations (CeciPlacementDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GListModel *organisations = self->choices->organisations;

  gtk_string_list_append (names, _ ("A new organisation"));
  for (guint i = 0; i < g_list_model_get_n_items (organisations); i++) {
    g_autoptr (CeciOrganisation) organisation = g_list_model_get_item (organisations, i);

    gtk_string_list_append (names, ceci_organisation_get_name (organisation));
  }
  adw_combo_row_set_expression (self->organisation,
                                gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  adw_combo_row_set_search_match_mode (self->organisation, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_model (self->organisation, G_LIST_MODEL (names));
}

static void
offer_sources (CeciPlacementDialog *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GListModel *offers = self->choices->offers;

  self->shown_sources = g_ptr_array_new_with_free_func ((GDestroyNotify) g_object_unref);
  if (self->choices->application != NULL)
    gtk_string_list_append (words, _ ("The application"));
  gtk_string_list_append (words, _ ("A blank form"));
  for (guint i = 0; i < g_list_model_get_n_items (offers); i++) {
    CeciOffer *offer = g_list_model_get_item (offers, i);
    // Translators: an organisation, the title of its offer
    g_autofree char *line =
        g_strdup_printf (_ ("Offer: %s, %s"), ceci_offer_get_organisation_name (offer), ceci_offer_get_title (offer));

    gtk_string_list_append (words, line);
    g_ptr_array_add (self->shown_sources, offer);
  }
  adw_combo_row_set_model (self->source, G_LIST_MODEL (words));
}

void
ceci_placement_dialog_offer (CeciPlacementDialog *self)
{
  self->filling = TRUE;
  offer_enum (self->new_kind, CECI_TYPE_ORGANISATION_KIND, CECI_ORGANISATION_KIND_OTHER + 1);
  offer_enum (self->new_form, CECI_TYPE_LEGAL_FORM, CECI_LEGAL_FORM_UNKNOWN + 1);
  offer_organisations (self);
  offer_sources (self);
  self->filling = FALSE;
}

CeciOffer *
ceci_placement_dialog_get_offer (CeciPlacementDialog *self)
{
  guint before = self->choices->application != NULL ? 2 : 1;
  guint selected = adw_combo_row_get_selected (self->source);

  if (selected == GTK_INVALID_LIST_POSITION || selected < before || selected - before >= self->shown_sources->len)
    return NULL;
  return self->shown_sources->pdata[selected - before];
}

// --- filling ---------------------------------------------------------------------------------

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
fill_organisation (CeciPlacementDialog *self)
{
  CeciOrganisation *organisation = self->base->organisation;
  const char *id = organisation != NULL ? ceci_record_get_id (CECI_RECORD (organisation)) : NULL;
  GListModel *all = self->choices->organisations;
  guint selected = 0;

  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (all); i++) {
    g_autoptr (CeciRecord) each = g_list_model_get_item (all, i);

    if (g_strcmp0 (ceci_record_get_id (each), id) == 0)
      selected = i + 1;
  }
  adw_combo_row_set_selected (self->organisation, selected);
  set_text (self->new_name, organisation != NULL ? ceci_organisation_get_name (organisation) : NULL);
  adw_combo_row_set_selected (self->new_kind, organisation != NULL ? (guint) ceci_organisation_get_kind (organisation)
                                                                   : CECI_ORGANISATION_KIND_ASSOCIATION);
  adw_combo_row_set_selected (self->new_form, organisation != NULL
                                                  ? (guint) ceci_organisation_get_legal_form (organisation)
                                                  : CECI_LEGAL_FORM_UNKNOWN);
  set_text (self->new_number, organisation != NULL ? ceci_organisation_get_enterprise_number (organisation) : NULL);
}

void
ceci_placement_dialog_show_mandates (CeciPlacementDialog *self)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  g_autoptr (CeciOrganisation) organisation = ceci_placement_dialog_dup_organisation (self);
  const char *id = organisation != NULL ? ceci_record_get_id (CECI_RECORD (organisation)) : NULL;
  const char *chosen = ceci_placement_get_mandate_id (self->base->placement);
  guint selected = 0;

  g_clear_pointer (&self->shown_mandates, g_ptr_array_unref);
  self->shown_mandates = g_ptr_array_new_with_free_func (g_object_unref);
  // Translators: no term of office
  gtk_string_list_append (lines, C_ ("term of office", "None"));
  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (self->choices->mandates); i++) {
    g_autoptr (CeciMandate) mandate = g_list_model_get_item (self->choices->mandates, i);
    g_autofree char *until = NULL;
    g_autofree char *line = NULL;

    if (g_strcmp0 (ceci_mandate_get_organisation_id (mandate), id) != 0)
      continue;
    until = ceci_date_format_short (ceci_mandate_get_ends_on (mandate));
    line = ceci_mandate_get_ends_on (mandate) != NULL
               // Translators: a person, an office, a date
               ? g_strdup_printf (_ ("%s, %s, until %s"), ceci_mandate_get_holder_name (mandate),
                                  ceci_mandate_get_role (mandate), until)
               // Translators: a person, an office
               : g_strdup_printf (_ ("%s, %s, in office"), ceci_mandate_get_holder_name (mandate),
                                  ceci_mandate_get_role (mandate));
    gtk_string_list_append (lines, line);
    g_ptr_array_add (self->shown_mandates, g_object_ref (mandate));
    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (mandate)), chosen) == 0)
      selected = self->shown_mandates->len;
  }
  adw_combo_row_set_model (self->mandate, G_LIST_MODEL (lines));
  adw_combo_row_set_selected (self->mandate, selected);
}

void
ceci_placement_dialog_fill (CeciPlacementDialog *self)
{
  CeciPlacement *placement = self->base->placement;
  gint64 minutes = ceci_placement_get_planned_minutes (placement);
  g_autofree char *planned = minutes > 0 ? ceci_duration_format (minutes) : NULL;

  self->filling = TRUE;
  fill_organisation (self);
  set_text (self->function, ceci_placement_get_function (placement));
  set_text (self->mission, ceci_placement_get_mission (placement));
  set_text (self->starts_on, ceci_placement_get_starts_on (placement));
  set_text (self->ends_on, ceci_placement_get_ends_on (placement));
  set_text (self->planned, planned);
  set_text (self->feasibility, ceci_placement_get_feasibility (placement));
  set_text (self->eligibility, ceci_placement_get_eligibility_reason (placement));
  adw_switch_row_set_active (self->committee, ceci_placement_get_committee_member (placement));
  adw_combo_row_set_selected (self->supervisor_kind, (guint) ceci_placement_get_supervisor_kind (placement));
  set_text (self->supervisor_name, ceci_placement_get_supervisor_name (placement));
  set_text (self->supervisor_email, ceci_placement_get_supervisor_email (placement));
  ceci_member_list_set_members (self->members, self->base->members);
  ceci_placement_dialog_show_mandates (self);
  self->filling = FALSE;
}

// --- reading -----------------------------------------------------------------------------------

char *
ceci_placement_dialog_dup_text (AdwEntryRow *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

#define DUP_TEXT ceci_placement_dialog_dup_text

/**
 * ceci_placement_dialog_dup_day:
 * @self: the dialog
 * @row: a line for a date
 * @not_before: (nullable): a day without its year is meant on this day or after
 *
 * Returns: (transfer full) (nullable): the day; a line that holds something else turns red
 */
char *
ceci_placement_dialog_dup_day (CeciPlacementDialog *self, AdwEntryRow *row, const char *not_before)
{
  g_autofree char *text = DUP_TEXT (row);
  g_autofree char *day = text != NULL ? ceci_date_parse_human (text, ceci_desk_get_today (self->desk)) : NULL;

  if (text == NULL || day != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  if (text != NULL && day == NULL)
    g_set_str (&self->told, text);
  if (day != NULL && not_before != NULL && g_regex_match_simple ("^\\d{1,2}[./-]\\d{1,2}$", text, 0, 0))
    while (strcmp (day, not_before) < 0) {
      char *next = ceci_date_add_months (day, 12);

      g_free (day);
      day = next;
    }
  return g_steal_pointer (&day);
}

gboolean
ceci_placement_dialog_is_collective (CeciPlacementDialog *self)
{
  return adw_combo_row_get_selected (self->supervisor_kind) == CECI_SUPERVISOR_KIND_COLLECTIVE;
}

CeciOrganisation *
ceci_placement_dialog_dup_organisation (CeciPlacementDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->organisation);
  g_autofree char *name = DUP_TEXT (self->new_name);
  g_autofree char *number = DUP_TEXT (self->new_number);
  g_autofree char *address = DUP_TEXT (self->new_address);
  g_autofree char *postcode = DUP_TEXT (self->new_postcode);
  g_autofree char *city = DUP_TEXT (self->new_city);

  if (selected != GTK_INVALID_LIST_POSITION && selected > 0)
    return g_list_model_get_item (self->choices->organisations, selected - 1);
  if (name == NULL)
    return NULL;
  return ceci_record_new (
      CECI_TYPE_ORGANISATION, "name", name, "kind",
      ceci_enum_get_nick (CECI_TYPE_ORGANISATION_KIND, (int) adw_combo_row_get_selected (self->new_kind)), "legal_form",
      ceci_enum_get_nick (CECI_TYPE_LEGAL_FORM, (int) adw_combo_row_get_selected (self->new_form)), "enterprise_number",
      number, "address", address, "postcode", postcode, "city", city, NULL);
}

// The hours that are planned; CECI_UNSET when the line is blank, and the line turns red on what is no duration.
static gint64
planned_minutes (CeciPlacementDialog *self)
{
  g_autofree char *text = DUP_TEXT (self->planned);
  gint64 minutes = text != NULL ? ceci_duration_parse (text) : CECI_UNSET;

  if (minutes >= 0 || text == NULL) {
    gtk_widget_remove_css_class (GTK_WIDGET (self->planned), "error");
    return minutes;
  }
  gtk_widget_add_css_class (GTK_WIDGET (self->planned), "error");
  g_set_str (&self->told, text);
  return CECI_UNSET;
}

static const char *
mandate_id (CeciPlacementDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->mandate);

  if (self->shown_mandates == NULL || selected == GTK_INVALID_LIST_POSITION || selected == 0 ||
      selected > self->shown_mandates->len || ceci_placement_dialog_is_collective (self))
    return NULL;
  return ceci_record_get_id (self->shown_mandates->pdata[selected - 1]);
}

/**
 * ceci_placement_dialog_dup_draft:
 * @self: the dialog
 *
 * Returns: (transfer full): the placement as it is filled in; `told` holds what could not be read
 */
CeciPlacementDraft *
ceci_placement_dialog_dup_draft (CeciPlacementDialog *self)
{
  CeciPlacementDraft *draft = g_new0 (CeciPlacementDraft, 1);
  CeciOffer *offer = ceci_placement_dialog_get_offer (self);
  g_autofree char *function = DUP_TEXT (self->function);
  g_autofree char *mission = DUP_TEXT (self->mission);
  g_autofree char *feasibility = DUP_TEXT (self->feasibility);
  g_autofree char *eligibility = DUP_TEXT (self->eligibility);
  g_autofree char *name = DUP_TEXT (self->supervisor_name);
  g_autofree char *email = DUP_TEXT (self->supervisor_email);
  g_autofree char *starts_on = ceci_placement_dialog_dup_day (self, self->starts_on, NULL);
  g_autofree char *ends_on = ceci_placement_dialog_dup_day (self, self->ends_on, starts_on);
  const char *offer_id =
      offer != NULL ? ceci_record_get_id (CECI_RECORD (offer)) : ceci_placement_get_offer_id (self->base->placement);

  draft->organisation = ceci_placement_dialog_dup_organisation (self);
  draft->placement = ceci_record_with (
      self->base->placement, "organisation_id",
      draft->organisation != NULL ? ceci_record_get_id (CECI_RECORD (draft->organisation)) : NULL, "offer_id", offer_id,
      "function", function, "mission", mission, "feasibility", feasibility, "eligibility_reason", eligibility,
      "starts_on", starts_on, "ends_on", ends_on, "planned_minutes", planned_minutes (self), "committee_member",
      adw_switch_row_get_active (self->committee), "supervisor_kind",
      ceci_placement_dialog_is_collective (self) ? "collective" : "individual", "supervisor_name", name,
      "supervisor_email", email, "mandate_id", mandate_id (self), NULL);
  if (ceci_placement_dialog_is_collective (self))
    draft->members = ceci_member_list_dup_members (self->members, ceci_desk_get_today (self->desk));
  else
    draft->members = G_LIST_MODEL (g_list_store_new (CECI_TYPE_SUPERVISOR_MEMBER));
  return draft;
}
