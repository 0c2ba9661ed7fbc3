// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciScore; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-score.h"

struct _CeciScore {
  CeciRecord parent_instance;

  char *review_id;
  char *criterion_id;
  gint64 level;
  char *comment;
  char *dossier_id;
  char *juror_id;
  char *code;
  gint64 position;
  gint64 weight;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciScore, review_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciScore, criterion_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciScore, level, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciScore, comment, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciScore, dossier_id, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciScore, juror_id, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciScore, code, CECI_FIELD_JOINED),
    CECI_FIELD_OF_INTEGER (CeciScore, position, CECI_FIELD_JOINED),
    CECI_FIELD_OF_INTEGER (CeciScore, weight, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciScore, ceci_score, "score");

CECI_DEFINE_GETTER (CeciScore, ceci_score, const char *, review_id);
CECI_DEFINE_GETTER (CeciScore, ceci_score, const char *, criterion_id);
CECI_DEFINE_GETTER (CeciScore, ceci_score, gint64, level);
CECI_DEFINE_GETTER (CeciScore, ceci_score, const char *, comment);
CECI_DEFINE_GETTER (CeciScore, ceci_score, const char *, dossier_id);
CECI_DEFINE_GETTER (CeciScore, ceci_score, const char *, juror_id);
CECI_DEFINE_GETTER (CeciScore, ceci_score, const char *, code);
CECI_DEFINE_GETTER (CeciScore, ceci_score, gint64, position);
CECI_DEFINE_GETTER (CeciScore, ceci_score, gint64, weight);
