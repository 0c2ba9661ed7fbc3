// SPDX-License-Identifier: GPL-3.0-or-later
// What the buttons of the placement view open: the placement dialog, the questions about signatures and amendments, the
// grid to transcribe.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-grid-dialog.h"
#include "ceci-placement-dialog.h"
#include "ceci-placement-private.h"
#include "ceci-placement-writes.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-placement-repository.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-question.h"

static CeciDesk *
desk_of (CeciPlacementView *self)
{
  return ceci_view_get_desk (CECI_VIEW (self));
}

// --- the placement ---------------------------------------------------------------------------

static void
placement_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const names[] = {"placement.add", "placement.edit", "placement.change", "placement.close"};
  CeciPlacementView *self = CECI_PLACEMENT_VIEW (widget);
  g_autoptr (CeciPlacement) current = self->shown != NULL ? ceci_placement_sheet_current (self->shown) : NULL;
  const char *id = current != NULL ? ceci_record_get_id (CECI_RECORD (current)) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) && self->shown != NULL; i++)
    if (g_str_equal (name, names[i]))
      ceci_placement_dialog_open (widget, desk_of (self), (CeciPlacementTask) i,
                                  ceci_view_get_subject (CECI_VIEW (self)), i == CECI_PLACEMENT_ADD ? NULL : id);
}

// --- signatures --------------------------------------------------------------------------------

typedef struct {
  CeciPlacementView *view;
  char *agreement_id; // NULL: the agreement, not drawn yet
  CeciParty party;
} Signing;

static void
signing_free (gpointer data)
{
  Signing *signing = data;

  g_object_unref (signing->view);
  g_free (signing->agreement_id);
  g_free (signing);
}

static void
on_signed (const char *const *answers, gpointer user_data)
{
  Signing *signing = user_data;
  CeciPlacementView *self = signing->view;
  CeciDesk *desk = desk_of (self);
  g_autoptr (CeciPlacement) current = self->shown != NULL ? ceci_placement_sheet_current (self->shown) : NULL;
  CeciSignedPaper *paper = current != NULL && signing->agreement_id != NULL
                               ? ceci_placement_sheet_find_paper (self->shown, signing->agreement_id)
                               : NULL;
  g_autofree char *date = desk != NULL ? ceci_date_parse_human (answers[1], ceci_desk_get_today (desk)) : NULL;
  g_autofree char *remark = NULL;
  g_autoptr (GError) error = NULL;

  if (desk == NULL || current == NULL)
    return;
  if (date == NULL) {
    ceci_desk_notice (desk, _ ("This is not a date: write it as 12/03/2026."));
    return;
  }
  if (!ceci_agreement_check_signing (paper != NULL ? ceci_agreement_get_drawn_on (paper->agreement) : NULL, date,
                                     ceci_desk_get_today (desk), &remark, &error)) {
    ceci_desk_notice (desk, error->message);
    return;
  }
  ceci_placement_write_signature (desk, ceci_placement_sheet_get_student (self->shown),
                                  ceci_record_get_id (CECI_RECORD (current)), signing->agreement_id, signing->party,
                                  answers[0], date);
  if (remark != NULL)
    ceci_desk_notice (desk, remark);
}

static CeciSignature *
find_signature (CeciPlacementView *self, const char *agreement_id, CeciParty party)
{
  CeciSignedPaper *paper = ceci_placement_sheet_find_paper (self->shown, agreement_id);

  for (guint i = 0; paper != NULL && i < g_list_model_get_n_items (paper->signatures); i++) {
    g_autoptr (CeciSignature) signature = g_list_model_get_item (paper->signatures, i);

    if (ceci_signature_get_party (signature) == party)
      return g_steal_pointer (&signature);
  }
  return NULL;
}

static const char *
usual_signatory (CeciPlacementView *self, CeciPlacement *current, CeciParty party)
{
  switch (party) {
  case CECI_PARTY_STUDENT:
    return ceci_student_get_display_name (ceci_placement_sheet_get_student (self->shown));
  case CECI_PARTY_ORGANISATION:
    return ceci_placement_get_supervisor_name (current);
  case CECI_PARTY_UNIVERSITY:
  default:
    return g_get_real_name ();
  }
}

static void
sign_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciPlacementView *self = CECI_PLACEMENT_VIEW (widget);
  g_autoptr (CeciPlacement) current = self->shown != NULL ? ceci_placement_sheet_current (self->shown) : NULL;
  g_autoptr (CeciSignature) standing = NULL;
  const char *agreement_id = NULL;
  g_autofree char *heading = NULL;
  int party = 0;
  Signing *signing;

  if (current == NULL)
    return;
  g_variant_get (parameter, "(&si)", &agreement_id, &party);
  standing = find_signature (self, agreement_id, (CeciParty) party);
  // Translators: %s is a party: the student, the organisation, the university
  heading = g_strdup_printf (_ ("Signature of the agreement: %s"), ceci_enum_get_label (CECI_TYPE_PARTY, party));
  const CeciQuestionLine lines[] = {
      {_ ("Signatory"),
       standing != NULL ? ceci_signature_get_signatory (standing) : usual_signatory (self, current, (CeciParty) party),
       FALSE},
      {_ ("Signed on"),
       standing != NULL ? ceci_signature_get_signed_on (standing) : ceci_desk_get_today (desk_of (self)), FALSE}};
  signing = g_new0 (Signing, 1);
  signing->view = g_object_ref (self);
  signing->agreement_id = *agreement_id != '\0' ? g_strdup (agreement_id) : NULL;
  signing->party = (CeciParty) party;
  ceci_question_ask (widget, heading, NULL, _ ("_Record"), lines, G_N_ELEMENTS (lines), on_signed, signing,
                     signing_free);
}

// --- drawing up ----------------------------------------------------------------------------------

static void
draw_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciPlacementView *self = CECI_PLACEMENT_VIEW (widget);
  g_autoptr (CeciPlacement) current = self->shown != NULL ? ceci_placement_sheet_current (self->shown) : NULL;

  if (current != NULL && self->shown->papers->len == 0)
    ceci_placement_draw_agreement (desk_of (self), ceci_placement_sheet_get_student (self->shown),
                                   ceci_record_get_id (CECI_RECORD (current)), NULL, NULL);
}

static void
on_amended (const char *const *answers, gpointer user_data)
{
  CeciPlacementView *self = user_data;
  g_autoptr (CeciPlacement) current = self->shown != NULL ? ceci_placement_sheet_current (self->shown) : NULL;

  if (current != NULL && desk_of (self) != NULL)
    ceci_placement_draw_agreement (desk_of (self), ceci_placement_sheet_get_student (self->shown),
                                   ceci_record_get_id (CECI_RECORD (current)), answers[0], answers[1]);
}

static void
amend_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const CeciQuestionLine lines[] = {{_ ("Reason"), NULL, FALSE}, {_ ("What changes"), NULL, FALSE}};

  ceci_question_ask (widget, _ ("Draw up an amendment"),
                     _ ("To change the period, the assignment or the supervisor, edit the placement: the amendment is "
                        "then written for you."),
                     _ ("_Draw up"), lines, G_N_ELEMENTS (lines), on_amended, g_object_ref (widget), g_object_unref);
}

// --- the grid --------------------------------------------------------------------------------------

static void
grid_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciPlacementView *self = CECI_PLACEMENT_VIEW (widget);
  const char *grid_id = NULL, *document_id = NULL;

  if (self->shown == NULL)
    return;
  g_variant_get (parameter, "(&s&s)", &grid_id, &document_id);
  ceci_grid_dialog_open (widget, desk_of (self), self->shown, grid_id, document_id);
}

/**
 * ceci_placement_install_actions:
 * @widget_class: the view's
 */
void
ceci_placement_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "placement.add", NULL, placement_action);
  gtk_widget_class_install_action (widget_class, "placement.edit", NULL, placement_action);
  gtk_widget_class_install_action (widget_class, "placement.change", NULL, placement_action);
  gtk_widget_class_install_action (widget_class, "placement.close", NULL, placement_action);
  gtk_widget_class_install_action (widget_class, "agreement.sign", "(si)", sign_action);
  gtk_widget_class_install_action (widget_class, "agreement.draw", NULL, draw_action);
  gtk_widget_class_install_action (widget_class, "agreement.amend", NULL, amend_action);
  gtk_widget_class_install_action (widget_class, "grid.edit", "(ss)", grid_action);
}
