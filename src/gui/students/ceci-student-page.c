// SPDX-License-Identifier: GPL-3.0-or-later
// A student: who, in what state, until when; and six tabs about the rest.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-erasure-dialog.h"
#include "ceci-history-view.h"
#include "ceci-life-dialog.h"
#include "ceci-notes-view.h"
#include "ceci-person-dialog.h"
#include "ceci-requirements-view.h"
#include "ceci-student-jury-view.h"
#include "ceci-student-page.h"
#include "core/model/ceci-student-summary.h"
#include "core/paperwork/ceci-access-file.h"
#include "core/store/ceci-date.h"
#include "placements/ceci-placement-view.h"
#include "portfolio/ceci-portfolio-view.h"
#include "widgets/ceci-file-saving.h"
#include "widgets/ceci-state-words.h"

struct _CeciStudentPage {
  CeciView parent_instance;
  AdwWindowTitle *heading;
  AdwViewSwitcher *switcher;
  AdwViewSwitcherBar *switcher_bar;
  AdwViewStack *stack;
  CeciStatePill *state;
  GtkLabel *deadline;
  CeciPlacementView *placement;
  CeciPortfolioView *portfolio;
  CeciNotesView *notes;
  CeciStudent *student; // as last read
  char *ends_on;
};

G_DEFINE_FINAL_TYPE (CeciStudentPage, ceci_student_page, CECI_TYPE_VIEW)

static gpointer
ceci_student_page_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_student_summary_find (database, subject, today, error);
}

static void
show_deadline (CeciStudentPage *self, const char *deadline)
{
  g_autofree char *short_date = deadline != NULL ? ceci_date_format_short (deadline) : NULL;
  g_autofree char *text = short_date != NULL ? g_strdup_printf (_ ("until %s"), short_date) : g_strdup ("");
  int days = deadline != NULL
                 ? ceci_date_days_between (ceci_desk_get_today (ceci_view_get_desk (CECI_VIEW (self))), deadline)
                 : 0;
  g_autofree char *left =
      days >= 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day left", "%d days left", (gulong) days), days)
                : g_strdup (_ ("The deadline has passed"));

  gtk_label_set_label (self->deadline, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->deadline), deadline != NULL ? left : NULL);
}

// Only what the student's state allows can be chosen.
static void
update_actions (CeciStudentPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  CeciStudentState state = ceci_student_get_state (self->student);
  gboolean writable = !ceci_desk_is_read_only (ceci_view_get_desk (CECI_VIEW (self)));

  gtk_widget_action_set_enabled (widget, "page.extend", writable && state == CECI_STUDENT_STATE_ENROLLED);
  gtk_widget_action_set_enabled (widget, "page.withdraw", writable && state == CECI_STUDENT_STATE_ENROLLED);
  gtk_widget_action_set_enabled (widget, "page.readmit", writable && state == CECI_STUDENT_STATE_WITHDRAWN);
  gtk_widget_action_set_enabled (widget, "page.rename", writable);
  gtk_widget_action_set_enabled (widget, "page.edit-person", writable);
  gtk_widget_action_set_enabled (widget, "page.erase", writable && state != CECI_STUDENT_STATE_ENROLLED);
}

static void
ceci_student_page_show (CeciView *view, gpointer result)
{
  CeciStudentPage *self = CECI_STUDENT_PAGE (view);
  CeciStudent *student = ceci_student_summary_get_student (result);
  const char *matricule = ceci_student_get_matricule (student);
  const char *faculty = ceci_student_get_faculty_name (student);
  g_autoptr (GPtrArray) details = g_ptr_array_new ();
  g_autofree char *text = NULL;

  g_set_object (&self->student, student);
  g_set_str (&self->ends_on, ceci_student_summary_get_deadline (result));
  update_actions (self);
  ceci_view_set_title (view, ceci_student_get_display_name (student));
  ceci_words_show_state (self->state, CECI_TYPE_STUDENT_STATE, (int) ceci_student_get_state (student));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state), ceci_student_get_state_reason (student));
  if (matricule != NULL)
    g_ptr_array_add (details, (gpointer) matricule);
  g_ptr_array_add (details, (gpointer) ceci_student_get_cohort_name (student));
  if (faculty != NULL)
    g_ptr_array_add (details, (gpointer) faculty);
  g_ptr_array_add (details, NULL);
  text = g_strjoinv (" · ", (char **) details->pdata);
  adw_window_title_set_subtitle (self->heading, text);
  show_deadline (self, ceci_student_summary_get_deadline (result));
}

// --- actions ----------------------------------------------------------------------------

static void
enter_hours_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciStudentPage *self = CECI_STUDENT_PAGE (widget);

  ceci_student_page_show_tab (self, "placement");
  ceci_placement_view_enter_hours (self->placement);
}

static void
add_document_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciStudentPage *self = CECI_STUDENT_PAGE (widget);

  ceci_student_page_show_tab (self, "portfolio");
  gtk_widget_activate_action (GTK_WIDGET (self->portfolio), "portfolio.add", NULL);
}

static void
add_note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciStudentPage *self = CECI_STUDENT_PAGE (widget);

  ceci_student_page_show_tab (self, "follow-up");
  ceci_notes_view_write (self->notes);
}

static void
show_life (GtkWidget *widget, CeciLifeKind kind)
{
  CeciStudentPage *self = CECI_STUDENT_PAGE (widget);

  if (self->student != NULL)
    adw_dialog_present (
        ceci_life_dialog_new (ceci_view_get_desk (CECI_VIEW (self)), self->student, kind, self->ends_on), widget);
}

static void
extend_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_life (widget, CECI_LIFE_EXTEND);
}

static void
withdraw_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_life (widget, CECI_LIFE_WITHDRAW);
}

static void
readmit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_life (widget, CECI_LIFE_READMIT);
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_life (widget, CECI_LIFE_RENAME);
}

static void
edit_person_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciStudentPage *self = CECI_STUDENT_PAGE (widget);

  if (self->student != NULL)
    adw_dialog_present (
        ceci_person_dialog_new (ceci_view_get_desk (CECI_VIEW (self)), ceci_student_get_person_id (self->student)),
        widget);
}

static gboolean
write_access (CeciDatabase *database, const CeciFileRequest *request, GError **error)
{
  return ceci_access_file_write (database, request->data, request->today, request->file, error);
}

static void
access_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const CeciFileSaving access = {N_ ("What the register holds"),
                                        N_ ("Written. It holds personal data: give it to that person only."),
                                        N_ ("The file was not written"), .write = write_access};
  CeciStudentPage *self = CECI_STUDENT_PAGE (widget);
  g_autofree char *file_name = NULL;

  if (self->student == NULL)
    return;
  // Translators: the name of a file; %s is a person’s name
  file_name = g_strdup_printf (_ ("Data of %s.zip"), ceci_student_get_display_name (self->student));
  ceci_file_saving_ask (&access, widget, ceci_view_get_desk (CECI_VIEW (self)), NULL, file_name,
                        g_strdup (ceci_student_get_person_id (self->student)), g_free);
}

static void
erase_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciStudentPage *self = CECI_STUDENT_PAGE (widget);

  if (self->student != NULL)
    adw_dialog_present (
        ceci_erasure_dialog_new (ceci_view_get_desk (CECI_VIEW (self)), ceci_student_get_person_id (self->student)),
        widget);
}

static void
next_view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciStudentPage *self = CECI_STUDENT_PAGE (widget);
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->stack);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));

  for (guint i = 0; i < n; i++)
    if (gtk_selection_model_is_selected (pages, i)) {
      gtk_selection_model_select_item (pages, (i + n + (guint) g_variant_get_int32 (parameter)) % n, TRUE);
      return;
    }
}

static void
ceci_student_page_dispose (GObject *object)
{
  CeciStudentPage *self = CECI_STUDENT_PAGE (object);

  g_clear_object (&self->student);
  g_clear_pointer (&self->ends_on, g_free);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_STUDENT_PAGE);
  G_OBJECT_CLASS (ceci_student_page_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (CECI_TYPE_STATE_PILL);
  g_type_ensure (CECI_TYPE_REQUIREMENTS_VIEW);
  g_type_ensure (CECI_TYPE_PLACEMENT_VIEW);
  g_type_ensure (CECI_TYPE_PORTFOLIO_VIEW);
  g_type_ensure (CECI_TYPE_STUDENT_JURY_VIEW);
  g_type_ensure (CECI_TYPE_NOTES_VIEW);
  g_type_ensure (CECI_TYPE_HISTORY_VIEW);
}

static void
ceci_student_page_class_init (CeciStudentPageClass *klass)
{
  static const char *const tables[] = {"student", "person", "extension", "cohort", NULL};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_student_page_dispose;
  view_class->tables = tables;
  view_class->read = ceci_student_page_read;
  view_class->free_result = g_object_unref;
  view_class->show = ceci_student_page_show;

  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/students/ceci-student-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciStudentPage, heading);
  gtk_widget_class_bind_template_child (widget_class, CeciStudentPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, CeciStudentPage, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, CeciStudentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciStudentPage, state);
  gtk_widget_class_bind_template_child (widget_class, CeciStudentPage, deadline);
  gtk_widget_class_bind_template_child (widget_class, CeciStudentPage, placement);
  gtk_widget_class_bind_template_child (widget_class, CeciStudentPage, portfolio);
  gtk_widget_class_bind_template_child (widget_class, CeciStudentPage, notes);
  gtk_widget_class_install_action (widget_class, "page.enter-hours", NULL, enter_hours_action);
  gtk_widget_class_install_action (widget_class, "page.add-document", NULL, add_document_action);
  gtk_widget_class_install_action (widget_class, "page.add-note", NULL, add_note_action);
  gtk_widget_class_install_action (widget_class, "page.extend", NULL, extend_action);
  gtk_widget_class_install_action (widget_class, "page.withdraw", NULL, withdraw_action);
  gtk_widget_class_install_action (widget_class, "page.readmit", NULL, readmit_action);
  gtk_widget_class_install_action (widget_class, "page.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "page.edit-person", NULL, edit_person_action);
  gtk_widget_class_install_action (widget_class, "page.access", NULL, access_action);
  gtk_widget_class_install_action (widget_class, "page.erase", NULL, erase_action);
  gtk_widget_class_install_action (widget_class, "page.next-view", "i", next_view_action);
}

static void
ceci_student_page_init (CeciStudentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ceci_student_page_show_tab (CeciStudentPage *self, const char *name)
{
  adw_view_stack_set_visible_child_name (self->stack, name);
}

/**
 * ceci_student_page_get_tab_of_rule:
 * @rule: as in [method@Finding.get_rule]
 *
 * Returns: the name of the tab where what the rule asks is settled
 */
const char *
ceci_student_page_get_tab_of_rule (const char *rule)
{
  static const struct {
    const char *rule;
    const char *tab;
  } tabs[] = {
      {"R7", "placement"},  {"R13", "placement"}, {"R18", "placement"}, {"R19", "placement"}, {"R20", "placement"},
      {"R21", "placement"}, {"R26", "placement"}, {"R22", "portfolio"}, {"R23", "portfolio"}, {"R25", "portfolio"},
      {"R33", "portfolio"}, {"R34", "portfolio"}, {"R35", "portfolio"}, {"R32", "follow-up"}, {"R38", "jury"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    if (g_str_equal (tabs[i].rule, rule))
      return tabs[i].tab;
  return "course";
}
