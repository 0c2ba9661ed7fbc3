// SPDX-License-Identifier: GPL-3.0-or-later
// A grid of marks. Cells are buttons, so that a pointer and a screen reader find them; the arrows go from one to the
// next. A mark that changes touches its cell alone: thirty in a row must not cost a frame.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-mark-grid.h"
#include "ceci-mark.h"
#include "ceci-table.h"
#include "core/model/ceci-record.h"

struct _CeciMarkGrid {
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkColumnView *view;
  GListStore *rows;
  GListModel *columns;
  GPtrArray *cells;  // Cell, of the rows that are there now
  GPtrArray *titles; // char *, of the columns
  const CeciMarkGridModel *model;
  gpointer owner;
  int row, column; // where the keyboard is
};

typedef struct {
  CeciMarkGrid *grid;
  GtkListItem *item;
  GtkWidget *widget; // a button; of the sums, a label
  int column;        // -1: the row’s sum
  char *word;        // what is shown, and of which row
  char *letter;
  CeciTone tone;
} Cell;

enum { KEY, PRESSED, MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CeciMarkGrid, ceci_mark_grid, GTK_TYPE_WIDGET)

// --- cells ----------------------------------------------------------------------------------

static void
show_sum (Cell *cell, gpointer row)
{
  g_autofree char *text = cell->grid->model->sum (cell->grid->owner, row);

  if (g_set_str (&cell->word, text))
    gtk_label_set_label (GTK_LABEL (cell->widget), text);
}

// What looks as it did costs a comparison: a whole grid is looked at for each mark.
static void
show_mark (Cell *cell, gpointer row)
{
  CeciMarkGrid *self = cell->grid;
  g_autoptr (GObject) column = g_list_model_get_item (self->columns, (guint) cell->column);
  g_autofree char *spoken = NULL;
  CeciMarkLook look = {CECI_TONE_NEUTRAL, "–", ""};
  gboolean new_word, new_letter;

  if (column == NULL)
    return;
  self->model->look (self->owner, row, column, &look);
  new_word = g_set_str (&cell->word, look.word);
  new_letter = g_set_str (&cell->letter, look.letter) || cell->tone != look.tone;
  cell->tone = look.tone;
  if (new_letter)
    ceci_mark_set_look (CECI_MARK (cell->widget), look.tone, look.letter);
  if (!new_word)
    return;
  // Translators: a student’s name, a meeting’s day or a module, and what is marked there
  spoken = g_strdup_printf (_ ("%s, %s: %s"), self->model->name (row), (const char *) self->titles->pdata[cell->column],
                            look.word);
  gtk_widget_set_tooltip_text (cell->widget, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->widget), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_cell (Cell *cell)
{
  gpointer row = gtk_list_item_get_item (cell->item);

  if (row == NULL)
    return;
  if (cell->column < 0)
    show_sum (cell, row);
  else
    show_mark (cell, row);
}

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  if (cell->grid != NULL && cell->grid->cells != NULL)
    g_ptr_array_remove_fast (cell->grid->cells, cell);
  g_free (cell->word);
  g_free (cell->letter);
  g_free (cell);
}

static void
set_cursor (CeciMarkGrid *self, int row, int column)
{
  if (self->row == row && self->column == column)
    return;
  self->row = row;
  self->column = column;
  g_signal_emit (self, signals[MOVED], 0);
}

static void
on_pressed (Cell *cell)
{
  CeciMarkGrid *self = cell->grid;
  g_autoptr (GObject) column = g_list_model_get_item (self->columns, (guint) cell->column);

  set_cursor (self, (int) gtk_list_item_get_position (cell->item), cell->column);
  g_signal_emit (self, signals[PRESSED], 0, gtk_list_item_get_item (cell->item), column);
}

static void
on_focused (Cell *cell)
{
  set_cursor (cell->grid, (int) gtk_list_item_get_position (cell->item), cell->column);
}

static GtkWidget *
make_button (Cell *cell)
{
  GtkWidget *button = ceci_mark_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_pressed), cell);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focused), cell);
  gtk_widget_add_controller (button, focus);
  return button;
}

static void
on_setup (CeciMarkGrid *self, GtkListItem *item, GtkSignalListItemFactory *factory)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->grid = self;
  cell->item = item;
  cell->column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "column"));
  cell->widget = cell->column < 0 ? ceci_cell_number () : make_button (cell);
  g_ptr_array_add (self->cells, cell);
  g_object_set_data_full (G_OBJECT (item), "cell", cell, cell_free);
  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_child (item, cell->widget);
}

static void
on_bind (CeciMarkGrid *self, GtkListItem *item, GtkSignalListItemFactory *factory)
{
  Cell *cell = g_object_get_data (G_OBJECT (item), "cell");

  g_clear_pointer (&cell->word, g_free); // of another row
  show_cell (cell);
}

static void
on_name_setup (CeciMarkGrid *self, GtkListItem *item)
{
  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_child (item, ceci_cell_name ());
}

static void
on_name_bind (CeciMarkGrid *self, GtkListItem *item)
{
  ceci_cell_show_text (gtk_list_item_get_child (item), self->model->name (gtk_list_item_get_item (item)));
}

static void
on_row_setup (CeciMarkGrid *self, GtkColumnViewRow *row)
{
  gtk_column_view_row_set_focusable (row, FALSE);
  gtk_column_view_row_set_selectable (row, FALSE);
}

static void
on_row_bind (CeciMarkGrid *self, GtkColumnViewRow *row)
{
  gtk_column_view_row_set_accessible_label (row, self->model->name (gtk_column_view_row_get_item (row)));
}

// --- columns ----------------------------------------------------------------------------------

static void
add_column (CeciMarkGrid *self, const char *title, int column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) made = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  made = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_append_column (self->view, made);
}

static void
make_columns (CeciMarkGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 1) {
    g_autoptr (GtkColumnViewColumn) last = g_list_model_get_item (columns, g_list_model_get_n_items (columns) - 1);
    gtk_column_view_remove_column (self->view, last);
  }
  g_ptr_array_set_size (self->titles, 0);
  for (guint i = 0; i < g_list_model_get_n_items (self->columns); i++) {
    g_autoptr (GObject) column = g_list_model_get_item (self->columns, i);

    g_ptr_array_add (self->titles, self->model->title (column));
    add_column (self, self->titles->pdata[i], (int) i);
  }
  if (self->model->sum != NULL)
    add_column (self, _ (self->model->sum_title), -1);
}

static gboolean
is_same (GListModel *one, GListModel *other, char *(*word) (gpointer item))
{
  guint n = one != NULL ? g_list_model_get_n_items (one) : 0;

  if (one == NULL || n != g_list_model_get_n_items (other))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    g_autoptr (GObject) a = g_list_model_get_item (one, i), b = g_list_model_get_item (other, i);
    g_autofree char *first = word (a), *second = word (b);

    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (a)), ceci_record_get_id (CECI_RECORD (b))) != 0 ||
        g_strcmp0 (first, second) != 0)
      return FALSE;
  }
  return TRUE;
}

static gboolean
has_same_rows (CeciMarkGrid *self, GListModel *rows)
{
  guint n = g_list_model_get_n_items (rows);

  if (n != g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    g_autoptr (GObject) a = g_list_model_get_item (G_LIST_MODEL (self->rows), i), b = g_list_model_get_item (rows, i);

    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (a)), ceci_record_get_id (CECI_RECORD (b))) != 0 ||
        g_strcmp0 (self->model->name (a), self->model->name (b)) != 0)
      return FALSE;
  }
  return TRUE;
}

void
ceci_mark_grid_set_lists (CeciMarkGrid *self, GListModel *rows, GListModel *columns)
{
  gboolean same = is_same (self->columns, columns, self->model->title);

  g_set_object (&self->columns, columns);
  if (!same)
    make_columns (self);
  if (!has_same_rows (self, rows))
    ceci_list_update (self->rows, rows);
  self->row = MIN (self->row, (int) g_list_model_get_n_items (rows) - 1);
  self->column = MIN (self->column, (int) g_list_model_get_n_items (columns) - 1);
  ceci_mark_grid_refresh (self);
}

void
ceci_mark_grid_refresh (CeciMarkGrid *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    show_cell (self->cells->pdata[i]);
}

void
ceci_mark_grid_set_model (CeciMarkGrid *self, const CeciMarkGridModel *model, gpointer owner)
{
  self->model = model;
  self->owner = owner;
}

// --- the keyboard -----------------------------------------------------------------------------

gpointer
ceci_mark_grid_get_row (CeciMarkGrid *self)
{
  g_autoptr (GObject) row =
      self->row >= 0 ? g_list_model_get_item (G_LIST_MODEL (self->rows), (guint) self->row) : NULL;

  return row; // the list keeps it
}

gpointer
ceci_mark_grid_get_column (CeciMarkGrid *self)
{
  g_autoptr (GObject) column =
      self->columns != NULL && self->column >= 0 ? g_list_model_get_item (self->columns, (guint) self->column) : NULL;

  return column; // the list keeps it
}

static Cell *
find_cell (CeciMarkGrid *self, int row, int column)
{
  for (guint i = 0; i < self->cells->len; i++) {
    Cell *cell = self->cells->pdata[i];

    if (cell->column == column && gtk_list_item_get_position (cell->item) == (guint) row)
      return cell;
  }
  return NULL;
}

/**
 * ceci_mark_grid_go:
 * @self: a grid
 * @row: a row
 * @column: a column
 * @focus: whether the keyboard goes there too
 */
void
ceci_mark_grid_go (CeciMarkGrid *self, int row, int column, gboolean focus)
{
  int n_rows = (int) g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  int n_columns = self->columns != NULL ? (int) g_list_model_get_n_items (self->columns) : 0;
  Cell *cell;

  if (n_rows == 0 || n_columns == 0)
    return;
  row = CLAMP (row, 0, n_rows - 1);
  column = CLAMP (column, 0, n_columns - 1);
  cell = find_cell (self, row, column);
  if (focus && cell == NULL) {
    gtk_column_view_scroll_to (self->view, (guint) row, NULL, GTK_LIST_SCROLL_NONE, NULL);
    cell = find_cell (self, row, column);
  }
  if (focus && cell != NULL)
    gtk_widget_grab_focus (cell->widget);
  set_cursor (self, row, column);
}

void
ceci_mark_grid_go_on (CeciMarkGrid *self)
{
  ceci_mark_grid_go (self, self->row + 1, self->column, TRUE);
}

static gboolean
move (CeciMarkGrid *self, guint keyval)
{
  switch (keyval) {
  case GDK_KEY_Up:
    ceci_mark_grid_go (self, self->row - 1, self->column, TRUE);
    return TRUE;
  case GDK_KEY_Down:
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    ceci_mark_grid_go_on (self);
    return TRUE;
  case GDK_KEY_Left:
    ceci_mark_grid_go (self, self->row, self->column - 1, TRUE);
    return TRUE;
  case GDK_KEY_Right:
    ceci_mark_grid_go (self, self->row, self->column + 1, TRUE);
    return TRUE;
  case GDK_KEY_Home:
    ceci_mark_grid_go (self, 0, self->column, TRUE);
    return TRUE;
  case GDK_KEY_End:
    ceci_mark_grid_go (self, G_MAXINT, self->column, TRUE);
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
on_key (CeciMarkGrid *self, guint keyval, guint code, GdkModifierType state)
{
  gboolean done = FALSE;
  gpointer row = ceci_mark_grid_get_row (self), column = ceci_mark_grid_get_column (self);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || row == NULL || column == NULL)
    return GDK_EVENT_PROPAGATE;
  if (move (self, keyval))
    return GDK_EVENT_STOP;
  g_signal_emit (self, signals[KEY], 0, row, column, gdk_keyval_to_lower (keyval), &done);
  return done ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

// Tab comes to where one was, and leaves the grid whole: the arrows are for inside.
static gboolean
ceci_mark_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  CeciMarkGrid *self = CECI_MARK_GRID (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || self->cells->len == 0)
    return FALSE;
  ceci_mark_grid_go (self, MAX (self->row, 0), MAX (self->column, 0), TRUE);
  return gtk_widget_get_focus_child (widget) != NULL;
}

static gboolean
ceci_mark_grid_grab_focus (GtkWidget *widget)
{
  return ceci_mark_grid_focus (widget, GTK_DIR_TAB_FORWARD);
}

// --- the widget ---------------------------------------------------------------------------------

static void
ceci_mark_grid_dispose (GObject *object)
{
  CeciMarkGrid *self = CECI_MARK_GRID (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->columns);
  G_OBJECT_CLASS (ceci_mark_grid_parent_class)->dispose (object);
}

static void
ceci_mark_grid_finalize (GObject *object)
{
  CeciMarkGrid *self = CECI_MARK_GRID (object);

  for (guint i = 0; i < self->cells->len; i++)
    ((Cell *) self->cells->pdata[i])->grid = NULL;
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  G_OBJECT_CLASS (ceci_mark_grid_parent_class)->finalize (object);
}

static void
ceci_mark_grid_class_init (CeciMarkGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_mark_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = ceci_mark_grid_finalize;
  widget_class->focus = ceci_mark_grid_focus;
  widget_class->grab_focus = ceci_mark_grid_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[KEY] = g_signal_new ("key", CECI_TYPE_MARK_GRID, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled,
                               NULL, NULL, G_TYPE_BOOLEAN, 3, G_TYPE_OBJECT, G_TYPE_OBJECT, G_TYPE_UINT);
  signals[PRESSED] = g_signal_new ("pressed", CECI_TYPE_MARK_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   2, G_TYPE_OBJECT, G_TYPE_OBJECT);
  signals[MOVED] = g_signal_new ("moved", CECI_TYPE_MARK_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ceci_mark_grid_init (CeciMarkGrid *self)
{
  GtkListItemFactory *names = gtk_signal_list_item_factory_new (), *rows = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr (GtkColumnViewColumn) name = gtk_column_view_column_new (_ ("Name"), names);

  self->cells = g_ptr_array_new ();
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_list_store_new (CECI_TYPE_RECORD);
  self->view = GTK_COLUMN_VIEW (
      gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))))));
  gtk_widget_set_name (GTK_WIDGET (self->view), "mark-grid");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  g_signal_connect_object (names, "setup", G_CALLBACK (on_name_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (names, "bind", G_CALLBACK (on_name_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "setup", G_CALLBACK (on_row_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "bind", G_CALLBACK (on_row_bind), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_row_factory (self->view, rows);
  g_object_unref (rows);
  gtk_column_view_column_set_resizable (name, TRUE);
  gtk_column_view_append_column (self->view, name);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}
