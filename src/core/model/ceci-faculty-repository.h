// SPDX-License-Identifier: GPL-3.0-or-later
// The list of faculties, which the office edits (R3), and the names by which people call them.
#pragma once

#include "ceci-faculty.h"

G_BEGIN_DECLS

GListModel *ceci_faculty_repository_list    (CeciDatabase *database, GError **error); // by position
char       *ceci_faculty_repository_add     (CeciDatabase *database, CeciFaculty *draft, GError **error) G_GNUC_WARN_UNUSED_RESULT; // at the end of the list
gboolean    ceci_faculty_repository_change  (CeciDatabase *database, CeciFaculty *faculty, GError **error);
gboolean    ceci_faculty_repository_move    (CeciDatabase *database, const char *id, int by, GError **error); // -1: one place up
gint64      ceci_faculty_repository_n_people (CeciDatabase *database, const char *id, GError **error); // who belong to it
gboolean    ceci_faculty_repository_remove  (CeciDatabase *database, const char *id, GError **error); // refused while someone belongs to it
char       *ceci_faculty_repository_match   (CeciDatabase *database, const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT; // an id; NULL without error if none, or if several fit

// Other names, remembered: one each.
GStrv       ceci_faculty_repository_aliases (CeciDatabase *database, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    ceci_faculty_repository_set_aliases (CeciDatabase *database, const char *id, const char *const *aliases, GError **error);
gboolean    ceci_faculty_repository_remember (CeciDatabase *database, const char *alias, const char *id, GError **error);

// The list with all its names, read once, for files of many rows.
typedef struct _CeciFacultyNames CeciFacultyNames;
CeciFacultyNames *ceci_faculty_names_new   (CeciDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void              ceci_faculty_names_free  (CeciFacultyNames *self);
const char       *ceci_faculty_names_match (CeciFacultyNames *self, const char *text); // an id or NULL
void              ceci_faculty_names_teach (CeciFacultyNames *self, const char *alias, const char *id); // for this reading
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciFacultyNames, ceci_faculty_names_free)

G_END_DECLS
