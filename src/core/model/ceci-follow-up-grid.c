// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciFollowUpGrid; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-follow-up-grid.h"

struct _CeciFollowUpGrid {
  CeciRecord parent_instance;

  char *placement_id;
  char *document_id;
  char *filled_on;
  gint64 attested_minutes;
  char *starts_on;
  char *ends_on;
  char *functions;
  char *strengths;
  char *advice;
  CeciOverall overall;
  char *signatories;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciFollowUpGrid, placement_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciFollowUpGrid, document_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciFollowUpGrid, filled_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_INTEGER (CeciFollowUpGrid, attested_minutes, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciFollowUpGrid, starts_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciFollowUpGrid, ends_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciFollowUpGrid, functions, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciFollowUpGrid, strengths, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciFollowUpGrid, advice, CECI_FIELD_STORED),
    CECI_FIELD_OF_ENUM (CeciFollowUpGrid, overall, CECI_FIELD_STORED, ceci_overall_get_type),
    CECI_FIELD_OF_TEXT (CeciFollowUpGrid, signatories, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciFollowUpGrid, ceci_follow_up_grid, "follow_up_grid");

CECI_DEFINE_GETTER (CeciFollowUpGrid, ceci_follow_up_grid, const char *, placement_id);
CECI_DEFINE_GETTER (CeciFollowUpGrid, ceci_follow_up_grid, const char *, document_id);
CECI_DEFINE_GETTER (CeciFollowUpGrid, ceci_follow_up_grid, const char *, filled_on);
CECI_DEFINE_GETTER (CeciFollowUpGrid, ceci_follow_up_grid, gint64, attested_minutes);
CECI_DEFINE_GETTER (CeciFollowUpGrid, ceci_follow_up_grid, const char *, starts_on);
CECI_DEFINE_GETTER (CeciFollowUpGrid, ceci_follow_up_grid, const char *, ends_on);
CECI_DEFINE_GETTER (CeciFollowUpGrid, ceci_follow_up_grid, const char *, functions);
CECI_DEFINE_GETTER (CeciFollowUpGrid, ceci_follow_up_grid, const char *, strengths);
CECI_DEFINE_GETTER (CeciFollowUpGrid, ceci_follow_up_grid, const char *, advice);
CECI_DEFINE_GETTER (CeciFollowUpGrid, ceci_follow_up_grid, CeciOverall, overall);
CECI_DEFINE_GETTER (CeciFollowUpGrid, ceci_follow_up_grid, const char *, signatories);
