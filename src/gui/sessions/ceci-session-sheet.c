// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of a jury session shows, as it was read: the session, its jurors, its dossiers and their results.
#include "config.h"

#include "ceci-session-sheet.h"
#include "core/jury/ceci-packing.h"

// A line's one property says all that is shown of it, so that a list knows which lines an edit changed.
enum { PROP_0, PROP_CONTENT, N_PROPS };

// --- a juror ------------------------------------------------------------------------------

struct _CeciJurorLine {
  GObject parent_instance;
  CeciSessionJuror *member;
  CeciPackageState package;
  gboolean open;
};

G_DEFINE_FINAL_TYPE (CeciJurorLine, ceci_juror_line, G_TYPE_OBJECT)

static void
ceci_juror_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CeciJurorLine *self = CECI_JUROR_LINE (object);
  g_autoptr (JsonNode) node = ceci_record_to_json (self->member);
  g_autofree char *text = json_to_string (node, FALSE);

  g_value_take_string (value, g_strdup_printf ("%s %d %d", text, (int) self->package, self->open));
}

static void
ceci_juror_line_finalize (GObject *object)
{
  g_clear_object (&CECI_JUROR_LINE (object)->member);
  G_OBJECT_CLASS (ceci_juror_line_parent_class)->finalize (object);
}

static void
ceci_juror_line_class_init (CeciJurorLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ceci_juror_line_get_property;
  object_class->finalize = ceci_juror_line_finalize;
  g_object_class_install_property (
      object_class, PROP_CONTENT,
      g_param_spec_string ("content", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
ceci_juror_line_init (CeciJurorLine *self)
{
}

CeciSessionJuror *
ceci_juror_line_get_member (CeciJurorLine *self)
{
  return self->member;
}

CeciPackageState
ceci_juror_line_get_package (CeciJurorLine *self)
{
  return self->package;
}

gboolean
ceci_juror_line_is_open (CeciJurorLine *self)
{
  return self->open;
}

// --- a dossier ----------------------------------------------------------------------------

struct _CeciDossierLine {
  GObject parent_instance;
  CeciDossierResult *result;
  CeciStudentSummary *summary;
  CeciDecision *decision;
};

G_DEFINE_FINAL_TYPE (CeciDossierLine, ceci_dossier_line, G_TYPE_OBJECT)

static void
ceci_dossier_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CeciDossierLine *self = CECI_DOSSIER_LINE (object);
  g_autoptr (JsonNode) dossier = ceci_record_to_json (ceci_dossier_line_get_dossier (self));
  g_autoptr (JsonNode) summary = ceci_student_summary_to_json (self->summary, FALSE);
  g_autoptr (JsonNode) decision = self->decision != NULL ? ceci_record_to_json (self->decision) : NULL;
  CeciPanel panel = ceci_dossier_result_get_panel (self->result);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 3; i++) {
    JsonNode *node = ((JsonNode *[]) {dossier, summary, decision})[i];
    g_autofree char *part = node != NULL ? json_to_string (node, FALSE) : NULL;

    g_string_append (text, part != NULL ? part : "-");
  }
  g_string_append_printf (text, "%u %g %g %d", panel.n, panel.mean, panel.range, panel.to_discuss);
  for (guint i = 0; i < ceci_dossier_result_get_n_opinions (self->result); i++) {
    const CeciOpinion *opinion = ceci_dossier_result_get_opinion (self->result, i);

    g_string_append_printf (text, " %s %d %d %d", opinion->juror_id, opinion->tally.total, opinion->recused,
                            (int) opinion->suggestion);
  }
  g_value_take_string (value, g_string_free_and_steal (text));
}

static void
ceci_dossier_line_finalize (GObject *object)
{
  CeciDossierLine *self = CECI_DOSSIER_LINE (object);

  g_clear_object (&self->result);
  g_clear_object (&self->summary);
  g_clear_object (&self->decision);
  G_OBJECT_CLASS (ceci_dossier_line_parent_class)->finalize (object);
}

static void
ceci_dossier_line_class_init (CeciDossierLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ceci_dossier_line_get_property;
  object_class->finalize = ceci_dossier_line_finalize;
  g_object_class_install_property (
      object_class, PROP_CONTENT,
      g_param_spec_string ("content", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
ceci_dossier_line_init (CeciDossierLine *self)
{
}

CeciDossierResult *
ceci_dossier_line_get_result (CeciDossierLine *self)
{
  return self->result;
}

CeciDossier *
ceci_dossier_line_get_dossier (CeciDossierLine *self)
{
  return ceci_dossier_result_get_dossier (self->result);
}

CeciStudentSummary *
ceci_dossier_line_get_summary (CeciDossierLine *self)
{
  return self->summary;
}

CeciDecision *
ceci_dossier_line_get_decision (CeciDossierLine *self)
{
  return self->decision;
}

// --- reading ------------------------------------------------------------------------------

static gboolean
read_jurors (CeciSessionSheet *self, CeciDatabase *database, GError **error)
{
  const char *session_id = ceci_record_get_id (CECI_RECORD (self->session));
  g_autoptr (GListModel) members = ceci_jury_repository_session_jurors (database, session_id, error);

  for (guint i = 0; members != NULL && i < g_list_model_get_n_items (members); i++) {
    g_autoptr (CeciJurorLine) line = g_object_new (CECI_TYPE_JUROR_LINE, NULL);
    g_autoptr (GError) failure = NULL;

    line->member = g_list_model_get_item (members, i);
    line->open = ceci_jury_session_get_state (self->session) != CECI_SESSION_STATE_CLOSED;
    if (ceci_session_juror_get_packaged_at (line->member) != NULL)
      line->package = line->open && ceci_packing_is_stale (database, line->member, &failure) ? CECI_PACKAGE_STALE
                                                                                             : CECI_PACKAGE_CURRENT;
    if (failure != NULL) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
    g_list_store_append (self->jurors, line);
  }
  return members != NULL;
}

static gboolean
read_dossiers (CeciSessionSheet *self, CeciDatabase *database, const char *today, GError **error)
{
  GListModel *results = ceci_results_get_dossiers (self->results);

  for (guint i = 0; i < g_list_model_get_n_items (results); i++) {
    g_autoptr (CeciDossierLine) line = g_object_new (CECI_TYPE_DOSSIER_LINE, NULL);
    CeciDossier *dossier;
    GError *failure = NULL;

    line->result = g_list_model_get_item (results, i);
    dossier = ceci_dossier_result_get_dossier (line->result);
    line->summary = ceci_student_summary_find (database, ceci_dossier_get_student_id (dossier), today, &failure);
    if (failure == NULL)
      line->decision = ceci_jury_repository_decision (database, ceci_record_get_id (CECI_RECORD (dossier)), &failure);
    if (failure != NULL) {
      g_propagate_error (error, failure);
      return FALSE;
    }
    g_list_store_append (self->dossiers, line);
  }
  return TRUE;
}

/**
 * ceci_session_sheet_read:
 * @database: a connection inside a read
 * @session_id: a session
 * @today: the day it is
 * @error: a #CeciStoreError
 *
 * Returns: (transfer full): what its page shows
 */
CeciSessionSheet *
ceci_session_sheet_read (CeciDatabase *database, const char *session_id, const char *today, GError **error)
{
  g_autoptr (CeciSessionSheet) self = g_new0 (CeciSessionSheet, 1);

  self->jurors = g_list_store_new (CECI_TYPE_JUROR_LINE);
  self->dossiers = g_list_store_new (CECI_TYPE_DOSSIER_LINE);
  self->session = ceci_jury_repository_session (database, session_id, error);
  self->results = self->session != NULL ? ceci_results_load (database, session_id, error) : NULL;
  if (self->results == NULL || !read_jurors (self, database, error) || !read_dossiers (self, database, today, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ceci_session_sheet_free (CeciSessionSheet *self)
{
  g_clear_object (&self->session);
  g_clear_object (&self->results);
  g_clear_object (&self->jurors);
  g_clear_object (&self->dossiers);
  g_free (self);
}
