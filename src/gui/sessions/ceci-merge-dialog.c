// SPDX-License-Identifier: GPL-3.0-or-later
// Shows what merging jurors' returns would change; writes only when a person says so, in one step.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-merge-dialog.h"
#include "core/jury/ceci-jury-error.h"
#include "core/jury/ceci-return-proposal.h"
#include "widgets/ceci-state-pill.h"

struct _CeciMergeDialog {
  AdwDialog parent_instance;
  GtkStack *stack;
  AdwPreferencesGroup *returns;
  GtkWidget *accept;
  CeciDesk *desk;
  GCancellable *reading;
  GPtrArray *found; // of Found
};

G_DEFINE_FINAL_TYPE (CeciMergeDialog, ceci_merge_dialog, ADW_TYPE_DIALOG)

// --- reading ------------------------------------------------------------------------------

// One file: what it proposes, or why it is refused.
typedef struct {
  GFile *file;
  CeciReturnProposal *proposal;
  GError *refusal;
  gboolean chosen; // of two contents under one revision, this one
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_object_unref (found->file);
  g_clear_object (&found->proposal);
  g_clear_error (&found->refusal);
  g_free (found);
}

static void
found_array_unref (gpointer data)
{
  g_ptr_array_unref (data);
}

static gpointer
read_returns (CeciDatabase *database, gpointer data, GError **error)
{
  GListModel *files = data;
  GPtrArray *all = g_ptr_array_new_with_free_func (found_free);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++) {
    Found *found = g_new0 (Found, 1);

    found->file = g_list_model_get_item (files, i);
    found->proposal = ceci_return_proposal_new (database, found->file, &found->refusal);
    g_ptr_array_add (all, found);
  }
  return all;
}

// --- showing ------------------------------------------------------------------------------

static gboolean
writes (const Found *found)
{
  if (found->proposal == NULL)
    return FALSE;
  switch (ceci_return_proposal_get_verdict (found->proposal)) {
  case CECI_RETURN_NEW:
  case CECI_RETURN_LATE:
    return TRUE;
  case CECI_RETURN_CONFLICTING:
    return found->chosen;
  case CECI_RETURN_SAME:
  case CECI_RETURN_OLDER:
  default:
    return FALSE;
  }
}

static guint
count_writes (CeciMergeDialog *self)
{
  guint n = 0;

  for (guint i = 0; self->found != NULL && i < self->found->len; i++)
    n += writes (self->found->pdata[i]) ? 1 : 0;
  return n;
}

static void
update_accept (CeciMergeDialog *self)
{
  gtk_widget_set_sensitive (self->accept, count_writes (self) > 0 && !ceci_desk_is_read_only (self->desk));
}

static void
add_verdict (GtkWidget *row, const Found *found)
{
  const struct {
    CeciTone tone;
    const char *icon_name;
    const char *word;
  } looks[] = {
      [CECI_RETURN_NEW] = {CECI_TONE_SUCCESS, "list-add-symbolic", _ ("To merge")},
      [CECI_RETURN_SAME] = {CECI_TONE_NEUTRAL, "object-select-symbolic", _ ("Merged already")},
      [CECI_RETURN_OLDER] = {CECI_TONE_ERROR, "process-stop-symbolic", _ ("Refused")},
      [CECI_RETURN_CONFLICTING] = {CECI_TONE_WARNING, "dialog-question-symbolic", _ ("To choose")},
      [CECI_RETURN_LATE] = {CECI_TONE_WARNING, "content-loading-symbolic", _ ("Late")},
  };
  CeciReturnVerdict verdict =
      found->proposal != NULL ? ceci_return_proposal_get_verdict (found->proposal) : CECI_RETURN_OLDER;
  GtkWidget *pill = ceci_state_pill_new ();

  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  ceci_state_pill_set_state (CECI_STATE_PILL (pill), looks[verdict].tone, looks[verdict].icon_name,
                             looks[verdict].word);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), pill);
}

static void
add_lines (GtkWidget *row, const char *title, GStrv lines)
{
  GtkWidget *inner;
  g_autofree char *text = lines != NULL ? g_strjoinv ("\n", lines) : NULL;

  if (text == NULL || *text == '\0')
    return;
  inner = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (inner), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (inner), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (inner), text);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), inner);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), TRUE);
}

static void
on_chosen (GtkWidget *choice, GParamSpec *property, CeciMergeDialog *self)
{
  Found *found = g_object_get_data (G_OBJECT (choice), "found");

  found->chosen = adw_switch_row_get_active (ADW_SWITCH_ROW (choice));
  update_accept (self);
}

static void
add_choice (CeciMergeDialog *self, GtkWidget *row, Found *found)
{
  GtkWidget *choice = adw_switch_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (choice), _ ("Take this one instead of what was merged"));
  g_object_set_data (G_OBJECT (choice), "found", found);
  g_signal_connect_object (choice, "notify::active", G_CALLBACK (on_chosen), self, G_CONNECT_DEFAULT);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), choice);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), TRUE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
}

static void
add_return (CeciMergeDialog *self, Found *found)
{
  CeciReturnProposal *proposal = found->proposal;
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *name = g_file_get_basename (found->file);
  g_autofree char *description = proposal != NULL ? ceci_return_proposal_describe (proposal) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 proposal != NULL ? ceci_return_proposal_get_juror_name (proposal) : name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), proposal != NULL ? description : found->refusal->message);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), FALSE);
  add_verdict (row, found);
  if (proposal != NULL) {
    add_lines (row, _ ("What changes"), ceci_return_proposal_get_changes (proposal));
    add_lines (row, _ ("Read in an older version"), ceci_return_proposal_get_outdated (proposal));
    add_lines (row, _ ("Left out: no longer this juror’s"), ceci_return_proposal_get_ignored (proposal));
    if (ceci_return_proposal_get_verdict (proposal) == CECI_RETURN_CONFLICTING)
      add_choice (self, row, found);
  }
  adw_preferences_group_add (self->returns, row);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *found = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_clear_pointer (&found, g_ptr_array_unref);
    return;
  }
  if (found == NULL) {
    ceci_desk_report (self->desk, _ ("The returns could not be read"), error);
    adw_dialog_close (ADW_DIALOG (self));
    return;
  }
  self->found = found;
  for (guint i = 0; i < found->len; i++)
    add_return (self, found->pdata[i]);
  update_accept (self);
  gtk_stack_set_visible_child_name (self->stack, "preview");
}

// --- writing ------------------------------------------------------------------------------

typedef struct {
  GPtrArray *found;
  GPtrArray *refusals; // of char
} Merging;

static void
merging_free (gpointer data)
{
  Merging *merging = data;

  g_ptr_array_unref (merging->found);
  g_ptr_array_unref (merging->refusals);
  g_free (merging);
}

static gpointer
merge (CeciDatabase *database, gpointer data, GError **error)
{
  Merging *merging = data;
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (CeciMergeChoice));

  for (guint i = 0; i < merging->found->len; i++) {
    Found *found = merging->found->pdata[i];
    CeciMergeChoice choice = {found->proposal, found->chosen ? CECI_MERGE_REPLACE : CECI_MERGE_DEFAULT};

    if (writes (found))
      g_array_append_val (choices, choice);
  }
  if (!ceci_return_proposal_apply_all ((CeciMergeChoice *) choices->data, choices->len, database, merging->refusals,
                                       error))
    return NULL;
  return g_ptr_array_ref (merging->refusals);
}

// What the register refused at the last moment is told; the others are merged.
static void
on_merged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciDesk) desk = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) refusals = ceci_register_write_finish (CECI_REGISTER (source), result, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (error != NULL) {
    ceci_desk_report (desk, _ ("The returns were not merged"), error);
    return;
  }
  for (guint i = 0; refusals != NULL && i < refusals->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) refusals->pdata[i]);
  if (text->len == 0)
    return;
  error = g_error_new_literal (CECI_JURY_ERROR, CECI_JURY_ERROR_REFUSED, text->str);
  ceci_desk_report (desk, _ ("Some returns were left out; the others are merged"), error);
}

static void
on_accept (CeciMergeDialog *self)
{
  guint n = count_writes (self);
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Merge %d juror’s return", "Merge %d jurors’ returns", n), (int) n);
  Merging *merging = g_new0 (Merging, 1);

  merging->found = g_ptr_array_ref (self->found);
  merging->refusals = g_ptr_array_new_with_free_func (g_free);
  ceci_register_write_async (ceci_desk_get_register (self->desk), label, merge, merging, merging_free,
                             found_array_unref, NULL, on_merged, g_object_ref (self->desk));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_cancel (CeciMergeDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

// --- the dialog ---------------------------------------------------------------------------

static void
ceci_merge_dialog_dispose (GObject *object)
{
  CeciMergeDialog *self = CECI_MERGE_DIALOG (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_MERGE_DIALOG);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  G_OBJECT_CLASS (ceci_merge_dialog_parent_class)->dispose (object);
}

static void
ceci_merge_dialog_class_init (CeciMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_merge_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/sessions/ceci-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciMergeDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciMergeDialog, returns);
  gtk_widget_class_bind_template_child (widget_class, CeciMergeDialog, accept);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
ceci_merge_dialog_init (CeciMergeDialog *self)
{
  self->reading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ceci_merge_dialog_new:
 * @desk: the register
 * @files: (element-type GFile): returns
 *
 * Returns: (transfer floating): a dialog, reading them
 */
AdwDialog *
ceci_merge_dialog_new (CeciDesk *desk, GListModel *files)
{
  CeciMergeDialog *self = g_object_new (CECI_TYPE_MERGE_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  ceci_register_read_async (ceci_desk_get_register (desk), read_returns, g_object_ref (files), g_object_unref,
                            found_array_unref, self->reading, on_read, g_object_ref (self));
  return ADW_DIALOG (self);
}
