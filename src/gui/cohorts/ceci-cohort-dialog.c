// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what a new intake needs: its name, its dates, its places.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-cohort-dialog.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-labels.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-number-row.h"

struct _CeciCohortDialog {
  AdwDialog parent_instance;
  AdwEntryRow *name;
  AdwEntryRow *opens_on;
  AdwEntryRow *closes_on;
  AdwEntryRow *starts_on;
  CeciNumberRow *places;
  GtkWidget *create;
  CeciDesk *desk;
};

G_DEFINE_FINAL_TYPE (CeciCohortDialog, ceci_cohort_dialog, ADW_TYPE_DIALOG)

// A day to come may be written without its year, which a day past may be too: take the text as it stands.
static char *
date_of (CeciCohortDialog *self, AdwEntryRow *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  return ceci_date_parse_human (text, ceci_desk_get_today (self->desk));
}

static gboolean
check_date (CeciCohortDialog *self, AdwEntryRow *row)
{
  g_autofree char *date = date_of (self, row);

  if (date != NULL || *gtk_editable_get_text (GTK_EDITABLE (row)) == '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  return date != NULL;
}

static void
on_changed (CeciCohortDialog *self)
{
  gboolean named = *gtk_editable_get_text (GTK_EDITABLE (self->name)) != '\0';
  gboolean opens = check_date (self, self->opens_on);
  gboolean closes = check_date (self, self->closes_on);
  gboolean starts = check_date (self, self->starts_on);

  gtk_widget_set_sensitive (self->create, named && opens && closes && starts);
}

static void
on_cancel (CeciCohortDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static gpointer
create (CeciDatabase *database, gpointer draft, GError **error)
{
  g_autofree char *id = ceci_cohort_repository_create (database, draft, error);

  return NULL;
}

static void
on_create (CeciCohortDialog *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name));
  g_autofree char *opens_on = date_of (self, self->opens_on);
  g_autofree char *closes_on = date_of (self, self->closes_on);
  g_autofree char *starts_on = date_of (self, self->starts_on);
  g_autofree char *label = ceci_label_cohort_create (name);
  gpointer draft = ceci_record_new (CECI_TYPE_COHORT, "name", name, "opens_on", opens_on, "closes_on", closes_on,
                                    "starts_on", starts_on, "phase", "applications", "places",
                                    (gint64) ceci_number_row_get_value (self->places), NULL);

  ceci_desk_write (self->desk, label, create, draft, g_object_unref);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
ceci_cohort_dialog_dispose (GObject *object)
{
  g_clear_object (&CECI_COHORT_DIALOG (object)->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_COHORT_DIALOG);
  G_OBJECT_CLASS (ceci_cohort_dialog_parent_class)->dispose (object);
}

static void
ceci_cohort_dialog_class_init (CeciCohortDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_cohort_dialog_dispose;
  g_type_ensure (CECI_TYPE_NUMBER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-cohort-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciCohortDialog, name);
  gtk_widget_class_bind_template_child (widget_class, CeciCohortDialog, opens_on);
  gtk_widget_class_bind_template_child (widget_class, CeciCohortDialog, closes_on);
  gtk_widget_class_bind_template_child (widget_class, CeciCohortDialog, starts_on);
  gtk_widget_class_bind_template_child (widget_class, CeciCohortDialog, places);
  gtk_widget_class_bind_template_child (widget_class, CeciCohortDialog, create);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_create);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
ceci_cohort_dialog_init (CeciCohortDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

// Applications are usually open for a month, and the intake starts two weeks after: proposed, to be changed.
static void
propose_dates (CeciCohortDialog *self, const char *today)
{
  g_autofree char *closes_on = ceci_date_add_days (today, 30);
  g_autofree char *starts_on = ceci_date_add_days (today, 44);

  gtk_editable_set_text (GTK_EDITABLE (self->opens_on), today);
  gtk_editable_set_text (GTK_EDITABLE (self->closes_on), closes_on);
  gtk_editable_set_text (GTK_EDITABLE (self->starts_on), starts_on);
}

AdwDialog *
ceci_cohort_dialog_new (CeciDesk *desk)
{
  CeciCohortDialog *self = g_object_new (CECI_TYPE_COHORT_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  propose_dates (self, ceci_desk_get_today (desk));
  return ADW_DIALOG (self);
}
