// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a list of offers, as the register would keep it, before anyone asks whether the register has it.
#pragma once

#include "ceci-column-map.h"
#include "core/model/ceci-offer.h"

G_BEGIN_DECLS

typedef struct {
  CeciOffer *offer; // without its organisation; NULL if refused
  char *organisation;
  char *number;      // of the enterprise, if it can exist; or NULL
  char *key;         // the organisation's name as it is compared
  gboolean has_label; // whether a column says what is labelled
  char *refusal;
  char *remarks; // what was left out; or NULL
} CeciOfferReading;

CeciOfferReading *ceci_offer_reading_new (CeciColumnMap *map, guint row, const char *today);
void ceci_offer_reading_free (CeciOfferReading *self);

G_END_DECLS
