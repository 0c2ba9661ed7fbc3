// SPDX-License-Identifier: GPL-3.0-or-later
// The register's settings, by name.
#pragma once

#include "core/store/ceci-database.h"

G_BEGIN_DECLS

#define CECI_SETTING_OFFICE_NAME  "office-name"
#define CECI_SETTING_OFFICE_EMAIL "office-email"
#define CECI_SETTING_OFFICE_PHONE "office-phone"
#define CECI_SETTING_UNIVERSITY   "university"

char       *ceci_setting_repository_get       (CeciDatabase *database, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT; // NULL if unset
gboolean    ceci_setting_repository_set       (CeciDatabase *database, const char *name, const char *value, GError **error);  // NULL unsets

G_END_DECLS
