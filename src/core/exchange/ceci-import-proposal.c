// SPDX-License-Identifier: GPL-3.0-or-later
// What every import shares: the list of lines, what a person says of them, the check that the register is still what
// the preview was made from, the one step. The JSON is
// {"added":[…],"changed":[…],"unchanged":n,"refused":[…],"unsure":[…]}.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-import-proposal.h"
#include "core/store/ceci-journal.h"

typedef struct {
  GPtrArray *lines; // CeciProposedLine
  GPtrArray *notes; // char *, ended by NULL
  CeciColumnMap *map;
  char *format;
  char *source;
  gint64 step; // the newest of the journal when the register was read
  gboolean applied;
} CeciImportProposalPrivate;

static void list_model_init (GListModelInterface *interface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (CeciImportProposal, ceci_import_proposal, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (CeciImportProposal)
                                      G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static CeciImportProposalPrivate *
private_of (CeciImportProposal *self)
{
  return ceci_import_proposal_get_instance_private (self);
}

static GType
ceci_import_proposal_get_item_type (GListModel *model)
{
  return CECI_TYPE_PROPOSED_LINE;
}

static guint
ceci_import_proposal_get_n_items (GListModel *model)
{
  return private_of (CECI_IMPORT_PROPOSAL (model))->lines->len;
}

static gpointer
ceci_import_proposal_get_item (GListModel *model, guint position)
{
  GPtrArray *lines = private_of (CECI_IMPORT_PROPOSAL (model))->lines;

  return position < lines->len ? g_object_ref (g_ptr_array_index (lines, position)) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = ceci_import_proposal_get_item_type;
  interface->get_n_items = ceci_import_proposal_get_n_items;
  interface->get_item = ceci_import_proposal_get_item;
}

static void
ceci_import_proposal_finalize (GObject *object)
{
  CeciImportProposalPrivate *priv = private_of (CECI_IMPORT_PROPOSAL (object));

  g_ptr_array_unref (priv->lines);
  g_ptr_array_unref (priv->notes);
  g_clear_object (&priv->map);
  g_free (priv->format);
  g_free (priv->source);
  G_OBJECT_CLASS (ceci_import_proposal_parent_class)->finalize (object);
}

static void
ceci_import_proposal_class_init (CeciImportProposalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_import_proposal_finalize;
}

static void
ceci_import_proposal_init (CeciImportProposal *self)
{
  CeciImportProposalPrivate *priv = private_of (self);

  priv->lines = g_ptr_array_new_with_free_func (g_object_unref);
  priv->notes = g_ptr_array_new_null_terminated (2, g_free, TRUE);
}

/**
 * ceci_import_proposal_begin:
 * @self: a proposal without lines
 * @database: the register
 * @map: (nullable): the file's columns
 * @format: (nullable): under which name columns mapped by hand are remembered
 * @source: the file's name
 * @error: the register's
 *
 * Keeps what the proposal is made from, and which step of the journal was the last.
 *
 * Returns: whether it could be read
 */
gboolean
ceci_import_proposal_begin (CeciImportProposal *self, CeciDatabase *database, CeciColumnMap *map, const char *format,
                            const char *source, GError **error)
{
  CeciImportProposalPrivate *priv = private_of (self);

  g_set_object (&priv->map, map);
  g_set_str (&priv->format, format);
  g_set_str (&priv->source, source);
  priv->step = ceci_journal_newest (database, error);
  return priv->step >= 0;
}

void
ceci_import_proposal_take_line (CeciImportProposal *self, CeciProposedLine *line)
{
  g_ptr_array_add (private_of (self)->lines, line);
}

void
ceci_import_proposal_add_note (CeciImportProposal *self, const char *note)
{
  GPtrArray *notes = private_of (self)->notes;

  if (!g_ptr_array_find_with_equal_func (notes, note, g_str_equal, NULL))
    g_ptr_array_add (notes, g_strdup (note));
}

static char *
words_of (CeciProposedLine *line)
{
  g_autofree char *changes = ceci_proposed_line_dup_changes (line);
  const char *reason = ceci_proposed_line_get_reason (line), *doubt = ceci_proposed_line_get_doubt (line);

  return g_strdup_printf ("%d\n%s\n%s\n%s", (int) ceci_proposed_line_get_action (line), reason != NULL ? reason : "",
                          doubt != NULL ? doubt : "", changes);
}

/**
 * ceci_import_proposal_settle:
 * @self: a proposal
 *
 * Has its class say again what each line would do, and tells the list of those that say something else.
 */
void
ceci_import_proposal_settle (CeciImportProposal *self)
{
  GPtrArray *lines = private_of (self)->lines;
  g_autoptr (GPtrArray) words = g_ptr_array_new_full (lines->len, g_free);

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (words, words_of (lines->pdata[i]));
  CECI_IMPORT_PROPOSAL_GET_CLASS (self)->settle (self);
  for (guint i = 0; i < words->len; i++) {
    g_autofree char *now = words_of (lines->pdata[i]);

    if (!g_str_equal (now, words->pdata[i]))
      g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
  }
}

CeciColumnMap *
ceci_import_proposal_get_map (CeciImportProposal *self)
{
  return private_of (self)->map;
}

const char *
ceci_import_proposal_get_source (CeciImportProposal *self)
{
  return private_of (self)->source;
}

const char *const *
ceci_import_proposal_get_notes (CeciImportProposal *self)
{
  return (const char *const *) private_of (self)->notes->pdata;
}

CeciProposedLine *
ceci_import_proposal_get_line (CeciImportProposal *self, guint position)
{
  GPtrArray *lines = private_of (self)->lines;

  return position < lines->len ? g_ptr_array_index (lines, position) : NULL;
}

guint
ceci_import_proposal_count (CeciImportProposal *self, CeciProposalAction action)
{
  GPtrArray *lines = private_of (self)->lines;
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += ceci_proposed_line_get_included (lines->pdata[i]) && ceci_proposed_line_get_action (lines->pdata[i]) == action;
  return n;
}

guint
ceci_import_proposal_n_writes (CeciImportProposal *self)
{
  return ceci_import_proposal_count (self, CECI_PROPOSAL_ADD) + ceci_import_proposal_count (self, CECI_PROPOSAL_CHANGE);
}

char *
ceci_import_proposal_dup_label (CeciImportProposal *self)
{
  return CECI_IMPORT_PROPOSAL_GET_CLASS (self)->dup_label (self);
}

void
ceci_import_proposal_say (CeciImportProposal *self, CeciProposedLine *line, int answer)
{
  ceci_proposed_line_say (line, answer);
  ceci_import_proposal_settle (self);
}

// An answer is said by its id, or by anything that stands in what tells it apart: a student number, an address.
static int
find_answer (CeciProposedLine *line, const char *text)
{
  GPtrArray *answers = ceci_proposed_line_get_answers (line);

  for (guint i = 0; i < answers->len; i++) {
    const CeciProposedAnswer *answer = answers->pdata[i];
    g_auto (GStrv) marks = answer->subtitle != NULL ? g_strsplit (answer->subtitle, " · ", -1) : NULL;

    if (g_str_equal (answer->id, text))
      return (int) i;
    for (guint m = 0; marks != NULL && marks[m] != NULL; m++)
      if (g_ascii_strcasecmp (marks[m], text) == 0)
        return (int) i;
  }
  return CECI_PROPOSED_NOT_SAID;
}

/**
 * ceci_import_proposal_say_text:
 * @self: the proposal
 * @line_and_answer: «7=512345»: a line that is in doubt, and which of its answers holds
 * @error: a #GOptionError if there is no such line or answer
 *
 * Returns: whether it was said
 */
gboolean
ceci_import_proposal_say_text (CeciImportProposal *self, const char *line_and_answer, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (line_and_answer, "=", 2);
  GPtrArray *lines = private_of (self)->lines;
  guint64 number = 0;

  if (g_strv_length (parts) != 2 || !g_ascii_string_to_unsigned (parts[0], 10, 1, G_MAXUINT, &number, NULL)) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” settles nothing: write the line, an equals sign and the answer, such as “7=512345”."),
                 line_and_answer);
    return FALSE;
  }
  for (guint i = 0; i < lines->len; i++) {
    CeciProposedLine *line = lines->pdata[i];
    int answer;

    if (ceci_proposed_line_get_line (line) != number || ceci_proposed_line_get_doubt (line) == NULL)
      continue;
    answer = find_answer (line, parts[1]);
    if (answer == CECI_PROPOSED_NOT_SAID)
      continue; // several lines of a preview may stand on one line of the file
    ceci_import_proposal_say (self, line, answer);
    return TRUE;
  }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("Line %s has no doubt that “%s” would settle: see with --dry-run --json what may be said."), parts[0],
               parts[1]);
  return FALSE;
}

static void
keep_choice (CeciProposedLine *line, CeciProposedLine *said)
{
  const char *id = ceci_proposed_line_get_said_id (said);
  GPtrArray *answers = ceci_proposed_line_get_answers (line);

  ceci_proposed_line_set_included (line, ceci_proposed_line_get_included (said));
  if (id == NULL || g_strcmp0 (ceci_proposed_line_get_doubt (line), ceci_proposed_line_get_doubt (said)) != 0)
    return;
  for (guint i = 0; i < answers->len; i++)
    if (g_str_equal (((CeciProposedAnswer *) answers->pdata[i])->id, id))
      ceci_proposed_line_say (line, (int) i);
}

/**
 * ceci_import_proposal_keep_choices:
 * @self: a proposal that was just made
 * @earlier: one of the same file, from other columns or an older register
 *
 * Takes from @earlier what a person said of its lines, as far as the question is still the same, and which are left
 * out.
 */
void
ceci_import_proposal_keep_choices (CeciImportProposal *self, CeciImportProposal *earlier)
{
  GPtrArray *lines = private_of (self)->lines, *others = private_of (earlier)->lines;

  for (guint i = 0, j = 0; i < lines->len && j < others->len; i++) {
    guint number = ceci_proposed_line_get_line (lines->pdata[i]);

    while (j < others->len && ceci_proposed_line_get_line (others->pdata[j]) < number)
      j++;
    for (guint k = j; k < others->len && ceci_proposed_line_get_line (others->pdata[k]) == number; k++)
      if (g_strcmp0 (ceci_proposed_line_get_name (others->pdata[k]), ceci_proposed_line_get_name (lines->pdata[i])) ==
          0)
        keep_choice (lines->pdata[i], others->pdata[k]);
  }
  ceci_import_proposal_settle (self);
}

static gboolean
is_still_true (CeciImportProposal *self, CeciDatabase *database, GError **error)
{
  int changed = ceci_journal_touched_since (database, private_of (self)->step,
                                            CECI_IMPORT_PROPOSAL_GET_CLASS (self)->tables, error);

  if (changed > 0)
    g_set_error_literal (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT,
                         _ ("The register changed since this preview was made. Nothing was written: look at the "
                            "preview again, then import."));
  return changed == 0;
}

static gboolean
write_lines (CeciImportProposal *self, CeciDatabase *database, GError **error)
{
  CeciImportProposalClass *klass = CECI_IMPORT_PROPOSAL_GET_CLASS (self);
  GPtrArray *lines = private_of (self)->lines;

  for (guint i = 0; klass->write_line != NULL && i < lines->len; i++) {
    CeciProposedLine *line = lines->pdata[i];
    CeciProposalAction action = ceci_proposed_line_get_action (line);

    if (!ceci_proposed_line_get_included (line) || (action != CECI_PROPOSAL_ADD && action != CECI_PROPOSAL_CHANGE))
      continue;
    if (!klass->write_line (self, line, database, error)) {
      g_prefix_error (error, _ ("Line %u: "), ceci_proposed_line_get_line (line));
      return FALSE;
    }
  }
  return TRUE;
}

/**
 * ceci_import_proposal_apply:
 * @self: the proposal
 * @database: the register it was made from, in a write that has changed nothing yet
 * @error: the register's, which then keeps nothing; %CECI_STORE_ERROR_CONFLICT if what the preview was made from
 * changed since: make another, with ceci_import_proposal_keep_choices()
 *
 * Writes the included lines that add or change something, and remembers the columns mapped by hand.
 *
 * Returns: whether all of it is written
 */
gboolean
ceci_import_proposal_apply (CeciImportProposal *self, CeciDatabase *database, GError **error)
{
  CeciImportProposalClass *klass = CECI_IMPORT_PROPOSAL_GET_CLASS (self);
  CeciImportProposalPrivate *priv = private_of (self);

  g_return_val_if_fail (!priv->applied, FALSE);
  if (!is_still_true (self, database, error) || !write_lines (self, database, error))
    return FALSE;
  if (klass->write_rest != NULL && !klass->write_rest (self, database, error))
    return FALSE;
  priv->applied =
      priv->map == NULL || priv->format == NULL || ceci_column_map_remember (priv->map, database, priv->format, error);
  return priv->applied;
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_changes (JsonBuilder *builder, GPtrArray *changes)
{
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->len; i++) {
    const CeciProposedChange *change = g_ptr_array_index (changes, i);

    json_builder_begin_object (builder);
    add_text (builder, "field", change->field);
    add_text (builder, "old", change->old_value);
    add_text (builder, "new", change->new_value);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_answers (JsonBuilder *builder, GPtrArray *answers)
{
  json_builder_set_member_name (builder, "candidates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < answers->len; i++) {
    const CeciProposedAnswer *answer = g_ptr_array_index (answers, i);

    json_builder_begin_object (builder);
    add_text (builder, "answer", answer->id);
    add_text (builder, "title", answer->title);
    add_text (builder, "marks", answer->subtitle);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_lines (JsonBuilder *builder, CeciImportProposal *self, const char *name, CeciProposalAction action,
           CeciProposalAction also)
{
  CeciImportProposalClass *klass = CECI_IMPORT_PROPOSAL_GET_CLASS (self);
  GPtrArray *lines = private_of (self)->lines;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++) {
    CeciProposedLine *line = lines->pdata[i];
    CeciProposalAction is = ceci_proposed_line_get_action (line);
    gboolean written = action == CECI_PROPOSAL_ADD || action == CECI_PROPOSAL_CHANGE;

    if (is != action && is != also)
      continue;
    json_builder_begin_object (builder);
    json_builder_set_member_name (builder, "line");
    json_builder_add_int_value (builder, ceci_proposed_line_get_line (line));
    add_text (builder, "name", ceci_proposed_line_get_name (line));
    if (written && klass->describe != NULL)
      klass->describe (self, line, builder);
    add_text (builder, written ? "remark" : "reason", ceci_proposed_line_get_reason (line));
    if (written && ceci_proposed_line_get_changes (line)->len > 0)
      add_changes (builder, ceci_proposed_line_get_changes (line));
    if (action == CECI_PROPOSAL_UNSURE)
      add_answers (builder, ceci_proposed_line_get_answers (line));
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

/**
 * ceci_import_proposal_to_json:
 * @self: the proposal, before or after it is applied
 *
 * Returns: (transfer full): an object; a draft counts as refused, with its reason
 */
JsonNode *
ceci_import_proposal_to_json (CeciImportProposal *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_lines (builder, self, "added", CECI_PROPOSAL_ADD, CECI_PROPOSAL_ADD);
  add_lines (builder, self, "changed", CECI_PROPOSAL_CHANGE, CECI_PROPOSAL_CHANGE);
  json_builder_set_member_name (builder, "unchanged");
  json_builder_add_int_value (builder, ceci_import_proposal_count (self, CECI_PROPOSAL_UNCHANGED));
  add_lines (builder, self, "refused", CECI_PROPOSAL_REFUSED, CECI_PROPOSAL_DRAFT);
  add_lines (builder, self, "unsure", CECI_PROPOSAL_UNSURE, CECI_PROPOSAL_UNSURE);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
