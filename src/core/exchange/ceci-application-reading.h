// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a form as the person and the application it speaks of, before anything is compared. Private to exchange/.
#pragma once

#include "ceci-application-fields.h"
#include "core/model/ceci-application.h"
#include "core/model/ceci-faculty-repository.h"
#include "core/model/ceci-person.h"

G_BEGIN_DECLS

// What every row of one file is read with.
typedef struct {
  CeciColumnMap *map;
  CeciFormKind kind;
  CeciFacultyNames *faculties;
  const char *cohort_id;
  const char *source;
  const char *today;
  const char *now; // when a form does not say when it was submitted
} CeciApplicationReader;

typedef struct {
  CeciPerson *person;           // a draft, NULL if the row was refused
  CeciApplication *application; // a draft
  char *name;                   // for showing, may be all there is
  char *faculty;                // as the form has it
  char *refusal;                // why the row can't be used
  GString *remarks;             // sentences about answers that were left out
  gboolean unsubmitted;
  gboolean has_committee_member, has_offer_labelled, has_consent; // the form asked, and the answer is clear
} CeciApplicationReading;

void ceci_application_reading_init (CeciApplicationReading *self, const CeciApplicationReader *reader, guint row);
void ceci_application_reading_clear (CeciApplicationReading *self);

G_END_DECLS
