// SPDX-License-Identifier: GPL-3.0-or-later
// Two people of the register side by side, field by field: a person chooses, then both become one.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-person-merge-dialog.h"
#include "core/model/ceci-person-merge.h"
#include "widgets/ceci-rows.h"

struct _CeciPersonMergeDialog {
  AdwDialog parent_instance;
  AdwPreferencesGroup *fields;
  AdwPreferencesGroup *clashes;
  AdwPreferencesGroup *references;
  GtkWidget *merge;
  CeciDesk *desk;
  char *kept_id, *other_id;
  CeciPersonMerge *plan;
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (CeciPersonMergeDialog, ceci_person_merge_dialog, ADW_TYPE_DIALOG)

// --- fields ------------------------------------------------------------------------------

static void
on_field_chosen (AdwComboRow *row, GParamSpec *pspec, gpointer data)
{
  CeciMergeField *field = data;

  field->take = adw_combo_row_get_selected (row) == 1;
}

static void
add_field (CeciPersonMergeDialog *self, CeciMergeField *field)
{
  GtkWidget *row = adw_combo_row_new ();
  const char *choices[] = {field->kept != NULL ? field->kept : "–", field->other != NULL ? field->other : "–", NULL};
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), field->title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), field->take ? 1 : 0);
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_field_chosen), field);
  ceci_rows_add (self->fields, row);
}

// --- what meets in one cohort ------------------------------------------------------------

static void
on_clash_settled (AdwComboRow *row, GParamSpec *pspec, gpointer data)
{
  CeciMergeClash *clash = data;

  clash->answer = (CeciMergeAnswer) adw_combo_row_get_selected (row);
}

static void
add_clash (CeciPersonMergeDialog *self, CeciMergeClash *clash)
{
  GtkWidget *row = adw_combo_row_new ();
  const char *answers[] = {_ ("Keep both"), _ ("Withdraw the older"), _ ("Withdraw the newer"), NULL};
  g_autoptr (GtkStringList) model = gtk_string_list_new (answers);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 clash->students ? _ ("Two enrolments") : _ ("Two applications"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), clash->words);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), clash->answer);
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_clash_settled), clash);
  ceci_rows_add (self->clashes, row);
}

// --- what moves --------------------------------------------------------------------------

static void
add_reference (CeciPersonMergeDialog *self, const CeciMergeReference *reference)
{
  static const struct {
    const char *table, *words;
  } names[] = {
      {"application", N_ ("Applications")}, {"student", N_ ("Enrolments")},
      {"mandate", N_ ("Mandates")},         {"participant", N_ ("Courses on the virtual campus")},
      {"letter", N_ ("Letters")},           {"person_alias", N_ ("Earlier names")},
  };
  const char *title = reference->table;
  g_autofree char *rows = g_strdup_printf ("%d", (int) reference->rows);
  GtkWidget *row, *count;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].table, reference->table))
      title = _ (names[i].words);
  row = ceci_rows_new_row (title, NULL);
  count = gtk_label_new (rows);
  gtk_widget_add_css_class (count, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  ceci_rows_add (self->references, row);
}

static void
show (CeciPersonMergeDialog *self)
{
  CeciPersonMerge *plan = self->plan;
  // Translators: a name
  g_autofree char *kept = g_strdup_printf (_ ("Kept: %s"), ceci_person_get_display_name (plan->kept));

  ceci_rows_clear (self->fields);
  ceci_rows_clear (self->clashes);
  ceci_rows_clear (self->references);
  adw_preferences_group_set_description (self->fields, kept);
  for (guint i = 0; i < plan->fields->len; i++)
    add_field (self, plan->fields->pdata[i]);
  for (guint i = 0; i < plan->clashes->len; i++)
    add_clash (self, plan->clashes->pdata[i]);
  for (guint i = 0; i < plan->references->len; i++)
    add_reference (self, plan->references->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->clashes), plan->clashes->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->references), plan->references->len > 0);
  gtk_widget_set_sensitive (self->merge, !ceci_desk_is_read_only (self->desk));
}

// --- reading -----------------------------------------------------------------------------

typedef struct {
  char *kept_id, *other_id;
} Two;

static void
two_free (gpointer data)
{
  Two *two = data;

  g_free (two->kept_id);
  g_free (two->other_id);
  g_free (two);
}

static gpointer
read_plan (CeciDatabase *database, gpointer data, GError **error)
{
  const Two *two = data;

  return ceci_person_merge_new (database, two->kept_id, two->other_id, error);
}

static void
on_plan_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciPersonMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  CeciPersonMerge *plan = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (plan == NULL) {
    ceci_desk_report (self->desk, _ ("They can’t be merged"), error);
    adw_dialog_close (ADW_DIALOG (self));
    return;
  }
  // rows speak of the plan before: they go first
  ceci_rows_clear (self->fields);
  ceci_rows_clear (self->clashes);
  g_clear_pointer (&self->plan, ceci_person_merge_free);
  self->plan = plan;
  show (self);
}

static void
read_again (CeciPersonMergeDialog *self)
{
  Two *two = g_new0 (Two, 1);

  two->kept_id = g_strdup (self->kept_id);
  two->other_id = g_strdup (self->other_id);
  gtk_widget_set_sensitive (self->merge, FALSE);
  ceci_register_read_async (ceci_desk_get_register (self->desk), read_plan, two, two_free,
                            (GDestroyNotify) ceci_person_merge_free, self->reading, on_plan_read, g_object_ref (self));
}

static void
on_swap (CeciPersonMergeDialog *self)
{
  char *kept = self->kept_id;

  self->kept_id = self->other_id;
  self->other_id = kept;
  read_again (self);
}

// --- merging -----------------------------------------------------------------------------

typedef struct {
  CeciPersonMerge *plan;
  char *today;
} Merging;

static void
merging_free (gpointer data)
{
  Merging *merging = data;

  ceci_person_merge_free (merging->plan);
  g_free (merging->today);
  g_free (merging);
}

static gpointer
write_merge (CeciDatabase *database, gpointer data, GError **error)
{
  Merging *merging = data;

  ceci_person_merge_apply (merging->plan, database, merging->today, error);
  return NULL;
}

static void
on_merge (CeciPersonMergeDialog *self)
{
  g_autofree char *label = NULL;
  Merging *merging;

  if (self->plan == NULL)
    return;
  label = ceci_person_merge_dup_label (self->plan);
  ceci_rows_clear (self->fields);
  ceci_rows_clear (self->clashes);
  merging = g_new0 (Merging, 1);
  merging->plan = g_steal_pointer (&self->plan);
  merging->today = g_strdup (ceci_desk_get_today (self->desk));
  ceci_desk_write (self->desk, label, write_merge, merging, merging_free);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_cancel (CeciPersonMergeDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
ceci_person_merge_dialog_dispose (GObject *object)
{
  CeciPersonMergeDialog *self = CECI_PERSON_MERGE_DIALOG (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_PERSON_MERGE_DIALOG);
  g_clear_pointer (&self->plan, ceci_person_merge_free);
  G_OBJECT_CLASS (ceci_person_merge_dialog_parent_class)->dispose (object);
}

static void
ceci_person_merge_dialog_finalize (GObject *object)
{
  CeciPersonMergeDialog *self = CECI_PERSON_MERGE_DIALOG (object);

  g_free (self->kept_id);
  g_free (self->other_id);
  G_OBJECT_CLASS (ceci_person_merge_dialog_parent_class)->finalize (object);
}

static void
ceci_person_merge_dialog_class_init (CeciPersonMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_person_merge_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ceci_person_merge_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-person-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciPersonMergeDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, CeciPersonMergeDialog, clashes);
  gtk_widget_class_bind_template_child (widget_class, CeciPersonMergeDialog, references);
  gtk_widget_class_bind_template_child (widget_class, CeciPersonMergeDialog, merge);
  gtk_widget_class_bind_template_callback (widget_class, on_merge);
  gtk_widget_class_bind_template_callback (widget_class, on_swap);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
ceci_person_merge_dialog_init (CeciPersonMergeDialog *self)
{
  self->reading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
ceci_person_merge_dialog_new (CeciDesk *desk, const char *kept_id, const char *other_id)
{
  CeciPersonMergeDialog *self = g_object_new (CECI_TYPE_PERSON_MERGE_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->kept_id = g_strdup (kept_id);
  self->other_id = g_strdup (other_id);
  read_again (self);
  return ADW_DIALOG (self);
}
