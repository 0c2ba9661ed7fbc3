// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciCriterion; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-criterion.h"

struct _CeciCriterion {
  CeciRecord parent_instance;

  char *grid_id;
  gint64 position;
  char *code;
  char *title_fr;
  char *title_en;
  gint64 weight;
  gboolean required;
  gboolean reflection;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciCriterion, grid_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciCriterion, position, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciCriterion, code, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciCriterion, title_fr, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciCriterion, title_en, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciCriterion, weight, CECI_FIELD_STORED),
    CECI_FIELD_OF_BOOLEAN (CeciCriterion, required, CECI_FIELD_STORED),
    CECI_FIELD_OF_BOOLEAN (CeciCriterion, reflection, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciCriterion, ceci_criterion, "criterion");

CECI_DEFINE_GETTER (CeciCriterion, ceci_criterion, const char *, grid_id);
CECI_DEFINE_GETTER (CeciCriterion, ceci_criterion, gint64, position);
CECI_DEFINE_GETTER (CeciCriterion, ceci_criterion, const char *, code);
CECI_DEFINE_GETTER (CeciCriterion, ceci_criterion, const char *, title_fr);
CECI_DEFINE_GETTER (CeciCriterion, ceci_criterion, const char *, title_en);
CECI_DEFINE_GETTER (CeciCriterion, ceci_criterion, gint64, weight);
CECI_DEFINE_GETTER (CeciCriterion, ceci_criterion, gboolean, required);
CECI_DEFINE_GETTER (CeciCriterion, ceci_criterion, gboolean, reflection);
