// SPDX-License-Identifier: GPL-3.0-or-later
// What merging a return would change, before anything is changed. The change itself is in ceci-return-merge.c.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "ceci-json-fields.h"
#include "ceci-jury-error.h"
#include "ceci-packing.h"
#include "ceci-return-changes.h"
#include "ceci-return-proposal-private.h"
#include "ceci-session.h"

G_DEFINE_FINAL_TYPE (CeciReturnProposal, ceci_return_proposal, G_TYPE_OBJECT)
G_DEFINE_ENUM_TYPE (CeciReturnVerdict, ceci_return_verdict, G_DEFINE_ENUM_VALUE (CECI_RETURN_NEW, "new"),
                    G_DEFINE_ENUM_VALUE (CECI_RETURN_SAME, "same"), G_DEFINE_ENUM_VALUE (CECI_RETURN_OLDER, "older"),
                    G_DEFINE_ENUM_VALUE (CECI_RETURN_CONFLICTING, "conflicting"),
                    G_DEFINE_ENUM_VALUE (CECI_RETURN_LATE, "late"))

static void
ceci_return_proposal_finalize (GObject *object)
{
  CeciReturnProposal *self = CECI_RETURN_PROPOSAL (object);

  g_clear_object (&self->content);
  g_clear_object (&self->member);
  g_clear_object (&self->known);
  g_clear_object (&self->session);
  g_clear_object (&self->grid);
  g_hash_table_unref (self->assignments);
  g_hash_table_unref (self->digests);
  g_strfreev (self->outdated);
  g_strfreev (self->ignored);
  g_strfreev (self->changes);
  G_OBJECT_CLASS (ceci_return_proposal_parent_class)->finalize (object);
}

static void
ceci_return_proposal_class_init (CeciReturnProposalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_return_proposal_finalize;
}

static void
ceci_return_proposal_init (CeciReturnProposal *self)
{
  self->assignments = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

gboolean
ceci_return_proposal_refuse (GError **error, const char *message)
{
  g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_REFUSED, message);
  return FALSE;
}

static CeciSealingKey *
key_of (CeciSessionJuror *member)
{
  const char *hex = ceci_session_juror_get_return_key (member);
  guint8 *bytes = sodium_malloc (CECI_SEALING_KEY_BYTES);
  CeciSealingKey *key = NULL;
  size_t length = 0;

  if (bytes == NULL)
    g_error ("no protected memory is left for a key");
  if (hex != NULL && sodium_hex2bin (bytes, CECI_SEALING_KEY_BYTES, hex, strlen (hex), NULL, &length, NULL) == 0 &&
      length == CECI_SEALING_KEY_BYTES)
    key = ceci_sealing_key_new_direct (bytes);
  sodium_free (bytes);
  return key;
}

static CeciSealingKey *
find_in_session (CeciReturnProposal *self, CeciDatabase *database, CeciJurySession *session, const guint8 *key_id,
                 GError **error)
{
  g_autoptr (GListModel) members =
      ceci_jury_repository_session_jurors (database, ceci_record_get_id (CECI_RECORD (session)), error);

  for (guint i = 0; members != NULL && i < g_list_model_get_n_items (members); i++) {
    g_autoptr (CeciSessionJuror) member = g_list_model_get_item (members, i);
    g_autoptr (CeciSealingKey) key = key_of (member);

    if (key == NULL || sodium_memcmp (ceci_sealing_key_get_id (key), key_id, CECI_SEALING_SALT_BYTES) != 0)
      continue;
    self->member = g_object_ref (member);
    self->session = g_object_ref (session);
    return g_steal_pointer (&key);
  }
  return NULL;
}

// The header of a return names the key it is sealed with, and nobody else: whose key that is, only the register knows.
static CeciSealingKey *
find_juror (CeciReturnProposal *self, CeciDatabase *database, GFile *file, GError **error)
{
  g_autoptr (GListModel) sessions = NULL;
  guint8 key_id[CECI_SEALING_SALT_BYTES];

  if (!ceci_return_read_key_id (file, key_id, error))
    return NULL;
  sessions = ceci_jury_repository_sessions (database, error);
  for (guint i = 0; sessions != NULL && i < g_list_model_get_n_items (sessions); i++) {
    g_autoptr (CeciJurySession) session = g_list_model_get_item (sessions, i);
    g_autoptr (GError) local = NULL;
    CeciSealingKey *key = find_in_session (self, database, session, key_id, &local);

    if (key != NULL)
      return key;
    if (local != NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  }
  if (sessions != NULL)
    ceci_return_proposal_refuse (
        error, _ ("This return comes from no juror of this register. Was it made for another register?"));
  return NULL;
}

// The public key of the very package the juror worked on: a later package has another.
static gboolean
find_public_key (CeciReturnProposal *self, CeciDatabase *database, guint8 *public_key, GError **error)
{
  g_autoptr (GListModel) packages =
      ceci_jury_repository_packages (database, ceci_record_get_id (CECI_RECORD (self->member)), error);

  for (guint i = 0; packages != NULL && i < g_list_model_get_n_items (packages); i++) {
    g_autoptr (CeciJuryPackage) package = g_list_model_get_item (packages, i);
    g_autoptr (JsonNode) node = NULL;
    const char *hex;
    size_t length = 0;

    if (ceci_jury_package_get_revision (package) != ceci_return_get_package_revision (self->content))
      continue;
    node = json_from_string (ceci_jury_package_get_manifest (package), NULL);
    hex = node && JSON_NODE_HOLDS_OBJECT (node) ? ceci_json_text (json_node_get_object (node), "public_key") : NULL;
    if (hex != NULL &&
        sodium_hex2bin (public_key, crypto_sign_PUBLICKEYBYTES, hex, strlen (hex), NULL, &length, NULL) == 0 &&
        length == crypto_sign_PUBLICKEYBYTES)
      return TRUE;
  }
  if (packages != NULL)
    ceci_return_proposal_refuse (error, _ ("This return answers a package that this register never made."));
  return FALSE;
}

static gboolean
check_identity (CeciReturnProposal *self, GError **error)
{
  CeciReturn *content = self->content;

  if (g_strcmp0 (ceci_return_get_session_id (content), ceci_record_get_id (CECI_RECORD (self->session))) != 0)
    return ceci_return_proposal_refuse (
        error, _ ("This return speaks of another jury session than the one it was sealed for."));
  if (g_strcmp0 (ceci_return_get_session_juror_id (content), ceci_record_get_id (CECI_RECORD (self->member))) != 0 ||
      g_strcmp0 (ceci_return_get_juror_id (content), ceci_session_juror_get_juror_id (self->member)) != 0)
    return ceci_return_proposal_refuse (
        error, _ ("This return speaks in the name of another juror than the one it was sealed for."));
  return TRUE;
}

static gboolean
check_criteria (CeciReturnProposal *self, GError **error)
{
  GPtrArray *dossiers = ceci_return_get_dossiers (self->content);

  for (guint i = 0; i < dossiers->len; i++) {
    CeciReturnDossier *dossier = dossiers->pdata[i];

    for (guint s = 0; s < dossier->scores->len; s++)
      if (ceci_scoring_grid_find (self->grid, g_array_index (dossier->scores, CeciReturnScore, s).criterion_id) < 0)
        return ceci_return_proposal_refuse (
            error, _ ("This return scores a criterion that the session’s grid does not have."));
  }
  return TRUE;
}

// A juror’s returns in their order: a package issued again comes after the one before it, however often that was
// sealed.
static int
compare_with_known (CeciReturnProposal *self, CeciJuryReturn *known)
{
  gint64 package = ceci_return_get_package_revision (self->content),
         revision = ceci_return_get_revision (self->content);
  gint64 known_package = ceci_jury_return_get_package_revision (known);
  gint64 known_revision = ceci_jury_return_get_revision (known);

  if (package != known_package)
    return package < known_package ? -1 : 1;
  return revision < known_revision ? -1 : revision > known_revision;
}

// What stands is what is merged. A return that was kept as an annex, or that another took the place of, may still come
// in: what the register kept of it is then known.
static void
compare_with_earlier (CeciReturnProposal *self, GListModel *earlier)
{
  for (guint i = 0; i < g_list_model_get_n_items (earlier); i++) {
    g_autoptr (CeciJuryReturn) known = g_list_model_get_item (earlier, i);

    if (g_strcmp0 (ceci_jury_return_get_digest (known), ceci_return_get_digest (self->content)) == 0) {
      g_set_object (&self->known, known);
      continue;
    }
    if (ceci_jury_return_get_state (known) != CECI_RETURN_STATE_MERGED)
      continue;
    if (compare_with_known (self, known) < 0)
      self->verdict = CECI_RETURN_OLDER;
    else if (compare_with_known (self, known) == 0 && self->verdict == CECI_RETURN_NEW)
      self->verdict = CECI_RETURN_CONFLICTING;
  }
}

// In the order in which it matters: what was merged before, then whether the session still listens.
gboolean
ceci_return_proposal_judge (CeciReturnProposal *self, CeciDatabase *database, GError **error)
{
  const char *id = ceci_record_get_id (CECI_RECORD (self->member));
  g_autoptr (GListModel) earlier = ceci_jury_repository_returns (database, id, error);
  g_autoptr (CeciJurySession) session =
      earlier ? ceci_jury_repository_session (database, ceci_record_get_id (CECI_RECORD (self->session)), error) : NULL;
  gboolean closed;

  if (session == NULL)
    return FALSE;
  closed = ceci_jury_session_get_state (session) == CECI_SESSION_STATE_CLOSED;
  self->verdict = CECI_RETURN_NEW;
  g_clear_object (&self->known);
  compare_with_earlier (self, earlier);
  if (self->known != NULL && (closed || self->verdict == CECI_RETURN_OLDER ||
                              ceci_jury_return_get_state (self->known) == CECI_RETURN_STATE_MERGED))
    self->verdict = CECI_RETURN_SAME;
  else if (closed)
    self->verdict = CECI_RETURN_LATE;
  return TRUE;
}

gboolean
ceci_return_proposal_load_assignments (CeciReturnProposal *self, CeciDatabase *database, GError **error)
{
  g_autoptr (GListModel) all =
      ceci_jury_repository_assignments (database, ceci_record_get_id (CECI_RECORD (self->session)), error);

  if (all == NULL)
    return FALSE;
  g_hash_table_remove_all (self->assignments);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    CeciAssignment *assignment = g_list_model_get_item (all, i);

    if (g_strcmp0 (ceci_assignment_get_juror_id (assignment), ceci_session_juror_get_juror_id (self->member)) == 0)
      g_hash_table_insert (self->assignments, (gpointer) ceci_assignment_get_dossier_id (assignment), assignment);
    else
      g_object_unref (assignment);
  }
  return TRUE;
}

gboolean
ceci_return_proposal_load_digests (CeciReturnProposal *self, CeciDatabase *database, GError **error)
{
  GHashTableIter iter;
  gpointer id, assignment;

  g_hash_table_iter_init (&iter, self->assignments);
  while (g_hash_table_iter_next (&iter, &id, &assignment)) {
    char *digest = ceci_packing_dossier_digest (database, ceci_assignment_get_student_id (assignment), error);

    if (digest == NULL)
      return FALSE;
    g_hash_table_replace (self->digests, g_strdup (id), digest);
  }
  return TRUE;
}

gboolean
ceci_return_dossier_says_something (CeciReturnDossier *dossier)
{
  return dossier->declaration == CECI_DECLARATION_CLEAR &&
         (dossier->scores->len > 0 || dossier->notes->len > 0 || dossier->comment != NULL ||
          dossier->suggestion != CECI_OUTCOME_NONE);
}

gboolean
ceci_return_proposal_is_outdated (CeciReturnProposal *self, CeciReturnDossier *dossier)
{
  return g_strcmp0 (g_hash_table_lookup (self->digests, dossier->dossier_id), dossier->digest) != 0;
}

static gboolean
preview (CeciReturnProposal *self, CeciDatabase *database, GError **error)
{
  g_autoptr (GStrvBuilder) outdated = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) ignored = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) changes = g_strv_builder_new ();
  GPtrArray *dossiers = ceci_return_get_dossiers (self->content);

  for (guint i = 0; i < dossiers->len; i++) {
    CeciReturnDossier *dossier = dossiers->pdata[i];
    CeciAssignment *assignment = g_hash_table_lookup (self->assignments, dossier->dossier_id);

    if (assignment == NULL ||
        (ceci_assignment_get_recused_on (assignment) != NULL && ceci_return_dossier_says_something (dossier))) {
      g_strv_builder_add (ignored, assignment ? ceci_assignment_get_candidate_name (assignment) : dossier->dossier_id);
      continue;
    }
    self->n_recused += dossier->declaration == CECI_DECLARATION_CONFLICT ? 1 : 0;
    if (self->verdict != CECI_RETURN_LATE && ceci_assignment_get_recused_on (assignment) == NULL &&
        !ceci_return_changes_add (changes, database, self->grid, assignment, dossier, error))
      return FALSE;
    if (!ceci_return_dossier_says_something (dossier))
      continue;
    self->n_reviewed++;
    if (ceci_return_proposal_is_outdated (self, dossier))
      g_strv_builder_add (outdated, ceci_assignment_get_candidate_name (assignment));
  }
  self->outdated = g_strv_builder_end (outdated);
  self->ignored = g_strv_builder_end (ignored);
  self->changes = g_strv_builder_end (changes);
  return TRUE;
}

/**
 * ceci_return_proposal_new:
 * @database: a connection
 * @file: a `.ceci-return` file
 * @error: %CECI_JURY_ERROR_REFUSED and others, with the reason
 *
 * Finds whose return it is, opens it with that juror's key, checks that content and signature are that juror's, and
 * compares it with what the register has.
 *
 * Returns: (transfer full): what merging it would do
 */
CeciReturnProposal *
ceci_return_proposal_new (CeciDatabase *database, GFile *file, GError **error)
{
  g_autoptr (CeciReturnProposal) self = g_object_new (CECI_TYPE_RETURN_PROPOSAL, NULL);
  g_autoptr (CeciSealingKey) key = find_juror (self, database, file, error);
  guint8 public_key[crypto_sign_PUBLICKEYBYTES];

  if (key == NULL)
    return NULL;
  self->content = ceci_return_read (file, key, error);
  if (self->content == NULL || !check_identity (self, error) || !find_public_key (self, database, public_key, error) ||
      !ceci_return_verify (self->content, public_key, error))
    return NULL;
  self->grid = ceci_session_grid (database, ceci_record_get_id (CECI_RECORD (self->session)), error);
  if (self->grid == NULL || !check_criteria (self, error) || !ceci_return_proposal_judge (self, database, error) ||
      !ceci_return_proposal_load_assignments (self, database, error) ||
      !ceci_return_proposal_load_digests (self, database, error) || !preview (self, database, error))
    return NULL;
  return g_steal_pointer (&self);
}

CeciReturnVerdict
ceci_return_proposal_get_verdict (CeciReturnProposal *self)
{
  return self->verdict;
}

CeciReturn *
ceci_return_proposal_get_return (CeciReturnProposal *self)
{
  return self->content;
}

const char *
ceci_return_proposal_get_juror_name (CeciReturnProposal *self)
{
  return ceci_session_juror_get_display_name (self->member);
}

const char *
ceci_return_proposal_get_session_name (CeciReturnProposal *self)
{
  return ceci_jury_session_get_name (self->session);
}

const char *
ceci_return_proposal_get_session_id (CeciReturnProposal *self)
{
  return ceci_record_get_id (CECI_RECORD (self->session));
}

/**
 * ceci_return_proposal_describe:
 * @self: a proposal
 *
 * Returns: (transfer full): what it is and what will become of it, in a sentence
 */
char *
ceci_return_proposal_describe (CeciReturnProposal *self)
{
  const char *name = ceci_return_proposal_get_juror_name (self);
  int revision = (int) ceci_return_get_revision (self->content);

  switch (self->verdict) {
  case CECI_RETURN_SAME:
    return g_strdup_printf (_ ("This return of %s (revision %d) is in the register already: nothing changes."), name,
                            revision);
  case CECI_RETURN_OLDER:
    return g_strdup_printf (_ ("A newer return of %s was merged already: revision %d is refused."), name, revision);
  case CECI_RETURN_CONFLICTING:
    return g_strdup_printf (_ ("%s sent two different returns as revision %d. Compare them and choose one."), name,
                            revision);
  case CECI_RETURN_LATE:
    return g_strdup_printf (
        _ ("The session is closed: the return of %s (revision %d) is kept as an annex and changes no score."), name,
        revision);
  case CECI_RETURN_NEW:
  default:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The return of %s (revision %d) holds %u reviewed dossier.",
                                         "The return of %s (revision %d) holds %u reviewed dossiers.",
                                         self->n_reviewed),
                            name, revision, self->n_reviewed);
  }
}

guint
ceci_return_proposal_get_n_reviewed (CeciReturnProposal *self)
{
  return self->n_reviewed;
}

guint
ceci_return_proposal_get_n_recused (CeciReturnProposal *self)
{
  return self->n_recused;
}

GStrv
ceci_return_proposal_get_outdated (CeciReturnProposal *self)
{
  return self->outdated;
}

GStrv
ceci_return_proposal_get_ignored (CeciReturnProposal *self)
{
  return self->ignored;
}

GStrv
ceci_return_proposal_get_changes (CeciReturnProposal *self)
{
  return self->changes;
}

static JsonArray *
strings_to_json (GStrv strings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; strings[i] != NULL; i++)
    json_array_add_string_element (array, strings[i]);
  return array;
}

JsonNode *
ceci_return_proposal_to_json (CeciReturnProposal *self)
{
  g_autoptr (GEnumClass) verdicts = g_type_class_ref (CECI_TYPE_RETURN_VERDICT);
  g_autofree char *description = ceci_return_proposal_describe (self);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "session", ceci_return_proposal_get_session_id (self));
  json_object_set_string_member (object, "juror", ceci_session_juror_get_juror_id (self->member));
  json_object_set_string_member (object, "juror-name", ceci_return_proposal_get_juror_name (self));
  json_object_set_int_member (object, "package-revision", ceci_return_get_package_revision (self->content));
  json_object_set_int_member (object, "revision", ceci_return_get_revision (self->content));
  json_object_set_string_member (object, "sealed-at", ceci_return_get_sealed_at (self->content));
  json_object_set_string_member (object, "verdict", g_enum_get_value (verdicts, (int) self->verdict)->value_nick);
  json_object_set_string_member (object, "description", description);
  json_object_set_int_member (object, "reviewed", self->n_reviewed);
  json_object_set_int_member (object, "recused", self->n_recused);
  json_object_set_array_member (object, "outdated", strings_to_json (self->outdated));
  json_object_set_array_member (object, "ignored", strings_to_json (self->ignored));
  json_object_set_array_member (object, "changes", strings_to_json (self->changes));
  json_node_take_object (node, object);
  return node;
}
