// SPDX-License-Identifier: GPL-3.0-or-later
// One dossier as frozen in a package: who (by the usual name), what the rules found, the supervisor's grid, the documents.
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include "ceci-package-document.h"
#include "ceci-package-line.h"

G_BEGIN_DECLS

// Properties, all read-only: id, name, cohort, organisation, mission, documents, findings, follow-up.
#define CECI_TYPE_PACKAGE_DOSSIER (ceci_package_dossier_get_type ())
G_DECLARE_FINAL_TYPE (CeciPackageDossier, ceci_package_dossier, CECI, PACKAGE_DOSSIER, GObject)

const char *ceci_package_dossier_get_id           (CeciPackageDossier *self);
const char *ceci_package_dossier_get_name         (CeciPackageDossier *self); // usual first name and family name
const char *ceci_package_dossier_get_cohort       (CeciPackageDossier *self);
const char *ceci_package_dossier_get_organisation (CeciPackageDossier *self); // nullable
const char *ceci_package_dossier_get_mission      (CeciPackageDossier *self); // nullable
const char *ceci_package_dossier_get_regulation   (CeciPackageDossier *self); // title of the regulation that applies
const char *ceci_package_dossier_get_digest       (CeciPackageDossier *self); // SHA-256 of what was frozen
GListModel *ceci_package_dossier_get_documents    (CeciPackageDossier *self); // of CeciPackageDocument
GListModel *ceci_package_dossier_get_findings     (CeciPackageDossier *self); // of CeciPackageLine
GListModel *ceci_package_dossier_get_follow_up    (CeciPackageDossier *self); // of CeciPackageLine; empty if not transcribed
gint64      ceci_package_dossier_get_n_pages      (CeciPackageDossier *self); // of all documents whose count is known

CeciPackageDossier *ceci_package_dossier_new_from_json (JsonObject *object, GError **error);

G_END_DECLS
