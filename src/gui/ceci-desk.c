// SPDX-License-Identifier: GPL-3.0-or-later
// What every page of the window works on: the open register, the day it is, and where failures and news are told.
// It shows nothing itself: the window listens to its signals.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "attention/ceci-attention.h"
#include "ceci-desk.h"

struct _CeciDesk {
  GObject parent_instance;
  CeciRegister *reg;
  char *today;
  CeciAttention *attention;
};

enum { CHANGED, FAILED, NOTICE, N_SIGNALS };
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
  g_clear_object (&self->attention);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (ceci_desk_parent_class)->dispose (object);
}

static void
ceci_desk_finalize (GObject *object)
{
  CeciDesk *self = CECI_DESK (object);

  g_free (self->today);
  G_OBJECT_CLASS (ceci_desk_parent_class)->finalize (object);
}

static void
ceci_desk_class_init (CeciDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ceci_desk_dispose;
  object_class->finalize = ceci_desk_finalize;

  /**
   * CeciDesk::changed:
   * @self: the desk
   * @changes: (type CeciChanges): what a committed step touched
   */
  signals[CHANGED] = g_signal_new ("changed", CECI_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   CECI_TYPE_CHANGES);
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

/**
 * ceci_desk_new:
 * @reg: an open register
 * @today: the day it is, YYYY-MM-DD
 *
 * Returns: (transfer full): a desk with that register on it
 */
CeciDesk *
ceci_desk_new (CeciRegister *reg, const char *today)
{
  CeciDesk *self = g_object_new (CECI_TYPE_DESK, NULL);

  self->reg = g_object_ref (reg);
  self->today = g_strdup (today);
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
  return self->today;
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
    self->attention = ceci_attention_new (self->reg, self->today);
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
