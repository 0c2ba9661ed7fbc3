// SPDX-License-Identifier: GPL-3.0-or-later
// All that an application's page shows, read at once.
#pragma once

#include "core/model/ceci-application.h"
#include "core/model/ceci-person.h"

G_BEGIN_DECLS

typedef struct {
  CeciApplication *application;
  CeciPerson *person;
  GPtrArray *findings;   // CeciFinding: the admissibility check
  GListModel *others;    // CeciApplication: the person's other applications
  GListModel *students;  // CeciStudent: the person's enrolments
  GPtrArray *duplicates; // CeciPersonPair
  GListModel *contacts;  // CeciApplicationContact
  GListModel *offers;    // CeciOffer that could become the placement
  GListModel *letters;   // CeciLetter prepared for this application
} CeciApplicationSheet;

CeciApplicationSheet *ceci_application_sheet_read (CeciDatabase *database, const char *id, const char *today,
                                                   GError **error);
void ceci_application_sheet_free (CeciApplicationSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciApplicationSheet, ceci_application_sheet_free)

G_END_DECLS
