// SPDX-License-Identifier: GPL-3.0-or-later
// What a certificate bears besides its signed line, kept as it was on the day of issue.
//
// A JSON object in the register's settings, under the certificate's number: a paper that is drawn again years later
// says what it said, though an organisation changed its name or hours were corrected since.

#include "config.h"

#include "ceci-certificate-content.h"

#include <glib/gi18n-lib.h>

#include "ceci-credential.h"
#include "ceci-open-badge.h"
#include "core/model/ceci-facts-repository.h"
#include "core/model/ceci-jury-repository.h"
#include "core/model/ceci-person-repository.h"
#include "core/model/ceci-placement-repository.h"
#include "core/model/ceci-faculty-repository.h"
#include "core/model/ceci-setting-repository.h"
#include "core/model/ceci-student-repository.h"

static const char *const texts[] = {"certificate-title", "certificate-body", "recognition-notice",
                                    "compensation-notice"};

static char *
name_setting (CeciCertificate *certificate)
{
  return g_strconcat ("certificate-content-", ceci_certificate_get_number (certificate), NULL);
}

// --- gathering ------------------------------------------------------------------

static char *
list_organisations (CeciDatabase *database, const char *student_id, GError **error)
{
  g_autoptr (GListModel) placements = ceci_placement_repository_list (database, student_id, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (placements == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (placements); i++) {
    g_autoptr (CeciPlacement) placement = g_list_model_get_item (placements, i);
    const char *name = ceci_placement_get_organisation_name (placement);

    if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
      g_ptr_array_add (names, g_strdup (name));
  }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static char *
find_contact (CeciDatabase *database)
{
  g_autofree char *email = ceci_setting_repository_get (database, CECI_SETTING_OFFICE_EMAIL, NULL);
  g_autofree char *phone = ceci_setting_repository_get (database, CECI_SETTING_OFFICE_PHONE, NULL);

  if (email != NULL && phone != NULL)
    return g_strconcat (email, "  ·  ", phone, NULL);
  return email != NULL ? g_steal_pointer (&email) : g_steal_pointer (&phone);
}

static void
set_both (JsonObject *content, const char *name, const char *fr, const char *en)
{
  JsonObject *both = json_object_new ();

  json_object_set_string_member (both, "fr", fr);
  json_object_set_string_member (both, "en", en);
  json_object_set_object_member (content, name, both);
}

static gboolean
add_faculty (JsonObject *content, CeciDatabase *database, CeciStudent *student, GError **error)
{
  g_autoptr (CeciPerson) person = ceci_person_repository_find (database, ceci_student_get_person_id (student), error);
  g_autoptr (GListModel) faculties = person != NULL ? ceci_faculty_repository_list (database, error) : NULL;

  if (faculties == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (faculties); i++) {
    g_autoptr (CeciFaculty) faculty = g_list_model_get_item (faculties, i);

    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (faculty)), ceci_person_get_faculty_id (person)) == 0)
      set_both (content, "faculty", ceci_faculty_get_name_fr (faculty), ceci_faculty_get_name_en (faculty));
  }
  return TRUE;
}

static gboolean
add_regulated (JsonObject *content, CeciDatabase *database, const char *student_id, GError **error)
{
  g_autoptr (CeciRegulation) regulation = NULL;
  g_autoptr (CeciFacts) facts = ceci_facts_repository_find (database, student_id, &regulation, error);

  if (facts == NULL)
    return FALSE;
  json_object_set_int_member (content, "minutes", ceci_regulation_sum_minutes (regulation, facts, CECI_COUNT_YES));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    set_both (content, texts[i], ceci_regulation_get_text (regulation, texts[i], "fr"),
              ceci_regulation_get_text (regulation, texts[i], "en"));
  return TRUE;
}

static JsonObject *
gather (CeciDatabase *database, CeciCertificate *certificate, GError **error)
{
  const char *student_id = ceci_certificate_get_student_id (certificate);
  g_autoptr (JsonObject) content = json_object_new ();
  g_autoptr (CeciStudent) student = ceci_student_repository_find (database, student_id, error);
  g_autoptr (CeciDecision) decision =
      student != NULL
          ? ceci_record_find (CECI_TYPE_DECISION, database, ceci_certificate_get_decision_id (certificate), error)
          : NULL;
  g_autofree char *organisations = decision != NULL ? list_organisations (database, student_id, error) : NULL;
  g_autofree char *contact = NULL;

  if (organisations == NULL || !add_faculty (content, database, student, error) ||
      !add_regulated (content, database, student_id, error))
    return NULL;
  contact = find_contact (database);
  if (ceci_student_get_matricule (student) != NULL)
    json_object_set_string_member (content, "matricule", ceci_student_get_matricule (student));
  if (*organisations != '\0')
    json_object_set_string_member (content, "organisations", organisations);
  if (contact != NULL)
    json_object_set_string_member (content, "contact", contact);
  json_object_set_string_member (content, "cohort", ceci_student_get_cohort_name (student));
  json_object_set_string_member (content, "decided-on", ceci_decision_get_decided_on (decision));
  return g_steal_pointer (&content);
}

// Drawn by chance once, so not where a certificate of before is gathered again.
static gboolean
keep_identity (JsonObject *content, CeciDatabase *database, CeciCertificate *certificate, GError **error)
{
  g_autoptr (CeciStudent) student =
      ceci_student_repository_find (database, ceci_certificate_get_student_id (certificate), error);

  if (student == NULL)
    return FALSE;
  ceci_open_badge_keep_identity (content, ceci_student_get_email (student), ceci_student_get_display_name (student),
                                 ceci_database_get_entropy (database));
  return TRUE;
}

// --- keeping and reading --------------------------------------------------------

/**
 * ceci_certificate_content_keep:
 * @database: a connection inside a write
 * @certificate: a certificate that is being issued
 * @error: why not
 *
 * Returns: whether what it bears was kept
 */
gboolean
ceci_certificate_content_keep (CeciDatabase *database, CeciCertificate *certificate, GError **error)
{
  g_autoptr (JsonObject) content = gather (database, certificate, error);
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  g_autofree char *setting = NULL;

  if (content == NULL || !keep_identity (content, database, certificate, error))
    return FALSE;
  root = json_node_init_object (json_node_alloc (), content);
  text = json_to_string (root, FALSE);
  setting = name_setting (certificate);
  return ceci_setting_repository_set (database, setting, text, error);
}

/**
 * ceci_certificate_content_load:
 * @database: a connection
 * @certificate: a certificate
 * @error: why not
 *
 * What was kept when it was issued; for a certificate issued before anything was kept, what the register says today.
 *
 * Returns: (transfer full): what it bears
 */
JsonObject *
ceci_certificate_content_load (CeciDatabase *database, CeciCertificate *certificate, GError **error)
{
  g_autofree char *setting = name_setting (certificate);
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = ceci_setting_repository_get (database, setting, &failure);
  g_autoptr (JsonNode) root = NULL;

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (text == NULL)
    return gather (database, certificate, error);
  root = json_from_string (text, NULL);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return json_node_dup_object (root);
  g_set_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_FORMAT,
               _ ("What the certificate %s bears is damaged in this register: restore a backup."),
               ceci_certificate_get_number (certificate));
  return NULL;
}

static const char *
get_text (JsonObject *content, const char *name)
{
  return json_object_get_string_member_with_default (content, name, NULL);
}

static const char *
get_in (JsonObject *content, const char *name, const char *language)
{
  JsonNode *node = json_object_get_member (content, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? get_text (json_node_get_object (node), language) : NULL;
}

/**
 * ceci_certificate_content_show:
 * @content: what a certificate bears
 * @language: `fr` or `en`
 * @facts: what is filled in but for what the signed line says; its strings stay those of @content
 */
void
ceci_certificate_content_show (JsonObject *content, const char *language, CeciCertificateFacts *facts)
{
  facts->language = language;
  facts->matricule = get_text (content, "matricule");
  facts->faculty = get_in (content, "faculty", language);
  facts->cohort = get_text (content, "cohort");
  facts->organisations = get_text (content, "organisations");
  facts->minutes = json_object_get_int_member_with_default (content, "minutes", 0);
  facts->decided_on = get_text (content, "decided-on");
  facts->title = get_in (content, texts[0], language);
  facts->body = get_in (content, texts[1], language);
  facts->recognition = get_in (content, texts[2], language);
  facts->notice = get_in (content, texts[3], language);
  facts->contact = get_text (content, "contact");
}
