// SPDX-License-Identifier: GPL-3.0-or-later
// The plan of the sample: which intakes there are around the given day, who is in them and how each story goes.

#include "config.h"

#include <string.h>

#include "ceci-sample-plan.h"
#include "core/model/ceci-record.h"
#include "core/store/ceci-date.h"

#define LEAN_FROM 2000
#define CLOSED_SESSION_DOSSIERS 60 // at most, however large the sample

static void
cohort_clear (gpointer data)
{
  CeciSampleCohort *cohort = data;

  g_free (cohort->id);
  g_free (cohort->name);
  g_free (cohort->opens_on);
  g_free (cohort->closes_on);
  g_free (cohort->starts_on);
}

static void
student_clear (gpointer data)
{
  CeciSampleStudent *student = data;

  g_free (student->person_id);
  g_free (student->application_id);
  g_free (student->student_id);
  g_free (student->placement_id);
  g_free (student->first_name);
  g_free (student->family_name);
  g_free (student->display_name);
  g_free (student->enrolled_on);
  g_free (student->starts_on);
  g_free (student->ends_on);
  g_free (student->signed_on);
  g_free (student->supervisor);
}

static void
organisation_clear (gpointer data)
{
  CeciSampleOrganisation *organisation = data;

  g_free (organisation->id);
  g_free (organisation->name);
  g_free (organisation->outgoing);
  g_free (organisation->number);
  g_clear_pointer (&organisation->committee, g_ptr_array_unref);
}

/**
 * ceci_sample_random:
 * @self: a sample
 * @stream: what the numbers are for
 * @first: which cohort
 * @second: which person in it
 *
 * Returns: (transfer full): random numbers that depend on the seed and these alone
 */
GRand *
ceci_sample_random (const CeciSample *self, CeciSampleStream stream, guint first, guint second)
{
  const guint32 seeds[] = {(guint32) self->options->seed, (guint32) (self->options->seed >> 32), stream, first, second};

  return g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds));
}

CeciSampleCohort *
ceci_sample_get_cohort (const CeciSample *self, guint index)
{
  return &g_array_index (self->cohorts, CeciSampleCohort, index);
}

CeciSampleStudent *
ceci_sample_get_person (const CeciSample *self, const CeciSampleCohort *cohort, guint index)
{
  return &g_array_index (self->people, CeciSampleStudent, cohort->first + index);
}

CeciSampleOrganisation *
ceci_sample_get_organisation (const CeciSample *self, guint index)
{
  return &g_array_index (self->organisations, CeciSampleOrganisation, index);
}

gboolean
ceci_sample_is_past (const CeciSample *self, const char *date)
{
  return strcmp (date, self->options->today) <= 0;
}

gboolean
ceci_sample_is_late (const CeciSampleStudent *student)
{
  return student->fate == CECI_FATE_CANDIDATE && student->index % 5 == 3;
}

char *
ceci_sample_instant (const char *date, int hour, int minute)
{
  return g_strdup_printf ("%sT%02d:%02d:00.000Z", date, hour, minute);
}

gboolean
ceci_sample_insert (CeciDatabase *database, gpointer record, char **id, GError **error)
{
  g_autoptr (GObject) owned = G_OBJECT (record);

  if (!ceci_record_insert (record, database, error))
    return FALSE;
  if (id != NULL)
    *id = g_strdup (ceci_record_get_id (CECI_RECORD (record)));
  return TRUE;
}

// «Rentrée d’octobre 2024»
static char *
name_cohort (const char *starts_on)
{
  static const char *const months[] = {"de janvier",   "de février", "de mars",     "d’avril",
                                       "de mai",       "de juin",    "de juillet",  "d’août",
                                       "de septembre", "d’octobre",  "de novembre", "de décembre"};
  int month = (starts_on[5] - '0') * 10 + starts_on[6] - '0';

  return g_strdup_printf ("Rentrée %s %.4s", months[month - 1], starts_on);
}

// The phase and the month of start, from this one, of cohort @index of @n: the last is open, the one before in
// selection, two run, the others are closed.
static int
place_cohort (guint index, guint n, const char **phase)
{
  static const struct {
    const char *phase;
    int month;
  } latest[] = {
      {"applications", 3}, {"selection", 1}, {"running", -9}, {"running", -13}, {"closed", -21}, {"closed", -25},
  };
  guint from_last = n - 1 - index;

  // with fewer than three, the running come first
  if (n == 1)
    from_last = 2;
  else if (n == 2 && index == 0)
    from_last = 2;
  if (from_last < G_N_ELEMENTS (latest)) {
    *phase = latest[from_last].phase;
    return latest[from_last].month;
  }
  *phase = "closed";
  return -25 - 4 * (int) (from_last - (G_N_ELEMENTS (latest) - 1));
}

static void
plan_cohort (CeciSample *self, guint index)
{
  CeciSampleCohort cohort = {0};
  g_autofree char *this_month = g_strdup_printf ("%.8s01", self->options->today);
  int month = place_cohort (index, self->options->cohorts, &cohort.phase);
  g_autofree char *first = ceci_date_add_months (this_month, month);

  cohort.starts_on = ceci_date_add_days (first, 6);
  cohort.opens_on = ceci_date_add_days (cohort.starts_on, -100);
  cohort.closes_on = ceci_date_add_days (cohort.starts_on, -40);
  cohort.name = name_cohort (cohort.starts_on);
  g_array_append_val (self->cohorts, cohort);
}

static gboolean
takes_students (const CeciSampleCohort *cohort)
{
  return g_str_equal (cohort->phase, "closed") || g_str_equal (cohort->phase, "running");
}

// Students are shared among closed and running cohorts, the later ones larger; others only have applicants.
static void
share_students (CeciSample *self)
{
  guint weight = 0, left = self->options->students, last = 0;

  for (guint i = 0; i < self->cohorts->len; i++)
    if (takes_students (ceci_sample_get_cohort (self, i))) {
      weight += 24 + 8 * i;
      last = i;
    }
  for (guint i = 0; i < self->cohorts->len; i++) {
    CeciSampleCohort *cohort = ceci_sample_get_cohort (self, i);

    if (takes_students (cohort)) {
      cohort->n_students = i == last ? left : self->options->students * (24 + 8 * i) / weight;
      left -= cohort->n_students;
      cohort->places = MAX (cohort->n_students, 1);
      cohort->n_people = cohort->n_students + 5 + i * 2;
    } else {
      cohort->places = 30;
      cohort->n_people = g_str_equal (cohort->phase, "selection") ? 52 : 19;
    }
  }
}

static CeciSampleFate
draw_fate (CeciSample *self, const CeciSampleCohort *cohort, guint n_dossiers, double *progress, GRand *random)
{
  int drawn = g_rand_int_range (random, 0, 100);
  g_autofree char *deadline = NULL;

  *progress = 1;
  if (g_str_equal (cohort->phase, "closed")) {
    if (drawn < 74 && n_dossiers < CLOSED_SESSION_DOSSIERS)
      return drawn < 64 ? CECI_FATE_AWARDED : drawn < 71 ? CECI_FATE_TO_COMPLETE : CECI_FATE_REFUSED;
    *progress = g_rand_double_range (random, 0.05, 0.7);
    if (drawn < 90)
      return CECI_FATE_WITHDRAWN;
    deadline = ceci_date_add_months (cohort->starts_on, 24);
    // whose two years are not over, or were extended, goes on after the others
    return drawn < 95 && ceci_sample_is_past (self, deadline) ? CECI_FATE_EXPIRED : CECI_FATE_RUNNING;
  }
  if (drawn < 5) {
    *progress = g_rand_double_range (random, 0.02, 0.5);
    return CECI_FATE_WITHDRAWN;
  }
  // the older of the running cohorts is further
  if (drawn < 33 && strcmp (cohort->starts_on, self->closed_session_on) < 0 &&
      ceci_date_days_between (cohort->starts_on, self->options->today) > 330)
    return CECI_FATE_CANDIDATE;
  *progress = g_rand_double_range (random, 0.1, 1.0);
  return CECI_FATE_RUNNING;
}

static void
plan_dates (CeciSample *self, const CeciSampleCohort *cohort, CeciSampleStudent *student, GRand *random)
{
  int length = g_rand_int_range (random, 150, 260);

  student->enrolled_on = ceci_date_add_days (
      cohort->starts_on, g_rand_int_range (random, 0, 6) == 0 ? g_rand_int_range (random, 1, 15) : 0);
  student->starts_on = ceci_date_add_days (student->enrolled_on, g_rand_int_range (random, 3, 35));
  student->ends_on = ceci_date_add_days (student->starts_on, length);
  // who goes to a jury has ended the placement well before the day files close
  if (student->fate <= CECI_FATE_CANDIDATE) {
    const char *cut_off = student->fate == CECI_FATE_CANDIDATE ? self->reading_cut_off : self->closed_cut_off;
    g_autofree char *latest = ceci_date_add_days (cut_off, -20);

    if (strcmp (student->ends_on, latest) > 0)
      g_set_str (&student->ends_on, latest);
  }
}

static void
plan_people (CeciSample *self)
{
  guint n_dossiers = 0;

  for (guint c = 0; c < self->cohorts->len; c++) {
    CeciSampleCohort *cohort = ceci_sample_get_cohort (self, c);

    cohort->first = self->people->len;
    for (guint i = 0; i < cohort->n_people; i++) {
      CeciSampleStudent student = {.cohort = c, .index = i, .fate = CECI_FATE_APPLICANT};
      g_autoptr (GRand) random = ceci_sample_random (self, CECI_STREAM_FATE, c, i);

      if (i < cohort->n_students) {
        student.fate = draw_fate (self, cohort, n_dossiers, &student.progress, random);
        n_dossiers += student.fate <= CECI_FATE_REFUSED ? 1 : 0;
      }
      student.english = g_rand_int_range (random, 0, 8) == 0;
      plan_dates (self, cohort, &student, random);
      g_array_append_val (self->people, student);
    }
  }
}

/**
 * ceci_sample_plan:
 * @self: a sample with its options
 *
 * Decides the intakes, their people and how each story goes; writes nothing.
 */
void
ceci_sample_plan (CeciSample *self)
{
  g_autofree char *this_month = g_strdup_printf ("%.8s01", self->options->today);
  g_autofree char *session_month = ceci_date_add_months (this_month, -5);

  self->lean = self->options->students > LEAN_FROM;
  self->cohorts = g_array_new (FALSE, TRUE, sizeof (CeciSampleCohort));
  g_array_set_clear_func (self->cohorts, cohort_clear);
  self->people = g_array_new (FALSE, TRUE, sizeof (CeciSampleStudent));
  g_array_set_clear_func (self->people, student_clear);
  self->organisations = g_array_new (FALSE, TRUE, sizeof (CeciSampleOrganisation));
  g_array_set_clear_func (self->organisations, organisation_clear);
  self->faculties = g_ptr_array_new_with_free_func (g_free);
  self->modules = g_ptr_array_new_with_free_func (g_free);
  self->addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->closed_session_on = ceci_date_add_days (session_month, 11);
  self->closed_cut_off = ceci_date_add_days (self->closed_session_on, -21);
  self->reading_session_on = ceci_date_add_days (self->options->today, 18);
  self->reading_cut_off = ceci_date_add_days (self->options->today, -10);
  self->late_on = ceci_date_add_days (self->reading_cut_off, 2);
  for (guint i = 0; i < self->options->cohorts; i++)
    plan_cohort (self, i);
  share_students (self);
  plan_people (self);
}

void
ceci_sample_plan_clear (CeciSample *self)
{
  g_clear_pointer (&self->cohorts, g_array_unref);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->organisations, g_array_unref);
  g_clear_pointer (&self->faculties, g_ptr_array_unref);
  g_clear_pointer (&self->modules, g_ptr_array_unref);
  g_clear_pointer (&self->addresses, g_hash_table_unref);
  g_clear_pointer (&self->regulation_id, g_free);
  g_clear_pointer (&self->grid_id, g_free);
  g_clear_pointer (&self->closed_session_on, g_free);
  g_clear_pointer (&self->closed_cut_off, g_free);
  g_clear_pointer (&self->reading_session_on, g_free);
  g_clear_pointer (&self->reading_cut_off, g_free);
  g_clear_pointer (&self->late_on, g_free);
}
