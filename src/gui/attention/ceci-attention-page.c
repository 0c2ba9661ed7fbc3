// SPDX-License-Identifier: GPL-3.0-or-later
// The office’s morning: what is to do, grouped by what settles it, and settled there.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-attention-page.h"
#include "ceci-attention.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/store/ceci-fold.h"
#include "ceci-todo-row.h"
#include "ceci-todo-settling.h"
#include "widgets/ceci-empty-page.h"

struct _CeciAttentionPage {
  CeciView parent_instance;
  GtkSearchEntry *search;
  GtkDropDown *cohort;
  GtkDropDown *kind;
  GtkListView *list;
  GtkStack *stack;
  GtkCustomFilter *filter;
  GtkFilterListModel *filtered;
  CeciAttention *attention;
  gboolean gathered;     // the list was filled once
  char *query;           // folded
  GPtrArray *cohort_ids; // by position in the drop down; the first is NULL: all
};

G_DEFINE_FINAL_TYPE (CeciAttentionPage, ceci_attention_page, CECI_TYPE_VIEW)

static void
show_state (CeciAttentionPage *self)
{
  const char *name = "list";

  if (self->attention == NULL || !ceci_attention_is_known (self->attention))
    name = "wait";
  else if (ceci_attention_get_count (self->attention) == 0)
    name = "empty";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0)
    name = "none";
  gtk_stack_set_visible_child_name (self->stack, name);
}

// A list that is filled holds on to its first rows, below their heading.
static gboolean
scroll_to_top (gpointer user_data)
{
  CeciAttentionPage *self = user_data;

  if (self->list != NULL)
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)), 0);
  return G_SOURCE_REMOVE;
}

static void
on_gathered (CeciAttentionPage *self)
{
  gboolean first = !self->gathered;

  show_state (self);
  self->gathered = ceci_attention_is_known (self->attention);
  if (first && g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    g_timeout_add_full (G_PRIORITY_LOW, 50, scroll_to_top, g_object_ref (self), g_object_unref);
}

static gboolean
is_wanted (gpointer item, gpointer user_data)
{
  CeciAttentionPage *self = user_data;
  guint chosen = gtk_drop_down_get_selected (self->cohort);
  guint kind = gtk_drop_down_get_selected (self->kind); // the first is every kind
  const char *cohort_id =
      self->cohort_ids != NULL && chosen < self->cohort_ids->len ? self->cohort_ids->pdata[chosen] : NULL;

  if (cohort_id != NULL && g_strcmp0 (cohort_id, ceci_todo_get_cohort_id (item)) != 0)
    return FALSE;
  if (kind != GTK_INVALID_LIST_POSITION && kind > 0 && kind - 1 != (guint) ceci_todo_get_kind (item))
    return FALSE;
  return self->query == NULL || *self->query == '\0' ||
         ceci_fold_contains (ceci_todo_get_search_key (item), self->query);
}

static void
on_filter_changed (CeciAttentionPage *self)
{
  g_free (self->query);
  self->query = ceci_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_state (self);
}

// --- settling -------------------------------------------------------------------------

static GPtrArray *
get_selected (CeciAttentionPage *self)
{
  GtkSelectionModel *model = gtk_list_view_get_model (self->list);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (model);
  GPtrArray *todos = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint position;

  for (gboolean valid = gtk_bitset_iter_init_first (&iter, selected, &position); valid;
       valid = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (todos, g_list_model_get_item (G_LIST_MODEL (model), position));
  return todos;
}

// Where the keyboard is, though nothing is selected.
static guint
find_focused (CeciAttentionPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return row != NULL && CECI_IS_TODO_ROW (row) ? ceci_todo_row_get_position (CECI_TODO_ROW (row))
                                               : GTK_INVALID_LIST_POSITION;
}

// What is selected, or where the keyboard is; where a button was pressed outside the selection, that alone.
static GPtrArray *
get_meant (CeciAttentionPage *self, GVariant *parameter)
{
  GtkSelectionModel *model = gtk_list_view_get_model (self->list);
  GPtrArray *todos;

  guint position = parameter != NULL ? g_variant_get_uint32 (parameter) : find_focused (self);

  todos = get_selected (self);
  if (position == GTK_INVALID_LIST_POSITION || gtk_selection_model_is_selected (model, position) ||
      (parameter == NULL && todos->len > 0))
    return todos;
  g_ptr_array_set_size (todos, 0);
  g_ptr_array_add (todos, g_list_model_get_item (G_LIST_MODEL (model), position));
  return todos;
}

static void
settle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciAttentionPage *self = CECI_ATTENTION_PAGE (widget);
  g_autoptr (GPtrArray) todos = get_meant (self, parameter);

  if (todos->len == 0)
    return;
  if (g_str_has_prefix (name, "attention.settle"))
    ceci_todo_settle (CECI_VIEW (self), todos);
  else if (g_str_has_prefix (name, "attention.snooze"))
    ceci_todo_put_aside (CECI_VIEW (self), todos);
  else if (g_str_equal (name, "attention.letter"))
    ceci_todo_write_letters (CECI_VIEW (self), todos);
  else
    ceci_todo_open (CECI_VIEW (self), todos->pdata[0]);
}

static void
on_activated (CeciAttentionPage *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "attention.settle-at", "u", position);
}

// --- rows and their headings ------------------------------------------------------

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  gtk_list_item_set_child (list_item, ceci_todo_row_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  CeciAttentionPage *self = user_data;
  CeciTodo *todo = gtk_list_item_get_item (list_item);
  CeciTodoRow *row = CECI_TODO_ROW (gtk_list_item_get_child (list_item));
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  g_autofree char *who = ceci_todo_dup_who (todo);

  ceci_todo_row_show (row, todo, gtk_list_item_get_position (list_item));
  ceci_todo_row_set_writable (row, desk != NULL && !ceci_desk_is_read_only (desk));
  gtk_list_item_set_accessible_label (list_item, who);
  gtk_list_item_set_accessible_description (list_item, ceci_finding_get_reason (ceci_todo_get_finding (todo)));
}

static void
on_bind_header (GtkSignalListItemFactory *factory, GtkListHeader *header, gpointer user_data)
{
  guint n = gtk_list_header_get_end (header) - gtk_list_header_get_start (header);
  g_autofree char *text =
      g_strdup_printf ("%s (%u)", ceci_todo_kind_get_title (ceci_todo_get_kind (gtk_list_header_get_item (header))), n);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static int
compare_kinds (gconstpointer one, gconstpointer other, gpointer user_data)
{
  return (int) ceci_todo_get_kind ((gpointer) one) - (int) ceci_todo_get_kind ((gpointer) other);
}

static void
set_up_kinds (CeciAttentionPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Everything"));
  for (int i = 0; i < CECI_TODO_N_KINDS; i++)
    gtk_string_list_append (names, ceci_todo_kind_get_title ((CeciTodoKind) i));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (names));
}

static void
set_up_list (CeciAttentionPage *self)
{
  GtkListItemFactory *rows = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *headers = gtk_signal_list_item_factory_new ();
  GtkSortListModel *sorted;

  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->filter)));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)), NULL);
  gtk_sort_list_model_set_section_sorter (sorted, GTK_SORTER (gtk_custom_sorter_new (compare_kinds, NULL, NULL)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (sorted))));
  g_signal_connect (rows, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (rows, "bind", G_CALLBACK (on_bind), self);
  gtk_list_view_set_factory (self->list, rows);
  g_signal_connect (headers, "bind", G_CALLBACK (on_bind_header), NULL);
  gtk_list_view_set_header_factory (self->list, headers);
}

// --- the view ---------------------------------------------------------------------

static gpointer
ceci_attention_page_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return ceci_cohort_repository_list (database, error);
}

static void
watch (CeciAttentionPage *self, CeciAttention *attention)
{
  if (self->attention == attention)
    return;
  if (self->attention != NULL)
    g_signal_handlers_disconnect_by_func (self->attention, on_gathered, self);
  g_set_object (&self->attention, attention);
  gtk_filter_list_model_set_model (self->filtered, attention != NULL ? ceci_attention_get_items (attention) : NULL);
  if (attention != NULL)
    g_signal_connect_swapped (attention, "notify::count", G_CALLBACK (on_gathered), self);
}

static void
ceci_attention_page_show (CeciView *view, gpointer result)
{
  CeciAttentionPage *self = CECI_ATTENTION_PAGE (view);
  guint chosen = gtk_drop_down_get_selected (self->cohort);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  gtk_string_list_append (names, _ ("All intakes"));
  g_ptr_array_add (ids, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (result); i++) {
    g_autoptr (CeciCohort) cohort = g_list_model_get_item (result, i);

    gtk_string_list_append (names, ceci_cohort_get_name (cohort));
    g_ptr_array_add (ids, g_strdup (ceci_record_get_id (CECI_RECORD (cohort))));
  }
  g_clear_pointer (&self->cohort_ids, g_ptr_array_unref);
  self->cohort_ids = g_steal_pointer (&ids);
  gtk_drop_down_set_model (self->cohort, G_LIST_MODEL (names));
  if (chosen != GTK_INVALID_LIST_POSITION && chosen < self->cohort_ids->len)
    gtk_drop_down_set_selected (self->cohort, chosen);
  watch (self, ceci_desk_get_attention (ceci_view_get_desk (view)));
  show_state (self);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (CECI_ATTENTION_PAGE (widget)->search));
}

static void
ceci_attention_page_dispose (GObject *object)
{
  CeciAttentionPage *self = CECI_ATTENTION_PAGE (object);

  watch (self, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->filtered);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_ATTENTION_PAGE);
  G_OBJECT_CLASS (ceci_attention_page_parent_class)->dispose (object);
}

static void
ceci_attention_page_finalize (GObject *object)
{
  CeciAttentionPage *self = CECI_ATTENTION_PAGE (object);

  g_free (self->query);
  g_clear_pointer (&self->cohort_ids, g_ptr_array_unref);
  G_OBJECT_CLASS (ceci_attention_page_parent_class)->finalize (object);
}

static void
ceci_attention_page_class_init (CeciAttentionPageClass *klass)
{
  static const char *const tables[] = {"cohort", NULL};
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CeciViewClass *view_class = CECI_VIEW_CLASS (klass);

  object_class->dispose = ceci_attention_page_dispose;
  object_class->finalize = ceci_attention_page_finalize;
  view_class->tables = tables;
  view_class->read = ceci_attention_page_read;
  view_class->free_result = g_object_unref;
  view_class->show = ceci_attention_page_show;

  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/attention/ceci-attention-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciAttentionPage, search);
  gtk_widget_class_bind_template_child (widget_class, CeciAttentionPage, cohort);
  gtk_widget_class_bind_template_child (widget_class, CeciAttentionPage, list);
  gtk_widget_class_bind_template_child (widget_class, CeciAttentionPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_child (widget_class, CeciAttentionPage, kind);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "attention.settle-at", "u", settle_action);
  gtk_widget_class_install_action (widget_class, "attention.snooze-at", "u", settle_action);
  gtk_widget_class_install_action (widget_class, "attention.snooze", NULL, settle_action);
  gtk_widget_class_install_action (widget_class, "attention.letter", NULL, settle_action);
  gtk_widget_class_install_action (widget_class, "attention.open", NULL, settle_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, 0, "attention.snooze", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, 0, "attention.letter", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, 0, "attention.open", NULL);
}

static void
ceci_attention_page_init (CeciAttentionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_list (self);
  set_up_kinds (self);
  show_state (self);
}
