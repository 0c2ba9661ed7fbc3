// SPDX-License-Identifier: GPL-3.0-or-later
// The day a desk works on: the clock's, or the one that was given; when another begins, what is shown is read again.
#include "gui-fixture.h"

#include "ceci-view.h"
#include "core/store/ceci-date.h"

// A view that shows the day it was read on.
#define TYPE_DAY_VIEW (day_view_get_type ())
G_DECLARE_FINAL_TYPE (DayView, day_view, DAY, VIEW, CeciView)

struct _DayView {
  CeciView parent_instance;
  char *shown;
};

G_DEFINE_FINAL_TYPE (DayView, day_view, CECI_TYPE_VIEW)

static gpointer
day_view_read (CeciDatabase *database, const char *subject, const char *today, GError **error)
{
  return g_strdup (today);
}

static void
day_view_show (CeciView *view, gpointer result)
{
  g_set_str (&DAY_VIEW (view)->shown, result);
}

static void
day_view_finalize (GObject *object)
{
  g_free (DAY_VIEW (object)->shown);
  G_OBJECT_CLASS (day_view_parent_class)->finalize (object);
}

static void
day_view_class_init (DayViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = day_view_finalize;
  CECI_VIEW_CLASS (klass)->read = day_view_read;
  CECI_VIEW_CLASS (klass)->show = day_view_show;
  CECI_VIEW_CLASS (klass)->free_result = g_free;
}

static void
day_view_init (DayView *self)
{
}

static CeciRegister *
make_register (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ceci-test-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "register.ceci", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CeciEntropy) entropy = ceci_entropy_new_seeded (7, "2026-11-23T09:00:00.000Z");
  CeciRegister *reg = ceci_register_open (file, CECI_REGISTER_CREATE, "Marie", entropy, &error);

  g_assert_no_error (error);
  return reg;
}

static gboolean
shows_a_day (gpointer view)
{
  return DAY_VIEW (view)->shown != NULL;
}

static gboolean
shows_the_next_day (gpointer view)
{
  return g_strcmp0 (DAY_VIEW (view)->shown, "2026-11-24") == 0;
}

static void
test_views_follow_the_day (void)
{
  g_autoptr (CeciRegister) reg = make_register ();
  g_autoptr (CeciDesk) desk = ceci_desk_new (reg, "2026-11-23");
  GtkWidget *view = g_object_new (TYPE_DAY_VIEW, "desk", desk, NULL);
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  wait_for (shows_a_day, view, "the day");
  g_assert_cmpstr (DAY_VIEW (view)->shown, ==, "2026-11-23");
  ceci_desk_begin_day (desk, "2026-11-24");
  g_assert_cmpstr (ceci_desk_get_today (desk), ==, "2026-11-24");
  wait_for (shows_the_next_day, view, "the next day");
  gtk_window_destroy (GTK_WINDOW (window));
  ceci_register_close (reg);
}

// What it says is the clock's at each use, whatever day was last announced.
static void
test_desk_follows_the_clock (void)
{
  g_autoptr (CeciRegister) reg = make_register ();
  g_autoptr (CeciDesk) desk = ceci_desk_new (reg, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char *today;

  ceci_desk_begin_day (desk, "2001-01-01");
  before = ceci_date_today ();
  today = ceci_desk_get_today (desk);
  after = ceci_date_today ();
  g_assert_true (g_str_equal (today, before) || g_str_equal (today, after));
  ceci_register_close (reg);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/desk/views-follow-the-day", test_views_follow_the_day);
  g_test_add_func ("/desk/follows-the-clock", test_desk_follows_the_clock);
  return g_test_run ();
}
