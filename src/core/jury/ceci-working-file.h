// SPDX-License-Identifier: GPL-3.0-or-later
// The encrypted file in which a juror's work is kept while it goes on: found, read, written in one move. It knows nothing of scores.
#pragma once

#include <gio/gio.h>
#include "ceci-package.h"

G_BEGIN_DECLS

typedef struct _CeciWorkingFile CeciWorkingFile; // shared between the reading and the thread that saves

CeciWorkingFile *ceci_working_file_new      (CeciPackage *package);
CeciWorkingFile *ceci_working_file_ref      (CeciWorkingFile *self);
void             ceci_working_file_unref    (CeciWorkingFile *self);
GFile           *ceci_working_file_dup_file (CeciWorkingFile *self); // where it is, or would be, written
// content: the newest that was kept, NULL if nothing was; FALSE with an error when what is there can't be read.
gboolean         ceci_working_file_load     (CeciWorkingFile *self, GBytes **content, gint64 *generation, GError **error);
// A generation not above the last one written is passed over, so that threads may come in any order.
gboolean         ceci_working_file_save     (CeciWorkingFile *self, GBytes *content, gint64 generation, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciWorkingFile, ceci_working_file_unref)

G_END_DECLS
