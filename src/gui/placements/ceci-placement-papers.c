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

typedef enum { AGREEMENT, ATTESTATION, HOURS_PAPER, HOURS_TABLE } Kind;

typedef struct {
  CeciDesk *desk;
  Kind kind;
  char *student_id, *placement_id, *agreement_id, *language, *today;
  GFile *file;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->desk);
  g_free (saving->student_id);
  g_free (saving->placement_id);
  g_free (saving->agreement_id);
  g_free (saving->language);
  g_free (saving->today);
  g_clear_object (&saving->file);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    ceci_desk_report (saving->desk, _ ("The paper was not saved"), error);
  else
    ceci_desk_notice (saving->desk, _ ("The paper was saved"));
}

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ceci_register_read_finish (CECI_REGISTER (source), result, &error);
  GFile *file = saving->file;

  if (bytes == NULL) {
    ceci_desk_report (saving->desk, _ ("The paper was not drawn"), error);
    return;
  }
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, on_saved,
                                       g_steal_pointer (&saving));
}

static gpointer
draw (CeciDatabase *database, gpointer data, GError **error)
{
  Saving *saving = data;

  switch (saving->kind) {
  case AGREEMENT:
    return saving->agreement_id != NULL
               ? ceci_agreement_paper_draw_paper (database, saving->agreement_id, saving->language, saving->today,
                                                  error)
               : ceci_agreement_paper_draw (database, saving->placement_id, saving->language, saving->today, error);
  case ATTESTATION:
    return ceci_attestation_paper_draw (database, saving->student_id, saving->language, saving->today, error);
  case HOURS_PAPER:
    return ceci_hours_paper_draw (database, saving->placement_id, saving->language, saving->today, error);
  case HOURS_TABLE:
  default:
    return ceci_hours_sheet_write (database, saving->placement_id, saving->language, error);
  }
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  CeciRegister *reg = ceci_desk_get_register (saving->desk);

  saving->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (saving->file == NULL)
    return;
  ceci_register_read_async (reg, draw, saving, NULL, (GDestroyNotify) g_bytes_unref, NULL, on_drawn, saving);
  g_steal_pointer (&saving);
}

static char *
file_name (Kind kind, const char *name)
{
  // Translators: names of files; %s is a student's name
  const char *const patterns[] = {_ ("Agreement %s.pdf"), _ ("Attestation %s.pdf"), _ ("Hours %s.pdf"),
                                  _ ("Hours %s.xlsx")};
  g_autoptr (GString) text = g_string_new (patterns[kind]);

  g_string_replace (text, "%s", name, 1);
  g_strdelimit (text->str, "/\\:", '-');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
save (CeciPlacementView *self, Kind kind, const char *agreement_id)
{
  g_autoptr (CeciPlacement) current = self->shown != NULL ? ceci_placement_sheet_current (self->shown) : NULL;
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = NULL;
  CeciStudent *student;
  Saving *saving;

  if (current == NULL)
    return;
  student = ceci_placement_sheet_get_student (self->shown);
  saving = g_new0 (Saving, 1);
  saving->desk = g_object_ref (ceci_view_get_desk (CECI_VIEW (self)));
  saving->kind = kind;
  saving->student_id = g_strdup (ceci_record_get_id (CECI_RECORD (student)));
  saving->placement_id = g_strdup (ceci_record_get_id (CECI_RECORD (current)));
  saving->agreement_id = agreement_id != NULL && *agreement_id != '\0' ? g_strdup (agreement_id) : NULL;
  saving->language = g_strdup (self->language);
  saving->today = g_strdup (ceci_desk_get_today (saving->desk));
  name = file_name (kind, ceci_student_get_display_name (student));
  gtk_file_dialog_set_title (dialog, _ ("Save the paper"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, on_file_chosen, saving);
}

static void
agreement_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (CECI_PLACEMENT_VIEW (widget), AGREEMENT, g_variant_get_string (parameter, NULL));
}

static void
paper_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (CECI_PLACEMENT_VIEW (widget),
        g_str_equal (name, "paper.save-attestation")   ? ATTESTATION
        : g_str_equal (name, "paper.save-hours-sheet") ? HOURS_PAPER
                                                       : HOURS_TABLE,
        NULL);
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
