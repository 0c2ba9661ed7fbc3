// SPDX-License-Identifier: GPL-3.0-or-later
// The organisations that receive students.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-organisations-page.h"
#include "cohorts/ceci-proposal-dialog.h"
#include "core/exchange/ceci-offer-proposal.h"
#include "core/model/ceci-organisation-repository.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-fold.h"
#include "widgets/ceci-entry-dialog.h"
#include "widgets/ceci-state-pill.h"

struct _CeciOrganisationsPage {
  CeciTablePage parent_instance;

  GtkEditable *search;
  GtkDropDown *kind;
  GtkDropDown *legal_form;
  GtkDropDown *checked;
};

G_DEFINE_FINAL_TYPE (CeciOrganisationsPage, ceci_organisations_page, CECI_TYPE_TABLE_PAGE)

static void
show_name (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_organisation_get_name (item));
}

static int
compare_name (gconstpointer one, gconstpointer other, gpointer data)
{
  return ceci_compare_text (ceci_organisation_get_name ((gpointer) one), ceci_organisation_get_name ((gpointer) other));
}

static void
show_kind (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell,
                       ceci_enum_get_label (CECI_TYPE_ORGANISATION_KIND, (int) ceci_organisation_get_kind (item)));
}

static int
compare_kind (gconstpointer one, gconstpointer other, gpointer data)
{
  return (int) ceci_organisation_get_kind ((gpointer) one) - (int) ceci_organisation_get_kind ((gpointer) other);
}

static void
show_legal_form (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_enum_get_label (CECI_TYPE_LEGAL_FORM, (int) ceci_organisation_get_legal_form (item)));
}

static void
show_number (GtkWidget *cell, gpointer item)
{
  g_autofree char *text = ceci_enterprise_number_format (ceci_organisation_get_enterprise_number (item));

  ceci_cell_show_text (cell, text);
}

static void
show_city (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_organisation_get_city (item));
}

static int
compare_city (gconstpointer one, gconstpointer other, gpointer data)
{
  return ceci_compare_text (ceci_organisation_get_city ((gpointer) one), ceci_organisation_get_city ((gpointer) other));
}

static void
show_placements (GtkWidget *cell, gpointer item)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, ceci_organisation_get_placements (item));

  ceci_cell_show_text (cell, text);
}

static void
show_offers (GtkWidget *cell, gpointer item)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, ceci_organisation_get_offers (item));

  ceci_cell_show_text (cell, text);
}

static void
show_checked (GtkWidget *cell, gpointer item)
{
  const char *checked_on = ceci_organisation_get_checked_on (item);
  g_autofree char *date = checked_on != NULL ? ceci_date_format_short (checked_on) : NULL;

  if (ceci_organisation_get_legal_form (item) == CECI_LEGAL_FORM_COMMERCIAL)
    ceci_state_pill_set_state (CECI_STATE_PILL (cell), CECI_TONE_ERROR, "process-stop-symbolic", _ ("Commercial"));
  else if (date != NULL)
    ceci_state_pill_set_state (CECI_STATE_PILL (cell), CECI_TONE_SUCCESS, "object-select-symbolic", date);
  else
    ceci_state_pill_set_state (CECI_STATE_PILL (cell), CECI_TONE_WARNING, "dialog-warning-symbolic", _ ("To check"));
}

static int
compare_checked (gconstpointer one, gconstpointer other, gpointer data)
{
  return g_strcmp0 (ceci_organisation_get_checked_on ((gpointer) one),
                    ceci_organisation_get_checked_on ((gpointer) other));
}

static const CeciColumn columns[] = {
    {"name", N_ ("Name"), ceci_cell_name, show_name, compare_name, TRUE},
    {"kind", N_ ("Kind"), ceci_cell_text, show_kind, compare_kind, FALSE},
    {"legal-form", N_ ("Legal form"), ceci_cell_text, show_legal_form, NULL, FALSE},
    {"number", N_ ("Enterprise number"), ceci_cell_number, show_number, NULL, FALSE},
    {"city", N_ ("City"), ceci_cell_text, show_city, compare_city, FALSE},
    {"checked", N_ ("Checked"), ceci_cell_pill, show_checked, compare_checked, FALSE, "checked-on", CECI_CELL_DATE},
    {"placements", N_ ("Placements"), ceci_cell_number, show_placements, NULL, FALSE},
    {"offers", N_ ("Offers"), ceci_cell_number, show_offers, NULL, FALSE},
};

static gpointer
ceci_organisations_page_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_organisation_repository_list (database, error);
}

// --- filters ----------------------------------------------------------------------------------------------------

static gboolean
ceci_organisations_page_matches (CeciTablePage *page, gpointer item)
{
  CeciOrganisationsPage *self = CECI_ORGANISATIONS_PAGE (page);
  guint kind = gtk_drop_down_get_selected (self->kind), form = gtk_drop_down_get_selected (self->legal_form),
        checked = gtk_drop_down_get_selected (self->checked);
  const char *number = ceci_organisation_get_enterprise_number (item), *city = ceci_organisation_get_city (item);
  g_autofree char *shown = ceci_enterprise_number_format (number);
  g_autofree char *words = g_strjoin (" ", ceci_organisation_get_name (item), number != NULL ? number : "",
                                      shown != NULL ? shown : "", city != NULL ? city : "", NULL);
  g_autofree char *folded = ceci_fold (words);
  g_autofree char *query = ceci_fold (gtk_editable_get_text (self->search));

  if (kind > 0 && (guint) ceci_organisation_get_kind (item) != kind - 1)
    return FALSE;
  if (form > 0 && (guint) ceci_organisation_get_legal_form (item) != form - 1)
    return FALSE;
  if (checked > 0 && (ceci_organisation_get_checked_on (item) != NULL) != (checked == 1))
    return FALSE;
  return ceci_fold_contains (folded, query);
}

static GtkDropDown *
add_choice (CeciOrganisationsPage *self, const char *label, const char *all, GType type)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GEnumClass) values = g_type_class_ref (type);

  g_ptr_array_add (words, (gpointer) all);
  for (guint i = 0; i < values->n_values; i++)
    if (values->values[i].value >= 0)
      g_ptr_array_add (words, (gpointer) ceci_enum_get_label (type, values->values[i].value));
  g_ptr_array_add (words, NULL);
  return ceci_table_page_add_choice (CECI_TABLE_PAGE (self), label, (const char *const *) words->pdata);
}

static void
add_filters (CeciOrganisationsPage *self)
{
  const char *const checks[] = {_ ("Checked or not"), _ ("Checked"), _ ("To check"), NULL};
  GtkWidget *search = gtk_search_entry_new ();

  g_object_set (search, "name", "organisations-search", "placeholder-text", _ ("Name, number or city"), "width-chars",
                24, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filter the organisations"), -1);
  g_signal_connect_object (search, "search-changed", G_CALLBACK (ceci_table_page_filter_changed), self,
                           G_CONNECT_SWAPPED);
  self->search = GTK_EDITABLE (search);
  ceci_table_page_add_filter (CECI_TABLE_PAGE (self), search);
  self->kind = add_choice (self, _ ("Kind"), _ ("Every kind"), CECI_TYPE_ORGANISATION_KIND);
  self->legal_form = add_choice (self, _ ("Legal form"), _ ("Every legal form"), CECI_TYPE_LEGAL_FORM);
  self->checked = ceci_table_page_add_choice (CECI_TABLE_PAGE (self), _ ("Checked"), checks);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (CECI_ORGANISATIONS_PAGE (widget)->search));
}

// --- what is done -----------------------------------------------------------------------------------------------

static void
ceci_organisations_page_activated (CeciTablePage *page, gpointer item)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.show-organisation", "s", ceci_record_get_id (item));
}

static gpointer
add (CeciDatabase *database, gpointer draft, GError **error)
{
  g_autofree char *id = ceci_organisation_repository_add (database, draft, error);

  return NULL;
}

static void
on_new (const char *const *values, gpointer page)
{
  g_autofree char *label = g_strdup_printf (_ ("Add the organisation %s"), values[0]);

  ceci_view_write (page, label, add,
                   ceci_record_new (CECI_TYPE_ORGANISATION, "name", values[0], "kind", values[1], "legal_form",
                                    values[2], "enterprise_number", values[3], NULL),
                   g_object_unref);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (widget));
  const CeciEntry entries[] = {
      {.title = _ ("Name")},
      {.title = _ ("Kind"), .kind = CECI_ENTRY_CHOICE, .choice = CECI_TYPE_ORGANISATION_KIND, .value = "association"},
      {.title = _ ("Legal form"), .kind = CECI_ENTRY_CHOICE, .choice = CECI_TYPE_LEGAL_FORM, .value = "asbl"},
      {.title = _ ("Enterprise number (optional)"),
       .optional = TRUE,
       .normalise = ceci_enterprise_number_normalise,
       .complaint = _ ("This is not an enterprise number: it has ten digits, as 0403.019.261, the last two of which "
                       "check the others.")},
  };

  if (desk != NULL && !ceci_desk_is_read_only (desk))
    ceci_entry_dialog_ask (widget, _ ("New organisation"), _ ("_Add"), ceci_desk_get_today (desk), entries,
                           G_N_ELEMENTS (entries), on_new, g_object_ref (widget), g_object_unref);
}

static CeciColumnMap *
read_map (CeciDatabase *database, GFile *file, const char *context, GCancellable *cancellable, GError **error)
{
  return ceci_offer_proposal_read_map (database, file, cancellable, error);
}

static CeciImportProposal *
propose (CeciDatabase *database, CeciColumnMap *map, const char *context, const char *source, const char *today,
         GError **error)
{
  return ceci_offer_proposal_new (database, map, source, today, error);
}

static const CeciImportKind import_offers = {
    .title = N_ ("Import offers"),
    .failed = N_ ("Nothing was imported"),
    .read_map = read_map,
    .propose = propose,
};

void
ceci_organisations_page_import_offers (CeciOrganisationsPage *self, GFile *file)
{
  adw_dialog_present (ceci_proposal_dialog_new (ceci_view_get_desk (CECI_VIEW (self)), &import_offers, NULL, file),
                      GTK_WIDGET (self));
}

static void
on_file_chosen (GObject *dialog, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciOrganisationsPage) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  if (file != NULL && ceci_view_get_desk (CECI_VIEW (self)) != NULL)
    ceci_organisations_page_import_offers (self, file);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (widget));

  if (desk == NULL || ceci_desk_is_read_only (desk))
    return;
  gtk_file_dialog_set_title (dialog, _ ("Import offers"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_file_chosen, g_object_ref (widget));
}

// --- the page ---------------------------------------------------------------------------------------------------

static void
ceci_organisations_page_class_init (CeciOrganisationsPageClass *klass)
{
  static const char *const tables[] = {"organisation", "placement", "offer", NULL};
  CeciTablePageClass *page_class = CECI_TABLE_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  CECI_VIEW_CLASS (klass)->tables = tables;
  CECI_VIEW_CLASS (klass)->read = ceci_organisations_page_read;
  page_class->columns = columns;
  page_class->n_columns = G_N_ELEMENTS (columns);
  page_class->activated = ceci_organisations_page_activated;
  page_class->matches = ceci_organisations_page_matches;
  gtk_widget_class_install_action (widget_class, "organisations.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "organisations.import-offers", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action);
}

static void
ceci_organisations_page_init (CeciOrganisationsPage *self)
{
  CeciTablePage *page = CECI_TABLE_PAGE (self);

  ceci_table_page_describe (page, _ ("Organisations"), "user-home-symbolic", _ ("No organisation yet"),
                            _ ("Organisations come with the applications that name them, or are added here."));
  ceci_table_page_add_button (page, _ ("_New…"), "organisations.new");
  ceci_table_page_add_act (page, _ ("Import _offers…"), "organisations.import-offers");
  add_filters (self);
}
