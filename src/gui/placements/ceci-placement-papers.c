// SPDX-License-Identifier: GPL-3.0-or-later
// Saves the papers of a placement where a person says: agreement, amendments, attestation, sheets of hours. They are
// drawn anew each time; the register keeps none.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-placement-private.h"
#include "core/exchange/ceci-hours-sheet.h"
#include "core/model/ceci-placement-repository.h"
#include "core/paperwork/ceci-agreement-paper.h"
#include "core/paperwork/ceci-hours-paper.h"
#include "widgets/ceci-file-saving.h"

static GBytes *
draw_agreement (CeciDatabase *database, const CeciFileRequest *request, GError **error)
{
  return ceci_agreement_paper_draw (database, request->data, request->language, request->today, error);
}

static GBytes *
draw_amendment (CeciDatabase *database, const CeciFileRequest *request, GError **error)
{
  return ceci_agreement_paper_draw_paper (database, request->data, request->language, request->today, error);
}

static GBytes *
draw_attestation (CeciDatabase *database, const CeciFileRequest *request, GError **error)
{
  return ceci_attestation_paper_draw (database, request->data, request->language, request->today, error);
}

static GBytes *
draw_hours (CeciDatabase *database, const CeciFileRequest *request, GError **error)
{
  return ceci_hours_paper_draw (database, request->data, request->language, request->today, error);
}

static GBytes *
write_hours (CeciDatabase *database, const CeciFileRequest *request, GError **error)
{
  return ceci_hours_sheet_write (database, request->data, request->language, error);
}

// What is drawn is told apart by its function, and of what by the id: a paper's, a student's, a placement's.
#define PAPER(function)                                                                                                \
  {N_ ("Save the paper"), N_ ("The paper was saved"), N_ ("The paper was not saved"), .draw = function}
static const CeciFileSaving agreement_paper = PAPER (draw_agreement), amendment_paper = PAPER (draw_amendment),
                            attestation_paper = PAPER (draw_attestation), hours_paper = PAPER (draw_hours),
                            hours_table = PAPER (write_hours);
#undef PAPER

static void
save (CeciPlacementView *self, const CeciFileSaving *paper, const char *id, const char *pattern)
{
  g_autoptr (GString) name = g_string_new (pattern);

  g_string_replace (name, "%s", ceci_student_get_display_name (ceci_placement_sheet_get_student (self->shown)), 1);
  ceci_file_saving_ask (paper, GTK_WIDGET (self), ceci_view_get_desk (CECI_VIEW (self)), self->language, name->str,
                        g_strdup (id), g_free);
}

static void
agreement_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciPlacementView *self = CECI_PLACEMENT_VIEW (widget);
  g_autoptr (CeciPlacement) current = self->shown != NULL ? ceci_placement_sheet_current (self->shown) : NULL;
  const char *paper_id = g_variant_get_string (parameter, NULL);
  gboolean known = *paper_id != '\0';

  if (current != NULL) // Translators: the name of a file; %s is a student’s name
    save (self, known ? &amendment_paper : &agreement_paper,
          known ? paper_id : ceci_record_get_id (CECI_RECORD (current)), _ ("Agreement %s.pdf"));
}

static void
paper_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciPlacementView *self = CECI_PLACEMENT_VIEW (widget);
  g_autoptr (CeciPlacement) current = self->shown != NULL ? ceci_placement_sheet_current (self->shown) : NULL;
  const char *id = current != NULL ? ceci_record_get_id (CECI_RECORD (current)) : NULL;

  if (id == NULL)
    return;
  if (g_str_equal (name, "paper.save-attestation"))
    // Translators: the name of a file; %s is a student’s name
    save (self, &attestation_paper, ceci_record_get_id (CECI_RECORD (ceci_placement_sheet_get_student (self->shown))),
          _ ("Attestation %s.pdf"));
  else if (g_str_equal (name, "paper.save-hours-sheet"))
    // Translators: the name of a file; %s is a student’s name
    save (self, &hours_paper, id, _ ("Hours %s.pdf"));
  else
    // Translators: the name of a file; %s is a student’s name
    save (self, &hours_table, id, _ ("Hours %s.xlsx"));
}

/**
 * ceci_placement_install_papers:
 * @widget_class: the view's
 */
void
ceci_placement_install_papers (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "paper.save-agreement", "s", agreement_action);
  gtk_widget_class_install_action (widget_class, "paper.save-attestation", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "paper.save-hours-sheet", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "paper.save-hours-table", NULL, paper_action);
}
