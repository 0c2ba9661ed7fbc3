// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciSubsidyCover; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-subsidy-cover.h"

struct _CeciSubsidyCover {
  CeciRecord parent_instance;

  char *subsidy_id;
  char *cohort_id;
  gint64 places;
  char *funder;
  char *cohort_name;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciSubsidyCover, subsidy_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSubsidyCover, cohort_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciSubsidyCover, places, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSubsidyCover, funder, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciSubsidyCover, cohort_name, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciSubsidyCover, ceci_subsidy_cover, "subsidy_cover");

CECI_DEFINE_GETTER (CeciSubsidyCover, ceci_subsidy_cover, const char *, subsidy_id);
CECI_DEFINE_GETTER (CeciSubsidyCover, ceci_subsidy_cover, const char *, cohort_id);
CECI_DEFINE_GETTER (CeciSubsidyCover, ceci_subsidy_cover, gint64, places);
CECI_DEFINE_GETTER (CeciSubsidyCover, ceci_subsidy_cover, const char *, funder);
CECI_DEFINE_GETTER (CeciSubsidyCover, ceci_subsidy_cover, const char *, cohort_name);
