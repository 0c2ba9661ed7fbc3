// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciSubsidy; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-subsidy.h"

struct _CeciSubsidy {
  CeciRecord parent_instance;

  char *funder;
  char *reference;
  gint64 amount_cents;
  gint64 places;
  char *starts_on;
  char *ends_on;
  char *note;
  CeciSubsidyState state;
  char *iban;
  gint64 covered;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciSubsidy, funder, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSubsidy, reference, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciSubsidy, amount_cents, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciSubsidy, places, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSubsidy, starts_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciSubsidy, ends_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciSubsidy, note, CECI_FIELD_STORED),
    CECI_FIELD_OF_ENUM (CeciSubsidy, state, CECI_FIELD_STORED, ceci_subsidy_state_get_type),
    CECI_FIELD_OF_TEXT (CeciSubsidy, iban, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciSubsidy, covered, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
};

CECI_DEFINE_RECORD (CeciSubsidy, ceci_subsidy, "subsidy");

CECI_DEFINE_GETTER (CeciSubsidy, ceci_subsidy, const char *, funder);
CECI_DEFINE_GETTER (CeciSubsidy, ceci_subsidy, const char *, reference);
CECI_DEFINE_GETTER (CeciSubsidy, ceci_subsidy, gint64, amount_cents);
CECI_DEFINE_GETTER (CeciSubsidy, ceci_subsidy, gint64, places);
CECI_DEFINE_GETTER (CeciSubsidy, ceci_subsidy, const char *, starts_on);
CECI_DEFINE_GETTER (CeciSubsidy, ceci_subsidy, const char *, ends_on);
CECI_DEFINE_GETTER (CeciSubsidy, ceci_subsidy, const char *, note);
CECI_DEFINE_GETTER (CeciSubsidy, ceci_subsidy, gint64, covered);
CECI_DEFINE_GETTER (CeciSubsidy, ceci_subsidy, CeciSubsidyState, state);
CECI_DEFINE_GETTER (CeciSubsidy, ceci_subsidy, const char *, iban);
