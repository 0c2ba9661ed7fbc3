// SPDX-License-Identifier: GPL-3.0-or-later
// The list of faculties in the preferences (R3): rename, order, what else they are called, retire where unused.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-faculties-group.h"
#include "core/model/ceci-faculty-repository.h"
#include "widgets/ceci-question.h"
#include "widgets/ceci-rows.h"

struct _CeciFacultiesGroup {
  AdwPreferencesGroup parent_instance;
  CeciDesk *desk;
};

G_DEFINE_FINAL_TYPE (CeciFacultiesGroup, ceci_faculties_group, ADW_TYPE_PREFERENCES_GROUP)

// A faculty with its other names and how many belong to it.
typedef struct {
  CeciFaculty *faculty;
  char *aliases;
  gint64 people;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_object_unref (line->faculty);
  g_free (line->aliases);
  g_free (line);
}

static gpointer
read_lines (CeciDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GListModel) list = ceci_faculty_repository_list (database, error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++) {
    g_autoptr (CeciFaculty) faculty = g_list_model_get_item (list, i);
    const char *id = ceci_record_get_id (CECI_RECORD (faculty));
    g_auto (GStrv) aliases = ceci_faculty_repository_aliases (database, id, error);
    Line *line;

    if (aliases == NULL)
      return NULL;
    line = g_new0 (Line, 1);
    line->faculty = g_steal_pointer (&faculty);
    line->aliases = g_strjoinv (", ", aliases);
    line->people = ceci_faculty_repository_n_people (database, id, error);
    g_ptr_array_add (lines, line);
  }
  return list != NULL ? g_steal_pointer (&lines) : NULL;
}

// --- writing -----------------------------------------------------------------------------

typedef struct {
  char *id; // NULL: a new one
  char *code, *name_fr, *name_en, *aliases;
  int move;
  gboolean remove;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->id);
  g_free (change->code);
  g_free (change->name_fr);
  g_free (change->name_en);
  g_free (change->aliases);
  g_free (change);
}

static gpointer
write_names (CeciDatabase *database, const Change *change, GError **error)
{
  g_autofree char *id = g_strdup (change->id);
  g_autoptr (CeciFaculty) stored = id != NULL ? ceci_record_find (CECI_TYPE_FACULTY, database, id, error)
                                              : ceci_record_new (CECI_TYPE_FACULTY, "code", change->code, NULL);
  g_autoptr (CeciFaculty) changed = NULL;
  g_auto (GStrv) aliases = g_strsplit (change->aliases, ",", -1);

  if (stored == NULL)
    return NULL;
  changed =
      ceci_record_with (stored, "code", change->code, "name_fr", change->name_fr, "name_en", change->name_en, NULL);
  if (id == NULL)
    id = ceci_faculty_repository_add (database, changed, error);
  else if (!ceci_faculty_repository_change (database, changed, error))
    return NULL;
  for (guint i = 0; aliases[i] != NULL; i++)
    g_strstrip (aliases[i]);
  if (id != NULL)
    ceci_faculty_repository_set_aliases (database, id, (const char *const *) aliases, error);
  return NULL;
}

static gpointer
write_change (CeciDatabase *database, gpointer data, GError **error)
{
  const Change *change = data;

  if (change->remove)
    ceci_faculty_repository_remove (database, change->id, error);
  else if (change->move != 0)
    ceci_faculty_repository_move (database, change->id, change->move, error);
  else
    return write_names (database, change, error);
  return NULL;
}

static void
write_with (CeciFacultiesGroup *self, const char *label, Change *change)
{
  ceci_desk_write (self->desk, label, write_change, change, change_free);
}

// --- asking ------------------------------------------------------------------------------

typedef struct {
  CeciFacultiesGroup *group;
  char *id;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->group);
  g_free (asked->id);
  g_free (asked);
}

static void
on_names_given (const char *const *answers, gpointer user_data)
{
  Asked *asked = user_data;
  Change *change = g_new0 (Change, 1);
  // Translators: %s is a faculty's short code
  g_autofree char *label =
      g_strdup_printf (asked->id != NULL ? _ ("Change the faculty %s") : _ ("Add the faculty %s"), answers[0]);

  change->id = g_strdup (asked->id);
  change->code = g_strdup (answers[0]);
  change->name_fr = g_strdup (answers[1]);
  change->name_en = g_strdup (answers[2]);
  change->aliases = g_strdup (answers[3]);
  write_with (asked->group, label, change);
}

static void
ask (CeciFacultiesGroup *self, CeciFaculty *faculty, const char *aliases)
{
  const CeciQuestionLine lines[] = {
      {_ ("Short code"), faculty != NULL ? ceci_faculty_get_code (faculty) : NULL, FALSE},
      {_ ("Name in French"), faculty != NULL ? ceci_faculty_get_name_fr (faculty) : NULL, FALSE},
      {_ ("Name in English"), faculty != NULL ? ceci_faculty_get_name_en (faculty) : NULL, FALSE},
      {_ ("Also called, with commas between"), aliases, TRUE},
  };
  Asked *asked = g_new0 (Asked, 1);

  asked->group = g_object_ref (self);
  asked->id = faculty != NULL ? g_strdup (ceci_record_get_id (CECI_RECORD (faculty))) : NULL;
  ceci_question_ask (GTK_WIDGET (self), faculty != NULL ? _ ("Faculty") : _ ("New faculty"),
                     _ ("Forms are matched with all of these names."), faculty != NULL ? _ ("_Change") : _ ("_Add"),
                     lines, G_N_ELEMENTS (lines), on_names_given, asked, asked_free);
}

// --- rows --------------------------------------------------------------------------------

static void
on_edit (GtkButton *button, CeciFacultiesGroup *self)
{
  const Line *line = g_object_get_data (G_OBJECT (button), "line");

  ask (self, line->faculty, line->aliases);
}

static void
move (CeciFacultiesGroup *self, GtkButton *button, int by)
{
  const Line *line = g_object_get_data (G_OBJECT (button), "line");
  Change *change = g_new0 (Change, 1);
  g_autofree char *label = g_strdup_printf (_ ("Move the faculty %s"), ceci_faculty_get_code (line->faculty));

  change->id = g_strdup (ceci_record_get_id (CECI_RECORD (line->faculty)));
  change->move = by;
  write_with (self, label, change);
}

static void
on_up (GtkButton *button, CeciFacultiesGroup *self)
{
  move (self, button, -1);
}

static void
on_down (GtkButton *button, CeciFacultiesGroup *self)
{
  move (self, button, 1);
}

static void
on_remove (GtkButton *button, CeciFacultiesGroup *self)
{
  const Line *line = g_object_get_data (G_OBJECT (button), "line");
  Change *change = g_new0 (Change, 1);
  g_autofree char *label = g_strdup_printf (_ ("Remove the faculty %s"), ceci_faculty_get_code (line->faculty));

  change->id = g_strdup (ceci_record_get_id (CECI_RECORD (line->faculty)));
  change->remove = TRUE;
  write_with (self, label, change);
}

static GtkWidget *
add_icon (CeciFacultiesGroup *self, GtkWidget *row, const Line *line, const char *icon, const char *tooltip,
          GCallback pressed)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "line", (gpointer) line);
  g_signal_connect (button, "clicked", pressed, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static void
add_line (CeciFacultiesGroup *self, Line *line, gboolean first, gboolean last)
{
  g_autofree char *names = *line->aliases != '\0'
                               ? g_strdup_printf ("%s · %s", ceci_faculty_get_name_fr (line->faculty), line->aliases)
                               : g_strdup (ceci_faculty_get_name_fr (line->faculty));
  GtkWidget *row = ceci_rows_new_row (ceci_faculty_get_code (line->faculty), names);

  g_object_set_data_full (G_OBJECT (row), "line", line, line_free);
  gtk_widget_set_sensitive (add_icon (self, row, line, "go-up-symbolic", _ ("Move up"), G_CALLBACK (on_up)), !first);
  gtk_widget_set_sensitive (add_icon (self, row, line, "go-down-symbolic", _ ("Move down"), G_CALLBACK (on_down)),
                            !last);
  add_icon (self, row, line, "document-edit-symbolic", _ ("Change"), G_CALLBACK (on_edit));
  gtk_widget_set_sensitive (add_icon (self, row, line, "user-trash-symbolic", _ ("Remove, where nobody belongs to it"),
                                      G_CALLBACK (on_remove)),
                            line->people == 0);
  ceci_rows_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciFacultiesGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (self->desk == NULL)
    return;
  if (lines == NULL) {
    ceci_desk_report (self->desk, _ ("The register could not be read"), error);
    return;
  }
  ceci_rows_clear (ADW_PREFERENCES_GROUP (self));
  for (guint i = 0; lines->len > 0; i++) {
    Line *line = g_ptr_array_steal_index (lines, 0);

    add_line (self, line, i == 0, lines->len == 0);
  }
}

static void
read_again (CeciFacultiesGroup *self)
{
  ceci_register_read_async (ceci_desk_get_register (self->desk), read_lines, NULL, NULL,
                            (GDestroyNotify) g_ptr_array_unref, NULL, on_read, g_object_ref (self));
}

static void
on_changed (CeciFacultiesGroup *self, CeciChanges *changes)
{
  if (ceci_changes_touches_table (changes, "faculty") || ceci_changes_touches_table (changes, "column_mapping"))
    read_again (self);
}

static void
on_add (CeciFacultiesGroup *self)
{
  if (self->desk != NULL)
    ask (self, NULL, NULL);
}

static void
ceci_faculties_group_dispose (GObject *object)
{
  CeciFacultiesGroup *self = CECI_FACULTIES_GROUP (object);

  g_clear_object (&self->desk);
  G_OBJECT_CLASS (ceci_faculties_group_parent_class)->dispose (object);
}

static void
ceci_faculties_group_class_init (CeciFacultiesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ceci_faculties_group_dispose;
}

static void
ceci_faculties_group_init (CeciFacultiesGroup *self)
{
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("_Add…"));

  gtk_widget_set_name (add, "add-faculty");
  gtk_widget_add_css_class (add, "flat");
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Faculties"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _ ("The certificate is open to all of them."));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), add);
}

/**
 * ceci_faculties_group_set_desk:
 * @self: the group
 * @desk: whose faculties it shows, and again when they change
 */
void
ceci_faculties_group_set_desk (CeciFacultiesGroup *self, CeciDesk *desk)
{
  if (!g_set_object (&self->desk, desk))
    return;
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  read_again (self);
}
