// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciOrganisation; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-organisation.h"

struct _CeciOrganisation {
  CeciRecord parent_instance;

  char *name;
  CeciOrganisationKind kind;
  CeciLegalForm legal_form;
  char *enterprise_number;
  char *address;
  char *postcode;
  char *city;
  char *country;
  char *email;
  char *phone;
  char *purpose;
  char *checked_on;
  char *checked_reason;
  char *search_key;
  gint64 placements;
  gint64 offers;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciOrganisation, name, CECI_FIELD_STORED),
    CECI_FIELD_OF_ENUM (CeciOrganisation, kind, CECI_FIELD_STORED, ceci_organisation_kind_get_type),
    CECI_FIELD_OF_ENUM (CeciOrganisation, legal_form, CECI_FIELD_STORED, ceci_legal_form_get_type),
    CECI_FIELD_OF_TEXT (CeciOrganisation, enterprise_number, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciOrganisation, address, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciOrganisation, postcode, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciOrganisation, city, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciOrganisation, country, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciOrganisation, email, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciOrganisation, phone, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciOrganisation, purpose, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciOrganisation, checked_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciOrganisation, checked_reason, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciOrganisation, search_key, CECI_FIELD_SECRET),
    CECI_FIELD_OF_INTEGER (CeciOrganisation, placements, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciOrganisation, offers, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
};

CECI_DEFINE_RECORD (CeciOrganisation, ceci_organisation, "organisation");

CECI_DEFINE_GETTER (CeciOrganisation, ceci_organisation, const char *, name);
CECI_DEFINE_GETTER (CeciOrganisation, ceci_organisation, CeciOrganisationKind, kind);
CECI_DEFINE_GETTER (CeciOrganisation, ceci_organisation, CeciLegalForm, legal_form);
CECI_DEFINE_GETTER (CeciOrganisation, ceci_organisation, const char *, enterprise_number);
CECI_DEFINE_GETTER (CeciOrganisation, ceci_organisation, const char *, address);
CECI_DEFINE_GETTER (CeciOrganisation, ceci_organisation, const char *, postcode);
CECI_DEFINE_GETTER (CeciOrganisation, ceci_organisation, const char *, city);
CECI_DEFINE_GETTER (CeciOrganisation, ceci_organisation, const char *, country);
CECI_DEFINE_GETTER (CeciOrganisation, ceci_organisation, const char *, email);
CECI_DEFINE_GETTER (CeciOrganisation, ceci_organisation, const char *, phone);
CECI_DEFINE_GETTER (CeciOrganisation, ceci_organisation, const char *, purpose);
CECI_DEFINE_GETTER (CeciOrganisation, ceci_organisation, const char *, checked_on);
CECI_DEFINE_GETTER (CeciOrganisation, ceci_organisation, const char *, checked_reason);
CECI_DEFINE_GETTER (CeciOrganisation, ceci_organisation, const char *, search_key);
CECI_DEFINE_GETTER (CeciOrganisation, ceci_organisation, gint64, placements);
CECI_DEFINE_GETTER (CeciOrganisation, ceci_organisation, gint64, offers);
