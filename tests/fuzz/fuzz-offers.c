// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a list of offers, and as a committee's list: columns are found and every line is read, or refused in
// words.
#include "fuzz.h"
#include "core/exchange/ceci-committee-proposal.h"
#include "core/exchange/ceci-offer-proposal.h"
#include "core/exchange/ceci-offer-reading.h"
#include "core/exchange/ceci-table-reader.h"
#include "core/store/ceci-date.h"

#define TODAY "2026-11-23"

static void
read_offers (GBytes *bytes)
{
  const CeciTableLimits limits = {.max_size = 1 << 20, .max_columns = 60, .max_rows = 200, .max_length = 4096};
  g_autoptr (CeciTable) table = ceci_table_read_bytes (bytes, &limits, NULL, NULL);
  g_autoptr (CeciColumnMap) map = table != NULL ? ceci_offer_column_map (table) : NULL;

  for (guint row = 0; map != NULL && row < ceci_table_get_n_rows (table); row++) {
    CeciOfferReading *reading = ceci_offer_reading_new (map, row, TODAY);
    const char *until;

    g_assert_true ((reading->offer == NULL) == (reading->refusal != NULL));
    until = reading->offer != NULL ? ceci_offer_get_valid_until (reading->offer) : NULL;
    g_assert_true (until == NULL || ceci_date_is_valid (until));
    g_assert_true (reading->remarks == NULL || g_utf8_validate (reading->remarks, -1, NULL));
    ceci_offer_reading_free (reading);
  }
}

// What is pasted is text: it has no NUL, and is UTF-8.
static void
read_committee (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) strnlen ((const char *) data, size));
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciColumnMap) map = ceci_committee_read_map (text, &error);
  guint n_rows = map != NULL ? ceci_table_get_n_rows (ceci_column_map_get_table (map)) : 0;

  g_assert_true ((map == NULL) == (error != NULL));
  for (guint row = 0; row < n_rows; row++) {
    g_autofree char *refusal = NULL;
    g_autoptr (CeciMandate) mandate = ceci_committee_read_mandate (map, row, "organisation", TODAY, &refusal);

    g_assert_true ((mandate == NULL) == (refusal != NULL));
    if (mandate != NULL)
      g_assert_true (ceci_date_is_valid (ceci_mandate_get_starts_on (mandate)));
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);

  if (size >= 2 && data[0] == 'P' && data[1] == 'K')
    return 0; // spreadsheets have a fuzzer of their own
  read_offers (bytes);
  read_committee (data, size);
  return 0;
}
