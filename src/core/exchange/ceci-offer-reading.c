// SPDX-License-Identifier: GPL-3.0-or-later
// Reads offers out of a table, in French or English. A value that can't be read is left out and said.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-form-values.h"
#include "ceci-offer-proposal.h"
#include "ceci-offer-reading.h"
#include "core/model/ceci-identifiers.h"
#include "core/model/ceci-organisation-repository.h"

#define WORDS(...)                                                                                                     \
  (const char *const[])                                                                                                \
  {                                                                                                                    \
    __VA_ARGS__, NULL                                                                                                  \
  }

static const CeciImportField fields[] = {
    {"reference", N_ ("Reference"), WORDS ("=ref", "=id", "=numero", "reference", "offer id", "numero de l offre")},
    {"title", N_ ("Title"),
     WORDS ("=title", "=titre", "=offre", "=offer", "=intitule", "=mission", "=name of the offer", "titre de l offre",
            "intitule de l offre", "titre de la mission", "offer title", "title of the offer")},
    {"organisation", N_ ("Organisation"),
     WORDS ("=association", "=structure", "=asbl", "organisme", "organisation", "organization", "nom de l association",
            "nom de la structure")},
    {"enterprise-number", N_ ("Enterprise number"),
     WORDS ("bce", "kbo", "numero d entreprise", "enterprise number", "company number")},
    {"labels", N_ ("Labels"), WORDS ("label", "labels", "etiquette", "etiquettes", "tags", "labelisee", "labelled")},
    {"hours", N_ ("Hours"),
     WORDS ("heures", "hours", "duree", "duration", "nombre d heures", "number of hours", "volume horaire")},
    {"valid-until", N_ ("Valid until"),
     WORDS ("valable jusqu", "valide jusqu", "valid until", "valid to", "date de fin", "date limite", "end date",
            "expire", "expires", "expiration", "echeance")},
    {"description", N_ ("Description"), WORDS ("description", "descriptif", "details", "contenu", "content")},
};

CeciColumnMap *
ceci_offer_column_map (CeciTable *table)
{
  return ceci_column_map_new (table, fields, G_N_ELEMENTS (fields));
}

static void
remark (CeciOfferReading *self, const char *sentence)
{
  char *before = self->remarks;

  self->remarks = before != NULL ? g_strdup_printf ("%s %s", before, sentence) : g_strdup (sentence);
  g_free (before);
}

static char *
dup_text (CeciColumnMap *map, guint row, const char *field)
{
  return ceci_form_text (ceci_column_map_get_cell (map, row, field), FALSE);
}

// «stage étudiant» among the labels, or a bare yes in a column of its own.
static gboolean
is_labelled (const char *text)
{
  static const char *const labels[] = {"stage etudiant", "stage etudiante", "stages etudiants", "student placement",
                                       "student internship"};
  g_autofree char *words = ceci_form_words (text);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (ceci_form_has_words (words, labels[i]))
      return TRUE;
  return ceci_form_answer (text) == CECI_ANSWER_YES;
}

static gint64
read_minutes (CeciOfferReading *self, const char *text)
{
  gint64 minutes = text != NULL ? ceci_form_minutes (text) : CECI_UNSET;

  if (minutes >= 0 || text == NULL)
    return minutes;
  remark (self, _ ("Its hours can’t be read: they are left out."));
  return CECI_UNSET;
}

static char *
read_date (CeciOfferReading *self, const char *text, const char *today)
{
  char *date = text != NULL ? ceci_form_date (text, today) : NULL;

  if (text != NULL && date == NULL)
    remark (self, _ ("Its last day can’t be read: it is left out."));
  return date;
}

static void
read_organisation (CeciOfferReading *self, CeciColumnMap *map, guint row)
{
  g_autofree char *number = dup_text (map, row, "enterprise-number");

  self->organisation = dup_text (map, row, "organisation");
  self->number = ceci_enterprise_number_normalise (number);
  self->key = ceci_organisation_name_key (self->organisation);
  if (number != NULL && self->number == NULL)
    remark (self, _ ("Its enterprise number can’t exist: it is left out."));
}

/**
 * ceci_offer_reading_new:
 * @map: the table and its columns
 * @row: which row
 * @today: the day it is
 *
 * Returns: (transfer full): what the row says
 */
CeciOfferReading *
ceci_offer_reading_new (CeciColumnMap *map, guint row, const char *today)
{
  CeciOfferReading *self = g_new0 (CeciOfferReading, 1);
  const char *problem = ceci_table_get_problem (ceci_column_map_get_table (map), row);
  g_autofree char *title = dup_text (map, row, "title");
  g_autofree char *reference = dup_text (map, row, "reference");
  g_autofree char *labels = dup_text (map, row, "labels");
  g_autofree char *hours = dup_text (map, row, "hours");
  g_autofree char *until = dup_text (map, row, "valid-until");
  g_autofree char *description = dup_text (map, row, "description");
  g_autofree char *valid_until = NULL;
  gint64 minutes;

  read_organisation (self, map, row);
  self->has_label = ceci_column_map_get_column (map, "labels") >= 0;
  if (problem != NULL)
    self->refusal = g_strdup (problem);
  else if (title == NULL)
    self->refusal = g_strdup (_ ("The offer has no title."));
  else if (self->organisation == NULL && self->number == NULL)
    self->refusal = g_strdup (_ ("No organisation is named."));
  if (self->refusal != NULL)
    return self;
  minutes = read_minutes (self, hours);
  valid_until = read_date (self, until, today);
  self->offer = ceci_record_new (CECI_TYPE_OFFER, "reference", reference, "title", title, "labelled",
                                 (int) is_labelled (labels), "origin", "time", "minutes", minutes, "valid_until",
                                 valid_until, "description", description, NULL);
  return self;
}

void
ceci_offer_reading_free (CeciOfferReading *self)
{
  g_clear_object (&self->offer);
  g_free (self->organisation);
  g_free (self->number);
  g_free (self->key);
  g_free (self->refusal);
  g_free (self->remarks);
  g_free (self);
}
