// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of subsidies and covers.

#include "config.h"

#include "ceci-funding-repository.h"

GListModel *
ceci_funding_repository_list (CeciDatabase *database, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error,
      "SELECT s.*, (SELECT sum(c.places) FROM subsidy_cover c WHERE c.subsidy_id = s.id) AS covered FROM subsidy s "
      "ORDER BY s.starts_on, s.id",
      "");

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_SUBSIDY, statement, error));
}

#define COVER_SQL                                                                                                      \
  "SELECT v.*, s.funder, c.name AS cohort_name FROM subsidy_cover v JOIN subsidy s ON s.id = v.subsidy_id "            \
  "JOIN cohort c ON c.id = v.cohort_id "

GListModel *
ceci_funding_repository_covers (CeciDatabase *database, const char *cohort_id, GError **error)
{
  CeciStatement *statement;

  if (cohort_id != NULL)
    statement = ceci_database_query (database, error, COVER_SQL "WHERE v.cohort_id = $1 ORDER BY s.starts_on, v.id",
                                     "t", cohort_id);
  else
    statement = ceci_database_query (database, error, COVER_SQL "ORDER BY c.starts_on, s.starts_on, v.id", "");
  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_SUBSIDY_COVER, statement, error));
}
