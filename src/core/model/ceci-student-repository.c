// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of students: one query gives a whole table of them, with the sums it shows.

#include "config.h"

#include "ceci-student-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-application-repository.h"
#include "ceci-cohort-repository.h"
#include "ceci-enrolment.h"
#include "ceci-person-repository.h"
#include "ceci-sql.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-fold.h"

#define STUDENT_SQL                                                                                                    \
  "SELECT s.*, " SQL_DISPLAY_NAME                                                                                      \
  " AS display_name, p.family_name, p.first_name, p.usual_first_name, p.matricule, p.email, "                          \
  "p.phone, p.birth_date, p.language, f.code AS faculty_code, " SQL_FACULTY_NAME " AS faculty_name, p.search_key, "    \
  "c.name AS cohort_name, c.regulation_id, "                                                                           \
  "(SELECT o.name FROM placement l JOIN organisation o ON o.id = l.organisation_id WHERE l.student_id = s.id "         \
  " ORDER BY CASE WHEN l.closed_on IS NULL THEN 0 ELSE 1 END, l.starts_on DESC, l.id DESC LIMIT 1) AS "                \
  "organisation_name, "                                                                                                \
  "(SELECT sum(h.minutes) FROM placement l JOIN hours h ON h.placement_id = l.id WHERE l.student_id = s.id "           \
  " AND h.state <> 'refused') AS minutes, "                                                                            \
  "(SELECT count(*) FROM module_completion m WHERE m.student_id = s.id) AS modules, "                                  \
  "(SELECT count(*) FROM attendance a WHERE a.student_id = s.id AND a.state = 'present') AS meetings_present, "        \
  "(SELECT count(*) FROM attendance a WHERE a.student_id = s.id AND a.state = 'excused') AS meetings_excused, "        \
  "(SELECT count(*) FROM attendance a WHERE a.student_id = s.id AND a.state = 'absent') AS meetings_absent, "          \
  "(SELECT count(*) FROM document d WHERE d.student_id = s.id AND d.kind = 'production' AND d.removed_on IS NULL) AS " \
  "productions, "                                                                                                      \
  "(SELECT count(*) FROM document d WHERE d.student_id = s.id AND d.removed_on IS NULL) AS documents, "                \
  "(SELECT x.deadline FROM extension x WHERE x.student_id = s.id ORDER BY x.granted_on DESC, x.id DESC LIMIT 1) AS "   \
  "extended_to "                                                                                                       \
  "FROM student s JOIN person p ON p.id = s.person_id JOIN cohort c ON c.id = s.cohort_id "                            \
  "LEFT JOIN faculty f ON f.id = p.faculty_id "

/**
 * ceci_student_repository_list:
 * @database: a connection
 * @cohort_id: (nullable): a cohort's id; %NULL for every cohort
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): students by name
 */
GListModel *
ceci_student_repository_list (CeciDatabase *database, const char *cohort_id, GError **error)
{
  CeciStatement *statement;

  if (cohort_id != NULL)
    statement = ceci_database_query (database, error, STUDENT_SQL "WHERE s.cohort_id = $2 ORDER BY p.search_key, s.id",
                                     "tt", ceci_language_current (), cohort_id);
  else
    statement =
        ceci_database_query (database, error, STUDENT_SQL "ORDER BY p.search_key, s.id", "t", ceci_language_current ());
  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_STUDENT, statement, error));
}

GListModel *
ceci_student_repository_of_person (CeciDatabase *database, const char *person_id, GError **error)
{
  CeciStatement *statement =
      ceci_database_query (database, error, STUDENT_SQL "WHERE s.person_id = $2 ORDER BY s.enrolled_on DESC", "tt",
                           ceci_language_current (), person_id);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_STUDENT, statement, error));
}

CeciStudent *
ceci_student_repository_find (CeciDatabase *database, const char *id, GError **error)
{
  CeciStatement *statement =
      ceci_database_query (database, error, STUDENT_SQL "WHERE s.id = $2", "tt", ceci_language_current (), id);

  return ceci_record_one (CECI_TYPE_STUDENT, statement, id, error);
}

// %, _ and \ are ordinary characters in what a person types.
static char *
make_pattern (const char *word)
{
  g_autoptr (GString) pattern = g_string_new ("%");

  for (; *word != '\0'; word++) {
    if (strchr ("%_\\", *word) != NULL)
      g_string_append_c (pattern, '\\');
    g_string_append_c (pattern, *word);
  }
  g_string_append_c (pattern, '%');
  return g_string_free (g_steal_pointer (&pattern), FALSE);
}

/**
 * ceci_student_repository_search:
 * @database: a connection
 * @words: what a person typed; folded here
 * @limit: how many at most
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): students of any cohort, by name, in whose search key every word stands
 */
GListModel *
ceci_student_repository_search (CeciDatabase *database, const char *words, guint limit, GError **error)
{
  g_autofree char *folded = ceci_fold (words);
  g_auto (GStrv) each = g_strsplit (folded, " ", -1);
  g_autoptr (GString) sql =
      g_string_new (STUDENT_SQL "WHERE s.id IN (SELECT t.id FROM person q JOIN student t ON t.person_id = q.id "
                                "WHERE length(q.search_key) > 0");
  CeciStatement *statement;
  guint parameter = 3;

  for (char **word = each; *word != NULL; word++)
    if (**word != '\0')
      g_string_append_printf (sql, " AND q.search_key LIKE $%u ESCAPE '\\'", parameter++);
  g_string_append (sql, " ORDER BY q.search_key, t.id LIMIT $2) ORDER BY p.search_key, s.id");

  statement = ceci_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return NULL;
  ceci_statement_bind_text (statement, 1, ceci_language_current ());
  ceci_statement_bind_integer (statement, 2, limit);
  parameter = 3;
  for (char **word = each; *word != NULL; word++)
    if (**word != '\0') {
      g_autofree char *pattern = make_pattern (*word);
      ceci_statement_bind_text (statement, parameter++, pattern);
    }
  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_STUDENT, statement, error));
}

static CeciStudent *
the_only_one (GListModel *students, const char *text, GError **error)
{
  guint n = students != NULL ? g_list_model_get_n_items (students) : 0;

  if (n == 1)
    return g_list_model_get_item (students, 0);
  if (students != NULL && n == 0)
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND,
                 _ ("There is no student “%s”. Give a student number, an e-mail address or a name."), text);
  else if (students != NULL)
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND,
                 _ ("“%s” fits more than one student. Give the student number or the identifier."), text);
  return NULL;
}

/**
 * ceci_student_repository_look_up:
 * @database: a connection
 * @text: an id, a student number, an e-mail address or words
 * @error: return location for an error; %CECI_STORE_ERROR_NOT_FOUND also when several fit
 *
 * A person enrolled more than once is meant as enrolled last.
 *
 * Returns: (transfer full) (nullable): the student meant
 */
CeciStudent *
ceci_student_repository_look_up (CeciDatabase *database, const char *text, GError **error)
{
  g_autofree char *matricule = ceci_matricule_normalise (text);
  g_autoptr (GListModel) students = NULL;
  CeciStatement *statement;

  statement = ceci_database_query (
      database, error,
      STUDENT_SQL "WHERE s.id = $2 OR s.id = (SELECT t.id FROM person q JOIN student t ON t.person_id = q.id "
                  "WHERE q.matricule = $3 OR q.email = $2 ORDER BY t.enrolled_on DESC, t.id DESC LIMIT 1)",
      "ttt", ceci_language_current (), text, matricule);
  students = G_LIST_MODEL (ceci_record_list (CECI_TYPE_STUDENT, statement, error));
  if (students == NULL)
    return NULL;
  if (g_list_model_get_n_items (students) == 0) {
    g_clear_object (&students);
    students = ceci_student_repository_search (database, text, 2, error);
  }
  return the_only_one (students, text, error);
}

char *
ceci_student_repository_enrol (CeciDatabase *database, const char *application_id, const char *enrolled_on,
                               const char *override_reason, GError **error)
{
  return ceci_enrolment_make (database, application_id, enrolled_on, override_reason, error);
}

/**
 * ceci_student_repository_set_state:
 * @database: a connection inside a write
 * @id: a student's id
 * @state: the new state
 * @left_on: (nullable): the day of a withdrawal
 * @reason: (nullable): why; needed for a withdrawal
 * @error: return location for an error
 *
 * Returns: whether it was stored
 */
gboolean
ceci_student_repository_set_state (CeciDatabase *database, const char *id, CeciStudentState state, const char *left_on,
                                   const char *reason, GError **error)
{
  g_autoptr (CeciStudent) student = ceci_student_repository_find (database, id, error);
  g_autoptr (CeciStudent) changed = NULL;

  if (student == NULL)
    return FALSE;
  if (state == CECI_STUDENT_STATE_WITHDRAWN && left_on == NULL)
    return REFUSE (error, _ ("A withdrawal needs the day of the withdrawal."));
  if (left_on != NULL && strcmp (left_on, ceci_student_get_enrolled_on (student)) < 0)
    return REFUSE (error, _ ("The student enrolled on %s: the day of leaving can’t be before."),
                   ceci_student_get_enrolled_on (student));
  changed = ceci_record_with (student, "state", ceci_enum_get_nick (CECI_TYPE_STUDENT_STATE, state), "left_on", left_on,
                              "state_reason", reason, NULL);
  return ceci_record_update (changed, database, error);
}

GListModel *
ceci_student_repository_extensions (CeciDatabase *database, const char *student_id, GError **error)
{
  return G_LIST_MODEL (
      ceci_record_select (CECI_TYPE_EXTENSION, database, "student_id", student_id, "granted_on", error));
}

/**
 * ceci_student_repository_extend:
 * @database: a connection inside a write
 * @draft: student_id, category, deadline, granted_by, granted_on; perhaps note, which holds no medical detail
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the extension's id
 */
char *
ceci_student_repository_extend (CeciDatabase *database, CeciExtension *draft, GError **error)
{
  g_autoptr (CeciStudent) student =
      ceci_student_repository_find (database, ceci_extension_get_student_id (draft), error);
  const char *deadline = ceci_extension_get_deadline (draft);

  if (student == NULL)
    return NULL;
  if (deadline == NULL || !ceci_date_is_valid (deadline) || ceci_extension_get_granted_on (draft) == NULL ||
      is_blank (ceci_extension_get_granted_by (draft))) {
    (void) REFUSE (error, _ ("An extension needs a new deadline, who granted it and when."));
    return NULL;
  }
  if (strcmp (deadline, ceci_student_get_enrolled_on (student)) <= 0) {
    (void) REFUSE (error, _ ("The new deadline %s is before the enrolment. Choose a later day."), deadline);
    return NULL;
  }
  if (!ceci_record_insert (draft, database, error))
    return NULL;
  return g_strdup (ceci_record_get_id (CECI_RECORD (draft)));
}
