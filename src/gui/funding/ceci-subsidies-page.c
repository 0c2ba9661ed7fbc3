// SPDX-License-Identifier: GPL-3.0-or-later
// The subsidies that pay for places.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-subsidies-page.h"
#include "core/model/ceci-funding-repository.h"
#include "core/model/ceci-identifiers.h"
#include "core/model/ceci-money.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-entry-dialog.h"
#include "widgets/ceci-figure-bar.h"
#include "widgets/ceci-state-pill.h"

struct _CeciSubsidiesPage {
  CeciTablePage parent_instance;
};

G_DEFINE_FINAL_TYPE (CeciSubsidiesPage, ceci_subsidies_page, CECI_TYPE_TABLE_PAGE)

static void
show_funder (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_subsidy_get_funder (item));
}

static int
compare_funder (gconstpointer one, gconstpointer other, gpointer data)
{
  return ceci_compare_text (ceci_subsidy_get_funder ((gpointer) one), ceci_subsidy_get_funder ((gpointer) other));
}

static void
show_reference (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_subsidy_get_reference (item));
}

static void
show_amount (GtkWidget *cell, gpointer item)
{
  g_autofree char *text = ceci_money_format (ceci_subsidy_get_amount_cents (item));

  ceci_cell_show_text (cell, text);
}

static void
show_starts_on (GtkWidget *cell, gpointer item)
{
  g_autofree char *text = ceci_date_format_short (ceci_subsidy_get_starts_on (item));

  ceci_cell_show_text (cell, text);
}

static int
compare_starts_on (gconstpointer one, gconstpointer other, gpointer data)
{
  return ceci_compare_text (ceci_subsidy_get_starts_on ((gpointer) one), ceci_subsidy_get_starts_on ((gpointer) other));
}

static void
show_ends_on (GtkWidget *cell, gpointer item)
{
  g_autofree char *text = ceci_date_format_short (ceci_subsidy_get_ends_on (item));

  ceci_cell_show_text (cell, text);
}

static void
show_places (GtkWidget *cell, gpointer item)
{
  gint64 part = ceci_subsidy_get_covered (item);
  gint64 whole = ceci_subsidy_get_places (item);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT " / %" G_GINT64_FORMAT, part, whole);

  ceci_figure_bar_set_figures (CECI_FIGURE_BAR (cell), (double) part, (double) whole, text);
}

static void
show_state (GtkWidget *cell, gpointer item)
{
  static const struct {
    CeciTone tone;
    const char *icon_name;
  } looks[] = {
      [CECI_SUBSIDY_STATE_REQUESTED] = {CECI_TONE_ACCENT, "content-loading-symbolic"},
      [CECI_SUBSIDY_STATE_GRANTED] = {CECI_TONE_SUCCESS, "object-select-symbolic"},
      [CECI_SUBSIDY_STATE_REFUSED] = {CECI_TONE_ERROR, "process-stop-symbolic"},
  };
  CeciSubsidyState state = ceci_subsidy_get_state (item);
  g_autofree char *warning = ceci_subsidy_dup_warning (item);

  if (warning != NULL)
    ceci_state_pill_set_state (CECI_STATE_PILL (cell), CECI_TONE_WARNING, "dialog-warning-symbolic", _ ("Too many"));
  else
    ceci_state_pill_set_state (CECI_STATE_PILL (cell), looks[state].tone, looks[state].icon_name,
                               ceci_enum_get_label (CECI_TYPE_SUBSIDY_STATE, (int) state));
  gtk_widget_set_tooltip_text (cell, warning);
}

static const CeciColumn columns[] = {
    {"funder", N_ ("Funder"), ceci_cell_name, show_funder, compare_funder, TRUE},
    {"reference", N_ ("Reference"), ceci_cell_text, show_reference, NULL, FALSE},
    {"amount", N_ ("Amount"), ceci_cell_number, show_amount, NULL, FALSE},
    {"starts-on", N_ ("From"), ceci_cell_number, show_starts_on, compare_starts_on, FALSE},
    {"ends-on", N_ ("Until"), ceci_cell_number, show_ends_on, NULL, FALSE},
    {"places", N_ ("Places covered"), ceci_cell_bar, show_places, NULL, FALSE},
    {"state", N_ ("State"), ceci_cell_pill, show_state, NULL, FALSE, "state", CECI_CELL_WORD},
};

static gpointer
ceci_subsidies_page_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_funding_repository_list (database, error);
}

// --- what is done -----------------------------------------------------------------------------------------------

typedef struct {
  CeciView *page;
  CeciSubsidy *subsidy; // NULL: a new one
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->page);
  g_clear_object (&edit->subsidy);
  g_free (edit);
}

static gpointer
put (CeciDatabase *database, gpointer subsidy, GError **error)
{
  g_autofree char *id = ceci_funding_repository_put (database, subsidy, error);

  return NULL;
}

static gpointer
remove_subsidy (CeciDatabase *database, gpointer subsidy, GError **error)
{
  ceci_funding_repository_remove (database, ceci_record_get_id (subsidy), error);
  return NULL;
}

static void
on_answered (const char *const *values, gpointer user_data)
{
  Edit *edit = user_data;
  g_autofree char *label =
      g_strdup_printf (edit->subsidy != NULL ? _ ("Change the subsidy of %s") : _ ("Add the subsidy of %s"), values[0]);
  g_autoptr (CeciSubsidy) base = edit->subsidy != NULL ? g_object_ref (edit->subsidy)
                                                       : ceci_record_new (CECI_TYPE_SUBSIDY, "funder", values[0], NULL);

  ceci_view_write (edit->page, label, put,
                   ceci_record_with (base, "funder", values[0], "reference", values[1], "amount_cents",
                                     g_ascii_strtoll (values[2], NULL, 10), "places",
                                     g_ascii_strtoll (values[3], NULL, 10), "starts_on", values[4], "ends_on",
                                     values[5], "state", values[6], "iban", values[7], "note", values[8], NULL),
                   g_object_unref);
}

static void
on_remove (const char *const *values, gpointer user_data)
{
  Edit *edit = user_data;
  g_autofree char *label = g_strdup_printf (_ ("Remove the subsidy of %s"), ceci_subsidy_get_funder (edit->subsidy));

  ceci_view_write (edit->page, label, remove_subsidy, g_object_ref (edit->subsidy), g_object_unref);
}

static char *
dup_integer (gint64 value)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static void
ask (CeciView *page, CeciSubsidy *subsidy)
{
  CeciDesk *desk = ceci_view_get_desk (page);
  g_autofree char *amount = subsidy != NULL ? dup_integer (ceci_subsidy_get_amount_cents (subsidy)) : NULL;
  g_autofree char *places = subsidy != NULL ? dup_integer (ceci_subsidy_get_places (subsidy)) : NULL;
  g_autofree char *state = ceci_enum_to_column (
      CECI_TYPE_SUBSIDY_STATE, subsidy != NULL ? (int) ceci_subsidy_get_state (subsidy) : CECI_SUBSIDY_STATE_REQUESTED);
  g_autofree char *iban = subsidy != NULL ? ceci_iban_format (ceci_subsidy_get_iban (subsidy)) : NULL;
  const CeciEntry entries[] = {
      {.title = _ ("Funder"), .value = subsidy != NULL ? ceci_subsidy_get_funder (subsidy) : NULL},
      {.title = _ ("Reference"),
       .optional = TRUE,
       .value = subsidy != NULL ? ceci_subsidy_get_reference (subsidy) : NULL},
      {.title = _ ("Amount"), .kind = CECI_ENTRY_MONEY, .value = amount},
      {.title = _ ("Places it pays for"), .kind = CECI_ENTRY_NUMBER, .value = places},
      {.title = _ ("From"),
       .kind = CECI_ENTRY_DATE,
       .value = subsidy != NULL ? ceci_subsidy_get_starts_on (subsidy) : NULL},
      {.title = _ ("Until"),
       .kind = CECI_ENTRY_DATE,
       .value = subsidy != NULL ? ceci_subsidy_get_ends_on (subsidy) : NULL},
      {.title = _ ("State"), .kind = CECI_ENTRY_CHOICE, .choice = CECI_TYPE_SUBSIDY_STATE, .value = state},
      {.title = _ ("Funder’s account (IBAN)"),
       .optional = TRUE,
       .value = iban,
       .normalise = ceci_iban_normalise,
       .complaint = _ ("This is not an account number: an IBAN checks itself, as BE68 5390 0754 7034 does.")},
      {.title = _ ("Note"), .optional = TRUE, .value = subsidy != NULL ? ceci_subsidy_get_note (subsidy) : NULL},
  };
  Edit *edit;
  AdwDialog *dialog;

  if (desk == NULL || ceci_desk_is_read_only (desk))
    return;
  edit = g_new0 (Edit, 1);
  edit->page = g_object_ref (page);
  g_set_object (&edit->subsidy, subsidy);
  dialog = ceci_entry_dialog_ask (GTK_WIDGET (page), subsidy != NULL ? _ ("Change a subsidy") : _ ("New subsidy"),
                                  subsidy != NULL ? _ ("_Save") : _ ("_Add"), ceci_desk_get_today (desk), entries,
                                  G_N_ELEMENTS (entries), on_answered, edit, edit_free);
  if (subsidy != NULL)
    ceci_entry_dialog_add_act (dialog, _ ("_Remove this subsidy"), on_remove);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask (CECI_VIEW (widget), NULL);
}

static void
ceci_subsidies_page_activated (CeciTablePage *page, gpointer item)
{
  ask (CECI_VIEW (page), item);
}

static void
ceci_subsidies_page_class_init (CeciSubsidiesPageClass *klass)
{
  static const char *const tables[] = {"subsidy", "subsidy_cover", NULL};
  CeciTablePageClass *page_class = CECI_TABLE_PAGE_CLASS (klass);

  CECI_VIEW_CLASS (klass)->tables = tables;
  CECI_VIEW_CLASS (klass)->read = ceci_subsidies_page_read;
  page_class->columns = columns;
  page_class->n_columns = G_N_ELEMENTS (columns);
  page_class->activated = ceci_subsidies_page_activated;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "subsidies.new", NULL, new_action);
}

static void
ceci_subsidies_page_init (CeciSubsidiesPage *self)
{
  ceci_table_page_describe (CECI_TABLE_PAGE (self), _ ("Subsidies"), "x-office-spreadsheet-symbolic",
                            _ ("No subsidy yet"), _ ("Subsidies pay for the places: students never pay."));
  ceci_table_page_add_button (CECI_TABLE_PAGE (self), _ ("_New subsidy…"), "subsidies.new");
}
