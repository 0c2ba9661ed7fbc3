// SPDX-License-Identifier: GPL-3.0-or-later
// Who supervises the sample's placements, what offers they come from, what elections change.
#pragma once

#include "ceci-sample-plan.h"

G_BEGIN_DECLS

typedef struct {
  char *mandate_id;   // of an outgoing member; NULL elsewhere
  char *offer_id;     // NULL: found without one
  gboolean lone;      // one member of a committee supervises, against the rules
} CeciSampleSupervision;

gboolean ceci_sample_choose_supervision (CeciSample *self, CeciDatabase *database, CeciSampleStudent *student,
                                         CeciSampleSupervision *chosen, GError **error);
void ceci_sample_supervision_clear (CeciSampleSupervision *self);
// After the agreement: an amendment for some, where the committee was elected anew or the placement lasts longer.
gboolean ceci_sample_write_amendment (CeciSample *self, CeciDatabase *database, CeciSampleStudent *student, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CeciSampleSupervision, ceci_sample_supervision_clear)

G_END_DECLS
