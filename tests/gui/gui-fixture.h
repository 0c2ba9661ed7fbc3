// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for what a window does, and finding its widgets by name. Nothing here sleeps: every wait has a condition and
// a deadline.
#pragma once

#include <adwaita.h>

#define DEADLINE_SECONDS 60

typedef gboolean (*Condition) (gpointer data);

static inline gboolean
on_deadline (gpointer reached)
{
  *(gboolean *) reached = TRUE;
  return G_SOURCE_REMOVE;
}

static inline gboolean
on_tick (gpointer data)
{
  return G_SOURCE_CONTINUE; // wakes the loop, so that a condition no event announces is looked at again
}

static inline void
wait_for (Condition condition, gpointer data, const char *what)
{
  gboolean late = FALSE;
  guint deadline = g_timeout_add_seconds (DEADLINE_SECONDS, on_deadline, &late);
  guint tick = g_timeout_add (20, on_tick, NULL);

  while (!late && !condition (data))
    g_main_context_iteration (NULL, TRUE);
  if (late)
    g_error ("%s did not come within %d seconds", what, DEADLINE_SECONDS);
  g_source_remove (deadline);
  g_source_remove (tick);
}

static inline GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  if (g_str_equal (gtk_widget_get_name (widget), name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_named (child, name);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static inline GtkWidget *
find_of_type (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_of_type (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}
