// SPDX-License-Identifier: GPL-3.0-or-later
// One line of an import's preview. What it would do is its proposal's to say; here it is kept and shown.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-proposed-line.h"

typedef struct {
  CeciProposalAction action;
  guint line;
  gboolean included;
  char *name;
  char *reason;
  char *doubt;
  GPtrArray *changes; // CeciProposedChange
  GPtrArray *answers; // CeciProposedAnswer
  int said;
  gpointer subject;
  GDestroyNotify subject_free;
} CeciProposedLinePrivate;

enum { PROP_ACTION = 1, PROP_LINE, PROP_NAME, PROP_REASON, PROP_DOUBT, PROP_CHANGES, PROP_INCLUDED, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (CeciProposalAction, ceci_proposal_action, G_DEFINE_ENUM_VALUE (CECI_PROPOSAL_ADD, "add"),
                    G_DEFINE_ENUM_VALUE (CECI_PROPOSAL_CHANGE, "change"),
                    G_DEFINE_ENUM_VALUE (CECI_PROPOSAL_UNCHANGED, "unchanged"),
                    G_DEFINE_ENUM_VALUE (CECI_PROPOSAL_REFUSED, "refused"),
                    G_DEFINE_ENUM_VALUE (CECI_PROPOSAL_UNSURE, "unsure"),
                    G_DEFINE_ENUM_VALUE (CECI_PROPOSAL_DRAFT, "draft"))
G_DEFINE_TYPE_WITH_PRIVATE (CeciProposedLine, ceci_proposed_line, G_TYPE_OBJECT)

const char *
ceci_proposal_action_get_label (CeciProposalAction action)
{
  static const char *const labels[] = {
      [CECI_PROPOSAL_ADD] = N_ ("New"),
      [CECI_PROPOSAL_CHANGE] = N_ ("Changed"),
      [CECI_PROPOSAL_UNCHANGED] = N_ ("Unchanged"),
      [CECI_PROPOSAL_REFUSED] = N_ ("Refused"),
      [CECI_PROPOSAL_UNSURE] = N_ ("Unsure"),
      [CECI_PROPOSAL_DRAFT] = N_ ("Not submitted"),
  };

  g_return_val_if_fail ((guint) action < G_N_ELEMENTS (labels), "");
  return _ (labels[action]);
}

void
ceci_proposed_change_free (CeciProposedChange *change)
{
  g_free (change->old_value);
  g_free (change->new_value);
  g_free (change);
}

static void
answer_free (gpointer data)
{
  CeciProposedAnswer *answer = data;

  g_free (answer->id);
  g_free (answer->title);
  g_free (answer->subtitle);
  g_free (answer);
}

static CeciProposedLinePrivate *
private_of (CeciProposedLine *self)
{
  return ceci_proposed_line_get_instance_private (self);
}

static void
ceci_proposed_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CeciProposedLine *self = CECI_PROPOSED_LINE (object);
  CeciProposedLinePrivate *priv = private_of (self);

  switch (id) {
  case PROP_ACTION:
    g_value_set_enum (value, priv->action);
    break;
  case PROP_LINE:
    g_value_set_uint (value, priv->line);
    break;
  case PROP_NAME:
    g_value_set_string (value, priv->name);
    break;
  case PROP_REASON:
    g_value_set_string (value, priv->reason);
    break;
  case PROP_DOUBT:
    g_value_set_string (value, priv->doubt);
    break;
  case PROP_CHANGES:
    g_value_take_string (value, ceci_proposed_line_dup_changes (self));
    break;
  case PROP_INCLUDED:
    g_value_set_boolean (value, priv->included);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ceci_proposed_line_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_INCLUDED)
    ceci_proposed_line_set_included (CECI_PROPOSED_LINE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ceci_proposed_line_finalize (GObject *object)
{
  CeciProposedLinePrivate *priv = private_of (CECI_PROPOSED_LINE (object));

  g_free (priv->name);
  g_free (priv->reason);
  g_free (priv->doubt);
  g_ptr_array_unref (priv->changes);
  g_ptr_array_unref (priv->answers);
  if (priv->subject_free != NULL)
    priv->subject_free (priv->subject);
  G_OBJECT_CLASS (ceci_proposed_line_parent_class)->finalize (object);
}

static void
ceci_proposed_line_class_init (CeciProposedLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags reads = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ceci_proposed_line_get_property;
  object_class->set_property = ceci_proposed_line_set_property;
  object_class->finalize = ceci_proposed_line_finalize;

  properties[PROP_ACTION] =
      g_param_spec_enum ("action", NULL, NULL, CECI_TYPE_PROPOSAL_ACTION, CECI_PROPOSAL_ADD, reads);
  properties[PROP_LINE] = g_param_spec_uint ("line", NULL, NULL, 0, G_MAXUINT, 0, reads);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, reads);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, reads);
  properties[PROP_DOUBT] = g_param_spec_string ("doubt", NULL, NULL, NULL, reads);
  properties[PROP_CHANGES] = g_param_spec_string ("changes", NULL, NULL, NULL, reads);
  properties[PROP_INCLUDED] = g_param_spec_boolean (
      "included", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ceci_proposed_line_init (CeciProposedLine *self)
{
  CeciProposedLinePrivate *priv = private_of (self);

  priv->included = TRUE;
  priv->said = CECI_PROPOSED_NOT_SAID;
  priv->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ceci_proposed_change_free);
  priv->answers = g_ptr_array_new_with_free_func (answer_free);
}

/**
 * ceci_proposed_line_new:
 * @line: where it stands in the file, from 1
 * @name: who or what it speaks of
 * @subject: (nullable): what its proposal keeps of it
 * @subject_free: (nullable): frees @subject
 *
 * Returns: (transfer full): a line that adds, until its proposal says otherwise
 */
CeciProposedLine *
ceci_proposed_line_new (guint line, const char *name, gpointer subject, GDestroyNotify subject_free)
{
  CeciProposedLine *self = g_object_new (CECI_TYPE_PROPOSED_LINE, NULL);
  CeciProposedLinePrivate *priv = private_of (self);

  priv->line = line;
  priv->name = g_strdup (name);
  priv->subject = subject;
  priv->subject_free = subject_free;
  return self;
}

CeciProposalAction
ceci_proposed_line_get_action (CeciProposedLine *self)
{
  return private_of (self)->action;
}

guint
ceci_proposed_line_get_line (CeciProposedLine *self)
{
  return private_of (self)->line;
}

const char *
ceci_proposed_line_get_name (CeciProposedLine *self)
{
  return private_of (self)->name;
}

const char *
ceci_proposed_line_get_reason (CeciProposedLine *self)
{
  return private_of (self)->reason;
}

GPtrArray *
ceci_proposed_line_get_changes (CeciProposedLine *self)
{
  return private_of (self)->changes;
}

char *
ceci_proposed_line_dup_changes (CeciProposedLine *self)
{
  GPtrArray *changes = private_of (self)->changes;
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++) {
    const CeciProposedChange *change = g_ptr_array_index (changes, i);
    // Translators: a field, what it was, what it would be
    g_autofree char *line = g_strdup_printf (_ ("%s: %s → %s"), change->title,
                                             change->old_value != NULL ? change->old_value : "—", change->new_value);

    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", line);
  }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

const char *
ceci_proposed_line_get_doubt (CeciProposedLine *self)
{
  return private_of (self)->doubt;
}

GPtrArray *
ceci_proposed_line_get_answers (CeciProposedLine *self)
{
  return private_of (self)->answers;
}

int
ceci_proposed_line_get_said (CeciProposedLine *self)
{
  return private_of (self)->said;
}

const char *
ceci_proposed_line_get_said_id (CeciProposedLine *self)
{
  CeciProposedLinePrivate *priv = private_of (self);

  return priv->said >= 0 ? ((CeciProposedAnswer *) priv->answers->pdata[priv->said])->id : NULL;
}

gboolean
ceci_proposed_line_get_included (CeciProposedLine *self)
{
  return private_of (self)->included;
}

void
ceci_proposed_line_set_included (CeciProposedLine *self, gboolean included)
{
  CeciProposedLinePrivate *priv = private_of (self);

  if (priv->included == included)
    return;
  priv->included = included;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INCLUDED]);
}

gpointer
ceci_proposed_line_get_subject (CeciProposedLine *self)
{
  return private_of (self)->subject;
}

void
ceci_proposed_line_set_name (CeciProposedLine *self, const char *name)
{
  if (g_set_str (&private_of (self)->name, name))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

/**
 * ceci_proposed_line_set_action:
 * @self: a line
 * @action: what it would do
 * @reason: (nullable): why it can't, or what else should be known
 */
void
ceci_proposed_line_set_action (CeciProposedLine *self, CeciProposalAction action, const char *reason)
{
  CeciProposedLinePrivate *priv = private_of (self);

  if (priv->action != action) {
    priv->action = action;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTION]);
  }
  if (g_set_str (&priv->reason, reason))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REASON]);
}

/**
 * ceci_proposed_line_add_change:
 * @self: a line
 * @field: the field's name, static or interned
 * @title: its title, translated and static
 * @old_value: (nullable): what the register has, in words
 * @new_value: what it would have
 */
void
ceci_proposed_line_add_change (CeciProposedLine *self, const char *field, const char *title, const char *old_value,
                               const char *new_value)
{
  CeciProposedChange *change = g_new0 (CeciProposedChange, 1);

  change->field = field;
  change->title = title;
  change->old_value = g_strdup (old_value);
  change->new_value = g_strdup (new_value);
  g_ptr_array_add (private_of (self)->changes, change);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGES]);
}

void
ceci_proposed_line_clear_changes (CeciProposedLine *self)
{
  g_ptr_array_set_size (private_of (self)->changes, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGES]);
}

/**
 * ceci_proposed_line_set_doubt:
 * @self: a line
 * @doubt: (nullable): why someone must say who or what it is; %NULL forgets the answers too
 */
void
ceci_proposed_line_set_doubt (CeciProposedLine *self, const char *doubt)
{
  CeciProposedLinePrivate *priv = private_of (self);

  if (doubt == NULL) {
    g_ptr_array_set_size (priv->answers, 0);
    priv->said = CECI_PROPOSED_NOT_SAID;
  }
  if (g_set_str (&priv->doubt, doubt))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOUBT]);
}

void
ceci_proposed_line_add_answer (CeciProposedLine *self, const char *id, const char *title, const char *subtitle)
{
  CeciProposedAnswer *answer = g_new0 (CeciProposedAnswer, 1);

  answer->id = g_strdup (id);
  answer->title = g_strdup (title);
  answer->subtitle = g_strdup (subtitle);
  g_ptr_array_add (private_of (self)->answers, answer);
}

void
ceci_proposed_line_say (CeciProposedLine *self, int answer)
{
  CeciProposedLinePrivate *priv = private_of (self);

  g_return_if_fail (answer >= CECI_PROPOSED_NOT_SAID && answer < (int) priv->answers->len);
  priv->said = answer;
}
