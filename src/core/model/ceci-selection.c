// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciSelection; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-selection.h"

struct _CeciSelection {
  CeciRecord parent_instance;

  char *cohort_id;
  char *made_at;
  gint64 seed;
  gint64 places;
  char *targets;
  double objective;
  double bound;
  double proposal_objective;
  char *composition;
  char *confirmed_on;
  char *confirmed_by;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciSelection, cohort_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSelection, made_at, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciSelection, seed, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciSelection, places, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSelection, targets, CECI_FIELD_STORED),
    CECI_FIELD_OF_REAL (CeciSelection, objective, CECI_FIELD_STORED),
    CECI_FIELD_OF_REAL (CeciSelection, bound, CECI_FIELD_STORED),
    CECI_FIELD_OF_REAL (CeciSelection, proposal_objective, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSelection, composition, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSelection, confirmed_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciSelection, confirmed_by, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciSelection, ceci_selection, "selection");

CECI_DEFINE_GETTER (CeciSelection, ceci_selection, const char *, cohort_id);
CECI_DEFINE_GETTER (CeciSelection, ceci_selection, const char *, made_at);
CECI_DEFINE_GETTER (CeciSelection, ceci_selection, gint64, seed);
CECI_DEFINE_GETTER (CeciSelection, ceci_selection, gint64, places);
CECI_DEFINE_GETTER (CeciSelection, ceci_selection, const char *, targets);
CECI_DEFINE_GETTER (CeciSelection, ceci_selection, double, objective);
CECI_DEFINE_GETTER (CeciSelection, ceci_selection, double, bound);
CECI_DEFINE_GETTER (CeciSelection, ceci_selection, double, proposal_objective);
CECI_DEFINE_GETTER (CeciSelection, ceci_selection, const char *, composition);
CECI_DEFINE_GETTER (CeciSelection, ceci_selection, const char *, confirmed_on);
CECI_DEFINE_GETTER (CeciSelection, ceci_selection, const char *, confirmed_by);
