// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the organisation's page share.
#pragma once

#include "ceci-organisation-page.h"
#include "ceci-organisation-sheet.h"

G_BEGIN_DECLS

struct _CeciOrganisationPage {
  CeciView parent_instance;

  AdwBanner *banner;
  AdwPreferencesGroup *duplicates;
  AdwPreferencesGroup *facts;
  AdwPreferencesGroup *eligibility;
  AdwPreferencesGroup *contacts;
  AdwPreferencesGroup *mandates;
  AdwPreferencesGroup *offers;
  AdwPreferencesGroup *students;
  GPtrArray *fact_rows; // in the order of the facts
  gboolean showing;     // rows are being filled: what changes is not a person's doing
  CeciOrganisationSheet *shown;
};

gboolean ceci_organisation_page_is_editable (CeciOrganisationPage *self);
const char *ceci_organisation_page_get_name (CeciOrganisationPage *self); // of the organisation shown; "" if none

void ceci_organisation_page_make_facts (CeciOrganisationPage *self); // once
void ceci_organisation_page_show_facts (CeciOrganisationPage *self);
void ceci_organisation_page_show_lists (CeciOrganisationPage *self);
void ceci_organisation_page_install_acts (GtkWidgetClass *widget_class);
// Its acts, each with the id of what it is about.
#define CECI_ORGANISATION_ACT(name) "organisation." name

G_END_DECLS
