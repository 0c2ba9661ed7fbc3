// SPDX-License-Identifier: GPL-3.0-or-later
// The certificates of a student as rows, with what can be done with each: issuing, saving, revoking.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-certificate-group.h"
#include "core/model/ceci-labels.h"
#include "core/paperwork/ceci-certificate-issue.h"
#include "core/store/ceci-date.h"
#include "sessions/ceci-certificate-saving.h"
#include "widgets/ceci-question.h"
#include "widgets/ceci-rows.h"

// --- saving -----------------------------------------------------------------------------

static void
on_save (GtkWidget *button, CeciDossier *dossier)
{
  ceci_certificate_save (g_object_get_data (G_OBJECT (button), "desk"), GTK_WINDOW (gtk_widget_get_root (button)),
                         dossier);
}

static void
add_saving (GtkWidget *row, const char *label, CeciDesk *desk, CeciDossier *dossier)
{
  GtkWidget *button = ceci_rows_add_button (row, label);

  gtk_widget_set_name (button, "save-certificate");
  g_object_set_data_full (G_OBJECT (button), "desk", g_object_ref (desk), g_object_unref);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_save), g_object_ref (dossier),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
}

// --- revoking ---------------------------------------------------------------------------

typedef struct {
  CeciDesk *desk;
  char *id, *number;
  char *reason; // once it is given
  char *today;
} Revoking;

static void
revoking_free (gpointer data)
{
  Revoking *revoking = data;

  g_object_unref (revoking->desk);
  g_free (revoking->id);
  g_free (revoking->number);
  g_free (revoking->reason);
  g_free (revoking->today);
  g_free (revoking);
}

static Revoking *
revoking_new (CeciDesk *desk, const char *id, const char *number, const char *reason)
{
  Revoking *revoking = g_new0 (Revoking, 1);

  revoking->desk = g_object_ref (desk);
  revoking->id = g_strdup (id);
  revoking->number = g_strdup (number);
  revoking->reason = g_strdup (reason);
  revoking->today = g_strdup (ceci_desk_get_today (desk));
  return revoking;
}

static gpointer
revoke_one (CeciDatabase *database, gpointer data, GError **error)
{
  const Revoking *revoking = data;

  ceci_certificate_revoke (database, revoking->id, revoking->today, revoking->reason, error);
  return NULL;
}

static void
on_reason (const char *const *answers, gpointer user_data)
{
  const Revoking *asked = user_data;
  g_autofree char *label = ceci_label_certificate_revoke (asked->number);

  ceci_desk_write (asked->desk, label, revoke_one, revoking_new (asked->desk, asked->id, asked->number, answers[0]),
                   revoking_free);
}

static void
on_revoke (GtkWidget *button, CeciCertificate *certificate)
{
  const char *number = ceci_certificate_get_number (certificate);
  const CeciQuestionLine line = {.title = _ ("Reason")};
  // Translators: %s is a certificate’s number
  g_autofree char *heading = g_strdup_printf (_ ("Revoke the certificate %s?"), number);

  ceci_question_ask (button, heading,
                     _ ("Whoever verifies it is told that it is revoked. Its number is never used again, and only a "
                        "later session of the jury can award another."),
                     _ ("_Revoke"), &line, 1, on_reason,
                     revoking_new (g_object_get_data (G_OBJECT (button), "desk"),
                                   ceci_record_get_id (CECI_RECORD (certificate)), number, NULL),
                     revoking_free);
}

static void
add_revoking (GtkWidget *row, CeciDesk *desk, CeciCertificate *certificate)
{
  GtkWidget *button = ceci_rows_add_button (row, _ ("_Revoke…"));

  gtk_widget_set_name (button, "revoke-certificate");
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_sensitive (button, !ceci_desk_is_read_only (desk));
  g_object_set_data_full (G_OBJECT (button), "desk", g_object_ref (desk), g_object_unref);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_revoke), g_object_ref (certificate),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
}

// --- rows -------------------------------------------------------------------------------

static GtkWidget *
certificate_row (CeciDesk *desk, CeciDossier *dossier, CeciCertificate *certificate)
{
  const char *revoked_on = ceci_certificate_get_revoked_on (certificate);
  g_autofree char *issued = ceci_date_format_long (ceci_certificate_get_issued_on (certificate));
  g_autofree char *revoked = revoked_on != NULL ? ceci_date_format_long (revoked_on) : NULL;
  g_autofree char *subtitle =
      revoked != NULL
          // Translators: a date, a reason
          ? g_strdup_printf (_ ("Revoked on %s: %s"), revoked, ceci_certificate_get_revoked_reason (certificate))
          // Translators: %s is a date
          : g_strdup_printf (_ ("Issued on %s"), issued);
  GtkWidget *row = ceci_rows_new_row (ceci_certificate_get_number (certificate), subtitle);

  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  if (revoked == NULL) {
    add_saving (row, _ ("_Save…"), desk, dossier);
    add_revoking (row, desk, certificate);
  }
  return row;
}

/**
 * ceci_certificate_group_new:
 * @desk: the register
 * @dossier: one of the student's
 * @certificates: of #CeciCertificate
 * @to_issue: whether a closed session awarded one that is not issued yet
 *
 * Returns: (transfer floating): a group of rows
 */
GtkWidget *
ceci_certificate_group_new (CeciDesk *desk, CeciDossier *dossier, GListModel *certificates, gboolean to_issue)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Certificate"));
  if (to_issue) {
    GtkWidget *row = ceci_rows_new_row (_ ("Awarded, and not issued yet"), NULL);

    add_saving (row, _ ("_Issue and Save…"), desk, dossier);
    gtk_widget_set_sensitive (row, !ceci_desk_is_read_only (desk));
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  }
  for (guint i = 0; i < g_list_model_get_n_items (certificates); i++) {
    g_autoptr (CeciCertificate) certificate = g_list_model_get_item (certificates, i);

    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), certificate_row (desk, dossier, certificate));
  }
  return group;
}
