// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to an organisation and to what belongs to it: each asks what it must, then writes one step.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-committee-dialog.h"
#include "ceci-organisation-private.h"
#include "widgets/ceci-entry-dialog.h"
#include "widgets/ceci-question.h"

// --- what is written ----------------------------------------------------------------------------------------------

static gpointer
put_contact (CeciDatabase *database, gpointer record, GError **error)
{
  ceci_organisation_repository_put_contact (database, record, error);
  return NULL;
}

static gpointer
remove_contact (CeciDatabase *database, gpointer record, GError **error)
{
  ceci_organisation_repository_remove_contact (database, record, error);
  return NULL;
}

static gpointer
put_mandate (CeciDatabase *database, gpointer record, GError **error)
{
  ceci_organisation_repository_put_mandate (database, record, error);
  return NULL;
}

static gpointer
remove_mandate (CeciDatabase *database, gpointer record, GError **error)
{
  ceci_organisation_repository_remove_mandate (database, record, error);
  return NULL;
}

static gpointer
put_offer (CeciDatabase *database, gpointer record, GError **error)
{
  g_autofree char *id = ceci_organisation_repository_put_offer (database, record, error);

  return NULL;
}

static gpointer
remove_offer (CeciDatabase *database, gpointer record, GError **error)
{
  ceci_organisation_repository_remove_offer (database, record, error);
  return NULL;
}

// label: a pattern with the name of what it is about. record: (transfer full)
static void
write_record (CeciOrganisationPage *self, const char *label, const char *name, CeciRegisterFunc work, gpointer record)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *text = g_strdup_printf (label, name);
#pragma GCC diagnostic pop

  ceci_view_write (CECI_VIEW (self), text, work, record, g_object_unref);
}

// What is being edited, with the page it is edited on. record NULL: a new one.
typedef struct {
  CeciOrganisationPage *page;
  gpointer record;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->page);
  g_clear_object (&edit->record);
  g_free (edit);
}

static void
ask (CeciOrganisationPage *self, const char *title, gpointer record, const CeciEntry *entries, guint n_entries,
     CeciEntriesFunc answered)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->page = g_object_ref (self);
  edit->record = record != NULL ? g_object_ref (record) : NULL;
  ceci_entry_dialog_ask (GTK_WIDGET (self), title, record != NULL ? _ ("_Save") : _ ("_Add"),
                         ceci_desk_get_today (ceci_view_get_desk (CECI_VIEW (self))), entries, n_entries, answered,
                         edit, edit_free);
}

static const char *
subject_of (const Edit *edit)
{
  return ceci_view_get_subject (CECI_VIEW (edit->page));
}

// (transfer full) (nullable): the record of this id in a list of what is shown
static gpointer
find (GListModel *records, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; records != NULL && i < g_list_model_get_n_items (records); i++) {
    g_autoptr (CeciRecord) record = g_list_model_get_item (records, i);

    if (g_strcmp0 (ceci_record_get_id (record), id) == 0)
      return g_steal_pointer (&record);
  }
  return NULL;
}

// --- contacts -----------------------------------------------------------------------------------------------------

static void
on_contact (const char *const *values, gpointer user_data)
{
  Edit *edit = user_data;
  gpointer record = edit->record != NULL
                        ? ceci_record_with (edit->record, "name", values[0], "role", values[1], "email", values[2],
                                            "phone", values[3], NULL)
                        : ceci_record_new (CECI_TYPE_CONTACT, "organisation_id", subject_of (edit), "name", values[0],
                                           "role", values[1], "email", values[2], "phone", values[3], NULL);

  write_record (edit->page, edit->record != NULL ? _ ("Change the contact %s") : _ ("Add the contact %s"), values[0],
                put_contact, record);
}

static void
ask_contact (CeciOrganisationPage *self, CeciContact *contact)
{
  const CeciEntry entries[] = {
      {.title = _ ("Name"), .value = contact != NULL ? ceci_contact_get_name (contact) : NULL},
      {.title = _ ("Role"), .optional = TRUE, .value = contact != NULL ? ceci_contact_get_role (contact) : NULL},
      {.title = _ ("E-mail"),
       .optional = TRUE,
       .value = contact != NULL ? ceci_contact_get_email (contact) : NULL,
       .normalise = ceci_email_normalise,
       .complaint = _ ("This is not an e-mail address: write it as name@example.be.")},
      {.title = _ ("Telephone"),
       .optional = TRUE,
       .value = contact != NULL ? ceci_contact_get_phone (contact) : NULL,
       .normalise = ceci_phone_normalise,
       .complaint = _ ("This is not a telephone number: write it as +32 2 650 28 79.")},
  };

  ask (self, contact != NULL ? _ ("Change a contact") : _ ("Add a contact"), contact, entries, G_N_ELEMENTS (entries),
       on_contact);
}

static void
add_contact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_contact (CECI_ORGANISATION_PAGE (widget), NULL);
}

static void
edit_contact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciOrganisationPage *self = CECI_ORGANISATION_PAGE (widget);
  g_autoptr (CeciContact) contact = find (self->shown->contacts, parameter);

  if (contact != NULL)
    ask_contact (self, contact);
}

static void
remove_contact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciOrganisationPage *self = CECI_ORGANISATION_PAGE (widget);
  CeciContact *contact = find (self->shown->contacts, parameter);

  if (contact != NULL)
    write_record (self, _ ("Remove the contact %s"), ceci_contact_get_name (contact), remove_contact, contact);
}

// --- mandates -----------------------------------------------------------------------------------------------------

static void
on_mandate (const char *const *values, gpointer user_data)
{
  Edit *edit = user_data;
  gpointer record = edit->record != NULL ? ceci_record_with (edit->record, "holder_name", values[0], "role", values[1],
                                                             "starts_on", values[2], "ends_on", values[3], NULL)
                                         : ceci_record_new (CECI_TYPE_MANDATE, "organisation_id", subject_of (edit),
                                                            "holder_name", values[0], "role", values[1], "starts_on",
                                                            values[2], "ends_on", values[3], NULL);

  write_record (edit->page, edit->record != NULL ? _ ("Change the mandate of %s") : _ ("Add a mandate of %s"),
                values[0], put_mandate, record);
}

static void
ask_mandate (CeciOrganisationPage *self, CeciMandate *mandate)
{
  const CeciEntry entries[] = {
      {.title = _ ("Name"), .value = mandate != NULL ? ceci_mandate_get_holder_name (mandate) : NULL},
      {.title = _ ("Role"), .value = mandate != NULL ? ceci_mandate_get_role (mandate) : NULL},
      {.title = _ ("From"),
       .kind = CECI_ENTRY_DATE,
       .value = mandate != NULL ? ceci_mandate_get_starts_on (mandate) : NULL},
      {.title = _ ("Until (optional)"),
       .kind = CECI_ENTRY_DATE,
       .optional = TRUE,
       .value = mandate != NULL ? ceci_mandate_get_ends_on (mandate) : NULL},
  };

  ask (self, mandate != NULL ? _ ("Change a mandate") : _ ("Add a mandate"), mandate, entries, G_N_ELEMENTS (entries),
       on_mandate);
}

static void
add_mandate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_mandate (CECI_ORGANISATION_PAGE (widget), NULL);
}

static void
edit_mandate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciOrganisationPage *self = CECI_ORGANISATION_PAGE (widget);
  g_autoptr (CeciMandate) mandate = find (self->shown->mandates, parameter);

  if (mandate != NULL)
    ask_mandate (self, mandate);
}

static void
remove_mandate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciOrganisationPage *self = CECI_ORGANISATION_PAGE (widget);
  CeciMandate *mandate = find (self->shown->mandates, parameter);

  if (mandate != NULL)
    write_record (self, _ ("Remove the mandate of %s"), ceci_mandate_get_holder_name (mandate), remove_mandate,
                  mandate);
}

static void
paste_committee_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciView *view = CECI_VIEW (widget);

  adw_dialog_present (ceci_committee_dialog_new (ceci_view_get_desk (view), ceci_view_get_subject (view)), widget);
}

// --- offers -------------------------------------------------------------------------------------------------------

static gpointer
offer_from (const Edit *edit, const char *const *values)
{
  gint64 minutes = values[2] != NULL ? g_ascii_strtoll (values[2], NULL, 10) : CECI_UNSET;
  int labelled = g_strcmp0 (values[4], "1") == 0;

  if (edit->record != NULL)
    return ceci_record_with (edit->record, "title", values[0], "reference", values[1], "minutes", minutes,
                             "valid_until", values[3], "labelled", labelled, "description", values[5], NULL);
  return ceci_record_new (CECI_TYPE_OFFER, "organisation_id", subject_of (edit), "title", values[0], "reference",
                          values[1], "minutes", minutes, "valid_until", values[3], "labelled", labelled, "description",
                          values[5], "origin", labelled ? "time" : "office", NULL);
}

static void
on_offer (const char *const *values, gpointer user_data)
{
  Edit *edit = user_data;

  write_record (edit->page, edit->record != NULL ? _ ("Change the offer “%s”") : _ ("Add the offer “%s”"), values[0],
                put_offer, offer_from (edit, values));
}

static void
ask_offer (CeciOrganisationPage *self, CeciOffer *offer)
{
  gint64 minutes = offer != NULL ? ceci_offer_get_minutes (offer) : CECI_UNSET;
  g_autofree char *hours = minutes != CECI_UNSET ? g_strdup_printf ("%" G_GINT64_FORMAT, minutes) : NULL;
  const CeciEntry entries[] = {
      {.title = _ ("Title"), .value = offer != NULL ? ceci_offer_get_title (offer) : NULL},
      {.title = _ ("Reference"), .optional = TRUE, .value = offer != NULL ? ceci_offer_get_reference (offer) : NULL},
      {.title = _ ("Hours"), .kind = CECI_ENTRY_HOURS, .optional = TRUE, .value = hours},
      {.title = _ ("Valid until"),
       .kind = CECI_ENTRY_DATE,
       .optional = TRUE,
       .value = offer != NULL ? ceci_offer_get_valid_until (offer) : NULL},
      {.title = _ ("Bears TIME’s label “student placement”"),
       .kind = CECI_ENTRY_SWITCH,
       .value = offer != NULL && ceci_offer_get_labelled (offer) ? "1" : "0"},
      {.title = _ ("Description"),
       .optional = TRUE,
       .value = offer != NULL ? ceci_offer_get_description (offer) : NULL},
  };

  ask (self, offer != NULL ? _ ("Change an offer") : _ ("Add an offer"), offer, entries, G_N_ELEMENTS (entries),
       on_offer);
}

static void
add_offer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_offer (CECI_ORGANISATION_PAGE (widget), NULL);
}

static void
edit_offer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciOrganisationPage *self = CECI_ORGANISATION_PAGE (widget);
  g_autoptr (CeciOffer) offer = find (self->shown->offers, parameter);

  if (offer != NULL)
    ask_offer (self, offer);
}

static void
remove_offer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciOrganisationPage *self = CECI_ORGANISATION_PAGE (widget);
  CeciOffer *offer = find (self->shown->offers, parameter);

  if (offer != NULL)
    write_record (self, _ ("Remove the offer “%s”"), ceci_offer_get_title (offer), remove_offer, offer);
}

// --- the organisation itself --------------------------------------------------------------------------------------

typedef struct {
  char *id, *other, *day, *reason;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_free (act->id);
  g_free (act->other);
  g_free (act->day);
  g_free (act->reason);
  g_free (act);
}

static gpointer
write_check (CeciDatabase *database, gpointer data, GError **error)
{
  Act *act = data;

  ceci_organisation_repository_check (database, act->id, act->day, act->reason, error);
  return NULL;
}

static gpointer
write_merge (CeciDatabase *database, gpointer data, GError **error)
{
  Act *act = data;

  ceci_organisation_repository_merge (database, act->id, act->other, error);
  return NULL;
}

static gpointer
write_removal (CeciDatabase *database, gpointer data, GError **error)
{
  Act *act = data;

  ceci_organisation_repository_remove (database, act->id, error);
  return NULL;
}

static Act *
act_new (CeciOrganisationPage *self)
{
  Act *act = g_new0 (Act, 1);

  act->id = g_strdup (ceci_view_get_subject (CECI_VIEW (self)));
  return act;
}

static void
on_checked (const char *const *answers, gpointer user_data)
{
  CeciOrganisationPage *self = user_data;
  g_autofree char *label = g_strdup_printf (_ ("Record the check of %s"), ceci_organisation_page_get_name (self));
  Act *act = act_new (self);

  act->day = g_strdup (ceci_desk_get_today (ceci_view_get_desk (CECI_VIEW (self))));
  act->reason = g_strdup (answers[0]);
  ceci_view_write (CECI_VIEW (self), label, write_check, act, act_free);
}

static void
check_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciOrganisationPage *self = CECI_ORGANISATION_PAGE (widget);
  const CeciQuestionLine line = {_ ("Reason"), ceci_organisation_get_checked_reason (self->shown->organisation), FALSE};

  ceci_question_ask (widget, _ ("Why may students be placed there?"),
                     _ ("The check is dated today and stands in for TIME’s label."), _ ("_Record"), &line, 1,
                     on_checked, g_object_ref (self), g_object_unref);
}

static void
uncheck_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciOrganisationPage *self = CECI_ORGANISATION_PAGE (widget);
  g_autofree char *label = g_strdup_printf (_ ("Take back the check of %s"), ceci_organisation_page_get_name (self));

  ceci_view_write (CECI_VIEW (self), label, write_check, act_new (self), act_free);
}

static void
on_merge_answered (AdwAlertDialog *dialog, const char *response, CeciOrganisationPage *self)
{
  CeciOrganisation *other = g_object_get_data (G_OBJECT (dialog), "other");
  g_autofree char *label = NULL;
  Act *act;

  if (!g_str_equal (response, "merge"))
    return;
  label = g_strdup_printf (_ ("Merge %s into %s"), ceci_organisation_get_name (other),
                           ceci_organisation_page_get_name (self));
  act = act_new (self);
  act->other = g_strdup (ceci_record_get_id (CECI_RECORD (other)));
  ceci_view_write (CECI_VIEW (self), label, write_merge, act, act_free);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciOrganisationPage *self = CECI_ORGANISATION_PAGE (widget);
  CeciOrganisation *other = find (self->shown->duplicates, parameter);
  g_autofree char *heading = NULL;
  AdwDialog *dialog;

  if (other == NULL)
    return;
  heading = g_strdup_printf (_ ("Merge “%s” into “%s”?"), ceci_organisation_get_name (other),
                             ceci_organisation_page_get_name (self));
  dialog = adw_alert_dialog_new (heading, _ ("Its contacts, mandates, offers and placements come here; facts that "
                                             "lack here are taken from it. It can be undone."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "merge", _ ("_Merge"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "merge", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "merge");
  g_object_set_data_full (G_OBJECT (dialog), "other", other, g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_merge_answered), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, widget);
}

// What is removed can be undone, so it is not asked twice; the page goes with it.
static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciOrganisationPage *self = CECI_ORGANISATION_PAGE (widget);
  g_autofree char *label = g_strdup_printf (_ ("Remove the organisation %s"), ceci_organisation_page_get_name (self));
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));

  ceci_desk_write (desk, label, write_removal, act_new (self), act_free);
  gtk_widget_activate_action (widget, "win.back", NULL);
}

void
ceci_organisation_page_install_acts (GtkWidgetClass *widget_class)
{
  static const struct {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } plain[] =
      {
          {CECI_ORGANISATION_ACT ("add-contact"), add_contact_action},
          {CECI_ORGANISATION_ACT ("add-mandate"), add_mandate_action},
          {CECI_ORGANISATION_ACT ("paste-committee"), paste_committee_action},
          {CECI_ORGANISATION_ACT ("add-offer"), add_offer_action},
          {CECI_ORGANISATION_ACT ("check"), check_action},
          {CECI_ORGANISATION_ACT ("uncheck"), uncheck_action},
          {CECI_ORGANISATION_ACT ("remove"), remove_action},
      },
    of_a_row[] = {
        {CECI_ORGANISATION_ACT ("edit-contact"), edit_contact_action},
        {CECI_ORGANISATION_ACT ("remove-contact"), remove_contact_action},
        {CECI_ORGANISATION_ACT ("edit-mandate"), edit_mandate_action},
        {CECI_ORGANISATION_ACT ("remove-mandate"), remove_mandate_action},
        {CECI_ORGANISATION_ACT ("edit-offer"), edit_offer_action},
        {CECI_ORGANISATION_ACT ("remove-offer"), remove_offer_action},
        {CECI_ORGANISATION_ACT ("merge"), merge_action},
    };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    gtk_widget_class_install_action (widget_class, plain[i].name, NULL, plain[i].activate);
  for (guint i = 0; i < G_N_ELEMENTS (of_a_row); i++)
    gtk_widget_class_install_action (widget_class, of_a_row[i].name, "s", of_a_row[i].activate);
}
