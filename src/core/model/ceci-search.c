// SPDX-License-Identifier: GPL-3.0-or-later
// Everything in the register that words are found in. People and organisations have folded keys; what has none is
// folded here, table by table, as few rows have both words.
#include "config.h"

#include "ceci-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-sql.h"
#include "ceci-student-repository.h"
#include "ceci-student.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-fold.h"

G_DEFINE_ENUM_TYPE (CeciFoundKind, ceci_found_kind, G_DEFINE_ENUM_VALUE (CECI_FOUND_STUDENT, "student"),
                    G_DEFINE_ENUM_VALUE (CECI_FOUND_APPLICATION, "application"),
                    G_DEFINE_ENUM_VALUE (CECI_FOUND_ORGANISATION, "organisation"),
                    G_DEFINE_ENUM_VALUE (CECI_FOUND_OFFER, "offer"),
                    G_DEFINE_ENUM_VALUE (CECI_FOUND_SUPERVISOR, "supervisor"),
                    G_DEFINE_ENUM_VALUE (CECI_FOUND_SESSION, "session"),
                    G_DEFINE_ENUM_VALUE (CECI_FOUND_DOCUMENT, "document"))

struct _CeciFound {
  CeciRecord parent_instance;

  CeciFoundKind kind;
  char *title;
  char *details;
  char *state;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_ENUM (CeciFound, kind, CECI_FIELD_JOINED, ceci_found_kind_get_type),
    CECI_FIELD_OF_TEXT (CeciFound, title, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciFound, details, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciFound, state, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciFound, ceci_found, NULL);

CECI_DEFINE_GETTER (CeciFound, ceci_found, CeciFoundKind, kind);
CECI_DEFINE_GETTER (CeciFound, ceci_found, const char *, title);
CECI_DEFINE_GETTER (CeciFound, ceci_found, const char *, details);
CECI_DEFINE_GETTER (CeciFound, ceci_found, const char *, state);

const char *
ceci_found_kind_label (CeciFoundKind kind)
{
  static const char *const labels[] = {
      NC_ ("found", "Students"),
      NC_ ("found", "Applications"),
      NC_ ("found", "Organisations"),
      NC_ ("found", "Offers"),
      NC_ ("found", "Supervisors and committees"),
      NC_ ("found", "Jury sessions"),
      NC_ ("found", "Documents"),
  };

  return (guint) kind < G_N_ELEMENTS (labels) ? g_dpgettext2 (GETTEXT_PACKAGE, "found", labels[kind]) : "";
}

static void
add_found (GListStore *found, CeciFoundKind kind, const char *id, const char *title, const char *details,
           const char *state)
{
  g_autoptr (CeciFound) one =
      ceci_record_new (CECI_TYPE_FOUND, "id", id, "kind", ceci_enum_get_nick (CECI_TYPE_FOUND_KIND, (int) kind),
                       "title", title, "details", details, "state", state, NULL);

  g_list_store_append (found, one);
}

static gboolean
add_students (CeciDatabase *database, const char *words, guint limit, GListStore *found, GError **error)
{
  g_autoptr (GListModel) students = ceci_student_repository_search (database, words, limit, error);

  for (guint i = 0; students != NULL && i < g_list_model_get_n_items (students); i++) {
    g_autoptr (CeciStudent) student = g_list_model_get_item (students, i);
    const char *matricule = ceci_student_get_matricule (student);
    g_autofree char *details = matricule != NULL
                                   ? g_strdup_printf ("%s · %s", ceci_student_get_cohort_name (student), matricule)
                                   : g_strdup (ceci_student_get_cohort_name (student));
    g_autofree char *state = ceci_enum_to_column (CECI_TYPE_STUDENT_STATE, (int) ceci_student_get_state (student));

    add_found (found, CECI_FOUND_STUDENT, ceci_record_get_id (CECI_RECORD (student)),
               ceci_student_get_display_name (student), details, state);
  }
  return students != NULL;
}

// The kinds that are read by SQL: id, title, details, state, and the text that is looked in. A folded key can be
// narrowed down by the database itself; %s stands for that.
static const struct {
  CeciFoundKind kind;
  const char *sql;
  gboolean keyed;
} queries[] = {
    {CECI_FOUND_APPLICATION,
     "SELECT a.id, " SQL_DISPLAY_NAME
     ", c.name, a.state, p.search_key FROM person p JOIN application a ON a.person_id = "
     "p.id JOIN cohort c ON c.id = a.cohort_id WHERE %s AND NOT EXISTS (SELECT 1 FROM student s WHERE s.application_id "
     "= a.id) ORDER BY p.search_key, a.id",
     TRUE},
    {CECI_FOUND_ORGANISATION,
     "SELECT p.id, p.name, p.city, NULL, p.search_key FROM organisation p WHERE %s ORDER BY p.search_key, p.id", TRUE},
    {CECI_FOUND_OFFER,
     "SELECT o.organisation_id, o.title, g.name, NULL, o.title || ' ' || coalesce (o.reference, '') FROM offer o JOIN "
     "organisation g ON g.id = o.organisation_id ORDER BY o.title, o.id",
     FALSE},
    {CECI_FOUND_SUPERVISOR,
     "SELECT organisation_id, name, detail, NULL, name FROM (SELECT m.organisation_id, m.holder_name AS name, g.name "
     "AS "
     "detail FROM mandate m JOIN organisation g ON g.id = m.organisation_id UNION SELECT l.organisation_id, "
     "l.supervisor_name, g.name FROM placement l JOIN organisation g ON g.id = l.organisation_id WHERE "
     "l.supervisor_name IS NOT NULL) ORDER BY name, organisation_id",
     FALSE},
    {CECI_FOUND_SESSION,
     "SELECT id, name, place, NULL, name || ' ' || coalesce (place, '') FROM jury_session ORDER BY "
     "held_on DESC, id",
     FALSE},
    {CECI_FOUND_DOCUMENT,
     "SELECT d.student_id, d.title, " SQL_DISPLAY_NAME ", NULL, d.title FROM document d JOIN student s ON s.id = "
     "d.student_id JOIN person p ON p.id = s.person_id WHERE d.removed_on IS NULL AND d.title LIKE $1 ESCAPE '\\' "
     "ORDER BY d.title, d.id LIMIT 200",
     FALSE},
};

// «é» as well as «e»: LIKE knows nothing of accents, so that letters that may bear one are left open.
static char *
open_pattern (const char *folded)
{
  GString *pattern = g_string_new ("%");

  for (const char *p = folded; *p != '\0'; p++)
    if (strchr ("aceinouy'", *p) != NULL || (guchar) *p >= 0x80)
      g_string_append_c (pattern, '_');
    else if (*p == '%' || *p == '_' || *p == '\\')
      g_string_append_printf (pattern, "\\%c", *p);
    else
      g_string_append_c (pattern, *p);
  g_string_append_c (pattern, '%');
  return g_string_free_and_steal (pattern);
}

static char *
key_pattern (const char *word)
{
  GString *pattern = g_string_new ("%");

  for (const char *p = word; *p != '\0'; p++) {
    if (*p == '%' || *p == '_' || *p == '\\')
      g_string_append_c (pattern, '\\');
    g_string_append_c (pattern, *p);
  }
  g_string_append_c (pattern, '%');
  return g_string_free_and_steal (pattern);
}

// The longest word narrows; the others are looked for in what is left.
static const char *
longest_word (char **words)
{
  const char *longest = "";

  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) > strlen (longest))
      longest = words[i];
  return longest;
}

static gboolean
add_kind (CeciDatabase *database, guint which, const char *folded, const char *longest, guint limit, GListStore *found,
          GError **error)
{
  static const char keyed[] = "p.search_key LIKE $1 ESCAPE '\\'";
  g_autoptr (GString) sql = g_string_new (queries[which].sql);
  g_autofree char *pattern = queries[which].keyed ? key_pattern (longest) : open_pattern (longest);
  g_autoptr (GError) local = NULL;
  CeciStatement *statement;
  guint n = 0;

  g_string_replace (sql, "%s", keyed, 1);
  statement = ceci_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return FALSE;
  if (strstr (sql->str, "$1") != NULL)
    ceci_statement_bind_text (statement, 1, pattern);
  while (n < limit && ceci_statement_step (statement, &local)) {
    g_autofree char *looked_in = ceci_fold (ceci_statement_text (statement, 4));

    if (!ceci_fold_contains (looked_in, folded))
      continue;
    add_found (found, queries[which].kind, ceci_statement_text (statement, 0), ceci_statement_text (statement, 1),
               ceci_statement_text (statement, 2), ceci_statement_text (statement, 3));
    n++;
  }
  ceci_statement_reset (statement);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * ceci_search_everything:
 * @database: a connection
 * @words: what a person typed; folded here
 * @limit: how many of each kind at most
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a list of #CeciFound, kind by kind
 */
GListModel *
ceci_search_everything (CeciDatabase *database, const char *words, guint limit, GError **error)
{
  g_autofree char *folded = ceci_fold (words);
  g_auto (GStrv) each = g_strsplit (folded, " ", -1);
  g_autoptr (GListStore) found = g_list_store_new (CECI_TYPE_FOUND);

  if (!add_students (database, words, limit, found, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    if (!add_kind (database, i, folded, longest_word (each), limit, found, error))
      return NULL;
  return G_LIST_MODEL (g_steal_pointer (&found));
}
