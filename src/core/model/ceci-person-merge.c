// SPDX-License-Identifier: GPL-3.0-or-later
// Two rows of the register that are one person, made one. What refers to the other is found in the schema itself, so
// that a table added later is not forgotten.
#include "config.h"

#include "ceci-person-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-application-repository.h"
#include "ceci-person-alias.h"
#include "ceci-person-repository.h"
#include "ceci-sql.h"
#include "ceci-student-repository.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-references.h"

G_DEFINE_ENUM_TYPE (CeciMergeAnswer, ceci_merge_answer, G_DEFINE_ENUM_VALUE (CECI_MERGE_KEEP_BOTH, "keep-both"),
                    G_DEFINE_ENUM_VALUE (CECI_MERGE_WITHDRAW_OLDER, "withdraw-older"),
                    G_DEFINE_ENUM_VALUE (CECI_MERGE_WITHDRAW_NEWER, "withdraw-newer"))

static const struct {
  const char *name, *title;
} fields[] = {
    {"family_name", N_ ("Family name")},
    {"first_name", N_ ("First name")},
    {"usual_first_name", N_ ("Preferred first name")},
    {"matricule", N_ ("Student number")},
    {"email", N_ ("E-mail")},
    {"phone", N_ ("Telephone")},
    {"birth_date", N_ ("Date of birth")},
    {"gender", N_ ("Gender")},
    {"faculty_id", N_ ("Faculty")},
    {"language", N_ ("Language")},
};

static void
field_free (gpointer data)
{
  CeciMergeField *field = data;

  g_free (field->kept);
  g_free (field->other);
  g_free (field);
}

static void
reference_free (gpointer data)
{
  CeciMergeReference *reference = data;

  g_free (reference->table);
  g_free (reference->column);
  g_free (reference);
}

static void
clash_free (gpointer data)
{
  CeciMergeClash *clash = data;

  g_free (clash->cohort_name);
  g_free (clash->older_id);
  g_free (clash->newer_id);
  g_free (clash->words);
  g_free (clash);
}

void
ceci_person_merge_free (CeciPersonMerge *self)
{
  g_clear_object (&self->kept);
  g_clear_object (&self->other);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->references);
  g_ptr_array_unref (self->clashes);
  g_free (self);
}

static const char *
id_of (gpointer record)
{
  return ceci_record_get_id (CECI_RECORD (record));
}

// --- what differs --------------------------------------------------------------------------

// What a column holds, as the schema writes it; NULL for nothing.
static char *
dup_value (CeciPerson *person, const char *field)
{
  g_autofree char *property = g_strdelimit (g_strdup (field), "_", '-');
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (G_OBJECT (person), property, &value);
  if (G_VALUE_HOLDS_ENUM (&value))
    return g_strdup (ceci_enum_get_nick (G_VALUE_TYPE (&value), g_value_get_enum (&value)));
  return g_value_dup_string (&value);
}

// The same as a person reads it.
static char *
dup_words (CeciPerson *person, const char *field)
{
  if (g_str_equal (field, "faculty_id"))
    return g_strdup (ceci_person_get_faculty_name (person));
  if (g_str_equal (field, "gender"))
    return ceci_person_get_gender (person) != CECI_GENDER_NONE
               ? g_strdup (ceci_enum_get_label (CECI_TYPE_GENDER, (int) ceci_person_get_gender (person)))
               : NULL;
  if (g_str_equal (field, "language"))
    return g_strdup (g_strcmp0 (ceci_person_get_language (person), "en") == 0 ? _ ("English") : _ ("French"));
  if (g_str_equal (field, "birth_date") && ceci_person_get_birth_date (person) != NULL)
    return ceci_date_format_short (ceci_person_get_birth_date (person));
  return dup_value (person, field);
}

static void
compare_fields (CeciPersonMerge *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autofree char *kept = dup_value (self->kept, fields[i].name);
    g_autofree char *other = dup_value (self->other, fields[i].name);
    CeciMergeField *field;

    if (g_strcmp0 (kept, other) == 0 || (is_blank (kept) && is_blank (other)))
      continue;
    field = g_new0 (CeciMergeField, 1);
    field->name = fields[i].name;
    field->title = _ (fields[i].title);
    field->kept = dup_words (self->kept, fields[i].name);
    field->other = dup_words (self->other, fields[i].name);
    field->take = is_blank (kept);
    g_ptr_array_add (self->fields, field);
  }
}

static gboolean
count_references (CeciPersonMerge *self, CeciDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) all = ceci_references_to (database, "person", error);

  for (guint i = 0; all != NULL && i < all->len; i++) {
    const CeciReference *reference = all->pdata[i];
    gint64 rows = ceci_references_count (database, reference, id_of (self->other), error);
    CeciMergeReference *counted;

    if (rows < 0)
      return FALSE;
    if (rows == 0)
      continue;
    counted = g_new0 (CeciMergeReference, 1);
    counted->table = g_strdup (reference->table);
    counted->column = g_strdup (reference->column);
    counted->rows = rows;
    g_ptr_array_add (self->references, counted);
  }
  return all != NULL;
}

// --- what would meet in one cohort ------------------------------------------------------------

static void
add_clash (CeciPersonMerge *self, gboolean students, const char *cohort, const char *older_id, const char *newer_id,
           const char *older_on, const char *newer_on)
{
  CeciMergeClash *clash = g_new0 (CeciMergeClash, 1);
  g_autofree char *older = ceci_date_format_short (older_on), *newer = ceci_date_format_short (newer_on);

  clash->students = students;
  clash->cohort_name = g_strdup (cohort);
  clash->older_id = g_strdup (older_id);
  clash->newer_id = g_strdup (newer_id);
  clash->answer = students ? CECI_MERGE_KEEP_BOTH : CECI_MERGE_WITHDRAW_OLDER;
  clash->words = g_strdup_printf (students ? _ ("Enrolled twice in “%s”, on %s and on %s: each has its own hours and "
                                                "documents, which are not joined.")
                                           : _ ("Applied twice to “%s”, on %s and on %s."),
                                  cohort, older, newer);
  g_ptr_array_add (self->clashes, clash);
}

// Withdrawn rows do not meet: nothing has to be said of them.
static gboolean
find_clashes (CeciPersonMerge *self, CeciDatabase *database, gboolean students, GError **error)
{
  g_autoptr (GError) local = NULL;
  CeciStatement *statement = ceci_database_query (
      database, error,
      students ? "SELECT c.name, a.id, b.id, a.enrolled_on, b.enrolled_on FROM student a JOIN student b ON b.cohort_id "
                 "= a.cohort_id AND (b.enrolled_on > a.enrolled_on OR (b.enrolled_on = a.enrolled_on AND b.id > a.id)) "
                 "JOIN cohort c ON c.id = a.cohort_id WHERE a.state <> 'withdrawn' AND b.state <> 'withdrawn' AND "
                 "((a.person_id = $1 AND b.person_id = $2) OR (a.person_id = $2 AND b.person_id = $1)) ORDER BY c.name"
               : "SELECT c.name, a.id, b.id, substr(a.received_at, 1, 10), substr(b.received_at, 1, 10) FROM "
                 "application a JOIN application b ON b.cohort_id = a.cohort_id AND (b.received_at > a.received_at OR "
                 "(b.received_at = a.received_at AND b.id > a.id)) JOIN cohort c ON c.id = a.cohort_id WHERE a.state "
                 "<> 'withdrawn' AND b.state <> 'withdrawn' AND ((a.person_id = $1 AND b.person_id = $2) OR "
                 "(a.person_id = $2 AND b.person_id = $1)) ORDER BY c.name",
      "tt", id_of (self->kept), id_of (self->other));

  if (statement == NULL)
    return FALSE;
  while (ceci_statement_step (statement, &local))
    add_clash (self, students, ceci_statement_text (statement, 0), ceci_statement_text (statement, 1),
               ceci_statement_text (statement, 2), ceci_statement_text (statement, 3),
               ceci_statement_text (statement, 4));
  ceci_statement_reset (statement);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * ceci_person_merge_new:
 * @database: a connection
 * @kept_id: the person who stays
 * @other_id: the person who becomes part of them
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what merging would do, to be chosen from and applied
 */
CeciPersonMerge *
ceci_person_merge_new (CeciDatabase *database, const char *kept_id, const char *other_id, GError **error)
{
  g_autoptr (CeciPersonMerge) self = g_new0 (CeciPersonMerge, 1);

  self->fields = g_ptr_array_new_with_free_func (field_free);
  self->references = g_ptr_array_new_with_free_func (reference_free);
  self->clashes = g_ptr_array_new_with_free_func (clash_free);
  if (g_str_equal (kept_id, other_id)) {
    (void) REFUSE (error, _ ("These are not two people. Choose another to merge with."));
    return NULL;
  }
  self->kept = ceci_person_repository_find (database, kept_id, error);
  self->other = self->kept != NULL ? ceci_person_repository_find (database, other_id, error) : NULL;
  if (self->other == NULL || !count_references (self, database, error) ||
      !find_clashes (self, database, FALSE, error) || !find_clashes (self, database, TRUE, error))
    return NULL;
  compare_fields (self);
  return g_steal_pointer (&self);
}

gboolean
ceci_person_merge_take (CeciPersonMerge *self, const char *field, gboolean take, GError **error)
{
  for (guint i = 0; i < self->fields->len; i++) {
    CeciMergeField *each = self->fields->pdata[i];

    if (g_str_equal (each->name, field)) {
      each->take = take;
      return TRUE;
    }
  }
  return REFUSE (error, _ ("There is nothing to choose for “%s”: the two do not differ there."), field);
}

char *
ceci_person_merge_dup_label (CeciPersonMerge *self)
{
  // Translators: two names; the first goes into the second
  return g_strdup_printf (_ ("Merge %s into %s"), ceci_person_get_display_name (self->other),
                          ceci_person_get_display_name (self->kept));
}

// --- writing ----------------------------------------------------------------------------------

static CeciPerson *
make_merged (CeciPersonMerge *self)
{
  CeciPerson *merged = g_object_ref (self->kept);

  for (guint i = 0; i < self->fields->len; i++) {
    const CeciMergeField *field = self->fields->pdata[i];
    g_autofree char *value = field->take ? dup_value (self->other, field->name) : NULL;
    CeciPerson *next;

    if (!field->take)
      continue;
    next = ceci_record_with (merged, field->name, value, NULL);
    g_object_unref (merged);
    merged = next;
  }
  return merged;
}

// The name that is not kept is found for ever: a search for it leads to the one person.
static gboolean
keep_name (CeciDatabase *database, CeciPerson *merged, CeciPerson *other, const char *today, GError **error)
{
  g_autoptr (CeciPersonAlias) alias = NULL;

  if (g_strcmp0 (ceci_person_get_family_name (merged), ceci_person_get_family_name (other)) == 0 &&
      g_strcmp0 (ceci_person_get_first_name (merged), ceci_person_get_first_name (other)) == 0)
    return TRUE;
  alias = ceci_record_new (CECI_TYPE_PERSON_ALIAS, "person_id", id_of (merged), "family_name",
                           ceci_person_get_family_name (other), "first_name", ceci_person_get_first_name (other),
                           "usual_first_name", ceci_person_get_usual_first_name (other), "until", today, NULL);
  return ceci_record_insert (alias, database, error);
}

static gboolean
withdraw_application (CeciDatabase *database, const char *id, const char *other_id, GError **error)
{
  g_autoptr (CeciApplication) stays = ceci_application_repository_find (database, other_id, error);
  g_autofree char *day = stays != NULL ? ceci_date_from_instant (ceci_application_get_received_at (stays)) : NULL;
  g_autofree char *shown = day != NULL ? ceci_date_format_short (day) : NULL;
  g_autofree char *reason = NULL;

  if (stays == NULL)
    return FALSE;
  reason = g_strdup_printf (_ ("Duplicate of the application received on %s"), shown);
  return ceci_application_repository_set_state (database, id, CECI_APPLICATION_STATE_WITHDRAWN, reason, error);
}

static gboolean
withdraw_student (CeciDatabase *database, const char *id, const char *today, GError **error)
{
  g_autoptr (CeciStudent) student = ceci_student_repository_find (database, id, error);
  g_autoptr (CeciStudent) changed = NULL;
  const char *enrolled_on;

  if (student == NULL)
    return FALSE;
  enrolled_on = ceci_student_get_enrolled_on (student);
  changed =
      ceci_record_with (student, "state", "withdrawn", "left_on", strcmp (today, enrolled_on) > 0 ? today : enrolled_on,
                        "state_reason", _ ("Duplicate enrolment"), NULL);
  return ceci_record_update (changed, database, error);
}

static gboolean
settle_clash (CeciDatabase *database, const CeciMergeClash *clash, const char *today, GError **error)
{
  gboolean older = clash->answer == CECI_MERGE_WITHDRAW_OLDER;
  const char *goes = older ? clash->older_id : clash->newer_id, *stays = older ? clash->newer_id : clash->older_id;

  if (clash->answer == CECI_MERGE_KEEP_BOTH)
    return TRUE;
  return clash->students ? withdraw_student (database, goes, today, error)
                         : withdraw_application (database, goes, stays, error);
}

/**
 * ceci_person_merge_apply:
 * @self: what was planned, and chosen
 * @database: the register it was planned on, in a write
 * @today: the day the other name ceases to be borne
 * @error: the register's, which then keeps nothing
 *
 * All that spoke of the other speaks of the one kept; the other's name stays as an alias. Undoing the step makes them
 * two again.
 *
 * Returns: whether all of it is written
 */
gboolean
ceci_person_merge_apply (CeciPersonMerge *self, CeciDatabase *database, const char *today, GError **error)
{
  g_autoptr (GPtrArray) references = ceci_references_to (database, "person", error);
  g_autoptr (CeciPerson) merged = make_merged (self);

  if (references == NULL)
    return FALSE;
  for (guint i = 0; i < references->len; i++)
    if (!ceci_references_move (database, references->pdata[i], id_of (self->other), id_of (self->kept), error))
      return FALSE;
  for (guint i = 0; i < self->clashes->len; i++)
    if (!settle_clash (database, self->clashes->pdata[i], today, error))
      return FALSE;
  return keep_name (database, merged, self->other, today, error) && ceci_record_delete (self->other, database, error) &&
         ceci_person_repository_change (database, merged, today, error);
}
