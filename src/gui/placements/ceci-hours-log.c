// SPDX-License-Identifier: GPL-3.0-or-later
// The hour log: one line to enter hours with, told what is understood; the totals; the entries, with what is done to
// many.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-hours-log.h"
#include "ceci-hours-row.h"
#include "ceci-placement-writes.h"
#include "core/model/ceci-placement-repository.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-figure-bar.h"
#include "widgets/ceci-hour-words.h"
#include "widgets/ceci-question.h"

#define MOST_ROWS 400

struct _CeciHoursLog {
  AdwBin parent_instance;
  CeciFigureBar *total;
  AdwEntryRow *entry;
  GtkLabel *preview, *totals, *marked;
  GtkRevealer *bar;
  GtkListBox *list;

  CeciDesk *desk;
  CeciPlacementSheet *shown;
  char *editing;     // the entry that the line changes; NULL: it adds one
  gboolean entering; // the line takes the keyboard once there is something shown
};

G_DEFINE_FINAL_TYPE (CeciHoursLog, ceci_hours_log, ADW_TYPE_BIN)

static CeciStudent *
student_of (CeciHoursLog *self)
{
  return ceci_placement_sheet_get_student (self->shown);
}

// --- the line ---------------------------------------------------------------------------------

static CeciHoursReading *
read_line (CeciHoursLog *self, const char *text, GError **error)
{
  guint n = g_list_model_get_n_items (self->shown->placements);
  g_autofree CeciPeriod *periods = g_new0 (CeciPeriod, n + 1);

  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciPlacement) placement = g_list_model_get_item (self->shown->placements, i);

    // the sheet keeps the placement, and its dates with it
    periods[i].starts_on = ceci_placement_get_starts_on (placement);
    periods[i].ends_on = ceci_placement_get_closed_on (placement) != NULL ? ceci_placement_get_closed_on (placement)
                                                                          : ceci_placement_get_ends_on (placement);
  }
  return ceci_hours_reading_new (text, ceci_desk_get_today (self->desk), periods, n, error);
}

static void
say (CeciHoursLog *self, const char *text, const char *style)
{
  static const char *const styles[] = {"error", "warning", "dimmed"};

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->preview), styles[i]);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->preview), style);
  gtk_label_set_label (self->preview, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->preview), text != NULL);
}

// «3 h 30, Thursday 12 March 2026, “welcome desk”», then what is odd of it.
static void
preview (CeciHoursLog *self, const CeciHoursReading *reading)
{
  g_autofree char *understood = ceci_hours_reading_describe (reading);
  g_autofree char *reason = NULL;
  g_auto (GStrv) remarks =
      ceci_hours_remarks (self->shown->log, self->editing, reading->worked_on, reading->minutes, reading->description);
  g_autoptr (GString) text = g_string_new (understood);
  gboolean odd = *remarks != NULL;

  if (reading->year_guessed) {
    g_string_append_printf (text, "\n");
    // Translators: %.4s is a year
    g_string_append_printf (text, _ ("The year %.4s is understood."), reading->worked_on);
    odd = TRUE;
  }
  if (ceci_placement_sheet_foresee (self->shown, reading->worked_on, reading->minutes, &reason) != CECI_COUNT_YES &&
      reason != NULL) {
    g_string_append_printf (text, "\n%s", reason);
    odd = TRUE;
  }
  for (char **remark = remarks; *remark != NULL; remark++)
    g_string_append_printf (text, "\n%s", *remark);
  say (self, text->str, odd ? "warning" : "dimmed");
}

static void
on_entry_changed (CeciHoursLog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciHoursReading) reading = NULL;

  if (self->shown == NULL || *text == '\0') {
    say (self, NULL, NULL);
    return;
  }
  reading = read_line (self, text, &error);
  if (reading != NULL)
    preview (self, reading);
  else
    say (self, error->message, "dimmed");
}

static void
stop_editing (CeciHoursLog *self)
{
  g_clear_pointer (&self->editing, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), _ ("New hours, as in “3h30 12/03 welcome desk”"));
  say (self, NULL, NULL);
}

static void
on_apply (CeciHoursLog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciHoursReading) reading = NULL;

  if (self->shown == NULL || *text == '\0')
    return;
  reading = read_line (self, text, &error);
  if (reading == NULL) {
    say (self, error->message, "error");
    gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    return;
  }
  ceci_placement_write_hours (self->desk, student_of (self), self->editing, reading);
  stop_editing (self);
}

static gboolean
on_entry_key (CeciHoursLog *self, guint key)
{
  if (key != GDK_KEY_Escape || self->editing == NULL)
    return GDK_EVENT_PROPAGATE;
  stop_editing (self);
  return GDK_EVENT_STOP;
}

static void
edit (CeciHoursLog *self, CeciHours *hours)
{
  g_autofree char *line = ceci_hours_entry_write (ceci_hours_get_minutes (hours), ceci_hours_get_worked_on (hours),
                                                  ceci_hours_get_description (hours));
  g_autofree char *day = ceci_date_format_long (ceci_hours_get_worked_on (hours));
  // Translators: %s is a date
  g_autofree char *title = g_strdup_printf (_ ("The entry of %s, changed (Escape leaves it)"), day);

  g_set_str (&self->editing, ceci_record_get_id (CECI_RECORD (hours)));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), title);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), line);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

// --- the marked ones ----------------------------------------------------------------------------

static CeciHoursRow *
row_at (CeciHoursLog *self, int position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, position);

  return row != NULL ? CECI_HOURS_ROW (row) : NULL;
}

static CeciHoursRow *
focused_row (CeciHoursLog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, CECI_TYPE_HOURS_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self->list)) ? CECI_HOURS_ROW (row) : NULL;
}

// The marked entries, else the one that has the focus.
static GStrv
dup_chosen (CeciHoursLog *self, gint64 *minutes)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  CeciHoursRow *row;
  gboolean any = FALSE;

  *minutes = 0;
  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    if (ceci_hours_row_get_marked (row)) {
      g_strv_builder_add (ids, ceci_record_get_id (CECI_RECORD (ceci_hours_row_get_hours (row))));
      *minutes += ceci_hours_get_minutes (ceci_hours_row_get_hours (row));
      any = TRUE;
    }
  row = any ? NULL : focused_row (self);
  if (row != NULL) {
    g_strv_builder_add (ids, ceci_record_get_id (CECI_RECORD (ceci_hours_row_get_hours (row))));
    *minutes = ceci_hours_get_minutes (ceci_hours_row_get_hours (row));
  }
  return g_strv_builder_end (ids);
}

static void
on_marks_changed (CeciHoursLog *self)
{
  guint n = 0;
  gint64 minutes = 0;
  CeciHoursRow *row;
  g_autofree char *duration = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    if (ceci_hours_row_get_marked (row)) {
      n++;
      minutes += ceci_hours_get_minutes (ceci_hours_row_get_hours (row));
    }
  duration = ceci_duration_format (minutes);
  // Translators: a number of entries of the hour log, their hours together
  text = g_strdup_printf (ngettext ("%u marked · %s", "%u marked · %s", n), n, duration);
  gtk_label_set_label (self->marked, text);
  gtk_revealer_set_reveal_child (self->bar, n > 0);
}

static void
mark_all (CeciHoursLog *self, gboolean marked)
{
  CeciHoursRow *row;

  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    ceci_hours_row_set_marked (row, marked);
}

typedef struct {
  CeciHoursLog *log;
  GStrv ids;
} About;

static void
about_free (gpointer data)
{
  About *about = data;

  g_object_unref (about->log);
  g_strfreev (about->ids);
  g_free (about);
}

static About *
about_new (CeciHoursLog *self, GStrv ids)
{
  About *about = g_new0 (About, 1);

  about->log = g_object_ref (self);
  about->ids = g_strdupv (ids);
  return about;
}

static void
on_refused (const char *const *answers, gpointer user_data)
{
  About *about = user_data;

  if (about->log->shown != NULL)
    ceci_placement_write_states (about->log->desk, student_of (about->log), about->ids, CECI_HOURS_STATE_REFUSED,
                                 answers[0], NULL, NULL);
}

static void
on_confirmed (const char *const *answers, gpointer user_data)
{
  About *about = user_data;
  CeciHoursLog *self = about->log;
  g_autofree char *date = self->shown != NULL ? ceci_date_parse_human (answers[1], self->shown->today) : NULL;

  if (self->shown == NULL)
    return;
  if (date == NULL || g_strcmp0 (date, self->shown->today) > 0) {
    ceci_desk_notice (self->desk, _ ("This is not a day that has come: write it as 12/03/2026."));
    return;
  }
  ceci_placement_write_states (self->desk, student_of (self), about->ids, CECI_HOURS_STATE_CONFIRMED, NULL, answers[0],
                               date);
}

static void
set_states (CeciHoursLog *self, GStrv ids, CeciHoursState state)
{
  g_autoptr (CeciPlacement) current = self->shown != NULL ? ceci_placement_sheet_current (self->shown) : NULL;
  const char *today = self->shown != NULL ? self->shown->today : NULL;
  const CeciQuestionLine refusal = {_ ("Reason"), NULL, FALSE};
  const CeciQuestionLine confirmation[] = {
      {_ ("Confirmed by"), current != NULL ? ceci_placement_get_supervisor_name (current) : NULL, FALSE},
      {_ ("Confirmed on"), today, FALSE}};

  if (*ids == NULL || self->shown == NULL || ceci_desk_is_read_only (self->desk))
    return;
  if (state == CECI_HOURS_STATE_REFUSED)
    ceci_question_ask (GTK_WIDGET (self), _ ("Why are these hours refused?"), NULL, _ ("_Refuse"), &refusal, 1,
                       on_refused, about_new (self, ids), about_free);
  else if (state == CECI_HOURS_STATE_CONFIRMED)
    ceci_question_ask (GTK_WIDGET (self), _ ("Who confirmed these hours?"), NULL, _ ("_Confirm"), confirmation, 2,
                       on_confirmed, about_new (self, ids), about_free);
  else
    ceci_placement_write_states (self->desk, student_of (self), ids, state, NULL, NULL, NULL);
}

static void
remove_entries (CeciHoursLog *self, GStrv ids, gint64 minutes)
{
  if (*ids != NULL && self->shown != NULL && !ceci_desk_is_read_only (self->desk))
    ceci_placement_remove_hours (self->desk, student_of (self), ids, minutes);
}

static void
marked_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciHoursLog *self = CECI_HOURS_LOG (widget);
  gint64 minutes;
  g_auto (GStrv) ids = dup_chosen (self, &minutes);

  if (g_str_equal (name, "hours.accept-marked"))
    set_states (self, ids, CECI_HOURS_STATE_ACCEPTED);
  else if (g_str_equal (name, "hours.confirm-marked"))
    set_states (self, ids, CECI_HOURS_STATE_CONFIRMED);
  else if (g_str_equal (name, "hours.refuse-marked"))
    set_states (self, ids, CECI_HOURS_STATE_REFUSED);
  else
    remove_entries (self, ids, minutes);
}

static void
mark_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mark_all (CECI_HOURS_LOG (widget), g_str_equal (name, "hours.mark-all"));
}

// --- one entry ---------------------------------------------------------------------------------

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciHoursLog *self = CECI_HOURS_LOG (widget);
  char *ids[] = {(char *) g_variant_get_string (parameter, NULL), NULL};
  CeciCountedHours *counted = self->shown != NULL ? ceci_placement_sheet_find_hours (self->shown, ids[0]) : NULL;

  if (counted != NULL)
    remove_entries (self, ids, ceci_hours_get_minutes (counted->hours));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciHoursLog *self = CECI_HOURS_LOG (widget);
  CeciCountedHours *counted =
      self->shown != NULL ? ceci_placement_sheet_find_hours (self->shown, g_variant_get_string (parameter, NULL))
                          : NULL;

  if (counted != NULL)
    edit (self, counted->hours);
}

static void
set_state_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  char *ids[] = {NULL, NULL};
  int state = 0;

  g_variant_get (parameter, "(&si)", &ids[0], &state);
  set_states (CECI_HOURS_LOG (widget), ids, (CeciHoursState) state);
}

// Letters act on the marked entries, or on the one that has the focus.
static gboolean
on_list_key (CeciHoursLog *self, guint key, guint code, GdkModifierType state)
{
  static const struct {
    guint key;
    const char *action;
  } keys[] = {
      {GDK_KEY_a, "hours.accept-marked"},
      {GDK_KEY_c, "hours.confirm-marked"},
      {GDK_KEY_r, "hours.refuse-marked"},
      {GDK_KEY_Delete, "hours.remove-marked"},
  };
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();
  CeciHoursRow *row = focused_row (self);

  if (row == NULL || self->shown == NULL || ceci_desk_is_read_only (self->desk))
    return GDK_EVENT_PROPAGATE;
  if (held == GDK_CONTROL_MASK && (key == GDK_KEY_a || key == GDK_KEY_A)) {
    mark_all (self, TRUE);
    return GDK_EVENT_STOP;
  }
  if (held != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_space && gtk_widget_is_focus (GTK_WIDGET (row))) {
    ceci_hours_row_set_marked (row, !ceci_hours_row_get_marked (row));
    return GDK_EVENT_STOP;
  }
  if (key == GDK_KEY_e) {
    edit (self, ceci_hours_row_get_hours (row));
    return GDK_EVENT_STOP;
  }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key) {
      gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

// --- showing ------------------------------------------------------------------------------------

static void
show_totals (CeciHoursLog *self)
{
  CeciPlacementSheet *sheet = self->shown;
  gint64 required = ceci_student_summary_get_required_minutes (sheet->summary);
  gint64 counted = sheet->minutes[CECI_COUNT_YES];
  g_autofree char *figure = ceci_words_hours_of (counted, required);
  g_autofree char *waiting = ceci_duration_format (sheet->minutes[CECI_COUNT_WAITING]);
  g_autofree char *not_counted = ceci_duration_format (sheet->minutes[CECI_COUNT_NO]);
  g_autofree char *remaining = ceci_duration_format (MAX (required - counted, 0));
  // Translators: three durations
  g_autofree char *text =
      g_strdup_printf (_ ("%s waiting · %s not counted · %s remain"), waiting, not_counted, remaining);

  ceci_figure_bar_set_figures (self->total, (double) counted, (double) required, figure);
  gtk_label_set_label (self->totals, text);
}

static void
show_entries (CeciHoursLog *self, gboolean editable)
{
  CeciHoursRow *focused = focused_row (self);
  int position = focused != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focused)) : -1;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->shown->hours->len && i < MOST_ROWS; i++) {
    GtkWidget *row = ceci_hours_row_new (self->shown->hours->pdata[i], editable);

    g_signal_connect_object (row, "notify::marked", G_CALLBACK (on_marks_changed), self, G_CONNECT_SWAPPED);
    gtk_list_box_append (self->list, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->shown->hours->len > 0);
  on_marks_changed (self);
  if (position >= 0 && self->shown->hours->len > 0)
    gtk_widget_grab_focus (
        GTK_WIDGET (row_at (self, MIN (position, (int) MIN (self->shown->hours->len, MOST_ROWS) - 1))));
}

// The top of the log at the top of what is seen: what is understood of a line stands below it.
static gboolean
scroll_here (gpointer user_data)
{
  CeciHoursLog *self = user_data;
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_point_t top;

  if (window == NULL || !gtk_widget_compute_point (GTK_WIDGET (self), window, &GRAPHENE_POINT_INIT (0, 0), &top))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + (double) top.y - 12);
  return G_SOURCE_REMOVE;
}

/**
 * ceci_hours_log_enter:
 * @self: the log
 *
 * The keyboard goes to the line that hours are entered with, and the log comes into sight; as soon as there is one.
 */
void
ceci_hours_log_enter (CeciHoursLog *self)
{
  self->entering = self->shown == NULL;
  if (self->entering)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  // once its place is known
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, scroll_here, g_object_ref (self), g_object_unref);
}

/**
 * ceci_hours_log_show:
 * @self: the log
 * @desk: what is written to
 * @sheet: what is shown
 */
void
ceci_hours_log_show (CeciHoursLog *self, CeciDesk *desk, CeciPlacementSheet *sheet)
{
  gboolean editable = !ceci_desk_is_read_only (desk);

  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->shown, ceci_placement_sheet_unref);
  self->shown = ceci_placement_sheet_ref (sheet);
  if (self->editing != NULL && ceci_placement_sheet_find_hours (sheet, self->editing) == NULL)
    stop_editing (self);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), TRUE);
  show_totals (self);
  show_entries (self, editable);
  if (self->entering)
    ceci_hours_log_enter (self);
}

// --- the widget ---------------------------------------------------------------------------------

static void
ceci_hours_log_dispose (GObject *object)
{
  CeciHoursLog *self = CECI_HOURS_LOG (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->shown, ceci_placement_sheet_unref);
  g_clear_pointer (&self->editing, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_HOURS_LOG);
  G_OBJECT_CLASS (ceci_hours_log_parent_class)->dispose (object);
}

static void
ceci_hours_log_class_init (CeciHoursLogClass *klass)
{
  static const char *const on_marked_ones[] = {"hours.accept-marked", "hours.confirm-marked", "hours.refuse-marked",
                                               "hours.remove-marked"};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_hours_log_dispose;
  g_type_ensure (CECI_TYPE_FIGURE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/placements/ceci-hours-log.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciHoursLog, total);
  gtk_widget_class_bind_template_child (widget_class, CeciHoursLog, entry);
  gtk_widget_class_bind_template_child (widget_class, CeciHoursLog, preview);
  gtk_widget_class_bind_template_child (widget_class, CeciHoursLog, totals);
  gtk_widget_class_bind_template_child (widget_class, CeciHoursLog, marked);
  gtk_widget_class_bind_template_child (widget_class, CeciHoursLog, bar);
  gtk_widget_class_bind_template_child (widget_class, CeciHoursLog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_list_key);
  gtk_widget_class_install_action (widget_class, "hours.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "hours.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "hours.set-state", "(si)", set_state_action);
  for (guint i = 0; i < G_N_ELEMENTS (on_marked_ones); i++)
    gtk_widget_class_install_action (widget_class, on_marked_ones[i], NULL, marked_action);
  gtk_widget_class_install_action (widget_class, "hours.mark-all", NULL, mark_action);
  gtk_widget_class_install_action (widget_class, "hours.mark-none", NULL, mark_action);
}

static void
ceci_hours_log_init (CeciHoursLog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_entry_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}
