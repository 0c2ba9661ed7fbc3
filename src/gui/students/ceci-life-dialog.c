// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what an extension, a withdrawal, a readmission or a change of name needs, and says what follows before it is
// confirmed. The sentences are the core's, read again at each change of what is asked.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-life-dialog.h"
#include "core/store/ceci-date.h"

// The rows of the form, each shown for some kinds only.
enum { DATE, CATEGORY, GRANTED_BY, UNTIL, REASON, FIRST_NAME, USUAL_FIRST_NAME, FAMILY_NAME, N_ROWS };

struct _CeciLifeDialog {
  AdwDialog parent_instance;
  AdwPreferencesGroup *form;
  AdwPreferencesGroup *follows;
  GtkWidget *accept;
  GtkWidget *rows[N_ROWS];
  GPtrArray *sentences; // rows of what follows
  CeciDesk *desk;
  CeciStudent *student;
  CeciLifeKind kind;
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (CeciLifeDialog, ceci_life_dialog, ADW_TYPE_DIALOG)

#define SHOWN(row) (1u << (row))

static const struct {
  const char *title, *accept, *description, *date, *style;
  guint shown;
} kinds[] = {
    [CECI_LIFE_EXTEND] = {N_ ("Extension"), N_ ("_Grant"),
                          N_ ("Nothing about health is stored: the kind of reason is enough."), N_ ("New deadline"),
                          "suggested-action", SHOWN (DATE) | SHOWN (CATEGORY) | SHOWN (GRANTED_BY)},
    [CECI_LIFE_WITHDRAW] = {N_ ("Withdrawal"), N_ ("_Withdraw"), NULL, N_ ("Last day"), "destructive-action",
                            SHOWN (DATE) | SHOWN (REASON)},
    [CECI_LIFE_READMIT] = {N_ ("Readmission"), N_ ("_Readmit"), NULL, N_ ("First day again"), "suggested-action",
                           SHOWN (DATE) | SHOWN (UNTIL) | SHOWN (REASON)},
    [CECI_LIFE_RENAME] = {N_ ("Change of name"), N_ ("_Change"), NULL, N_ ("From"), "suggested-action",
                          SHOWN (FIRST_NAME) | SHOWN (USUAL_FIRST_NAME) | SHOWN (FAMILY_NAME)},
};

// --- what is asked ----------------------------------------------------------------------

// A change that owns what it points to.
typedef struct {
  CeciLifeChange change;
  GPtrArray *texts;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_ptr_array_unref (asked->texts);
  g_free (asked);
}

static const char *
keep (Asked *asked, char *text)
{
  if (text != NULL)
    g_ptr_array_add (asked->texts, text);
  return text;
}

static char *
text_of (CeciLifeDialog *self, guint row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rows[row]))));
}

static const char *
date_of (CeciLifeDialog *self, Asked *asked, guint row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->rows[row]));
  char *date = ceci_date_parse_human (text, ceci_desk_get_today (self->desk));

  if (date != NULL || *text == '\0')
    gtk_widget_remove_css_class (self->rows[row], "error");
  else
    gtk_widget_add_css_class (self->rows[row], "error");
  // what is no date is no date to the core either
  return keep (asked, date != NULL || *text == '\0' ? date : g_strdup (text));
}

static Asked *
ask (CeciLifeDialog *self)
{
  Asked *asked = g_new0 (Asked, 1);
  int category = (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self->rows[CATEGORY]));

  asked->texts = g_ptr_array_new_with_free_func (g_free);
  asked->change = (CeciLifeChange) {
      .kind = self->kind,
      .student_id = keep (asked, g_strdup (ceci_record_get_id (CECI_RECORD (self->student)))),
      .reason = keep (asked, text_of (self, REASON)),
      .category = ceci_enum_get_nick (CECI_TYPE_EXTENSION_CATEGORY, category),
      .granted_by = keep (asked, text_of (self, GRANTED_BY)),
      .family_name = keep (asked, text_of (self, FAMILY_NAME)),
      .first_name = keep (asked, text_of (self, FIRST_NAME)),
      .usual_first_name = keep (asked, text_of (self, USUAL_FIRST_NAME)),
      .today = keep (asked, g_strdup (ceci_desk_get_today (self->desk))),
  };
  asked->change.date = self->kind == CECI_LIFE_RENAME ? asked->change.today : date_of (self, asked, DATE);
  asked->change.until = self->kind == CECI_LIFE_READMIT ? date_of (self, asked, UNTIL) : NULL;
  return asked;
}

// --- what follows -----------------------------------------------------------------------

static void
clear_sentences (CeciLifeDialog *self)
{
  for (guint i = 0; i < self->sentences->len; i++)
    adw_preferences_group_remove (self->follows, self->sentences->pdata[i]);
  g_ptr_array_set_size (self->sentences, 0);
}

static void
add_sentence (CeciLifeDialog *self, const char *icon_name, const char *sentence)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_name));
  adw_preferences_group_add (self->follows, row);
  g_ptr_array_add (self->sentences, row);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciLifeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sentences = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    return;
  clear_sentences (self);
  for (guint i = 0; sentences != NULL && i < sentences->len; i++)
    add_sentence (self, "go-next-symbolic", sentences->pdata[i]);
  if (error != NULL)
    add_sentence (self, "dialog-information-symbolic", error->message);
  gtk_widget_set_sensitive (self->accept, sentences != NULL);
}

static gpointer
read_consequences (CeciDatabase *database, gpointer data, GError **error)
{
  return ceci_life_consequences (database, &((Asked *) data)->change, error);
}

static void
on_changed (CeciLifeDialog *self)
{
  if (self->desk == NULL)
    return;
  g_cancellable_cancel (self->reading);
  g_set_object (&self->reading, NULL);
  self->reading = g_cancellable_new ();
  gtk_widget_set_sensitive (self->accept, FALSE);
  ceci_register_read_async (ceci_desk_get_register (self->desk), read_consequences, ask (self), asked_free,
                            (GDestroyNotify) g_ptr_array_unref, self->reading, on_read, g_object_ref (self));
}

// --- doing it ---------------------------------------------------------------------------

static gpointer
apply (CeciDatabase *database, gpointer data, GError **error)
{
  ceci_life_apply (database, &((Asked *) data)->change, error);
  return NULL;
}

static void
on_accept (CeciLifeDialog *self)
{
  g_autofree char *label = ceci_life_label (self->kind, ceci_student_get_display_name (self->student));

  ceci_desk_write (self->desk, label, apply, ask (self), asked_free);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_cancel (CeciLifeDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
ceci_life_dialog_dispose (GObject *object)
{
  CeciLifeDialog *self = CECI_LIFE_DIALOG (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->desk);
  g_clear_object (&self->student);
  g_clear_pointer (&self->sentences, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_LIFE_DIALOG);
  G_OBJECT_CLASS (ceci_life_dialog_parent_class)->dispose (object);
}

static void
ceci_life_dialog_class_init (CeciLifeDialogClass *klass)
{
  static const char *const names[] = {"date",   "category",   "granted_by",       "until",
                                      "reason", "first_name", "usual_first_name", "family_name"};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_life_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/students/ceci-life-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciLifeDialog, form);
  gtk_widget_class_bind_template_child (widget_class, CeciLifeDialog, follows);
  gtk_widget_class_bind_template_child (widget_class, CeciLifeDialog, accept);
  for (guint i = 0; i < N_ROWS; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, names[i], FALSE, G_STRUCT_OFFSET (CeciLifeDialog, rows) + (gssize) (i * sizeof (GtkWidget *)));
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
ceci_life_dialog_init (CeciLifeDialog *self)
{
  self->sentences = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_categories (CeciLifeDialog *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (int value = 0; ceci_enum_get_nick (CECI_TYPE_EXTENSION_CATEGORY, value) != NULL; value++)
    gtk_string_list_append (words, ceci_enum_get_label (CECI_TYPE_EXTENSION_CATEGORY, value));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->rows[CATEGORY]), G_LIST_MODEL (words));
}

static void
set_text (CeciLifeDialog *self, guint row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->rows[row]), text != NULL ? text : "");
}

// What a person would enter most often stands there already.
static void
fill (CeciLifeDialog *self, const char *today, const char *deadline)
{
  const char *left_on = ceci_student_get_left_on (self->student);
  g_autofree char *later = self->kind == CECI_LIFE_EXTEND && deadline != NULL ? ceci_date_add_months (deadline, 6)
                           : self->kind == CECI_LIFE_READMIT && deadline != NULL && left_on != NULL
                               ? ceci_date_add_days (deadline, MAX (0, ceci_date_days_between (left_on, today)))
                               : NULL;

  fill_categories (self);
  set_text (self, DATE, self->kind == CECI_LIFE_EXTEND ? later : today);
  set_text (self, UNTIL, self->kind == CECI_LIFE_READMIT ? later : NULL);
  set_text (self, GRANTED_BY, g_get_real_name ());
  set_text (self, FIRST_NAME, ceci_student_get_first_name (self->student));
  set_text (self, USUAL_FIRST_NAME, ceci_student_get_usual_first_name (self->student));
  set_text (self, FAMILY_NAME, ceci_student_get_family_name (self->student));
}

/**
 * ceci_life_dialog_new:
 * @desk: the register
 * @student: whose life changes
 * @kind: how
 * @deadline: (nullable): the student's deadline as it stands
 *
 * Returns: (transfer floating): a dialog that asks, says what follows, and does it
 */
AdwDialog *
ceci_life_dialog_new (CeciDesk *desk, CeciStudent *student, CeciLifeKind kind, const char *deadline)
{
  CeciLifeDialog *self = g_object_new (CECI_TYPE_LIFE_DIALOG, "title", _ (kinds[kind].title), NULL);
  gboolean focused = FALSE;

  self->kind = kind;
  g_set_object (&self->student, student);
  gtk_button_set_label (GTK_BUTTON (self->accept), _ (kinds[kind].accept));
  gtk_widget_add_css_class (self->accept, kinds[kind].style);
  adw_preferences_group_set_description (self->form,
                                         kinds[kind].description != NULL ? _ (kinds[kind].description) : NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[DATE]), _ (kinds[kind].date));
  for (guint i = 0; i < N_ROWS; i++) {
    gboolean shown = (kinds[kind].shown & SHOWN (i)) != 0;

    gtk_widget_set_visible (self->rows[i], shown);
    if (shown && !focused)
      adw_dialog_set_focus (ADW_DIALOG (self), self->rows[i]);
    focused |= shown;
  }
  fill (self, ceci_desk_get_today (desk), deadline);
  self->desk = g_object_ref (desk);
  on_changed (self);
  return ADW_DIALOG (self);
}
