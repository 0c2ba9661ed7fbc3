// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciCapacity; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-capacity.h"

struct _CeciCapacity {
  CeciRecord parent_instance;

  char *cohort_id;
  gint64 places;
  char *since;
  char *reason;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciCapacity, cohort_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciCapacity, places, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciCapacity, since, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciCapacity, reason, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciCapacity, ceci_capacity, "capacity");

CECI_DEFINE_GETTER (CeciCapacity, ceci_capacity, const char *, cohort_id);
CECI_DEFINE_GETTER (CeciCapacity, ceci_capacity, gint64, places);
CECI_DEFINE_GETTER (CeciCapacity, ceci_capacity, const char *, since);
CECI_DEFINE_GETTER (CeciCapacity, ceci_capacity, const char *, reason);
