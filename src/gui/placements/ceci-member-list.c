// SPDX-License-Identifier: GPL-3.0-or-later
// The members of a collective supervisor, to be filled in. Each is a row that opens on its four lines.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-member-list.h"
#include "core/model/ceci-supervisor-member.h"
#include "core/store/ceci-date.h"

#define LINES 4

struct _CeciMemberList {
  AdwPreferencesGroup parent_instance;
  GtkWidget *adding;
  GPtrArray *rows; // AdwExpanderRow, borrowed
};

G_DEFINE_FINAL_TYPE (CeciMemberList, ceci_member_list, ADW_TYPE_PREFERENCES_GROUP)

static guint changed_signal;

static GtkEditable *
line_of (GtkWidget *row, guint line)
{
  GtkEditable **lines = g_object_get_data (G_OBJECT (row), "lines");

  return lines[line];
}

static char *
text_of (GtkWidget *row, guint line)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (line_of (row, line))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

// The date on a line, which turns red while it holds something else.
static char *
date_of (GtkWidget *row, guint line, const char *today)
{
  g_autofree char *text = text_of (row, line);
  char *date = text != NULL ? ceci_date_parse_human (text, today) : NULL;

  if (text != NULL && date == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (line_of (row, line)), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (line_of (row, line)), "error");
  return date;
}

static void
retitle (GtkWidget *row)
{
  g_autofree char *name = text_of (row, 0);
  g_autofree char *role = text_of (row, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name != NULL ? name : _ ("New member"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), role != NULL ? role : "");
}

static void
on_changed (GtkWidget *row)
{
  GtkWidget *self = gtk_widget_get_ancestor (row, CECI_TYPE_MEMBER_LIST);

  retitle (row);
  if (self != NULL)
    g_signal_emit (self, changed_signal, 0);
}

static void
on_remove (GtkWidget *row)
{
  CeciMemberList *self = CECI_MEMBER_LIST (gtk_widget_get_ancestor (row, CECI_TYPE_MEMBER_LIST));

  g_ptr_array_remove (self->rows, row);
  gtk_widget_grab_focus (self->adding);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_add (CeciMemberList *self)
{
  ceci_member_list_add (self, NULL, NULL, NULL, NULL, TRUE);
  g_signal_emit (self, changed_signal, 0);
}

static void
ceci_member_list_dispose (GObject *object)
{
  g_clear_pointer (&CECI_MEMBER_LIST (object)->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (ceci_member_list_parent_class)->dispose (object);
}

static void
ceci_member_list_class_init (CeciMemberListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ceci_member_list_dispose;
  /**
   * CeciMemberList::changed:
   *
   * A member was added, removed or written to.
   */
  changed_signal =
      g_signal_new ("changed", CECI_TYPE_MEMBER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ceci_member_list_init (CeciMemberList *self)
{
  self->rows = g_ptr_array_new ();
  self->adding = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->adding),
                        g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", "list-add-symbolic", "label",
                                      _ ("Add a _member"), "use-underline", TRUE, NULL));
  gtk_widget_add_css_class (self->adding, "flat");
  g_signal_connect_swapped (self->adding, "clicked", G_CALLBACK (on_add), self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->adding);
}

/**
 * ceci_member_list_add:
 * @self: the list
 * @name: (nullable): whose
 * @role: (nullable): which office
 * @since: (nullable): a date
 * @until: (nullable): a date
 * @focus: whether the cursor goes there
 */
void
ceci_member_list_add (CeciMemberList *self, const char *name, const char *role, const char *since, const char *until,
                      gboolean focus)
{
  const char *const titles[LINES] = {_ ("Name"), _ ("Office held"), _ ("Since"), _ ("Until (optional)")};
  const char *const texts[LINES] = {name, role, since, until};
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *removal = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkEditable **lines = g_new0 (GtkEditable *, LINES);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), "lines", lines, g_free);
  for (guint i = 0; i < LINES; i++) {
    GtkWidget *line = adw_entry_row_new ();

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), titles[i]);
    gtk_editable_set_text (GTK_EDITABLE (line), texts[i] != NULL ? texts[i] : "");
    lines[i] = GTK_EDITABLE (line);
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
    g_signal_connect_swapped (line, "changed", G_CALLBACK (on_changed), row);
  }
  gtk_widget_set_tooltip_text (removal, _ ("Remove this member"));
  gtk_widget_set_valign (removal, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (removal, "flat");
  g_signal_connect_swapped (removal, "clicked", G_CALLBACK (on_remove), row);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), removal);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  retitle (row);
  if (focus) {
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
    gtk_widget_grab_focus (GTK_WIDGET (lines[0]));
  }
}

void
ceci_member_list_set_members (CeciMemberList *self, GListModel *members)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; members != NULL && i < g_list_model_get_n_items (members); i++) {
    g_autoptr (CeciSupervisorMember) member = g_list_model_get_item (members, i);

    ceci_member_list_add (self, ceci_supervisor_member_get_name (member), ceci_supervisor_member_get_role (member),
                          ceci_supervisor_member_get_since (member), ceci_supervisor_member_get_until (member), FALSE);
  }
}

/**
 * ceci_member_list_dup_members:
 * @self: the list
 * @today: the day it is
 *
 * Returns: (transfer full): drafts of those with a name; a date that can't be read is left out, and its line says so
 */
GListModel *
ceci_member_list_dup_members (CeciMemberList *self, const char *today)
{
  GListStore *members = g_list_store_new (CECI_TYPE_SUPERVISOR_MEMBER);

  for (guint i = 0; i < self->rows->len; i++) {
    GtkWidget *row = self->rows->pdata[i];
    g_autofree char *name = text_of (row, 0);
    g_autofree char *role = text_of (row, 1);
    g_autofree char *since = date_of (row, 2, today);
    g_autofree char *until = date_of (row, 3, today);
    g_autoptr (CeciSupervisorMember) member = NULL;

    if (name == NULL)
      continue;
    member =
        ceci_record_new (CECI_TYPE_SUPERVISOR_MEMBER, "name", name, "role", role, "since", since, "until", until, NULL);
    g_list_store_append (members, member);
  }
  return G_LIST_MODEL (members);
}
