// SPDX-License-Identifier: GPL-3.0-or-later
// A mixed integer linear programme, minimised exactly by HiGHS on the calling thread. It knows nothing of people.

#include "config.h"

#include "ceci-mixed-programme.h"

#include <interfaces/highs_c_api.h>

struct _CeciMixedProgramme {
  GArray *costs, *lowers, *uppers, *integral; // of columns; HighsInt the last
  GArray *row_lowers, *row_uppers, *starts;   // of rows
  GArray *indices, *coefficients;             // of terms, row by row
  gboolean mixed;                             // some column is a whole number
  double *values;                             // NULL until there is a solution
  double bound;
};

CeciMixedProgramme *
ceci_mixed_programme_new (void)
{
  CeciMixedProgramme *self = g_new0 (CeciMixedProgramme, 1);

  self->costs = g_array_new (FALSE, FALSE, sizeof (double));
  self->lowers = g_array_new (FALSE, FALSE, sizeof (double));
  self->uppers = g_array_new (FALSE, FALSE, sizeof (double));
  self->integral = g_array_new (FALSE, FALSE, sizeof (HighsInt));
  self->row_lowers = g_array_new (FALSE, FALSE, sizeof (double));
  self->row_uppers = g_array_new (FALSE, FALSE, sizeof (double));
  self->starts = g_array_new (FALSE, FALSE, sizeof (HighsInt));
  self->indices = g_array_new (FALSE, FALSE, sizeof (HighsInt));
  self->coefficients = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

void
ceci_mixed_programme_free (CeciMixedProgramme *self)
{
  GArray *arrays[] = {self->costs,      self->lowers, self->uppers,  self->integral,    self->row_lowers,
                      self->row_uppers, self->starts, self->indices, self->coefficients};

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  g_free (self->values);
  g_free (self);
}

/**
 * ceci_mixed_programme_add_column:
 * @self: a programme
 * @cost: what one unit of the variable costs
 * @lower: its least value
 * @upper: its greatest value, %CECI_PROGRAMME_UNBOUNDED for none
 * @integer: whether it is a whole number
 *
 * Returns: the column's index
 */
guint
ceci_mixed_programme_add_column (CeciMixedProgramme *self, double cost, double lower, double upper, gboolean integer)
{
  HighsInt kind = integer ? kHighsVarTypeInteger : kHighsVarTypeContinuous;

  g_array_append_val (self->costs, cost);
  g_array_append_val (self->lowers, lower);
  g_array_append_val (self->uppers, upper);
  g_array_append_val (self->integral, kind);
  self->mixed = self->mixed || integer;
  return self->costs->len - 1;
}

void
ceci_mixed_programme_add_row (CeciMixedProgramme *self, double lower, double upper)
{
  HighsInt start = (HighsInt) self->indices->len;

  g_array_append_val (self->row_lowers, lower);
  g_array_append_val (self->row_uppers, upper);
  g_array_append_val (self->starts, start);
}

void
ceci_mixed_programme_add_term (CeciMixedProgramme *self, guint column, double coefficient)
{
  HighsInt index = (HighsInt) column;

  g_array_append_val (self->indices, index);
  g_array_append_val (self->coefficients, coefficient);
}

static void
on_event (int kind, const char *message, const HighsCallbackDataOut *out, HighsCallbackDataIn *in, void *cancellable)
{
  if (in != NULL && g_cancellable_is_cancelled (cancellable))
    in->user_interrupt = 1;
}

// One thread and no tolerated gap: the same programme gives the same solution, which is the best.
static void
set_options (void *highs, double seconds, guint nodes, GCancellable *cancellable)
{
  Highs_setBoolOptionValue (highs, "output_flag", 0);
  Highs_setIntOptionValue (highs, "threads", 1);
  Highs_setStringOptionValue (highs, "parallel", "off");
  Highs_setIntOptionValue (highs, "random_seed", 0);
  Highs_setDoubleOptionValue (highs, "mip_rel_gap", 0);
  Highs_setDoubleOptionValue (highs, "mip_abs_gap", 1e-6);
  if (seconds > 0)
    Highs_setDoubleOptionValue (highs, "time_limit", seconds);
  if (nodes > 0)
    Highs_setIntOptionValue (highs, "mip_max_nodes", (HighsInt) nodes);
  if (cancellable != NULL) {
    Highs_setCallback (highs, on_event, cancellable);
    Highs_startCallback (highs, (int) kHighsCallbackMipInterrupt);
    Highs_startCallback (highs, (int) kHighsCallbackSimplexInterrupt);
  }
}

static void
keep_solution (CeciMixedProgramme *self, void *highs)
{
  HighsInt feasible = 0;

  g_clear_pointer (&self->values, g_free);
  // a programme without whole numbers is linear: its optimum is its bound
  if (self->mixed)
    Highs_getDoubleInfoValue (highs, "mip_dual_bound", &self->bound);
  else
    self->bound = Highs_getObjectiveValue (highs);
  Highs_getIntInfoValue (highs, "primal_solution_status", &feasible);
  if (feasible == kHighsSolutionStatusFeasible) {
    self->values = g_new (double, self->costs->len);
    Highs_getSolution (highs, self->values, NULL, NULL, NULL);
  }
}

/**
 * ceci_mixed_programme_solve:
 * @self: a programme
 * @seconds: a limit of time; 0 for none
 * @nodes: a limit of branches looked at, which, unlike time, stops at the same place each time; 0 for none
 * @cancellable: (nullable): stops it
 *
 * Blocking: call it on a thread of its own.
 *
 * Returns: how it ended
 */
CeciProgrammeState
ceci_mixed_programme_solve (CeciMixedProgramme *self, double seconds, guint nodes, GCancellable *cancellable)
{
  void *highs = Highs_create ();
  CeciProgrammeState state = CECI_PROGRAMME_FAILED;
  HighsInt status;

  set_options (highs, seconds, nodes, cancellable);
  status = Highs_passMip (highs, (HighsInt) self->costs->len, (HighsInt) self->row_lowers->len,
                          (HighsInt) self->indices->len, kHighsMatrixFormatRowwise, kHighsObjSenseMinimize, 0,
                          (double *) (void *) self->costs->data, (double *) (void *) self->lowers->data,
                          (double *) (void *) self->uppers->data, (double *) (void *) self->row_lowers->data,
                          (double *) (void *) self->row_uppers->data, (HighsInt *) (void *) self->starts->data,
                          (HighsInt *) (void *) self->indices->data, (double *) (void *) self->coefficients->data,
                          (HighsInt *) (void *) self->integral->data);
  if (status != kHighsStatusError && Highs_run (highs) != kHighsStatusError) {
    HighsInt model = Highs_getModelStatus (highs);

    if (model == kHighsModelStatusOptimal)
      state = CECI_PROGRAMME_OPTIMAL;
    else if (model == kHighsModelStatusInfeasible || model == kHighsModelStatusUnboundedOrInfeasible)
      state = CECI_PROGRAMME_INFEASIBLE;
    else if (model == kHighsModelStatusTimeLimit || model == kHighsModelStatusInterrupt ||
             model == kHighsModelStatusSolutionLimit || model == kHighsModelStatusIterationLimit)
      state = CECI_PROGRAMME_STOPPED;
    keep_solution (self, highs);
  }
  Highs_destroy (highs);
  return state;
}

gboolean
ceci_mixed_programme_has_values (CeciMixedProgramme *self)
{
  return self->values != NULL;
}

double
ceci_mixed_programme_get_value (CeciMixedProgramme *self, guint column)
{
  g_return_val_if_fail (self->values != NULL && column < self->costs->len, 0);
  return self->values[column];
}

double
ceci_mixed_programme_get_bound (CeciMixedProgramme *self)
{
  return self->bound;
}
