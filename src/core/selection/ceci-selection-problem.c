// SPDX-License-Identifier: GPL-3.0-or-later
// What a selection is made from: applicants with their groups, places, targets and weights; and what any choice among
// them is worth.

#include "config.h"

#include "ceci-selection-problem.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GREATEST_WEIGHT 100

struct _CeciSelectionProblem {
  gatomicrefcount references;
  GArray *groups;
  GArray *applicants;
  GHashTable *by_key; // «dimension key» to index + 1
  guint places;
  gint64 seed;
  guint weights[CECI_N_DIMENSIONS];
  gboolean every_faculty;
  gboolean custom; // a person set a target
};

G_DEFINE_QUARK (ceci - selection - error - quark, ceci_selection_error)

G_DEFINE_ENUM_TYPE (CeciDimension, ceci_dimension, G_DEFINE_ENUM_VALUE (CECI_DIMENSION_GENDER, "gender"),
                    G_DEFINE_ENUM_VALUE (CECI_DIMENSION_FACULTY, "faculty"),
                    G_DEFINE_ENUM_VALUE (CECI_DIMENSION_PATH, "path"),
                    G_DEFINE_ENUM_VALUE (CECI_DIMENSION_PROFILE, "profile"))

static const struct {
  const char *nick;
  const char *label;
  guint weight; // unless people say otherwise
} dimensions[CECI_N_DIMENSIONS] = {
    {"gender", N_ ("Gender"), 1},
    {"faculty", N_ ("Faculty"), 1},
    {"path", N_ ("Path of study"), 1},
    {"profile", N_ ("Entry profile"), 0},
};

const char *
ceci_dimension_get_nick (CeciDimension dimension)
{
  return dimensions[dimension].nick;
}

const char *
ceci_dimension_get_label (CeciDimension dimension)
{
  return _ (dimensions[dimension].label);
}

static void
group_clear (gpointer data)
{
  CeciSelectionGroup *group = data;

  g_free (group->key);
  g_free (group->label);
}

static void
applicant_clear (gpointer data)
{
  CeciSelectionApplicant *applicant = data;

  g_free (applicant->id);
  g_free (applicant->name);
}

/**
 * ceci_selection_problem_new:
 * @places: how many may be chosen, those enrolled already included
 * @seed: what lots are drawn from
 */
CeciSelectionProblem *
ceci_selection_problem_new (guint places, gint64 seed)
{
  CeciSelectionProblem *self = g_new0 (CeciSelectionProblem, 1);

  g_atomic_ref_count_init (&self->references);
  self->places = places;
  self->seed = seed;
  self->every_faculty = TRUE;
  self->groups = g_array_new (FALSE, TRUE, sizeof (CeciSelectionGroup));
  g_array_set_clear_func (self->groups, group_clear);
  self->applicants = g_array_new (FALSE, TRUE, sizeof (CeciSelectionApplicant));
  g_array_set_clear_func (self->applicants, applicant_clear);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < CECI_N_DIMENSIONS; i++)
    self->weights[i] = dimensions[i].weight;
  return self;
}

CeciSelectionProblem *
ceci_selection_problem_ref (CeciSelectionProblem *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ceci_selection_problem_unref (CeciSelectionProblem *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->groups);
  g_array_unref (self->applicants);
  g_hash_table_unref (self->by_key);
  g_free (self);
}

static CeciSelectionGroup *
group_at (CeciSelectionProblem *self, guint group)
{
  return &g_array_index (self->groups, CeciSelectionGroup, group);
}

static CeciSelectionApplicant *
applicant_at (CeciSelectionProblem *self, guint applicant)
{
  return &g_array_index (self->applicants, CeciSelectionApplicant, applicant);
}

static guint
find_group (CeciSelectionProblem *self, CeciDimension dimension, const char *key)
{
  g_autofree char *name = g_strdup_printf ("%u %s", dimension, key);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, name));
}

static guint
ensure_group (CeciSelectionProblem *self, CeciDimension dimension, const char *key, const char *label)
{
  guint found;
  CeciSelectionGroup group = {.dimension = dimension};

  if (key == NULL)
    key = "";
  found = find_group (self, dimension, key);
  if (found != 0)
    return found - 1;
  group.key = g_strdup (key);
  group.label = g_strdup (label != NULL ? label : *key == '\0' ? _ ("Not said") : key);
  g_array_append_val (self->groups, group);
  g_hash_table_insert (self->by_key, g_strdup_printf ("%u %s", dimension, key), GUINT_TO_POINTER (self->groups->len));
  return self->groups->len - 1;
}

// The first twenty bits of SHA-256 of «seed:id»: anyone can draw the lots again.
static guint32
draw_lot (gint64 seed, const char *id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT ":%s", seed, id);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  digest[5] = '\0';
  return (guint32) g_ascii_strtoull (digest, NULL, 16);
}

/**
 * ceci_selection_problem_add:
 * @self: a problem
 * @id: the application's id, from which with the seed comes the lot
 * @name: the applicant's
 * @keys: (array fixed-size=4): the group in each dimension; %NULL where nothing was said
 * @labels: (array fixed-size=4) (nullable): what people read
 * @held: held in or out by a person
 * @enrolled: has a place already
 *
 * Returns: the applicant's index
 */
guint
ceci_selection_problem_add (CeciSelectionProblem *self, const char *id, const char *name, const char *const *keys,
                            const char *const *labels, CeciHold held, gboolean enrolled)
{
  CeciSelectionApplicant applicant = {.held = held, .enrolled = enrolled};

  applicant.id = g_strdup (id);
  applicant.name = g_strdup (name);
  applicant.lot = draw_lot (self->seed, id);
  for (guint i = 0; i < CECI_N_DIMENSIONS; i++) {
    applicant.groups[i] = ensure_group (self, (CeciDimension) i, keys[i], labels != NULL ? labels[i] : NULL);
    group_at (self, applicant.groups[i])->applicants++;
  }
  g_array_append_val (self->applicants, applicant);
  return self->applicants->len - 1;
}

void
ceci_selection_problem_set_seed (CeciSelectionProblem *self, gint64 seed)
{
  self->seed = seed;
  for (guint i = 0; i < self->applicants->len; i++)
    applicant_at (self, i)->lot = draw_lot (seed, applicant_at (self, i)->id);
}

// One from every faculty that somebody applied from, where the places allow it; «not said» is no faculty.
static void
set_minima (CeciSelectionProblem *self)
{
  g_autofree gboolean *served = g_new0 (gboolean, MAX (1, self->groups->len));
  guint wanted = 0, taken = 0;

  for (guint i = 0; i < self->applicants->len; i++)
    if (applicant_at (self, i)->enrolled) {
      served[applicant_at (self, i)->groups[CECI_DIMENSION_FACULTY]] = TRUE;
      taken++;
    }
  for (guint i = 0; i < self->groups->len; i++)
    if (group_at (self, i)->dimension == CECI_DIMENSION_FACULTY && *group_at (self, i)->key != '\0' && !served[i])
      wanted++;
  for (guint i = 0; i < self->groups->len; i++) {
    CeciSelectionGroup *group = group_at (self, i);

    group->minimum = self->every_faculty && group->dimension == CECI_DIMENSION_FACULTY && *group->key != '\0' &&
                             taken + wanted <= self->places
                         ? 1
                         : 0;
  }
}

/**
 * ceci_selection_problem_set_defaults:
 * @self: a problem with all its applicants
 *
 * Each group's share among the applicants times the places (or the applicants, where they are fewer), and at least one
 * from every faculty where there are places enough.
 */
void
ceci_selection_problem_set_defaults (CeciSelectionProblem *self)
{
  gint64 n = MAX (1, self->applicants->len), places = MIN (self->places, self->applicants->len);

  for (guint i = 0; i < self->groups->len; i++) {
    CeciSelectionGroup *group = group_at (self, i);

    group->target = (2 * CECI_SELECTION_PERSON * places * group->applicants + n) / (2 * n);
  }
  for (guint i = 0; i < CECI_N_DIMENSIONS; i++)
    self->weights[i] = dimensions[i].weight;
  self->every_faculty = TRUE;
  self->custom = FALSE;
  set_minima (self);
}

void
ceci_selection_problem_set_target (CeciSelectionProblem *self, guint group, gint64 target)
{
  group_at (self, group)->target = MAX (0, target);
  self->custom = TRUE;
}

void
ceci_selection_problem_set_weight (CeciSelectionProblem *self, CeciDimension dimension, guint weight)
{
  self->weights[dimension] = MIN (weight, GREATEST_WEIGHT);
}

guint
ceci_selection_problem_get_weight (CeciSelectionProblem *self, CeciDimension dimension)
{
  return self->weights[dimension];
}

void
ceci_selection_problem_set_every_faculty (CeciSelectionProblem *self, gboolean every_faculty)
{
  self->every_faculty = every_faculty;
  set_minima (self);
}

gboolean
ceci_selection_problem_get_every_faculty (CeciSelectionProblem *self)
{
  return self->every_faculty;
}

void
ceci_selection_problem_hold (CeciSelectionProblem *self, guint applicant, CeciHold held)
{
  applicant_at (self, applicant)->held = held;
}

void
ceci_selection_problem_set_places (CeciSelectionProblem *self, guint places)
{
  self->places = places;
  ceci_selection_problem_set_defaults (self);
}

// --- targets as JSON -----------------------------------------------------------------

static gboolean
refuse_targets (GError **error)
{
  g_set_error_literal (error, CECI_SELECTION_ERROR, CECI_SELECTION_ERROR_TARGETS,
                       _ ("The targets can’t be read. Take the default ones again."));
  return FALSE;
}

static gboolean
is_number (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         (json_node_get_value_type (node) == G_TYPE_INT64 || json_node_get_value_type (node) == G_TYPE_DOUBLE) &&
         json_node_get_double (node) >= 0 && json_node_get_double (node) <= 1000000;
}

static gboolean
is_boolean (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
}

static gboolean
set_dimension (CeciSelectionProblem *self, CeciDimension dimension, JsonNode *node, gboolean custom, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *weight = object != NULL ? json_object_get_member (object, "weight") : NULL;
  JsonNode *targets = object != NULL ? json_object_get_member (object, "targets") : NULL;
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (object == NULL || (weight != NULL && !is_number (weight)) ||
      (targets != NULL && !JSON_NODE_HOLDS_OBJECT (targets)))
    return refuse_targets (error);
  if (weight != NULL)
    ceci_selection_problem_set_weight (self, dimension, (guint) json_node_get_double (weight));
  if (targets == NULL)
    return TRUE;
  json_object_iter_init (&iter, json_node_get_object (targets));
  while (json_object_iter_next (&iter, &key, &value)) {
    guint found = find_group (self, dimension, key);

    if (!is_number (value))
      return refuse_targets (error);
    if (found != 0 && custom) // a group of nobody any more has no target
      group_at (self, found - 1)->target = (gint64) (json_node_get_double (value) * CECI_SELECTION_PERSON + 0.5);
  }
  return TRUE;
}

/**
 * ceci_selection_problem_set_targets:
 * @self: a problem with all its applicants
 * @json: as [method@SelectionProblem.dup_targets] writes it, or a part of it. Where its `custom` is false nobody set a
 *   target, and those that are shares of the applicants follow who applied since.
 * @error: return location for an error
 *
 * Returns: whether it was understood
 */
gboolean
ceci_selection_problem_set_targets (CeciSelectionProblem *self, const char *json, GError **error)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  JsonObject *object;
  JsonNode *every, *custom;
  gboolean is_custom;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return refuse_targets (error);
  object = json_node_get_object (node);
  custom = json_object_get_member (object, "custom");
  if (custom != NULL && !is_boolean (custom))
    return refuse_targets (error);
  is_custom = custom == NULL || json_node_get_boolean (custom);
  for (guint i = 0; i < CECI_N_DIMENSIONS; i++)
    if (json_object_has_member (object, dimensions[i].nick) &&
        !set_dimension (self, (CeciDimension) i, json_object_get_member (object, dimensions[i].nick), is_custom, error))
      return FALSE;
  self->custom = self->custom || is_custom;
  every = json_object_get_member (object, "every-faculty");
  if (every != NULL) {
    if (!is_boolean (every))
      return refuse_targets (error);
    ceci_selection_problem_set_every_faculty (self, json_node_get_boolean (every));
  }
  return TRUE;
}

char *
ceci_selection_problem_dup_targets (CeciSelectionProblem *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "custom");
  json_builder_add_boolean_value (builder, self->custom);
  json_builder_set_member_name (builder, "every-faculty");
  json_builder_add_boolean_value (builder, self->every_faculty);
  for (guint d = 0; d < CECI_N_DIMENSIONS; d++) {
    json_builder_set_member_name (builder, dimensions[d].nick);
    json_builder_begin_object (builder);
    json_builder_set_member_name (builder, "weight");
    json_builder_add_int_value (builder, self->weights[d]);
    json_builder_set_member_name (builder, "targets");
    json_builder_begin_object (builder);
    for (guint i = 0; i < self->groups->len; i++) {
      CeciSelectionGroup *group = group_at (self, i);

      if (group->dimension != (CeciDimension) d)
        continue;
      json_builder_set_member_name (builder, group->key);
      json_builder_add_double_value (builder, (double) group->target / CECI_SELECTION_PERSON);
    }
    json_builder_end_object (builder);
    json_builder_end_object (builder);
  }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

// --- reading ---------------------------------------------------------------------------

guint
ceci_selection_problem_get_places (CeciSelectionProblem *self)
{
  return self->places;
}

gint64
ceci_selection_problem_get_seed (CeciSelectionProblem *self)
{
  return self->seed;
}

guint
ceci_selection_problem_n_groups (CeciSelectionProblem *self)
{
  return self->groups->len;
}

guint
ceci_selection_problem_n_applicants (CeciSelectionProblem *self)
{
  return self->applicants->len;
}

const CeciSelectionGroup *
ceci_selection_problem_get_group (CeciSelectionProblem *self, guint group)
{
  return group_at (self, group);
}

const CeciSelectionApplicant *
ceci_selection_problem_get_applicant (CeciSelectionProblem *self, guint applicant)
{
  return applicant_at (self, applicant);
}

gboolean
ceci_selection_problem_is_fixed_in (CeciSelectionProblem *self, guint applicant)
{
  return applicant_at (self, applicant)->enrolled || applicant_at (self, applicant)->held == CECI_HOLD_IN;
}

// --- what a choice is worth --------------------------------------------------------------

void
ceci_selection_problem_count (CeciSelectionProblem *self, const gboolean *chosen, guint *counts)
{
  memset (counts, 0, self->groups->len * sizeof (guint));
  for (guint i = 0; i < self->applicants->len; i++)
    for (guint d = 0; chosen[i] && d < CECI_N_DIMENSIONS; d++)
      counts[applicant_at (self, i)->groups[d]]++;
}

guint
ceci_selection_problem_n_chosen (CeciSelectionProblem *self, const gboolean *chosen)
{
  guint n = 0;

  for (guint i = 0; i < self->applicants->len; i++)
    n += chosen[i] ? 1 : 0;
  return n;
}

gint64
ceci_selection_problem_distance (CeciSelectionProblem *self, const gboolean *chosen)
{
  g_autofree guint *counts = g_new (guint, MAX (1, self->groups->len));
  gint64 distance = 0;

  ceci_selection_problem_count (self, chosen, counts);
  for (guint i = 0; i < self->groups->len; i++) {
    CeciSelectionGroup *group = group_at (self, i);

    distance += self->weights[group->dimension] * ABS ((gint64) counts[i] * CECI_SELECTION_PERSON - group->target);
  }
  return distance;
}

/**
 * ceci_selection_problem_dup_composition:
 * @self: a problem
 * @chosen: (array): who is chosen
 *
 * Returns: (transfer full): JSON that counts applicants and chosen of each group and names nobody
 */
char *
ceci_selection_problem_dup_composition (CeciSelectionProblem *self, const gboolean *chosen)
{
  g_autofree guint *counts = g_new (guint, MAX (1, self->groups->len));
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  ceci_selection_problem_count (self, chosen, counts);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "applicants");
  json_builder_add_int_value (builder, self->applicants->len);
  json_builder_set_member_name (builder, "chosen");
  json_builder_add_int_value (builder, ceci_selection_problem_n_chosen (self, chosen));
  json_builder_set_member_name (builder, "groups");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->groups->len; i++) {
    CeciSelectionGroup *group = group_at (self, i);

    json_builder_begin_object (builder);
    json_builder_set_member_name (builder, "dimension");
    json_builder_add_string_value (builder, dimensions[group->dimension].nick);
    json_builder_set_member_name (builder, "group");
    json_builder_add_string_value (builder, group->key);
    json_builder_set_member_name (builder, "label");
    json_builder_add_string_value (builder, group->label);
    json_builder_set_member_name (builder, "applicants");
    json_builder_add_int_value (builder, group->applicants);
    json_builder_set_member_name (builder, "chosen");
    json_builder_add_int_value (builder, counts[i]);
    json_builder_set_member_name (builder, "target");
    json_builder_add_double_value (builder, (double) group->target / CECI_SELECTION_PERSON);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

// What one more of these groups would add to the distance, once there are @n places more and every target grows with
// them.
static gint64
cost_of_joining (CeciSelectionProblem *self, const CeciSelectionApplicant *applicant, const guint *counts, guint n)
{
  gint64 cost = 0, places = MAX (1, self->places);

  for (guint d = 0; d < CECI_N_DIMENSIONS; d++) {
    gint64 target = group_at (self, applicant->groups[d])->target * (places + n) / places;
    gint64 count = (gint64) counts[applicant->groups[d]] * CECI_SELECTION_PERSON;

    cost += self->weights[d] * (ABS (count + CECI_SELECTION_PERSON - target) - ABS (count - target));
  }
  return cost;
}

/**
 * ceci_selection_problem_rank:
 * @self: a problem
 * @chosen: (array): who has a place
 * @n: (out): how many wait
 *
 * The order of the waiting list. The first is whom one place more would go to: the one who keeps those chosen nearest
 * to the targets, these grown by one place; the second whom the next place would go to once the first is in; and so on.
 * Of those equally near, the lower lot comes first. Whom people hold out comes after all others, by the same rule.
 *
 * Returns: (transfer full) (array length=n): indices of applicants
 */
guint *
ceci_selection_problem_rank (CeciSelectionProblem *self, const gboolean *chosen, guint *n)
{
  g_autofree guint *counts = g_new (guint, MAX (1, self->groups->len));
  g_autofree gboolean *taken = g_memdup2 (chosen, self->applicants->len * sizeof (gboolean));
  guint *order = g_new (guint, self->applicants->len + 1);

  *n = 0;
  ceci_selection_problem_count (self, chosen, counts);
  while (TRUE) {
    const CeciSelectionApplicant *best = NULL;
    gint64 least = 0;

    for (guint i = 0; i < self->applicants->len; i++) {
      const CeciSelectionApplicant *each = applicant_at (self, i);
      gint64 cost;

      if (taken[i])
        continue;
      cost = cost_of_joining (self, each, counts, *n + 1);
      if (each->held == CECI_HOLD_OUT)
        cost += G_MAXINT32;
      if (best == NULL || cost < least || (cost == least && each->lot < best->lot)) {
        best = each;
        least = cost;
        order[*n] = i;
      }
    }
    if (best == NULL)
      return order;
    taken[order[*n]] = TRUE;
    for (guint d = 0; d < CECI_N_DIMENSIONS; d++)
      counts[best->groups[d]]++;
    (*n)++;
  }
}

char *
ceci_selection_format_distance (gint64 distance)
{
  if (distance % CECI_SELECTION_PERSON == 0)
    return g_strdup_printf ("%d", (int) (distance / CECI_SELECTION_PERSON));
  return g_strdup_printf (distance % 10 == 0 ? "%.1f" : "%.2f", (double) distance / CECI_SELECTION_PERSON);
}
