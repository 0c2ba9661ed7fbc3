// SPDX-License-Identifier: GPL-3.0-or-later
// Settles things to do where they stand.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-letters-dialog.h"
#include "ceci-todo-settling.h"
#include "core/model/ceci-follow-up-repository.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-placement-repository.h"
#include "core/store/ceci-date.h"
#include "students/ceci-student-page.h"
#include "widgets/ceci-question.h"

void
ceci_todo_open (CeciView *view, CeciTodo *todo)
{
  g_autofree char *place = NULL;

  if (ceci_todo_get_student_id (todo) != NULL) {
    const char *tab = ceci_todo_get_kind (todo) == CECI_TODO_NOTE
                          ? "follow-up"
                          : ceci_student_page_get_tab_of_rule (ceci_finding_get_rule (ceci_todo_get_finding (todo)));

    if (ceci_todo_get_kind (todo) == CECI_TODO_HOURS || ceci_todo_get_kind (todo) == CECI_TODO_CLAIMED_HOURS)
      tab = "placement";
    gtk_widget_activate_action (GTK_WIDGET (view), "win.show-student-at", "(ss)", ceci_todo_get_student_id (todo), tab);
    return;
  }
  if (ceci_todo_get_kind (todo) == CECI_TODO_RETENTION) {
    gtk_widget_activate_action (GTK_WIDGET (view), "win.retention", NULL);
    return;
  }
  place = g_strconcat ("cohort:", ceci_todo_get_cohort_id (todo), NULL);
  gtk_widget_activate_action (GTK_WIDGET (view), "win.go-to", "s", place);
}

// --- hours, notes -----------------------------------------------------------------------

// Those of the first one's kind.
static GPtrArray *
take_kind (GPtrArray *todos)
{
  GPtrArray *same = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < todos->len; i++)
    if (ceci_todo_get_kind (todos->pdata[i]) == ceci_todo_get_kind (todos->pdata[0]))
      g_ptr_array_add (same, g_object_ref (todos->pdata[i]));
  return same;
}

static gboolean
accept_hours_of (CeciDatabase *database, const char *student_id, GError **error)
{
  g_autoptr (GListModel) hours = ceci_hours_repository_list (database, student_id, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  if (hours == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (hours); i++) {
    g_autoptr (CeciHours) entry = g_list_model_get_item (hours, i);

    if (ceci_hours_get_state (entry) == CECI_HOURS_STATE_CONFIRMED)
      g_strv_builder_add (builder, ceci_record_get_id (CECI_RECORD (entry)));
  }
  ids = g_strv_builder_end (builder);
  return ceci_hours_repository_set_states (database, (const char *const *) ids, CECI_HOURS_STATE_ACCEPTED, NULL, NULL,
                                           NULL, error);
}

static gpointer
accept_hours (CeciDatabase *database, gpointer data, GError **error)
{
  GPtrArray *todos = data;

  for (guint i = 0; i < todos->len; i++)
    if (!accept_hours_of (database, ceci_todo_get_student_id (todos->pdata[i]), error))
      return NULL;
  return NULL;
}

static gpointer
finish_notes (CeciDatabase *database, gpointer data, GError **error)
{
  GPtrArray *todos = data;
  g_autofree char *now = ceci_entropy_dup_now (ceci_database_get_entropy (database));
  g_autofree char *today = ceci_date_from_instant (now);

  for (guint i = 0; i < todos->len; i++)
    if (!ceci_follow_up_repository_settle_note (database, ceci_todo_get_row_id (todos->pdata[i]), today, error))
      return NULL;
  return NULL;
}

// --- signatures ---------------------------------------------------------------------------

typedef struct {
  CeciView *view; // which outlives its dialog
  CeciTodo *todo;
  char *dates[3]; // by party
} Signing;

static void
signing_free (gpointer data)
{
  Signing *self = data;

  g_clear_object (&self->view);
  g_clear_object (&self->todo);
  for (guint i = 0; i < G_N_ELEMENTS (self->dates); i++)
    g_free (self->dates[i]);
  g_free (self);
}

static gpointer
sign (CeciDatabase *database, gpointer data, GError **error)
{
  Signing *self = data;
  const char *id = ceci_finding_find_fact (ceci_todo_get_finding (self->todo), "placement");
  g_autoptr (CeciPlacement) placement = ceci_placement_repository_find (database, id, error);

  for (guint i = 0; placement != NULL && i < G_N_ELEMENTS (self->dates); i++) {
    const char *supervisor = ceci_placement_get_supervisor_name (placement);
    const char *who[] = {ceci_todo_get_name (self->todo),
                         supervisor != NULL ? supervisor : ceci_placement_get_organisation_name (placement),
                         "ULB Engagée"};

    if (self->dates[i] != NULL &&
        !ceci_agreement_repository_sign (database, id, (CeciParty) i, who[i], self->dates[i], error))
      return NULL;
  }
  return NULL;
}

static void
on_signed (const char *const *answers, gpointer user_data)
{
  Signing *asked = user_data;
  CeciDesk *desk = ceci_view_get_desk (asked->view);
  Signing *self = g_new0 (Signing, 1);
  g_autofree char *label = NULL;

  self->todo = g_object_ref (asked->todo);
  for (guint i = 0; i < G_N_ELEMENTS (self->dates); i++) {
    self->dates[i] = ceci_date_parse_human (answers[i], ceci_desk_get_today (desk));
    if (*answers[i] != '\0' && self->dates[i] == NULL) {
      ceci_desk_notice (desk, _ ("This is not a date: write it as 12/03/2026."));
      signing_free (self);
      return;
    }
  }
  label = g_strdup_printf (_ ("Record signatures for %s"), ceci_todo_get_name (self->todo));
  ceci_view_write (asked->view, label, sign, self, signing_free);
}

static void
ask_signatures (CeciView *view, CeciTodo *todo)
{
  const CeciQuestionLine lines[] = {{_ ("The student signed on"), NULL, TRUE},
                                    {_ ("The organisation signed on"), NULL, TRUE},
                                    {_ ("The university signed on"), NULL, TRUE}};
  Signing *self = g_new0 (Signing, 1);

  if (ceci_finding_find_fact (ceci_todo_get_finding (todo), "placement") == NULL) {
    g_free (self);
    ceci_todo_open (view, todo);
    return;
  }
  self->view = g_object_ref (view);
  self->todo = g_object_ref (todo);
  ceci_question_ask (GTK_WIDGET (view), _ ("Record signatures"), ceci_finding_get_reason (ceci_todo_get_finding (todo)),
                     _ ("_Record"), lines, G_N_ELEMENTS (lines), on_signed, self, signing_free);
}

// --- letters --------------------------------------------------------------------------------

void
ceci_todo_write_letters (CeciView *view, GPtrArray *todos)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < todos->len; i++)
    if (ceci_todo_get_letter (todos->pdata[i]) != NULL || ceci_todo_get_kind (todos->pdata[i]) == CECI_TODO_LETTER)
      g_ptr_array_add (wanted, g_object_ref (todos->pdata[i]));
  if (wanted->len == 0)
    ceci_desk_notice (ceci_view_get_desk (view), _ ("No letter fits this. Open it to settle it."));
  else
    ceci_letters_dialog_open (view, wanted);
}

/**
 * ceci_todo_settle:
 * @view: the view that asks
 * @todos: (element-type CeciTodo): at least one; those of another kind than the first are left
 */
void
ceci_todo_settle (CeciView *view, GPtrArray *todos)
{
  g_autoptr (GPtrArray) same = take_kind (todos);
  CeciTodo *first = same->pdata[0];
  g_autofree char *label = NULL;

  switch (ceci_todo_get_kind (first)) {
  case CECI_TODO_HOURS:
    label = g_strdup_printf (
        ngettext ("Accept the confirmed hours of %u student", "Accept the confirmed hours of %u students", same->len),
        same->len);
    ceci_view_write (view, label, accept_hours, g_ptr_array_ref (same), (GDestroyNotify) g_ptr_array_unref);
    break;
  case CECI_TODO_NOTE:
    label = g_strdup_printf (ngettext ("Mark %u note as done", "Mark %u notes as done", same->len), same->len);
    ceci_view_write (view, label, finish_notes, g_ptr_array_ref (same), (GDestroyNotify) g_ptr_array_unref);
    break;
  case CECI_TODO_AGREEMENT:
    ask_signatures (view, first);
    break;
  case CECI_TODO_DEADLINE:
  case CECI_TODO_CLAIMED_HOURS:
  case CECI_TODO_DOCUMENTS:
  case CECI_TODO_ABSENCES:
  case CECI_TODO_LETTER:
    ceci_todo_write_letters (view, same);
    break;
  case CECI_TODO_RETENTION:
    gtk_widget_activate_action (GTK_WIDGET (view), "win.retention", NULL);
    break;
  case CECI_TODO_DEADLINE_PASSED:
  case CECI_TODO_SUPERVISOR:
  case CECI_TODO_ORGANISATION:
  case CECI_TODO_PLACEMENT:
  case CECI_TODO_ATTENDANCE:
  case CECI_TODO_APPLICATIONS:
  case CECI_TODO_PLACE_FREE:
  case CECI_TODO_OTHER:
  case CECI_TODO_N_KINDS:
  default:
    ceci_todo_open (view, first);
  }
}
