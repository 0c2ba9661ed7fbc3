// SPDX-License-Identifier: GPL-3.0-or-later
// The juries a student's dossier went before: scores, decision, certificate.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-certificate-group.h"
#include "ceci-student-jury-view.h"
#include "core/jury/ceci-results.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-empty-page.h"
#include "widgets/ceci-figure-bar.h"
#include "widgets/ceci-state-words.h"

struct _CeciStudentJuryView {
  CeciView parent_instance;
  GtkStack *stack;
  AdwPreferencesPage *page;
  GPtrArray *groups;
};

G_DEFINE_FINAL_TYPE (CeciStudentJuryView, ceci_student_jury_view, CECI_TYPE_VIEW)

// --- what is read -----------------------------------------------------------------------

typedef struct {
  CeciDossier *dossier;
  CeciJurySession *session;
  CeciDecision *decision; // or NULL
  CeciResults *results;   // of the whole session
} Appearance;

typedef struct {
  GPtrArray *appearances;
  GListModel *certificates;
} Juries;

static void
appearance_free (gpointer data)
{
  Appearance *appearance = data;

  g_clear_object (&appearance->dossier);
  g_clear_object (&appearance->session);
  g_clear_object (&appearance->decision);
  g_clear_object (&appearance->results);
  g_free (appearance);
}

static void
juries_free (gpointer data)
{
  Juries *juries = data;

  g_clear_pointer (&juries->appearances, g_ptr_array_unref);
  g_clear_object (&juries->certificates);
  g_free (juries);
}

static Appearance *
read_appearance (CeciDatabase *database, CeciDossier *dossier, GError **error)
{
  Appearance *appearance = g_new0 (Appearance, 1);
  GError *failure = NULL;

  appearance->dossier = g_object_ref (dossier);
  appearance->session = ceci_jury_repository_session (database, ceci_dossier_get_session_id (dossier), &failure);
  if (failure == NULL)
    appearance->decision =
        ceci_jury_repository_decision (database, ceci_record_get_id (CECI_RECORD (dossier)), &failure);
  if (failure == NULL)
    appearance->results = ceci_results_load (database, ceci_dossier_get_session_id (dossier), &failure);
  if (failure != NULL) {
    g_propagate_error (error, failure);
    appearance_free (appearance);
    return NULL;
  }
  return appearance;
}

static gpointer
ceci_student_jury_view_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  Juries *juries = g_new0 (Juries, 1);
  g_autoptr (GListModel) dossiers = ceci_jury_repository_sessions_of_student (database, subject, error);
  gboolean good = dossiers != NULL;

  juries->appearances = g_ptr_array_new_with_free_func (appearance_free);
  for (guint i = 0; good && i < g_list_model_get_n_items (dossiers); i++) {
    g_autoptr (CeciDossier) dossier = g_list_model_get_item (dossiers, i);
    Appearance *appearance = read_appearance (database, dossier, error);

    good = appearance != NULL;
    if (good)
      g_ptr_array_add (juries->appearances, appearance);
  }
  if (good)
    juries->certificates = ceci_jury_repository_certificates (database, subject, error);
  if (juries->certificates == NULL) {
    juries_free (juries);
    return NULL;
  }
  return juries;
}

// --- showing ------------------------------------------------------------------------------

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  return row;
}

static void
add_outcome (GtkWidget *row, CeciOutcome outcome)
{
  GtkWidget *pill = ceci_state_pill_new ();

  ceci_words_show_state (CECI_STATE_PILL (pill), CECI_TYPE_OUTCOME, (int) outcome);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
}

static void
add_opinion (AdwPreferencesGroup *group, const CeciOpinion *opinion, int highest)
{
  const char *subtitle = opinion->recused ? _ ("Recused") : opinion->comment;
  GtkWidget *row = add_row (group, opinion->juror_name, subtitle);
  GtkWidget *bar = ceci_figure_bar_new (9);
  int total = opinion->recused ? -1 : opinion->tally.total;
  g_autofree char *text = total >= 0 ? g_strdup_printf ("%d / %d", total, highest) : g_strdup ("–");

  gtk_widget_set_name (bar, "score");
  gtk_widget_set_size_request (bar, 150, -1);
  gtk_widget_set_hexpand (bar, FALSE);
  ceci_figure_bar_set_figures (CECI_FIGURE_BAR (bar), MAX (total, 0), highest, text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
  add_outcome (row, opinion->recused ? CECI_OUTCOME_NONE : opinion->suggestion);
}

static void
add_opinions (AdwPreferencesGroup *group, Appearance *appearance)
{
  const char *id = ceci_record_get_id (CECI_RECORD (appearance->dossier));
  GListModel *dossiers = ceci_results_get_dossiers (appearance->results);
  int highest = ceci_scoring_grid_get_highest (ceci_results_get_grid (appearance->results));

  for (guint i = 0; i < g_list_model_get_n_items (dossiers); i++) {
    g_autoptr (CeciDossierResult) result = g_list_model_get_item (dossiers, i);

    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (ceci_dossier_result_get_dossier (result))), id) != 0)
      continue;
    for (guint j = 0; j < ceci_dossier_result_get_n_opinions (result); j++) {
      const CeciOpinion *opinion = ceci_dossier_result_get_opinion (result, j);

      if (opinion->returned || opinion->recused)
        add_opinion (group, opinion, highest);
    }
  }
}

static void
add_decision (AdwPreferencesGroup *group, CeciDecision *decision)
{
  g_autofree char *date = ceci_date_format_long (ceci_decision_get_decided_on (decision));
  const char *reason = ceci_decision_get_reason (decision);
  g_autofree char *subtitle = reason != NULL ? g_strdup_printf ("%s · %s", date, reason) : g_strdup (date);
  GtkWidget *row = add_row (group, _ ("Decision of the jury"), subtitle);

  add_outcome (row, ceci_decision_get_outcome (decision));
  if (ceci_decision_get_conditions (decision) != NULL)
    add_row (group, _ ("What must be completed"), ceci_decision_get_conditions (decision));
}

static GtkWidget *
group_for (Appearance *appearance)
{
  GtkWidget *widget = adw_preferences_group_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (widget);
  g_autofree char *held = ceci_date_format_long (ceci_jury_session_get_held_on (appearance->session));
  g_autofree char *admitted = ceci_date_format_short (ceci_dossier_get_admitted_on (appearance->dossier));
  // Translators: two dates
  g_autofree char *description = g_strdup_printf (_ ("%s · admitted on %s"), held, admitted);
  g_autofree char *name = g_markup_escape_text (ceci_jury_session_get_name (appearance->session), -1);

  adw_preferences_group_set_title (group, name);
  adw_preferences_group_set_description (group, description);
  add_opinions (group, appearance);
  if (appearance->decision != NULL)
    add_decision (group, appearance->decision);
  else
    add_row (group, _ ("Not decided yet"), NULL);
  return widget;
}

// A closed session awarded it, and no certificate stands or stood on that decision.
static gboolean
is_to_issue (Juries *juries)
{
  for (guint i = 0; i < juries->appearances->len; i++) {
    Appearance *appearance = juries->appearances->pdata[i];
    gboolean issued = FALSE;

    if (appearance->decision == NULL || ceci_decision_get_outcome (appearance->decision) != CECI_OUTCOME_AWARDED ||
        ceci_jury_session_get_state (appearance->session) != CECI_SESSION_STATE_CLOSED)
      continue;
    for (guint j = 0; j < g_list_model_get_n_items (juries->certificates); j++) {
      g_autoptr (CeciCertificate) certificate = g_list_model_get_item (juries->certificates, j);

      issued |= ceci_certificate_get_revoked_on (certificate) == NULL ||
                g_strcmp0 (ceci_certificate_get_decision_id (certificate),
                           ceci_record_get_id (CECI_RECORD (appearance->decision))) == 0;
    }
    if (!issued)
      return TRUE;
  }
  return FALSE;
}

static GtkWidget *
certificates_group (CeciStudentJuryView *self, Juries *juries, gboolean to_issue)
{
  Appearance *latest = juries->appearances->pdata[0];

  return ceci_certificate_group_new (ceci_view_get_desk (CECI_VIEW (self)), latest->dossier, juries->certificates,
                                     to_issue);
}

static void
add_group (CeciStudentJuryView *self, GtkWidget *group)
{
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
}

static void
ceci_student_jury_view_show (CeciView *view, gpointer result)
{
  CeciStudentJuryView *self = CECI_STUDENT_JURY_VIEW (view);
  Juries *juries = result;
  gboolean to_issue = is_to_issue (juries);

  for (guint i = 0; self->groups != NULL && i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, self->groups->pdata[i]);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = g_ptr_array_new ();
  if (juries->appearances->len > 0 && (to_issue || g_list_model_get_n_items (juries->certificates) > 0))
    add_group (self, certificates_group (self, juries, to_issue));
  for (guint i = 0; i < juries->appearances->len; i++)
    add_group (self, group_for (juries->appearances->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, juries->appearances->len > 0 ? "list" : "empty");
}

static void
ceci_student_jury_view_dispose (GObject *object)
{
  CeciStudentJuryView *self = CECI_STUDENT_JURY_VIEW (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_STUDENT_JURY_VIEW);
  G_OBJECT_CLASS (ceci_student_jury_view_parent_class)->dispose (object);
}

static void
ceci_student_jury_view_class_init (CeciStudentJuryViewClass *klass)
{
  static const char *const tables[] = {"dossier", "jury_session", "assignment",  "review",
                                       "score",   "decision",     "certificate", NULL};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_student_jury_view_dispose;
  view_class->tables = tables;
  view_class->read = ceci_student_jury_view_read;
  view_class->free_result = juries_free;
  view_class->show = ceci_student_jury_view_show;

  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/students/ceci-student-jury-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciStudentJuryView, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciStudentJuryView, page);
}

static void
ceci_student_jury_view_init (CeciStudentJuryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
