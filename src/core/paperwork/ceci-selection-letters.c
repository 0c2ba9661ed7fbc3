// SPDX-License-Identifier: GPL-3.0-or-later
// What people are told of a selection: selected, waiting, not selected. The words are the letters' own, in the language
// of the person; nothing is sent here.

#include "config.h"

#include "ceci-selection-letters.h"

#include "ceci-paper.h"
#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-letter.h"
#include "core/model/ceci-person.h"
#include "core/store/ceci-date.h"

typedef enum { SELECTED, WAITING, NOT_SELECTED } Kind;

static const char *const kinds[] = {"selected", "waiting", "not-selected"};

// {1}: the first name; {2}: the intake, then the day it starts or the place on the list. Students are «tu».
typedef struct {
  const char *subject, *greeting, *body, *closing;
} Words;

static const Words french[] = {
    [SELECTED] = {"Ta candidature au CECi est retenue", "Bonjour {1},",
                  "Bonne nouvelle : tu as une place dans la {1} du Certificat d’engagement citoyen, qui commence le "
                  "{2}.\n\nTu recevras bientôt ta convention de stage à faire signer. Si tu ne souhaites plus "
                  "participer, préviens-nous vite : ta place ira à une personne de la liste d’attente.",
                  "À bientôt,\nULB Engagée"},
    [WAITING] = {"Ta candidature au CECi est sur la liste d’attente", "Bonjour {1},",
                 "Ta candidature à la {1} du Certificat d’engagement citoyen est recevable, mais il y avait plus de "
                 "candidatures que de places. Tu es sur la liste d’attente, au rang {2}.\n\nLe choix visait la "
                 "diversité des profils ; il ne juge pas ton engagement. Si une place se libère, nous t’écrirons.",
                 "À bientôt,\nULB Engagée"},
    [NOT_SELECTED] = {"Ta candidature au CECi n’a pas pu être retenue", "Bonjour {1},",
                      "Nous n’avons pas pu te donner de place dans la {1} du Certificat d’engagement citoyen : il y "
                      "avait plus de candidatures que de places, et la liste d’attente est close.\n\nIl y a plusieurs "
                      "rentrées par an : nous serions heureux de te lire à la prochaine.",
                      "À bientôt,\nULB Engagée"},
};

static const Words english[] = {
    [SELECTED] =
        {"You have a place in CECi", "Dear {1},",
         "Good news: you have a place in the intake “{1}” of the Certificate in civic engagement, which starts "
         "on {2}.\n\nYou will soon receive your placement agreement to have signed. If you no longer wish to "
         "take part, tell us soon: your place will go to someone on the waiting list.",
         "Kind regards,\nULB Engagée"},
    [WAITING] = {"Your application to CECi is on the waiting list", "Dear {1},",
                 "Your application to the intake “{1}” of the Certificate in civic engagement is admissible, but there "
                 "were more applications than places. You are on the waiting list, number {2}.\n\nThe choice aimed at "
                 "a diversity of profiles; it does not judge your commitment. If a place is freed, we will write to "
                 "you.",
                 "Kind regards,\nULB Engagée"},
    [NOT_SELECTED] = {"Your application to CECi could not be accepted", "Dear {1},",
                      "We could not give you a place in the intake “{1}” of the Certificate in civic engagement: there "
                      "were more applications than places, and the waiting list is closed.\n\nThere are several "
                      "intakes a year: we would be glad to hear from you at the next one.",
                      "Kind regards,\nULB Engagée"},
};

// The start for who is selected, the rank for who waits; nothing else is told.
static char *
second_value (Kind kind, CeciCohort *cohort, CeciApplication *application, const char *language)
{
  switch (kind) {
  case SELECTED:
    return ceci_date_format_long_in (ceci_cohort_get_starts_on (cohort), language);
  case WAITING:
    return g_strdup_printf ("%d", (int) ceci_application_get_waiting_rank (application));
  case NOT_SELECTED:
  default:
    return NULL;
  }
}

// «Rentrée d’octobre 2026» stands within a sentence.
static char *
name_within (CeciCohort *cohort, const char *language)
{
  const char *name = ceci_cohort_get_name (cohort);

  if (g_str_equal (language, "fr") && g_str_has_prefix (name, "Rentrée"))
    return g_strconcat ("r", name + 1, NULL);
  return g_str_equal (language, "fr") ? g_strdup_printf ("rentrée « %s »", name) : g_strdup (name);
}

static gboolean
prepare (CeciDatabase *database, Kind kind, const char *application_id, GError **error)
{
  g_autoptr (CeciApplication) application = ceci_application_repository_find (database, application_id, error);
  g_autoptr (CeciCohort) cohort =
      application != NULL ? ceci_cohort_repository_find (database, ceci_application_get_cohort_id (application), error)
                          : NULL;
  g_autoptr (CeciPerson) person =
      cohort != NULL
          ? ceci_record_find (CECI_TYPE_PERSON, database, ceci_application_get_person_id (application), error)
          : NULL;
  g_autoptr (CeciLetter) letter = NULL;
  g_autofree char *now = ceci_entropy_dup_now (ceci_database_get_entropy (database));
  g_autofree char *name = NULL, *second = NULL, *greeting = NULL, *body = NULL, *whole = NULL;
  const Words *words;
  const char *language, *usual;

  if (person == NULL)
    return FALSE;
  language = g_strcmp0 (ceci_person_get_language (person), "en") == 0 ? "en" : "fr";
  words = g_str_equal (language, "en") ? &english[kind] : &french[kind];
  usual = ceci_person_get_usual_first_name (person);
  name = name_within (cohort, language);
  second = second_value (kind, cohort, application, language);
  greeting = ceci_paper_fill (words->greeting, usual != NULL ? usual : ceci_person_get_first_name (person), NULL);
  body = ceci_paper_fill (words->body, name, second);
  whole = g_strconcat (greeting, "\n\n", body, "\n\n", words->closing, "\n", NULL);
  letter = ceci_record_new (CECI_TYPE_LETTER, "person_id", ceci_record_get_id (CECI_RECORD (person)), "student_id",
                            ceci_application_get_student_id (application), "application_id", application_id, "kind",
                            kinds[kind], "subject", words->subject, "body", whole, "language", language, "prepared_at",
                            now, NULL);
  return ceci_record_insert (letter, database, error);
}

static gboolean
prepare_all (CeciDatabase *database, Kind kind, GPtrArray *applications, GError **error)
{
  for (guint i = 0; i < applications->len; i++)
    if (!prepare (database, kind, applications->pdata[i], error))
      return FALSE;
  return TRUE;
}

static CeciSelectionOutcome *
with_letters (CeciDatabase *database, CeciSelectionOutcome *outcome, GError **error)
{
  g_autoptr (CeciSelectionOutcome) owned = outcome;

  if (owned == NULL || !prepare_all (database, SELECTED, owned->selected, error) ||
      !prepare_all (database, WAITING, owned->waiting, error) ||
      !prepare_all (database, NOT_SELECTED, owned->refused, error))
    return NULL;
  return g_steal_pointer (&owned);
}

CeciSelectionOutcome *
ceci_office_confirm_selection (CeciDatabase *database, const char *cohort_id, const char *today, const char *who,
                               GError **error)
{
  return with_letters (database, ceci_selection_confirm (database, cohort_id, today, who, error), error);
}

CeciSelectionOutcome *
ceci_office_fill_place (CeciDatabase *database, const char *cohort_id, const char *application_id, const char *reason,
                        const char *today, GError **error)
{
  return with_letters (database, ceci_selection_fill (database, cohort_id, application_id, reason, today, error),
                       error);
}

CeciSelectionOutcome *
ceci_office_close_list (CeciDatabase *database, const char *cohort_id, const char *reason, const char *today,
                        GError **error)
{
  return with_letters (database, ceci_selection_close_list (database, cohort_id, reason, error), error);
}
