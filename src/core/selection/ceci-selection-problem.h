// SPDX-License-Identifier: GPL-3.0-or-later
// What a selection is made from: applicants with their groups, places, targets and weights; and what any choice among them is worth.
#pragma once

#include <json-glib/json-glib.h>
#include "core/model/ceci-enums.h"

G_BEGIN_DECLS

#define CECI_SELECTION_ERROR (ceci_selection_error_quark ())
/**
 * CeciSelectionError:
 * @CECI_SELECTION_ERROR_INFEASIBLE: what people hold and the minima contradict each other; the message names what to release
 * @CECI_SELECTION_ERROR_TARGETS: the targets are not of the form written here
 * @CECI_SELECTION_ERROR_TIME: the limit of time passed before any choice was found
 * @CECI_SELECTION_ERROR_FAILED: the solver failed
 */
typedef enum {
  CECI_SELECTION_ERROR_INFEASIBLE,
  CECI_SELECTION_ERROR_TARGETS,
  CECI_SELECTION_ERROR_TIME,
  CECI_SELECTION_ERROR_FAILED,
} CeciSelectionError;
GQuark ceci_selection_error_quark (void);

#define CECI_TYPE_DIMENSION (ceci_dimension_get_type ())
typedef enum { CECI_DIMENSION_GENDER, CECI_DIMENSION_FACULTY, CECI_DIMENSION_PATH, CECI_DIMENSION_PROFILE } CeciDimension;
#define CECI_N_DIMENSIONS 4
GType       ceci_dimension_get_type  (void) G_GNUC_CONST;
const char *ceci_dimension_get_nick  (CeciDimension dimension); // «gender», as JSON writes it
const char *ceci_dimension_get_label (CeciDimension dimension); // translated

// Targets and distances are whole hundredths of a person, so that sums are exact.
#define CECI_SELECTION_PERSON 100

typedef struct {
  CeciDimension dimension;
  char         *key;   // a gender's nick, a faculty's code, the words of a path or profile; "" where nothing was said
  char         *label;
  guint         applicants;
  gint64        target;  // hundredths of a person
  guint         minimum; // people
} CeciSelectionGroup;

typedef struct {
  char    *id;   // the application's
  char    *name;
  guint    groups[CECI_N_DIMENSIONS]; // indices
  CeciHold held;
  gboolean enrolled; // has a place already: in, whatever else
  guint32  lot;      // drawn from the seed: among the best choices, the one whose lots add up to least is taken
} CeciSelectionApplicant;

typedef struct _CeciSelectionProblem CeciSelectionProblem;

CeciSelectionProblem *ceci_selection_problem_new   (guint places, gint64 seed) G_GNUC_WARN_UNUSED_RESULT;
CeciSelectionProblem *ceci_selection_problem_ref   (CeciSelectionProblem *self);
void                  ceci_selection_problem_unref (CeciSelectionProblem *self);

// keys: one a dimension, NULL where nothing was said; labels: NULL to show the key
guint    ceci_selection_problem_add         (CeciSelectionProblem *self, const char *id, const char *name, const char *const *keys, const char *const *labels, CeciHold held, gboolean enrolled);
void     ceci_selection_problem_set_defaults (CeciSelectionProblem *self); // once all are added: shares of the applicants, one from every faculty
gboolean ceci_selection_problem_set_targets (CeciSelectionProblem *self, const char *json, GError **error); // what it leaves out is as it was
char    *ceci_selection_problem_dup_targets (CeciSelectionProblem *self) G_GNUC_WARN_UNUSED_RESULT; // JSON
void     ceci_selection_problem_set_target  (CeciSelectionProblem *self, guint group, gint64 target);
void     ceci_selection_problem_set_weight  (CeciSelectionProblem *self, CeciDimension dimension, guint weight);
guint    ceci_selection_problem_get_weight  (CeciSelectionProblem *self, CeciDimension dimension);
void     ceci_selection_problem_set_every_faculty (CeciSelectionProblem *self, gboolean every_faculty);
gboolean ceci_selection_problem_get_every_faculty (CeciSelectionProblem *self);
void     ceci_selection_problem_hold        (CeciSelectionProblem *self, guint applicant, CeciHold held);
void     ceci_selection_problem_set_seed    (CeciSelectionProblem *self, gint64 seed);
void     ceci_selection_problem_set_places  (CeciSelectionProblem *self, guint places); // the targets follow, and are the default ones again

guint    ceci_selection_problem_get_places   (CeciSelectionProblem *self);
gint64   ceci_selection_problem_get_seed     (CeciSelectionProblem *self);
guint    ceci_selection_problem_n_groups     (CeciSelectionProblem *self);
guint    ceci_selection_problem_n_applicants (CeciSelectionProblem *self);
const CeciSelectionGroup     *ceci_selection_problem_get_group     (CeciSelectionProblem *self, guint group);
const CeciSelectionApplicant *ceci_selection_problem_get_applicant (CeciSelectionProblem *self, guint applicant);
gboolean ceci_selection_problem_is_fixed_in  (CeciSelectionProblem *self, guint applicant); // enrolled, or held in

// chosen: one boolean an applicant
void     ceci_selection_problem_count    (CeciSelectionProblem *self, const gboolean *chosen, guint *counts); // one a group
gint64   ceci_selection_problem_distance (CeciSelectionProblem *self, const gboolean *chosen); // Σ weight × |chosen − target|, hundredths
guint    ceci_selection_problem_n_chosen (CeciSelectionProblem *self, const gboolean *chosen);
char    *ceci_selection_problem_dup_composition (CeciSelectionProblem *self, const gboolean *chosen) G_GNUC_WARN_UNUSED_RESULT; // JSON, counts only
guint   *ceci_selection_problem_rank     (CeciSelectionProblem *self, const gboolean *chosen, guint *n) G_GNUC_WARN_UNUSED_RESULT; // the others: who would come next

char    *ceci_selection_format_distance  (gint64 distance) G_GNUC_WARN_UNUSED_RESULT; // «12» or «12.4», as the locale writes it

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciSelectionProblem, ceci_selection_problem_unref)

G_END_DECLS
