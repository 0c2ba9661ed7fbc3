// SPDX-License-Identifier: GPL-3.0-or-later
// Turning an application into a student with a placement.
#pragma once

#include "ceci-application.h"
#include "core/store/ceci-database.h"

G_BEGIN_DECLS

gboolean ceci_enrolment_needs_reason (CeciApplication *application); // turned down or withdrawn
// The students’ repository calls it.
char *ceci_enrolment_make (CeciDatabase *database, const char *application_id, const char *enrolled_on, const char *override_reason, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
