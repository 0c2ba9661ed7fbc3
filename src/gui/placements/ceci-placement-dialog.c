// SPDX-License-Identifier: GPL-3.0-or-later
// Where a placement is added, edited, closed, or changed for another. While it is filled in the register is asked what
// the rules say and what would follow; nothing is written before it is saved. Its fields: ceci-placement-fields.c.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-placement-dialog-private.h"
#include "ceci-placement-writes.h"
#include "core/model/ceci-mandate.h"
#include "core/store/ceci-date.h"

G_DEFINE_FINAL_TYPE (CeciPlacementDialog, ceci_placement_dialog, ADW_TYPE_DIALOG)

static CeciPlacementTask
task_of (CeciPlacementDialog *self)
{
  return self->choices != NULL ? self->choices->task : CECI_PLACEMENT_ADD;
}

static gboolean
closes (CeciPlacementDialog *self)
{
  return task_of (self) == CECI_PLACEMENT_CHANGE || task_of (self) == CECI_PLACEMENT_CLOSE;
}

static gboolean
amends (CeciPlacementDialog *self)
{
  return task_of (self) == CECI_PLACEMENT_EDIT && self->choices->is_signed && adw_switch_row_get_active (self->amend);
}

// --- what the register says ------------------------------------------------------------------

static void
show_verdict (CeciPlacementDialog *self, const CeciPlacementAnswer *answer)
{
  static const char *const icons[] = {"object-select-symbolic", "content-loading-symbolic", "dialog-warning-symbolic",
                                      "process-stop-symbolic"};

  gtk_widget_set_visible (GTK_WIDGET (self->verdict), answer->supervisor_reason != NULL);
  if (answer->supervisor_reason == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->verdict), answer->supervisor_reason);
  gtk_image_set_from_icon_name (self->verdict_icon, icons[answer->supervisor]);
}

// What is still to be filled in: a sentence, or NULL when it can be saved.
static char *
missing (CeciPlacementDialog *self, const CeciPlacementDraft *draft, const char *closed_on)
{
  g_autofree char *reason = ceci_placement_dialog_dup_text (self->closed_reason);
  g_autofree char *amend_reason = ceci_placement_dialog_dup_text (self->amend_reason);

  if (self->told != NULL)
    return g_strdup_printf (_ ("“%s” can’t be read. Write a date as 12/03/2026, hours as 150 h."), self->told);
  if (closes (self) && closed_on == NULL)
    return g_strdup (_ ("Give the last day of the placement that closes."));
  if (closes (self) && reason == NULL)
    return g_strdup (_ ("Say why the placement closes."));
  if (draft == NULL)
    return NULL;
  if (draft->organisation == NULL)
    return g_strdup (_ ("Choose an organisation, or name a new one."));
  if (ceci_placement_get_starts_on (draft->placement) == NULL)
    return g_strdup (_ ("Give the day the placement starts."));
  if (amends (self) && amend_reason == NULL)
    return g_strdup (_ ("Say why the agreement is amended, or draw up no amendment."));
  return NULL;
}

static void
complain (CeciPlacementDialog *self, const char *complaint)
{
  gtk_label_set_label (self->complaint, complaint != NULL ? complaint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), complaint != NULL);
  gtk_widget_set_sensitive (self->save, complaint == NULL);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciPlacementDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciPlacementAnswer) answer = ceci_register_read_finish (CECI_REGISTER (source), result, &error);
  g_autofree char *foreseen = NULL;

  if (answer == NULL || self->desk == NULL)
    return; // a newer question took its place, or the dialog is gone
  foreseen = answer->foreseen != NULL ? g_strjoinv ("\n", answer->foreseen) : NULL;
  gtk_label_set_label (self->foreseen, foreseen != NULL ? foreseen : "");
  gtk_widget_set_visible (self->consequences, foreseen != NULL);
  gtk_label_set_label (self->changes, answer->changes != NULL ? answer->changes : "");
  gtk_widget_set_visible (GTK_WIDGET (self->changes), answer->changes != NULL);
  show_verdict (self, answer);
  complain (self, answer->complaint);
}

static gpointer
answer_question (CeciDatabase *database, gpointer question, GError **error)
{
  return ceci_placement_question_answer (database, question);
}

static void
ask (CeciPlacementDialog *self, CeciPlacementDraft *draft, const char *closed_on)
{
  CeciPlacementQuestion *question = g_new0 (CeciPlacementQuestion, 1);

  question->task = task_of (self);
  question->draft = ceci_placement_draft_copy (draft);
  question->standing = ceci_placement_draft_copy (self->choices->standing);
  question->closed_on = g_strdup (closed_on);
  question->today = g_strdup (ceci_desk_get_today (self->desk));
  question->amends = amends (self);
  question->language = g_strcmp0 (ceci_student_get_language (self->choices->student), "en") == 0 ? "en" : "fr";
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  ceci_register_read_async (ceci_desk_get_register (self->desk), answer_question, question,
                            (GDestroyNotify) ceci_placement_question_free, (GDestroyNotify) ceci_placement_answer_free,
                            self->asking, on_answered, g_object_ref (self));
}

// --- what is filled in -------------------------------------------------------------------------

static void
show_parts (CeciPlacementDialog *self)
{
  gboolean fresh = adw_combo_row_get_selected (self->organisation) == 0;
  gboolean collective = ceci_placement_dialog_is_collective (self);
  CeciOffer *offer = ceci_placement_dialog_get_offer (self);
  GtkWidget *const of_new[] = {GTK_WIDGET (self->new_name),    GTK_WIDGET (self->new_kind),
                               GTK_WIDGET (self->new_form),    GTK_WIDGET (self->new_number),
                               GTK_WIDGET (self->new_address), GTK_WIDGET (self->new_postcode),
                               GTK_WIDGET (self->new_city)};

  for (guint i = 0; i < G_N_ELEMENTS (of_new); i++)
    gtk_widget_set_visible (of_new[i], fresh);
  gtk_widget_set_visible (GTK_WIDGET (self->mandate), !collective && self->shown_mandates->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->members), collective && task_of (self) != CECI_PLACEMENT_CLOSE);
  gtk_widget_set_visible (GTK_WIDGET (self->eligibility), offer == NULL || !ceci_offer_get_labelled (offer));
  gtk_widget_set_visible (GTK_WIDGET (self->amend_reason), adw_switch_row_get_active (self->amend));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->supervisor_name),
                                 collective ? _ ("Contact of the committee") : _ ("Name of the supervisor"));
}

static void
on_changed (CeciPlacementDialog *self)
{
  g_autoptr (CeciPlacementDraft) draft = NULL;
  g_autofree char *closed_on = NULL;
  g_autofree char *lacking = NULL;

  if (self->filling || self->choices == NULL)
    return;
  g_clear_pointer (&self->told, g_free);
  show_parts (self);
  if (closes (self))
    closed_on = ceci_placement_dialog_dup_day (self, self->closed_on, NULL);
  if (task_of (self) != CECI_PLACEMENT_CLOSE)
    draft = ceci_placement_dialog_dup_draft (self);
  lacking = missing (self, draft, closed_on);
  if (lacking != NULL)
    complain (self, lacking);
  // what is not whole yet is asked about as far as it goes; only a whole one can be saved
  if (lacking == NULL)
    ask (self, draft, closed_on);
}

// The committee in office on the day the placement starts, as the organisation's page has it.
static void
propose_members (CeciPlacementDialog *self)
{
  g_autoptr (CeciOrganisation) organisation = ceci_placement_dialog_dup_organisation (self);
  g_autoptr (GListModel) written = ceci_member_list_dup_members (self->members, ceci_desk_get_today (self->desk));
  g_autofree char *starts_on = ceci_placement_dialog_dup_day (self, self->starts_on, NULL);
  const char *id = organisation != NULL ? ceci_record_get_id (CECI_RECORD (organisation)) : NULL;
  const char *day = starts_on != NULL ? starts_on : ceci_desk_get_today (self->desk);

  if (id == NULL || g_list_model_get_n_items (written) > 0)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (self->choices->mandates); i++) {
    g_autoptr (CeciMandate) mandate = g_list_model_get_item (self->choices->mandates, i);
    const char *ends_on = ceci_mandate_get_ends_on (mandate);

    if (g_strcmp0 (ceci_mandate_get_organisation_id (mandate), id) == 0 &&
        g_strcmp0 (ceci_mandate_get_starts_on (mandate), day) <= 0 &&
        (ends_on == NULL || g_strcmp0 (day, ends_on) <= 0))
      ceci_member_list_add (self->members, ceci_mandate_get_holder_name (mandate), ceci_mandate_get_role (mandate),
                            ceci_mandate_get_starts_on (mandate), ends_on, FALSE);
  }
}

static void
on_organisation (CeciPlacementDialog *self)
{
  if (self->filling || self->choices == NULL)
    return;
  self->filling = TRUE;
  ceci_placement_dialog_show_mandates (self);
  propose_members (self);
  self->filling = FALSE;
  on_changed (self);
}

// --- what it begins with -------------------------------------------------------------------------

static void
take_base (CeciPlacementDialog *self, CeciPlacementDraft *base)
{
  ceci_placement_draft_free (self->base);
  self->base = base;
  ceci_placement_dialog_fill (self);
  on_organisation (self);
}

typedef struct {
  GObject *source; // CeciApplication or CeciOffer
  char *student_id, *starts_on;
} Beginning;

static void
beginning_free (gpointer data)
{
  Beginning *beginning = data;

  g_object_unref (beginning->source);
  g_free (beginning->student_id);
  g_free (beginning->starts_on);
  g_free (beginning);
}

static gpointer
read_beginning (CeciDatabase *database, gpointer data, GError **error)
{
  Beginning *beginning = data;

  if (CECI_IS_OFFER (beginning->source))
    return ceci_placement_draft_from_offer (database, CECI_OFFER (beginning->source), beginning->student_id,
                                            beginning->starts_on, error);
  return ceci_placement_draft_from_application (database, CECI_APPLICATION (beginning->source), beginning->student_id,
                                                beginning->starts_on, error);
}

static void
on_beginning_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciPlacementDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  CeciPlacementDraft *draft = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (draft == NULL)
    return;
  if (self->desk != NULL)
    take_base (self, draft);
  else
    ceci_placement_draft_free (draft);
}

static const char *
first_day (CeciPlacementDialog *self)
{
  const char *enrolled_on = ceci_student_get_enrolled_on (self->choices->student);
  const char *today = ceci_desk_get_today (self->desk);

  return g_strcmp0 (enrolled_on, today) > 0 ? enrolled_on : today;
}

static void
on_source (CeciPlacementDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->source);
  CeciOffer *offer = ceci_placement_dialog_get_offer (self);
  const char *student_id = ceci_record_get_id (CECI_RECORD (self->choices->student));
  gboolean from_application = selected == 0 && self->choices->application != NULL;
  Beginning *beginning;

  if (self->filling)
    return;
  if (offer == NULL && !from_application) {
    take_base (self, ceci_placement_draft_new_blank (student_id, first_day (self)));
    return;
  }
  beginning = g_new0 (Beginning, 1);
  beginning->source = g_object_ref (offer != NULL ? G_OBJECT (offer) : G_OBJECT (self->choices->application));
  beginning->student_id = g_strdup (student_id);
  beginning->starts_on = g_strdup (first_day (self));
  ceci_register_read_async (ceci_desk_get_register (self->desk), read_beginning, beginning, beginning_free,
                            (GDestroyNotify) ceci_placement_draft_free, NULL, on_beginning_read, g_object_ref (self));
}

// --- saving -------------------------------------------------------------------------------------

static void
on_cancel (CeciPlacementDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_save (CeciPlacementDialog *self)
{
  g_autofree char *closed_on = closes (self) ? ceci_placement_dialog_dup_day (self, self->closed_on, NULL) : NULL;
  g_autofree char *closed_reason = ceci_placement_dialog_dup_text (self->closed_reason);
  g_autofree char *amend_reason = ceci_placement_dialog_dup_text (self->amend_reason);
  CeciPlacementSaving saving = {
      .task = task_of (self),
      .draft = task_of (self) != CECI_PLACEMENT_CLOSE ? ceci_placement_dialog_dup_draft (self) : NULL,
      .placement_id = self->choices->standing != NULL
                          ? ceci_record_get_id (CECI_RECORD (self->choices->standing->placement))
                          : NULL,
      .closed_on = closed_on,
      .closed_reason = closed_reason,
      .amend_reason = amends (self) ? amend_reason : NULL,
      .amend_changes = amends (self) ? gtk_label_get_label (self->changes) : NULL,
  };

  ceci_placement_save (self->desk, self->choices->student, &saving);
  adw_dialog_close (ADW_DIALOG (self));
}

// --- the dialog ---------------------------------------------------------------------------------

static void
ceci_placement_dialog_dispose (GObject *object)
{
  CeciPlacementDialog *self = CECI_PLACEMENT_DIALOG (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_PLACEMENT_DIALOG);
  G_OBJECT_CLASS (ceci_placement_dialog_parent_class)->dispose (object);
}

static void
ceci_placement_dialog_finalize (GObject *object)
{
  CeciPlacementDialog *self = CECI_PLACEMENT_DIALOG (object);

  g_clear_pointer (&self->choices, ceci_placement_choices_free);
  g_clear_pointer (&self->base, ceci_placement_draft_free);
  g_clear_pointer (&self->shown_mandates, g_ptr_array_unref);
  g_clear_pointer (&self->shown_sources, g_ptr_array_unref);
  g_free (self->told);
  G_OBJECT_CLASS (ceci_placement_dialog_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, CeciPlacementDialog, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (page);
  BIND (save);
  BIND (closing);
  BIND (consequences);
  BIND (source_group);
  BIND (organisation_group);
  BIND (work);
  BIND (supervision);
  BIND (amendment_group);
  BIND (complaint);
  BIND (foreseen);
  BIND (changes);
  BIND (closed_on);
  BIND (closed_reason);
  BIND (source);
  BIND (organisation);
  BIND (new_kind);
  BIND (new_form);
  BIND (supervisor_kind);
  BIND (mandate);
  BIND (new_name);
  BIND (new_number);
  BIND (new_address);
  BIND (new_postcode);
  BIND (new_city);
  BIND (function);
  BIND (mission);
  BIND (starts_on);
  BIND (ends_on);
  BIND (planned);
  BIND (feasibility);
  BIND (eligibility);
  BIND (committee);
  BIND (amend);
  BIND (supervisor_name);
  BIND (supervisor_email);
  BIND (amend_reason);
  BIND (verdict);
  BIND (verdict_icon);
  BIND (members);
}

static void
ceci_placement_dialog_class_init (CeciPlacementDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_placement_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ceci_placement_dialog_finalize;
  g_type_ensure (CECI_TYPE_MEMBER_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/placements/ceci-placement-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_organisation);
  gtk_widget_class_bind_template_callback (widget_class, on_source);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
ceci_placement_dialog_init (CeciPlacementDialog *self)
{
  self->shown_mandates = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_task (CeciPlacementDialog *self)
{
  const char *const titles[] = {_ ("New placement"), _ ("Edit the placement"), _ ("Change placement"),
                                _ ("Close the placement")};
  const char *const verbs[] = {_ ("_Add"), _ ("_Save"), _ ("C_hange"), _ ("_Close it")};
  CeciPlacementTask task = task_of (self);
  gboolean filled = task != CECI_PLACEMENT_CLOSE;

  adw_dialog_set_title (ADW_DIALOG (self), titles[task]);
  gtk_button_set_label (GTK_BUTTON (self->save), verbs[task]);
  gtk_widget_set_visible (self->closing, closes (self));
  gtk_widget_set_visible (self->source_group, task == CECI_PLACEMENT_ADD || task == CECI_PLACEMENT_CHANGE);
  gtk_widget_set_visible (self->organisation_group, filled);
  gtk_widget_set_visible (self->work, filled);
  gtk_widget_set_visible (self->supervision, filled);
  gtk_widget_set_visible (GTK_WIDGET (self->members), filled);
  gtk_widget_set_visible (self->amendment_group, task == CECI_PLACEMENT_EDIT && self->choices->is_signed);
  if (task == CECI_PLACEMENT_CLOSE)
    adw_dialog_set_content_height (ADW_DIALOG (self), 420);
}

// The fields as they are first: of what is edited, of the application for a first placement, else blank.
static void
begin (CeciPlacementDialog *self)
{
  CeciPlacementTask task = task_of (self);

  show_task (self);
  ceci_placement_dialog_offer (self);
  if (closes (self))
    gtk_editable_set_text (GTK_EDITABLE (self->closed_on), ceci_desk_get_today (self->desk));
  if (task == CECI_PLACEMENT_CHANGE && self->choices->application != NULL)
    adw_combo_row_set_selected (self->source, 1); // the application speaks of the first placement
  if (task == CECI_PLACEMENT_EDIT)
    take_base (self, ceci_placement_draft_copy (self->choices->standing));
  else {
    take_base (self, ceci_placement_draft_new_blank (ceci_record_get_id (CECI_RECORD (self->choices->student)),
                                                     first_day (self)));
    if (task == CECI_PLACEMENT_ADD)
      on_source (self);
  }
  adw_dialog_set_focus (ADW_DIALOG (self), closes (self)                 ? GTK_WIDGET (self->closed_on)
                                           : task == CECI_PLACEMENT_EDIT ? GTK_WIDGET (self->function)
                                                                         : GTK_WIDGET (self->source));
}

typedef struct {
  GtkWidget *parent;
  CeciDesk *desk;
  CeciPlacementTask task;
  char *student_id, *placement_id;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->parent);
  g_object_unref (opening->desk);
  g_free (opening->student_id);
  g_free (opening->placement_id);
  g_free (opening);
}

static gpointer
read_choices (CeciDatabase *database, gpointer data, GError **error)
{
  Opening *opening = data;

  return ceci_placement_choices_read (database, opening->task, opening->student_id, opening->placement_id, error);
}

static void
on_choices_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  g_autoptr (GError) error = NULL;
  CeciPlacementChoices *choices = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (choices == NULL) {
    ceci_desk_report (opening->desk, _ ("The placement could not be read"), error);
  } else {
    CeciPlacementDialog *self = g_object_new (CECI_TYPE_PLACEMENT_DIALOG, NULL);

    self->desk = g_object_ref (opening->desk);
    self->choices = choices;
    begin (self);
    adw_dialog_present (ADW_DIALOG (self), opening->parent);
  }
  opening_free (opening);
}

void
ceci_placement_dialog_open (GtkWidget *parent, CeciDesk *desk, CeciPlacementTask task, const char *student_id,
                            const char *placement_id)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->parent = g_object_ref (parent);
  opening->desk = g_object_ref (desk);
  opening->task = task;
  opening->student_id = g_strdup (student_id);
  opening->placement_id = g_strdup (placement_id);
  ceci_register_read_async (ceci_desk_get_register (desk), read_choices, opening, NULL,
                            (GDestroyNotify) ceci_placement_choices_free, NULL, on_choices_read, opening);
}
