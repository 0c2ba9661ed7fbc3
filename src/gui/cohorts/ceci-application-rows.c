// SPDX-License-Identifier: GPL-3.0-or-later
// What an application's page says, part by part.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-application-page-private.h"
#include "core/model/ceci-application-contact.h"
#include "core/model/ceci-letter.h"
#include "core/model/ceci-offer.h"
#include "core/model/ceci-person-duplicates.h"
#include "core/model/ceci-student.h"
#include "core/regulation/ceci-finding.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-finding-row.h"
#include "widgets/ceci-rows.h"
#include "widgets/ceci-state-words.h"

// A button of a row that activates an action of the page with an id.
static void
add_action (GtkWidget *row, const char *label, const char *action, const char *id)
{
  GtkWidget *button = ceci_rows_add_button (row, label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (id != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
}

static void
open_with (GtkWidget *row, const char *action, const char *id)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
}

// What a point of the check is about; the rule is in the tooltip of its pill.
static const char *
title_of (CeciFinding *finding)
{
  static const struct {
    const char *point, *title;
  } points[] = {
      {"point=organisation", N_ ("Organisation")}, {"point=mission", N_ ("Assignment")},
      {"point=legal-form", N_ ("Legal form")},     {"point=hours", N_ ("Planned hours")},
      {"point=eligible", N_ ("Eligibility")},
  };
  GStrv facts = ceci_finding_get_facts (finding);

  for (guint i = 0; facts != NULL && facts[0] != NULL && i < G_N_ELEMENTS (points); i++)
    if (g_str_equal (facts[0], points[i].point))
      return _ (points[i].title);
  return ceci_finding_get_title (finding);
}

static void
fill_admission (CeciApplicationPage *self)
{
  GPtrArray *findings = self->sheet->findings;
  const char *reason = ceci_application_get_state_reason (self->sheet->application);

  ceci_rows_clear (self->admission);
  for (guint i = 0; i < findings->len; i++) {
    CeciFinding *finding = findings->pdata[i];
    GtkWidget *row = ceci_finding_row_new (finding, title_of (finding));

    if (strcmp (ceci_finding_get_rule (finding), "R14") == 0 && ceci_finding_get_state (finding) != CECI_FINDING_OK)
      add_action (row, _ ("_Eligible…"), "application.vouch", NULL);
    ceci_rows_add (self->admission, row);
  }
  ceci_rows_add_fact (self->admission, _ ("Reason of the state"), reason);
}

static void
fill_duplicates (CeciApplicationPage *self)
{
  GPtrArray *pairs = self->sheet->duplicates;

  ceci_rows_clear (self->duplicates);
  for (guint i = 0; i < pairs->len; i++) {
    const CeciPersonPair *pair = pairs->pdata[i];
    const char *matricule = ceci_person_get_matricule (pair->other);
    g_autofree char *words = matricule != NULL ? g_strdup_printf ("%s · %s", pair->reason, matricule) : NULL;
    GtkWidget *row =
        ceci_rows_new_row (ceci_person_get_display_name (pair->other), words != NULL ? words : pair->reason);

    add_action (row, _ ("Co_mpare…"), "application.merge", ceci_record_get_id (CECI_RECORD (pair->other)));
    ceci_rows_add (self->duplicates, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->duplicates), pairs->len > 0);
}

static void
fill_placement (CeciApplicationPage *self)
{
  CeciApplication *application = self->sheet->application;
  gint64 minutes = ceci_application_get_planned_minutes (application);
  const char *starts_on = ceci_application_get_starts_on (application);
  const char *ends_on = ceci_application_get_ends_on (application);
  const char *reference = ceci_application_get_offer_reference (application);
  gboolean labelled = ceci_application_get_offer_labelled (application);
  g_autofree char *hours = minutes >= 0 ? ceci_duration_format (minutes) : NULL;
  g_autofree char *starts = starts_on != NULL ? ceci_date_format_long (starts_on) : NULL;
  g_autofree char *ends = ends_on != NULL ? ceci_date_format_long (ends_on) : NULL;
  g_autofree char *offer = reference != NULL && labelled
                               // Translators: the reference of an offer on the platform TIME
                               ? g_strdup_printf (_ ("%s, labelled “student placement”"), reference)
                               : g_strdup (labelled ? _ ("Labelled “student placement”") : reference);

  ceci_rows_clear (self->placement);
  ceci_rows_add_fact (self->placement, _ ("Organisation"), ceci_application_get_organisation_name (application));
  ceci_rows_add_fact (
      self->placement, _ ("Kind of organisation"),
      ceci_enum_get_label (CECI_TYPE_ORGANISATION_KIND, (int) ceci_application_get_organisation_kind (application)));
  ceci_rows_add_fact (self->placement, _ ("Legal form"),
                      ceci_enum_get_label (CECI_TYPE_LEGAL_FORM, (int) ceci_application_get_legal_form (application)));
  ceci_rows_add_fact (self->placement, _ ("Enterprise number"), ceci_application_get_enterprise_number (application));
  ceci_rows_add_fact (self->placement, _ ("Assignment"), ceci_application_get_mission (application));
  ceci_rows_add_fact (self->placement, _ ("Role"), ceci_application_get_function (application));
  ceci_rows_add_fact (self->placement, _ ("Planned hours"), hours);
  ceci_rows_add_fact (self->placement, _ ("Placement begins"), starts);
  ceci_rows_add_fact (self->placement, _ ("Placement ends"), ends);
  ceci_rows_add_fact (self->placement, _ ("Committee member"),
                      ceci_application_get_committee_member (application) ? _ ("yes") : _ ("no"));
  ceci_rows_add_fact (self->placement, _ ("Supervisor"), ceci_application_get_supervisor_name (application));
  ceci_rows_add_fact (self->placement, _ ("Supervisor’s e-mail"), ceci_application_get_supervisor_email (application));
  ceci_rows_add_fact (self->placement, _ ("TIME offer"), offer);
}

static void
fill_person (CeciApplicationPage *self)
{
  CeciApplication *application = self->sheet->application;
  CeciPerson *person = self->sheet->person;
  const char *birth_date = ceci_person_get_birth_date (person);
  g_autofree char *born = birth_date != NULL ? ceci_date_format_long (birth_date) : NULL;

  ceci_rows_clear (self->motivation);
  ceci_rows_add_fact (self->motivation, _ ("In the applicant’s words"), ceci_application_get_motivation (application));
  gtk_widget_set_visible (GTK_WIDGET (self->motivation), ceci_rows_count (self->motivation) > 0);

  ceci_rows_clear (self->person);
  ceci_rows_add_fact (self->person, _ ("First name"), ceci_person_get_first_name (person));
  ceci_rows_add_fact (self->person, _ ("Preferred first name"), ceci_person_get_usual_first_name (person));
  ceci_rows_add_fact (self->person, _ ("Family name"), ceci_person_get_family_name (person));
  ceci_rows_add_fact (self->person, _ ("E-mail"), ceci_person_get_email (person));
  ceci_rows_add_fact (self->person, _ ("Telephone"), ceci_person_get_phone (person));
  ceci_rows_add_fact (self->person, _ ("Student number"), ceci_person_get_matricule (person));
  ceci_rows_add_fact (self->person, _ ("Date of birth"), born);
  ceci_rows_add_fact (self->person, _ ("Faculty"), ceci_person_get_faculty_name (person));
  ceci_rows_add_fact (self->person, _ ("Studies"), ceci_application_get_study_path (application));
  ceci_rows_add_fact (self->person, _ ("Entry profile"), ceci_application_get_entry_profile (application));
  ceci_rows_add_fact (self->person, _ ("Consent"), ceci_application_get_consent (application) ? _ ("yes") : _ ("no"));
}

static void
fill_elsewhere (CeciApplicationPage *self)
{
  GListModel *students = self->sheet->students, *others = self->sheet->others;

  ceci_rows_clear (self->elsewhere);
  for (guint i = 0; i < g_list_model_get_n_items (students); i++) {
    g_autoptr (CeciStudent) student = g_list_model_get_item (students, i);
    GtkWidget *row = ceci_rows_new_row (ceci_student_get_cohort_name (student), _ ("Enrolled"));
    GtkWidget *pill = ceci_state_pill_new ();

    ceci_words_show_state (CECI_STATE_PILL (pill), CECI_TYPE_STUDENT_STATE, (int) ceci_student_get_state (student));
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
    open_with (row, "win.show-student", ceci_record_get_id (CECI_RECORD (student)));
    ceci_rows_add (self->elsewhere, row);
  }
  for (guint i = 0; i < g_list_model_get_n_items (others); i++) {
    g_autoptr (CeciApplication) other = g_list_model_get_item (others, i);
    g_autofree char *day = ceci_date_from_instant (ceci_application_get_received_at (other));
    g_autofree char *shown = ceci_date_format_long (day);
    // Translators: %s is a date
    g_autofree char *words = g_strdup_printf (_ ("Another application, received on %s"), shown);
    GtkWidget *row = ceci_rows_new_row (ceci_application_get_cohort_name (other), words);
    GtkWidget *pill = ceci_state_pill_new ();

    ceci_words_show_state (CECI_STATE_PILL (pill), CECI_TYPE_APPLICATION_STATE,
                           (int) ceci_application_get_state (other));
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
    open_with (row, "win.show-application", ceci_record_get_id (CECI_RECORD (other)));
    ceci_rows_add (self->elsewhere, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->elsewhere), ceci_rows_count (self->elsewhere) > 0);
}

static void
fill_contacts (CeciApplicationPage *self)
{
  GListModel *contacts = self->sheet->contacts, *letters = self->sheet->letters;

  ceci_rows_clear (self->contacts);
  for (guint i = 0; i < g_list_model_get_n_items (contacts); i++) {
    g_autoptr (CeciApplicationContact) contact = g_list_model_get_item (contacts, i);
    g_autofree char *day = ceci_date_format_short (ceci_application_contact_get_contacted_on (contact));
    const char *channel =
        ceci_enum_get_label (CECI_TYPE_CONTACT_CHANNEL, (int) ceci_application_contact_get_channel (contact));
    g_autofree char *words =
        g_strdup_printf ("%s · %s · %s", day, channel, ceci_application_contact_get_author (contact));
    GtkWidget *row = ceci_rows_new_row (ceci_application_contact_get_note (contact), words);
    GtkWidget *button = ceci_rows_add_button (row, "");

    gtk_button_set_icon_name (GTK_BUTTON (button), "user-trash-symbolic");
    gtk_widget_set_tooltip_text (button, _ ("Remove this contact"));
    gtk_widget_add_css_class (button, "flat");
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "application.forget-contact");
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", ceci_record_get_id (CECI_RECORD (contact)));
    ceci_rows_add (self->contacts, row);
  }
  for (guint i = 0; i < g_list_model_get_n_items (letters); i++) {
    g_autoptr (CeciLetter) letter = g_list_model_get_item (letters, i);
    g_autofree char *day = ceci_date_from_instant (ceci_letter_get_prepared_at (letter));
    g_autofree char *shown = ceci_date_format_short (day);
    // Translators: %s is a date
    g_autofree char *words = g_strdup_printf (_ ("Letter prepared on %s"), shown);

    ceci_rows_add (self->contacts, ceci_rows_new_row (ceci_letter_get_subject (letter), words));
  }
  gtk_widget_set_visible (GTK_WIDGET (self->contacts), ceci_rows_count (self->contacts) > 0);
}

static void
fill_guidance (CeciApplicationPage *self)
{
  const char *since = ceci_application_get_guidance_since (self->sheet->application);
  g_autofree char *shown = since != NULL ? ceci_date_format_long (since) : NULL;
  // Translators: %s is a date
  g_autofree char *words = shown != NULL ? g_strdup_printf (_ ("Since %s"), shown) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->guided), words != NULL ? words : "");
  adw_switch_row_set_active (self->guided, since != NULL);
  ceci_state_pill_set_state (self->guidance_pill, CECI_TONE_ACCENT, NULL, since != NULL ? _ ("Guided") : NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->guidance_pill), words);
}

static void
fill_offers (CeciApplicationPage *self)
{
  GListModel *offers = self->sheet->offers;
  gboolean wanted = ceci_application_get_guidance_since (self->sheet->application) != NULL ||
                    ceci_application_get_organisation_name (self->sheet->application) == NULL;

  ceci_rows_clear (self->offers);
  for (guint i = 0; wanted && i < g_list_model_get_n_items (offers); i++) {
    g_autoptr (CeciOffer) offer = g_list_model_get_item (offers, i);
    g_autofree char *hours =
        ceci_offer_get_minutes (offer) >= 0 ? ceci_duration_format (ceci_offer_get_minutes (offer)) : NULL;
    g_autofree char *words = hours != NULL
                                 ? g_strdup_printf ("%s · %s", ceci_offer_get_organisation_name (offer), hours)
                                 : g_strdup (ceci_offer_get_organisation_name (offer));
    GtkWidget *row = ceci_rows_new_row (ceci_offer_get_title (offer), words);

    add_action (row, _ ("_Take up"), "application.take-up", ceci_record_get_id (CECI_RECORD (offer)));
    ceci_rows_add (self->offers, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->offers), ceci_rows_count (self->offers) > 0);
}

static void
fill_source (CeciApplicationPage *self)
{
  CeciApplication *application = self->sheet->application;
  gint64 line = ceci_application_get_source_line (application);
  g_autofree char *day = ceci_date_from_instant (ceci_application_get_received_at (application));
  g_autofree char *received = ceci_date_format_long (day);
  g_autofree char *source =
      line != CECI_UNSET
          // Translators: the name of a file, and the number of a line in it
          ? g_strdup_printf (_ ("%s, line %d"), ceci_application_get_source (application), (int) line)
          : g_strdup (ceci_application_get_source (application));

  ceci_rows_clear (self->source);
  ceci_rows_add_fact (self->source, _ ("Received"), received);
  ceci_rows_add_fact (self->source, _ ("File"), source);
}

/**
 * ceci_application_page_fill:
 * @self: a page that has read its sheet
 *
 * Says what was read.
 */
void
ceci_application_page_fill (CeciApplicationPage *self)
{
  CeciApplication *application = self->sheet->application;
  g_autofree char *day = ceci_date_from_instant (ceci_application_get_received_at (application));
  g_autofree char *shown = ceci_date_format_long (day);
  // Translators: an intake, then a date
  g_autofree char *subtitle =
      g_strdup_printf (_ ("%s · received on %s"), ceci_application_get_cohort_name (application), shown);

  self->showing = TRUE;
  ceci_view_set_title (CECI_VIEW (self), ceci_application_get_display_name (application));
  adw_window_title_set_subtitle (self->heading, subtitle);
  ceci_words_show_state (self->state, CECI_TYPE_APPLICATION_STATE, (int) ceci_application_get_state (application));
  fill_admission (self);
  fill_duplicates (self);
  fill_placement (self);
  fill_person (self);
  fill_elsewhere (self);
  fill_guidance (self);
  fill_contacts (self);
  fill_offers (self);
  fill_source (self);
  self->showing = FALSE;
}
