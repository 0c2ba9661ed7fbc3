// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciPlacement; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-placement.h"

struct _CeciPlacement {
  CeciRecord parent_instance;

  char *student_id;
  char *organisation_id;
  char *offer_id;
  char *function;
  char *mission;
  char *feasibility;
  char *starts_on;
  char *ends_on;
  gint64 planned_minutes;
  gboolean committee_member;
  CeciSupervisorKind supervisor_kind;
  char *supervisor_name;
  char *supervisor_email;
  char *closed_on;
  char *closed_reason;
  char *mandate_id;
  char *replaces_id;
  char *eligibility_reason;
  char *display_name;
  char *organisation_name;
  CeciOrganisationKind organisation_kind;
  CeciLegalForm legal_form;
  char *enterprise_number;
  char *organisation_address;
  char *organisation_email;
  char *agreement_id;
  char *agreement_drawn_on;
  gint64 signatures;
  char *signed_on;
  gint64 minutes;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciPlacement, student_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPlacement, organisation_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPlacement, offer_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPlacement, function, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPlacement, mission, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPlacement, feasibility, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPlacement, starts_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciPlacement, ends_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_INTEGER (CeciPlacement, planned_minutes, CECI_FIELD_STORED),
    CECI_FIELD_OF_BOOLEAN (CeciPlacement, committee_member, CECI_FIELD_STORED),
    CECI_FIELD_OF_ENUM (CeciPlacement, supervisor_kind, CECI_FIELD_STORED, ceci_supervisor_kind_get_type),
    CECI_FIELD_OF_TEXT (CeciPlacement, supervisor_name, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPlacement, supervisor_email, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPlacement, closed_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciPlacement, closed_reason, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPlacement, mandate_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPlacement, replaces_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPlacement, eligibility_reason, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPlacement, display_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciPlacement, organisation_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_ENUM (CeciPlacement, organisation_kind, CECI_FIELD_JOINED, ceci_organisation_kind_get_type),
    CECI_FIELD_OF_ENUM (CeciPlacement, legal_form, CECI_FIELD_JOINED, ceci_legal_form_get_type),
    CECI_FIELD_OF_TEXT (CeciPlacement, enterprise_number, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciPlacement, organisation_address, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciPlacement, organisation_email, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciPlacement, agreement_id, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciPlacement, agreement_drawn_on, CECI_FIELD_JOINED),
    CECI_FIELD_OF_INTEGER (CeciPlacement, signatures, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_TEXT (CeciPlacement, signed_on, CECI_FIELD_JOINED),
    CECI_FIELD_OF_INTEGER (CeciPlacement, minutes, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
};

CECI_DEFINE_RECORD (CeciPlacement, ceci_placement, "placement");

CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, student_id);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, organisation_id);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, offer_id);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, function);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, mission);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, feasibility);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, starts_on);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, ends_on);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, gint64, planned_minutes);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, gboolean, committee_member);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, CeciSupervisorKind, supervisor_kind);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, supervisor_name);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, supervisor_email);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, closed_on);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, closed_reason);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, display_name);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, organisation_name);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, CeciOrganisationKind, organisation_kind);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, CeciLegalForm, legal_form);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, enterprise_number);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, organisation_address);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, organisation_email);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, agreement_id);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, agreement_drawn_on);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, gint64, signatures);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, signed_on);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, gint64, minutes);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, mandate_id);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, replaces_id);
CECI_DEFINE_GETTER (CeciPlacement, ceci_placement, const char *, eligibility_reason);
