// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of the placement dialog, for what fills it and what takes from it.
#pragma once

#include "ceci-member-list.h"
#include "ceci-placement-dialog.h"

G_BEGIN_DECLS

struct _CeciPlacementDialog {
  AdwDialog parent_instance;
  AdwPreferencesPage *page;
  GtkWidget *save, *closing, *consequences, *source_group, *organisation_group, *work, *supervision, *amendment_group;
  GtkLabel *complaint, *foreseen, *changes;
  AdwEntryRow *closed_on, *closed_reason;
  AdwComboRow *source, *organisation, *new_kind, *new_form, *supervisor_kind, *mandate;
  AdwEntryRow *new_name, *new_number, *new_address, *new_postcode, *new_city;
  AdwEntryRow *function, *mission, *starts_on, *ends_on, *planned, *feasibility, *eligibility;
  AdwSwitchRow *committee, *amend;
  AdwEntryRow *supervisor_name, *supervisor_email, *amend_reason;
  AdwActionRow *verdict;
  GtkImage *verdict_icon;
  CeciMemberList *members;

  CeciDesk *desk;
  CeciPlacementChoices *choices;
  CeciPlacementDraft *base;  // what the fields were filled from: it keeps what no field shows
  GPtrArray *shown_mandates; // CeciMandate of the organisation chosen, behind the first line, which is none
  GPtrArray *shown_sources;  // CeciOffer, or NULL for what comes before the offers
  gboolean filling;
  GCancellable *asking;
  char *told; // the day or the word that can't be read
};

// What fills it.
void ceci_placement_dialog_offer (CeciPlacementDialog *self);           // the lists, once
void ceci_placement_dialog_fill (CeciPlacementDialog *self);            // the fields, from base
void ceci_placement_dialog_show_mandates (CeciPlacementDialog *self);   // those of the organisation chosen
CeciOffer *ceci_placement_dialog_get_offer (CeciPlacementDialog *self); // (nullable): the one it began with

// What takes from it.
CeciOrganisation *ceci_placement_dialog_dup_organisation (CeciPlacementDialog *self); // NULL: not named yet
CeciPlacementDraft *ceci_placement_dialog_dup_draft (CeciPlacementDialog *self);
char *ceci_placement_dialog_dup_day (CeciPlacementDialog *self, AdwEntryRow *row, const char *not_before);
gboolean ceci_placement_dialog_is_collective (CeciPlacementDialog *self);
char *ceci_placement_dialog_dup_text (AdwEntryRow *row); // stripped; NULL if blank

G_END_DECLS
