// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what an intake needs: its name, its dates, its places when it is new; its phase when it is there. Places that
// change later have a history of their own.
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
  AdwComboRow *phase;
  CeciNumberRow *places;
  GtkWidget *create;
  CeciDesk *desk;
  CeciCohort *cohort; // NULL: a new one
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

static gpointer
change (CeciDatabase *database, gpointer cohort, GError **error)
{
  ceci_cohort_repository_change (database, cohort, error);
  return NULL;
}

// Takes the sentence; nobody is not worth one.
static void
add_count (GString *text, gint64 n, char *sentence)
{
  if (n > 0)
    g_string_append_printf (text, " %s", sentence);
  g_free (sentence);
}

// Who a phase concerns: what is still open in the one before it, and who takes part.
static void
add_concerned (CeciCohortDialog *self, CeciCohortPhase phase, GString *text)
{
  int unread = (int) ceci_cohort_get_unread (self->cohort), waiting = (int) ceci_cohort_get_waiting (self->cohort);
  int enrolled = (int) ceci_cohort_get_enrolled (self->cohort);

  if (phase == ceci_cohort_get_phase (self->cohort))
    return;
  if (phase != CECI_COHORT_PHASE_APPLICATIONS)
    add_count (text, unread,
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d application is still unread.",
                                             "%d applications are still unread.", (gulong) unread),
                                unread));
  if (phase == CECI_COHORT_PHASE_RUNNING || phase == CECI_COHORT_PHASE_CLOSED)
    add_count (text, waiting,
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d applicant still waits for a place.",
                                             "%d applicants still wait for a place.", (gulong) waiting),
                                waiting));
  add_count (text, enrolled,
             g_strdup_printf (
                 g_dngettext (GETTEXT_PACKAGE, "%d student takes part.", "%d students take part.", (gulong) enrolled),
                 enrolled));
}

// What each phase means and who it concerns, before it is chosen.
static void
on_phase (CeciCohortDialog *self)
{
  static const char *const words[] = {
      N_ ("Applications come in, and are checked as they do."),
      N_ ("Applications are in: the office chooses who is enrolled."),
      N_ ("Students take part, and their deadlines run."),
      N_ ("Nobody is enrolled any more. Students who take part keep their deadlines."),
  };
  guint phase = adw_combo_row_get_selected (self->phase);
  g_autoptr (GString) text = g_string_new (phase < G_N_ELEMENTS (words) ? _ (words[phase]) : "");

  if (self->cohort != NULL && phase < G_N_ELEMENTS (words))
    add_concerned (self, (CeciCohortPhase) phase, text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->phase), text->str);
}

static void
save (CeciCohortDialog *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name));
  g_autofree char *opens_on = date_of (self, self->opens_on);
  g_autofree char *closes_on = date_of (self, self->closes_on);
  g_autofree char *starts_on = date_of (self, self->starts_on);
  g_autofree char *label = ceci_label_cohort_change (name);
  const char *phase = ceci_enum_get_nick (CECI_TYPE_COHORT_PHASE, (int) adw_combo_row_get_selected (self->phase));

  ceci_desk_write (self->desk, label, change,
                   ceci_record_with (self->cohort, "name", name, "opens_on", opens_on, "closes_on", closes_on,
                                     "starts_on", starts_on, "phase", phase, NULL),
                   g_object_unref);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
create_new (CeciCohortDialog *self)
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
on_create (CeciCohortDialog *self)
{
  if (self->cohort != NULL) {
    save (self);
    return;
  }
  create_new (self);
}

static void
ceci_cohort_dialog_dispose (GObject *object)
{
  g_clear_object (&CECI_COHORT_DIALOG (object)->desk);
  g_clear_object (&CECI_COHORT_DIALOG (object)->cohort);
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
  gtk_widget_class_bind_template_child (widget_class, CeciCohortDialog, phase);
  gtk_widget_class_bind_template_child (widget_class, CeciCohortDialog, places);
  gtk_widget_class_bind_template_child (widget_class, CeciCohortDialog, create);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_phase);
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

static void
show_date (AdwEntryRow *row, const char *date)
{
  g_autofree char *text = ceci_date_format_short (date);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/**
 * ceci_cohort_dialog_new_for:
 * @desk: the register
 * @cohort: an intake
 *
 * Returns: (transfer floating): a dialog that changes it
 */
AdwDialog *
ceci_cohort_dialog_new_for (CeciDesk *desk, CeciCohort *cohort)
{
  CeciCohortDialog *self = g_object_new (CECI_TYPE_COHORT_DIALOG, NULL);
  g_autoptr (GtkStringList) phases = gtk_string_list_new (NULL);
  g_autoptr (GEnumClass) values = g_type_class_ref (CECI_TYPE_COHORT_PHASE);

  self->desk = g_object_ref (desk);
  self->cohort = g_object_ref (cohort);
  for (guint i = 0; i < values->n_values; i++)
    gtk_string_list_append (phases, ceci_enum_get_label (CECI_TYPE_COHORT_PHASE, values->values[i].value));
  adw_combo_row_set_model (self->phase, G_LIST_MODEL (phases));
  adw_combo_row_set_selected (self->phase, (guint) ceci_cohort_get_phase (cohort));
  gtk_widget_set_visible (GTK_WIDGET (self->phase), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->places), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->name), ceci_cohort_get_name (cohort));
  show_date (self->opens_on, ceci_cohort_get_opens_on (cohort));
  show_date (self->closes_on, ceci_cohort_get_closes_on (cohort));
  show_date (self->starts_on, ceci_cohort_get_starts_on (cohort));
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Edit the intake"));
  gtk_button_set_label (GTK_BUTTON (self->create), _ ("_Save"));
  on_phase (self);
  return ADW_DIALOG (self);
}
