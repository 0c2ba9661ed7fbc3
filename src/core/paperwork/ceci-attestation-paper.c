// SPDX-License-Identifier: GPL-3.0-or-later
// The attestation of enrolment and insurance cover (R4, R26): one sheet, for the student to show.

#include "config.h"

#include "ceci-agreement-paper.h"
#include "ceci-credential.h"
#include "ceci-paper.h"

#include <glib/gi18n-lib.h>

#include "core/model/ceci-facts-repository.h"
#include "core/model/ceci-placement-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/store/ceci-date.h"

typedef struct {
  const char *title, *subtitle, *lead, *name, *matricule, *cohort, *cover, *until, *placements, *done_at, *office,
      *from_to;
} Words;

static const Words french = {
    .title = "Attestation d’inscription et d’assurance",
    .subtitle = "Certificat d’engagement citoyen (CECi)",
    .lead = "ULB Engagée atteste que la personne ci-dessous est inscrite au Certificat d’engagement citoyen de "
            "l’Université libre de Bruxelles, et qu’elle est assurée pendant toute la période de son inscription.",
    .name = "Nom",
    .matricule = "Matricule",
    .cohort = "Rentrée",
    .cover = "Inscription et couverture",
    .until = "du {1} au {2}",
    .placements = "Stage",
    .from_to = "{1}, {2}",
    .done_at = "Fait à Bruxelles, le {1}",
    .office = "Pour ULB Engagée",
};

static const Words english = {
    .title = "Attestation of enrolment and insurance",
    .subtitle = "Certificate in civic engagement (CECi)",
    .lead = "ULB Engagée attests that the person below is enrolled in the Certificate in civic engagement of the "
            "Université libre de Bruxelles, and is insured during the whole period of enrolment.",
    .name = "Name",
    .matricule = "Student number",
    .cohort = "Intake",
    .cover = "Enrolment and cover",
    .until = "from {1} to {2}",
    .placements = "Placement",
    .from_to = "{1}, {2}",
    .done_at = "Done in Brussels, on {1}",
    .office = "For ULB Engagée",
};

static char *
describe_period (const Words *words, const char *from, const char *to, const char *language)
{
  g_autofree char *first = ceci_date_format_long_in (from, language);
  g_autofree char *last = to != NULL ? ceci_date_format_long_in (to, language) : g_strdup ("…");

  return ceci_paper_fill (words->until, first, last);
}

static gboolean
add_facts (CeciPaper *paper, const Words *words, CeciDatabase *database, CeciStudent *student, const char *until,
           const char *language, GError **error)
{
  static const CeciPaperColumn columns[] = {{NULL, 1.4, PANGO_ALIGN_LEFT}, {NULL, 4, PANGO_ALIGN_LEFT}};
  g_autoptr (GListModel) placements =
      ceci_placement_repository_list (database, ceci_record_get_id (CECI_RECORD (student)), error);
  g_autofree char *cover = describe_period (words, ceci_student_get_enrolled_on (student), until, language);
  CeciPaperTable *table;

  if (placements == NULL)
    return FALSE;
  table = ceci_paper_table_new (CECI_PAPER_TABLE_RULED, columns, G_N_ELEMENTS (columns));
  ceci_paper_table_add_strong (table, words->name, ceci_student_get_display_name (student), NULL);
  if (ceci_student_get_matricule (student) != NULL)
    ceci_paper_table_add (table, words->matricule, ceci_student_get_matricule (student), NULL);
  ceci_paper_table_add (table, words->cohort, ceci_student_get_cohort_name (student), NULL);
  ceci_paper_table_add (table, words->cover, cover, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (placements); i++) {
    g_autoptr (CeciPlacement) placement = g_list_model_get_item (placements, i);
    const char *end = ceci_placement_get_closed_on (placement) != NULL ? ceci_placement_get_closed_on (placement)
                                                                       : ceci_placement_get_ends_on (placement);
    g_autofree char *period = describe_period (words, ceci_placement_get_starts_on (placement), end, language);
    g_autofree char *line = ceci_paper_fill (words->from_to, ceci_placement_get_organisation_name (placement), period);

    ceci_paper_table_add (table, words->placements, line, NULL);
  }
  ceci_paper_add_table (paper, table);
  return TRUE;
}

/**
 * ceci_attestation_paper_draw:
 * @database: a connection
 * @student_id: a student's id
 * @language: `fr` or `en`
 * @today: the day it bears
 * @error: %CECI_PAPERWORK_ERROR_REFUSED for someone who left, else why there is none
 *
 * Returns: (transfer full) (nullable): the attestation as a PDF
 */
GBytes *
ceci_attestation_paper_draw (CeciDatabase *database, const char *student_id, const char *language, const char *today,
                             GError **error)
{
  const Words *words = g_str_equal (language, "en") ? &english : &french;
  g_autoptr (CeciStudent) student = ceci_student_repository_find (database, student_id, error);
  g_autoptr (CeciRegulation) regulation = NULL;
  g_autoptr (CeciFacts) facts =
      student != NULL ? ceci_facts_repository_find (database, student_id, &regulation, error) : NULL;
  g_autoptr (CeciPaper) paper = NULL;
  g_autofree char *until = NULL;
  g_autofree char *day = NULL;
  g_autofree char *place = NULL;

  if (facts == NULL)
    return NULL;
  if (ceci_student_get_state (student) != CECI_STUDENT_STATE_ENROLLED) {
    g_set_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED,
                 _ ("%s is no longer enrolled, so nothing can be attested for today."),
                 ceci_student_get_display_name (student));
    return NULL;
  }
  until = ceci_regulation_deadline (regulation, facts);
  day = ceci_date_format_long_in (today, language);
  place = ceci_paper_fill (words->done_at, day, NULL);
  paper = ceci_paper_new (CECI_PAPER_PORTRAIT, language, today);
  ceci_paper_set_description (paper, words->title, "ULB Engagée, Université libre de Bruxelles", words->subtitle);
  ceci_paper_set_running (paper, "Université libre de Bruxelles  ·  ULB Engagée", NULL,
                          "engagement.citoyen@ulb.be  ·  02 650 28 79");
  ceci_paper_add_text (paper, CECI_PAPER_TITLE, words->title);
  ceci_paper_add_text (paper, CECI_PAPER_SUBTITLE, words->subtitle);
  ceci_paper_add_text (paper, CECI_PAPER_LEAD, words->lead);
  ceci_paper_add_space (paper, 6);
  if (!add_facts (paper, words, database, student, until, language, error))
    return NULL;
  ceci_paper_add_space (paper, 8);
  ceci_paper_add_text (paper, CECI_PAPER_BODY, ceci_regulation_get_text (regulation, "insurance-notice", language));
  ceci_paper_add_text (paper, CECI_PAPER_BODY, ceci_regulation_get_text (regulation, "compensation-notice", language));
  ceci_paper_add_space (paper, 18);
  ceci_paper_add_text (paper, CECI_PAPER_BODY, place);
  ceci_paper_add_space (paper, 44);
  ceci_paper_add_text (paper, CECI_PAPER_SMALL, words->office);
  return ceci_paper_finish (paper, error);
}
