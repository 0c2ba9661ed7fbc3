// SPDX-License-Identifier: GPL-3.0-or-later
// A placement's hours as a spreadsheet that a supervisor fills in and sends back: a day, a duration, what was done, and
// the day it was confirmed.
#include "config.h"

#include "ceci-hours-sheet.h"
#include "ceci-table-writer.h"
#include "core/model/ceci-placement-repository.h"

static GListModel *
list_entries (CeciDatabase *database, CeciPlacement *placement, GError **error)
{
  g_autoptr (GListModel) all = ceci_hours_repository_list (database, ceci_placement_get_student_id (placement), error);
  GListStore *entries;

  if (all == NULL)
    return NULL;
  entries = g_list_store_new (CECI_TYPE_HOURS);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (CeciHours) hours = g_list_model_get_item (all, i);

    if (g_strcmp0 (ceci_hours_get_placement_id (hours), ceci_record_get_id (CECI_RECORD (placement))) == 0 &&
        ceci_hours_get_state (hours) != CECI_HOURS_STATE_REFUSED)
      g_list_store_append (entries, hours);
  }
  return G_LIST_MODEL (entries);
}

/**
 * ceci_hours_sheet_write:
 * @database: a connection
 * @placement_id: a placement's id
 * @language: `fr` or `en`, of the headings
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the sheet; the rows under the last are blank, to be filled in
 */
GBytes *
ceci_hours_sheet_write (CeciDatabase *database, const char *placement_id, const char *language, GError **error)
{
  static const CeciTableColumn french[] = {{"Date", "worked-on", CECI_CELL_DATE},
                                           {"Heures", "minutes", CECI_CELL_HOURS},
                                           {"Description", "description", CECI_CELL_TEXT},
                                           {"Confirmé le", "confirmed-on", CECI_CELL_DATE}};
  static const CeciTableColumn english[] = {{"Date", "worked-on", CECI_CELL_DATE},
                                            {"Hours", "minutes", CECI_CELL_HOURS},
                                            {"Description", "description", CECI_CELL_TEXT},
                                            {"Confirmed on", "confirmed-on", CECI_CELL_DATE}};
  gboolean in_english = g_str_equal (language, "en");
  g_autoptr (CeciPlacement) placement = ceci_placement_repository_find (database, placement_id, error);
  g_autoptr (GListModel) entries = placement != NULL ? list_entries (database, placement, error) : NULL;
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = NULL;
  GBytes *bytes = NULL;

  if (entries == NULL)
    return NULL;
  file = g_file_new_tmp ("ceci-hours-XXXXXX.xlsx", &stream, error);
  if (file == NULL)
    return NULL;
  if (ceci_table_write_xlsx (entries, in_english ? english : french, G_N_ELEMENTS (french),
                             in_english ? "Hours" : "Heures", file, error))
    bytes = g_file_load_bytes (file, NULL, NULL, error);
  g_file_delete (file, NULL, NULL);
  return bytes;
}
