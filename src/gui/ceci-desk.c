// SPDX-License-Identifier: GPL-3.0-or-later
// What every page of the window works on: the open register, the day it is, and where failures and news are told.
// It shows nothing itself: the window listens to its signals.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "attention/ceci-attention.h"
#include "ceci-desk.h"
#include "core/store/ceci-date.h"

struct _CeciDesk {
  GObject parent_instance;
  CeciRegister *reg;
  const char *today; // interned: one a day
  guint clock;       // looks whether another day has begun; 0 where the day is given
  CeciAttention *attention;
};

enum { CHANGED, DAY_CHANGED, FAILED, NOTICE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CeciDesk, ceci_desk, G_TYPE_OBJECT)

static void
on_changed (CeciDesk *self, CeciChanges *changes)
{
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

static void
ceci_desk_dispose (GObject *object)
{
  CeciDesk *self = CECI_DESK (object);

  if (self->reg != NULL)
    g_signal_handlers_disconnect_by_data (self->reg, self);
  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_object (&self->attention);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (ceci_desk_parent_class)->dispose (object);
}

static void
ceci_desk_class_init (CeciDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ceci_desk_dispose;

  /**
   * CeciDesk::changed:
   * @self: the desk
   * @changes: (type CeciChanges): what a committed step touched
   */
  signals[CHANGED] = g_signal_new ("changed", CECI_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   CECI_TYPE_CHANGES);
  /**
   * CeciDesk::day-changed:
   * @self: the desk
   *
   * Another day has begun: what depends on it is to be read again.
   */
  signals[DAY_CHANGED] =
      g_signal_new ("day-changed", CECI_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CeciDesk::failed:
   * @self: the desk
   * @title: what could not be done
   * @message: why, and what to do
   */
  signals[FAILED] = g_signal_new ("failed", CECI_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_STRING, G_TYPE_STRING);
  /**
   * CeciDesk::notice:
   * @self: the desk
   * @text: news that needs no answer
   */
  signals[NOTICE] =
      g_signal_new ("notice", CECI_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ceci_desk_init (CeciDesk *self)
{
}

static const char *
day_of_the_clock (void)
{
  g_autofree char *now = ceci_date_today ();

  return g_intern_string (now);
}

/**
 * ceci_desk_begin_day:
 * @self: the desk
 * @today: the day that has begun, YYYY-MM-DD
 *
 * Another day has begun; every view reads again what it shows.
 */
void
ceci_desk_begin_day (CeciDesk *self, const char *today)
{
  self->today = g_intern_string (today);
  if (self->attention != NULL)
    ceci_attention_set_today (self->attention, self->today);
  g_signal_emit (self, signals[DAY_CHANGED], 0);
}

// A machine may sleep over midnight: one looks, rather than counts the seconds until then.
static gboolean
on_minute (gpointer user_data)
{
  CeciDesk *self = user_data;

  if (!g_str_equal (self->today, day_of_the_clock ()))
    ceci_desk_begin_day (self, day_of_the_clock ());
  return G_SOURCE_CONTINUE;
}

/**
 * ceci_desk_new:
 * @reg: an open register
 * @today: (nullable): the day it is, YYYY-MM-DD; %NULL to follow the clock
 *
 * Returns: (transfer full): a desk with that register on it
 */
CeciDesk *
ceci_desk_new (CeciRegister *reg, const char *today)
{
  CeciDesk *self = g_object_new (CECI_TYPE_DESK, NULL);

  self->reg = g_object_ref (reg);
  self->today = today != NULL ? g_intern_string (today) : day_of_the_clock ();
  if (today == NULL)
    self->clock = g_timeout_add_seconds (60, on_minute, self);
  g_signal_connect_swapped (reg, "changed", G_CALLBACK (on_changed), self);
  return self;
}

CeciRegister *
ceci_desk_get_register (CeciDesk *self)
{
  return self->reg;
}

const char *
ceci_desk_get_today (CeciDesk *self)
{
  return self->clock != 0 ? day_of_the_clock () : self->today;
}

gboolean
ceci_desk_is_read_only (CeciDesk *self)
{
  return ceci_register_is_read_only (self->reg);
}

CeciAttention *
ceci_desk_get_attention (CeciDesk *self)
{
  if (self->attention == NULL)
    self->attention = ceci_attention_new (self->reg, ceci_desk_get_today (self));
  return self->attention;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciDesk) self = user_data;
  g_autoptr (GError) error = NULL;

  ceci_register_write_finish (CECI_REGISTER (source), result, &error);
  if (error != NULL)
    ceci_desk_report (self, _ ("The change was not saved"), error);
}

/**
 * ceci_desk_write:
 * @self: the desk
 * @label: names the step in the journal and in Undo, in words
 * @work: run in one transaction on the register's thread; what it returns is ignored and must need no freeing
 * @data: handed to @work
 * @data_destroy: (nullable): frees @data
 *
 * Writes without waiting. What fails is told by [signal@Desk::failed]; what succeeds comes as [signal@Desk::changed].
 */
void
ceci_desk_write (CeciDesk *self, const char *label, CeciRegisterFunc work, gpointer data, GDestroyNotify data_destroy)
{
  ceci_register_write_async (self->reg, label, work, data, data_destroy, NULL, NULL, on_written, g_object_ref (self));
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciDesk) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = ceci_register_undo_finish (CECI_REGISTER (source), result, &error);

  if (g_error_matches (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOTHING_TO_UNDO))
    ceci_desk_notice (self, error->message);
  else if (error != NULL)
    ceci_desk_report (self, _ ("The step was not undone"), error);
}

/**
 * ceci_desk_undo:
 * @self: the desk
 * @step_id: (nullable): the step to undo; %NULL for the last that can be
 */
void
ceci_desk_undo (CeciDesk *self, const char *step_id)
{
  ceci_register_undo_async (self->reg, step_id, NULL, on_undone, g_object_ref (self));
}

/**
 * ceci_desk_undo_steps:
 * @self: the desk
 * @step_ids: (array zero-terminated=1): steps, newest first
 *
 * Undoes all of them, or none and says which stands in the way.
 */
void
ceci_desk_undo_steps (CeciDesk *self, const char *const *step_ids)
{
  ceci_register_undo_steps_async (self->reg, step_ids, NULL, on_undone, g_object_ref (self));
}

void
ceci_desk_redo (CeciDesk *self)
{
  ceci_register_redo_async (self->reg, NULL, on_undone, g_object_ref (self));
}

/**
 * ceci_desk_report:
 * @self: the desk
 * @title: what could not be done
 * @error: why; a cancellation is not told
 */
void
ceci_desk_report (CeciDesk *self, const char *title, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_signal_emit (self, signals[FAILED], 0, title, error->message);
}

void
ceci_desk_notice (CeciDesk *self, const char *text)
{
  g_signal_emit (self, signals[NOTICE], 0, text);
}
