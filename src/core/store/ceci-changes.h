// SPDX-License-Identifier: GPL-3.0-or-later
// What one committed step touched, and the words that name it: carried by CeciRegister::changed. Never changes; safe from any thread.
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CECI_TYPE_CHANGES (ceci_changes_get_type ())
typedef struct _CeciChanges CeciChanges;

typedef enum { CECI_STEP_DO, CECI_STEP_UNDO, CECI_STEP_REDO, CECI_STEP_ERASE } CeciStepKind;

GType         ceci_changes_get_type      (void) G_GNUC_CONST;
CeciChanges  *ceci_changes_ref           (CeciChanges *self);
void          ceci_changes_unref         (CeciChanges *self);
const char   *ceci_changes_get_label     (CeciChanges *self); // «Record 4 h 30 for Élodie Martin»
const char   *ceci_changes_get_step_id   (CeciChanges *self);
CeciStepKind  ceci_changes_get_kind      (CeciChanges *self);
gboolean      ceci_changes_touches_table (CeciChanges *self, const char *table);
gboolean      ceci_changes_touches_row   (CeciChanges *self, const char *table, const char *id);
GPtrArray    *ceci_changes_list_rows     (CeciChanges *self, const char *table) G_GNUC_WARN_UNUSED_RESULT; // (transfer container) (element-type utf8): ids
guint         ceci_changes_get_size      (CeciChanges *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciChanges, ceci_changes_unref)

G_END_DECLS
