// SPDX-License-Identifier: GPL-3.0-or-later
// Applications: reading, adding, deciding on their state.
#pragma once

#include "ceci-application.h"

G_BEGIN_DECLS

GListModel      *ceci_application_repository_list      (CeciDatabase *database, const char *cohort_id, GError **error); // by reception; cohort_id NULL: all
GListModel      *ceci_application_repository_of_person (CeciDatabase *database, const char *person_id, GError **error);
CeciApplication *ceci_application_repository_find      (CeciDatabase *database, const char *id, GError **error);
CeciApplication *ceci_application_repository_look_up   (CeciDatabase *database, const char *text, GError **error); // by id, student number, e-mail, or words that fit one person; the newest
char            *ceci_application_repository_add       (CeciDatabase *database, CeciApplication *draft, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         ceci_application_repository_change    (CeciDatabase *database, CeciApplication *application, GError **error);
gboolean         ceci_application_repository_set_state (CeciDatabase *database, const char *id, CeciApplicationState state, const char *reason, GError **error);

G_END_DECLS
