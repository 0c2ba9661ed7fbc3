// SPDX-License-Identifier: GPL-3.0-or-later
// The tables that speak of a person and how each is reached; finding the rows in the tables and in the journal.
#include "config.h"

#include "ceci-person-rows.h"

#include <glib/gi18n-lib.h>

#include "ceci-sql.h"

struct _CeciPersonRows {
  GHashTable *ids; // table to GStrv
};

#define COLUMNS(...) ((const char *const[]) {__VA_ARGS__, NULL})

static const CeciPersonTable tables[] = {
    {"person", NULL, NULL, CECI_KEPT_SHELL,
     COLUMNS ("usual_first_name", "matricule", "email", "phone", "birth_date", "gender", "faculty_id"),
     N_ ("Identity and contact")},
    {"person_alias", "person_id", "person", CECI_KEPT_NOTHING, NULL, N_ ("Names borne before")},
    {"application", "person_id", "person", CECI_KEPT_SHELL,
     COLUMNS ("state_reason", "entry_profile", "study_path", "organisation_name", "organisation_kind", "legal_form",
              "enterprise_number", "mission", "function", "planned_minutes", "starts_on", "ends_on", "committee_member",
              "supervisor_name", "supervisor_email", "offer_reference", "offer_labelled", "motivation", "consent",
              "source", "source_line", "guidance_since"),
     N_ ("Applications")},
    {"application_contact", "application_id", "application", CECI_KEPT_NOTHING, NULL,
     N_ ("Contacts with the applicant")},
    {"selection_choice", "application_id", "application", CECI_KEPT_SHELL, COLUMNS ("reason"),
     N_ ("Choices of the selection")},
    {"student", "person_id", "person", CECI_KEPT_SHELL, COLUMNS ("state_reason", "override_reason"), N_ ("Enrolments")},
    {"mandate", "person_id", "person", CECI_KEPT_SHELL, COLUMNS ("holder_name", "person_id"), N_ ("Mandates")},
    {"participant", "person_id", "person", CECI_KEPT_NOTHING, NULL, N_ ("Identifiers on the virtual campus")},
    {"letter", "person_id", "person", CECI_KEPT_NOTHING, NULL, N_ ("Letters")},
    {"erasure", "person_id", "person", CECI_KEPT_SHELL, COLUMNS (NULL), N_ ("Erasures")},
    {"extension", "student_id", "student", CECI_KEPT_NOTHING, NULL, N_ ("Extensions")},
    {"interruption", "student_id", "student", CECI_KEPT_NOTHING, NULL, N_ ("Interruptions")},
    {"module_completion", "student_id", "student", CECI_KEPT_NOTHING, NULL, N_ ("Modules")},
    {"attendance", "student_id", "student", CECI_KEPT_NOTHING, NULL, N_ ("Attendance")},
    {"follow_up_note", "student_id", "student", CECI_KEPT_NOTHING, NULL, N_ ("Follow-up notes")},
    {"snooze", "student_id", "student", CECI_KEPT_NOTHING, NULL, N_ ("Findings put aside")},
    {"placement", "student_id", "student", CECI_KEPT_NOTHING, NULL, N_ ("Placements")},
    {"supervisor_member", "placement_id", "placement", CECI_KEPT_NOTHING, NULL, N_ ("Members of the supervisor")},
    {"agreement", "placement_id", "placement", CECI_KEPT_NOTHING, NULL, N_ ("Agreements")},
    {"signature", "agreement_id", "agreement", CECI_KEPT_NOTHING, NULL, N_ ("Signatures")},
    {"hours", "placement_id", "placement", CECI_KEPT_NOTHING, NULL, N_ ("Hours")},
    {"follow_up_grid", "placement_id", "placement", CECI_KEPT_NOTHING, NULL, N_ ("Follow-up grids")},
    {"follow_up_rating", "grid_id", "follow_up_grid", CECI_KEPT_NOTHING, NULL, N_ ("Ratings of the follow-up grid")},
    {"document", "student_id", "student", CECI_KEPT_NOTHING, NULL, N_ ("Documents")},
    {"document_version", "document_id", "document", CECI_KEPT_NOTHING, NULL, N_ ("Versions of documents")},
    {"dossier", "student_id", "student", CECI_KEPT_SHELL, COLUMNS ("waiver_reason"), N_ ("Dossiers before a jury")},
    {"assignment", "dossier_id", "dossier", CECI_KEPT_NOTHING, NULL, N_ ("Assignments to jurors")},
    {"review", "assignment_id", "assignment", CECI_KEPT_NOTHING, NULL, N_ ("Reviews")},
    {"score", "review_id", "review", CECI_KEPT_NOTHING, NULL, N_ ("Scores")},
    {"page_note", "review_id", "review", CECI_KEPT_NOTHING, NULL, N_ ("Notes on pages")},
    {"decision", "dossier_id", "dossier", CECI_KEPT_SHELL, COLUMNS ("reason", "conditions"), N_ ("Decisions")},
    {"certificate", "student_id", "student", CECI_KEPT_AWARD, COLUMNS (NULL), N_ ("Certificates")},
};

/**
 * ceci_person_tables:
 * @n: (out): how many
 *
 * Returns: (array length=n) (transfer none): every table that speaks of a person
 */
const CeciPersonTable *
ceci_person_tables (guint *n)
{
  *n = G_N_ELEMENTS (tables);
  return tables;
}

char *
ceci_person_table_query (const CeciPersonTable *table)
{
  return g_strdup_printf ("SELECT * FROM \"%s\" WHERE id IN (SELECT value FROM json_each ($1)) ORDER BY id",
                          table->table);
}

/**
 * ceci_texts_of:
 * @database: a connection
 * @sql: a query of one column and one parameter
 * @parameter: its text
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): what it finds, but for what is blank
 */
GStrv
ceci_texts_of (CeciDatabase *database, const char *sql, const char *parameter, GError **error)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autoptr (GError) local = NULL;
  CeciStatement *row = ceci_database_query (database, error, sql, "t", parameter);

  if (row == NULL)
    return NULL;
  while (ceci_statement_step (row, &local))
    if (!is_blank (ceci_statement_text (row, 0)))
      g_strv_builder_add (found, ceci_statement_text (row, 0));
  ceci_statement_reset (row);
  if (local == NULL)
    return g_strv_builder_end (found);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

// A list as a JSON array, for SQL to look into; identifiers need no more care.
char *
ceci_json_array_of (const char *const *ids)
{
  g_autofree char *joined = g_strjoinv ("\",\"", (char **) ids);

  return *joined != '\0' ? g_strdup_printf ("[\"%s\"]", joined) : g_strdup ("[]");
}

// The rows that refer to one of parents, those of today and those that a change once wrote.
static GStrv
find_rows (CeciDatabase *database, const CeciPersonTable *table, const char *const *parents, GError **error)
{
  g_autofree char *array = ceci_json_array_of (parents);
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM \"%s\" WHERE \"%s\" IN (SELECT value FROM json_each ($1)) UNION "
      "SELECT row_id FROM change WHERE table_name = '%s' AND (json_extract (new, '$.%s') IN (SELECT value FROM "
      "json_each ($1)) OR json_extract (old, '$.%s') IN (SELECT value FROM json_each ($1))) ORDER BY 1",
      table->table, table->column, table->table, table->column, table->column);

  return *parents != NULL ? ceci_texts_of (database, sql, array, error) : g_new0 (char *, 1);
}

/**
 * ceci_person_rows_new:
 * @database: a connection
 * @person_id: a person's id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): the rows about that person, in every table
 */
CeciPersonRows *
ceci_person_rows_new (CeciDatabase *database, const char *person_id, GError **error)
{
  g_autoptr (CeciPersonRows) self = g_new0 (CeciPersonRows, 1);

  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_strfreev);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    GStrv ids = tables[i].parent == NULL
                    ? g_strdupv ((char **) (const char *const[]) {person_id, NULL})
                    : find_rows (database, &tables[i], ceci_person_rows_of (self, tables[i].parent), error);

    if (ids == NULL)
      return NULL;
    g_hash_table_insert (self->ids, (gpointer) tables[i].table, ids);
  }
  return g_steal_pointer (&self);
}

void
ceci_person_rows_free (CeciPersonRows *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->ids);
  g_free (self);
}

const char *const *
ceci_person_rows_of (CeciPersonRows *self, const char *table)
{
  return g_hash_table_lookup (self->ids, table);
}

GStrv
ceci_person_rows_all (CeciPersonRows *self)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_strv_builder_addv (all, (const char **) g_hash_table_lookup (self->ids, tables[i].table));
  return g_strv_builder_end (all);
}

// Names, addresses and titles that labels of the journal may hold: those of today and those of before.
GStrv
ceci_person_words (CeciDatabase *database, CeciPersonRows *rows, const char *person_id, GError **error)
{
  static const char *const sql =
      "SELECT DISTINCT value FROM (SELECT j.key AS key, j.value AS value FROM change c, json_each (c.old) j WHERE "
      "c.table_name IN ('person', 'person_alias', 'document', 'document_version') AND c.row_id IN (SELECT value FROM "
      "json_each ($1)) UNION SELECT "
      "j.key, j.value FROM change c, json_each (c.new) j WHERE c.table_name IN ('person', 'person_alias', 'document', "
      "'document_version') AND "
      "c.row_id IN (SELECT value FROM json_each ($1))) AS past WHERE value IS NOT NULL AND key IN ('family_name', "
      "'first_name', "
      "'usual_first_name', 'matricule', 'email', 'phone', 'title', 'file_name')";
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_strv_builder_add (ids, person_id);
  g_strv_builder_addv (ids, (const char **) ceci_person_rows_of (rows, "person_alias"));
  g_strv_builder_addv (ids, (const char **) ceci_person_rows_of (rows, "document"));
  g_strv_builder_addv (ids, (const char **) ceci_person_rows_of (rows, "document_version"));
  g_auto (GStrv) all = g_strv_builder_end (ids);
  g_autofree char *array = ceci_json_array_of ((const char *const *) all);
  return ceci_texts_of (database, sql, array, error);
}
