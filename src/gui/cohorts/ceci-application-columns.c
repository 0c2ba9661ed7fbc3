// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the table of applications; its items are CeciApplication.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-application-columns.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-state-words.h"

// --- duplicates ---------------------------------------------------------------------

static GQuark
duplicate_quark (void)
{
  return g_quark_from_static_string ("ceci-application-duplicate");
}

// Why, in a sentence; NULL where the applicant seems to stand in the register once.
static const char *
duplicate_of (gpointer application)
{
  return g_object_get_qdata (G_OBJECT (application), duplicate_quark ());
}

gboolean
ceci_application_is_marked_duplicate (CeciApplication *application)
{
  return duplicate_of (application) != NULL;
}

static void
mark (gpointer application, const char *reason)
{
  g_object_set_qdata_full (G_OBJECT (application), duplicate_quark (), g_strdup (reason), g_free);
}

/**
 * ceci_applications_mark_duplicates:
 * @applications: (element-type CeciApplication): all of a cohort's, just read
 * @persons: those who may stand in the register twice, id to a reason
 *
 * Marks the applications of those, and those that one person made twice.
 */
void
ceci_applications_mark_duplicates (GListModel *applications, GHashTable *persons)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (applications); i++) {
    g_autoptr (CeciApplication) application = g_list_model_get_item (applications, i);
    const char *person_id = ceci_application_get_person_id (application);
    const char *reason = g_hash_table_lookup (persons, person_id);
    CeciApplication *before;

    if (reason != NULL)
      mark (application, reason);
    if (ceci_application_get_state (application) == CECI_APPLICATION_STATE_WITHDRAWN)
      continue;
    before = g_hash_table_lookup (seen, person_id);
    if (before != NULL) {
      mark (before, _ ("This person applied twice."));
      mark (application, _ ("This person applied twice."));
    }
    g_hash_table_insert (seen, (gpointer) person_id, application);
  }
}

/**
 * ceci_applications_copy_marks:
 * @shown: what is shown, brought up to date with @fresh
 * @fresh: what was just read, marked
 *
 * A mark is no property of a record: rows whose mark changed are shown anew.
 */
void
ceci_applications_copy_marks (GListStore *shown, GListModel *fresh)
{
  for (guint i = 0; i < g_list_model_get_n_items (fresh); i++) {
    g_autoptr (GObject) old = g_list_model_get_item (G_LIST_MODEL (shown), i);
    g_autoptr (GObject) new = g_list_model_get_item (fresh, i);

    if (old != NULL && g_strcmp0 (duplicate_of (old), duplicate_of (new)) != 0)
      g_list_store_splice (shown, i, 1, (gpointer *) &new, 1);
  }
}

// --- cells --------------------------------------------------------------------------

static void
show_name (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_application_get_display_name (item));
}

static int
compare_name (gconstpointer one, gconstpointer other, gpointer data)
{
  return g_strcmp0 (ceci_application_get_search_key ((gpointer) one),
                    ceci_application_get_search_key ((gpointer) other));
}

static void
show_faculty (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_application_get_faculty_code (item));
  gtk_widget_set_tooltip_text (cell, ceci_application_get_faculty_name (item));
}

static int
compare_faculty (gconstpointer one, gconstpointer other, gpointer data)
{
  return ceci_compare_text (ceci_application_get_faculty_code ((gpointer) one),
                            ceci_application_get_faculty_code ((gpointer) other));
}

static void
show_received (GtkWidget *cell, gpointer item)
{
  g_autofree char *date = ceci_date_from_instant (ceci_application_get_received_at (item));
  g_autofree char *text = date != NULL ? ceci_date_format_short (date) : NULL;

  ceci_cell_show_text (cell, text);
}

static int
compare_received (gconstpointer one, gconstpointer other, gpointer data)
{
  return g_strcmp0 (ceci_application_get_received_at ((gpointer) one),
                    ceci_application_get_received_at ((gpointer) other));
}

static void
show_organisation (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_application_get_organisation_name (item));
}

static int
compare_organisation (gconstpointer one, gconstpointer other, gpointer data)
{
  return ceci_compare_text (ceci_application_get_organisation_name ((gpointer) one),
                            ceci_application_get_organisation_name ((gpointer) other));
}

static void
show_hours (GtkWidget *cell, gpointer item)
{
  gint64 minutes = ceci_application_get_planned_minutes (item);
  g_autofree char *text = minutes >= 0 ? ceci_duration_format (minutes) : NULL;

  ceci_cell_show_text (cell, text);
}

static int
compare_hours (gconstpointer one, gconstpointer other, gpointer data)
{
  gint64 a = ceci_application_get_planned_minutes ((gpointer) one);
  gint64 b = ceci_application_get_planned_minutes ((gpointer) other);

  return (a > b) - (a < b);
}

static void
show_state (GtkWidget *cell, gpointer item)
{
  ceci_words_show_state (CECI_STATE_PILL (cell), CECI_TYPE_APPLICATION_STATE, (int) ceci_application_get_state (item));
}

static int
compare_state (gconstpointer one, gconstpointer other, gpointer data)
{
  int states = (int) ceci_application_get_state ((gpointer) one) - (int) ceci_application_get_state ((gpointer) other);
  gint64 a = ceci_application_get_waiting_rank ((gpointer) one);
  gint64 b = ceci_application_get_waiting_rank ((gpointer) other);

  // those who wait, in their order; who has no place yet comes last
  return states != 0                          ? states
         : a == CECI_UNSET || b == CECI_UNSET ? (a == CECI_UNSET) - (b == CECI_UNSET)
                                              : (a > b) - (a < b);
}

static void
append_words (GString *words, const char *more)
{
  if (more != NULL && *more != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", more);
}

static void
show_reason (GtkWidget *cell, gpointer item)
{
  gint64 rank = ceci_application_get_waiting_rank (item);
  g_autoptr (GString) words = g_string_new (NULL);

  if (ceci_application_get_state (item) == CECI_APPLICATION_STATE_WAITING && rank != CECI_UNSET) {
    // Translators: a place on the waiting list
    g_autofree char *place = g_strdup_printf (_ ("No. %d on the list"), (int) rank);
    append_words (words, place);
  }
  append_words (words, duplicate_of (item) != NULL ? _ ("Duplicate?") : NULL);
  append_words (words, ceci_application_get_guidance_since (item) != NULL ? _ ("Guided to a placement") : NULL);
  append_words (words, ceci_application_get_state_reason (item));
  ceci_cell_show_text (cell, words->str);
  if (duplicate_of (item) != NULL)
    gtk_widget_set_tooltip_text (cell, duplicate_of (item));
}

static const CeciColumn columns[] = {
    {"name", N_ ("Name"), ceci_cell_name, show_name, compare_name, TRUE, "display-name", CECI_CELL_TEXT},
    {"faculty", N_ ("Faculty"), ceci_cell_text, show_faculty, compare_faculty, FALSE, "faculty-code", CECI_CELL_TEXT},
    {"received", N_ ("Received"), ceci_cell_number, show_received, compare_received, FALSE, "received-at",
     CECI_CELL_INSTANT},
    {"organisation", N_ ("Organisation"), ceci_cell_text, show_organisation, compare_organisation, TRUE,
     "organisation-name", CECI_CELL_TEXT},
    {"hours", N_ ("Planned"), ceci_cell_number, show_hours, compare_hours, FALSE, "planned-minutes", CECI_CELL_HOURS},
    {"state", N_ ("State"), ceci_cell_pill, show_state, compare_state, FALSE, "state", CECI_CELL_WORD},
    {"reason", N_ ("Reason"), ceci_cell_text, show_reason, NULL, TRUE},
};

/**
 * ceci_application_columns_add:
 * @view: a table whose items are of type CeciApplication
 */
void
ceci_application_columns_add (GtkColumnView *view)
{
  ceci_table_add_columns (view, columns, G_N_ELEMENTS (columns));
}
