// SPDX-License-Identifier: GPL-3.0-or-later
// A table as it is seen, written to a file for spreadsheets. What is shown is gathered here on GTK's thread, since
// cells are widgets; the file is written on another.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-table-export.h"
#include "ceci-table.h"

// What will be written: the items with the columns' titles and, where a column has no property, its texts.
typedef struct {
  GListStore *items;
  GArray *columns;  // of CeciTableColumn, which borrow from the two below
  GPtrArray *words; // strings
  GPtrArray *texts; // of GStrv
  char *title;
  CeciDesk *desk;
  GFile *file;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->items);
  g_clear_pointer (&export->columns, g_array_unref);
  g_clear_pointer (&export->words, g_ptr_array_unref);
  g_clear_pointer (&export->texts, g_ptr_array_unref);
  g_free (export->title);
  g_clear_object (&export->desk);
  g_clear_object (&export->file);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static Export *
export_new (GListModel *items, CeciDesk *desk, const char *title)
{
  Export *export = g_new0 (Export, 1);

  export->items = g_list_store_new (G_TYPE_OBJECT);
  export->columns = g_array_new (FALSE, FALSE, sizeof (CeciTableColumn));
  export->words = g_ptr_array_new_with_free_func (g_free);
  export->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  export->title = g_strdup (title);
  g_set_object (&export->desk, desk);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++) {
    g_autoptr (GObject) item = g_list_model_get_item (items, i);
    g_list_store_append (export->items, item);
  }
  return export;
}

// Titles and properties may belong to who asked, who may be gone before the file is written.
static const char *
keep (Export *export, const char *text)
{
  char *kept = g_strdup (text);

  if (kept != NULL)
    g_ptr_array_add (export->words, kept);
  return kept;
}

static void
add_column (Export *export, const char *title, const char *property, CeciCellKind kind, GStrv texts)
{
  CeciTableColumn column = {keep (export, title), keep (export, property), kind, (const char *const *) texts};

  if (texts != NULL)
    g_ptr_array_add (export->texts, texts);
  g_array_append_val (export->columns, column);
}

// --- what cells say --------------------------------------------------------------------

typedef struct {
  CeciColumnTextFunc text;
  gpointer user_data;
  GDestroyNotify user_data_destroy;
} Teller;

static GQuark
teller_quark (void)
{
  return g_quark_from_static_string ("ceci-column-teller");
}

static void
teller_free (gpointer data)
{
  Teller *teller = data;

  if (teller->user_data_destroy != NULL)
    teller->user_data_destroy (teller->user_data);
  g_free (teller);
}

/**
 * ceci_table_column_set_text:
 * @column: a column with a factory of its own
 * @text: says what it shows of an item
 * @user_data: handed to @text
 * @user_data_destroy: (nullable): frees @user_data
 *
 * Columns without such a function, and which are not made by [func@table_add_columns], are left out of a file.
 */
void
ceci_table_column_set_text (GtkColumnViewColumn *column, CeciColumnTextFunc text, gpointer user_data,
                            GDestroyNotify user_data_destroy)
{
  Teller *teller = g_new0 (Teller, 1);

  *teller = (Teller) {text, user_data, user_data_destroy};
  g_object_set_qdata_full (G_OBJECT (column), teller_quark (), teller, teller_free);
}

// All that the labels of a cell say.
static void
append_words (GtkWidget *widget, GString *words)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget)) {
    const char *text = gtk_label_get_text (GTK_LABEL (widget));

    if (*text != '\0' && !g_str_equal (text, "–"))
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", text);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_words (child, words);
}

static GStrv
read_cells (const CeciColumn *column, GListModel *items)
{
  guint n = g_list_model_get_n_items (items);
  GStrv texts = g_new0 (char *, n + 1);
  GtkWidget *cell = g_object_ref_sink (column->create ());

  for (guint i = 0; i < n; i++) {
    g_autoptr (GObject) item = g_list_model_get_item (items, i);
    GString *words = g_string_new (NULL);

    column->show (cell, item);
    append_words (cell, words);
    texts[i] = g_string_free (words, FALSE);
  }
  g_object_unref (cell);
  return texts;
}

static GStrv
ask_teller (const Teller *teller, GListModel *items)
{
  guint n = g_list_model_get_n_items (items);
  GStrv texts = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GObject) item = g_list_model_get_item (items, i);
    char *text = teller->text (item, teller->user_data);

    texts[i] = text != NULL ? text : g_strdup ("");
  }
  return texts;
}

static void
gather_column (Export *export, GtkColumnViewColumn *shown)
{
  const CeciColumn *column = ceci_table_column_get (shown);
  const Teller *teller = g_object_get_qdata (G_OBJECT (shown), teller_quark ());
  GListModel *items = G_LIST_MODEL (export->items);
  const char *title = gtk_column_view_column_get_title (shown);

  // A column that a narrow window has no room for is still meant; one that a person has hidden is not.
  if (ceci_table_column_is_hidden (shown))
    return;
  if (teller != NULL)
    add_column (export, title, NULL, CECI_CELL_TEXT, ask_teller (teller, items));
  else if (column != NULL && column->property != NULL)
    add_column (export, title, column->property, column->kind, NULL);
  else if (column != NULL)
    add_column (export, title, NULL, CECI_CELL_TEXT, read_cells (column, items));
}

static Export *
gather (GtkColumnView *table, CeciDesk *desk, const char *title)
{
  GListModel *columns = gtk_column_view_get_columns (table);
  Export *export = export_new (G_LIST_MODEL (gtk_column_view_get_model (table)), desk, title);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
    gather_column (export, column);
  }
  return export;
}

// --- writing -------------------------------------------------------------------------------

static gboolean
is_csv (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".csv");
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  GListModel *items = G_LIST_MODEL (export->items);
  const CeciTableColumn *columns = (const CeciTableColumn *) (void *) export->columns->data;
  guint n_columns = export->columns->len;
  g_autofree char *sheet = g_utf8_substring (export->title, 0, MIN (31, g_utf8_strlen (export->title, -1)));
  GError *error = NULL;
  gboolean written = is_csv (export->file)
                         ? ceci_table_write_csv (items, columns, n_columns, export->file, &error)
                         : ceci_table_write_xlsx (items, columns, n_columns, g_strdelimit (sheet, "[]:*?/\\'", ' '),
                                                  export->file, &error);

  if (written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = g_task_get_task_data (G_TASK (result));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (export->items));
  g_autofree char *name = g_file_get_basename (export->file);
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    ceci_desk_report (export->desk, _ ("The table was not exported"), error);
    return;
  }
  // Translators: how many rows, then the name of a file
  told =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row written to “%s”", "%u rows written to “%s”", n), n, name);
  ceci_desk_notice (export->desk, told);
}

// Takes @export.
static void
write_file (Export *export)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_written, NULL);

  g_task_set_source_tag (task, write_file);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * ceci_table_export_to:
 * @table: a table
 * @desk: told how it went
 * @title: what the sheet is called
 * @file: what is written or replaced; CSV where its name ends in `.csv`, else XLSX
 */
void
ceci_table_export_to (GtkColumnView *table, CeciDesk *desk, const char *title, GFile *file)
{
  Export *export = gather (table, desk, title);

  g_set_object (&export->file, file);
  write_file (export);
}

// --- asking --------------------------------------------------------------------------------

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;

  export->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (export->file != NULL)
    write_file (g_steal_pointer (&export));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    ceci_desk_report (export->desk, _ ("The table was not exported"), error);
}

static void
add_filter (GListStore *filters, const char *name, const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  g_list_store_append (filters, filter);
}

// Takes @export.
static void
ask (Export *export, GtkWidget *parent)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char *name = g_strdup_printf ("%s %s.xlsx", export->title, ceci_desk_get_today (export->desk));

  add_filter (filters, _ ("Spreadsheet (XLSX)"), "xlsx");
  add_filter (filters, _ ("Text with separators (CSV)"), "csv");
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _ ("Export the table"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Export"));
  gtk_file_dialog_set_initial_name (dialog, g_strdelimit (name, "/\\:", '-'));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, on_file_chosen, export);
}

/**
 * ceci_table_export_ask:
 * @table: a table
 * @desk: told how it went
 * @title: proposed as the file's name
 *
 * Asks for a file and writes what the table shows: its rows as filtered and sorted, its columns in their order but
 * those that were hidden.
 */
void
ceci_table_export_ask (GtkColumnView *table, CeciDesk *desk, const char *title)
{
  ask (gather (table, desk, title), GTK_WIDGET (table));
}

/**
 * ceci_list_export_ask:
 * @parent: the widget that asks
 * @items: what is written, a row each
 * @columns: (array length=n_columns): what of each, with properties
 * @n_columns: how many
 * @desk: told how it went
 * @title: proposed as the file's name
 */
void
ceci_list_export_ask (GtkWidget *parent, GListModel *items, const CeciTableColumn *columns, guint n_columns,
                      CeciDesk *desk, const char *title)
{
  Export *export = export_new (items, desk, title);

  for (guint i = 0; i < n_columns; i++)
    add_column (export, columns[i].title, columns[i].property, columns[i].kind, NULL);
  ask (export, parent);
}
