// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence that is put into words only when someone reads it: of a hundred thousand students' findings, a screen
// shows thirty.

#include "config.h"

#include "ceci-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/store/ceci-date.h"

typedef struct {
  char type;
  gint64 number;
  char *text;
} Argument;

struct _CeciWording {
  const char *text; // static
  char *said;       // instead of it
  guint n_arguments;
  Argument arguments[];
};

static Argument
take_argument (char type, va_list *arguments)
{
  Argument argument = {.type = type};

  switch (type) {
  case 't':
  case 'd':
    argument.text = g_strdup (va_arg (*arguments, const char *));
    break;
  case 'm':
    argument.number = va_arg (*arguments, gint64);
    break;
  case 'u':
    argument.number = va_arg (*arguments, guint);
    break;
  default:
    g_assert_not_reached ();
  }
  return argument;
}

CeciWording *
ceci_wording_new (const char *text, const char *types, va_list arguments)
{
  gsize n_arguments = strlen (types);
  CeciWording *self = g_malloc0 (sizeof *self + n_arguments * sizeof (Argument));
  va_list left;

  self->text = text;
  self->n_arguments = (guint) n_arguments;
  va_copy (left, arguments);
  for (guint i = 0; i < n_arguments; i++)
    self->arguments[i] = take_argument (types[i], &left);
  va_end (left);
  return self;
}

CeciWording *
ceci_wording_new_said (const char *sentence)
{
  CeciWording *self = g_new0 (CeciWording, 1);

  self->said = g_strdup (sentence);
  return self;
}

void
ceci_wording_free (CeciWording *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_arguments; i++)
    g_free (self->arguments[i].text);
  g_free (self->said);
  g_free (self);
}

static char *
say_argument (const Argument *argument)
{
  switch (argument->type) {
  case 'd':
    return ceci_date_format_long (argument->text);
  case 'm':
    return ceci_duration_format (argument->number);
  case 'u':
    return g_strdup_printf ("%" G_GINT64_FORMAT, argument->number);
  default:
    return g_strdup (argument->text);
  }
}

// Reads what stands behind a %: *at goes to its end. Returns the argument's index, or -1 for "%%".
static int
read_place (const char **at, guint *next)
{
  char *end = NULL;
  guint64 position = g_ascii_isdigit (**at) ? g_ascii_strtoull (*at, &end, 10) : 0;

  if (**at == '%') {
    (*at)++;
    return -1;
  }
  if (position > 0 && *end == '$') {
    *at = end + 2;
    return (int) position - 1;
  }
  (*at)++;
  return (int) (*next)++;
}

/**
 * ceci_wording_say:
 * @self: a sentence
 *
 * Returns: (transfer full): it, translated, with its arguments in their places
 */
char *
ceci_wording_say (const CeciWording *self)
{
  g_autoptr (GString) said = g_string_new (NULL);
  const char *text;
  guint next = 0;

  if (self->said != NULL)
    return g_strdup (self->said);
  text = g_dgettext (GETTEXT_PACKAGE, self->text);
  for (const char *at = strchr (text, '%'); at != NULL; at = strchr (text, '%')) {
    g_autofree char *argument = NULL;
    int place;

    g_string_append_len (said, text, at - text);
    at++;
    place = read_place (&at, &next);
    if (place >= 0 && (guint) place < self->n_arguments)
      argument = say_argument (&self->arguments[place]);
    g_string_append (said, place < 0 ? "%" : argument != NULL ? argument : "");
    text = at;
  }
  g_string_append (said, text);
  return g_string_free_and_steal (g_steal_pointer (&said));
}
