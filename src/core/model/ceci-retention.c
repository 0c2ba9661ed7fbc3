// SPDX-License-Identifier: GPL-3.0-or-later
// The retention schedule: what has been kept long enough, and erasing it in one go. Gender has its own term, in days
// after the selection (R28); the others are months.

#include "config.h"

#include "ceci-erasure-repository.h"

#include <glib/gi18n-lib.h>

#include "ceci-person-rows.h"
#include "ceci-setting-repository.h"
#include "ceci-sql.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-erasing.h"

// The day a student's time in the register ended: a certificate, a decision, or leaving.
#define ENDED_ON                                                                                                       \
  "coalesce ((SELECT max (c.issued_on) FROM certificate c WHERE c.student_id = s.id), s.left_on, "                     \
  "(SELECT max (e.decided_on) FROM dossier d JOIN decision e ON e.dossier_id = d.id WHERE d.student_id = s.id))"
#define ERASED_BEFORE "EXISTS (SELECT 1 FROM erasure x WHERE x.person_id = p.id)"

static const struct {
  const char *name, *label;
  int value;
  const char *sql; // id, name, the day the term begins
} kinds[] = {
    [CECI_DUE_APPLICATION] = {"application", N_ ("Applications that led to no enrolment"), 12,
                              "SELECT p.id, " SQL_DISPLAY_NAME
                              ", max (c.starts_on) FROM person p JOIN application a ON "
                              "a.person_id = p.id JOIN cohort c ON c.id = a.cohort_id WHERE NOT EXISTS (SELECT 1 FROM "
                              "student s WHERE s.person_id = p.id) AND NOT " ERASED_BEFORE " GROUP BY p.id"},
    [CECI_DUE_WITHDRAWN] = {"withdrawn", N_ ("Students who left without a certificate"), 24,
                            "SELECT p.id, " SQL_DISPLAY_NAME ", max (" ENDED_ON ") FROM person p JOIN student s ON "
                            "s.person_id = p.id WHERE NOT " ERASED_BEFORE " GROUP BY p.id HAVING sum (s.state = "
                            "'enrolled') = 0 AND NOT EXISTS (SELECT 1 FROM certificate c JOIN student t ON t.id = "
                            "c.student_id WHERE t.person_id = p.id)"},
    [CECI_DUE_AWARDED] = {"awarded", N_ ("Portfolios of certified students, but for what the certificate needs"), 24,
                          "SELECT p.id, " SQL_DISPLAY_NAME ", max (" ENDED_ON ") FROM person p JOIN student s ON "
                          "s.person_id = p.id WHERE NOT " ERASED_BEFORE " GROUP BY p.id HAVING sum (s.state = "
                          "'enrolled') = 0 AND EXISTS (SELECT 1 FROM certificate c JOIN student t ON t.id = "
                          "c.student_id WHERE t.person_id = p.id)"},
    [CECI_DUE_NOTES] = {"notes", N_ ("Follow-up notes of students who are no longer enrolled"), 6,
                        "SELECT s.id, " SQL_DISPLAY_NAME ", " ENDED_ON " FROM student s JOIN person p ON p.id = "
                        "s.person_id WHERE s.state <> 'enrolled' AND EXISTS (SELECT 1 FROM follow_up_note n WHERE "
                        "n.student_id = s.id)"},
    [CECI_DUE_GENDER] = {"gender", N_ ("Gender, once the selection is confirmed"), 30,
                         "SELECT c.id, c.name, max (x.confirmed_on) FROM cohort c JOIN selection x ON x.cohort_id = "
                         "c.id WHERE x.confirmed_on IS NOT NULL AND c.gender_erased_on IS NULL AND EXISTS (SELECT 1 "
                         "FROM application a JOIN person p ON p.id = a.person_id WHERE a.cohort_id = c.id AND "
                         "p.gender IS NOT NULL) GROUP BY c.id"},
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == CECI_DUE_KINDS);

const char *
ceci_due_kind_name (CeciDueKind kind)
{
  return kinds[kind].name;
}

const char *
ceci_due_kind_label (CeciDueKind kind)
{
  return _ (kinds[kind].label);
}

static void
due_free (gpointer data)
{
  CeciDue *due = data;

  g_free (due->id);
  g_free (due->name);
  g_free (due->due_on);
  g_free (due);
}

/**
 * ceci_retention_get:
 * @database: a connection
 * @kind: what is kept
 * @error: return location for an error
 *
 * Returns: for how many months, or days for gender; 0 for ever; -1 with @error
 */
int
ceci_retention_get (CeciDatabase *database, CeciDueKind kind, GError **error)
{
  g_autofree char *setting = g_strconcat ("retention-", kinds[kind].name, NULL);
  g_autoptr (GError) local = NULL;
  g_autofree char *text = ceci_setting_repository_get (database, setting, &local);
  gint64 value;

  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return -1;
  }
  if (text == NULL || !g_ascii_string_to_signed (text, 10, 0, 1200, &value, NULL))
    return kinds[kind].value;
  return (int) value;
}

gboolean
ceci_retention_set (CeciDatabase *database, CeciDueKind kind, int value, GError **error)
{
  g_autofree char *setting = g_strconcat ("retention-", kinds[kind].name, NULL);
  g_autofree char *text = g_strdup_printf ("%d", value);

  if (value < 0 || value > 1200)
    return REFUSE (error, _ ("Give a number from 0 to 1200; 0 keeps it for ever."));
  return ceci_setting_repository_set (database, setting, text, error);
}

static char *
term (CeciDueKind kind, const char *since, int value)
{
  return kind == CECI_DUE_GENDER ? ceci_date_add_days (since, value) : ceci_date_add_months (since, value);
}

static gboolean
add_due (CeciDatabase *database, CeciDueKind kind, const char *today, GPtrArray *list, GError **error)
{
  g_autoptr (GError) local = NULL;
  int value = ceci_retention_get (database, kind, error);
  CeciStatement *row = value > 0 ? ceci_database_query (database, error, kinds[kind].sql, "") : NULL;

  if (row == NULL)
    return value == 0;
  while (ceci_statement_step (row, &local)) {
    g_autofree char *due_on =
        !ceci_statement_is_null (row, 2) ? term (kind, ceci_statement_text (row, 2), value) : NULL;

    if (due_on == NULL || g_strcmp0 (due_on, today) > 0)
      continue;
    CeciDue *due = g_new0 (CeciDue, 1);
    due->kind = kind;
    due->id = g_strdup (ceci_statement_text (row, 0));
    due->name = g_strdup (ceci_statement_text (row, 1));
    due->due_on = g_steal_pointer (&due_on);
    g_ptr_array_add (list, due);
  }
  ceci_statement_reset (row);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static int
by_date (gconstpointer a, gconstpointer b)
{
  const CeciDue *first = a, *second = b;
  int order = g_strcmp0 (first->due_on, second->due_on);

  return order != 0 ? order : g_strcmp0 (first->name, second->name);
}

/**
 * ceci_retention_due:
 * @database: a connection
 * @today: the day it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CeciDue): what the schedule has erased by @today, oldest first
 */
GPtrArray *
ceci_retention_due (CeciDatabase *database, const char *today, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (due_free);

  for (guint kind = 0; kind < CECI_DUE_KINDS; kind++)
    if (!add_due (database, (CeciDueKind) kind, today, list, error))
      return NULL;
  g_ptr_array_sort_values (list, by_date);
  return g_steal_pointer (&list);
}

char *
ceci_retention_purge_on (CeciDatabase *database, const char *left_on, GError **error)
{
  int months = ceci_retention_get (database, CECI_DUE_WITHDRAWN, error);

  return months > 0 ? ceci_date_add_months (left_on, months) : NULL;
}

static gboolean
erase_notes (CeciDatabase *database, const char *student_id, GError **error)
{
  g_auto (GStrv) ids = ceci_texts_of (
      database,
      "SELECT id FROM follow_up_note WHERE student_id = $1 UNION SELECT row_id FROM change WHERE table_name = "
      "'follow_up_note' AND $1 IN (json_extract (old, '$.student_id'), json_extract (new, '$.student_id'))",
      student_id, error);

  g_autofree char *person_id =
      ids != NULL ? ceci_database_text (database, error, "SELECT person_id FROM student WHERE id = $1", "t", student_id)
                  : NULL;
  g_autoptr (CeciPersonRows) rows = person_id != NULL ? ceci_person_rows_new (database, person_id, error) : NULL;
  g_auto (GStrv) words = rows != NULL ? ceci_person_words (database, rows, person_id, error) : NULL;

  // the labels too: once the notes are gone, nothing says whose they were
  return words != NULL &&
         ceci_database_erase_words (database, (const char *const *) ids, (const char *const *) words, error) &&
         ceci_database_erase_rows (database, "follow_up_note", (const char *const *) ids, error);
}

/**
 * ceci_retention_apply:
 * @database: a connection, within ceci_register_erase()
 * @due: (element-type CeciDue): what ceci_retention_due() found
 * @today: the day it is
 * @error: return location for an error
 *
 * Returns: whether all of it is erased
 */
gboolean
ceci_retention_apply (CeciDatabase *database, GPtrArray *due, const char *today, GError **error)
{
  for (guint i = 0; i < due->len; i++) {
    CeciDue *it = due->pdata[i];
    gboolean done = FALSE;

    switch (it->kind) {
    case CECI_DUE_NOTES:
      done = erase_notes (database, it->id, error);
      break;
    case CECI_DUE_GENDER:
      done = ceci_erasure_gender (database, it->id, today, error) != G_MAXUINT;
      break;
    case CECI_DUE_APPLICATION:
    case CECI_DUE_WITHDRAWN:
    case CECI_DUE_AWARDED:
    default:
      done = ceci_erasure_apply (database, it->id, ceci_due_kind_label (it->kind), today, error);
      break;
    }
    if (!done)
      return FALSE;
  }
  return TRUE;
}
