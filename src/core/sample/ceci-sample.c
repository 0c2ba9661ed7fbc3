// SPDX-License-Identifier: GPL-3.0-or-later
// The sample register: its steps in the order in which they would have happened, each written under its own name and
// day.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-sample-plan.h"
#include "core/model/ceci-cohort.h"
#include "core/model/ceci-defaults.h"
#include "core/model/ceci-progress-repository.h"
#include "core/model/ceci-record.h"
#include "core/model/ceci-faculty-repository.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-register.h"

typedef gboolean (*WriteAll) (CeciSample *self, CeciDatabase *database, GError **error);
typedef gboolean (*WriteCohort) (CeciSample *self, CeciDatabase *database, guint cohort, GError **error);

typedef struct {
  char *at, *label;
  WriteAll all;
  WriteCohort of_cohort;
  guint cohort, order;
} Step;

typedef struct {
  CeciSample *sample;
  const Step *step;
} Work;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->at);
  g_free (step->label);
  g_free (step);
}

static int
compare_steps (gconstpointer first, gconstpointer second)
{
  const Step *a = *(Step *const *) first, *b = *(Step *const *) second;
  int order = strcmp (a->at, b->at);

  return order != 0 ? order : (int) a->order - (int) b->order;
}

// A step never stands later than today; those that would are done today, in their order.
static void
add_step (GPtrArray *steps, CeciSample *sample, const char *day, int hour, char *label, WriteAll all,
          WriteCohort of_cohort, guint cohort)
{
  Step *step = g_new0 (Step, 1);

  if (!ceci_sample_is_past (sample, day))
    day = sample->options->today;
  step->at = ceci_sample_instant (day, hour, (int) cohort);
  step->label = label;
  step->all = all;
  step->of_cohort = of_cohort;
  step->cohort = cohort;
  step->order = steps->len;
  g_ptr_array_add (steps, step);
}

static gboolean
write_beginning (CeciSample *self, CeciDatabase *database, GError **error)
{
  g_autoptr (GListModel) faculties = NULL;
  g_autoptr (GListModel) modules = NULL;

  CHECKED (ceci_register_seed_defaults (database, error));
  faculties = ceci_faculty_repository_list (database, error);
  modules = faculties != NULL ? ceci_module_repository_list (database, error) : NULL;
  if (modules == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (faculties); i++) {
    g_autoptr (CeciRecord) faculty = g_list_model_get_item (faculties, i);

    g_ptr_array_add (self->faculties, g_strdup (ceci_record_get_id (faculty)));
  }
  for (guint i = 0; i < g_list_model_get_n_items (modules); i++) {
    g_autoptr (CeciRecord) module = g_list_model_get_item (modules, i);

    g_ptr_array_add (self->modules, g_strdup (ceci_record_get_id (module)));
  }
  return ceci_sample_write_organisations (self, database, error);
}

// The intake whose selection was the last to be confirmed.
static gboolean
is_selected_last (const CeciSample *sample, guint index)
{
  return g_str_equal (ceci_sample_get_cohort (sample, index)->phase, "running") &&
         (index + 1 == sample->cohorts->len ||
          !g_str_equal (ceci_sample_get_cohort (sample, index + 1)->phase, "running"));
}

static void
plan_cohort_steps (GPtrArray *steps, CeciSample *sample, guint index)
{
  const CeciSampleCohort *cohort = ceci_sample_get_cohort (sample, index);
  g_autofree char *announced = ceci_date_add_days (cohort->opens_on, -12);
  g_autofree char *imported = ceci_date_add_days (cohort->closes_on, 1);
  g_autofree char *enrolled = ceci_date_add_days (cohort->starts_on, -9);
  g_autofree char *placed = ceci_date_add_days (cohort->starts_on, 45);
  // what is known of a running cohort reaches to today
  gboolean closed = g_str_equal (cohort->phase, "closed");
  g_autofree char *ended = closed ? ceci_date_add_days (cohort->starts_on, 300) : g_strdup (sample->options->today);

  add_step (steps, sample, announced, 8, g_strdup_printf (_ ("Create the intake “%s”"), cohort->name), NULL,
            ceci_sample_write_cohort, index);
  add_step (steps, sample, imported, 9, g_strdup_printf (_ ("Import the applications to “%s”"), cohort->name), NULL,
            ceci_sample_write_applications, index);
  if (g_str_equal (cohort->phase, "applications") && !sample->lean)
    add_step (steps, sample, sample->options->today, 10,
              g_strdup_printf (_ ("Guide the applicants who have no placement to “%s”"), cohort->name), NULL,
              ceci_sample_write_guidance, index);
  if (cohort->n_students == 0)
    return;
  add_step (steps, sample, enrolled, 10, g_strdup_printf (_ ("Enrol the students of “%s”"), cohort->name), NULL,
            ceci_sample_write_enrolment, index);
  if (!sample->lean && is_selected_last (sample, index))
    add_step (steps, sample, enrolled, 10, g_strdup_printf (_ ("Confirm the selection of “%s”"), cohort->name), NULL,
              ceci_sample_write_selection, index);
  add_step (steps, sample, placed, 11,
            g_strdup_printf (_ ("Record the placements and agreements of “%s”"), cohort->name), NULL,
            ceci_sample_write_placements, index);
  add_step (steps, sample, ended, 12, g_strdup_printf (_ ("Record the hours of “%s”"), cohort->name), NULL,
            ceci_sample_write_hours, index);
  add_step (steps, sample, ended, 13, g_strdup_printf (_ ("Import modules and attendance of “%s”"), cohort->name), NULL,
            ceci_sample_write_progress, index);
  if (sample->options->documents)
    add_step (steps, sample, ended, 14, g_strdup_printf (_ ("Import the portfolios of “%s”"), cohort->name), NULL,
              ceci_sample_write_documents, index);
  if (!sample->lean)
    add_step (steps, sample, ended, 15, g_strdup_printf (_ ("Record the follow-up of “%s”"), cohort->name), NULL,
              ceci_sample_write_follow_up, index);
  if (closed)
    add_step (steps, sample, sample->closed_session_on, 17, g_strdup_printf (_ ("Close the intake “%s”"), cohort->name),
              NULL, ceci_sample_write_closing, index);
}

static gboolean
has_fate (const CeciSample *sample, CeciSampleFate first, CeciSampleFate last)
{
  for (guint i = 0; i < sample->people->len; i++) {
    CeciSampleFate fate = g_array_index (sample->people, CeciSampleStudent, i).fate;

    if (fate >= first && fate <= last)
      return TRUE;
  }
  return FALSE;
}

static void
plan_jury_steps (GPtrArray *steps, CeciSample *sample)
{
  g_autofree char *issued = ceci_date_add_days (sample->closed_session_on, 7);

  if (has_fate (sample, CECI_FATE_AWARDED, CECI_FATE_REFUSED)) {
    add_step (steps, sample, sample->closed_session_on, 16, g_strdup (_ ("Hold and close the jury session")),
              ceci_sample_write_closed_session, NULL, 0);
    add_step (steps, sample, issued, 9, g_strdup (_ ("Issue the certificates of the session")),
              ceci_sample_write_certificates, NULL, 0);
  }
  if (has_fate (sample, CECI_FATE_CANDIDATE, CECI_FATE_CANDIDATE)) {
    add_step (steps, sample, sample->options->today, 18,
              g_strdup (_ ("Open the next jury session and assign its dossiers")), ceci_sample_write_reading_session,
              NULL, 0);
    add_step (steps, sample, sample->options->today, 19, g_strdup (_ ("Make the jury packages")),
              ceci_sample_write_packages, NULL, 0);
  }
}

static GPtrArray *
plan_steps (CeciSample *sample)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (step_free);
  const CeciSampleCohort *first = ceci_sample_get_cohort (sample, 0);
  g_autofree char *beginning = ceci_date_add_days (first->opens_on, -30);

  add_step (steps, sample, beginning, 8, g_strdup (_ ("Prepare the register and its organisations")), write_beginning,
            NULL, 0);
  for (guint i = 0; i < sample->cohorts->len; i++)
    plan_cohort_steps (steps, sample, i);
  add_step (steps, sample, sample->options->today, 16, g_strdup (_ ("Record the subsidies")), ceci_sample_write_funding,
            NULL, 0);
  plan_jury_steps (steps, sample);
  g_ptr_array_sort (steps, compare_steps);
  return steps;
}

static gpointer
run_step (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Work *work = user_data;
  const Step *step = work->step;
  gboolean done = step->all != NULL ? step->all (work->sample, database, error)
                                    : step->of_cohort (work->sample, database, step->cohort, error);

  return GINT_TO_POINTER (done);
}

static gboolean
run_steps (CeciRegister *store, CeciSample *sample, GPtrArray *steps, CeciSampleProgress progress, gpointer user_data,
           GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < steps->len; i++) {
    const Step *step = g_ptr_array_index (steps, i);
    Work work = {sample, step};

    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (progress != NULL)
      progress (step->label, i / (double) steps->len, user_data);
    ceci_entropy_set_now (ceci_register_get_entropy (store), step->at);
    if (!ceci_register_write (store, step->label, run_step, &work, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * ceci_sample_create:
 * @file: the register to make; nothing may stand there
 * @options: what it holds
 * @progress: (nullable): told before each step
 * @user_data: given to @progress
 * @cancellable: (nullable): stops between two steps; the file is then removed
 * @error: why there is none
 *
 * Blocking. The same options, in the same language, give the same register.
 */
gboolean
ceci_sample_create (GFile *file, const CeciSampleOptions *options, CeciSampleProgress progress, gpointer user_data,
                    GCancellable *cancellable, GError **error)
{
  CeciSample sample = {.options = options};
  g_autoptr (CeciEntropy) entropy = NULL;
  g_autoptr (CeciRegister) store = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  gboolean done;

  g_return_val_if_fail (options->cohorts > 0 && ceci_date_is_valid (options->today), FALSE);

  ceci_sample_plan (&sample);
  steps = plan_steps (&sample);
  entropy = ceci_entropy_new_seeded (options->seed, ((Step *) g_ptr_array_index (steps, 0))->at);
  store = ceci_register_open (file, CECI_REGISTER_CREATE, "ULB Engagée", entropy, error);
  if (store == NULL) {
    ceci_sample_plan_clear (&sample);
    return FALSE;
  }
  done = run_steps (store, &sample, steps, progress, user_data, cancellable, error);
  ceci_register_close (store);
  ceci_sample_plan_clear (&sample);
  // half a sample is of no use to anyone; the file did not exist before
  if (!done)
    g_file_delete (file, NULL, NULL);
  return done;
}

typedef struct {
  GFile *file;
  CeciSampleOptions options;
  char *today;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->file);
  g_free (request->today);
  g_free (request);
}

static void
create_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;

  if (ceci_sample_create (request->file, &request->options, NULL, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * ceci_sample_create_async:
 * @file: the register to make
 * @options: what it holds, copied
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: given to @callback
 */
void
ceci_sample_create_async (GFile *file, const CeciSampleOptions *options, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->file = g_object_ref (file);
  request->options = *options;
  request->today = g_strdup (options->today);
  request->options.today = request->today;
  g_task_set_source_tag (task, ceci_sample_create_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, create_in_thread);
}

gboolean
ceci_sample_create_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
