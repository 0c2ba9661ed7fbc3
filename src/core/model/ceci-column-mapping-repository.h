// SPDX-License-Identifier: GPL-3.0-or-later
// How people mapped the columns of files by hand: recalled at the next import of the same format.
#pragma once

#include "ceci-column-mapping.h"

G_BEGIN_DECLS

GListModel *ceci_column_mapping_repository_list (CeciDatabase *database, const char *format, const char *course,
                                                 GError **error);
gboolean ceci_column_mapping_repository_remember (CeciDatabase *database, const char *format, const char *course,
                                                  const char *heading, const char *target,
                                                  GError **error); // replaces an earlier target

G_END_DECLS
