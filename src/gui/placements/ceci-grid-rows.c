// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the supervisor's follow-up grids: the mean, the overall opinion, what is odd in them.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-placement-rows.h"
#include "core/model/ceci-document.h"
#include "core/model/ceci-follow-up-repository.h"
#include "core/store/ceci-date.h"

static void
add_remarks (GString *text, GStrv remarks)
{
  for (char **remark = remarks; *remark != NULL; remark++)
    g_string_append_printf (text, "\n%s", *remark);
}

static GtkWidget *
grid_row_new (CeciTranscribedGrid *it, gboolean editable)
{
  g_autofree char *date = ceci_date_format_long (ceci_follow_up_grid_get_filled_on (it->grid));
  // Translators: a date
  g_autofree char *title = g_strdup_printf (_ ("Filled in on %s"), date);
  gint64 attested = ceci_follow_up_grid_get_attested_minutes (it->grid);
  CeciOverall overall = ceci_follow_up_grid_get_overall (it->grid);
  g_autoptr (GString) subtitle = g_string_new (NULL);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *figure;
  g_autofree char *mean = NULL;
  guint n = 0;
  double value = ceci_follow_up_mean (it->ratings, &n);

  if (overall != CECI_OVERALL_NONE)
    g_string_append (subtitle, ceci_enum_get_label (CECI_TYPE_OVERALL, (int) overall));
  if (attested != CECI_UNSET) {
    g_autofree char *duration = ceci_duration_format (attested);

    g_string_append (subtitle, subtitle->len > 0 ? " · " : "");
    // Translators: a duration
    g_string_append_printf (subtitle, _ ("%s attested"), duration);
  }
  add_remarks (subtitle, it->remarks);
  // Translators: the mean of a follow-up grid, how many of its ten items were observed
  mean = n > 0 ? g_strdup_printf (_ ("%.1f / 4 (%u observed)"), value, n) : g_strdup (_ ("Nothing observed"));
  figure = gtk_label_new (mean);
  gtk_widget_add_css_class (figure, "numeric");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle->str);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), figure);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             ceci_row_button_new (editable ? "document-edit-symbolic" : "view-reveal-symbolic",
                                                  editable ? _ ("Edit the grid") : _ ("Show the grid"), "grid.edit",
                                                  "(ss)", ceci_record_get_id (CECI_RECORD (it->grid)), ""));
  return row;
}

static gboolean
is_transcribed (CeciPlacementSheet *sheet, const char *document_id)
{
  for (guint i = 0; i < sheet->grids->len; i++) {
    const CeciTranscribedGrid *it = sheet->grids->pdata[i];

    if (g_strcmp0 (ceci_follow_up_grid_get_document_id (it->grid), document_id) == 0)
      return TRUE;
  }
  return FALSE;
}

// An original that nobody transcribed yet.
static GtkWidget *
original_row_new (CeciDocument *document, gboolean editable)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ceci_document_get_title (document));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Not transcribed yet"));
  if (editable) {
    button = gtk_button_new_with_mnemonic (_ ("_Transcribe"));
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", "", ceci_record_get_id (CECI_RECORD (document)));
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "grid.edit");
    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  }
  return row;
}

/**
 * ceci_grid_rows_show:
 * @self: where
 * @sheet: what is shown
 * @editable: whether a grid can be transcribed
 */
void
ceci_grid_rows_show (CeciRowGroup *self, CeciPlacementSheet *sheet, gboolean editable)
{
  ceci_row_group_clear (self);
  for (guint i = 0; i < sheet->grids->len; i++)
    ceci_row_group_add (self, grid_row_new (sheet->grids->pdata[i], editable));
  for (guint i = 0; i < g_list_model_get_n_items (sheet->documents); i++) {
    g_autoptr (CeciDocument) document = g_list_model_get_item (sheet->documents, i);

    if (ceci_document_get_kind (document) == CECI_DOCUMENT_KIND_FOLLOW_UP_GRID &&
        ceci_document_get_removed_on (document) == NULL &&
        !is_transcribed (sheet, ceci_record_get_id (CECI_RECORD (document))))
      ceci_row_group_add (self, original_row_new (document, editable));
  }
}
