// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciJurySession; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-jury-session.h"

struct _CeciJurySession {
  CeciRecord parent_instance;

  char *name;
  char *held_on;
  char *cut_off_on;
  CeciSessionState state;
  char *grid_id;
  gint64 readers;
  char *place;
  char *closed_at;
  char *reopened_reason;
  gint64 dossiers;
  gint64 jurors;
  gint64 reviews;
  gint64 decisions;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciJurySession, name, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciJurySession, held_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciJurySession, cut_off_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_ENUM (CeciJurySession, state, CECI_FIELD_STORED, ceci_session_state_get_type),
    CECI_FIELD_OF_TEXT (CeciJurySession, grid_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciJurySession, readers, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciJurySession, place, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciJurySession, closed_at, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciJurySession, reopened_reason, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciJurySession, dossiers, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciJurySession, jurors, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciJurySession, reviews, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciJurySession, decisions, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
};

CECI_DEFINE_RECORD (CeciJurySession, ceci_jury_session, "jury_session");

CECI_DEFINE_GETTER (CeciJurySession, ceci_jury_session, const char *, name);
CECI_DEFINE_GETTER (CeciJurySession, ceci_jury_session, const char *, held_on);
CECI_DEFINE_GETTER (CeciJurySession, ceci_jury_session, const char *, cut_off_on);
CECI_DEFINE_GETTER (CeciJurySession, ceci_jury_session, CeciSessionState, state);
CECI_DEFINE_GETTER (CeciJurySession, ceci_jury_session, const char *, grid_id);
CECI_DEFINE_GETTER (CeciJurySession, ceci_jury_session, gint64, readers);
CECI_DEFINE_GETTER (CeciJurySession, ceci_jury_session, const char *, place);
CECI_DEFINE_GETTER (CeciJurySession, ceci_jury_session, const char *, closed_at);
CECI_DEFINE_GETTER (CeciJurySession, ceci_jury_session, const char *, reopened_reason);
CECI_DEFINE_GETTER (CeciJurySession, ceci_jury_session, gint64, dossiers);
CECI_DEFINE_GETTER (CeciJurySession, ceci_jury_session, gint64, jurors);
CECI_DEFINE_GETTER (CeciJurySession, ceci_jury_session, gint64, reviews);
CECI_DEFINE_GETTER (CeciJurySession, ceci_jury_session, gint64, decisions);
