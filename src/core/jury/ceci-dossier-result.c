// SPDX-License-Identifier: GPL-3.0-or-later
// The result of one dossier: every juror's opinion and the panel's figures.

#include "config.h"

#include <math.h>
#include <string.h>

#include "ceci-dossier-result.h"

struct _CeciDossierResult {
  GObject parent_instance;

  CeciDossier *dossier;
  CeciScoringGrid *grid;
  GPtrArray *opinions;
  CeciPanel panel;
};

G_DEFINE_FINAL_TYPE (CeciDossierResult, ceci_dossier_result, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_DOSSIER,
  PROP_NAME,
  PROP_N_COMPLETE,
  PROP_MEAN,
  PROP_MEDIAN,
  PROP_RANGE,
  PROP_DEVIATION,
  PROP_TO_DISCUSS,
  PROP_OUTCOME,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
ceci_dossier_result_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CeciDossierResult *self = CECI_DOSSIER_RESULT (object);

  switch (id) {
  case PROP_DOSSIER:
    g_value_set_object (value, self->dossier);
    break;
  case PROP_NAME:
    g_value_set_string (value, ceci_dossier_get_display_name (self->dossier));
    break;
  case PROP_N_COMPLETE:
    g_value_set_uint (value, self->panel.n);
    break;
  case PROP_MEAN:
    g_value_set_double (value, self->panel.mean);
    break;
  case PROP_MEDIAN:
    g_value_set_double (value, self->panel.median);
    break;
  case PROP_RANGE:
    g_value_set_double (value, self->panel.range);
    break;
  case PROP_DEVIATION:
    g_value_set_double (value, self->panel.deviation);
    break;
  case PROP_TO_DISCUSS:
    g_value_set_boolean (value, self->panel.to_discuss);
    break;
  case PROP_OUTCOME:
    g_value_set_enum (value, ceci_dossier_get_outcome (self->dossier));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
opinion_free (gpointer data)
{
  CeciOpinion *opinion = data;

  g_free (opinion->juror_id);
  g_free (opinion->juror_name);
  g_free (opinion->comment);
  g_free (opinion->levels);
  for (guint i = 0; i < opinion->n_criteria; i++)
    g_free (opinion->comments[i]);
  g_free (opinion->comments);
  g_free (opinion);
}

static void
ceci_dossier_result_finalize (GObject *object)
{
  CeciDossierResult *self = CECI_DOSSIER_RESULT (object);

  g_object_unref (self->dossier);
  g_object_unref (self->grid);
  g_ptr_array_unref (self->opinions);
  G_OBJECT_CLASS (ceci_dossier_result_parent_class)->finalize (object);
}

static void
ceci_dossier_result_class_init (CeciDossierResultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ceci_dossier_result_get_property;
  object_class->finalize = ceci_dossier_result_finalize;
  properties[PROP_DOSSIER] = g_param_spec_object ("dossier", NULL, NULL, CECI_TYPE_DOSSIER, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_N_COMPLETE] = g_param_spec_uint ("n-complete", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_MEAN] = g_param_spec_double ("mean", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  properties[PROP_MEDIAN] = g_param_spec_double ("median", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  properties[PROP_RANGE] = g_param_spec_double ("range", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  properties[PROP_DEVIATION] = g_param_spec_double ("deviation", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  properties[PROP_TO_DISCUSS] = g_param_spec_boolean ("to-discuss", NULL, NULL, FALSE, flags);
  properties[PROP_OUTCOME] = g_param_spec_enum ("outcome", NULL, NULL, CECI_TYPE_OUTCOME, CECI_OUTCOME_NONE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ceci_dossier_result_init (CeciDossierResult *self)
{
  self->opinions = g_ptr_array_new_with_free_func (opinion_free);
}

CeciDossierResult *
ceci_dossier_result_new (CeciDossier *dossier, CeciScoringGrid *grid)
{
  CeciDossierResult *self = g_object_new (CECI_TYPE_DOSSIER_RESULT, NULL);

  self->dossier = g_object_ref (dossier);
  self->grid = g_object_ref (grid);
  return self;
}

CeciOpinion *
ceci_dossier_result_add (CeciDossierResult *self, CeciAssignment *assignment)
{
  CeciOpinion *opinion = g_new0 (CeciOpinion, 1);
  guint n = ceci_scoring_grid_get_n (self->grid);

  opinion->juror_id = g_strdup (ceci_assignment_get_juror_id (assignment));
  opinion->juror_name = g_strdup (ceci_assignment_get_juror_name (assignment));
  opinion->role = ceci_assignment_get_role (assignment);
  opinion->recused = ceci_assignment_get_recused_on (assignment) != NULL;
  opinion->suggestion = opinion->rule_suggestion = CECI_OUTCOME_NONE;
  opinion->levels = g_malloc (n + 1);
  memset (opinion->levels, CECI_LEVEL_BLANK, n + 1);
  opinion->comments = g_new0 (char *, n + 1);
  opinion->n_criteria = n;
  g_ptr_array_add (self->opinions, opinion);
  return opinion;
}

// A recused juror counts nowhere; one who is not complete does not count yet.
void
ceci_dossier_result_conclude (CeciDossierResult *self)
{
  g_autofree int *totals = g_new0 (int, self->opinions->len + 1);
  g_autofree CeciOutcome *suggestions = g_new0 (CeciOutcome, self->opinions->len + 1);
  guint n = 0;

  for (guint i = 0; i < self->opinions->len; i++) {
    CeciOpinion *opinion = self->opinions->pdata[i];

    opinion->tally = ceci_scoring_tally (self->grid, opinion->levels);
    opinion->rule_suggestion = ceci_scoring_suggest (self->grid, opinion->levels);
    if (opinion->recused || !opinion->tally.complete)
      continue;
    totals[n] = opinion->tally.total;
    suggestions[n] = opinion->suggestion;
    n++;
  }
  self->panel = ceci_scoring_panel (self->grid, totals, suggestions, n);
}

CeciDossier *
ceci_dossier_result_get_dossier (CeciDossierResult *self)
{
  return self->dossier;
}

CeciScoringGrid *
ceci_dossier_result_get_grid (CeciDossierResult *self)
{
  return self->grid;
}

CeciPanel
ceci_dossier_result_get_panel (CeciDossierResult *self)
{
  return self->panel;
}

guint
ceci_dossier_result_get_n_opinions (CeciDossierResult *self)
{
  return self->opinions->len;
}

const CeciOpinion *
ceci_dossier_result_get_opinion (CeciDossierResult *self, guint index)
{
  g_return_val_if_fail (index < self->opinions->len, NULL);
  return self->opinions->pdata[index];
}

const CeciOpinion *
ceci_dossier_result_find_opinion (CeciDossierResult *self, const char *juror_id)
{
  for (guint i = 0; i < self->opinions->len; i++)
    if (g_strcmp0 (((CeciOpinion *) self->opinions->pdata[i])->juror_id, juror_id) == 0)
      return self->opinions->pdata[i];
  return NULL;
}
