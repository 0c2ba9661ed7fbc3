// SPDX-License-Identifier: GPL-3.0-or-later
// A juror's work on one dossier: the conflict declaration, levels, comments, notes on pages, and what is still missing.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ceci-dossier-reading-private.h"
#include "ceci-json-fields.h"
#include "ceci-jury-error.h"

#define MOST_PAGE 100000

G_DEFINE_FINAL_TYPE (CeciDossierReading, ceci_dossier_reading, G_TYPE_OBJECT)
G_DEFINE_ENUM_TYPE (CeciDeclaration, ceci_declaration, G_DEFINE_ENUM_VALUE (CECI_DECLARATION_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (CECI_DECLARATION_CLEAR, "clear"),
                    G_DEFINE_ENUM_VALUE (CECI_DECLARATION_CONFLICT, "conflict"))

enum {
  PROP_0,
  PROP_DOSSIER,
  PROP_DECLARATION,
  PROP_RECUSAL_REASON,
  PROP_SUGGESTION,
  PROP_COMMENT,
  PROP_PRIVATE_NOTE,
  PROP_TOTAL,
  PROP_COMPLETE,
  PROP_ANSWERED,
  PROP_NOTES,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];
static guint changed_signal;

static void
ceci_dossier_reading_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CeciDossierReading *self = CECI_DOSSIER_READING (object);

  switch (id) {
  case PROP_DOSSIER:
    g_value_set_object (value, self->dossier);
    break;
  case PROP_DECLARATION:
    g_value_set_enum (value, self->declaration);
    break;
  case PROP_RECUSAL_REASON:
    g_value_set_string (value, self->recusal_reason);
    break;
  case PROP_SUGGESTION:
    g_value_set_enum (value, self->suggestion);
    break;
  case PROP_COMMENT:
    g_value_set_string (value, self->comment);
    break;
  case PROP_PRIVATE_NOTE:
    g_value_set_string (value, self->private_note);
    break;
  case PROP_TOTAL:
    g_value_set_int (value, ceci_dossier_reading_get_tally (self).total);
    break;
  case PROP_COMPLETE:
    g_value_set_boolean (value, ceci_dossier_reading_is_complete (self));
    break;
  case PROP_ANSWERED:
    g_value_set_uint (value, ceci_dossier_reading_get_tally (self).answered);
    break;
  case PROP_NOTES:
    g_value_set_object (value, self->notes);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ceci_dossier_reading_finalize (GObject *object)
{
  CeciDossierReading *self = CECI_DOSSIER_READING (object);

  g_object_unref (self->dossier);
  g_object_unref (self->grid);
  ceci_entropy_unref (self->entropy);
  g_free (self->recusal_reason);
  g_free (self->levels);
  g_ptr_array_unref (self->comments);
  g_free (self->comment);
  g_free (self->private_note);
  g_object_unref (self->notes);
  G_OBJECT_CLASS (ceci_dossier_reading_parent_class)->finalize (object);
}

static void
ceci_dossier_reading_class_init (CeciDossierReadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ceci_dossier_reading_get_property;
  object_class->finalize = ceci_dossier_reading_finalize;
  properties[PROP_DOSSIER] = g_param_spec_object ("dossier", NULL, NULL, CECI_TYPE_PACKAGE_DOSSIER, flags);
  properties[PROP_DECLARATION] =
      g_param_spec_enum ("declaration", NULL, NULL, CECI_TYPE_DECLARATION, CECI_DECLARATION_NONE, flags);
  properties[PROP_RECUSAL_REASON] = g_param_spec_string ("recusal-reason", NULL, NULL, NULL, flags);
  properties[PROP_SUGGESTION] =
      g_param_spec_enum ("suggestion", NULL, NULL, CECI_TYPE_OUTCOME, CECI_OUTCOME_NONE, flags);
  properties[PROP_COMMENT] = g_param_spec_string ("comment", NULL, NULL, "", flags);
  properties[PROP_PRIVATE_NOTE] = g_param_spec_string ("private-note", NULL, NULL, "", flags);
  properties[PROP_TOTAL] = g_param_spec_int ("total", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, flags);
  properties[PROP_ANSWERED] = g_param_spec_uint ("answered", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_NOTES] = g_param_spec_object ("notes", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * CeciDossierReading::changed:
   * @self: the reading
   * @criterion: the criterion's place in the grid, -1 when what changed is not a criterion's
   */
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
ceci_dossier_reading_init (CeciDossierReading *self)
{
  self->comments = g_ptr_array_new_with_free_func (g_free);
  self->comment = g_strdup ("");
  self->private_note = g_strdup ("");
  self->suggestion = CECI_OUTCOME_NONE;
  self->notes = g_list_store_new (CECI_TYPE_PAGE_NOTE);
}

CeciDossierReading *
ceci_dossier_reading_new (CeciPackageDossier *dossier, CeciScoringGrid *grid, CeciEntropy *entropy)
{
  CeciDossierReading *self = g_object_new (CECI_TYPE_DOSSIER_READING, NULL);
  guint n = ceci_scoring_grid_get_n (grid);

  self->dossier = g_object_ref (dossier);
  self->grid = g_object_ref (grid);
  self->entropy = ceci_entropy_ref (entropy);
  self->levels = g_malloc (n);
  memset (self->levels, CECI_LEVEL_BLANK, n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->comments, g_strdup (""));
  return self;
}

static void
announce (CeciDossierReading *self, guint property, int criterion)
{
  if (property != PROP_0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANSWERED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
  g_signal_emit (self, changed_signal, 0, criterion);
}

static gboolean
may_change (CeciDossierReading *self, GError **error)
{
  if (self->declaration == CECI_DECLARATION_CLEAR)
    return TRUE;
  if (self->declaration == CECI_DECLARATION_CONFLICT)
    g_set_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_RECUSED,
                 _ ("You are recused from the dossier of %s. Take the recusal back first if it was a mistake."),
                 ceci_package_dossier_get_name (self->dossier));
  else
    g_set_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_UNDECLARED,
                 _ ("Declare first whether you have a conflict of interest with %s."),
                 ceci_package_dossier_get_name (self->dossier));
  return FALSE;
}

gboolean
ceci_reading_is_text (const char *text, GError **error)
{
  if (text != NULL && g_utf8_validate (text, -1, NULL) && g_utf8_strlen (text, -1) <= CECI_READING_MOST_TEXT)
    return TRUE;
  g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_INVALID, _ ("This text is too long. Shorten it."));
  return FALSE;
}

static gboolean
is_criterion (CeciDossierReading *self, guint criterion, GError **error)
{
  if (criterion < self->comments->len)
    return TRUE;
  g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_NOT_FOUND, _ ("The grid has no such criterion."));
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

CeciPackageDossier *
ceci_dossier_reading_get_dossier (CeciDossierReading *self)
{
  return self->dossier;
}

CeciScoringGrid *
ceci_dossier_reading_get_grid (CeciDossierReading *self)
{
  return self->grid;
}

CeciDeclaration
ceci_dossier_reading_get_declaration (CeciDossierReading *self)
{
  return self->declaration;
}

const char *
ceci_dossier_reading_get_recusal_reason (CeciDossierReading *self)
{
  return self->recusal_reason;
}

void
ceci_dossier_reading_declare_clear (CeciDossierReading *self)
{
  if (self->declaration == CECI_DECLARATION_CLEAR)
    return;
  self->declaration = CECI_DECLARATION_CLEAR;
  g_clear_pointer (&self->recusal_reason, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECUSAL_REASON]);
  announce (self, PROP_DECLARATION, -1);
}

/**
 * ceci_dossier_reading_recuse:
 * @self: a reading
 * @reason: why; it travels with the return
 * @error: %CECI_JURY_ERROR_INVALID without a reason
 *
 * Declares a conflict of interest. What was entered before stays on this computer and does not travel.
 *
 * Returns: whether the recusal stands
 */
gboolean
ceci_dossier_reading_recuse (CeciDossierReading *self, const char *reason, GError **error)
{
  if (is_blank (reason)) {
    g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_INVALID,
                         _ ("Say in a few words what the conflict of interest is."));
    return FALSE;
  }
  if (!ceci_reading_is_text (reason, error))
    return FALSE;
  self->declaration = CECI_DECLARATION_CONFLICT;
  g_set_str (&self->recusal_reason, reason);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECUSAL_REASON]);
  announce (self, PROP_DECLARATION, -1);
  return TRUE;
}

int
ceci_dossier_reading_get_level (CeciDossierReading *self, guint criterion)
{
  g_return_val_if_fail (criterion < self->comments->len, CECI_LEVEL_BLANK);
  return self->levels[criterion];
}

gboolean
ceci_dossier_reading_set_level (CeciDossierReading *self, guint criterion, int level, GError **error)
{
  if (!may_change (self, error) || !is_criterion (self, criterion, error))
    return FALSE;
  if (level < CECI_LEVEL_BLANK || level > CECI_LEVEL_HIGHEST) {
    g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_INVALID, _ ("A level goes from 0 to 4."));
    return FALSE;
  }
  if (self->levels[criterion] == level)
    return TRUE;
  self->levels[criterion] = (gint8) level;
  announce (self, PROP_0, (int) criterion);
  return TRUE;
}

const char *
ceci_dossier_reading_get_criterion_comment (CeciDossierReading *self, guint criterion)
{
  g_return_val_if_fail (criterion < self->comments->len, "");
  return self->comments->pdata[criterion];
}

gboolean
ceci_dossier_reading_set_criterion_comment (CeciDossierReading *self, guint criterion, const char *comment,
                                            GError **error)
{
  if (!may_change (self, error) || !is_criterion (self, criterion, error) || !ceci_reading_is_text (comment, error))
    return FALSE;
  if (g_set_str ((char **) &self->comments->pdata[criterion], comment))
    announce (self, PROP_0, (int) criterion);
  return TRUE;
}

const char *
ceci_dossier_reading_get_comment (CeciDossierReading *self)
{
  return self->comment;
}

gboolean
ceci_dossier_reading_set_comment (CeciDossierReading *self, const char *comment, GError **error)
{
  if (!may_change (self, error) || !ceci_reading_is_text (comment, error))
    return FALSE;
  if (g_set_str (&self->comment, comment))
    announce (self, PROP_COMMENT, -1);
  return TRUE;
}

CeciOutcome
ceci_dossier_reading_get_suggestion (CeciDossierReading *self)
{
  return self->suggestion;
}

gboolean
ceci_dossier_reading_set_suggestion (CeciDossierReading *self, CeciOutcome suggestion, GError **error)
{
  if (!may_change (self, error))
    return FALSE;
  if ((int) suggestion < CECI_OUTCOME_NONE || suggestion > CECI_OUTCOME_REFUSED) {
    g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_INVALID, _ ("There is no such suggestion."));
    return FALSE;
  }
  if (self->suggestion == suggestion)
    return TRUE;
  self->suggestion = suggestion;
  announce (self, PROP_SUGGESTION, -1);
  return TRUE;
}

const char *
ceci_dossier_reading_get_private_note (CeciDossierReading *self)
{
  return self->private_note;
}

gboolean
ceci_dossier_reading_set_private_note (CeciDossierReading *self, const char *note, GError **error)
{
  if (!may_change (self, error) || !ceci_reading_is_text (note, error))
    return FALSE;
  if (g_set_str (&self->private_note, note))
    announce (self, PROP_PRIVATE_NOTE, -1);
  return TRUE;
}

GListModel *
ceci_dossier_reading_get_notes (CeciDossierReading *self)
{
  return G_LIST_MODEL (self->notes);
}

// By the dossier's order of documents, then page, then from top to bottom.
static guint
document_place (CeciDossierReading *self, const char *sha256)
{
  GListModel *documents = ceci_package_dossier_get_documents (self->dossier);
  guint n = g_list_model_get_n_items (documents);

  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciPackageDocument) document = g_list_model_get_item (documents, i);

    if (g_strcmp0 (ceci_package_document_get_sha256 (document), sha256) == 0)
      return i;
  }
  return n;
}

static int
compare_notes (gconstpointer a, gconstpointer b, gpointer user_data)
{
  CeciPageNote *one = CECI_PAGE_NOTE ((gpointer) a), *other = CECI_PAGE_NOTE ((gpointer) b);
  guint place = document_place (user_data, ceci_page_note_get_document_sha256 (one));
  guint other_place = document_place (user_data, ceci_page_note_get_document_sha256 (other));
  gint64 pages = ceci_page_note_get_page (one) - ceci_page_note_get_page (other);
  double down = ceci_page_note_get_y (one) - ceci_page_note_get_y (other);

  if (place != other_place)
    return place < other_place ? -1 : 1;
  if (pages != 0)
    return pages < 0 ? -1 : 1;
  return down < 0 ? -1 : down > 0 ? 1 : 0;
}

static gboolean
is_fraction (double value)
{
  return isfinite (value) && value >= 0 && value <= 1;
}

CeciPageNote *
ceci_dossier_reading_make_note (CeciDossierReading *self, const char *id, const char *sha256, gint64 page,
                                const double *region, int criterion, const char *text)
{
  const char *criterion_id = NULL;
  gboolean known =
      document_place (self, sha256) < g_list_model_get_n_items (ceci_package_dossier_get_documents (self->dossier));

  if (!known || page < 0 || page > MOST_PAGE || criterion < -1 || criterion >= (int) self->comments->len ||
      !ceci_reading_is_text (text, NULL))
    return NULL;
  for (guint i = 0; i < 4; i++)
    if (!is_fraction (region[i]))
      return NULL;
  if (criterion >= 0)
    criterion_id = ceci_record_get_id (CECI_RECORD (ceci_scoring_grid_get (self->grid, (guint) criterion)));
  return ceci_record_new (CECI_TYPE_PAGE_NOTE, "id", id, "document_sha256", sha256, "page", page, "x", region[0], "y",
                          region[1], "width", region[2], "height", region[3], "criterion_id", criterion_id, "text",
                          text, NULL);
}

void
ceci_dossier_reading_insert_note (CeciDossierReading *self, CeciPageNote *note)
{
  g_list_store_insert_sorted (self->notes, note, compare_notes, self);
}

/**
 * ceci_dossier_reading_add_note:
 * @self: a reading
 * @document_sha256: a document of the dossier
 * @page: its page, from 0
 * @x: left edge of the region, as a fraction of the page's width
 * @y: top edge, as a fraction of its height
 * @width: a fraction of the page's width; 0 for a point
 * @height: a fraction of the page's height; 0 for a point
 * @criterion: the criterion it bears on, or -1
 * @text: the note
 * @error: a #CeciJuryError
 *
 * Returns: (transfer none): the note as kept
 */
CeciPageNote *
ceci_dossier_reading_add_note (CeciDossierReading *self, const char *document_sha256, guint page, double x, double y,
                               double width, double height, int criterion, const char *text, GError **error)
{
  const double region[4] = {x, y, width, height};
  g_autofree char *id = ceci_entropy_new_id (self->entropy);
  g_autoptr (CeciPageNote) note = NULL;

  if (!may_change (self, error))
    return NULL;
  note = ceci_dossier_reading_make_note (self, id, document_sha256, page, region, criterion, text);
  if (note == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->notes)) >= CECI_READING_MOST_NOTES) {
    g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_INVALID,
                         _ ("This note cannot be kept here: place it on a page of the dossier."));
    return NULL;
  }
  ceci_dossier_reading_insert_note (self, note);
  announce (self, PROP_0, criterion);
  return note; // the list keeps it
}

static CeciPageNote *
find_note (CeciDossierReading *self, const char *id, guint *position, GError **error)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->notes)); i++) {
    g_autoptr (CeciPageNote) note = g_list_model_get_item (G_LIST_MODEL (self->notes), i);

    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (note)), id) == 0) {
      *position = i;
      return note; // the list keeps it
    }
  }
  g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_NOT_FOUND, _ ("This note is no longer there."));
  return NULL;
}

gboolean
ceci_dossier_reading_change_note (CeciDossierReading *self, const char *note_id, const char *text, int criterion,
                                  GError **error)
{
  guint position = 0;
  CeciPageNote *note = NULL;
  g_autoptr (CeciPageNote) changed = NULL;

  if (!may_change (self, error) || !ceci_reading_is_text (text, error) ||
      (note = find_note (self, note_id, &position, error)) == NULL)
    return FALSE;
  if (criterion >= 0 && !is_criterion (self, (guint) criterion, error))
    return FALSE;
  changed = ceci_record_with (
      note, "text", text, "criterion_id",
      criterion < 0 ? NULL : ceci_record_get_id (CECI_RECORD (ceci_scoring_grid_get (self->grid, (guint) criterion))),
      NULL);
  g_list_store_splice (self->notes, position, 1, (gpointer *) &changed, 1);
  announce (self, PROP_0, criterion);
  return TRUE;
}

gboolean
ceci_dossier_reading_remove_note (CeciDossierReading *self, const char *note_id, GError **error)
{
  guint position = 0;

  if (!may_change (self, error) || find_note (self, note_id, &position, error) == NULL)
    return FALSE;
  g_list_store_remove (self->notes, position);
  announce (self, PROP_0, -1);
  return TRUE;
}

CeciTally
ceci_dossier_reading_get_tally (CeciDossierReading *self)
{
  return ceci_scoring_tally (self->grid, self->levels);
}

static gboolean
wants_comment (CeciDossierReading *self, guint criterion)
{
  return (self->levels[criterion] == 0 || self->levels[criterion] == 1) && is_blank (self->comments->pdata[criterion]);
}

gboolean
ceci_dossier_reading_is_complete (CeciDossierReading *self)
{
  if (self->declaration != CECI_DECLARATION_CLEAR)
    return self->declaration == CECI_DECLARATION_CONFLICT;
  for (guint i = 0; i < self->comments->len; i++)
    if (wants_comment (self, i))
      return FALSE;
  return ceci_dossier_reading_get_tally (self).complete;
}

/**
 * ceci_dossier_reading_dup_missing:
 * @self: a reading
 *
 * Returns: (transfer full): what is still needed before the dossier is complete, a sentence each
 */
GStrv
ceci_dossier_reading_dup_missing (CeciDossierReading *self)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  if (self->declaration == CECI_DECLARATION_NONE)
    g_strv_builder_add (sentences, _ ("Declare whether you have a conflict of interest."));
  for (guint i = 0; self->declaration == CECI_DECLARATION_CLEAR && i < self->comments->len; i++) {
    CeciCriterion *criterion = ceci_scoring_grid_get (self->grid, i);
    const char *title = ceci_scoring_criterion_title (criterion);

    if (self->levels[i] == CECI_LEVEL_BLANK && ceci_criterion_get_required (criterion))
      g_strv_builder_take (sentences, g_strdup_printf (_ ("“%s” has no level yet."), title));
    else if (wants_comment (self, i))
      g_strv_builder_take (sentences,
                           g_strdup_printf (_ ("“%s” is at level %d: say why in a comment."), title, self->levels[i]));
  }
  return g_strv_builder_end (sentences);
}
