// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the agreement and its amendments: the three parties, the signed paper, what an amendment changes.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-placement-rows.h"
#include "core/model/ceci-placement-repository.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-state-pill.h"

static CeciSignature *
signature_of (GListModel *signatures, CeciParty party)
{
  for (guint i = 0; signatures != NULL && i < g_list_model_get_n_items (signatures); i++) {
    g_autoptr (CeciSignature) signature = g_list_model_get_item (signatures, i);

    if (ceci_signature_get_party (signature) == party)
      return g_steal_pointer (&signature);
  }
  return NULL;
}

static void
show_signed (GtkWidget *row, CeciSignature *signature, const char *drawn_on)
{
  g_autofree char *date = ceci_date_format_short (ceci_signature_get_signed_on (signature));
  g_autofree char *remark = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *pill = ceci_state_pill_new ();

  (void) ceci_agreement_check_signing (drawn_on, ceci_signature_get_signed_on (signature),
                                       ceci_signature_get_signed_on (signature), &remark, NULL);
  subtitle = remark != NULL ? g_strdup_printf ("%s · %s", ceci_signature_get_signatory (signature), remark)
                            : g_strdup (ceci_signature_get_signatory (signature));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  ceci_state_pill_set_state (CECI_STATE_PILL (pill), CECI_TONE_SUCCESS, "object-select-symbolic", date);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
}

static GtkWidget *
signature_row_new (CeciSignedPaper *paper, CeciParty party, gboolean editable)
{
  const char *id = paper != NULL ? ceci_record_get_id (CECI_RECORD (paper->agreement)) : "";
  g_autoptr (CeciSignature) signature = signature_of (paper != NULL ? paper->signatures : NULL, party);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ceci_enum_get_label (CECI_TYPE_PARTY, (int) party));
  if (signature != NULL)
    show_signed (row, signature, ceci_agreement_get_drawn_on (paper->agreement));
  else if (!editable)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Not signed yet"));
  if (editable && signature != NULL) {
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               ceci_row_button_new ("document-edit-symbolic", _ ("Correct this signature"),
                                                    "agreement.sign", "(si)", id, (int) party));
  } else if (editable) {
    GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Record the _signature…"));

    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(si)", id, (int) party);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "agreement.sign");
    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    g_object_set_data (G_OBJECT (row), "lacking", button);
  }
  return row;
}

// When it was drawn up, the scan that was signed, the buttons that go with it.
static GtkWidget *
paper_row_new (CeciSignedPaper *paper, gboolean editable)
{
  const char *id = ceci_record_get_id (CECI_RECORD (paper->agreement));
  const char *document_id = ceci_agreement_get_document_id (paper->agreement);
  const char *reason = ceci_agreement_get_reason (paper->agreement);
  gint64 number = ceci_agreement_get_number (paper->agreement);
  g_autofree char *date = ceci_date_format_long (ceci_agreement_get_drawn_on (paper->agreement));
  // Translators: a date
  g_autofree char *drawn = g_strdup_printf (_ ("Drawn up on %s"), date);
  g_autofree char *title = number > 0 ? g_strdup_printf (_ ("Amendment %d"), (int) number) : g_strdup (drawn);
  g_autoptr (GString) subtitle = g_string_new (number > 0 ? drawn : NULL);
  GtkWidget *row = adw_action_row_new ();

  if (reason != NULL)
    g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", reason);
  if (ceci_agreement_get_changes (paper->agreement) != NULL)
    g_string_append_printf (subtitle, "\n%s", ceci_agreement_get_changes (paper->agreement));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle->str);
  if (document_id != NULL)
    adw_action_row_add_suffix (
        ADW_ACTION_ROW (row),
        ceci_row_button_new ("document-open-symbolic", _ ("Show the signed paper"), "agreement.show-scan", "s", id));
  if (editable)
    adw_action_row_add_suffix (
        ADW_ACTION_ROW (row),
        ceci_row_button_new ("mail-attachment-symbolic",
                             document_id != NULL ? _ ("Replace the signed paper") : _ ("Attach the signed paper"),
                             "agreement.attach", "s", id));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), ceci_row_button_new ("document-save-symbolic", _ ("Save as PDF"),
                                                                        "paper.save-agreement", "s", id));
  return row;
}

static void
add_paper (CeciRowGroup *self, CeciSignedPaper *paper, gboolean editable)
{
  if (paper != NULL)
    ceci_row_group_add (self, paper_row_new (paper, editable));
  for (int party = CECI_PARTY_STUDENT; party <= CECI_PARTY_UNIVERSITY; party++)
    ceci_row_group_add (self, signature_row_new (paper, (CeciParty) party, editable));
}

static gboolean
has_focus (CeciRowGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->group));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->group));
}

// Signatures are recorded one after the other: the keyboard goes to the next that lacks.
static void
focus_next (CeciRowGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    GtkWidget *button = g_object_get_data (self->rows->pdata[i], "lacking");

    if (button != NULL) {
      gtk_widget_grab_focus (button);
      return;
    }
  }
}

/**
 * ceci_agreement_rows_show:
 * @self: where
 * @sheet: what is shown
 * @editable: whether signatures can be recorded
 */
void
ceci_agreement_rows_show (CeciRowGroup *self, CeciPlacementSheet *sheet, gboolean editable)
{
  gboolean focused = has_focus (self);

  ceci_row_group_clear (self);
  if (sheet->papers->len == 0)
    add_paper (self, NULL, editable);
  for (guint i = 0; i < sheet->papers->len; i++)
    add_paper (self, sheet->papers->pdata[i], editable);
  if (focused)
    focus_next (self);
}
