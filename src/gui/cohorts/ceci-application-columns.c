// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the table of applications; its items are CeciApplication.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-application-columns.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-fold.h"
#include "widgets/ceci-state-words.h"

// --- duplicates ---------------------------------------------------------------------

static GQuark
duplicate_quark (void)
{
  return g_quark_from_static_string ("ceci-application-duplicate");
}

static gboolean
is_duplicate (CeciApplication *application)
{
  return g_object_get_qdata (G_OBJECT (application), duplicate_quark ()) != NULL;
}

static char *
folded_name (CeciApplication *application)
{
  g_autofree char *name = g_strconcat (ceci_application_get_first_name (application), " ",
                                       ceci_application_get_family_name (application), NULL);

  return ceci_fold (name);
}

/**
 * ceci_applications_mark_duplicates:
 * @applications: (element-type CeciApplication): all of a cohort's, just read
 *
 * Marks those that seem to be of one person: the same person in the register, or the same folded name.
 */
void
ceci_applications_mark_duplicates (GListModel *applications)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gpointer mark = GINT_TO_POINTER (1);

  for (guint i = 0; i < g_list_model_get_n_items (applications); i++) {
    g_autoptr (CeciApplication) application = g_list_model_get_item (applications, i);
    char *name = folded_name (application);
    CeciApplication *before = g_hash_table_lookup (seen, name);

    if (before != NULL) {
      g_object_set_qdata (G_OBJECT (before), duplicate_quark (), mark);
      g_object_set_qdata (G_OBJECT (application), duplicate_quark (), mark);
    }
    g_hash_table_replace (seen, name, application);
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
  return (int) ceci_application_get_state ((gpointer) one) - (int) ceci_application_get_state ((gpointer) other);
}

static void
show_reason (GtkWidget *cell, gpointer item)
{
  const char *reason = ceci_application_get_state_reason (item);

  if (is_duplicate (item)) {
    g_autofree char *text =
        reason != NULL ? g_strdup_printf ("%s · %s", _ ("Duplicate?"), reason) : g_strdup (_ ("Duplicate?"));
    ceci_cell_show_text (cell, text);
  } else {
    ceci_cell_show_text (cell, reason != NULL ? reason : "");
  }
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
