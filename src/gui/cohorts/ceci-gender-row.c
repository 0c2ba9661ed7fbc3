// SPDX-License-Identifier: GPL-3.0-or-later
// Until when gender is kept after a selection, and erasing it now (R28): what goes is said before it goes.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-gender-row.h"
#include "core/store/ceci-date.h"

struct _CeciGenderRow {
  AdwActionRow parent_instance;
  GtkWidget *erase;
  CeciDesk *desk;
  char *cohort_id;
  guint n, n_serving;
};

G_DEFINE_FINAL_TYPE (CeciGenderRow, ceci_gender_row, ADW_TYPE_ACTION_ROW)

// --- erasing ----------------------------------------------------------------------------------

typedef struct {
  CeciDesk *desk;
  char *cohort_id, *today;
} Erasing;

static void
erasing_free (gpointer data)
{
  Erasing *erasing = data;

  g_object_unref (erasing->desk);
  g_free (erasing->cohort_id);
  g_free (erasing->today);
  g_free (erasing);
}

static gpointer
erase (CeciDatabase *database, gpointer data, GError **error)
{
  Erasing *erasing = data;

  return GUINT_TO_POINTER (ceci_erasure_gender (database, erasing->cohort_id, erasing->today, error));
}

static void
on_erased (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciDesk) desk = user_data;
  g_autoptr (GError) error = NULL;
  guint n = GPOINTER_TO_UINT (ceci_register_write_finish (CECI_REGISTER (source), result, &error));
  g_autofree char *text = NULL;

  if (error != NULL) {
    ceci_desk_report (desk, _ ("Nothing was erased"), error);
    return;
  }
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "The gender of %u person was erased", "The gender of %u people was erased", n), n);
  ceci_desk_notice (desk, text);
}

static void
on_answered (Erasing *erasing, const char *response, AdwAlertDialog *dialog)
{
  if (!g_str_equal (response, "erase"))
    return;
  g_object_steal_data (G_OBJECT (dialog), "ceci-erasing");
  ceci_register_erase_async (ceci_desk_get_register (erasing->desk), _ ("Erase gender after the selection"), erase,
                             erasing, erasing_free, NULL, NULL, on_erased, g_object_ref (erasing->desk));
}

static char *
describe_consequences (CeciGenderRow *self)
{
  g_autofree char *goes =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person’s gender goes from the register and from its history.",
                                    "%u people’s gender goes from the register and from its history.", self->n),
                       self->n);
  g_autofree char *serves = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u person also applies to an intake still to be selected, and keeps theirs.",
                   "%u people also apply to an intake still to be selected, and keep theirs.", self->n_serving),
      self->n_serving);
  const char *lines[5] = {goes};
  guint n = 1;

  if (self->n_serving > 0)
    lines[n++] = serves;
  lines[n++] = _ ("The composition and the minutes stay: they count and name nobody’s gender.");
  lines[n++] = _ ("This can’t be undone. Backups made before still hold it.");
  return g_strjoinv ("\n", (char **) lines);
}

static void
on_clicked (CeciGenderRow *self)
{
  g_autofree char *body = describe_consequences (self);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Erase gender now?"), body);
  Erasing *erasing = g_new0 (Erasing, 1);

  erasing->desk = g_object_ref (self->desk);
  erasing->cohort_id = g_strdup (self->cohort_id);
  erasing->today = g_strdup (ceci_desk_get_today (self->desk));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "erase", _ ("_Erase"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "ceci-erasing", erasing, erasing_free);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_answered), erasing);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

// --- showing ----------------------------------------------------------------------------------

static char *
title_of (const CeciGenderTerm *term)
{
  g_autofree char *erased_on = term->erased_on != NULL ? ceci_date_format_long (term->erased_on) : NULL;
  g_autofree char *due_on = term->due_on != NULL ? ceci_date_format_long (term->due_on) : NULL;

  if (term->n == 0 && erased_on != NULL)
    // Translators: a date
    return g_strdup_printf (_ ("Gender was erased on %s"), erased_on);
  if (term->n == 0)
    return g_strdup (term->n_serving > 0 ? _ ("Gender still serves another selection") : _ ("No gender is kept"));
  if (due_on != NULL)
    // Translators: a date
    return g_strdup_printf (_ ("Gender is kept until %s"), due_on);
  return g_strdup (_ ("Gender is kept: the schedule sets no end"));
}

static char *
subtitle_of (const CeciGenderTerm *term)
{
  guint n = term->n > 0 ? term->n : term->n_serving;

  if (term->n > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u applicant told it, for the selection only.",
                                         "%u applicants told it, for the selection only.", n),
                            n);
  if (n > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u applicant keeps it until the selection of another intake.",
                                         "%u applicants keep it until the selection of another intake.", n),
                            n);
  return NULL;
}

/**
 * ceci_gender_row_show:
 * @self: the row
 * @desk: the register
 * @cohort: whose selection is confirmed
 * @term: how gender stands
 */
void
ceci_gender_row_show (CeciGenderRow *self, CeciDesk *desk, CeciCohort *cohort, const CeciGenderTerm *term)
{
  g_autofree char *title = title_of (term);
  g_autofree char *subtitle = subtitle_of (term);

  g_set_object (&self->desk, desk);
  g_set_str (&self->cohort_id, ceci_record_get_id (CECI_RECORD (cohort)));
  self->n = term->n;
  self->n_serving = term->n_serving;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_widget_set_visible (self->erase, term->n > 0);
  gtk_widget_set_sensitive (self->erase, desk != NULL && !ceci_desk_is_read_only (desk));
}

static void
ceci_gender_row_dispose (GObject *object)
{
  CeciGenderRow *self = CECI_GENDER_ROW (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->cohort_id, g_free);
  G_OBJECT_CLASS (ceci_gender_row_parent_class)->dispose (object);
}

static void
ceci_gender_row_class_init (CeciGenderRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ceci_gender_row_dispose;
}

static void
ceci_gender_row_init (CeciGenderRow *self)
{
  self->erase = gtk_button_new_with_mnemonic (_ ("_Erase now…"));
  gtk_widget_set_name (self->erase, "erase-gender");
  gtk_widget_set_valign (self->erase, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->erase, "clicked", G_CALLBACK (on_clicked), self);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->erase);
}
