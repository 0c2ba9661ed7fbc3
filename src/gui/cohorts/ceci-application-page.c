// SPDX-License-Identifier: GPL-3.0-or-later
// An application: all that the form gave, whether it is admissible and why, and what the office does about it. What it
// says stands in ceci-application-rows.c, what it writes in ceci-application-acts.c.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-application-dialog.h"
#include "ceci-application-letters.h"
#include "ceci-application-page-private.h"
#include "ceci-person-merge-dialog.h"
#include "core/model/ceci-enrolment.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-question.h"

G_DEFINE_FINAL_TYPE (CeciApplicationPage, ceci_application_page, CECI_TYPE_VIEW)

static gpointer
ceci_application_page_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_application_sheet_read (database, subject, today, error);
}

static void
ceci_application_page_show (CeciView *view, gpointer result)
{
  CeciApplicationPage *self = CECI_APPLICATION_PAGE (view);
  CeciApplicationSheet *sheet = result;

  g_clear_pointer (&self->sheet, ceci_application_sheet_free);
  self->sheet = g_new (CeciApplicationSheet, 1);
  *self->sheet = *sheet;
  *sheet = (CeciApplicationSheet) {NULL}; // taken over
  ceci_application_page_fill (self);
}

static void
act (CeciApplicationPage *self, CeciApplicationAct kind, const char *text, const char *other, int number)
{
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));

  if (self->sheet != NULL && desk != NULL)
    ceci_application_act (CECI_VIEW (self), kind, self->sheet->application, text, other, number,
                          ceci_desk_get_today (desk));
}

// --- states ------------------------------------------------------------------------------

typedef struct {
  CeciApplicationPage *page;
  CeciApplicationAct act;
  int number;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->page);
  g_free (asked);
}

static void
on_reason_given (const char *const *answers, gpointer user_data)
{
  Asked *asked = user_data;

  act (asked->page, asked->act, answers[0], NULL, asked->number);
}

static void
ask_reason (CeciApplicationPage *self, CeciApplicationAct kind, int number, const char *heading, const char *body,
            const char *accept)
{
  const CeciQuestionLine line = {_ ("Reason"), NULL, FALSE};
  Asked *asked = g_new0 (Asked, 1);

  asked->page = g_object_ref (self);
  asked->act = kind;
  asked->number = number;
  ceci_question_ask (GTK_WIDGET (self), heading, body, accept, &line, 1, on_reason_given, asked, asked_free);
}

static void
set_state_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciApplicationPage *self = CECI_APPLICATION_PAGE (widget);
  int state = ceci_enum_from_nick (CECI_TYPE_APPLICATION_STATE, g_variant_get_string (parameter, NULL));

  if (state == CECI_APPLICATION_STATE_INADMISSIBLE)
    ask_reason (self, CECI_APPLICATION_ACT_SET_STATE, state, _ ("Why is it inadmissible?"),
                _ ("The reason stands beside the application and is told to the student."), _ ("_Mark inadmissible"));
  else if (state == CECI_APPLICATION_STATE_WITHDRAWN)
    ask_reason (self, CECI_APPLICATION_ACT_SET_STATE, state, _ ("Why is it withdrawn?"),
                _ ("The reason stands beside the application."), _ ("_Mark withdrawn"));
  else
    act (self, CECI_APPLICATION_ACT_SET_STATE, NULL, NULL, state);
}

static void
enrol_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciApplicationPage *self = CECI_APPLICATION_PAGE (widget);

  if (self->sheet == NULL)
    return;
  if (ceci_enrolment_needs_reason (self->sheet->application))
    ask_reason (self, CECI_APPLICATION_ACT_ENROL, 0, _ ("Why enrol all the same?"),
                _ ("This application is not admissible. The reason stands beside it."), _ ("_Enrol all the same"));
  else
    act (self, CECI_APPLICATION_ACT_ENROL, NULL, NULL, 0);
}

static void
check_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  act (CECI_APPLICATION_PAGE (widget), CECI_APPLICATION_ACT_CHECK, NULL, NULL, 0);
}

static void
vouch_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_reason (CECI_APPLICATION_PAGE (widget), CECI_APPLICATION_ACT_VOUCH, 0, _ ("Why is the placement eligible?"),
              _ ("The reason stands beside the application, and beside the placement it becomes."), _ ("_Eligible"));
}

// --- guidance ----------------------------------------------------------------------------

static void
on_guided (CeciApplicationPage *self)
{
  if (!self->showing)
    act (self,
         adw_switch_row_get_active (self->guided) ? CECI_APPLICATION_ACT_GUIDE : CECI_APPLICATION_ACT_STOP_GUIDING,
         NULL, NULL, 0);
}

static void
on_contact_given (CeciApplicationPage *self)
{
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  const char *written = gtk_editable_get_text (GTK_EDITABLE (self->contacted_on));
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note))));
  g_autofree char *day = *written != '\0' ? ceci_date_parse_human (written, ceci_desk_get_today (desk))
                                          : g_strdup (ceci_desk_get_today (desk));

  if (day == NULL) {
    ceci_desk_notice (desk, _ ("This is not a date: write it as 12/03/2026."));
    gtk_widget_grab_focus (GTK_WIDGET (self->contacted_on));
    return;
  }
  if (self->sheet == NULL || *note == '\0')
    return;
  ceci_application_act (CECI_VIEW (self), CECI_APPLICATION_ACT_CONTACT, self->sheet->application, note, NULL,
                        (int) adw_combo_row_get_selected (self->channel), day);
  gtk_editable_set_text (GTK_EDITABLE (self->note), "");
  gtk_editable_set_text (GTK_EDITABLE (self->contacted_on), "");
}

static void
forget_contact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  act (CECI_APPLICATION_PAGE (widget), CECI_APPLICATION_ACT_FORGET_CONTACT, NULL,
       g_variant_get_string (parameter, NULL), 0);
}

static void
take_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  act (CECI_APPLICATION_PAGE (widget), CECI_APPLICATION_ACT_TAKE_UP, NULL, g_variant_get_string (parameter, NULL), 0);
}

// --- dialogs -----------------------------------------------------------------------------

static void
correct_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciApplicationPage *self = CECI_APPLICATION_PAGE (widget);
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));

  if (self->sheet != NULL && desk != NULL)
    adw_dialog_present (ceci_application_dialog_new (desk, self->sheet->application, self->sheet->person), widget);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciApplicationPage *self = CECI_APPLICATION_PAGE (widget);
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));

  if (self->sheet != NULL && desk != NULL)
    adw_dialog_present (ceci_person_merge_dialog_new (desk, ceci_record_get_id (CECI_RECORD (self->sheet->person)),
                                                      g_variant_get_string (parameter, NULL)),
                        widget);
}

static void
write_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciApplicationPage *self = CECI_APPLICATION_PAGE (widget);
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->sheet == NULL)
    return;
  g_ptr_array_add (one, g_object_ref (self->sheet->application));
  ceci_application_letters_write (CECI_VIEW (self), g_variant_get_string (parameter, NULL), one);
}

// --- the neighbours ----------------------------------------------------------------------

static int
find_place (CeciApplicationPage *self)
{
  const char *id = ceci_view_get_subject (CECI_VIEW (self));

  for (int i = 0; self->ids != NULL && id != NULL && self->ids[i] != NULL; i++)
    if (g_str_equal (self->ids[i], id))
      return i;
  return -1;
}

static void
show_place (CeciApplicationPage *self)
{
  int place = find_place (self), n = self->ids != NULL ? (int) g_strv_length (self->ids) : 0;
  g_autofree char *text = g_strdup_printf ("%d / %d", place + 1, n);

  gtk_widget_set_visible (self->neighbours, place >= 0 && n > 1);
  gtk_label_set_label (self->position, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.previous", place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.next", place >= 0 && place + 1 < n);
}

static void
go (CeciApplicationPage *self, int by)
{
  int place = find_place (self) + by;

  if (place < 0 || self->ids == NULL || place >= (int) g_strv_length (self->ids))
    return;
  ceci_view_set_subject (CECI_VIEW (self), self->ids[place]);
  show_place (self);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (CECI_APPLICATION_PAGE (widget), -1);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (CECI_APPLICATION_PAGE (widget), 1);
}

void
ceci_application_page_set_neighbours (CeciApplicationPage *self, const char *const *ids)
{
  g_strfreev (self->ids);
  self->ids = g_strdupv ((GStrv) ids);
  show_place (self);
}

// --- the page ----------------------------------------------------------------------------

static void
ceci_application_page_dispose (GObject *object)
{
  CeciApplicationPage *self = CECI_APPLICATION_PAGE (object);

  g_clear_pointer (&self->sheet, ceci_application_sheet_free);
  g_clear_pointer (&self->ids, g_strfreev);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_APPLICATION_PAGE);
  G_OBJECT_CLASS (ceci_application_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationPage, heading);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationPage, state);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationPage, guidance_pill);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationPage, neighbours);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationPage, position);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationPage, admission);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationPage, duplicates);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationPage, placement);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationPage, motivation);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationPage, person);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationPage, elsewhere);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationPage, guidance);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationPage, contacts);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationPage, offers);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationPage, source);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationPage, guided);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationPage, note);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationPage, channel);
  gtk_widget_class_bind_template_child (widget_class, CeciApplicationPage, contacted_on);
  gtk_widget_class_bind_template_callback (widget_class, on_contact_given);
}

static void
ceci_application_page_class_init (CeciApplicationPageClass *klass)
{
  static const char *const tables[] = {"application", "person",     "application_contact", "student",
                                       "letter",      "regulation", "organisation",        "offer",
                                       "cohort",      NULL};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_application_page_dispose;
  view_class->tables = tables;
  view_class->read = ceci_application_page_read;
  view_class->free_result = (GDestroyNotify) ceci_application_sheet_free;
  view_class->show = ceci_application_page_show;

  g_type_ensure (CECI_TYPE_STATE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-application-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "application.set-state", "s", set_state_action);
  gtk_widget_class_install_action (widget_class, "application.enrol", NULL, enrol_action);
  gtk_widget_class_install_action (widget_class, "application.check-again", NULL, check_again_action);
  gtk_widget_class_install_action (widget_class, "application.vouch", NULL, vouch_action);
  gtk_widget_class_install_action (widget_class, "application.forget-contact", "s", forget_contact_action);
  gtk_widget_class_install_action (widget_class, "application.take-up", "s", take_up_action);
  gtk_widget_class_install_action (widget_class, "application.correct", NULL, correct_action);
  gtk_widget_class_install_action (widget_class, "application.merge", "s", merge_action);
  gtk_widget_class_install_action (widget_class, "application.write", "s", write_action);
  gtk_widget_class_install_action (widget_class, "page.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "page.next", NULL, next_action);
}

static void
ceci_application_page_init (CeciApplicationPage *self)
{
  g_autoptr (GtkStringList) channels = gtk_string_list_new (NULL);
  g_autoptr (GEnumClass) values = g_type_class_ref (CECI_TYPE_CONTACT_CHANNEL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < values->n_values; i++)
    gtk_string_list_append (channels, ceci_enum_get_label (CECI_TYPE_CONTACT_CHANNEL, values->values[i].value));
  adw_combo_row_set_model (self->channel, G_LIST_MODEL (channels));
  g_signal_connect_swapped (self->guided, "notify::active", G_CALLBACK (on_guided), self);
}
