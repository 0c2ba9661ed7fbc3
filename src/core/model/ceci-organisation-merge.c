// SPDX-License-Identifier: GPL-3.0-or-later
// Organisations that the register may have twice: found by their number and by their name, made one in one step that
// can be undone.

#include "config.h"

#include "ceci-organisation-repository.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "ceci-sql.h"
#include "core/store/ceci-fold.h"

#define SHORTEST_NEAR_NAME 8 // letters: shorter names differ by less than a slip

// Words that do not tell one organisation from another.
static const char *const empty_words[] = {"asbl", "aisbl", "vzw", "ivzw", "ong", "the", "le",  "la", "les",
                                          "l",    "de",    "des", "du",   "d",   "et",  "and", "of", "a",
                                          "an",   "un",    "une", "en",   "au",  "aux", "fr",  NULL};

static int
compare_words (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *) one, *(const char *const *) other);
}

/**
 * ceci_organisation_name_key:
 * @name: (nullable): an organisation's name
 *
 * Returns: (transfer full): the words that tell it from others, folded and in order: «ASBL Les Petits Riens» and
 *   «Petits riens (asbl)» have the same; all of them where there are no others
 */
char *
ceci_organisation_name_key (const char *name)
{
  g_autofree char *folded = ceci_fold (name);
  g_autoptr (GStrvBuilder) telling = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) left = NULL;

  for (char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p < 128 && !g_ascii_isalnum (*p) && *p != '.')
      *p = ' ';
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++) {
    g_auto (GStrv) letters = g_strsplit (words[i], ".", -1); // «a.s.b.l.»
    g_autofree char *word = g_strjoinv ("", letters);

    if (*word != '\0' && !g_strv_contains (empty_words, word))
      g_strv_builder_add (telling, word);
  }
  left = g_strv_builder_end (telling);
  if (left[0] == NULL)
    return g_steal_pointer (&folded);
  qsort (left, g_strv_length (left), sizeof *left, compare_words);
  return g_strjoinv (" ", left);
}

// Short names are one letter apart too easily: «Cap» and «Cab» are two.
static gboolean
is_a_slip (const char *one, const char *other)
{
  return MIN (g_utf8_strlen (one, -1), g_utf8_strlen (other, -1)) >= SHORTEST_NEAR_NAME &&
         ceci_fold_is_near (one, other, 1);
}

static gboolean
may_be_one (CeciOrganisation *one, const char *key, CeciOrganisation *other)
{
  const char *number = ceci_organisation_get_enterprise_number (one),
             *others_number = ceci_organisation_get_enterprise_number (other);
  g_autofree char *others_key = NULL;

  if (number != NULL && others_number != NULL)
    return g_str_equal (number, others_number);
  others_key = ceci_organisation_name_key (ceci_organisation_get_name (other));
  return g_str_equal (key, others_key) || is_a_slip (key, others_key);
}

/**
 * ceci_organisation_repository_duplicates:
 * @database: a connection
 * @organisation: an organisation, stored or a draft
 * @error: return location for an error
 *
 * Two that have different enterprise numbers are two, whatever their names.
 *
 * Returns: (transfer full) (nullable): the organisations that may be the same one: those with its enterprise number,
 * and those with nearly its name
 */
GListModel *
ceci_organisation_repository_duplicates (CeciDatabase *database, CeciOrganisation *organisation, GError **error)
{
  g_autoptr (GListModel) all = ceci_organisation_repository_list (database, error);
  const char *id = ceci_record_get_id (CECI_RECORD (organisation));
  g_autofree char *key = ceci_organisation_name_key (ceci_organisation_get_name (organisation));
  GListStore *found;

  if (all == NULL)
    return NULL;
  found = g_list_store_new (CECI_TYPE_ORGANISATION);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (CeciOrganisation) other = g_list_model_get_item (all, i);

    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (other)), id) != 0 && may_be_one (organisation, key, other))
      g_list_store_append (found, other);
  }
  return G_LIST_MODEL (found);
}

static const char *
either (const char *one, const char *other)
{
  return !is_blank (one) ? one : other;
}

// What the one that stays does not say is taken from the other; its kind and form where they say nothing.
static CeciOrganisation *
fill (CeciOrganisation *kept, CeciOrganisation *other)
{
  gboolean unknown = ceci_organisation_get_legal_form (kept) == CECI_LEGAL_FORM_UNKNOWN;
  gboolean vague = ceci_organisation_get_kind (kept) == CECI_ORGANISATION_KIND_OTHER;
  gboolean checked = ceci_organisation_get_checked_on (kept) != NULL;
  g_autofree char *kind =
      ceci_enum_to_column (CECI_TYPE_ORGANISATION_KIND, (int) ceci_organisation_get_kind (vague ? other : kept));
  g_autofree char *form =
      ceci_enum_to_column (CECI_TYPE_LEGAL_FORM, (int) ceci_organisation_get_legal_form (unknown ? other : kept));

#define EITHER(field) #field, either (ceci_organisation_get_##field (kept), ceci_organisation_get_##field (other))
  return ceci_record_with (kept, EITHER (enterprise_number), EITHER (address), EITHER (postcode), EITHER (city),
                           EITHER (country), EITHER (email), EITHER (phone), EITHER (purpose), "checked_on",
                           ceci_organisation_get_checked_on (checked ? kept : other), "checked_reason",
                           ceci_organisation_get_checked_reason (checked ? kept : other), "kind", kind, "legal_form",
                           form, NULL);
#undef EITHER
}

/**
 * ceci_organisation_repository_merge:
 * @database: a connection inside a write
 * @kept_id: the organisation that stays
 * @other_id: the one that becomes it
 * @error: return location for an error
 *
 * Contacts, mandates, offers and placements of the other become those of the one that stays, which also takes what it
 * did not know; then the other goes.
 *
 * Returns: whether they are one
 */
gboolean
ceci_organisation_repository_merge (CeciDatabase *database, const char *kept_id, const char *other_id, GError **error)
{
  static const char *const moves[] = {
      "UPDATE contact SET organisation_id = $1 WHERE organisation_id = $2",
      "UPDATE mandate SET organisation_id = $1 WHERE organisation_id = $2",
      "UPDATE offer SET organisation_id = $1 WHERE organisation_id = $2",
      "UPDATE placement SET organisation_id = $1 WHERE organisation_id = $2",
  };
  g_autoptr (CeciOrganisation) kept = NULL;
  g_autoptr (CeciOrganisation) other = NULL;
  g_autoptr (CeciOrganisation) filled = NULL;

  if (g_strcmp0 (kept_id, other_id) == 0)
    return REFUSE (error, _ ("An organisation can’t be merged with itself."));
  kept = ceci_organisation_repository_find (database, kept_id, error);
  other = kept != NULL ? ceci_organisation_repository_find (database, other_id, error) : NULL;
  if (other == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (!ceci_database_run (database, error, moves[i], "tt", kept_id, other_id))
      return FALSE;
  filled = fill (kept, other);
  return ceci_record_delete (other, database, error) && ceci_record_update (filled, database, error);
}
