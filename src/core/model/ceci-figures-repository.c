// SPDX-License-Identifier: GPL-3.0-or-later
// Counts a cohort's applications and students into the figures of its charts. A group's name is what the register says,
// or what a person would.

#include "config.h"

#include "ceci-figures-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-application-repository.h"
#include "ceci-cohort-repository.h"
#include "ceci-student-summary.h"
#include "core/store/ceci-date.h"

#define BINS_OF_HOURS 4
#define GROUPS_SHOWN 12

// One chart being counted: groups in the order they were met.
typedef struct {
  GPtrArray *names;
  GArray *counts; // guint, by name
  GArray *compared;
  guint total, compared_total;
} Tally;

static void
tally_free (gpointer data)
{
  Tally *tally = data;

  g_ptr_array_unref (tally->names);
  g_array_unref (tally->counts);
  g_array_unref (tally->compared);
  g_free (tally);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tally, tally_free)

static Tally *
tally_new (void)
{
  Tally *tally = g_new0 (Tally, 1);

  tally->names = g_ptr_array_new_with_free_func (g_free);
  tally->counts = g_array_new (FALSE, TRUE, sizeof (guint));
  tally->compared = g_array_new (FALSE, TRUE, sizeof (guint));
  return tally;
}

static guint
find_group (Tally *tally, const char *name)
{
  guint index;

  for (index = 0; index < tally->names->len; index++)
    if (strcmp (tally->names->pdata[index], name) == 0)
      return index;
  g_ptr_array_add (tally->names, g_strdup (name));
  g_array_set_size (tally->counts, index + 1);
  g_array_set_size (tally->compared, index + 1);
  return index;
}

static void
count_in (Tally *tally, const char *name)
{
  guint index = find_group (tally, name != NULL && *name != '\0' ? name : _ ("Not said")); // before the array moves

  g_array_index (tally->counts, guint, index)++;
  tally->total++;
}

static void
compare_with (Tally *tally, const char *name)
{
  guint index = find_group (tally, name != NULL && *name != '\0' ? name : _ ("Not said"));

  g_array_index (tally->compared, guint, index)++;
  tally->compared_total++;
}

static void
add_figure (GListStore *figures, CeciFigureChart chart, const char *group, guint count, guint total, int compared,
            int compared_total)
{
  g_autoptr (CeciFigure) figure = ceci_figure_new (chart, group, count, total, compared, compared_total);

  g_list_store_append (figures, figure);
}

static int
compare_sizes (gconstpointer one, gconstpointer other, gpointer user_data)
{
  Tally *tally = user_data;
  guint a = *(const guint *) one, b = *(const guint *) other;
  guint all_a = g_array_index (tally->compared, guint, a), all_b = g_array_index (tally->compared, guint, b);

  if (all_a != all_b)
    return all_a < all_b ? 1 : -1;
  return g_utf8_collate (tally->names->pdata[a], tally->names->pdata[b]);
}

// The largest groups among applicants first; the small ones that no longer fit are one.
static void
add_compared (GListStore *figures, CeciFigureChart chart, Tally *tally)
{
  g_autofree guint *order = g_new (guint, MAX (tally->names->len, 1));
  guint rest = 0, rest_compared = 0;

  for (guint i = 0; i < tally->names->len; i++)
    order[i] = i;
  g_sort_array (order, tally->names->len, sizeof (guint), compare_sizes, tally);
  for (guint i = 0; i < tally->names->len; i++) {
    guint count = g_array_index (tally->counts, guint, order[i]);
    guint compared = g_array_index (tally->compared, guint, order[i]);

    if (i < GROUPS_SHOWN)
      add_figure (figures, chart, tally->names->pdata[order[i]], count, tally->total, (int) compared,
                  (int) tally->compared_total);
    else {
      rest += count;
      rest_compared += compared;
    }
  }
  if (tally->names->len > GROUPS_SHOWN)
    add_figure (figures, chart, _ ("Others"), rest, tally->total, (int) rest_compared, (int) tally->compared_total);
}

// --- the charts -------------------------------------------------------------------------

typedef struct {
  CeciCohort *cohort;
  GListModel *applications;
  GListModel *summaries;
} Sources;

static gboolean
is_enrolled (CeciStudentSummary *summary)
{
  return ceci_student_get_state (ceci_student_summary_get_student (summary)) == CECI_STUDENT_STATE_ENROLLED;
}

static guint
count_admissible (GListModel *applications)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (applications); i++) {
    g_autoptr (CeciApplication) application = g_list_model_get_item (applications, i);
    CeciApplicationState state = ceci_application_get_state (application);

    n += state == CECI_APPLICATION_STATE_ADMISSIBLE || state == CECI_APPLICATION_STATE_WAITING ||
         state == CECI_APPLICATION_STATE_SELECTED || state == CECI_APPLICATION_STATE_DECLINED;
  }
  return n;
}

static void
add_funnel (GListStore *figures, Sources *sources)
{
  guint n_applications = g_list_model_get_n_items (sources->applications);
  guint n_students = g_list_model_get_n_items (sources->summaries);
  guint total = MAX (n_applications, n_students);
  guint agreements = 0, hours = 0, complete = 0, awarded = 0;

  for (guint i = 0; i < n_students; i++) {
    g_autoptr (CeciStudentSummary) summary = g_list_model_get_item (sources->summaries, i);
    gboolean done = ceci_student_get_state (ceci_student_summary_get_student (summary)) == CECI_STUDENT_STATE_AWARDED;

    agreements += done || ceci_student_summary_get_agreement (summary) == CECI_FINDING_OK;
    hours += done ||
             ceci_student_summary_get_counted_minutes (summary) >= ceci_student_summary_get_required_minutes (summary);
    complete += done || ceci_student_summary_get_admissible (summary);
    awarded += done;
  }
  add_figure (figures, CECI_FIGURE_CHART_FUNNEL, _ ("Applications"), n_applications, total, -1, -1);
  add_figure (figures, CECI_FIGURE_CHART_FUNNEL, _ ("Admissible"), count_admissible (sources->applications), total, -1,
              -1);
  add_figure (figures, CECI_FIGURE_CHART_FUNNEL, _ ("Students"), n_students, total, -1, -1);
  add_figure (figures, CECI_FIGURE_CHART_FUNNEL, _ ("Agreement signed"), agreements, total, -1, -1);
  add_figure (figures, CECI_FIGURE_CHART_FUNNEL, _ ("Hours complete"), hours, total, -1, -1);
  add_figure (figures, CECI_FIGURE_CHART_FUNNEL, _ ("Dossier complete"), complete, total, -1, -1);
  add_figure (figures, CECI_FIGURE_CHART_FUNNEL, _ ("Certified"), awarded, total, -1, -1);
}

// Quarters of what is required, then all of it.
static void
add_hours (GListStore *figures, Sources *sources, gint64 required)
{
  guint bins[BINS_OF_HOURS + 1] = {0}, total = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources->summaries); i++) {
    g_autoptr (CeciStudentSummary) summary = g_list_model_get_item (sources->summaries, i);
    gint64 counted = ceci_student_summary_get_counted_minutes (summary);

    if (!is_enrolled (summary))
      continue;
    bins[counted >= required ? BINS_OF_HOURS : counted * BINS_OF_HOURS / required]++;
    total++;
  }
  for (guint i = 0; total > 0 && i <= BINS_OF_HOURS; i++) {
    double from = (double) (i * required) / (60.0 * BINS_OF_HOURS);
    double to = (double) ((i + 1) * required) / (60.0 * BINS_OF_HOURS);
    // Translators: a span of hours
    g_autofree char *group =
        i == BINS_OF_HOURS ? g_strdup_printf (_ ("%g h and more"), from) : g_strdup_printf (_ ("%g to %g h"), from, to);

    add_figure (figures, CECI_FIGURE_CHART_HOURS, group, bins[i], total, -1, -1);
  }
}

static void
add_portfolio (GListStore *figures, Sources *sources, guint required)
{
  g_autofree guint *bins = g_new0 (guint, required + 1);
  guint total = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources->summaries); i++) {
    g_autoptr (CeciStudentSummary) summary = g_list_model_get_item (sources->summaries, i);

    if (!is_enrolled (summary))
      continue;
    bins[MIN (ceci_student_summary_get_productions (summary), required)]++;
    total++;
  }
  for (guint i = 0; total > 0 && i <= required; i++) {
    g_autofree char *group = g_strdup_printf ("%u / %u", i, required);

    add_figure (figures, CECI_FIGURE_CHART_PORTFOLIO, group, bins[i], total, -1, -1);
  }
}

static int
compare_names (gconstpointer one, gconstpointer other, gpointer user_data)
{
  Tally *tally = user_data;

  return strcmp (tally->names->pdata[*(const guint *) one], tally->names->pdata[*(const guint *) other]);
}

// By month, in the order of time: a tally whose names are YYYY-MM.
static void
add_deadlines (GListStore *figures, Sources *sources)
{
  g_autoptr (Tally) tally = tally_new ();
  g_autofree guint *order = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (sources->summaries); i++) {
    g_autoptr (CeciStudentSummary) summary = g_list_model_get_item (sources->summaries, i);
    const char *deadline = ceci_student_summary_get_deadline (summary);
    g_autofree char *month = deadline != NULL ? g_strndup (deadline, strlen ("YYYY-MM")) : NULL;

    if (is_enrolled (summary) && month != NULL)
      count_in (tally, month);
  }
  order = g_new (guint, MAX (tally->names->len, 1));
  for (guint i = 0; i < tally->names->len; i++)
    order[i] = i;
  g_sort_array (order, tally->names->len, sizeof (guint), compare_names, tally);
  for (guint i = 0; i < tally->names->len; i++) {
    g_autofree char *first = g_strconcat (tally->names->pdata[order[i]], "-01", NULL);
    g_autofree char *group = ceci_date_format_month (first);

    add_figure (figures, CECI_FIGURE_CHART_DEADLINES, group, g_array_index (tally->counts, guint, order[i]),
                tally->total, -1, -1);
  }
}

static const char *
gender_of (CeciApplication *application)
{
  CeciGender gender = ceci_application_get_gender (application);

  return gender == CECI_GENDER_NONE ? NULL : ceci_enum_get_label (CECI_TYPE_GENDER, gender);
}

// Applicants, and those of them who are students. A student without an application counts on neither side.
static void
add_diversity (GListStore *figures, Sources *sources)
{
  g_autoptr (Tally) faculty = tally_new (), path = tally_new (), gender = tally_new ();
  Tally *tallies[] = {faculty, path, gender};
  gboolean gender_said = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (sources->applications); i++) {
    g_autoptr (CeciApplication) application = g_list_model_get_item (sources->applications, i);
    const char *groups[] = {ceci_application_get_faculty_name (application),
                            ceci_application_get_study_path (application), gender_of (application)};

    gender_said = gender_said || groups[2] != NULL;
    for (guint j = 0; j < G_N_ELEMENTS (groups); j++) {
      compare_with (tallies[j], groups[j]);
      if (ceci_application_get_student_id (application) != NULL)
        count_in (tallies[j], groups[j]);
    }
  }
  add_compared (figures, CECI_FIGURE_CHART_FACULTY, faculty);
  add_compared (figures, CECI_FIGURE_CHART_PATH, path);
  if (gender_said) // erased after the selection
    add_compared (figures, CECI_FIGURE_CHART_GENDER, gender);
}

static void
sources_clear (Sources *sources)
{
  g_clear_object (&sources->cohort);
  g_clear_object (&sources->applications);
  g_clear_object (&sources->summaries);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sources, sources_clear)

/**
 * ceci_figures_repository_list:
 * @database: a connection
 * @cohort_id: a cohort's id
 * @today: the day it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the figures, of #CeciFigure
 */
GListModel *
ceci_figures_repository_list (CeciDatabase *database, const char *cohort_id, const char *today, GError **error)
{
  g_autoptr (GListStore) figures = g_list_store_new (CECI_TYPE_FIGURE);
  g_auto (Sources) sources = {0};

  sources.cohort = ceci_cohort_repository_find (database, cohort_id, error);
  if (sources.cohort != NULL)
    sources.applications = ceci_application_repository_list (database, cohort_id, error);
  if (sources.applications != NULL)
    sources.summaries = ceci_student_summary_list (database, cohort_id, today, error);
  if (sources.summaries == NULL)
    return NULL;

  if (g_list_model_get_n_items (sources.applications) + g_list_model_get_n_items (sources.summaries) > 0)
    add_funnel (figures, &sources);
  if (g_list_model_get_n_items (sources.summaries) > 0) {
    g_autoptr (CeciStudentSummary) any = g_list_model_get_item (sources.summaries, 0);

    add_hours (figures, &sources, MAX (ceci_student_summary_get_required_minutes (any), 1));
    add_portfolio (figures, &sources, ceci_student_summary_get_required_productions (any));
    add_deadlines (figures, &sources);
  }
  add_diversity (figures, &sources);
  return G_LIST_MODEL (g_steal_pointer (&figures));
}
