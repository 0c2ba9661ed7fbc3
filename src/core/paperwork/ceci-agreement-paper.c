// SPDX-License-Identifier: GPL-3.0-or-later
// The tripartite agreement of a placement (R18, R19, R21). Whether it is signed is the register's affair; the days
// already known are printed.

#include "config.h"

#include "ceci-agreement-paper.h"

#include <string.h>

#include "ceci-paper.h"
#include "ceci-signature-boxes.h"
#include "core/model/ceci-facts-repository.h"
#include "core/model/ceci-organisation-repository.h"
#include "core/model/ceci-placement-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/model/ceci-supervisor-member.h"
#include "core/store/ceci-date.h"

// What is printed follows the paper's language, not the locale. {1} stands for a value.
typedef struct {
  const char *title, *between, *university, *student, *organisation, *object, *supervision, *collective, *individual,
      *outgoing, *duties_student, *duties_organisation, *duties_university, *insurance, *changes, *data, *signatures,
      *signed_on, *to_sign, *from_to, *hours, *amendment, *amends, *because, *what_changes, *rest_holds, *since, *email;
  const char *objects[3], *student_items[4], *organisation_items[4], *university_items[3], *change_items[2],
      *data_items[1];
} Words;

static const Words french = {
    .title = "Convention de stage",
    .between = "Certificat d’engagement citoyen (CECi)",
    .university = "L’université",
    .student = "L’étudiant·e",
    .organisation = "L’organisme",
    .object = "1. Objet et durée",
    .objects = {"La présente convention règle le stage de terrain que l’étudiant·e accomplit dans l’organisme, sans "
                "but lucratif, au titre du Certificat d’engagement citoyen.",
                "Fonction et mission : {1}", "Période : {1}"},
    .hours = "Le stage compte au moins {1} heures. Seules comptent les heures accomplies après la dernière des trois "
             "signatures.",
    .from_to = "du {1} au {2}",
    .supervision = "2. Encadrement",
    .collective =
        "L’étudiant·e ne fait pas partie du comité : le maître de stage est le comité dans son ensemble, à savoir {1}.",
    .individual = "Le ou la maître de stage est {1}.",
    .outgoing = "Membre sortant du comité, le ou la maître de stage n’est jamais l’étudiant·e.",
    .duties_student = "3. L’étudiant·e s’engage à",
    .student_items = {"accomplir la mission avec assiduité et prévenir de toute absence ;",
                      "tenir à jour le relevé de ses heures ;",
                      "réaliser au moins cinq productions et une analyse réflexive pour son portfolio ;",
                      "respecter la confidentialité des personnes accueillies."},
    .duties_organisation = "4. L’organisme s’engage à",
    .organisation_items = {"confier une mission utile, qui ne remplace pas un emploi ;",
                           "accueillir et accompagner l’étudiant·e, et confirmer ses heures ;",
                           "remplir la grille de suivi à la fin du stage ;",
                           "signaler sans tarder toute difficulté, tout accident et tout changement de comité."},
    .duties_university = "5. L’université s’engage à",
    .university_items = {"donner accès aux modules et aux rencontres mensuelles ;",
                         "rester joignable pour l’étudiant·e et pour l’organisme ;",
                         "organiser le jury de validation."},
    .insurance =
        "L’inscription au certificat assure l’étudiant·e pendant le stage, pour toute la période de son inscription.",
    .changes = "6. Modification et fin",
    .change_items =
        {"Tout changement de mission, de période ou de maître de stage fait l’objet d’un avenant signé par les trois "
         "parties.",
         "Chaque partie peut mettre fin au stage par un écrit motivé. Les heures comptées restent acquises."},
    .data = "7. Données personnelles",
    .data_items =
        {"Les parties n’échangent que les données nécessaires au stage, et les effacent quand elles ne servent plus."},
    .signatures = "Signatures, en trois exemplaires",
    .amendment = "Avenant n°\u00a0{1} à la convention de stage",
    .amends = "Le présent avenant, établi le {2}, modifie la convention de stage du {1}.",
    .because = "Motif : {1}",
    .what_changes = "Ce qui change",
    .rest_holds = "Les autres dispositions de la convention restent inchangées.",
    .since = "depuis le {1}",
    .email = "Contact : {1}.",
    .signed_on = "Signé le {1}",
    .to_sign = "Date et signature :",
};

static const Words english = {
    .title = "Placement agreement",
    .between = "Certificate in civic engagement (CECi)",
    .university = "The university",
    .student = "The student",
    .organisation = "The organisation",
    .object = "1. Purpose and duration",
    .objects = {"This agreement governs the field placement that the student completes in the organisation, a "
                "non-profit body, as part of the Certificate in civic engagement.",
                "Role and assignment: {1}", "Period: {1}"},
    .hours = "The placement lasts at least {1} hours. Only hours done after the last of the three signatures count.",
    .from_to = "from {1} to {2}",
    .supervision = "2. Supervision",
    .collective = "The student is no member of the committee: the supervisor is the committee as a whole, namely {1}.",
    .individual = "The supervisor is {1}.",
    .outgoing = "The supervisor is an outgoing member of the committee, and never the student.",
    .duties_student = "3. The student undertakes to",
    .student_items = {"carry out the assignment diligently and give notice of any absence;",
                      "keep the log of hours up to date;",
                      "produce at least five outputs and a reflective analysis for the portfolio;",
                      "respect the privacy of those who are received."},
    .duties_organisation = "4. The organisation undertakes to",
    .organisation_items = {"entrust a useful assignment that does not replace a job;",
                           "receive and guide the student, and confirm the hours;",
                           "fill in the follow-up grid at the end of the placement;",
                           "report any difficulty, accident or change of committee without delay."},
    .duties_university = "5. The university undertakes to",
    .university_items = {"give access to the modules and the monthly meetings;",
                         "remain available to the student and the organisation;", "hold the award panel."},
    .insurance =
        "Enrolment in the certificate insures the student during the placement, for the whole period of enrolment.",
    .changes = "6. Changes and termination",
    .change_items =
        {"Any change of assignment, period or supervisor is made by an amendment signed by the three parties.",
         "Each party may end the placement in writing, with reasons. Hours that were counted remain counted."},
    .data = "7. Personal data",
    .data_items =
        {"The parties exchange only the data that the placement needs, and erase them when they are no longer of use."},
    .signatures = "Signatures, in three copies",
    .amendment = "Amendment {1} to the placement agreement",
    .amends = "This amendment, drawn up on {2}, changes the placement agreement of {1}.",
    .because = "Reason: {1}",
    .what_changes = "What changes",
    .rest_holds = "The other provisions of the agreement remain unchanged.",
    .since = "since {1}",
    .email = "Contact: {1}.",
    .signed_on = "Signed on {1}",
    .to_sign = "Date and signature:",
};

static char *
fill (const char *pattern, const char *first, const char *second)
{
  g_autoptr (GString) text = g_string_new (pattern);

  g_string_replace (text, "{1}", first, 0);
  if (second != NULL)
    g_string_replace (text, "{2}", second, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_filled (CeciPaper *paper, CeciPaperStyle style, const char *pattern, const char *value)
{
  g_autofree char *text = fill (pattern, value, NULL);

  ceci_paper_add_text (paper, style, text);
}

static void
add_items (CeciPaper *paper, const char *heading, const char *const *items, guint n)
{
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, heading);
  for (guint i = 0; i < n; i++)
    ceci_paper_add_text (paper, CECI_PAPER_ITEM, items[i]);
}

static void
add_parties (CeciPaper *paper, const Words *words, CeciStudent *student, CeciOrganisation *organisation)
{
  static const CeciPaperColumn columns[] = {{NULL, 1.2, PANGO_ALIGN_LEFT}, {NULL, 4, PANGO_ALIGN_LEFT}};
  CeciPaperTable *table = ceci_paper_table_new (CECI_PAPER_TABLE_PLAIN, columns, G_N_ELEMENTS (columns));
  g_autoptr (GString) person = g_string_new (ceci_student_get_display_name (student));
  g_autoptr (GString) body = g_string_new (ceci_organisation_get_name (organisation));

  if (ceci_student_get_matricule (student) != NULL)
    g_string_append_printf (person, ", %s", ceci_student_get_matricule (student));
  if (ceci_student_get_email (student) != NULL)
    g_string_append_printf (person, ", %s", ceci_student_get_email (student));
  if (ceci_organisation_get_address (organisation) != NULL)
    g_string_append_printf (
        body, ", %s, %s %s", ceci_organisation_get_address (organisation),
        ceci_organisation_get_postcode (organisation) != NULL ? ceci_organisation_get_postcode (organisation) : "",
        ceci_organisation_get_city (organisation) != NULL ? ceci_organisation_get_city (organisation) : "");
  if (ceci_organisation_get_enterprise_number (organisation) != NULL)
    g_string_append_printf (body, ", BCE %s", ceci_organisation_get_enterprise_number (organisation));
  ceci_paper_table_add (table, words->university,
                        "Université libre de Bruxelles, ULB Engagée, avenue F. D. Roosevelt 50, 1050 Bruxelles, "
                        "BCE 0407.626.464, engagement.citoyen@ulb.be",
                        NULL);
  ceci_paper_table_add (table, words->organisation, body->str, NULL);
  ceci_paper_table_add (table, words->student, person->str, NULL);
  ceci_paper_add_table (paper, table);
}

static void
add_object (CeciPaper *paper, const Words *words, CeciPlacement *placement, gint64 required, const char *language)
{
  g_autofree char *from = ceci_date_format_long_in (ceci_placement_get_starts_on (placement), language);
  g_autofree char *to = ceci_placement_get_ends_on (placement) != NULL
                            ? ceci_date_format_long_in (ceci_placement_get_ends_on (placement), language)
                            : g_strdup ("…");
  g_autofree char *period = fill (words->from_to, from, to);
  g_autofree char *hours =
      g_strdup_printf ("%" G_GINT64_FORMAT, MAX (required, ceci_placement_get_planned_minutes (placement)) / 60);
  const char *function = ceci_placement_get_function (placement), *mission = ceci_placement_get_mission (placement);
  g_autofree char *task =
      g_strconcat (function != NULL ? function : "", function != NULL && mission != NULL ? ". " : "", mission, NULL);

  ceci_paper_add_text (paper, CECI_PAPER_HEADING, words->object);
  ceci_paper_add_text (paper, CECI_PAPER_BODY, words->objects[0]);
  if (*task != '\0')
    add_filled (paper, CECI_PAPER_ITEM, words->objects[1], task);
  add_filled (paper, CECI_PAPER_ITEM, words->objects[2], period);
  add_filled (paper, CECI_PAPER_ITEM, words->hours, hours);
}

// « (présidence, depuis le 1er février 2026)», as far as it is known.
static void
describe_member (GString *text, const Words *words, CeciSupervisorMember *member, const char *language)
{
  const char *role = ceci_supervisor_member_get_role (member), *since = ceci_supervisor_member_get_since (member);
  g_autofree char *day = since != NULL ? ceci_date_format_long_in (since, language) : NULL;
  g_autofree char *from = day != NULL ? fill (words->since, day, NULL) : NULL;

  if (role == NULL && from == NULL)
    return;
  g_string_append_printf (text, " (%s%s%s)", role != NULL ? role : "", role != NULL && from != NULL ? ", " : "",
                          from != NULL ? from : "");
}

static void
add_contact (CeciPaper *paper, const Words *words, CeciPlacement *placement)
{
  const char *name = ceci_placement_get_supervisor_name (placement);
  const char *email = ceci_placement_get_supervisor_email (placement);
  gboolean collective = ceci_placement_get_supervisor_kind (placement) == CECI_SUPERVISOR_KIND_COLLECTIVE;
  g_autofree char *both = name != NULL && email != NULL ? g_strdup_printf ("%s, %s", name, email) : NULL;
  const char *contact = !collective ? email : both != NULL ? both : name != NULL ? name : email;

  if (contact != NULL)
    add_filled (paper, CECI_PAPER_BODY, words->email, contact);
}

static gboolean
add_supervision (CeciPaper *paper, const Words *words, CeciDatabase *database, CeciPlacement *placement,
                 const char *language, GError **error)
{
  const char *supervisor = ceci_placement_get_supervisor_name (placement);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GListModel) members = NULL;

  ceci_paper_add_text (paper, CECI_PAPER_HEADING, words->supervision);
  if (ceci_placement_get_supervisor_kind (placement) == CECI_SUPERVISOR_KIND_INDIVIDUAL) {
    add_filled (paper, CECI_PAPER_BODY, words->individual, supervisor != NULL ? supervisor : "…");
    if (ceci_placement_get_committee_member (placement))
      ceci_paper_add_text (paper, CECI_PAPER_BODY, words->outgoing);
    add_contact (paper, words, placement);
    return TRUE;
  }
  members = ceci_placement_repository_members (database, ceci_record_get_id (CECI_RECORD (placement)), error);
  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (members); i++) {
    g_autoptr (CeciSupervisorMember) member = g_list_model_get_item (members, i);

    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", ceci_supervisor_member_get_name (member));
    describe_member (names, words, member, language);
  }
  add_filled (paper, CECI_PAPER_BODY, words->collective, names->len > 0 ? names->str : "…");
  add_contact (paper, words, placement);
  return TRUE;
}

static char *
day_line (const Words *words, const char *signed_on, const char *language)
{
  g_autofree char *day = signed_on != NULL ? ceci_date_format_long_in (signed_on, language) : NULL;

  return day != NULL ? fill (words->signed_on, day, NULL) : g_strdup (words->to_sign);
}

// agreement: NULL before it is drawn up: nothing is signed then.
static void
add_signatures (CeciPaper *paper, const Words *words, CeciPlacement *placement, CeciStudent *student,
                CeciAgreement *agreement, const char *language)
{
  g_autofree char *student_line =
      day_line (words, agreement != NULL ? ceci_agreement_get_student_signed_on (agreement) : NULL, language);
  g_autofree char *organisation_line =
      day_line (words, agreement != NULL ? ceci_agreement_get_organisation_signed_on (agreement) : NULL, language);
  g_autofree char *university_line =
      day_line (words, agreement != NULL ? ceci_agreement_get_university_signed_on (agreement) : NULL, language);
  const CeciSignatureBox boxes[] = {
      {words->student, ceci_student_get_display_name (student), student_line},
      {words->organisation, ceci_placement_get_organisation_name (placement), organisation_line},
      {words->university, "ULB Engagée", university_line},
  };

  ceci_paper_add_text (paper, CECI_PAPER_HEADING, words->signatures);
  ceci_paper_add_signature_boxes (paper, boxes, G_N_ELEMENTS (boxes));
}

// What a paper of a placement is drawn from.
typedef struct {
  CeciPlacement *placement;
  CeciStudent *student;
  CeciOrganisation *organisation;
  CeciRegulation *regulation;
} Subject;

static void
subject_clear (Subject *self)
{
  g_clear_object (&self->placement);
  g_clear_object (&self->student);
  g_clear_object (&self->organisation);
  g_clear_object (&self->regulation);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Subject, subject_clear)

static gboolean
read_subject (Subject *self, CeciDatabase *database, const char *placement_id, GError **error)
{
  g_autoptr (CeciFacts) facts = NULL;
  const char *student_id;

  self->placement = ceci_placement_repository_find (database, placement_id, error);
  if (self->placement == NULL)
    return FALSE;
  student_id = ceci_placement_get_student_id (self->placement);
  self->student = ceci_student_repository_find (database, student_id, error);
  if (self->student != NULL)
    self->organisation =
        ceci_organisation_repository_find (database, ceci_placement_get_organisation_id (self->placement), error);
  if (self->organisation != NULL)
    facts = ceci_facts_repository_find (database, student_id, &self->regulation, error);
  return facts != NULL;
}

static CeciPaper *
begin_paper (const Words *words, const Subject *subject, const char *heading, const char *language, const char *today)
{
  CeciPaper *paper = ceci_paper_new (CECI_PAPER_PORTRAIT, language, today);
  g_autofree char *title = g_strconcat (heading, " – ", ceci_student_get_display_name (subject->student), NULL);

  ceci_paper_set_description (paper, title, "ULB Engagée, Université libre de Bruxelles", words->between);
  ceci_paper_set_running (paper, "Université libre de Bruxelles  ·  ULB Engagée", heading,
                          ceci_student_get_display_name (subject->student));
  ceci_paper_add_text (paper, CECI_PAPER_TITLE, heading);
  ceci_paper_add_text (paper, CECI_PAPER_SUBTITLE, words->between);
  add_parties (paper, words, subject->student, subject->organisation);
  return paper;
}

static GBytes *
draw_agreement (CeciDatabase *database, const Subject *subject, CeciAgreement *agreement, const char *language,
                const char *today, GError **error)
{
  const Words *words = g_str_equal (language, "en") ? &english : &french;
  g_autoptr (CeciPaper) paper = begin_paper (words, subject, words->title, language, today);

  add_object (paper, words, subject->placement, ceci_regulation_get_integer (subject->regulation, "placement-minutes"),
              language);
  if (!add_supervision (paper, words, database, subject->placement, language, error))
    return NULL;
  add_items (paper, words->duties_student, words->student_items, G_N_ELEMENTS (words->student_items));
  add_items (paper, words->duties_organisation, words->organisation_items, G_N_ELEMENTS (words->organisation_items));
  add_items (paper, words->duties_university, words->university_items, G_N_ELEMENTS (words->university_items));
  ceci_paper_add_text (paper, CECI_PAPER_ITEM, words->insurance);
  ceci_paper_add_text (paper, CECI_PAPER_ITEM,
                       ceci_regulation_get_text (subject->regulation, "insurance-notice", language));
  add_items (paper, words->changes, words->change_items, G_N_ELEMENTS (words->change_items));
  add_items (paper, words->data, words->data_items, G_N_ELEMENTS (words->data_items));
  add_signatures (paper, words, subject->placement, subject->student, agreement, language);
  return ceci_paper_finish (paper, error);
}

// An amendment says what it amends, why, what changes, and that the rest holds.
static GBytes *
draw_amendment (const Subject *subject, CeciAgreement *agreement, CeciAgreement *amendment, const char *language,
                const char *today, GError **error)
{
  const Words *words = g_str_equal (language, "en") ? &english : &french;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, ceci_agreement_get_number (amendment));
  g_autofree char *heading = fill (words->amendment, number, NULL);
  g_autofree char *drawn = ceci_date_format_long_in (ceci_agreement_get_drawn_on (agreement), language);
  g_autofree char *day = ceci_date_format_long_in (ceci_agreement_get_drawn_on (amendment), language);
  g_autofree char *amends = fill (words->amends, drawn, day);
  const char *changes = ceci_agreement_get_changes (amendment);
  g_auto (GStrv) lines = g_strsplit (changes != NULL ? changes : "", "\n", -1);
  g_autoptr (CeciPaper) paper = begin_paper (words, subject, heading, language, today);

  ceci_paper_add_text (paper, CECI_PAPER_BODY, amends);
  add_filled (paper, CECI_PAPER_BODY, words->because, ceci_agreement_get_reason (amendment));
  if (changes != NULL)
    ceci_paper_add_text (paper, CECI_PAPER_HEADING, words->what_changes);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      ceci_paper_add_text (paper, CECI_PAPER_ITEM, *line);
  ceci_paper_add_text (paper, CECI_PAPER_BODY, words->rest_holds);
  add_signatures (paper, words, subject->placement, subject->student, amendment, language);
  return ceci_paper_finish (paper, error);
}

/**
 * ceci_agreement_paper_draw:
 * @database: a connection
 * @placement_id: a placement's id
 * @language: `fr` or `en`
 * @today: the day the file bears
 * @error: why there is none
 *
 * Returns: (transfer full) (nullable): the agreement as a PDF, whether it is drawn up in the register or not
 */
GBytes *
ceci_agreement_paper_draw (CeciDatabase *database, const char *placement_id, const char *language, const char *today,
                           GError **error)
{
  g_autoptr (GListModel) papers = ceci_agreement_repository_list (database, placement_id, error);
  g_autoptr (CeciAgreement) agreement = papers != NULL ? g_list_model_get_item (papers, 0) : NULL;
  g_auto (Subject) subject = {0};

  if (papers == NULL || !read_subject (&subject, database, placement_id, error))
    return NULL;
  return draw_agreement (database, &subject, agreement, language, today, error);
}

/**
 * ceci_agreement_paper_draw_paper:
 * @database: a connection
 * @agreement_id: an agreement's or an amendment's id
 * @language: `fr` or `en`
 * @today: the day the file bears
 * @error: why there is none
 *
 * Returns: (transfer full) (nullable): it as a PDF
 */
GBytes *
ceci_agreement_paper_draw_paper (CeciDatabase *database, const char *agreement_id, const char *language,
                                 const char *today, GError **error)
{
  g_autoptr (CeciAgreement) named = ceci_record_find (CECI_TYPE_AGREEMENT, database, agreement_id, error);
  const char *placement_id = named != NULL ? ceci_agreement_get_placement_id (named) : NULL;
  g_autoptr (GListModel) papers = named != NULL ? ceci_agreement_repository_list (database, placement_id, error) : NULL;
  g_autoptr (CeciAgreement) agreement = papers != NULL ? g_list_model_get_item (papers, 0) : NULL;
  g_autoptr (CeciAgreement) paper = NULL;
  g_auto (Subject) subject = {0};

  if (papers == NULL || !read_subject (&subject, database, placement_id, error))
    return NULL;
  // with the days it was signed, which the list joins
  paper = g_list_model_get_item (papers, (guint) ceci_agreement_get_number (named));
  if (paper == NULL || ceci_agreement_get_number (paper) == 0)
    return draw_agreement (database, &subject, agreement, language, today, error);
  return draw_amendment (&subject, agreement, paper, language, today, error);
}
