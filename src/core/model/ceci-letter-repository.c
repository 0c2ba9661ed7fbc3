// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of letters.

#include "config.h"

#include "ceci-letter-repository.h"

#include <glib/gi18n-lib.h>

#include "ceci-sql.h"
#include "core/store/ceci-date.h"

// A letter about hours goes to the supervisor of the student's last placement, every other one to the person.
#define SUPERVISORS "e.kind = 'hours-to-confirm' AND l.id IS NOT NULL"
#define LETTER_SQL                                                                                                     \
  "SELECT e.*, " SQL_DISPLAY_NAME " AS display_name, coalesce(c.name, d.name) AS cohort_name, "                        \
  "CASE WHEN " SUPERVISORS " THEN coalesce(l.supervisor_name, o.name) ELSE " SQL_DISPLAY_NAME " END AS reader_name, "  \
  "CASE WHEN " SUPERVISORS " THEN coalesce(l.supervisor_email, o.email) ELSE p.email END AS reader_email "             \
  "FROM letter e JOIN person p ON p.id = e.person_id LEFT JOIN student s ON s.id = e.student_id "                      \
  "LEFT JOIN cohort c ON c.id = s.cohort_id LEFT JOIN application a ON a.id = e.application_id "                       \
  "LEFT JOIN cohort d ON d.id = a.cohort_id LEFT JOIN placement l ON l.id = (SELECT x.id FROM placement x "            \
  "WHERE x.student_id = e.student_id ORDER BY x.starts_on DESC, x.id DESC LIMIT 1) "                                   \
  "LEFT JOIN organisation o ON o.id = l.organisation_id "

GListModel *
ceci_letter_repository_list (CeciDatabase *database, const char *person_id, const char *student_id, gboolean unsent,
                             GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error,
      LETTER_SQL "WHERE ($1 IS NULL OR e.person_id = $1) AND ($2 IS NULL OR e.student_id = $2) AND "
                 "($3 = 0 OR e.sent_on IS NULL) ORDER BY e.prepared_at DESC, e.id DESC",
      "ttb", person_id, student_id, unsent);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_LETTER, statement, error));
}

CeciLetter *
ceci_letter_repository_find (CeciDatabase *database, const char *id, GError **error)
{
  return ceci_record_one (CECI_TYPE_LETTER,
                          ceci_database_query (database, error, LETTER_SQL "WHERE e.id = $1", "t", id), id, error);
}

char *
ceci_letter_repository_keep (CeciDatabase *database, CeciLetter *letter, GError **error)
{
  g_autofree char *now = ceci_entropy_dup_now (ceci_database_get_entropy (database));
  g_autoptr (CeciLetter) kept = ceci_record_with (letter, "prepared_at", now, NULL);

  if (is_blank (ceci_letter_get_subject (letter)) || is_blank (ceci_letter_get_body (letter))) {
    (void) REFUSE (error, _ ("A letter needs a subject and a text."));
    return NULL;
  }
  if (!ceci_database_run (database, error,
                          "DELETE FROM letter WHERE person_id = $1 AND kind = $2 AND sent_on IS NULL AND "
                          "coalesce(student_id, application_id, '') = coalesce($3, $4, '')",
                          "tttt", ceci_letter_get_person_id (kept), ceci_letter_get_kind (kept),
                          ceci_letter_get_student_id (kept), ceci_letter_get_application_id (kept)) ||
      !ceci_record_insert (kept, database, error))
    return NULL;
  return g_strdup (ceci_record_get_id (CECI_RECORD (kept)));
}

static CeciLetter *
find_waiting (CeciDatabase *database, const char *id, GError **error)
{
  g_autoptr (CeciLetter) letter = ceci_record_find (CECI_TYPE_LETTER, database, id, error);
  g_autofree char *day = NULL;

  if (letter == NULL || ceci_letter_get_sent_on (letter) == NULL)
    return g_steal_pointer (&letter);
  day = ceci_date_format_long (ceci_letter_get_sent_on (letter));
  (void) REFUSE (error, _ ("The letter “%s” went on %s: it stays as it was. Write another one."),
                 ceci_letter_get_subject (letter), day);
  return NULL;
}

gboolean
ceci_letter_repository_word (CeciDatabase *database, const char *id, const char *subject, const char *body,
                             GError **error)
{
  g_autoptr (CeciLetter) letter = find_waiting (database, id, error);
  g_autoptr (CeciLetter) worded = NULL;

  if (letter == NULL)
    return FALSE;
  if (is_blank (subject) || is_blank (body))
    return REFUSE (error, _ ("A letter needs a subject and a text."));
  worded = ceci_record_with (letter, "subject", subject, "body", body, NULL);
  return ceci_record_update (worded, database, error);
}

/**
 * ceci_letter_repository_sent:
 * @database: a connection inside a write
 * @id: a letter's id
 * @channel: how it went; %CECI_LETTER_CHANNEL_NONE: it did not go after all
 * @sent_on: (nullable): the day, as somebody said
 * @error: return location for an error
 *
 * Returns: whether it was recorded
 */
gboolean
ceci_letter_repository_sent (CeciDatabase *database, const char *id, CeciLetterChannel channel, const char *sent_on,
                             GError **error)
{
  g_autoptr (CeciLetter) letter = ceci_record_find (CECI_TYPE_LETTER, database, id, error);
  g_autoptr (CeciLetter) sent = NULL;

  if (letter == NULL)
    return FALSE;
  if (channel == CECI_LETTER_CHANNEL_NONE)
    sent = ceci_record_with (letter, "channel", NULL, "sent_on", NULL, NULL);
  else
    sent = ceci_record_with (letter, "channel", ceci_enum_get_nick (CECI_TYPE_LETTER_CHANNEL, (int) channel), "sent_on",
                             sent_on, NULL);
  return ceci_record_update (sent, database, error);
}

gboolean
ceci_letter_repository_drop (CeciDatabase *database, const char *id, GError **error)
{
  g_autoptr (CeciLetter) letter = find_waiting (database, id, error);

  return letter != NULL && ceci_record_delete (letter, database, error);
}
