// SPDX-License-Identifier: GPL-3.0-or-later
// Turning an application into a student with a placement; private to model/, called through the students' repository.
#pragma once

#include "core/store/ceci-database.h"

G_BEGIN_DECLS

char *ceci_enrolment_make (CeciDatabase *database, const char *application_id, const char *enrolled_on, const char *override_reason, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
