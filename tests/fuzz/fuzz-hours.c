// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a line of quick entry: it is read as hours of a day that is not to come, or refused with a reason.
#include <string.h>

#include "fuzz.h"
#include "core/model/ceci-hours-entry.h"
#include "core/store/ceci-date.h"

#define TODAY "2026-11-23"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const CeciPeriod periods[] = {{"2025-09-15", "2026-02-28"}, {"2026-04-01", NULL}};
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciHoursReading) reading = ceci_hours_reading_new (text, TODAY, periods, G_N_ELEMENTS (periods), &error);
  g_autofree char *said = NULL, *line = NULL;

  g_assert_true ((reading == NULL) == (error != NULL));
  if (reading == NULL)
    return 0;
  g_assert_cmpint (reading->minutes, >, 0);
  g_assert_cmpint (reading->minutes, <=, 24 * 60);
  g_assert_true (ceci_date_is_valid (reading->worked_on));
  g_assert_cmpstr (reading->worked_on, <=, TODAY);
  g_assert_true (reading->description == NULL || g_utf8_validate (reading->description, -1, NULL));
  said = ceci_hours_reading_describe (reading);
  g_assert_true (g_utf8_validate (said, -1, NULL));

  // what is written back for changing an entry has the same duration and day
  line = ceci_hours_entry_write (reading->minutes, reading->worked_on, reading->description);
  if (strlen (line) < 2000) {
    g_autoptr (CeciHoursReading) again = ceci_hours_reading_new (line, TODAY, NULL, 0, NULL);

    g_assert_true (again == NULL || again->minutes == reading->minutes);
    g_assert_true (again == NULL || strcmp (again->worked_on, reading->worked_on) == 0);
  }
  return 0;
}
