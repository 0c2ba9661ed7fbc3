// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of people and of the names they bore.

#include "config.h"

#include "ceci-person-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-identifiers.h"
#include "ceci-sql.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-fold.h"

#define PERSON_SQL                                                                                                     \
  "SELECT p.*, " SQL_DISPLAY_NAME " AS display_name, f.code AS faculty_code, " SQL_FACULTY_NAME " AS faculty_name "    \
  "FROM person p LEFT JOIN faculty f ON f.id = p.faculty_id "

GListModel *
ceci_person_repository_list (CeciDatabase *database, GError **error)
{
  CeciStatement *statement =
      ceci_database_query (database, error, PERSON_SQL "ORDER BY p.search_key, p.id", "t", ceci_language_current ());

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_PERSON, statement, error));
}

CeciPerson *
ceci_person_repository_find (CeciDatabase *database, const char *id, GError **error)
{
  CeciStatement *statement =
      ceci_database_query (database, error, PERSON_SQL "WHERE p.id = $2", "tt", ceci_language_current (), id);

  return ceci_record_one (CECI_TYPE_PERSON, statement, id, error);
}

/**
 * ceci_person_repository_look_up:
 * @database: a connection
 * @text: an id, a student number, an e-mail address, or words of a name
 * @error: return location for an error; %CECI_STORE_ERROR_NOT_FOUND also when several fit
 *
 * Returns: (transfer full) (nullable): the one person meant
 */
CeciPerson *
ceci_person_repository_look_up (CeciDatabase *database, const char *text, GError **error)
{
  g_autofree char *matricule = ceci_matricule_normalise (text);
  g_autofree char *words = ceci_fold (text);
  g_autoptr (CeciPerson) found = NULL;
  g_autoptr (GListModel) people = NULL;
  CeciStatement *statement = ceci_database_query (
      database, error, PERSON_SQL "WHERE p.id = $2 OR p.matricule = $3 OR lower (p.email) = lower ($2)", "ttt",
      ceci_language_current (), text, matricule);

  people = G_LIST_MODEL (ceci_record_list (CECI_TYPE_PERSON, statement, error));
  if (people != NULL && g_list_model_get_n_items (people) == 0 && *words != '\0') {
    g_object_unref (people);
    people = ceci_person_repository_list (database, error);
  }
  for (guint i = 0; people != NULL && i < g_list_model_get_n_items (people); i++) {
    g_autoptr (CeciPerson) person = g_list_model_get_item (people, i);
    gboolean exact = g_strcmp0 (ceci_record_get_id (CECI_RECORD (person)), text) == 0 ||
                     (matricule != NULL && g_strcmp0 (ceci_person_get_matricule (person), matricule) == 0);

    if (!exact && !ceci_fold_contains (ceci_person_get_search_key (person), words))
      continue;
    if (found != NULL) {
      g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND,
                   _ ("“%s” fits several people. Give more of the name, or the student number."), text);
      return NULL;
    }
    found = g_steal_pointer (&person);
  }
  if (found == NULL && people != NULL)
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND, _ ("There is no “%s” among the people."), text);
  return g_steal_pointer (&found);
}

GListModel *
ceci_person_repository_aliases (CeciDatabase *database, const char *person_id, GError **error)
{
  return G_LIST_MODEL (ceci_record_select (CECI_TYPE_PERSON_ALIAS, database, "person_id", person_id, "until", error));
}

/**
 * ceci_matricule_normalise:
 * @text: (nullable): a student number as someone wrote it
 *
 * Returns: (transfer full) (nullable): its six digits, without the zeros that some systems put before them
 */
char *
ceci_matricule_normalise (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *start;

  for (; text != NULL && *text != '\0'; text++) {
    if (g_ascii_isdigit (*text))
      g_string_append_c (digits, *text);
    else if (!g_ascii_isspace (*text) && *text != '.' && *text != '-')
      return NULL;
  }
  for (start = digits->str; *start == '0' && strlen (start) > 6;)
    start++;
  return strlen (start) == 6 ? g_strdup (start) : NULL;
}

// The family name comes first, so that the key sorts too. Names borne before are found as well.
static char *
make_search_key (CeciDatabase *database, CeciPerson *person, GError **error)
{
  g_autoptr (GString) text = g_string_new (ceci_person_get_family_name (person));
  g_autoptr (GListModel) aliases = NULL;
  const char *rest[] = {ceci_person_get_usual_first_name (person), ceci_person_get_first_name (person),
                        ceci_person_get_matricule (person), ceci_person_get_email (person)};

  for (guint i = 0; i < G_N_ELEMENTS (rest); i++)
    if (!is_blank (rest[i]))
      g_string_append_printf (text, " %s", rest[i]);

  if (ceci_record_get_id (CECI_RECORD (person)) != NULL) {
    aliases = ceci_person_repository_aliases (database, ceci_record_get_id (CECI_RECORD (person)), error);
    if (aliases == NULL)
      return NULL;
    for (guint i = 0; i < g_list_model_get_n_items (aliases); i++) {
      g_autoptr (CeciPersonAlias) alias = g_list_model_get_item (aliases, i);
      g_string_append_printf (text, " %s %s", ceci_person_alias_get_family_name (alias),
                              ceci_person_alias_get_first_name (alias));
      if (!is_blank (ceci_person_alias_get_usual_first_name (alias)))
        g_string_append_printf (text, " %s", ceci_person_alias_get_usual_first_name (alias));
    }
  }
  return ceci_fold (text->str);
}

// What is stored of a draft: checked, its student number in one form, its search key made.
static CeciPerson *
complete (CeciDatabase *database, CeciPerson *draft, GError **error)
{
  const char *written = ceci_person_get_matricule (draft);
  g_autofree char *matricule = is_blank (written) ? NULL : ceci_matricule_normalise (written);
  g_autofree char *key = NULL;
  const char *language = ceci_person_get_language (draft);
  g_autoptr (CeciPerson) person = NULL;

  if (is_blank (ceci_person_get_family_name (draft)) || is_blank (ceci_person_get_first_name (draft))) {
    (void) REFUSE (error, _ ("A person needs a family name and a first name."));
    return NULL;
  }
  if (!is_blank (written) && matricule == NULL) {
    (void) REFUSE (error, _ ("“%s” is not a student number. It has six digits."), written);
    return NULL;
  }
  person = ceci_record_with (draft, "matricule", matricule, "language", language != NULL ? language : "fr", NULL);
  key = make_search_key (database, person, error);
  if (key == NULL)
    return NULL;
  return ceci_record_with (person, "search_key", key, NULL);
}

/**
 * ceci_person_repository_add:
 * @database: a connection inside a write
 * @draft: family_name, first_name, and whatever else is known
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID says what is wrong
 *
 * Returns: (transfer full) (nullable): the new person's id
 */
char *
ceci_person_repository_add (CeciDatabase *database, CeciPerson *draft, GError **error)
{
  g_autoptr (CeciPerson) person = complete (database, draft, error);

  if (person == NULL || !ceci_record_insert (person, database, error))
    return NULL;
  return g_strdup (ceci_record_get_id (CECI_RECORD (person)));
}

static gboolean
keep_alias (CeciDatabase *database, CeciPerson *before, CeciPerson *after, const char *today, GError **error)
{
  g_autoptr (CeciPersonAlias) alias = NULL;

  if (g_strcmp0 (ceci_person_get_family_name (before), ceci_person_get_family_name (after)) == 0 &&
      g_strcmp0 (ceci_person_get_first_name (before), ceci_person_get_first_name (after)) == 0 &&
      g_strcmp0 (ceci_person_get_usual_first_name (before), ceci_person_get_usual_first_name (after)) == 0)
    return TRUE;

  alias =
      ceci_record_new (CECI_TYPE_PERSON_ALIAS, "person_id", ceci_record_get_id (CECI_RECORD (before)), "family_name",
                       ceci_person_get_family_name (before), "first_name", ceci_person_get_first_name (before),
                       "usual_first_name", ceci_person_get_usual_first_name (before), "until", today, NULL);
  return ceci_record_insert (alias, database, error);
}

/**
 * ceci_person_repository_change:
 * @database: a connection inside a write
 * @person: a stored person with changed fields
 * @today: the day the name changed, if it did
 * @error: return location for an error
 *
 * Returns: whether it was stored
 */
gboolean
ceci_person_repository_change (CeciDatabase *database, CeciPerson *person, const char *today, GError **error)
{
  const char *id = ceci_record_get_id (CECI_RECORD (person));
  g_autoptr (CeciPerson) before = ceci_person_repository_find (database, id, error);
  g_autoptr (CeciPerson) after = NULL;

  if (before == NULL || !keep_alias (database, before, person, today, error))
    return FALSE;
  after = complete (database, person, error);
  return after != NULL && ceci_record_update (after, database, error);
}

// Nobody else may bear this student number or use this address.
static gboolean
is_free (CeciDatabase *database, CeciPerson *person, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *other = ceci_database_text (
      database, &local,
      "SELECT " SQL_DISPLAY_NAME
      " FROM person p WHERE p.id <> $1 AND (p.matricule = $2 OR lower (p.email) = lower ($3)) LIMIT 1",
      "ttt", ceci_record_get_id (CECI_RECORD (person)), ceci_person_get_matricule (person),
      ceci_person_get_email (person));

  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  return other == NULL ||
         REFUSE (error,
                 _ ("%s already has this student number or e-mail address. Merge the two if they are one person."),
                 other);
}

/**
 * ceci_person_repository_correct:
 * @database: a connection inside a write
 * @person: a stored person with changed fields
 * @today: the day it is
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID names the value that is refused
 *
 * Like ceci_person_repository_change(), for what a person types: address, number, language and dates are checked and
 * brought to one way of writing.
 *
 * Returns: whether it was stored
 */
gboolean
ceci_person_repository_correct (CeciDatabase *database, CeciPerson *person, const char *today, GError **error)
{
  const char *email = ceci_person_get_email (person), *phone = ceci_person_get_phone (person),
             *birth = ceci_person_get_birth_date (person), *language = ceci_person_get_language (person);
  g_autofree char *address = is_blank (email) ? NULL : ceci_email_normalise (email);
  g_autofree char *number = is_blank (phone) ? NULL : ceci_phone_normalise (phone);
  g_autofree char *matricule = is_blank (ceci_person_get_matricule (person))
                                   ? NULL
                                   : ceci_matricule_normalise (ceci_person_get_matricule (person));
  g_autoptr (CeciPerson) corrected = NULL;

  if (!is_blank (email) && address == NULL)
    return REFUSE (error, _ ("“%s” is not an e-mail address."), email);
  if (!is_blank (phone) && number == NULL)
    return REFUSE (error, _ ("“%s” is not a telephone number. Write it as +32 2 650 28 79."), phone);
  if (!is_blank (birth) && (!ceci_date_is_valid (birth) || strcmp (birth, today) >= 0))
    return REFUSE (error, _ ("“%s” is not a birth date."), birth);
  if (g_strcmp0 (language, "fr") != 0 && g_strcmp0 (language, "en") != 0)
    return REFUSE (error, _ ("“%s” is not a language of letters: fr or en."), language != NULL ? language : "");
  corrected =
      ceci_record_with (person, "email", address, "phone", number, "birth_date", is_blank (birth) ? NULL : birth,
                        "matricule", matricule != NULL ? matricule : ceci_person_get_matricule (person), NULL);
  return is_free (database, corrected, error) && ceci_person_repository_change (database, corrected, today, error);
}
