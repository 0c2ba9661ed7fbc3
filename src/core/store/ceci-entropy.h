// SPDX-License-Identifier: GPL-3.0-or-later
// Where the present instant and random bytes come from: the system, or a seed that gives the same register twice. Safe from any thread.
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CECI_TYPE_ENTROPY (ceci_entropy_get_type ())
typedef struct _CeciEntropy CeciEntropy;

GType        ceci_entropy_get_type   (void) G_GNUC_CONST;
CeciEntropy *ceci_entropy_new_system (void);
CeciEntropy *ceci_entropy_new_seeded (guint64      seed,
                                      const char  *start_instant);
CeciEntropy *ceci_entropy_ref        (CeciEntropy *self);
void         ceci_entropy_unref      (CeciEntropy *self);
gboolean     ceci_entropy_is_seeded  (CeciEntropy *self);
void         ceci_entropy_set_now    (CeciEntropy *self,
                                      const char  *instant);
char        *ceci_entropy_new_id     (CeciEntropy *self) G_GNUC_WARN_UNUSED_RESULT;
char        *ceci_entropy_dup_now    (CeciEntropy *self) G_GNUC_WARN_UNUSED_RESULT;
void         ceci_entropy_fill       (CeciEntropy *self,
                                      guint8      *bytes,
                                      gsize        length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciEntropy, ceci_entropy_unref)

G_END_DECLS
