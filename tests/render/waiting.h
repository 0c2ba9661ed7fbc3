// SPDX-License-Identifier: GPL-3.0-or-later
// Running the main context until an asynchronous call has finished.
#pragma once

#include <gio/gio.h>

static inline void
waiting_take (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;
  g_assert_null (*kept);
  *kept = g_object_ref (result);
}

static inline GAsyncResult *
waiting_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}
