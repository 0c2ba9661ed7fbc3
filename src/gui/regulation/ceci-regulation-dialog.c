// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what the cohort follows, asks the register what a change would do, and adopts it in one step.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-regulation-dialog.h"
#include "ceci-regulation-form.h"
#include "ceci-regulation-preview.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-regulation-repository.h"

struct _CeciRegulationDialog {
  AdwDialog parent_instance;
  AdwToastOverlay *toasts;
  AdwNavigationView *pages;
  CeciRegulationForm *form;
  CeciRegulationPreview *preview;
  GtkWidget *preview_button;
  CeciDesk *desk;
  char *cohort_id;
  char *cohort_name;
  CeciRegulation *regulation; // what is followed
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (CeciRegulationDialog, ceci_regulation_dialog, ADW_TYPE_DIALOG)

// --- what is followed -------------------------------------------------------------------

typedef struct {
  CeciCohort *cohort;
  CeciRegulation *regulation;
  GListModel *criteria;
  GListModel *history;
} Followed;

static void
followed_free (gpointer data)
{
  Followed *followed = data;

  g_clear_object (&followed->cohort);
  g_clear_object (&followed->regulation);
  g_clear_object (&followed->criteria);
  g_clear_object (&followed->history);
  g_free (followed);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Followed, followed_free)

static gpointer
read_followed (CeciDatabase *database, gpointer cohort_id, GError **error)
{
  g_autoptr (Followed) followed = g_new0 (Followed, 1);

  followed->cohort = ceci_cohort_repository_find (database, cohort_id, error);
  if (followed->cohort != NULL)
    followed->regulation = ceci_regulation_repository_find (database, cohort_id, error);
  if (followed->regulation != NULL)
    followed->criteria = ceci_regulation_repository_criteria (database, cohort_id, error);
  if (followed->criteria != NULL)
    followed->history = ceci_regulation_repository_history (database, cohort_id, error);
  return followed->history != NULL ? g_steal_pointer (&followed) : NULL;
}

static void
show_followed (CeciRegulationDialog *self, Followed *followed)
{
  g_autofree char *title = NULL;

  g_set_str (&self->cohort_name, ceci_cohort_get_name (followed->cohort));
  g_set_object (&self->regulation, followed->regulation);
  // Translators: the name of an intake
  title = g_strdup_printf (_ ("Regulation: %s"), self->cohort_name);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  ceci_regulation_form_show (self->form, followed->regulation, followed->criteria, followed->history,
                             !ceci_desk_is_read_only (self->desk));
}

static void
on_followed_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciRegulationDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Followed) followed = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (followed == NULL)
    ceci_desk_report (self->desk, _ ("The register could not be read"), error);
  else
    show_followed (self, followed);
}

// --- what would change ------------------------------------------------------------------

typedef struct {
  char *cohort_id;
  char *today;
  char *reason;
  CeciRegulation *regulation;
  GPtrArray *criteria; // NULL: the grid stays
} Proposal;

static void
proposal_free (gpointer data)
{
  Proposal *proposal = data;

  g_free (proposal->cohort_id);
  g_free (proposal->today);
  g_free (proposal->reason);
  g_clear_object (&proposal->regulation);
  g_clear_pointer (&proposal->criteria, g_ptr_array_unref);
  g_free (proposal);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Proposal, proposal_free)

// What stands in the form; NULL where it can't be adopted, and the person was told why.
static Proposal *
dup_proposal (CeciRegulationDialog *self)
{
  g_autoptr (Proposal) proposal = g_new0 (Proposal, 1);
  g_autoptr (GError) error = NULL;

  proposal->cohort_id = g_strdup (self->cohort_id);
  proposal->today = g_strdup (ceci_desk_get_today (self->desk));
  proposal->reason = g_strdup (ceci_regulation_preview_get_reason (self->preview));
  proposal->regulation = ceci_regulation_form_dup_regulation (self->form, &error);
  proposal->criteria = ceci_regulation_form_dup_criteria (self->form);
  if (proposal->regulation != NULL &&
      (proposal->criteria == NULL || ceci_regulation_check_criteria (proposal->criteria, &error)))
    return g_steal_pointer (&proposal);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
  return NULL;
}

static gpointer
compare (CeciDatabase *database, gpointer data, GError **error)
{
  Proposal *proposal = data;

  return ceci_regulation_repository_compare (database, proposal->cohort_id, proposal->regulation, proposal->today,
                                             error);
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciRegulationDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = ceci_register_read_finish (CECI_REGISTER (source), result, &error);
  g_autoptr (CeciRegulation) proposed = NULL;
  g_autoptr (GPtrArray) differences = NULL, criteria = NULL;

  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (changes == NULL) {
    ceci_desk_report (self->desk, _ ("The register could not be read"), error);
    return;
  }
  proposed = ceci_regulation_form_dup_regulation (self->form, NULL);
  if (proposed == NULL)
    return;
  differences = ceci_regulation_list_differences (self->regulation, proposed);
  criteria = ceci_regulation_form_dup_criteria (self->form);
  ceci_regulation_preview_show (self->preview, differences, criteria != NULL, changes);
  adw_navigation_view_push_by_tag (self->pages, "preview");
}

static void
on_preview (CeciRegulationDialog *self)
{
  Proposal *proposal = dup_proposal (self);

  if (proposal != NULL)
    ceci_register_read_async (ceci_desk_get_register (self->desk), compare, proposal, proposal_free,
                              (GDestroyNotify) g_ptr_array_unref, self->reading, on_compared, g_object_ref (self));
}

static void
on_changed (CeciRegulationDialog *self)
{
  gtk_widget_set_sensitive (self->preview_button,
                            !ceci_desk_is_read_only (self->desk) && ceci_regulation_form_is_changed (self->form));
}

// --- adopting ---------------------------------------------------------------------------

static gpointer
adopt (CeciDatabase *database, gpointer data, GError **error)
{
  Proposal *proposal = data;

  return GINT_TO_POINTER (ceci_regulation_repository_adopt (database, proposal->cohort_id, proposal->regulation,
                                                            proposal->criteria, proposal->reason, proposal->today,
                                                            error));
}

static void
on_adopt (CeciRegulationDialog *self)
{
  Proposal *proposal = dup_proposal (self);
  g_autofree char *label = NULL;

  if (proposal == NULL)
    return;
  label = ceci_label_regulation_adopt (self->cohort_name);
  ceci_desk_write (self->desk, label, adopt, proposal, proposal_free);
  adw_dialog_close (ADW_DIALOG (self));
}

// --- the dialog -------------------------------------------------------------------------

static void
ceci_regulation_dialog_dispose (GObject *object)
{
  CeciRegulationDialog *self = CECI_REGULATION_DIALOG (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->desk);
  g_clear_object (&self->regulation);
  g_clear_pointer (&self->cohort_id, g_free);
  g_clear_pointer (&self->cohort_name, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_REGULATION_DIALOG);
  G_OBJECT_CLASS (ceci_regulation_dialog_parent_class)->dispose (object);
}

static void
ceci_regulation_dialog_class_init (CeciRegulationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_regulation_dialog_dispose;
  g_type_ensure (CECI_TYPE_REGULATION_FORM);
  g_type_ensure (CECI_TYPE_REGULATION_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/regulation/ceci-regulation-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciRegulationDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, CeciRegulationDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, CeciRegulationDialog, form);
  gtk_widget_class_bind_template_child (widget_class, CeciRegulationDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, CeciRegulationDialog, preview_button);
  gtk_widget_class_bind_template_callback (widget_class, on_preview);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_adopt);
}

static void
ceci_regulation_dialog_init (CeciRegulationDialog *self)
{
  self->reading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ceci_regulation_dialog_new:
 * @desk: the register
 * @cohort_id: whose regulation
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
ceci_regulation_dialog_new (CeciDesk *desk, const char *cohort_id)
{
  CeciRegulationDialog *self = g_object_new (CECI_TYPE_REGULATION_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->cohort_id = g_strdup (cohort_id);
  ceci_register_read_async (ceci_desk_get_register (desk), read_followed, g_strdup (cohort_id), g_free, followed_free,
                            self->reading, on_followed_read, g_object_ref (self));
  return ADW_DIALOG (self);
}
