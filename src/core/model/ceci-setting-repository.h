// SPDX-License-Identifier: GPL-3.0-or-later
// The register's settings, by name, and its faculties.
#pragma once

#include "ceci-faculty.h"

G_BEGIN_DECLS

#define CECI_SETTING_OFFICE_NAME  "office-name"
#define CECI_SETTING_OFFICE_EMAIL "office-email"
#define CECI_SETTING_OFFICE_PHONE "office-phone"
#define CECI_SETTING_UNIVERSITY   "university"

char       *ceci_setting_repository_get       (CeciDatabase *database, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT; // NULL if unset
gboolean    ceci_setting_repository_set       (CeciDatabase *database, const char *name, const char *value, GError **error);  // NULL unsets
GListModel *ceci_faculty_repository_list      (CeciDatabase *database, GError **error); // by position
char       *ceci_faculty_repository_match     (CeciDatabase *database, const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT; // the id of the faculty whose code or name this is, folded; NULL without error if none

G_END_DECLS
