// SPDX-License-Identifier: GPL-3.0-or-later
// Who of a cohort completed which module, in any order (R10, R30): a column a module, a row a student.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-modules-view.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-language.h"
#include "core/model/ceci-progress-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-figure-bar.h"
#include "widgets/ceci-mark-grid.h"
#include "widgets/ceci-question.h"

struct _CeciModulesView {
  CeciView parent_instance;
  GtkLabel *heading;
  GtkLabel *contents;
  CeciFigureBar *bar;
  CeciMarkGrid *grid;
  GListModel *students;
  GListModel *modules;
  GHashTable *completions; // «student id/module id» to CeciModuleCompletion
};

G_DEFINE_FINAL_TYPE (CeciModulesView, ceci_modules_view, CECI_TYPE_VIEW)

// --- what is read -----------------------------------------------------------------------

typedef struct {
  GListModel *students;
  GListModel *modules;
  GHashTable *completions;
} Progress;

static void
progress_free (gpointer data)
{
  Progress *progress = data;

  g_clear_object (&progress->students);
  g_clear_object (&progress->modules);
  g_clear_pointer (&progress->completions, g_hash_table_unref);
  g_free (progress);
}

static gpointer
ceci_modules_view_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  Progress *found = g_new0 (Progress, 1);
  g_autoptr (GListModel) list = NULL;

  found->students = ceci_student_repository_list (database, subject, error);
  found->modules = found->students != NULL ? ceci_module_repository_list (database, error) : NULL;
  list = found->modules != NULL ? ceci_module_repository_of_cohort (database, subject, error) : NULL;
  if (list == NULL) {
    progress_free (found);
    return NULL;
  }
  found->completions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    CeciModuleCompletion *completion = g_list_model_get_item (list, i);

    g_hash_table_replace (found->completions,
                          g_strconcat (ceci_module_completion_get_student_id (completion), "/",
                                       ceci_module_completion_get_module_id (completion), NULL),
                          completion);
  }
  return found;
}

static CeciModuleCompletion *
completion_of (CeciModulesView *self, gpointer student, gpointer module)
{
  g_autofree char *key = g_strconcat (ceci_record_get_id (student), "/", ceci_record_get_id (module), NULL);

  return self->completions != NULL ? g_hash_table_lookup (self->completions, key) : NULL;
}

// --- what the grid shows --------------------------------------------------------------------

static const char *
name_of (gpointer student)
{
  return ceci_student_get_display_name (student);
}

static const char *
title_in_language (gpointer module)
{
  return strcmp (ceci_language_current (), "fr") == 0 ? ceci_module_get_title_fr (module)
                                                      : ceci_module_get_title_en (module);
}

static char *
title_of (gpointer module)
{
  return g_strdup (title_in_language (module));
}

static void
look_at (gpointer owner, gpointer student, gpointer module, CeciMarkLook *look)
{
  CeciModuleCompletion *completion = completion_of (owner, student, module);
  static char *word; // what was said last: a look is shown at once
  g_autofree char *date = NULL;

  *look = (CeciMarkLook) {CECI_TONE_NEUTRAL, "–", _ ("Not completed")};
  if (completion == NULL)
    return;
  date = ceci_date_format_short (ceci_module_completion_get_completed_on (completion));
  g_free (word);
  // Translators: the day a module was completed, and what shows it
  word = g_strdup_printf (
      _ ("Completed on %s. %s"), date,
      ceci_module_completion_get_evidence (completion) != NULL ? ceci_module_completion_get_evidence (completion) : "");
  *look = (CeciMarkLook) {CECI_TONE_SUCCESS, "✓", g_strchomp (word)};
}

static char *
count_completed (gpointer owner, gpointer student)
{
  CeciModulesView *self = owner;
  guint n = 0, n_modules = g_list_model_get_n_items (self->modules);

  for (guint i = 0; i < n_modules; i++) {
    g_autoptr (CeciModule) module = g_list_model_get_item (self->modules, i);

    n += completion_of (self, student, module) != NULL;
  }
  return g_strdup_printf ("%u/%u", n, n_modules);
}

static const CeciMarkGridModel model = {name_of, title_of, look_at, count_completed, N_ ("Completed")};

static void
show_counts (CeciModulesView *self)
{
  CeciModule *module = ceci_mark_grid_get_column (self->grid);
  guint n = self->students != NULL ? g_list_model_get_n_items (self->students) : 0, n_done = 0;
  g_autofree char *figures = NULL;

  if (module == NULL)
    return;
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciStudent) student = g_list_model_get_item (self->students, i);

    n_done += completion_of (self, student, module) != NULL;
  }
  figures = g_strdup_printf ("%u / %u", n_done, n);
  gtk_label_set_label (self->heading, title_in_language (module));
  gtk_label_set_label (self->contents, strcmp (ceci_language_current (), "fr") == 0
                                           ? ceci_module_get_content_fr (module)
                                           : ceci_module_get_content_en (module));
  ceci_figure_bar_set_figures (self->bar, n_done, n, figures);
}

static void
ceci_modules_view_show (CeciView *view, gpointer result)
{
  CeciModulesView *self = CECI_MODULES_VIEW (view);
  Progress *found = result;

  g_clear_pointer (&self->completions, g_hash_table_unref);
  self->completions = g_steal_pointer (&found->completions);
  g_set_object (&self->students, found->students);
  g_set_object (&self->modules, found->modules);
  ceci_mark_grid_set_lists (self->grid, self->students, self->modules);
  show_counts (self);
}

// --- completing and taking back ------------------------------------------------------------------

typedef struct {
  CeciModulesView *view;
  CeciStudent *student;
  CeciModule *module;
  char *date, *evidence; // date NULL: taken back
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_object_unref (act->view);
  g_object_unref (act->student);
  g_object_unref (act->module);
  g_free (act->date);
  g_free (act->evidence);
  g_free (act);
}

static Act *
act_new (CeciModulesView *self, CeciStudent *student, CeciModule *module)
{
  Act *act = g_new0 (Act, 1);

  *act = (Act) {g_object_ref (self), g_object_ref (student), g_object_ref (module), NULL, NULL};
  return act;
}

static gpointer
write_act (CeciDatabase *database, gpointer data, GError **error)
{
  const Act *act = data;
  const char *student_id = ceci_record_get_id (CECI_RECORD (act->student));
  const char *module_id = ceci_record_get_id (CECI_RECORD (act->module));

  if (act->date != NULL)
    ceci_module_repository_complete (database, student_id, module_id, act->date, act->evidence, error);
  else
    ceci_module_repository_reopen (database, student_id, module_id, error);
  return NULL;
}

static void
on_completed (const char *const *answers, gpointer user_data)
{
  Act *asked = user_data, *act;
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (asked->view));
  g_autofree char *date = NULL, *label = NULL;

  if (desk == NULL)
    return;
  date = ceci_date_parse_human (answers[0], ceci_desk_get_today (desk));
  if (date == NULL || strcmp (date, ceci_desk_get_today (desk)) > 0) {
    ceci_desk_notice (desk, _ ("A module is completed today or before: write the date as 12/03/2026."));
    return;
  }
  act = act_new (asked->view, asked->student, asked->module);
  act->date = g_steal_pointer (&date);
  act->evidence = g_strdup (answers[1]);
  label = ceci_label_module (title_in_language (act->module), ceci_student_get_display_name (act->student));
  ceci_view_write (CECI_VIEW (act->view), label, write_act, act, act_free);
}

// The reason stands in the journal, where what was taken back stands too.
static void
on_taken_back (const char *const *answers, gpointer user_data)
{
  Act *asked = user_data;
  g_autofree char *what =
      ceci_label_module_reopen (title_in_language (asked->module), ceci_student_get_display_name (asked->student));
  // Translators: what was done, and why
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), what, answers[0]);

  ceci_view_write (CECI_VIEW (asked->view), label, write_act, act_new (asked->view, asked->student, asked->module),
                   act_free);
}

static void
on_pressed (CeciModulesView *self, CeciStudent *student, CeciModule *module)
{
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  const CeciQuestionLine completing[] = {{_ ("Date"), desk != NULL ? ceci_desk_get_today (desk) : NULL, FALSE},
                                         {_ ("Evidence"), NULL, FALSE}};
  const CeciQuestionLine taking_back[] = {{_ ("Reason"), NULL, FALSE}};
  // Translators: a module and a student
  g_autofree char *body =
      g_strdup_printf (_ ("%s, %s"), title_in_language (module), ceci_student_get_display_name (student));

  if (desk == NULL || ceci_desk_is_read_only (desk))
    return;
  if (completion_of (self, student, module) == NULL)
    ceci_question_ask (GTK_WIDGET (self), _ ("Complete this module by hand?"), body, _ ("_Complete"), completing, 2,
                       on_completed, act_new (self, student, module), act_free);
  else
    ceci_question_ask (GTK_WIDGET (self), _ ("Take this module back?"), body, _ ("_Take back"), taking_back, 1,
                       on_taken_back, act_new (self, student, module), act_free);
}

// --- titles ---------------------------------------------------------------------------------------

static gpointer
write_module (CeciDatabase *database, gpointer module, GError **error)
{
  ceci_module_repository_change (database, module, error);
  return NULL;
}

static void
on_renamed (const char *const *answers, gpointer user_data)
{
  CeciModulesView *self = user_data;
  CeciModule *module = ceci_mark_grid_get_column (self->grid);
  g_autofree char *label = NULL;

  if (module == NULL)
    return;
  label = g_strdup_printf (_ ("Change the module “%s”"), title_in_language (module));
  ceci_view_write (CECI_VIEW (self), label, write_module,
                   ceci_record_with (module, "title_fr", answers[0], "content_fr", answers[1], "title_en", answers[2],
                                     "content_en", answers[3], NULL),
                   g_object_unref);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciModulesView *self = CECI_MODULES_VIEW (widget);
  CeciModule *module = ceci_mark_grid_get_column (self->grid);

  if (module != NULL) {
    const CeciQuestionLine lines[] = {
        {_ ("Title in French"), ceci_module_get_title_fr (module), FALSE},
        {_ ("Contents in French"), ceci_module_get_content_fr (module), TRUE},
        {_ ("Title in English"), ceci_module_get_title_en (module), FALSE},
        {_ ("Contents in English"), ceci_module_get_content_en (module), TRUE},
    };

    ceci_question_ask (widget, _ ("Change the module"), _ ("It is the same for every intake."), _ ("_Change"), lines,
                       G_N_ELEMENTS (lines), on_renamed, g_object_ref (self), g_object_unref);
  }
}

// --- the view -------------------------------------------------------------------------------

static void
ceci_modules_view_dispose (GObject *object)
{
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_MODULES_VIEW);
  G_OBJECT_CLASS (ceci_modules_view_parent_class)->dispose (object);
}

static void
ceci_modules_view_finalize (GObject *object)
{
  CeciModulesView *self = CECI_MODULES_VIEW (object);

  g_clear_object (&self->students);
  g_clear_object (&self->modules);
  g_clear_pointer (&self->completions, g_hash_table_unref);
  G_OBJECT_CLASS (ceci_modules_view_parent_class)->finalize (object);
}

static void
ceci_modules_view_class_init (CeciModulesViewClass *klass)
{
  static const char *const tables[] = {"module", "module_completion", "student", "person", NULL};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_modules_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ceci_modules_view_finalize;
  view_class->tables = tables;
  view_class->read = ceci_modules_view_read;
  view_class->free_result = progress_free;
  view_class->show = ceci_modules_view_show;

  g_type_ensure (CECI_TYPE_FIGURE_BAR);
  g_type_ensure (CECI_TYPE_MARK_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-modules-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciModulesView, heading);
  gtk_widget_class_bind_template_child (widget_class, CeciModulesView, contents);
  gtk_widget_class_bind_template_child (widget_class, CeciModulesView, bar);
  gtk_widget_class_bind_template_child (widget_class, CeciModulesView, grid);
  gtk_widget_class_install_action (widget_class, "modules.edit", NULL, edit_action);
}

static void
ceci_modules_view_init (CeciModulesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ceci_mark_grid_set_model (self->grid, &model, self);
  g_signal_connect_object (self->grid, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "moved", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
}
