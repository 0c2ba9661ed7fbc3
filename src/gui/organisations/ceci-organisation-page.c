// SPDX-License-Identifier: GPL-3.0-or-later
// One organisation. Its facts stand in ceci-organisation-facts.c, its lists in ceci-organisation-lists.c, what is done
// to it in ceci-organisation-acts.c.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-organisation-private.h"
#include "core/regulation/ceci-regulation.h"

G_DEFINE_FINAL_TYPE (CeciOrganisationPage, ceci_organisation_page, CECI_TYPE_VIEW)

gboolean
ceci_organisation_page_is_editable (CeciOrganisationPage *self)
{
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));

  return desk != NULL && !ceci_desk_is_read_only (desk);
}

const char *
ceci_organisation_page_get_name (CeciOrganisationPage *self)
{
  return self->shown != NULL ? ceci_organisation_get_name (self->shown->organisation) : "";
}

// R7: a company may be recorded; nobody may be placed there, and the page says so.
static void
show_banner (CeciOrganisationPage *self)
{
  g_autofree char *form =
      ceci_enum_to_column (CECI_TYPE_LEGAL_FORM, (int) ceci_organisation_get_legal_form (self->shown->organisation));
  g_autofree char *reason = NULL;
  gboolean admitted = ceci_regulation_admits_legal_form (form, &reason);

  if (!admitted)
    adw_banner_set_title (self->banner, reason);
  else if (g_strcmp0 (form, "unknown") == 0)
    adw_banner_set_title (self->banner, _ ("The legal form is not known: hours worked here wait for it."));
  adw_banner_set_revealed (self->banner, !admitted || g_strcmp0 (form, "unknown") == 0);
}

static void
update_actions (CeciOrganisationPage *self)
{
  static const char *const writing[] = {"add-contact", "add-mandate", "add-offer", "paste-committee", "check", NULL};
  gboolean editable = ceci_organisation_page_is_editable (self);
  gboolean checked = ceci_organisation_get_checked_on (self->shown->organisation) != NULL;

  for (guint i = 0; writing[i] != NULL; i++) {
    g_autofree char *name = g_strconcat ("organisation.", writing[i], NULL);

    gtk_widget_action_set_enabled (GTK_WIDGET (self), name, editable);
  }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), CECI_ORGANISATION_ACT ("uncheck"), editable && checked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), CECI_ORGANISATION_ACT ("remove"),
                                 editable && g_list_model_get_n_items (self->shown->placements) == 0);
}

static gpointer
ceci_organisation_page_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_organisation_sheet_read (database, subject, error);
}

static void
ceci_organisation_page_show (CeciView *view, gpointer result)
{
  CeciOrganisationPage *self = CECI_ORGANISATION_PAGE (view);

  g_clear_pointer (&self->shown, ceci_organisation_sheet_unref);
  self->shown = ceci_organisation_sheet_ref (result);
  ceci_view_set_title (view, ceci_organisation_page_get_name (self));
  self->showing = TRUE;
  show_banner (self);
  ceci_organisation_page_show_facts (self);
  ceci_organisation_page_show_lists (self);
  update_actions (self);
  self->showing = FALSE;
}

static void
ceci_organisation_page_dispose (GObject *object)
{
  CeciOrganisationPage *self = CECI_ORGANISATION_PAGE (object);

  g_clear_pointer (&self->shown, ceci_organisation_sheet_unref);
  g_clear_pointer (&self->fact_rows, g_ptr_array_unref);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_ORGANISATION_PAGE);
  G_OBJECT_CLASS (ceci_organisation_page_parent_class)->dispose (object);
}

static void
ceci_organisation_page_class_init (CeciOrganisationPageClass *klass)
{
  static const char *const tables[] = {"organisation", "contact", "mandate", "offer",
                                       "placement",    "student", "person",  NULL};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_organisation_page_dispose;
  view_class->tables = tables;
  view_class->read = ceci_organisation_page_read;
  view_class->free_result = (GDestroyNotify) ceci_organisation_sheet_unref;
  view_class->show = ceci_organisation_page_show;

  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/organisations/ceci-organisation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciOrganisationPage, banner);
  gtk_widget_class_bind_template_child (widget_class, CeciOrganisationPage, duplicates);
  gtk_widget_class_bind_template_child (widget_class, CeciOrganisationPage, facts);
  gtk_widget_class_bind_template_child (widget_class, CeciOrganisationPage, eligibility);
  gtk_widget_class_bind_template_child (widget_class, CeciOrganisationPage, contacts);
  gtk_widget_class_bind_template_child (widget_class, CeciOrganisationPage, mandates);
  gtk_widget_class_bind_template_child (widget_class, CeciOrganisationPage, offers);
  gtk_widget_class_bind_template_child (widget_class, CeciOrganisationPage, students);
  ceci_organisation_page_install_acts (widget_class);
}

static void
ceci_organisation_page_init (CeciOrganisationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->fact_rows = g_ptr_array_new ();
  ceci_organisation_page_make_facts (self);
}
