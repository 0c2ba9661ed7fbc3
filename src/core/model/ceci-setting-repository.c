// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of settings.

#include "config.h"

#include "ceci-setting-repository.h"

char *
ceci_setting_repository_get (CeciDatabase *database, const char *name, GError **error)
{
  return ceci_database_text (database, error, "SELECT value FROM setting WHERE id = $1", "t", name);
}

gboolean
ceci_setting_repository_set (CeciDatabase *database, const char *name, const char *value, GError **error)
{
  if (value == NULL)
    return ceci_database_run (database, error, "DELETE FROM setting WHERE id = $1", "t", name);
  return ceci_database_run (database, error,
                            "INSERT INTO setting (id, value) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET value = $2",
                            "tt", name, value);
}
