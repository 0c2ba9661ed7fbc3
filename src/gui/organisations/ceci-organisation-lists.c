// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs to an organisation, as rows: duplicates, contacts, committee, offers, students.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-organisation-private.h"
#include "core/model/ceci-placement.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-rows.h"
#include "widgets/ceci-state-pill.h"

#define MOST_STUDENTS 200

static void
add_empty (AdwPreferencesGroup *group, const char *sentence)
{
  GtkWidget *row = ceci_rows_new_row (sentence, NULL);

  gtk_widget_add_css_class (row, "dimmed");
  ceci_rows_add (group, row);
}

static void
add_pill (GtkWidget *row, CeciTone tone, const char *icon_name, const char *label)
{
  GtkWidget *pill = ceci_state_pill_new ();

  ceci_state_pill_set_state (CECI_STATE_PILL (pill), tone, icon_name, label);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
}

// Pressing the row edits; a button at its end removes.
static void
make_editable (CeciOrganisationPage *self, GtkWidget *row, const char *edit, const char *remove, const char *id)
{
  GtkWidget *button;

  if (!ceci_organisation_page_is_editable (self))
    return;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), edit);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), remove);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

// The parts that are there, with a middle dot between.
static char *
join (const char *one, const char *two, const char *three)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  const char *texts[] = {one, two, three};
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      g_strv_builder_add (parts, texts[i]);
  list = g_strv_builder_end (parts);
  return g_strjoinv (" · ", list);
}

static void
show_duplicates (CeciOrganisationPage *self)
{
  guint n = g_list_model_get_n_items (self->shown->duplicates);

  ceci_rows_clear (self->duplicates);
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciOrganisation) other = g_list_model_get_item (self->shown->duplicates, i);
    g_autofree char *number = ceci_enterprise_number_format (ceci_organisation_get_enterprise_number (other));
    g_autofree char *marks = join (number, ceci_organisation_get_city (other), NULL);
    GtkWidget *row = ceci_rows_new_row (ceci_organisation_get_name (other), marks);
    GtkWidget *button = ceci_rows_add_button (row, _ ("_Merge…"));

    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), CECI_ORGANISATION_ACT ("merge"));
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", ceci_record_get_id (CECI_RECORD (other)));
    gtk_widget_set_sensitive (button, ceci_organisation_page_is_editable (self));
    ceci_rows_add (self->duplicates, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->duplicates), n > 0);
}

static void
show_contacts (CeciOrganisationPage *self)
{
  guint n = g_list_model_get_n_items (self->shown->contacts);

  ceci_rows_clear (self->contacts);
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciContact) contact = g_list_model_get_item (self->shown->contacts, i);
    g_autofree char *details =
        join (ceci_contact_get_role (contact), ceci_contact_get_email (contact), ceci_contact_get_phone (contact));
    GtkWidget *row = ceci_rows_new_row (ceci_contact_get_name (contact), details);

    make_editable (self, row, CECI_ORGANISATION_ACT ("edit-contact"), CECI_ORGANISATION_ACT ("remove-contact"),
                   ceci_record_get_id (CECI_RECORD (contact)));
    ceci_rows_add (self->contacts, row);
  }
  if (n == 0)
    add_empty (self->contacts, _ ("Nobody to reach is recorded."));
}

static char *
describe_mandate (CeciMandate *mandate)
{
  const char *ends_on = ceci_mandate_get_ends_on (mandate);
  g_autofree char *from = ceci_date_format_short (ceci_mandate_get_starts_on (mandate));
  g_autofree char *to = ends_on != NULL ? ceci_date_format_short (ends_on) : NULL;
  // Translators: two dates
  g_autofree char *period = to != NULL ? g_strdup_printf (_ ("%s – %s"), from, to)
                                       // Translators: a date
                                       : g_strdup_printf (_ ("since %s"), from);

  return join (ceci_mandate_get_role (mandate), period, NULL);
}

static void
add_mandate (CeciOrganisationPage *self, CeciMandate *mandate, const char *today)
{
  const char *ends_on = ceci_mandate_get_ends_on (mandate);
  g_autofree char *details = describe_mandate (mandate);
  GtkWidget *row = ceci_rows_new_row (ceci_mandate_get_holder_name (mandate), details);

  if (strcmp (ceci_mandate_get_starts_on (mandate), today) > 0)
    add_pill (row, CECI_TONE_NEUTRAL, "content-loading-symbolic", _ ("To come"));
  else if (ends_on == NULL || strcmp (ends_on, today) >= 0)
    add_pill (row, CECI_TONE_SUCCESS, "object-select-symbolic", _ ("In office"));
  else
    add_pill (row, CECI_TONE_NEUTRAL, "go-previous-symbolic", _ ("Outgoing"));
  make_editable (self, row, CECI_ORGANISATION_ACT ("edit-mandate"), CECI_ORGANISATION_ACT ("remove-mandate"),
                 ceci_record_get_id (CECI_RECORD (mandate)));
  ceci_rows_add (self->mandates, row);
}

// The newest first.
static void
show_mandates (CeciOrganisationPage *self)
{
  const char *today = ceci_desk_get_today (ceci_view_get_desk (CECI_VIEW (self)));
  guint n = g_list_model_get_n_items (self->shown->mandates);

  ceci_rows_clear (self->mandates);
  for (guint i = n; i > 0; i--) {
    g_autoptr (CeciMandate) mandate = g_list_model_get_item (self->shown->mandates, i - 1);

    add_mandate (self, mandate, today);
  }
  if (n == 0)
    add_empty (self->mandates, _ ("No member is recorded."));
}

static void
show_offers (CeciOrganisationPage *self)
{
  const char *today = ceci_desk_get_today (ceci_view_get_desk (CECI_VIEW (self)));
  guint n = g_list_model_get_n_items (self->shown->offers);

  ceci_rows_clear (self->offers);
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciOffer) offer = g_list_model_get_item (self->shown->offers, i);
    const char *until = ceci_offer_get_valid_until (offer);
    gint64 minutes = ceci_offer_get_minutes (offer);
    g_autofree char *hours = minutes != CECI_UNSET ? ceci_duration_format (minutes) : NULL;
    g_autofree char *date = until != NULL ? ceci_date_format_short (until) : NULL;
    // Translators: a date
    g_autofree char *valid = date != NULL ? g_strdup_printf (_ ("until %s"), date) : NULL;
    g_autofree char *details = join (ceci_offer_get_reference (offer), hours, valid);
    GtkWidget *row = ceci_rows_new_row (ceci_offer_get_title (offer), details);

    if (until != NULL && strcmp (until, today) < 0)
      add_pill (row, CECI_TONE_NEUTRAL, "x-office-calendar-symbolic", _ ("Expired"));
    if (ceci_offer_get_labelled (offer))
      add_pill (row, CECI_TONE_SUCCESS, "object-select-symbolic", _ ("Labelled"));
    make_editable (self, row, CECI_ORGANISATION_ACT ("edit-offer"), CECI_ORGANISATION_ACT ("remove-offer"),
                   ceci_record_get_id (CECI_RECORD (offer)));
    ceci_rows_add (self->offers, row);
  }
  if (n == 0)
    add_empty (self->offers, _ ("No offer is recorded."));
}

static void
add_student (CeciOrganisationPage *self, CeciPlacement *placement, const char *today)
{
  const char *closed_on = ceci_placement_get_closed_on (placement);
  const char *last = closed_on != NULL ? closed_on : ceci_placement_get_ends_on (placement);
  g_autofree char *from = ceci_date_format_short (ceci_placement_get_starts_on (placement));
  g_autofree char *to = last != NULL ? ceci_date_format_short (last) : NULL;
  g_autofree char *period =
      to != NULL ? g_strdup_printf (_ ("%s – %s"), from, to) : g_strdup_printf (_ ("since %s"), from);
  g_autofree char *details = join (ceci_placement_get_function (placement), period, NULL);
  GtkWidget *row = ceci_rows_new_row (ceci_placement_get_display_name (placement), details);

  if (last != NULL && strcmp (last, today) < 0)
    add_pill (row, CECI_TONE_NEUTRAL, "object-select-symbolic", _ ("Over"));
  else
    add_pill (row, CECI_TONE_ACCENT, "media-playback-start-symbolic", _ ("Under way"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-student-at");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", ceci_placement_get_student_id (placement),
                                    "placement");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  ceci_rows_add (self->students, row);
}

static void
show_students (CeciOrganisationPage *self)
{
  const char *today = ceci_desk_get_today (ceci_view_get_desk (CECI_VIEW (self)));
  guint n = g_list_model_get_n_items (self->shown->placements);

  ceci_rows_clear (self->students);
  for (guint i = 0; i < MIN (n, MOST_STUDENTS); i++) {
    g_autoptr (CeciPlacement) placement = g_list_model_get_item (self->shown->placements, i);

    add_student (self, placement, today);
  }
  if (n == 0)
    add_empty (self->students, _ ("Nobody has been placed here yet."));
}

void
ceci_organisation_page_show_lists (CeciOrganisationPage *self)
{
  show_duplicates (self);
  show_contacts (self);
  show_mandates (self);
  show_offers (self);
  show_students (self);
}
