// SPDX-License-Identifier: GPL-3.0-or-later
// The organisations that receive students.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-organisations-page.h"
#include "core/model/ceci-organisation-repository.h"

struct _CeciOrganisationsPage {
  CeciTablePage parent_instance;
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
  ceci_cell_show_text (cell, ceci_organisation_get_enterprise_number (item));
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

static const CeciColumn columns[] = {
    {"name", N_ ("Name"), ceci_cell_name, show_name, compare_name, TRUE},
    {"kind", N_ ("Kind"), ceci_cell_text, show_kind, compare_kind, FALSE},
    {"legal-form", N_ ("Legal form"), ceci_cell_text, show_legal_form, NULL, FALSE},
    {"number", N_ ("Enterprise number"), ceci_cell_number, show_number, NULL, FALSE},
    {"city", N_ ("City"), ceci_cell_text, show_city, compare_city, FALSE},
    {"placements", N_ ("Placements"), ceci_cell_number, show_placements, NULL, FALSE},
    {"offers", N_ ("Offers"), ceci_cell_number, show_offers, NULL, FALSE},
};

static gpointer
ceci_organisations_page_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_organisation_repository_list (database, error);
}

static void
ceci_organisations_page_class_init (CeciOrganisationsPageClass *klass)
{
  static const char *const tables[] = {"organisation", "placement", "offer", NULL};
  CeciTablePageClass *page_class = CECI_TABLE_PAGE_CLASS (klass);

  CECI_VIEW_CLASS (klass)->tables = tables;
  CECI_VIEW_CLASS (klass)->read = ceci_organisations_page_read;
  page_class->columns = columns;
  page_class->n_columns = G_N_ELEMENTS (columns);
}

static void
ceci_organisations_page_init (CeciOrganisationsPage *self)
{
  ceci_table_page_describe (CECI_TABLE_PAGE (self), _ ("Organisations"), "user-home-symbolic",
                            _ ("No organisation yet"), _ ("Organisations come with the applications that name them."));
}
