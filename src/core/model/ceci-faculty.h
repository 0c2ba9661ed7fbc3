// SPDX-License-Identifier: GPL-3.0-or-later
// A faculty of the university; the list is editable.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_FACULTY (ceci_faculty_get_type ())
G_DECLARE_FINAL_TYPE (CeciFaculty, ceci_faculty, CECI, FACULTY, CeciRecord)

const char  *ceci_faculty_get_code     (CeciFaculty *self);
const char  *ceci_faculty_get_name_fr  (CeciFaculty *self);
const char  *ceci_faculty_get_name_en  (CeciFaculty *self);
gint64       ceci_faculty_get_position (CeciFaculty *self);

G_END_DECLS
