// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciSelectionChoice; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-selection-choice.h"

struct _CeciSelectionChoice {
  CeciRecord parent_instance;

  char *selection_id;
  char *application_id;
  gboolean proposed;
  gboolean chosen;
  CeciHold held;
  char *reason;
  gint64 waiting_rank;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciSelectionChoice, selection_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSelectionChoice, application_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_BOOLEAN (CeciSelectionChoice, proposed, CECI_FIELD_STORED),
    CECI_FIELD_OF_BOOLEAN (CeciSelectionChoice, chosen, CECI_FIELD_STORED),
    CECI_FIELD_OF_ENUM (CeciSelectionChoice, held, CECI_FIELD_STORED, ceci_hold_get_type),
    CECI_FIELD_OF_TEXT (CeciSelectionChoice, reason, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciSelectionChoice, waiting_rank, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciSelectionChoice, ceci_selection_choice, "selection_choice");

CECI_DEFINE_GETTER (CeciSelectionChoice, ceci_selection_choice, const char *, selection_id);
CECI_DEFINE_GETTER (CeciSelectionChoice, ceci_selection_choice, const char *, application_id);
CECI_DEFINE_GETTER (CeciSelectionChoice, ceci_selection_choice, gboolean, proposed);
CECI_DEFINE_GETTER (CeciSelectionChoice, ceci_selection_choice, gboolean, chosen);
CECI_DEFINE_GETTER (CeciSelectionChoice, ceci_selection_choice, CeciHold, held);
CECI_DEFINE_GETTER (CeciSelectionChoice, ceci_selection_choice, const char *, reason);
CECI_DEFINE_GETTER (CeciSelectionChoice, ceci_selection_choice, gint64, waiting_rank);
