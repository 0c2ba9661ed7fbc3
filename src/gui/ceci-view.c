// SPDX-License-Identifier: GPL-3.0-or-later
// The base of every part of the window that shows what the register says: it reads off the GTK thread, only while it is
// on screen, and again when a step touches what it shows.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-view.h"

typedef struct {
  CeciDesk *desk;
  char *subject;
  char *title;
  GCancellable *reading;
  gboolean stale;
} CeciViewPrivate;

enum { PROP_0, PROP_DESK, PROP_SUBJECT, PROP_TITLE, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CeciView, ceci_view, ADW_TYPE_BIN)

typedef struct {
  CeciViewClass *klass;
  char *subject;
  char *today;
} Question;

static void
question_free (Question *question)
{
  g_type_class_unref (question->klass);
  g_free (question->subject);
  g_free (question->today);
  g_free (question);
}

static gpointer
answer (CeciDatabase *database, gpointer data, GError **error)
{
  Question *question = data;

  return question->klass->read (database, question->subject, question->today, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciView) self = user_data;
  CeciViewPrivate *priv = ceci_view_get_instance_private (self);
  CeciViewClass *klass = CECI_VIEW_GET_CLASS (self);
  g_autoptr (GError) error = NULL;
  gpointer found = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&priv->reading);
  if (error != NULL) {
    if (priv->desk != NULL)
      ceci_desk_report (priv->desk, _ ("The register could not be read"), error);
    return;
  }
  if (priv->desk != NULL)
    klass->show (self, found);
  if (found != NULL && klass->free_result != NULL)
    klass->free_result (found);
}

static void
stop_reading (CeciView *self)
{
  CeciViewPrivate *priv = ceci_view_get_instance_private (self);

  if (priv->reading != NULL)
    g_cancellable_cancel (priv->reading);
  g_clear_object (&priv->reading);
}

static void
on_changed (CeciView *self, CeciChanges *changes)
{
  CeciViewClass *klass = CECI_VIEW_GET_CLASS (self);

  for (guint i = 0; klass->tables != NULL && klass->tables[i] != NULL; i++)
    if (ceci_changes_touches_table (changes, klass->tables[i])) {
      ceci_view_reload (self);
      return;
    }
}

static void
ceci_view_map (GtkWidget *widget)
{
  CeciView *self = CECI_VIEW (widget);
  CeciViewPrivate *priv = ceci_view_get_instance_private (self);

  GTK_WIDGET_CLASS (ceci_view_parent_class)->map (widget);
  if (priv->stale)
    ceci_view_reload (self);
}

static void
ceci_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CeciView *self = CECI_VIEW (object);

  switch (id) {
  case PROP_DESK:
    g_value_set_object (value, ceci_view_get_desk (self));
    break;
  case PROP_SUBJECT:
    g_value_set_string (value, ceci_view_get_subject (self));
    break;
  case PROP_TITLE:
    g_value_set_string (value, ceci_view_get_title (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ceci_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CeciView *self = CECI_VIEW (object);

  switch (id) {
  case PROP_DESK:
    ceci_view_set_desk (self, g_value_get_object (value));
    break;
  case PROP_SUBJECT:
    ceci_view_set_subject (self, g_value_get_string (value));
    break;
  case PROP_TITLE:
    ceci_view_set_title (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ceci_view_dispose (GObject *object)
{
  CeciView *self = CECI_VIEW (object);
  CeciViewPrivate *priv = ceci_view_get_instance_private (self);

  stop_reading (self);
  if (priv->desk != NULL) {
    g_signal_handlers_disconnect_by_func (priv->desk, on_changed, self);
    g_signal_handlers_disconnect_by_func (priv->desk, ceci_view_reload, self);
  }
  g_clear_object (&priv->desk);
  G_OBJECT_CLASS (ceci_view_parent_class)->dispose (object);
}

static void
ceci_view_finalize (GObject *object)
{
  CeciViewPrivate *priv = ceci_view_get_instance_private (CECI_VIEW (object));

  g_free (priv->subject);
  g_free (priv->title);
  G_OBJECT_CLASS (ceci_view_parent_class)->finalize (object);
}

static void
ceci_view_class_init (CeciViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ceci_view_get_property;
  object_class->set_property = ceci_view_set_property;
  object_class->dispose = ceci_view_dispose;
  object_class->finalize = ceci_view_finalize;
  GTK_WIDGET_CLASS (klass)->map = ceci_view_map;

  /**
   * CeciView:desk:
   *
   * What the view works on.
   */
  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, CECI_TYPE_DESK,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * CeciView:subject:
   *
   * The id of what the view is about: a cohort, a student; %NULL where it is about the whole register.
   */
  properties[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, NULL,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * CeciView:title:
   *
   * What the header says above the view, where it stands as a page of its own.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ceci_view_init (CeciView *self)
{
}

void
ceci_view_set_desk (CeciView *self, CeciDesk *desk)
{
  CeciViewPrivate *priv = ceci_view_get_instance_private (self);

  if (priv->desk == desk)
    return;
  if (priv->desk != NULL) {
    g_signal_handlers_disconnect_by_func (priv->desk, on_changed, self);
    g_signal_handlers_disconnect_by_func (priv->desk, ceci_view_reload, self);
  }
  g_set_object (&priv->desk, desk);
  if (desk != NULL) {
    g_signal_connect_swapped (desk, "changed", G_CALLBACK (on_changed), self);
    g_signal_connect_swapped (desk, "day-changed", G_CALLBACK (ceci_view_reload), self);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESK]);
  ceci_view_reload (self);
}

CeciDesk *
ceci_view_get_desk (CeciView *self)
{
  CeciViewPrivate *priv = ceci_view_get_instance_private (self);

  return priv->desk;
}

void
ceci_view_set_subject (CeciView *self, const char *subject)
{
  CeciViewPrivate *priv = ceci_view_get_instance_private (self);

  if (!g_set_str (&priv->subject, subject))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBJECT]);
  ceci_view_reload (self);
}

const char *
ceci_view_get_subject (CeciView *self)
{
  CeciViewPrivate *priv = ceci_view_get_instance_private (self);

  return priv->subject;
}

void
ceci_view_set_title (CeciView *self, const char *title)
{
  CeciViewPrivate *priv = ceci_view_get_instance_private (self);

  if (g_set_str (&priv->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

const char *
ceci_view_get_title (CeciView *self)
{
  CeciViewPrivate *priv = ceci_view_get_instance_private (self);

  return priv->title;
}

/**
 * ceci_view_reload:
 * @self: a view
 *
 * Reads again what is shown: at once when the view is on screen, else when it comes back to it. An earlier reading that
 * is still under way is dropped.
 */
void
ceci_view_reload (CeciView *self)
{
  CeciViewPrivate *priv = ceci_view_get_instance_private (self);
  Question *question;

  stop_reading (self);
  priv->stale = TRUE;
  if (priv->desk == NULL || CECI_VIEW_GET_CLASS (self)->read == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return; // a page of other views reads nothing itself

  priv->stale = FALSE;
  priv->reading = g_cancellable_new ();
  question = g_new0 (Question, 1);
  question->klass = g_type_class_ref (G_OBJECT_TYPE (self));
  question->subject = g_strdup (priv->subject);
  question->today = g_strdup (ceci_desk_get_today (priv->desk));
  ceci_register_read_async (ceci_desk_get_register (priv->desk), answer, question, (GDestroyNotify) question_free,
                            question->klass->free_result, priv->reading, on_read, g_object_ref (self));
}

/**
 * ceci_view_write:
 * @self: a view with a desk
 * @label: names the step
 * @work: see [method@Desk.write]
 * @data: handed to @work
 * @data_destroy: (nullable): frees @data
 */
void
ceci_view_write (CeciView *self, const char *label, CeciRegisterFunc work, gpointer data, GDestroyNotify data_destroy)
{
  CeciViewPrivate *priv = ceci_view_get_instance_private (self);

  if (priv->desk != NULL)
    ceci_desk_write (priv->desk, label, work, data, data_destroy);
  else if (data_destroy != NULL)
    data_destroy (data);
}

/**
 * ceci_view_dispose_template:
 * @self: a view
 * @type: the class whose template it is
 *
 * As [method@Gtk.Widget.dispose_template]. That one unparents bound children behind the back of [class@Adw.Bin], which
 * would then unparent its child once more: here the bin lets go of it first.
 */
void
ceci_view_dispose_template (CeciView *self, GType type)
{
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), type);
}
