// SPDX-License-Identifier: GPL-3.0-or-later
// All that the page of an organisation shows, read at once.
#pragma once

#include "core/model/ceci-organisation-repository.h"

G_BEGIN_DECLS

typedef struct {
  CeciOrganisation *organisation;
  GListModel *contacts;
  GListModel *mandates;
  GListModel *offers;
  GListModel *placements; // newest first
  GListModel *duplicates;
} CeciOrganisationSheet;

CeciOrganisationSheet *ceci_organisation_sheet_read (CeciDatabase *database, const char *id, GError **error);
CeciOrganisationSheet *ceci_organisation_sheet_ref (CeciOrganisationSheet *self);
void ceci_organisation_sheet_unref (CeciOrganisationSheet *self);

G_END_DECLS
