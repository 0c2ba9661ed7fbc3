// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of placement agreements, their amendments and signatures (declared in ceci-placement-repository.h).

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-placement-repository.h"
#include "ceci-sql.h"
#include "core/store/ceci-date.h"

#define SIGNED_BY(party)                                                                                               \
  "(SELECT x.signed_on FROM signature x WHERE x.agreement_id = g.id AND x.party = '" party "') AS " party "_signed_on"
#define AGREEMENT_SQL                                                                                                  \
  "SELECT g.*, (SELECT count(*) FROM signature x WHERE x.agreement_id = g.id) AS signatures, " SIGNED_BY (             \
      "student") ", " SIGNED_BY ("organisation") ", " SIGNED_BY ("university") " FROM agreement g "

GListModel *
ceci_agreement_repository_list (CeciDatabase *database, const char *placement_id, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error, AGREEMENT_SQL "WHERE g.placement_id = $1 ORDER BY g.number", "t", placement_id);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_AGREEMENT, statement, error));
}

GListModel *
ceci_agreement_repository_signatures (CeciDatabase *database, const char *agreement_id, GError **error)
{
  return G_LIST_MODEL (
      ceci_record_select (CECI_TYPE_SIGNATURE, database, "agreement_id", agreement_id, "signed_on", error));
}

static char *
draw (CeciDatabase *database, const char *placement_id, const char *drawn_on, const char *reason, const char *changes,
      GError **error)
{
  g_autoptr (CeciAgreement) agreement = NULL;
  gint64 number = ceci_database_integer (
      database, error, "SELECT coalesce(max(number) + 1, 0) FROM agreement WHERE placement_id = $1", "t", placement_id);

  if (number < 0)
    return NULL;
  if (number > 0 && is_blank (reason)) {
    (void) REFUSE (error, _ ("An amendment needs a reason."));
    return NULL;
  }
  agreement = ceci_record_new (CECI_TYPE_AGREEMENT, "placement_id", placement_id, "number", number, "drawn_on",
                               drawn_on, "reason", reason, "changes", is_blank (changes) ? NULL : changes, NULL);
  if (!ceci_record_insert (agreement, database, error))
    return NULL;
  return g_strdup (ceci_record_get_id (CECI_RECORD (agreement)));
}

/**
 * ceci_agreement_repository_draw:
 * @database: a connection inside a write
 * @placement_id: a placement's id
 * @drawn_on: the day
 * @reason: (nullable): why; an amendment needs it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the id of the agreement, or of the next amendment where there is one already
 */
char *
ceci_agreement_repository_draw (CeciDatabase *database, const char *placement_id, const char *drawn_on,
                                const char *reason, GError **error)
{
  return draw (database, placement_id, drawn_on, reason, NULL, error);
}

/**
 * ceci_agreement_repository_amend:
 * @database: a connection inside a write
 * @placement_id: a placement's id; its agreement is drawn already
 * @drawn_on: the day
 * @reason: why
 * @changes: (nullable): what changes, a line each
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the amendment's id
 */
char *
ceci_agreement_repository_amend (CeciDatabase *database, const char *placement_id, const char *drawn_on,
                                 const char *reason, const char *changes, GError **error)
{
  gint64 drawn = ceci_database_integer (database, error, "SELECT count(*) FROM agreement WHERE placement_id = $1", "t",
                                        placement_id);

  if (drawn < 0)
    return NULL;
  if (drawn == 0) {
    (void) REFUSE (error, _ ("There is no agreement to amend yet. Draw it up first."));
    return NULL;
  }
  return draw (database, placement_id, drawn_on, reason, changes, error);
}

gboolean
ceci_agreement_repository_attach (CeciDatabase *database, const char *agreement_id, const char *document_id,
                                  GError **error)
{
  g_autoptr (CeciAgreement) agreement = ceci_record_find (CECI_TYPE_AGREEMENT, database, agreement_id, error);
  g_autoptr (CeciAgreement) changed = NULL;

  if (agreement == NULL)
    return FALSE;
  changed = ceci_record_with (agreement, "document_id", document_id, NULL);
  return ceci_record_update (changed, database, error);
}

static char *
find_or_draw (CeciDatabase *database, const char *placement_id, const char *drawn_on, GError **error)
{
  g_autoptr (GError) failure = NULL;
  char *id = ceci_database_text (database, &failure, "SELECT id FROM agreement WHERE placement_id = $1 AND number = 0",
                                 "t", placement_id);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  return id != NULL ? id : ceci_agreement_repository_draw (database, placement_id, drawn_on, NULL, error);
}

/**
 * ceci_agreement_check_signing:
 * @drawn_on: (nullable): the day the paper was drawn up
 * @signed_on: the day a party is said to have signed
 * @today: the day it is
 * @remark: (out) (optional) (nullable): what is odd of the day, a whole sentence
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID
 *
 * Returns: whether the day may be recorded
 */
gboolean
ceci_agreement_check_signing (const char *drawn_on, const char *signed_on, const char *today, char **remark,
                              GError **error)
{
  g_autofree char *day = ceci_date_format_long (signed_on);
  g_autofree char *drawn = drawn_on != NULL ? ceci_date_format_long (drawn_on) : NULL;

  if (remark != NULL)
    *remark = NULL;
  if (signed_on == NULL || !ceci_date_is_valid (signed_on))
    return REFUSE (error, _ ("A signature needs the day it was given."));
  if (g_strcmp0 (signed_on, today) > 0)
    return REFUSE (error, _ ("%s is still to come. A signature is recorded once it is given."), day);
  if (remark != NULL && drawn_on != NULL && g_strcmp0 (signed_on, drawn_on) < 0)
    *remark = g_strdup_printf (_ ("The paper was only drawn up on %s."), drawn);
  return TRUE;
}

/**
 * ceci_agreement_repository_sign_paper:
 * @database: a connection inside a write
 * @agreement_id: an agreement's or an amendment's id
 * @party: who signs
 * @signatory: the name of the person who signed
 * @signed_on: the day
 * @error: return location for an error
 *
 * Records one of the three signatures of R21, or corrects it.
 *
 * Returns: whether it was stored
 */
gboolean
ceci_agreement_repository_sign_paper (CeciDatabase *database, const char *agreement_id, CeciParty party,
                                      const char *signatory, const char *signed_on, GError **error)
{
  g_autoptr (CeciSignature) signature = NULL;
  g_autofree char *id = NULL;
  g_autofree char *column = ceci_enum_to_column (CECI_TYPE_PARTY, (int) party);
  g_autoptr (GError) failure = NULL;

  if (is_blank (signatory))
    return REFUSE (error, _ ("A signature needs the name of the person who signed."));
  if (signed_on == NULL || !ceci_date_is_valid (signed_on))
    return REFUSE (error, _ ("A signature needs the day it was given."));
  id = ceci_database_text (database, &failure, "SELECT id FROM signature WHERE agreement_id = $1 AND party = $2", "tt",
                           agreement_id, column);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  signature = ceci_record_new (CECI_TYPE_SIGNATURE, "id", id, "agreement_id", agreement_id, "party", column,
                               "signatory", signatory, "signed_on", signed_on, NULL);
  return id != NULL ? ceci_record_update (signature, database, error) : ceci_record_insert (signature, database, error);
}

/**
 * ceci_agreement_repository_sign:
 * @database: a connection inside a write
 * @placement_id: a placement's id
 * @party: who signs
 * @signatory: the name of the person who signed
 * @signed_on: the day
 * @error: return location for an error
 *
 * Records one of the three signatures of R21, or corrects it. An agreement that was not drawn yet is drawn that day.
 *
 * Returns: whether it was stored
 */
gboolean
ceci_agreement_repository_sign (CeciDatabase *database, const char *placement_id, CeciParty party,
                                const char *signatory, const char *signed_on, GError **error)
{
  g_autofree char *agreement_id = NULL;

  if (is_blank (signatory))
    return REFUSE (error, _ ("A signature needs the name of the person who signed."));
  if (signed_on == NULL || !ceci_date_is_valid (signed_on))
    return REFUSE (error, _ ("A signature needs the day it was given."));
  agreement_id = find_or_draw (database, placement_id, signed_on, error);
  return agreement_id != NULL &&
         ceci_agreement_repository_sign_paper (database, agreement_id, party, signatory, signed_on, error);
}
