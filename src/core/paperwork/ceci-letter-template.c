// SPDX-License-Identifier: GPL-3.0-or-later
// Templates of letters: where an office keeps its own wording, and what may stand between braces.

#include "config.h"

#include "ceci-letter-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-credential.h"
#include "core/model/ceci-setting-repository.h"

const CeciLetterPlaceholder ceci_letter_placeholders[] = {
    {"usual-name", N_ ("The usual first name")},
    {"full-name", N_ ("The usual first name and the family name")},
    {"cohort", N_ ("The intake")},
    {"starts-on", N_ ("The day the intake starts")},
    {"rank", N_ ("The place on the waiting list")},
    {"reasons", N_ ("Why an application is inadmissible")},
    {"required-hours", N_ ("The hours that a placement needs")},
    {"counted-hours", N_ ("The hours that count so far")},
    {"deadline", N_ ("The day the portfolio is due")},
    {"days", N_ ("The days until then")},
    {"missing", N_ ("What the dossier lacks, one thing a line")},
    {"missing-signatures", N_ ("Who has not signed the agreement")},
    {"organisation", N_ ("The organisation of the placement")},
    {"supervisor", N_ ("The supervisor’s name")},
    {"hours-to-confirm", N_ ("The hours claimed and not confirmed, one entry a line")},
    {"left-on", N_ ("The day the student left")},
    {"absences", N_ ("The number of unexcused absences")},
    {"meetings", N_ ("The meetings to come, one a line")},
    {"text", N_ ("What is written for this letter alone")},
    {"today", N_ ("The day of the letter")},
    {"office-name", N_ ("The office")},
    {"office-email", N_ ("The office’s e-mail address")},
    {"office-phone", N_ ("The office’s telephone number")},
    {NULL},
};

const CeciLetterTemplate *
ceci_letter_template_find (const char *kind, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (const CeciLetterTemplate *at = ceci_letter_templates; at->kind != NULL; at++) {
    if (g_strcmp0 (at->kind, kind) == 0)
      return at;
    g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", at->kind);
  }
  g_set_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED,
               _ ("There is no letter “%s”. The letters are: %s."), kind, known->str);
  return NULL;
}

const char *
ceci_letter_template_get_title (const char *kind)
{
  const CeciLetterTemplate *template = ceci_letter_template_find (kind, NULL);

  return template != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "letter", template->title) : kind;
}

static char *
setting_name (const char *kind, const char *language)
{
  return g_strdup_printf ("letter-%s-%s", kind, language);
}

/**
 * ceci_letter_template_read:
 * @database: a connection
 * @kind: a letter's kind
 * @language: "fr" or "en"
 * @subject: (out) (transfer full): its subject, with placeholders
 * @body: (out) (transfer full): its body
 * @error: return location for an error
 *
 * Returns: whether there is such a letter
 */
gboolean
ceci_letter_template_read (CeciDatabase *database, const char *kind, const char *language, char **subject, char **body,
                           GError **error)
{
  const CeciLetterTemplate *template = ceci_letter_template_find (kind, error);
  g_autofree char *name = setting_name (kind, language);
  g_autofree char *own = NULL;
  g_autoptr (GError) failure = NULL;
  const char *line;

  if (template == NULL)
    return FALSE;
  own = ceci_setting_repository_get (database, name, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  line = own != NULL ? strchr (own, '\n') : NULL;
  if (line != NULL) { // the subject is the first line
    *subject = g_strndup (own, (gsize) (line - own));
    *body = g_strdup (line + 1);
  } else {
    gboolean english = g_str_equal (language, "en");

    *subject = g_strdup (english ? template->subject_en : template->subject_fr);
    *body = g_strdup (english ? template->body_en : template->body_fr);
  }
  return TRUE;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

/**
 * ceci_letter_template_write:
 * @database: a connection inside a write
 * @kind: a letter's kind
 * @language: "fr" or "en"
 * @subject: (nullable): the office's subject, a line
 * @body: (nullable): its body; %NULL with @subject for the text as it comes
 * @error: return location for an error; %CECI_PAPERWORK_ERROR_REFUSED names a placeholder that does not exist
 *
 * Returns: whether it was kept
 */
gboolean
ceci_letter_template_write (CeciDatabase *database, const char *kind, const char *language, const char *subject,
                            const char *body, GError **error)
{
  g_autofree char *name = setting_name (kind, language);
  g_autofree char *line = NULL;
  g_autofree char *whole = NULL;

  if (ceci_letter_template_find (kind, error) == NULL)
    return FALSE;
  if (subject == NULL && body == NULL)
    return ceci_setting_repository_set (database, name, NULL, error);
  if (is_blank (subject) || is_blank (body)) {
    g_set_error_literal (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED,
                         _ ("A letter needs a subject and a text."));
    return FALSE;
  }
  if (!ceci_letter_template_check (subject, error) || !ceci_letter_template_check (body, error))
    return FALSE;
  line = g_strstrip (g_strdelimit (g_strdup (subject), "\r\n", ' '));
  whole = g_strconcat (line, "\n", body, NULL);
  return ceci_setting_repository_set (database, name, whole, error);
}

static gboolean
is_known (const char *name)
{
  for (const CeciLetterPlaceholder *at = ceci_letter_placeholders; at->name != NULL; at++)
    if (g_str_equal (at->name, name))
      return TRUE;
  return FALSE;
}

static gboolean
refuse_placeholder (const char *name, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (const CeciLetterPlaceholder *at = ceci_letter_placeholders; at->name != NULL; at++)
    g_string_append_printf (known, "%s{%s}", known->len > 0 ? ", " : "", at->name);
  g_set_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED,
               _ ("A letter can’t hold “{%s}”. It can hold: %s."), name, known->str);
  return FALSE;
}

static char *
say_itself (const char *placeholder, gpointer user_data, GError **error)
{
  return g_strdup ("");
}

gboolean
ceci_letter_template_check (const char *text, GError **error)
{
  g_autofree char *filled = ceci_letter_template_fill (text, say_itself, NULL, error);

  return filled != NULL;
}

/**
 * ceci_letter_template_fill:
 * @text: a subject or a body
 * @fill: gives what stands for a placeholder
 * @user_data: for @fill
 * @error: return location for an error; %CECI_PAPERWORK_ERROR_REFUSED names a placeholder that does not exist
 *
 * Braces that hold anything but lower case letters and hyphens are text.
 *
 * Returns: (transfer full) (nullable): the text with its placeholders filled in
 */
char *
ceci_letter_template_fill (const char *text, CeciLetterFill fill, gpointer user_data, GError **error)
{
  g_autoptr (GString) filled = g_string_new (NULL);

  while (*text != '\0') {
    gsize length = strcspn (text, "{");
    gsize inside;
    g_autofree char *name = NULL;
    g_autofree char *value = NULL;

    g_string_append_len (filled, text, (gssize) length);
    text += length;
    if (*text == '\0')
      break;
    inside = strspn (text + 1, "abcdefghijklmnopqrstuvwxyz-");
    if (inside == 0 || text[1 + inside] != '}') {
      g_string_append_c (filled, *text++);
      continue;
    }
    name = g_strndup (text + 1, inside);
    if (!is_known (name)) {
      refuse_placeholder (name, error);
      return NULL;
    }
    value = fill (name, user_data, error);
    if (value == NULL)
      return NULL;
    g_string_append (filled, value);
    text += inside + 2;
  }
  return g_string_free_and_steal (g_steal_pointer (&filled));
}
