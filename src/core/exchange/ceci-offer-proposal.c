// SPDX-License-Identifier: GPL-3.0-or-later
// What importing offers would do. An offer is known by its reference, else by its title in its organisation; an
// organisation by its enterprise number, else by its name. What is nearly so is asked.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-offer-proposal.h"
#include "ceci-offer-reading.h"
#include "ceci-table-reader.h"
#include "core/model/ceci-organisation-repository.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-fold.h"

#define NEW "new" // the answer that makes an organisation

struct _CeciOfferProposal {
  CeciImportProposal parent_instance;

  GPtrArray *lines;    // CeciProposedLine, borrowed from the base
  GPtrArray *subjects; // Subject, borrowed from the lines
  GHashTable *offers;  // «ref …» and «title …» to CeciOffer
  GHashTable *made;    // an organisation's key to the id it was given when it was written
};

G_DEFINE_FINAL_TYPE (CeciOfferProposal, ceci_offer_proposal, CECI_TYPE_IMPORT_PROPOSAL)

typedef struct {
  CeciOfferReading *reading;
  char *organisation_id;   // which it certainly is; NULL: asked
  CeciProposedLine *asked; // the line that asks the same, where it is an earlier one; not owned
  CeciOffer *known;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  ceci_offer_reading_free (subject->reading);
  g_free (subject->organisation_id);
  g_clear_object (&subject->known);
  g_free (subject);
}

// --- what the register has --------------------------------------------------------------------------------------

static char *
reference_key (const char *reference)
{
  g_autofree char *folded = ceci_fold (reference);

  return g_strconcat ("ref ", folded, NULL);
}

static char *
title_key (const char *organisation_id, const char *title)
{
  g_autofree char *folded = ceci_fold (title);

  return g_strconcat ("title ", organisation_id, " ", folded, NULL);
}

static gboolean
load_offers (CeciOfferProposal *self, CeciDatabase *database, GError **error)
{
  g_autoptr (GListModel) offers = ceci_organisation_repository_offers (database, NULL, error);

  if (offers == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (offers); i++) {
    g_autoptr (CeciOffer) offer = g_list_model_get_item (offers, i);

    if (ceci_offer_get_reference (offer) != NULL)
      g_hash_table_insert (self->offers, reference_key (ceci_offer_get_reference (offer)), g_object_ref (offer));
    g_hash_table_insert (self->offers, title_key (ceci_offer_get_organisation_id (offer), ceci_offer_get_title (offer)),
                         g_object_ref (offer));
  }
  return TRUE;
}

// --- which organisation -----------------------------------------------------------------------------------------

static char *
dup_marks (CeciOrganisation *organisation)
{
  g_autofree char *number = ceci_enterprise_number_format (ceci_organisation_get_enterprise_number (organisation));
  const char *city = ceci_organisation_get_city (organisation);

  if (number != NULL && city != NULL)
    return g_strconcat (number, " · ", city, NULL);
  return g_strdup (number != NULL ? number : city);
}

static void
ask (CeciProposedLine *line, Subject *subject, GListModel *near)
{
  g_autofree char *doubt = NULL;
  // Translators: %s is an organisation’s name
  g_autofree char *make = g_strdup_printf (_ ("A new organisation, “%s”"), subject->reading->organisation);

  if (g_list_model_get_n_items (near) > 0)
    doubt = g_strdup_printf (_ ("“%s” has nearly the name of an organisation: say whether it is the same."),
                             subject->reading->organisation);
  else
    doubt =
        g_strdup_printf (_ ("No organisation is called “%s”: say whether to add it."), subject->reading->organisation);
  ceci_proposed_line_set_doubt (line, doubt);
  for (guint i = 0; i < g_list_model_get_n_items (near); i++) {
    g_autoptr (CeciOrganisation) organisation = g_list_model_get_item (near, i);
    g_autofree char *title =
        g_strdup_printf (_ ("%s, which the register knows"), ceci_organisation_get_name (organisation));
    g_autofree char *marks = dup_marks (organisation);

    ceci_proposed_line_add_answer (line, ceci_record_get_id (CECI_RECORD (organisation)), title, marks);
  }
  ceci_proposed_line_add_answer (line, NEW, make, _ ("It is added with its name, to be completed."));
}

// Asked once for all the lines that name it.
static gboolean
find_organisation (CeciProposedLine *line, Subject *subject, GHashTable *asked, CeciDatabase *database, GError **error)
{
  CeciOfferReading *reading = subject->reading;
  g_autoptr (CeciOrganisation) draft = NULL;
  g_autoptr (GListModel) near = NULL;
  g_autoptr (GError) failure = NULL;

  subject->organisation_id =
      ceci_organisation_repository_match (database, reading->organisation, reading->number, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (subject->organisation_id != NULL)
    return TRUE;
  if (reading->organisation == NULL) {
    g_set_str (&reading->refusal, _ ("No organisation has this enterprise number, and no name is given."));
    return TRUE;
  }
  subject->asked = g_hash_table_lookup (asked, reading->key);
  if (subject->asked != NULL)
    return TRUE;
  draft = ceci_record_new (CECI_TYPE_ORGANISATION, "name", reading->organisation, "enterprise_number", reading->number,
                           NULL);
  near = ceci_organisation_repository_duplicates (database, draft, error);
  if (near == NULL)
    return FALSE;
  ask (line, subject, near);
  g_hash_table_insert (asked, g_strdup (reading->key), line);
  return TRUE;
}

// What was said of it: an id, NEW, or NULL while it is not.
static const char *
organisation_of (CeciProposedLine *line, Subject *subject)
{
  if (subject->organisation_id != NULL)
    return subject->organisation_id;
  return ceci_proposed_line_get_said_id (subject->asked != NULL ? subject->asked : line);
}

// --- what each line would do ------------------------------------------------------------------------------------

typedef struct {
  CeciProposedLine *line;
  CeciOffer *known;
  CeciOffer *merged;
} Comparison;

static void
compare_text (Comparison *self, const char *field, const char *title, const char *old, const char *new)
{
  g_autoptr (CeciOffer) merged = NULL;

  if (new == NULL || g_strcmp0 (old, new) == 0)
    return;
  ceci_proposed_line_add_change (self->line, field, title, old, new);
  merged = ceci_record_with (self->merged, field, new, NULL);
  g_set_object (&self->merged, merged);
}

static void
compare_date (Comparison *self, const char *old, const char *new)
{
  g_autofree char *before = old != NULL ? ceci_date_format_short (old) : NULL;
  g_autofree char *after = new != NULL ? ceci_date_format_short (new) : NULL;
  g_autoptr (CeciOffer) merged = NULL;

  if (new == NULL || g_strcmp0 (old, new) == 0)
    return;
  ceci_proposed_line_add_change (self->line, "valid_until", _ ("Valid until"), before, after);
  merged = ceci_record_with (self->merged, "valid_until", new, NULL);
  g_set_object (&self->merged, merged);
}

static void
compare_minutes (Comparison *self, gint64 old, gint64 new)
{
  g_autofree char *before = old != CECI_UNSET ? ceci_duration_format (old) : NULL;
  g_autofree char *after = NULL;
  g_autoptr (CeciOffer) merged = NULL;

  if (new == CECI_UNSET || old == new)
    return;
  after = ceci_duration_format (new);
  ceci_proposed_line_add_change (self->line, "minutes", _ ("Hours"), before, after);
  merged = ceci_record_with (self->merged, "minutes", new, NULL);
  g_set_object (&self->merged, merged);
}

static void
compare_label (Comparison *self, gboolean old, gboolean new)
{
  g_autoptr (CeciOffer) merged = NULL;

  if (old == new)
    return;
  ceci_proposed_line_add_change (self->line, "labelled", _ ("Labelled offer"), old ? _ ("yes") : _ ("no"),
                                 new ? _ ("yes") : _ ("no"));
  merged = ceci_record_with (self->merged, "labelled", (int) new, NULL);
  g_set_object (&self->merged, merged);
}

// What a list leaves blank never erases what the register knows.
static void
compare (CeciProposedLine *line, Subject *subject, CeciOffer *known, const char *organisation_id)
{
  CeciOffer *offer = subject->reading->offer;
  Comparison comparison = {line, known, ceci_record_with (known, "organisation_id", organisation_id, NULL)};

  if (g_strcmp0 (ceci_offer_get_organisation_id (known), organisation_id) != 0)
    ceci_proposed_line_add_change (line, "organisation_id", _ ("Organisation"),
                                   ceci_offer_get_organisation_name (known), subject->reading->organisation);
  compare_text (&comparison, "reference", _ ("Reference"), ceci_offer_get_reference (known),
                ceci_offer_get_reference (offer));
  compare_text (&comparison, "title", _ ("Title"), ceci_offer_get_title (known), ceci_offer_get_title (offer));
  if (subject->reading->has_label)
    compare_label (&comparison, ceci_offer_get_labelled (known), ceci_offer_get_labelled (offer));
  compare_minutes (&comparison, ceci_offer_get_minutes (known), ceci_offer_get_minutes (offer));
  compare_date (&comparison, ceci_offer_get_valid_until (known), ceci_offer_get_valid_until (offer));
  compare_text (&comparison, "description", _ ("Description"), ceci_offer_get_description (known),
                ceci_offer_get_description (offer));
  g_clear_object (&subject->known);
  subject->known = comparison.merged;
}

static CeciOffer *
find_offer (CeciOfferProposal *self, Subject *subject, const char *organisation_id)
{
  CeciOffer *offer = subject->reading->offer;
  g_autofree char *key = ceci_offer_get_reference (offer) != NULL
                             ? reference_key (ceci_offer_get_reference (offer))
                             : title_key (organisation_id, ceci_offer_get_title (offer));

  return g_hash_table_lookup (self->offers, key);
}

// Two lines of one offer: the first is taken.
static CeciProposedLine *
find_twin (CeciProposedLine *line, Subject *subject, const char *organisation, GHashTable *seen)
{
  CeciOffer *offer = subject->reading->offer;
  const char *place = g_str_equal (organisation, NEW) ? subject->reading->key : organisation;
  char *key = ceci_offer_get_reference (offer) != NULL ? reference_key (ceci_offer_get_reference (offer))
                                                       : title_key (place, ceci_offer_get_title (offer));
  CeciProposedLine *twin = g_hash_table_lookup (seen, key);

  if (twin != NULL)
    g_free (key);
  else
    g_hash_table_insert (seen, key, line);
  return twin;
}

static void
settle_unsaid (CeciProposedLine *line, Subject *subject)
{
  g_autofree char *reason = NULL;

  if (subject->asked != NULL)
    reason = g_strdup_printf (_ ("The same organisation as on line %u, which is not settled."),
                              ceci_proposed_line_get_line (subject->asked));
  ceci_proposed_line_set_action (line, CECI_PROPOSAL_UNSURE,
                                 reason != NULL ? reason : ceci_proposed_line_get_doubt (line));
}

static void
settle_line (CeciOfferProposal *self, CeciProposedLine *line, Subject *subject, GHashTable *seen)
{
  const char *organisation = subject->reading->refusal == NULL ? organisation_of (line, subject) : NULL;
  g_autofree char *reason = NULL;
  CeciProposedLine *twin;
  CeciOffer *known;

  ceci_proposed_line_clear_changes (line);
  g_clear_object (&subject->known);
  if (subject->reading->refusal != NULL) {
    ceci_proposed_line_set_action (line, CECI_PROPOSAL_REFUSED, subject->reading->refusal);
    return;
  }
  if (organisation == NULL) {
    settle_unsaid (line, subject);
    return;
  }
  twin = find_twin (line, subject, organisation, seen);
  if (twin != NULL) {
    reason = g_strdup_printf (_ ("Line %u is the same offer."), ceci_proposed_line_get_line (twin));
    ceci_proposed_line_set_action (line, CECI_PROPOSAL_REFUSED, reason);
    return;
  }
  known = find_offer (self, subject, organisation);
  if (known != NULL)
    compare (line, subject, known, organisation);
  ceci_proposed_line_set_action (line,
                                 known == NULL                                    ? CECI_PROPOSAL_ADD
                                 : ceci_proposed_line_get_changes (line)->len > 0 ? CECI_PROPOSAL_CHANGE
                                                                                  : CECI_PROPOSAL_UNCHANGED,
                                 subject->reading->remarks);
}

static void
ceci_offer_proposal_settle (CeciImportProposal *proposal)
{
  CeciOfferProposal *self = CECI_OFFER_PROPOSAL (proposal);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->lines->len; i++)
    settle_line (self, self->lines->pdata[i], self->subjects->pdata[i], seen);
}

// --- writing ----------------------------------------------------------------------------------------------------

static char *
make_organisation (CeciOfferProposal *self, Subject *subject, CeciDatabase *database, GError **error)
{
  const char *made = g_hash_table_lookup (self->made, subject->reading->key);
  g_autoptr (CeciOrganisation) draft = NULL;
  char *id;

  if (made != NULL)
    return g_strdup (made);
  draft = ceci_record_new (CECI_TYPE_ORGANISATION, "name", subject->reading->organisation, "kind", "other",
                           "legal_form", "unknown", "enterprise_number", subject->reading->number, NULL);
  id = ceci_organisation_repository_add (database, draft, error);
  if (id != NULL)
    g_hash_table_insert (self->made, g_strdup (subject->reading->key), g_strdup (id));
  return id;
}

static gboolean
ceci_offer_proposal_write_line (CeciImportProposal *proposal, CeciProposedLine *line, CeciDatabase *database,
                                GError **error)
{
  CeciOfferProposal *self = CECI_OFFER_PROPOSAL (proposal);
  Subject *subject = ceci_proposed_line_get_subject (line);
  const char *said = organisation_of (line, subject);
  g_autofree char *organisation_id =
      g_str_equal (said, NEW) ? make_organisation (self, subject, database, error) : g_strdup (said);
  g_autoptr (CeciOffer) offer = NULL;
  g_autofree char *id = NULL;

  if (organisation_id == NULL)
    return FALSE;
  offer = ceci_record_with (subject->known != NULL ? subject->known : subject->reading->offer, "organisation_id",
                            organisation_id, NULL);
  id = ceci_organisation_repository_put_offer (database, offer, error);
  return id != NULL;
}

static char *
ceci_offer_proposal_dup_label (CeciImportProposal *proposal)
{
  guint n = ceci_import_proposal_n_writes (proposal);

  return g_strdup_printf (ngettext ("Import %u offer from %s", "Import %u offers from %s", n), n,
                          ceci_import_proposal_get_source (proposal));
}

static void
ceci_offer_proposal_describe (CeciImportProposal *proposal, CeciProposedLine *line, JsonBuilder *builder)
{
  Subject *subject = ceci_proposed_line_get_subject (line);
  CeciOffer *offer = subject->reading->offer;

  json_builder_set_member_name (builder, "organisation");
  json_builder_add_string_value (builder, subject->reading->organisation != NULL ? subject->reading->organisation
                                                                                 : subject->reading->number);
  json_builder_set_member_name (builder, "labelled");
  json_builder_add_boolean_value (builder, ceci_offer_get_labelled (offer));
  if (ceci_offer_get_reference (offer) != NULL) {
    json_builder_set_member_name (builder, "reference");
    json_builder_add_string_value (builder, ceci_offer_get_reference (offer));
  }
}

// --- the proposal -----------------------------------------------------------------------------------------------

static void
ceci_offer_proposal_finalize (GObject *object)
{
  CeciOfferProposal *self = CECI_OFFER_PROPOSAL (object);

  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->subjects);
  g_hash_table_unref (self->offers);
  g_hash_table_unref (self->made);
  G_OBJECT_CLASS (ceci_offer_proposal_parent_class)->finalize (object);
}

static void
ceci_offer_proposal_class_init (CeciOfferProposalClass *klass)
{
  static const char *const tables[] = {"offer", "organisation", NULL};
  CeciImportProposalClass *proposal_class = CECI_IMPORT_PROPOSAL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ceci_offer_proposal_finalize;
  proposal_class->tables = tables;
  proposal_class->settle = ceci_offer_proposal_settle;
  proposal_class->write_line = ceci_offer_proposal_write_line;
  proposal_class->dup_label = ceci_offer_proposal_dup_label;
  proposal_class->describe = ceci_offer_proposal_describe;
}

static void
ceci_offer_proposal_init (CeciOfferProposal *self)
{
  self->lines = g_ptr_array_new ();
  self->subjects = g_ptr_array_new ();
  self->offers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static gboolean
take_rows (CeciOfferProposal *self, CeciColumnMap *map, const char *today, CeciDatabase *database, GError **error)
{
  CeciTable *table = ceci_column_map_get_table (map);
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ceci_table_get_n_rows (table); i++) {
    Subject *subject = g_new0 (Subject, 1);
    CeciProposedLine *line;

    subject->reading = ceci_offer_reading_new (map, i, today);
    line = ceci_proposed_line_new (ceci_table_get_line (table, i),
                                   subject->reading->offer != NULL ? ceci_offer_get_title (subject->reading->offer)
                                                                   : subject->reading->organisation,
                                   subject, subject_free);
    ceci_import_proposal_take_line (CECI_IMPORT_PROPOSAL (self), line);
    g_ptr_array_add (self->lines, line);
    g_ptr_array_add (self->subjects, subject);
    if (subject->reading->refusal == NULL && !find_organisation (line, subject, asked, database, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * ceci_offer_proposal_new:
 * @database: the register
 * @map: the table and its columns
 * @source: the file's name
 * @today: the day it is
 * @error: the register's, or no column with a title in it
 *
 * Returns: (transfer full) (nullable): what importing would do
 */
CeciImportProposal *
ceci_offer_proposal_new (CeciDatabase *database, CeciColumnMap *map, const char *source, const char *today,
                         GError **error)
{
  g_autoptr (CeciOfferProposal) self = g_object_new (CECI_TYPE_OFFER_PROPOSAL, NULL);
  CeciImportProposal *proposal = CECI_IMPORT_PROPOSAL (self);

  if (ceci_column_map_get_column (map, "title") < 0 || (ceci_column_map_get_column (map, "organisation") < 0 &&
                                                        ceci_column_map_get_column (map, "enterprise-number") < 0)) {
    g_set_error_literal (
        error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NO_HEADER,
        _ ("No column holds the offers’ titles, or none their organisations: check that the first line "
           "holds the headings, or map the columns by hand."));
    return NULL;
  }
  if (!ceci_import_proposal_begin (proposal, database, map, CECI_OFFER_FORMAT, source, error) ||
      !load_offers (self, database, error) || !take_rows (self, map, today, database, error))
    return NULL;
  ceci_import_proposal_settle (proposal);
  return CECI_IMPORT_PROPOSAL (g_steal_pointer (&self));
}

/**
 * ceci_offer_proposal_read_map:
 * @database: the register
 * @file: the list of offers
 * @cancellable: (nullable): to stop
 * @error: the file's ([error@CeciTableError]) or the register's
 *
 * Returns: (transfer full) (nullable): the file's columns, matched by name and by what was mapped by hand before
 */
CeciColumnMap *
ceci_offer_proposal_read_map (CeciDatabase *database, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (CeciTable) table = ceci_table_read_file (file, NULL, cancellable, error);
  g_autoptr (CeciColumnMap) map = NULL;

  if (table == NULL)
    return NULL;
  map = ceci_offer_column_map (table);
  return ceci_column_map_recall (map, database, CECI_OFFER_FORMAT, error) ? g_steal_pointer (&map) : NULL;
}

/**
 * ceci_offer_proposal_read:
 * @database: the register
 * @file: the list of offers
 * @mappings: (nullable) (array zero-terminated=1): columns mapped by hand, «heading=field»
 * @today: the day it is
 * @cancellable: (nullable): to stop
 * @error: the file's ([error@CeciTableError]), a mapping's (#GOptionError), or the register's
 *
 * Returns: (transfer full) (nullable): what importing would do
 */
CeciImportProposal *
ceci_offer_proposal_read (CeciDatabase *database, GFile *file, const char *const *mappings, const char *today,
                          GCancellable *cancellable, GError **error)
{
  g_autoptr (CeciColumnMap) map = ceci_offer_proposal_read_map (database, file, cancellable, error);
  g_autofree char *source = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (source);

  if (map == NULL)
    return NULL;
  for (guint i = 0; mappings != NULL && mappings[i] != NULL; i++)
    if (!ceci_column_map_set_text (map, mappings[i], error))
      return NULL;
  return ceci_offer_proposal_new (database, map, shown, today, error);
}
