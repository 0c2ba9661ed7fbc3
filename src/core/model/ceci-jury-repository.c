// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of juries. Rules, seals and sums are in jury/.

#include "config.h"

#include "ceci-jury-repository.h"

#include "ceci-sql.h"

#define JUROR_NAME "trim(j.first_name || ' ' || j.family_name)"

static GListModel *
list (GType type, CeciStatement *statement, GError **error)
{
  return G_LIST_MODEL (ceci_record_list (type, statement, error));
}

#define SESSION_SQL                                                                                                    \
  "SELECT e.*, (SELECT count(*) FROM dossier d WHERE d.session_id = e.id) AS dossiers, "                               \
  "(SELECT count(*) FROM session_juror k WHERE k.session_id = e.id AND k.recused_on IS NULL) AS jurors, "              \
  "(SELECT count(*) FROM dossier d JOIN assignment a ON a.dossier_id = d.id JOIN review r ON r.assignment_id = a.id "  \
  " WHERE d.session_id = e.id) AS reviews, "                                                                           \
  "(SELECT count(*) FROM dossier d JOIN decision x ON x.dossier_id = d.id WHERE d.session_id = e.id) AS decisions "    \
  "FROM jury_session e "

GListModel *
ceci_jury_repository_sessions (CeciDatabase *database, GError **error)
{
  return list (CECI_TYPE_JURY_SESSION,
               ceci_database_query (database, error, SESSION_SQL "ORDER BY e.held_on DESC, e.id DESC", ""), error);
}

CeciJurySession *
ceci_jury_repository_session (CeciDatabase *database, const char *id, GError **error)
{
  return ceci_record_one (CECI_TYPE_JURY_SESSION,
                          ceci_database_query (database, error, SESSION_SQL "WHERE e.id = $1", "t", id), id, error);
}

GListModel *
ceci_jury_repository_jurors (CeciDatabase *database, GError **error)
{
  return list (CECI_TYPE_JUROR,
               ceci_database_query (database, error,
                                    "SELECT j.*, " JUROR_NAME " AS display_name, "
                                    "(SELECT count(*) FROM session_juror k WHERE k.juror_id = j.id) AS sessions "
                                    "FROM juror j ORDER BY j.family_name, j.first_name, j.id",
                                    ""),
               error);
}

#define SESSION_JUROR_SQL                                                                                              \
  "SELECT k.*, " JUROR_NAME " AS display_name, j.family_name, j.first_name, j.email, j.quality, j.languages, "         \
  "(SELECT count(*) FROM dossier d JOIN assignment a ON a.dossier_id = d.id WHERE d.session_id = k.session_id "        \
  " AND a.juror_id = k.juror_id AND a.recused_on IS NULL) AS assigned, "                                               \
  "(SELECT count(*) FROM dossier d JOIN assignment a ON a.dossier_id = d.id JOIN review r ON r.assignment_id = a.id "  \
  " WHERE d.session_id = k.session_id AND a.juror_id = k.juror_id) AS reviewed, "                                      \
  "(SELECT max(p.made_at) FROM jury_package p WHERE p.session_juror_id = k.id) AS packaged_at, "                       \
  "(SELECT max(r.merged_at) FROM jury_return r WHERE r.session_juror_id = k.id) AS returned_at "                       \
  "FROM session_juror k JOIN juror j ON j.id = k.juror_id "

GListModel *
ceci_jury_repository_session_jurors (CeciDatabase *database, const char *session_id, GError **error)
{
  return list (CECI_TYPE_SESSION_JUROR,
               ceci_database_query (database, error,
                                    SESSION_JUROR_SQL
                                    "WHERE k.session_id = $1 ORDER BY j.family_name, j.first_name, k.id",
                                    "t", session_id),
               error);
}

CeciSessionJuror *
ceci_jury_repository_session_juror (CeciDatabase *database, const char *session_id, const char *juror_id,
                                    GError **error)
{
  return ceci_record_one (CECI_TYPE_SESSION_JUROR,
                          ceci_database_query (database, error,
                                               SESSION_JUROR_SQL "WHERE k.session_id = $1 AND k.juror_id = $2", "tt",
                                               session_id, juror_id),
                          juror_id, error);
}

#define DOSSIER_SQL                                                                                                    \
  "SELECT d.*, s.person_id, " SQL_DISPLAY_NAME                                                                         \
  " AS display_name, p.family_name, p.first_name, p.matricule, p.language, "                                           \
  "f.code AS faculty_code, " SQL_FACULTY_NAME " AS faculty_name, s.cohort_id, c.name AS cohort_name, p.search_key, "   \
  "(SELECT count(*) FROM assignment a WHERE a.dossier_id = d.id AND a.recused_on IS NULL AND a.role <> 'reserve') AS " \
  "readers, "                                                                                                          \
  "(SELECT count(*) FROM assignment a JOIN review r ON r.assignment_id = a.id WHERE a.dossier_id = d.id "              \
  " AND a.recused_on IS NULL) AS reviews, x.outcome "                                                                  \
  "FROM dossier d JOIN student s ON s.id = d.student_id JOIN person p ON p.id = s.person_id "                          \
  "JOIN cohort c ON c.id = s.cohort_id LEFT JOIN faculty f ON f.id = p.faculty_id LEFT JOIN decision x ON "            \
  "x.dossier_id = d.id "

GListModel *
ceci_jury_repository_dossiers (CeciDatabase *database, const char *session_id, GError **error)
{
  return list (CECI_TYPE_DOSSIER,
               ceci_database_query (database, error, DOSSIER_SQL "WHERE d.session_id = $2 ORDER BY p.search_key, d.id",
                                    "tt", ceci_language_current (), session_id),
               error);
}

GListModel *
ceci_jury_repository_sessions_of_student (CeciDatabase *database, const char *student_id, GError **error)
{
  return list (CECI_TYPE_DOSSIER,
               ceci_database_query (database, error,
                                    DOSSIER_SQL "WHERE d.student_id = $2 ORDER BY d.admitted_on DESC, d.id DESC", "tt",
                                    ceci_language_current (), student_id),
               error);
}

CeciDossier *
ceci_jury_repository_dossier (CeciDatabase *database, const char *id, GError **error)
{
  return ceci_record_one (
      CECI_TYPE_DOSSIER,
      ceci_database_query (database, error, DOSSIER_SQL "WHERE d.id = $2", "tt", ceci_language_current (), id), id,
      error);
}

GListModel *
ceci_jury_repository_assignments (CeciDatabase *database, const char *session_id, GError **error)
{
  return list (CECI_TYPE_ASSIGNMENT,
               ceci_database_query (database, error,
                                    "SELECT a.*, d.session_id, d.student_id, " JUROR_NAME
                                    " AS juror_name, " SQL_DISPLAY_NAME
                                    " AS candidate_name, r.id AS review_id, r.suggestion FROM dossier d "
                                    "JOIN assignment a ON a.dossier_id = d.id JOIN juror j ON j.id = a.juror_id "
                                    "JOIN student s ON s.id = d.student_id JOIN person p ON p.id = s.person_id "
                                    "LEFT JOIN review r ON r.assignment_id = a.id WHERE d.session_id = $1 "
                                    "ORDER BY p.search_key, d.id, a.role, j.family_name, a.id",
                                    "t", session_id),
               error);
}

GListModel *
ceci_jury_repository_reviews (CeciDatabase *database, const char *session_id, GError **error)
{
  return list (CECI_TYPE_REVIEW,
               ceci_database_query (database, error,
                                    "SELECT r.*, a.dossier_id, a.juror_id, a.role, a.recused_on, " JUROR_NAME
                                    " AS juror_name "
                                    "FROM dossier d JOIN assignment a ON a.dossier_id = d.id "
                                    "JOIN review r ON r.assignment_id = a.id JOIN juror j ON j.id = a.juror_id "
                                    "WHERE d.session_id = $1 ORDER BY d.id, a.role, a.id",
                                    "t", session_id),
               error);
}

GListModel *
ceci_jury_repository_scores (CeciDatabase *database, const char *session_id, GError **error)
{
  return list (CECI_TYPE_SCORE,
               ceci_database_query (database, error,
                                    "SELECT x.*, a.dossier_id, a.juror_id, k.code, k.position, k.weight FROM dossier d "
                                    "JOIN assignment a ON a.dossier_id = d.id JOIN review r ON r.assignment_id = a.id "
                                    "JOIN score x ON x.review_id = r.id JOIN criterion k ON k.id = x.criterion_id "
                                    "WHERE d.session_id = $1 ORDER BY d.id, a.id, k.position",
                                    "t", session_id),
               error);
}

GListModel *
ceci_jury_repository_page_notes (CeciDatabase *database, const char *review_id, GError **error)
{
  return list (
      CECI_TYPE_PAGE_NOTE,
      ceci_database_query (database, error,
                           "SELECT * FROM page_note WHERE review_id = $1 ORDER BY document_sha256, page, y, id", "t",
                           review_id),
      error);
}

GListModel *
ceci_jury_repository_packages (CeciDatabase *database, const char *session_juror_id, GError **error)
{
  return list (CECI_TYPE_JURY_PACKAGE,
               ceci_database_query (database, error,
                                    "SELECT * FROM jury_package WHERE session_juror_id = $1 ORDER BY revision DESC",
                                    "t", session_juror_id),
               error);
}

GListModel *
ceci_jury_repository_returns (CeciDatabase *database, const char *session_juror_id, GError **error)
{
  return list (
      CECI_TYPE_JURY_RETURN,
      ceci_database_query (database, error,
                           "SELECT r.*, " JUROR_NAME " AS juror_name FROM jury_return r "
                           "JOIN session_juror k ON k.id = r.session_juror_id JOIN juror j ON j.id = k.juror_id "
                           "WHERE r.session_juror_id = $1 ORDER BY r.merged_at DESC, r.id DESC",
                           "t", session_juror_id),
      error);
}

#define DECISION_SQL                                                                                                   \
  "SELECT x.*, d.session_id, d.student_id, " SQL_DISPLAY_NAME " AS display_name FROM decision x "                      \
  "JOIN dossier d ON d.id = x.dossier_id JOIN student s ON s.id = d.student_id JOIN person p ON p.id = s.person_id "

GListModel *
ceci_jury_repository_decisions (CeciDatabase *database, const char *session_id, GError **error)
{
  return list (CECI_TYPE_DECISION,
               ceci_database_query (database, error, DECISION_SQL "WHERE d.session_id = $1 ORDER BY p.search_key, x.id",
                                    "t", session_id),
               error);
}

CeciDecision *
ceci_jury_repository_decision (CeciDatabase *database, const char *dossier_id, GError **error)
{
  g_autoptr (GListModel) decisions =
      list (CECI_TYPE_DECISION,
            ceci_database_query (database, error, DECISION_SQL "WHERE x.dossier_id = $1", "t", dossier_id), error);

  return decisions != NULL ? g_list_model_get_item (decisions, 0) : NULL;
}

#define CERTIFICATE_SQL                                                                                                \
  "SELECT z.*, s.person_id, " SQL_DISPLAY_NAME " AS display_name, c.name AS cohort_name, e.name AS session_name "      \
  "FROM certificate z JOIN student s ON s.id = z.student_id JOIN person p ON p.id = s.person_id "                      \
  "JOIN cohort c ON c.id = s.cohort_id JOIN decision x ON x.id = z.decision_id JOIN dossier d ON d.id = x.dossier_id " \
  "JOIN jury_session e ON e.id = d.session_id "

GListModel *
ceci_jury_repository_certificates (CeciDatabase *database, const char *student_id, GError **error)
{
  CeciStatement *statement;

  if (student_id != NULL)
    statement = ceci_database_query (database, error, CERTIFICATE_SQL "WHERE z.student_id = $1 ORDER BY z.number", "t",
                                     student_id);
  else
    statement = ceci_database_query (database, error, CERTIFICATE_SQL "ORDER BY z.number", "");
  return list (CECI_TYPE_CERTIFICATE, statement, error);
}

GListModel *
ceci_jury_repository_grids (CeciDatabase *database, GError **error)
{
  return list (
      CECI_TYPE_GRID,
      ceci_database_query (database, error, "SELECT * FROM grid ORDER BY adopted_on DESC, version DESC, id DESC", ""),
      error);
}

GListModel *
ceci_jury_repository_criteria (CeciDatabase *database, const char *grid_id, GError **error)
{
  return G_LIST_MODEL (ceci_record_select (CECI_TYPE_CRITERION, database, "grid_id", grid_id, "position", error));
}
