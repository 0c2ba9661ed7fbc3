// SPDX-License-Identifier: GPL-3.0-or-later
// Extension (R11), withdrawal, readmission (R25, R26) and change of name: what follows, and doing it.

#include "config.h"

#include "ceci-student-life.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-erasure-repository.h"
#include "ceci-facts-repository.h"
#include "ceci-person-repository.h"
#include "ceci-placement-repository.h"
#include "ceci-sql.h"
#include "ceci-student-repository.h"
#include "core/regulation/ceci-regulation.h"
#include "core/store/ceci-date.h"

static void
say (GPtrArray *sentences, char *sentence)
{
  g_ptr_array_add (sentences, sentence);
}

static gboolean
needs_date (const char *date, GError **error)
{
  return (date != NULL && ceci_date_is_valid (date)) || REFUSE (error, _ ("Give a date, as in 12/03/2026."));
}

static char *
deadline_of (CeciDatabase *database, const char *student_id, GError **error)
{
  g_autoptr (CeciRegulation) regulation = NULL;
  g_autoptr (CeciFacts) facts = ceci_facts_repository_find (database, student_id, &regulation, error);

  return facts != NULL ? ceci_regulation_deadline (regulation, facts) : NULL;
}

// --- extension -------------------------------------------------------------------------------------------------------

static gboolean
check_extension (const CeciLifeChange *change, CeciStudent *student, const char *deadline, GError **error)
{
  if (!needs_date (change->date, error))
    return FALSE;
  if (ceci_student_get_state (student) != CECI_STUDENT_STATE_ENROLLED)
    return REFUSE (error, _ ("Only an enrolled student gets an extension. Readmit the student first."));
  if (is_blank (change->granted_by))
    return REFUSE (error, _ ("Say who granted the extension."));
  if (strcmp (change->date, deadline) <= 0)
    return REFUSE (error, _ ("The deadline is %s already. Choose a later day."), deadline);
  return TRUE;
}

static gboolean
say_extension (CeciDatabase *database, const CeciLifeChange *change, CeciStudent *student, GPtrArray *sentences,
               GError **error)
{
  static const int days[] = {180, 90, 30};
  g_autofree char *deadline = deadline_of (database, change->student_id, error);

  if (deadline == NULL || !check_extension (change, student, deadline, error))
    return FALSE;
  g_autofree char *before = ceci_date_format_long (deadline);
  g_autofree char *after = ceci_date_format_long (change->date);
  // Translators: two dates
  say (sentences, g_strdup_printf (_ ("The deadline moves from %s to %s."), before, after));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autofree char *alert = ceci_date_add_days (change->date, -days[i]);

    if (strcmp (alert, change->today) > 0) {
      g_autofree char *date = ceci_date_format_long (alert);

      say (sentences, g_strdup_printf (_ ("The next reminder comes on %s."), date));
      break;
    }
  }
  // Translators: a kind of reason, who grants it
  say (sentences,
       g_strdup_printf (_ ("Recorded: %s, granted by %s. No medical detail is stored."),
                        ceci_enum_get_label (CECI_TYPE_EXTENSION_CATEGORY,
                                             ceci_enum_from_nick (CECI_TYPE_EXTENSION_CATEGORY, change->category)),
                        change->granted_by));
  return TRUE;
}

static gboolean
apply_extension (CeciDatabase *database, const CeciLifeChange *change, CeciStudent *student, GError **error)
{
  g_autoptr (CeciExtension) draft =
      ceci_record_new (CECI_TYPE_EXTENSION, "student_id", change->student_id, "category", change->category, "deadline",
                       change->date, "granted_by", change->granted_by, "granted_on", change->today, "note",
                       is_blank (change->reason) ? NULL : change->reason, NULL);
  g_autofree char *id = ceci_student_repository_extend (database, draft, error);

  return id != NULL;
}

// --- withdrawal ------------------------------------------------------------------------------------------------------

static gboolean
check_withdrawal (const CeciLifeChange *change, CeciStudent *student, GError **error)
{
  if (!needs_date (change->date, error))
    return FALSE;
  if (ceci_student_get_state (student) != CECI_STUDENT_STATE_ENROLLED)
    return REFUSE (error, _ ("This student is not enrolled any more."));
  if (strcmp (change->date, ceci_student_get_enrolled_on (student)) < 0)
    return REFUSE (error, _ ("The student enrolled on %s: the day of leaving can’t be before."),
                   ceci_student_get_enrolled_on (student));
  return TRUE;
}

static gboolean
say_freed_place (CeciDatabase *database, CeciStudent *student, GPtrArray *sentences, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *next = ceci_database_text (
      database, &local,
      "SELECT " SQL_DISPLAY_NAME " FROM application a JOIN person p ON p.id = a.person_id WHERE a.cohort_id = $1 AND "
      "a.state = 'waiting' ORDER BY coalesce (a.waiting_rank, 1000000), a.received_at, a.id LIMIT 1",
      "t", ceci_student_get_cohort_id (student));

  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  // Translators: a cohort, a person’s name
  say (sentences, next != NULL ? g_strdup_printf (_ ("A place is free in “%s”. First on the waiting list: %s."),
                                                  ceci_student_get_cohort_name (student), next)
                               : g_strdup_printf (_ ("A place is free in “%s”. Nobody waits for it."),
                                                  ceci_student_get_cohort_name (student)));
  return TRUE;
}

static gboolean
say_open_placements (CeciDatabase *database, const CeciLifeChange *change, GPtrArray *sentences, GError **error)
{
  g_autoptr (GListModel) placements = ceci_placement_repository_list (database, change->student_id, error);
  g_autofree char *date = ceci_date_format_long (change->date);

  for (guint i = 0; placements != NULL && i < g_list_model_get_n_items (placements); i++) {
    g_autoptr (CeciPlacement) placement = g_list_model_get_item (placements, i);

    if (ceci_placement_get_closed_on (placement) == NULL)
      // Translators: an organisation, a date
      say (sentences, g_strdup_printf (_ ("The placement at “%s” closes on %s."),
                                       ceci_placement_get_organisation_name (placement), date));
  }
  return placements != NULL;
}

static gboolean
say_withdrawal (CeciDatabase *database, const CeciLifeChange *change, CeciStudent *student, GPtrArray *sentences,
                GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!check_withdrawal (change, student, error))
    return FALSE;
  g_autofree char *date = ceci_date_format_long (change->date);
  g_autofree char *purge_on = ceci_retention_purge_on (database, change->date, &local);
  gint64 later = local == NULL
                     ? ceci_database_integer (database, &local,
                                              "SELECT coalesce (sum (h.minutes), 0) FROM hours h JOIN placement l ON "
                                              "l.id = h.placement_id WHERE l.student_id = $1 AND "
                                              "h.worked_on > $2",
                                              "tt", change->student_id, change->date)
                     : 0;
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  say (sentences, g_strdup_printf (_ ("Hours count, and the insurance covers, until %s and no longer."), date));
  if (later > 0) {
    g_autofree char *duration = ceci_duration_format (later);

    say (sentences, g_strdup_printf (_ ("%s dated later are kept and no longer counted."), duration));
  }
  if (!say_open_placements (database, change, sentences, error) ||
      !say_freed_place (database, student, sentences, error))
    return FALSE;
  if (purge_on != NULL) {
    g_autofree char *day = ceci_date_format_long (purge_on);

    say (sentences, g_strdup_printf (_ ("By the retention schedule, the dossier is erased from %s on."), day));
  } else
    say (sentences, g_strdup (_ ("By the retention schedule, the dossier is kept for ever.")));
  return TRUE;
}

static gboolean
close_placements (CeciDatabase *database, const CeciLifeChange *change, GError **error)
{
  g_autoptr (GListModel) placements = ceci_placement_repository_list (database, change->student_id, error);

  for (guint i = 0; placements != NULL && i < g_list_model_get_n_items (placements); i++) {
    g_autoptr (CeciPlacement) placement = g_list_model_get_item (placements, i);
    // one that would begin later never began
    const char *starts_on = ceci_placement_get_starts_on (placement);
    const char *day = strcmp (starts_on, change->date) > 0 ? starts_on : change->date;
    g_autoptr (CeciPlacement) closed = NULL;

    if (ceci_placement_get_closed_on (placement) != NULL)
      continue;
    closed = ceci_record_with (placement, "closed_on", day, "closed_reason", _ ("The student withdrew"), NULL);
    if (!ceci_record_update (closed, database, error))
      return FALSE;
  }
  return placements != NULL;
}

static gboolean
apply_withdrawal (CeciDatabase *database, const CeciLifeChange *change, CeciStudent *student, GError **error)
{
  return check_withdrawal (change, student, error) && close_placements (database, change, error) &&
         ceci_student_repository_set_state (database, change->student_id, CECI_STUDENT_STATE_WITHDRAWN, change->date,
                                            is_blank (change->reason) ? NULL : change->reason, error);
}

// --- readmission -----------------------------------------------------------------------------------------------------

static gboolean
check_readmission (const CeciLifeChange *change, CeciStudent *student, GError **error)
{
  if (!needs_date (change->date, error))
    return FALSE;
  if (ceci_student_get_state (student) != CECI_STUDENT_STATE_WITHDRAWN || ceci_student_get_left_on (student) == NULL)
    return REFUSE (error, _ ("Only a student who withdrew can be readmitted."));
  if (strcmp (change->date, ceci_student_get_left_on (student)) <= 0)
    return REFUSE (error, _ ("The student left on %s. The first day again comes after."),
                   ceci_student_get_left_on (student));
  if (is_blank (change->reason))
    return REFUSE (error, _ ("Say why the student is readmitted."));
  return change->until == NULL || needs_date (change->until, error);
}

static gboolean
say_place (CeciDatabase *database, CeciStudent *student, GPtrArray *sentences, GError **error)
{
  gint64 left = ceci_database_integer (
      database, error,
      "SELECT c.places - (SELECT count (*) FROM student s WHERE s.cohort_id = c.id AND s.state = 'enrolled') FROM "
      "cohort c WHERE c.id = $1",
      "t", ceci_student_get_cohort_id (student));

  if (left == -1 && error != NULL && *error != NULL)
    return FALSE;
  if (left <= 0)
    say (sentences, g_strdup_printf (_ ("No place is free in “%s”: this will be one place more than it has."),
                                     ceci_student_get_cohort_name (student)));
  return TRUE;
}

static gboolean
say_readmission (CeciDatabase *database, const CeciLifeChange *change, CeciStudent *student, GPtrArray *sentences,
                 GError **error)
{
  if (!check_readmission (change, student, error))
    return FALSE;
  g_autofree char *deadline = deadline_of (database, change->student_id, error);
  if (deadline == NULL)
    return FALSE;
  g_autofree char *left = ceci_date_format_long (ceci_student_get_left_on (student));
  g_autofree char *again = ceci_date_format_long (change->date);
  g_autofree char *end = ceci_date_format_long (change->until != NULL ? change->until : deadline);
  // Translators: two dates
  say (sentences, g_strdup_printf (_ ("Nothing done after %s and before %s counts; the insurance does not cover it."),
                                   left, again));
  if (change->until != NULL)
    say (sentences, g_strdup_printf (_ ("The deadline becomes %s."), end));
  else if (strcmp (deadline, change->date) < 0)
    say (sentences, g_strdup_printf (_ ("The deadline stays %s, which has passed: give a new one."), end));
  else
    say (sentences, g_strdup_printf (_ ("The deadline stays %s."), end));
  say (sentences, g_strdup (_ ("A new placement and its agreement are needed: the one before stays closed, its counted "
                               "hours are kept.")));
  return say_place (database, student, sentences, error);
}

static gboolean
apply_readmission (CeciDatabase *database, const CeciLifeChange *change, CeciStudent *student, GError **error)
{
  g_autoptr (CeciInterruption) interruption = NULL;
  g_autoptr (CeciStudent) again = NULL;

  if (!check_readmission (change, student, error))
    return FALSE;
  interruption =
      ceci_record_new (CECI_TYPE_INTERRUPTION, "student_id", change->student_id, "starts_on",
                       ceci_student_get_left_on (student), "ends_on", change->date, "reason", change->reason, NULL);
  again = ceci_record_with (student, "state", "enrolled", "left_on", NULL, "state_reason", NULL, NULL);
  if (!ceci_record_insert (interruption, database, error) || !ceci_record_update (again, database, error))
    return FALSE;
  if (change->until == NULL)
    return TRUE;
  CeciLifeChange extension = {.kind = CECI_LIFE_EXTEND,
                              .student_id = change->student_id,
                              .date = change->until,
                              .category = "other",
                              .granted_by = is_blank (change->granted_by) ? _ ("The office") : change->granted_by,
                              .reason = _ ("Readmission"),
                              .today = change->today};
  return apply_extension (database, &extension, again, error);
}

// --- change of name --------------------------------------------------------------------------------------------------

static CeciPerson *
renamed (CeciDatabase *database, const CeciLifeChange *change, CeciStudent *student, GError **error)
{
  g_autoptr (CeciPerson) person = ceci_person_repository_find (database, ceci_student_get_person_id (student), error);

  if (person == NULL)
    return NULL;
  if (is_blank (change->family_name) || is_blank (change->first_name)) {
    (void) REFUSE (error, _ ("A person needs a family name and a first name."));
    return NULL;
  }
  const char *usual = is_blank (change->usual_first_name) ? NULL : change->usual_first_name;
  if (g_strcmp0 (ceci_person_get_family_name (person), change->family_name) == 0 &&
      g_strcmp0 (ceci_person_get_first_name (person), change->first_name) == 0 &&
      g_strcmp0 (ceci_person_get_usual_first_name (person), usual) == 0) {
    (void) REFUSE (error, _ ("This is the name already."));
    return NULL;
  }
  return ceci_record_with (person, "family_name", change->family_name, "first_name", change->first_name,
                           "usual_first_name", usual, NULL);
}

static gboolean
say_papers (CeciDatabase *database, const CeciLifeChange *change, GPtrArray *sentences, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 packages = ceci_database_integer (
      database, &local,
      "SELECT count (*) FROM jury_package k JOIN session_juror j ON j.id = k.session_juror_id JOIN jury_session y ON "
      "y.id = j.session_id WHERE y.state <> 'closed' AND EXISTS (SELECT 1 FROM dossier d JOIN assignment a ON "
      "a.dossier_id = d.id WHERE d.session_id = j.session_id AND d.student_id = $1 AND a.juror_id = j.juror_id)",
      "t", change->student_id);
  gint64 certificates =
      local == NULL
          ? ceci_database_integer (database, &local,
                                   "SELECT count (*) FROM certificate WHERE student_id = $1 AND revoked_on IS NULL",
                                   "t", change->student_id)
          : 0;

  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (packages > 0)
    say (sentences,
         g_strdup_printf (ngettext ("%d jury package bears the former name: the next one bears the new name.",
                                    "%d jury packages bear the former name: the next ones bear the new name.",
                                    (gulong) packages),
                          (int) packages));
  if (certificates > 0)
    say (sentences, g_strdup (_ ("The certificate keeps the name it was issued with.")));
  return TRUE;
}

static gboolean
say_renaming (CeciDatabase *database, const CeciLifeChange *change, CeciStudent *student, GPtrArray *sentences,
              GError **error)
{
  g_autoptr (CeciPerson) person = renamed (database, change, student, error);

  if (person == NULL)
    return FALSE;
  const char *usual = ceci_person_get_usual_first_name (person);
  // Translators: a first name, a family name; then the name before
  say (sentences,
       g_strdup_printf (_ ("“%s %s” stands everywhere instead of “%s”."), usual != NULL ? usual : change->first_name,
                        change->family_name, ceci_student_get_display_name (student)));
  say (sentences, g_strdup_printf (_ ("“%s” is kept with its date, and searching for it still finds the student."),
                                   ceci_student_get_display_name (student)));
  return say_papers (database, change, sentences, error);
}

static gboolean
apply_renaming (CeciDatabase *database, const CeciLifeChange *change, CeciStudent *student, GError **error)
{
  g_autoptr (CeciPerson) person = renamed (database, change, student, error);

  return person != NULL && needs_date (change->date, error) &&
         ceci_person_repository_change (database, person, change->date, error);
}

// --- all of them -----------------------------------------------------------------------------------------------------

static const struct {
  gboolean (*say) (CeciDatabase *database, const CeciLifeChange *change, CeciStudent *student, GPtrArray *sentences,
                   GError **error);
  gboolean (*apply) (CeciDatabase *database, const CeciLifeChange *change, CeciStudent *student, GError **error);
  const char *label;
} kinds[] = {
    // Translators: %s is a student’s name, here and in the three that follow
    [CECI_LIFE_EXTEND] = {say_extension, apply_extension, N_ ("Grant %s an extension")},
    [CECI_LIFE_WITHDRAW] = {say_withdrawal, apply_withdrawal, N_ ("Record the withdrawal of %s")},
    [CECI_LIFE_READMIT] = {say_readmission, apply_readmission, N_ ("Readmit %s")},
    [CECI_LIFE_RENAME] = {say_renaming, apply_renaming, N_ ("Change the name of %s")},
};

/**
 * ceci_life_consequences:
 * @database: a connection
 * @change: what is asked
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID says why it would be refused
 *
 * Returns: (transfer full) (nullable) (element-type utf8): what follows, one sentence each
 */
GPtrArray *
ceci_life_consequences (CeciDatabase *database, const CeciLifeChange *change, GError **error)
{
  g_autoptr (CeciStudent) student = ceci_student_repository_find (database, change->student_id, error);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  return student != NULL && kinds[change->kind].say (database, change, student, sentences, error)
             ? g_steal_pointer (&sentences)
             : NULL;
}

/**
 * ceci_life_apply:
 * @database: a connection inside a write
 * @change: what is asked
 * @error: return location for an error
 *
 * Returns: whether it is done
 */
gboolean
ceci_life_apply (CeciDatabase *database, const CeciLifeChange *change, GError **error)
{
  g_autoptr (GPtrArray) sentences = ceci_life_consequences (database, change, error); // what it refuses is refused
  g_autoptr (CeciStudent) student =
      sentences != NULL ? ceci_student_repository_find (database, change->student_id, error) : NULL;

  return student != NULL && kinds[change->kind].apply (database, change, student, error);
}

char *
ceci_life_label (CeciLifeKind kind, const char *name)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (kinds[kind].label), name);
#pragma GCC diagnostic pop
}

GListModel *
ceci_student_repository_interruptions (CeciDatabase *database, const char *student_id, GError **error)
{
  return G_LIST_MODEL (
      ceci_record_select (CECI_TYPE_INTERRUPTION, database, "student_id", student_id, "starts_on", error));
}
