// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of an application's page: its parts, which ceci-application-rows.c fills, and what pressing them does.
#pragma once

#include "ceci-application-page.h"
#include "ceci-application-sheet.h"
#include "widgets/ceci-state-pill.h"

G_BEGIN_DECLS

struct _CeciApplicationPage {
  CeciView parent_instance;
  AdwWindowTitle *heading;
  CeciStatePill *state;
  CeciStatePill *guidance_pill;
  GtkWidget *neighbours;
  GtkLabel *position;
  AdwPreferencesGroup *admission, *duplicates, *placement, *motivation, *person, *elsewhere, *guidance, *contacts,
      *offers, *source;
  AdwSwitchRow *guided;
  AdwEntryRow *note;
  AdwComboRow *channel;
  AdwEntryRow *contacted_on;
  CeciApplicationSheet *sheet;
  GStrv ids; // the list it was opened from
  gboolean showing;
};

void ceci_application_page_fill (CeciApplicationPage *self);

// What is done to an application; each is one step of the journal.
typedef enum {
  CECI_APPLICATION_ACT_CHECK,
  CECI_APPLICATION_ACT_SET_STATE,
  CECI_APPLICATION_ACT_VOUCH,
  CECI_APPLICATION_ACT_GUIDE,
  CECI_APPLICATION_ACT_STOP_GUIDING,
  CECI_APPLICATION_ACT_CONTACT,
  CECI_APPLICATION_ACT_FORGET_CONTACT,
  CECI_APPLICATION_ACT_TAKE_UP,
  CECI_APPLICATION_ACT_ENROL,
} CeciApplicationAct;

// text: a reason, a day or a note; other: an offer's or a contact's id; number: a state or a channel; day: of a contact.
void ceci_application_act (CeciView *view, CeciApplicationAct act, CeciApplication *application, const char *text,
                           const char *other, int number, const char *day);

G_END_DECLS
